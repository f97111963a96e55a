import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandNames, helpText } from "../src/config/commands.ts";
import { catalog } from "../src/model/catalog.ts";
import { renderHtml } from "../src/report/html.ts";
import { renderJunit } from "../src/report/junit.ts";
import { renderMarkdown } from "../src/report/markdown.ts";
import { renderSarif } from "../src/report/sarif.ts";
import { renderTerminal } from "../src/report/terminal.ts";
import { findBanned, findPhrases } from "./support/banned-phrases.ts";
import { readPages } from "./support/docs.ts";
import { root } from "./support/root.ts";
import { situations } from "./support/situations.ts";
import { explainedProgram, inspectedFiles } from "./support/unbuilt.ts";

const all = { ...situations, inspect: inspectedFiles, explain: explainedProgram };

describe("no report has a banned phrase", () => {
  it.each(Object.entries(all).filter(([name]) => name !== "huge"))("%s", async (_, make) => {
    const report = make();
    const texts = [
      renderMarkdown(report),
      renderTerminal(report, { color: false, width: 100 }),
      renderJunit(report),
      renderSarif(report),
      // Its script has comments, which nobody sees.
      (await renderHtml(report)).replaceAll(/<script.*?<\/script>/gs, ""),
    ];
    // The made-up reports have their own findings, which are no words of ours.
    const own = texts.map((text) =>
      text.replaceAll("simpler, but not recommended: cgo-disabled: other code than with cgo", ""),
    );
    expect(own.flatMap(findBanned)).toEqual([]);
  });
});

it("no finding has one in its title or in its reason", () => {
  expect(Object.values(catalog).flatMap(({ title, why }) => [...findBanned(title), ...findBanned(why)])).toEqual([]);
});

it("nor have the sources of the report, comments included", () => {
  const folders = ["src/report", "src/report/document", "src/comment"];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(root, folder, name)),
  );
  expect(files.length).toBeGreaterThan(30);
  expect(files.flatMap((file) => findPhrases(readFileSync(file, "utf8").replaceAll(/isStandalone/g, "")))).toEqual([]);
});

it.each(readPages())("nor has $path", ({ text }) => {
  expect(findBanned(text)).toEqual([]);
});

it.each(["action.yml", "docs/config.schema.json", "docs/report.schema.json"])("nor has %s", (path) => {
  expect(findBanned(readFileSync(join(root, path), "utf8"))).toEqual([]);
});

it.each([null, ...commandNames])("nor has --help of %s", (name) => {
  expect(findBanned(helpText(name, []))).toEqual([]);
});

it("nor has any text in the sources outside of comments", () => {
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  expect(files.length).toBeGreaterThan(200);
  const texts = files.flatMap((name) =>
    stringsIn(readFileSync(join(root, "src", name), "utf8")).map((text) => `${name}: ${text}`),
  );
  expect(texts.filter((text) => findBanned(text).length > 0)).toEqual([]);
});

/** The strings and templates of a source file that have more than one word. */
function stringsIn(source: string): string[] {
  const code = source.replaceAll(/\/\*.*?\*\//gs, "").replaceAll(/^\s*\/\/.*$/gm, "");
  const strings = code.match(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? [];
  return strings.filter((text) => text.includes(" "));
}
