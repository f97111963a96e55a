import { plural } from "../text/english.ts";
import { strategyRank } from "../go/strategies.ts";
import { groupBy } from "../text/group-by.ts";
import { formatSize, formatTime } from "../text/text.ts";
import { linkageKind } from "../model/cell.ts";
import type { Cell, Report } from "../model/report.ts";
import { describeCell } from "./html-cell.ts";
import { code, type Html, html, type HtmlValue, sentence } from "../text/html.ts";
import { problemsOf } from "./problems.ts";
import {
  linkageWord,
  namesOf,
  needsOf,
  predictionMark,
  rowName,
  targetKey,
  whyNotJudged,
  whyPredicted,
} from "./words.ts";

/** With more builds, what is in them is put into the page as templates: a browser would take seconds to lay all of it out. */
const builtIn = 400;

/** Bytes of what failed builds wrote, for all of them and for one. */
const outputs = { all: 2_000_000, most: 16_000, least: 1000 };

type List = {
  readonly report: Report;
  readonly anchors: ReadonlyMap<Cell, string>;
  readonly tones: ReadonlyMap<Cell, "bad" | "caution">;
  readonly platforms: readonly string[];
  readonly strategies: readonly string[];
  readonly kinds: readonly string[];
  readonly templates: Templates;
  readonly outputLimit: number;
};

/** All builds with everything about each behind a line: those that need attention, and folded the others. */
export function renderBuilds(report: Report): Html {
  const { cells } = report;
  const failed = cells.filter(({ status }) => status === "failed").length;
  const list: List = {
    report,
    anchors: new Map(cells.map((cell, at) => [cell, `build-${at + 1}`])),
    tones: tonesOf(report),
    platforms: [...new Set(cells.map(({ platform }) => platform))],
    // Not every target has all of them, so the order of one is not that of the page.
    strategies: [...new Set(cells.flatMap(({ strategy }) => strategy ?? []))].toSorted(
      (a, b) => strategyRank(a) - strategyRank(b),
    ),
    kinds: [...new Set(cells.map(kindWord))].toSorted(),
    templates: new Templates(cells.length > builtIn),
    outputLimit: Math.max(outputs.least, Math.min(outputs.most, Math.floor(outputs.all / Math.max(1, failed)))),
  };
  const attention = cells.filter((cell) => list.tones.has(cell));
  const rest = cells.filter((cell) => !list.tones.has(cell));
  const others = renderGroups(rest, list);
  const noun = report.ship === null ? "file" : "build";
  return html`<div class="${cells.length > builtIn ? "many" : "few"}">
    ${renderFilter(list, noun)} ${renderGroups(attention, list)}
    ${
      rest.length === 0
        ? null
        : html`<details class="rest">
            <summary>${plural(rest.length, noun)} without a warning</summary>
            ${others}
          </details>`
    }
    ${list.templates.render()}
  </div>`;
}

/** What fails or warns, and the findings of strategies that do not ship; all else has no mark. */
function tonesOf(report: Report): Map<Cell, "bad" | "caution"> {
  const failing = new Set(problemsOf(report).flatMap(({ outcome, cell }) => (outcome === "fail" ? (cell ?? []) : [])));
  return new Map(
    report.cells.flatMap((cell): [Cell, "bad" | "caution"][] => {
      if (failing.has(cell)) return [[cell, "bad"]];
      const isDoubtful = cell.status === "failed" || cell.findings.some(({ level }) => level !== "info");
      return isDoubtful ? [[cell, "caution"]] : [];
    }),
  );
}

/** What a cell came to, in one word of the field, to filter by. */
function kindWord(cell: Cell): string {
  if (cell.status === "failed" || cell.status === "skipped") return cell.status;
  const kind = linkageKind(cell);
  return kind === "fails" ? "does not build" : (kind ?? "unknown");
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

function renderFilter({ report, platforms, strategies, kinds }: List, noun: string): Html {
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
  return html`<form class="filter" role="search" aria-label="Filter the ${noun}s">
    <label class="text"
      >Filter
      <input type="search" id="text" placeholder="program, library, finding" autocomplete="off" spellcheck="false"
    /></label>
    ${choice("platform", "Platform", platforms)} ${choice("strategy", "Strategy", strategies)}
    ${choice("kind", "Linkage", kinds)}
    <label class="check"><input type="checkbox" id="attention" /> Only with warnings</label>
    <button type="reset">Clear</button>
    <p role="status" id="shown" data-noun="${noun}s">${plural(report.cells.length, noun)}</p>
  </form>`;
}

function renderGroups(cells: readonly Cell[], list: List): HtmlValue {
  const show = (cell: Cell): Html => renderBuild(cell, list);
  if (cells.length === 0) return null;
  // Files that something else built are all one group.
  if (list.report.ship === null) {
    return html`<div class="target files">
      <h3 class="unseen">Files</h3>
      ${cells.map(show)}
    </div>`;
  }
  return groupBy(cells, targetKey).map((group) => {
    const [first] = group;
    const short = sentence(namesOf(list.report).get(first.package) ?? first.package);
    const path = sentence(first.package);
    const folder = path.endsWith(short) ? path.slice(0, path.length - short.length) : "";
    const name = html`<span class="folder">${folder}</span>${folder === "" ? path : short}`;
    return html`<div class="target">
      <h3>${name} <span class="on">${sentence(first.platform)}</span></h3>
      ${group.map(show)}
    </div>`;
  });
}

function renderBuild(cell: Cell, list: List): Html {
  const { report, anchors, tones, platforms, strategies, kinds, templates } = list;
  const { names, content } = templates.place(describeCell(cell, report, list.outputLimit));
  const ships = cell.sameAs === null ? "ships" : `ships, same as ${cell.sameAs}`;
  const tag = cell.strategy !== null && cell.role === "ships" ? html` <span class="tag">${ships}</span>` : null;
  const place = html`data-platform="${platforms.indexOf(cell.platform)}"
  data-strategy="${strategies.indexOf(cell.strategy ?? "")}" data-kind="${kinds.indexOf(kindWord(cell))}"
  data-findings="${cell.findings.map(({ kind }) => kind).join(" ")}"`;
  return html`<details
    class="build${tones.has(cell) ? " attention" : ""}"
    id="${anchors.get(cell) ?? ""}"
    ${place}${names === "" ? null : html` data-parts="${names}"`}
  >
    <summary>
      <span class="name">${sentence(rowName(cell))}${tag}</span>
      <b class="mark ${tones.get(cell) ?? "neutral"}">${linkageWord(cell)}${predictionMark(cell, report)}</b>
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
  const floor = cell.linkage?.minGlibc == null ? null : html` <span>glibc ${cell.linkage.minGlibc} or newer</span>`;
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
