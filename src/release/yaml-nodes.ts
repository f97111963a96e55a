import type * as Yaml from "yaml";
import { toError } from "../errors.ts";
import { type Located, Misread } from "./misread.ts";

/** A YAML value as the readers of Go see it: scalars are text as written, aliases and merge keys are resolved. Lines count from 1. */
export type YamlNode = YamlScalar | YamlList | YamlMap;
export type YamlScalar = { readonly kind: "scalar"; readonly line: number; readonly text: string | null };
export type YamlList = { readonly kind: "list"; readonly line: number; readonly items: readonly YamlNode[] };
export type YamlMap = { readonly kind: "map"; readonly line: number; readonly entries: ReadonlyMap<string, YamlNode> };

/** In characters; configurations of large projects have some 60,000. */
const sizeLimit = 512 * 1024;
const depthLimit = 40;
/** Steps of one file: entries of maps that are merged are counted each time. */
const workLimit = 200_000;

type Reader = {
  readonly yaml: typeof Yaml;
  readonly lines: Yaml.LineCounter;
  /** What an alias stands for; null while the node is still being read. */
  readonly anchors: Map<string, YamlNode | null>;
  work: number;
};

/**
 * Reads the first document of a file; null when it is empty. Throws Misread for what is no YAML, for keys that are there twice (Go's
 * reader refuses them), and for files that are built to take long.
 */
export async function readYamlNodes(text: string): Promise<YamlNode | null> {
  if (text.length > sizeLimit) throw new Misread({ text: "", line: 1 }, `is longer than ${sizeLimit / 1024} KiB`);
  const yaml = await import("yaml");
  const lines = new yaml.LineCounter();
  const document = parse(text, { yaml, lines });
  const [trouble] = document.errors.filter(({ code }) => code !== "MULTIPLE_DOCS");
  if (trouble !== undefined) {
    const line = Math.max(lines.linePos(trouble.pos[0]).line, 1);
    throw new Misread({ text: lineOf(text, line), line }, `is not valid YAML: ${trouble.message.split("\n")[0] ?? ""}`);
  }
  const reader: Reader = { yaml, lines, anchors: new Map(), work: 0 };
  return document.contents === null ? null : convert(document.contents, 0, reader);
}

function parse(text: string, { yaml, lines }: Pick<Reader, "yaml" | "lines">): Yaml.Document.Parsed {
  try {
    // Doubles are found below, without comparing each key with every other.
    const options = { lineCounter: lines, uniqueKeys: false, prettyErrors: false, logLevel: "silent" } as const;
    return yaml.parseDocument(text.replace(/^\uFEFF/, ""), options);
  } catch (thrown) {
    throw new Misread({ text: "", line: 1 }, `is not valid YAML: ${toError(thrown).message.split("\n")[0] ?? ""}`);
  }
}

function lineOf(text: string, line: number): string {
  return (text.split("\n", line)[line - 1] ?? "").trim();
}

function convert(node: Yaml.Node, depth: number, reader: Reader): YamlNode {
  const line = Math.max(reader.lines.linePos(node.range?.[0] ?? 0).line, 1);
  spend(1, line, reader);
  if (depth > depthLimit) throw new Misread({ text: "", line }, `is nested more than ${depthLimit} deep`);
  if (reader.yaml.isAlias(node)) return resolveAlias(node.source, line, reader);
  const anchor = "anchor" in node && typeof node.anchor === "string" ? node.anchor : null;
  if (anchor !== null) reader.anchors.set(anchor, null);
  const converted = convertPlain(node, { depth, line }, reader);
  if (anchor !== null) reader.anchors.set(anchor, converted);
  return converted;
}

function resolveAlias(name: string, line: number, { anchors }: Reader): YamlNode {
  const found = anchors.get(name);
  if (found === undefined) throw new Misread({ text: `*${name}`, line }, "is an alias without an anchor before it");
  if (found === null) throw new Misread({ text: `*${name}`, line }, "contains itself");
  return found;
}

function spend(steps: number, line: number, reader: Reader): void {
  reader.work += steps;
  if (reader.work > workLimit) throw new Misread({ text: "", line }, "is too large when its aliases are written out");
}

type Where = { readonly depth: number; readonly line: number };

function convertPlain(node: Yaml.Node, { depth, line }: Where, reader: Reader): YamlNode {
  const { yaml } = reader;
  if (yaml.isScalar(node)) {
    const { value, source } = node;
    return { kind: "scalar", line, text: value === null ? null : typeof value === "string" ? value : (source ?? "") };
  }
  if (yaml.isMap(node)) return convertMap(node, { depth, line }, reader);
  if (!yaml.isSeq(node)) throw new Misread({ text: "", line }, "is neither text, a list nor a map");
  const items = node.items.map((item) => convertItem(item, { depth, line }, reader));
  return { kind: "list", line, items };
}

function convertItem(item: unknown, { depth, line }: Where, reader: Reader): YamlNode {
  return reader.yaml.isNode(item) ? convert(item, depth + 1, reader) : { kind: "scalar", line, text: null };
}

/** Own keys win over merged ones, and the first of several merged maps over the others. */
function convertMap(map: Yaml.YAMLMap, where: Where, reader: Reader): YamlMap {
  const own = new Map<string, YamlNode>();
  const merged: YamlMap[] = [];
  for (const item of map.items) {
    const key = convertItem(item.key, where, reader);
    const value = convertItem(item.value, { ...where, line: key.line }, reader);
    if (key.kind !== "scalar") throw new Misread({ text: "", line: key.line }, "has a key that is not a string");
    const name = key.text ?? "null";
    if (name === "<<" && isMergeKey(item.key, reader)) {
      merged.push(...mergedMaps(value));
      continue;
    }
    if (own.has(name)) throw new Misread({ text: name, line: key.line }, "occurs twice");
    own.set(name, value);
  }
  for (const { entries } of merged) {
    spend(entries.size, where.line, reader);
    for (const [name, value] of entries) if (!own.has(name)) own.set(name, value);
  }
  return { kind: "map", line: where.line, entries: own };
}

/** `"<<"` in quotes is a key like any other. */
function isMergeKey(key: unknown, { yaml }: Reader): boolean {
  return yaml.isScalar(key) && (key.type === undefined || key.type === "PLAIN");
}

function mergedMaps(value: YamlNode): YamlMap[] {
  const maps = value.kind === "list" ? value.items : [value];
  return maps.map((map) => {
    if (map.kind !== "map") throw new Misread({ text: "<<", line: value.line }, "merges a value that is not a map");
    return map;
  });
}

/** The value of a key; null where it is missing or empty. */
export function child(node: YamlNode | null, name: string): YamlNode | null {
  const found = node?.kind === "map" ? (node.entries.get(name) ?? null) : null;
  return found?.kind === "scalar" && found.text === null ? null : found;
}

/** The text of a key, or null. Throws Misread for a list or a map. */
export function textOf(node: YamlNode | null, name: string): Located | null {
  const found = child(node, name);
  if (found === null) return null;
  if (found.kind !== "scalar") throw new Misread({ text: name, line: found.line }, "has to be a string");
  return { text: found.text ?? "", line: found.line };
}

/** The texts of a list. Throws Misread for anything else; `single` says what one text in place of a list stands for. */
export function textsOf(
  node: YamlNode | null,
  name: string,
  single: (text: Located) => readonly Located[] = (text) => {
    throw new Misread(text, `has to be a list (${name})`);
  },
): readonly Located[] {
  const found = child(node, name);
  if (found === null) return [];
  if (found.kind === "scalar") return single({ text: found.text ?? "", line: found.line });
  if (found.kind === "map") throw new Misread({ text: name, line: found.line }, "has to be a list");
  return found.items.map((item) => {
    if (item.kind !== "scalar") throw new Misread({ text: name, line: item.line }, "has to be a list of strings");
    return { text: item.text ?? "", line: item.line };
  });
}

/** One text is a list of one. */
export function wholeText(text: Located): readonly Located[] {
  return [text];
}

/** One text is split at white space, as Go's strings.Fields splits it. */
export function textFields({ text, line }: Located): readonly Located[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => ({ text: word, line }));
}

/** The maps of a list; a missing list has none. Throws Misread for anything else. */
export function mapsOf(node: YamlNode | null, name: string): readonly YamlMap[] {
  const found = child(node, name);
  if (found === null) return [];
  if (found.kind !== "list") throw new Misread({ text: name, line: found.line }, "has to be a list");
  return found.items.flatMap((item) => {
    if (item.kind === "map") return [item];
    if (item.kind === "scalar" && item.text === null) return [{ kind: "map", line: item.line, entries: new Map() }];
    throw new Misread({ text: name, line: item.line }, "has to be a list of maps");
  });
}
