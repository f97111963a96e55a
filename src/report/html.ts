import { documentOf } from "./document/document.ts";
import type { SectionId } from "./document/model.ts";
import { writeBlocks, writePhrase } from "./html-blocks.ts";
import { renderBuilds } from "./html-builds.ts";
import { renderImports } from "./html-imports.ts";
import { type Html, html, link, ownText } from "../text/html.ts";
import { linkToCommit } from "./commit-links.ts";
import { oneLine } from "../text/text.ts";
import type { Report } from "../model/report.ts";
import pageStyle from "./page.css?raw";
import pageScript from "./page.js?raw";

// What stands in the page between the tags; its policy has the hashes of just this.
const style = `\n${pageStyle}`;
const script = `\n${pageScript}`;

/** What has a heading of its own; sections of a document share one where they are about the same. */
const titles: readonly (readonly [name: string, title: string, sections: readonly SectionId[]])[] = [
  ["problems", "What to do", ["problems"]],
  ["rules", "Rules", ["rules"]],
  ["ships", "What ships", ["ships", "advice", "warnings"]],
  ["builds", "Builds", ["builds", "reasons", "findings", "outputs"]],
  ["imports", "Imports that pull in cgo", ["imports"]],
  ["costs", "Sizes", ["costs"]],
  ["method", "Method", ["method"]],
];

/** The report as one page for a browser, that loads nothing and runs nothing but its own few lines of script. */
export async function renderHtml(report: Report): Promise<string> {
  // Without a style attribute and with no other source, text that got through as markup could still do nothing.
  const policy = [
    "default-src 'none'",
    `style-src '${await hashOf(style)}'`,
    `script-src '${await hashOf(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
  const { outcome, reason } = report.verdict;
  const sections = renderSections(report);
  const whole = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="${report.tool.name} ${report.tool.version}" />
        <title>${`${outcome.toUpperCase()}: ${oneLine(reason, 120)} (go-linkage)`}</title>
        ${ownText(`<style>${style}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the verdict</a>
        ${renderHeader(report, sections)}
        <main id="main" tabindex="-1">
          ${renderVerdict(report)}
          ${sections.map(
            ({ name, title, content }) =>
              html`<section aria-labelledby="${name}">
                <h2 id="${name}">${title}</h2>
                ${content}
              </section>`,
          )}
        </main>
        <footer><p>${report.tool.name} ${report.tool.version}</p></footer>
        ${ownText(`<script>${script}</script>`)}
      </body>
    </html>`;
  return `${whole.toString()}\n`;
}

const outcomes = { pass: "Passed", warn: "Passed with a warning", fail: "Failed" } as const;

function renderVerdict(report: Report): Html {
  const { outcome, mark, heading, sections } = documentOf(report);
  const context = sections.find(({ id }) => id === "context")?.blocks ?? [];
  return html`<section class="verdict ${mark ?? "neutral"}" aria-labelledby="verdict">
    <p class="outcome">${mark === null ? "No rule to check" : outcomes[outcome]}</p>
    <h1 id="verdict">${writePhrase(heading)}</h1>
    ${writeBlocks(context)}
  </section>`;
}

type Section = { readonly name: string; readonly title: string; readonly content: Html };

/** The sections of the document, each with what only a page has. */
function renderSections(report: Report): Section[] {
  const { sections } = documentOf(report);
  const own: Readonly<Record<string, Html | null>> = {
    builds: renderBuilds(report),
    imports: renderImports(report),
  };
  return titles.flatMap(([name, title, ids]): Section[] => {
    const blocks = sections.filter(({ id }) => ids.includes(id)).flatMap((section) => section.blocks);
    const special = own[name] ?? null;
    if (blocks.length === 0 && special === null) return [];
    return [{ name, title, content: html`${blocks.length === 0 ? null : writeBlocks(blocks)} ${special}` }];
  });
}

function renderHeader({ source }: Report, sections: readonly Section[]): Html {
  const repository = source?.url.replace(/^https?:\/\/[^/]+\//, "") ?? null;
  const commit =
    source &&
    html`<p class="commit">
      ${link(source.url, repository)} at
      ${link(linkToCommit(source.sha, source), html`<code>${source.sha.slice(0, 10)}</code>`)}
    </p>`;
  return html`<header>
    <p class="brand">go-linkage</p>
    ${commit}
    <nav aria-label="Sections">${sections.map(({ name, title }) => html`<a href="#${name}">${title}</a> `)}</nav>
    <button type="button" id="theme" aria-pressed="false">Dark</button>
  </header>`;
}

/** As a Content-Security-Policy names a text. */
async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
