import type { ReportingDescriptor } from "sarif";
import { catalog, type FindingKind } from "../model/catalog.ts";

/** What a result can be of: a kind of finding, or what is no finding of any build. */
export type RuleId = FindingKind | "missing" | "gate";

export const home = "https://github.com/OWNER/go-linkage";

/** What is about no build: a target that is gone, and what fails the run as a whole. */
const others: Readonly<Record<Exclude<RuleId, FindingKind>, { readonly title: string; readonly why: string }>> = {
  gate: {
    title: "The gate fails",
    why: "What ships could not be compared as the project asks for, or this change weakens the rules for it.",
  },
  missing: {
    title: "A binary is gone",
    why: "The base commit ships a program for a platform for which this one has none.",
  },
};

const errors: ReadonlySet<string> = new Set<RuleId>([
  "android-libc",
  "build-broken",
  "build-failed",
  "cgo-only",
  "crash-at-start",
  "gate",
  "invalid-cgo-flag",
  "missing",
  "missing-library",
  "missing-module",
  "needs-external",
  "packed",
  "policy",
  "refused",
  "regression",
  "undefined-reference",
  "undefined-without-cgo",
  "unreadable",
  "wrong-c-compiler",
]);

const notes: ReadonlySet<string> = new Set<RuleId>([
  "cross-compile",
  "dynamic",
  "extldflags-ignored",
  "foreign-object",
  "glibc-floor",
  "host-files",
  "linked-libraries",
  "lost-pie",
  "no-effect",
  "package-cgo",
  "prediction",
  "shared-library",
  "static-by-package",
  "std-cgo",
]);

/**
 * All rules, whether they have results or not: GitHub expects the rules of a tool to differ with its version and not with what was
 * analysed. Each result has a level of its own; that of its rule is for filters.
 */
export const rules: readonly ReportingDescriptor[] = [
  ...Object.entries(catalog).map(([kind, words]) => describeRule(kind, words, `docs/findings/${kind}.md`)),
  ...Object.entries(others).map(([kind, words]) => describeRule(kind, words, "docs/gate.md")),
];

const places = new Map(rules.map(({ id }, at) => [id, at]));

export function ruleIndex(id: RuleId): number {
  return places.get(id) ?? -1;
}

/** The properties that code scanning uses of a rule (GitHub's "SARIF support for code scanning", reportingDescriptor object). */
function describeRule(
  id: string,
  { title, why }: { readonly title: string; readonly why: string },
  page: string,
): ReportingDescriptor {
  const helpUri = `${home}/blob/v1/${page}`;
  const level = errors.has(id) ? "error" : notes.has(id) ? "note" : "warning";
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
