/** Writing XML 1.0. Texts may be hostile: there is no text that becomes markup. */

import { sanitize } from "./text.ts";

export type XmlElement = {
  readonly name: string;
  /** Those with undefined are left out. */
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  /** Elements, or one text. */
  readonly content: readonly XmlElement[] | string;
};

export function renderXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderElement(root, "")}\n`;
}

function renderElement({ name, attributes, content }: XmlElement, indent: string): string {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const start = `${indent}<${name}${given.map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`).join("")}`;
  if (content.length === 0) return `${start}/>`;
  if (typeof content === "string") return `${start}>${escapeXml(content)}</${name}>`;
  const children = content.map((child) => renderElement(child, `${indent}  `));
  return `${start}>\n${children.join("\n")}\n${indent}</${name}>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
};

/** Text between tags. Characters that XML cannot hold, not even as references (section 2.2), are replaced. */
function escapeXml(text: string): string {
  return sanitize(text)
    .replaceAll(/[\ufffe\uffff]/g, "\uFFFD")
    .replaceAll(/[&<>"']/g, (char) => entities[char] ?? char);
}

/** The value of an attribute, where a parser makes spaces of plain tabs and newlines (section 3.3.3). */
function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll(/[\t\n]/g, (char) => entities[char] ?? char);
}
