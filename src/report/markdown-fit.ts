import { escapeText } from "./markdown-text.ts";

/** A part of a page. */
type Section = {
  /** What is said to be left out where there is no room for it; null for what is never left out. */
  readonly name: string | null;
  readonly text: string;
};

export function always(text: string): Section {
  return { name: null, text };
}

export function optional(name: string, texts: readonly string[]): Section[] {
  return texts.map((text) => ({ name, text }));
}

/** Room for the note of what is left out. */
const noteSize = 500;

/** Joins the sections; from the end, those are left out that have no room in `limit` bytes of UTF-8, and a note names them. */
export function fit(sections: readonly Section[], limit: number, elsewhere: string): string {
  const size = (text: string): number => new TextEncoder().encode(text).length + 2;
  let left = limit - noteSize;
  for (const { name, text } of sections) if (name === null) left -= size(text);
  const omitted = new Map<string, number>();
  const kept = sections.filter(({ name, text }) => {
    const needed = name === null ? 0 : size(text);
    if (name !== null && needed > left) {
      omitted.set(name, (omitted.get(name) ?? 0) + 1);
      return false;
    }
    left -= needed;
    return true;
  });
  const what = [...omitted].map(([name, count]) => (count === 1 ? name : `${name} (${count})`));
  const note = `*Too long for this page, and in the ${elsewhere}: ${what.map(escapeText).join(", ")}.*`;
  const texts = kept.map(({ text }) => text);
  const last = texts.pop() ?? "";
  return `${[...texts, ...(what.length === 0 ? [] : [note]), last].join("\n\n")}\n`;
}
