import { groupBy, unique } from "../text/group-by.ts";
import { namesOf, plural } from "./headline.ts";
import { code, details, escapeText, table } from "./markdown-text.ts";
import { formatSize, formatTime } from "../text/text.ts";
import { cellOf, chainOf, linkageWord, toneOf, needsOf, rowName, whyNotJudged, whyPredicted } from "./words.ts";
import { isStandalone, linkageKind } from "../model/cell.ts";
import type { Report, Cell } from "../model/report.ts";

const moodIcons = { good: "✅", caution: "⚠️", bad: "❌", neutral: "➖" } as const;

/** More programs than that are folded. */
const openRows = 12;

/** What ships: packages × platforms, and what this run recommends for each. */
export function renderShipped(report: Report): string[] {
  const { cells, ship, recommendation } = report;
  const shipped = cells.filter(({ strategy }) => strategy === ship);
  if (ship === null || shipped.length < 2) return [];
  const platforms = unique(shipped.map(({ platform }) => platform));
  const names = namesOf(report);
  // Of several platforms each has its own.
  const withSize = platforms.length === 1;
  const failing = new Set(
    report.verdict.judgements.filter(({ outcome }) => outcome === "fail").flatMap((each) => cellOf(each, report) ?? []),
  );
  const rows = groupBy(shipped, (cell) => cell.package).map((own) => {
    const [{ package: path }] = own;
    const words = platforms.map((platform) => {
      const cell = own.find((each) => each.platform === platform);
      return cell === undefined ? "" : `${iconOf(cell, failing)} ${escapeText(shortWord(cell))}`;
    });
    const advice = unique(recommendation.filter((each) => each.package === path).map(({ strategy }) => strategy));
    const recommended = advice.map((name) => (name === null ? "none" : code(name))).join(", ");
    return [code(names.get(path) ?? path), ...words, ...(withSize ? [sizeOf(own[0])] : []), recommended];
  });
  const head = ["Binary", ...platforms.map(code), ...(withSize ? ["Size"] : []), "Recommended"];
  const align = head.map((name) => (name === "Size" ? "-:" : ":-"));
  const grid = table(head, rows, align);
  const title = `### What ships: ${code(ship)}`;
  return [`${title}\n\n${rows.length > openRows ? details(`All ${rows.length} binaries`, grid) : grid}`];
}

/** A dynamic program is bad only where the verdict says so. */
function iconOf(cell: Cell, failing: ReadonlySet<Cell>): string {
  if (failing.has(cell)) return moodIcons.bad;
  const mood = toneOf(cell);
  return moodIcons[mood === "bad" ? "caution" : mood];
}

/** `dynamic, glibc ≥ 2.34` */
function shortWord(cell: Cell): string {
  return cell.linkage?.minGlibc == null ? linkageWord(cell) : `${linkageWord(cell)}, glibc ≥ ${cell.linkage.minGlibc}`;
}

/** A few targets have a table each; of many there is one for each platform, with a word for each cell. */
const fewTargets = 4;

/** `targets`: the cells that share a table. */
export function renderTargets(report: Report, targets: readonly (readonly [Cell, ...Cell[]])[]): string[] {
  const { cells, ship } = report;
  const strategies = unique(cells.map(({ strategy }) => strategy ?? ""));
  const isPredicted = cells.some(({ status }) => status === "predicted");
  if (targets.length > 1 && strategies.length === 1 && !isPredicted) return [renderBuilds(report)];
  if (targets.length <= fewTargets || isPredicted || ship === null)
    // What one build came to stands above.
    return targets
      .filter((own) => targets.length === 1 || ship === null || own.length > 1)
      .map((own) => renderTarget(own, targets.length === 1, report));
  const legend = renderLegend(cells);
  return groupBy(cells, ({ platform }) => platform).map((own, at) => {
    const [{ platform }] = own;
    const grid = renderStrategies(own, strategies, report);
    return details(`${platform}: every strategy`, at === 0 ? `${legend}\n\n${grid}` : grid);
  });
}

/** Of many targets, each built in one way only. */
function renderBuilds(report: Report): string {
  const names = namesOf(report);
  const rows = report.cells.map((cell) => [
    code(names.get(cell.package) ?? cell.package),
    code(cell.platform),
    ...columnsOf(cell).slice(1),
    buildTime(cell),
  ]);
  const head = ["Binary", "Platform", ...columns.slice(1), "Build"];
  return details(
    "Every build",
    table(
      head,
      rows,
      head.map((name) => (isNumber.has(name) ? "-:" : ":-")),
    ),
  );
}

function renderStrategies(cells: readonly Cell[], strategies: readonly string[], report: Report): string {
  const names = namesOf(report);
  const rows = groupBy(cells, (cell) => cell.package).map((own) => {
    const words = strategies.map((name) => {
      const cell = own.find(({ strategy }) => strategy === name);
      return cell === undefined ? "" : escapeText(initials(cell));
    });
    return [code(names.get(own[0].package) ?? own[0].package), ...words];
  });
  return table(["Binary", ...strategies.map(code)], rows, [":-", ...strategies.map(() => ":-:")]);
}

const letters: Readonly<Record<string, readonly [string, string]>> = {
  static: ["S", "static"],
  "static-pie": ["SP", "static-pie"],
  system: ["SYS", "only the system's own libraries"],
  dynamic: ["D", "dynamic, with the oldest glibc that starts it"],
  library: ["L", "a library"],
  packed: ["PK", "packed"],
  unreadable: ["?", "cannot be judged"],
  failed: ["F", "does not build"],
  fails: ["F", "does not build"],
  skipped: ["–", "cannot be built here"],
};

function initials(cell: Cell): string {
  const [word] = letters[stateOf(cell)] ?? ["?"];
  const floor = cell.linkage?.minGlibc == null ? "" : ` ${cell.linkage.minGlibc}`;
  const isMarked = isStandalone(cell) && toneOf(cell) !== "good";
  return `${word}${floor}${isMarked ? " !" : ""}`;
}

function stateOf(cell: Cell): string {
  return linkageKind(cell) ?? cell.status;
}

function renderLegend(cells: readonly Cell[]): string {
  const states = Object.entries(letters).filter(([state]) => cells.some((cell) => stateOf(cell) === state));
  const words = unique(states.map(([, [letter, meaning]]) => `**${letter}** ${meaning}`));
  const mark = cells.some((cell) => initials(cell).endsWith("!")) ? ["**!** with a caveat"] : [];
  return `${[...words, ...mark].join(", ")}.`;
}

function renderTarget(cells: readonly [Cell, ...Cell[]], open: boolean, report: Report): string {
  const [first] = cells;
  if (cells.some(({ status }) => status === "predicted")) return renderPredicted(cells);
  const isFile = first.strategy === null;
  const rows = cells.map((cell) => [...columnsOf(cell), isFile ? code(cell.platform) : buildTime(cell)]);
  const head = [isFile ? "File" : "Strategy", ...columns.slice(1), isFile ? "Platform" : "Build"];
  const align = head.map((name) => (isNumber.has(name) ? "-:" : ":-"));
  const grid = [table(head, rows, align), ...renderReasons(cells)].join("\n\n");
  if (isFile) return `### ${plural(cells.length, "file")}\n\n${grid}`;
  if (open) return `### ${code(first.package)}, ${code(first.platform)}\n\n${grid}`;
  const name = namesOf(report).get(first.package) ?? first.package;
  return details(`${name}, ${first.platform}: every strategy`, grid);
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
function renderPredicted(cells: readonly [Cell, ...Cell[]]): string {
  const [first] = cells;
  const rows = cells.map((cell) => [
    code(rowName(cell)),
    `${moodIcons[toneOf(cell)]} ${escapeText(linkageWord(cell))}`,
    cell.prediction?.mode ?? "–",
    escapeText(whyPredicted(cell) ?? whyNotJudged(cell) ?? ""),
  ]);
  const chains = unique(cells.flatMap(({ cgo }) => cgo.map((user) => `- ${code(chainOf(user))}`)));
  return [
    `### ${code(first.package)}, ${code(first.platform)}`,
    table(["Strategy", "Linkage", "Linker", "Because"], rows),
    ...(chains.length === 0 ? [] : [`Imports that bring in cgo:\n\n${chains.join("\n")}`]),
  ].join("\n\n");
}

const columns = ["", "Linkage", "Needs", "glibc ≥", "Linker", "Size"];
const isNumber: ReadonlySet<string> = new Set(["Size", "Build"]);

function columnsOf(cell: Cell): string[] {
  return [
    code(rowName(cell)),
    `${moodIcons[toneOf(cell)]} ${escapeText(linkageWord(cell))}`,
    renderNeeds(cell),
    escapeText(cell.linkage?.minGlibc ?? "–"),
    cell.link.mode === "unknown" ? "–" : cell.link.mode,
    sizeOf(cell),
  ];
}

function buildTime({ timing }: Cell): string {
  return timing.buildMs === null ? "–" : unbroken(formatTime(timing.buildMs));
}

function sizeOf({ artifact }: Cell): string {
  return artifact === null ? "–" : unbroken(formatSize(artifact.size));
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
