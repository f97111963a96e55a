import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type CacheFacts, readCacheFacts } from "../../src/cache/cache-inputs.ts";
import { buildKeys, type BuildKeyFacts, isSameKey, moduleKeys, weekOf } from "../../src/cache/keys.ts";
import { makeGo } from "../../src/go/command.ts";
import { makeFiles } from "../../src/ports/files.ts";
import { nodePorts } from "../../src/ports/node.ts";
import type { Log } from "../../src/ports/types.ts";
import { parseRequest } from "../../src/config/parse-request.ts";
import { plainEnvironment } from "../support/engine.ts";
import { describeWith } from "../support/tools.ts";
import type { Environment } from "../../src/model/environment.ts";
import type { Inputs } from "../../src/config/inputs.ts";
import type { CheckRequest } from "../../src/model/request.ts";
import type { Toolchain } from "../../src/model/toolchain.ts";

it.each([
  ["2026-01-01", "2026w01"],
  ["2026-11-23", "2026w48"],
  ["2026-11-29", "2026w48"],
  ["2026-11-30", "2026w49"],
  ["2026-12-31", "2026w53"],
  ["2027-01-03", "2026w53"],
  ["2027-01-04", "2027w01"],
  ["2024-12-30", "2025w01"],
])("%s is in the week %s", (date, week) => {
  expect(weekOf(new Date(`${date}T12:00:00Z`))).toBe(week);
});

const facts: BuildKeyFacts = {
  os: "linux",
  arch: "amd64",
  image: "ubuntu_24.04",
  goVersion: "1.27.4",
  configuration: { flags: ["-trimpath"] },
  dependencies: "module a",
  today: new Date("2026-11-23T00:00:00Z"),
};

it("a key says what it is for, and its fallbacks are its own beginnings, each shorter than the one before", async () => {
  const { key, restoreKeys } = await buildKeys(facts);
  expect(key).toMatch(/^go-linkage-1-build-linux-amd64-ubuntu_24.04-go1.27.4-[0-9a-f]{16}-2026w48-[0-9a-f]{16}$/);
  expect(restoreKeys).toHaveLength(2);
  for (const restoreKey of restoreKeys) expect(key.startsWith(restoreKey)).toBe(true);
  expect(restoreKeys[0]).toMatch(/-2026w48-$/);
  expect(restoreKeys[1]).toMatch(/-[0-9a-f]{16}-$/);
});

it.each<{ name: string; change: Partial<BuildKeyFacts>; shared: number }>([
  { name: "dependencies", change: { dependencies: "module b" }, shared: 2 },
  { name: "the week", change: { today: new Date("2026-12-01") }, shared: 1 },
  { name: "the configuration", change: { configuration: {} }, shared: 0 },
  { name: "Go", change: { goVersion: "1.27.5" }, shared: 0 },
  { name: "the image", change: { image: "alpine_3.22" }, shared: 0 },
  { name: "the system", change: { os: "darwin" }, shared: 0 },
  { name: "the processor", change: { arch: "arm64" }, shared: 0 },
])("other $name: $shared of the fallbacks still fit", async ({ change, shared }) => {
  const [before, after] = [await buildKeys(facts), await buildKeys({ ...facts, ...change })];
  expect(after.key).not.toBe(before.key);
  expect(after.restoreKeys.filter((restoreKey) => before.key.startsWith(restoreKey))).toHaveLength(shared);
});

it.each(["", ",a,b,", "x".repeat(600), "Ünïcode image/\u0000"])(
  "GitHub takes the key for an image %j",
  async (image) => {
    const { key } = await buildKeys({ ...facts, image });
    expect(key.length).toBeLessThan(512);
    expect(key).toMatch(/^[\w.+-]+$/);
    expect(key).not.toContain("undefined");
  },
);

it("the modules have one fallback, on every system", async () => {
  const { key, restoreKeys } = await moduleKeys([["./..."]], "sums");
  expect(restoreKeys).toEqual(["go-linkage-1-modules-"]);
  expect(key.startsWith("go-linkage-1-modules-")).toBe(true);
  expect((await moduleKeys([["./cmd/a"]], "sums")).key).not.toBe(key);
});

it("keys are the same whichever way a server spells them", () => {
  expect([isSameKey("Go-1", "go-1"), isSameKey("go-1", "go-12")]).toEqual([true, false]);
});

const quiet: Log = {
  group: (_title, body) => body(),
  info: () => undefined,
  warning: () => undefined,
  raw: () => undefined,
  activity: () => () => undefined,
};

describeWith(["go", "gcc"], "the configuration in a key", () => {
  let dir: string;
  let usual: CacheFacts;

  async function read(inputs: Partial<Inputs>, variables: Environment = {}): Promise<CacheFacts> {
    const { files } = makeFiles(tmpdir());
    const env = { ...plainEnvironment(), ...variables };
    const ports = { ...nodePorts({ files, log: quiet, signal: new AbortController().signal }), env };
    const toolchain = { version: "1.26.8", root: "/go", go: "go", env } as unknown as Toolchain;
    const request = parseRequest({ strategies: "default cgo-disabled", ...inputs }) as CheckRequest;
    return readCacheFacts(request, [{ dir, patterns: request.where.packages }], {
      go: makeGo(toolchain, ports),
      ports,
    });
  }

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), "keys-"));
    writeFileSync(join(dir, "go.mod"), "module example.com/app\n\ngo 1.19\n");
    usual = await read({});
  });

  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  it.each<{ name: string; inputs?: Partial<Inputs>; env?: Environment }>([
    { name: "-ldflags", inputs: { flags: "-ldflags=-s" } },
    { name: "-ldflags in GOFLAGS", env: { GOFLAGS: "-ldflags=-w" } },
    { name: "a strategy that links otherwise", inputs: { strategies: "default cgo-disabled extldflags" } },
    { name: "the order of the strategies", inputs: { strategies: "cgo-disabled default" } },
    { name: "what is required", inputs: { require: "static" } },
    { name: "a proof", inputs: { prove: "--version" } },
  ])("is the same for $name", async ({ inputs = {}, env = {} }) => {
    expect((await read(inputs, env)).configuration).toEqual(usual.configuration);
  });

  it.each<{ name: string; inputs?: Partial<Inputs>; env?: Environment }>([
    { name: "-trimpath", inputs: { flags: "-trimpath" } },
    { name: "-race", inputs: { flags: "-race" } },
    { name: "-gcflags", inputs: { flags: "-gcflags=-N" } },
    { name: "a flag in GOFLAGS", env: { GOFLAGS: "-trimpath" } },
    { name: "another platform", inputs: { platforms: "linux/arm64" } },
    { name: "a strategy with tags", inputs: { strategies: "default cgo-disabled netgo" } },
    { name: "a strategy with a build mode", inputs: { strategies: "default cgo-disabled static-pie" } },
    { name: "other packages", inputs: { packages: "./cmd/a" } },
    { name: "a processor's variant", env: { GOAMD64: "v3" } },
    { name: "an experiment", env: { GOEXPERIMENT: "fieldtrack" } },
    { name: "C flags", env: { CGO_CFLAGS: "-O3" } },
    { name: "another C compiler", env: { CC: "cc -m64" } },
  ])("is another for $name", async ({ inputs = {}, env = {} }) => {
    expect((await read(inputs, env)).configuration).not.toEqual(usual.configuration);
  });

  it("knows what GOCACHE is", async () => {
    expect((await read({}, { GOCACHE: join(dir, "cache") })).buildFolder).toBe(join(dir, "cache"));
  });

  it("reads go.mod and go.sum of all that a workspace joins", async () => {
    const other = join(dir, "other");
    mkdirSync(other);
    writeFileSync(join(other, "go.mod"), "module example.com/other\n\ngo 1.19\n");
    writeFileSync(join(other, "go.sum"), "example.com/dep v1.0.0 h1:abc=\n");
    writeFileSync(join(dir, "go.work"), "go 1.19\n\nuse (\n\t.\n\t./other\n)\n");
    const joined = await read({}, { GOWORK: join(dir, "go.work") });
    expect(usual.hasSums).toBe(false);
    expect(joined.hasSums).toBe(true);
    expect(joined.dependencies).toContain("example.com/dep v1.0.0");
    expect(joined.dependencies).toContain("module example.com/app");
  });
});
