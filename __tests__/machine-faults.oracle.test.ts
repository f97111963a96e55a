import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { goLinkage, root } from "./support/cli.ts";
import { bugWords, makeSmallMachine, strictInputs as inputs } from "./support/small-machine.ts";
import { describeWith } from "./support/tools.ts";

// What machine-faults.bundle.test.ts has a sample of.

const { runner, dir, app, limited } = makeSmallMachine();

describeWith(["go", "gcc"], "trouble that is nobody's bug", () => {
  it("an output folder that is a file is the caller's mistake, before anything is built", async () => {
    const result = await goLinkage(["check", "--output-dir", "go.mod", "--strategies", "default"], { cwd: app });
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toMatch(/^go-linkage: output-dir: "go\.mod": .*\/go\.mod is a file; give a folder\n$/);
  });

  it("an output folder that cannot be made fails with a report", async () => {
    const result = await runner.main({ workspace: app, inputs: { ...inputs, "output-dir": "/proc/nowhere" } });
    expect(result.exitCode, result.log).toBe(1);
    expect(result.outputs).toMatchObject({ verdict: "fail" });
    expect(result.outputs.reason).toContain("the artifact cannot be read or kept: /proc/nowhere");
    expect(result.log).not.toMatch(bugWords);
  });

  it("too few file descriptors are named", () => {
    const { exitCode, text } = limited("-n 28");
    expect(exitCode, text).toBe(3);
    expect(text).toMatch(/too many files are open; raise ulimit -n \(EMFILE\)/);
    expect(text).not.toMatch(bugWords);
  });

  it("a disk on which nothing can be built fails what was asked for", () => {
    const { exitCode, text } = limited("-f 100");
    expect(exitCode, text).toBe(1);
    expect(text).toMatch(/FAIL .*this machine ran out of disk space/s);
    expect(text).not.toMatch(bugWords);
  });

  it.each([
    {
      name: "RUNNER_TEMP that does not exist",
      env: { RUNNER_TEMP: "/nowhere/temp" },
      exitCode: 3,
      says: /RUNNER_TEMP.*: \/nowhere\/temp: .*\(ENOENT\)/,
    },
    {
      name: "GOCACHE that cannot be made",
      env: { GOCACHE: "/proc/nowhere" },
      exitCode: 3,
      says: /build cache at \/proc\/nowhere.*GOCACHE/,
    },
    {
      name: "GITHUB_OUTPUT that is not there",
      env: { GITHUB_OUTPUT: "/nowhere/x" },
      exitCode: 1,
      says: /FAIL later steps cannot read the verdict: GITHUB_OUTPUT cannot be written: \/nowhere\/x/,
    },
    {
      name: "GITHUB_OUTPUT that is a folder",
      env: { GITHUB_OUTPUT: "/" },
      exitCode: 1,
      says: /FAIL later steps cannot .*GITHUB_OUTPUT/,
    },
    {
      name: "GITHUB_STEP_SUMMARY that is a folder",
      env: { GITHUB_STEP_SUMMARY: "/" },
      exitCode: 0,
      says: /::warning::the job summary could not be written: .*\(EISDIR\)/,
    },
    {
      name: "GITHUB_STATE that is not there",
      env: { GITHUB_STATE: "/nowhere/x" },
      exitCode: 0,
      says: /::warning::the post step cannot tidy up .*GITHUB_STATE/,
    },
  ])("$name is named", async ({ env, exitCode, says }) => {
    const result = await runner.main({ workspace: app, inputs, env });
    expect(result.exitCode, result.log).toBe(exitCode);
    expect(result.log).toMatch(says);
    expect(result.log).not.toMatch(bugWords);
    if (exitCode === 3) expect(result.outputs).toMatchObject({ verdict: "fail" });
  });

  it("a report that cannot be written fails the call, and the report still goes to stdout", async () => {
    const args = ["check", "--strategies", "default", "--report-json", "/proc/nowhere/report.json"];
    const result = await goLinkage(args, { cwd: app });
    expect(result.exitCode).toBe(3);
    expect(result.stdout).toMatch(/PASS|static/);
    expect(result.stderr).toMatch(/--report-json \/proc\/nowhere\/report\.json cannot be written: .*\(ENOENT\)/);
    expect(result.stderr).not.toMatch(bugWords);
  });
});

describe("a report path that cannot be one", () => {
  it.each([
    { name: "a folder", args: ["--report-sarif", "."], says: "--report-sarif: . is a folder; give a file" },
    {
      name: "a path through a file",
      args: ["--report-html=go.mod/x/page.html"],
      says: /--report-html: .*go\.mod is a file/,
    },
    { name: "nothing", args: ["--report-sarif="], says: "--report-sarif needs the path of a file" },
    {
      name: "that of another report",
      args: ["--report-json", "out/r", "--report-junit", "./out/../out/r"],
      says: "--report-json and --report-junit name the same file",
    },
  ])("$name is the caller's mistake, before anything is built", async ({ args, says }) => {
    const result = await goLinkage(["check", "--strategies", "default", ...args], { cwd: app });
    expect(result.exitCode, result.stderr).toBe(2);
    expect(result.stderr).toMatch(says);
    expect(result.stdout).toBe("");
    expect(result.stderr).not.toMatch(/building|bug/i);
  });
});

describeWith(["go", "gcc"], "what the step starts", () => {
  it("has the environment of the job, and nothing that is the step's own", async () => {
    const seen = join(dir, "environment");
    const cc = join(dir, "cc");
    writeFileSync(cc, `#!/bin/sh\nenv -0 >>'${seen}'\nexec gcc "$@"\n`, { mode: 0o755 });
    const cgo = join(dir, "cgo");
    mkdirSync(cgo);
    writeFileSync(join(cgo, "go.mod"), "module example.com/cgo\n\ngo 1.19\n");
    writeFileSync(
      join(cgo, "main.go"),
      `package main\n\n// int one(void) { return ${String(process.pid)}; }\nimport "C"\n\nfunc main() { println(C.one()) }\n`,
    );
    const env = {
      ...{
        CC: cc,
        CGO_ENABLED: "1",
        ACTIONS_RUNTIME_TOKEN: "secret-1",
        ACTIONS_RESULTS_URL: "http://127.0.0.1:9/secret-2",
      },
      ...{
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: "secret-3",
        ACTIONS_ID_TOKEN_REQUEST_URL: "secret-4",
        GITHUB_TOKEN: "secret-5",
      },
      ...{ MY_RELEASE: "kept", GOPRIVATE: "example.com/private", GITHUB_SHA: "kept-too" },
    };
    const result = await runner.main({ workspace: cgo, inputs: { ...inputs, require: "", cache: "false" }, env });
    expect(result.exitCode, result.log).toBe(0);
    const variables = new Set(
      readFileSync(seen, "utf8")
        .split("\0")
        .map((line) => line.split("=")[0]),
    );
    const own = /^(?:ACTIONS_.*|INPUT_.*|GITHUB_(?:TOKEN|ENV|PATH|OUTPUT|STATE|STEP_SUMMARY))$/;
    expect([...variables].filter((name) => own.test(name ?? ""))).toEqual([]);
    expect([...variables]).toEqual(
      expect.arrayContaining(["MY_RELEASE", "GOPRIVATE", "GITHUB_SHA", "GITHUB_WORKSPACE", "HOME"]),
    );
    expect(readFileSync(seen, "utf8")).not.toContain("secret-");
  });
});

describeWith(["go"], "which half of the action runs", () => {
  it("is not decided by a variable that a workflow can set: the step is judged", async () => {
    const env = { STATE_post: "true", GOFLAGS: "-buildmode=pie" };
    const step = await runner.main({ workspace: app, inputs, env });
    expect(step.exitCode, step.log).toBe(1);
    expect(step.outputs.verdict).toBe("fail");
  });
});

describe("an old Node.js", () => {
  const pretend = `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.20.1"}})`;
  it.each(["cli", "action", "post"])("gets a sentence from %s, and nothing else", (door) => {
    const args = ["--import", pretend, join(root, `dist/${door}.js`), "--help"];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", cwd: app });
    expect(status).toBe(3);
    expect(stdout).toBe("");
    expect(stderr).toMatch(
      /^(?:go-linkage: |::error::)this is Node\.js 18\.20\.1, and go-linkage needs 20\.19 or newer\n$/,
    );
  });
});
