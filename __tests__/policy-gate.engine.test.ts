import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { configure } from "../src/config/configure.ts";
import { parseConfigFile } from "../src/config/config-file.ts";
import { renderPolicy } from "../src/init/first-policy.ts";
import { initPolicy } from "../src/init/init.ts";
import { violationOf } from "../src/judge/violations.ts";
import { makeFiles } from "../src/ports/files.ts";
import { nodePorts } from "../src/ports/node.ts";
import type { Ports } from "../src/ports/types.ts";
import { run } from "../src/run.ts";
import { linkageOf, makeCell } from "./support/cells.ts";
import { plainEnvironment, runReport, writeModule } from "./support/engine.ts";
import {
  config,
  examine,
  kindOf,
  makeRepository,
  pure,
  relaxed,
  rows,
  scratch,
  strict,
  testRow,
  users,
} from "./support/policy-rows.ts";
import { samplesOf } from "./support/sample.ts";
import { describeWith } from "./support/tools.ts";
import { noLimits, noPolicy } from "../src/model/policy.ts";
import type { Cell } from "../src/model/report.ts";

describeWith(["go", "git", "gcc"], "a change and its policy", () => {
  it.each(samplesOf(rows, kindOf))("$name: $outcome", testRow);

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
    expect(report.policy.notes).toEqual([`the rule at ${config}:2 matches nothing in this run`]);
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
      /rules:\n {2}# Everything .*\n {2}- require: static\n {2}# These: .*\n {2}- packages: \[cmd\/gui\]\n {4}require: any\n {4}max-glibc: "2\.\d+"\n {4}needed: \[libc\.so\.6\]\n$/,
    );
    const same = await runReport({ ...given, strategies: "default" }, plainEnvironment());
    expect(same.verdict.outcome).toBe("pass");
    expect(same.policy.rules).toBe(2);
    writeModule(dir, { "cmd/b/main.go": users });
    const worse = await runReport({ ...given, strategies: "default" }, plainEnvironment());
    expect(worse.verdict).toMatchObject({
      outcome: "fail",
      reason: expect.stringContaining("requires static") as string,
    });

    await expect(initPolicy(call, { ports: ports(), run })).rejects.toThrow(
      /already exists; use --force to overwrite it/,
    );
    await initPolicy({ ...call, force: true }, { ports: ports(), run });
    expect(readFileSync(join(dir, config), "utf8")).toContain("packages: [cmd/b, cmd/gui]");
    expect(await initPolicy({ ...call, output: "-" }, { ports: ports(), run })).toEqual({
      text: readFileSync(join(dir, config), "utf8"),
      notes: "",
    });
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
    expect(request).toMatchObject({ build: { ship: "mine" } });
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
    // A rule writes ? for what a glob cannot say: two packages that one such glob stands for cannot be told apart.
    const globOf = (each: Cell): string => each.package.replaceAll(/[[\]{}\\!\s?*]/g, "?");
    const standsFor = (glob: string, name: string): boolean =>
      Array.from(glob, (character, at) => (character === "?" ? name[at] : character)).join("") === name;
    const unique = fc
      .uniqueArray(cell, { minLength: 1, maxLength: 8, selector: (each) => `${globOf(each)} ${each.platform}` })
      .filter((cells) =>
        cells.every((each) =>
          cells.every((other) => each.package === other.package || !standsFor(globOf(each), other.package)),
        ),
      );
    await fc.assert(
      fc.asyncProperty(
        unique,
        fc.dictionary(fc.constantFrom("go-version-file", "go-version"), fc.stringMatching(/^-?[\w "#:=.]*$/)),
        async (cells, inputs) => {
          const usable = Object.fromEntries(
            Object.entries(inputs).filter(([, value]) => (value.split('"').length & 1) === 1),
          );
          const text = renderPolicy({ cells, inputs: usable, strategies: [] });
          const { rules, inputs: read } = await parseConfigFile(text, "F");
          expect(read).toEqual(usable);
          const policy = { ...noPolicy, rules, today: "2026-11-23" };
          const broken = cells.filter(
            (each) => violationOf(each, { ...noLimits, require: "none", policy }) !== undefined,
          );
          expect(broken.map((each) => [each.package, each.platform, text])).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
