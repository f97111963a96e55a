import type { BaseCell, Baseline } from "../model/baseline.ts";
import type { CellBase, ExaminedCell, Recommendation, Target } from "../model/cell.ts";
import { type Finding, nowhere } from "../model/finding.ts";
import { describeNotUnderstood, type NotUnderstood } from "../model/release.ts";
import { failKinds, type Rule, type Rules } from "../model/policy.ts";
import type { Judgement, JudgementKind, Verdict } from "../model/verdict.ts";
import { listed } from "../text/english.ts";
import { groupBy } from "../text/group-by.ts";
import { judgeTarget } from "./judge-target.ts";
import { outcomeOf, outcomeOfMissing, targetOf } from "./outcomes.ts";
import { describePass, describeProblems } from "./reason.ts";
import { judgeRelaxations } from "./relaxation.ts";
import { describeExpired, describeUnmatched } from "./rule-matching.ts";

type JudgeContext = RunFacts & {
  readonly recommendation: readonly Recommendation[];
  /** null when nothing was to be compared with. */
  readonly base: Baseline | null;
  /** Compiled packages of earlier runs were used. */
  readonly usesCache?: boolean;
};

/** What is known of a run as a whole, beside its cells. */
type RunFacts = {
  readonly rules: Rules;
  /** null when nothing was to be compared with. */
  readonly base: BaseFacts | null;
  /** The run is for all programs that there are, so that each rule should be for one. */
  readonly isWhole?: boolean;
  /** Descriptions of releases of which nobody can tell what they build. */
  readonly notUnderstood?: readonly NotUnderstood[];
};

type BaseFacts = Pick<
  Baseline,
  "gone" | "isMissing" | "isMachineFault" | "steps" | "notListed" | "rules" | "relaxations"
>;

/** A cell with what it was on the base commit, and the findings of judging in front of its own. */
export type Judged<C extends ExaminedCell> = C & { readonly base: CellBase | null };

/** A judgement of the rules as a whole, with the target for which they decide something. */
export type TargetRelaxation = Target & { readonly judgement: Judgement };

/** What judging each target came to, in the order of the cells. */
export type TargetJudgements = {
  readonly problems: readonly Judgement[];
  /** Where a target passes only because the change asks for less. */
  readonly relaxations: readonly TargetRelaxation[];
  /** The rules that those are about. */
  readonly decided: readonly Rule[];
};

/**
 * The verdict on what ships. It fails what regressed from the base commit, what does not build, what is known to die at start,
 * and what breaks a rule or `require: static`; `failOn` takes kinds out of that. It warns of caveats, and says what this change asks
 * less of. Strategies that do not ship are information.
 */
export function judge<C extends ExaminedCell>(
  cells: readonly C[],
  context: JudgeContext,
): { readonly cells: readonly Judged<C>[]; readonly verdict: Verdict; readonly targets: TargetJudgements } {
  const judged = cells.map((cell) => judgeCell(cell, context));
  const judgedCells = judged.map(({ cell }) => cell);
  const targets = {
    problems: judged.flatMap(({ judgement }) => judgement ?? []),
    relaxations: judged.flatMap(({ cell, relaxation }) =>
      relaxation == null ? [] : [{ package: cell.package, platform: cell.platform, judgement: relaxation }],
    ),
    decided: judged.flatMap(({ relaxedBy }) => relaxedBy ?? []),
  };
  return { cells: judgedCells, verdict: conclude(judgedCells, targets, context), targets };
}

type JudgedCell<C extends ExaminedCell> = { readonly cell: Judged<C> } & Partial<
  Pick<ReturnType<typeof judgeTarget>, "judgement" | "relaxation" | "relaxedBy">
>;

function judgeCell<C extends ExaminedCell>(
  cell: C,
  { recommendation, rules, base, usesCache = false }: JudgeContext,
): JudgedCell<C> {
  if (cell.role === "compared") return { cell: { ...cell, base: null } };
  const isSame = (other: { package: string; platform: string }): boolean =>
    other.package === cell.package && other.platform === cell.platform;
  const before = base?.cells.find(({ head }) => isSame(head) && head.strategy === cell.strategy);
  const { findings, own, change, ...judgement } = judgeTarget(cell, before, {
    rules,
    baseRules: base?.rules ?? null,
    isChange: base?.isChange ?? false,
    settings: base?.changes ?? [],
    hunks: base?.hunks ?? new Map(),
    recommendation: recommendation.find(isSame),
    usesCache,
  });
  const all = [...findings, ...own, ...describeMove(base?.moved.get(cell.package))];
  return {
    cell: { ...cell, base: before === undefined ? null : describeBase(before, change), findings: all },
    ...judgement,
  };
}

/** The verdict on a run, from what its targets came to. Cells that one run judged, or several that are merged. */
export function conclude(
  cells: readonly Judged<ExaminedCell>[],
  targets: TargetJudgements,
  { rules, base, isWhole = false, notUnderstood = [] }: RunFacts,
): Verdict {
  const problems = [
    ...targets.problems,
    ...(base === null ? [] : [...judgeNotListed(base, rules), ...judgeBase(base, rules)]),
    ...groupBy(notUnderstood, ({ why }) => why).map(judgeNotUnderstood),
    ...judgeExpired(rules),
    ...(isWhole ? judgeUnmatched(rules, cells) : []),
  ].toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const judgedOnes = cells.filter(({ role }) => role !== "compared");
  const shipping = judgedOnes.filter(({ role }) => role === "ships");
  const shipped = shipping.length === 0 ? judgedOnes : shipping;
  const { decided } = targets;
  const relaxations = [
    ...targets.relaxations.map(({ judgement }) => judgement),
    ...(base === null ? [] : judgeRelaxations(base, { rules, shipped: judgedOnes, decided })),
  ].filter(isFirstOfItsMessage);
  // What fails is said first; a change of the rules is said before what else is only worth a warning.
  const isSecond = isFailing(problems) && !isFailing(relaxations);
  const groups = (isSecond ? [problems, relaxations] : [relaxations, problems]).filter(({ length }) => length > 0);
  const judgements = groups.flat().toSorted((a, b) => weights[a.outcome] - weights[b.outcome]);
  const outcome = judgements.length === 0 ? "pass" : isFailing(judgements) ? "fail" : "warn";
  const reason =
    groups.length === 0
      ? describePass(shipped, rules)
      : groups.map((group) => describeProblems(group, cells)).join("; ");
  return { outcome, reason, judgements };
}

const weights = { fail: 0, warn: 1 } as const;

/** Which is said first, of those that weigh the same. */
const order: readonly JudgementKind[] = [
  "leg",
  ...failKinds,
  "baseline",
  "unmatched",
  "unjudged",
  "caveat",
  "expired",
  "relaxation",
];

function isFailing(judgements: readonly Judgement[]): boolean {
  return judgements.some(({ outcome }) => outcome === "fail");
}

/** One rule that is relaxed is told once, however many targets it is for. */
function isFirstOfItsMessage({ message }: Judgement, index: number, all: readonly Judgement[]): boolean {
  return all.findIndex((other) => other.message === message) === index;
}

/** The base as a whole: what it has and the head has not, and that it could not be had. */
function judgeBase({ gone, isMissing, isMachineFault, steps }: BaseFacts, rules: Rules): Judgement[] {
  const missing = gone.map((target): Judgement => {
    const why = target.reason === null ? "" : ` (${target.reason})`;
    const message = `was removed; the base commit builds it${why}`;
    return { kind: "missing", outcome: outcomeOf("missing", rules), target: targetOf(target), message };
  });
  const outcome = isMissing ? outcomeOfMissing(rules, isMachineFault) : "pass";
  if (outcome === "pass") return missing;
  const message = `could not compare with the base commit: ${steps.at(-1) ?? "it was not found"}`;
  return [{ kind: "baseline", outcome, target: null, message }, ...missing];
}

/** Nothing can be listed, on both sides for the same fault. That excuses it, where nothing was to be shown. */
function judgeNotListed({ notListed }: BaseFacts, rules: Rules): Judgement[] {
  if (notListed === null) return [];
  const asksForMore = rules.require !== "none" || rules.policy.rules.length > 0;
  const outcome = asksForMore ? outcomeOf("build", rules) : "warn";
  const more = asksForMore ? ", and what the rules ask for was not shown" : "; nor could they on the base";
  return [{ kind: "build", outcome, target: null, message: `the programs cannot be listed: ${notListed}${more}` }];
}

/** Of a program that is compared with one of another import path. */
function describeMove(before: string | undefined): Finding[] {
  if (before === undefined) return [];
  const message = `it is ${before} of the base commit under another import path`;
  return [{ kind: "moved", level: "info", message, cause: null, fix: null, ...nowhere }];
}

/** What ships that way is not looked at: said, and never guessed. Several Dockerfiles that run make are one thing to be told. */
function judgeNotUnderstood([first, ...others]: readonly [NotUnderstood, ...NotUnderstood[]]): Judgement {
  const places = others.map(({ file, line }) => `${file}:${line}`);
  const also = places.length === 0 ? "" : `; nor, for the same reason, ${listed(places)}`;
  const subject = places.length === 0 ? "a release build" : `${places.length + 1} release builds`;
  const message = `${subject} cannot be judged: ${describeNotUnderstood(first)}${also}`;
  return { kind: "unjudged", outcome: "warn", target: null, message };
}

function judgeExpired({ policy }: Rules): Judgement[] {
  return describeExpired(policy).map((message) => ({ kind: "expired", outcome: "warn", target: null, message }));
}

function judgeUnmatched({ policy }: Rules, cells: readonly ExaminedCell[]): Judgement[] {
  return describeUnmatched(policy, cells).map((message) => ({
    kind: "unmatched",
    outcome: "warn",
    target: null,
    message,
  }));
}

function describeBase({ cell, from }: BaseCell, change: string | null): CellBase {
  const { package: path, status, reason, linkage, link, artifact } = cell;
  const unchanged = from === "same-files";
  const size = unchanged ? null : (artifact?.size ?? null);
  return { package: path, status, reason, linkage, link, unchanged, size, change, from };
}
