import { lowerFirst } from "../text/english.ts";
import { groupBy, unique } from "../text/group-by.ts";
import { isHigher } from "../text/versions.ts";
import { catalog } from "../model/catalog.ts";
import { type Inline, listing, type Mark, name, type Phrase, sentence } from "./document/model.ts";
import type { Problem } from "./problems.ts";
import { plural } from "../text/english.ts";
import { namesOf, shippedCells } from "./words.ts";
import { isStandalone, isUnpredictable, linkageKind, verbOf } from "../model/cell.ts";
import type { Report, Cell, RuleResult } from "../model/report.ts";
import type { JudgementKind } from "../model/verdict.ts";

type Group = readonly [Problem, ...Problem[]];

/** What the gate decided: a mark only where a rule was kept or broken, or where it was compared with the base commit. */
export function markOf(report: Report): Mark {
  const { verdict, rules, baseline } = report;
  if (verdict.outcome !== "pass") return verdict.outcome;
  const isKept = rules.some(({ outcome }) => outcome === "kept");
  return isKept || (baseline.sha !== null && shippedCells(report).every(isStandalone)) ? "pass" : null;
}

/** The verdict in a sentence about the programs: `server is now dynamic (was static) on linux/amd64 and linux/arm64`. */
export function headline(report: Report, problems: readonly Problem[]): Phrase {
  const { outcome, reason } = report.verdict;
  const decisive = problems.filter((each) => each.outcome === outcome && each.kind !== null);
  if (decisive.length === 0) {
    return [...(markOf(report) === null ? ["Static linking: "] : []), sentence(reason.replace(/^all /, "All "))];
  }
  // A caveat is no news beside anything else.
  const weighty = decisive.filter(({ kind }) => kind !== "caveat");
  const groups = groupBy(weighty.length > 0 ? weighty : decisive, ({ kind }) => kind ?? "");
  return groups.slice(0, 3).flatMap((group, at) => [...(at === 0 ? [] : ["; "]), ...describeGroup(group, report)]);
}

const ofTheRun: Readonly<Partial<Record<JudgementKind, string>>> = {
  leg: "A part of the plan has no usable report",
  baseline: "Not compared with the base commit",
  relaxation: "This change relaxes the policy",
  build: "The programs cannot be listed",
  unmatched: "A rule matches no program",
  expired: "A rule has expired",
};

/** One thing about several targets. */
function describeGroup(group: Group, report: Report): Phrase {
  const [{ kind, target, cell }] = group;
  if (target === null) return [ofTheRun[kind ?? "baseline"] ?? "The run as a whole failed"];
  const { subject, count } = describeSubject(group, report);
  const cells = group.flatMap((each) => each.cell ?? []);
  const [is, does] = count === 1 ? ["is", "does"] : ["are", "do"];
  const behind = (words: Phrase): Phrase => [...subject, " ", ...words];
  switch (kind) {
    case "regression":
      return behind(describeRegression(cells, is));
    case "policy":
      return behind(describeViolation(group, report, count));
    case "build":
      return behind([describeBuild(group, { is, does })]);
    case "missing":
      return behind([count === 1 ? "was removed" : "were removed"]);
    case "baseline":
      return behind(["could not be compared with the base commit"]);
    case "unjudged":
      return behind([cell?.status === "skipped" ? "could not be built" : "could not be judged"]);
    default:
      return behind([describeCaveat(group, cells, is)]);
  }
}

function describeCaveat(group: Group, cells: readonly Cell[], is: string): string {
  if (new Set(group.map(({ title }) => title)).size > 1) return is === "is" ? "has caveats" : "have caveats";
  return `${verbOf(cells, is)} ${kindsOf(cells)}; caveat: ${lowerFirst(group[0].title)}`;
}

/** What they are, in a word. */
function kindsOf(cells: readonly Cell[]): string {
  const kinds = unique(cells.map((cell) => linkageKind(cell) ?? "unknown"));
  if (kinds.length === 1) return wordFor(kinds[0]);
  return cells.every(isStandalone) ? "static" : "not static";
}

function describeRegression(cells: readonly Cell[], is: string): Phrase {
  const [first] = cells;
  const base = first?.base?.linkage ?? null;
  if (first === undefined || base === null) return ["regressed"];
  const kinds = unique(cells.map((cell) => linkageKind(cell) ?? cell.status));
  if (kinds.length === 1 && kinds[0] !== base.kind)
    return [`${is} now ${wordFor(kinds[0])} (was ${wordFor(base.kind)})`];
  const hazard = first.findings.find(({ kind, level }) => level !== "info" && catalog[kind].regressionIfNew);
  if (isStandalone(first) && hazard !== undefined)
    return [`regressed: ${lowerFirst(catalog[hazard.kind].title.replace(": ", ", "))}`];
  const floor = first.linkage?.minGlibc ?? null;
  const s = is === "is" ? "s" : "";
  if (isHigher(floor, base.minGlibc)) return [`now require${s} glibc ${floor ?? ""} (was ${base.minGlibc ?? "none"})`];
  return [`now start${s} on fewer systems`];
}

function wordFor(kind = ""): string {
  return { system: "system libraries only", library: "a library", unknown: "not known" }[kind] ?? kind;
}

function describeBuild(group: Group, { is, does }: { readonly is: string; readonly does: string }): string {
  const cells = group.flatMap((each) => each.cell ?? []);
  if (cells.some(({ status }) => status === "built")) {
    const isStart = group.some(({ finding }) => finding !== null && catalog[finding.kind].foundBy === undefined);
    return isStart ? `${does} not start` : `${is} not linked as the sources say`;
  }
  if (cells.some(({ status }) => status === "predicted")) return "will not build";
  const wasBuilt = cells.every(({ base }) => base?.status === "built");
  return wasBuilt ? (is === "is" ? "no longer builds" : "no longer build") : `${does} not build`;
}

/** What it is and what the rule allows, of the first rule that is broken. */
function describeViolation(group: Group, { rules }: Report, count: number): Phrase {
  const rule = ruleOf(group[0], rules);
  const cells = group.flatMap((each) => each.cell ?? []);
  if (cells.every(({ status }) => status === "failed" || status === "skipped")) {
    return [
      `${describeMissing(group, cells, count)}; `,
      ...(rule === undefined ? ["a rule requires a program"] : demandOf(rule, "a program")),
    ];
  }
  const is = verbOf(cells, count === 1 ? "is" : "are");
  const state = cells.every(isUnpredictable) ? "cannot be predicted" : `${is} ${kindsOf(cells)}`;
  if (rule === undefined) return [`${state}, which a rule forbids`];
  if (rule.rule === "runs-on") {
    const isOpen = rule.measured.startsWith("not known");
    return [
      isOpen
        ? `${is} ${rule.measured}; `
        : `${count === 1 ? "does" : "do"} not ${rule.measured.replace(/^not/, "start")}; `,
      placeOf(rule),
      rule.file === null ? " is set" : " asks for it",
    ];
  }
  if (rule.rule === "max-glibc")
    return [`require${count === 1 ? "s" : ""} glibc ${rule.measured}; `, placeOf(rule), ` allows ${rule.limit}`];
  if (rule.rule === "needed")
    return [`need${count === 1 ? "s" : ""} a library that `, placeOf(rule), " does not allow"];
  return [`${state}; `, ...demandOf(rule, wordFor(rule.limit))];
}

/** The broken rule that a finding names, else the first one. */
function ruleOf({ finding }: Problem, rules: readonly RuleResult[]): RuleResult | undefined {
  const broken = rules.filter(({ outcome }) => outcome === "broken");
  const named = broken.find(({ file, line }) => file === (finding?.file ?? null) && line === (finding?.line ?? null));
  return named ?? broken[0];
}

function placeOf({ rule, file, line, limit }: RuleResult): Inline {
  return name(file === null ? `${rule}: ${limit}` : `${file}:${line ?? 1}`);
}

function demandOf(rule: RuleResult, what: string): Phrase {
  return [placeOf(rule), rule.file === null ? " is set" : ` requires ${what}`];
}

function describeMissing(group: Group, cells: readonly Cell[], count: number): string {
  if (cells.some(({ status }) => status === "failed")) {
    return describeBuild(group, count === 1 ? { is: "is", does: "does" } : { is: "are", does: "do" });
  }
  return count === 1 ? "was not built" : "were not built";
}

/** `server on linux/amd64 and linux/arm64`, `3 of 14 programs`. */
function describeSubject(group: Group, report: Report): { readonly subject: Phrase; readonly count: number } {
  const targets = group.flatMap(({ target }) => target ?? []);
  const [first] = targets;
  if (first === undefined) return { subject: ["the run"], count: 1 };
  const files = unique(targets.flatMap(({ file }) => file ?? []));
  const programs = unique(targets.map((target) => target.package));
  const shipped = shippedCells(report);
  if (first.file !== null) {
    if (files.length === 1) return { subject: [name(first.file)], count: 1 };
    return { subject: [`${files.length} of ${plural(shipped.length, "file")}`], count: files.length };
  }
  if (programs.length > 1) {
    const all = new Set([...shipped, ...targets].map((each) => each.package)).size;
    return { subject: [`${programs.length} of ${plural(all, "program")}`], count: programs.length };
  }
  const short = name(namesOf(report).get(first.package) ?? first.package);
  const several = new Set(report.cells.map(({ platform }) => platform)).size > 1;
  const platforms = unique(targets.map(({ platform }) => platform)).map(name);
  return { subject: several ? [short, " on ", ...listing(platforms)] : [short], count: 1 };
}
