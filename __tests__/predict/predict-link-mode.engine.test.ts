import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseGOFLAGS } from "../../src/go/go-flags.ts";
import { linkFacts } from "../../src/predict/link-facts.ts";
import { decideLinkMode } from "../../src/predict/predict-link-mode.ts";
import type { TrustedFlags } from "../../src/predict/trusted-flags.ts";
import { type CellGiven, makePackage, makePlanned } from "../support/planned.ts";
import { installedGos } from "../support/toolchains.ts";
import { describeWith } from "../support/tools.ts";
import { isLinkedInternally } from "../../src/go/internal-packages.ts";
import type { GoPackage } from "../../src/model/packages.ts";
import type { PredictedLinkMode } from "../../src/model/prediction.ts";

const cgo = (importPath: string, more: Partial<GoPackage> = {}): GoPackage =>
  makePackage({ importPath, cgoFiles: ["c.go"], imports: [], ...more });
const std = (importPath: string): GoPackage => cgo(importPath, { standard: true });
const net = std("net");
const users = std("os/user");
const plugin = std("plugin");
const foreign = cgo("example.com/c");
const syso = makePackage({ importPath: "example.com/o", objectFiles: ["x.syso"] });

const trusted: TrustedFlags = {
  readsCppflags: true,
  distrustedCompilerFlag: (flags) => flags.find((flag) => flag === "-flto"),
  distrustedLinkerFlag: (flags) => flags.find((flag) => flag === "-odd"),
};

type Given = CellGiven & { readonly go?: string; readonly env?: Readonly<Record<string, string>> };

function decide({ go = "1.26.8", env = {}, ...given }: Given): PredictedLinkMode {
  const settings = { goVersion: go, goflags: parseGOFLAGS(given.goflags ?? ""), env };
  return decideLinkMode(linkFacts(makePlanned(given), settings), trusted);
}

const off = { CGO_ENABLED: "0" } as const;
const linkmode = (value: string): readonly string[] => [`-ldflags=-linkmode=${value}`];

describe("decideLinkMode", () => {
  type Row = {
    readonly name: string;
    readonly given: Given;
    readonly mode: PredictedLinkMode["mode"];
    readonly reasons: readonly string[];
    readonly more?: Partial<PredictedLinkMode>;
  };
  const pure = "no package uses cgo, so Go's own linker does it all";
  const outside = "example.com/c uses cgo and is not among the packages that Go links itself";
  const rows: readonly Row[] = [
    { name: "no cgo", given: {}, mode: "internal", reasons: [pure], more: { hasRuntimeCgo: false, outside: [] } },
    {
      name: "net",
      given: { packages: [net] },
      mode: "internal",
      reasons: ["only net uses cgo, and Go's own linker can link that"],
      more: { hasRuntimeCgo: true },
    },
    {
      name: "net and os/user",
      given: { packages: [net, users] },
      mode: "internal",
      reasons: ["only net and os/user use cgo, and Go's own linker can link those"],
    },
    {
      name: "a package of others",
      given: { packages: [net, foreign] },
      mode: "external",
      reasons: [outside],
      more: { outside: ["example.com/c"] },
    },
    {
      name: "two of them",
      given: { packages: [plugin, net, foreign] },
      mode: "external",
      reasons: ["example.com/c and plugin use cgo and are not among the packages that Go links itself"],
    },
    { name: "object files without cgo", given: { packages: [syso] }, mode: "internal", reasons: [pure] },
    {
      name: "object files and net",
      given: { packages: [syso, net] },
      mode: "external",
      reasons: ["example.com/o brings object files (.syso) and is not among the packages that Go links itself"],
    },
    // -linkmode and GO_EXTLINK_ENABLED.
    {
      name: "-linkmode=external",
      given: { flags: linkmode("external") },
      mode: "external",
      reasons: ["-linkmode=external asks for it"],
      more: { hasRuntimeCgo: true },
    },
    {
      name: "--linkmode=external",
      given: { flags: ["-ldflags=--linkmode=external"] },
      mode: "external",
      reasons: ["-linkmode=external asks for it"],
      more: { hasRuntimeCgo: false },
    },
    {
      name: "go1.20 does not see -linkmode=external",
      given: { go: "1.20.14", flags: linkmode("external") },
      mode: "external",
      reasons: ["-linkmode=external asks for it"],
      more: { hasRuntimeCgo: false },
    },
    {
      name: "-linkmode=internal",
      given: { packages: [foreign], flags: linkmode("internal") },
      mode: "internal",
      reasons: ["-linkmode=internal asks for it"],
    },
    {
      name: "-linkmode=auto",
      given: { packages: [foreign], flags: linkmode("auto") },
      mode: "external",
      reasons: [outside],
    },
    {
      name: "GO_EXTLINK_ENABLED=1",
      given: { env: { GO_EXTLINK_ENABLED: "1" } },
      mode: "external",
      reasons: ["GO_EXTLINK_ENABLED=1 asks for it"],
      more: { hasRuntimeCgo: false },
    },
    {
      name: "GO_EXTLINK_ENABLED=0",
      given: { packages: [foreign], env: { GO_EXTLINK_ENABLED: "0" } },
      mode: "internal",
      reasons: ["GO_EXTLINK_ENABLED=0 asks for it"],
    },
    {
      name: "-linkmode wins over GO_EXTLINK_ENABLED=0",
      given: { packages: [net], flags: linkmode("external"), env: { GO_EXTLINK_ENABLED: "0" } },
      mode: "external",
      reasons: ["-linkmode=external asks for it"],
    },
    {
      name: "-linkmode=internal wins over GO_EXTLINK_ENABLED=1",
      given: { flags: linkmode("internal"), env: { GO_EXTLINK_ENABLED: "1" } },
      mode: "internal",
      reasons: ["-linkmode=internal asks for it"],
    },
    // Cgo off.
    {
      name: "cgo off, -linkmode=external",
      given: { ...off, flags: linkmode("external") },
      mode: null,
      reasons: ["-linkmode=external requires external linking, and cgo is off"],
    },
    {
      name: "cgo off, --linkmode=external",
      given: { ...off, flags: ["-ldflags=--linkmode=external"] },
      mode: "external",
      reasons: ["-linkmode=external asks for it"],
    },
    {
      name: "cgo off, -linkmode=external, go1.21",
      given: { ...off, go: "1.21.13", flags: linkmode("external") },
      mode: "external",
      reasons: ["-linkmode=external asks for it"],
      more: { hasRuntimeCgo: false },
    },
    {
      name: "cgo off, a PIE for a machine whose PIE needs it",
      given: { ...off, on: "linux/riscv64", flags: ["-buildmode=pie"] },
      mode: null,
      reasons: ["-buildmode=pie requires external linking, and cgo is off"],
    },
    {
      name: "cgo off, android/arm",
      given: { ...off, on: "android/arm" },
      mode: null,
      reasons: ["android/arm requires external linking, and cgo is off"],
    },
    ...["race", "msan", "asan"].map((name) => ({
      name: `cgo off, -${name}`,
      given: { ...off, flags: [`-${name}`] },
      mode: null,
      reasons: [`-${name} requires cgo, and cgo is off`],
    })),
    {
      name: "cgo off, -race on macOS, where it needs none",
      given: { ...off, on: "darwin/arm64", flags: ["-race"] },
      mode: "internal",
      reasons: ["only runtime/race uses cgo, and Go's own linker can link that"],
    },
    // What forces the external linker.
    {
      name: "-race",
      given: { flags: ["-race"] },
      mode: "internal",
      reasons: ["only runtime/race uses cgo, and Go's own linker can link that"],
      more: { hasRuntimeCgo: true },
    },
    {
      name: "-race and a PIE",
      given: { flags: ["-race", "-buildmode=pie"] },
      mode: null,
      reasons: ["-race and -buildmode=pie exclude each other"],
    },
    ...["msan", "asan", "linkshared"].map((name) => ({
      name: `-${name}`,
      given: { flags: [`-${name}`] },
      mode: "external" as const,
      reasons: [`-${name} needs it`],
    })),
    ...["c-archive", "c-shared", "plugin"].map((buildmode) => ({
      name: `-buildmode=${buildmode}`,
      given: { flags: [`-buildmode=${buildmode}`] },
      mode: "external" as const,
      reasons: [`-buildmode=${buildmode} needs it`],
    })),
    {
      name: "-linkmode=internal where it cannot be",
      given: { flags: [...linkmode("internal"), "-buildmode=c-shared"] },
      mode: null,
      reasons: ["-linkmode=internal is impossible: -buildmode=c-shared needs it"],
    },
    {
      name: "GO_EXTLINK_ENABLED=0 where it cannot be",
      given: { on: "linux/mips64", packages: [net], env: { GO_EXTLINK_ENABLED: "0" } },
      mode: null,
      reasons: ["GO_EXTLINK_ENABLED=0 is impossible: Go's own linker cannot link cgo code for linux/mips64"],
    },
    {
      name: "every reason, in the linker's order",
      given: { packages: [foreign], flags: [...linkmode("external"), "-buildmode=c-shared"] },
      mode: "external",
      reasons: ["-linkmode=external asks for it", "-buildmode=c-shared needs it", outside],
    },
    // Platforms and releases.
    { name: "a PIE on linux/amd64", given: { flags: ["-buildmode=pie"] }, mode: "internal", reasons: [pure] },
    {
      name: "a PIE on linux/s390x, go1.26",
      given: { on: "linux/s390x", flags: ["-buildmode=pie"] },
      mode: "external",
      reasons: ["-buildmode=pie needs it on linux/s390x"],
    },
    {
      name: "a PIE on linux/s390x, go1.27",
      given: { go: "1.27.4", on: "linux/s390x", flags: ["-buildmode=pie"] },
      mode: "internal",
      reasons: [pure],
    },
    { name: "a PIE by default", given: { ...off, on: "windows/amd64" }, mode: "internal", reasons: [pure] },
    {
      name: "a PIE by default, go1.19",
      given: { ...off, go: "1.19.8", on: "windows/amd64" },
      mode: "internal",
      reasons: [pure],
    },
    {
      name: "net on linux/riscv64, go1.21",
      given: { go: "1.21.13", on: "linux/riscv64", packages: [net] },
      mode: "external",
      reasons: ["Go's own linker cannot link cgo code for linux/riscv64"],
    },
    {
      name: "net on linux/riscv64, go1.22",
      given: { go: "1.22.12", on: "linux/riscv64", packages: [net] },
      mode: "internal",
      reasons: ["only net uses cgo, and Go's own linker can link that"],
    },
    {
      name: "net on DragonFly",
      given: { on: "dragonfly/amd64", packages: [net] },
      mode: "external",
      reasons: [
        "Go's own linker cannot link cgo code for dragonfly/amd64",
        "net uses cgo and is not among the packages that Go links itself",
      ],
    },
    // Flags that the internal linker is not trusted with.
    {
      name: "a C flag of the environment",
      given: { packages: [net], CGO_CFLAGS: "-O2 -flto" },
      mode: "external",
      reasons: ["-flto among the C flags of net is not what Go's own linker is trusted with"],
      more: { distrusted: [{ package: "net", flag: "-flto" }] },
    },
    {
      name: "a preprocessor flag, where those count",
      given: { packages: [net], CGO_CPPFLAGS: "-flto" },
      mode: "external",
      reasons: ["-flto among the C flags of net is not what Go's own linker is trusted with"],
    },
    {
      name: "a linker flag of a package",
      given: { packages: [cgo("net", { standard: true, cgoLdflags: ["-odd"] })] },
      mode: "external",
      reasons: ["-odd among the C flags of net is not what Go's own linker is trusted with"],
    },
    { name: "such flags where nothing is compiled", given: { CGO_CFLAGS: "-flto" }, mode: "internal", reasons: [pure] },
    {
      name: "such flags and -linkmode=internal",
      given: { packages: [net], CGO_CFLAGS: "-flto", flags: linkmode("internal") },
      mode: "internal",
      reasons: ["-linkmode=internal asks for it"],
    },
  ];
  it.each(rows)("$name", ({ given, mode, reasons, more = {} }) => {
    expect(decide(given)).toMatchObject({ mode, reasons, ...more });
  });
});

describeWith(["go"], "the source of the real linker", () => {
  it.each(installedGos())("$title links by itself just the packages that are never blamed", ({ root, minor }) => {
    const source = readFileSync(join(root, "src/cmd/link/internal/ld/lib.go"), "utf8");
    const list = /var internalpkg = \[\]string\{([^}]*)\}/.exec(source)?.[1] ?? "";
    const names = [...list.matchAll(/"([^"]+)"/g)].map(([, name]) => name ?? "");
    expect(names).toContain("net");
    // The race detector's two parts for amd64 are packages since go1.20; go1.19 has none to link.
    const since20 = ["runtime/race/internal/amd64v1", "runtime/race/internal/amd64v3"];
    const expected = minor < 20 ? [...names, ...since20] : names;
    const candidates = [...expected, "plugin", "net/http", "example.com/net", "runtime", "crypto/tls"];
    expect(candidates.filter((path) => isLinkedInternally(path, "linux"))).toEqual(expected);
  });
});
