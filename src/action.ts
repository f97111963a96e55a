// Door 1: inputs of the action → Request; Report → outputs, summary, annotations and failure. The post step runs it too.
import { appendFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as core from "@actions/core";
import { ConfigError, toError } from "./errors.ts";
import { type CacheTicket, makeActionsCache, saveTickets } from "./ports/actions-cache.ts";
import { makeActionsLog } from "./ports/actions-log.ts";
import { makeFiles } from "./ports/files.ts";
import { listenForInterrupts } from "./ports/interrupt.ts";
import { nodePorts } from "./ports/node.ts";
import { annotationsOf } from "./report/annotations.ts";
import { formatNames, formats } from "./report/formats.ts";
import { renderMarkdown } from "./report/markdown.ts";
import { type OutputName, outputNames, outputsOf } from "./report/outputs.ts";
import type { Report } from "./report/report.ts";
import { renderTerminal } from "./report/terminal.ts";
import { rowName } from "./report/words.ts";
import { type Configured, configure } from "./policy/configure.ts";
import { inputDefaults } from "./request.ts";
import { run } from "./run.ts";

/** Set by main for post: the folders to remove should main not live to do it. */
const tempState = "temp-dirs";

/** Set by main for post, when main came to its end: the parts of Go's caches to save. */
const cacheState = "cache";

/** The program that talks to the cache service, beside this one. */
const cacheWorker = join(import.meta.dirname, "cache-worker.js");

async function main(): Promise<number> {
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
    const configured = await configure(readInputs(), ports);
    const addsToPath = readFlag("add-to-path", configured);
    const report = await run(configured.request, ports);
    const { go } = report.environment;
    // The only change to the job's environment, and only when asked: a GOROOT or GOTOOLCHAIN would follow every later step.
    if (addsToPath && go !== null) core.addPath(join(go.root, "bin"));
    const exitCode = await publish(report, configured);
    core.saveState(cacheState, JSON.stringify(folderCache.tickets));
    return exitCode;
  } catch (thrown) {
    return fail(toError(thrown));
  } finally {
    removeTempDirs();
    interruption.dieAsAsked();
  }
}

/** What the step gives. What it does not give is empty: action.yml has no defaults, or a config file could never win over them. */
function readInputs(): Record<string, string> {
  const names = [...Object.keys(inputDefaults), "add-to-path", "summary"];
  return Object.fromEntries(names.map((name) => [name, core.getInput(name)]));
}

/** An input that is the action's alone. Throws ConfigError. */
function readFlag(name: "add-to-path", { inputs }: Configured): boolean {
  const text = inputs[name]?.trim() ?? "";
  if (text !== "" && text !== "true" && text !== "false") {
    throw new ConfigError(`${name}: "${text}" is not one of: true, false`);
  }
  return text === "true";
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
    const place = file === null ? {} : { file: join(request.workingDirectory, file), startLine: line ?? 1 };
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
  const written: Partial<Record<OutputName, string>> = {};
  try {
    const folder = await mkdtemp(join(process.env.RUNNER_TEMP ?? tmpdir(), "go-linkage-report-"));
    for (const name of formatNames) {
      const { file, load } = formats[name];
      const path = join(folder, file);
      await writeFile(path, await (await load())(report));
      written[`report-${name}`] = path;
    }
  } catch (thrown) {
    core.warning(`the report files could not be written: ${toError(thrown).message}`);
  }
  return written;
}

function setOutputs(values: Partial<Record<OutputName, string>>): void {
  for (const name of outputNames) core.setOutput(name, values[name] ?? "");
}

/** GitHub takes 1 MiB per step and drops what is longer as a whole. */
const summaryLimit = 900_000;

async function writeSummary(markdown: string): Promise<void> {
  const path = process.env.GITHUB_STEP_SUMMARY;
  if (path === undefined || path === "") return;
  try {
    const bytes = Buffer.from(markdown);
    const cut = "\n\n… cut here: the whole report is in the outputs report-markdown and report-json\n";
    const text = bytes.length <= summaryLimit ? markdown : bytes.subarray(0, summaryLimit).toString("utf8") + cut;
    await appendFile(path, text);
  } catch (thrown) {
    core.warning(`the job summary could not be written: ${toError(thrown).message}`);
  }
}

function fail(error: Error): number {
  const mistake = error instanceof ConfigError;
  setOutputs({ verdict: "fail", reason: error.message });
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
    interruption.dieAsAsked();
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
process.exitCode = await (isPost ? post() : main());
