import { isAbsolute, normalize } from "node:path";
import * as v from "valibot";
import type { RunnerLabel } from "../model/leg-plan.ts";
import type { Rule } from "../model/policy.ts";
import type { Strategy } from "../model/strategy.ts";
import { baseConfigSchema, configSchema } from "./config-schema.ts";
import { type InputName, isInputName } from "./inputs.ts";
import { type IsInRepository, refusalsOf } from "./programs-in-file.ts";
import { mistake, type Place, quoted, readYaml, type YamlNode } from "./yaml-document.ts";

/** What a config file says. */
export type ConfigFile = {
  /** Values as the doors would hand them over. */
  readonly inputs: Readonly<Partial<Record<InputName, string>>>;
  /** The line of each input by its name, and of each key of a strategy: `strategies.NAME`, `strategies.NAME.KEY`. */
  readonly lines: Readonly<Partial<Record<string, number>>>;
  readonly strategies: readonly Strategy[];
  readonly rules: readonly Rule[];
  /** The runner for a GOOS/GOARCH. */
  readonly runners: Readonly<Record<string, RunnerLabel>>;
};

/** Reads the config file of what is checked out. `name` is how messages call it. Throws ConfigError with file, line and column. */
export async function parseConfigFile(
  text: string,
  name: string,
  isInRepository: IsInRepository = isBelow,
): Promise<ConfigFile> {
  const root = await readYaml(text, name);
  const file = readFile(root, { name, schema: configSchema });
  const [refused] = refusalsOf(file, isInRepository)
    .map(({ path, message }): Located => {
      const found = find(root, path);
      return { place: found.node.place, message: `${path.join(".")}: ${message}` };
    })
    .toSorted(inOrder);
  if (refused !== undefined) throw mistake(name, refused.place, refused.message);
  return file;
}

/** Reads the copy of a base commit, which was judged before: what a file may not say any more is left out. Throws ConfigError. */
export async function parseBaseConfigFile(text: string, name: string): Promise<ConfigFile> {
  return readFile(await readYaml(text, name), { name, schema: baseConfigSchema });
}

/** Of a file whose repository is not known. */
function isBelow(path: string): boolean {
  return !isAbsolute(path) && !normalize(path).startsWith("..");
}

function readFile(
  root: YamlNode,
  { name, schema }: { readonly name: string; readonly schema: typeof configSchema },
): ConfigFile {
  const parsed = v.safeParse(schema, root.value);
  if (!parsed.success) {
    const [first] = parsed.issues.map((issue) => locate(issue, root)).toSorted(inOrder);
    throw first === undefined ? new Error("valibot found nothing") : mistake(name, first.place, first.message);
  }
  const { inputs, strategies, rules, runners } = parsed.output;
  const given: Partial<Record<InputName, string>> = {};
  const lines: Partial<Record<string, number>> = linesBelow(root, ["strategies"]);
  for (const [key, value] of Object.entries(inputs)) {
    if (!isInputName(key) || value == null) continue;
    given[key] = value;
    lines[key] = find(root, ["inputs", key]).keyPlace.line;
  }
  const own = Object.entries(strategies).map(([key, { summary, ...strategy }]) => {
    return { name: key, ...strategy, summary: summary ?? `Of ${name}.` };
  });
  return {
    inputs: given,
    lines,
    strategies: own,
    runners,
    rules: rules.map((rule, at) => ({ ...rule, line: find(root, ["rules", at]).node.place.line })),
  };
}

/** `strategies.mine.env.CC` → the line of that key, for all that is below a part of the file. */
function linesBelow(root: YamlNode, path: readonly string[]): Partial<Record<string, number>> {
  const { node, isWhole } = find(root, path);
  if (!isWhole) return {};
  const entries = [...node.children].flatMap(([key, { keyPlace }]) => {
    if (typeof key === "number") return [];
    const whole = [...path, key];
    return [[whole.join("."), keyPlace.line] as const, ...Object.entries(linesBelow(root, whole))];
  });
  return Object.fromEntries(entries);
}

type Located = { readonly place: Place; readonly message: string };

/** Where an issue is, and what to say of it. */
function locate(issue: v.BaseIssue<unknown>, root: YamlNode): Located {
  const found = find(
    root,
    (issue.path ?? []).map(({ key }) => key),
  );
  const isKey = issue.path?.at(-1)?.origin === "key" && found.isWhole;
  // A name that is not known is a mistake of the map that it stands in.
  const path = isKey && issue.type === "strict_object" ? found.path.slice(0, -1) : found.path;
  const words = path.map((key) => {
    if (typeof key === "number") return `[${key}]`;
    return `.${/^[\w-]+$/.test(key) ? key : quoted(key)}`;
  });
  const where = words.join("").replace(/^\./, "");
  return {
    place: isKey ? found.keyPlace : found.node.place,
    message: where === "" ? issue.message : `${where}: ${issue.message}`,
  };
}

type FoundEntry = {
  readonly node: YamlNode;
  readonly keyPlace: Place;
  readonly path: readonly (string | number)[];
  /** Whether all of the path is in the file: a list of one may be written without the list. */
  readonly isWhole: boolean;
};

function find(root: YamlNode, keys: readonly unknown[]): FoundEntry {
  let found: FoundEntry = { node: root, keyPlace: root.place, path: [], isWhole: true };
  for (const key of keys) {
    const child = typeof key === "string" || typeof key === "number" ? found.node.children.get(key) : undefined;
    if (child === undefined) return { ...found, isWhole: false };
    found = { ...child, path: [...found.path, key as string | number], isWhole: true };
  }
  return found;
}

function inOrder(a: Located, b: Located): number {
  return a.place.line - b.place.line || a.place.column - b.place.column;
}
