import { takesValue } from "../go/go-flags.ts";
import type { ReleaseSetting } from "../model/release.ts";
import { linkerText, neutralText, type Printed } from "./linker-words.ts";
import { type Located, Misread } from "./misread.ts";
import { knownText, type Piece } from "./template.ts";

/** How a build calls the go command, before its templates are filled in. */
export type BuildDetails = {
  readonly flags: readonly Located[];
  readonly tags: readonly Located[];
  readonly ldflags: readonly Located[];
  readonly asmflags: readonly Located[];
  readonly gcflags: readonly Located[];
  readonly buildmode: Located | null;
};

export type Print = (text: Located) => readonly Piece[];

/** The flags of `go build` in the order of goreleaser's command line. Throws Misread for what cannot be known. */
export function buildFlags(details: BuildDetails, print: Print): readonly Located[] {
  const { flags, tags, ldflags, asmflags, gcflags, buildmode } = details;
  const printAll = (list: readonly Located[]): Located[] =>
    list.map((each) => ({ text: mustKnow(each, print), line: each.line })).filter(({ text }) => text !== "");
  const allTags = printAll(tags);
  const [firstTag = tags[0]] = allTags;
  return [
    ...flagWords(printFlags(flags, print)),
    ...compilerFlags("-asmflags", asmflags, print),
    ...compilerFlags("-gcflags", gcflags, print),
    ...(firstTag === undefined
      ? []
      : [{ text: `-tags=${allTags.map(({ text }) => text).join(",")}`, line: firstTag.line }]),
    ...linkerFlags(ldflags, print),
    ...(buildmode === null || buildmode.text === "" ? [] : [{ ...buildmode, text: `-buildmode=${buildmode.text}` }]),
  ];
}

/** The words of `flags`, without empty ones. What is filled in for a flag of the linker or the compilers is read as it is there. */
export function printFlags(flags: readonly Located[], print: Print): readonly Located[] {
  const words: Located[] = [];
  for (const source of flags) {
    const text = printFlag(source, words.at(-1)?.text ?? "", print);
    if (text !== "") words.push({ text, line: source.line });
  }
  return words;
}

function printFlag(source: Located, before: string, print: Print): string {
  const pieces = print(source);
  const [first, ...rest] = pieces;
  const literal = first?.kind === "literal" ? first.text : "";
  const [start = "", inWord] = /^--?(ldflags|asmflags|gcflags)=/.exec(literal) ?? [];
  const [, wordBefore] = /^--?(ldflags|asmflags|gcflags)$/.exec(before) ?? [];
  const name = inWord ?? wordBefore;
  if (name === undefined) return mustKnow(source, print);
  const value: Piece[] = [{ kind: "literal", text: literal.slice(start.length) }, ...(literal === "" ? pieces : rest)];
  return start + (name === "ldflags" ? linkerText([{ source, pieces: value }]) : compilerText(source, value));
}

/** The text that a template prints. Throws Misread with what is not known of it. */
export function mustKnow(source: Located, print: Print): string {
  const text = knownText(print(source));
  if (typeof text !== "string") throw new Misread(source, text.why);
  return text;
}

/** One -ldflags of all parts, on the line that decides how the program is linked, else on the first. */
export function linkerFlags(ldflags: readonly Located[], print: Print): readonly Located[] {
  const parts = ldflags.map((source): Printed => ({ source, pieces: print(source) }));
  const place = ldflags.find(({ text }) => /-(?:linkmode|extldflags|extld)\b/.test(text)) ?? ldflags[0];
  return place === undefined ? [] : [{ text: `-ldflags=${linkerText(parts)}`, line: place.line }];
}

function compilerFlags(name: string, values: readonly Located[], print: Print): Located[] {
  return values.flatMap((source) => {
    const text = compilerText(source, print(source));
    return text === "" ? [] : [{ text: `${name}=${text}`, line: source.line }];
  });
}

/** A value of -asmflags or -gcflags: the folder that -trimpath takes off may be unknown. */
function compilerText(source: Located, pieces: readonly Piece[]): string {
  const hole = pieces.find((piece, at) => {
    const before = pieces[at - 1];
    return piece.kind === "hole" && !(before?.kind === "literal" && before.text.endsWith("-trimpath="));
  });
  if (hole?.kind === "hole") throw new Misread(source, hole.why);
  return pieces.map((piece) => (piece.kind === "hole" ? neutralText : piece.text)).join("");
}

// They change what is printed and where the file goes, not what is built.
const withoutEffect = new Set(["-o", "-json", "-work", "-x", "-v"]);

/** Words of a command line as flags, one word each: `-tags` and the word behind it become `-tags=WORD`. Throws Misread for other words. */
export function flagWords(words: readonly Located[]): readonly Located[] {
  const flags: Located[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? { text: "", line: 1 };
    const match = /^--?([a-zA-Z][\w-]*)(?:=([^]*))?$/.exec(word.text);
    if (match === null) throw new Misread(word, "is not a flag of go build");
    const name = `-${match[1] ?? ""}`;
    let value = match[2] ?? null;
    if (value === null && takesValue(name)) {
      value = words[++at]?.text ?? null;
      if (value === null) throw new Misread(word, "needs a value");
    }
    if (name === "-C") throw new Misread(word, "changes the folder");
    if (name === "-n") throw new Misread(word, "builds nothing");
    if (!withoutEffect.has(name)) flags.push({ text: value === null ? name : `${name}=${value}`, line: word.line });
  }
  return flags;
}

/** Flags with the file they stand in. */
export function settingsIn(file: string, flags: readonly Located[]): ReleaseSetting[] {
  return flags.map(({ text, line }) => ({ file, line, value: text }));
}
