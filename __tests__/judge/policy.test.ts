import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge/judge.ts";
import { linkageOf, makeCell, makeFinding } from "../support/cells.ts";
import type { Baseline } from "../../src/model/baseline.ts";
import { failKinds, type Rules, type Rule, noLimits, noPolicy } from "../../src/model/policy.ts";
import type { Cell } from "../../src/model/report.ts";
import { anyProgram } from "../support/rules.ts";

const gui = "example.com/app/cmd/gui";
const buildInfo = {
  goVersion: "go1.26.8",
  path: gui,
  main: { path: "example.com/app", version: "(devel)" },
  settings: {},
  withheld: [],
};
const head = makeCell({ package: gui, buildInfo, kind: "dynamic" });
const wasStatic = makeCell({ package: gui, buildInfo });
const older = { ...linkageOf("dynamic"), minGlibc: "2.31" };
const wasDynamic = makeCell({ package: gui, buildInfo, linkage: older });

const staticRule: Rule = { ...anyProgram, require: "static", line: 2 };
const guiRule: Rule = { ...anyProgram, packages: ["cmd/gui"], require: "dynamic", line: 3 };

type Side = Partial<Rules> & { readonly rules?: readonly Rule[] };

function side({ rules = [], ...given }: Side): Rules {
  const file = { name: ".github/go-linkage.yml", path: "../.github/go-linkage.yml" };
  const policy = { ...noPolicy, file, today: "2026-11-23", rules };
  const shared = {
    ship: "default",
    demanded: null,
    require: "none",
    ...noLimits,
    failOn: failKinds,
    policyRelaxation: "warn",
    policy,
  } as const;
  return { ...shared, onMissingBaseline: "warn", baseline: "auto", ...given };
}

function judgeSides(
  cell: Cell,
  is: Side,
  base?: { readonly cell?: Cell; readonly was: Side; readonly relaxations?: readonly string[] },
) {
  const rules = side(is);
  const found = base?.cell;
  const before = found === undefined ? [] : [{ head: cell, cell: found, from: "build" as const }];
  const baseline: Baseline = {
    source: "build",
    sha: "0".repeat(40),
    steps: [],
    isMissing: false,
    isMachineFault: false,
    notListed: null,
    cells: before,
    gone: [],
    moved: new Map(),
    isChange: true,
    relaxations: base?.relaxations ?? [],
    changes: [],
    hunks: new Map(),
    rules: base === undefined ? null : side(base.was),
  };
  const context = { recommendation: [], rules, base: baseline };
  const { cells, verdict } = judge([cell], context);
  return { kinds: cells.flatMap(({ findings }) => findings.map(({ kind }) => kind)), cells, ...verdict };
}

const relaxed = "this change relaxes the policy: cmd/gui linux/amd64 static → dynamic";

describe("the policy", () => {
  it("fails what breaks it, on the rule's line", () => {
    const { kinds, cells, outcome, reason } = judgeSides(head, { rules: [staticRule] });
    expect({ kinds, outcome }).toEqual({ kinds: ["policy"], outcome: "fail" });
    expect(reason).toMatch(
      /^gui is dynamic \(needs .*\) with default, and \.github\/go-linkage\.yml:2 requires static$/,
    );
    expect(cells[0]?.findings[0]).toMatchObject({ level: "error", file: "../.github/go-linkage.yml", line: 2 });
  });

  it("warns when fail-on leaves it out", () => {
    const { cells, outcome } = judgeSides(head, { rules: [staticRule], failOn: ["regression"] });
    expect([cells[0]?.findings[0]?.level, outcome]).toEqual(["warning", "warn"]);
  });

  it("says nothing of strategies that do not ship", () => {
    expect(judgeSides({ ...head, strategy: "netgo", role: "compared" }, { rules: [staticRule] })).toMatchObject({
      kinds: [],
      outcome: "pass",
    });
  });

  it("warns of a rule that has run out, whatever it was for", () => {
    const lapsed = { ...guiRule, packages: ["other"], expires: "2026-01-31" };
    expect(judgeSides(wasStatic, { rules: [lapsed] })).toMatchObject({
      outcome: "warn",
      reason: "the rule at .github/go-linkage.yml:3 expired on 2026-01-31 and no longer counts; renew it or remove it",
    });
  });
});

type Row = {
  readonly name: string;
  readonly head?: Cell;
  readonly base?: Cell;
  readonly is: Side;
  readonly was: Side;
  /** Of the inputs, as the two configurations say. */
  readonly relaxations?: readonly string[];
  readonly kinds: readonly string[];
  readonly outcome: "pass" | "warn" | "fail";
  readonly says: string;
};

const rows: readonly Row[] = [
  {
    name: "a regression that no rule is for",
    base: wasStatic,
    is: {},
    was: {},
    kinds: ["regression"],
    outcome: "fail",
    says: "is now dynamic (was static",
  },
  {
    name: "a regression that breaks a rule",
    base: wasStatic,
    is: { rules: [staticRule] },
    was: { rules: [staticRule] },
    kinds: ["policy", "regression"],
    outcome: "fail",
    says: "is now dynamic (was static",
  },
  {
    name: "a regression that this change allows",
    base: wasStatic,
    is: { rules: [staticRule, guiRule] },
    was: { rules: [staticRule] },
    kinds: ["policy-relaxed"],
    outcome: "warn",
    says: relaxed,
  },
  {
    name: "the same, with policy-relaxation: fail",
    base: wasStatic,
    is: { rules: [staticRule, guiRule], policyRelaxation: "fail" },
    was: { rules: [staticRule] },
    kinds: ["policy-relaxed"],
    outcome: "fail",
    says: relaxed,
  },
  {
    name: "the same, and the change takes policy-relaxation: fail away",
    base: wasStatic,
    is: { rules: [staticRule, guiRule] },
    was: { rules: [staticRule], policyRelaxation: "fail" },
    kinds: ["policy-relaxed"],
    outcome: "fail",
    says: relaxed,
  },
  {
    name: "a regression that the base allowed already",
    base: wasStatic,
    is: { rules: [staticRule, guiRule] },
    was: { rules: [staticRule, guiRule] },
    kinds: [],
    outcome: "pass",
    says: "gui is dynamic",
  },
  {
    name: "a regression that only a first policy allows",
    base: wasStatic,
    is: { rules: [guiRule] },
    was: {},
    kinds: ["policy-relaxed"],
    outcome: "warn",
    says: "cmd/gui linux/amd64 none → dynamic",
  },
  {
    name: "none does not allow a regression",
    base: wasStatic,
    is: { rules: [{ ...guiRule, require: "none" }] },
    was: {},
    kinds: ["regression"],
    outcome: "fail",
    says: "was static",
  },
  {
    name: "any does",
    base: wasStatic,
    is: { rules: [{ ...guiRule, require: "any" }] },
    was: { rules: [{ ...guiRule, require: "any" }] },
    kinds: [],
    outcome: "pass",
    says: "gui is dynamic",
  },
  {
    name: "no regression, but a violation that this change allows; the base was not built",
    is: { rules: [guiRule] },
    was: { require: "static" },
    kinds: ["policy-relaxed"],
    outcome: "warn",
    says: relaxed,
  },
  {
    name: "a rule that was taken away",
    is: {},
    was: { rules: [staticRule] },
    kinds: ["policy-relaxed"],
    outcome: "warn",
    says: "cmd/gui linux/amd64 static → none",
  },
  {
    name: "a weaker rule that nothing needs",
    head: wasStatic,
    is: { rules: [{ ...guiRule, require: "any" }] },
    was: { rules: [staticRule] },
    kinds: [],
    outcome: "warn",
    says: "this change relaxes the policy: all programs static → none (and 1 more like it)",
  },
  {
    name: "a newer glibc, and no ceiling is written down",
    base: wasDynamic,
    is: { rules: [guiRule] },
    was: { rules: [guiRule] },
    kinds: ["regression"],
    outcome: "fail",
    says: "now starts on fewer systems",
  },
  {
    name: "a newer glibc below the ceiling",
    base: wasDynamic,
    is: { rules: [{ ...guiRule, maxGlibc: "2.34" }] },
    was: { rules: [{ ...guiRule, maxGlibc: "2.34" }] },
    kinds: [],
    outcome: "pass",
    says: "gui is dynamic",
  },
  {
    name: "a newer glibc, and the ceiling went with it",
    base: wasDynamic,
    is: { rules: [{ ...guiRule, maxGlibc: "2.34" }] },
    was: { rules: [{ ...guiRule, maxGlibc: "2.31" }] },
    kinds: ["policy-relaxed"],
    outcome: "warn",
    says: "cmd/gui linux/amd64 dynamic, glibc 2.31 → dynamic, glibc 2.34",
  },
  {
    name: "a newer glibc above the ceiling",
    base: wasDynamic,
    is: { rules: [{ ...guiRule, maxGlibc: "2.31" }] },
    was: { rules: [{ ...guiRule, maxGlibc: "2.31" }] },
    kinds: ["policy", "regression"],
    outcome: "fail",
    says: "now starts on fewer systems",
  },
  {
    name: "a hazard hides behind what is allowed",
    head: { ...head, findings: [makeFinding()] },
    base: wasStatic,
    is: { rules: [guiRule] },
    was: { rules: [guiRule] },
    kinds: ["regression", "nss"],
    outcome: "fail",
    says: "introduces a new runtime risk",
  },
  {
    name: "what fails is less",
    head: wasStatic,
    is: {},
    was: {},
    relaxations: ["fail-on is without regression, policy"],
    kinds: [],
    outcome: "warn",
    says: "this change relaxes the policy: fail-on is without regression, policy",
  },
  {
    name: "what fails is more",
    head: wasStatic,
    is: {},
    was: { failOn: [] },
    kinds: [],
    outcome: "pass",
    says: "gui is static",
  },
  {
    name: "a missing base is forgiven",
    head: wasStatic,
    is: { policyRelaxation: "fail" },
    was: {},
    relaxations: ["on-missing-baseline fail → pass"],
    kinds: [],
    outcome: "fail",
    says: "on-missing-baseline fail → pass",
  },
];

describe("a change of the policy", () => {
  it.each(rows)("$name: $outcome", ({ head: cell = head, base, is, was, relaxations = [], kinds, outcome, says }) => {
    const judged = judgeSides(cell, is, { was, relaxations, ...(base === undefined ? {} : { cell: base }) });
    expect({ kinds: judged.kinds, outcome: judged.outcome }).toEqual({ kinds, outcome });
    expect(judged.reason).toContain(says);
  });

  it("is named behind what fails, and before what else warns", () => {
    const failing = {
      ...head,
      findings: [makeFinding({ kind: "crash-at-start", level: "error", message: "it dies" })],
    };
    const worse = judgeSides(failing, { rules: [guiRule] }, { was: { require: "static" } });
    expect(worse).toMatchObject({ outcome: "fail", reason: `gui is broken with default: it dies; ${relaxed}` });
    const warned = { ...head, findings: [makeFinding()] };
    const mild = judgeSides(warned, { rules: [guiRule] }, { was: { require: "static" } });
    expect(mild.outcome).toBe("warn");
    expect(mild.reason).toMatch(/^this change relaxes the policy: .* → dynamic; gui is dynamic .*: it loads NSS$/);
  });
});

describe("a finding that a rule allows", () => {
  const stub = {
    kind: "stub",
    level: "warning",
    message: "dep is a stub",
    cause: null,
    fix: null,
    file: null,
    line: null,
    column: null,
  } as const;
  const isStub = makeCell({ package: gui, buildInfo, findings: [stub] });
  const allowing: Rule = { ...staticRule, allow: ["stub"] };

  it.each([
    { name: "no rule", is: [], was: [], outcome: "fail", reason: "introduces a new runtime risk" },
    {
      name: "a rule without it",
      is: [staticRule],
      was: [staticRule],
      outcome: "fail",
      reason: "introduces a new runtime risk",
    },
    { name: "a rule of both sides", is: [allowing], was: [allowing], outcome: "pass", reason: "is static" },
    { name: "a new rule", is: [allowing], was: [staticRule], outcome: "warn", reason: "static → static, allows stub" },
    {
      name: "a rule for more programs",
      is: [allowing],
      was: [staticRule, { ...allowing, packages: ["cmd/cli"] }],
      outcome: "warn",
      reason: "allows stub",
    },
    {
      name: "a rule for another finding",
      is: [{ ...staticRule, allow: ["nss"] }],
      was: [{ ...staticRule, allow: ["nss"] }],
      outcome: "fail",
      reason: "introduces a new runtime risk",
    },
  ] as const)("new on the head, $name: $outcome", ({ is, was, outcome, reason }) => {
    const judged = judgeSides(isStub, { rules: is }, { cell: wasStatic, was: { rules: was } });
    expect(judged.outcome).toBe(outcome);
    expect(judged.reason).toContain(reason);
  });

  it("fails where relaxations do", () => {
    const is = { rules: [allowing], policyRelaxation: "fail" } as const;
    const judged = judgeSides(isStub, is, { cell: wasStatic, was: { rules: [staticRule] } });
    expect(judged.outcome).toBe("fail");
  });

  it("is not allowed by a rule of the change, where the workflow requires static", () => {
    const is = { rules: [allowing], demanded: "static", require: "static" } as const;
    const was = { rules: [staticRule], require: "static" } as const;
    expect(judgeSides(isStub, is, { cell: wasStatic, was }).outcome).toBe("fail");
  });

  it("stays in the report as information that names the rule", () => {
    const { cells, judgements } = judgeSides(isStub, { rules: [allowing] });
    expect(cells[0]?.findings).toMatchObject([
      { kind: "stub", level: "info", message: "dep is a stub (.github/go-linkage.yml:2 allows stub)" },
    ]);
    expect(judgements).toEqual([]);
  });
});
