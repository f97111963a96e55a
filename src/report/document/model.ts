/**
 * The report as a document: what is said, in which order, what is folded and what is cut. It is made once (document.ts); a writer for
 * each format lays it out and escapes it, and decides nothing.
 */

/** Text from outside: paths, build output, symbols, messages. It comes out only through an escape, so none can be forgotten. */
export class Outside {
  readonly #text: string;
  /** `name`: a path, a flag, a symbol, set as code. `sentence`: words that others wrote. */
  readonly form: "name" | "sentence";

  constructor(text: string, form: "name" | "sentence") {
    this.#text = text;
    this.form = form;
  }

  /** `escape` makes the text harmless for one format. */
  as(escape: (text: string) => string): string {
    return escape(this.#text);
  }
}

export function name(text: string): Outside {
  return new Outside(text, "name");
}

export function sentence(text: string): Outside {
  return new Outside(text, "sentence");
}

/** Words of ours are plain strings. */
export type Inline =
  | string
  | Outside
  | { readonly kind: "strong"; readonly content: Phrase }
  /** `to` is an address that commit-links.ts has built; null: nowhere. */
  | { readonly kind: "link"; readonly text: Outside; readonly to: string | null };

export type Phrase = readonly Inline[];

export function strong(...content: Phrase): Inline {
  return { kind: "strong", content };
}

/** A rule was broken or kept, or something is worth a warning; null for facts, which are neither. */
export type Mark = "fail" | "warn" | "pass" | null;

type Column = {
  readonly title: Phrase;
  readonly isNumber?: boolean;
  /** Left out where the screen has no room for it, the last of them first. */
  readonly isOptional?: boolean;
};

export type Row = { readonly mark: Mark; readonly cells: readonly Phrase[] };

export type Table = {
  readonly kind: "table";
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
};

type Item = { readonly content: Phrase; readonly blocks: readonly Block[] };

export type Block =
  | { readonly kind: "text"; readonly content: Phrase }
  /** The one box of a document. */
  | { readonly kind: "alert"; readonly outcome: "fail" | "warn" | "note"; readonly blocks: readonly Block[] }
  /** `mark`: of its items; `isOrdered`: they are alternatives, the best first. */
  | { readonly kind: "list"; readonly isOrdered: boolean; readonly items: readonly Item[] }
  | Table
  /** To be copied, so never broken. `name`: what it is, in few words. */
  | { readonly kind: "code"; readonly language: string; readonly name: string; readonly text: Outside }
  /** `isPrinted`: it is shown where nothing can be folded. */
  | { readonly kind: "fold"; readonly title: Phrase; readonly isPrinted: boolean; readonly blocks: readonly Block[] };

export type Section = { readonly id: SectionId; readonly blocks: readonly Block[] };

/** In this order: the outcome, what to do, what ships, all else. */
export const sectionIds = [
  "context",
  "problems",
  "rules",
  "ships",
  "advice",
  "warnings",
  "builds",
  "reasons",
  "imports",
  "findings",
  "costs",
  "outputs",
  "method",
] as const;

export type SectionId = (typeof sectionIds)[number];

export type Document = {
  readonly outcome: "pass" | "warn" | "fail";
  /** What the gate decided; null: it had nothing to decide. */
  readonly mark: Mark;
  readonly heading: Phrase;
  /** Those with something to say, in the order of `sectionIds`. */
  readonly sections: readonly Section[];
};

export function text(...content: Phrase): Block {
  return { kind: "text", content };
}

export function fold(title: Phrase, blocks: readonly Block[], isPrinted = false): Block {
  return { kind: "fold", title, isPrinted, blocks };
}

export function list(items: readonly Phrase[], isOrdered = false): Block {
  return { kind: "list", isOrdered, items: items.map((content) => ({ content, blocks: [] })) };
}

/** `a, b and c`, each as it is; more than `limit` are counted. */
export function listing(items: readonly Inline[], limit = 4): Phrase {
  const shown: readonly Inline[] =
    items.length > limit ? [...items.slice(0, limit - 1), `${items.length - limit + 1} more`] : items;
  return shown.flatMap((item, at) => (at === 0 ? [item] : [at === shown.length - 1 ? " and " : ", ", item]));
}

/** `a, b, c` */
export function commaSeparated(items: readonly Inline[]): Phrase {
  return items.flatMap((item, at) => (at === 0 ? [item] : [", ", item]));
}
