import type { Block, Inline, Mark, Phrase, Table } from "./document/model.ts";
import { code, copyable, type Html, html, link, scrollable, sentence } from "../text/html.ts";

/** The blocks of a document as markup. */
export function writeBlocks(blocks: readonly Block[]): Html {
  return html`${blocks.map(writeBlock)}`;
}

function writeBlock(block: Block): Html {
  switch (block.kind) {
    case "text":
      return html`<p>${writePhrase(block.content)}</p>`;
    case "alert":
      return html`<div class="alert ${block.outcome}">${writeBlocks(block.blocks)}</div>`;
    case "list": {
      const items = block.items.map(
        ({ content, blocks }) =>
          html`<li>
            <p>${writePhrase(content)}</p>
            ${writeBlocks(blocks)}
          </li>`,
      );
      return block.isOrdered
        ? html`<ol>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`;
    }
    case "table":
      return writeTable(block);
    case "code":
      return copyable(
        block.text.as((text) => text),
        block.name,
      );
    case "fold":
      return html`<details>
        <summary>${writePhrase(block.title)}</summary>
        ${writeBlocks(block.blocks)}
      </details>`;
  }
}

function writeTable({ columns, rows }: Table): Html {
  const cellClass = (at: number): string => (columns[at]?.isNumber === true ? "number" : "");
  const head = columns.map(
    ({ title }, at) => html`<th scope="col" class="${cellClass(at)}">${writePhrase(title)}</th>`,
  );
  const body = rows.map(({ mark, cells }) => {
    const [first = [], ...rest] = cells;
    const others = rest.map((cell, at) => html`<td class="${cellClass(at + 1)}">${writePhrase(cell)}</td>`);
    return html`<tr>
      <th scope="row">${writeSign(mark)}${writePhrase(first)}</th>
      ${others}
    </tr>`;
  });
  return scrollable(
    `Table of ${columns
      .map(({ title }) => title.filter((part) => typeof part === "string").join(""))
      .filter((title) => title.trim() !== "")
      .join(", ")}`,
    html`<table>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>`,
  );
}

const signs = { pass: ["✓", "kept", "good"], warn: ["!", "warning", "caution"], fail: ["✗", "fails", "bad"] } as const;

function writeSign(mark: Mark): Html | null {
  if (mark === null) return null;
  const [sign, words, tone] = signs[mark];
  return html`<span class="sign ${tone}" role="img" aria-label="${words}">${sign}</span> `;
}

export function writePhrase(content: Phrase): Html {
  return html`${content.map(writeInline)}`;
}

function writeInline(part: Inline): Html {
  if (typeof part === "string") return html`${part}`;
  if (!("kind" in part)) {
    const text = part.as((raw) => raw);
    return part.form === "name" ? code(text) : html`${sentence(text)}`;
  }
  if (part.kind === "strong") return html`<strong>${writePhrase(part.content)}</strong>`;
  return link(part.to, writeInline(part.text));
}
