// Door 1: inputs of the action → Request; Report → outputs, summary, annotations and failure. The post step runs it too.
import { appendFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as core from "@actions/core";
import type { CommentRequest } from "./comment/post-comment.ts";
import { ConfigError, toError } from "./errors.ts";
import { type CacheTicket, makeActionsCache, saveTickets } from "./ports/actions-cache.ts";
import { makeActionsLog } from "./ports/actions-log.ts";
import { makeFiles } from "./ports/files.ts";
import { listenForInterrupts } from "./ports/interrupt.ts";
import { nodePorts } from "./ports/node.ts";
import type { Ports } from "./ports/types.ts";
import { annotationsOf } from "./report/annotations.ts";
import { formatNames, formats } from "./report/formats.ts";
import { renderMarkdown, renderNoReport } from "./report/markdown.ts";
import { type OutputName, outputNames, outputsOf } from "./report/outputs.ts";
import { renderTerminal } from "./report/terminal.ts";
import { sanitize } from "./text/text.ts";
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
  const tempDirs: string[] = [];
  const onTempDir = (path: string): void => {
    tempDirs.push(path);
    core.saveState(tempState, tempDirs.join("\n"));
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
    if (addsToPath && go !== null) core.addPath(join(go.root, "bin"));
    const exitCode = await publish(report, configured);
    core.saveState(cacheState, JSON.stringify(folderCache.tickets));
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
  const token = core.getInput("token");
  delete process.env.INPUT_TOKEN;
  return token;
}

/** What the step gives. What it does not give is empty: action.yml has no defaults, or a config file could never win over them. */
function readInputs(): Record<string, string> {
  const names = inputNames.filter((name) => name !== "token");
  return Object.fromEntries(names.map((name) => [name, core.getInput(name)]));
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
  if (notice !== null) core[notice.level](sanitize(`comment: ${notice.text}`));
}

/** The verdict stands before this begins; trouble in here is a warning. Outputs are set before the step can fail. */
async function publish(report: Report, { request, inputs }: Configured): Promise<number> {
  setOutputs({ ...outputsOf(report), ...(await writeReports(report)) });
  for (const cell of report.cells.filter(({ status }) => status === "failed")) {
    await core.group(`Output of the failed build ${cell.package}, ${cell.platform}, ${rowName(cell)}`, () => {
      makeActionsLog().raw(cell.build.output);
      return Promise.resolve();
    });
  }
  makeActionsLog().raw(renderTerminal(report, { color: false, width: 120 }));
  if (inputs.summary !== "false") await writeSummary(renderMarkdown(report));
  for (const { level, title, message, file, line } of annotationsOf(report)) {
    const place = file === null ? {} : { file: join(request.where.workingDirectory, file), startLine: line ?? 1 };
    core[level](message, { title, ...place });
  }
  const { outcome, reason } = report.verdict;
  const sentence = `go-linkage: ${outcome.toUpperCase()} ${reason}`;
  if (outcome === "fail") core.error(sentence);
  else if (outcome === "warn") core.warning(sentence);
  else core.info(sentence);
  return outcome === "fail" ? 1 : 0;
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
    core.warning(`the report files could not be written: ${toError(thrown).message}`);
  }
  return outputValues;
}

function setOutputs(values: Partial<Record<OutputName, string>>): void {
  for (const name of outputNames) core.setOutput(name, values[name] ?? "");
}

async function writeSummary(markdown: string): Promise<void> {
  const path = process.env.GITHUB_STEP_SUMMARY;
  if (path === undefined || path === "") return;
  try {
    await appendFile(path, markdown);
  } catch (thrown) {
    core.warning(`the job summary could not be written: ${toError(thrown).message}`);
  }
}

async function fail(error: Error): Promise<number> {
  const mistake = error instanceof ConfigError;
  setOutputs({ verdict: "fail", reason: error.message });
  if (core.getInput("summary") !== "false") await writeSummary(renderNoReport(error.message, mistake));
  core.error(mistake ? error.message : `go-linkage itself failed: ${error.message}`);
  if (!mistake) core.info(error.stack ?? "");
  return mistake ? 2 : 3;
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
    const tickets = JSON.parse(core.getState(cacheState) || "[]") as readonly CacheTicket[];
    for (const sentence of await saveTickets(tickets, { worker: cacheWorker, signal })) log.info(sentence);
  } catch (thrown) {
    log.info(`the caches were not saved: ${toError(thrown).message}`);
  }
}

async function removeLeftovers(): Promise<void> {
  for (const path of core.getState(tempState).split("\n").filter(Boolean)) {
    await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

const isPost = core.getState("post") === "true";
if (!isPost) core.saveState("post", "true");
const token = takeToken();
process.exitCode = await (isPost ? post() : main(token));
