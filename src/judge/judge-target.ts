import type { BaseCell, Hunks } from "../model/baseline.ts";
import { catalog } from "../model/catalog.ts";
import {
  describeState,
  type ExaminedCell,
  isStandalone,
  linkageKind,
  type Recommendation,
  verbOf,
} from "../model/cell.ts";
import { type Cause, type Finding, nowhere } from "../model/finding.ts";
import type { Rule, Rules } from "../model/policy.ts";
import type { SettingChange } from "../model/setting-change.ts";
import type { Judgement } from "../model/verdict.ts";
import { causeOf } from "./cause.ts";
import { countedRules } from "./counted-rules.ts";
import { builtWith, judgement, outcomeOfMissing, targetOf, warning } from "./outcomes.ts";
import { regressionOf, type Regression } from "./regression.ts";
import { fixOfDemand, fixOfLoss } from "./lower-floor.ts";
import { isRelaxed, relaxationOf } from "./relaxation.ts";
import { placeOf, placeOfRule, ruleFor } from "./rule-matching.ts";
import { unmetSystems } from "./system-demands.ts";
import { allowsMore, type Violation, violationOf } from "./violations.ts";

/** What a shipped target is judged by. */
type TargetContext = {
  readonly rules: Rules;
  /** What the base's own config file asks for; null when the base is not known. */
  readonly baseRules: Rules | null;
  /** The run is about a change. */
  readonly isChange: boolean;
  readonly hunks: Hunks;
  /** What the base was built with otherwise. */
  readonly settings: readonly SettingChange[];
  /** What this run recommends for the target. */
  readonly recommendation: Recommendation | undefined;
  /** Compiled packages of earlier runs were used, which a change may have put there. */
  readonly usesCache: boolean;
};

/** What judging adds to a target: findings (in front of those that it has), and what fails or warns, what fails first. */
type TargetJudgement = {
  readonly findings: readonly Finding[];
  /** Those that it has: what a rule accepts is information. */
  readonly own: readonly Finding[];
  /** What is worse than on the base commit, without the cause; null where nothing is. */
  readonly change: string | null;
  readonly judgement: Judgement | undefined;
  /** The change asks for less than the base did, and only that lets the target pass. */
  readonly relaxation: Judgement | undefined;
  /** The rule of the config file that decided for it, and let it pass for that reason; else undefined. */
  readonly relaxedBy: Rule | undefined;
};

/**
 * Judges one shipped target: by what it was on the base commit (undefined: not known), by the rules, and by itself. All that is said
 * of it, as a finding or as a judgement, comes from the same values.
 */
export function judgeTarget(found: ExaminedCell, base: BaseCell | undefined, given: TargetContext): TargetJudgement {
  const { baseRules, isChange } = given;
  const { rules, why } = countedRules(found, rulesFor(found, given.rules), {
    baseRules,
    isChange,
    baseName: base?.cell.package ?? null,
  });
  const cell = withAccepted(found, rules);
  const context = { ...given, rules };
  const violation = withReason(violationOf(cell, rules), why);
  const change = changeOf(cell, base, context);
  const unbuilt = judgeUnbuilt(cell, { base, violation, rules });
  const relaxed =
    violation === undefined && baseRules !== null && isRelaxed(cell, { base, change: change.full, rules, baseRules });
  const relaxation = relaxed ? relaxationOf(cell, rules, baseRules) : undefined;
  // A rule that is broken excuses nothing.
  const counted = violation === undefined ? change.counted : change.full;
  return {
    findings: [
      // Of what does not build, the failure says enough: unless that alone would not fail.
      ...(violation === undefined || isFailedBuild(unbuilt) ? [] : [violationFinding(cell, violation, context)]),
      ...(relaxation === undefined ? [] : [relaxation.finding]),
      ...(counted === undefined ? [] : [changeFinding(cell, { base, change: counted, rules })]),
    ],
    own: cell.findings,
    change: counted === undefined ? null : describeChange(counted),
    judgement: firstOf([
      ...judgeChange(cell, { base, change: counted, rules }),
      ...judgeCache(cell, base, context),
      ...(unbuilt ?? judgeProgram(cell, violation, rules)),
    ]),
    relaxation: relaxation?.judgement,
    relaxedBy: relaxed ? ruleFor(cell, rules.policy) : undefined,
  };
}

/** A program that no release is for fails only by what is asked of it in so many words. */
function rulesFor({ role }: ExaminedCell, rules: Rules): Rules {
  if (role !== "unreleased") return rules;
  return { ...rules, failOn: rules.failOn.filter((kind) => kind === "policy") };
}

/** A finding that a rule accepts neither warns nor counts as new. */
function withAccepted(cell: ExaminedCell, { policy }: Rules): ExaminedCell {
  const rule = ruleFor(cell, policy);
  if (rule === undefined || rule.allow.length === 0) return cell;
  const accept = (each: Finding): Finding =>
    each.level === "warning" && rule.allow.includes(each.kind)
      ? { ...each, level: "info", message: `${each.message} (${placeOf(rule, policy)} allows ${each.kind})` }
      : each;
  return { ...cell, findings: cell.findings.map(accept) };
}

/** Why a rule that is there did not excuse it. */
function withReason(violation: Violation | undefined, why: string | null): Violation | undefined {
  return violation && why !== null ? { ...violation, demand: `${violation.demand} (${why})` } : violation;
}

/** The first thing that fails, else the first that is worth a warning. */
function firstOf(judgements: readonly Judgement[]): Judgement | undefined {
  return judgements.find(({ outcome }) => outcome === "fail") ?? judgements[0];
}

function isFailedBuild(judgements: readonly Judgement[] | undefined): boolean {
  return judgements?.some(({ kind, outcome }) => kind === "build" && outcome === "fail") ?? false;
}

type Change = Regression & { readonly cause: Cause | null };

/**
 * What got worse from base to head, and what of that counts where no rule is broken: a rule can say that a program may need more,
 * but not that it may have a new hazard.
 */
function changeOf(
  cell: ExaminedCell,
  base: BaseCell | undefined,
  { rules, hunks, settings }: TargetContext,
): { readonly full: Change | undefined; readonly counted: Change | undefined } {
  const regression = base === undefined || base.from === "same-files" ? undefined : regressionOf(cell, base.cell);
  if (base === undefined || regression === undefined) return { full: undefined, counted: undefined };
  const isBuild = regression.kind === "build";
  const own = base.settings ?? [];
  const differences = { arrivals: base.arrivals ?? [], hunks, settings: [...own, ...settings] };
  const full = { ...regression, cause: isBuild ? null : causeOf(cell, base.cell, differences) };
  if (isBuild || !allowsMore(rules, cell, base.cell)) return { full, counted: full };
  const { linkage, runsOn = [] } = base.cell;
  const hazard = regressionOf({ ...cell, linkage, runsOn }, base.cell);
  return { full, counted: hazard && { ...hazard, cause: null } };
}

/** What got worse, without the cause. */
function describeChange({ what, summary, detail, cause }: Change): string {
  return detail !== null && cause?.text === detail ? summary : what;
}

type ChangeContext = { readonly base: BaseCell | undefined; readonly change: Change; readonly rules: Rules };

function changeFinding(cell: ExaminedCell, { base, change, rules }: ChangeContext): Finding {
  const { kind, what, cause } = change;
  const level = rules.failOn.includes(kind) ? "error" : "warning";
  if (kind === "build") {
    const { fix, file, line, column } = cell.findings[0] ?? { fix: null, ...nowhere };
    return { kind: "build-broken", level, message: what, cause: null, fix, file, line, column };
  }
  const { text, file, line } = cause ?? { text: null, file: null, line: null };
  const message = text === null ? what : `${describeChange(change)}: ${text}`;
  return { kind: "regression", level, message, cause: text, fix: fixOfChange(cell, base), file, line, column: null };
}

/** How to start where it did, or what the explanation of the head advises against the same thing. */
function fixOfChange(cell: ExaminedCell, base: BaseCell | undefined): string | null {
  const { findings } = cell;
  const loss = base === undefined || isStandalone(base.cell) ? null : fixOfLoss(cell, base.cell);
  return loss ?? findings.find(({ fix, kind }) => fix !== null && catalog[kind].hasUnrelatedFix !== true)?.fix ?? null;
}

function describeShipped(cell: ExaminedCell): string {
  if (isEmptyImage(cell)) return `it ${noProgram}`;
  const isUnbuilt = cell.status === "skipped" || cell.status === "failed";
  return isUnbuilt ? `it was not built: ${cell.reason ?? cell.status}` : `it ${describeState(cell)}`;
}

function violationFinding(cell: ExaminedCell, violation: Violation, { rules, recommendation }: TargetContext): Finding {
  const { rule, demand } = violation;
  const state = describeShipped(cell);
  const requiresStatic = rule === null || rule.require === "static" || rule.require === "system";
  // What is static already starts on no more systems as another static build.
  const remedy =
    requiresStatic && !isStandalone(cell) && recommendation?.strategy != null
      ? `ship with ${recommendation.strategy}, which is static here`
      : null;
  const floorFix = fixOfDemand(cell, rules, remedy !== null);
  const systemFix = unmetSystems(cell, rules).find(({ row }) => row?.fix != null)?.row?.fix ?? null;
  const change = rule === null ? null : "if this is intended, change the rule";
  return {
    kind: "policy",
    level: rules.failOn.includes("policy") ? "error" : "warning",
    message: `${state}, and ${demand}`,
    cause: demand,
    fix: [systemFix, remedy, floorFix, change].filter((each) => each !== null).join("; or ") || null,
    ...placeOfRule(rule, rules.policy),
    column: null,
  };
}

/** Against what it was on the base. */
function judgeChange(
  cell: ExaminedCell,
  about: { readonly base: BaseCell | undefined; readonly change: Change | undefined; readonly rules: Rules },
): Judgement[] {
  const { base, change, rules } = about;
  if (change !== undefined)
    return [judgement(cell, change.kind, [changeFinding(cell, { base, change, rules }).message, rules])];
  // A base without a binary tells nothing: neither that this is worse, nor that it is not.
  if (cell.status !== "built" || base === undefined || base.cell.status === "built") return [];
  const outcome = outcomeOfMissing(rules, base.cell.fault === "machine" || base.cell.fault === "unknown");
  const message = `could not be compared: the base was not built (${base.cell.reason ?? base.cell.status})`;
  return outcome === "pass" ? [] : [{ kind: "baseline", outcome, target: targetOf(cell), message }];
}

/**
 * Compiled packages of the cache decide what is linked, and whoever can run a workflow of the pull request can write them. What comes
 * out otherwise than the sources say is not believed, on either side.
 */
function judgeCache(cell: ExaminedCell, base: BaseCell | undefined, { usesCache, rules }: TargetContext): Judgement[] {
  const isOdd = [cell, base?.cell].some((each) => each?.status === "built" && each.prediction?.agrees === false);
  if (!usesCache || !isOdd) return [];
  const message = `is not linked as its sources say${builtWith(cell.strategy)}, and Go's build cache was restored: run it with cache: false`;
  return [judgement(cell, "build", [message, rules])];
}

/** By itself. */
function judgeProgram(cell: ExaminedCell, violation: Violation | undefined, rules: Rules): Judgement[] {
  const built = builtWith(cell.strategy);
  const state = isEmptyImage(cell) ? noProgram : describeState(cell, built);
  const error = cell.findings.find(({ kind, level }) => level === "error" && isOfProgram(kind));
  const start = cell.findings.find(({ kind }) => kind === "image-start");
  // A script that starts is no program, and nothing else is to be judged of it.
  const unjudged = cell.image?.outcome === "starts" ? null : (cell.linkage?.reason ?? null);
  const caveat = cell.findings.find(({ level }) => level === "warning");
  return [
    ...(start?.level === "error" ? [judgement(cell, "build", [`does not start: ${start.message}`, rules])] : []),
    ...(start?.level === "warning" ? [warning(cell, "caveat", `is not known to start: ${start.message}`)] : []),
    ...(error === undefined
      ? []
      : [judgement(cell, "build", [`${verbOf([cell])} broken${built}: ${error.message}`, rules])]),
    ...(violation === undefined ? [] : [judgement(cell, "policy", [`${state}, and ${violation.demand}`, rules])]),
    ...(unjudged === null ? [] : [warning(cell, "unjudged", `could not be judged${built}: ${unjudged}`)]),
    ...(caveat === undefined ? [] : [warning(cell, "caveat", `${state}: ${caveat.message}`)]),
  ];
}

/**
 * What left no program, or would leave none; undefined where there is one. That it was so before excuses only what the sources are
 * to blame for: of a machine that could not build on either side nobody knows what it would have built.
 */
function judgeUnbuilt(
  cell: ExaminedCell,
  about: { readonly base: BaseCell | undefined; readonly violation: Violation | undefined; readonly rules: Rules },
): Judgement[] | undefined {
  const { base, violation, rules } = about;
  const message = describeUnbuilt(cell, builtWith(cell.strategy));
  if (message === null) return undefined;
  const violations =
    violation === undefined ? [] : [judgement(cell, "policy", [`${message}, and ${violation.demand}`, rules])];
  if (cell.status === "skipped" && cell.fault === "sources") {
    return [...violations, warning(cell, "unjudged", message)];
  }
  if (isOldFailure(cell, base)) {
    const text = `${message}; nor did the base commit`;
    // Who insists on the base asks for a comparison, and there was none.
    const missing: Judgement = { kind: "baseline", outcome: "fail", target: targetOf(cell), message: text };
    return rules.baseline === "build" ? [...violations, missing] : [...violations, warning(cell, "build", text)];
  }
  return [judgement(cell, "build", [message, rules]), ...violations];
}

const noProgram = "has no program that could be judged";

/** The entrypoint of an image leads to no file: that is said of its start. */
function isEmptyImage({ image, artifact }: ExaminedCell): boolean {
  return image != null && artifact === null;
}

/** It speaks against a program that is there, and not against a build that failed. */
function isOfProgram(kind: Finding["kind"]): boolean {
  return kind === "crash-at-start" || kind === "refused" || kind === "artifact-mismatch";
}

function describeUnbuilt(cell: ExaminedCell, built: string): string | null {
  if (isEmptyImage(cell)) return null;
  if (cell.status === "failed") return `does not build${built}: ${cell.reason ?? "go build failed"}`;
  if (cell.status === "skipped") return `was not built${built}, the strategy that ships: ${cell.reason ?? "skipped"}`;
  return linkageKind(cell) === "fails" ? `will not build${built}: ${cell.prediction?.because ?? ""}` : null;
}

/** The base failed as well, for the same fault of the sources. For another one this change may be to blame. */
function isOldFailure({ status, reason, fault }: ExaminedCell, base: BaseCell | undefined): boolean {
  const plain = (text: string | null): string => (text ?? "").replaceAll(/:\d+(?::\d+)?/g, "");
  if (status !== "failed" || fault !== "sources") return false;
  return base?.cell.status === "failed" && plain(base.cell.reason) === plain(reason);
}
