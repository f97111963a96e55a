import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { goLinkage } from "./support/cli.ts";
import { Runner } from "./support/runner.ts";
import { readBuild } from "./support/shared-builds.ts";
import { describeWith } from "./support/tools.ts";
import type { Report } from "../src/model/report.ts";

// Judging files that something else built, through both doors; what comes out is in inspect-command.engine.test.ts.

describeWith(["go", "gcc"], "inspect", () => {
  const scratch = mkdtempSync(join(tmpdir(), "inspect-"));
  const paths = { static: "bin/static", dynamic: "bin/dynamic" };

  beforeAll(() => {
    mkdirSync(join(scratch, "bin"));
    writeFileSync(join(scratch, paths.static), readBuild({ program: "net" }), { mode: 0o755 });
    writeFileSync(join(scratch, paths.dynamic), readBuild({ program: "net", cc: "gcc" }), { mode: 0o755 });
  });

  afterAll(() => {
    rmSync(scratch, { recursive: true });
  });

  it("needs neither Go nor anything else on PATH", async () => {
    const { exitCode, stdout } = await goLinkage(["inspect", paths.static], {
      cwd: scratch,
      env: { PATH: "/nonexistent" },
    });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Static linking: bin\/static is static$/m);
    expect(stdout).toMatch(/^ {2}bin\/static +static/m);
  });

  it("asks where files start, and needs neither Go nor a network for it", async () => {
    const options = { cwd: scratch, env: { PATH: "/nonexistent" } };
    const json = async (...args: readonly string[]): Promise<{ exitCode: number | null; report: Report }> => {
      const { exitCode, stdout } = await goLinkage(
        ["inspect", paths.static, paths.dynamic, "--json", ...args],
        options,
      );
      return { exitCode, report: JSON.parse(stdout) as Report };
    };
    const { exitCode, report } = await json("--runs-on", "alpine,debian13");
    expect([exitCode, report.verdict.outcome]).toEqual([1, "fail"]);
    expect(report.verdict.reason).toContain("bin/dynamic is dynamic");
    expect(report.verdict.reason).toContain("asks for Alpine 3.24, where it does not start: it needs the loader");
    const rows = report.cells.map(({ runsOn }) => runsOn.find(({ system }) => system === "alpine3.24")?.outcome);
    expect(rows).toEqual(["does-not-start", "runs"]);
    expect(report.cells[0]?.floors.find(({ set }) => set === "GLIBC")).toMatchObject({ library: "libc.so.6" });
    expect((await json("--runs-on", "debian-13")).exitCode).toBe(0);
    expect((await json("--max-glibc", "2.17")).report.verdict.reason).toContain("max-glibc: 2.17 is set");
    const wrong = await goLinkage(["inspect", paths.static, "--runs-on", "debain13"], options);
    expect(wrong).toMatchObject({ exitCode: 2, stdout: "" });
    expect(wrong.stderr).toContain('runs-on: unknown system "debain13"; did you mean debian13?');
  });

  it("reads of a file only what it needs, however long it is", async () => {
    // Ten sparse gigabytes: reading them would take longer than the test may.
    const long = join(scratch, "long");
    cpSync(join(scratch, paths.static), long);
    spawnSync("truncate", ["-s", "10G", long]);
    spawnSync("truncate", ["-s", "10G", join(scratch, "zeros")]);
    const { stdout } = await goLinkage(["inspect", "long", "zeros"], { cwd: scratch });
    rmSync(long);
    rmSync(join(scratch, "zeros"));
    expect(stdout).toMatch(/^ {2}long +static/m);
    expect(stdout).toMatch(/^! zeros +unreadable/m);
  }, 20_000);

  it("is a mode of the action", async () => {
    const runner = new Runner();
    try {
      const inputs = { mode: "inspect", binaries: "bin/static\nbin/d*", require: "static" };
      const step = await runner.main({ workspace: scratch, inputs });
      expect(step.exitCode, step.log).toBe(1);
      expect(step.outputs).toMatchObject({
        verdict: "fail",
        "static-count": "1",
        "dynamic-count": "1",
        "go-version": "",
      });
      expect(step.summary).toMatch(/^## ❌ `bin\/dynamic` is dynamic; `require: static` is set$/m);
      expect(step.summary).toContain("| `bin/static` | static |");
    } finally {
      runner.remove();
    }
  });
});
