/** The pieces of GitHub-flavoured Markdown, for text that may be hostile. */

import { linkToCommit, linkToLine } from "./commit-links.ts";
import { oneLine } from "../text/text.ts";
import type { Source } from "../model/report.ts";

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

/** Plain text that stays plain: no Markdown, no HTML, no mention, no reference and no link, also at the beginning of a line. */
export function escapeText(text: string): string {
  const line = oneLine(text, 600)
    .replace(/[\\`*_[\]|~$]/g, "\\$&")
    .replace(/^[-+#=](?=\s|[-+#=]|$)/, "\\$&")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
  return escapeHtml(line);
}

const htmlEntities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text between tags. GitHub makes mentions, references and links of it there too: a zero-width space keeps them apart. */
function escapeHtml(text: string): string {
  return text
    .replace(/[&<>]/g, (char) => htmlEntities[char] ?? char)
    .replace(/@(?=\w)|\bwww(?=\.)|\bGH-(?=\d)|:(?=\/\/)|#(?=\d)/gi, "$&&#8203;");
}

export function fence(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${language}\n${text}\n${ticks}`;
}

/** A line of the caller's own code: a link where GitHub can show it. */
export function linkedPlace(file: string, line: number | null, source: Source | null): string {
  const name = code(`${file}:${line ?? 1}`);
  const link = linkToLine(file, line, source);
  return link === null ? name : `[${name}](${link})`;
}

/** The beginning of a commit's name: a link where GitHub can show it. */
export function linkedCommit(sha: string, source: Source | null): string {
  const name = code(sha.slice(0, 10));
  return source === null ? name : `[${name}](${linkToCommit(sha, source)})`;
}

/** The commands of a recommendation that a person would paste; one that is longer than any is in the JSON report. */
export function pasteable(commands: readonly (string | null)[]): string[] {
  return commands.flatMap((command) => (command === null || command.length > 2000 ? [] : [command]));
}
