import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge/judge.ts";
import { makeCell } from "../support/cells.ts";
import type { Baseline } from "../../src/model/baseline.ts";
import { failKinds, type Rules, noLimits, noPolicy } from "../../src/model/policy.ts";
import type { Fault } from "../../src/model/fault.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import type { Cell } from "../../src/model/report.ts";

const rules: Rules = {
  require: "none",
  ...noLimits,
  demanded: null,
  failOn: failKinds,
  onMissingBaseline: "warn",
  baseline: "auto",
  policyRelaxation: "warn",
  policy: noPolicy,
};
const nothing: Baseline = {
  source: "build",
  sha: "a".repeat(40),
  steps: ["it is gone"],
  isMissing: false,
  isMachineFault: false,
  notListed: null,
  rules: null,
  cells: [],
  gone: [],
  moved: new Map(),
  isChange: true,
  relaxations: [],
  changes: [],
  hunks: new Map(),
};
const target = { package: "example.com/app/cmd/app", platform: "linux/amd64" };
const dynamic = makeCell({ kind: "dynamic" });
type Unbuilt = Cell & { readonly fault: Fault };
const failed = (reason: string, fault: Fault = "unknown"): Unbuilt => ({
  ...makeCell({ status: "failed", reason }),
  fault,
});
const skipped = (reason: string, fault: Fault = "unknown"): Unbuilt => ({
  ...makeCell({ status: "skipped", reason }),
  fault,
});

type Row = {
  readonly name: string;
  readonly head: Cell;
  readonly base: Cell;
  readonly rules?: Partial<Rules>;
  readonly unchanged?: boolean;
  readonly outcome: Verdict["outcome"];
  readonly says: string;
};

const rows: readonly Row[] = [
  { name: "a regression", head: dynamic, base: makeCell(), outcome: "fail", says: "app is now dynamic (was static" },
  {
    name: "a regression that is not to fail",
    head: dynamic,
    base: makeCell(),
    rules: { failOn: ["policy"] },
    outcome: "warn",
    says: "app is now dynamic (was static",
  },
  {
    name: "a regression that is not to fail does not hide what is",
    head: dynamic,
    base: makeCell(),
    rules: { failOn: ["policy"], require: "static" },
    outcome: "fail",
    says: "require: static is set",
  },
  {
    name: "a regression and require: static",
    head: dynamic,
    base: makeCell(),
    rules: { require: "static" },
    outcome: "fail",
    says: "app is now dynamic (was static",
  },
  { name: "the same files", head: dynamic, base: makeCell(), unchanged: true, outcome: "pass", says: "app is dynamic" },
  { name: "as dynamic as before", head: dynamic, base: dynamic, outcome: "pass", says: "app is dynamic" },
  {
    name: "broken",
    head: failed("no x"),
    base: makeCell(),
    outcome: "fail",
    says: "app no longer builds: no x",
  },
  {
    name: "broken, which is not to fail",
    head: failed("no x"),
    base: makeCell(),
    rules: { failOn: ["regression"] },
    outcome: "warn",
    says: "app no longer builds: no x",
  },
  {
    name: "broken before, on another line",
    head: failed("./a.go:3:15: no x", "sources"),
    base: failed("./a.go:12:5: no x", "sources"),
    outcome: "warn",
    says: "nor did the base commit",
  },
  {
    name: "broken before in the same way, and static is required",
    head: failed("./a.go:3:15: no x", "sources"),
    base: failed("./a.go:12:5: no x", "sources"),
    rules: { require: "static" },
    outcome: "fail",
    says: "does not build with default: ./a.go:3:15: no x, and require: static is set",
  },
  ...(["machine", "unknown"] as const).map((fault) => ({
    name: `broken on both sides, and the sources are not to blame (${fault})`,
    head: failed("no space left on device", fault),
    base: failed("no space left on device", fault),
    outcome: "fail" as const,
    says: "app does not build with default: no space left on device",
  })),
  {
    name: "a build that fails where only the policy is to fail, and static is required",
    head: failed("no x"),
    base: makeCell(),
    rules: { failOn: ["policy"], require: "static" },
    outcome: "fail",
    says: "does not build with default: no x, and require: static is set",
  },
  {
    name: "the base could not be built by this machine",
    head: dynamic,
    base: failed("no space left on device", "machine"),
    outcome: "fail",
    says: "app could not be compared: the base was not built (no space left on device)",
  },
  {
    name: "the base could not be built by this machine, and nobody minds",
    head: dynamic,
    base: failed("no space left on device", "machine"),
    rules: { onMissingBaseline: "pass" },
    outcome: "pass",
    says: "app is dynamic",
  },
  {
    name: "the base could not be built, and it is insisted on",
    head: dynamic,
    base: failed("./a.go:1:1: no y", "sources"),
    rules: { baseline: "build" },
    outcome: "fail",
    says: "app could not be compared",
  },
  {
    name: "skipped, and built on the base",
    head: skipped("the program has only cgo files", "sources"),
    base: makeCell(),
    outcome: "fail",
    says: "app is no longer built: the program has only cgo files",
  },
  {
    name: "skipped on both sides for what the program is",
    head: skipped("the program has only cgo files", "sources"),
    base: skipped("the program has only cgo files", "sources"),
    outcome: "warn",
    says: "app was not built with default",
  },
  {
    name: "skipped on both sides for want of a compiler",
    head: skipped("no musl compiler", "machine"),
    base: skipped("no musl compiler", "machine"),
    outcome: "fail",
    says: "app was not built with default",
  },
  {
    name: "broken before, by something else",
    head: failed("no x"),
    base: failed("no y"),
    outcome: "fail",
    says: "no x",
  },
  ...(["sources", "settings"] as const).map((fault) => ({
    name: `the base is not built, for a fault of the ${fault}`,
    head: dynamic,
    base: { ...failed("no y"), fault },
    outcome: "warn" as const,
    says: "app could not be compared: the base was not built (no y)",
  })),
  ...(["machine", "unknown"] as const).map((fault) => ({
    name: `the base is not built, for a fault that is ${fault === "unknown" ? fault : "of the machine"}`,
    head: dynamic,
    base: { ...failed("no y"), fault },
    outcome: "fail" as const,
    says: "app could not be compared: the base was not built (no y)",
  })),
  {
    name: "the base is not built, which is to fail",
    head: dynamic,
    base: failed("no y"),
    rules: { onMissingBaseline: "fail" },
    outcome: "fail",
    says: "app could not be compared",
  },
  {
    name: "the base is not built, which does not matter",
    head: dynamic,
    base: failed("no y"),
    rules: { onMissingBaseline: "pass" },
    outcome: "pass",
    says: "app is dynamic",
  },
];

describe("the verdict against a base", () => {
  it.each(rows)("$name", ({ head, base, rules: given, unchanged = false, outcome, says }) => {
    const all = { ...rules, ...given };
    const baseline = {
      ...nothing,
      cells: [
        {
          head: { ...target, strategy: "default" },
          cell: base,
          from: unchanged ? ("same-files" as const) : ("build" as const),
        },
      ],
    };
    const other = makeCell({ strategy: "external", kind: "dynamic" });
    const { cells, verdict } = judge([head, other], { recommendation: [], rules: all, base: baseline });
    expect(verdict).toMatchObject({ outcome, reason: expect.stringContaining(says) as string });
    const size = unchanged ? null : (base.artifact?.size ?? null);
    expect(cells[0]?.base).toMatchObject({ status: base.status, unchanged, size });
    expect(cells[1]?.base).toBeNull();
    for (const { kind, level } of cells.flatMap(({ findings }) => findings)) {
      const failKind = kind === "build-broken" ? "build" : kind === "policy" ? "policy" : "regression";
      expect(level).toBe(all.failOn.includes(failKind) ? "error" : "warning");
    }
  });

  it.each([
    { name: "a target is gone", failOn: failKinds, outcome: "fail" },
    { name: "a target is gone, which is not to fail", failOn: ["regression"] as const, outcome: "warn" },
  ])("$name", ({ failOn, outcome }) => {
    const base = { ...nothing, gone: [{ package: "example.com/app/cmd/ctl", platform: "linux/amd64", reason: null }] };
    expect(judge([makeCell()], { recommendation: [], rules: { ...rules, failOn }, base }).verdict).toMatchObject({
      outcome,
      reason: "ctl was removed; the base commit builds it",
    });
  });

  it.each([
    { onMissingBaseline: "warn", outcome: "warn" },
    { onMissingBaseline: "fail", outcome: "fail" },
    { onMissingBaseline: "pass", outcome: "pass" },
  ] as const)("without a base, on-missing-baseline: $onMissingBaseline", ({ onMissingBaseline, outcome }) => {
    const base = { ...nothing, isMissing: true };
    const { verdict } = judge([dynamic], { recommendation: [], rules: { ...rules, onMissingBaseline }, base });
    expect(verdict.outcome).toBe(outcome);
    if (outcome !== "pass") expect(verdict.reason).toBe("could not compare with the base commit: it is gone");
  });

  it("what fails is said before what warns", () => {
    const other = makeCell({ package: "example.com/app/cmd/ctl", kind: "dynamic" });
    const cells = [
      { head: { ...target, strategy: "default" }, cell: failed("no y"), from: "build" as const },
      { head: { ...target, package: other.package, strategy: "default" }, cell: makeCell(), from: "build" as const },
    ];
    const base = { ...nothing, cells, isMissing: true };
    const { verdict } = judge([dynamic, other], { recommendation: [], rules, base });
    expect(verdict).toMatchObject({ outcome: "fail", reason: expect.stringMatching(/^ctl is now dynamic/) as string });
  });
});
