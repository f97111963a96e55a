import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { goLinkage } from "./support/cli.ts";
import { canMount } from "./support/faults.ts";
import { Hub, payloads } from "./support/github.ts";
import { Runner } from "./support/runner.ts";
import { bugWords } from "./support/small-machine.ts";
import { describeWith } from "./support/tools.ts";

// A folder of the run on a disk of 1 MB, on which no program of Go has room: what is asked for was not shown, whatever else is so.

const pure = "package main\n\nfunc main() {}\n";
let runner: Runner;
let hub: Hub;

beforeEach(() => {
  [runner, hub] = [new Runner(), new Hub()];
});
afterEach(() => {
  runner.remove();
  hub.remove();
});

describeWith(["go", "git"], "a disk of 1 MB", () => {
  const strict = { baseline: "build", require: "static", "on-missing-baseline": "fail" };

  it.skipIf(!canMount()).each([
    { name: "below RUNNER_TEMP and TMPDIR", variables: ["RUNNER_TEMP", "TMPDIR"], inputs: strict },
    {
      name: "below RUNNER_TEMP and TMPDIR, and nothing is asked for",
      variables: ["RUNNER_TEMP", "TMPDIR"],
      inputs: {},
    },
    { name: "for Go's build cache", variables: ["GOCACHE"], inputs: strict },
    { name: "for output-dir", variables: [], inputs: { ...strict, "output-dir": "OUTPUT" } },
  ])("$name fails a change that is static on both sides", async ({ variables, inputs }) => {
    hub.push("main", { "go.mod": "module example.com/app\n\ngo 1.21\n", "main.go": pure });
    hub.push("change", { "main.go": `${pure}\n// Changed.\n` });
    const { head, merge } = hub.openPullRequest("change");
    const workspace = hub.checkOut(merge);
    const disk = join(hub.root, "disk");
    mkdirSync(disk);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "none", disk]);
    try {
      const given = Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [name, value.replace("OUTPUT", disk)]),
      );
      const step = await runner.main({
        workspace,
        inputs: { strategies: "default", cache: "false", ...given },
        env: {
          ...hub.event("pull_request", payloads.pullRequest(head)),
          ...Object.fromEntries(variables.map((name) => [name, disk])),
        },
      });
      // go may build without room for its cache. What it built was seen, so nothing has to fail.
      if (variables.some((name) => name === "GOCACHE") && step.exitCode === 0) {
        expect(step.log).toContain("1/1 built");
        expect(step.outputs).toMatchObject({ verdict: "pass", "static-count": "1", "failed-count": "0" });
        return;
      }
      expect([1, 3], step.log).toContain(step.exitCode);
      expect(step.outputs.verdict, step.log).toBe("fail");
      expect(step.log).toMatch(/no space left on|ran out of disk space|no space is left on/);
      expect(step.log).not.toMatch(bugWords);
    } finally {
      execFileSync("umount", ["--lazy", disk]);
    }
  });
});

describeWith(["go"], "paths with blanks and quotes", () => {
  const folder = `my dir's "x"; echo $(id)`;

  it("are one path each, in a pipe and without colour codes, whatever CI says", async () => {
    const dir = join(hub.root, folder);
    const program = join(dir, "cmd/tool");
    mkdirSync(program, { recursive: true });
    writeFileSync(join(dir, "go.mod"), "module example.com/app\n\ngo 1.19\n");
    writeFileSync(join(program, "main.go"), pure);
    const env = { CI: "true", NO_COLOR: undefined };
    const check = await goLinkage(["check", program, "--strategies", "default", "--output-dir", "../o ut"], {
      cwd: dir,
      env,
    });
    expect(check.exitCode, check.stderr).toBe(0);
    const built = join(hub.root, "o ut/linux-amd64/default/example.com/app/cmd/tool/tool");
    const copy = join(dir, "a b 'c'");
    copyFileSync(built, copy);
    const inspect = await goLinkage(["inspect", copy, "--require", "static"], { cwd: hub.root, env });
    expect(inspect.exitCode, inspect.stderr).toBe(0);
    expect(inspect.stdout).toContain(`a b 'c' is static`);
    for (const { stdout, stderr } of [check, inspect]) expect(stdout + stderr).not.toContain("\u001b");
    const forced = await goLinkage(["inspect", copy], { cwd: hub.root, env: { ...env, FORCE_COLOR: "1" } });
    expect(forced.stdout).toContain("\u001b[");
  });

  it("are those of a workspace, of output-dir and of RUNNER_TEMP, too", async () => {
    hub.push("main", { "go.mod": "module example.com/app\n\ngo 1.21\n", "a b.txt": "x", "main.go": pure });
    hub.push("change", { "main.go": 'package main\n\nimport _ "os/user"\n\nfunc main() {}\n' });
    const { head, merge } = hub.openPullRequest("change");
    const workspace = join(hub.root, folder);
    execFileSync("cp", ["-r", hub.checkOut(merge), workspace]);
    const temp = join(hub.root, "te mp's");
    mkdirSync(temp);
    const step = await runner.main({
      workspace,
      inputs: { strategies: "default", "output-dir": "out 'x'" },
      env: { ...hub.event("pull_request", payloads.pullRequest(head)), RUNNER_TEMP: temp },
    });
    expect(step.exitCode, step.log).toBe(1);
    expect(step.outputs.reason).toContain("app is now dynamic (was static");
    expect(step.log).toMatch(/^::error title=[^:]*,file=main\.go,line=3::/m);
    expect(step.log).not.toMatch(bugWords);
  });
});
