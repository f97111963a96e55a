// Door 2: arguments → Request; Report → terminal, files and exit code.
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ConfigError, Interrupted, toError } from "./errors.ts";
import { makeFiles, makeFolder } from "./ports/files.ts";
import { describeMachineTrouble } from "./ports/trouble.ts";
import { listenForInterrupts } from "./ports/interrupt.ts";
import { nodePorts } from "./ports/node.ts";
import { makeQuestion } from "./ports/question.ts";
import type { Ports } from "./ports/types.ts";
import { makeTerminalLog } from "./ports/terminal-log.ts";
import { columnsOf, wantsColor } from "./ports/terminal-style.ts";
import { type FormatName, formatNames, formats } from "./report/formats.ts";
import { listSystems } from "./report/list-systems.ts";
import { renderJson } from "./report/make-report.ts";
import { renderTerminal, type TerminalStyle } from "./report/terminal.ts";
import {
  commandNames,
  helpText,
  readCommand,
  type ReadCommand,
  readHelpTopic,
  refuseUnused,
  unknownOption,
} from "./config/commands.ts";
import { configure } from "./config/configure.ts";
import { refuseUnusablePaths } from "./config/report-paths.ts";
import { quotePattern } from "./config/input-kinds.ts";
import { run, splitRun } from "./run.ts";
import { logLine, sanitize } from "./text/text.ts";
import { version } from "./version.ts";
import { type InputName, inputNames, inputs } from "./config/inputs.ts";
import type { Report } from "./model/report.ts";
import type { PlanRequest, Request } from "./model/request.ts";

const formatHelp = formatNames.map(
  (name) => `  ${`--report-${name} FILE`.padEnd(30)}write the report as ${formats[name].help}`,
);

type Call = {
  /** What is to be written, and not a report. */
  readonly init: "init" | "policy init" | null;
  /** Whether a policy is wanted beside a workflow; null: nothing is said. */
  readonly policy: boolean | null;
  readonly given: Readonly<Partial<Record<InputName, string>>>;
  readonly output: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
  /** Where the report is to be written as well. */
  readonly paths: ReadonlyMap<FormatName, string>;
};

const textOption = { type: "string" } as const;
const flagOption = { type: "boolean" } as const;

const options = {
  ...Object.fromEntries(inputNames.filter((name) => inputs[name].option !== null).map((name) => [name, textOption])),
  // Paths: a list of them is given by the option several times.
  images: { type: "string", multiple: true },
  ...Object.fromEntries(formatNames.map((name) => [`report-${name}`, textOption])),
  ...{ json: flagOption, version: flagOption, force: flagOption, policy: flagOption, "no-policy": flagOption },
  help: { type: "boolean", short: "h" },
  output: { type: "string", short: "o" },
} as const;

/** The options and the words between them. Throws ConfigError in words of its own: Node's are about its own interface. */
function parseWords(argv: readonly string[]): ReturnType<typeof parseArgs> {
  const args = joinDashedValues(argv);
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (thrown) {
    const { code } = toError(thrown) as NodeJS.ErrnoException;
    const [, option = ""] = /'(?:-\w, )?(--?[^'\s]+)/.exec(toError(thrown).message) ?? [];
    const list = "(go-linkage --help lists the options)";
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
      throw new ConfigError(`${unknownOption(option, Object.keys(options))} ${list}`);
    }
    const isFlag = Object.entries(options).some(([name, { type }]) => option === `--${name}` && type === "boolean");
    throw new ConfigError(`${option} ${isFlag ? "takes no value" : `needs a value: ${option}=VALUE`} ${list}`);
  }
}

function parseCall(argv: readonly string[]): Call | { readonly print: string } {
  const { values, positionals } = parseWords(argv);
  if (values.version === true) return { print: `go-linkage ${version}\n` };
  if (positionals[0] === "help") return { print: helpText(readHelpTopic(positionals.slice(1)), formatHelp) };
  const command = readCommand(positionals);
  const { name, isNamed, rest } = command;
  if (values.help === true) return { print: helpText(isNamed ? name : null, formatHelp) };
  if (name === "systems") return printSystems(rest, Object.keys(values));
  const init = initCommand(name, values);
  const given = inputsIn(values);
  given.mode = modeOf(command, given.mode);
  refuseUnused(init ?? commandNames.find((each) => each === given.mode) ?? name, Object.keys(values));
  const list = given.mode === "inspect" ? "binaries" : given.mode === "merge" ? "reports" : "packages";
  const items = list === "packages" ? rest.map(quotePattern) : rest;
  if (items.length > 0) given[list] = [given[list] ?? "", ...items].join("\n");
  return {
    init,
    policy: values.policy === true ? true : values["no-policy"] === true ? false : null,
    given,
    output: typeof values.output === "string" ? values.output : undefined,
    force: values.force === true,
    json: values.json === true,
    paths: pathsIn(values),
  };
}

/** Throws ConfigError: the table is the same whatever is asked. */
function printSystems(words: readonly string[], options: readonly string[]): { readonly print: string } {
  refuseUnused("systems", options);
  if (words.length > 0) throw new ConfigError("systems takes no arguments");
  return { print: listSystems() };
}

/** Throws ConfigError for options of a command that is not called. */
function initCommand(name: string, values: Readonly<Record<string, unknown>>): Call["init"] {
  const init = name === "init" || name === "policy init" ? name : null;
  if (init === null && (values.output !== undefined || values.force === true)) {
    throw new ConfigError(
      "-o and --force are only for go-linkage init and policy init; use --report-json FILE and similar for reports",
    );
  }
  const option = ["policy", "no-policy"].find((each) => values[each] === true);
  if (option !== undefined && init !== "init") throw new ConfigError(`--${option} is only for go-linkage init`);
  if (values.policy === true && values["no-policy"] === true) {
    throw new ConfigError("--policy and --no-policy exclude each other");
  }
  return init;
}

/** Here the command decides, and no file. */
function modeOf({ name, isNamed }: ReadCommand, given: string | undefined): string {
  if (name === "init" || name === "policy init") return "check";
  return isNamed ? name : (given ?? "check");
}

function pathsIn(values: Readonly<Record<string, unknown>>): ReadonlyMap<FormatName, string> {
  const given = formatNames.map((name) => [name, values[`report-${name}`]] as const);
  return new Map(given.flatMap(([name, path]) => (typeof path === "string" ? [[name, path]] : [])));
}

function inputsIn(values: Readonly<Record<string, unknown>>): Partial<Record<InputName, string>> {
  const given: Partial<Record<InputName, string>> = {};
  for (const name of inputNames) {
    const value = values[name];
    if (typeof value === "string") given[name] = value;
    else if (Array.isArray(value)) given[name] = value.join("\n");
  }
  return given;
}

/** `--flags -trimpath`: the options whose values may begin with a dash, which parseArgs takes for a forgotten value. */
function joinDashedValues(argv: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? "";
    const value = argv[at + 1];
    if ((word === "--flags" || word === "--prove") && value !== undefined) {
      joined.push(`${word}=${value}`);
      at++;
    } else joined.push(word);
  }
  return joined;
}

async function perform(argv: readonly string[]): Promise<number> {
  const call = parseCall(argv);
  if ("print" in call) {
    process.stdout.write(call.print);
    return 0;
  }
  const interruption = listenForInterrupts();
  const log = makeTerminalLog(process.stderr, process.env);
  const { files, removeTempDirs } = makeFiles(tmpdir());
  try {
    const ports = nodePorts({ files, log, signal: interruption.signal });
    if (call.init !== null) {
      const { initPolicy, initProject } = await import("./init/init.ts");
      const question = process.stderr.isTTY
        ? makeQuestion(interruption.signal, (text) => process.stderr.write(text))
        : null;
      const ask = question && ((text: string) => log.withoutLines(() => question(text)));
      const means = { ports, run, ask };
      const { text, notes } = await (call.init === "init" ? initProject(call, means) : initPolicy(call, means));
      log.close();
      process.stderr.write(notes);
      process.stdout.write(text);
      return 0;
    }
    await refuseUnusablePaths(call.paths, ports.files);
    const request = await requestOf(call, ports);
    if (request.mode === "plan") return await writePlan(request, call, { ports, log });
    const report = await run(request, ports);
    log.close();
    const areWritten = await writeReports(call, report);
    if (report.verdict.outcome === "fail") return 1;
    return areWritten ? 0 : 3;
  } catch (thrown) {
    log.close();
    if (!interruption.signal.aborted) throw thrown;
    throw new Interrupted("interrupted");
  } finally {
    removeTempDirs();
    interruption.reraise();
  }
}

/** The plan to its file, and to stdout as JSON or for people. Throws what cannot be written. */
async function writePlan(
  request: PlanRequest,
  { json }: Call,
  { ports, log }: { readonly ports: Ports; readonly log: { readonly close: () => void } },
): Promise<number> {
  const { describePlan, renderPlan } = await import("./legs/describe-plan.ts");
  const plan = await splitRun(request, ports);
  log.close();
  if (request.file !== null) await ports.files.writeText(resolve(request.file), renderPlan(plan));
  process.stdout.write(json ? renderPlan(plan) : sanitize(describePlan(plan)));
  return 0;
}

async function requestOf({ given, json, paths }: Call, ports: Ports): Promise<Request> {
  const { request } = await configure(given, ports);
  if (request.mode !== "inspect") return request;
  return { ...request, artifacts: { ...request.artifacts, digests: json || paths.has("json") } };
}

/** Whether every file could be written. What one of them lacks is not kept from anybody: the report is printed all the same. */
async function writeReports({ json, paths }: Call, report: Report): Promise<boolean> {
  let areWritten = true;
  for (const [name, path] of paths) {
    const render = await formats[name].load();
    try {
      await makeFolder(dirname(path));
      await writeFile(path, await render(report));
    } catch (thrown) {
      const trouble = describeMachineTrouble(toError(thrown));
      if (trouble === null) throw thrown;
      areWritten = false;
      complain(`--report-${name} ${path} cannot be written: ${trouble}`);
    }
  }
  process.stdout.write(json ? renderJson(report) : renderTerminal(report, terminalStyle()));
  return areWritten;
}

function complain(message: string): void {
  process.stderr.write(`go-linkage: ${message.split("\n").map(logLine).join("\n")}\n`);
}

function terminalStyle(): TerminalStyle {
  const { env, stdout } = process;
  return { color: wantsColor({ env, isTTY: stdout.isTTY }), width: columnsOf(stdout) };
}

/** Streams that nobody reads end nothing, and everything is still put away; a report that cannot be written is exit code 3. */
function guardStreams(): void {
  process.stderr.on("error", () => undefined);
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // The reader has closed its end (`| head`), or the terminal is gone: there is nobody to tell.
    if (error.code === "EPIPE" || error.code === "EIO") return;
    complain(`the report cannot be written: ${describeMachineTrouble(error) ?? error.message}`);
    process.once("exit", () => {
      process.exitCode = 3;
    });
  });
}

/** The command line, to its exit code. */
export async function main(): Promise<number> {
  guardStreams();
  try {
    return await perform(process.argv.slice(2));
  } catch (thrown) {
    const error = toError(thrown);
    if (error instanceof Interrupted) {
      process.stderr.write("interrupted\n");
      return 3;
    }
    if (error instanceof ConfigError) {
      complain(error.message);
      return 2;
    }
    const trouble = describeMachineTrouble(error);
    if (trouble !== null) complain(trouble);
    else complain(`this is a bug in go-linkage, please report it\n${sanitize(error.stack ?? error.message)}`);
    return 3;
  }
}
