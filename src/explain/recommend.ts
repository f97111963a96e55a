import { adviceOn, remedies, strategyRank } from "../go/strategies.ts";
import { buildForms, type FormsRequest } from "./build-command.ts";
import { canBeStatic } from "../predict/platform-rules.ts";
import { catalog } from "../model/catalog.ts";
import type { KindOfFinding } from "../model/finding-kind.ts";
import type { OwnCell, Recommendation } from "../model/cell.ts";
import { isStandalone, linkageKind } from "../model/cell.ts";
import { reachable } from "../model/packages.ts";
import type { PlannedCell } from "../model/plan.ts";

/** The simplest strategy that this run built and found static for one target; one without caveats before one with them. */
export function recommend(
  candidates: readonly [OwnCell, ...OwnCell[]],
  request: Omit<FormsRequest, "hostFiles">,
): Recommendation {
  const [{ package: path, platform, planned }] = candidates;
  const target = { package: path, platform };
  const usable = candidates
    .filter((each) => isStandalone(each) && !each.findings.some(({ level }) => level === "error"))
    .filter((each) => isRemedy(each) || (adviceOn(each.planned.strategy.name).for === "pure" && isPure(each.planned)))
    .toSorted((a, b) => caveatWeightOf(a) - caveatWeightOf(b) || rank(a) - rank(b));
  const best = usable[0];
  if (best === undefined) {
    return { ...target, strategy: null, why: whyNone(candidates, planned), command: null, forms: null };
  }
  const { shell, ...forms } = buildForms(best.planned, {
    ...request,
    hostFiles: best.artifact?.inspection.hostFiles ?? [],
  });
  return { ...target, strategy: best.planned.strategy.name, why: whyBest(best, candidates), command: shell, forms };
}

/** Static whatever the machine: also with cgo on no package would use it. */
function isPure({ cgoGraph, package: main, platform }: PlannedCell): boolean {
  // Where no program is static, cgo needs no more than the system itself.
  if (!canBeStatic(platform.goos)) return true;
  return [...reachable(cgoGraph, main)].every((path) => (cgoGraph.get(path)?.cgoFiles.length ?? 0) === 0);
}

function caveatsOf(cell: OwnCell): readonly KindOfFinding[] {
  return cell.findings.map(({ kind }) => catalog[kind]).filter(({ caveatWeight }) => caveatWeight !== undefined);
}

function caveatWeightOf(cell: OwnCell): number {
  return Math.max(0, ...caveatsOf(cell).map(({ caveatWeight = 0 }) => caveatWeight));
}

function rank({ planned }: OwnCell): number {
  return strategyRank(planned.strategy.name);
}

function isRemedy({ planned }: OwnCell): boolean {
  return adviceOn(planned.strategy.name).for === "any";
}

function whyBest(best: OwnCell, candidates: readonly OwnCell[]): string {
  const { name } = best.planned.strategy;
  const { why, keepsCgo } = adviceOn(name);
  const keeps = best.cgo.length > 0 && keepsCgo ? ", and keeps the cgo code" : "";
  const reason = linkageKind(best) === "system" ? "it needs only what the system promises" : why + keeps;
  const caveats = caveatsOf(best);
  if (caveats.length > 0) {
    const untried = best.planned.platform.goos === "linux" ? untriedRemedies(candidates) : [];
    const hint = untried.length > 0 ? ` (not tried: ${untried.join(", ")})` : "";
    return `${reason}, but mind: ${caveats.map(({ title }) => lowerFirst(title)).join("; ")}${hint}`;
  }
  const passedOver = candidates
    .filter((each) => isStandalone(each) && isRemedy(each) && rank(each) < rank(best))
    .flatMap((each) =>
      caveatsOf(each)
        .slice(0, 1)
        .map(({ title }) => `${each.planned.strategy.name}: ${lowerFirst(title)}`),
    );
  return passedOver.length === 0 ? reason : `${reason} (simpler, but not recommended: ${passedOver.join("; ")})`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function whyNone(candidates: readonly OwnCell[], { platform }: PlannedCell): string {
  const unreadable = candidates.find(({ linkage }) => linkage?.kind === "unreadable")?.linkage?.reason;
  if (unreadable != null) return `no artifact for ${platform.name} could be judged: ${unreadable}`;
  if (platform.goarch === "wasm") return "a WebAssembly module is linked with nothing, whatever builds it";
  return `${describeNone(candidates)}${untriedAdvice(candidates, platform.goos)}`;
}

/** A strategy that is static here is none to recommend where that hangs on the machine or on the imports of today. */
function describeNone(candidates: readonly OwnCell[]): string {
  const byChance = candidates.find(
    (each) => isStandalone(each) && !each.findings.some(({ level }) => level === "error"),
  );
  if (byChance === undefined) return "no strategy of this run is static";
  const { strategy, cgoEnv } = byChance.planned;
  return cgoEnv.CGO_ENABLED === "0"
    ? `${strategy.name} is static here because Go turned cgo off by itself; cgo-disabled (CGO_ENABLED=0) keeps it so on every machine`
    : `${strategy.name} is static here, as long as the program has C code: Go's own linker ignores -extldflags`;
}

function untriedRemedies(candidates: readonly OwnCell[]): readonly string[] {
  return remedies.filter((name) => candidates.every((each) => each.planned.strategy.name !== name));
}

/** What stands between the target and a static program, nearest first. */
function untriedAdvice(candidates: readonly OwnCell[], goos: string): string {
  const findings = candidates.flatMap(({ findings: each }) => each);
  const blocked = findings.find(({ kind }) => catalog[kind].preventsStatic === true);
  if (blocked !== undefined) return `: ${blocked.message}`;
  // The heavier remedies are for Linux; elsewhere they are skipped anyway.
  const fitting = goos === "linux" ? remedies : [];
  const untried = goos === "linux" ? untriedRemedies(candidates) : [];
  const failed = fitting.flatMap(
    (name) => candidates.find(({ planned, status }) => planned.strategy.name === name && status === "failed") ?? [],
  );
  const missing = failed.flatMap(({ findings: each, planned }) =>
    each
      .filter(({ kind }) => catalog[kind].failsForLibrary === true)
      .map(({ message, fix }) => `${planned.strategy.name} fails because ${message}; ${fix ?? ""}`),
  );
  const skipped = fitting.flatMap((name) =>
    candidates
      .filter(({ planned, status }) => planned.strategy.name === name && status === "skipped")
      .filter(({ planned }) => planned.strategy.needs !== "go")
      .map(({ reason }) => `${name} was skipped: ${reason ?? ""}`),
  );
  const alternatives = [
    ...missing.slice(0, 1),
    ...skipped.slice(0, 1),
    ...(untried.length > 0 ? [`not tried: ${untried.join(", ")}`] : []),
  ];
  return alternatives.map((alternative) => `; ${alternative}`).join("");
}
