import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { renderMarkdown } from "../src/report/markdown.ts";
import { version } from "../src/version.ts";
import { renderTerminal } from "../src/report/terminal.ts";
import { goLinkage, root } from "./support/cli.ts";
import { brokenJunitRules, countedBy, parseXml } from "./support/junit.ts";
import { neutral } from "./support/neutral.ts";
import { brokenGithubRules, readSarif } from "./support/sarif.ts";
import { describeWith } from "./support/tools.ts";
import type { Report } from "../src/model/report.ts";

let scratch: string;

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "cli-"));
});

afterEach(() => {
  rmSync(scratch, { recursive: true, force: true });
});

function writeModule(dir: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries({ "go.mod": "module example.com/app\n\ngo 1.21\n", ...files })) {
    const path = join(dir, name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, text);
  }
}

const main = (imports = ""): string => `package main\n${imports}\nfunc main() {}\n`;

it("prints its options and its version", async () => {
  expect(await goLinkage(["--version"])).toMatchObject({ exitCode: 0, stdout: `go-linkage ${version}\n` });
  const { exitCode, stdout } = await goLinkage(["check", "--help"]);
  expect(exitCode).toBe(0);
  for (const word of ["--strategies", "--require", "--json", "Exit codes"]) expect(stdout).toContain(word);
});

describeWith(["go"], "the command line answers the caller's mistakes with exit code 2", () => {
  it.each([
    { name: "an unknown option", args: ["--stategies", "all"], says: "Unknown option '--stategies'" },
    {
      name: "an unknown strategy",
      args: ["--strategies", "musll"],
      says: 'strategies: "musll" is not one of: default, ',
    },
    { name: "an unknown strategy to ship", args: ["--ship", "none"], says: 'ship: "none" is not one of: default, ' },
    {
      name: "a platform Go does not know",
      args: ["--platforms", "linux/z80"],
      says: 'platforms: "linux/z80" is not a platform',
    },
    { name: "a variant Go does not know", args: ["--platforms", "linux/amd64/v9"], says: "allowed: v1, v2, v3, v4" },
    { name: "a flag of ours", args: ["--flags", "-o x"], says: "flags: -o is not allowed here: use output-dir" },
    { name: "a package among the flags", args: ["--flags", "./cmd"], says: 'flags: "./cmd" is not a flag of go build' },
    { name: "an open quote", args: ["--flags", `-ldflags="-s`], says: "cannot be split into words" },
    {
      name: "an open quote of Go's",
      args: ["--flags", `-ldflags="-X 'a"`, "--strategies=external"],
      says: "unterminated ' string",
    },
    { name: "a file for a package", args: ["main.go"], says: 'packages: "main.go" is a file' },
    { name: "no main package", args: ["./lib"], says: "it matches only example.com/app/lib (package lib)" },
    { name: "no package", args: ["./none"], says: "names no main package" },
    {
      name: "a folder that is not there",
      args: ["--working-directory", "nope"],
      says: 'working-directory: "nope": there is no',
    },
    {
      name: "linker flags nobody can read",
      args: ["--flags", `-ldflags="-X 'a"`, "--strategies=default"],
      says: "unterminated ' string",
    },
    {
      name: "a build mode without a program",
      args: ["--flags", "-buildmode=archive"],
      says: "leaves no program to judge",
    },
    { name: "a wrong require", args: ["--require", "dynamic"], says: 'require: "dynamic" is not one of: static, none' },
    {
      name: "a config file that is not there",
      args: ["--config", "no.yml"],
      says: 'config: there is no file "no.yml"',
    },
    {
      name: "a mistake in the config file",
      args: ["--config", "wrong.yml"],
      says: 'go-linkage: wrong.yml:2:14: rules[0].require: "statc" is not one of: static, static-pie, system, dynamic, any, none; did you mean static?',
    },
    {
      name: "-o for something else than a policy",
      args: ["-o", "x"],
      says: "-o and --force belong to go-linkage policy init",
    },
    {
      name: "a policy that is there already",
      args: ["policy", "init", "-o", "wrong.yml"],
      says: "policy init: wrong.yml is there already; --force writes it anew",
    },
    {
      name: "a flag that go does not know",
      args: ["--flags", "-nosuch"],
      says: "flag provided but not defined: -nosuch",
    },
  ])("$name", async ({ args, says }) => {
    writeModule(scratch, {
      "main.go": main(),
      "lib/lib.go": "package lib\n",
      "wrong.yml": "rules:\n  - require: statc\n",
    });
    const { exitCode, stdout, stderr } = await goLinkage(args, { cwd: scratch });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).not.toContain("    at ");
  });
});

describeWith(["go"], "policy init", () => {
  it("writes what the next run reads", async () => {
    writeModule(scratch, { "main.go": main() });
    const init = await goLinkage(["policy", "init", "--ship", "cgo-disabled", "-o", ".github/go-linkage.yml"], {
      cwd: scratch,
    });
    expect(init).toMatchObject({ exitCode: 0, stdout: "wrote .github/go-linkage.yml; read it, and commit it\n" });
    const text = readFileSync(join(scratch, ".github/go-linkage.yml"), "utf8");
    expect(text).toContain("inputs:\n  ship: cgo-disabled\n");
    expect(text).toContain("rules:\n  # Everything that no rule below is for: static");
    const check = await goLinkage(["--strategies", "cgo-disabled", "--json"], { cwd: scratch });
    expect(check.exitCode).toBe(0);
    const { ship, policy } = JSON.parse(check.stdout) as Report;
    expect({ ship, policy }).toEqual({
      ship: "cgo-disabled",
      policy: { file: ".github/go-linkage.yml", rules: 1, notes: [] },
    });
  });
});

describeWith(["go", "gcc"], "the command line on real programs", () => {
  it.each(["resolver", "bindings"])("shows what %s is, and what to ship", async (name) => {
    const files = [join(scratch, "deep/report.json"), join(scratch, "report.md")] as const;
    const args = ["check", `./examples/${name}`];
    const { exitCode, stdout } = await goLinkage([
      ...args,
      `--report-json=${files[0]}`,
      `--report-markdown=${files[1]}`,
    ]);
    const report = JSON.parse(readFileSync(files[0], "utf8")) as Report;
    expect(stdout).toBe(renderTerminal(report, { color: false, width: 120 }));
    expect(readFileSync(files[1], "utf8")).toBe(renderMarkdown(report));

    const page = renderTerminal(neutral(report), { color: false, width: 120 });
    const shown = `$ go-linkage ${args.join(" ")}\n\n${page}\nexit code ${exitCode ?? "none"}\n`;
    await expect(shown).toMatchFileSnapshot(`golden/check-${name}.txt`);
    await expect(renderMarkdown(neutral(report))).toMatchFileSnapshot(`golden/check-${name}.md`);
  });

  it("--report-sarif and --report-junit are what code scanning and test reporters read", async () => {
    const [sarif, junit] = [join(scratch, "deep/report.sarif"), join(scratch, "report.xml")];
    const formatArgs = [`--report-sarif=${sarif}`, `--report-junit=${junit}`];
    const { exitCode } = await goLinkage(["check", "./examples/resolver", "--require=static", ...formatArgs]);
    expect(exitCode).toBe(1);
    const log = readFileSync(sarif, "utf8");
    expect(brokenGithubRules(log)).toEqual([]);
    const [policy] = readSarif(log).results;
    expect(policy).toMatchObject({ ruleId: "policy", level: "error" });
    expect(policy?.locations?.[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: "examples/resolver/main.go" },
      region: { startLine: 5 },
    });
    const document = readFileSync(junit, "utf8");
    expect(brokenJunitRules(parseXml(document))).toEqual([]);
    const counts = { tests: 4, failed: 1, skipped: 0 };
    expect(await countedBy(document)).toEqual({ junit2json: counts, "test-results-parser": counts });
  });

  it("inspect and explain have them too", async () => {
    const [sarif, junit] = [join(scratch, "report.sarif"), join(scratch, "report.xml")];
    for (const call of [
      ["inspect", process.execPath],
      ["explain", "./examples/bindings"],
    ]) {
      await goLinkage([...call, `--report-sarif=${sarif}`, `--report-junit=${junit}`]);
      expect(brokenGithubRules(readFileSync(sarif, "utf8"))).toEqual([]);
      const root = parseXml(readFileSync(junit, "utf8"));
      expect(brokenJunitRules(root)).toEqual([]);
      expect(Number(root.attributes.tests)).toBeGreaterThan(0);
    }
  });

  it("a pipe gets plain lines on stderr, one when a build begins and one when it ends", async () => {
    const { stderr } = await goLinkage(["./examples/pure", "--strategies=default"]);
    expect(stderr).toMatch(/^Go \S+, from PATH/m);
    expect(stderr).toMatch(/^building example.com\/pure, \S+, default$/m);
    expect(stderr).toMatch(/^1\/1 built example.com\/pure, \S+, default in \d+\.\d s$/m);
    expect(stderr).not.toContain("\u001b");
  });

  it("colours only where it is wanted", async () => {
    const plain = await goLinkage(["./examples/pure", "--strategies=default"]);
    const forced = await goLinkage(["./examples/pure", "--strategies=default"], {
      env: { FORCE_COLOR: "1", NO_COLOR: undefined },
    });
    expect([plain.stdout.includes("\u001b["), forced.stdout.includes("\u001b[")]).toEqual([false, true]);
  });

  it("builds several main packages of one module at once, and says which of them failed and why", async () => {
    writeModule(scratch, {
      "cmd/good/main.go": main(),
      "cmd/broken/main.go": "package main\n\nfunc main() { undefinedName() }\n",
      "cmd/resolver/main.go": main('import _ "net"'),
      "other/good/main.go": main(),
      "lib/lib.go": "package lib\n",
    });
    const { exitCode, stdout } = await goLinkage(["--json", "--strategies=default"], { cwd: scratch });
    const report = JSON.parse(stdout) as Report;
    expect(exitCode).toBe(1);
    expect(report.verdict.reason).toMatch(
      /^broken does not build with default: cmd\/broken\/main\.go:3:15: undefined: undefinedName$/,
    );
    expect(report.cells.map((cell) => [cell.package, cell.status, cell.linkage?.kind])).toEqual([
      ["example.com/app/cmd/broken", "failed", undefined],
      ["example.com/app/cmd/good", "built", "static"],
      ["example.com/app/cmd/resolver", "built", "dynamic"],
      ["example.com/app/other/good", "built", "static"],
    ]);
    const [, , resolver] = report.cells;
    expect(resolver?.cgo).toEqual([
      { package: "net", chain: ["example.com/app/cmd/resolver", "net"], file: "cmd/resolver/main.go", line: 2 },
    ]);
    expect(report.cells[0]?.build.output).toContain("undefined: undefinedName");
    expect(report.cells[1]?.build.output).not.toContain("undefinedName");
  });

  it("proves by running, in an empty root, that what is static starts, and that what crashes does not", async () => {
    const proven = await goLinkage(["./examples/resolver", "--json", "--prove", "--version"]);
    const proofs = (JSON.parse(proven.stdout) as Report).cells.map(({ strategy, proof }) => [
      strategy,
      proof?.result ?? null,
    ]);
    expect(proofs).toEqual([
      ["default", null],
      ["cgo-disabled", "proven"],
      ["netgo", "proven"],
      ["external", "proven"],
    ]);
    const flags = `--flags=-ldflags="--linkmode=external -extldflags=-static"`;
    const args = ["./examples/pure", "--json", "--strategies=default", flags, "--prove=--version"];
    const crashing = JSON.parse((await goLinkage(args)).stdout) as Report;
    expect(crashing.cells[0]?.proof).toMatchObject({ result: "refused", signal: "SIGTRAP" });
    expect(crashing.cells[0]?.findings[0]).toMatchObject({ kind: "refused", level: "error" });
    expect(crashing.verdict.outcome).toBe("fail");
  });

  it("Ctrl-C ends the builds and leaves nothing behind", async () => {
    const env = { TMPDIR: join(scratch, "tmp"), GOCACHE: join(scratch, "cache") };
    mkdirSync(env.TMPDIR);
    const child = spawn(process.execPath, [join(root, "dist/cli.js"), "./examples/resolver"], {
      cwd: root,
      env: { ...process.env, ...env },
    });
    await new Promise((resolve) =>
      child.stderr.on("data", (text: Buffer) => text.includes("building") && setTimeout(resolve, 1500, null)),
    );
    child.kill("SIGINT");
    const signal = await new Promise((resolve) =>
      child.on("close", (_code, name) => {
        resolve(name);
      }),
    );
    expect(signal).toBe("SIGINT");
    expect(readdirSync(env.TMPDIR)).toEqual([]);
    const { stdout } = await runProgram("ps", ["-eo", "args"]);
    expect(stdout.split("\n").filter((line) => line.includes(scratch))).toEqual([]);
  });
});

it.each([
  { name: "a reader that went away", shell: "| true; exit ${PIPESTATUS[0]}", exitCode: 0, says: "" },
  { name: "a full disk", shell: "> /dev/full", exitCode: 3, says: "the report cannot be written" },
])("outlives $name", ({ shell, exitCode, says }) => {
  const line = `"${process.execPath}" dist/cli.js inspect "${process.execPath}" ${shell}`;
  const { status, stderr } = spawnSync("bash", ["-c", line], { cwd: root, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: exitCode, stderr: expect.stringContaining(says) as string });
  expect(stderr).not.toContain("    at ");
});

function runProgram(program: string, args: readonly string[] = []): Promise<{ stdout: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
    let stdout = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.on("error", reject);
    child.on("close", () => {
      resolve({ stdout });
    });
  });
}

it("the examples each say what they show", () => {
  for (const name of readdirSync(join(root, "examples"))) {
    expect(existsSync(join(root, "examples", name, "go.mod"))).toBe(true);
    expect(readFileSync(join(root, "examples", name, "main.go"), "utf8")).toMatch(/^\/\/ [A-Z]/);
  }
});
