import { resolve } from "node:path";
import { ConfigError } from "../errors.ts";
import type { Ports } from "../ports/types.ts";
import { plainShip } from "../config/choose-strategies.ts";
import { configure } from "../config/configure.ts";
import { inputs, isInputName } from "../config/inputs.ts";
import { renderPolicy } from "./first-policy.ts";
import { noPolicy } from "../model/policy.ts";
import type { Report } from "../model/report.ts";
import type { Request } from "../model/request.ts";

type Call = {
  readonly given: Readonly<Record<string, string>>;
  /** `-`: nothing is written; undefined: the place where it is looked for. */
  readonly output: string | undefined;
  readonly force: boolean;
};

type Means = { readonly ports: Ports; readonly run: (request: Request, ports: Ports) => Promise<Report> };

/**
 * Builds what ships, as it is, and writes the policy under which all of it passes. What a file that is there gives of inputs and
 * strategies stays. Returns what to print. Throws ConfigError.
 */
export async function initPolicy(call: Call, { ports, run }: Means): Promise<string> {
  const { output, force } = call;
  const { files } = ports;
  const { request, inputs: given, strategies } = await configure(call.given, ports);
  if (request.mode === "inspect") throw new ConfigError("policy init: it builds the programs; name packages");
  const { build, gate } = request;
  const { source } = gate.policy;
  const found = await firstFile(source?.candidates ?? [], ports);
  const path = output === "-" ? null : resolve(output ?? found ?? source?.candidates.at(-1) ?? "");
  if (path !== null && !force && (await files.kindOf(path)) !== undefined) {
    throw new ConfigError(`policy init: ${output ?? path} already exists; use --force to overwrite it`);
  }
  const shipped = { ...build, strategies: build.strategies.filter(({ name }) => name === plainShip(build.ship)) };
  const noGate = { ...gate, baseline: "none", require: "none", policy: noPolicy } as const;
  const report = await run({ ...request, build: shipped, gate: noGate }, ports);
  const cells = report.cells.filter(({ role }) => role !== "compared");
  if (!cells.some(({ status }) => status === "built")) {
    throw new ConfigError(`policy init: no shipped build succeeded: ${report.verdict.reason}`);
  }
  const isKept = ([name]: readonly [string, string]): boolean =>
    (isInputName(name) && inputs[name].ofProject) || Object.hasOwn(source?.lines ?? {}, name);
  const text = renderPolicy({ cells, inputs: Object.fromEntries(Object.entries(given).filter(isKept)), strategies });
  if (path === null) return text;
  await files.writeText(path, text);
  return `wrote ${output ?? path}; read it, and commit it\n`;
}

async function firstFile(paths: readonly string[], { files }: Pick<Ports, "files">): Promise<string | undefined> {
  for (const path of paths) if ((await files.kindOf(path)) === "file") return path;
  return undefined;
}
