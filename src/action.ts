// Door 1: inputs of the action → Request; Report → outputs, summary, annotations and failure. The post step runs it too.
import { appendFile, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CommentRequest } from "./comment/post-comment.ts";
import { ConfigError, toError } from "./errors.ts";
import { type CacheTicket, makeActionsCache, saveTickets } from "./ports/actions-cache.ts";
import { makeActionsLog } from "./ports/actions-log.ts";
import { makeFiles } from "./ports/files.ts";
import * as runner from "./ports/runner.ts";
import { type OwnFolder, ownFolder, parseFolders, removeOwn } from "./ports/own-folders.ts";
import { describeMachineTrouble } from "./ports/trouble.ts";
import { listenForInterrupts } from "./ports/interrupt.ts";
import { nodePorts } from "./ports/node.ts";
import type { Ports } from "./ports/types.ts";
import { annotationsOf } from "./report/annotations.ts";
import { formatNames, formats } from "./report/formats.ts";
import { renderMarkdown, renderNoReport } from "./report/markdown.ts";
import { type OutputName, outputNames, outputsOf } from "./report/outputs.ts";
import { renderTerminal } from "./report/terminal.ts";
import { rowName } from "./report/words.ts";
import { type Configured, configure } from "./config/configure.ts";
import { inputNames, readInput } from "./config/inputs.ts";
import type { Report } from "./model/report.ts";
import { run } from "./run.ts";

/** Set by main for post: the folders to remove should main not live to do it. */
const tempState = "temp-dirs";

/** Set by main for post, when main came to its end: the parts of Go's caches to save. */
const cacheState = "cache";

/** The program that talks to the cache service, beside this one. */
const cacheWorker = join(import.meta.dirname, "cache-worker.js");

async function main(token: string): Promise<number> {
  const log = makeActionsLog();
  const interruption = listenForInterrupts();
  const tempDirs: OwnFolder[] = [];
  const onTempDir = (path: string): void => {
    tempDirs.push(ownFolder(path));
    runner.saveState(tempState, JSON.stringify(tempDirs));
  };
  const { files, removeTempDirs } = makeFiles(process.env.RUNNER_TEMP ?? tmpdir(), onTempDir);
  const { signal } = interruption;
  const folderCache = makeActionsCache({ worker: cacheWorker, signal, onTempDir });
  try {
    const ports = { ...nodePorts({ files, log, signal }), folderCache };
    const given = readInputs();
    const configured = await configure(given, ports);
    const addsToPath = readInput("add-to-path", configured.inputs) === "true";
    const mode = readInput("comment", configured.inputs);
    const report = await run(configured.request, ports);
    const { go } = report.environment;
    // The only change to the job's environment, and only when asked: a GOROOT or GOTOOLCHAIN would follow every later step.
    if (addsToPath && go !== null) runner.addPath(join(go.root, "bin"));
    const exitCode = await publish(report, configured);
    runner.saveState(cacheState, JSON.stringify(folderCache.tickets));
    // Last: all else is done, and whatever becomes of it changes nothing of that.
    if (mode !== "never") await writeComment(report, { mode, inputs: given }, { ports, token, signal });
    return exitCode;
  } catch (thrown) {
    return await fail(toError(thrown));
  } finally {
    removeTempDirs();
    interruption.reraise();
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

/** The verdict stands before this begins; trouble in here is a warning. Outputs are set before the step can fail. */
async function publish(report: Report, { inputs }: Configured): Promise<number> {
  const log = makeActionsLog();
  const areSet = setOutputs({ ...outputsOf(report), ...(await writeReports(report)) });
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
  const message = `go-linkage: ${outcome.toUpperCase()} ${reason}`;
  if (outcome === "pass") log.info(message);
  else runner.annotate({ level: outcome === "fail" ? "error" : "warning", message });
  // Steps that read the outputs must not go on without them.
  return outcome === "fail" || !areSet ? 1 : 0;
}

/** Files that later steps may upload: they stay until the runner empties its temporary folder at the end of the job. */
async function writeReports(report: Report): Promise<Partial<Record<OutputName, string>>> {
  const outputValues: Partial<Record<OutputName, string>> = {};
  try {
    const folder = await mkdtemp(join(process.env.RUNNER_TEMP ?? tmpdir(), "go-linkage-report-"));
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

/** Whether all of them could be set. */
function setOutputs(values: Partial<Record<OutputName, string>>): boolean {
  try {
    for (const name of outputNames) runner.setOutput(name, values[name] ?? "");
    return true;
  } catch (thrown) {
    const message = `the outputs could not be set (GITHUB_OUTPUT): ${describe(toError(thrown))}`;
    runner.annotate({ level: "error", message });
    return false;
  }
}

function warn(what: string, thrown: unknown): void {
  runner.annotate({ level: "warning", message: `${what}: ${describe(toError(thrown))}` });
}

function describe(error: Error): string {
  return describeMachineTrouble(error) ?? error.message;
}

async function writeSummary(markdown: string): Promise<void> {
  const path = process.env.GITHUB_STEP_SUMMARY;
  if (path === undefined || path === "") return;
  try {
    await appendFile(path, markdown);
  } catch (thrown) {
    warn("the job summary could not be written", thrown);
  }
}

async function fail(error: Error): Promise<number> {
  const isMistake = error instanceof ConfigError;
  const trouble = isMistake ? null : describeMachineTrouble(error);
  const reason = trouble ?? error.message;
  const blame = isMistake ? "caller" : trouble === null ? "bug" : "machine";
  setOutputs({ verdict: "fail", reason });
  if (runner.getInput("summary") !== "false") await writeSummary(renderNoReport(reason, blame));
  runner.annotate({ level: "error", message: blame === "bug" ? `go-linkage itself failed: ${reason}` : reason });
  if (blame === "bug") makeActionsLog().raw(error.stack ?? "");
  return isMistake ? 2 : 3;
}

/** Saves the caches, and removes what main left: for this step, or because it was killed before it could tidy up. */
async function post(): Promise<number> {
  const interruption = listenForInterrupts();
  try {
    await saveCaches(interruption.signal);
  } finally {
    await removeLeftovers();
    interruption.reraise();
  }
  return 0;
}

/** A cache that cannot be saved is no failure of the job. */
async function saveCaches(signal: AbortSignal): Promise<void> {
  const log = makeActionsLog();
  try {
    const tickets = JSON.parse(runner.getState(cacheState) || "[]") as readonly CacheTicket[];
    for (const sentence of await saveTickets(tickets, { worker: cacheWorker, signal })) log.info(sentence);
  } catch (thrown) {
    log.info(`the caches were not saved: ${toError(thrown).message}`);
  }
}

async function removeLeftovers(): Promise<void> {
  const log = makeActionsLog();
  for (const folder of parseFolders(runner.getState(tempState))) {
    const why = await removeOwn(folder);
    if (why !== null) log.info(`${folder.path} is left: ${why}`);
  }
}

const isPost = runner.getState("post") === "true";
const token = takeToken();
process.exitCode = await (isPost ? post() : begin());

/** Without the runner's file of states the post step would not know that it is one. */
async function begin(): Promise<number> {
  try {
    runner.saveState("post", "true");
  } catch (thrown) {
    runner.annotate({
      level: "error",
      message: `nothing can be kept for the end of the job (GITHUB_STATE): ${describe(toError(thrown))}`,
    });
    return 3;
  }
  return main(token);
}
