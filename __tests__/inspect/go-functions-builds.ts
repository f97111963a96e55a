import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { parseElfHeader } from "../../src/inspect/elf-header.ts";
import { parseElf } from "../../src/inspect/elf.ts";
import { findCgoFunctions } from "../../src/inspect/go-functions.ts";
import { goBuild, makeScratch } from "../support/shared-builds.ts";
import { sourceOf } from "./byte-source.ts";
import type { CgoPackage } from "../../src/model/artifact.ts";

// Programs whose cgo calls are known, linked in every way.

const programs = [
  { name: "net", packages: { net: ["getaddrinfo"] } },
  { name: "users", packages: { "os/user": ["mygetpwnam_r"] } },
  { name: "plugins", packages: { plugin: ["pluginLookup", "pluginOpen", "realpath"] } },
  { name: "bindings", packages: { "example.com/real/gl.v1": ["seven"], main: ["answer"] } },
  { name: "unused", packages: {} },
  { name: "pure", packages: {} },
] as const satisfies readonly {
  readonly name: string;
  readonly packages: Readonly<Record<string, readonly string[]>>;
}[];

const modes = [
  { mode: "internal", flags: ["-ldflags=-linkmode=internal"] },
  { mode: "internal -s -w", flags: ["-ldflags=-s -w -linkmode=internal"] },
  { mode: "external", flags: ["-ldflags=-linkmode=external"] },
  { mode: "external PIE", flags: ["-buildmode=pie", "-ldflags=-linkmode=external -s -w"] },
  { mode: "static", flags: ["-ldflags=-linkmode=external -extldflags=-static"] },
] as const;

export type Linked = (typeof programs)[number] &
  (typeof modes)[number] & { readonly go: string; readonly kind: string };

/** Every program in every way. The first of each kind: every program once, and one of them in every way. */
export function linkedBy(go: string): readonly Linked[] {
  return programs.flatMap((program) =>
    modes.map((mode) => {
      return { go, kind: program.name === "bindings" ? mode.mode : program.name, ...program, ...mode };
    }),
  );
}

const folder = makeScratch();

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function calls(path: string): readonly CgoPackage[] | null {
  const source = sourceOf(new Uint8Array(readFileSync(path)));
  const { loads } = parseElf(source, parseElfHeader(source));
  return findCgoFunctions(
    source,
    loads.map((load) => ({ offset: load.offset, length: load.filesz })),
  );
}

/** What each calls, as its sources say, before and after strip. */
export function testCalls(all: readonly Linked[]): void {
  it.each(all)("$go, $name, $mode, and stripped", ({ go, name, packages, flags }) => {
    const path = goBuild({ go, program: name, cc: "gcc", flags });
    const found = calls(path);
    expect(found?.map((each) => each.package)).toEqual(Object.keys(packages));
    const known: Readonly<Record<string, readonly string[]>> = packages;
    for (const each of found ?? []) {
      expect(each.functions).toEqual(expect.arrayContaining([...(known[each.package] ?? [])]));
      expect(each.functions).not.toContain("GoString");
    }
    const copy = join(folder, "stripped");
    copyFileSync(path, copy);
    execFileSync("strip", ["-s", copy]);
    expect(calls(copy)).toEqual(found);
  });
}

export function testNoCalls(go: string): void {
  it.each(["net", "users", "plugins"] as const)(`${go}, %s without cgo calls nothing`, (program) => {
    expect(calls(goBuild({ go, program }))).toEqual([]);
  });

  it(`${go}, netgo calls nothing`, () => {
    expect(calls(goBuild({ go, program: "net", cc: "gcc", flags: ["-tags=netgo"] }))).toEqual([]);
  });
}
