import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model/report.ts";
import type { FolderCache } from "../../src/ports/types.ts";
import { runScenario } from "./gate-run.ts";
import type { Scenario } from "./gate-scenarios.ts";
import { describeWith } from "./tools.ts";

// What is built of a change with `build: needed`: real repositories, real builds.

const users = 'package main\n\nimport _ "os/user"\n\nfunc main() {}\n';
const pure = "package main\n\nfunc main() {}\n";
const base = {
  "go.mod": "module example.com/app\n\ngo 1.21\n",
  "cmd/app/main.go": pure,
  "cmd/tool/main.go": users,
  "cmd/web/main.go": pure,
};
const all = ["app", "tool", "web"];
const ownC =
  'package main\n\n// int answer =\n// #include "answer.md"\n// ;\nimport "C"\n\nfunc main() { println(C.answer) }\n';
const config = ".github/go-linkage.yml";

/** Nothing is in it yet, and what a job leaves goes nowhere. */
const emptyCache: FolderCache = {
  time: () => Date.now(),
  staleTime: 0,
  list: () => Promise.resolve([]),
  fetch: () => Promise.resolve({ matchedKey: null, files: [], archiveBytes: null, trouble: null, answers: true }),
  keep: () => Promise.resolve(null),
};

type Row = Pick<Scenario, "title" | "change" | "inputs" | "env" | "folderCache" | "verdict" | "says"> & {
  readonly base?: Scenario["base"];
  /** What is built of app, tool and web as they ship; the others are unchanged. */
  readonly built: readonly string[];
};

/** Each kind once. */
export const neededRows: readonly Row[] = [
  {
    title: "one program changes",
    change: { "cmd/app/main.go": `${pure}// Changed.\n` },
    verdict: "pass",
    says: "2 of 3 are unchanged and were not built",
    built: ["app"],
  },
  {
    title: "one program becomes dynamic",
    change: { "cmd/app/main.go": users },
    verdict: "fail",
    says: "app is now dynamic (was static",
    built: ["app"],
  },
  {
    title: "no program changes, and the config file of the change asks for needed builds",
    change: { [config]: "inputs: { build: needed }\n" },
    inputs: { build: "" },
    verdict: "pass",
    says: "unchanged, so nothing was built",
    built: [],
  },
  {
    title: "a rule is for programs that do not change",
    change: { "README.md": "x" },
    base: { [config]: "rules: [{ packages: [cmd/tool], require: static }]\n" },
    verdict: "fail",
    says: "tool is dynamic",
    built: ["tool"],
  },
  {
    title: "the change takes back a rule, and nothing else changes",
    change: { [config]: "inputs: { require: none }\n" },
    base: {
      [config]: "inputs: { policy-relaxation: fail }\nrules: [{ packages: [cmd/tool], require: static }]\n",
    },
    verdict: "fail",
    says: "this change relaxes the policy: cmd/tool",
    built: ["tool"],
  },
];

function builtOf({ cells }: Report): string[] {
  const shipped = cells.filter(({ role }) => role === "ships");
  const left = shipped.filter(({ status }) => status === "predicted");
  expect(left.map(({ base: before }) => before?.unchanged)).toEqual(left.map(() => true));
  return shipped.flatMap(({ status, package: path }) => (status === "built" ? [path.split("/").at(-1) ?? ""] : []));
}

/** Other things that only a file can show, and a base that nobody can compare with. */
export const furtherRows: readonly Row[] = [
  {
    title: "the files are to be kept",
    change: { "README.md": "x" },
    inputs: { "output-dir": join(tmpdir(), `needed-${process.pid}`) },
    verdict: "pass",
    says: "tool is dynamic",
    built: all,
  },
  {
    title: "the run fills the cache that others begin with",
    change: { "README.md": "x" },
    inputs: { cache: "true" },
    env: () => ({ ACTIONS_RUNTIME_TOKEN: "x", ACTIONS_RESULTS_URL: "http://127.0.0.1:9/" }),
    folderCache: emptyCache,
    verdict: "pass",
    says: "tool is dynamic",
    built: all,
  },
  {
    title: "the files are to be started",
    change: { "README.md": "x" },
    inputs: { prove: "--version" },
    verdict: "pass",
    says: "tool is dynamic",
    built: all,
  },
  {
    title: "nothing is to be compared",
    change: { "README.md": "x" },
    inputs: { baseline: "none" },
    verdict: "pass",
    says: "tool is dynamic",
    built: all,
  },
  {
    title: "the flags are others on the base",
    base: { [config]: "inputs: { flags: -trimpath }\n" },
    change: { [config]: "inputs: { flags: -v }\n" },
    verdict: "pass",
    says: "tool is dynamic",
    built: all,
  },
  {
    title: "a file that go list does not name may be read",
    base: { "cmd/tool/main.go": ownC, "cmd/tool/answer.md": "42\n" },
    change: { "cmd/tool/answer.md": "43\n" },
    verdict: "pass",
    says: "tool is dynamic",
    built: ["tool"],
  },
  {
    title: "the change demands what the program is not",
    change: { [config]: "rules: [{ packages: [cmd/tool], require: static }]\n" },
    verdict: "fail",
    says: "tool is dynamic",
    built: ["tool"],
  },
  {
    title: "a package that a program imports changes",
    base: {
      "lib/lib.go": "package lib\n",
      "cmd/web/main.go": 'package main\n\nimport _ "example.com/app/lib"\n\nfunc main() {}\n',
    },
    change: { "lib/lib.go": 'package lib\n\nimport _ "net"\n' },
    verdict: "fail",
    says: "web is now dynamic (was static",
    built: ["web"],
  },
];

/** Plays rows: what is built of each, and what comes of it. */
export function testNeeded(rows: readonly Row[]): void {
  describeWith(["go", "gcc", "git"], "build: needed, with a base", () => {
    describe.concurrent("builds what has changed or has to be shown", () => {
      it.for(rows.map((row) => [row.title, row] as const))("%s", async ([, row], { expect: expectHere }) => {
        const scenario: Scenario = { compared: "built", ...row, base: { ...base, ...row.base } };
        const report = await runScenario(scenario, { build: "needed", ...row.inputs });
        const story = JSON.stringify([report.verdict, report.baseline], null, 1);
        expectHere(builtOf(report), story).toEqual(row.built);
        expectHere(report.verdict, story).toMatchObject({ outcome: row.verdict });
        expectHere(report.verdict.reason).toContain(row.says);
      });
    });
  });
}
