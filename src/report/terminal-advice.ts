import { groupBy } from "../text/group-by.ts";
import { leftOut, type Page, prose } from "./terminal-page.ts";
import { targetsIn } from "./terminal-where.ts";
import { printable } from "../text/text.ts";
import { toneOf } from "./words.ts";
import type { Recommendation } from "../model/cell.ts";
import type { Report } from "../model/report.ts";

const commandsShown = 6;

/** What to ship and the commands for it; last, where a person looks, what has to change. */
export function renderAdvice(report: Report, isOneTarget: boolean, page: Page): string[] {
  const good = new Set(
    report.cells.filter((cell) => cell.strategy === report.ship && toneOf(cell) === "good").map(targetKey),
  );
  const isGood = (each: Recommendation): boolean => good.has(targetKey(each));
  const groups = groupBy(report.recommendation, ({ strategy, why }) => `${strategy ?? ""}\n${why}`);
  return groups
    .map((group) => ({
      group: group.toSorted((a, b) => Number(isGood(a)) - Number(isGood(b))),
      isDone: group.every(isGood),
    }))
    .toSorted((a, b) => Number(b.isDone) - Number(a.isDone))
    .map(({ group }) => renderGroup(group, isOneTarget, page).join("\n"));
}

function targetKey(target: { readonly package: string; readonly platform: string }): string {
  return `${target.package}\n${target.platform}`;
}

function renderGroup(group: readonly Recommendation[], isOneTarget: boolean, page: Page): string[] {
  const [first] = group;
  if (first === undefined) return [];
  const { colors } = page;
  const subject = isOneTarget ? "" : ` (${targetsIn(group, page)})`;
  const what = first.strategy === null ? "Nothing to recommend" : `Ship with ${printable(first.strategy)}`;
  const lines = prose(`${what}${subject}: ${first.why}`, page);
  const commands = group.flatMap(({ command }) => command ?? []);
  // To be pasted, so never broken: the terminal wraps them.
  const shown = commands.slice(0, commandsShown).map((command) => `    ${colors.cyan(printable(command))}`);
  const left = commands.length - commandsShown;
  return [
    ...lines.map((line) => line.replace(what, colors.bold)),
    ...(shown.length === 0 ? [] : ["", ...shown]),
    ...(left > 0 ? [leftOut(`${left} more commands`, page)] : []),
  ];
}
