import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wrap } from "../../src/report/columns.ts";
import { type GridCell, renderGrid } from "../../src/report/grid.ts";

const options = { width: 80, flexible: 1, flexibleMin: 8, right: [2] };
const row = (...texts: string[]): GridCell[] => texts.map((text) => ({ text }));

describe("a grid", () => {
  it("is as wide as it needs, numbers to the right, no blanks at the end", () => {
    expect(renderGrid([row("a", "b", "size"), row("alpha", "x", "9"), row("b", "long one", "")], options)).toEqual([
      "a      b         size",
      "alpha  x            9",
      "b      long one",
    ]);
  });

  it("gives way in the flexible column, and loses nothing", () => {
    const lines = renderGrid([row("name", "/lib64/ld-linux-x86-64.so.2\nlibc.so.6", "1")], { ...options, width: 22 });
    expect(lines).toEqual(["name  /lib64/ld-lin  1", "      ux-x86-64.so.", "      2", "      libc.so.6"]);
  });

  it("lets a cell stand over several columns", () => {
    const spanning = [{ text: "skipped" }, { text: "no compiler", span: 2 }];
    expect(renderGrid([row("a", "b", "c"), spanning], options).at(-1)).toBe("skipped  no compiler");
  });

  it("paints after it has laid out", () => {
    const painted = [{ text: "ab", paint: (text: string) => `<${text}>` }, { text: "c" }];
    expect(renderGrid([row("long", "x"), painted], options).at(-1)).toBe("<ab>    c");
  });
});

describe("wrap", () => {
  it("keeps every word, and every line within the width", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme-ascii" }).map((word) => word.replaceAll(" ", "_"))),
        fc.integer({ min: 1, max: 40 }),
        (words, width) => {
          const lines = wrap(words.join(" "), width);
          expect(lines.every((line) => line.length <= width)).toBe(true);
          expect(lines.join("").replaceAll(" ", "")).toBe(words.join(""));
        },
      ),
    );
  });
});
