import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { listSystems } from "../src/report/list-systems.ts";
import { renderMarkdown } from "../src/report/markdown.ts";
import { version } from "../src/version.ts";
import { renderTerminal } from "../src/report/terminal.ts";
import { goLinkage, root } from "./support/cli.ts";
import { brokenJunitRules, parseXml } from "./support/junit.ts";
import { neutral } from "./support/neutral.ts";
import { brokenGithubRules } from "./support/sarif.ts";
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
  const all = await goLinkage(["-h"]);
  expect(await goLinkage(["help"])).toEqual(all);
  expect(all.stdout).toContain("go-linkage policy init");
  const systems = await goLinkage(["systems"]);
  expect([systems.exitCode, systems.stdout]).toEqual([0, listSystems()]);
  expect(await goLinkage(["systems", "debian"])).toMatchObject({ exitCode: 2, stdout: "" });
  const inspect = await goLinkage(["help", "inspect"]);
  expect([inspect.exitCode, inspect.stdout.includes("--require"), inspect.stdout.includes("--ship")]).toEqual([
    0,
    true,
    false,
  ]);
});

// What is wrong with the inputs themselves is in config/mistakes.engine.test.ts.
describeWith(["go"], "the command line answers the caller's mistakes with exit code 2", () => {
  it.each([
    {
      name: "an unknown option",
      args: ["--stategies", "all"],
      says: "unknown option --stategies; did you mean --strategies? (go-linkage --help lists the options)",
    },
    { name: "an option without its value", args: ["--ship"], says: "--ship needs a value: --ship=VALUE" },
    { name: "a value of a word that has none", args: ["--json=yes"], says: "--json takes no value" },
    { name: "a typo in a command", args: ["chekc", "."], says: "unknown command chekc; did you mean check?" },
    {
      name: "an option that the command does not use",
      args: ["inspect", "--ship", "musl", "app"],
      says: "inspect does not use --ship; go-linkage help inspect lists what it uses",
    },
    { name: "a platform", args: ["--platforms", "linux/amd46"], says: "builds for; did you mean linux/amd64?" },
    {
      name: "a mistake in the config file",
      args: ["--config", "wrong.yml"],
      says: 'go-linkage: wrong.yml:2:14: rules[0].require: "statc" is not one of: static, static-pie, system, dynamic, any, none; did you mean static?',
    },
    {
      name: "-o for something else than a policy",
      args: ["-o", "x"],
      says: "-o and --force are only for go-linkage init and policy init",
    },
  ])("$name", async ({ args, says }) => {
    writeModule(scratch, { "main.go": main(), "wrong.yml": "rules:\n  - require: statc\n" });
    const { exitCode, stdout, stderr } = await goLinkage(args, { cwd: scratch });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).not.toContain("    at ");
  });
});

describeWith(["go"], "policy init", () => {
  it("writes the file, and says where", async () => {
    writeModule(scratch, { "main.go": main() });
    const init = await goLinkage(["policy", "init", "--ship", "cgo-disabled", "-o", ".github/go-linkage.yml"], {
      cwd: scratch,
    });
    expect(init).toMatchObject({ exitCode: 0, stdout: "wrote .github/go-linkage.yml; read it, and commit it\n" });
    const text = readFileSync(join(scratch, ".github/go-linkage.yml"), "utf8");
    expect(text).toContain("inputs:\n  ship: cgo-disabled\n");
    expect(text).toContain("rules:\n  # Everything that no rule below is for: static");
  });
});

describeWith(["go", "gcc"], "the command line on real programs", () => {
  it("shows what a program is, and what to ship", async () => {
    const name = "resolver";
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

  it("colours only where it is wanted, and writes what code scanning and test reporters read", async () => {
    const [sarif, junit] = [join(scratch, "deep/report.sarif"), join(scratch, "report.xml")];
    const args = ["./examples/resolver", "--strategies=default", "--require=static"];
    const { exitCode, stdout, stderr } = await goLinkage(
      [...args, `--report-sarif=${sarif}`, `--report-junit=${junit}`],
      { env: { FORCE_COLOR: "1", NO_COLOR: undefined } },
    );
    expect([exitCode, stdout.includes("\u001b[")]).toEqual([1, true]);
    // A pipe gets plain lines, one when a build begins and one when it ends.
    expect(stderr).toMatch(/^Go \S+, from PATH/m);
    expect(stderr).toMatch(/^building example.com\/resolver, \S+, default$/m);
    expect(stderr).toMatch(/^1\/1 built example.com\/resolver, \S+, default in \d+\.\d s$/m);
    expect(brokenGithubRules(readFileSync(sarif, "utf8"))).toEqual([]);
    expect(brokenJunitRules(parseXml(readFileSync(junit, "utf8")))).toEqual([]);
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
