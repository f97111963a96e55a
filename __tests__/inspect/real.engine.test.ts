import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { BUILD_TIMEOUT, goBuild, type SharedBuild } from "../support/shared-builds.ts";
import { sourceOf } from "./byte-source.ts";
import type { Linkage, Inspection } from "../../src/model/artifact.ts";

type Build = SharedBuild & {
  readonly name: string;
  /** Programs that this build needs beside go and readelf. */
  readonly tools?: readonly string[];
  readonly want: Partial<Omit<Inspection, "linkage">> & { readonly linkage: Partial<Linkage> };
};

const hostStatic = "-linkmode=external -extldflags=-static";
const hostStaticPie = "-linkmode=external -extldflags=-static-pie";

function cross(platform: string, linkage: Partial<Linkage>): Build {
  const machine = platform.split("/")[1] ?? "";
  return { name: platform, program: "pure", platform, want: { machine, linkMode: "internal", linkage } };
}

// The native rows are for linux/amd64 with glibc, which the host's own compiler targets.
const native: readonly Build[] = [
  {
    name: "cgo disabled",
    program: "net",
    want: {
      machine: "amd64",
      linkMode: "internal",
      usesRuntimeCgo: null,
      linkage: { kind: "static", libc: null, hazards: [] },
    },
  },
  {
    name: "cgo disabled, stripped",
    program: "pure",
    flags: ["-ldflags=-s -w"],
    want: { linkMode: "internal", linkage: { kind: "static" } },
  },
  {
    name: "net",
    program: "net",
    cc: "gcc",
    tools: ["gcc"],
    want: { linkMode: "internal", linkage: { kind: "dynamic", loaderOnly: false, libc: "glibc" } },
  },
  {
    name: "own C code, stripped",
    program: "cgo",
    cc: "gcc",
    flags: ["-ldflags=-s -w"],
    tools: ["gcc"],
    want: { linkMode: "external", linkage: { kind: "dynamic", libc: "glibc" } },
  },
  {
    name: "PIE that needs its loader alone",
    program: "pure",
    flags: ["-buildmode=pie"],
    want: { linkMode: "internal", linkage: { kind: "dynamic", loaderOnly: true, needed: [], minGlibc: null } },
  },
  {
    name: "PIE without a loader, which crashes",
    program: "pure",
    flags: ["-buildmode=pie", "-ldflags=-d"],
    want: { linkage: { kind: "unreadable" } },
  },
  {
    name: "static PIE",
    program: "pure",
    cc: "gcc",
    flags: ["-buildmode=pie", `-ldflags=${hostStaticPie}`],
    tools: ["gcc"],
    want: { linkMode: "external", usesRuntimeCgo: true, linkage: { kind: "static-pie", libc: "glibc", hazards: [] } },
  },
  {
    name: "static PIE with net, stripped",
    program: "net",
    cc: "gcc",
    flags: ["-buildmode=pie", `-ldflags=-s -w ${hostStaticPie}`],
    tools: ["gcc"],
    want: {
      linkMode: "external",
      usesRuntimeCgo: true,
      linkage: { kind: "static-pie", libc: "glibc", hazards: ["nss"] },
    },
  },
  {
    name: "static glibc",
    program: "pure",
    cc: "gcc",
    flags: [`-ldflags=${hostStatic}`],
    tools: ["gcc"],
    want: { linkMode: "external", usesRuntimeCgo: true, linkage: { kind: "static", libc: "glibc", hazards: [] } },
  },
  {
    name: "static glibc with net",
    program: "net",
    cc: "gcc",
    flags: [`-ldflags=${hostStatic}`],
    tools: ["gcc"],
    want: { linkMode: "external", usesRuntimeCgo: true, linkage: { kind: "static", libc: "glibc", hazards: ["nss"] } },
  },
  {
    name: "static glibc with net, stripped",
    program: "net",
    cc: "gcc",
    flags: [`-ldflags=-s -w ${hostStatic}`],
    tools: ["gcc"],
    want: { linkMode: "external", linkage: { kind: "static", libc: "glibc", hazards: ["nss"] } },
  },
  {
    name: "static glibc with Go's own net",
    program: "net",
    cc: "gcc",
    flags: ["-tags=netgo,osusergo", `-ldflags=${hostStatic}`],
    tools: ["gcc"],
    want: { linkMode: "external", linkage: { kind: "static", libc: "glibc", hazards: [] } },
  },
  {
    name: "static musl with net",
    program: "net",
    cc: "musl-gcc",
    flags: [`-ldflags=-s -w ${hostStatic}`],
    tools: ["musl-gcc"],
    want: { linkMode: "external", usesRuntimeCgo: true, linkage: { kind: "static", libc: "musl", hazards: [] } },
  },
  {
    name: "dynamic musl",
    program: "cgo",
    cc: "musl-gcc",
    tools: ["musl-gcc"],
    want: { linkMode: "external", linkage: { kind: "dynamic", libc: "musl", minGlibc: null } },
  },
  {
    name: "c-shared",
    program: "lib",
    cc: "gcc",
    flags: ["-buildmode=c-shared"],
    tools: ["gcc"],
    want: { linkMode: "external", linkage: { kind: "library", libc: "glibc" } },
  },
  {
    name: "c-archive",
    program: "lib",
    cc: "gcc",
    flags: ["-buildmode=c-archive"],
    tools: ["gcc"],
    want: { format: null, linkage: { kind: "unreadable" } },
  },
];

const crossed: readonly Build[] = [
  cross("linux/arm64", { kind: "static" }),
  cross("linux/s390x", { kind: "static" }),
  cross("linux/386", { kind: "static" }),
  {
    ...cross("linux/arm64", { kind: "dynamic", loaderOnly: true, libc: "glibc" }),
    name: "linux/arm64, PIE",
    flags: ["-buildmode=pie"],
  },
  cross("freebsd/amd64", { kind: "static" }),
  cross("openbsd/amd64", { kind: "system", loaderOnly: false }),
  cross("solaris/amd64", { kind: "system" }),
  cross("android/arm64", { kind: "system", needed: [] }),
];

function has(tool: string): boolean {
  try {
    execFileSync("which", [tool], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

// Where nobody watches, a test that did not run is a test that failed.
function whenPossible(tools: readonly string[]) {
  const missing = tools.filter((tool) => !has(tool));
  return missing.length === 0 || process.env.CI === "true" ? it : it.skip;
}

/** What readelf reads, in the words of a Linkage. */
function readelf(path: string): Pick<Linkage, "interpreter" | "needed" | "minGlibc"> & { readonly type: string } {
  const run = (...args: string[]) =>
    execFileSync("readelf", [...args, path], { encoding: "utf8", env: { ...process.env, LC_ALL: "C" }, stdio: "pipe" });
  const needs = /Version needs section[\s\S]*/.exec(run("-VW"))?.[0] ?? "";
  const versions = Array.from(needs.matchAll(/Name: GLIBC_([\d.]+)/g), (match) => match[1] ?? "");
  const padded = (version: string) =>
    version
      .split(".")
      .map((part) => part.padStart(5, "0"))
      .join(".");
  return {
    type: /Type:\s+(\w+)/.exec(run("-hW"))?.[1] ?? "",
    interpreter: /Requesting program interpreter: (.*)\]/.exec(run("-lW"))?.[1] ?? null,
    needed: Array.from(run("-dW").matchAll(/\(NEEDED\).*\[(.*)\]/g), (match) => match[1] ?? ""),
    minGlibc: versions.sort((a, b) => (padded(a) < padded(b) ? -1 : 1)).at(-1) ?? null,
  };
}

function check(row: Build): void {
  const path = goBuild(row);
  const inspection = inspect(sourceOf(readFileSync(path)));
  expect(inspection).toMatchObject(row.want);
  if (inspection.format !== "elf") {
    return;
  }
  const { type, ...linkage } = readelf(path);
  expect(inspection.linkage).toMatchObject(linkage);
  const types: Partial<Record<string, string>> = { static: "EXEC", "static-pie": "DYN", library: "DYN" };
  expect(types[inspection.linkage.kind] ?? type).toBe(type);
}

const isNative = process.platform === "linux" && process.arch === "x64";

describe.runIf(isNative || process.env.CI === "true")("what go builds here", () => {
  for (const row of native) {
    whenPossible(["go", "readelf", ...(row.tools ?? [])])(
      row.name,
      () => {
        check(row);
      },
      BUILD_TIMEOUT,
    );
  }
});

describe("what go builds for others", () => {
  for (const row of crossed) {
    whenPossible(["go", "readelf"])(
      row.name,
      () => {
        check(row);
      },
      BUILD_TIMEOUT,
    );
  }
});

describe("a real program cut short", () => {
  // Of more than a million lengths: all of the headers, then steps that share no factor with a page, then all of the end.
  const [headers, step, end] = process.env.FULL === "true" ? [5000, 97, 300] : [1200, 1999, 100];
  function lengths(size: number): readonly number[] {
    const steps = Array.from({ length: Math.floor(size / step) }, (_, index) => index * step);
    const ends = Array.from({ length: end }, (_, index) => size - 1 - index);
    return [...Array(headers).keys(), ...steps, ...ends].filter((length) => length < size);
  }

  function lastLoadedByte(path: string): number {
    const headers = execFileSync("readelf", ["-lW", path], { encoding: "utf8", stdio: "pipe" });
    const loads = Array.from(headers.matchAll(/^\s+LOAD\s+(\w+) \w+ \w+ (\w+)/gm));
    return Math.max(...loads.map((load) => Number(load[1]) + Number(load[2])));
  }

  const rows = native.filter((row) =>
    ["cgo disabled, stripped", "own C code, stripped", "static PIE with net, stripped"].includes(row.name),
  );
  for (const row of rows) {
    whenPossible(["go", "readelf", ...(row.tools ?? [])])(
      `${row.name}: never static before all that it loads is there`,
      () => {
        const path = goBuild(row);
        const bytes = new Uint8Array(readFileSync(path));
        const loaded = lastLoadedByte(path);
        const { kind: whole } = inspect(sourceOf(bytes)).linkage;
        expect(whole).toBe(row.want.linkage.kind);
        for (const length of lengths(bytes.length)) {
          const { kind } = inspect(sourceOf(bytes.subarray(0, length))).linkage;
          expect(kind).toBe(length < loaded ? "unreadable" : whole);
        }
      },
      BUILD_TIMEOUT,
    );
  }
});
