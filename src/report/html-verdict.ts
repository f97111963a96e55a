import { catalog } from "../model/catalog.ts";
import { describeLinkage, type CellBase, isStandalone } from "../model/cell.ts";
import { groupBy } from "../text/group-by.ts";
import { code, commaSeparated, type Html, html, link, scrollable, sentence } from "./html-text.ts";
import { count, type Page, place, shortName, asAdvice, asSentence, targetKey } from "./html-words.ts";
import { headline } from "./headline.ts";
import { problemsOf } from "./problems.ts";
import type { Phrase } from "./document/model.ts";
import { renderShipping } from "./html-shipping.ts";
import { countCells } from "./make-report.ts";
import { linkToCommit } from "./commit-links.ts";
import { rowName } from "./words.ts";
import type { Finding } from "../model/finding.ts";
import type { Report, Cell } from "../model/report.ts";

/** The first screen: did it pass, what became worse and why, what to do. */
export function renderOverview(page: Page): Html {
  const regressed = worseCells(page.report);
  return html`${renderVerdict(page, regressed)}${renderRegressed(page, regressed)}${renderShipping(page)}${renderFindings(page)}`;
}

type Regressed = { readonly cell: Cell; readonly base: CellBase; readonly finding: Finding };

/** Said where it is compared with what it was, and not once more among the findings. */
function isRegression({ kind }: Finding): boolean {
  return catalog[kind].foundBy === "base";
}

function worseCells({ cells }: Report): readonly Regressed[] {
  return cells.flatMap((cell) => {
    const finding = cell.findings.find(isRegression);
    return finding === undefined || cell.base === null ? [] : [{ cell, base: cell.base, finding }];
  });
}

function plainText(content: Phrase): string {
  return content
    .map((part): string => {
      if (typeof part === "string") return part;
      if (!("kind" in part)) return part.as(sentence);
      return part.kind === "strong" ? plainText(part.content) : part.text.as(sentence);
    })
    .join("");
}

const outcomeWords = { pass: "Passed", warn: "Passed with a warning", fail: "Failed" } as const;

function renderVerdict(page: Page, regressed: readonly Regressed[]): Html {
  const { report } = page;
  const { outcome, reason, judgements } = report.verdict;
  const isPlain = judgements.length === 0;
  const head = isPlain ? sentence(reason) : plainText(headline(report, problemsOf(report)));
  // What became worse is told with its cause right below.
  const rest = isPlain || regressed.length > 0 ? "" : sentence(reason);
  const fixes = [...new Set(regressed.flatMap(({ finding }) => finding.fix ?? []))].slice(0, 3);
  const steps = [...fixes.map((fix) => html`<li>${asAdvice(fix)}</li>`), ...renderRemedy(page)];
  return html`<section class="verdict ${outcome}" aria-labelledby="verdict">
    <p class="outcome">${outcomeWords[outcome]}</p>
    <h1 id="verdict">${head}</h1>
    ${rest === "" ? null : html`<p class="because">${asSentence(rest)}</p>`}
    ${
      steps.length === 0
        ? null
        : html`<div class="todo">
            <h2>What to do</h2>
            <ul>
              ${steps}
            </ul>
          </div>`
    }
    ${renderCounts(report)}
  </section>`;
}

/** What ships and is not static has a strategy of this run that is, or none. */
function renderRemedy({ report, recommended, names }: Page): Html[] {
  const dependent = report.cells.filter((cell) => cell.strategy === report.ship && !isStandalone(cell));
  const remedies = dependent.flatMap((cell) => {
    const strategy = recommended.get(targetKey(cell))?.strategy ?? null;
    return strategy === null || strategy === report.ship
      ? []
      : [{ name: names.get(cell.package) ?? cell.package, strategy }];
  });
  const is = report.cells.some(({ status }) => status === "predicted") ? "will be static" : "is static in this run";
  return groupBy(remedies, ({ strategy }) => strategy).map((group) => {
    const subject = listNames(group.map(({ name }) => name));
    const commands = html`<a href="#ship">What to ship</a> has the command`;
    return html`<li>Ship ${subject} with ${code(group[0].strategy)}, which ${is}. ${commands}.</li>`;
  });
}

function renderCounts({ cells, ship }: Report): Html {
  const counts = countCells(cells);
  const noun = ship === null ? "file" : "build";
  const predicted = cells.some(({ status }) => status === "predicted");
  const shown = [
    [counts.static, "static", "good"],
    [counts.system, "system libraries only", "good"],
    [counts.dynamic, "dynamic", "bad"],
    [counts.other, "not judged", "caution"],
    [counts.failed, "failed", "bad"],
    [counts.skipped, "skipped", "neutral"],
  ] as const;
  const chips = shown.flatMap(([number, word, mood]) =>
    number === 0 || predicted ? [] : [html`<li class="mark ${mood}">${number.toLocaleString("en-US")} ${word}</li>`],
  );
  const total = `${count(counts.total, noun)}${predicted ? ", all predicted: nothing was built" : ""}`;
  const ships = ship === null ? null : html`, ${code(ship)} is the strategy that ships`;
  return html`<div class="counts">
    <p>${total}${ships}</p>
    ${
      chips.length === 0
        ? null
        : html`<ul>
            ${chips}
          </ul>`
    }
  </div>`;
}

/** What it was and what it is, by cause. */
function renderRegressed(page: Page, regressed: readonly Regressed[]): Html | null {
  const { baseline, source } = page.report;
  if (regressed.length === 0 && baseline.gone.length === 0) return null;
  const sha = baseline.sha?.slice(0, 10) ?? "the base";
  const base = link(baseline.sha === null || source === null ? null : linkToCommit(baseline.sha, source), code(sha));
  // One line of code can be the cause for many programs.
  const groups = groupBy(
    regressed,
    ({ finding }) =>
      `${finding.kind}\n${finding.file === null ? causeOf(finding) : `${finding.file}:${finding.line ?? 1}`}`,
  );
  return html`<section aria-labelledby="worse">
    <h2 id="worse">What became worse</h2>
    <p class="lead">Compared with the base commit ${base}.</p>
    ${groups.map((group) => renderCause(group, page))} ${renderGone(baseline.gone)}
  </section>`;
}

function causeOf({ cause, message }: Finding): string {
  return sentence(cause ?? message);
}

/** Programs and platforms of one cause that are listed with it. */
const rowsShown = 20;

function renderCause(group: readonly [Regressed, ...Regressed[]], page: Page): Html {
  const [{ finding }] = group;
  const where = place(finding, page.report);
  const rows = group.slice(0, rowsShown).map(
    ({ cell, base }) =>
      html`<tr>
        <th scope="row"><a href="#${page.anchors.get(cell) ?? ""}">${shortName(cell.package, page)}</a></th>
        <td>${cell.platform}</td>
        <td>${sentence(describeLinkage(base))}</td>
        <td><b class="mark bad">${sentence(describeLinkage(cell))}</b></td>
      </tr>`,
  );
  const table = html`<table>
    <thead>
      <tr>
        <th scope="col">Program</th>
        <th scope="col">Platform</th>
        <th scope="col">On the base</th>
        <th scope="col">Now</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
  return html`<article class="exception">
    <h3>${catalog[finding.kind].title}: ${listNames(group.map(({ cell }) => shortName(cell.package, page)))}</h3>
    <dl class="reasons">
      <div>
        <dt>Cause</dt>
        <dd>${asSentence(causeOf(finding))}${where && html` <span class="where">${where}</span>`}</dd>
      </div>
      <div>
        <dt>What it means</dt>
        <dd>${catalog[finding.kind].why}</dd>
      </div>
      ${
        finding.fix &&
        html`<div>
          <dt>Fix</dt>
          <dd>${asAdvice(finding.fix)}</dd>
        </div>`
      }
    </dl>
    ${scrollable("What it was and what it is", table)}
    ${group.length > rowsShown ? html`<p>… and ${group.length - rowsShown} more <a href="#builds">among the builds</a>.</p>` : null}
  </article>`;
}

function listNames(names: readonly string[]): string {
  const unique = [...new Set(names)].map((name) => sentence(name));
  return unique.length > 3 ? `${unique.slice(0, 3).join(", ")} and ${unique.length - 3} more` : unique.join(", ");
}

function renderGone(gone: Report["baseline"]["gone"]): Html | null {
  if (gone.length === 0) return null;
  const items = gone.map(
    (each) =>
      html`<li>
        ${code(each.package)} on ${sentence(each.reason === null ? each.platform : `${each.platform}: ${each.reason}`)}
      </li>`,
  );
  return html`<article class="exception">
    <h3>Built on the base, and gone</h3>
    <ul>
      ${items}
    </ul>
  </article>`;
}

/** Findings and places that are listed here; each build has all of its own. */
const findingsShown = 20;
const placesShown = 8;

function renderFindings(page: Page): Html | null {
  const { cells } = page.report;
  const all = cells.flatMap((cell) => cell.findings.map((finding) => ({ cell, finding })));
  const reportable = all.filter(({ finding }) => finding.level !== "info" && !isRegression(finding));
  if (reportable.length === 0) return null;
  const groups = groupBy(reportable, ({ finding }) => `${finding.kind}\n${finding.message}`);
  const items = groups.slice(0, findingsShown).map((group) => {
    const [{ finding }] = group;
    const cellsShown = group.slice(0, placesShown).map(({ cell }) => renderTargetNames(cell, page));
    const more = group.length > placesShown ? html` and ${group.length - placesShown} more` : null;
    return html`<li class="finding">
      <p><b class="mark ${finding.level === "error" ? "bad" : "caution"}">${catalog[finding.kind].title}</b></p>
      ${renderFinding(finding, page.report)}
      <p class="who">${commaSeparated(cellsShown)}${more}</p>
    </li>`;
  });
  const left = groups.length - items.length;
  return html`<section aria-labelledby="findings">
    <h2 id="findings">Findings</h2>
    <ul class="findings">
      ${items}
    </ul>
    ${left > 0 ? html`<p>… and ${left} more, with the builds that they are about.</p>` : null}
  </section>`;
}

function renderTargetNames(cell: Cell, page: Page): Html {
  const { report, platforms, anchors, strategies } = page;
  const name = report.ship === null ? rowName(cell) : shortName(cell.package, page);
  const more = [
    ...(platforms.length > 1 ? [cell.platform] : []),
    ...(strategies.length > 1 ? [cell.strategy ?? ""] : []),
  ];
  return html`<a href="#${anchors.get(cell) ?? ""}">${sentence([name, ...more].join(" "))}</a>`;
}

/** What was seen, what it does, what to do, and the page that tells more. */
export function renderFinding({ kind, message, fix, file, line }: Finding, report: Report): Html {
  const where = place({ file, line }, report);
  return html`<p>${asSentence(message)}${where && html` <span class="where">${where}</span>`} ${catalog[kind].why}</p>
    ${fix && html`<p><strong>Fix:</strong> ${asAdvice(fix)}</p>`}
    <p class="page">More: ${code(`docs/findings/${kind}.md`)}</p>`;
}
