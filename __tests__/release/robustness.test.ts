import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readGoreleaser } from "../../src/release/goreleaser.ts";
import { readKo } from "../../src/release/ko.ts";
import type { ReleaseReading } from "../../src/release/release-reading.ts";
import { root } from "../support/cli.ts";

const fixtures = join(root, "__tests__/release/fixtures");
const texts = ["goreleaser", "ko"].flatMap((kind) =>
  readdirSync(join(fixtures, kind)).map((name) => readFileSync(join(fixtures, kind, name), "utf8")),
);
const linux = { name: "linux/amd64", goos: "linux", goarch: "amd64", env: { GOOS: "linux", GOARCH: "amd64" } };

/** Both readers and all that they hand on. Nothing is thrown, and every line is one of the file. */
async function readWhole(text: string): Promise<readonly ReleaseReading[]> {
  const file = { file: "release.yaml", text };
  const readings = [await readGoreleaser(file, { env: {} }), await readKo(file, { env: {} })];
  const lines = text.split("\n").length;
  for (const { entries, notUnderstood } of readings) {
    const settings = entries.map((entry) => entry.settingsFor(linux));
    for (const { line } of [
      ...entries,
      ...notUnderstood,
      ...settings.filter((each) => each?.kind === "not-understood"),
    ]) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(lines);
    }
  }
  return readings;
}

describe("configurations of any content", () => {
  it("are read when they are cut off anywhere", async () => {
    const cut = fc.constantFrom(...texts).chain((text) => fc.nat(text.length).map((length) => text.slice(0, length)));
    await fc.assert(
      fc.asyncProperty(cut, async (text) => {
        await readWhole(text);
      }),
      { numRuns: 400 },
    );
  });

  it("are read when a part of them is something else", async () => {
    const noise = fc.constantFrom(
      "{{",
      "}}",
      "'",
      "[",
      "*x",
      "&x ",
      "<<: ",
      "\t",
      "- ",
      "{{ if .X }}",
      "null",
      "\u0000",
      ": ",
      "$",
      "-X ",
    );
    const changed = fc.tuple(fc.constantFrom(...texts), fc.nat(), noise, fc.nat(12)).map(([text, at, piece, gone]) => {
      const place = at % text.length;
      return text.slice(0, place) + piece + text.slice(place + gone);
    });
    await fc.assert(
      fc.asyncProperty(changed, async (text) => {
        await readWhole(text);
      }),
      { numRuns: 600 },
    );
  });

  const bomb = (merge: boolean): string =>
    ["a0: &a0 {k: v, l: w}"]
      .concat(
        Array.from({ length: 30 }, (_, at) =>
          merge
            ? `a${at + 1}: &a${at + 1}\n  <<: [${Array(9).fill(`*a${at}`).join(", ")}]\n  k${at}: v`
            : `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(", ")}]`,
        ),
        ["builds: *a30"],
      )
      .join("\n");

  it.each([
    { name: "lists of lists of aliases", text: bomb(false) },
    { name: "maps that merge maps that merge maps", text: bomb(true) },
    { name: "an alias that contains itself", text: "builds: &b [{env: *b}]" },
    { name: "an alias of nothing", text: "builds: *nothing" },
    { name: "a merge with itself", text: "builds:\n  - &b\n    <<: *b" },
    { name: "deep lists", text: `builds: ${"[".repeat(2000)}` },
    { name: "a list at the top", text: "- a\n- b" },
    { name: "a text at the top", text: "builds" },
    { name: "a tag of a language", text: "builds: !!python/object:os.system [x]" },
    { name: "a key of all objects", text: "__proto__: {builds: [1]}\nconstructor: {}\nbuilds: [{__proto__: {}}]" },
    { name: "more than 512 KiB", text: `# ${"x".repeat(600_000)}\n` },
    { name: "many keys", text: Array.from({ length: 30_000 }, (_, at) => `k${at}: v`).join("\n") },
    { name: "many aliases", text: `a: &a x\nenv:\n${"  - *a\n".repeat(40_000)}` },
    {
      name: "many templates",
      text: `builds:\n  - goos: [linux]\n    tags:\n      - "${"{{ .Os }}".repeat(20_000)}"\n`,
    },
    { name: "deep conditions", text: `builds:\n  - goos: [linux]\n    tags: ["${"{{ if .X }}".repeat(20_000)}"]\n` },
    { name: "comments that do not end", text: `builds:\n  - goos: [linux]\n    tags: ["{{${"/*".repeat(50_000)}"]\n` },
    {
      name: "quotes that do not end",
      text: `builds:\n  - goos: [linux]\n    tags: ['{{ ${'"\\" '.repeat(20_000)}']\n`,
    },
    { name: "blanks", text: `builds:\n  - goos: [linux]\n    ldflags: ["-X a=${" ".repeat(100_000)}{{ .Tag }}"]\n` },
  ])("are read before the test's time is over: $name", async ({ text }) => {
    await expect(readWhole(text)).resolves.toBeDefined();
  });
});
