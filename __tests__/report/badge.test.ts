import { describe, expect, it } from "vitest";
import { renderBadge } from "../../src/report/badge.ts";
import { renderSnippet } from "../../src/report/snippet.ts";
import { linkageOf, makeCell, makeFinding, makeReport } from "../support/cells.ts";
import { elementsOf, renderLikeGitHub } from "../support/github-markdown.ts";
import { hostileReport, hostileTexts } from "../support/hostile.ts";
import { sanitize } from "../../src/text/text.ts";
import { situations } from "../support/situations.ts";
import type { Cell, Report } from "../../src/model/report.ts";

// What a project shows of itself: a badge, and a table for release notes. Both are about what ships alone.

type Badge = Readonly<Record<"schemaVersion" | "label" | "message" | "color", unknown>> & {
  readonly isError?: boolean;
};

const badgeOf = (report: Report): Badge => JSON.parse(renderBadge(report)) as Badge;

const dynamic = linkageOf("dynamic");
const musl = {
  ...dynamic,
  interpreter: "/lib/ld-musl-x86_64.so.1",
  needed: ["libc.musl-x86_64.so.1"],
  libc: "musl",
  minGlibc: null,
} as const;
const refused = makeFinding({ kind: "refused", level: "error" });
const regression = makeFinding({ kind: "regression", level: "error" });
const predicted = {
  mode: "internal",
  reasons: [],
  linkage: "static",
  loaderOnly: false,
  because: "no package uses cgo",
  certainty: "certain",
  unseen: [],
  agrees: null,
} as unknown as Cell["prediction"];
const wasm = makeCell({ platform: "wasip1/wasm", linkage: null });

const rows: readonly (readonly [name: string, cells: readonly Cell[], message: string, requires: readonly string[]])[] =
  [
    ["static", [makeCell()], "static", ["nothing (statically linked)"]],
    ["static-pie", [makeCell({ kind: "static-pie" })], "static", ["nothing (statically linked)"]],
    [
      "a strategy that does not ship",
      [makeCell(), makeCell({ strategy: "external", kind: "dynamic" })],
      "static",
      ["nothing (statically linked)"],
    ],
    ["dynamic", [makeCell({ linkage: dynamic })], "glibc ≥ 2.34", ["glibc 2.34 or newer"]],
    [
      "the newest glibc of several, compared as a version",
      ["2.9", "2.34", "2.4"].map((minGlibc) => makeCell({ package: minGlibc, linkage: { ...dynamic, minGlibc } })),
      "glibc ≥ 2.34",
      ["glibc 2.9 or newer", "glibc 2.34 or newer", "glibc 2.4 or newer"],
    ],
    [
      "a file that names no version of glibc",
      [makeCell({ linkage: { ...dynamic, minGlibc: null } })],
      "glibc",
      ["glibc"],
    ],
    [
      "libraries that glibc does not have",
      [
        makeCell({
          linkage: { ...dynamic, needed: ["libm.so.6", "libsqlite3.so.0", "libc.so.6", "ld-linux-x86-64.so.2"] },
        }),
      ],
      "glibc ≥ 2.34 + 1 library",
      ["glibc 2.34 or newer and libsqlite3.so.0"],
    ],
    ["musl", [makeCell({ linkage: musl })], "musl", ["musl (as on Alpine)"]],
    [
      "two C libraries",
      [makeCell({ linkage: dynamic }), makeCell({ package: "b", linkage: musl })],
      "dynamic",
      ["glibc 2.34 or newer", "musl (as on Alpine)"],
    ],
    [
      "an interpreter alone",
      [makeCell({ linkage: { ...dynamic, needed: [], libc: null, minGlibc: null, loaderOnly: true } })],
      "dynamic",
      ["/lib64/ld-linux-x86-64.so.2"],
    ],
    [
      "static and dynamic",
      [makeCell(), makeCell({ package: "b", kind: "dynamic" })],
      "glibc ≥ 2.34",
      ["glibc 2.34 or newer", "nothing (statically linked)"],
    ],
    ["system libraries", [makeCell({ kind: "system" })], "system libraries only", ["only libraries of the system"]],
    [
      "static, and libraries of the system elsewhere",
      [makeCell(), makeCell({ platform: "darwin/arm64", linkage: { ...linkageOf("system"), minOs: "13.0" } })],
      "system libraries only",
      ["macOS 13.0 or newer; only libraries of the system", "nothing (statically linked)"],
    ],
    [
      "a release of Windows that nobody knows by its number",
      [makeCell({ platform: "windows/amd64", linkage: { ...linkageOf("system"), minOs: "6.1" } })],
      "system libraries only",
      ["only libraries of the system"],
    ],
    [
      "a caveat",
      [makeCell({ findings: [makeFinding()] }), makeCell({ package: "b" })],
      "static, loads NSS",
      [
        "nothing (statically linked); caveat: static glibc still loads NSS plugins at run time",
        "nothing (statically linked)",
      ],
    ],
    [
      "a stub",
      [makeCell({ findings: [makeFinding({ kind: "stub" })] })],
      "static, stub?",
      ["nothing (statically linked); caveat: built without cgo: a stub replaces C code"],
    ],
    [
      "a program that does not start",
      [makeCell({ findings: [refused] }), makeCell({ package: "b" })],
      "does not start",
      ["it does not start", "nothing (statically linked)"],
    ],
    [
      "a regression, which is about the change and not about the file",
      [makeCell({ kind: "dynamic", findings: [regression] })],
      "glibc ≥ 2.34",
      ["glibc 2.34 or newer"],
    ],
    [
      "a failed build",
      [makeCell(), makeCell({ package: "b", status: "failed" })],
      "does not build",
      ["not known: it does not build", "nothing (statically linked)"],
    ],
    [
      "a skipped build",
      [makeCell(), makeCell({ package: "b", status: "skipped" })],
      "unknown",
      ["not known", "nothing (statically linked)"],
    ],
    ["a prediction", [makeCell({ status: "predicted", prediction: predicted })], "unknown", ["not known"]],
    [
      "a packed file",
      [makeCell(), makeCell({ package: "b", kind: "packed" })],
      "unknown",
      ["not known", "nothing (statically linked)"],
    ],
    ["an unreadable file", [makeCell({ kind: "unreadable" })], "unknown", ["not known"]],
    ["WebAssembly", [wasm], "WebAssembly", ["a WebAssembly runtime"]],
    [
      "WebAssembly beside a program",
      [wasm, makeCell()],
      "static",
      ["nothing (statically linked)", "a WebAssembly runtime"],
    ],
    [
      "a library",
      [makeCell({ linkage: { ...linkageOf("library"), needed: [] } })],
      "dynamic",
      ["a program that loads it"],
    ],
    ["nothing", [], "unknown", []],
  ];

describe("the badge", () => {
  it.each(rows)("%s", (_, cells, message) => {
    expect(badgeOf(makeReport({ cells }))).toMatchObject({ schemaVersion: 1, label: "linkage", message });
  });

  it("is unknown where the programs could not be listed, whatever was built", () => {
    const judgements = [{ kind: "build", outcome: "fail", target: null, message: "cannot be listed" }] as const;
    expect(badgeOf(makeReport({ judgements }))).toMatchObject({ message: "unknown" });
  });

  it("is green for what is static alone, and red with an error for what fails", () => {
    const colors = rows.map(
      ([, cells, message]) => [message.split(/[ ,]/)[0] ?? "", badgeOf(makeReport({ cells }))] as const,
    );
    for (const [word, { message, color, isError }] of colors) {
      expect(color === "brightgreen").toBe(message === "static");
      expect(color === "red").toBe(word === "does");
      expect(isError === true).toBe(word === "does");
    }
  });

  it("of a situation", () => {
    expect(Object.entries(situations).map(([name, make]) => `${name}: ${String(badgeOf(make()).message)}`))
      .toMatchInlineSnapshot(`
      [
        "all-static: static",
        "regression: glibc ≥ 2.34",
        "many-targets: glibc ≥ 2.34",
        "build-failures: does not build",
        "first-run: glibc ≥ 2.34",
        "single: glibc ≥ 2.34",
        "huge: glibc ≥ 2.34",
      ]
    `);
  });

  it("has the keys of an endpoint badge, and is short, whatever is in the report", () => {
    for (const text of Object.values(hostileTexts)) {
      const badge = badgeOf(hostileReport(text));
      expect(Object.keys(badge)).toEqual(["schemaVersion", "label", "message", "color", "isError"]);
      expect(badge.message).toBe("does not build");
    }
  });
});

/** The last cells of the rows. */
function requiresIn(markdown: string): string[] {
  return markdown
    .split("\n")
    .slice(2)
    .filter((line) => line.startsWith("|"))
    .map((line) => (line.split("|").at(-2) ?? "").trim().replaceAll("`", ""));
}

describe("the table for release notes", () => {
  it.each(rows.map(([name, cells, , requires]) => ({ name, cells, requires })))("$name", ({ cells, requires }) => {
    expect(requiresIn(renderSnippet(makeReport({ cells })))).toEqual(requires);
  });

  it("has a row for programs that require the same on the same platforms", () => {
    const cells = ["api", "ctl", "gui"].flatMap((name) =>
      ["linux/amd64", "linux/arm64"].map((platform) =>
        makeCell({ package: `example.com/${name}`, platform, kind: name === "gui" ? "dynamic" : "static" }),
      ),
    );
    expect(renderSnippet(makeReport({ cells }))).toMatchInlineSnapshot(`
      "| Program | Platform | Requires |
      | :- | :- | :- |
      | \`gui\` | \`linux/amd64\`, \`linux/arm64\` | glibc 2.34 or newer |
      | \`api\` and \`ctl\` | \`linux/amd64\`, \`linux/arm64\` | nothing (statically linked) |
      "
    `);
  });

  it("names the files of inspect", () => {
    const fileOf = (path: string): Cell =>
      makeCell({ strategy: null, artifact: { path, size: 1, sha256: null, format: "elf" } });
    expect(renderSnippet(makeReport({ ship: null, cells: [fileOf("dist/a"), fileOf("dist/b")] })))
      .toMatchInlineSnapshot(`
      "| File | Platform | Requires |
      | :- | :- | :- |
      | \`dist/a\` and \`dist/b\` | \`linux/amd64\` | nothing (statically linked) |
      "
    `);
  });

  it("says so where there is nothing", () => {
    expect(renderSnippet(makeReport({ cells: [] }))).toBe("No program was built.\n");
  });

  // What stands in a page whose texts are harmless.
  const known = new Set(elementsOf(renderLikeGitHub(renderSnippet(hostileReport("harmless")))));
  const texts = Object.entries(hostileTexts).map(([name, text]) => [name, sanitize(text)] as const);

  it.each(texts)("keeps hostile text as text: %s", (_, text) => {
    const html = renderLikeGitHub(renderSnippet(hostileReport(text)));
    expect(elementsOf(html).filter((element) => !known.has(element))).toEqual([]);
    const shown = html.replace(/<code[^>]*>[\s\S]*?<\/code>/g, "").replace(/<[^>]*>/g, "");
    expect(shown).not.toMatch(/(?:^|[\s(])@\w|www\.\w|:\/\/\w|#\d/);
    const widths = [...html.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = ""]) => row.match(/<t[hd]/g)?.length);
    expect(new Set(widths)).toEqual(new Set([3]));
  });
});
