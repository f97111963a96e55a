import { groupBy } from "../text/group-by.ts";
import { listed } from "../text/english.ts";
import { cellOf, rowName, shortNames } from "./words.ts";
import { isStandalone, isWithoutLinkage, linkageKind } from "../model/cell.ts";
import type { Report, Cell } from "../model/report.ts";
import type { Judgement, JudgementKind } from "../model/verdict.ts";

/** Makes a name from outside harmless for the format that it is for. */
type Quote = (name: string) => string;

/** The verdict in a few words, for a heading: `server regressed to dynamic on linux/amd64 and linux/arm64`. */
export function headline(report: Report, quote: Quote): string {
  const { outcome, judgements } = report.verdict;
  const decisive = judgements.filter((each) => each.outcome === outcome);
  if (decisive.length === 0) return describeShipped(report, quote);
  // A caveat is no news beside anything else.
  const weighty = decisive.filter(({ kind }) => kind !== "caveat");
  const groups = groupBy(weighty.length > 0 ? weighty : decisive, ({ kind }) => kind);
  const parts = groups.slice(0, 3).map((group) => describeGroup(group, report, quote));
  return parts.join("; ");
}

function describeShipped(report: Report, quote: Quote): string {
  const { cells, ship } = report;
  const all = cells.filter(({ strategy }) => strategy === ship);
  const asked = all.filter((cell) => !isWithoutLinkage(cell));
  const shipped = asked.length > 0 ? asked : all;
  const dependent = shipped.filter((cell) => !isStandalone(cell));
  const isPredicted = shipped.some(({ status }) => status === "predicted");
  const is = (count: number): string => (isPredicted ? "will be" : count === 1 ? "is" : "are");
  const countOf = (count: number): string => (ship === null ? plural(count, "file") : binaries(count));
  const [first] = shipped;
  const only = shipped.length === 1 && first !== undefined ? quote(nameOf(first, report)) : null;
  if (asked.length === 0 && all.length > 0)
    return `${only ?? countOf(shipped.length)} ${is(shipped.length)} WebAssembly, which is linked with nothing`;
  if (dependent.length === 0) {
    const word = shipped.every((cell) => linkageKind(cell) === "system") ? "standalone" : "static";
    return `${only ?? `all ${countOf(shipped.length)}`} ${is(shipped.length)} ${word}`;
  }
  const subject = only ?? `${dependent.length} of ${countOf(shipped.length)}`;
  return `${subject} ${is(dependent.length)} not static${describeRemedy(dependent, report, quote)}`;
}

/** What would make them static, when it is the same for all. */
function describeRemedy(dependent: readonly Cell[], { recommendation }: Report, quote: Quote): string {
  const remedies = dependent.map(
    (cell) => recommendation.find((each) => each.package === cell.package && each.platform === cell.platform)?.strategy,
  );
  const [remedy] = remedies;
  if (remedy == null || remedies.some((each) => each !== remedy)) return ", which is not asked for";
  return `; ${quote(remedy)} would make ${dependent.length === 1 ? "it" : "them"} static`;
}

function nameOf(cell: Cell, report: Report): string {
  return cell.strategy === null ? rowName(cell) : (namesOf(report).get(cell.package) ?? cell.package);
}

/** One thing about several targets. */
function describeGroup(group: readonly [Judgement, ...Judgement[]], report: Report, quote: Quote): string {
  const [{ kind, target }] = group;
  if (target === null) return withoutTarget(kind, group.length);
  const { subject, count } = describeSubject(group, report, quote);
  const cells = group.flatMap((each) => cellOf(each, report) ?? []);
  const [is, does] = count === 1 ? ["is", "does"] : ["are", "do"];
  switch (kind) {
    case "regression": {
      const isDynamic = cells.every((cell) => linkageKind(cell) === "dynamic" && !isStandalone(cell));
      const baseIsStatic = cells.every(({ base }) => base?.linkage?.kind.startsWith("static") ?? false);
      return isDynamic && baseIsStatic ? `${subject} regressed to dynamic` : `${subject} became worse`;
    }
    case "build":
      if (cells.some(({ status }) => status === "built")) return `${subject} ${does} not start`;
      if (cells.some(({ status }) => status === "predicted")) return `${subject} will not build`;
      return cells.every(({ base }) => base?.status === "built")
        ? `${subject} ${does} not build any more`
        : `${subject} ${does} not build`;
    case "policy":
      return isDemand(cells) ? `${subject} ${is} not static` : `${subject} ${is} not what the policy asks for`;
    case "missing":
      return `${subject} ${is} gone`;
    case "baseline":
      return `${subject} could not be compared`;
    case "unjudged":
      return cells.every(({ status }) => status === "skipped")
        ? `${subject} could not be built`
        : `${subject} could not be judged`;
    default:
      return describeCaveat(cells, subject);
  }
}

/** The input `require`, which is in no file, and no rule. */
function isDemand(cells: readonly Cell[]): boolean {
  return cells.every(({ findings }) => findings.some(({ kind, file }) => kind === "policy" && file === null));
}

function withoutTarget(kind: JudgementKind, count: number): string {
  if (kind === "baseline") return "reported, not compared (no baseline)";
  if (kind === "relaxation") return "this change relaxes the policy";
  if (kind === "build") return "the programs cannot be listed";
  return count === 1 ? "a rule of the policy has expired" : `${count} rules of the policy have expired`;
}

function describeCaveat(cells: readonly Cell[], subject: string): string {
  const words = cells.every(isStandalone) ? "static, with a caveat" : "to be looked at";
  return `${subject} ${cells.length === 1 ? "is" : "are"} ${words}`;
}

/** `server on linux/amd64 and linux/arm64`, `3 binaries`. */
function describeSubject(
  group: readonly Judgement[],
  report: Report,
  quote: Quote,
): { readonly subject: string; readonly count: number } {
  const targets = group.flatMap(({ target }) => target ?? []);
  const files = new Set(targets.map(({ file }) => file));
  const packages = new Set(targets.map((target) => target.package));
  const [first] = targets;
  if (first !== undefined && first.file !== null) {
    return files.size === 1
      ? { subject: quote(first.file), count: 1 }
      : { subject: plural(files.size, "file"), count: files.size };
  }
  if (first === undefined || packages.size > 1) return { subject: binaries(packages.size), count: packages.size };
  const name = quote(namesOf(report).get(first.package) ?? first.package);
  const several = new Set(report.cells.map(({ platform }) => platform)).size > 1;
  const platforms = targets.map(({ platform }) => quote(platform));
  return { subject: several ? `${name} on ${listed(platforms)}` : name, count: 1 };
}

/** The short names of all packages of a report, those that are gone included. */
export function namesOf({ cells, baseline }: Report): ReadonlyMap<string, string> {
  return shortNames([...cells, ...baseline.gone].map((each) => each.package));
}

function binaries(count: number): string {
  return count === 1 ? "1 binary" : `${count} binaries`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
