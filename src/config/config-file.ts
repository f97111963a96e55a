import { ConfigError } from "../errors.ts";
import { strategies as builtIn } from "../go/strategies.ts";
import { parseRequest } from "./parse-request.ts";
import {
  choiceOf,
  entriesOf,
  fieldsOf,
  isGiven,
  itemsOf,
  meant,
  oneOrMore,
  type Piece,
  refuse,
  textOf,
} from "./checks.ts";
import { parseStrategies } from "./own-strategies.ts";
import { parseRule } from "./parse-rules.ts";
import { parseYaml, quoted } from "./yaml-tree.ts";
import { inputDefaults, type Inputs, commentModes } from "../model/inputs.ts";
import { noPolicy, type Rule } from "../model/policy.ts";
import type { Strategy } from "../model/strategy.ts";

/** What a config file says. docs/config.schema.json says the same for editors. */
export type ConfigFile = {
  /** Values as the doors would hand them over. */
  readonly inputs: Readonly<Partial<Record<FileInput, string>>>;
  /** The line of each input. */
  readonly lines: Readonly<Partial<Record<FileInput, number>>>;
  readonly strategies: readonly Strategy[];
  readonly rules: readonly Rule[];
};

/** Inputs of the action that the engine knows nothing of, with their values. */
const doorInputs = { "add-to-path": ["true", "false"], summary: ["true", "false"], comment: commentModes } as const;

export type FileInput = Exclude<keyof Inputs, "config"> | keyof typeof doorInputs;

/** The inputs that a file can give: all but its own name. */
export const fileInputs: readonly FileInput[] = [
  ...(Object.keys(inputDefaults) as (keyof Inputs)[]).filter((name) => name !== "config"),
  ...(Object.keys(doorInputs) as (keyof typeof doorInputs)[]),
];

/** These may be lists; each item stands for a line. */
export const listInputs: readonly FileInput[] = [
  "packages",
  "platforms",
  "strategies",
  "binaries",
  "fail-on",
  "go-download-base-url",
];

const sections = ["inputs", "strategies", "rules"] as const;

/** Reads a config file. `name` is how messages call it. Throws ConfigError with file, line and column. */
export async function parseConfigFile(text: string, name: string): Promise<ConfigFile> {
  const tree = await parseYaml(text, name);
  if (tree.kind === "nothing") return { inputs: {}, lines: {}, strategies: [], rules: [] };
  const fields = fieldsOf({ tree, path: "", file: name }, sections, (key) =>
    isFileInput(key) ? `inputs stand below the key inputs (inputs: { ${key}: … })` : undefined,
  );
  const [inputs, strategies, rules] = sections.map((section) => fields.get(section));
  const own = isGiven(strategies) ? parseStrategies(strategies) : [];
  return {
    ...(isGiven(inputs) ? parseInputs(inputs, own) : { inputs: {}, lines: {} }),
    strategies: own,
    rules: isGiven(rules) ? itemsOf(rules).map(parseRule) : [],
  };
}

function isFileInput(name: string): name is FileInput {
  return (fileInputs as readonly string[]).includes(name);
}

function parseInputs(piece: Piece, own: readonly Strategy[]): Pick<ConfigFile, "inputs" | "lines"> {
  fieldsOf(piece, fileInputs, (key) => (key === "config" ? "a file cannot name another" : undefined));
  const inputs: Partial<Record<FileInput, string>> = {};
  const lines: Partial<Record<FileInput, number>> = {};
  for (const field of entriesOf(piece)) {
    if (!isGiven(field) || !isFileInput(field.key)) continue;
    inputs[field.key] = parseInput(field, field.key, own);
    lines[field.key] = field.spot.line;
  }
  return { inputs, lines };
}

function parseInput(piece: Piece, name: FileInput, own: readonly Strategy[]): string {
  const isList = piece.tree.kind === "list" && listInputs.includes(name);
  const texts = isList ? itemsOf(piece) : [piece];
  const known = [...builtIn, ...own].map((each) => each.name);
  if (name === "ship") checkNames([piece], known);
  if (name === "strategies") checkNames(oneOrMore(piece), ["all", ...known]);
  const value = texts.map(textOf).join("\n");
  if (isDoorInput(name)) return choiceOf<string>(piece, doorInputs[name]);
  try {
    // A mode may need another input, and no input may need a mode.
    parseRequest({ [name]: value }, { policy: noPolicy, strategies: own });
  } catch (thrown) {
    if (!(thrown instanceof ConfigError)) throw thrown;
    if (thrown.message.startsWith(`${name}: `)) refuse(piece, thrown.message.slice(name.length + 2));
  }
  return value;
}

function isDoorInput(name: FileInput): name is keyof typeof doorInputs {
  return Object.hasOwn(doorInputs, name);
}

function checkNames(pieces: readonly Piece[], known: readonly string[]): void {
  for (const piece of pieces) {
    for (const word of textOf(piece).split(/[\s,]+/)) {
      if (word === "" || known.includes(word)) continue;
      refuse(piece, `${quoted(word)} is not one of: ${known.join(", ")}${meant(word, known)}`);
    }
  }
}
