import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { renderJunit } from "../src/report/junit.ts";
import { renderMarkdown } from "../src/report/markdown.ts";
import { renderSarif } from "../src/report/sarif.ts";
import { renderTerminal } from "../src/report/terminal.ts";
import { ConfigError } from "../src/errors.ts";
import { plainEnvironment, runReport } from "./support/engine.ts";
import { neutral } from "./support/neutral.ts";
import { linkageByReadelf, readelf } from "./support/readelf.ts";
import { root } from "./support/root.ts";
import { describeWith } from "./support/tools.ts";
import type { Inputs } from "../src/config/inputs.ts";
import type { Ports } from "../src/ports/types.ts";
import type { Report } from "../src/model/report.ts";

// Judging files that something else built. The doors are in inspect-command.bundle.test.ts.

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
    mkdirSync(join(scratch, "empty"));
    writeFileSync(join(scratch, "app.a"), "!<arch>\n");
    symlinkSync("static", join(scratch, "bin/link"));
    spawnSync("mkfifo", [join(scratch, "fifo")]);
  });

  afterAll(() => {
    rmSync(scratch, { recursive: true });
  });

  const inspect = (inputs: Partial<Inputs>, change?: (ports: Ports) => Ports): Promise<Report> =>
    runReport({ mode: "inspect", "working-directory": scratch, ...inputs }, plainEnvironment(), change);
  const print = (report: Report): string => renderTerminal(report, { color: false, width: 120 });

  it("shows them as one table", async () => {
    const page = renderTerminal(neutral(await inspect({ binaries: "bin/*" })), { color: false, width: 80 });
    await expect(page).toMatchFileSnapshot("golden/inspect-80.txt");
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
      "app.tar.gz": "\x1f\x8b",
      "app.7z": "7z\xbc\xaf\x27\x1c",
    };
    const beside = {
      "app.sha256": "00  app",
      LICENSE: "MIT",
      "install.sh": "#!/bin/sh\n",
      run: "#!/bin/sh\n",
    };
    for (const [name, text] of Object.entries({ ...broken, ...beside }))
      writeFileSync(join(dist, name), text, "latin1");
    const report = await inspect({ binaries: "dist/*", require: "static" });
    expect(report.verdict.outcome).toBe("fail");
    const kinds = report.cells.map(({ artifact, linkage }) => [artifact?.path, linkage?.kind]);
    const unreadable = Object.keys(broken).map((name) => [`dist/${name}`, "unreadable"]);
    expect(kinds.toSorted()).toEqual([["dist/app-amd64", "static"], ...unreadable].toSorted());
    expect(report.skippedFiles).toEqual([
      { path: "dist/LICENSE", reason: "text" },
      { path: "dist/app.sha256", reason: "text" },
      { path: "dist/install.sh", reason: "script" },
      { path: "dist/run", reason: "script" },
    ]);
    for (const render of [renderMarkdown, renderSarif, renderJunit]) expect(render(report)).toContain("app.sha256");
    expect(print(report)).toContain("Skipped (not executables): dist/LICENSE (text)");
    rmSync(dist, { recursive: true });
  });

  it("judges the files that are named and the executables that a glob matches", async () => {
    const lines: string[] = [];
    const report = await inspect({ binaries: `bin/*\n${paths.static}` }, (ports) => ({
      ...ports,
      log: { ...ports.log, info: (line) => lines.push(line), warning: (line) => lines.push(line) },
    }));
    expect(report.verdict.outcome).not.toBe("fail");
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
    expect(lines.join("\n")).toContain("bin/checksums.txt (text)");
  });

  it.each([
    { name: "a static file", files: [paths.static], outcome: "pass", says: "bin/static is static" },
    {
      name: "a dynamic one",
      files: [paths.static, paths.dynamic],
      outcome: "fail",
      says: "bin/dynamic is dynamic (needs",
    },
    { name: "a loader only", files: [paths["loader-only"]], outcome: "fail", says: "bin/loader only is dynamic" },
    {
      name: "a hazard",
      files: [paths.nss],
      outcome: "warn",
      says: "bin/nss is static; caveat: static glibc still loads NSS",
    },
    { name: "a text", files: ["bin/checksums.txt"], outcome: "fail", says: "unreadable" },
  ])("--require static on $name", async ({ files, outcome, says }) => {
    const report = await inspect({ require: "static", binaries: files.join("\n") });
    expect(report.verdict.outcome).toBe(outcome);
    expect(print(report)).toContain(says);
  });

  it.each([
    { name: "no file", args: [], says: "binaries: name at least one file or glob" },
    { name: "a file that is not there", args: ["nope"], says: 'there is no file "nope"' },
    { name: "a glob without a match", args: ["nope/*"], says: '"nope/*" matches no file' },
    { name: "a glob without an executable", args: ["bin/*.txt"], says: '"bin/*.txt" matches no executable' },
    { name: "a folder without a program", args: ["empty"], says: '"empty" matches no executable' },
    { name: "an archive without a program", args: ["app.tar.gz"], says: '"app.tar.gz" matches no executable' },
    { name: "a library for a linker", args: ["app.a"], says: '"app.a" is not an executable (ar archive' },
    { name: "a FIFO", args: ["fifo"], says: '"fifo" cannot be read' },
    { name: "a device", args: ["/dev/zero"], says: '"/dev/zero" cannot be read' },
  ])("answers $name with a ConfigError", async ({ args, says }) => {
    const run = inspect({ binaries: args.join("\n") });
    await expect(run).rejects.toThrow(ConfigError);
    await expect(run).rejects.toThrow(says);
  });

  it("proves by running that a static file starts", async () => {
    const { cells } = await inspect({ binaries: "bin/*", prove: "--version" });
    const proofs = cells.map(({ artifact, proof }) => [artifact?.path, proof?.result ?? null]);
    expect(proofs).toEqual([
      ["bin/dynamic", null],
      ["bin/link", "proven"],
      ["bin/loader only", null],
      ["bin/nss", "proven"],
      ["bin/static", "proven"],
    ]);
  });
});
