import { catalog } from "../model/catalog.ts";
import { groupBy } from "../text/group-by.ts";
import { listed } from "../text/english.ts";
import { type GridCell, renderGrid } from "./grid.ts";
import { headRow, leftOut, marked, moodPaint, type Page, prose, rowHead } from "./terminal-page.ts";
import { buildsIn, targetsIn } from "./terminal-where.ts";
import { linkageWord, toneOf, type Shown, whyPredicted } from "./words.ts";
import type { CellBase } from "../model/cell.ts";
import type { Finding } from "../model/finding.ts";
import type { Report, Cell } from "../model/report.ts";

type CellFinding = { readonly cell: Cell; readonly finding: Finding };
type Regressed = CellFinding & { readonly base: CellBase };

/** Rows and causes of what became worse, and findings: each list is cut where it is longer than a person reads. */
const shownAtMost = 12;

/** What it was and what it is, of all that became worse than on the base, and why. */
export function renderWorse({ cells, baseline }: Report, page: Page): string[] {
  const regressed = cells.flatMap((cell) => {
    const finding = cell.findings.find(isChange);
    return finding === undefined || cell.base === null ? [] : [{ cell, base: cell.base, finding }];
  });
  const changes = groupBy(regressed, (each) => JSON.stringify([each.cell.package, ...beforeAndNow(each)]));
  const gone = baseline.gone.length === 0 ? [] : [baseline.gone];
  const rows = [
    ...changes.map((group) => changeRow(group, page)),
    ...gone.map((places) => [rowHead(targetsIn(places, page), "bad", page), ...texts("", "built", "gone")]),
  ];
  if (rows.length === 0) return [];
  const head = headRow(["  PROGRAM", "PLATFORM", "BEFORE", "NOW"], page);
  const options = { width: page.width, flexible: 1, flexibleMin: 14, right: [] };
  const left = rows.length - shownAtMost;
  return [
    page.colors.bold(`Worse than on ${baseline.sha?.slice(0, 10) ?? "the base commit"}`),
    "",
    ...renderGrid([head, ...rows.slice(0, shownAtMost)], options),
    ...(left > 0 ? [leftOut(`${left} more rows`, page)] : []),
    ...renderCauses(regressed, page),
  ];
}

/** Something that the base did not have. */
export function isChange({ kind }: Finding): boolean {
  return catalog[kind].foundBy === "base";
}

function changeRow(group: readonly [Regressed, ...Regressed[]], page: Page): GridCell[] {
  const [{ cell }] = group;
  const [before, now] = beforeAndNow(group[0]);
  const platforms = [...new Set(group.map((each) => each.cell.platform))];
  return [
    rowHead(page.nameOf(cell.package), "bad", page),
    ...texts(listed(platforms), before),
    { text: now, paint: moodPaint("bad", page) },
  ];
}

function texts(...all: readonly string[]): GridCell[] {
  return all.map((text) => ({ text }));
}

function beforeAndNow({ cell, base }: Regressed): [string, string] {
  return [needs(base), needs(cell)];
}

/** `dynamic: libc.so.6, glibc 2.34`: the loader is another on each platform, and says no more. */
function needs(cell: Shown): string {
  const { linkage } = cell;
  const floor = linkage?.minGlibc == null ? [] : [`glibc ${linkage.minGlibc}`];
  const what = linkage === null ? [] : [...linkage.needed, ...floor];
  return what.length === 0 ? linkageWord(cell) : `${linkageWord(cell)}: ${what.join(", ")}`;
}

function renderCauses(regressed: readonly Regressed[], page: Page): string[] {
  const causes = groupBy(
    regressed,
    ({ cell, finding }) =>
      // The chain of imports begins with the program.
      `${causeIn(finding).replaceAll(cell.package, "")}\n${finding.fix ?? ""}`,
  );
  const shown = causes.slice(0, shownAtMost).flatMap((group) => {
    const [{ finding }] = group;
    const subject =
      causes.length === 1
        ? ""
        : `${targetsIn(
            group.map(({ cell }) => cell),
            page,
          )}: `;
    return ["", ...explained(`${subject}${causeIn(finding)}`, finding, page)];
  });
  const left = causes.length - shownAtMost;
  return left > 0 ? [...shown, "", leftOut(`${left} more causes`, page)] : shown;
}

/** The table has said already what it was and is. */
function causeIn({ cause, message }: Finding): string {
  return cause ?? message;
}

/** What was seen, where in the caller's code, and what to do. */
function explained(text: string, { fix, file, line }: Finding, page: Page): string[] {
  const at = `${file ?? ""}:${line ?? 1}`;
  const place = file === null || text.includes(at) ? "" : ` (${at})`;
  const body = [`${text}${place}`, ...(fix === null ? [] : [`Fix: ${fix}`])];
  return body.flatMap((each) => prose(each, page, 4));
}

/** All else that is worth a warning, what is worst first. */
export function renderFindings({ cells, ship }: Report, isOneTarget: boolean, page: Page): string[] {
  const all = cells.flatMap((cell) => cell.findings.map((finding): CellFinding => ({ cell, finding })));
  const reportable = all.filter((each) => each.finding.level !== "info" && !isReported(each));
  const groups = groupBy(reportable, ({ finding }) => `${finding.kind}\n${finding.message}`).toSorted(
    (a, b) => weight(a, ship) - weight(b, ship),
  );
  const shown = groups.slice(0, shownAtMost).map((group) => renderFinding(group, isOneTarget, page).join("\n"));
  const left = groups.length - shownAtMost;
  return left > 0 ? [...shown, leftOut(`${left} more findings`, page)] : shown;
}

/** With what became worse; a build that broke has its reason there as well. */
function isReported({ cell, finding }: CellFinding): boolean {
  const isBroken = cell.findings.some(({ kind }) => kind === "build-broken");
  return cell.base !== null && (isChange(finding) || (isBroken && finding.message === cell.reason));
}

function weight(group: readonly [CellFinding, ...CellFinding[]], ship: string | null): number {
  const isError = group[0].finding.level === "error";
  return (isError ? 0 : 2) + (group.some(({ cell }) => cell.strategy === ship) ? 0 : 1);
}

function renderFinding(group: readonly [CellFinding, ...CellFinding[]], isOneTarget: boolean, page: Page): string[] {
  const [{ finding }] = group;
  const { colors } = page;
  const mark = finding.level === "error" ? { text: "  ✗", paint: colors.red } : { text: "  !", paint: colors.yellow };
  const subject = buildsIn(
    group.map(({ cell }) => cell),
    isOneTarget,
    page,
  );
  return [
    ...marked(mark, `${catalog[finding.kind].title} (${subject})`, page),
    ...explained(finding.message, finding, page),
  ];
}

/** Where a table of words has no room for reasons: why builds were skipped, and why a prediction says what it says. */
export function renderReasons({ cells }: Report, page: Page): string[] {
  const skipped = cells.filter(({ status, reason }) => status === "skipped" && reason !== null);
  const predicted = cells.filter((cell) => whyPredicted(cell) !== null);
  return [
    ...renderReasonList("Not built", skipped, { page, reasonOf: ({ reason }) => reason ?? "" }),
    ...renderReasonList("Why", predicted, { page, reasonOf: (cell) => whyPredicted(cell) ?? "" }),
  ];
}

function renderReasonList(
  title: string,
  cells: readonly Cell[],
  { page, reasonOf }: { readonly page: Page; readonly reasonOf: (cell: Cell) => string },
): string[] {
  if (cells.length === 0) return [];
  const groups = groupBy(cells, reasonOf);
  const lines = groups.slice(0, shownAtMost).flatMap((group) => {
    const mark = { text: "  –", paint: moodPaint(toneOf(group[0]), page) };
    return marked(mark, `${buildsIn(group, false, page)}: ${reasonOf(group[0])}`, page);
  });
  const left = groups.length - shownAtMost;
  const more = left > 0 ? [leftOut(`${left} more reasons`, page)] : [];
  return [[page.colors.bold(title), ...lines, ...more].join("\n")];
}
