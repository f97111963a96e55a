import { relative, resolve } from "node:path";
import { quote } from "shlex";
import { execName } from "../build/exec-name.ts";
import { renderFlags } from "../plan/go-flags.ts";
import { reachable } from "../plan/package-graph.ts";
import type { PlannedCell } from "../plan/plan.ts";
import { remedyOrder } from "../plan/strategies.ts";
import type { Cell } from "./explain.ts";
import { catalog } from "./catalog.ts";

/** What to ship of one target. */
export type Recommendation = {
  readonly package: string;
  readonly platform: string;
  /** null when no strategy of this run is static. */
  readonly strategy: string | null;
  readonly why: string;
  /** To paste into a POSIX shell in the working directory. */
  readonly command: string | null;
};

export type Candidate = { readonly cell: Cell; readonly planned: PlannedCell };

/** The simplest strategy that this run built and found static for one target; one without caveats before one with them. */
export function recommend(candidates: readonly [Candidate, ...Candidate[]], workingDirectory: string): Recommendation {
  const [{ cell, planned }] = candidates;
  const target = { package: cell.package, platform: cell.platform };
  const usable = candidates
    .filter((each) => isStandalone(each.cell) && !each.cell.findings.some(({ level }) => level === "error"))
    .filter(
      (each) =>
        remedyOrder.includes(each.planned.strategy.name) ||
        (each.planned.strategy.name === "default" && isPure(each.planned)),
    )
    .toSorted((a, b) => caveatWeight(a.cell) - caveatWeight(b.cell) || rank(a) - rank(b));
  const best = usable[0];
  if (best === undefined) {
    return { ...target, strategy: null, why: whyNone(candidates, planned), command: null };
  }
  return {
    ...target,
    strategy: best.planned.strategy.name,
    why: whyBest(best, candidates),
    command: pasteCommand(best.planned, workingDirectory),
  };
}

/** Starts where there is nothing but a kernel, or (where a platform has no such thing) nothing but the system itself. */
export function isStandalone(cell: Cell): boolean {
  const kind = cell.linkage?.kind;
  return kind === "static" || kind === "static-pie" || kind === "system";
}

/** Static whatever the machine: also with cgo on no package would use it. */
function isPure({ cgoGraph, package: main }: PlannedCell): boolean {
  return [...reachable(cgoGraph, main)].every((path) => (cgoGraph.get(path)?.cgoFiles.length ?? 0) === 0);
}

// A stub does not do its work at all; a hazard bites on some machines.
function caveatWeight(cell: Cell): number {
  const kinds = cell.findings.filter(({ level }) => level === "warning").map(({ kind }) => kind);
  return kinds.includes("stub") ? 2 : kinds.length > 0 ? 1 : 0;
}

function rank({ planned: { strategy } }: Candidate): number {
  return strategy.name === "default" ? -1 : remedyOrder.indexOf(strategy.name);
}

const reasons: Readonly<Record<string, string>> = {
  default: "it is static as it is: no package uses cgo",
  "cgo-disabled": "it is static and needs no C compiler",
  netgo: "it is static, and only net and os/user change to their Go code",
  "netgo-extldflags": "it is static, and only net and os/user change to their Go code",
  external: "it is static",
  "static-pie": "it is static and loads at a random address",
  musl: "it is static, with musl instead of glibc",
};

const linksCgo: ReadonlySet<string> = new Set(["external", "static-pie", "musl"]);

function whyBest(best: Candidate, candidates: readonly Candidate[]): string {
  const { cell } = best;
  const { name } = best.planned.strategy;
  const keeps = cell.cgo.length > 0 && linksCgo.has(name) ? ", and keeps the cgo code" : "";
  const reason =
    cell.linkage?.kind === "system"
      ? "it needs only what the system promises"
      : (reasons[name] ?? "it is static") + keeps;
  const caveats = cell.findings.filter(({ level }) => level === "warning");
  if (caveats.length > 0) {
    return `${reason}, but mind: ${caveats.map(({ kind }) => lowerFirst(catalog[kind].title)).join("; ")}`;
  }
  const passedOver = candidates
    .filter(
      (each) => isStandalone(each.cell) && remedyOrder.includes(each.planned.strategy.name) && rank(each) < rank(best),
    )
    .flatMap((each) =>
      each.cell.findings
        .slice(0, 1)
        .map(({ kind }) => `${each.planned.strategy.name}: ${lowerFirst(catalog[kind].title)}`),
    );
  return passedOver.length === 0 ? reason : `${reason} (simpler, but not recommended: ${passedOver.join("; ")})`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function whyNone(candidates: readonly Candidate[], { platform }: PlannedCell): string {
  const unreadable = candidates.find(({ cell }) => cell.linkage?.kind === "unreadable")?.cell.linkage?.reason;
  if (unreadable != null) return `no artifact for ${platform.name} could be judged: ${unreadable}`;
  // The heavier remedies are for Linux; elsewhere they are skipped anyway.
  const remedies = platform.goos === "linux" ? remedyOrder : [];
  const untried = remedies.filter((name) => candidates.every((each) => each.planned.strategy.name !== name));
  const hint = untried.length > 0 ? `; not tried: ${untried.join(", ")}` : "";
  return `no strategy of this run is static${hint}`;
}

/** The build as a line for a POSIX shell. */
export function pasteCommand(cell: PlannedCell, workingDirectory: string): string {
  const env = Object.entries(cell.shownEnv).map(([name, value]) => `${name}=${quote(value)}`);
  const path = relative(cell.moduleDir, cell.packageDir).replaceAll("\\", "/");
  const target = path === "" ? "." : path.startsWith("..") ? cell.package : `./${path}`;
  const words = ["go", "build", "-o", execName(cell, cell.buildmode), ...renderFlags(cell.flags), target];
  const command = [...env, ...words.map(quote)].join(" ");
  const dir = relative(resolve(workingDirectory), cell.moduleDir).replaceAll("\\", "/");
  return dir === "" ? command : `(cd ${quote(dir)} && ${command})`;
}
