import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { root } from "./cli.ts";
import { Runner } from "./runner.ts";

/** The inputs of a run that fails unless a static program is shown. */
export const strictInputs = { strategies: "default", baseline: "none", require: "static" };

/** What a text must not say that is about a fault of the machine. */
export const bugWords = /bug|    at |report it/i;

type SmallMachine = {
  readonly runner: Runner;
  /** For other files of a test. */
  readonly dir: string;
  /** A pure Go program. */
  readonly app: string;
  /** The command line on that program, under a limit that the shell's ulimit sets. */
  readonly limited: (limit: string) => { readonly exitCode: number | null; readonly text: string };
};

/** A runner and a program for the tests of one file; they are removed behind the last. */
export function makeSmallMachine(): SmallMachine {
  const runner = new Runner();
  const dir = mkdtempSync(join(tmpdir(), "faults-"));
  const app = join(dir, "app");
  mkdirSync(app);
  writeFileSync(join(app, "go.mod"), "module example.com/app\n\ngo 1.19\n");
  writeFileSync(join(app, "main.go"), "package main\n\nfunc main() { println(1) }\n");
  afterAll(() => {
    runner.remove();
    rmSync(dir, { recursive: true, force: true });
  });
  const limited: SmallMachine["limited"] = (limit) => {
    const command = `ulimit ${limit}; exec "$0" "$@"`;
    const args = ["check", "--strategies", "default", "--require", "static"];
    const argv = ["-c", command, process.execPath, join(root, "dist/cli.js"), ...args];
    const { status, stdout, stderr } = spawnSync("sh", argv, { cwd: app, encoding: "utf8" });
    return { exitCode: status, text: stdout + stderr };
  };
  return { runner, dir, app, limited };
}
