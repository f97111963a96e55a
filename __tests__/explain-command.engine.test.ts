import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { strategies } from "../src/go/strategies.ts";
import { renderMarkdown } from "../src/report/markdown.ts";
import { renderTerminal } from "../src/report/terminal.ts";
import { plainEnvironment, runReport } from "./support/engine.ts";
import { root } from "./support/root.ts";
import { describeWith } from "./support/tools.ts";
import type { Inputs } from "../src/config/inputs.ts";
import type { Environment } from "../src/model/environment.ts";
import type { Report } from "../src/model/report.ts";

describeWith(["go", "gcc", "musl-gcc"], "explain", () => {
  const dir = mkdtempSync(join(tmpdir(), "explain-"));
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  const explain = (name: string, inputs: Partial<Inputs> = {}, env: Environment = {}): Promise<Report> => {
    const given = { mode: "explain", "working-directory": root, packages: `./examples/${name}`, ...inputs };
    return runReport(given, { ...plainEnvironment(), ...env });
  };
  const print = (report: Report): string => renderTerminal(report, { color: false, width: 120 });

  it.each(["bindings-resolver", "plugins"])("explains %s", async (name) => {
    const report = await explain(name);
    expect(report.verdict.outcome).not.toBe("fail");
    await expect(print(report)).toMatchFileSnapshot(`golden/explain-${name}.txt`);
  });

  it("says the same as Markdown", async () => {
    // Which Go and which C compiler it was differs between machines.
    const text = renderMarkdown(await explain("bindings-resolver"))
      .replace(/^- (?:Go|C compiler:) .*\n/gm, "")
      .replace(/golang:\S+/g, "golang:1.26");
    await expect(text).toMatchFileSnapshot("golden/explain-bindings-resolver.md");
  });

  it("makes a report in which nothing is built", async () => {
    const { cells, recommendation } = await explain("resolver");
    expect(cells.map(({ strategy }) => strategy)).toEqual(strategies.map(({ name }) => name));
    expect(cells.every(({ status }) => status === "predicted")).toBe(true);
    expect(cells.every(({ artifact, linkage }) => artifact === null && linkage === null)).toBe(true);
    expect(cells[0]?.prediction).toEqual({
      mode: "internal",
      linkage: "dynamic",
      loaderOnly: false,
      crashes: false,
      reasons: ["only net uses cgo, and Go's own linker can link that"],
      because: "net imports functions of a C library",
      certainty: "certain",
      unseen: [],
      agrees: null,
    });
    expect(recommendation[0]).toMatchObject({ strategy: "cgo-disabled" });
  });

  it("compiles nothing", async () => {
    const cache = join(dir, "cache");
    await explain("bindings-resolver", {}, { GOCACHE: cache });
    // The go command keeps what it read of source files there; compiled, even the smallest program is ten times as much.
    const names = existsSync(cache) ? readdirSync(cache, { recursive: true, encoding: "utf8" }) : [];
    const bytes = names.reduce((sum, name) => sum + statSync(join(cache, name)).size, 0);
    expect(bytes).toBeLessThan(5_000_000);
  });

  it.each([
    { strategy: "cgo-disabled", outcome: "pass" },
    { strategy: "default", outcome: "fail" },
  ])("comes to $outcome where static is required and $strategy ships", async ({ strategy, outcome }) => {
    const { verdict } = await explain("resolver", { require: "static", ship: strategy });
    expect(verdict.outcome).toBe(outcome);
  });

  it("says which strategy would not build", async () => {
    const report = await explain("bindings", {}, { CGO_LDFLAGS: "-static", GO_EXTLINK_ENABLED: "0" });
    expect(print(report)).toContain("does not build");
    expect(report.verdict.outcome).toBe("fail");
  });

  it("starts in any folder of the module", async () => {
    const report = await explain("resolver", { "working-directory": join(root, "examples/resolver"), packages: "" });
    expect(print(report)).toContain("net: main.go:5");
  });
});
