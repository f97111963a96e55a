import { groupBy } from "../text/group-by.ts";
import { type Html, html, type HtmlValue, scrollable, sentence } from "./html-text.ts";
import { count, type Page } from "./html-words.ts";
import { formatSize, formatTime } from "../text/text.ts";
import { rowName } from "./words.ts";
import type { Cell } from "../model/report.ts";

type Cost = {
  readonly name: string;
  readonly builds: number;
  readonly size: Spread;
  readonly time: Spread | null;
};

type Spread = { readonly least: number; readonly median: number; readonly most: number };

/** Files beyond are in their list. */
const filesShown = 40;

/** What each strategy costs, as bars beside their numbers. */
export function renderCosts(page: Page): Html | null {
  const built = page.report.cells.filter(({ artifact }) => artifact !== null);
  const costs = groupBy(built, rowName).map(costOf).slice(0, filesShown);
  if (costs.length < 2) return null;
  const most = {
    size: Math.max(...costs.map(({ size }) => size.median)),
    time: Math.max(...costs.map(({ time }) => time?.median ?? 0)),
  };
  const several = costs.some(({ builds }) => builds > 1);
  const timed = most.time > 0;
  const rows = costs.map(({ name, builds, size, time }) => {
    const timeCells =
      time === null
        ? html`<td></td>
            <td></td>`
        : html`${bar(time, most.time, "time")}
            <td class="number">${percentiles(time, formatTime)}</td>`;
    return html`<tr>
      <th scope="row">${sentence(name)}</th>
      ${several ? html`<td class="number">${builds}</td>` : null}${bar(size, most.size, "size")}
      <td class="number">${percentiles(size, formatSize)}</td>
      ${timed ? timeCells : null}
    </tr>`;
  });
  const noun = page.report.ship === null ? "File" : "Strategy";
  const head = html`<th scope="col">${noun}</th>
    ${several ? html`<th scope="col" class="number">Builds</th>` : null}
    <th scope="col" colspan="2">Size</th>
    ${timed ? html`<th scope="col" colspan="2">Build time</th>` : null}`;
  const title = timed ? "Sizes and build times" : "Sizes";
  const lead = several
    ? `The median of ${count(built.length, "build")}, and from the least to the most. Builds share what Go has compiled already, so the first of a run takes longest.`
    : timed
      ? "Builds share what Go has compiled already, so the first of a run takes longest."
      : null;
  return html`<section aria-labelledby="costs">
    <h2 id="costs">${title}</h2>
    ${lead && html`<p class="lead">${lead}</p>`}
    ${scrollable(
      title,
      html`<table class="costs">
        <thead>
          <tr>
            ${head}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>`,
    )}
  </section>`;
}

function costOf(cells: readonly [Cell, ...Cell[]]): Cost {
  const [first] = cells;
  const times = cells.flatMap(({ timing }) => timing.buildMs ?? []);
  return {
    name: rowName(first),
    builds: cells.length,
    size: spreadOf(cells.map(({ artifact }) => artifact?.size ?? 0)),
    time: times.length === 0 ? null : spreadOf(times),
  };
}

function spreadOf(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? 0;
  return { least: at(0), median: at(Math.floor((sorted.length - 1) / 2)), most: at(sorted.length - 1) };
}

function percentiles({ least, median, most }: Spread, format: (number: number) => string): HtmlValue {
  if (format(least) === format(most)) return format(median);
  return html`${format(median)} <span class="range">${format(least)} to ${format(most)}</span>`;
}

/** The number stands beside it, so it is nothing to be read out. */
function bar({ median }: Spread, most: number, kind: "size" | "time"): Html {
  const width = most === 0 ? 0 : Math.round((median / most) * 1000) / 10;
  return html`<td class="bar">
    <svg aria-hidden="true" class="${kind}" viewBox="0 0 100 10" preserveAspectRatio="none">
      <rect class="whole" width="100" height="10" />
      <rect class="part-of" width="${width}" height="10" />
    </svg>
  </td>`;
}
