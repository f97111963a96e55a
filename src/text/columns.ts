/** Text in the columns of a terminal: wide characters take two, and marks that stand over others none. */
import { eastAsianWidth } from "get-east-asian-width";
import { printable } from "./text.ts";

/** Nearly all text is this, and need not be looked at character by character. */
const plain = /^[\u0020-\u007e]*$/;
/** Marks over the character before them, and the later parts of a Korean syllable. */
const withoutWidth = /^[\p{Mn}\p{Me}\u1160-\u11ff]$/u;

/**
 * Columns that a terminal needs for printable text. Character by character, as terminals count: those that draw several characters
 * as one picture need fewer, so that a line may come out short there, but never long.
 */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

function widthOf(character: string): number {
  return withoutWidth.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0);
}

/** How much of a text fits into so many columns, in UTF-16 units. */
function fitting(text: string, width: number): number {
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += widthOf(character);
    if (used > width) return end;
    end += character.length;
  }
  return end;
}

/** Printable lines of at most `width` columns, broken at blanks where that is possible; nothing is lost. */
export function wrap(text: string, width: number): string[] {
  const line = printable(text);
  if (displayWidth(line) <= width) return [line];
  const lines: string[] = [];
  let last: string | undefined;
  for (const word of line.split(" ")) {
    const longer: string = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && displayWidth(longer) <= width) {
      last = longer;
      continue;
    }
    if (last !== undefined) lines.push(last);
    const pieces = breakWord(word, width);
    last = pieces.pop();
    lines.push(...pieces);
  }
  return last === undefined ? lines : [...lines, last];
}

/** Behind a separator, where one is near the end of the line: most long words are paths. */
function breakWord(word: string, width: number): string[] {
  const pieces: string[] = [];
  let rest = word;
  while (displayWidth(rest) > width) {
    // One character at least, be it wider than the line.
    const most = Math.max(fitting(rest, width), String.fromCodePoint(rest.codePointAt(0) ?? 0).length);
    const soft = /^.*[-/\\,=:]/.exec(rest.slice(0, most))?.[0].length ?? 0;
    const end = soft > most / 2 ? soft : most;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === "" ? pieces : [...pieces, rest];
}

/** At most `width` columns: the middle goes first, for paths and titles differ at their ends. */
export function cutMiddle(text: string, width: number): string {
  const line = printable(text);
  if (displayWidth(line) <= width) return line;
  if (width < 1) return "";
  const start = line.slice(0, fitting(line, Math.floor((width - 1) / 3)));
  return `${start}…${endOf(line, width - 1 - displayWidth(start))}`;
}

/** The end of a text, as much of it as fits. */
function endOf(text: string, width: number): string {
  const characters = Array.from(text);
  let used = 0;
  let from = characters.length;
  while (from > 0) {
    used += widthOf(characters[from - 1] ?? "");
    if (used > width) break;
    from--;
  }
  // A mark needs the character that it stands over.
  while (withoutWidth.test(characters[from] ?? "")) from++;
  return characters.slice(from).join("");
}
