import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { renderTerminal } from "../src/report/terminal.ts";
import { goLinkage, root } from "./support/cli.ts";
import { neutral } from "./support/neutral.ts";
import { linkageByReadelf, readelf } from "./support/readelf.ts";
import { Runner } from "./support/runner.ts";
import { describeWith } from "./support/tools.ts";
import type { Report } from "../src/model/report.ts";

// Judging files that something else built, through both doors.

describeWith(["go", "gcc", "readelf"], "inspect", () => {
  const scratch = mkdtempSync(join(tmpdir(), "inspect-"));
  const paths = { static: "bin/static", dynamic: "bin/dynamic", "loader-only": "bin/loader only", nss: "bin/nss" };

  beforeAll(() => {
    mkdirSync(join(scratch, "bin"));
    const build = (name: keyof typeof paths, args: readonly string[], env: Readonly<Record<string, string>>): void => {
      const { status, stderr } = spawnSync("go", ["build", "-o", join(scratch, paths[name]), ...args, "."], {
        cwd: join(root, "examples/resolver"),
        env: { ...process.env, ...env },
        encoding: "utf8",
      });
      expect(status, stderr).toBe(0);
    };
    build("static", [], { CGO_ENABLED: "0" });
    build("dynamic", [], { CGO_ENABLED: "1" });
    build("loader-only", ["-buildmode=pie"], { CGO_ENABLED: "0" });
    build("nss", ["-ldflags=-s -w -linkmode=external -extldflags=-static"], { CGO_ENABLED: "1" });
    writeFileSync(join(scratch, "bin/checksums.txt"), "0000  static\n");
    writeFileSync(join(scratch, "app.tar.gz"), spawnSync("gzip", ["-c"], { input: "x" }).stdout);
    symlinkSync("static", join(scratch, "bin/link"));
    spawnSync("mkfifo", [join(scratch, "fifo")]);
  });

  afterAll(() => {
    rmSync(scratch, { recursive: true });
  });

  it("shows them as one table", async () => {
    const report = join(scratch, "report.json");
    await goLinkage(["inspect", "bin/*", `--report-json=${report}`], { cwd: scratch });
    const page = renderTerminal(neutral(JSON.parse(readFileSync(report, "utf8")) as Report), {
      color: false,
      width: 80,
    });
    await expect(page).toMatchFileSnapshot("golden/inspect-80.txt");
  });

  it("judges the files that are named and the executables that a glob matches", async () => {
    const { exitCode, stdout, stderr } = await goLinkage(["inspect", "bin/*", paths.static, "--json"], {
      cwd: scratch,
    });
    expect(exitCode, stderr).toBe(0);
    const report = JSON.parse(stdout) as Report;
    expect(
      report.cells.map((cell) => [cell.artifact?.path, cell.strategy, cell.linkage?.kind, cell.linkage?.loaderOnly]),
    ).toEqual([
      ["bin/dynamic", null, "dynamic", false],
      ["bin/link", null, "static", false],
      ["bin/loader only", null, "dynamic", true],
      ["bin/nss", null, "static", false],
      ["bin/static", null, "static", false],
    ]);
    for (const { artifact, linkage } of report.cells) {
      const facts = readelf(join(scratch, artifact?.path ?? ""));
      expect([linkage?.kind, linkage?.interpreter]).toEqual([linkageByReadelf(facts), facts.interpreter]);
      expect(artifact?.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(report.cells[3]?.linkage?.hazards).toEqual(["nss"]);
    expect(report.cells.map((cell) => [cell.package, cell.build.goVersion === null])).toEqual(
      Array.from({ length: 5 }, () => ["example.com/resolver", false]),
    );
    expect(report.cells[3]?.buildInfo?.withheld).toContain("-ldflags");
    expect(report).toMatchObject({ ship: null, recommendation: [], environment: { go: null } });
    expect(stderr).toContain("bin/checksums.txt (text)");
    expect(report.skippedFiles).toEqual([{ path: "bin/checksums.txt", reason: "text" }]);
  });

  // A glob is there to find programs: what has the name of one counts, whatever is in it.
  it("fails for files that cannot be judged, and skips what lies beside", async () => {
    const dist = join(scratch, "dist");
    mkdirSync(dist);
    cpSync(join(scratch, paths.static), join(dist, "app-amd64"));
    const broken = {
      "app-empty": "",
      "app-short": "\x7fEL",
      "app-arm64": "404: Not Found\n",
      "app.exe": "MZ",
      "app-1.2": "<html>",
    };
    const beside = {
      "app.sha256": "00  app",
      LICENSE: "MIT",
      "install.sh": "#!/bin/sh\n",
      run: "#!/bin/sh\n",
      "app.tar.gz": "\x1f\x8b",
    };
    for (const [name, text] of Object.entries({ ...broken, ...beside }))
      writeFileSync(join(dist, name), text, "latin1");
    const formats = ["markdown", "sarif", "junit"].map((format) => `--report-${format}=${join(scratch, format)}`);
    const { exitCode, stdout } = await goLinkage(["inspect", "dist/*", "--require=static", "--json", ...formats], {
      cwd: scratch,
    });
    expect(exitCode).toBe(1);
    const report = JSON.parse(stdout) as Report;
    const kinds = report.cells.map(({ artifact, linkage }) => [artifact?.path, linkage?.kind]);
    const unreadable = Object.keys(broken).map((name) => [`dist/${name}`, "unreadable"]);
    expect(new Map(kinds as [string, string][])).toEqual(
      new Map([["dist/app-amd64", "static"], ...(unreadable as [string, string][])]),
    );
    expect(report.skippedFiles).toEqual([
      { path: "dist/LICENSE", reason: "text" },
      { path: "dist/app.sha256", reason: "text" },
      { path: "dist/app.tar.gz", reason: "gzip archive" },
      { path: "dist/install.sh", reason: "script" },
      { path: "dist/run", reason: "script" },
    ]);
    for (const format of ["markdown", "sarif", "junit"]) {
      expect(readFileSync(join(scratch, format), "utf8")).toContain("app.sha256");
    }
    const page = await goLinkage(["inspect", "dist/*"], { cwd: scratch });
    expect(page.stdout).toContain("skipped: dist/LICENSE (text)");
    rmSync(dist, { recursive: true });
  });

  it("needs neither Go nor anything else on PATH", async () => {
    const { exitCode, stdout } = await goLinkage(["inspect", paths.static], {
      cwd: scratch,
      env: { PATH: "/nonexistent" },
    });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^PASS {2}bin\/static is static$/m);
    expect(stdout).toMatch(/^✓ bin\/static +static +nothing/m);
  });

  it.each([
    { name: "a static file", files: [paths.static], exitCode: 0, says: "bin/static is static" },
    { name: "a dynamic one", files: [paths.static, paths.dynamic], exitCode: 1, says: "bin/dynamic is dynamic (needs" },
    { name: "a loader only", files: [paths["loader-only"]], exitCode: 1, says: "bin/loader only is dynamic" },
    { name: "a hazard", files: [paths.nss], exitCode: 0, says: "bin/nss is static: it loads NSS" },
    { name: "a text", files: ["bin/checksums.txt"], exitCode: 1, says: "unreadable" },
  ])("--require static on $name", async ({ files, exitCode, says }) => {
    const result = await goLinkage(["inspect", "--require=static", ...files], { cwd: scratch });
    expect(result.exitCode).toBe(exitCode);
    expect(result.stdout).toContain(says);
  });

  it.each([
    { name: "no file", args: [], says: "binaries: name at least one file or glob" },
    { name: "a file that is not there", args: ["nope"], says: 'there is no file "nope"' },
    { name: "a glob without a match", args: ["nope/*"], says: '"nope/*" matches no file' },
    { name: "a glob without an executable", args: ["bin/*.txt"], says: '"bin/*.txt" names no executable' },
    { name: "a folder", args: ["bin/"], says: '"bin/" is a folder; name the files in it, for example "bin/*"' },
    { name: "an archive", args: ["app.tar.gz"], says: '"app.tar.gz" is no program (gzip archive): unpack it' },
    { name: "a FIFO", args: ["fifo"], says: '"fifo" cannot be read' },
    { name: "a device", args: ["/dev/zero"], says: '"/dev/zero" cannot be read' },
  ])("answers $name with exit code 2", async ({ args, says }) => {
    const { exitCode, stdout, stderr } = await goLinkage(["inspect", ...args], { cwd: scratch });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(says);
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
    expect(stdout).toMatch(/^✓ long +static +nothing/m);
    expect(stdout).toMatch(/^✗ zeros +unreadable/m);
  }, 20_000);

  it("proves by running that a static file starts", async () => {
    const { stdout } = await goLinkage(["inspect", "bin/*", "--prove", "--version", "--json"], { cwd: scratch });
    const proofs = (JSON.parse(stdout) as Report).cells.map(({ artifact, proof }) => [
      artifact?.path,
      proof?.result ?? null,
    ]);
    expect(proofs).toEqual([
      ["bin/dynamic", null],
      ["bin/link", "proven"],
      ["bin/loader only", null],
      ["bin/nss", "proven"],
      ["bin/static", "proven"],
    ]);
  });

  it("is a mode of the action", async () => {
    const runner = new Runner();
    try {
      const workspace = join(runner.home, "workspace");
      cpSync(scratch, workspace, { recursive: true, filter: (path) => !path.endsWith("fifo") });
      const inputs = { mode: "inspect", binaries: "bin/static\nbin/d*", require: "static" };
      const step = await runner.main({ workspace, inputs });
      expect(step.exitCode, step.log).toBe(1);
      expect(step.outputs).toMatchObject({
        verdict: "fail",
        "static-count": "1",
        "dynamic-count": "1",
        "go-version": "",
      });
      expect(step.summary).toMatch(/^## ❌ Static linking: `bin\/dynamic` is not static$/m);
      expect(step.summary).toContain("| `bin/static` | ✅ static | nothing |");
      const wrong = await runner.main({ workspace, inputs: { mode: "inspekt" } });
      expect([wrong.exitCode, wrong.outputs.reason]).toEqual([
        2,
        'mode: "inspekt" is not one of: check, explain, inspect',
      ]);
    } finally {
      runner.remove();
    }
  });
});
