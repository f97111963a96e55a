import type { Baseline, Target } from "../baseline/baseline.ts";
import type { Cell } from "../explain/explain.ts";
import { describeLinkage } from "../explain/describe-linkage.ts";
import { isStandalone, linkageKind, type Recommendation } from "../explain/recommend.ts";
import { asksForFailure } from "../policy/judge.ts";
import type { Policy } from "../policy/policy.ts";
import { describeExpired, relaxedSettings } from "../policy/settings.ts";
import { violationOf } from "../policy/violations.ts";

export type Verdict = {
  readonly outcome: "pass" | "warn" | "fail";
  /** One sentence. */
  readonly reason: string;
};

/** What can fail the verdict; the rest warns. */
export const failKinds = ["regression", "policy", "build", "missing"] as const;
export type FailKind = (typeof failKinds)[number];

/** `ship` is null for files that something else built: then every cell counts. */
export type Rules = {
  readonly ship: string | null;
  readonly require: "static" | "none";
  readonly failOn: readonly FailKind[];
  readonly onMissingBaseline: "warn" | "fail" | "pass";
  readonly policyRelaxation: "warn" | "fail";
  readonly policy: Policy;
};

/** One of the things that the verdict is made of. Formats that show each target by itself go by these, and decide nothing anew. */
export type Judgement = {
  /** null for what is about the run as a whole, as are the next two. */
  readonly package: string | null;
  readonly platform: string | null;
  /** Of what something else built: the file; else null. */
  readonly file: string | null;
  readonly outcome: "warn" | "fail";
  /** What it counts as for `fail-on`; null for what that does not name. */
  readonly kind: FailKind | null;
  /** To be put behind the target's name: "is dynamic with default, and …". */
  readonly what: string;
};

type Remark = Pick<Judgement, "outcome" | "kind" | "what"> & {
  /** null for what is about no cell. */
  readonly cell: Cell | Target | null;
};

type Means = { readonly rules: Rules; readonly base: Baseline | null };

/**
 * The verdict on the shipped strategy. It fails what became worse than it was on the base, what does not build, what is known to
 * die at start, and what is not what the policy or `require: static` asks for; `failOn` takes kinds out of that. It warns of
 * caveats, and says what this change makes weaker. Other strategies are information.
 */
export function compare(
  cells: readonly Cell[],
  recommendation: readonly Recommendation[],
  { rules: request, base }: Means,
): Verdict {
  const shipped = cells.filter(({ strategy }) => strategy === request.ship);
  const remarks = remarksOn(shipped, { rules: request, base });
  const relaxed = summarize(remarks.relaxations, cells);
  const others = summarize(remarks.others, cells);
  if (relaxed === undefined && others === undefined) {
    return { outcome: "pass", reason: describePass(shipped, recommendation, request) };
  }
  // What fails is said first; a change of the rules is said before what else is only worth a warning.
  const [first, second] =
    others?.outcome === "fail" && relaxed?.outcome !== "fail" ? [others, relaxed] : [relaxed, others];
  const said = [first, second].filter((each) => each !== undefined);
  const outcome = said.some((each) => each.outcome === "fail") ? "fail" : "warn";
  return { outcome, reason: said.map(({ reason }) => reason).join("; ") };
}

/** All that the verdict is made of: cell by cell, then what is gone, then what is about the run. */
export function judgementsOf(cells: readonly Cell[], means: Means): Judgement[] {
  const shipped = cells.filter(({ strategy }) => strategy === means.rules.ship);
  const { others, relaxations } = remarksOn(shipped, means);
  return [...others, ...relaxations].map(({ cell, outcome, kind, what }) => {
    const file = cell !== null && "strategy" in cell && cell.strategy === null ? (cell.artifact?.path ?? null) : null;
    return { package: cell?.package ?? null, platform: cell?.platform ?? null, file, outcome, kind, what };
  });
}

function remarksOn(
  shipped: readonly Cell[],
  { rules, base }: Means,
): { readonly others: readonly Remark[]; readonly relaxations: readonly Remark[] } {
  const others = [
    ...shipped.flatMap((cell) => judge(cell, rules) ?? []),
    ...(base === null ? [] : judgeBase(base, rules)),
    ...describeExpired(rules.policy).map((what): Remark => ({ cell: null, outcome: "warn", kind: null, what })),
  ];
  return { others, relaxations: judgeRelaxation(shipped, rules, base) };
}

/** The first of those that weigh most; undefined without any. */
function summarize(remarks: readonly Remark[], cells: readonly Cell[]): Verdict | undefined {
  const failing = remarks.filter(({ outcome }) => outcome === "fail");
  const listed = failing.length > 0 ? failing : remarks;
  const first = listed[0];
  if (first === undefined) return undefined;
  const more = listed.length > 1 ? ` (and ${listed.length - 1} more like it)` : "";
  const who = first.cell === null ? "" : `${targetName(first.cell, cells)} `;
  return { outcome: first.outcome, reason: `${who}${first.what}${more}` };
}

/** What passes only because this change asks for less than the base did. */
function judgeRelaxation(shipped: readonly Cell[], rules: Rules, base: Baseline | null): Remark[] {
  const found = shipped.flatMap(({ findings }) => findings.filter(({ kind }) => kind === "policy-relaxed"));
  const cases = new Map(found.map(({ message, level }) => [message, level === "error" ? "fail" : "warn"] as const));
  if (base?.rules != null) {
    const outcome = asksForFailure(rules, base.rules) ? "fail" : "warn";
    for (const what of relaxedSettings(rules, base.rules))
      cases.set(`this change relaxes the policy: ${what}`, outcome);
  }
  return [...cases].map(([what, outcome]) => ({ cell: null, outcome, kind: null, what }));
}

/** What is said of a cell: the first thing that fails, else the first that is worth a warning. */
function judge(cell: Cell, rules: Rules): Remark | undefined {
  const unbuilt = judgeUnbuilt(cell, rules);
  const all = [...judgeChange(cell, rules), ...(unbuilt === undefined ? judgeProgram(cell, rules) : [unbuilt])];
  return all.find(({ outcome }) => outcome === "fail") ?? all[0];
}

/** Against what it was on the base. */
function judgeChange(cell: Cell, rules: Rules): Remark[] {
  const { base, findings, status } = cell;
  const worse = findings.find(({ kind }) => kind === "regression" || kind === "build-broken");
  if (worse !== undefined) {
    const kind = worse.kind === "regression" ? "regression" : "build";
    return [{ cell, outcome: outcomeOf(kind, rules), kind, what: worse.message }];
  }
  // A base without a binary tells nothing: neither that this is worse, nor that it is not.
  if (status !== "built" || base === null || base.status === "built" || rules.onMissingBaseline === "pass") return [];
  const what = `could not be compared: the base was not built (${base.reason ?? base.status})`;
  return [{ cell, outcome: rules.onMissingBaseline, kind: null, what }];
}

/** By itself. */
function judgeProgram(cell: Cell, rules: Rules): Remark[] {
  const built = builtWith(rules.ship);
  const is = isOrWillBe(cell);
  const by = (kind: FailKind, what: string): Remark => ({ cell, outcome: outcomeOf(kind, rules), kind, what });
  const warn = (what: string): Remark => ({ cell, outcome: "warn", kind: null, what });
  const error = cell.findings.find(({ kind }) => kind === "crash-at-start" || kind === "refused");
  const violation = violationOf(cell, rules);
  const unjudged = cell.linkage?.reason ?? null;
  const warning = cell.findings.find(({ level, kind }) => level === "warning" && kind !== "policy-relaxed");
  return [
    ...(error === undefined ? [] : [by("build", `${is} broken${built}: ${error.message}`)]),
    ...(violation === undefined ? [] : [by("policy", `${is} ${describeLinkage(cell)}${built}, and ${violation.asks}`)]),
    ...(unjudged === null ? [] : [warn(`could not be judged${built}: ${unjudged}`)]),
    ...(warning === undefined ? [] : [warn(`${is} ${describeLinkage(cell)}${built}: ${warning.message}`)]),
  ];
}

/** What left no program, or would leave none. */
function judgeUnbuilt(cell: Cell, rules: Rules): Remark | undefined {
  const built = builtWith(rules.ship);
  const by = (kind: FailKind, what: string): Remark => ({ cell, outcome: outcomeOf(kind, rules), kind, what });
  if (cell.status === "failed") {
    const what = `does not build${built}: ${cell.reason ?? "go build failed"}`;
    return isOldFailure(cell)
      ? { cell, outcome: "warn", kind: "build", what: `${what}; nor did it on the base` }
      : by("build", what);
  }
  if (cell.status === "skipped") {
    const what = `was not built${built}, the strategy that ships: ${cell.reason ?? "skipped"}`;
    const violation = violationOf(cell, rules);
    if (violation === undefined) return { cell, outcome: "warn", kind: null, what };
    return by("policy", violation.rule === null ? what : `${what}, and ${violation.asks}`);
  }
  const because = cell.prediction?.because ?? "";
  return linkageKind(cell) === "fails" ? by("build", `will not build${built}: ${because}`) : undefined;
}

/** The base failed as well, and for the same reason. For another one this change may be to blame. */
function isOldFailure({ base, reason }: Cell): boolean {
  const plain = (text: string | null): string => (text ?? "").replaceAll(/:\d+(?::\d+)?/g, "");
  return base?.status === "failed" && plain(base.reason) === plain(reason);
}

function judgeBase({ gone, isMissing, steps }: Baseline, rules: Rules): Remark[] {
  const missing = gone.map((cell): Remark => {
    return { cell, outcome: outcomeOf("missing", rules), kind: "missing", what: "was built on the base and is gone" };
  });
  if (!isMissing || rules.onMissingBaseline === "pass") return missing;
  const what = `nothing could be compared with the base: ${steps.at(-1) ?? "it was not found"}`;
  return [...missing, { cell: null, outcome: rules.onMissingBaseline, kind: null, what }];
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
  const [first] = dependent;
  if (first === undefined) {
    const word = shipped.every((cell) => linkageKind(cell) === "system") ? "standalone" : "static";
    const [is, are] = shipped.some(({ status }) => status === "predicted") ? ["will be", "will be"] : ["is", "are"];
    const who =
      shipped.length === 1 ? `${targetName(shipped[0], shipped)} ${is}` : `all ${shipped.length} binaries ${are}`;
    return `${who} ${word}${builtWith(ship)}`;
  }
  const remedy = recommendation.find((each) => each.package === first.package && each.platform === first.platform);
  const way = remedy?.strategy == null ? "" : `; ${remedy.strategy} makes it static`;
  const count =
    shipped.length === 1
      ? ""
      : `${dependent.length} of ${shipped.length} binaries ${dependent.length === 1 ? "is" : "are"} not static${builtWith(ship)}: `;
  const where = shipped.length === 1 ? builtWith(ship) : "";
  const is = isOrWillBe(first);
  return `${count}${targetName(first, shipped)} ${is} ${describeLinkage(first)}${where}${way}`;
}

/** The last element of the import path, with the platform when the run has more than one. */
function targetName(cell: Cell | Target | undefined, cells: readonly Cell[]): string {
  if (cell === undefined) return "nothing";
  if ("strategy" in cell && cell.strategy === null) return cell.artifact?.path ?? cell.package;
  const several = cells.some(({ platform }) => platform !== cell.platform);
  const name = cell.package.split("/").at(-1) ?? cell.package;
  return several ? `${name} on ${cell.platform}` : name;
}
