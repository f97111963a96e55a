import type { ExaminedCell } from "../model/cell.ts";
import { isUnpredictable, isWithoutLinkage, linkageKind } from "../model/cell.ts";
import type { Policy, Rule, SystemDemand } from "../model/policy.ts";
import type { RuleResult } from "../model/report.ts";
import { listed } from "../text/english.ts";
import { groupBy } from "../text/group-by.ts";
import { isHigher } from "../text/versions.ts";
import { systemName, systemOf } from "../systems/system-names.ts";
import { demandedSystems, glibcLimit, type SystemRules, unmetSystems } from "./system-demands.ts";
import { isExpired, ruleFor } from "./rule-matching.ts";
import { forbiddenLibraries, meets } from "./violations.ts";

type Asked = SystemRules & { readonly require: "static" | "none" };

/**
 * Each thing that is asked of what ships (judged cells of the shipped strategy) with what they are: the input `require` first, then
 * the rules of the config file in their order. What a rule does not limit has no row.
 */
export function describeRules(cells: readonly ExaminedCell[], given: Asked): RuleResult[] {
  const { require, policy } = given;
  const asked = cells.filter((cell) => !isWithoutLinkage(cell));
  const isOfInput = (cell: ExaminedCell): boolean =>
    ruleFor(cell, policy) === undefined || breaks(cell, (file) => file === null);
  const rules = policy.rules.filter((rule) => !isExpired(rule, policy));
  return [
    ...(require === "none" ? [] : describeInput(asked.filter(isOfInput), require, policy)),
    ...describeLimits(asked, given),
    ...rules.flatMap((rule) =>
      describeRule(
        asked.filter((cell) => ruleFor(cell, policy) === rule && !isOfInput(cell)),
        rule,
        given,
      ),
    ),
  ];
}

/** Whether a rule of such a file, or the input (null), is broken by a cell. */
function breaks({ findings }: ExaminedCell, isMeant: (file: string | null) => boolean): boolean {
  return findings.some(({ kind, file }) => kind === "policy" && isMeant(file));
}

function describeInput(cells: readonly ExaminedCell[], require: "static", { source, file }: Policy): RuleResult[] {
  if (cells.length === 0) return [];
  const line = source?.given.require === undefined ? (source?.lines.require ?? null) : null;
  const place = { file: line === null ? null : (file?.path ?? null), line, packages: [] };
  const isBroken = cells.some((cell) => !meets(cell, require));
  return [
    { rule: "require", ...place, limit: require, measured: kindsOf(cells), outcome: isBroken ? "broken" : "kept" },
  ];
}

/** The inputs max-glibc and runs-on, for the programs that no rule says it for. */
function describeLimits(cells: readonly ExaminedCell[], given: Asked): RuleResult[] {
  const { policy, maxGlibc, runsOn } = given;
  const placed = (name: string): Pick<RuleResult, "file" | "line" | "packages"> => {
    const line = policy.source?.given[name] === undefined ? (policy.source?.lines[name] ?? null) : null;
    return { file: line === null ? null : (policy.file?.path ?? null), line, packages: [] };
  };
  const limited = cells.filter((cell) => maxGlibc !== null && glibcLimit(cell, given) === maxGlibc);
  const ids = runsOn.flatMap((demand) => demand.ids);
  const asked = cells.filter((cell) => demandedSystems(cell, given).some((id) => ids.includes(id)));
  return [
    ...(maxGlibc === null || limited.length === 0
      ? []
      : [{ rule: "max-glibc", ...placed("max-glibc"), limit: maxGlibc, ...measureGlibc(limited, maxGlibc) } as const]),
    ...(asked.length === 0
      ? []
      : [{ rule: "runs-on", ...placed("runs-on"), limit: namesOf(runsOn), ...measureSystems(asked, given) } as const]),
  ];
}

type Measured = Pick<RuleResult, "measured" | "outcome">;

function measureGlibc(cells: readonly ExaminedCell[], limit: string): Measured {
  const floors = cells.flatMap(({ linkage }) => linkage?.minGlibc ?? []);
  const highest = floors.reduce<string | null>((most, each) => (isHigher(each, most) ? each : most), null);
  const isBroken =
    isHigher(highest, limit) || cells.some((cell) => cell.status !== "predicted" && cell.linkage === null);
  return { measured: highest ?? "no glibc", outcome: isBroken ? "broken" : "kept" };
}

function measureSystems(cells: readonly ExaminedCell[], given: Asked): Measured {
  const rows = cells.flatMap((cell) => unmetSystems(cell, given));
  const unmet = [...new Set(rows.map(({ id }) => id))];
  const all = new Set(cells.flatMap((cell) => demandedSystems(cell, given)));
  if (unmet.length === 0)
    return { measured: all.size === 1 ? "starts there" : "starts on all of them", outcome: "kept" };
  const isOpen = rows.every(({ row }) => row?.outcome === "unknown");
  return {
    measured: `${isOpen ? "not known to start on" : "not on"} ${listed(unmet.map((id) => systemName(systemOf(id))))}`,
    outcome: "broken",
  };
}

function namesOf(demands: readonly SystemDemand[]): string {
  return demands.map(({ name }) => name).join(", ");
}

function describeRule(cells: readonly ExaminedCell[], rule: Rule, given: Asked): RuleResult[] {
  const { file } = given.policy;
  const place = { file: file?.path ?? null, line: rule.line, packages: rule.packages };
  const outcome = (isBroken: boolean): RuleResult["outcome"] =>
    cells.length === 0 ? "unused" : isBroken ? "broken" : "kept";
  const { maxGlibc } = rule;
  const floors = cells.flatMap(({ linkage }) => linkage?.minGlibc ?? []);
  const highest = floors.reduce<string | null>((most, each) => (isHigher(each, most) ? each : most), null);
  const libraries = [...new Set(cells.flatMap(({ linkage }) => linkage?.needed ?? []))];
  const rows: readonly (RuleResult | null)[] = [
    {
      rule: "require",
      ...place,
      limit: rule.require,
      measured: kindsOf(cells),
      outcome: outcome(cells.some((cell) => !meets(cell, rule.require))),
    },
    maxGlibc === null
      ? null
      : {
          rule: "max-glibc",
          ...place,
          limit: maxGlibc,
          measured: highest ?? "no glibc",
          outcome: outcome(isHigher(highest, maxGlibc)),
        },
    rule.runsOn === null
      ? null
      : {
          rule: "runs-on",
          ...place,
          limit: namesOf(rule.runsOn),
          ...(cells.length === 0 ? { measured: "no program", outcome: "unused" } : measureSystems(cells, given)),
        },
    rule.needed === null
      ? null
      : {
          rule: "needed",
          ...place,
          limit: rule.needed.length === 0 ? "no library" : rule.needed.join(", "),
          measured: libraries.length === 0 ? "no library" : listed(libraries),
          outcome: outcome(
            cells.some(({ linkage }) => linkage !== null && forbiddenLibraries(linkage, rule).length > 0),
          ),
        },
  ];
  return rows.filter((row) => row !== null);
}

/** `13 static, 1 dynamic`; of a single program `static`. */
function kindsOf(cells: readonly ExaminedCell[]): string {
  const [only, ...more] = cells;
  if (only === undefined) return "no program";
  if (more.length === 0) return kindWord(only);
  return groupBy(cells, kindWord)
    .map((group) => `${group.length} ${kindWord(group[0])}`)
    .join(", ");
}

/** A prediction that is not certain has a question mark. */
function kindWord(cell: ExaminedCell): string {
  if (isUnpredictable(cell)) return "unknown";
  const kind = linkageKind(cell) ?? cell.status;
  const word = { system: "system libraries only", fails: "does not build" }[kind as string] ?? kind;
  return cell.status === "predicted" && cell.prediction?.certainty !== "certain" ? `${word}?` : word;
}
