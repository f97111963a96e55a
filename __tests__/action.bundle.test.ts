import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { outputNames } from "../src/report/outputs.ts";
import { root } from "./support/cli.ts";
import { parseXml } from "./support/junit.ts";
import { brokenGithubRules } from "./support/sarif.ts";
import { Runner } from "./support/runner.ts";
import { describeWith } from "./support/tools.ts";
import type { Report } from "../src/model/report.ts";

// The committed bundle, started as the GitHub runner starts it, on real Go programs.

describeWith(["go", "gcc"], "the action", () => {
  let runner: Runner;
  let workspace: string;

  beforeEach(() => {
    runner = new Runner();
    workspace = mkdtempSync(join(tmpdir(), "workspace-"));
    cpSync(join(root, "examples"), workspace, { recursive: true });
  });

  afterEach(() => {
    runner.remove();
    rmSync(workspace, { recursive: true, force: true });
  });

  it("passes with the defaults, and says what it found everywhere", async () => {
    const step = await runner.main({ workspace, inputs: { "working-directory": "resolver" } });
    expect(step.exitCode, step.log).toBe(0);
    expect(Object.keys(step.outputs)).toEqual([...outputNames]);
    expect(step.outputs).toMatchObject({
      verdict: "pass",
      "all-static": "false",
      "recommended-strategy": "cgo-disabled",
      "static-count": "3",
      "dynamic-count": "1",
      "failed-count": "0",
      "total-count": "4",
      "go-source": "path",
    });
    expect(step.outputs.reason).toContain("resolver is dynamic");
    expect(step.summary).toMatch(
      // Nothing was decided, so it has no mark.
      /^## Static linking: resolver is dynamic; no rule forbids it$/m,
    );
    expect(step.summary).toContain("| `cgo-disabled` | static | nothing |");
    expect(step.summary).toContain("CGO_ENABLED=0 go build -o resolver .");
    const report = JSON.parse(readFileSync(step.outputs["report-json"] ?? "", "utf8")) as Report;
    expect(report.environment?.image).toBe("ubuntu26/20261101.1");
    expect(readFileSync(step.outputs["report-markdown"] ?? "", "utf8")).toBe(step.summary);
    expect(brokenGithubRules(readFileSync(step.outputs["report-sarif"] ?? "", "utf8"))).toEqual([]);
    expect(parseXml(readFileSync(step.outputs["report-junit"] ?? "", "utf8")).attributes.tests).toBe("4");
    const titles = [...step.log.matchAll(/^::group::(.*)$/gm)].map((match) => match[1]);
    expect(titles).toEqual(["Install Go", "Plan the builds", "Build", "Inspect the artifacts", "Explain"]);
    expect(step.log.match(/^::(error|warning)/gm)).toBeNull();
  });

  it("fails where static is required, after all outputs are set", async () => {
    const step = await runner.main({
      workspace,
      inputs: { "working-directory": "resolver", require: "static", ship: "extldflags", strategies: "cgo-disabled" },
    });
    expect(step.exitCode, step.log).toBe(1);
    expect(step.outputs).toMatchObject({ verdict: "fail", "total-count": "2", "recommended-strategy": "cgo-disabled" });
    expect(step.summary).toMatch(/^## ❌ `resolver` is dynamic; `require: static` is set$/m);
    // The detail stands on the import that brings cgo in, as the workspace names the file.
    expect(step.log).toMatch(/^::warning title=-extldflags had no effect,file=resolver\/main\.go,line=5::/m);
    // The verdict, and the finding that says what to do about it.
    expect(step.log.match(/^::error/gm)).toHaveLength(2);
    expect(step.log).toMatch(/^::error::go-linkage: FAIL resolver is dynamic .* require: static is set$/m);
  });

  it("answers a mistake in the inputs with its text, exit code 2, and outputs", async () => {
    const step = await runner.main({ workspace, inputs: { strategies: "musll" } });
    expect(step.exitCode).toBe(2);
    expect(step.log).toContain('::error::strategies: "musll" is not one of: default, extldflags, cgo-disabled');
    expect(step.outputs).toMatchObject({ verdict: "fail", "total-count": "", "go-version": "" });
    expect(step.outputs.reason).toContain("musll");
    expect(step.summary).toMatch(
      /^## ❌ Static linking: not checked\n\n> \[!CAUTION\]\n> strategies: "musll" is not one of: /,
    );
  });

  it("shows a failed build without letting its output talk to the runner", async () => {
    const dir = join(workspace, "hostile");
    mkdirSync(dir);
    writeFileSync(join(dir, "go.mod"), "module example.com/hostile\n\ngo 1.21\n");
    writeFileSync(
      join(dir, "main.go"),
      'package main\n\n/*\n#error "\\n::error::pwned|<b>`x`"\n*/\nimport "C"\n\nfunc main() { undefined() }\n',
    );
    const step = await runner.main({ workspace, inputs: { "working-directory": "hostile", strategies: "default" } });
    expect(step.exitCode, step.log).toBe(1);
    expect(step.outputs).toMatchObject({ verdict: "fail", "failed-count": "1" });
    const stopped = [...step.log.matchAll(/^::stop-commands::(.*)\n([\s\S]*?)^::\1::$/gm)].map(
      (match) => match[2] ?? "",
    );
    expect(stopped.join("\n")).toContain("#error");
    const outside = step.log.replace(/^::stop-commands::(.*)\n[\s\S]*?^::\1::$/gm, "");
    expect(outside).not.toContain("::error::pwned|<b>`x`\n");
    expect(outside.match(/^::error/gm)?.length).toBeLessThanOrEqual(2);
  });

  it("keeps the artifacts and puts Go on the PATH of later steps where it was asked to, and leaves nothing else", async () => {
    const before = readdirSync(workspace).toSorted();
    const step = await runner.main({
      workspace,
      inputs: { "working-directory": "pure", strategies: "default", "output-dir": "out", "add-to-path": "true" },
    });
    expect(step.exitCode, step.log).toBe(0);
    expect(step.outputs["go-root"]).not.toBe("");
    expect(step.path.trim()).toBe(join(step.outputs["go-root"] ?? "", "bin"));
    expect(step.env).toBe("");
    expect(existsSync(join(workspace, "out/linux-amd64/default/example.com/pure/pure"))).toBe(process.arch === "x64");
    expect(readdirSync(workspace).toSorted()).toEqual([...before, "out"].toSorted());
    expect(readdirSync(runner.temp).filter((name) => !name.startsWith("go-linkage-report-"))).toEqual([]);
  });

  it("ends its children and tidies up when the workflow is cancelled", async () => {
    let killed = false;
    const step = await runner.main({
      workspace,
      inputs: { "working-directory": "resolver" },
      // A cache of its own: the build is sure to be still compiling when it is cut off.
      env: { GOCACHE: join(runner.home, "gocache") },
      onLog: (log, kill) => {
        if (killed || !log.includes("building ")) return;
        killed = true;
        setTimeout(() => {
          kill("SIGTERM");
        }, 1000);
      },
    });
    expect(step.signal, step.log).toBe("SIGTERM");
    expect(step.outputs).toMatchObject({ verdict: "fail", reason: "interrupted" });
    expect(readdirSync(runner.temp)).toEqual([]);
    expect(processesUnder(runner.temp)).toEqual([]);
  });
});

/** Processes with a word of their command line below `folder`. */
function processesUnder(folder: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      } catch {
        return [];
      }
    })
    .filter((line) => line.includes(folder));
}
