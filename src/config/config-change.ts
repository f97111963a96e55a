import { relative, resolve } from "node:path";
import type { Source } from "../model/policy.ts";
import type { CheckRequest, JudgedRequest } from "../model/request.ts";
import type { SettingChange } from "../model/setting-change.ts";
import { plainShip } from "./choose-strategies.ts";
import type { ConfigFile } from "./config-file.ts";
import { compareStrategies } from "./strategy-change.ts";
import type { GivenInputs, WorkflowChange } from "./workflow-change.ts";

/** The base's copy of the config file; `file` is null where it has none, or none that can be read. */
export type ConfigCopy = {
  readonly file: ConfigFile | null;
  /** Where the base has it: absolute; null without one. */
  readonly path: string | null;
};

type HeadSide = { readonly request: JudgedRequest; readonly source: Source; readonly workflow: WorkflowChange };

/** Inputs that decide how a program is built, in the order in which they are likely to be to blame. */
const buildInputs = ["ship", "flags", "go-version", "go-version-file", "working-directory", "platforms"] as const;

/** What the config file gives otherwise than its copy on the base, with its line. */
export function changesOfFile(
  base: JudgedRequest,
  copy: ConfigCopy,
  { request, source, workflow }: HeadSide,
): readonly SettingChange[] {
  const textOf = (text: string | undefined): string | null => (text?.trim() ?? "") || null;
  const inputs: GivenInputs = { ...copy.file?.inputs, ...workflow.given };
  const ofInputs = buildInputs
    .filter((name) => workflow.changes.every((change) => change.name !== name))
    .map((name) => ({ name, before: textOf(inputs[name]), after: textOf(source.inputs[name]) }))
    .filter(({ before, after }) => before !== after);
  return [...ofInputs, ...changesOfStrategy(base, request)].map((change) => {
    return { ...change, ...placeOfChange(change.name, copy, { request, source }) };
  });
}

/** What ships under the same name on both sides, where the file defines it in another way. */
function changesOfStrategy(base: JudgedRequest, head: JudgedRequest): ReturnType<typeof compareStrategies> {
  if (base.mode === "inspect" || head.mode === "inspect") return [];
  const [[before], [after]] = [shippedBuild(base).strategies, shippedBuild(head).strategies];
  return before === undefined || after?.name !== before.name ? [] : compareStrategies(before, after);
}

/**
 * The line of the head's file that gives a setting. Where it has none, the file alone, out of which it was taken; of a file that is
 * gone, the line that it had.
 */
function placeOfChange(
  name: string,
  { file, path: basePath }: ConfigCopy,
  { request, source }: Pick<HeadSide, "request" | "source">,
): Pick<SettingChange, "file" | "line"> {
  const nowhere = { file: null, line: null };
  const path = request.gate.policy.file?.path ?? null;
  // What the workflow or the call gives stands in no file.
  if (source.given[name] !== undefined) return nowhere;
  const line = lineOf(name, source.lines);
  const lineBefore = lineOf(name, file?.lines ?? {});
  if (line !== null && path !== null) return { file: path, line };
  if (lineBefore === null) return nowhere;
  if (path !== null) return { file: path, line: null };
  if (basePath === null) return nowhere;
  const start = resolve(request.where.workingDirectory);
  return { file: relative(start, basePath).replaceAll("\\", "/"), line: lineBefore };
}

/** -linkmode and -extldflags may stand in ldflags too. */
function lineOf(name: string, lines: Source["lines"]): number | null {
  return lines[name] ?? lines[name.replace(/\.(?:linkmode|extldflags)$/, ".ldflags")] ?? null;
}

/** The build of a request with the strategy that ships alone. */
export function shippedBuild({ build }: CheckRequest): CheckRequest["build"] {
  return { ...build, strategies: build.strategies.filter(({ name }) => name === plainShip(build.ship)) };
}
