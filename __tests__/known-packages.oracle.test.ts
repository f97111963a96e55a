import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { knownPackages } from "../src/go/data/known-packages.ts";
import type { Cell } from "../src/model/report.ts";
import { plainEnvironment, runReport } from "./support/engine.ts";
import { describeWith } from "./support/tools.ts";

// What src/go/data/known-packages.ts says, held against real builds: of those packages that need nothing but their module.

type Probe = {
  /** The row. */
  readonly path: string;
  readonly module: string;
  readonly imports: readonly string[];
  readonly body: string;
};

const probes: readonly Probe[] = [
  {
    path: "github.com/NVIDIA/go-nvml",
    module: "github.com/NVIDIA/go-nvml@v0.12.4-0",
    imports: ["github.com/NVIDIA/go-nvml/pkg/nvml"],
    body: "println(int(nvml.Init()))",
  },
  {
    path: "github.com/yalue/onnxruntime_go",
    module: "github.com/yalue/onnxruntime_go@v1.13.0",
    imports: ["github.com/yalue/onnxruntime_go"],
    body: "println(onnxruntime_go.InitializeEnvironment() != nil)",
  },
  {
    path: "github.com/DataDog/zstd",
    module: "github.com/DataDog/zstd@v1.5.6",
    imports: ["github.com/DataDog/zstd"],
    body: "out, err := zstd.Compress(nil, nil); println(len(out), err == nil)",
  },
  {
    path: "github.com/mattn/go-sqlite3",
    module: "github.com/mattn/go-sqlite3@v1.14.28",
    imports: ["github.com/mattn/go-sqlite3"],
    body: "println(sqlite3.SQLITE_DELETE)",
  },
  {
    path: "github.com/gen2brain/malgo",
    module: "github.com/gen2brain/malgo@v0.11.23",
    imports: ["github.com/gen2brain/malgo"],
    body: "_, err := malgo.InitContext(nil, malgo.ContextConfig{}, nil); println(err == nil)",
  },
  {
    path: "github.com/containers/image/v5/signature",
    module: "github.com/containers/image/v5@v5.32.2",
    imports: ["github.com/containers/image/v5/signature"],
    body: "_, err := signature.NewGPGSigningMechanism(); println(err == nil)",
  },
  {
    path: "github.com/bytecodealliance/wasmtime-go",
    module: "github.com/bytecodealliance/wasmtime-go/v25@v25.0.0",
    imports: ["github.com/bytecodealliance/wasmtime-go/v25"],
    body: "println(wasmtime.NewEngine() != nil)",
  },
  {
    path: "github.com/mutecomm/go-sqlcipher",
    module: "github.com/mutecomm/go-sqlcipher/v4@v4.4.2",
    imports: ["github.com/mutecomm/go-sqlcipher/v4"],
    body: "println(sqlite3.ErrAbort.Error())",
  },
  {
    path: "github.com/marcboeker/go-duckdb",
    module: "github.com/marcboeker/go-duckdb@v1.8.3",
    imports: ["github.com/marcboeker/go-duckdb"],
    body: '_, err := duckdb.NewConnector("", nil); println(err == nil)',
  },
];

const chosen = process.env.FULL === "true" ? probes : probes.slice(0, 1);

describeWith(["go", "gcc", "musl-gcc"], "known packages", () => {
  describe.each(chosen)("$path", ({ path, module, imports, body }) => {
    const row = knownPackages.find((each) => each.path === path);
    const dir = mkdtempSync(join(tmpdir(), "known-package-"));
    afterAll(() => {
      rmSync(dir, { recursive: true });
    });

    beforeAll(() => {
      const env = { ...process.env, GOFLAGS: "-mod=mod" };
      const lines = imports.map((each) => `\t"${each}"\n`).join("");
      writeFileSync(join(dir, "go.mod"), "module example.com/app\n\ngo 1.24\n");
      writeFileSync(join(dir, "main.go"), `package main\n\nimport (\n${lines})\n\nfunc main() { ${body} }\n`);
      execFileSync("go", ["get", module], { cwd: dir, env, stdio: "pipe" });
      execFileSync("go", ["mod", "tidy"], { cwd: dir, env, stdio: "pipe" });
    }, 600_000);

    const build = async (mode: "check" | "explain", flags: string): Promise<(strategy: string) => Cell | undefined> => {
      const strategies = "cgo-disabled, netgo-extldflags, musl";
      const inputs = { mode, strategies, flags, ship: "netgo-extldflags", "working-directory": dir };
      const { cells } = await runReport(inputs, plainEnvironment());
      return (strategy) => cells.find((cell) => cell.strategy === strategy);
    };
    const has = (cell: Cell | undefined, kind: "dlopen" | "nss"): boolean =>
      cell?.findings.some((each) => each.kind === kind) ?? false;

    it("are what the linker and musl say of them, and what is predicted", async () => {
      if (row?.goTag !== null) return;
      const built = await build("check", "");
      const predicted = await build("explain", "");
      for (const call of ["dlopen", "nss"] as const) {
        expect(has(built("netgo-extldflags"), call), call).toBe(row.calls.includes(call));
        expect(has(predicted("netgo-extldflags"), call), call).toBe(row.calls.includes(call));
      }
      expect(built("musl")?.status).toBe(row.forGlibc ? "failed" : "built");
      expect(predicted("musl")?.prediction?.linkage).toBe(row.forGlibc ? "fails" : "static");
    }, 1_800_000);

    it("lose the call, or the C code, by the tag", async () => {
      const tag = row?.quietTag ?? row?.goTag ?? null;
      if (tag === null) return;
      const built = await build("check", `-tags=${tag}`);
      expect(has(built("netgo-extldflags"), "dlopen")).toBe(false);
      expect(built("netgo-extldflags")?.linkage?.kind).toBe("static");
      if (row?.goTag != null) expect(built("cgo-disabled")?.linkage?.kind).toBe("static");
    }, 1_800_000);
  });
});
