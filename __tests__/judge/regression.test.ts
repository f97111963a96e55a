import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { regressionOf } from "../../src/judge/regression.ts";
import { linkageOf, makeCell, makeFinding } from "../support/cells.ts";
import type { Linkage } from "../../src/model/artifact.ts";
import { isStandalone } from "../../src/model/cell.ts";
import { isHigher } from "../../src/text/versions.ts";
import type { Cell } from "../../src/model/report.ts";

const dynamic = (more: Partial<Linkage> = {}): Cell => makeCell({ linkage: { ...linkageOf("dynamic"), ...more } });
const system = (more: Partial<Linkage> = {}): Cell => makeCell({ linkage: { ...linkageOf("system"), ...more } });
const having = (kind: "nss" | "dlopen" | "stub" | "crash-at-start" | "host-files", cell = makeCell()): Cell => ({
  ...cell,
  findings: [makeFinding({ kind, message: `it is ${kind}` })],
});

type Row = {
  readonly name: string;
  readonly base: Cell;
  readonly head: Cell;
  /** null: it is not worse. */
  readonly says: string | null;
  readonly kind?: "build";
};

const rows: readonly Row[] = [
  { name: "static, static", base: makeCell(), head: makeCell(), says: null },
  {
    name: "static, dynamic",
    base: makeCell(),
    head: dynamic(),
    says: "is now dynamic (was static; needs /lib64/ld-linux-x86-64.so.2 and libc.so.6, glibc 2.34 or newer)",
  },
  {
    name: "static, dynamic for its loader alone",
    base: makeCell(),
    head: dynamic({ needed: [], minGlibc: null, loaderOnly: true }),
    says: "is now dynamic (was static; needs /lib64/ld-linux-x86-64.so.2)",
  },
  {
    name: "static-pie, dynamic",
    base: makeCell({ kind: "static-pie" }),
    head: dynamic(),
    says: "is now dynamic (was static-pie",
  },
  { name: "static, static-pie", base: makeCell(), head: makeCell({ kind: "static-pie" }), says: null },
  { name: "static-pie, static", base: makeCell({ kind: "static-pie" }), head: makeCell(), says: null },
  {
    name: "static, a library",
    base: makeCell(),
    head: makeCell({ kind: "library" }),
    says: "is now library (was static",
  },
  { name: "system libraries, dynamic", base: system(), head: dynamic(), says: "is now dynamic (was system" },
  { name: "dynamic, static", base: dynamic(), head: makeCell(), says: null },
  { name: "dynamic, dynamic", base: dynamic(), head: dynamic(), says: null },
  {
    name: "a library more",
    base: dynamic(),
    head: dynamic({ needed: ["libz.so.1", "libc.so.6"] }),
    says: "now starts on fewer systems (also needs libz.so.1)",
  },
  { name: "a library less", base: dynamic({ needed: ["libz.so.1", "libc.so.6"] }), head: dynamic(), says: null },
  {
    name: "another version of a library",
    base: dynamic({ needed: ["libssl.so.1"] }),
    head: dynamic({ needed: ["libssl.so.3"] }),
    says: "also needs libssl.so.3",
  },
  {
    name: "libraries in another order",
    base: dynamic({ needed: ["a", "b"] }),
    head: dynamic({ needed: ["b", "a"] }),
    says: null,
  },
  {
    name: "a newer glibc",
    base: dynamic({ minGlibc: "2.9" }),
    head: dynamic({ minGlibc: "2.34" }),
    says: "now starts on fewer systems (requires glibc 2.34, was 2.9)",
  },
  { name: "an older glibc", base: dynamic({ minGlibc: "2.34" }), head: dynamic({ minGlibc: "2.9" }), says: null },
  { name: "a glibc at all", base: dynamic({ minGlibc: null }), head: dynamic(), says: "requires glibc 2.34, was none" },
  { name: "no glibc any more", base: dynamic(), head: dynamic({ minGlibc: null }), says: null },
  {
    name: "another loader",
    base: dynamic(),
    head: dynamic({ interpreter: "/lib/ld-musl-x86_64.so.1" }),
    says: "needs the dynamic loader /lib/ld-musl",
  },
  { name: "no loader any more", base: dynamic(), head: dynamic({ interpreter: null }), says: null },
  {
    name: "a newer release of the system",
    base: system({ minOs: "12.0" }),
    head: system({ minOs: "13.0" }),
    says: "requires release 13.0 of its system, was 12.0",
  },
  {
    name: "more of what the system promises",
    base: system(),
    head: system({ needed: ["libc.so.97.1", "libm.so.1"] }),
    says: null,
  },
  {
    name: "static, packed",
    base: makeCell(),
    head: makeCell({ kind: "packed" }),
    says: "can no longer be judged (was static): packed by UPX",
  },
  {
    name: "dynamic, unreadable",
    base: dynamic(),
    head: makeCell({ kind: "unreadable" }),
    says: "can no longer be judged",
  },
  { name: "packed, packed", base: makeCell({ kind: "packed" }), head: makeCell({ kind: "packed" }), says: null },
  {
    name: "packed, dynamic: nobody knows what was in it",
    base: makeCell({ kind: "packed" }),
    head: dynamic(),
    says: null,
  },
  { name: "unreadable, static", base: makeCell({ kind: "unreadable" }), head: makeCell(), says: null },
  {
    name: "a static program begins to load NSS",
    base: makeCell(),
    head: having("nss"),
    says: "introduces a new runtime risk",
  },
  { name: "it did that before", base: having("nss"), head: having("nss"), says: null },
  { name: "a dynamic one becomes static and loads NSS", base: dynamic(), head: having("nss"), says: null },
  { name: "a dynamic one begins to call dlopen", base: dynamic(), head: having("dlopen", dynamic()), says: null },
  {
    name: "a dynamic one becomes static and crashes",
    base: dynamic(),
    head: having("crash-at-start"),
    says: "it is crash-at-start",
  },
  { name: "a stub", base: makeCell(), head: having("stub"), says: "it is stub" },
  { name: "what is no hazard", base: makeCell(), head: having("host-files"), says: null },
  {
    name: "a hazard that is only information",
    base: makeCell(),
    head: makeCell({ findings: [makeFinding({ kind: "stub", level: "info" })] }),
    says: null,
  },
  {
    name: "built, failed",
    base: makeCell(),
    head: makeCell({ status: "failed", reason: "undefined: x" }),
    says: "no longer builds: undefined: x",
    kind: "build",
  },
  {
    name: "built, skipped",
    base: makeCell(),
    head: makeCell({ status: "skipped", reason: "only cgo files" }),
    says: "is no longer built: only cgo files",
    kind: "build",
  },
  { name: "failed, built", base: makeCell({ status: "failed", reason: "x" }), head: dynamic(), says: null },
  { name: "failed, failed", base: makeCell({ status: "failed" }), head: makeCell({ status: "failed" }), says: null },
  { name: "skipped, built", base: makeCell({ status: "skipped", reason: "x" }), head: dynamic(), says: null },
];

describe("what is worse", () => {
  it.each(rows)("$name", ({ base, head, says, kind = "regression" }) => {
    const found = regressionOf(head, base);
    if (says === null) expect(found).toBeUndefined();
    else expect(found).toMatchObject({ kind, what: expect.stringContaining(says) as string });
  });

  const linkage = fc.record({
    kind: fc.constantFrom("static", "static-pie", "system", "dynamic", "library", "packed", "unreadable"),
    needed: fc.subarray(["libc.so.6", "libm.so.6", "libz.so.1"]),
    interpreter: fc.constantFrom(null, "/lib/ld.so"),
    minGlibc: fc.constantFrom(null, "2.9", "2.17", "2.34"),
  });
  const cell = linkage.map((given) => makeCell({ linkage: { ...linkageOf("static"), ...given } }));

  it("nothing is worse than itself, and what was standalone and is not always is", () => {
    fc.assert(
      fc.property(cell, cell, (one, two) => {
        expect(regressionOf(one, one)).toBeUndefined();
        if (isStandalone(two) && !isStandalone(one)) expect(regressionOf(one, two)).toBeDefined();
        if (isStandalone(one) && !isStandalone(two) && one.linkage?.kind !== "system") {
          const { what = "" } = regressionOf({ ...one, linkage: { ...linkageOf("static") } }, two) ?? {};
          expect(what).toBe("");
        }
      }),
    );
  });

  it("versions are ordered by their numbers", () => {
    const version = fc.array(fc.nat(40), { minLength: 2, maxLength: 3 }).map((parts) => parts.join("."));
    fc.assert(
      fc.property(version, version, (one, two) => {
        expect(isHigher(one, two) && isHigher(two, one)).toBe(false);
        expect(isHigher(one, one)).toBe(false);
        expect(isHigher(`${one}.1`, one)).toBe(one.split(".").length < 4);
      }),
    );
    expect([isHigher("2.10", "2.9"), isHigher("2.9", "2.10"), isHigher(null, "2.9"), isHigher("2.9", null)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
