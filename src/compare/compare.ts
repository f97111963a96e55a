import type { Cell } from "../explain/explain.ts";
import { isStandalone, linkageKind, type Recommendation } from "../explain/recommend.ts";

export type Verdict = {
  readonly outcome: "pass" | "warn" | "fail";
  /** One sentence. */
  readonly reason: string;
};

/** `ship` is null for files that something else built: then every cell counts. */
export type Rules = { readonly ship: string | null; readonly require: "static" | "none" };

type Judgement = { readonly cell: Cell; readonly outcome: "warn" | "fail"; readonly what: string };

/**
 * The verdict on the shipped strategy. It fails what does not build, what is known to die at start, and, with `require:
 * static`, what is not proven to be standalone. It warns of caveats. Other strategies are information.
 */
export function compare(cells: readonly Cell[], recommendation: readonly Recommendation[], request: Rules): Verdict {
  const shipped = cells.filter(({ strategy }) => strategy === request.ship);
  const judgements = shipped.flatMap((cell) => judge(cell, request) ?? []);
  const failing = judgements.filter(({ outcome }) => outcome === "fail");
  const listed = failing.length > 0 ? failing : judgements;
  const first = listed[0];
  if (first === undefined) return { outcome: "pass", reason: describePass(shipped, recommendation, request) };
  const more = listed.length > 1 ? ` (and ${listed.length - 1} more like it)` : "";
  return { outcome: first.outcome, reason: `${targetName(first.cell, cells)} ${first.what}${more}` };
}

function judge(cell: Cell, { ship, require }: Rules): Judgement | undefined {
  const strict = require === "static";
  const fail = (what: string): Judgement => ({ cell, outcome: "fail", what });
  const warn = (what: string): Judgement => ({ cell, outcome: "warn", what });
  const built = builtWith(ship);
  if (cell.status === "failed") return fail(`does not build${built}: ${cell.reason ?? "go build failed"}`);
  if (cell.status === "skipped") {
    const what = `was not built${built}, the strategy that ships: ${cell.reason ?? "skipped"}`;
    return strict ? fail(what) : warn(what);
  }
  if (linkageKind(cell) === "fails") return fail(`will not build${built}: ${cell.prediction?.because ?? ""}`);
  const is = isOrWillBe(cell);
  const error = cell.findings.find(({ kind }) => kind === "crash-at-start" || kind === "refused");
  if (error !== undefined) return fail(`${is} broken${built}: ${error.message}`);
  if (strict && !isStandalone(cell))
    return fail(`${is} ${describeLinkage(cell)}${built}, and require: static asks for static`);
  const unjudged = cell.linkage?.reason ?? null;
  if (unjudged !== null) return warn(`could not be judged${built}: ${unjudged}`);
  const warning = cell.findings.find(({ level }) => level === "warning");
  return warning === undefined ? undefined : warn(`${is} ${describeLinkage(cell)}${built}: ${warning.message}`);
}

function isOrWillBe({ status }: Cell): string {
  return status === "predicted" ? "will be" : "is";
}

function builtWith(ship: string | null): string {
  return ship === null ? "" : ` with ${ship}`;
}

/** `dynamic (needs /lib64/ld-linux-x86-64.so.2 and libc.so.6, glibc 2.34 or newer)` */
export function describeLinkage(cell: Cell): string {
  const { linkage } = cell;
  if (linkage === null) return linkageKind(cell) ?? (cell.status === "predicted" ? "what no rule tells" : cell.status);
  if (linkage.kind === "unreadable" || linkage.kind === "packed")
    return `${linkage.kind} (${linkage.reason ?? "no reason"})`;
  const needs = [...(linkage.interpreter === null ? [] : [linkage.interpreter]), ...linkage.needed];
  if (needs.length === 0) return linkage.kind;
  const floor = linkage.minGlibc === null ? "" : `, glibc ${linkage.minGlibc} or newer`;
  return `${linkage.kind} (needs ${needs.join(", ")}${floor})`;
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
function targetName(cell: Cell | undefined, cells: readonly Cell[]): string {
  if (cell === undefined) return "nothing";
  if (cell.strategy === null) return cell.artifact?.path ?? cell.package;
  const several = cells.some(({ platform }) => platform !== cell.platform);
  const name = cell.package.split("/").at(-1) ?? cell.package;
  return several ? `${name} on ${cell.platform}` : name;
}
