import type * as Yaml from "yaml";
import type { LineCounter } from "yaml";
import { ConfigError, toError } from "../errors.ts";

/** A YAML value with the place of each part of it. */
export type YamlNode = {
  /**
   * Text, null, a list or an object without a prototype. Numbers and truth values are text, as they were written: `2.30` is not `2.3`.
   */
  readonly value: unknown;
  readonly place: Place;
  /** Of a list by index, of a map by name. */
  readonly children: ReadonlyMap<string | number, { readonly keyPlace: Place; readonly node: YamlNode }>;
};

/** Both counted from 1. */
export type Place = { readonly line: number; readonly column: number };

/** A mistake in a config file. */
export function mistake(name: string, { line, column }: Place, message: string): ConfigError {
  return new ConfigError(`${name}:${line}:${column}: ${message}`);
}

/** In characters. A policy is never longer. */
const sizeLimit = 256 * 1024;
const depthLimit = 16;

type Reader = { readonly name: string; readonly lines: LineCounter; readonly yaml: typeof Yaml };

/** Throws ConfigError for invalid YAML, and for what a config file has no use for: aliases, tags, several documents. */
export async function readYaml(text: string, name: string): Promise<YamlNode> {
  const start = { line: 1, column: 1 };
  if (text.length > sizeLimit) throw mistake(name, start, `the file is longer than ${sizeLimit / 1024} KiB`);
  // Loaded with the first file: a run without one pays nothing.
  const yaml = await import("yaml");
  const reader: Reader = { name, lines: new yaml.LineCounter(), yaml };
  let document: Yaml.Document.Parsed;
  try {
    // Doubles are found below, without comparing each key with every other.
    const options = { lineCounter: reader.lines, uniqueKeys: false, prettyErrors: false, logLevel: "error" } as const;
    document = yaml.parseDocument(text.replace(/^\uFEFF/, ""), options);
  } catch (thrown) {
    throw mistake(name, start, `no YAML that can be read: ${toError(thrown).message}`);
  }
  const [trouble] = [...document.errors, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (trouble !== undefined) throw mistake(name, placeAt(trouble.pos[0], reader), describeTrouble(trouble));
  return document.contents === null ? leaf(null, start) : convert(document.contents, 0, reader);
}

function describeTrouble({ code, message }: Pick<Yaml.YAMLError, "code" | "message">): string {
  if (code === "MULTIPLE_DOCS") return "a second document begins here, and only one is read: take the --- away";
  return `no YAML that can be read: ${message.split("\n")[0] ?? ""}`;
}

function placeAt(offset: number, { lines }: Reader): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function leaf(value: string | null, place: Place): YamlNode {
  return { value, place, children: new Map() };
}

function convert(node: Yaml.Node, depth: number, reader: Reader): YamlNode {
  const { yaml, name } = reader;
  const place = placeAt(node.range?.[0] ?? 0, reader);
  if (depth > depthLimit) throw mistake(name, place, `nested more than ${depthLimit} deep`);
  if (yaml.isAlias(node))
    throw mistake(name, place, `aliases are not read here: write out what *${node.source} stands for`);
  if (node.anchor !== undefined) throw mistake(name, place, `anchors (&${node.anchor}) are not read here`);
  if (node.tag !== undefined && node.tag !== "!" && !node.tag.startsWith("tag:yaml.org,2002:"))
    throw mistake(name, place, `tags (${node.tag}) are not read here`);
  if (yaml.isScalar(node)) {
    const { value, source } = node;
    return leaf(value === null ? null : typeof value === "string" ? value : (source ?? ""), place);
  }
  if (yaml.isMap(node)) return convertMap(node, depth, reader);
  if (!yaml.isSeq(node)) throw mistake(name, place, "text, a list or a map was expected");
  const nodes = node.items.map((item) => convertChild(item, { place, depth }, reader));
  return {
    value: nodes.map(({ value }) => value),
    place,
    children: new Map(nodes.map((child, at) => [at, { keyPlace: child.place, node: child }])),
  };
}

function convertChild(
  node: unknown,
  { place, depth }: { readonly place: Place; readonly depth: number },
  reader: Reader,
): YamlNode {
  return reader.yaml.isNode(node) ? convert(node, depth + 1, reader) : leaf(null, place);
}

function convertMap(map: Yaml.YAMLMap, depth: number, reader: Reader): YamlNode {
  const { yaml, name } = reader;
  const start = placeAt(map.range?.[0] ?? 0, reader);
  const children = new Map<string, { keyPlace: Place; node: YamlNode }>();
  // Without a prototype, a key such as __proto__ is one like any other.
  const value = Object.create(null) as Record<string, unknown>;
  for (const item of map.items) {
    const place = yaml.isNode(item.key) ? placeAt(item.key.range?.[0] ?? 0, reader) : start;
    const { value: key } = convertChild(item.key, { place, depth }, reader);
    if (typeof key !== "string") throw mistake(name, place, "the key of a map has to be one word");
    const before = children.get(key);
    if (before !== undefined) {
      throw mistake(name, place, `${quoted(key)} occurs twice; it stands on line ${before.keyPlace.line} already`);
    }
    const node = convertChild(item.value, { place, depth }, reader);
    children.set(key, { keyPlace: place, node });
    value[key] = node.value;
  }
  return { value, place: start, children };
}

/** Text of a file within a message: on one line, and not too much of it. */
export function quoted(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  return JSON.stringify(short);
}
