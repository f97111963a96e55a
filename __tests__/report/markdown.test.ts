import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { sanitize } from "../../src/text/text.ts";
import { makeCell, makeFinding, makeReport } from "../support/cells.ts";
import { elementsOf, renderLikeGitHub } from "../support/github-markdown.ts";
import { hostileReport, hostileTexts } from "../support/hostile.ts";
import { situations } from "../support/situations.ts";

// The job summary: golden pages for the situations that people meet, its limits, and text that wants to be something else.

const bytes = (text: string): number => Buffer.byteLength(text);
const { huge, ...small } = situations;

describe("the summary of a situation", () => {
  it.each(Object.entries(small))("%s", async (name, make) => {
    await expect(renderMarkdown(make())).toMatchFileSnapshot(`../golden/summary-${name}.md`);
  });

  it("begins with the outcome in a sentence, in one heading of the second level, and with what ships", () => {
    for (const [name, make] of Object.entries(situations)) {
      const lines = renderMarkdown(make()).split("\n");
      // Where nothing was decided there is no mark.
      expect(lines[0]).toMatch(name === "single" ? /^## Static linking: resolver is dynamic; / : /^## (?:✅|⚠️|❌) \S/);
      expect(lines.filter((line) => line.startsWith("## "))).toHaveLength(1);
      expect(lines[2]).toMatch(/^Ships as `\w+`\./);
    }
  });

  it("has at most one alert, and not in a fold, where GitHub does not show it", () => {
    for (const make of Object.values(situations)) {
      const text = renderMarkdown(make());
      expect((text.match(/^> \[!/gm) ?? []).length).toBeLessThanOrEqual(1);
      for (const [fold] of text.matchAll(/<details>[\s\S]*?<\/details>/g)) expect(fold).not.toContain("[!");
    }
  });

  it("is well formed: tables have as many cells in each row, folds end, and links are https", () => {
    for (const make of Object.values(small)) {
      const html = renderLikeGitHub(renderMarkdown(make()));
      for (const [table] of html.matchAll(/<table>[\s\S]*?<\/table>/g)) {
        const widths = [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = ""]) => row.match(/<t[hd]/g)?.length);
        expect(new Set(widths).size).toBe(1);
      }
      expect(html.match(/<details>/g)?.length).toBe(html.match(/<\/details>/g)?.length);
      for (const [, href = ""] of html.matchAll(/href="([^"]*)"/g)) {
        expect(href).toMatch(/^https:\/\/github\.com\/acme\/app\//);
      }
      expect(html).not.toMatch(/<(?:img|script|style|iframe)/);
    }
  });
});

describe("the size of the summary", () => {
  it("of 3,200 builds is a page, and says what it leaves out", () => {
    const report = huge();
    expect(report.cells).toHaveLength(3200);
    const text = renderMarkdown(report);
    expect(bytes(text)).toBeLessThan(64 * 1024);
    expect(text).toContain("… and 77 more commands of this kind in the JSON report.");
    expect(text).toContain("<summary>All 3,200 builds: 3120 static, 80 dynamic</summary>");
  });

  it("never comes near the 1 MiB that GitHub takes, whatever there is to say; what is left out is named", () => {
    const cells = Array.from({ length: 1000 }, (_, at) =>
      makeCell({
        package: `example.com/${"long/".repeat(40)}${at}`,
        status: "failed",
        reason: `reason ${at} ${"x".repeat(1000)}`,
        build: { ...makeCell().build, output: `error ${at}\n`.repeat(5000) },
        findings: [makeFinding({ level: "error", message: `message ${at} ${"y".repeat(1000)}` })],
      }),
    );
    const judgements = cells.map((cell) => ({
      kind: "build" as const,
      outcome: "fail" as const,
      target: { package: cell.package, platform: cell.platform, strategy: null, file: null },
      message: cell.reason ?? "",
    }));
    const text = renderMarkdown(makeReport({ cells, verdict: { outcome: "fail", reason: "x", judgements } }));
    expect(bytes(text)).toBeLessThanOrEqual(128 * 1024);
    expect(text).toMatch(/… and \d+ more/);
  });
});

describe("hostile text in the summary", () => {
  // What stands in a page whose texts are harmless.
  const known = new Set(elementsOf(renderLikeGitHub(renderMarkdown(hostileReport("harmless")))));

  // Every report has lost its control characters (report.ts).
  const texts = Object.entries(hostileTexts).map(([name, text]) => [name, sanitize(text)] as const);

  it.each(texts)("stays text: %s", (_name, text) => {
    const markdown = renderMarkdown(hostileReport(text));
    const html = renderLikeGitHub(markdown);
    expect(elementsOf(html).filter((element) => !known.has(element))).toEqual([]);
    expect(html).not.toMatch(/<h1|href="(?!https:\/\/github\.com\/acme\/app\/)/);
    // No mention, no reference, nothing that runs: GitHub looks for them in the text.
    const shown = html.replace(/<code[^>]*>[\s\S]*?<\/code>/g, "").replace(/<[^>]*>/g, "");
    expect(shown).not.toMatch(/(?:^|[\s(])@\w|www\.\w|:\/\/\w|#\d/);
    expect(markdown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(bytes(markdown)).toBeLessThanOrEqual(128 * 1024);
    const lines = markdown.split("\n").filter((line) => line.startsWith("::") || line.startsWith("##["));
    const fenced = [...markdown.matchAll(/^(`{3,})\w*\n([\s\S]*?)^\1$/gm)].map(([, , body]) => body).join("\n");
    for (const line of lines) expect(fenced).toContain(line);
  });
});
