import { renderCosts } from "./html-chart.ts";
import { renderBuilds } from "./html-grid.ts";
import { renderHow } from "./html-how.ts";
import { renderImports } from "./html-imports.ts";
import { type Html, html, link, ownText } from "./html-text.ts";
import { renderOverview } from "./html-verdict.ts";
import { type Page, pageOf } from "./html-words.ts";
import { linkToCommit } from "./commit-links.ts";
import { oneLine } from "../text/text.ts";
import type { Report } from "../model/report.ts";
import pageStyle from "./page.css?raw";
import pageScript from "./page.js?raw";

// What stands in the page between the tags; its policy has the hashes of just this.
const style = `\n${pageStyle}`;
const script = `\n${pageScript}`;

/** The report as one page for a browser, that loads nothing and runs nothing but its own few lines of script. */
export async function renderHtml(report: Report): Promise<string> {
  const page = pageOf(report);
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
  const title = `${outcome.toUpperCase()}: ${oneLine(reason, 120)} (go-linkage)`;
  const imports = renderImports(page);
  const costs = renderCosts(page);
  const sections = [
    ...(report.recommendation.length > 0 ? [["ship", "What to ship"] as const] : []),
    ["builds", report.ship === null ? "Files" : "Builds"] as const,
    ...(imports === null ? [] : [["imports", "Imports"] as const]),
    ...(costs === null ? [] : [["costs", "Sizes"] as const]),
    ["how", "How it was checked"] as const,
  ];
  const whole = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="${report.tool.name} ${report.tool.version}" />
        <title>${title}</title>
        ${ownText(`<style>${style}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the verdict</a>
        ${renderHeader(page, sections)}
        <main id="main" tabindex="-1">
          ${renderOverview(page)} ${renderBuilds(page)} ${imports} ${costs} ${renderHow(page)}
        </main>
        <footer><p>${report.tool.name} ${report.tool.version}</p></footer>
        ${ownText(`<script>${script}</script>`)}
      </body>
    </html>`;
  return `${whole.toString()}\n`;
}

/** Names of sections in the page, and what they are called. */
type Sections = readonly (readonly [string, string])[];

function renderHeader({ report }: Page, sections: Sections): Html {
  const { source } = report;
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
    <nav aria-label="Sections">${sections.map(([name, title]) => html`<a href="#${name}">${title}</a> `)}</nav>
    <button type="button" id="theme" aria-pressed="false">Dark</button>
  </header>`;
}

/** As a Content-Security-Policy names a text. */
async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
