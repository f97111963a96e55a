import { resolve } from "node:path";
import { ConfigError } from "../errors.ts";
import { plainShip } from "../config/choose-strategies.ts";
import { configure, type Configured } from "../config/configure.ts";
import { inputs, isInputName } from "../config/inputs.ts";
import { noLimits, noPolicy } from "../model/policy.ts";
import type { Report } from "../model/report.ts";
import type { CheckRequest, ReportRequest } from "../model/request.ts";
import type { Ports } from "../ports/types.ts";
import { renderPolicy } from "./first-policy.ts";

export type Means = {
  readonly ports: Ports;
  readonly run: (request: ReportRequest, ports: Ports) => Promise<Report>;
};

type Call = {
  readonly given: Readonly<Record<string, string>>;
  /** Where it is to be written; undefined: the place where it is looked for. */
  readonly output: string | undefined;
};

/** What a policy is to be written from. */
export type PolicyPlan = {
  readonly configured: Configured;
  readonly request: CheckRequest;
  /** Absolute. */
  readonly path: string;
};

/** Reads inputs and config file of a call and finds the policy's place. Throws ConfigError; `command` begins its message. */
export async function planPolicy({ given, output }: Call, command: string, ports: Ports): Promise<PolicyPlan> {
  const configured = await configure(given, ports);
  const { request } = configured;
  if (request.mode !== "check" && request.mode !== "explain")
    throw new ConfigError(`${command}: it builds the programs; name packages`);
  const { source } = request.gate.policy;
  const found = await firstFile(source?.candidates ?? [], ports);
  return { configured, request, path: resolve(output ?? found ?? source?.candidates.at(-1) ?? "") };
}

/** A request without a base and without rules: it only says what the programs are. */
export function withoutGate(request: CheckRequest): CheckRequest {
  const gate = { ...request.gate, ...noLimits, baseline: "none", require: "none", policy: noPolicy } as const;
  return { ...request, gate };
}

/**
 * Builds what ships and returns the policy under which all of it passes. What a config file that is there gives of inputs and
 * strategies stays. Throws ConfigError if nothing could be built; `command` begins its message.
 */
export async function draftPolicy(
  { configured, request }: PolicyPlan,
  command: string,
  { ports, run }: Means,
): Promise<{ readonly text: string; readonly report: Report }> {
  const { inputs: given, strategies } = configured;
  const { build, gate } = request;
  const shipped = { ...build, strategies: build.strategies.filter(({ name }) => name === plainShip(build.ship)) };
  const report = await run(withoutGate({ ...request, build: shipped }), ports);
  const cells = report.cells.filter(({ role }) => role !== "compared");
  if (!cells.some(({ status }) => status === "built")) {
    throw new ConfigError(`${command}: no shipped build succeeded: ${report.verdict.reason}`);
  }
  const { source } = gate.policy;
  const isKept = ([name]: readonly [string, string]): boolean =>
    (isInputName(name) && inputs[name].ofProject) || Object.hasOwn(source?.lines ?? {}, name);
  const kept = Object.fromEntries(Object.entries(given).filter(isKept));
  return { text: renderPolicy({ cells, inputs: kept, strategies }), report };
}

async function firstFile(paths: readonly string[], { files }: Pick<Ports, "files">): Promise<string | undefined> {
  for (const path of paths) if ((await files.kindOf(path)) === "file") return path;
  return undefined;
}
