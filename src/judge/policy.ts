import { regressionOf } from "./regression.ts";
import { describeLinkage, type Cell, type Recommendation } from "../model/cell.ts";
import { ruleFor } from "./rule-matching.ts";
import { allowsMore, describeDemand, violationOf } from "./violations.ts";
import type { Baseline, BaseCell } from "../model/baseline.ts";
import type { Finding } from "../model/finding.ts";
import type { Rules, Rule, Policy } from "../model/policy.ts";

type Context = {
  readonly recommendation: readonly Recommendation[];
  readonly rules: Rules;
  /** null when there was nothing to compare with. */
  readonly base: Baseline | null;
};

/**
 * Holds what ships against the policy. What breaks a rule gets a finding; what became worse and is allowed loses one; and what
 * only passes because this change made the policy weaker gets another.
 */
export function judgeByPolicy(cells: readonly Cell[], context: Context): Cell[] {
  return cells.map((cell) => (cell.strategy === context.rules.ship ? judgeCell(cell, context) : cell));
}

function judgeCell(cell: Cell, { recommendation, rules, base }: Context): Cell {
  const violation = violationOf(cell, rules);
  if (violation !== undefined) {
    const level = rules.failOn.includes("policy") ? "error" : "warning";
    const message = `${describeState(cell)}, and ${violation.asks}`;
    const fix = fixOf(cell, recommendation, violation.rule);
    return withFinding(cell, {
      kind: "policy",
      level,
      message,
      cause: violation.asks,
      fix,
      ...spotOf(violation.rule, rules.policy),
    });
  }
  const was = base?.rules ?? null;
  const before = base?.cells.find(({ head }) => head.package === cell.package && head.platform === cell.platform);
  const excused = before === undefined ? undefined : excuse(cell, before, rules);
  const judged = excused ?? cell;
  if (was === null) return judged;
  const brokeBefore = violationOf(cell, was) !== undefined;
  const wasAllowed = excused === undefined || (before !== undefined && excuse(cell, before, was) !== undefined);
  return brokeBefore || !wasAllowed ? withFinding(judged, relaxation(cell, rules, was)) : judged;
}

/** The cell without its regression, when a rule allows it; with another one, when the program has a new hazard as well. */
function excuse(cell: Cell, { cell: before }: BaseCell, { policy }: Rules): Cell | undefined {
  const regression = cell.findings.find(({ kind }) => kind === "regression");
  if (regression === undefined || !allowsMore(ruleFor(cell, policy), cell, before)) return undefined;
  const others = cell.findings.filter((finding) => finding !== regression);
  const hazard = regressionOf({ ...cell, linkage: before.linkage }, before);
  return hazard === undefined
    ? { ...cell, findings: others }
    : { ...cell, findings: [{ ...regression, message: hazard.what, cause: null, file: null, line: null }, ...others] };
}

function relaxation(cell: Cell, rules: Rules, was: Rules): Finding {
  const change = `${shortName(cell)} ${cell.platform} ${describeDemand(cell, was)} → ${describeDemand(cell, rules)}`;
  return {
    kind: "policy-relaxed",
    level: asksForFailure(rules, was) ? "error" : "warning",
    message: `this change relaxes the policy: ${change}`,
    cause: null,
    fix: "have it reviewed by those who answer for the policy, or take the change to it back",
    ...spotOf(ruleFor(cell, rules.policy) ?? null, rules.policy),
  };
}

/** A change cannot talk itself out of `policy-relaxation: fail`. */
export function asksForFailure(rules: Rules, was: Rules): boolean {
  return rules.policyRelaxation === "fail" || was.policyRelaxation === "fail";
}

function withFinding(cell: Cell, finding: Finding): Cell {
  return { ...cell, findings: [finding, ...cell.findings] };
}

function describeState(cell: Cell): string {
  if (cell.status === "skipped") return `it was not built: ${cell.reason ?? "skipped"}`;
  return `it ${cell.status === "predicted" ? "will be" : "is"} ${describeLinkage(cell)}`;
}

function fixOf(cell: Cell, recommendation: readonly Recommendation[], rule: Rule | null): string | null {
  const advice = recommendation.find((each) => each.package === cell.package && each.platform === cell.platform);
  const asksForStatic = rule === null || rule.require === "static" || rule.require === "system";
  const way = asksForStatic && advice?.strategy != null ? `ship with ${advice.strategy}, which is static here` : null;
  const change = rule === null ? null : "change the rule, if this is meant";
  return [way, change].filter((each) => each !== null).join("; or ") || null;
}

function spotOf(rule: Rule | null, { file }: Policy): Pick<Finding, "file" | "line"> {
  return rule === null || file === null ? { file: null, line: null } : { file: file.path, line: rule.line };
}

/** The import path without its module: `cmd/gui`. */
function shortName({ package: path, buildInfo }: Cell): string {
  const module = `${buildInfo?.main?.path ?? ""}/`;
  return module !== "/" && path.startsWith(module) ? path.slice(module.length) : (path.split("/").at(-1) ?? path);
}
