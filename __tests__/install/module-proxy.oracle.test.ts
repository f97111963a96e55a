import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { plainEnvironment, runReport, writeModule } from "../support/engine.ts";
import { describeWith } from "../support/tools.ts";

// The real go command, module proxy and checksum database: another Go is fetched, builds, and is found again without a request.

const folder = mkdtempSync(join(tmpdir(), "go-linkage-proxy-"));

afterAll(() => {
  // The go command makes what it unpacks read-only, which root does not mind.
  rmSync(folder, { recursive: true, force: true });
});

describeWith(["go"], "Go through the module proxy", () => {
  it("is fetched once, and builds", { timeout: 600_000 }, async () => {
    const dir = join(folder, "app");
    writeModule(dir, { "main.go": "package main\n\nfunc main() {}\n" });
    const inputs = { "working-directory": dir, "go-version": "1.24.x", strategies: "cgo-disabled" };
    const { GOPROXY: _, ...online } = plainEnvironment();
    const env = { ...online, GOMODCACHE: join(folder, "modules") };
    const first = await runReport(inputs, env);
    expect(first.environment?.go).toMatchObject({ source: "toolchain", sha256: null });
    expect(first.environment?.go?.why).toContain("through the module proxy (verified by the go command)");
    expect(first.cells[0]).toMatchObject({ status: "built", linkage: { kind: "static" } });
    expect(first.cells[0]?.buildInfo?.goVersion).toBe(`go${first.environment?.go?.version ?? ""}`);
    const again = await runReport(inputs, { ...env, GOPROXY: "off" });
    expect(again.environment?.go).toMatchObject({ source: "toolchain", version: first.environment?.go?.version });
    expect(again.environment?.go?.why).toContain("from the module cache");
  });
});
