import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesBeginning, matchesEnd, matchesGlob } from "../../src/judge/glob.ts";
import { describeUnmatched, ruleFor } from "../../src/judge/rule-matching.ts";
import { violationOf } from "../../src/judge/violations.ts";
import { linkageOf, makeCell } from "../support/cells.ts";
import type { Rule, Policy } from "../../src/model/policy.ts";
import { noLimits, noPolicy } from "../../src/model/policy.ts";
import type { Cell } from "../../src/model/report.ts";
import { anyProgram } from "../support/rules.ts";

const today = "2026-11-23";

function makeRule(given: Partial<Rule> = {}): Rule {
  return { ...anyProgram, require: "static", line: 12, ...given };
}

function policyOf(...rules: readonly Rule[]): Policy {
  return { ...noPolicy, file: { name: ".github/go-linkage.yml", path: ".github/go-linkage.yml" }, today, rules };
}

describe("globs", () => {
  it.each([
    { pattern: "cmd/gui", yes: ["cmd/gui"], no: ["cmd/gui2", "acmd/gui", "cmd/gui/x", ""] },
    { pattern: "cmd/*", yes: ["cmd/gui", "cmd/"], no: ["cmd", "cmd/a/b"] },
    { pattern: "cmd/**", yes: ["cmd/gui", "cmd/a/b", "cmd"], no: ["cmdx"] },
    { pattern: "cmd/...", yes: ["cmd/gui", "cmd/a/b", "cmd"], no: ["cmdx", "a/cmd"] },
    { pattern: "...", yes: ["", "a", "a/b"], no: [] },
    { pattern: "**", yes: ["", "a", "a/b"], no: [] },
    { pattern: "a/**/b", yes: ["a/x/b", "a/x/y/b", "a//b"], no: ["ab", "a/b/c"] },
    { pattern: "lib?.so.*", yes: ["libc.so.6", "libm.so."], no: ["lib.so.6", "libgc.so.6", "libc.so/6"] },
    { pattern: "a.b", yes: ["a.b"], no: ["axb"] },
    { pattern: "[a]", yes: ["[a]"], no: ["a"] },
  ])("$pattern", ({ pattern, yes, no }) => {
    for (const text of yes) expect([text, matchesGlob(pattern, text)]).toEqual([text, true]);
    for (const text of no) expect([text, matchesGlob(pattern, text)]).toEqual([text, false]);
  });

  it("of packages may leave the beginning out, of platforms the end", () => {
    expect(
      ["gui", "cmd/gui", "example.com/app/cmd/gui", "c*/g*"].every((glob) =>
        matchesEnd(glob, "example.com/app/cmd/gui"),
      ),
    ).toBe(true);
    expect(
      ["ui", "cmd", "app/cmd", "com/app/cmd/gui"].some((glob) => matchesEnd(glob, "example.com/app/cmd/gui")),
    ).toBe(false);
    expect(
      ["linux", "linux/arm", "linux/arm/v7", "linux/*", "*/arm"].every((glob) =>
        matchesBeginning(glob, "linux/arm/v7"),
      ),
    ).toBe(true);
    expect(["linux/ar", "arm", "lin", "linux/arm64"].some((glob) => matchesBeginning(glob, "linux/arm/v7"))).toBe(
      false,
    );
  });

  it("agree with a regular expression, and take no time for many stars", () => {
    const piece = fc.constantFrom("a", "b", "/", "*", "?", "**", ".");
    const text = fc.string({ unit: fc.constantFrom("a", "b", "/", "."), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), text, (pieces, name) => {
        const pattern = pieces.join("");
        fc.pre(!pattern.includes("...") && !/\/\*\*+$/.test(pattern));
        const source = pattern.replaceAll(/\*{2,}|\*|\?|\./g, (each) =>
          each.length > 1 ? "\u0001" : each === "*" ? "[^/]*" : each === "?" ? "[^/]" : "\\.",
        );
        return matchesGlob(pattern, name) === new RegExp(`^${source.replaceAll("\u0001", ".*")}$`, "s").test(name);
      }),
      { numRuns: 3000 },
    );
    const started = performance.now();
    expect(matchesEnd("*a".repeat(150), "a/".repeat(100))).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("the rule for a program", () => {
  const gui = { package: "example.com/app/cmd/gui", platform: "linux/amd64" };

  it("is the last that matches", () => {
    const [all, own] = [makeRule(), makeRule({ packages: ["cmd/gui"], platforms: ["linux"], require: "dynamic" })];
    expect(ruleFor(gui, policyOf(all, own))).toBe(own);
    expect(ruleFor(gui, policyOf(own, all))).toBe(all);
    expect(ruleFor({ ...gui, platform: "darwin/arm64" }, policyOf(all, own))).toBe(all);
    expect(ruleFor({ ...gui, package: "example.com/app/cmd/ctl" }, policyOf(own))).toBeUndefined();
  });

  it.each([
    { expires: "2026-11-22", counts: false },
    { expires: "2026-11-23", counts: true },
    { expires: "2026-11-24", counts: true },
  ])("which expires on $expires counts on 2026-11-23: $counts", ({ expires, counts }) => {
    expect(ruleFor(gui, policyOf(makeRule({ expires }))) !== undefined).toBe(counts);
  });
});

const kinds = ["static", "static-pie", "system", "dynamic", "library", "packed", "unreadable"] as const;

/** Of each kind, in this order, whether the demand is met. */
const table = {
  static: [true, true, true, false, false, false, false],
  "static-pie": [false, true, false, false, false, false, false],
  system: [true, true, true, false, false, false, false],
  dynamic: [false, false, false, true, false, false, false],
  any: [true, true, true, true, true, false, false],
  none: [true, true, true, true, true, true, true],
} as const;

const cases = Object.entries(table).flatMap(([demand, met]) =>
  kinds.map((kind, at) => ({ demand: demand as Rule["require"], kind, passes: met[at] ?? false })),
);

function asks(cell: Cell, rule: Rule, require: "static" | "none" = "none"): string | undefined {
  return violationOf(cell, { ...noLimits, require, policy: policyOf(rule) })?.demand;
}

describe("a violation", () => {
  it.each(cases)("require: $demand, and it is $kind: $passes", ({ demand, kind, passes }) => {
    expect(asks(makeCell({ kind }), makeRule({ require: demand })) === undefined).toBe(passes);
  });

  it.each([
    {
      name: "a newer glibc",
      rule: { maxGlibc: "2.31" },
      says: ".github/go-linkage.yml:12 allows no glibc newer than 2.31",
    },
    {
      name: "a much newer glibc",
      rule: { maxGlibc: "2.4" },
      says: ".github/go-linkage.yml:12 allows no glibc newer than 2.4",
    },
    { name: "just that glibc", rule: { maxGlibc: "2.34" }, says: undefined },
    { name: "an older glibc", rule: { maxGlibc: "2.100" }, says: undefined },
    { name: "a library", rule: { needed: [] }, says: ".github/go-linkage.yml:12 does not allow libc.so.6" },
    {
      name: "another library",
      rule: { needed: ["libm.so.*"] },
      says: ".github/go-linkage.yml:12 does not allow libc.so.6",
    },
    { name: "an allowed library", rule: { needed: ["libm.so.*", "libc.so.?"] }, says: undefined },
    {
      name: "its reason",
      rule: { require: "static", reason: "scratch images" },
      says: ".github/go-linkage.yml:12 requires static (scratch images)",
    },
  ] as const)("names $name", ({ rule, says }) => {
    expect(asks(makeCell({ kind: "dynamic" }), makeRule({ require: "dynamic", ...rule }))).toBe(says);
  });

  it("of no limit when nothing is needed", () => {
    expect(asks(makeCell(), makeRule({ require: "any", maxGlibc: "2.1", needed: [] }))).toBeUndefined();
  });

  it("by the input, where no rule is", () => {
    const rule = makeRule({ packages: ["other"] });
    expect(asks(makeCell({ kind: "dynamic" }), rule, "static")).toBe("require: static is set");
    expect(asks(makeCell({ kind: "dynamic" }), rule)).toBeUndefined();
    expect(asks(makeCell({ kind: "dynamic" }), makeRule({ require: "any" }), "static")).toBeUndefined();
  });

  it("tells of the rule that has run out", () => {
    const lapsed = makeRule({ require: "dynamic", expires: "2026-01-31", line: 20 });
    const policy = policyOf(makeRule(), lapsed);
    expect(violationOf(makeCell({ kind: "dynamic" }), { ...noLimits, require: "none", policy })?.demand).toBe(
      ".github/go-linkage.yml:12 requires static; the rule at .github/go-linkage.yml:20 expired on 2026-01-31",
    );
    expect(
      violationOf(makeCell({ kind: "dynamic" }), { ...noLimits, require: "static", policy: policyOf(lapsed) })?.demand,
    ).toBe("require: static is set; the rule at .github/go-linkage.yml:20 expired on 2026-01-31");
    expect(violationOf(makeCell(), { ...noLimits, require: "none", policy })).toBeUndefined();
  });

  it("of what was not built, or only predicted", () => {
    const failed = makeCell({ status: "failed", reason: "no" });
    const skipped = makeCell({ status: "skipped", reason: "no musl compiler" });
    for (const require of ["static", "dynamic", "any", "none"] as const) {
      for (const cell of [failed, skipped]) {
        expect(asks(cell, makeRule({ require })) === undefined).toBe(require === "none");
        expect(asks(cell, makeRule({ require, maxGlibc: "2.17" }))).toBeDefined();
      }
    }
    const prediction = {
      mode: "internal",
      linkage: "dynamic",
      loaderOnly: false,
      crashes: false,
      reasons: [],
      because: "",
      certainty: "certain",
      unseen: [],
      agrees: null,
    } as const;
    const predicted = makeCell({ status: "predicted", linkage: null, prediction });
    expect(asks(predicted, makeRule())).toBe(".github/go-linkage.yml:12 requires static");
    expect(asks(predicted, makeRule({ require: "dynamic", maxGlibc: "2.1" }))).toBeUndefined();
    expect(asks({ ...predicted, prediction: { ...prediction, linkage: "fails" } }, makeRule())).toBe(
      ".github/go-linkage.yml:12 requires static",
    );
  });

  it("is never found in what is static and asked to be", () => {
    const kept = fc.constantFrom<Rule["require"]>("static", "system", "any", "none");
    fc.assert(
      fc.property(kept, fc.option(fc.string()), fc.array(fc.string()), (require, reason, needed) => {
        const cell = makeCell({ linkage: linkageOf("static") });
        return asks(cell, makeRule({ require, reason, needed, maxGlibc: "2.0" }), "static") === undefined;
      }),
    );
  });
});

describe("rules that are for no program", () => {
  const target = (path: string, platform = "linux/amd64"): { package: string; platform: string } => ({
    package: `example.com/app/${path}`,
    platform,
  });
  const programs = [target("cmd/server"), target("cmd/tool"), target("cmd/tool", "linux/arm64")];
  it.each<readonly [string, Partial<Rule>, readonly string[]]>([
    ["the rest", {}, []],
    ["a program", { packages: ["cmd/tool"] }, []],
    ["a place", { packages: ["./cmd/server"] }, []],
    ["a folder", { packages: ["cmd/..."] }, []],
    [
      "a typo",
      { packages: ["cmd/srver"] },
      [
        "the rule at .github/go-linkage.yml:12 is for cmd/srver, and no program of this run matches that; did you mean cmd/server?",
      ],
    ],
    [
      "a typo beside a program",
      { packages: ["cmd/tool", "internal/x"] },
      ["the rule at .github/go-linkage.yml:12 is for internal/x, and no program of this run matches that"],
    ],
    ["a platform that this run is not for", { packages: ["cmd/gui"], platforms: ["windows/*"] }, []],
    ["a rule that has expired", { packages: ["cmd/gui"], expires: "2026-01-31" }, []],
  ])("%s", (_, rule, says) => {
    expect(describeUnmatched(policyOf(makeRule(rule)), programs)).toEqual(says);
  });
});
