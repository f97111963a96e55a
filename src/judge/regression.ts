import { catalog } from "../model/catalog.ts";
import { listed } from "../text/english.ts";
import type { ExaminedCell } from "../model/cell.ts";
import { isStandalone } from "../model/cell.ts";
import { isHigher } from "../text/versions.ts";

/** What got worse from base to head. */
export type Regression = {
  readonly kind: "regression" | "build";
  /** "was static and is dynamic now", to be put behind the target's name. */
  readonly what: string;
};

/**
 * Compares one shipped target with what it was. undefined when it is not worse. Only the artifacts count: what they need in order
 * to start, and where they fail afterwards.
 */
export function regressionOf(head: ExaminedCell, base: ExaminedCell): Regression | undefined {
  if (base.status !== "built") return undefined;
  if (head.status !== "built") {
    const what = head.status === "failed" ? "does not build any more" : "is not built any more";
    return { kind: "build", what: `${what}: ${head.reason ?? ""}` };
  }
  const what = worseLinkage(head, base) ?? newHazard(head, base);
  return what === undefined ? undefined : { kind: "regression", what };
}

function worseLinkage(head: ExaminedCell, base: ExaminedCell): string | undefined {
  const [linkage, baseLinkage] = [head.linkage, base.linkage];
  if (linkage === null || baseLinkage === null) return undefined;
  const isUnjudged = linkage.kind === "unreadable" || linkage.kind === "packed";
  if (isUnjudged && baseLinkage.kind !== linkage.kind)
    return `was ${baseLinkage.kind} and cannot be judged any more (${linkage.reason ?? linkage.kind})`;
  // What could not be judged before may have needed all of this.
  if (isUnjudged || baseLinkage.kind === "unreadable" || baseLinkage.kind === "packed") return undefined;
  if (!isStandalone(base) || isStandalone(head)) return moreNeeds(head, base);
  return `was ${baseLinkage.kind} and is ${linkage.kind} now (needs ${listed(needsOf(head))}${floorOf(head)})`;
}

function needsOf({ linkage }: ExaminedCell): readonly string[] {
  if (linkage === null) return [];
  const needs = [...(linkage.interpreter === null ? [] : [linkage.interpreter]), ...linkage.needed];
  return needs.length === 0 ? ["nothing"] : needs;
}

function floorOf({ linkage }: ExaminedCell): string {
  return linkage?.minGlibc == null ? "" : `, glibc ${linkage.minGlibc} or newer`;
}

/** Dynamic before and after: it may start on fewer machines all the same. */
function moreNeeds(head: ExaminedCell, base: ExaminedCell): string | undefined {
  const [linkage, baseLinkage] = [head.linkage, base.linkage];
  if (linkage === null || baseLinkage === null) return undefined;
  // A system has what it promises, however much of it is used.
  const libraries =
    linkage.kind === "system" ? [] : linkage.needed.filter((library) => !baseLinkage.needed.includes(library));
  const worse = [
    ...(linkage.interpreter !== null && linkage.interpreter !== baseLinkage.interpreter
      ? [`its loader is ${linkage.interpreter}`]
      : []),
    ...(libraries.length > 0 ? [`it needs ${listed(libraries)} as well`] : []),
    ...(isHigher(linkage.minGlibc, baseLinkage.minGlibc)
      ? [`it needs glibc ${linkage.minGlibc ?? ""}, not ${baseLinkage.minGlibc ?? "any"}`]
      : []),
    ...(isHigher(linkage.minOs, baseLinkage.minOs)
      ? [`it needs release ${linkage.minOs ?? ""} of its system, not ${baseLinkage.minOs ?? "any"}`]
      : []),
  ];
  return worse.length === 0 ? undefined : `starts on fewer machines now (${worse.join(", ")})`;
}

function newHazard(head: ExaminedCell, base: ExaminedCell): string | undefined {
  const before = new Set(base.findings.map(({ kind }) => kind));
  const found = head.findings.find(({ kind, level }) => {
    const { regressionIfNew } = catalog[kind];
    // A dynamic program depends on its machine anyway.
    const counts = regressionIfNew === "always" || (regressionIfNew === "standalone" && isStandalone(base));
    return level !== "info" && counts && !before.has(kind);
  });
  return found === undefined ? undefined : `has a hazard that it did not have (${found.message})`;
}
