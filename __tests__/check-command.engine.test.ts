import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { renderJunit } from "../src/report/junit.ts";
import { renderMarkdown } from "../src/report/markdown.ts";
import { renderSarif } from "../src/report/sarif.ts";
import { renderTerminal } from "../src/report/terminal.ts";
import { plainEnvironment, runReport, writeModule } from "./support/engine.ts";
import { brokenJunitRules, countedBy, parseXml } from "./support/junit.ts";
import { neutral } from "./support/neutral.ts";
import { root } from "./support/root.ts";
import { brokenGithubRules, readSarif } from "./support/sarif.ts";
import { describeWith } from "./support/tools.ts";
import type { Inputs } from "../src/config/inputs.ts";
import type { Report } from "../src/model/report.ts";

// What `go-linkage check` finds in real programs. The command line around it is in cli.bundle.test.ts.

const scratch = mkdtempSync(join(tmpdir(), "check-"));

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const check = (inputs: Partial<Inputs>): Promise<Report> =>
  runReport({ "working-directory": root, ...inputs }, plainEnvironment());
const main = (imports = ""): string => `package main\n${imports}\nfunc main() {}\n`;

describeWith(["go", "gcc"], "check", () => {
  it("shows what bindings is, and what to ship", async () => {
    const report = await check({ packages: "./examples/bindings" });
    const page = renderTerminal(neutral(report), { color: false, width: 120 });
    const exitCode = report.verdict.outcome === "fail" ? 1 : 0;
    const shown = `$ go-linkage check ./examples/bindings\n\n${page}\nexit code ${exitCode}\n`;
    await expect(shown).toMatchFileSnapshot("golden/check-bindings.txt");
    await expect(renderMarkdown(neutral(report))).toMatchFileSnapshot("golden/check-bindings.md");
  });

  it("gives code scanning the place of the import, and test reporters a case for each build", async () => {
    const report = await check({ packages: "./examples/resolver", require: "static" });
    expect(report.verdict.outcome).toBe("fail");
    const log = renderSarif(report);
    expect(brokenGithubRules(log)).toEqual([]);
    const [policy] = readSarif(log).results;
    expect(policy).toMatchObject({ ruleId: "policy", level: "error" });
    expect(policy?.locations?.[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: "examples/resolver/main.go" },
      region: { startLine: 5 },
    });
    const document = renderJunit(report);
    expect(brokenJunitRules(parseXml(document))).toEqual([]);
    const counts = { tests: 4, failed: 1, skipped: 0 };
    expect(await countedBy(document)).toEqual({ junit2json: counts, "test-results-parser": counts });
  });

  it.each<Partial<Inputs>>([
    { mode: "inspect", binaries: process.execPath },
    { mode: "explain", packages: "./examples/bindings" },
  ])("$mode has them too", async (inputs) => {
    const report = await check(inputs);
    expect(brokenGithubRules(renderSarif(report))).toEqual([]);
    const suites = parseXml(renderJunit(report));
    expect(brokenJunitRules(suites)).toEqual([]);
    expect(Number(suites.attributes.tests)).toBeGreaterThan(0);
  });

  it("builds several main packages of one module at once, and says which of them failed and why", async () => {
    const dir = join(scratch, "several");
    writeModule(dir, {
      "cmd/good/main.go": main(),
      "cmd/broken/main.go": "package main\n\nfunc main() { undefinedName() }\n",
      "cmd/resolver/main.go": main('import _ "net"'),
      "other/good/main.go": main(),
      "lib/lib.go": "package lib\n",
    });
    const report = await check({ "working-directory": dir, strategies: "default" });
    expect(report.verdict).toMatchObject({
      outcome: "fail",
      reason: "broken does not build with default: cmd/broken/main.go:3:15: undefined: undefinedName",
    });
    expect(report.cells.map((cell) => [cell.package, cell.status, cell.linkage?.kind])).toEqual([
      ["example.com/app/cmd/broken", "failed", undefined],
      ["example.com/app/cmd/good", "built", "static"],
      ["example.com/app/cmd/resolver", "built", "dynamic"],
      ["example.com/app/other/good", "built", "static"],
    ]);
    const [, , resolver] = report.cells;
    expect(resolver?.cgo).toEqual([
      { package: "net", chain: ["example.com/app/cmd/resolver", "net"], file: "cmd/resolver/main.go", line: 2 },
    ]);
    expect(report.cells[0]?.build.output).toContain("undefined: undefinedName");
    expect(report.cells[1]?.build.output).not.toContain("undefinedName");
  });

  it("proves by running, in an empty root, that what is static starts, and that what crashes does not", async () => {
    const proven = await check({
      packages: "./examples/resolver",
      strategies: "default cgo-disabled external",
      prove: "--version",
    });
    expect(proven.cells.map(({ strategy, proof }) => [strategy, proof?.result ?? null])).toEqual([
      ["default", null],
      ["cgo-disabled", "proven"],
      ["external", "proven"],
    ]);
    const flags = '-ldflags="--linkmode=external -extldflags=-static"';
    const crashing = await check({
      packages: "./examples/pure",
      strategies: "default",
      flags,
      prove: "--version",
    });
    expect(crashing.cells[0]?.proof).toMatchObject({ result: "refused", signal: "SIGTRAP" });
    expect(crashing.cells[0]?.findings[0]).toMatchObject({ kind: "refused", level: "error" });
    expect(crashing.verdict.outcome).toBe("fail");
  });
});
