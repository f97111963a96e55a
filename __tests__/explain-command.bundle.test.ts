import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { strategies } from "../src/go/strategies.ts";
import { goLinkage, root } from "./support/cli.ts";
import { describeWith } from "./support/tools.ts";
import type { Report } from "../src/model/report.ts";

describeWith(["go", "gcc", "musl-gcc"], "go-linkage explain", () => {
  const dir = mkdtempSync(join(tmpdir(), "explain-"));
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  it.each(["resolver", "bindings-resolver", "plugins"])("explains %s", async (name) => {
    const { stdout, exitCode } = await goLinkage(["explain", `./examples/${name}`]);
    expect(exitCode).toBe(0);
    await expect(stdout).toMatchFileSnapshot(`golden/explain-${name}.txt`);
  });

  it("writes the same as Markdown", async () => {
    const file = join(dir, "report.md");
    await goLinkage(["explain", "./examples/bindings-resolver", `--report-markdown=${file}`]);
    // Which Go and which C compiler it was differs between machines.
    const text = readFileSync(file, "utf8")
      .replace(/^- (?:Go|C compiler:) .*\n/gm, "")
      .replace(/golang:\S+/g, "golang:1.26");
    await expect(text).toMatchFileSnapshot("golden/explain-bindings-resolver.md");
  });

  it("prints a report in which nothing is built", async () => {
    const { stdout } = await goLinkage(["explain", "./examples/resolver", "--json"]);
    const { cells, recommendation } = JSON.parse(stdout) as Report;
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
    const { exitCode } = await goLinkage(["explain", "./examples/bindings-resolver"], { env: { GOCACHE: cache } });
    expect(exitCode).toBe(0);
    // The go command keeps what it read of source files there; compiled, even the smallest program is ten times as much.
    const names = existsSync(cache) ? readdirSync(cache, { recursive: true, encoding: "utf8" }) : [];
    const bytes = names.reduce((sum, name) => sum + statSync(join(cache, name)).size, 0);
    expect(bytes).toBeLessThan(5_000_000);
  });

  it.each([
    { strategy: "cgo-disabled", exit: 0 },
    { strategy: "default", exit: 1 },
  ])("exits with $exit where static is required and $strategy ships", async ({ strategy, exit }) => {
    const args = ["explain", "./examples/resolver", "--require=static", `--ship=${strategy}`];
    expect((await goLinkage(args)).exitCode).toBe(exit);
  });

  it("says which strategy would not build", async () => {
    const env = { CGO_LDFLAGS: "-static", GO_EXTLINK_ENABLED: "0" };
    const { stdout, exitCode } = await goLinkage(["explain", "./examples/bindings"], { env });
    expect(stdout).toContain("does not build");
    expect(exitCode).toBe(1);
  });

  it("starts in any folder of the module", async () => {
    const { stdout } = await goLinkage(["explain"], { cwd: join(root, "examples/resolver") });
    expect(stdout).toContain("example.com/resolver → net (main.go:5)");
  });
});
