import pc from "picocolors";
import { wrap } from "../text/columns.ts";
import { oneLine, printable } from "../text/text.ts";
import { documentOf } from "./document/document.ts";
import type { Block, Document, Inline, Mark, Phrase, Table } from "./document/model.ts";
import { type GridCell, renderGrid } from "../text/grid.ts";
import type { Report } from "../model/report.ts";

export type TerminalStyle = {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
};

type Page = {
  readonly colors: ReturnType<typeof pc.createColors>;
  readonly width: number;
};

/** The report for a person at a terminal. Paths and flags stay whole, and commands on one line, however narrow it is. */
export function renderTerminal(report: Report, { color, width }: TerminalStyle): string {
  const page = { colors: pc.createColors(color), width };
  const document = documentOf(report);
  const [context = [], ...sections] = document.sections.map(({ blocks }) =>
    blocks.flatMap((each) => write(each, page)),
  );
  const text = [[...writeHeading(document, page), ...context].join("\n"), ...sections.map((lines) => lines.join("\n"))];
  const shown = text.map((section) => section.replace(/^\n+|\n+$/g, "")).filter((section) => section !== "");
  return `${withoutCommands(shown.join("\n\n"))}\n`;
}

/** In a step of a workflow the runner reads a line that begins so as a command to it (ActionCommand.cs of actions/runner). */
function withoutCommands(text: string): string {
  return text.replace(/^(\s*)(?::(:)|#(#)(?=\[))/gm, "$1 $2$3");
}

function writeHeading({ mark, heading }: Document, page: Page): string[] {
  const { colors } = page;
  const text = plain(heading);
  const badge = mark === null ? "" : colors.bold(paintOf(mark, page)(mark.toUpperCase().padEnd(6)));
  const [first = "", ...rest] = prose(text, page, mark === null ? 2 : 6);
  return [`${badge}${colors.bold(first.trimStart())}`, ...rest.map(colors.bold)];
}

const signs = { pass: "✓", warn: "!", fail: "✗" } as const;

function paintOf(mark: Exclude<Mark, null>, { colors }: Page): (text: string) => string {
  return { pass: colors.green, warn: colors.yellow, fail: colors.red }[mark];
}

/** Lines longer than this are hard to read, however wide the screen is. */
const proseWidth = 110;
/** What is longer was made to be long. */
const longest = 1000;

function prose(text: string, { width }: Page, indent = 0): string[] {
  const lines = wrap(oneLine(text, longest), Math.max(20, Math.min(width, proseWidth) - indent));
  return lines.map((line) => `${" ".repeat(indent)}${line}`.trimEnd());
}

/** Lines of a block. One that needs space around it begins or ends with an empty line. */
function write(block: Block, page: Page): string[] {
  const { colors } = page;
  switch (block.kind) {
    case "text":
      // Only what is ours begins a line.
      return prose(plain(block.content), page, 2);
    case "alert":
      return ["", ...block.blocks.flatMap((each) => write(each, page)), ""];
    case "list":
      return block.items.flatMap(({ content, blocks }, at) => {
        const mark = block.isOrdered ? `${at + 1}. ` : "- ";
        const [first = "", ...rest] = prose(plain(content), page, mark.length + 2);
        const body = blocks.flatMap((each) =>
          each.kind === "text" ? prose(plain(each.content), page, 4) : write(each, page),
        );
        return [`  ${mark}${first.trimStart()}`, ...rest, ...body];
      });
    case "table":
      return ["", ...writeTable(block, page), ""];
    case "code": {
      const lines = block.text.as((text) => text).split("\n");
      return ["", ...lines.map((line) => `    ${colors.cyan(printable(line))}`.trimEnd()), ""];
    }
    case "fold":
      if (!block.isPrinted) return [];
      return [
        "",
        ...prose(plain(block.title), page).map(colors.bold),
        ...block.blocks.flatMap((each) => write(each, page)),
      ];
  }
}

/** As a grid with as many columns as have room, or, on a screen that is too narrow, a row below the other. */
function writeTable(table: Table, page: Page): string[] {
  const columns = table.columns.map((column, at) => ({ ...column, at }));
  for (;;) {
    const right = columns.flatMap(({ isNumber }, at) => (isNumber === true ? [at] : []));
    const head = columns.map(({ title }) => ({ text: plain(title.map(upper)), paint: page.colors.dim }));
    const rows = table.rows.map(({ cells }) => columns.map(({ at }) => writeCell(cells[at] ?? [], page)));
    const grid = renderGrid([head, ...rows], { width: page.width - 2, right });
    if (grid !== null) {
      const gutters = [null, ...table.rows.map(({ mark }) => mark)];
      return grid.flatMap((lines, row) => {
        const mark = gutters[row] ?? null;
        const sign = mark === null ? " " : paintOf(mark, page)(signs[mark]);
        return lines.map((line, at) => `${at === 0 ? sign : " "} ${line}`.trimEnd());
      });
    }
    const optional = columns.findLastIndex(({ isOptional }) => isOptional === true);
    if (optional === -1) return writeRecords(table, page);
    columns.splice(optional, 1);
  }
}

/** Words of ours alone: a name is what it is called. */
function upper(part: Inline): Inline {
  return typeof part === "string" ? part.toUpperCase() : part;
}

function writeCell(content: Phrase, { colors }: Page): GridCell {
  const text = plain(content);
  return content.some(isStrong) ? { text, paint: colors.bold } : { text };
}

function isStrong(part: Inline): boolean {
  return typeof part !== "string" && "kind" in part && part.kind === "strong";
}

function writeRecords({ columns, rows }: Table, page: Page): string[] {
  return rows.flatMap(({ mark, cells }) => {
    const [first = [], ...rest] = cells;
    const sign = mark === null ? " " : paintOf(mark, page)(signs[mark]);
    const head = prose(plain(first), page, 2).map((line, at) => (at === 0 ? `${sign}${line.slice(1)}` : line));
    const fields = rest.flatMap((cell, at) => {
      const text = plain(cell);
      return text === "" ? [] : prose(`${plain(columns[at + 1]?.title ?? [])}: ${text}`, page, 4);
    });
    return [...head, ...fields];
  });
}

function plain(content: Phrase): string {
  return content.map(inline).join("");
}

function inline(part: Inline): string {
  if (typeof part === "string") return part;
  if (!("kind" in part)) return part.as((text) => printable(oneLine(text, longest)));
  return part.kind === "strong" ? plain(part.content) : inline(part.text);
}
