import { groupBy } from "../text/group-by.ts";
import { code, commaSeparated, copyable, type Html, html } from "./html-text.ts";
import { asSentence, count, type Page, shortName } from "./html-words.ts";
import type { Recommendation } from "../model/cell.ts";

/** Programs of one piece of advice that are named; each build has its own. */
const placesShown = 8;

/** Commands that are shown open; with more, a page would be nothing but commands. */
const commandsOpen = 4;

/** What to ship, and how to build it; null without advice. */
export function renderShipping(page: Page): Html | null {
  const { recommendation } = page.report;
  if (recommendation.length === 0) return null;
  const groups = groupBy(recommendation, ({ strategy, why }) => `${strategy ?? ""}\n${why}`);
  return html`<section aria-labelledby="ship">
    <h2 id="ship">What to ship</h2>
    ${groups.map((group) => renderAdvice(group, page))}
  </section>`;
}

function renderAdvice(group: readonly [Recommendation, ...Recommendation[]], page: Page): Html {
  const [{ strategy, why, forms }] = group;
  const targets = page.recommended.size;
  const byName = groupBy(group, (each) => each.package);
  const subject = byName
    .slice(0, placesShown)
    .map(
      (each) =>
        html`${code(shortName(each[0].package, page))}
          <span class="platforms">${each.map(({ platform }) => platform).join(", ")}</span>`,
    );
  const more = byName.length > placesShown ? html` and ${byName.length - placesShown} more` : null;
  const commands = group.flatMap(({ command }) => command ?? []);
  const block = commands.length === 0 ? null : copyable(commands.join("\n"), `Build with ${strategy ?? ""}`);
  return html`<article class="advice">
    <h3>${strategy === null ? "Nothing to recommend" : html`Ship with ${code(strategy)}`}</h3>
    <p>${asSentence(why)}</p>
    ${targets === 1 ? null : html`<p class="who">For ${commaSeparated(subject)}${more}.</p>`}
    ${
      commands.length > commandsOpen
        ? html`<details>
            <summary>${count(commands.length, "command")}</summary>
            ${block}
          </details>`
        : block
    }
    ${targets === 1 ? renderForms(forms) : null}
  </article>`;
}

/** The same build for those who build in another way. */
export function renderForms(forms: Recommendation["forms"]): Html | null {
  if (forms === null) return null;
  const named = [
    ["Dockerfile", forms.dockerfile],
    [".goreleaser.yaml", forms.goreleaser],
    [".ko.yaml", forms.ko],
  ] as const;
  const blocks = named.map(
    ([name, text]) =>
      text &&
      html`<p>${code(name)}</p>
        ${copyable(text, name)}`,
  );
  return html`<details>
    <summary>The same for docker, goreleaser and ko</summary>
    ${blocks}
  </details>`;
}
