import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalog } from "../src/model/catalog.ts";
import { renderHtml } from "../src/report/html.ts";
import { renderJunit } from "../src/report/junit.ts";
import { renderMarkdown } from "../src/report/markdown.ts";
import { renderSarif } from "../src/report/sarif.ts";
import { renderTerminal } from "../src/report/terminal.ts";
import { root } from "./support/root.ts";
import { situations } from "./support/situations.ts";
import { explainedProgram, inspectedFiles } from "./support/unbuilt.ts";

// Phrases that a native reader stops at, and for which nobody searches. What stands in their place is in the reports.
const banned = [
  "will be not static",
  "which is not asked for",
  "became worse",
  "Worse than on the base",
  "neither its imports nor its linker",
  "has a hazard that it did not have",
  "Other code than with cgo",
  "before shipping it so",
  "asks for static",
  "what the policy asks for",
  "if this is meant",
  "but mind:",
  "could not be looked for",
  "nothing could be compared",
  "because no system starts it",
  "they are no programs",
  "has to be mended",
  "needs mending",
  "any more",
  "nothing but a kernel",
  "Nothing to recommend",
  "Ship with",
  "Imports that bring in cgo",
  "brings cgo in",
  "bring cgo in",
  "Why these linkers",
  "How this was checked",
  "A build for looking for bugs",
  "predicted and not made",
  "the loader stops with",
  "starts the loader by that path",
  "Who needs certified",
  "Reads files of the machine",
  "the system's own libraries",
  "standalone",
  "held against",
] as const;

function found(text: string): string[] {
  return banned.filter((phrase) => text.includes(phrase));
}

const all = { ...situations, inspect: inspectedFiles, explain: explainedProgram };

describe("no report has a banned phrase", () => {
  it.each(Object.entries(all).filter(([name]) => name !== "huge"))("%s", async (_, make) => {
    const report = make();
    const texts = [
      renderMarkdown(report),
      renderTerminal(report, { color: false, width: 100 }),
      renderJunit(report),
      renderSarif(report),
      await renderHtml(report),
    ];
    // The made-up reports have their own findings, which are no words of ours.
    const own = texts.map((text) =>
      text.replaceAll("simpler, but not recommended: cgo-disabled: other code than with cgo", ""),
    );
    expect(own.flatMap(found)).toEqual([]);
  });
});

it("no finding has one in its title or in its reason", () => {
  expect(Object.values(catalog).flatMap(({ title, why }) => [...found(title), ...found(why)])).toEqual([]);
});

it("nor have the sources of the report", () => {
  const folders = ["src/report", "src/report/document", "src/comment"];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(root, folder, name)),
  );
  expect(files.length).toBeGreaterThan(30);
  expect(files.flatMap((file) => found(readFileSync(file, "utf8").replaceAll(/isStandalone/g, "")))).toEqual([]);
});
