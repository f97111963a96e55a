import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { goLinkage } from "./support/cli.ts";
import { Runner, type StepResult } from "./support/runner.ts";
import { describeWith } from "./support/tools.ts";
import { lineBreaks } from "./support/line-breaks.ts";

// Real files whose names, interpreter, SONAME and messages begin a line with a command to the runner, through the bundle.

let dir = "";
let runner: Runner;
let step: StepResult;
let precious = "";

const commands = (what: string): string =>
  lineBreaks
    .map((end, at) => `${end}::${at % 2 === 0 ? "error::" : "set-output name=verdict::"}PLANTED-${what}`)
    .join("");

function compile(path: string, args: readonly string[], source = "int main(void) { return 0; }"): void {
  execFileSync("gcc", ["-x", "c", "-", "-x", "none", "-o", path, ...args], { input: source });
}

beforeAll(async () => {
  runner = new Runner();
  dir = mkdtempSync(join(tmpdir(), "hostile-"));
  precious = join(dir, "go-linkage-abcdef");
  mkdirSync(precious);
  writeFileSync(join(precious, "kept"), "");
  mkdirSync(join(dir, "bin"));
  const save = `\n::save-state name=temp-dirs::["${precious}"]\n::save-state name=nonce::""`;
  const library = join(dir, "lib.so");
  compile(library, ["-shared", `-Wl,-soname=libx.so${commands("soname")}`], "int f(void) { return 0; }");
  compile(join(dir, "bin", "soname"), [library], "int f(void); int main(void) { return f(); }");
  compile(join(dir, "bin", "interpreter"), [`-Wl,--dynamic-linker=/ld.so${commands("interp")}${save}`]);
  for (const [at, end] of lineBreaks.entries()) {
    copyFileSync(join(dir, "bin", "interpreter"), join(dir, "bin", `name${at}${end}::error::PLANTED-name`));
    writeFileSync(join(dir, "bin", `text${at}${end}::error::PLANTED-text`), "a text\n");
  }
  const inputs = { mode: "inspect", binaries: "bin/*", require: "static" };
  step = await runner.main({ workspace: dir, inputs });
});

afterAll(() => {
  runner.remove();
  rmSync(dir, { recursive: true, force: true });
});

/** The commands that the runner takes out of a log, as ActionCommand.cs and ActionCommandManager.cs of actions/runner do. */
function commandsIn(log: string): string[] {
  const found: string[] = [];
  let stopped: string | null = null;
  for (const line of log.split(/\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/)) {
    const command = /^\s*::(.*?)::/.exec(line)?.[1] ?? (line.includes("##[") ? line : null);
    if (command === null) continue;
    if (stopped !== null) {
      if (command === stopped) stopped = null;
      continue;
    }
    const token = /^\s*::stop-commands::(.+)$/.exec(line)?.[1];
    if (token === undefined) found.push(line);
    else stopped = token;
  }
  return found;
}

describeWith(["gcc"], "text that would be a command", () => {
  it("is none to the runner, wherever it stands", () => {
    expect(step.exitCode, step.log).toBe(1);
    const ours =
      /^::(?:group|error|warning|notice)(?: (?:title|file|line)=[^:]*(?:,(?:title|file|line)=[^:]*)*)?::(?!PLANTED)|^::endgroup::$/;
    const found = commandsIn(step.log);
    expect(found.filter((line) => !ours.test(line))).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
    for (const what of ["soname", "interp", "name"]) expect(step.log).toContain(`PLANTED-${what}`);
  });

  it("is no terminal's either: no escape, no control character, no mark that turns the direction", () => {
    expect(step.log).not.toMatch(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/,
    );
  });

  it("ends no field of an output or of the state", () => {
    expect(step.outputs.verdict).toBe("fail");
    for (const value of [...Object.values(step.outputs), ...Object.values(step.state)])
      expect(value).not.toMatch(/[\n\r]/);
  });

  it("the post step removes no folder that somebody else put into its state", async () => {
    const folders = [precious, `${precious}/`].map((path) => ({ path, device: 1, inode: 1, bornMs: 1 }));
    const tickets = [{ name: "build", key: "planted", parent: dir }];
    const state = { ...step.state, "temp-dirs": JSON.stringify(folders), cache: JSON.stringify(tickets) };
    const post = await runner.post({ workspace: dir }, { ...step, state });
    expect(post.exitCode, post.log).toBe(0);
    expect(post.log).toContain(`${precious} is left: it is another folder now`);
    expect(post.log).not.toContain("planted");
    expect(existsSync(join(precious, "kept"))).toBe(true);
  });

  it("the command line prints no line that begins with it, to stdout or stderr", async () => {
    const result = await goLinkage(["inspect", "bin/*", "--require", "static"], { cwd: dir });
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain("PLANTED-interp");
    expect(commandsIn(`${result.stdout}\n${result.stderr}`)).toEqual([]);
    expect(result.stdout + result.stderr).not.toMatch(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/,
    );
  });
});
