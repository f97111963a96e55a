import { HtmlValidate } from "html-validate";
import { expect, it } from "vitest";
import { renderHtml } from "../../src/report/html.ts";
import { hostileReport, hostileTexts } from "../support/hostile.ts";
import { situations } from "../support/situations.ts";
import { explainedProgram, inspectedFiles } from "../support/unbuilt.ts";
import type { Report } from "../../src/model/report.ts";

// The page as a validator of HTML reads it.

const reports: Readonly<Record<string, () => Report>> = {
  ...situations,
  inspect: inspectedFiles,
  explain: explainedProgram,
};

const checker = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // Matters of taste, and what the formatter of the source decides.
    "no-trailing-whitespace": "off",
    "void-style": "off",
    "long-title": "off",
    "attribute-boolean-style": "off",
    "doctype-style": "off",
    // What scrolls by itself needs a name, and is neither a part of the outline nor of a form.
    "prefer-native-element": ["error", { exclude: ["group", "search", "status"] }],
    // The filter answers at once.
    "wcag/h32": "off",
  },
});

async function mistakesOf(text: string): Promise<string[]> {
  const { results } = await checker.validateString(text);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}: ${text.split("\n")[line - 1] ?? ""}`),
  );
}

// The validator takes minutes for thousands of elements beside each other, and more builds have no other markup.
it.each(Object.entries(reports).filter(([, make]) => make().cells.length < 50))(
  "the page of %s is valid HTML",
  async (_, make) => {
    expect(await mistakesOf(await renderHtml(make()))).toEqual([]);
  },
);

it.each(Object.entries(hostileTexts))("hostile text leaves the page valid: %s", async (_, text) => {
  expect(await mistakesOf(await renderHtml(hostileReport(text)))).toEqual([]);
});
