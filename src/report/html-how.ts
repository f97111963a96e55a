import { describeCache } from "../cache/describe-cache.ts";
import { code, facts, type Html, html, link, sentence } from "./html-text.ts";
import { count, type Page, asSentence } from "./html-words.ts";
import { linkToCommit, linkToLine } from "./commit-links.ts";
import type { Report } from "../model/report.ts";

/** What the answer rests on. */
export function renderHow({ report }: Page): Html {
  const { environment, baseline, cache, source, cells } = report;
  const { go, cc, image, os, arch } = environment;
  const base = baseline.sha === null ? "none" : link(source && linkToCommit(baseline.sha, source), code(baseline.sha));
  const predicted = cells.some(({ status }) => status === "predicted");
  const pairs = facts([
    [
      "Judged",
      predicted
        ? "Linker and linkage follow from Go's own rules, the flags and the sources. Nothing was built."
        : judgedText(report),
    ],
    ["Commit", source && link(linkToCommit(source.sha, source), code(source.sha))],
    ["Base", baseline.steps.length === 0 && baseline.sha === null ? null : base],
    [
      "Comparison",
      baseline.steps.length === 0
        ? null
        : html`<ul>
            ${baseline.steps.map((step) => html`<li>${asSentence(step)}</li>`)}
          </ul>`,
    ],
    ["Policy", renderPolicy(report)],
    ["Go", go && html`${asSentence(go.why)} ${code(go.root)}`],
    ["Go archive", go?.sha256 == null ? null : html`SHA-256 ${code(go.sha256)}`],
    ["C compiler", cc === null ? (go === null ? null : "none") : html`${sentence(cc.version)} ${code(cc.path)}`],
    ["Machine", html`${sentence(`${os}/${arch}`)}${image === null ? null : html`, image ${code(image)}`}`],
    ["Skipped", renderSkipped(report)],
    ["Cache", cache && asSentence(describeCache(cache))],
  ]);
  return html`<section class="how" aria-labelledby="how">
    <h2 id="how">How this was checked</h2>
    ${pairs}
  </section>`;
}

function renderSkipped({ skippedFiles }: Report): Html | null {
  if (skippedFiles.length === 0) return null;
  return html`<ul>
    ${skippedFiles.map(({ path, reason }) => html`<li>${code(path)}: ${sentence(reason)}</li>`)}
  </ul>`;
}

function judgedText({ cells }: Report): string {
  const started = cells.some(({ proof }) => proof !== null && proof.result !== "not-proven");
  const executed = started ? "Static files were started in an empty root." : "Nothing was executed.";
  return `Linkage is read from the headers of each file, never from flags or from what a tool prints. ${executed}`;
}

function renderPolicy({ policy, source }: Report): Html | null {
  const { file, rules, notes } = policy;
  if (file === null && notes.length === 0) return null;
  const name = file && html`${link(linkToLine(file, null, source), code(file))}, ${count(rules, "rule")}`;
  return html`${name}${
    notes.length === 0
      ? null
      : html`<ul>
          ${notes.map((note) => html`<li>${asSentence(note)}</li>`)}
        </ul>`
  }`;
}
