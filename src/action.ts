// Door 1: inputs of the action → Request; Report → outputs, summary, annotations and failure.
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { CommentRequest } from "./comment/post-comment.ts";
import { ConfigError, Interrupted, MachineFault, toError } from "./errors.ts";
import { makeActionsCache } from "./ports/actions-cache.ts";
import { makeActionsLog } from "./ports/actions-log.ts";
import { makeFiles } from "./ports/files.ts";
import * as runner from "./ports/runner.ts";
import { type OwnFolder, ownFolder, stateNames } from "./ports/own-folders.ts";
import { describeMachineTrouble } from "./ports/trouble.ts";
import { listenForInterrupts } from "./ports/interrupt.ts";
import { nodePorts } from "./ports/node.ts";
import type { Ports } from "./ports/types.ts";
import { annotationsOf } from "./report/annotations.ts";
import { formatNames, formats } from "./report/formats.ts";
import { markOf } from "./report/headline.ts";
import { renderMarkdown, renderNoReport } from "./report/markdown.ts";
import { type OutputName, outputNames, outputsOf } from "./report/outputs.ts";
import { renderTerminal } from "./report/terminal.ts";
import { rowName } from "./report/words.ts";
import { type Configured, configure } from "./config/configure.ts";
import { inputNames, readInput } from "./config/inputs.ts";
import type { LegPlan } from "./model/leg-plan.ts";
import type { Report } from "./model/report.ts";
import { run, splitRun } from "./run.ts";

/** The program that talks to the cache service; this file is in a folder beside it. */
const cacheWorker = join(import.meta.dirname, "../cache-worker.js");

/** The main step, to its exit code. */
export async function main(): Promise<number> {
  const token = takeToken();
  const log = makeActionsLog();
  const interruption = listenForInterrupts();
  const tempDirs: OwnFolder[] = [];
  const onTempDir = (path: string): void => {
    tempDirs.push(ownFolder(path));
    saveState(stateNames.folders, tempDirs);
  };
  const { files, removeTempDirs } = makeFiles(tempRoot(), onTempDir);
  const { signal } = interruption;
  const folderCache = makeActionsCache({ worker: cacheWorker, signal, onTempDir });
  try {
    const ports = { ...nodePorts({ files, log, signal }), folderCache };
    const given = readInputs();
    const configured = await configure(given, ports);
    const addsToPath = readInput("add-to-path", configured.inputs) === "true";
    const mode = readInput("comment", configured.inputs);
    if (configured.request.mode === "plan")
      return await publishPlan(await splitRun(configured.request, ports), configured);
    const report = await run(configured.request, ports);
    const go = report.environment?.go ?? null;
    // The only change to the job's environment, and only when asked: a GOROOT or GOTOOLCHAIN would follow every later step.
    if (addsToPath && go?.root != null) runner.addPath(join(go.root, "bin"));
    const exitCode = await publish(report, configured);
    saveState(stateNames.tickets, folderCache.tickets);
    // Last: all else is done, and whatever becomes of it changes nothing of that.
    if (mode !== "never") await writeComment(report, { mode, inputs: given }, { ports, token, signal });
    return exitCode;
  } catch (thrown) {
    return await fail(signal.aborted ? new Interrupted("interrupted") : toError(thrown));
  } finally {
    removeTempDirs();
    interruption.reraise();
  }
}

function tempRoot(): string {
  const { RUNNER_TEMP = "" } = process.env;
  return RUNNER_TEMP === "" ? tmpdir() : RUNNER_TEMP;
}

let isStateLost = false;

/** Without it the post step does nothing, which is no reason to fail: it is said once. */
function saveState(name: string, value: unknown): void {
  try {
    runner.saveState(name, value);
  } catch (thrown) {
    if (!isStateLost) warn("the post step cannot tidy up after this one", thrown);
    isStateLost = true;
  }
}

/**
 * The token, which nothing but the comment may have: it is taken out of the environment, or every build and whatever it starts would
 * find it there.
 */
function takeToken(): string {
  const token = runner.getInput("token");
  delete process.env.INPUT_TOKEN;
  return token;
}

/** What the step gives. What it does not give is empty: action.yml has no defaults, or a config file could never win over them. */
function readInputs(): Record<string, string> {
  const names = inputNames.filter((name) => name !== "token");
  return Object.fromEntries(names.map((name) => [name, runner.getInput(name)]));
}

/** Loaded when it is wanted, for it brings GitHub's API along. */
async function writeComment(
  report: Report,
  request: CommentRequest,
  { ports, token, signal }: { readonly ports: Ports; readonly token: string; readonly signal: AbortSignal },
): Promise<void> {
  const { comment } = await import("./comment/post-comment.ts");
  const notice = await comment(report, request, {
    ...ports,
    open: async (pullRequest, patienceMs) => {
      const { openConversation } = await import("./ports/pull-requests.ts");
      const apiUrl = ports.env.GITHUB_API_URL ?? "https://api.github.com";
      return openConversation(pullRequest, { apiUrl, token, signal, patienceMs });
    },
  });
  if (notice === null) return;
  const message = `comment: ${notice.text}`;
  if (notice.level === "info") makeActionsLog().info(message);
  else runner.annotate({ level: notice.level, message });
}

/**
 * The verdict stands before this begins; trouble in here is a warning. Outputs are set before the step can fail. Where they cannot be
 * set, later steps would take a failure for no answer: that fails, and is looked at before anything is written.
 */
async function publish(given: Report, { inputs }: Configured): Promise<number> {
  const judged = withOutputTrouble(given, runner.findOutputTrouble());
  const log = makeActionsLog();
  const report = withOutputTrouble(judged, setOutputs({ ...outputsOf(judged), ...(await writeReports(judged)) }));
  for (const cell of report.cells.filter(({ status }) => status === "failed")) {
    await log.group(`Output of the failed build ${cell.package}, ${cell.platform}, ${rowName(cell)}`, () => {
      log.raw(cell.build.output);
      return Promise.resolve();
    });
  }
  log.raw(renderTerminal(report, { color: false, width: 120 }));
  if (inputs.summary !== "false") await writeSummary(renderMarkdown(report));
  for (const note of annotationsOf(report)) {
    runner.annotate(note);
  }
  const { outcome, reason } = report.verdict;
  // Where nothing was decided there is no word for the outcome.
  const word = markOf(report)?.toUpperCase();
  const message = ["go-linkage:", ...(word === undefined ? [] : [word]), reason].join(" ");
  if (outcome === "pass") log.info(message);
  else runner.annotate({ level: outcome === "fail" ? "error" : "warning", message });
  return outcome === "fail" ? 1 : 0;
}

/** The plan and its matrix. Throws what cannot be written: without them there is no run. */
async function publishPlan(plan: LegPlan, { request, inputs }: Configured): Promise<number> {
  const { describePlan, renderMatrix, renderPlan, renderPlanSummary } = await import("./legs/describe-plan.ts");
  const path = request.mode === "plan" ? request.file : null;
  const file = path ?? join(await mkdtemp(join(tempRoot(), "go-linkage-plan-")), "plan.json");
  await mkdir(dirname(resolve(file)), { recursive: true });
  await writeFile(file, renderPlan(plan));
  const trouble = setOutputs({ plan: resolve(file), matrix: renderMatrix(plan) });
  if (trouble !== null) throw trouble;
  const text = describePlan(plan);
  makeActionsLog().raw(text);
  if (inputs.summary !== "false") await writeSummary(renderPlanSummary(plan));
  return 0;
}

function withOutputTrouble(report: Report, trouble: MachineFault | null): Report {
  const { verdict } = report;
  if (trouble === null || verdict.reason.includes(trouble.message)) return report;
  const reason = `later steps cannot read the verdict: ${trouble.message} (what was judged: ${verdict.outcome}, ${verdict.reason})`;
  return { ...report, verdict: { ...verdict, outcome: "fail", reason } };
}

/** Files that later steps may upload: they stay until the runner empties its temporary folder at the end of the job. */
async function writeReports(report: Report): Promise<Partial<Record<OutputName, string>>> {
  const outputValues: Partial<Record<OutputName, string>> = {};
  try {
    const folder = await mkdtemp(join(tempRoot(), "go-linkage-report-"));
    for (const name of formatNames) {
      const { file, load } = formats[name];
      const path = join(folder, file);
      await writeFile(path, await (await load())(report));
      outputValues[`report-${name}`] = path;
    }
  } catch (thrown) {
    warn("the report files could not be written", thrown);
  }
  return outputValues;
}

/** Returns why they could not be set, or null. */
function setOutputs(values: Partial<Record<OutputName, string>>): MachineFault | null {
  try {
    runner.setOutputs(Object.fromEntries(outputNames.map((name) => [name, values[name] ?? ""])));
    return null;
  } catch (thrown) {
    if (thrown instanceof MachineFault) return thrown;
    throw thrown;
  }
}

function warn(what: string, thrown: unknown): void {
  runner.annotate({ level: "warning", message: `${what}: ${describe(toError(thrown))}` });
}

function describe(error: Error): string {
  return describeMachineTrouble(error) ?? error.message;
}

async function writeSummary(markdown: string): Promise<void> {
  try {
    await runner.writeSummary(markdown);
  } catch (thrown) {
    warn("the job summary could not be written", thrown);
  }
}

/** There is no report. */
async function fail(error: Error): Promise<number> {
  const blame = blameFor(error);
  const reason = blame === "caller" ? error.message : describe(error);
  const trouble = setOutputs({ verdict: "fail", reason });
  if (runner.getInput("summary") !== "false") await writeSummary(renderNoReport(reason, blame));
  runner.annotate({ level: "error", message: blame === "bug" ? `go-linkage itself failed: ${reason}` : reason });
  if (blame === "bug") makeActionsLog().raw(error.stack ?? "");
  if (trouble !== null) warn("the outputs could not be set", trouble);
  return blame === "caller" ? 2 : 3;
}

function blameFor(error: Error): Parameters<typeof renderNoReport>[1] {
  if (error instanceof ConfigError) return "caller";
  if (error instanceof Interrupted) return "nobody";
  return describeMachineTrouble(error) === null ? "bug" : "machine";
}
