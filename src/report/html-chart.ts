import { groupBy } from "../text/group-by.ts";
import { type Html, html, scrollable, sentence } from "./html-text.ts";
import { formatSize, formatTime } from "../text/text.ts";
import { plural, rowName } from "./words.ts";
import type { Report } from "../model/report.ts";

type Spread = { readonly least: number; readonly median: number; readonly most: number };

/** Files beyond are in their list. */
const filesShown = 40;

/** What each strategy costs, as bars beside their numbers; null where there is nothing to compare. */
export function renderCosts({ cells, ship }: Report): Html | null {
  const built = cells.filter(({ artifact }) => artifact !== null);
  const groups = groupBy(built, rowName).slice(0, filesShown);
  if (groups.length < 2) return null;
  const costs = groups.map((group) => ({
    name: rowName(group[0]),
    builds: group.length,
    size: spreadOf(group.map(({ artifact }) => artifact?.size ?? 0)),
    time: spreadOf(group.flatMap(({ timing }) => timing.buildMs ?? [])),
  }));
  const most = { size: highest(costs.map(({ size }) => size)), time: highest(costs.map(({ time }) => time)) };
  const isTimed = most.time > 0;
  const rows = costs.map(
    ({ name, builds, size, time }) =>
      html`<tr>
        <th scope="row">${sentence(name)}</th>
        <td class="number">${builds}</td>
        ${bar(size, most.size, "size")}
        <td class="number">${percentiles(size, formatSize)}</td>
        ${
          isTimed
            ? html`${bar(time, most.time, "time")}
                <td class="number">${percentiles(time, formatTime)}</td>`
            : null
        }
      </tr>`,
  );
  const table = html`<table class="costs">
    <thead>
      <tr>
        <th scope="col">${ship === null ? "File" : "Strategy"}</th>
        <th scope="col" class="number">Builds</th>
        <th scope="col" colspan="2">Size</th>
        ${isTimed ? html`<th scope="col" colspan="2">Build time</th>` : null}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
  const lead = `The median of ${plural(built.length, ship === null ? "file" : "build")}, from the least to the most. Builds share what Go has compiled already, so the first of a run takes longest.`;
  return html`<p class="lead">${lead}</p>
    ${scrollable("Sizes", table)}`;
}

function spreadOf(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? 0;
  return { least: at(0), median: at(Math.floor((sorted.length - 1) / 2)), most: at(sorted.length - 1) };
}

function highest(spreads: readonly Spread[]): number {
  return Math.max(...spreads.map(({ median }) => median));
}

function percentiles({ least, median, most }: Spread, format: (number: number) => string): Html {
  const [low, high] = [format(least), format(most)];
  return html`${format(median)} ${low === high ? null : html`<span class="range">${low} to ${high}</span>`}`;
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
