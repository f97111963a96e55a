import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os, { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { expect } from "vitest";
import { makeToolCache } from "../../src/ports/tool-cache.ts";
import { annotationsOf } from "../../src/report/annotations.ts";
import type { Environment } from "../../src/model/environment.ts";
import { payloads, type Tree } from "./github.ts";
import { check, hub, reasonOf } from "./repository-job.ts";

// Changes after which another Go builds the program.

/** Two Gos, of which the new one links the program otherwise. */
export type TwoGos = {
  readonly old: { readonly version: string; readonly root: string };
  readonly now: { readonly version: string; readonly root: string };
  readonly toolCache: string;
};

export type GoRow = {
  readonly name: string;
  readonly base: (gos: TwoGos) => Tree;
  readonly change: (gos: TwoGos) => Tree;
  /** What this run is given. */
  readonly inputs?: (gos: TwoGos) => Readonly<Record<string, string>>;
  readonly env?: (gos: TwoGos) => Environment;
  /** Which of them PATH leads to; `now` if it is left out. */
  readonly onPath?: "old" | "now";
  readonly outcome: "pass" | "fail";
  /** `FILE:LINE` of the annotation. */
  readonly at?: string;
  /** In the steps. */
  readonly says?: string;
};

/** Without cgo it is static, and before Go 1.25 as well. */
const program: Tree = {
  "go.mod": "module example.com/app\n\ngo 1.19\n",
  "main.go": "package main\n\nfunc main() {}\n",
  "new.go": '//go:build go1.25\n\npackage main\n\nimport _ "os/user"\n',
};
const dynamicOnBoth: Tree = {
  ...program,
  "new.go": 'package main\n\nimport _ "os/user"\n',
};

const ci = ".github/workflows/ci.yml";

/** The step of ours is on line 6, or behind one of actions/setup-go on line 9. */
function workflow({ ours = {}, setupGo, env, matrix }: WorkflowParts): string {
  const lines = (indent: string, values: Readonly<Record<string, string>>): string[] =>
    Object.entries(values).map(([name, value]) => `${indent}${name}: ${value}`);
  const inputs = (values: Readonly<Record<string, string>>): string[] => [
    "        with:",
    ...lines("          ", values),
  ];
  return [
    "on: pull_request",
    "jobs:",
    "  gate:",
    "    runs-on: ubuntu-latest",
    ...(env === undefined ? [] : ["    env:", ...lines("      ", env)]),
    ...(matrix === undefined ? [] : ["    strategy:", "      matrix:", ...lines("        ", matrix)]),
    "    steps:",
    ...(setupGo === undefined ? [] : ["      - uses: actions/setup-go@v6", ...inputs(setupGo)]),
    "      - uses: acme/go-linkage@v1",
    ...inputs({ require: "none", ...ours }),
    "",
  ].join("\n");
}

type Values = Readonly<Record<string, string>>;
type WorkflowParts = {
  readonly ours?: Values;
  readonly setupGo?: Values;
  readonly env?: Values;
  readonly matrix?: Values;
};

const quoted = (version: string): string => JSON.stringify(version);
const toolchain = (version: string): string => `module example.com/app\n\ngo 1.19\n\ntoolchain go${version}\n`;
const another = (outcome: GoRow["outcome"]): Pick<GoRow, "outcome" | "says"> => ({
  outcome,
  says: "the base is built with Go ",
});

const byModule = { setupGo: { "go-version-file": "go.mod" } };

export const sampleRows: readonly GoRow[] = [
  {
    ...another("fail"),
    name: "go-version of this action",
    base: ({ old }) => ({ ...program, [ci]: workflow({ ours: { "go-version": quoted(old.version) } }) }),
    change: ({ now }) => ({ [ci]: workflow({ ours: { "go-version": quoted(now.version) } }) }),
    inputs: ({ now }) => ({ "go-version": now.version }),
    at: `${ci}:9`,
  },
  {
    ...another("fail"),
    name: "the toolchain line of go.mod, which actions/setup-go reads",
    base: ({ old }) => ({ ...program, "go.mod": toolchain(old.version), [ci]: workflow(byModule) }),
    change: ({ now }) => ({ "go.mod": toolchain(now.version) }),
    at: "go.mod:5",
  },
];

export const moreRows: readonly GoRow[] = [
  {
    ...another("fail"),
    name: "go-version of actions/setup-go",
    base: ({ old }) => ({ ...program, [ci]: workflow({ setupGo: { "go-version": quoted(old.version) } }) }),
    change: ({ now }) => ({ [ci]: workflow({ setupGo: { "go-version": quoted(now.version) } }) }),
    at: `${ci}:8`,
  },
  {
    ...another("fail"),
    name: "the only value of a matrix that actions/setup-go is given",
    base: ({ old }) => ({ ...program, [ci]: ofMatrix(old.version) }),
    change: ({ now }) => ({ [ci]: ofMatrix(now.version) }),
    at: `${ci}:11`,
  },
  {
    ...another("fail"),
    name: "actions/setup-go goes by go.mod instead of a version",
    base: ({ old }) => ({ ...program, [ci]: workflow({ setupGo: { "go-version": quoted(old.version) } }) }),
    change: ({ now }) => ({ "go.mod": toolchain(now.version), [ci]: workflow(byModule) }),
    at: `${ci}:8`,
  },
  {
    ...another("fail"),
    name: "actions/setup-go goes by a version instead of go.mod",
    base: ({ old }) => ({ ...program, "go.mod": toolchain(old.version), [ci]: workflow(byModule) }),
    change: ({ now }) => ({ [ci]: workflow({ setupGo: { "go-version": quoted(now.version) } }) }),
    at: `${ci}:8`,
  },
  {
    ...another("fail"),
    name: "actions/setup-go goes by another file",
    base: ({ old }) => ({ ...program, "ci/go-version": `${old.version}\n`, [ci]: byFile("ci/go-version") }),
    change: ({ now }) => ({ ".go-version": `${now.version}\n`, [ci]: byFile(".go-version") }),
    at: `${ci}:8`,
  },
  {
    ...another("fail"),
    name: "go-version-file of this action, by its content",
    base: ({ old }) => ({
      ...program,
      ".go-version": `${old.version}\n`,
      [ci]: workflow({ ours: { "go-version-file": ".go-version" } }),
    }),
    change: ({ now }) => ({ ".go-version": `${now.version}\n` }),
    inputs: () => ({ "go-version-file": ".go-version" }),
    at: ".go-version:1",
  },
  {
    ...another("fail"),
    name: "the toolchain line of go.mod asks for a newer Go than that of PATH",
    base: () => program,
    change: ({ now }) => ({ "go.mod": toolchain(now.version) }),
    env: () => ({ GOTOOLCHAIN: "auto" }),
    onPath: "old",
    at: "go.mod:5",
  },
  {
    ...another("fail"),
    name: "the toolchain line of go.work asks for a newer Go than that of PATH",
    base: () => ({ ...program, "go.work": "go 1.19\n\nuse .\n" }),
    change: ({ now }) => ({ "go.work": `go 1.19\n\ntoolchain go${now.version}\n\nuse .\n` }),
    env: () => ({ GOTOOLCHAIN: "auto" }),
    onPath: "old",
    at: "go.work:3",
  },
  {
    ...another("fail"),
    name: "GOTOOLCHAIN of the workflow",
    base: ({ old }) => ({ ...program, [ci]: workflow({ env: { GOTOOLCHAIN: `go${old.version}` } }) }),
    change: ({ now }) => ({ [ci]: workflow({ env: { GOTOOLCHAIN: `go${now.version}` } }) }),
    env: ({ now }) => ({ GOTOOLCHAIN: `go${now.version}` }),
    at: `${ci}:6`,
  },
  {
    ...another("pass"),
    name: "a newer Go for what is dynamic with both",
    base: ({ old }) => ({ ...dynamicOnBoth, "go.mod": toolchain(old.version), [ci]: workflow(byModule) }),
    change: ({ now }) => ({ "go.mod": toolchain(now.version) }),
  },
  {
    name: "a file that asks for the same Go in other words",
    base: ({ now }) => ({ ...dynamicOnBoth, "go.mod": toolchain(now.version), [ci]: workflow(byModule) }),
    change: ({ now }) => ({ "go.mod": `// Changed.\n${toolchain(now.version)}` }),
    outcome: "pass",
  },
  {
    name: "the base asks for a Go that is unavailable",
    base: () => ({ ...dynamicOnBoth, [ci]: workflow({ ours: { "go-version": '"1.99.0"', ...nowhere } }) }),
    change: ({ now }) => ({ [ci]: workflow({ ours: { "go-version": quoted(now.version), ...nowhere } }) }),
    inputs: ({ now }) => ({ "go-version": now.version, ...nowhere }),
    outcome: "pass",
    says: "the base commit is built with this run's Go, because its own is unavailable",
  },
];

const nowhere = { "go-download-base-url": "http://127.0.0.1:9/" };

function ofMatrix(version: string): string {
  return workflow({ setupGo: { "go-version": "${{ matrix.go }}" }, matrix: { go: `[${quoted(version)}]` } });
}

function byFile(file: string): string {
  return workflow({ setupGo: { "go-version-file": file } });
}

function goEnv(name: string, env: Environment = {}): string {
  return execFileSync("go", ["env", name], { encoding: "utf8", env: { ...process.env, ...env } }).trim();
}

/** A tool cache of the runner with both. `old`: its version, and its root. */
export function makeTwoGos(makeOld: (dir: string) => TwoGos["old"]): TwoGos & { readonly remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), "two-gos-"));
  const now = { version: goEnv("GOVERSION").replace(/^go/, ""), root: goEnv("GOROOT") };
  const old = makeOld(dir);
  const toolCache = join(dir, "tools");
  for (const { version, root } of [old, now]) {
    const place = join(toolCache, "go", version, os.arch());
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(root, place);
    writeFileSync(`${place}.complete`, "");
  }
  const remove = (): void => {
    rmSync(dir, { recursive: true, force: true });
  };
  return { old, now, toolCache, remove };
}

/** A Go that calls itself 1.24.0 and links otherwise, because it has cgo off: this Go behind a script. */
export function makeOtherGo(dir: string): TwoGos["old"] {
  const root = join(dir, "old");
  const answer = JSON.stringify({ GOVERSION: "go1.24.0", GOROOT: root });
  mkdirSync(join(root, "bin"), { recursive: true });
  const script = [
    "#!/bin/sh",
    `if [ "$*" = "env -json GOVERSION GOROOT" ]; then echo '${answer}'; exit; fi`,
    `CGO_ENABLED=0 exec '${join(goEnv("GOROOT"), "bin/go")}' "$@"`,
  ];
  writeFileSync(join(root, "bin/go"), `${script.join("\n")}\n`, { mode: 0o755 });
  return { version: "1.24.0", root };
}

/** Go 1.24.0 itself, from the module proxy. */
export function fetchOldGo(): TwoGos["old"] {
  return { version: "1.24.0", root: goEnv("GOROOT", { GOTOOLCHAIN: "go1.24.0", GOFLAGS: "" }) };
}

/** Plays one change with a clone at depth 1. */
export async function testGoRow(row: GoRow, gos: TwoGos): Promise<void> {
  hub.push("main", row.base(gos));
  hub.push("change", row.change(gos));
  const { head, merge } = hub.openPullRequest("change");
  const event = hub.event("pull_request", payloads.pullRequest(head));
  const env = {
    PATH: [join(gos[row.onPath ?? "now"].root, "bin"), process.env.PATH ?? ""].join(delimiter),
    GITHUB_WORKFLOW_REF: `acme/app/${ci}@refs/pull/1/merge`,
    GITHUB_JOB: "gate",
    GITHUB_ACTION_REPOSITORY: "acme/go-linkage",
    RUNNER_TOOL_CACHE: gos.toolCache,
    ...row.env?.(gos),
  };
  const report = await check(hub.checkOut(merge), event, {
    env,
    inputs: row.inputs?.(gos) ?? {},
    change: (ports) => ({ ...ports, toolCache: makeToolCache(env, ports.work) }),
  });
  expect(report.environment?.go?.version, reasonOf(report)).toBe(gos.now.version);
  expect(report.verdict.outcome, reasonOf(report)).toBe(row.outcome);
  const steps = report.baseline.steps.join("\n");
  if (row.says === undefined) expect(steps).not.toContain("the base is built with Go ");
  else expect(steps).toContain(row.says);
  if (row.outcome === "pass") return;
  expect(report.cells[0]?.base, reasonOf(report)).toMatchObject({ linkage: { kind: "static" }, unchanged: false });
  expect(report.verdict.reason).toContain("is now dynamic (was static");
  const [place] = annotationsOf(report).map(({ file, line }) => `${file ?? ""}:${line ?? ""}`);
  expect(place, reasonOf(report)).toBe(row.at);
}
