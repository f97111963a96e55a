import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge/judge.ts";
import { makeCell, makeFinding } from "../support/cells.ts";
import type { Baseline } from "../../src/model/baseline.ts";
import type { Fault } from "../../src/model/fault.ts";
import { failKinds, type Policy, type Rules, noLimits, noPolicy } from "../../src/model/policy.ts";
import type { Cell } from "../../src/model/report.ts";

type Row = {
  readonly name: string;
  readonly cells: readonly (Cell & { readonly fault?: Fault })[];
  readonly none: string;
  readonly static: string;
  readonly says: string;
};

const rows: readonly Row[] = [
  { name: "static", cells: [makeCell()], none: "pass", static: "pass", says: "app is static" },
  {
    name: "static-pie",
    cells: [makeCell({ kind: "static-pie" })],
    none: "pass",
    static: "pass",
    says: "app is static",
  },
  {
    name: "system libraries where there is no static",
    cells: [makeCell({ kind: "system", platform: "openbsd/amd64" })],
    none: "pass",
    static: "pass",
    says: "app uses only system libraries",
  },
  {
    name: "dynamic",
    cells: [makeCell({ kind: "dynamic" })],
    none: "pass",
    static: "fail",
    says: "app is dynamic (needs /lib64/ld-linux-x86-64.so.2, libc.so.6, glibc 2.34 or newer) with default",
  },
  {
    name: "a library",
    cells: [makeCell({ kind: "library" })],
    none: "pass",
    static: "fail",
    says: "app is library (needs libc.so.6)",
  },
  { name: "packed", cells: [makeCell({ kind: "packed" })], none: "warn", static: "fail", says: "packed by UPX" },
  {
    name: "unreadable",
    cells: [makeCell({ kind: "unreadable" })],
    none: "warn",
    static: "fail",
    says: "Mach-O files are not judged yet",
  },
  {
    name: "static with a hazard",
    cells: [makeCell({ findings: [makeFinding()] })],
    none: "warn",
    static: "warn",
    says: "app is static with default: it loads NSS",
  },
  {
    name: "static, and dies at start",
    cells: [makeCell({ findings: [makeFinding({ kind: "crash-at-start", level: "error", message: "SIGTRAP" })] })],
    none: "fail",
    static: "fail",
    says: "app is broken with default: SIGTRAP",
  },
  {
    name: "a failed build",
    cells: [makeCell({ status: "failed", reason: "undefined: x" })],
    none: "fail",
    static: "fail",
    says: "app does not build with default: undefined: x",
  },
  {
    name: "a skipped build",
    cells: [makeCell({ status: "skipped", reason: "no gcc" })],
    none: "fail",
    static: "fail",
    says: "app was not built with default, the strategy that ships: no gcc",
  },
  {
    name: "a build that no machine can make",
    cells: [{ ...makeCell({ status: "skipped", reason: "no cgo" }), fault: "sources" }],
    none: "warn",
    static: "fail",
    says: "app was not built with default, the strategy that ships: no cgo",
  },
  {
    name: "another strategy failed, is dynamic, is broken",
    cells: [
      makeCell(),
      makeCell({ strategy: "external", status: "failed", reason: "no" }),
      makeCell({ strategy: "netgo", kind: "dynamic" }),
      makeCell({ strategy: "static-pie", findings: [makeFinding({ kind: "crash-at-start", level: "error" })] }),
    ],
    none: "pass",
    static: "pass",
    says: "app is static",
  },
  {
    name: "one of two platforms",
    cells: [makeCell(), makeCell({ platform: "linux/arm64", kind: "dynamic" })],
    none: "pass",
    static: "fail",
    says: "app on linux/arm64 is dynamic",
  },
  {
    name: "all of two packages",
    cells: [makeCell(), makeCell({ package: "example.com/app/cmd/ctl" })],
    none: "pass",
    static: "pass",
    says: "all 2 programs are static",
  },
  {
    name: "two that fail",
    cells: [makeCell({ kind: "dynamic" }), makeCell({ package: "example.com/app/cmd/ctl", kind: "dynamic" })],
    none: "pass",
    static: "fail",
    says: "app is dynamic",
  },
];

function rulesOf(require: "static" | "none"): { rules: Rules; base: null } {
  const shared = {
    ...noLimits,
    ship: "default",
    demanded: null,
    failOn: failKinds,
    policyRelaxation: "warn",
    policy: noPolicy,
  } as const;
  return { rules: { ...shared, require, onMissingBaseline: "warn", baseline: "auto" }, base: null };
}

describe("the verdict", () => {
  it.each(rows)("$name: require none is $none, require static is $static", (row) => {
    const lenient = judge(row.cells, { recommendation: [], ...rulesOf("none") }).verdict;
    const strict = judge(row.cells, { recommendation: [], ...rulesOf("static") }).verdict;
    expect([lenient.outcome, strict.outcome]).toEqual([row.none, row.static]);
    expect(lenient.reason + strict.reason).toContain(row.says);
    for (const { reason } of [lenient, strict]) expect(reason).not.toMatch(/[\n.]$|undefined$/);
  });

  it.each(rows)("$name: the verdict is as bad as the worst of its judgements", ({ cells }) => {
    for (const means of [rulesOf("none"), rulesOf("static")]) {
      const verdict = judge(cells, { recommendation: [], ...means }).verdict;
      const outcomes = verdict.judgements.map(({ outcome }) => outcome);
      const worst = outcomes.includes("fail") ? "fail" : outcomes.includes("warn") ? "warn" : "pass";
      expect(verdict.outcome).toBe(worst);
    }
  });

  it("counts what else fails", () => {
    const cells = ["a", "b", "c"].map((name) => makeCell({ package: `example.com/${name}`, kind: "dynamic" }));
    expect(judge(cells, { recommendation: [], ...rulesOf("static") }).verdict.reason).toContain("(and 2 more like it)");
  });

  const rule = {
    packages: ["**"],
    platforms: ["**"],
    require: "any",
    maxGlibc: null,
    needed: null,
    runsOn: null,
    allow: [],
  } as const;
  const allows: Policy = { ...noPolicy, rules: [{ ...rule, reason: null, expires: null, line: 1 }] };

  it.each([
    { name: "nothing is asked", policy: noPolicy, says: "app is dynamic; no rule forbids it" },
    { name: "a rule lets it pass", policy: allows, says: "app is dynamic; the rules allow it" },
  ])("says who lets a dynamic program pass: $name", ({ policy, says }) => {
    const { rules, base } = rulesOf("none");
    const context = { recommendation: [], rules: { ...rules, policy }, base };
    expect(judge([makeCell({ kind: "dynamic" })], context).verdict.reason).toBe(says);
  });

  it.each([
    { name: "several platforms", given: [{}, { platform: "linux/arm64" }], says: "app on 2 platforms is static" },
    {
      name: "some of several platforms",
      given: [{ kind: "dynamic" as const }, { platform: "linux/arm64" }],
      says: "app on linux/amd64 is dynamic; no rule forbids it",
    },
    {
      name: "programs and platforms",
      given: [{}, { package: "example.com/b" }, { platform: "openbsd/amd64", kind: "system" as const }],
      says: "all 2 programs on 2 platforms are static or use only system libraries",
    },
    {
      name: "WebAssembly",
      given: [{ platform: "js/wasm", linkage: null }],
      says: "app is WebAssembly, which is not linked",
    },
  ])("counts programs, not builds: $name", ({ given, says }) => {
    const { reason } = judge(
      given.map((each) => makeCell(each)),
      { recommendation: [], ...rulesOf("none") },
    ).verdict;
    expect(reason).toBe(says);
  });
});

describe("judgements", () => {
  const b = makeCell({ package: "b", kind: "dynamic" });
  const base: Baseline = {
    source: "build",
    sha: "a".repeat(40),
    steps: [],
    isMissing: false,
    isMachineFault: false,
    notListed: null,
    cells: [{ head: b, cell: makeCell({ package: "b" }), from: "build" }],
    gone: [],
    moved: new Map(),
    isChange: true,
    relaxations: [],
    changes: [],
    hunks: new Map(),
    rules: null,
  };
  const cells = [
    makeCell({ package: "a", findings: [makeFinding()] }),
    b,
    makeCell({ package: "c", status: "failed", reason: "no x" }),
    makeCell({ package: "d", kind: "unreadable" }),
    makeCell({ package: "e" }),
    makeCell({ package: "b", strategy: "netgo", status: "failed", reason: "no y" }),
  ];

  it("are one of each shipped target that fails or warns, the weightiest first; the reason is the first of them", () => {
    const { rules } = rulesOf("none");
    const { outcome, reason, judgements } = judge(cells, { recommendation: [], rules, base }).verdict;
    expect(outcome).toBe("fail");
    expect(reason).toMatch(/^b is now dynamic \(was static; .*\(and 1 more like it\)$/);
    expect(judgements.map(({ kind, outcome: each, target }) => [target?.package, kind, each])).toEqual([
      ["b", "regression", "fail"],
      ["c", "build", "fail"],
      ["d", "unjudged", "warn"],
      ["a", "caveat", "warn"],
    ]);
  });

  it("name files that something else built", () => {
    const artifact = { path: "dist/app", size: 1, sha256: null, format: "elf" };
    const { rules } = rulesOf("static");
    const cell = makeCell({ strategy: null, kind: "dynamic", artifact });
    const { reason, judgements } = judge([cell], {
      recommendation: [],
      rules,
      base: null,
    }).verdict;
    expect(judgements[0]?.target?.file).toBe("dist/app");
    expect(reason).toMatch(/^dist\/app is dynamic /);
  });

  it("does not believe a build from a restored cache that the sources do not explain", () => {
    const prediction = {
      mode: "external",
      linkage: "dynamic",
      loaderOnly: false,
      crashes: false,
      reasons: [],
      because: "",
      certainty: "certain",
      unseen: [],
      agrees: false,
    } as const;
    const odd = { ...makeCell(), prediction };
    const verdictOf = (cells: readonly Cell[], usesCache: boolean): string =>
      judge(cells, { recommendation: [], ...rulesOf("static"), usesCache }).verdict.outcome;
    expect(verdictOf([odd], true)).toBe("fail");
    expect(verdictOf([odd], false)).toBe("pass");
    expect(verdictOf([{ ...odd, prediction: { ...prediction, agrees: true } }], true)).toBe("pass");
  });

  it("warns once of all release builds that are not understood for one reason", () => {
    const found = (file: string, why: string) =>
      ({ kind: "not-understood", file, line: 3, text: "make", why }) as const;
    const notUnderstood = [found("Dockerfile", "runs make"), found("b/Dockerfile", "runs make"), found("c", "is new")];
    const { outcome, judgements } = judge([makeCell()], {
      recommendation: [],
      ...rulesOf("none"),
      notUnderstood,
    }).verdict;
    expect(outcome).toBe("warn");
    expect(judgements.map(({ message }) => message)).toEqual([
      '2 release builds cannot be judged: Dockerfile:3 is not understood: "make" runs make; nor, for the same reason, b/Dockerfile:3',
      'a release build cannot be judged: c:3 is not understood: "make" is new',
    ]);
  });

  it.each([
    { kind: "static", fix: "build for all" },
    { kind: "dynamic", fix: "build for all; or ship with cgo-disabled, which is static here" },
  ] as const)("of a $kind program that a system's processors are too old for, says what helps", ({ kind, fix }) => {
    const row = {
      system: "debian12",
      reason: "x",
      packages: [],
      source: "",
      fix: "build for all",
      setting: "GOAMD64=v3",
    };
    const cell = makeCell({ kind, runsOn: [{ ...row, outcome: "unknown" }] });
    const { package: path, platform } = cell;
    const advice = { package: path, platform, strategy: "cgo-disabled", why: "", command: null, forms: null };
    const { rules, base } = rulesOf("none");
    const runsOn = [{ name: "debian12", ids: ["debian12"] }];
    const { cells, verdict } = judge([cell], { recommendation: [advice], rules: { ...rules, runsOn }, base });
    expect(verdict.outcome).toBe("fail");
    expect(cells[0]?.findings.find((each) => each.kind === "policy")?.fix).toBe(fix);
  });
});
