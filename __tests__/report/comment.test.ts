import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderComment } from "../../src/report/comment.ts";
import { root } from "../support/cli.ts";
import { sanitize } from "../../src/text/text.ts";
import { elementsOf, renderLikeGitHub } from "../support/github-markdown.ts";
import { hostileReport, hostileTexts } from "../support/hostile.ts";
import { situations } from "../support/situations.ts";

const marker = "<!-- go-linkage:0123456789abcdef0123456789abcdef -->";
const run = "https://github.com/acme/app/actions/runs/7000000001/attempts/1";
const frame = { marker, run };
const limit = 60_000;

const names = ["regression", "all-static", "many-targets", "first-run", "build-failures", "huge"] as const;

/** Lines on a screen, folds closed: GitHub shows about 110 characters on one. */
function visibleLines(text: string): number {
  const visible = text
    .replaceAll(/<details>[^]*?<\/details>/g, "fold")
    .trimEnd()
    .split("\n");
  return visible.reduce(
    (sum, line) => sum + Math.max(1, Math.ceil(line.replaceAll(/\]\([^)]*\)/g, "]").length / 110)),
    0,
  );
}

describe("the comment on a pull request", () => {
  it.each(names)("%s", async (name) => {
    const text = renderComment(situations[name](), frame);
    await expect(text).toMatchFileSnapshot(join(root, "__tests__/golden", `comment-${name}.md`));
    const lines = text.split("\n");
    expect(lines[0]).toBe(marker);
    expect(lines[1]).toMatch(/^## (?:✅|⚠️|❌) \S/u);
    expect(visibleLines(text)).toBeLessThan(60);
    expect(text.endsWith(`(${run}).\n`)).toBe(true);
    expect(text.length).toBeLessThanOrEqual(limit);
  });

  it("says what it leaves out", () => {
    expect(renderComment(situations.huge(), frame)).toContain(
      "… and 77 more commands of this kind in the JSON report.",
    );
  });

  it("stays below GitHub's limit whatever it has to say, and keeps what matters most", () => {
    // A character that takes four in Markdown, in every place that there is, and in many of them.
    const report = hostileReport("<".repeat(3000));
    const many = Array.from({ length: 30 }, (_, at) => at);
    const cells = many.flatMap((at) =>
      report.cells.map((cell) => ({ ...cell, package: `example.com/${at}/${cell.package}` })),
    );
    const judgements = many.flatMap((at) =>
      report.verdict.judgements.map((each) => ({
        ...each,
        target: each.target && { ...each.target, package: `example.com/${at}/${each.target.package}` },
      })),
    );
    const text = renderComment({ ...report, cells, verdict: { ...report.verdict, judgements } }, frame);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
    expect(text).toMatch(/\*No room here, but in the job summary: .*\*/);
    expect(text.startsWith(`${marker}\n## ❌ `)).toBe(true);
    expect(text.endsWith(`(${run}).\n`)).toBe(true);
  });

  it("names no run and no commit where there is none", () => {
    const text = renderComment({ ...situations.regression(), source: null }, { marker, run: null });
    expect(text.endsWith("\n\nThe whole report is in the job summary.\n")).toBe(true);
    expect(text).not.toMatch(/\]\(|https?:/);
  });
});

describe("hostile text in a comment", () => {
  // The note of what is left out is in italics.
  const ours = new Set([...elementsOf(renderLikeGitHub(renderComment(hostileReport("harmless"), frame))), "em"]);

  // Every report has lost its control characters (report.ts).
  it.each(Object.entries(hostileTexts).map(([name, text]) => [name, sanitize(text)] as const))("%s", (_name, text) => {
    const markdown = renderComment(hostileReport(text), frame);
    const html = renderLikeGitHub(markdown);
    expect(elementsOf(html).filter((element) => !ours.has(element))).toEqual([]);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href);
    expect(links.filter((href) => !/^https:\/\/github\.com\/acme\/app\/(?:commit|blob|actions)\//.test(href))).toEqual(
      [],
    );
    // GitHub looks for these in the finished page, outside of code.
    const words = html.replace(/<(pre|code)\b[\s\S]*?<\/\1>/g, "").replace(/<[^>]*>/g, "");
    expect(words).not.toMatch(/@\w|#\d|\bGH-\d|www\.|:\/\/|<!--/);
    expect(html.match(/<h2/g)).toHaveLength(1);
    expect([markdown.startsWith(`${marker}\n`), markdown.endsWith(`(${run}).\n`)]).toEqual([true, true]);
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(limit);
    expect(markdown).not.toMatch(/\p{Surrogate}/u);
  });

  it("does not bring a marker of its own", () => {
    const other = marker.replace("0123", "4567");
    const lines = renderComment(hostileReport(`\n${other}\n`), frame)
      .trim()
      .split("\n");
    expect([lines[0], lines.at(-1)]).not.toContain(other);
  });
});
