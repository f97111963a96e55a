import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge/judge.ts";
import { describeRules } from "../../src/judge/describe-rules.ts";
import { annotationsOf } from "../../src/report/annotations.ts";
import { renderComment } from "../../src/report/comment.ts";
import { renderHtml } from "../../src/report/html.ts";
import { renderJunit } from "../../src/report/junit.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { problemsOf } from "../../src/report/problems.ts";
import { renderSarif } from "../../src/report/sarif.ts";
import { renderTerminal } from "../../src/report/terminal.ts";
import { linkageOf, makeCell, makeFinding, makeReport } from "../support/cells.ts";
import { renderLikeGitHub } from "../support/github-markdown.ts";
import { readSarif } from "../support/sarif.ts";
import { plainRules, situations } from "../support/situations.ts";
import { explainedProgram, inspectedFiles } from "../support/unbuilt.ts";
import type { Cell, Report } from "../../src/model/report.ts";

// All formats say the same of a report, and say it once, however large it is.

const all: Readonly<Record<string, () => Report>> = {
  ...situations,
  inspect: inspectedFiles,
  explain: explainedProgram,
};
const frame = { marker: "<!-- m -->", run: "https://github.com/acme/app/actions/runs/1" };

/** The words of a page, without what is markup or layout in one of the formats. */
function words(text: string): string {
  return text
    .replaceAll(/<[^>]*>|&#8203;|\u200b/g, "")
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll(/[\s\u00a0\u2007]+/g, "");
}

describe.each(Object.entries(all))("%s", (_, make) => {
  const report = make();
  const markdown = words(renderLikeGitHub(renderMarkdown(report)));
  const terminal = words(renderTerminal(report, { color: false, width: 120 }));

  it("has one heading in all formats for people", async () => {
    const heading = /^## (.*)$/m.exec(renderMarkdown(report))?.[1] ?? "";
    const plain = words(renderLikeGitHub(heading.replace(/^(?:✅|⚠️|❌) /u, "")));
    expect(plain).not.toBe("");
    expect(terminal).toContain(plain);
    expect(words(await renderHtml(report))).toContain(plain);
    expect(words(renderLikeGitHub(renderComment(report, frame)))).toContain(plain);
  });

  it("has the same causes and fixes in all formats", async () => {
    const page = words(await renderHtml(report));
    // A chain of imports begins with each of the programs: the first stands for all.
    const causes = new Map<string, string>();
    for (const { cause, target } of problemsOf(report)) {
      const key = cause?.replaceAll(target?.package ?? "", "");
      if (cause !== null && key !== undefined && !causes.has(key)) causes.set(key, cause);
    }
    for (const cause of causes.values()) {
      // The place in it is a link.
      for (const text of [markdown, terminal, page]) expect(text).toContain(words(cause));
    }
    const failing = problemsOf(report).filter(({ outcome }) => outcome === "fail");
    expect(failing.length > 0).toBe(report.verdict.outcome === "fail");
  });

  it("fails in SARIF, JUnit and the annotations just where it fails", () => {
    const isFail = report.verdict.outcome === "fail";
    const { results } = readSarif(renderSarif(report));
    expect(results.some(({ level }) => level === "error")).toBe(isFail);
    expect(/<(?:failure|error) /.test(renderJunit(report))).toBe(isFail);
    expect(annotationsOf(report).some(({ level }) => level === "error")).toBe(isFail);
    const places = problemsOf(report).flatMap((each) => each.places.map(({ file, line }) => `${file}:${line}`));
    for (const { file, line } of annotationsOf(report)) if (file !== null) expect(places).toContain(`${file}:${line}`);
  });

  it("says no line twice", () => {
    // Of a table the rows may be alike.
    const lines = renderMarkdown(report)
      .split("\n")
      .filter((line) => line.length > 60 && !line.startsWith("|"));
    expect(lines.length).toBe(new Set(lines).size);
  });
});

/** Programs of a monorepo, as `explain` predicts them. */
function explained(count: number): Report {
  const prediction = {
    mode: "external",
    linkage: "dynamic",
    loaderOnly: false,
    crashes: false,
    reasons: ["github.com/mattn/go-sqlite3 uses cgo"],
    because: "the C compiler links shared libraries, as no flag says -static",
    certainty: "certain",
    unseen: [],
    agrees: null,
  } as const;
  const strategies = ["default", "extldflags", "cgo-disabled", "netgo", "external", "static-pie", "musl"];
  const cells = Array.from({ length: count }, (_, at) => `example.com/mono/cmd/program-${at}`).flatMap((path) =>
    strategies.map((strategy) =>
      makeCell({
        package: path,
        strategy,
        status: "predicted",
        linkage: null,
        prediction:
          strategy === "default" ? prediction : { ...prediction, linkage: "static", because: `of ${strategy}` },
        cgo: ["net", "os/user", "github.com/mattn/go-sqlite3"].map((user) => ({
          package: user,
          chain: [path, "example.com/mono/internal/store", user],
          file: "internal/store/db.go",
          line: 9,
        })),
        findings: strategy === "external" ? [makeFinding({ message: "net calls glibc's lookups" })] : [],
      }),
    ),
  );
  const { verdict } = judge(cells, { recommendation: [], rules: plainRules, base: null });
  return makeReport({ cells, verdict });
}

function inspected(count: number): Report {
  const cells = Array.from({ length: count }, (_, at): Cell => {
    const artifact = { path: `dist/tool-${at}`, size: 1_000_000 + at, sha256: null, format: "elf" };
    return makeCell({ strategy: null, artifact, ...(at % 300 === 7 ? { kind: "dynamic" as const } : {}) });
  });
  const rules = { ...plainRules, ship: null, require: "static" as const };
  const judged = judge(cells, { recommendation: [], rules, base: null });
  return makeReport({
    ship: null,
    cells: judged.cells,
    verdict: judged.verdict,
    rules: describeRules(judged.cells, rules),
  });
}

describe("large runs", () => {
  it("explain of 87 programs is under 120 lines, and names each culprit once", () => {
    const text = renderTerminal(explained(87), { color: false, width: 80 });
    expect(text.split("\n").length).toBeLessThan(120);
    expect(text.match(/internal\/store\/db\.go:9/g)).toHaveLength(3);
    expect(text).toContain("in 87 programs");
  });

  it("inspect of 900 files keeps a table of the exceptions", () => {
    const report = inspected(900);
    const text = renderMarkdown(report);
    expect(text).toMatch(/^## ❌ 3 of 900 files are dynamic; `require: static` is set$/m);
    for (const at of [7, 307, 607]) expect(text).toContain(`| ❌\u00a0\`dist/tool-${at}\` | dynamic |`);
    expect(text).toContain("<summary>897 more: static</summary>");
    expect(text).toContain("| ❌\u00a0require | input | static | 897 static, 3 dynamic |");
    expect(renderTerminal(report, { color: false, width: 80 }).split("\n").length).toBeLessThan(60);
  });

  it("a pass of 60 binaries opens with its table", () => {
    const cells = Array.from({ length: 20 }, (_, at) => `example.com/mono/cmd/program-${at}`).flatMap((path) =>
      ["linux/amd64", "linux/arm64", "windows/amd64"].map((platform) =>
        makeCell({ package: path, platform, linkage: linkageOf(platform.startsWith("windows") ? "system" : "static") }),
      ),
    );
    const { verdict } = judge(cells, { recommendation: [], rules: plainRules, base: null });
    const baseline = { source: "none", sha: "4".repeat(40), steps: ["all static"], gone: [] } as const;
    expect(renderMarkdown(makeReport({ cells, verdict, baseline })).split("\n").slice(0, 9)).toEqual([
      "## ✅ All 20 programs on 3 platforms are static or use only system libraries",
      "",
      "Ships as `default`. Compared with `4444444444`: no regression.",
      "",
      "| Platform | Static | System libraries only |",
      "| :- | -: | -: |",
      "| `linux/amd64` | 20 | – |",
      "| `linux/arm64` | 20 | – |",
      "| `windows/amd64` | – | 20 |",
    ]);
  });
});
