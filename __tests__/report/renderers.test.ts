import { describe, expect, it } from "vitest";
import { annotationsOf } from "../../src/report/annotations.ts";
import { code, escapeText } from "../../src/text/markdown.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { outputsOf } from "../../src/report/outputs.ts";
import { formatSize, formatTime, oneLine, sanitize } from "../../src/text/text.ts";
import { makeCell, makeFinding, makeReport } from "../support/cells.ts";
import type { Cell } from "../../src/model/report.ts";

const hostile = "a|b`c`<script>alert(1)</script> @user ::error::x $O$ [x](http://e) **b**\n::set-output name=x::y";

describe("hostile text", () => {
  it.each([
    { name: "colour", text: "\u001b[31mred\u001b[0m", want: "red" },
    { name: "a title for the terminal", text: "\u001b]0;owned\u0007x", want: "x" },
    { name: "a carriage return", text: "static\rdynamic", want: "static\ndynamic" },
    { name: "a bell, a backspace and a C1 control", text: "a\u0007b\u0008c\u009bd", want: "a\uFFFDb\uFFFDc\uFFFDd" },
    { name: "text that runs backwards", text: "a\u202eb", want: "a\uFFFDb" },
    { name: "tabs and lines", text: "a\tb\nc", want: "a\tb\nc" },
  ])("sanitize takes out $name", ({ text, want }) => {
    expect(sanitize(text)).toBe(want);
  });

  it.each([
    { name: "plain", text: "libc.so.6", want: "`libc.so.6`" },
    { name: "a pipe", text: "a|b", want: "`a\\|b`" },
    { name: "backticks", text: "a`b``c", want: "```a`b``c```" },
    { name: "a backtick at the edge", text: "`a", want: "`` `a ``" },
    { name: "a line break", text: "a\n\nb", want: "`a b`" },
    { name: "nothing", text: "  ", want: "" },
  ])("a code span holds $name", ({ text, want }) => {
    expect(code(text)).toBe(want);
  });

  it("escaped text is no Markdown, no HTML, no mention and no link", () => {
    const text = escapeText(hostile);
    expect(text).not.toMatch(/<script|@user|(?<!\\)\*|(?<!\\)`|(?<!\\)\||:\/\/|\n/);
  });

  it("stays inside its table cell, its list item and its fence", () => {
    const cell = makeCell({
      package: `example.com/${hostile}`,
      status: "failed",
      reason: hostile,
      build: { ...makeCell().build, output: `${hostile}\n\`\`\`\n</details><b>` },
      findings: [makeFinding({ kind: "build-failed", level: "error", message: hostile })],
    });
    const dynamic = makeCell({ linkage: { ...makeCell({ kind: "dynamic" }).linkage, interpreter: hostile } as never });
    const text = renderMarkdown(
      makeReport({ cells: [cell, dynamic], verdict: { outcome: "fail", reason: hostile, judgements: [] } }),
    );
    const outside = text.replace(/^(`{3,})\w*\n[\s\S]*?^\1$/gm, "").replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, "");
    expect(outside).not.toContain("<script>");
    expect(outside).not.toContain("@user");
    expect(outside.match(/<details>/g)?.length).toBe(outside.match(/<\/details>/g)?.length);
    const widths = text
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .map((line) => line.match(/(?<!\\)\|/g)?.length);
    expect(new Set(widths).size).toBeLessThanOrEqual(2);
  });
});

describe("text for people", () => {
  it.each([
    [0, "0 B"],
    [1023, "1023 B"],
    [1024, "1 KiB"],
    [2_300_000, "2.2 MiB"],
  ])("%d bytes are %s", (bytes, text) => {
    expect(formatSize(bytes)).toBe(text);
  });

  it.each([
    [0, "0.0 s"],
    [849, "0.8 s"],
    [59_940, "59.9 s"],
    [59_990, "1 min 0 s"],
    [65_000, "1 min 5 s"],
    [119_800, "2 min 0 s"],
  ])("%d ms are %s", (ms, text) => {
    expect(formatTime(ms)).toBe(text);
  });

  it("one line is cut with a mark", () => {
    expect(oneLine(" a\n b ", 10)).toBe("a b");
    expect(oneLine("abcdef", 4)).toBe("abc…");
  });
});

describe("annotations", () => {
  it("are about the shipped strategy, say a thing once, and name its place", () => {
    const finding = makeFinding({ file: "cmd/app/main.go", line: 3 });
    const cells = [
      makeCell({ findings: [finding] }),
      makeCell({ platform: "linux/arm64", findings: [finding] }),
      makeCell({ strategy: "external", findings: [makeFinding({ message: "of another strategy" })] }),
      makeCell({ package: "example.com/b", findings: [makeFinding({ level: "info", message: "only information" })] }),
    ];
    expect(annotationsOf(makeReport({ cells }))).toEqual([
      {
        level: "warning",
        title: "Static glibc still loads NSS plugins at run time",
        message:
          "example.com/app/cmd/app linux/amd64, example.com/app/cmd/app linux/arm64 [default]: it loads NSS\nFix: use musl",
        file: "cmd/app/main.go",
        line: 3,
        column: null,
      },
    ]);
  });

  it("are at most eight and one note of the rest: GitHub drops what is over ten", () => {
    const cells = Array.from({ length: 25 }, (_, at) =>
      makeCell({ package: `example.com/${at}`, findings: [makeFinding({ message: `finding ${at}` })] }),
    );
    const all = annotationsOf(makeReport({ cells }));
    expect(all).toHaveLength(9);
    expect(all.at(-1)?.message).toBe("17 more problems in the job summary and in the JSON report");
    const last = makeCell({
      package: "example.com/z",
      findings: [makeFinding({ level: "error", message: "the worst" })],
    });
    expect(annotationsOf(makeReport({ cells: [...cells, last] }))[0]).toMatchObject({ level: "error" });
  });
});

describe("the places of annotations", () => {
  const target = { package: "example.com/app/cmd/app", platform: "linux/amd64", strategy: null, file: null };
  const judged = (kind: "build" | "policy" | "missing", message: string) =>
    ({ kind, outcome: "fail", target, message }) as const;
  const places = (report: Parameters<typeof annotationsOf>[0]): string[] =>
    annotationsOf(report).map(
      ({ file, line, column, title }) => `${file ?? "-"}:${line ?? "-"}:${column ?? "-"} ${title}`,
    );

  it("are all errors that the compiler names, with their columns, from the root of the repository", () => {
    const reason = "./main.go:3:5: undefined: x";
    const finding = makeFinding({
      kind: "build-failed",
      level: "error",
      message: reason,
      file: "cmd/app/main.go",
      line: 3,
      column: 5,
    });
    const other = { ...finding, message: "undefined: y", file: "cmd/app/other.go", line: 7, column: 2 };
    const elsewhere = makeFinding({ kind: "build-failed", level: "error", message: "/go/x.go:1:1: undefined: z" });
    const findings = [finding, other, elsewhere];
    const cell = makeCell({ status: "failed", reason, findings });
    const judgements = [judged("build", `does not build with default: ${reason}`)];
    const report = makeReport({ cells: [cell], judgements, folder: "services/api" });
    expect(places(report)).toEqual([
      "services/api/cmd/app/main.go:3:5 Does not build",
      "services/api/cmd/app/other.go:7:2 Does not build",
    ]);
    expect(annotationsOf(report).at(-1)?.message).toBe("undefined: y");
  });

  it("of a rule of the input is the import that makes it dynamic, and of a file of inspect the file", () => {
    const user = { package: "net", chain: ["example.com/app/cmd/app", "net"], file: "cmd/app/main.go", line: 5 };
    const finding = makeFinding({ kind: "policy", level: "error", message: "is dynamic" });
    const cell = makeCell({ kind: "dynamic", cgo: [user], findings: [finding] });
    expect(places(makeReport({ cells: [cell], judgements: [judged("policy", "is dynamic")] }))).toEqual([
      "cmd/app/main.go:5:- Policy violation",
    ]);
    const artifact = { path: "dist/app", size: 1, sha256: null, format: "elf" };
    const file = makeCell({ kind: "dynamic", strategy: null, artifact, findings: [finding] });
    const of = { ...judged("policy", "is dynamic"), target: { ...target, file: "dist/app" } };
    expect(places(makeReport({ ship: null, cells: [file], judgements: [of] }))).toEqual([
      "dist/app:1:- Policy violation",
    ]);
  });

  it("are nowhere for what was removed", () => {
    const gone = { ...judged("missing", "was removed"), target: { ...target, package: "example.com/gone" } };
    expect(places(makeReport({ judgements: [gone] }))).toEqual(["-:-:- A program was removed"]);
  });
});

describe("outputs", () => {
  const recommend = (strategy: string | null, name = "app") => ({
    package: `example.com/app/cmd/${name}`,
    platform: "linux/amd64",
    strategy,
    why: "",
    command: null,
    forms: null,
  });

  it.each([
    { name: "one target", names: ["musl"], cells: [makeCell({ strategy: "musl" })], want: "musl" },
    {
      name: "a target that is static as it is goes along",
      names: ["default", "cgo-disabled"],
      cells: [makeCell({ strategy: "cgo-disabled" }), makeCell({ strategy: "cgo-disabled", package: "b" })],
      want: "cgo-disabled",
    },
    {
      name: "the heavier one does not fit the other",
      names: ["cgo-disabled", "musl"],
      cells: [makeCell({ strategy: "musl" }), makeCell({ strategy: "musl", package: "b", kind: "dynamic" })],
      want: "",
    },
    { name: "one target has none", names: ["musl", null], cells: [makeCell({ strategy: "musl" })], want: "" },
    { name: "nothing at all", names: [], cells: [], want: "" },
  ])("recommended-strategy: $name", ({ names, cells, want }) => {
    const recommendation = names.map((name, at) => recommend(name, String(at)));
    expect(outputsOf(makeReport({ cells, recommendation }))["recommended-strategy"]).toBe(want);
  });

  it("all-static is about what ships, the counts about everything", () => {
    const cells = [
      makeCell(),
      makeCell({ strategy: "netgo", kind: "dynamic" }),
      makeCell({ strategy: "musl", status: "skipped" }),
    ];
    expect(outputsOf(makeReport({ cells }))).toMatchObject({
      "all-static": "true",
      "static-count": "1",
      "dynamic-count": "1",
      "failed-count": "0",
      "total-count": "3",
    });
    const others = cells.map((cell): Cell => ({ ...cell, role: cell.strategy === "netgo" ? "ships" : "compared" }));
    expect(outputsOf(makeReport({ cells: others, ship: "netgo" }))["all-static"]).toBe("false");
    expect(outputsOf(makeReport({ cells: [] }))["all-static"]).toBe("false");
  });
});

describe("the size beside that of the base commit", () => {
  const base = { ...makeCell(), unchanged: false, change: null, from: "build" } as const;
  const sized = (size: number, before: number | null, given: Partial<Cell> = {}): Cell =>
    makeCell({
      ...given,
      artifact: { path: null, size, sha256: null, format: "elf" },
      base: { ...base, size: before },
    });
  const mib = (count: number): number => count * 1024 * 1024;
  const sizesIn = (cells: readonly Cell[]): string[] =>
    renderMarkdown(makeReport({ cells }))
      .split("\n")
      .flatMap((line) => /[|] ([^|]*(?:iB|\d B)[^|]*) [|]$/.exec(line)?.[1] ?? []);

  it.each([
    [mib(5.5), mib(5.2), "5.5 MiB (+0.3)"],
    [mib(5.2), mib(5.5), "5.2 MiB (−0.3)"],
    [mib(5.5), mib(5.49), "5.5 MiB"],
    [mib(5.5), mib(5.5), "5.5 MiB"],
    [mib(5.5), null, "5.5 MiB"],
    [mib(1.5), 900 * 1024, "1.5 MiB (+0.6)"],
    [900 * 1024, mib(1.5), "900 KiB (−636)"],
    [500, 400, "500 B (+100)"],
  ])("of %d bytes, %d before: %s", (size, before, text) => {
    expect(sizesIn([sized(size, before), makeCell({ package: "example.com/other", artifact: null })])).toEqual([text]);
  });

  it("of several platforms is only what has changed", () => {
    const both = ["linux/amd64", "linux/arm64"];
    const cells = [
      ...both.map((platform, at) => sized(mib(6 + at), mib(5.5), { package: "a/api", platform })),
      ...both.map((platform) => sized(mib(5), null, { package: "a/ctl", platform })),
    ];
    expect(sizesIn(cells)).toEqual(["+0.5 MiB to +1.5 MiB"]);
    expect(sizesIn(cells.filter(({ package: path }) => path.endsWith("/ctl")))).toEqual([]);
  });
});

describe("many targets", () => {
  const cells = ["api", "ctl", "worker"].flatMap((name) =>
    ["linux/amd64", "linux/arm64"].flatMap((platform) =>
      ["default", "cgo-disabled", "external"].map((strategy) =>
        makeCell({
          package: `example.com/app/cmd/${name}`,
          platform,
          strategy,
          ...(name === "worker" && strategy === "default" && platform === "linux/amd64"
            ? { kind: "dynamic" as const }
            : {}),
          ...(strategy === "external" && platform === "linux/arm64"
            ? { status: "skipped" as const, reason: "no C compiler for linux/arm64" }
            : {}),
        }),
      ),
    ),
  );
  const recommendation = [...new Set(cells.map((cell) => `${cell.package} ${cell.platform}`))].map((target) => {
    const [path = "", platform = ""] = target.split(" ");
    return {
      package: path,
      platform,
      strategy: "cgo-disabled",
      why: "it is static and needs no C compiler",
      command: null,
      forms: null,
    };
  });
  const report = makeReport({
    cells,
    recommendation,
    verdict: {
      outcome: "fail",
      reason: "worker on linux/amd64 is dynamic with default, and require: static is set",
      judgements: [],
    },
  });

  it("as Markdown: what ships first, the rest folded", async () => {
    await expect(renderMarkdown(report)).toMatchFileSnapshot("../golden/many-targets.md");
  });
});
