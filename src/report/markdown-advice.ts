import { groupBy, unique } from "../text/group-by.ts";
import { namesOf } from "./headline.ts";
import { code, details, escapeText, fence, pasteable } from "./markdown-text.ts";
import { tableKey } from "./words.ts";
import type { Recommendation } from "../model/cell.ts";
import type { Report } from "../model/report.ts";

/** So many commands stand open; more are folded, and of many only the first are shown. */
const openCommands = 3;
const shownCommands = 20;

export function renderAdvice(report: Report): string[] {
  const { recommendation, cells, verdict } = report;
  const targets = new Set(cells.map(tableKey));
  if (targets.size === 1) return recommendation.flatMap((each) => renderOne(each));
  // What fails has been told what to do.
  const failing = new Set(
    verdict.judgements.flatMap(({ outcome, target }) => (outcome === "fail" && target !== null ? [keyOf(target)] : [])),
  );
  const others = recommendation.filter(
    (each) => each.strategy === null || each.strategy === report.ship || !failing.has(keyOf(each)),
  );
  return groupBy(others, ({ strategy, why }) => `${strategy ?? ""}\n${why}`).map((group) =>
    renderGroup(group, group.length === targets.size, report),
  );
}

function keyOf(target: { readonly package: string; readonly platform: string }): string {
  return `${target.package}\n${target.platform}`;
}

function renderGroup(group: readonly [Recommendation, ...Recommendation[]], isForAll: boolean, report: Report): string {
  const [{ strategy, why }] = group;
  const names = namesOf(report);
  const subject = isForAll ? "" : ` for ${describeTargets(group, names, report)}`;
  if (strategy === null) return `**Nothing to recommend**${subject}: ${escapeText(why)}.`;
  const text = `**Ship with ${code(strategy)}**${subject}: ${escapeText(why)}.`;
  const commands = pasteable(group.map(({ command }) => command));
  if (commands.length === 0) return text;
  const block = fence(commands.slice(0, shownCommands).join("\n"), "sh");
  if (commands.length <= openCommands) return `${text}\n\n${block}`;
  const more = commands.length - shownCommands;
  const note = more > 0 ? `\n\n… and ${more} more in the JSON report.` : "";
  return `${text}\n\n${details(`The ${commands.length} commands`, `${block}${note}`)}`;
}

/** `api` and `ctl` (linux/amd64, linux/arm64), or how many. */
function describeTargets(
  group: readonly Recommendation[],
  names: ReadonlyMap<string, string>,
  { cells }: Report,
): string {
  const packages = unique(group.map((each) => each.package));
  const shown = packages.slice(0, 5).map((path) => code(names.get(path) ?? path));
  const more = packages.length > shown.length ? ` and ${packages.length - shown.length} more` : "";
  const platforms = unique(group.map(({ platform }) => platform));
  const isEverywhere = platforms.length === new Set(cells.map(({ platform }) => platform)).size;
  return `${shown.join(", ")}${more}${isEverywhere ? "" : ` on ${platforms.map(code).join(", ")}`}`;
}

function renderOne({ strategy, why, command, forms }: Recommendation): string[] {
  if (strategy === null) return [`**Nothing to recommend:** ${escapeText(why)}.`];
  const text = `**Ship with ${code(strategy)}:** ${escapeText(why)}.`;
  return [[text, ...(command === null ? [] : [fence(command, "sh")]), ...renderForms(forms)].join("\n\n")];
}

function renderForms(forms: Recommendation["forms"]): string[] {
  if (forms === null) return [];
  const { dockerfile, goreleaser, ko } = forms;
  const named = [
    { name: "Dockerfile", text: dockerfile, language: "dockerfile" },
    { name: ".goreleaser.yaml", text: goreleaser, language: "yaml" },
    { name: ".ko.yaml", text: ko, language: "yaml" },
  ];
  const shown = named.flatMap(({ name, text, language }) =>
    text === null ? [] : [`${code(name)}:\n\n${fence(text, language)}`],
  );
  return [details("The same for docker, goreleaser and ko", shown.join("\n\n"))];
}
