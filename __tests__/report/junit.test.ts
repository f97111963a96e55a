import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderJunit } from "../../src/report/junit.ts";
import { sanitize } from "../../src/text/text.ts";
import { renderXml } from "../../src/text/xml.ts";
import { makeCell, makeFinding, makeReport } from "../support/cells.ts";
import { hostileReport, hostileTexts } from "../support/hostile.ts";
import { brokenJunitRules, casesOf, countedBy, parseXml, type Tag } from "../support/junit.ts";
import { situations } from "../support/situations.ts";
import type { Report, Cell } from "../../src/model/report.ts";
import type { Judgement } from "../../src/model/verdict.ts";

/** A case in one line: its name and what came of it. */
function told({ attributes, children }: Tag): string {
  const result = children.find(({ name }) => name !== "system-out");
  const { type, message } = result?.attributes ?? {};
  return [attributes.name, ...(result === undefined ? ["passed"] : [result.name, type, message])]
    .join("; ")
    .replaceAll("; ;", ";");
}

function casesIn(report: Report): Tag[] {
  return casesOf(parseXml(renderJunit(report)).children);
}

const target = { package: "example.com/app/cmd/app", platform: "linux/amd64", strategy: null, file: null };

function judged(given: Partial<Judgement>): Judgement {
  const message = "is dynamic, and the policy asks for static";
  return { target, outcome: "fail", kind: "policy", message, ...given };
}

describe("JUnit of the situations", () => {
  it.each(Object.entries(situations))("%s has the form of JUnit, with the right totals", (_, make) => {
    expect(brokenJunitRules(parseXml(renderJunit(make())))).toEqual([]);
  });

  it.each(Object.entries(situations))("%s is red just when the verdict fails", (_, make) => {
    const report = make();
    const bad = casesIn(report).filter(({ children }) => children.some(({ name }) => /^(?:failure|error)$/.test(name)));
    expect(bad.length).toBe(report.verdict.judgements.filter(({ outcome }) => outcome === "fail").length);
    expect(bad.length > 0).toBe(report.verdict.outcome === "fail");
  });

  it.each(Object.entries(situations))("%s: its readers see the same cases", async (_, make) => {
    const text = renderJunit(make());
    const { attributes } = parseXml(text);
    const failed = Number(attributes.failures) + Number(attributes.errors);
    const counts = { tests: Number(attributes.tests), failed, skipped: Number(attributes.skipped) };
    expect(await countedBy(text)).toEqual({ junit2json: counts, "test-results-parser": counts });
  });

  it.each(["regression", "build-failures"] as const)("%s: as it was reviewed", async (name) => {
    await expect(renderJunit(situations[name]())).toMatchFileSnapshot(`../golden/junit-${name}.xml`);
  });
});

const skipped: Partial<Cell> = { status: "skipped", reason: "musl-gcc is not installed" };
const failed: Partial<Cell> = {
  status: "failed",
  reason: "undefined: x",
  findings: [makeFinding({ kind: "build-failed", level: "error" })],
};
const prediction = {
  mode: "external",
  linkage: "dynamic",
  loaderOnly: false,
  certainty: "certain",
  reasons: [],
  because: "net uses cgo",
  unseen: [],
  agrees: null,
} as unknown as NonNullable<Cell["prediction"]>;

describe("a case", () => {
  it.each<{ name: string; cell: Partial<Parameters<typeof makeCell>[0]>; judgements?: Judgement[]; says: string }>([
    { name: "static", cell: {}, says: "linux/amd64 [default]; passed" },
    { name: "dynamic, which nobody forbids", cell: { kind: "dynamic" }, says: "linux/amd64 [default]; passed" },
    {
      name: "against the policy",
      cell: { kind: "dynamic", findings: [makeFinding({ kind: "policy", level: "error" })] },
      judgements: [judged({})],
      says: "linux/amd64 [default]; failure; policy; is dynamic, and the policy asks for static",
    },
    {
      name: "against the policy, where that only warns",
      cell: { kind: "dynamic", findings: [makeFinding({ kind: "policy" })] },
      judgements: [judged({ outcome: "warn" })],
      says: "linux/amd64 [default]; passed",
    },
    {
      name: "broken, with the finding that breaks it",
      cell: { findings: [makeFinding({ kind: "crash-at-start", level: "error" })] },
      judgements: [judged({ kind: "build", message: "is broken" })],
      says: "linux/amd64 [default]; failure; crash-at-start; is broken",
    },
    {
      name: "of a build that failed",
      cell: failed,
      judgements: [judged({ kind: "build", message: "does not build" })],
      says: "linux/amd64 [default]; error; build-failed; does not build",
    },
    {
      name: "of a build that failed on the base as well",
      cell: failed,
      judgements: [judged({ kind: "build", outcome: "warn", message: "does not build; nor did the base commit" })],
      says: "linux/amd64 [default]; skipped; does not build; nor did the base commit",
    },
    {
      name: "of a build that does not ship and failed",
      cell: { ...failed, strategy: "external" },
      says: "linux/amd64 [external]; skipped; does not build, but default is what ships: undefined: x",
    },
    {
      name: "that was skipped",
      cell: { ...skipped, strategy: "musl" },
      says: "linux/amd64 [musl]; skipped; musl-gcc is not installed",
    },
    {
      name: "that was skipped although it ships",
      cell: skipped,
      judgements: [judged({ message: "was not built" })],
      says: "linux/amd64 [default]; failure; policy; was not built",
    },
    {
      name: "of another target",
      cell: {},
      judgements: [judged({ target: { ...target, platform: "linux/arm64" } })],
      says: "linux/amd64 [default]; passed",
    },
    {
      name: "that was predicted",
      cell: { status: "predicted", linkage: null, prediction },
      says: "linux/amd64 [default]; passed",
    },
  ])("$name", ({ cell, judgements = [], says }) => {
    expect(casesIn(makeReport({ cells: [makeCell(cell)], judgements })).map(told)).toEqual([says]);
  });

  it("of a strategy that does not ship says that it only informs", () => {
    const cells = [makeCell(), makeCell({ strategy: "netgo", kind: "dynamic" })];
    const [, other] = casesIn(makeReport({ cells }));
    expect(other?.children.map(({ name, text }) => `${name}: ${text}`).join()).toMatch(
      /^system-out: Information only: default is what ships\.\nLinkage: dynamic/,
    );
  });

  it("of files that something else built fails by the file", () => {
    const cells = ["a", "b"].map((path) =>
      makeCell({ strategy: null, kind: "dynamic", artifact: { path, size: 1, sha256: null, format: "elf" } }),
    );
    const report = makeReport({ ship: null, cells, judgements: [judged({ target: { ...target, file: "b" } })] });
    expect(casesIn(report).map(told)).toEqual([
      "linux/amd64 [a]; passed",
      "linux/amd64 [b]; failure; policy; is dynamic, and the policy asks for static",
    ]);
  });

  it("stands for what is gone, and for the run as a whole", () => {
    const place = { ...target, package: "example.com/gone" };
    const gone = judged({ target: place, kind: "missing", message: "was removed; the base commit builds it" });
    const whole = judged({ target: null, kind: "baseline", message: "nothing could be compared" });
    const judgements = [
      gone,
      judged({ ...gone, target: { ...place, platform: "linux/arm64" }, outcome: "warn" }),
      whole,
      { ...whole, outcome: "warn" as const },
    ];
    const report = makeReport({ cells: [], judgements });
    expect(brokenJunitRules(parseXml(renderJunit(report)))).toEqual([]);
    expect(casesIn(report).map(told)).toEqual([
      "linux/amd64 [default]; failure; missing; was removed; the base commit builds it",
      "linux/arm64 [default]; skipped; was removed; the base commit builds it",
      "the run as a whole, 1; failure; gate; nothing could be compared",
      "the run as a whole, 2; passed",
    ]);
  });

  it("says cause, fix, what it was, and what failed builds wrote", () => {
    const [failure] = casesIn(situations.regression()).flatMap(({ children }) =>
      children.filter(({ name }) => name === "failure"),
    );
    expect(failure?.text).toMatch(
      /^regression: is now dynamic[^]*\nAt: internal\/store\/db\.go:9\nFix: build[^]*\nBefore \(4f1c2e9a7b\): static\nNow: dynamic/,
    );
    const [error] = casesIn(situations["build-failures"]()).flatMap(({ children }) =>
      children.filter(({ name }) => name === "error"),
    );
    expect(error?.text).toMatch(/Now: failed[^]*compilation terminated\.$/);
  });
});

/** Everything that a parser hands out of a document. */
function textsOf({ attributes, text, children }: Tag): string[] {
  return [...Object.values(attributes), text, ...children.flatMap(textsOf)];
}

function shapeOf({ name, children }: Tag): unknown {
  return [name, ...children.map(shapeOf)];
}

describe("hostile text", () => {
  const harmless = shapeOf(parseXml(renderJunit(hostileReport("harmless"))));

  it.each(Object.entries(hostileTexts))("%s stays text", async (_, text) => {
    const rendered = renderJunit(hostileReport(text));
    const root = parseXml(rendered);
    expect(shapeOf(root)).toEqual(harmless);
    expect(brokenJunitRules(root)).toEqual([]);
    // The document is UTF-8, and says so.
    expect(Buffer.from(rendered).toString()).toBe(rendered);
    const plain = sanitize(text).replaceAll(/[\ufffe\uffff]/g, "\ufffd");
    expect(textsOf(root).filter((each) => each.includes(plain.slice(0, 400).trim())).length).toBeGreaterThan(5);
    const { junit2json } = await countedBy(rendered);
    expect(junit2json.tests).toBe(Number(root.attributes.tests));
  });

  it("any text comes back from XML as it was, but for what XML cannot hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary", minLength: 1 }), (value, content) => {
        const plain = (text: string): string => sanitize(text).replaceAll(/[\ufffe\uffff]/g, "\ufffd");
        const { attributes, text } = parseXml(renderXml({ name: "a", attributes: { value }, content }));
        expect([attributes.value, text]).toEqual([plain(value), plain(content)]);
      }),
      { numRuns: 2000 },
    );
  });

  it("any code units make a document that is well-formed", () => {
    const units = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(units, (text) => {
        const document = renderXml({ name: "a", attributes: { text }, content: text });
        expect(parseXml(Buffer.from(document).toString()).name).toBe("a");
      }),
      { numRuns: 2000 },
    );
  });
});
