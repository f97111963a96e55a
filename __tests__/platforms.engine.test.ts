import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { outputsOf } from "../src/report/outputs.ts";
import { renderMarkdown } from "../src/report/markdown.ts";
import { renderTerminal } from "../src/report/terminal.ts";
import { plainEnvironment, runReport, writeModule } from "./support/engine.ts";
import { samplesOf } from "./support/sample.ts";
import { platformKind, platformRows, testPlatform } from "./support/platform-rows.ts";
import { describeWith } from "./support/tools.ts";

// Platforms for which nobody can ask whether a program is static, and those that have no static programs.

const scratch = mkdtempSync(join(tmpdir(), "linkage-platforms-"));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

describeWith(["go"], "a platform", () => {
  for (const row of samplesOf(platformRows, platformKind)) testPlatform(row, scratch, false);
});

describeWith(["go"], "WebAssembly", () => {
  const dir = join(scratch, "wasm");
  writeModule(dir, { "main.go": "package main\n\nfunc main() {}\n" });
  const inputs = { "working-directory": dir, strategies: "default", ship: "default", require: "static" } as const;

  it("breaks no rule, and is beside what does", async () => {
    const report = await runReport({ ...inputs, platforms: "js/wasm, linux/amd64" }, plainEnvironment());
    expect(report.verdict).toMatchObject({ outcome: "pass", reason: "app is static" });
    expect(outputsOf(report)["all-static"]).toBe("true");
    const text = renderTerminal(report, { color: false, width: 120 }) + renderMarkdown(report);
    expect(text).toContain("WebAssembly");
    expect(text).not.toMatch(/unreadable|cannot be judged|system's own/);
  });

  it("is none of the static ones where there is nothing else", async () => {
    const report = await runReport({ ...inputs, mode: "explain", platforms: "wasip1/wasm" }, plainEnvironment());
    expect(report.verdict.outcome).toBe("pass");
    expect(outputsOf(report)["all-static"]).toBe("false");
    expect(report.cells.map(({ linkage }) => linkage)).toEqual(report.cells.map(() => null));
  });

  it("is a format that inspect knows, whoever made it", async () => {
    writeFileSync(join(scratch, "module.wasm"), Buffer.from("\0asm\x01\0\0\0", "latin1"));
    const given = {
      mode: "inspect",
      "working-directory": scratch,
      binaries: "module.wasm",
      require: "static",
    } as const;
    const { cells, verdict } = await runReport(given, plainEnvironment());
    expect(cells).toMatchObject([{ artifact: { format: "wasm" }, linkage: null, findings: [] }]);
    expect(verdict).toMatchObject({ outcome: "pass" });
  });

  it("fails where it does not build", async () => {
    const broken = join(scratch, "broken");
    writeModule(broken, { "main.go": "package main\n\nfunc main() { missing() }\n" });
    const given = { ...inputs, "working-directory": broken, platforms: "js/wasm", strategies: "default" };
    expect((await runReport(given, plainEnvironment())).verdict.outcome).toBe("fail");
  });
});
