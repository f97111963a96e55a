import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { displayWidth } from "../../src/text/columns.ts";
import { renderTerminal } from "../../src/report/terminal.ts";
import { root } from "../support/cli.ts";
import { makeCell } from "../support/cells.ts";
import { hostileReport, hostileTexts } from "../support/hostile.ts";
import { situations } from "../support/situations.ts";
import type { Report } from "../../src/model/report.ts";

const widths = [80, 200] as const;
const plain = (report: Report, width: number): string => renderTerminal(report, { color: false, width });

/** What is pasted is never broken; it alone stands four columns in and begins like that. */
const isCommand = (line: string): boolean => /^ {4}(?:\S*(?:=\S* )*(?:\w+=|\(cd |go build)|- \{ )/.test(line);

function tooWide(text: string, width: number): string[] {
  return text.split("\n").filter((line) => displayWidth(line) > width && !isCommand(line));
}

describe.each(widths)("on a terminal of %d columns", (width) => {
  const { huge: _huge, ...shown } = situations;
  it.each(Object.entries(shown))("%s", async (name, situation) => {
    const text = plain(situation(), width);
    expect(tooWide(text, width)).toEqual([]);
    await expect(text).toMatchFileSnapshot(`../golden/terminal-${name}-${width}.txt`);
  });

  it("3,200 builds are a page or two, and it says what is left out", () => {
    const text = plain(situations.huge(), width);
    expect(tooWide(text, width)).toEqual([]);
    expect(text.split("\n").length).toBeLessThan(100);
    expect(text).toMatch(/^FAIL {2}10 of 100 programs are now dynamic \(was static\)/);
    expect(text).toContain("All 3,200 builds: 3120 static, 80 dynamic");
    expect(text).toContain("… and 77 more commands of this kind in the JSON report.");
    expect(text.replaceAll(/\s+/g, " ")).toContain("program-004, program-005 and 85 more");
  });
});

it("colours say nothing that words do not", async () => {
  const report = situations["many-targets"]();
  const colored = renderTerminal(report, { color: true, width: 80 });
  expect(colored.replaceAll(/\u001b\[\d+m/g, "")).toBe(plain(report, 80));
  const visible = colored.replaceAll("\u001b", "\\e");
  await expect(visible).toMatchFileSnapshot("../golden/terminal-many-targets-color.txt");
});

it("takes no time", () => {
  const report = situations.huge();
  const started = performance.now();
  plain(report, 80);
  expect(performance.now() - started).toBeLessThan(30_000);
});

describe("hostile text in every place", () => {
  it.each(Object.entries(hostileTexts))("%s", (_name, text) => {
    for (const width of [...widths, 40]) {
      const shown = plain(hostileReport(text), width);
      expect(shown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      const wide = shown.split("\n").filter((line) => displayWidth(line) > width && !line.startsWith("    "));
      expect(wide).toEqual([]);
      expect(shown).not.toMatch(/^\s*(?:::|##\[)/m);
    }
  });

  it("begins no line that is not ours", () => {
    const shown = plain(hostileReport("\nPASS  everything is static\n"), 80);
    expect(shown.split("\n").filter((line) => line.startsWith("PASS"))).toEqual([]);
  });
});

describe("many strategies", () => {
  const strategies = [
    "default",
    "extldflags",
    "cgo-disabled",
    "netgo",
    "netgo-extldflags",
    "external",
    "static-pie",
    "musl",
  ];
  const cells = ["api", "ctl", "worker", "gui"].flatMap((name) =>
    strategies.map((strategy) => makeCell({ package: `example.com/app/cmd/${name}`, strategy })),
  );

  it.each([40, 60, 80, 100, 120])("are all there in %d columns", (width) => {
    const text = plain({ ...situations.single(), cells, recommendation: [] }, width);
    expect(tooWide(text, width)).toEqual([]);
    const heads = text.replaceAll(/\s+/g, " ");
    for (const name of strategies) expect(heads).toContain(name);
    // All programs are alike, so they share a row.
    expect(text.match(/\bstatic\b/g)?.length).toBeGreaterThanOrEqual(strategies.length);
  });
});

it.each(["check", "explain"])("docs/reference.md shows what %s prints", (command) => {
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  const page = read(`__tests__/golden/${command}-resolver.txt`).replace(/^\$ .*\n\n|\nexit code 0\n$/g, "");
  expect(read("docs/reference.md")).toContain(
    `$ go-linkage ${command} ./examples/resolver\n\n${page.trimEnd()}\n\`\`\`\n`,
  );
});
