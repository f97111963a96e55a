import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseLinkerFlags } from "../../src/go/go-flags.ts";
import { joinQuoted, splitQuoted } from "../../src/go/quoting.ts";
import { describeWith } from "../support/tools.ts";

describe("splitQuoted", () => {
  it.each([
    { name: "nothing", text: "", want: [] },
    { name: "only white space", text: " \t\n\r ", want: [] },
    { name: "words", text: "-s -w", want: ["-s", "-w"] },
    { name: "white space of all kinds", text: "\ta\nb\r\nc  d ", want: ["a", "b", "c", "d"] },
    { name: "a quoted word", text: `'a b' "c d"`, want: ["a b", "c d"] },
    { name: "an empty word", text: `'' ""`, want: ["", ""] },
    { name: "the other quote inside", text: `"it's" 'say "x"'`, want: ["it's", 'say "x"'] },
    { name: "quotes inside a word mean nothing", text: `-X=a'b c'd`, want: ["-X=a'b", "c'd"] },
    { name: "a word begins right behind a quote", text: `'a'b"c"`, want: ["a", 'b"c"'] },
    { name: "a backslash means nothing", text: `a\\ b "c\\"`, want: ["a\\", "b", "c\\"] },
    { name: "a no-break space is no white space", text: "a\u00a0b", want: ["a\u00a0b"] },
    { name: "vertical tab and form feed are none either", text: "a\vb\fc", want: ["a\vb\fc"] },
  ])("$name", ({ text, want }) => {
    expect(splitQuoted(text)).toEqual(want);
  });

  it.each([
    { name: "an open '", text: "a 'b c", message: "unterminated ' string" },
    { name: 'an open "', text: 'a "b c', message: 'unterminated " string' },
    { name: "a quote that only opens", text: "'", message: "unterminated ' string" },
  ])("$name is refused", ({ text, message }) => {
    expect(() => splitQuoted(text)).toThrow(new Error(message));
  });
});

describe("joinQuoted", () => {
  it.each([
    { name: "nothing", words: [], want: "" },
    { name: "plain words", words: ["-s", "-w"], want: "-s -w" },
    { name: "an empty word", words: ["-a", ""], want: "-a ''" },
    { name: "a word with a space", words: ["-X", "main.v=a b"], want: "-X 'main.v=a b'" },
    { name: "a word with a space and '", words: ["it's so"], want: `"it's so"` },
    { name: 'a word that begins with "', words: ['"x"'], want: `'"x"'` },
    { name: "quotes inside a word without spaces stay", words: [`-X=main.v='"`], want: `-X=main.v='"` },
    { name: "a flag whose value has a space", words: ["-extldflags=-static -lm"], want: "-extldflags '-static -lm'" },
    { name: "two dashes", words: ["--extldflags=-static -lm"], want: "--extldflags '-static -lm'" },
  ])("$name", ({ words, want }) => {
    expect(joinQuoted(words)).toBe(want);
  });

  it.each([
    { name: "a word", word: `a "b" 'c'` },
    { name: "the value of a flag", word: `-X=main.v=a "b" 'c'` },
  ])("$name with spaces and both kinds of quotes is refused", ({ word }) => {
    expect(() => joinQuoted([word])).toThrow("Go cannot quote a word with spaces and both kinds of quotes");
  });
});

const letter = fc.constantFrom("a", "=", "-", " ", "\t", "\n", "'", '"', "\\", "\u00a0", "é", ".");
const anyWord = fc.string({ unit: letter, maxLength: 8 });
const quotable = anyWord.filter((word) => !(/[ \t\n\r]|^['"]/.test(word) && word.includes("'") && word.includes('"')));

describe("round trips", () => {
  it("words that are no flags come back as they were", () => {
    const words = fc.array(quotable.filter((word) => !word.startsWith("-")));
    fc.assert(
      fc.property(words, (given) => {
        expect(splitQuoted(joinQuoted(given))).toEqual(given);
      }),
      { numRuns: 1000 },
    );
  });

  it("flags come back with their values, and never begin with a quote", () => {
    const flags = fc.array(fc.record({ name: fc.constantFrom("-X", "-extldflags", "-linkmode"), value: quotable }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(flags, (given) => {
        const text = joinQuoted(given.map(({ name, value }) => `${name}=${value}`));
        expect(parseLinkerFlags(splitQuoted(text))).toEqual(given);
        expect(text).toMatch(/^-/);
      }),
      { numRuns: 1000 },
    );
  });

  it("what Go cannot write is refused, and nothing else", () => {
    fc.assert(
      fc.property(anyWord, (word) => {
        const impossible = /[ \t\n\r]|^['"]/.test(word) && word.includes("'") && word.includes('"');
        // `-a='x "y"` needs no quotes around the name, so the value alone counts: it has the same quotes.
        if (impossible) expect(() => joinQuoted([word])).toThrow("both kinds of quotes");
        else expect(() => joinQuoted([word])).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});

describeWith(["go"], "the real go command", () => {
  let dir = "";
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), "quoting-"));
    writeFileSync(join(dir, "go.mod"), "module example.com/quoting\n\ngo 1.21\n");
    writeFileSync(join(dir, "main.go"), "package main\n\nfunc main() {}\n");
  });
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  const dryRun = (value: string): Promise<string> =>
    new Promise((done) => {
      const env = { ...process.env, GOFLAGS: "", GOWORK: "off", CGO_ENABLED: "1" };
      execFile("go", ["build", "-n", `-ldflags=${value}`], { cwd: dir, env }, (_error, _stdout, stderr) => {
        done(stderr);
      });
    });

  /** The words that the linker would get from -ldflags: those between -buildid and -extld, which go sets itself. */
  const readByGo = async (value: string): Promise<string[]> => {
    const commands = await dryRun(value);
    const line = commands.split("\n").find((each) => / \S+\/link(\.exe)? -o /.test(each));
    if (line === undefined) throw new Error(`no link command in:\n${commands}`);
    // joinUnambiguously (cmd/go/internal/work/shell.go): a word is bare, or quoted as Go quotes strings.
    const words = [...line.matchAll(/"(?:[^"\\]|\\.)*"|\S+/g)].map(([word]) =>
      word.startsWith('"') ? (JSON.parse(word) as string) : word,
    );
    const buildId = words.findIndex((word) => word.startsWith("-buildid="));
    const extld = words.findLastIndex((word) => word.startsWith("-extld="));
    expect(buildId).toBeGreaterThan(0);
    expect(extld).toBeGreaterThan(buildId);
    return words.slice(buildId + 1, extld);
  };

  it.each([
    { value: `-X "main.v=a b"`, want: ["-X", "main.v=a b"] },
    { value: `-linkmode=external "-extldflags=-static -lm"`, want: ["-linkmode=external", "-extldflags=-static -lm"] },
    { value: `-extldflags '-static -lm'`, want: ["-extldflags", "-static -lm"] },
    { value: `-extldflags="-static"`, want: ['-extldflags="-static"'] },
    { value: `-X main.v='a b'`, want: ["-X", "main.v='a", "b'"] },
    { value: `-w "-extldflags=-static '-Wl,-z,now'"`, want: ["-w", "-extldflags=-static '-Wl,-z,now'"] },
    { value: `  -s\t-w  `, want: ["-s", "-w"] },
    { value: `-s ''`, want: ["-s", ""] },
    { value: `-X 'main.v=it"s'`, want: ["-X", 'main.v=it"s'] },
    { value: `-X 'main.v=a\tb\nc'`, want: ["-X", "main.v=a\tb\nc"] },
    { value: `-X=main.v=\\ \\"`, want: ["-X=main.v=\\", '\\"'] },
    { value: `-X 'a'b`, want: ["-X", "a", "b"] },
  ])("reads $value as splitQuoted does", async ({ value, want }) => {
    expect(splitQuoted(value)).toEqual(want);
    expect(await readByGo(value)).toEqual(want);
  });

  it.each([
    { name: "a value with a space", words: ["-X=main.v=a b"] },
    { name: "a value with a space behind others", words: ["-s", "-X", "main.v=a b", "-w"] },
    { name: "a first word that needs quotes", words: ["-extldflags=-static -lm", "-s"] },
    { name: "nested quotes", words: ["-linkmode=external", "-extldflags=-static '-Wl,-z,now' -lm"] },
    { name: "an apostrophe and a space", words: ["-X=main.v=it's so"] },
    { name: "quotes without spaces", words: [`-X=main.v="'`] },
    { name: "a line break", words: ["-X=main.v=a\nb"] },
    { name: "an empty value", words: ["-X=main.v=", "-extldflags="] },
    { name: "an empty word", words: ["-s", "-extldflags", ""] },
    { name: "back slashes", words: ["-X=main.v=C:\\a b\\"] },
    { name: "no ASCII", words: ["-X=main.v=é ü"] },
    { name: "shell characters", words: ["-X=main.v=$HOME;`ls` (x) > y"] },
  ])("reads what joinQuoted writes: $name", async ({ words }) => {
    const read = await readByGo(joinQuoted(words));
    expect(read).toEqual(splitQuoted(joinQuoted(words)));
    expect(parseLinkerFlags(read)).toEqual(parseLinkerFlags(words));
  });

  it.each([
    { value: `"-extldflags=-static -lm"`, message: "parameter may not start with quote character" },
    { value: `-s "-w`, message: 'unterminated " string' },
    { value: `-X 'main.v`, message: "unterminated ' string" },
  ])("refuses $value", async ({ value, message }) => {
    expect(await dryRun(value)).toContain(message);
  });
});
