import { describeCache } from "../cache/describe.ts";
import { describeLinkage } from "../explain/describe-linkage.ts";
import { catalog } from "../explain/catalog.ts";
import type { Cell } from "../explain/explain.ts";
import type { Recommendation } from "../explain/recommend.ts";
import { groupBy } from "../group-by.ts";
import { code, details, escapeText, fence, table } from "./markdown-text.ts";
import { countCells, type Report } from "./report.ts";
import { formatSize, formatTime, oneLine } from "./text.ts";
import {
  chainOf,
  linkageWord,
  moodOf,
  needsOf,
  rowName,
  shortNames,
  tableKey,
  whyNotJudged,
  whyPredicted,
} from "./words.ts";

/** The report as GitHub-flavoured Markdown, for the job summary: verdict first, then what to do, then the builds. */
export function renderMarkdown(report: Report): string {
  const targets = groupBy(report.cells, tableKey);
  const sections = [
    `## ${icons[report.verdict.outcome]} Static linking: ${escapeText(report.verdict.reason)}`,
    renderCounts(report),
    ...renderRegressions(report),
    ...renderRecommendations(report, targets.length),
    ...(targets.length > 1 && report.ship !== null ? [renderGrid(report, report.ship)] : []),
    ...targets.map((cells) => renderTarget(cells, targets.length === 1)),
    ...renderFindings(report),
    ...renderOutputs(report.cells),
    renderHow(report),
  ];
  return `${sections.join("\n\n")}\n`;
}

const icons = { pass: "✅", warn: "⚠️", fail: "❌" } as const;
const moodIcons = { good: "✅", caution: "⚠️", bad: "❌", neutral: "➖" } as const;

function renderCounts({ cells, ship }: Report): string {
  const shippedText = ship === null ? "" : ` ${code(ship)} is the strategy that ships.`;
  if (cells.some(({ status }) => status === "predicted"))
    return `**${cells.length} builds, all predicted.**${shippedText}`;
  const counts = countCells(cells);
  const parts = [
    `${counts.static} static`,
    ...(counts.system > 0 ? [`${counts.system} system libraries only`] : []),
    `${counts.dynamic} dynamic`,
    ...(counts.other > 0 ? [`${counts.other} not judged`] : []),
    `${counts.failed} failed`,
    ...(counts.skipped > 0 ? [`${counts.skipped} skipped`] : []),
  ];
  const noun = `${ship === null ? "file" : "build"}${counts.total === 1 ? "" : "s"}`;
  return `**${counts.total} ${noun}: ${parts.join(", ")}.**${shippedText}`;
}

/** What it was and what it is, of all that became worse. */
function renderRegressions({ cells, baseline }: Report): string[] {
  const worse = cells.flatMap((cell) => {
    const finding = cell.findings.find(({ kind }) => kind === "regression" || kind === "build-broken");
    return finding === undefined || cell.base === null ? [] : [{ cell, base: cell.base, finding }];
  });
  const gone = baseline.gone.map((each) => [code(each.package), each.platform, "built", "❌ gone"]);
  if (worse.length === 0 && gone.length === 0) return [];
  const rows = worse.map(({ cell, base }) => [
    code(cell.package),
    cell.platform,
    describeLinkage({ ...cell, status: base.status, linkage: base.linkage }),
    `❌ ${describeLinkage(cell)}`,
  ]);
  const causes = groupBy(worse, ({ finding }) => `${finding.message}\n${finding.file ?? ""}`).map(([{ finding }]) => {
    const place = finding.file === null ? "" : ` (${code(`${finding.file}:${finding.line ?? 1}`)})`;
    const fix = finding.fix === null ? "" : ` **Fix:** ${escapeText(finding.fix)}.`;
    return `- ${escapeText(finding.message)}${place}.${fix}`;
  });
  const head = ["Package", "Platform", `Base ${code(baseline.sha?.slice(0, 10) ?? "")}`, "This commit"];
  const grid = table(head, [...rows.map((row) => row.map((text, at) => (at < 2 ? text : escapeText(text)))), ...gone]);
  return [["### What became worse", grid, ...(causes.length === 0 ? [] : [causes.join("\n")])].join("\n\n")];
}

function renderRecommendations({ recommendation }: Report, targets: number): string[] {
  if (targets === 1) return recommendation.map((each) => renderRecommendation(each));
  const groups = groupBy(recommendation, ({ strategy, why }) => `${strategy ?? ""}\n${why}`);
  const names = shortNames(recommendation.map((each) => each.package));
  return groups.map((group) => {
    const [first] = group;
    const who = group.map((each) => `${code(names.get(each.package) ?? each.package)} (${each.platform})`).join(", ");
    const commands = group.flatMap(({ command }) => command ?? []);
    const what = first.strategy === null ? "**Nothing to recommend**" : `**Ship with ${code(first.strategy)}**`;
    const text = `${what} for ${who}: ${escapeText(first.why)}.`;
    return commands.length === 0 ? text : `${text}\n\n${fence(commands.join("\n"), "sh")}`;
  });
}

function renderRecommendation({ strategy, why, command, forms }: Recommendation): string {
  if (strategy === null) return `**Nothing to recommend:** ${escapeText(why)}.`;
  const text = `**Ship with ${code(strategy)}:** ${escapeText(why)}.`;
  return [text, ...(command === null ? [] : [fence(command, "sh")]), ...renderForms(forms)].join("\n\n");
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

/** What ships: packages × platforms. */
function renderGrid({ cells, recommendation }: Report, ship: string): string {
  const platforms = [...new Set(cells.map(({ platform }) => platform))];
  const shipped = cells.filter(({ strategy }) => strategy === ship);
  const rows = [...new Set(shipped.map((cell) => cell.package))].map((path) => {
    const words = platforms.map((platform) => {
      const cell = shipped.find((each) => each.package === path && each.platform === platform);
      return cell === undefined ? "" : withIcon(cell);
    });
    const advice = new Set(recommendation.filter((each) => each.package === path).map(({ strategy }) => strategy));
    return [code(path), ...words, [...advice].map((name) => (name === null ? "none" : code(name))).join(", ")];
  });
  return `### What ships: ${code(ship)}\n\n${table(["Package", ...platforms.map(code), "Recommended"], rows)}`;
}

function renderTarget(cells: readonly [Cell, ...Cell[]], open: boolean): string {
  const [first] = cells;
  if (cells.some(({ status }) => status === "predicted")) return renderForecast(cells);
  const rows = cells.map((cell) => [
    code(rowName(cell)),
    withIcon(cell),
    renderNeeds(cell),
    cell.linkage?.minGlibc ?? "–",
    cell.link.mode === "unknown" ? "–" : cell.link.mode,
    cell.artifact === null ? "–" : unbroken(formatSize(cell.artifact.size)),
    lastColumn(cell),
  ]);
  const ends = first.strategy === null ? ["File", "Platform"] : ["Strategy", "Build"];
  const head = [ends[0] ?? "", "Linkage", "Needs", "glibc ≥", "Linker", "Size", ends[1] ?? ""];
  const grid = [table(head, rows, [":-", ":-", ":-", ":-", ":-", "-:", "-:"]), ...renderReasons(cells)].join("\n\n");
  if (first.strategy === null) return grid;
  const title = `${code(first.package)}, ${code(first.platform)}`;
  return open ? `### ${title}\n\n${grid}` : details(`${first.package}, ${first.platform}: every strategy`, grid);
}

/** Why each linker: the strategies that have a reason in common share a line. */
function renderReasons(cells: readonly Cell[]): string[] {
  const known = cells.filter(({ link }) => link.reasons.length > 0);
  const groups = groupBy(known, ({ link }) => [link.mode, ...link.reasons].join("\n"));
  const lines = groups.map((group) => {
    const [{ link }] = group;
    return `- ${group.map((cell) => code(rowName(cell))).join(", ")}: ${link.mode}, as ${escapeText(link.reasons.join("; "))}`;
  });
  return lines.length === 0 ? [] : [details("Why these linkers", lines.join("\n"))];
}

/** What would be built, and through which imports cgo comes in. */
function renderForecast(cells: readonly [Cell, ...Cell[]]): string {
  const [first] = cells;
  const rows = cells.map((cell) => [
    code(rowName(cell)),
    withIcon(cell),
    cell.prediction?.mode ?? "–",
    escapeText(whyPredicted(cell) ?? whyNotJudged(cell) ?? ""),
  ]);
  const chains = [...new Set(cells.flatMap(({ cgo }) => cgo.map((user) => `- ${code(chainOf(user))}`)))];
  return [
    `### ${code(first.package)}, ${code(first.platform)}`,
    table(["Strategy", "Linkage", "Linker", "Because"], rows),
    ...(chains.length === 0 ? [] : [`Imports that bring in cgo:\n\n${chains.join("\n")}`]),
  ].join("\n\n");
}

function lastColumn({ strategy, platform, timing }: Cell): string {
  if (strategy === null) return code(platform);
  return timing.buildMs === null ? "–" : unbroken(formatTime(timing.buildMs));
}

/** A number and its unit stay on one line of a narrow column. */
function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}

function renderNeeds(cell: Cell): string {
  const why = whyNotJudged(cell);
  if (why !== null) return escapeText(why);
  return needsOf(cell).map(code).join("<br>") || "nothing";
}

/** Failed builds are shown with their output, and what became worse with what it was. */
const shownElsewhere: ReadonlySet<string> = new Set(["build-failed", "build-broken", "regression"]);

function renderFindings({ cells }: Report): string[] {
  const all = cells.flatMap((cell) => cell.findings.map((finding) => ({ cell, finding })));
  const worth = all.filter(({ finding }) => finding.level !== "info" && !shownElsewhere.has(finding.kind));
  if (worth.length === 0) return [];
  const groups = groupBy(worth, ({ finding }) => `${finding.kind}\n${finding.message}`);
  const several = new Set(worth.map(({ cell }) => tableKey(cell))).size > 1;
  const names = shortNames(cells.map((cell) => cell.package));
  const nameOf = (cell: Cell): string =>
    several ? `${names.get(cell.package) ?? cell.package} ${cell.platform} ${rowName(cell)}` : rowName(cell);
  const items = groups.slice(0, 20).map((group) => {
    const [first] = group;
    const { kind, level, message, fix, file, line } = first.finding;
    const where = [...new Set(group.map(({ cell }) => nameOf(cell)))].slice(0, 10).map(code).join(", ");
    const place = file === null ? "" : ` (${code(`${file}:${line ?? 1}`)})`;
    const todo = fix === null ? "" : ` **Fix:** ${escapeText(fix)}.`;
    return `- ${level === "error" ? "❌" : "⚠️"} **${catalog[kind].title}**, ${where}: ${escapeText(message)}${place}. ${catalog[kind].why}${todo}`;
  });
  const more = groups.length > items.length ? [`- … and ${groups.length - items.length} more in the JSON report`] : [];
  return [`### Findings\n\n${[...items, ...more].join("\n")}`];
}

/** At most this many failed builds are shown with their output, and of each the last lines. */
const outputsShown = 10;
const linesShown = 20;

function renderOutputs(cells: readonly Cell[]): string[] {
  const failed = cells.filter(({ status }) => status === "failed");
  const shown = failed.slice(0, outputsShown).map((cell) => {
    const lines = cell.build.output.trim().split("\n").slice(-linesShown);
    const fix = cell.findings[0]?.fix;
    const argv = [
      ...Object.entries(cell.build.env).map(([name, value]) => `${name}=${value}`),
      ...cell.build.argv,
    ].join(" ");
    const body = [
      ...(fix == null ? [] : [`**Fix:** ${escapeText(fix)}.`]),
      fence(`${argv}\n\n${lines.join("\n").slice(-4096)}`, "text"),
    ].join("\n\n");
    return details(`Failed: ${cell.package}, ${cell.platform}, ${rowName(cell)}: ${oneLine(cell.reason ?? "")}`, body);
  });
  return failed.length > shown.length
    ? [...shown, `… and ${failed.length - shown.length} more failed builds in the JSON report`]
    : shown;
}

function renderHow({ environment, baseline, cells, ship, cache, policy }: Report): string {
  const { go, cc, image } = environment;
  const example = cells.find(({ strategy }) => strategy === ship);
  const lines = [
    ...(go === null ? [] : [`- ${escapeText(go.why)}`]),
    ...(go === null
      ? []
      : [`- C compiler: ${cc === null ? "none" : code(cc.version)}${image === null ? "" : `, image ${code(image)}`}`]),
    ...(cache === null ? [] : [`- ${escapeText(describeCache(cache))}.`]),
    ...howJudged(cells),
    ...describeBaseline(baseline),
    ...describePolicy(policy),
    ...(example === undefined || ship === null ? [] : [`- With ${code(ship)}: ${code(describeLinkage(example))}`]),
  ];
  return details("How this was checked", lines.join("\n"));
}

function describePolicy({ file, rules, notes }: Report["policy"]): string[] {
  const read = file === null ? [] : [`${code(file)} has ${rules === 1 ? "1 rule" : `${rules} rules`}`];
  const said = [...read, ...notes.map(escapeText)];
  return said.length === 0 ? [] : [`- Policy: ${said.join("; ")}.`];
}

function describeBaseline({ sha, steps }: Report["baseline"]): string[] {
  if (steps.length === 0) return [];
  const what = sha === null ? "Not compared with a base commit" : `Compared with ${code(sha.slice(0, 10))}`;
  return [`- ${what}: ${escapeText(steps.join("; "))}.`];
}

function howJudged(cells: readonly Cell[]): string[] {
  if (cells.some(({ status }) => status === "predicted")) {
    return ["- Nothing was built: linker and linkage follow from Go's own rules, the flags and the sources."];
  }
  const started = cells.some(({ proof }) => proof !== null && proof.result !== "not-proven");
  const executed = started ? "Static files were started in an empty root." : "Nothing was executed.";
  return [`- Linkage is read from each file's program headers (\`PT_INTERP\`, \`PT_DYNAMIC\`). ${executed}`];
}

function withIcon(cell: Cell): string {
  return `${moodIcons[moodOf(cell)]} ${linkageWord(cell)}`;
}
