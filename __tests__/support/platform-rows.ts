import { join } from "node:path";
import { expect, it } from "vitest";
import { plainEnvironment, runReport, writeModule } from "./engine.ts";

// What is said of programs for other platforms: predicted, or by real builds that Go makes alone.

type PlatformRow = {
  readonly on: string;
  /** Of the strategy default. */
  readonly kind: "static" | "system" | null;
  readonly recommended: string | null;
  readonly why: string;
};

/** With net, which uses cgo where Go has it. */
const network = { "main.go": 'package main\n\nimport "net"\n\nfunc main() { net.LookupHost("x") }\n' };

const chance = "cgo-disabled (CGO_ENABLED=0) keeps it static on every machine";
const system = "it needs only what the system promises";

export const platformRows: readonly PlatformRow[] = [
  { on: "js/wasm", kind: null, recommended: null, why: "a WebAssembly module is linked with nothing" },
  { on: "wasip1/wasm", kind: null, recommended: null, why: "a WebAssembly module is linked with nothing" },
  { on: "linux/arm64", kind: "static", recommended: null, why: chance },
  { on: "freebsd/amd64", kind: "static", recommended: null, why: chance },
  { on: "darwin/arm64", kind: "system", recommended: "default", why: system },
  { on: "windows/amd64", kind: "system", recommended: "default", why: system },
  { on: "openbsd/amd64", kind: "system", recommended: "default", why: system },
];

export function platformKind({ kind }: PlatformRow): string {
  return kind ?? "none";
}

export function testPlatform({ on, kind, recommended, why }: PlatformRow, scratch: string, isBuilt: boolean): void {
  it(`${on}: ${kind ?? "no linkage"}, ${recommended ?? "nothing"} recommended`, async () => {
    const dir = join(scratch, on.replace("/", "-"));
    writeModule(dir, network);
    const inputs = { "working-directory": dir, platforms: on, ship: "default" };
    const mode = isBuilt ? "check" : "explain";
    const one = await runReport({ ...inputs, mode, strategies: "default" }, plainEnvironment());
    expect(one.cells.map((cell) => (isBuilt ? cell.linkage?.kind : cell.prediction?.linkage) ?? null)).toEqual([kind]);
    expect(one.recommendation[0]).toMatchObject({ strategy: recommended });
    expect(one.recommendation[0]?.why).toContain(why);
    expect(one.recommendation[0]?.why).not.toContain("no strategy of this run is static");
    const trap = await runReport({ ...inputs, mode: "explain", strategies: "all" }, plainEnvironment());
    const advice = trap.cells.flatMap(({ findings }) => findings).map((each) => `${each.kind}: ${each.fix ?? ""}`);
    if (kind !== "static") expect(advice.filter((each) => each.includes("extldflags"))).toEqual([]);
    const reasons = trap.cells.map(({ reason }) => reason ?? "");
    if (kind === null) expect(reasons.filter((reason) => reason.includes("system's own"))).toEqual([]);
  });
}
