import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
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

  it.each([
    { name: "the program", file: "main.go", word: "does not build", says: "main.go:3:14: expected '(', found '{'" },
    { name: "a package three imports away", file: "a/b/c/c.go", word: "unknown", says: "c.go:3:14:" },
  ])("sees a syntax error of $name", async ({ file, word, says }) => {
    const module = mkdtempSync(join(dir, "syntax-"));
    const texts: Record<string, string> = {
      "go.mod": "module example.com/app\n\ngo 1.22\n",
      "main.go": 'package main\n\nimport _ "example.com/app/a"\n\nfunc main() {}\n',
      "a/a.go": 'package a\n\nimport _ "example.com/app/a/b"\n',
      "a/b/b.go": 'package b\n\nimport _ "example.com/app/a/b/c"\n',
      "a/b/c/c.go": "package c\n\nfunc F() {}\n",
    };
    texts[file] = `package ${file === "main.go" ? "main" : "c"}\n\nfunc main    {}\n`;
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(join(module, path, ".."), { recursive: true });
      writeFileSync(join(module, path), text);
    }
    const given = { "working-directory": module, packages: ".", require: "static", strategies: "cgo-disabled" };
    const report = await explain("", { ...given, ship: "cgo-disabled" });
    expect(report.verdict.outcome).toBe("fail");
    expect(print(report)).toContain(word);
    expect(print(report)).toContain(says);
    expect(report.cells.map(({ prediction }) => prediction?.mode)).toEqual([null]);
  });

  it("tells a variable that Go refuses from a Go that is missing", async () => {
    const refused = explain("resolver", {}, { GOEXPERIMENT: "nosuch" });
    await expect(refused).rejects.toThrow("the go command refuses its environment (GOEXPERIMENT=nosuch)");
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
