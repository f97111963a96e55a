import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutMiddle, displayWidth, wrap } from "../../src/text/columns.ts";
import { type GridCell, renderGrid } from "../../src/text/grid.ts";
import { printable } from "../../src/text/text.ts";

const options = { width: 80, right: [2] };
const row = (...texts: string[]): GridCell[] => texts.map((text) => ({ text }));
const linesOf = (rows: readonly (readonly GridCell[])[], given = options): string[] | undefined =>
  renderGrid(rows, given)?.flat();

describe("a grid", () => {
  it("is as wide as it needs, numbers to the right, no blanks at the end", () => {
    expect(linesOf([row("a", "b", "size"), row("alpha", "x", "9"), row("b", "long one", "")])).toEqual([
      "a      b         size",
      "alpha  x            9",
      "b      long one",
    ]);
  });

  it("gives way at blanks, widest column first, and loses nothing", () => {
    const rows = [row("name", "needs", "n"), row("a b", "libc.so.6 and /lib/ld.so", "1 B")];
    expect(linesOf(rows, { ...options, width: 22 })).toEqual(
      ["name  needs          n", "a b   libc.so.6    1 B", "      and", "      /lib/ld.so"].map((line) => line),
    );
  });

  it("breaks no path: it says that there is no room", () => {
    const rows = [row("name", "needs", "n"), row("a", "/lib64/ld-linux-x86-64.so.2", "1")];
    expect(renderGrid(rows, { ...options, width: 30 })).toBeNull();
    expect(renderGrid(rows, { ...options, width: 36 })).not.toBeNull();
  });

  it("paints after it has laid out", () => {
    const painted = [{ text: "ab", paint: (text: string) => `<${text}>` }, { text: "c" }];
    expect(linesOf([row("long", "x"), painted])?.at(-1)).toBe("<ab>    c");
  });
});

/** Text as it comes from anywhere: ASCII, wide, combining and emoji characters, control characters, halves of characters. */
const anyText = fc.oneof(
  fc.string({ unit: "grapheme-ascii" }),
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        "a",
        "/",
        "-",
        " ",
        "静",
        "Ａ",
        "é",
        "e\u0301",
        "🔗",
        "👩‍👩‍👧",
        "❤️",
        "각",
        "\u001b[2J",
        "\n",
        "\ud800",
      ),
    )
    .map((parts) => parts.join("")),
);
const letters = (text: string): string => text.replaceAll(/\s/g, "");
const isHarmless = (line: string): boolean => !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(line);

describe("a grid of any text", () => {
  it("is never wider than the screen, says everything, and moves no cursor", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyText, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 12, max: 100 }),
        (rows, width) => {
          const grid = renderGrid(
            rows.map((texts) => row(...texts)),
            { ...options, width },
          );
          if (grid === null) return;
          const lines = grid.flat();
          for (const line of lines) {
            expect(displayWidth(line)).toBeLessThanOrEqual(width);
            expect(isHarmless(line)).toBe(true);
          }
          const shown = Array.from(letters(lines.join("")))
            .toSorted()
            .join("");
          const given = rows.flat().flatMap((text) => text.split("\n").map(printable));
          expect(shown).toBe(
            Array.from(letters(given.join("")))
              .toSorted()
              .join(""),
          );
        },
      ),
    );
  });

  it("has its columns below each other, however wide the characters are", () => {
    const lines = linesOf([row("a", "x"), row("静态", "x"), row("e\u0301", "x"), row("🔗", "x")]);
    expect(lines?.map((line) => displayWidth(line.slice(0, line.indexOf("x"))))).toEqual([6, 6, 6, 6]);
  });
});

describe("wrap", () => {
  it("keeps every word, and every line within the width", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.every((line) => displayWidth(line) <= width)).toBe(true);
        expect(lines.every(isHarmless)).toBe(true);
        expect(letters(lines.join(""))).toBe(letters(printable(text)));
      }),
    );
  });

  it("breaks long paths behind a separator", () => {
    expect(wrap("in /usr/lib/x86_64-linux-gnu/libstdc++.so.6 now", 24)).toEqual([
      "in",
      "/usr/lib/x86_64-linux-",
      "gnu/libstdc++.so.6 now",
    ]);
  });
});

describe("what is cut in the middle", () => {
  it("is at most as wide as asked, and begins and ends as before", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 40 }), (text, width) => {
        expect(displayWidth(cutMiddle(text, width))).toBeLessThanOrEqual(width);
      }),
    );
    expect(cutMiddle("github.com/acme/app/internal/cmd/worker, linux/amd64", 30)).toBe(
      "github.co…/worker, linux/amd64",
    );
    expect(cutMiddle("short", 30)).toBe("short");
  });
});

describe("the width of text", () => {
  it.each([
    { name: "ASCII", text: "libc.so.6", width: 9 },
    { name: "marks of the report", text: "✓ ✗ – ≥ … →", width: 11 },
    { name: "Chinese", text: "静态", width: 4 },
    { name: "full-width Latin", text: "ＡＢ", width: 4 },
    { name: "an accent of its own", text: "e\u0301", width: 1 },
    { name: "a picture", text: "🔗", width: 2 },
    { name: "Korean in parts", text: "\u1112\u1161\u11ab", width: 2 },
  ])("$name", ({ text, width }) => {
    expect(displayWidth(text)).toBe(width);
  });

  it("is not left to what terminals count differently", () => {
    expect(printable("a\u200bb\u200dc\ufeffd")).toBe("a\ufffdb\ufffdc\ufffdd");
    expect(printable("❤\ufe0f")).toBe("❤");
    expect(printable("a\tb\nc\u00a0d\ud800")).toBe("a b c d\ufffd");
  });
});
