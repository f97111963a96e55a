import { describe, expect, it } from "vitest";
import { readRows } from "../../scripts/systems.ts";
import { ConfigError } from "../../src/errors.ts";
import { isSupported, resolveSystem, resolveSystems, systemOf } from "../../src/systems/system-names.ts";
import { systemTable } from "../../src/systems/table.ts";

const { systems, date } = systemTable();

describe("the table of systems", () => {
  it.each(systems)("$id has a source, a day and a processor", (system) => {
    expect(system.source).toMatch(/\w{5}/);
    expect(system.date).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
    expect(system.date <= date).toBe(true);
    expect(system.processors.length).toBeGreaterThan(0);
    expect(system.id).toMatch(/^[a-z][a-z0-9._-]*$/);
    if (system.end !== null) expect(system.end).toMatch(/^20\d\d-\d\d-\d\d$|^none$/);
  });

  it.each(systems.filter(({ libc }) => libc !== "none"))("$id has a loader on each processor", ({ processors }) => {
    for (const { loader } of processors) expect(loader).toMatch(/^\/lib/);
  });

  it.each(["releases.tsv", "measured.tsv", "loaders.tsv"])("%s: every row has a source and a day", (file) => {
    for (const row of readRows(file)) {
      expect(row.source, JSON.stringify(row)).toMatch(/\w{5}/);
      expect(row.date, JSON.stringify(row)).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
    }
  });

  it.each(["symbols.tsv", "libraries.tsv", "glibc-symbols.tsv"])("%s names its source above its rows", async (file) => {
    const { readFileSync } = await import("node:fs");
    const [first] = readFileSync(new URL(`../../scripts/systems/${file}`, import.meta.url), "utf8").split("\n");
    expect(first).toMatch(/^# .*20\d\d-\d\d-\d\d/);
  });

  it("has each name once", () => {
    const names = systems.flatMap(({ id, aliases }) => [id, ...aliases]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it("says how each contradiction of its sources was decided", () => {
    const contradictions = readRows("releases.tsv").filter(({ note = "" }) => note.includes("contradiction"));
    expect(contradictions.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["ubuntu22.04", "rhel7", "amazonlinux2023", "photon4.0", "oraclelinux10", "debian13"]),
    );
    for (const { id, note } of contradictions) expect(note, id).toMatch(/decided|counts for nothing/);
  });

  it("compares names with names", () => {
    const names = (id: string): readonly string[] =>
      systemOf(id).processors.find(({ processor }) => processor === "amd64")?.names ?? [];
    expect(names("oraclelinux10")).toContain("GLIBC_ABI_GNU2_TLS");
    expect(names("rhel10")).toEqual(["GLIBC_ABI_DT_RELR"]);
  });
});

describe("names of systems", () => {
  it.each([
    ["debian12", "debian12"],
    ["debian-12", "debian12"],
    ["Debian 12", "debian12"],
    ["debian:12", "debian12"],
    ["bookworm", "debian12"],
    ["alpine", "alpine3.24"],
    ["alpine3.22", "alpine3.22"],
    ["alpine:3.22", "alpine3.22"],
    ["ubuntu-latest", "ubuntu26.04"],
    ["ubuntu-24.04", "ubuntu24.04"],
    ["ubi9", "rhel9"],
    ["al2023", "amazonlinux2023"],
    ["busybox", "busybox-uclibc"],
    ["distroless-base", "distroless-base-debian13"],
  ])("%s is %s", (name, id) => {
    expect(resolveSystem(name)).toEqual([id]);
  });

  it.each([
    ["debain12", "debian12"],
    ["debian21", "debian11"],
    ["alpin", "alpine"],
    ["ubuntu2204", "ubuntu22.04"],
    ["rhel11", "rhel10"],
    ["scrath", "scratch"],
  ])("%s: did you mean %s?", (name, near) => {
    expect(() => resolveSystem(name)).toThrow(ConfigError);
    expect(() => resolveSystem(name)).toThrow(`unknown system "${name}"; did you mean ${near}?`);
  });

  it("leads to the list for what resembles nothing", () => {
    expect(() => resolveSystem("plan9")).toThrow("go-linkage systems lists");
  });

  it("has each once, in the order of the table", () => {
    expect(resolveSystems(["scratch", "debian12", "bookworm", "debian11"])).toEqual([
      "debian11",
      "debian12",
      "scratch",
    ]);
  });

  it("supported: general-purpose, and in free support on the table's day", () => {
    const supported = resolveSystem("supported");
    expect(supported).toEqual(systems.filter((system) => isSupported(system, date)).map(({ id }) => id));
    expect(supported).toEqual(
      expect.arrayContaining(["debian12", "ubuntu22.04", "rhel8", "amazonlinux2023", "alpine3.22", "fedora43"]),
    );
    for (const id of [
      "debian11",
      "rhel7",
      "ubuntu20.04",
      "amazonlinux2",
      "alpine3.21",
      "scratch",
      "debian-testing",
      "manylinux_2_28",
    ]) {
      expect(supported).not.toContain(id);
    }
  });
});
