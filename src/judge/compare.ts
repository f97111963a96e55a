import {
  describeLinkage,
  type Cell,
  type Recommendation,
  isStandalone,
  linkageKind,
  type Target,
} from "../model/cell.ts";
import { asksForFailure } from "./policy.ts";
import { describeExpired, relaxedSettings } from "./settings.ts";
import { violationOf } from "./violations.ts";
import type { Baseline } from "../model/baseline.ts";
import { failKinds, type FailKind, type Rules } from "../model/policy.ts";
import type { Verdict, Judgement, JudgementKind } from "../model/verdict.ts";

/**
 * The verdict on the shipped strategy. It fails what became worse than it was on the base, what does not build, what is known to
 * die at start, and what is not what the policy or `require: static` asks for; `failOn` takes kinds out of that. It warns of
 * caveats, and says what this change makes weaker. Other strategies are information.
 */
export function compare(
  cells: readonly Cell[],
  recommendation: readonly Recommendation[],
  { rules: request, base }: { readonly rules: Rules; readonly base: Baseline | null },
): Verdict {
  const shipped = cells.filter(({ strategy }) => strategy === request.ship);
  const found = [
    ...shipped.flatMap((cell) => judge(cell, request) ?? []),
    ...(base === null ? [] : judgeBase(base, request)),
    ...describeExpired(request.policy).map((message): Judgement => {
      return { kind: "expired", outcome: "warn", target: null, message };
    }),
  ];
  const others = found.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const relaxed = judgeRelaxation(shipped, request, base);
  // What fails is said first; a change of the rules is said before what else is only worth a warning.
  const isSecond = isFailing(others) && !isFailing(relaxed);
  const said = (isSecond ? [others, relaxed] : [relaxed, others]).filter(({ length }) => length > 0);
  const judgements = said.flat().toSorted((a, b) => weights[a.outcome] - weights[b.outcome]);
  if (said.length === 0) return { outcome: "pass", reason: describePass(shipped, recommendation, request), judgements };
  const reason = said.map((each) => summarize(each, cells)).join("; ");
  return { outcome: isFailing(judgements) ? "fail" : "warn", reason, judgements };
}

const weights = { fail: 0, warn: 1 } as const;

/** Which is said first, of those that weigh the same. */
const order: readonly JudgementKind[] = [...failKinds, "baseline", "unjudged", "caveat", "expired", "relaxation"];

function isFailing(judgements: readonly Judgement[]): boolean {
  return judgements.some(({ outcome }) => outcome === "fail");
}

/** The first of those that weigh most. */
function summarize(judgements: readonly Judgement[], cells: readonly Cell[]): string {
  const failing = judgements.filter(({ outcome }) => outcome === "fail");
  const [first, ...more] = failing.length > 0 ? failing : judgements;
  if (first === undefined) return "";
  const rest = more.length === 0 ? "" : ` (and ${more.length} more like it)`;
  const who = first.target === null ? "" : `${targetName(first.target, cells)} `;
  return `${who}${first.message}${rest}`;
}

/** What passes only because this change asks for less than the base did. */
function judgeRelaxation(shipped: readonly Cell[], rules: Rules, base: Baseline | null): Judgement[] {
  const found = shipped.flatMap(({ findings }) => findings.filter(({ kind }) => kind === "policy-relaxed"));
  const cases = new Map(found.map(({ message, level }) => [message, level === "error" ? "fail" : "warn"] as const));
  if (base?.rules != null) {
    const outcome = asksForFailure(rules, base.rules) ? "fail" : "warn";
    for (const what of relaxedSettings(rules, base.rules))
      cases.set(`this change relaxes the policy: ${what}`, outcome);
  }
  return [...cases].map(([message, outcome]) => ({ kind: "relaxation", outcome, target: null, message }));
}

/** What is said of a cell: the first thing that fails, else the first that is worth a warning. */
function judge(cell: Cell, rules: Rules): Judgement | undefined {
  const unbuilt = judgeUnbuilt(cell, rules);
  const all = [...judgeChange(cell, rules), ...(unbuilt === undefined ? judgeProgram(cell, rules) : [unbuilt])];
  return all.find(({ outcome }) => outcome === "fail") ?? all[0];
}

/** Against what it was on the base. */
function judgeChange(cell: Cell, rules: Rules): Judgement[] {
  const { base, findings, status } = cell;
  const worse = findings.find(({ kind }) => kind === "regression" || kind === "build-broken");
  if (worse !== undefined) {
    const kind = worse.kind === "regression" ? "regression" : "build";
    return [by(kind, worse.message, { cell, rules })];
  }
  // A base without a binary tells nothing: neither that this is worse, nor that it is not.
  if (status !== "built" || base === null || base.status === "built" || rules.onMissingBaseline === "pass") return [];
  const message = `could not be compared: the base was not built (${base.reason ?? base.status})`;
  return [{ kind: "baseline", outcome: rules.onMissingBaseline, target: targetOf(cell), message }];
}

/** By itself. */
function judgeProgram(cell: Cell, rules: Rules): Judgement[] {
  const built = builtWith(rules.ship);
  const is = isOrWillBe(cell);
  const warn = (kind: JudgementKind, message: string): Judgement => {
    return { kind, outcome: "warn", target: targetOf(cell), message };
  };
  const error = cell.findings.find(({ kind }) => kind === "crash-at-start" || kind === "refused");
  const violation = violationOf(cell, rules);
  const unjudged = cell.linkage?.reason ?? null;
  const warning = cell.findings.find(({ level, kind }) => level === "warning" && kind !== "policy-relaxed");
  const asks = `${is} ${describeLinkage(cell)}${built}, and ${violation?.asks ?? ""}`;
  return [
    ...(error === undefined ? [] : [by("build", `${is} broken${built}: ${error.message}`, { cell, rules })]),
    ...(violation === undefined ? [] : [by("policy", asks, { cell, rules })]),
    ...(unjudged === null ? [] : [warn("unjudged", `could not be judged${built}: ${unjudged}`)]),
    ...(warning === undefined ? [] : [warn("caveat", `${is} ${describeLinkage(cell)}${built}: ${warning.message}`)]),
  ];
}

/** What left no program, or would leave none. */
function judgeUnbuilt(cell: Cell, rules: Rules): Judgement | undefined {
  const built = builtWith(rules.ship);
  const about = { cell, rules };
  if (cell.status === "failed") {
    const message = `does not build${built}: ${cell.reason ?? "go build failed"}`;
    if (!isOldFailure(cell)) return by("build", message, about);
    return { kind: "build", outcome: "warn", target: targetOf(cell), message: `${message}; nor did it on the base` };
  }
  if (cell.status === "skipped") {
    const message = `was not built${built}, the strategy that ships: ${cell.reason ?? "skipped"}`;
    const violation = violationOf(cell, rules);
    if (violation === undefined) return { kind: "unjudged", outcome: "warn", target: targetOf(cell), message };
    return by("policy", violation.rule === null ? message : `${message}, and ${violation.asks}`, about);
  }
  const because = cell.prediction?.because ?? "";
  return linkageKind(cell) === "fails" ? by("build", `will not build${built}: ${because}`, about) : undefined;
}

/** The base failed as well, and for the same reason. For another one this change may be to blame. */
function isOldFailure({ base, reason }: Cell): boolean {
  const plain = (text: string | null): string => (text ?? "").replaceAll(/:\d+(?::\d+)?/g, "");
  return base?.status === "failed" && plain(base.reason) === plain(reason);
}

function judgeBase({ gone, isMissing, steps }: Baseline, rules: Rules): Judgement[] {
  const missing = gone.map((target): Judgement => {
    const message = "was built on the base and is gone";
    return { kind: "missing", outcome: outcomeOf("missing", rules), target: targetOf(target), message };
  });
  if (!isMissing || rules.onMissingBaseline === "pass") return missing;
  const message = `nothing could be compared with the base: ${steps.at(-1) ?? "it was not found"}`;
  return [{ kind: "baseline", outcome: rules.onMissingBaseline, target: null, message }, ...missing];
}

/** What can fail, as far as `failOn` has it. */
function by(
  kind: FailKind,
  message: string,
  { cell, rules }: { readonly cell: Cell; readonly rules: Rules },
): Judgement {
  return { kind, outcome: outcomeOf(kind, rules), target: targetOf(cell), message };
}

function targetOf(cell: Target | Cell): Judgement["target"] {
  const { package: path, platform } = cell;
  const file = "strategy" in cell && cell.strategy === null ? (cell.artifact?.path ?? null) : null;
  return { package: path, platform, file };
}

function outcomeOf(kind: FailKind, { failOn }: Rules): "warn" | "fail" {
  return failOn.includes(kind) ? "fail" : "warn";
}

function isOrWillBe({ status }: Cell): string {
  return status === "predicted" ? "will be" : "is";
}

function builtWith(ship: string | null): string {
  return ship === null ? "" : ` with ${ship}`;
}

function describePass(shipped: readonly Cell[], recommendation: readonly Recommendation[], { ship }: Rules): string {
  const dependent = shipped.filter((cell) => !isStandalone(cell));
  const [first = shipped[0]] = dependent;
  if (first === undefined) return "nothing is shipped";
  const name = targetName(targetOf(first), shipped);
  if (dependent.length === 0) {
    const word = shipped.every((cell) => linkageKind(cell) === "system") ? "standalone" : "static";
    const are = isOrWillBe(first) === "is" ? "are" : "will be";
    const who = shipped.length === 1 ? `${name} ${isOrWillBe(first)}` : `all ${shipped.length} binaries ${are}`;
    return `${who} ${word}${builtWith(ship)}`;
  }
  const remedy = recommendation.find((each) => each.package === first.package && each.platform === first.platform);
  const way = remedy?.strategy == null ? "" : `; ${remedy.strategy} makes it static`;
  const is = `${name} ${isOrWillBe(first)} ${describeLinkage(first)}`;
  if (shipped.length === 1) return `${is}${builtWith(ship)}${way}`;
  const verb = dependent.length === 1 ? "is" : "are";
  return `${dependent.length} of ${shipped.length} binaries ${verb} not static${builtWith(ship)}: ${is}${way}`;
}

/** The last element of the import path, with the platform when the run has more than one. */
function targetName(target: Judgement["target"], cells: readonly Cell[]): string {
  if (target === null) return "nothing";
  if (target.file !== null) return target.file;
  const several = cells.some(({ platform }) => platform !== target.platform);
  const name = target.package.split("/").at(-1) ?? target.package;
  return several ? `${name} on ${target.platform}` : name;
}
