import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { ConfigError } from "../errors.ts";
import type { Ports } from "../ports/types.ts";
import { parseRequest } from "./parse-request.ts";
import { type InputName, inputText } from "./inputs.ts";
import { noPolicy } from "../model/policy.ts";
import type { Request } from "../model/request.ts";
import type { Strategy } from "../model/strategy.ts";

export type Configured = {
  readonly request: Request;
  /** What was given, laid over what the file gives, those that only a door knows included. */
  readonly inputs: Readonly<Partial<Record<InputName, string>>>;
  /** Those that the file adds, whether or not they are used. */
  readonly strategies: readonly Strategy[];
};

type ConfigPorts = Pick<Ports, "files" | "env" | "today">;

/**
 * The inputs of a call or a workflow step, with those of the config file where nothing is given, and the file's strategies and
 * rules. Throws ConfigError, with file, line and column for what is wrong in the file.
 */
export async function configure(given: Readonly<Record<string, string>>, ports: ConfigPorts): Promise<Configured> {
  const nonBlank = Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ""));
  const name = inputText("config", nonBlank);
  const today = ports.today();
  const foreign = foreignFile(ports);
  if (nonBlank.config === undefined && foreign !== null) {
    const policy = { ...noPolicy, today, notes: [foreign] };
    return { request: parseRequest(nonBlank, { policy, strategies: [] }), inputs: nonBlank, strategies: [] };
  }
  const start = resolve(nonBlank["working-directory"]?.trim() ?? ".");
  const candidates = await whereToLook(name, start, ports);
  const path = await findFile(candidates, ports);
  if (path === undefined && nonBlank.config !== undefined) {
    throw new ConfigError(`config: there is no file "${name}"; looked for ${candidates.join(", ")}`);
  }
  const text = path === undefined ? undefined : await ports.files.readText(path);
  if (path === undefined || text === undefined) {
    const source = { given: nonBlank, name, candidates, lines: {} };
    const policy = { ...noPolicy, today, source };
    return { request: parseRequest(nonBlank, { policy, strategies: [] }), inputs: nonBlank, strategies: [] };
  }
  // Loaded with the first file, and its YAML with it.
  const { parseConfigFile } = await import("./config-file.ts");
  const file = await parseConfigFile(text, name);
  const source = { given: nonBlank, name, candidates, lines: file.lines };
  const inputs = { ...file.inputs, ...nonBlank };
  const relativePath = relative(resolve(inputs["working-directory"] ?? "."), path).replaceAll("\\", "/");
  const { rules, strategies } = file;
  const policy = { file: { name, path: relativePath }, rules, today, notes: [], source };
  return { request: parseRequest(inputs, { policy, strategies }), inputs, strategies };
}

/** In these events the file comes from a stranger, and the run has the rights of the repository. */
function foreignFile({ env }: ConfigPorts): string | null {
  const event = env.GITHUB_EVENT_NAME ?? "";
  if (event !== "pull_request_target" && event !== "workflow_run") return null;
  return `${inputText("config", {})} is not read in a run of ${event}, where it may be a stranger's; name it in config to have it read`;
}

/** The working directory and the folders above it, up to the root of the repository, or else to where the run was started. */
async function whereToLook(name: string, start: string, { files }: ConfigPorts): Promise<readonly string[]> {
  if (isAbsolute(name)) return [name];
  const above: string[] = [];
  for (let dir = start; ; dir = dirname(dir)) {
    above.push(dir);
    if ((await files.kindOf(join(dir, ".git"))) !== undefined) return above.map((each) => join(each, name));
    if (dirname(dir) === dir) break;
  }
  const here = above.indexOf(resolve("."));
  return above.slice(0, Math.max(here, 0) + 1).map((each) => join(each, name));
}

async function findFile(candidates: readonly string[], { files }: ConfigPorts): Promise<string | undefined> {
  for (const path of candidates) {
    const kind = await files.kindOf(path);
    if (kind === "file") return path;
    if (kind !== undefined) throw new ConfigError(`config: "${path}" is no file`);
  }
  return undefined;
}
