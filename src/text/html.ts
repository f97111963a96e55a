/** The one place where text becomes HTML. All that comes from builds, binaries and paths goes through `html` and stays text. */

import { oneLine, sanitize } from "./text.ts";

/** Markup that is safe to put into a page. Only `html` makes it, and `ownText`. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** Nothing stands for null, so that a part of a page can be left out where it would be. */
export type HtmlValue = string | number | null | Html | readonly HtmlValue[];

/** A template of markup: what is put in is escaped, for text and for attributes in double quotes. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(withoutIndent(parts).reduce((markup, part, at) => `${markup}${markupOf(values[at - 1])}${part}`));
}

const known = new WeakMap<TemplateStringsArray, readonly string[]>();

/** The source is indented for its readers. In a page of thousands of builds that would be a third of it. */
function withoutIndent(parts: TemplateStringsArray): readonly string[] {
  const short = known.get(parts) ?? parts.map((part) => part.replace(/\n\s+/g, "\n"));
  known.set(parts, short);
  return short;
}

/** The style and the script of the page, which we wrote ourselves and which are no text to be shown. */
export function ownText(text: string): Html {
  return new Html(text);
}

function markupOf(value: HtmlValue | undefined): string {
  if (value === undefined || value === null) return "";
  if (value instanceof Html) return value.toString();
  if (typeof value === "object") return value.map(markupOf).join("");
  return escape(String(value));
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** What cannot be seen and what no page may hold: zero-width characters, half of a pair, and code points that are no characters. */
const unseen = /[\u061c\u200b\u2060\ufeff\ufdd0-\ufdef\p{Surrogate}]|[\ufffe\uffff]/gu;

function escape(text: string): string {
  return sanitize(text)
    .replace(unseen, "\uFFFD")
    .replace(/[&<>"']/g, (char) => entities[char] ?? char);
}

/** A name, a path or a flag, on one line. */
export function code(text: string, limit = 300): Html {
  return html`<code>${oneLine(text, limit)}</code>`;
}

/** A sentence that others have written, on one line. */
export function sentence(text: string): string {
  return oneLine(text, 1000);
}

/** A link, if there is somewhere to go. The address has to be one that we have built. */
export function link(address: string | null, content: HtmlValue): Html {
  return address === null || !/^https?:\/\//.test(address)
    ? html`${content}`
    : html`<a href="${address}">${content}</a>`;
}

/** Something to take along. The button is the script's, and is there only with it. */
export function copyable(text: string, name: string): Html {
  return html`<div class="copyable">
    <pre tabindex="0" role="group" aria-label="${name}"><code>${text}</code></pre>
    <button type="button" class="copy">Copy<span class="unseen"> ${name}</span></button>
  </div>`;
}

/** What may be wider than the screen scrolls by itself, with the keyboard too. */
export function scrollable(name: string, content: Html): Html {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${name}">${content}</div>`;
}

/** Pairs of a name and what it stands for; those without a value are left out. */
export function facts(pairs: readonly (readonly [string, HtmlValue])[]): Html {
  const known = pairs.filter(([, value]) => value !== null);
  return html`<dl>
    ${known.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** `a, b, c` of any markup. */
export function commaSeparated(items: readonly HtmlValue[]): HtmlValue {
  return items.map((item, at) => (at === 0 ? item : html`, ${item}`));
}
