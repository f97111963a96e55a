import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./support/cli.ts";
import { bugWords, makeSmallMachine, strictInputs as inputs } from "./support/small-machine.ts";
import { describeWith } from "./support/tools.ts";

// A sample of the faults, through the bundle; the others are among the oracles.

const { runner, dir, app, limited } = makeSmallMachine();

describeWith(["go", "gcc"], "trouble that is nobody's bug", () => {
  it("too few file descriptors are named", () => {
    const { exitCode, text } = limited("-n 28");
    expect(exitCode, text).toBe(3);
    expect(text).toMatch(/too many files are open; raise ulimit -n \(EMFILE\)/);
    expect(text).not.toMatch(bugWords);
  });

  it("outputs that cannot be set fail the step, and no variable makes it judge nothing", async () => {
    // STATE_post is what a workflow could set to have the main step take itself for the post step.
    const env = { GITHUB_OUTPUT: "/nowhere/x", STATE_post: "true" };
    const result = await runner.main({ workspace: app, inputs, env });
    expect(result.exitCode, result.log).toBe(1);
    expect(result.log).toMatch(
      /FAIL later steps cannot read the verdict: GITHUB_OUTPUT cannot be written: \/nowhere\/x/,
    );
    expect(result.log).not.toMatch(bugWords);
    expect(result.summary).toMatch(/^## ❌/m);
  });
});

/** The processes of a step: those whose GOTMPDIR is below its temporary folder. */
function processesIn(temp: string): string[] {
  return readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/environ`, "utf8")
        .split("\0")
        .some((each) => each.startsWith(`GOTMPDIR=${temp}/`));
    } catch {
      return false;
    }
  });
}

async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 300 && !isSo(); turn++) await new Promise((done) => setTimeout(done, 50));
}

describeWith(["go", "gcc"], "a step that is killed", () => {
  it("leaves no go and no compiler running, and the post step removes its folders", async () => {
    const slow = join(dir, "slow");
    mkdirSync(slow);
    const begun = join(slow, "begun");
    const cc = join(dir, "slow-cc");
    const wait = `case "$*" in *main.cgo2.c*) touch '${begun}'; sleep 100; esac`;
    writeFileSync(cc, `#!/bin/sh\n${wait}\nexec gcc "$@"\n`, { mode: 0o755 });
    writeFileSync(join(slow, "go.mod"), "module example.com/slow\n\ngo 1.19\n");
    // The process ID: a source that no cache has.
    const c = `// int one(void) { return ${process.pid}; }`;
    writeFileSync(join(slow, "main.go"), `package main\n\n${c}\nimport "C"\n\nfunc main() { println(C.one()) }\n`);
    const kills: Promise<void>[] = [];
    let before: readonly string[] = [];
    const step = {
      workspace: slow,
      inputs: { ...inputs, require: "" },
      env: { CC: cc, CGO_ENABLED: "1" },
      onLog: (log: string, kill: (signal: NodeJS.Signals) => void) => {
        if (kills.length > 0 || !/^building /m.test(log)) return;
        kills.push(
          until(() => existsSync(begun)).then(() => {
            before = processesIn(runner.temp);
            kill("SIGKILL");
          }),
        );
      },
    };
    const result = await runner.main(step);
    expect(result.signal, result.log).toBe("SIGKILL");
    // go, cgo's compiler and what that has started.
    expect(before.length).toBeGreaterThan(1);
    await until(() => processesIn(runner.temp).length === 0);
    expect(processesIn(runner.temp)).toEqual([]);
    const ours = (): string[] => readdirSync(runner.temp).filter((name) => /^go-linkage-\w{6}$/.test(name));
    expect(ours()).not.toEqual([]);
    const post = await runner.post(step, result);
    expect(post.exitCode, post.log).toBe(0);
    expect(ours()).toEqual([]);
  });
});

describe("an old Node.js", () => {
  const pretend = `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.20.1"}})`;
  it("gets a sentence, and nothing else", () => {
    const args = ["--import", pretend, join(root, "dist/cli.js"), "--help"];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", cwd: app });
    expect(status).toBe(3);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^go-linkage: this is Node\.js 18\.20\.1, and go-linkage needs 20\.19 or newer\n$/);
  });
});
