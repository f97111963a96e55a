import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { configure } from "../src/config/configure.ts";
import { parseConfigFile } from "../src/config/config-file.ts";
import { renderPolicy } from "../src/init/first-policy.ts";
import { initPolicy } from "../src/init/init.ts";
import { violationOf } from "../src/judge/violations.ts";
import { makeFiles } from "../src/ports/files.ts";
import { nodePorts } from "../src/ports/node.ts";
import type { Ports } from "../src/ports/types.ts";
import { renderMarkdown } from "../src/report/markdown.ts";
import { run } from "../src/run.ts";
import { linkageOf, makeCell } from "./support/cells.ts";
import { plainEnvironment, runReport, writeModule } from "./support/engine.ts";
import { describeWith } from "./support/tools.ts";
import { noPolicy } from "../src/model/policy.ts";
import type { Report, Cell } from "../src/model/report.ts";

// The policy on real repositories and real builds.

const scratch = mkdtempSync(join(tmpdir(), "policy-"));

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

type Files = Readonly<Record<string, string>>;

const config = ".github/go-linkage.yml";
const pure = "package main\n\nfunc main() {}\n";
const users = 'package main\n\nimport _ "os/user"\n\nfunc main() {}\n';

/** A repository with two commits. */
function makeRepository(name: string, base: Files, head: Files): string {
  const dir = join(scratch, name);
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
      cwd: dir,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  writeModule(dir, base);
  git("init", "-q", "-b", "main");
  git("add", ".");
  git("commit", "-q", "-m", "base");
  git("branch", "base");
  for (const path of Object.keys(base)) if (!(path in head)) rmSync(join(dir, path));
  writeModule(dir, head);
  git("add", "-A");
  git("commit", "-q", "-m", "head");
  return dir;
}

type Row = {
  readonly name: string;
  readonly base: Files;
  readonly head: Files;
  readonly inputs?: Files;
  readonly outcome: "pass" | "warn" | "fail";
  readonly says: string;
  readonly kinds: readonly string[];
  readonly step?: string;
};

const strict = "rules:\n  - require: static\n";
const relaxed = `${strict}  - packages: cmd/gui\n    require: dynamic\n    reason: LDAP\n`;

const rows: readonly Row[] = [
  {
    name: "dynamic, and allowed by the same change",
    base: { "cmd/gui/main.go": pure, [config]: strict },
    head: { "cmd/gui/main.go": users, [config]: relaxed },
    outcome: "warn",
    says: "this change relaxes the policy: cmd/gui HOST static → dynamic",
    kinds: ["policy-relaxed"],
  },
  {
    name: "dynamic, and allowed before",
    base: { "cmd/gui/main.go": pure, [config]: relaxed },
    head: { "cmd/gui/main.go": users, [config]: relaxed },
    outcome: "pass",
    says: "gui is dynamic",
    kinds: [],
  },
  {
    name: "dynamic, and not allowed",
    base: { "cmd/gui/main.go": pure, [config]: strict },
    head: { "cmd/gui/main.go": users, [config]: strict },
    outcome: "fail",
    says: "was static and is dynamic now",
    kinds: ["policy", "regression"],
  },
  {
    name: "dynamic on both sides, and the rule was taken away with the file",
    base: { "cmd/gui/main.go": users, [config]: strict },
    head: { "cmd/gui/main.go": users },
    inputs: { "policy-relaxation": "fail" },
    outcome: "fail",
    says: "this change relaxes the policy: cmd/gui HOST static → none",
    kinds: ["policy-relaxed"],
  },
  {
    name: "-buildmode=pie switched on in the file",
    base: { "cmd/gui/main.go": users, [config]: "inputs: { ship: cgo-disabled }\n" },
    head: { "cmd/gui/main.go": users, [config]: "inputs: { ship: cgo-disabled, flags: -buildmode=pie }\n" },
    outcome: "fail",
    says: "-buildmode=pie (exe before)",
    kinds: ["regression"],
    step: `the base is built as its own ${config} says; flags differs`,
  },
  {
    name: "another strategy ships",
    base: { "cmd/gui/main.go": users, [config]: "inputs: { ship: cgo-disabled }\n" },
    head: { "cmd/gui/main.go": users, [config]: "inputs: { ship: default }\n" },
    outcome: "fail",
    says: "was static and is dynamic now",
    kinds: ["regression"],
    step: "ship differs",
  },
  {
    name: "what the workflow gives holds on both sides",
    base: { "cmd/gui/main.go": users, [config]: "inputs: { ship: cgo-disabled }\n" },
    head: { "cmd/gui/main.go": users, [config]: "inputs: { ship: default }\n" },
    inputs: { ship: "netgo" },
    outcome: "pass",
    says: "gui is static with netgo",
    kinds: [],
  },
  {
    name: "a strategy of the file became another one",
    base: {
      "cmd/gui/main.go": users,
      [config]: "inputs: { ship: mine }\nstrategies: { mine: { tags: [netgo, osusergo] } }\n",
    },
    head: { "cmd/gui/main.go": users, [config]: "inputs: { ship: mine }\nstrategies: { mine: {} }\n" },
    outcome: "fail",
    says: "was static and is dynamic now",
    kinds: ["regression"],
    step: "the shipped strategy differs",
  },
  {
    name: "the base's file cannot be read",
    base: { "cmd/gui/main.go": pure, [config]: "rules: 3\n" },
    head: { "cmd/gui/main.go": users, [config]: relaxed },
    outcome: "pass",
    says: "gui is dynamic",
    kinds: [],
    step: `the base's config cannot be read, so this one counts for it too (${config} of the base:1:8: rules: a list was expected`,
  },
  {
    name: "fail-on was emptied",
    base: { "cmd/gui/main.go": pure, [config]: "inputs: {}\n" },
    head: { "cmd/gui/main.go": users, [config]: "inputs: { fail-on: none }\n" },
    outcome: "warn",
    says: "this change relaxes the policy: fail-on is without regression, policy, build, missing; gui was static",
    kinds: ["regression"],
  },
];

async function examine(dir: string, inputs: Files): Promise<Report> {
  const given = { "working-directory": dir, strategies: "default", "baseline-ref": "base", ...inputs };
  return runReport(given, plainEnvironment());
}

describeWith(["go", "git", "gcc"], "a change and its policy", () => {
  it.each(rows)("$name: $outcome", async ({ name, base, head, inputs = {}, outcome, says, kinds, step = "" }) => {
    const report = await examine(makeRepository(name.replaceAll(/\W+/g, "-"), base, head), inputs);
    const shipped = report.cells.filter(({ strategy }) => strategy === report.ship);
    const reason = report.verdict.reason.replaceAll(shipped[0]?.platform ?? "", "HOST");
    expect({ outcome: report.verdict.outcome, reason }).toEqual({
      outcome,
      reason: expect.stringContaining(says) as string,
    });
    const worth = ["policy", "policy-relaxed", "regression"];
    expect(
      shipped.flatMap(({ findings }) => findings.map(({ kind }) => kind)).filter((kind) => worth.includes(kind)),
    ).toEqual(kinds);
    expect(report.baseline.steps.join("\n")).toContain(step);
    expect(renderMarkdown(report)).toContain("Static linking: ");
  });

  it("leaves no trace in the repository", async () => {
    const dir = makeRepository("clean", { "main.go": pure, [config]: strict }, { "main.go": users, [config]: relaxed });
    await examine(dir, {});
    expect(execFileSync("git", ["status", "--porcelain"], { cwd: dir, encoding: "utf8" })).toBe("");
  });
});

describeWith(["go", "gcc"], "a strategy of the config file", () => {
  it("is built as it says, merged with the caller's flags, and recommended when nothing else is static", async () => {
    const dir = join(scratch, "own");
    const own =
      "inputs: { ship: mine, flags: -tags=osusergo -ldflags=-s }\nstrategies:\n  mine:\n    env: { CGO_ENABLED: 1 }\n    tags: [netgo]\n    ldflags: -w -linkmode=external\n    extldflags: -static\n";
    writeModule(dir, { "main.go": users.replace("os/user", "net"), [config]: own });
    const report = await runReport({ "working-directory": dir, strategies: "default" }, plainEnvironment());
    const cell = report.cells.find(({ strategy }) => strategy === "mine");
    expect(report.cells.map(({ strategy }) => strategy)).toEqual(["default", "mine"]);
    expect(cell).toMatchObject({ status: "built", linkage: { kind: "static" }, link: { mode: "external" } });
    expect(cell?.build.argv).toEqual([
      "go",
      "build",
      "-tags=osusergo,netgo",
      "-ldflags=-linkmode=external -s -w -extldflags=-static",
      "example.com/app",
    ]);
    expect(cell?.build.env).toMatchObject({ CGO_ENABLED: "1" });
    expect(cell?.findings.map(({ kind }) => kind)).not.toContain("prediction");
    expect(report.recommendation).toMatchObject([{ strategy: "mine" }]);
    expect(report.policy).toEqual({ file: config, rules: 0, notes: [] });
  });

  it("is part of all, and foretold", async () => {
    const dir = join(scratch, "all");
    writeModule(dir, {
      "main.go": pure,
      [config]: "strategies: { mine: { buildmode: exe } }\nrules: [{ packages: x, require: any }]\n",
    });
    const report = await runReport({ "working-directory": dir, mode: "explain" }, plainEnvironment());
    expect(report.cells.map(({ strategy }) => strategy)).toContain("mine");
    expect(report.policy.notes).toEqual([`the rule at ${config}:2 is for nothing in this run`]);
  });
});

describeWith(["go", "git", "gcc"], "policy init", () => {
  const { files } = makeFiles(scratch);
  const ports = (): Ports => ({
    ...nodePorts({
      files,
      log: {
        group: (_title, body) => body(),
        info: () => undefined,
        warning: () => undefined,
        raw: () => undefined,
        activity: () => () => undefined,
      },
      signal: new AbortController().signal,
    }),
    env: plainEnvironment(),
  });

  it("writes a policy under which the same run passes, and a worse one does not", async () => {
    const dir = join(scratch, "init");
    writeModule(dir, { "cmd/a/main.go": pure, "cmd/b/main.go": pure, "cmd/gui/main.go": users });
    execFileSync("git", ["init", "-q"], { cwd: dir });
    const given = { "working-directory": dir, flags: "-trimpath" };
    const call = { given, output: undefined, force: false };
    await initPolicy(call, { ports: ports(), run });
    const text = readFileSync(join(dir, config), "utf8");
    expect(text).toContain('inputs:\n  flags: "-trimpath"\n');
    expect(text).not.toContain(dir);
    expect(text).toMatch(
      /rules:\n {2}# Everything .*\n {2}- require: static\n {2}# These: .*\n {2}- packages: \[cmd\/gui\]\n {4}require: dynamic\n {4}max-glibc: "2\.\d+"\n {4}needed: \[libc\.so\.6\]\n$/,
    );
    const same = await runReport({ ...given, strategies: "default" }, plainEnvironment());
    expect(same.verdict.outcome).toBe("pass");
    expect(same.policy.rules).toBe(2);
    writeModule(dir, { "cmd/b/main.go": users });
    const worse = await runReport({ ...given, strategies: "default" }, plainEnvironment());
    expect(worse.verdict).toMatchObject({
      outcome: "fail",
      reason: expect.stringContaining("asks for static") as string,
    });

    await expect(initPolicy(call, { ports: ports(), run })).rejects.toThrow(/is there already; --force writes it anew/);
    await initPolicy({ ...call, force: true }, { ports: ports(), run });
    expect(readFileSync(join(dir, config), "utf8")).toContain("packages: [cmd/b, cmd/gui]");
    expect(await initPolicy({ ...call, output: "-" }, { ports: ports(), run })).toBe(
      readFileSync(join(dir, config), "utf8"),
    );
    expect(existsSync(join(dir, "-"))).toBe(false);
  });

  it("keeps inputs and strategies of a file that is there", async () => {
    const dir = join(scratch, "kept");
    const own =
      'inputs: { ship: mine }\nstrategies: { mine: { tags: [netgo], ldflags: -X "main.v=a b", env: { A: 1 } } }\nrules: []\n';
    writeModule(dir, { "main.go": pure, [config]: own });
    const given = { "working-directory": dir };
    await initPolicy({ given, output: undefined, force: true }, { ports: ports(), run });
    const before = await parseConfigFile(own, "F");
    const { request, strategies } = await configure(given, ports());
    expect(strategies).toEqual(before.strategies.map((each) => ({ ...each, summary: "Of .github/go-linkage.yml." })));
    expect(request).toMatchObject({ gate: { ship: "mine" } });
  });
});

describe("a first policy", () => {
  const kinds = fc.constantFrom(
    "static",
    "static-pie",
    "system",
    "dynamic",
    "library",
    "packed",
    "unreadable" as const,
  );
  const cell = fc
    .record({
      name: fc.oneof(
        fc.constantFrom("a", "a/b", "b", "x/a/b", "tools/b", "y/tools/b"),
        fc.string({ minLength: 1, maxLength: 6 }),
      ),
      platform: fc.constantFrom("linux/amd64", "linux/arm/v7", "linux/arm", "darwin/arm64"),
      kind: kinds,
      status: fc.constantFrom("built", "built", "built", "failed", "skipped" as const),
      library: fc.constantFrom("libc.so.6", "libm.so.6", "lib [x]\\.so"),
      minGlibc: fc.constantFrom("2.31", "2.34", null),
    })
    .map(({ name, platform, kind, status, library, minGlibc }): Cell => {
      const linkage = kind === "dynamic" ? { ...linkageOf(kind), needed: [library], minGlibc } : linkageOf(kind);
      const made = makeCell({ package: `example.com/${name}`, platform, status, kind });
      return status === "built" ? { ...made, linkage } : made;
    });

  it("is always one that can be read, and under which just that run passes", async () => {
    const unique = fc.uniqueArray(cell, {
      minLength: 1,
      maxLength: 8,
      selector: (each) => `${each.package.trim().replaceAll(/[[\]{}\\!\s?*]/g, "?")} ${each.platform}`,
    });
    await fc.assert(
      fc.asyncProperty(
        unique,
        fc.dictionary(fc.constantFrom("flags", "go-version"), fc.stringMatching(/^-?[\w "#:=.]*$/)),
        async (cells, inputs) => {
          const usable = Object.fromEntries(
            Object.entries(inputs).filter(([, value]) => (value.split('"').length & 1) === 1),
          );
          const text = renderPolicy({ cells, inputs: usable, strategies: [] });
          const { rules, inputs: read } = await parseConfigFile(text, "F");
          expect(read).toEqual(usable);
          const policy = { ...noPolicy, rules, today: "2026-11-23" };
          const broken = cells.filter((each) => violationOf(each, { require: "none", policy }) !== undefined);
          expect(broken.map((each) => [each.package, each.platform, text])).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
