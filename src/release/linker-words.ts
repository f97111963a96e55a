import { toError } from "../errors.ts";
import { parseLinkerFlags } from "../go/go-flags.ts";
import { splitQuoted } from "../go/quoting.ts";
import { type Located, Misread } from "./misread.ts";
import type { Piece } from "./template.ts";

/** What a template printed, and where the template stands. */
export type Printed = { readonly source: Located; readonly pieces: readonly Piece[] };

/** What stands for a text that is filled in where it cannot change how a program is linked. */
export const neutralText = "unknown";

/** A piece that was filled in, as it stands in the marked text. */
type Mark = { readonly piece: Piece; readonly source: Located };

// Private characters around the number of a mark: no configuration has them, and Go's quoting takes them for letters.
const opened = "\uE000";
const closed = "\uE001";
const markPattern = /\uE000(\d+)\uE001/g;

/**
 * The one value of -ldflags that parts of it come to. What is filled in for -X, -buildid and -B is replaced by a fixed text: it ends up in
 * the data of the program. Throws Misread for all else that cannot be known.
 */
export function linkerText(parts: readonly Printed[]): string {
  const marks: Mark[] = [];
  const text = parts
    .map((part) => markedText(part, marks))
    .filter((each) => each !== "")
    .join(" ");
  if (marks.length === 0) return text;
  const replacements = replaceMarks(text, marks);
  return text.replace(markPattern, (_, at: string) => replacements.get(Number(at)) ?? "");
}

function markedText({ source, pieces }: Printed, marks: Mark[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind !== "hole" && /[\uE000\uE001]/.test(piece.text))
        throw new Misread(source, "has letters that are not flags");
      if (piece.kind === "literal") return piece.text;
      // A value with blanks or quotes in it is several words: it is read as if it stood there.
      if (piece.kind === "value" && /[\s'"]/.test(piece.text)) return piece.text;
      marks.push({ piece, source });
      return `${opened}${marks.length - 1}${closed}`;
    })
    .join("");
}

function replaceMarks(text: string, marks: readonly Mark[]): ReadonlyMap<number, string> {
  const replacements = new Map(
    marks.flatMap(({ piece }, at) => (piece.kind === "value" ? [[at, piece.text] as const] : [])),
  );
  const harmless = new Map<number, string>();
  for (const { name, value } of parseLinkerFlags(wordsOf(text, marks))) {
    if (name === "-X" && value !== null) collect(variableText(value, marks), harmless);
    if (name === "-buildid" && value !== null) collect(everyMark(value, neutralText), harmless);
    if (name === "-B" && value !== null) collect(everyMark(value, "00"), harmless);
  }
  const quotes = quotesAround(text);
  for (const [at, mark] of marks.entries()) {
    const { piece, source } = mark;
    const neutral = harmless.get(at);
    if (piece.kind !== "hole") {
      if (neutral !== undefined) replacements.set(at, neutral);
      continue;
    }
    if (neutral === undefined) throw new Misread(source, piece.why);
    const ends = quotes.get(at) ?? "";
    if (piece.texts.some((each) => (ends === "" ? /[\s'"]/.test(each) : each.includes(ends))))
      throw new Misread(source, piece.why);
    replacements.set(at, neutral);
  }
  return replacements;
}

function collect(from: ReadonlyMap<number, string>, into: Map<number, string>): void {
  for (const [at, text] of from) into.set(at, text);
}

/** `all=-X …`: in front of the first flag may stand the packages that the flags are for. */
function wordsOf(text: string, marks: readonly Mark[]): string[] {
  const [, flags = text] = /^\s*[^\s'"=-][^\s'"=]*=([^]*)$/.exec(text) ?? [];
  try {
    return splitQuoted(flags);
  } catch (thrown) {
    throw new Misread(marks[0]?.source ?? { text, line: 1 }, toError(thrown).message);
  }
}

/** Of `package.Name=value` the value, and of the name what is not known. */
function variableText(value: string, marks: readonly Mark[]): Map<number, string> {
  const equals = value.indexOf("=");
  if (equals < 0) {
    // A name and its value in one: -X wants an equals sign.
    const [first, ...others] = everyMark(value, "").keys();
    const isKnown = first === undefined || marks[first]?.piece.kind === "value";
    if (isKnown) return new Map();
    return new Map([[first, `main.${neutralText}=${neutralText}`], ...others.map((at) => [at, ""] as const)]);
  }
  const ofName = [...everyMark(value.slice(0, equals), neutralText)].filter(([at]) => marks[at]?.piece.kind === "hole");
  return new Map([...ofName, ...everyMark(value.slice(equals), neutralText)]);
}

function everyMark(text: string, replacement: string): Map<number, string> {
  return new Map([...text.matchAll(markPattern)].map(([, at]) => [Number(at), replacement] as const));
}

/** The quote that each mark stands in, empty for none: only this one, or else a blank, ends the word. */
function quotesAround(text: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let quote = "";
  let isStart = true;
  for (const token of text.matchAll(/\uE000(\d+)\uE001|[^]/g)) {
    const [whole, mark] = token;
    if (mark !== undefined) found.set(Number(mark), quote);
    else if (quote !== "" && whole === quote) quote = "";
    else if (quote === "" && isStart && /['"]/.test(whole)) quote = whole;
    isStart = quote === "" && /\s/.test(whole);
  }
  return found;
}
