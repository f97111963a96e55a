import * as v from "valibot";
import { didYouMean, nearest } from "../text/nearest.ts";
import { quoted } from "./yaml-document.ts";

// What the schema of the config file is made of.

const kindNames = { string: "text", object: "a map" } as const;

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  return Array.isArray(value) ? "a list" : kindNames[typeof value === "string" ? "string" : "object"];
}

function expected(what: string): (issue: { readonly input: unknown }) => string {
  return ({ input }) => `${what} was expected, and this is ${kindOf(input)}`;
}

const isClean = (text: string): boolean => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);

export const text = v.pipe(v.string(expected("text")), v.check(isClean, "there is a control character in it"));

/** Editors see values: `2.30` without quotes is a number to them, and text to us. */
export const scalar = v.pipe(text, v.metadata({ type: ["string", "number", "boolean"] }));

/** One line that says something. */
export const line = v.pipe(
  text,
  v.trim(),
  v.nonEmpty("it is empty"),
  v.check((each) => !each.includes("\n"), "one line was expected"),
);

/** Text that has the form; `what` says which. */
export function shaped(form: RegExp, what: string): v.GenericSchema<string> {
  return v.pipe(
    text,
    v.regex(form, ({ input }) => `${quoted(input)} is not ${what}`),
  );
}

/** One of a few words. */
export function oneOfWords<const T extends string>(words: readonly T[]): v.GenericSchema<T> {
  return v.picklist(words, (issue) =>
    typeof issue.input === "string" ? notOneOf(issue.input, words) : expected("text")(issue),
  );
}

export function notOneOf(word: string, words: readonly string[]): string {
  return `${quoted(word)} is not one of: ${words.join(", ")}${didYouMean(word, words)}`;
}

export function list<T>(item: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, T[]> {
  return v.array(item, expected("a list"));
}

/** One, or a list of them, which may be empty unless `ifEmpty` says why not. */
export function oneOrMore<T>(
  item: v.GenericSchema<unknown, T>,
  ifEmpty: string | null = null,
): v.GenericSchema<unknown, T[]> {
  const all = v.pipe(
    v.unknown(),
    v.transform((value) => (Array.isArray(value) ? (value as readonly unknown[]) : [value])),
    v.array(item),
  );
  // The mark is for the generator of the JSON schema: one may stand alone.
  return ifEmpty === null
    ? v.pipe(all, v.metadata({ oneOrMore: true }))
    : v.pipe(all, v.nonEmpty(ifEmpty), v.metadata({ oneOrMore: true }));
}

const map = v.pipe(
  v.unknown(),
  v.check((value) => kindOf(value) === "a map", expected("a map of names and values")),
);

type Entries = Readonly<Record<string, v.GenericSchema>>;

type Names = {
  /** What to say of a name that is not allowed; undefined: which are allowed. */
  readonly hint?: (name: string) => string | undefined;
  /** What to say of a name that is known and not for this map; undefined: it is not known. */
  readonly refuse?: (name: string) => string | undefined;
  /** What to say when a field is missing that has to be there. */
  readonly missing?: string;
};

/** A map whose names are known. */
export function fields<const E extends Entries>(entries: E, { hint, refuse, missing = "it is missing" }: Names = {}) {
  const names = Object.keys(entries);
  return v.pipe(
    map,
    v.strictObject(entries, ({ expected: wanted, input }) => {
      if (wanted !== "never") return missing;
      const name = String(input);
      return refuse?.(name) ?? `unknown key ${quoted(name)}; ${hint?.(name) ?? suggestion(name, names)}`;
    }),
  );
}

function suggestion(word: string, allowed: readonly string[]): string {
  const near = nearest(word, allowed);
  const all = `allowed: ${allowed.join(", ")}`;
  return near === undefined ? all : `did you mean ${near}? (${all})`;
}

/** Valibot leaves these names out of a record without a word. */
const reservedNames = ["__proto__", "constructor", "prototype"];

/** A map whose names are free, as far as `name` allows it. */
export function namedValues<T>(
  name: v.GenericSchema<string>,
  value: v.GenericSchema<unknown, T>,
): v.GenericSchema<unknown, Record<string, T>> {
  return v.pipe(
    map,
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const input = dataset.value as Readonly<Record<string, unknown>>;
      for (const key of reservedNames.filter((each) => Object.hasOwn(input, each))) {
        addIssue({ message: `${key} cannot be a name here`, path: [pathItem(input, key, "key")] });
      }
    }),
    v.record(name, value),
  );
}

/** A part of a map, for an issue of the whole map. */
export function pathItem(
  input: Readonly<Record<string, unknown>>,
  key: string,
  origin: "key" | "value" = "value",
): v.ObjectPathItem {
  return { type: "object", origin, input, key, value: input[key] };
}

/** Issues of what `parse` throws. */
export function transformWith<T, U>(parse: (value: T) => U) {
  return v.rawTransform<T, U>(({ dataset, addIssue, NEVER }) => {
    try {
      return parse(dataset.value);
    } catch (thrown) {
      addIssue({ message: thrown instanceof Error ? thrown.message : String(thrown) });
      return NEVER;
    }
  });
}
