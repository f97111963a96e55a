import { ConfigError } from "../errors.ts";
import { strategies as builtIn } from "../go/strategies.ts";
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
import { type InputName, inputNames, inputs as table, isInputName } from "./inputs.ts";
import type { Rule } from "../model/policy.ts";
import type { Strategy } from "../model/strategy.ts";

/** What a config file says. docs/config.schema.json says the same for editors. */
export type ConfigFile = {
  /** Values as the doors would hand them over. */
  readonly inputs: Readonly<Partial<Record<InputName, string>>>;
  /** The line of each input. */
  readonly lines: Readonly<Partial<Record<InputName, number>>>;
  readonly strategies: readonly Strategy[];
  readonly rules: readonly Rule[];
};

/** The inputs that a file can give: all but its own name, and what only the runner knows. */
export const fileInputs: readonly InputName[] = inputNames.filter((name) => table[name].inFile !== null);

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

function isFileInput(name: string): name is InputName {
  return isInputName(name) && table[name].inFile !== null;
}

function parseInputs(piece: Piece, own: readonly Strategy[]): Pick<ConfigFile, "inputs" | "lines"> {
  fieldsOf(piece, fileInputs, (key) => (key === "config" ? "a file cannot name another" : undefined));
  const inputs: Partial<Record<InputName, string>> = {};
  const lines: Partial<Record<InputName, number>> = {};
  for (const field of entriesOf(piece)) {
    if (!isGiven(field) || !isFileInput(field.key)) continue;
    inputs[field.key] = parseInput(field, field.key, own);
    lines[field.key] = field.spot.line;
  }
  return { inputs, lines };
}

function parseInput(piece: Piece, name: InputName, own: readonly Strategy[]): string {
  const { isList, words, parse } = table[name];
  const texts = piece.tree.kind === "list" && isList ? itemsOf(piece) : [piece];
  const known = [...builtIn, ...own].map((each) => each.name);
  if (name === "ship") checkNames([piece], known);
  if (name === "strategies") checkNames(oneOrMore(piece), ["all", ...known]);
  const value = texts.map(textOf).join("\n");
  if (value.trim() === "") return value;
  if (words !== null && !isList) return choiceOf<string>(piece, words);
  try {
    parse(value.trim());
  } catch (thrown) {
    if (!(thrown instanceof ConfigError)) throw thrown;
    refuse(piece, thrown.message);
  }
  return value;
}

function checkNames(pieces: readonly Piece[], known: readonly string[]): void {
  for (const piece of pieces) {
    for (const word of textOf(piece).split(/[\s,]+/)) {
      if (word === "" || known.includes(word)) continue;
      refuse(piece, `${quoted(word)} is not one of: ${known.join(", ")}${meant(word, known)}`);
    }
  }
}
