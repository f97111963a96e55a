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

type World = Pick<Ports, "files" | "env" | "today">;

/**
 * The inputs of a call or a workflow step, with those of the config file where nothing is given, and the file's strategies and
 * rules. Throws ConfigError, with file, line and column for what is wrong in the file.
 */
export async function configure(given: Readonly<Record<string, string>>, world: World): Promise<Configured> {
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ""));
  const name = inputText("config", said);
  const today = world.today();
  const stranger = strangersFile(world);
  if (said.config === undefined && stranger !== null) {
    const policy = { ...noPolicy, today, notes: [stranger] };
    return { request: parseRequest(said, { policy, strategies: [] }), inputs: said, strategies: [] };
  }
  const start = resolve(said["working-directory"]?.trim() ?? ".");
  const candidates = await whereToLook(name, start, world);
  const path = await findFile(candidates, world);
  if (path === undefined && said.config !== undefined) {
    throw new ConfigError(`config: there is no file "${name}"; looked for ${candidates.join(", ")}`);
  }
  const text = path === undefined ? undefined : await world.files.readText(path);
  if (path === undefined || text === undefined) {
    const source = { given: said, name, candidates, lines: {} };
    const policy = { ...noPolicy, today, source };
    return { request: parseRequest(said, { policy, strategies: [] }), inputs: said, strategies: [] };
  }
  // Loaded with the first file, and its YAML with it.
  const { parseConfigFile } = await import("./config-file.ts");
  const file = await parseConfigFile(text, name);
  const source = { given: said, name, candidates, lines: file.lines };
  const inputs = { ...file.inputs, ...said };
  const relativePath = relative(resolve(inputs["working-directory"] ?? "."), path).replaceAll("\\", "/");
  const { rules, strategies } = file;
  const policy = { file: { name, path: relativePath }, rules, today, notes: [], source };
  return { request: parseRequest(inputs, { policy, strategies }), inputs, strategies };
}

/** In these events the file comes from a stranger, and the run has the rights of the repository. */
function strangersFile({ env }: World): string | null {
  const event = env.GITHUB_EVENT_NAME ?? "";
  if (event !== "pull_request_target" && event !== "workflow_run") return null;
  return `${inputText("config", {})} is not read in a run of ${event}, where it may be a stranger's; name it in config to have it read`;
}

/** The working directory and the folders above it, up to the root of the repository, or else to where the run was started. */
async function whereToLook(name: string, start: string, { files }: World): Promise<readonly string[]> {
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

async function findFile(candidates: readonly string[], { files }: World): Promise<string | undefined> {
  for (const path of candidates) {
    const kind = await files.kindOf(path);
    if (kind === "file") return path;
    if (kind !== undefined) throw new ConfigError(`config: "${path}" is no file`);
  }
  return undefined;
}
