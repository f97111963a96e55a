import { split } from "shlex";
import { ConfigError, toError } from "../errors.ts";
import { didYouMean } from "../text/nearest.ts";

/** How the text of an input becomes a value, and what a config file may hold for it. */
export type InputKind<T> = {
  /** The text without blanks around it. Throws ConfigError, without the name of the input. */
  readonly parse: (text: string) => T;
  /** The only words; null: any text. */
  readonly words: readonly string[] | null;
  /** Whether a config file may give a list; each item stands for a line. */
  readonly isList: boolean;
};

type Choice<T extends string> = Omit<InputKind<T>, "words"> & { readonly words: readonly T[] };

/** One of a few words. */
export function choice<T extends string>(...words: readonly T[]): Choice<T> {
  return { parse: (text) => oneOf(text, words), words, isList: false };
}

/** Text that is taken as it is. */
export const plainText = textOf((text) => text);

/** Text, or null when it is empty. */
export const optionalText = textOf((text) => (text === "" ? null : text));

/** A single text that `parse` reads. */
export function textOf<T>(parse: (text: string) => T): InputKind<T> {
  return { parse, words: null, isList: false };
}

/** Text that `parse` reads, for which a config file may give a list. */
export function listOf<T>(parse: (text: string) => T, words: readonly string[] | null = null): InputKind<T> {
  return { parse, words, isList: true };
}

/** Words on lines of their own, or separated by spaces or commas. Duplicates are dropped. */
export function splitList(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter((word) => word !== ""))];
}

/** Package patterns between blanks. One that has blanks itself stands in quotes, as `quotePattern` writes it. */
export function splitPatterns(text: string): string[] {
  const words = text.match(/"(?:[^"\\]|\\.)*"(?!\S)|\S+/g) ?? [];
  return [...new Set(words.map(withoutQuotes).filter((word) => word !== ""))];
}

function withoutQuotes(word: string): string {
  return /^"(.*)"$/s.exec(word)?.[1]?.replaceAll(/\\(["\\])/g, "$1") ?? word;
}

/** One pattern, so that `splitPatterns` finds it again. */
export function quotePattern(pattern: string): string {
  return /[\s"]/.test(pattern) ? `"${pattern.replaceAll(/["\\]/g, "\\$&")}"` : pattern;
}

/** The words of a text as a POSIX shell would split them, because that is where people copy them from. */
export function splitWords(text: string): string[] {
  try {
    return split(text);
  } catch (thrown) {
    throw new ConfigError(`"${text}" cannot be split into words: ${toError(thrown).message}`);
  }
}

/** Throws ConfigError for any other word. */
export function oneOf<T extends string>(text: string, words: readonly T[]): T {
  const found = words.find((word) => word === text);
  if (found === undefined)
    throw new ConfigError(`"${text}" is not one of: ${words.join(", ")}${didYouMean(text, words)}`);
  return found;
}

/** A row of the table of inputs. */
export type Input<T> = InputKind<T> & {
  /** The text that counts when neither the call nor the config file gives one. */
  readonly default: string;
  /** On the command line: its value and its lines of help, with DEFAULT for the default. `hidden`: not listed. null: none. */
  readonly option: { readonly value: string; readonly help: readonly string[] } | "hidden" | null;
  /**
   * For editors of the config file; null: only the workflow or the call gives it. What decides what is looked at, and where, is not
   * for a file that a change brings along.
   */
  readonly inFile: string | null;
  /** Whether it describes the project, so that `policy init` writes it down; others describe one run. */
  readonly ofProject: boolean;
};
