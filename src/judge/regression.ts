import type { Linkage } from "../model/artifact.ts";
import { catalog } from "../model/catalog.ts";
import { listed } from "../text/english.ts";
import type { ExaminedCell } from "../model/cell.ts";
import { isStandalone } from "../model/cell.ts";
import { describeLost, describeObstacle, lostSystems } from "./lost-systems.ts";
import { isHigher } from "../text/versions.ts";

/** What got worse from base to head. */
export type Regression = {
  readonly kind: "regression" | "build";
  /** "is now dynamic (was static", to be put behind the target's name. */
  readonly what: string;
  /** The same without its end, which a finding of the target says as well; and that end, null without one. */
  readonly summary: string;
  readonly detail: string | null;
};

/**
 * Compares one shipped target with what it was. undefined when it is not worse. Only the artifacts count: what they need in order
 * to start, and where they fail afterwards.
 */
export function regressionOf(head: ExaminedCell, base: ExaminedCell): Regression | undefined {
  if (base.status !== "built") return undefined;
  if (head.status !== "built") {
    // It fails all the same, but nobody knows what this change would have come to. A library or a compiler that is missing is another
    // matter: the change may have brought the need for it.
    if (head.findings.some(({ kind }) => kind === "machine-fault")) return undefined;
    const what = head.status === "failed" ? "no longer builds" : "is no longer built";
    return { kind: "build", ...withDetail(what, head.reason ?? "") };
  }
  const worse = worseLinkage(head, base) ?? newHazard(head, base) ?? fewerSystems(head, base, []);
  return worse && { kind: "regression", ...worse };
}

type Worse = Omit<Regression, "kind">;

function withDetail(summary: string, detail: string): Worse {
  return { what: `${summary}: ${detail}`, summary, detail };
}

function withoutDetail(what: string): Worse {
  return { what, summary: what, detail: null };
}

function worseLinkage(head: ExaminedCell, base: ExaminedCell): Worse | undefined {
  const [linkage, baseLinkage] = [head.linkage, base.linkage];
  if (linkage === null || baseLinkage === null) return undefined;
  const isUnjudged = linkage.kind === "unreadable" || linkage.kind === "packed";
  if (isUnjudged && baseLinkage.kind !== linkage.kind)
    return withDetail(`can no longer be judged (was ${baseLinkage.kind})`, linkage.reason ?? linkage.kind);
  // What could not be judged before may have needed all of this.
  if (isUnjudged || baseLinkage.kind === "unreadable" || baseLinkage.kind === "packed") return undefined;
  if (!isStandalone(base) || isStandalone(head)) return moreNeeds(head, base);
  const needs = `needs ${listed(needsOf(head))}${floorOf(head)}`;
  return withoutDetail(`is now ${linkage.kind} (was ${baseLinkage.kind}; ${needs})`);
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
function moreNeeds(head: ExaminedCell, base: ExaminedCell): Worse | undefined {
  const [linkage, baseLinkage] = [head.linkage, base.linkage];
  if (linkage === null || baseLinkage === null) return undefined;
  const needs = [
    ...filesNeeded(linkage, baseLinkage, describeObstacle(head, base) ?? ""),
    ...(isHigher(linkage.minGlibc, baseLinkage.minGlibc)
      ? [`requires glibc ${linkage.minGlibc ?? ""}, was ${baseLinkage.minGlibc ?? "none"}`]
      : []),
    ...(isHigher(linkage.minOs, baseLinkage.minOs)
      ? [`requires release ${linkage.minOs ?? ""} of its system, was ${baseLinkage.minOs ?? "any"}`]
      : []),
  ];
  const lost = fewerSystems(head, base, needs);
  if (lost !== undefined) return lost;
  return needs.length === 0 ? undefined : withoutDetail(`now starts on fewer systems (${needs.join(", ")})`);
}

/** The loader and the libraries that are new. `obstacle`: the reason why a system is lost, which may name them already. */
function filesNeeded(linkage: Linkage, before: Linkage, obstacle: string): string[] {
  const { kind, interpreter, needed } = linkage;
  const isNewLoader = interpreter !== null && interpreter !== before.interpreter && !obstacle.includes(interpreter);
  // A system has what it promises, however much of it is used.
  const libraries = (kind === "system" ? [] : needed).filter(
    (library) => !before.needed.includes(library) && !obstacle.includes(library),
  );
  return [
    ...(isNewLoader ? [`needs the dynamic loader ${interpreter}`] : []),
    ...(libraries.length > 0 ? [`also needs ${listed(libraries)}`] : []),
  ];
}

/** Where it started, and does not any longer: by name, and what keeps it from it. `needs`: what its headers ask for in addition. */
function fewerSystems(head: ExaminedCell, base: ExaminedCell, needs: readonly string[]): Worse | undefined {
  const lost = lostSystems(head, base);
  if (lost.length === 0) return undefined;
  const rows = (head.runsOn ?? []).filter(({ system }) => lost.includes(system));
  const isOpen = rows.every(({ outcome }) => outcome === "unknown");
  const starts = isOpen ? "is no longer known to start" : "no longer starts";
  const obstacle = describeObstacle(head, base);
  const why = [
    ...(obstacle === null ? [] : [`: ${obstacle}`]),
    ...(needs.length === 0 ? [] : [` (${needs.join(", ")})`]),
  ];
  return withoutDetail(`${starts} on ${describeLost(lost)}${why.join("")}`);
}

function newHazard(head: ExaminedCell, base: ExaminedCell): Worse | undefined {
  const before = new Set(base.findings.map(({ kind }) => kind));
  const found = head.findings.find(({ kind, level }) => {
    const { regressionIfNew } = catalog[kind];
    // A dynamic program depends on its machine anyway.
    const counts =
      regressionIfNew === "always" ||
      (regressionIfNew === "standalone" && isStandalone(base)) ||
      (regressionIfNew === "image" && base.images?.some(({ starts }) => starts === true) === true);
    return level !== "info" && counts && !before.has(kind);
  });
  return found && withDetail("introduces a new runtime risk", found.message);
}
