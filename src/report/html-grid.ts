import { groupBy } from "../text/group-by.ts";
import { renderCell } from "./html-cell.ts";
import { code, type Html, html, type HtmlValue, scrollable, sentence } from "./html-text.ts";
import { badge, count, kindWord, needsAttention, type Page, shortName, targetKey, toneOf } from "./html-words.ts";
import { renderForms } from "./html-shipping.ts";
import { formatSize, formatTime } from "../text/text.ts";
import { linkageWord, needsOf, rowName, whyNotJudged, whyPredicted } from "./words.ts";
import type { Cell } from "../model/report.ts";

/** With more builds, what is in them is put into the page as templates: a browser would take seconds to lay all of it out. */
const builtIn = 400;

/** Bytes of what failed builds wrote, for all of them and for one. */
const outputs = { all: 2_000_000, most: 16_000, least: 1000 };

/** All builds: an overview by platform, and a line for each with everything about it behind. */
export function renderBuilds(page: Page): Html {
  const { cells, ship } = page.report;
  const kinds = [...new Set(cells.map(kindWord))].toSorted();
  const templates = new Templates(cells.length > builtIn);
  const list = renderList(page, kinds, templates);
  return html`<section aria-labelledby="builds" class="${cells.length > builtIn ? "many" : "few"}">
    <h2 id="builds">${ship === null ? "Files" : "Builds"}</h2>
    ${renderFilter(page, kinds)} ${renderMatrices(page)} ${list} ${templates.render()}
  </section>`;
}

/** Parts of details that are in the page once, however many builds have them. */
class Templates {
  readonly #inUse: boolean;
  readonly #numbers = new Map<string, number>();
  readonly #parts: Html[] = [];

  constructor(inUse: boolean) {
    this.#inUse = inUse;
  }

  /** The parts themselves, or what the script finds them by. */
  place(parts: readonly Html[]): { readonly names: string; readonly content: Html | null } {
    if (!this.#inUse) return { names: "", content: html`<div class="parts">${parts}</div>` };
    return { names: parts.map((part) => this.#number(part)).join(" "), content: null };
  }

  #number(part: Html): number {
    const key = part.toString();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#parts.length);
    return this.#parts.push(part) - 1;
  }

  render(): HtmlValue {
    if (this.#parts.length === 0) return null;
    return html`<noscript
        ><p>The details of so many builds need JavaScript here; the JSON report has them too.</p></noscript
      >
      ${this.#parts.map((part, at) => html`<template id="part-${at}">${part}</template>`)}`;
  }
}

function renderFilter({ platforms, strategies, report }: Page, kinds: readonly string[]): Html {
  const noun = report.ship === null ? "files" : "builds";
  const choice = (name: string, label: string, words: readonly string[]): Html | null =>
    words.length < 2
      ? null
      : html`<label
          >${label}
          <select id="${name}">
            <option value="">all</option>
            ${words.map((word, at) => html`<option value="${at}">${sentence(word)}</option>`)}
          </select></label
        >`;
  return html`<form class="filter" role="search" aria-label="Filter the ${noun}">
    <label class="text"
      >Filter
      <input type="search" id="text" placeholder="program, library, finding" autocomplete="off" spellcheck="false"
    /></label>
    ${choice("platform", "Platform", platforms)} ${choice("strategy", "Strategy", strategies)}
    ${choice("kind", "Linkage", kinds)}
    <label class="check"><input type="checkbox" id="attention" /> Only what needs attention</label>
    <button type="reset">Clear</button>
    <p role="status" id="shown" data-noun="${noun}">${count(report.cells.length, noun.slice(0, -1))}</p>
  </form>`;
}

/** Programs × strategies, for each platform. One target alone is all in its list. */
function renderMatrices(page: Page): Html | null {
  const { report, platforms } = page;
  const isMatrix = report.ship !== null && new Set(report.cells.map(targetKey)).size > 1;
  if (!isMatrix) return null;
  const tables = platforms.map((platform) =>
    renderMatrix(
      platform,
      report.cells.filter((cell) => cell.platform === platform),
      page,
    ),
  );
  return html`<div class="matrices ${page.strategies.length > 3 ? "" : "narrow"}">${tables}</div>`;
}

/** Rows of all platforms together that are shown without being asked for. */
const rowsOpen = 150;

function renderMatrix(platform: string, cells: readonly Cell[], page: Page): Html {
  const { report, strategies, platforms, recommended } = page;
  const programs = groupBy(cells, (cell) => cell.package);
  const attention = programs.filter((each) =>
    each.some((cell) => cell.strategy === report.ship && needsAttention(cell)),
  );
  const head = strategies.map(
    (name) =>
      html`<th scope="col">
        ${sentence(name)}${name === report.ship ? html` <span class="tag">ships</span>` : null}
      </th>`,
  );
  const hasAdvice = report.recommendation.length > 0;
  const rows = programs.map((program) => {
    const [first] = program;
    const advice = recommended.get(targetKey(first));
    const words = strategies.map((name) =>
      renderWord(
        program.find(({ strategy }) => strategy === name),
        page,
      ),
    );
    return html`<tr>
      <th scope="row">${sentence(shortName(first.package, page))}</th>
      ${words}${hasAdvice ? html`<td>${advice?.strategy == null ? "none" : sentence(advice.strategy)}</td>` : null}
    </tr>`;
  });
  const table = html`<table>
    <thead>
      <tr>
        <th scope="col">Program</th>
        ${head}${hasAdvice ? html`<th scope="col">Recommended</th>` : null}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
  const note =
    attention.length === 0 ? "nothing that ships needs attention" : `${count(attention.length, "program")} to look at`;
  const open = programs.length * platforms.length <= rowsOpen;
  const body = html`<summary>
      <h3>${sentence(platform)}</h3>
      <span class="said">${note}</span>
    </summary>
    ${scrollable(`Programs and strategies on ${sentence(platform)}`, table)}`;
  return open
    ? html`<details class="platform" open>${body}</details>`
    : html`<details class="platform">${body}</details>`;
}

function renderWord(cell: Cell | undefined, { anchors }: Page): Html {
  if (cell === undefined) return html`<td></td>`;
  return html`<td><a class="mark ${toneOf(cell)}" href="#${anchors.get(cell) ?? ""}">${linkageWord(cell)}</a></td>`;
}

function renderList(page: Page, kinds: readonly string[], templates: Templates): HtmlValue {
  const { cells } = page.report;
  const failed = cells.filter(({ status }) => status === "failed").length;
  const limit = Math.max(outputs.least, Math.min(outputs.most, Math.floor(outputs.all / Math.max(1, failed))));
  const show = (cell: Cell): Html => renderBuild(cell, { page, kinds, templates, limit });
  // Files that something else built are all one group.
  if (page.report.ship === null)
    return html`<div class="target files">
      <h3 class="unseen">All files</h3>
      ${cells.map(show)}
    </div>`;
  return groupBy(cells, targetKey).map((group) => {
    const [first] = group;
    const short = sentence(shortName(first.package, page));
    const path = sentence(first.package);
    const folder = path.endsWith(short) ? path.slice(0, path.length - short.length) : "";
    const name = html`<span class="folder">${folder}</span>${folder === "" ? path : short}`;
    return html`<div class="target">
      <h3>${name} <span class="on">${sentence(first.platform)}</span></h3>
      ${group.map(show)}
    </div>`;
  });
}

type Listing = {
  readonly page: Page;
  readonly kinds: readonly string[];
  readonly templates: Templates;
  readonly limit: number;
};

function renderBuild(cell: Cell, { page, kinds, templates, limit }: Listing): Html {
  const { report, platforms, strategies, anchors } = page;
  const advice = page.recommended.get(targetKey(cell));
  const isAdvised = advice !== undefined && cell.strategy !== null && advice.strategy === cell.strategy;
  const forms =
    isAdvised && page.recommended.size > 1 && page.recommended.size <= 100 ? renderForms(advice.forms) : null;
  const parts = [
    ...renderCell(cell, page, limit),
    ...(forms === null ? [] : [html`<div class="part wide">${forms}</div>`]),
  ];
  const { names, content } = templates.place(parts);
  const tags = [
    ...(cell.strategy !== null && cell.strategy === report.ship ? ["ships"] : []),
    ...(isAdvised ? ["recommended"] : []),
  ].map((tag) => html` <span class="tag">${tag}</span>`);
  const place = html`data-platform="${platforms.indexOf(cell.platform)}"
  data-strategy="${strategies.indexOf(cell.strategy ?? "")}" data-kind="${kinds.indexOf(kindWord(cell))}"
  data-findings="${cell.findings.map(({ kind }) => kind).join(" ")}"`;
  return html`<details
    class="build${needsAttention(cell) ? " attention" : ""}"
    id="${anchors.get(cell) ?? ""}"
    ${place}${names === "" ? null : html` data-parts="${names}"`}
  >
    <summary>
      <span class="name">${sentence(rowName(cell))}${tags}</span> ${badge(cell)}
      <span class="needs">${needsText(cell)}</span> <span class="linker">${linkerText(cell)}</span>
      <span class="number">${cell.artifact === null ? "" : formatSize(cell.artifact.size)}</span>
      <span class="number">${lastText(cell)}</span>
    </summary>
    ${content}
  </details> `;
}

function needsText(cell: Cell): HtmlValue {
  const why = whyNotJudged(cell) ?? whyPredicted(cell);
  if (why !== null) return sentence(why);
  const floor =
    cell.linkage?.minGlibc == null ? null : html` <span class="floor">glibc ${cell.linkage.minGlibc} or newer</span>`;
  const needs = needsOf(cell);
  return needs.length === 0 ? "needs nothing" : html`${needs.map((each) => html`${code(each, 120)} `)}${floor}`;
}

function linkerText({ link, prediction, status }: Cell): string {
  const mode = status === "predicted" ? (prediction?.mode ?? "unknown") : link.mode;
  return mode === "unknown" ? "" : `${mode} linker`;
}

function lastText({ strategy, platform, timing }: Cell): string {
  if (strategy === null) return sentence(platform);
  return timing.buildMs === null ? "" : formatTime(timing.buildMs);
}
