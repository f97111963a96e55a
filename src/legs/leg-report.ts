import { resolve } from "node:path";
import type { Go } from "../go/command.ts";
import type { TargetJudgements } from "../judge/judge.ts";
import type { Baseline } from "../model/baseline.ts";
import type { LegBase, OwnLeg, PlanReport, WorkflowRun } from "../model/leg-plan.ts";
import type { Report } from "../model/report.ts";
import type { Environment } from "../model/environment.ts";
import { sha256Of } from "../text/sha256.ts";
import { plainRules } from "./plain-rules.ts";

/** The workflow run that this job is of; null outside of one. */
export function workflowRun({
  GITHUB_RUN_ID: id = "",
  GITHUB_RUN_ATTEMPT: attempt = "",
}: Environment): WorkflowRun | null {
  return id === "" ? null : { id, attempt: Number(attempt) || 1 };
}

type Judged = {
  readonly own: OwnLeg;
  readonly notes: readonly string[];
  readonly base: Baseline | null;
  readonly targets: TargetJudgements;
  readonly env: Environment;
};

/** What the report of a leg has beside that of a whole run. */
export function describeLeg({ own, notes, base, targets, env }: Judged): PlanReport {
  const { plan, leg } = own;
  return {
    digest: plan.digest,
    leg: leg.id,
    legs: plan.legs.length,
    run: workflowRun(env),
    notes,
    base: baseOf(base, targets),
    sha256: null,
  };
}

function baseOf(base: Baseline | null, { relaxations, decided }: TargetJudgements): LegBase {
  return {
    isCompared: base !== null,
    isMissing: base?.isMissing ?? false,
    isMachineFault: base?.isMachineFault ?? false,
    notListed: base?.notListed ?? null,
    rules: base?.rules == null ? null : plainRules(base.rules),
    relaxations: base?.relaxations ?? [],
    ofTargets: relaxations,
    decided: decided.map(({ line }) => line),
  };
}

/** The report with its own digest, which `merge` compares. */
export async function sealReport(report: Report): Promise<Report> {
  const { plan } = report;
  return plan === null ? report : { ...report, plan: { ...plan, sha256: await digestOfReport(report) } };
}

/** Of a report of a leg, whatever digest it says itself. */
export function digestOfReport(report: Report): Promise<string> {
  return sha256Of(JSON.stringify({ ...report, plan: report.plan && { ...report.plan, sha256: null } }));
}

/** Folders of a machine and what stands for them in a report that others read. */
type MachineFolder = { readonly path: string; readonly shown: string };

/** The folders of this machine that messages of Go and of the linkers name. */
export async function findMachineFolders(workingDirectory: string, go: Go): Promise<readonly MachineFolder[]> {
  const names = ["GOROOT", "GOMODCACHE", "GOCACHE", "GOPATH"] as const;
  const found = await go.ask(["env", ...names], { cwd: workingDirectory });
  const paths = found.stdout.split(/\r?\n/);
  const home = go.env.HOME ?? go.env.USERPROFILE ?? "";
  return [
    ...names.map((name, at) => ({ path: paths[at] ?? "", shown: `$${name}` })),
    { path: resolve(workingDirectory), shown: "." },
    { path: home, shown: "~" },
  ];
}

/**
 * A report without the folders of the machine that made it, so that the same build gives the same report wherever it ran. Longer paths
 * count before those that they are in.
 */
export function withoutFolders(report: Report, folders: readonly MachineFolder[]): Report {
  const known = folders
    .filter(({ path }) => path.length > 1)
    .toSorted((a, b) => b.path.length - a.path.length)
    .map(({ path, shown }) => ({ pattern: wholePath(path), shown }));
  return mapTexts(report, (text) => {
    const named = known.reduce((rest, { pattern, shown }) => rest.replace(pattern, () => shown), text);
    return named.replace(goTempFolder, "$TMPDIR/go-$1N");
  });
}

/** The path where it begins and ends as one: `/app` is in `-I/app` and in `/app/go.mod`, and not in `example.com/app` or `/apple`. */
function wholePath(path: string): RegExp {
  const escaped = path.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<=^|[^\\w.~/\\\\-]|(?:^|[\\s="',])-[A-Za-z]+)${escaped}(?![\\w-]|\\.\\w)`, "g");
}

/** Folders of the go command and of its linker, with a random number. */
const goTempFolder = /(?:[A-Za-z]:)?[^\s"'=:]*[\\/]go-(link-|build)\d+/g;

function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === "string") return change(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item, change)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts<unknown>(item, change)])) as T;
}
