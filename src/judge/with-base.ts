import { causeOf } from "./cause.ts";
import { regressionOf } from "./regression.ts";
import type { Baseline, BaseCell, Hunks } from "../model/baseline.ts";
import { catalog } from "../model/catalog.ts";
import type { Cell, CellBase } from "../model/cell.ts";
import type { Finding } from "../model/finding.ts";
import type { Rules } from "../model/policy.ts";

/** The cells with what they were on the base, and a finding for each that became worse. */
export function compareWithBase(cells: readonly Cell[], { cells: before, hunks }: Baseline, rules: Rules): Cell[] {
  return cells.map((cell) => {
    const found = before.find(
      ({ head }) => head.package === cell.package && head.platform === cell.platform && cell.strategy === rules.ship,
    );
    if (found === undefined) return cell;
    const worse = found.from === "same-files" ? undefined : findingOf([cell, found.cell], rules, hunks);
    const findings = worse === undefined ? cell.findings : [worse, ...cell.findings];
    return { ...cell, base: describeBase(found), findings };
  });
}

function findingOf([head, base]: readonly [Cell, Cell], { failOn }: Rules, hunks: Hunks): Finding | undefined {
  const regression = regressionOf(head, base);
  if (regression === undefined) return undefined;
  const { kind, what } = regression;
  const level = failOn.includes(kind) ? "error" : "warning";
  if (kind === "build")
    return {
      kind: "build-broken",
      level,
      message: what,
      cause: null,
      fix: head.findings[0]?.fix ?? null,
      file: null,
      line: null,
    };
  const { text, file, line } = causeOf(head, base, hunks);
  return {
    kind: "regression",
    level,
    message: what.includes(text) ? what : `${what}: ${text}`,
    cause: text,
    fix: fixOf(head),
    file,
    line,
  };
}

/** What the explanation of the head advises against the same thing. */
function fixOf({ findings }: Cell): string | null {
  return findings.find(({ fix, kind }) => fix !== null && catalog[kind].hasUnrelatedFix !== true)?.fix ?? null;
}

function describeBase({ cell, from }: BaseCell): CellBase {
  return {
    package: cell.package,
    status: cell.status,
    reason: cell.reason,
    linkage: cell.linkage,
    link: cell.link,
    unchanged: from === "same-files",
    from,
  };
}
