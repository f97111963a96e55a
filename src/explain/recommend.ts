import { adviceOn, remedies, strategies } from "../go/strategies.ts";
import { buildForms, type FormsRequest } from "./build-command.ts";
import { quietTags } from "../go/known-packages.ts";
import {
  hasError,
  hazardsOf,
  isForced,
  isPromising,
  isRecommendable,
  isRemedy,
  lacksProof,
  type ProofDemand,
  rank,
} from "./candidates.ts";
import { catalog } from "../model/catalog.ts";
import type { Explained, OwnCell, Recommendation } from "../model/cell.ts";
import { isStandalone, isUnpredictable, linkageKind } from "../model/cell.ts";
import { reachable } from "../model/packages.ts";
import type { Strategy } from "../model/strategy.ts";
import { listed, lowerFirst } from "../text/english.ts";
import { groupBy } from "../text/group-by.ts";

type Request = Omit<FormsRequest, "hostFiles"> &
  ProofDemand & {
    /** What is predicted of the remedies that this run did not try. */
    readonly untried: readonly OwnCell[];
  };

/**
 * The simplest strategy that this run built and found static for one target, or predicted to be. What carries a known hazard is
 * none: a program that crashes or does half of its work is not what anybody wants to ship.
 */
function recommend(candidates: readonly [OwnCell, ...OwnCell[]], { untried, ...request }: Request): Recommendation {
  const [{ package: path, platform }] = candidates;
  const target = { package: path, platform };
  const [best] = candidates.filter((cell) => isRecommendable(cell, request)).toSorted((a, b) => rank(a) - rank(b));
  if (best === undefined) {
    return { ...target, strategy: null, why: whyNone(candidates, { ...request, untried }), command: null, forms: null };
  }
  const hostFiles = best.artifact?.inspection.hostFiles ?? [];
  const { shell, ...forms } = buildForms(best.planned, { ...request, hostFiles });
  return { ...target, strategy: best.planned.strategy.name, why: whyBest(best, candidates), command: shell, forms };
}

/** Returns the strategies to predict because a Linux program compiles and this run recommends no build of it. */
export function untriedRemedies({ cells, recommendation }: Explained): readonly Strategy[] {
  const isOpen = (cell: OwnCell): boolean =>
    recommendation.some(
      (each) => each.strategy === null && each.package === cell.package && each.platform === cell.platform,
    );
  const open = cells.filter(
    (cell) => cell.status !== "failed" && cell.planned.platform.goos === "linux" && isOpen(cell),
  );
  return strategies.filter(
    ({ name, advice }) => advice.for === "any" && open.some((cell) => !isTried(name, cells, cell)),
  );
}

function isTried(name: string, cells: readonly OwnCell[], target: OwnCell): boolean {
  return cells.some(
    ({ package: path, platform, planned }) =>
      path === target.package && platform === target.platform && planned.strategy.name === name,
  );
}

/** One recommendation for each target of a run. */
export function recommendAll(cells: readonly OwnCell[], { untried, ...request }: Request): Recommendation[] {
  return groupBy(cells, targetOf).map((target) =>
    recommend(target, { ...request, untried: untried.filter((each) => targetOf(each) === targetOf(target[0])) }),
  );
}

function targetOf({ package: path, platform }: OwnCell): string {
  return `${path}\n${platform}`;
}

function whyBest(best: OwnCell, candidates: readonly OwnCell[]): string {
  const reason =
    linkageKind(best) === "system" ? "it needs only what the system promises" : `it ${describeOutcome(best)}`;
  const passedOver = describeHazards(
    candidates.filter((each) => isStandalone(each) && isRemedy(each) && rank(each) < rank(best)),
  );
  return passedOver.length === 0 ? reason : `${reason} (simpler, but not recommended: ${passedOver.join("; ")})`;
}

const byOwnFlags = { more: " by your own flags", keepsCgo: true };

/** What came out, and what it costs; a prediction says that it is one: `is static and needs no C compiler`. */
function describeOutcome(best: OwnCell): string {
  const { more, keepsCgo } = isForced(best) && !isRemedy(best) ? byOwnFlags : adviceOn(best.planned.strategy.name);
  const isPie = best.planned.strategy.buildmode === "pie";
  const what = isPie && linkageKind(best) !== "static-pie" ? "" : more;
  const keeps = best.cgo.length > 0 && keepsCgo ? ", and keeps the cgo code" : "";
  if (best.status !== "predicted") return `is static${what}${keeps}`;
  const { certainty, unseen } = best.prediction ?? { certainty: "likely", unseen: [] };
  if (certainty === "certain") return `will be static${what}${keeps}`;
  return `should be static${what}${keeps}; only a build can tell ${listed(unseen)}`;
}

/** `external and static-pie: loads glibc's name-service libraries at run time`, once for each hazard. */
function describeHazards(cells: readonly OwnCell[]): readonly string[] {
  const named = cells.flatMap((cell) => {
    const [hazard] = hazardsOf(cell);
    return hazard === undefined ? [] : [{ name: cell.planned.strategy.name, title: hazard.title }];
  });
  return groupBy(named, ({ title }) => title).map(
    (group) => `${listed(group.map(({ name }) => name))}: ${lowerFirst(group[0].title)}`,
  );
}

/** What stands between the target and a static program, nearest first. */
function whyNone(
  candidates: readonly [OwnCell, ...OwnCell[]],
  { untried, ...demand }: ProofDemand & Pick<Request, "untried">,
): string {
  const unreadable = candidates.find(({ linkage }) => linkage?.kind === "unreadable")?.linkage?.reason;
  if (unreadable != null) return `no artifact for ${candidates[0].platform} could be judged: ${unreadable}`;
  if (candidates[0].planned.platform.goarch === "wasm")
    return "a WebAssembly module is linked with nothing, whatever builds it";
  if (
    candidates.every((each) => each.status === "skipped" || isUnpredictable(each)) &&
    candidates.some(isUnpredictable)
  )
    return `it cannot be predicted: ${candidates.find(isUnpredictable)?.prediction?.because ?? ""}`;
  const missing = failedForLibrary(candidates);
  // What the compiler refuses it refuses under every strategy; a library that one of them lacks another one may not need.
  const isBroken = candidates.some(isFailed) && candidates.every(failsOrWill) && missing.length === 0;
  if (isBroken) return "no build came to an end";
  const findings = candidates.flatMap(({ findings: each }) => each);
  const blocked = findings.find(({ kind }) => catalog[kind].preventsStatic === true);
  const parts = [
    describeTried(candidates, demand),
    ...(blocked === undefined ? [] : [blocked.message]),
    ...missing.slice(0, 1),
    ...describeTags(candidates),
    ...skippedFor(candidates).slice(0, 1),
    ...(candidates[0].planned.platform.goos === "linux" ? describeUntried(candidates, untried) : []),
  ];
  return parts.join("; ");
}

function isFailed({ status }: OwnCell): boolean {
  return status === "failed";
}

function failsOrWill(cell: OwnCell): boolean {
  return isFailed(cell) || linkageKind(cell) === "fails";
}

function describeTried(candidates: readonly OwnCell[], demand: ProofDemand): string {
  const [open] = candidates
    .filter((each) => isPromising(each) && lacksProof(each, demand))
    .toSorted((a, b) => rank(a) - rank(b));
  if (open !== undefined)
    return `no strategy is sure to make it static: ${open.planned.strategy.name} ${describeOutcome(open)}`;
  const byChance = candidates.find((each) => isStandalone(each) && hazardsOf(each).length === 0 && !hasError(each));
  if (byChance !== undefined) return describeChance(byChance);
  const hazards = describeHazards(candidates.filter((each) => isStandalone(each)));
  const what = candidates.some(({ status }) => status === "predicted")
    ? "none of the strategies makes it static"
    : "none of the tried strategies is static";
  return hazards.length === 0 ? what : `${what} and without a known hazard (${hazards.join("; ")})`;
}

/** A strategy that is static here is none to recommend where that depends on the machine or on the imports of today. */
function describeChance({ planned: { strategy, cgoEnv }, status }: OwnCell): string {
  const what = `${strategy.name} ${status === "predicted" ? "will be" : "is"} static`;
  return cgoEnv.CGO_ENABLED === "0"
    ? `${what} because Go turns cgo off by itself for this platform; cgo-disabled (CGO_ENABLED=0) keeps it static on every machine`
    : `${what} only as long as the C compiler links it: Go's own linker ignores -extldflags`;
}

function failedForLibrary(candidates: readonly OwnCell[]): string[] {
  return candidates
    .filter((cell) => cell.status === "failed" && isRemedy(cell))
    .flatMap(({ findings, planned }) =>
      findings
        .filter(({ kind }) => catalog[kind].failsForLibrary === true)
        .map(
          ({ message, fix }) => `${planned.strategy.name} fails because ${message}${fix === null ? "" : `: ${fix}`}`,
        ),
    );
}

function skippedFor(candidates: readonly OwnCell[]): string[] {
  return candidates
    .filter((cell) => cell.status === "skipped" && isRemedy(cell) && cell.planned.strategy.needs !== "go")
    .map(({ reason, planned }) => `${planned.strategy.name} was skipped: ${reason ?? ""}`);
}

/** The tags that would leave out what speaks against a static build, and those under which a package needs no C code. */
function describeTags(candidates: readonly OwnCell[]): string[] {
  const quiet = candidates
    .filter((cell) => isRemedy(cell) && isStandalone(cell) && hasOnlyDlopen(cell))
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap(({ planned: { graph, package: main, flags, strategy } }) => {
      const packages = [...reachable(graph, main)].flatMap((path) => graph.get(path) ?? []);
      const tags = quietTags("dlopen", packages, flags);
      return tags === undefined ? [] : [`${strategy.name} has no such call with -tags ${tags.join(",")}`];
    });
  return quiet.slice(0, 1);
}

function hasOnlyDlopen(cell: OwnCell): boolean {
  return !hasError(cell) && cell.findings.every(({ kind }) => kind === "dlopen" || catalog[kind].isHazard !== true);
}

/** What was not tried, and what would come of it. */
function describeUntried(candidates: readonly OwnCell[], untried: readonly OwnCell[]): string[] {
  const names = remedies.filter((name) => candidates.every(({ planned }) => planned.strategy.name !== name));
  if (names.length === 0) return [];
  const promising = untried.filter(isPromising).toSorted((a, b) => rank(a) - rank(b));
  const [first] = promising;
  // What is open there is open in the tried one that is told already.
  const isTold = candidates.some(isPromising) || (first === undefined && untried.length === 0);
  const outlook = isTold
    ? ""
    : first === undefined
      ? ", and none of them is expected to help"
      : `; of these, ${first.planned.strategy.name} ${describeOutcome(first)}`;
  return [`not tried: ${names.join(", ")}${outlook}`];
}
