import { describe, expect, it } from "vitest";
import { renderBadge } from "../../src/report/badge.ts";
import { renderHtml } from "../../src/report/html.ts";
import { renderJunit } from "../../src/report/junit.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { outputsOf } from "../../src/report/outputs.ts";
import { renderSarif } from "../../src/report/sarif.ts";
import { renderSnippet } from "../../src/report/snippet.ts";
import { renderTerminal } from "../../src/report/terminal.ts";
import { linkageOf, makeCell, makeFinding, makeReport, predictedStatic } from "../support/cells.ts";

// A run that built what was needed: one program that ships, and neither its other strategy nor a program that is unchanged.

const link = { mode: "unknown", reasons: [] } as const;
const base = { reason: null, link, size: null, change: null } as const;
const app = "example.com/app/cmd/app";
const tool = "example.com/app/cmd/tool";
const info = makeFinding({ kind: "std-cgo", level: "info", message: "net uses cgo" });

const built = makeCell({
  package: app,
  kind: "dynamic",
  base: { ...base, package: app, status: "built", linkage: linkageOf("dynamic"), unchanged: false, from: "build" },
});
const other = makeCell({ package: app, strategy: "cgo-disabled", status: "predicted", prediction: predictedStatic });
const unchanged = makeCell({
  package: tool,
  status: "predicted",
  prediction: { ...predictedStatic, linkage: "dynamic" },
  base: { ...base, package: tool, status: "predicted", linkage: null, unchanged: true, from: "same-files" },
  findings: [info],
});
const baseline = { source: "build", sha: "a".repeat(40), steps: [], gone: [] } as const;
const report = makeReport({ cells: [built, other, unchanged], ship: "default", baseline });

describe("what was not built is marked", () => {
  const terminal = renderTerminal(report, { color: false, width: 120 }).replaceAll(/\s+/g, " ");

  it.each([
    ["terminal", terminal],
    ["Markdown", renderMarkdown(report)],
  ])("in text for people: %s", (_, text) => {
    expect(text).toContain("1 build: 1 dynamic; 2 more predicted, not built");
    expect(text).toContain("1 program rebuilt, 1 program unchanged and not built");
    expect(text).toContain("dynamic (unchanged, not built)");
    expect(text).toContain("static, predicted");
  });

  it("in the page", async () => {
    const text = await renderHtml(report);
    expect(text).toContain("static, predicted</b>");
    expect(text).toContain("unchanged, so it was not built");
  });

  it("in JUnit: skipped, with what is expected of it", () => {
    const text = renderJunit(report);
    expect(text).toContain('<skipped message="predicted, not built: static"');
    expect(text).toContain('<skipped message="unchanged since the base commit, so it was not built: dynamic"');
  });

  it("in SARIF", () => {
    const { runs } = JSON.parse(renderSarif(report)) as {
      runs: { results: { properties: { package: string; predicted?: boolean } }[] }[];
    };
    const marked = runs.flatMap(({ results }) => results.filter(({ properties }) => properties.predicted === true));
    expect(marked.map(({ properties }) => properties.package)).toEqual([tool]);
  });

  it("in the badge and the release notes, which are about what was judged", () => {
    expect(JSON.parse(renderBadge(report))).toMatchObject({ message: "unknown" });
    expect(renderSnippet(report)).toMatch(/tool.*not known/);
  });

  it("and not counted as built in the outputs", () => {
    expect(outputsOf(report)).toMatchObject({ "static-count": "0", "dynamic-count": "1", "total-count": "3" });
  });
});

it("a run in which nothing was built says so", () => {
  const text = renderMarkdown(makeReport({ cells: [unchanged], ship: "default", baseline }));
  expect(text).toContain("Predicted, not built; whether the Go code compiles was not examined.");
  expect(text).toContain("1 program unchanged and not built");
});
