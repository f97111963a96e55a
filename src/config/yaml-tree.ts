import type * as Yaml from "yaml";
import type { LineCounter } from "yaml";
import { ConfigError, toError } from "../errors.ts";

/** YAML as far as a config file needs it: text, lists and maps, each with the place where it stands. */
export type Tree = TextTree | ListTree | MapTree | { readonly kind: "nothing"; readonly spot: Spot };
/** Numbers and truth values are text too, as they were written: `2.30` is no `2.3`. */
type TextTree = { readonly kind: "text"; readonly text: string; readonly spot: Spot };
type ListTree = { readonly kind: "list"; readonly items: readonly Tree[]; readonly spot: Spot };
type MapTree = { readonly kind: "map"; readonly entries: readonly Entry[]; readonly spot: Spot };
export type Entry = { readonly key: string; readonly spot: Spot; readonly value: Tree };

/** Both counted from 1. */
export type Spot = { readonly line: number; readonly column: number };

/** A mistake in a config file. */
export function mistake(name: string, { line, column }: Spot, message: string): ConfigError {
  return new ConfigError(`${name}:${line}:${column}: ${message}`);
}

/** In characters. A policy that is longer is none. */
const sizeLimit = 256 * 1024;
const depthLimit = 16;

type Context = { readonly name: string; readonly lines: LineCounter; readonly yaml: typeof Yaml };

/** Throws ConfigError for what is no YAML, and for what a config file has no use for: aliases, tags, several documents. */
export async function parseYaml(text: string, name: string): Promise<Tree> {
  const start = { line: 1, column: 1 };
  if (text.length > sizeLimit) throw mistake(name, start, `the file is longer than ${sizeLimit / 1024} KiB`);
  // Loaded with the first file: a run without one pays nothing.
  const yaml = await import("yaml");
  const context: Context = { name, lines: new yaml.LineCounter(), yaml };
  let document: Yaml.Document.Parsed;
  try {
    // Doubles are found below, without comparing each key with every other.
    const options = { lineCounter: context.lines, uniqueKeys: false, prettyErrors: false, logLevel: "error" } as const;
    document = yaml.parseDocument(text.replace(/^\uFEFF/, ""), options);
  } catch (thrown) {
    throw mistake(name, start, `no YAML that can be read: ${toError(thrown).message}`);
  }
  const [trouble] = [...document.errors, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (trouble !== undefined) throw mistake(name, spotAt(trouble.pos[0], context), describeTrouble(trouble));
  return document.contents === null ? { kind: "nothing", spot: start } : convert(document.contents, 0, context);
}

function describeTrouble({ code, message }: Pick<Yaml.YAMLError, "code" | "message">): string {
  if (code === "MULTIPLE_DOCS") return "a second document begins here, and only one is read: take the --- away";
  return `no YAML that can be read: ${message.split("\n")[0] ?? ""}`;
}

function spotAt(offset: number, { lines }: Context): Spot {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function convert(node: Yaml.Node, depth: number, context: Context): Tree {
  const { yaml, name } = context;
  const spot = spotAt(node.range?.[0] ?? 0, context);
  if (depth > depthLimit) throw mistake(name, spot, `nested more than ${depthLimit} deep`);
  if (yaml.isAlias(node))
    throw mistake(name, spot, `aliases are not read here: write out what *${node.source} stands for`);
  if (node.anchor !== undefined) throw mistake(name, spot, `anchors (&${node.anchor}) are not read here`);
  if (node.tag !== undefined && node.tag !== "!" && !node.tag.startsWith("tag:yaml.org,2002:"))
    throw mistake(name, spot, `tags (${node.tag}) are not read here`);
  if (yaml.isScalar(node)) return convertScalar(node, spot);
  if (yaml.isMap(node)) return { kind: "map", entries: convertEntries(node, depth, context), spot };
  if (!yaml.isSeq(node)) throw mistake(name, spot, "text, a list or a map was expected");
  return { kind: "list", items: node.items.map((item) => convertValue(item, { spot, depth }, context)), spot };
}

function convertScalar({ value, source }: Yaml.Scalar, spot: Spot): Tree {
  if (value === null) return { kind: "nothing", spot };
  return { kind: "text", text: typeof value === "string" ? value : (source ?? ""), spot };
}

function convertValue(
  node: unknown,
  { spot, depth }: { readonly spot: Spot; readonly depth: number },
  context: Context,
): Tree {
  return context.yaml.isNode(node) ? convert(node, depth + 1, context) : { kind: "nothing", spot };
}

function convertEntries(node: Yaml.YAMLMap, depth: number, context: Context): Entry[] {
  const { yaml, name } = context;
  const first = new Map<string, Spot>();
  return node.items.map(({ key, value }) => {
    const spot = yaml.isNode(key) ? spotAt(key.range?.[0] ?? 0, context) : spotAt(node.range?.[0] ?? 0, context);
    const named = convertValue(key, { spot, depth }, context);
    if (named.kind !== "text") throw mistake(name, spot, "the key of a map has to be one word");
    const before = first.get(named.text);
    if (before !== undefined) {
      throw mistake(name, spot, `${quoted(named.text)} is there twice; it stands on line ${before.line} already`);
    }
    first.set(named.text, spot);
    return { key: named.text, spot, value: convertValue(value, { spot, depth }, context) };
  });
}

/** Text of a file within a message: on one line, and not too much of it. */
export function quoted(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  return JSON.stringify(short);
}
