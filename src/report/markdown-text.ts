/** The pieces of GitHub-flavoured Markdown, for text that may be hostile. */

import { oneLine } from "./text.ts";

export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align?: readonly string[],
): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), line(align ?? head.map(() => ":-")), ...rows.map(line)].join("\n");
}

/** Blank lines around the body: without them GitHub does not render Markdown inside. */
export function details(summary: string, body: string): string {
  return `<details>\n<summary>${escapeHtml(oneLine(summary))}</summary>\n\n${body}\n\n</details>`;
}

/** A code span for hostile text, safe in a table cell too: the pipe has to be escaped there even between backticks. */
export function code(text: string): string {
  const line = oneLine(text, 300);
  if (line === "") return "";
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = "`".repeat(longest + 1);
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${ticks}${pad}${line.replaceAll("|", "\\|")}${pad}${ticks}`;
}

/** Plain text that stays plain: no Markdown, no HTML, no mention, no link. */
export function escapeText(text: string): string {
  return escapeHtml(oneLine(text, 600).replace(/[\\`*_{}[\]()#+!|~$]/g, "\\$&"));
}

const htmlEntities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text between tags. GitHub makes mentions and links of it there too: a zero-width space keeps them apart. */
function escapeHtml(text: string): string {
  return text
    .replace(/[&<>]/g, (char) => htmlEntities[char] ?? char)
    .replace(/@(?=\w)/g, "@&#8203;")
    .replace(/:\/\//g, ":&#8203;//");
}

export function fence(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${language}\n${text}\n${ticks}`;
}
