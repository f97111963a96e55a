import { dirname, isAbsolute, relative, resolve } from "node:path";
import { ConfigError } from "../errors.ts";
import type { Ports } from "../ports/types.ts";
import { parseRequest } from "./parse-request.ts";
import { type ConfigPlaces, findConfigFile, findPlaces, isWithin, readConfigFile } from "./config-place.ts";
import { foreignEvent } from "./safe-events.ts";
import { type InputName, inputText } from "./inputs.ts";
import { noPolicy, type Policy } from "../model/policy.ts";
import type { Request } from "../model/request.ts";
import type { Strategy } from "../model/strategy.ts";

export type Configured = {
  readonly request: Request;
  /** What was given, laid over what the file gives, those that only a door knows included. */
  readonly inputs: Readonly<Partial<Record<InputName, string>>>;
  /** Those that the file adds, whether or not they are used. */
  readonly strategies: readonly Strategy[];
};

type GivenInputs = Readonly<Record<string, string>>;

type ConfigPorts = Pick<Ports, "files" | "env" | "today">;

/**
 * The inputs of a call or a workflow step, with those of the config file where nothing is given, and the file's strategies and
 * rules. Throws ConfigError, with file, line and column for what is wrong in the file.
 */
export async function configure(given: Readonly<Record<string, string>>, ports: ConfigPorts): Promise<Configured> {
  const nonBlank = Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ""));
  const isLeg = inputText("mode", nonBlank) === "check" && (nonBlank.leg ?? nonBlank.plan) !== undefined;
  const configured = isLeg ? await configureLeg(nonBlank, ports) : await readConfiguration(nonBlank, ports);
  await checkOutputDir(configured.request, ports);
  return configured;
}

/** A leg is given what its plan was given, and judges by the plan's rules: they are the same config file, on the same day. */
async function configureLeg(given: GivenInputs, ports: ConfigPorts): Promise<Configured> {
  const { readOwnLeg } = await import("./plan-file.ts");
  const { own, given: inputs } = await readOwnLeg(given, ports.files);
  const { today } = own.plan.rules.policy;
  const configured = await readConfiguration(inputs, { ...ports, today: () => today || ports.today() });
  const { request } = configured;
  return request.mode === "check" ? { ...configured, request: { ...request, own } } : configured;
}

/** Seen before anything is built. Throws ConfigError for a file in the place of the folder, or of one above it. */
async function checkOutputDir(request: Request, { files }: ConfigPorts): Promise<void> {
  const outputDir = request.mode === "check" ? request.artifacts.outputDir : null;
  if (outputDir === null) return;
  for (let path = resolve(outputDir); ; path = dirname(path)) {
    const kind = await files.kindOf(path);
    if (kind === "folder") return;
    if (kind !== undefined) throw new ConfigError(`output-dir: "${outputDir}": ${path} is a file; give a folder`);
    if (dirname(path) === path) return;
  }
}

async function readConfiguration(nonBlank: GivenInputs, ports: ConfigPorts): Promise<Configured> {
  const { files } = ports;
  const name = inputText("config", nonBlank);
  const today = ports.today();
  const workingDirectory = inputText("working-directory", nonBlank);
  const places = await findPlaces(name, workingDirectory, files);
  const withoutFile = (more: Partial<Policy>): Configured => {
    const policy = { ...noPolicy, today, ...more };
    return { request: parseRequest(nonBlank, { policy }), inputs: nonBlank, strategies: [] };
  };
  const foreign = foreignEvent(ports.env);
  if (foreign !== null && !isTrusted(name, places, ports)) {
    const why = `${name} is not read in a run of ${foreign}, where it may be a stranger's while the run has the rights of the repository`;
    return withoutFile({ notes: [why] });
  }
  const path = await findConfigFile(places, files);
  if (path === undefined && nonBlank.config !== undefined) {
    throw new ConfigError(`config: there is no file "${name}"; looked for ${places.candidates.join(", ")}`);
  }
  const text = path === undefined ? undefined : await readConfigFile(path, files);
  if (path === undefined || text === undefined) {
    return withoutFile({ source: { given: nonBlank, inputs: nonBlank, name, ...places, lines: {} } });
  }
  // Loaded with the first file, and its YAML with it.
  const { parseConfigFile } = await import("./config-file.ts");
  const top = places.root ?? resolve(workingDirectory);
  const file = await parseConfigFile(text, name, (program) => isWithin(top, resolve(top, program)));
  const inputs = { ...file.inputs, ...nonBlank };
  const source = { given: nonBlank, inputs, name, ...places, lines: file.lines };
  const relativePath = relative(resolve(workingDirectory), path).replaceAll("\\", "/");
  const { rules, strategies, runners } = file;
  const policy = { ...noPolicy, file: { name, path: relativePath }, rules, today, source };
  return { request: parseRequest(inputs, { policy, strategies, runners }), inputs, strategies };
}

/** A file that no repository has brought along: one that an absolute path names, outside of all that was checked out. */
function isTrusted(name: string, { root }: ConfigPlaces, { env }: ConfigPorts): boolean {
  const checkouts = [root, env.GITHUB_WORKSPACE ?? null].filter((folder) => folder !== null && folder !== "");
  return isAbsolute(name) && checkouts.every((folder) => folder === null || !isWithin(folder, name));
}
