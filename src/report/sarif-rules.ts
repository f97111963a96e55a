import type { ReportingDescriptor } from "sarif";
import { catalog, type FindingKind } from "../model/catalog.ts";
import type { KindOfFinding } from "../model/finding-kind.ts";
import { repository } from "../version.ts";

/** What a result can be of: a kind of finding, or what is no finding of any build. */
export type RuleId = FindingKind | "missing" | "gate";

export const home = `https://github.com/${repository}`;

type RuleSource = Pick<KindOfFinding, "title" | "why" | "level">;

/** What is about no build: a target that was removed, and what fails the run as a whole. */
const others: Readonly<Record<Exclude<RuleId, FindingKind>, RuleSource>> = {
  gate: {
    level: "error",
    title: "The gate fails",
    why: "What ships could not be compared as the project asks for, or this change weakens the rules for it.",
  },
  missing: {
    level: "error",
    title: "A program was removed",
    why: "The base commit ships a program for a platform for which this one has none.",
  },
};

/**
 * All rules, whether they have results or not: GitHub expects the rules of a tool to differ with its version and not with what was
 * analysed. Each result has a level of its own; that of its rule is for filters.
 */
export const rules: readonly ReportingDescriptor[] = [
  ...Object.entries(catalog)
    .map(([kind, row]) => describeRule(kind, row, `docs/findings/${kind}.md`))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  ...Object.entries(others).map(([kind, row]) => describeRule(kind, row, "docs/gate.md")),
];

const places = new Map(rules.map(({ id }, at) => [id, at]));

export function ruleIndex(id: RuleId): number {
  return places.get(id) ?? -1;
}

/** The properties that code scanning uses of a rule (GitHub's "SARIF support for code scanning", reportingDescriptor object). */
function describeRule(id: string, row: RuleSource, page: string): ReportingDescriptor {
  const { title, why } = row;
  const helpUri = `${home}/blob/v1/${page}`;
  const level = row.level === "info" ? "note" : row.level;
  return {
    id,
    name: pascalCase(title),
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: {
      text: `${why} What was seen, what to do about it and when to ignore it: ${helpUri}`,
      markdown: `${why}\n\n[What was seen, what to do about it and when to ignore it](${helpUri})`,
    },
    helpUri,
    defaultConfiguration: { level },
    properties: {
      tags: ["go", "linkage", "portability"],
      // Linkage is read from the bytes of the artifact; causes follow from the toolchain's own rules.
      precision: "high",
      "problem.severity": level === "note" ? "recommendation" : level,
    },
  };
}

/** The form of a rule's name (section 3.49.7 has it readable, and other than the id). */
function pascalCase(title: string): string {
  const words = title.replaceAll(/['’]/g, "").match(/\w+/g) ?? [];
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
