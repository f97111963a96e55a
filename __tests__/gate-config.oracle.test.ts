import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { git, Hub, payloads, type Tree } from "./support/github.ts";
import { Runner, type StepResult } from "./support/runner.ts";
import { describeWith } from "./support/tools.ts";
import type { Report } from "../src/model/report.ts";

// The bundle in jobs whose change brings a config file that would make the run look at less, or start programs, and in events that
// run somebody else's code with the repository's rights.

const config = ".github/go-linkage.yml";
const module = "module example.com/app\n\ngo 1.19\n";
const pure = "package main\n\nfunc main() {}\n";
const users = 'package main\n\nimport _ "os/user"\n\nfunc main() {}\n';

describeWith(["go", "gcc", "git"], "a config file of the change", () => {
  let runner: Runner;
  let hub: Hub;
  /** A program that says that it was started. */
  let program: string;
  let started: string;

  beforeEach(() => {
    [runner, hub] = [new Runner(), new Hub()];
    [program, started] = [join(hub.root, "program"), join(hub.root, "started")];
    writeFileSync(program, `#!/bin/sh\ntouch '${started}'\nexec "$@"\n`, { mode: 0o755 });
  });
  afterEach(() => {
    runner.remove();
    hub.remove();
  });

  type Given = {
    readonly base?: Tree;
    readonly change: Tree;
    readonly inputs?: Readonly<Record<string, string>>;
    readonly event?: string;
  };

  function start({ base = {}, change, inputs = {}, event = "pull_request" }: Given): Promise<StepResult> {
    hub.push("main", { "go.mod": module, "main.go": pure, ...base });
    hub.push("change", change);
    const { head, merge } = hub.openPullRequest("change");
    const workspace = hub.checkOut(merge);
    const env = hub.event(event, payloads.pullRequest(head));
    return runner.main({ workspace, inputs: { strategies: "default", ...inputs }, env });
  }

  const refused: readonly (readonly [string, string])[] = [
    ...[
      ["baseline-ref", "HEAD"],
      ["baseline", "none"],
      ["mode", "explain"],
      ["mode", "inspect, binaries: go.mod"],
      ["working-directory", "other"],
      ["output-dir", "../../../../outside"],
      ["prove", "--help"],
      ["add-to-path", "true"],
      ["cache", "true"],
      ["go-download-base-url", "http://127.0.0.1:9"],
      ["go-sha256", "0".repeat(64)],
      ["config", "lax.yml"],
    ].map(([name = "", value = ""]) => [name, `inputs: { ${name}: ${value} }\n`] as const),
    ["-toolexec", "inputs: { flags: -toolexec=PROGRAM }\n"],
    ["--toolexec", "inputs:\n  flags: |\n    -v\n    --toolexec PROGRAM\n"],
    ["-exec", "inputs: { flags: -exec=PROGRAM }\n"],
    ["-overlay", "inputs: { flags: -overlay=x.json }\n"],
    ["-extld", "inputs: { flags: '-ldflags=-extld=PROGRAM' }\n"],
    ["CC", "inputs: { ship: own }\nstrategies: { own: { env: { CC: PROGRAM } } }\n"],
    ["PATH", "inputs: { ship: own }\nstrategies: { own: { env: { PATH: '.' } } }\n"],
    ["LD_PRELOAD", "inputs: { ship: own }\nstrategies: { own: { env: { LD_PRELOAD: x.so } } }\n"],
    ["GOROOT", "inputs: { ship: own }\nstrategies: { own: { env: { GOROOT: . } } }\n"],
    ["-fuse-ld", "inputs: { ship: own }\nstrategies: { own: { extldflags: -fuse-ld=PROGRAM } }\n"],
  ];

  it.each(refused)("may not give %s: %j", async (name, text) => {
    const inputs = { baseline: "build", "policy-relaxation": "fail" };
    const base = { [config]: "rules: [{ require: static }]\n" };
    const change = { "main.go": users, [config]: text.replaceAll("PROGRAM", program) };
    const step = await start({ base, change, inputs });
    expect(step.exitCode, step.log).toBe(2);
    expect(step.outputs).toMatchObject({ verdict: "fail", "total-count": "" });
    expect(step.outputs.reason).toMatch(/^\.github\/go-linkage\.yml:\d+:\d+: /);
    expect(step.outputs.reason).toContain(name.replace(/^-+/, "-"));
    expect(step.log).not.toContain("::group::Build");
    expect(existsSync(started)).toBe(false);
    expect(existsSync(join(hub.root, "outside"))).toBe(false);
  });

  it("may not say less of what fails than the base's copy, which insists", async () => {
    const base = { [config]: "inputs: { policy-relaxation: fail }\nrules: [{ require: static }]\n" };
    const change = { "main.go": users, [config]: "inputs: { fail-on: none }\nrules: []\n" };
    const step = await start({ base, change });
    expect(step.exitCode, step.log).toBe(1);
    expect(step.outputs.reason).toContain("this change relaxes the policy");
  });

  it("with the same content in a strange form is no trouble", async () => {
    const base = { [config]: "rules: [{ require: static }]\n" };
    const change = { [config]: "\ufeff---\r\n'rules':\r\n  - 'require': \"static\" # as before\r\n...\r\n" };
    const step = await start({ base, change, inputs: { "policy-relaxation": "fail" } });
    expect(step.exitCode, step.log).toBe(0);
    expect(step.outputs.verdict).toBe("pass");
  });

  describe("in an event that runs with the repository's rights", () => {
    const events = [
      "pull_request_target",
      "issue_comment",
      "pull_request_review",
      "pull_request_review_comment",
      "workflow_run",
      "issues",
      "discussion_comment",
      "fork",
      "watch",
      "an_event_of_tomorrow",
    ];

    it.each(events)("is not read, and %s is refused before anything is built", async (event) => {
      const step = await start({ change: { "main.go": users }, event });
      expect(step.exitCode, step.log).toBe(2);
      expect(step.outputs).toMatchObject({ verdict: "fail", "total-count": "" });
      expect(step.outputs.reason).toContain(event);
      expect(step.log).not.toContain("::group::");
    });

    it.each(events.slice(0, 3))("is not read in %s either where baseline: none accepts it", async (event) => {
      const change = { "main.go": users, [config]: "inputs: { ship: cgo-disabled, flags: -toolexec=/nowhere }\n" };
      const step = await start({ change, event, inputs: { baseline: "none", require: "static" } });
      expect(step.exitCode, step.log).toBe(1);
      expect(step.outputs.reason).toContain("app is dynamic");
      const report = JSON.parse(readFileSync(step.outputs["report-json"] ?? "", "utf8")) as Report;
      expect(report.policy.file).toBeNull();
      expect(report.ship).toBe("default");
      expect(git(hub.developer, "status", "--porcelain")).toBe("");
    });
  });
});
