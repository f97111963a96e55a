// Door 1: inputs of the action → Request; Report → outputs, summary, annotations and failure. The post step runs it too.
import { appendFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as core from "@actions/core";
import { ConfigError, toError } from "./errors.ts";
import { makeActionsLog } from "./ports/actions-log.ts";
import { makeFiles } from "./ports/files.ts";
import { listenForInterrupts } from "./ports/interrupt.ts";
import { nodePorts } from "./ports/node.ts";
import { annotationsOf } from "./report/annotations.ts";
import { renderMarkdown } from "./report/markdown.ts";
import { type OutputName, outputNames, outputsOf } from "./report/outputs.ts";
import { renderJson, type Report } from "./report/report.ts";
import { renderTerminal } from "./report/terminal.ts";
import { rowName } from "./report/words.ts";
import { inputDefaults, type InputName, parseRequest, type Request } from "./request.ts";
import { run } from "./run.ts";

/** Set by main for post: the folders to remove should main not live to do it. */
const tempState = "temp-dirs";

async function main(): Promise<number> {
  const log = makeActionsLog();
  const interruption = listenForInterrupts();
  const tempDirs: string[] = [];
  const { files, removeTempDirs } = makeFiles(process.env.RUNNER_TEMP ?? tmpdir(), (path) => {
    tempDirs.push(path);
    core.saveState(tempState, tempDirs.join("\n"));
  });
  try {
    const request = readInputs();
    const report = await run(request, nodePorts({ files, log, signal: interruption.signal }));
    return await publish(report, request);
  } catch (thrown) {
    return fail(toError(thrown));
  } finally {
    removeTempDirs();
    interruption.dieAsAsked();
  }
}

function readInputs(): Request {
  const names = Object.keys(inputDefaults) as InputName[];
  return parseRequest(Object.fromEntries(names.map((name) => [name, core.getInput(name)])));
}

/** The verdict stands before this begins; trouble in here is a warning. Outputs are set before the step can fail. */
async function publish(report: Report, request: Request): Promise<number> {
  const markdown = renderMarkdown(report);
  setOutputs({ ...outputsOf(report), ...(await writeReports(report, markdown)) });
  for (const cell of report.cells.filter(({ status }) => status === "failed")) {
    await core.group(`Output of the failed build ${cell.package}, ${cell.platform}, ${rowName(cell)}`, () => {
      makeActionsLog().raw(cell.build.output);
      return Promise.resolve();
    });
  }
  makeActionsLog().raw(renderTerminal(report, { color: false, width: 120 }));
  if (core.getInput("summary") !== "false") await writeSummary(markdown);
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
async function writeReports(report: Report, markdown: string): Promise<Partial<Record<OutputName, string>>> {
  try {
    const folder = await mkdtemp(join(process.env.RUNNER_TEMP ?? tmpdir(), "go-linkage-report-"));
    const paths = { "report-json": join(folder, "report.json"), "report-markdown": join(folder, "report.md") };
    await writeFile(paths["report-json"], renderJson(report));
    await writeFile(paths["report-markdown"], markdown);
    return paths;
  } catch (thrown) {
    core.warning(`the report files could not be written: ${toError(thrown).message}`);
    return {};
  }
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

/** Removes what a main step left that was killed before it could tidy up. */
async function post(): Promise<number> {
  for (const path of core.getState(tempState).split("\n").filter(Boolean)) {
    await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return 0;
}

const isPost = core.getState("post") === "true";
if (!isPost) core.saveState("post", "true");
process.exitCode = await (isPost ? post() : main());
