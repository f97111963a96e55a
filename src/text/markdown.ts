/** The pieces of GitHub-flavoured Markdown, for text that may be hostile. */

import { oneLine } from "./text.ts";

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
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>]/g, (char) => htmlEntities[char] ?? char)
    .replace(/@(?=\w)|\bwww(?=\.)|\bGH-(?=\d)|:(?=\/\/)|#(?=\d)/gi, "$&&#8203;");
}

export function fence(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${language}\n${text}\n${ticks}`;
}
