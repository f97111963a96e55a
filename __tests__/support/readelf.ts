import { spawnSync } from "node:child_process";
import type { Hardening } from "../../src/model/artifact.ts";

/** What GNU readelf says of a file, in our words. */
export type ReadelfFacts = {
  readonly type: string;
  readonly interpreter: string | null;
  readonly needed: readonly string[];
  /** The highest GLIBC_x.y among the needed versions. */
  readonly minGlibc: string | null;
  readonly pie: boolean;
  readonly soname: string | null;
  readonly sections: readonly string[];
};

export function readelf(path: string): ReadelfFacts {
  const { stdout } = spawnSync("readelf", ["-hldVSW", path], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  // What a library defines itself is listed in the same form, above what it needs.
  const needs = stdout.split("Version needs section")[1]?.split(/^Version /m)[0] ?? "";
  const versions = [...needs.matchAll(/Name: GLIBC_(\d+(?:\.\d+)+)/g)].map((match) => match[1] ?? "");
  // A version of its own, which glibc has since 2.36: the loader refuses the file without it.
  if (needs.includes("Name: GLIBC_ABI_DT_RELR")) versions.push("2.36");
  const order = versions.toSorted((a, b) => compareVersions(a, b));
  return {
    type: /^\s*Type:\s+(\w+)/m.exec(stdout)?.[1] ?? "",
    interpreter: /Requesting program interpreter: ([^\]]*)\]/.exec(stdout)?.[1] ?? null,
    needed: [...stdout.matchAll(/\(NEEDED\)\s+Shared library: \[([^\]]*)\]/g)].map((match) => match[1] ?? ""),
    minGlibc: order.at(-1) ?? null,
    pie: /\(FLAGS_1\).*\bPIE\b/.test(stdout),
    soname: /\(SONAME\)\s+Library soname: \[([^\]]*)\]/.exec(stdout)?.[1] ?? null,
    sections: [...stdout.matchAll(/^\s+\[\s*\d+\] (\.\S+)/gm)].map((match) => match[1] ?? ""),
  };
}

/**
 * What GNU readelf says of a file, put together as Hardening is. A file without PT_GNU_STACK is for none of the machines where
 * that means no.
 */
export function hardeningByReadelf(path: string): Hardening {
  const facts = readelf(path);
  const { stdout } = spawnSync("readelf", ["-ldW", path], { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
  const flagsOf = (type: string): readonly string[] =>
    [...stdout.matchAll(new RegExp(`^ +${type} +(?:0x\\w+ +){5}([RWE ]{3})`, "gm"))].map((match) => match[1] ?? "");
  const isDynamic = /^Dynamic section at offset/m.test(stdout);
  const bindNow = /\(BIND_NOW\)|\(FLAGS\).*\bBIND_NOW\b|\(FLAGS_1\).*\bNOW\b/.test(stdout);
  return {
    pie: facts.type === "DYN" && kindByReadelf(facts) !== "library",
    relro: isDynamic ? (flagsOf("GNU_RELRO").length === 0 ? "none" : bindNow ? "full" : "partial") : null,
    bindNow: isDynamic ? bindNow : null,
    executableStack: flagsOf("GNU_STACK").every((flags) => flags.includes("E")),
    textRelocations: /\(TEXTREL\)|\(FLAGS\).*\bTEXTREL\b/.test(stdout),
    writableCode: flagsOf("LOAD").includes("RWE"),
  };
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split(".").map(Number));
  for (let at = 0; at < 4; at++) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The linkage that readelf's facts amount to for a Go program on Linux. */
export function linkageByReadelf({ type, interpreter, needed }: ReadelfFacts): string {
  if (interpreter !== null || needed.length > 0) return "dynamic";
  return type === "EXEC" ? "static" : "static-pie";
}

/** The same for any ELF file: libraries are told by their name, and by what a program has and they have not. */
export function kindByReadelf(facts: ReadelfFacts): string {
  if (facts.soname !== null) return "library";
  if (facts.type === "DYN" && facts.interpreter === null && !facts.pie) return "library";
  if (facts.type === "REL") return "unreadable";
  return linkageByReadelf(facts);
}
