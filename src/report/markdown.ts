import { documentOf } from "./document/document.ts";
import type { Block, Document, Inline, Phrase, Row, SectionId, Table } from "./document/model.ts";
import { code, escapeHtml, escapeText, fence } from "../text/markdown.ts";
import { oneLine } from "../text/text.ts";
import type { Report } from "../model/report.ts";

/** How much of a document is written. */
type Budget = {
  /** Of UTF-8. */
  readonly bytes: number;
  /** On a screen, folds closed. */
  readonly lines: number;
  /** Sections that are left out without a word: the footer says where they are. */
  readonly without: readonly SectionId[];
  /** Where all of it is. */
  readonly elsewhere: string;
};

/**
 * GitHub takes 1 MiB for a step and drops all of it when it is longer; secrets that it masks can make it grow, and a page of that size
 * helps nobody.
 */
const summary: Budget = { bytes: 128 * 1024, lines: Infinity, without: [], elsewhere: "JSON report" };

/** GitHub takes 65,536 characters and counts them in its own way. */
export const commentBudget: Budget = {
  bytes: 60_000,
  lines: 54,
  without: ["builds", "reasons", "imports", "findings", "costs", "outputs", "method"],
  elsewhere: "job summary",
};

/** The report as GitHub-flavoured Markdown, for the job summary. */
export function renderMarkdown(report: Report): string {
  return `${writeMarkdown(documentOf(report), summary).join("\n\n")}\n`;
}

/** The job summary of a run that came to no report: by the caller's mistake, or by our own. */
export function renderNoReport(message: string, blame: "caller" | "machine" | "nobody" | "bug"): string {
  const origin = {
    caller: "Nothing was judged: fix the step's inputs or the config file.",
    machine: "Nothing was judged: fix this on the machine, or run the job again.",
    nobody: "Nothing was judged: the run was interrupted.",
    bug: "Nothing was judged. This is a bug in go-linkage: please report it with the log of this step.",
  }[blame];
  return `## ❌ Static linking: not checked\n\n> [!CAUTION]\n> ${escapeText(message)}\n\n${origin}\n`;
}

const marks = { pass: "✅", warn: "⚠️", fail: "❌" } as const;

/** The blocks of a page, cut to its budget: what has no room is named. */
export function writeMarkdown({ mark, heading, sections }: Document, budget: Budget): string[] {
  const title = `## ${mark === null ? "" : `${marks[mark]} `}${phrase(heading)}`;
  const size = (text: string): number => new TextEncoder().encode(text).length + 2;
  const left = { bytes: budget.bytes - noteSize - size(title), lines: budget.lines - 2 };
  const cut = new Map<SectionId, number>();
  const blocks = sections
    .filter(({ id }) => !budget.without.includes(id))
    .flatMap(({ id, blocks: own }) => own.map((block) => ({ id, text: writeBlock(block) })))
    .filter(({ id, text }) => {
      const [bytes, lines] = [size(text), linesOf(text)];
      if (bytes > left.bytes || lines > left.lines) {
        cut.set(id, (cut.get(id) ?? 0) + 1);
        return false;
      }
      left.bytes -= bytes;
      left.lines -= lines;
      return true;
    })
    .map(({ text }) => text);
  const names = [...cut.keys()].map((id) => sectionNames[id]);
  const note = `*No room here, but in the ${budget.elsewhere}: ${names.join(", ")}.*`;
  return [title, ...blocks, ...(names.length === 0 ? [] : [note])];
}

const noteSize = 1000;

const sectionNames: Readonly<Record<SectionId, string>> = {
  context: "how it was compared",
  problems: "causes and fixes",
  rules: "rules",
  ships: "what ships",
  advice: "advice",
  warnings: "warnings",
  builds: "all builds",
  reasons: "reasons",
  imports: "imports",
  findings: "other findings",
  costs: "sizes",
  outputs: "compiler output",
  method: "method",
};

/** A line of a conversation holds about so many characters. */
const lineWidth = 110;

/** Lines on a screen, with the space below. */
function linesOf(text: string): number {
  const visible = text.replaceAll(/<details>\n<summary>[^]*?<\/summary>[^]*?<\/details>/g, "fold");
  const lines = visible.split("\n").map((line) => Math.max(1, Math.ceil(line.length / lineWidth)));
  return lines.reduce((sum, each) => sum + each, 1);
}

export function writeBlock(block: Block): string {
  switch (block.kind) {
    case "text":
      return phrase(block.content);
    case "alert": {
      const level = { fail: "CAUTION", warn: "WARNING", note: "NOTE" }[block.outcome];
      const body = block.blocks.map(writeBlock).join("\n\n").split("\n");
      return [`[!${level}]`, ...body].map((line) => `> ${line}`.trimEnd()).join("\n");
    }
    case "list":
      return block.items
        .map(({ content, blocks }, at) => {
          const mark = block.isOrdered ? `${at + 1}. ` : "- ";
          const body = [phrase(content), ...blocks.map(writeBlock)].join("\n\n");
          return `${mark}${body.replaceAll(/\n(?=[^\n])/g, `\n${" ".repeat(mark.length)}`)}`;
        })
        .join("\n");
    case "table":
      return writeTable(block);
    case "code":
      return block.text.as((text) => fence(text, block.language));
    case "fold": {
      // Blank lines around the body: without them GitHub does not render Markdown inside.
      const title = block.title.map((part) => plain(part)).join("");
      return `<details>\n<summary>${title}</summary>\n\n${block.blocks.map(writeBlock).join("\n\n")}\n\n</details>`;
    }
  }
}

function writeTable({ columns, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const write = ({ mark, cells }: Row): string => {
    const [first = "", ...rest] = cells.map(phrase);
    return line([mark === null ? first : `${marks[mark]}\u00a0${first}`, ...rest]);
  };
  const align = columns.map(({ isNumber }) => (isNumber === true ? "-:" : ":-"));
  return [line(columns.map(({ title }) => phrase(title))), line(align), ...rows.map(write)].join("\n");
}

function phrase(content: Phrase): string {
  return content.map(inline).join("");
}

function inline(part: Inline): string {
  if (typeof part === "string") return escapeWords(part);
  if (!("kind" in part)) return part.as(part.form === "name" ? code : escapeText);
  if (part.kind === "strong") return `**${phrase(part.content)}**`;
  const shown = inline(part.text);
  return part.to === null ? shown : `[${shown}](${part.to})`;
}

/** Words of ours keep the blanks at their ends. */
function escapeWords(words: string): string {
  return words.replace(/[\\`*_[\]|~$]/g, "\\$&").replaceAll("<", "&lt;");
}

/** Where no Markdown is read. */
function plain(part: Inline): string {
  if (typeof part === "string") return escapeHtml(part);
  if (!("kind" in part)) return part.as((text) => escapeHtml(oneLine(text)));
  return part.kind === "strong" ? part.content.map(plain).join("") : plain(part.text);
}
