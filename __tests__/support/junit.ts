import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "junit2json";
import { SaxesParser } from "saxes";
import { parseV2 } from "test-results-parser";

/** JUnit XML as others read it: a strict parser of XML, and two readers of test results. */

export type Tag = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Tag[];
  text: string;
};

/** The root of a document that is well-formed by XML 1.0; throws at the first mistake. */
export function parseXml(text: string): Tag {
  const parser = new SaxesParser();
  const open: Tag[] = [{ name: "", attributes: {}, children: [], text: "" }];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new Error("a document type, which nobody needs");
  });
  parser.on("opentag", ({ name, attributes }) => {
    const tag: Tag = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(tag);
    open.push(tag);
  });
  parser.on("text", (piece) => {
    const tag = open.at(-1);
    if (tag !== undefined) tag.text += piece;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(text).close();
  const [root] = open[0]?.children ?? [];
  if (root === undefined) throw new Error("a document without a root");
  return root;
}

/** What may stand where, in the words that Jenkins' and Ant's schemas have in common. */
const allowed: Readonly<
  Record<string, { readonly attributes: readonly string[]; readonly children: readonly string[] }>
> = {
  testsuites: { attributes: ["name", "tests", "failures", "errors", "skipped", "time"], children: ["testsuite"] },
  testsuite: { attributes: ["name", "tests", "failures", "errors", "skipped", "time"], children: ["testcase"] },
  testcase: {
    attributes: ["classname", "name", "time"],
    children: ["skipped", "error", "failure", "system-out"],
  },
  failure: { attributes: ["type", "message"], children: [] },
  error: { attributes: ["type", "message"], children: [] },
  skipped: { attributes: ["message"], children: [] },
  "system-out": { attributes: [], children: [] },
};

/** What a document breaks of the form, and where its totals are wrong. */
export function brokenJunitRules(root: Tag): string[] {
  const broken: string[] = root.name === "testsuites" ? [] : [`the root is ${root.name}`];
  const visit = ({ name, attributes, children }: Tag): void => {
    const rule = allowed[name];
    const missing = rule?.attributes.filter((each) => attributes[each] === undefined) ?? [];
    const extra = Object.keys(attributes).filter((each) => rule?.attributes.includes(each) !== true);
    const strangers = children.filter((each) => rule?.children.includes(each.name) !== true);
    for (const what of [...missing, ...extra, ...strangers.map((each) => each.name)]) broken.push(`${name}: ${what}`);
    if (!/^\d+\.\d{3}$/.test(attributes.time ?? "0.000")) broken.push(`${name}: time ${attributes.time ?? ""}`);
    if (name === "testcase" && children.filter((each) => each.name !== "system-out").length > 1)
      broken.push("a case with two outcomes");
    if (name.startsWith("testsuite")) broken.push(...wrongTotals(attributes, casesOf(children)));
    children.forEach(visit);
  };
  visit(root);
  return broken;
}

function wrongTotals(attributes: Tag["attributes"], cases: readonly Tag[]): string[] {
  const count = (outcome: string): number =>
    cases.filter(({ children }) => children.some(({ name }) => name === outcome)).length;
  const totals = { tests: cases.length, failures: count("failure"), errors: count("error"), skipped: count("skipped") };
  return Object.entries(totals)
    .filter(([name, total]) => attributes[name] !== String(total))
    .map(([name, total]) => `${name} is ${attributes[name] ?? "missing"}, and should be ${total}`);
}

export function casesOf(tags: readonly Tag[]): Tag[] {
  return tags.flatMap((tag) => (tag.name === "testcase" ? [tag] : casesOf(tag.children)));
}

export type Counts = Readonly<Record<"tests" | "failed" | "skipped", number>>;

/** How many tests, failures (with errors) and skipped ones each of the readers sees. */
export async function countedBy(text: string): Promise<Readonly<Record<"junit2json" | "test-results-parser", Counts>>> {
  const suites = (await parse(text)) as { readonly testsuite?: readonly { readonly testcase?: readonly object[] }[] };
  const cases = (suites.testsuite ?? []).flatMap(({ testcase }) => testcase ?? []);
  const bad = cases.filter((each) => "failure" in each || "error" in each);
  const dir = mkdtempSync(join(tmpdir(), "junit-"));
  try {
    writeFileSync(join(dir, "report.xml"), text);
    const { result, errors } = parseV2({ type: "junit", files: [join(dir, "report.xml")] });
    if (errors.length > 0) throw new Error(errors.join("\n"));
    const seen = result.suites.flatMap((suite) => suite.cases);
    return {
      junit2json: {
        tests: cases.length,
        failed: bad.length,
        skipped: cases.filter((each) => "skipped" in each).length,
      },
      "test-results-parser": {
        tests: seen.length,
        failed: seen.filter(({ status }) => status === "FAIL").length,
        skipped: seen.filter(({ status }) => status === "SKIP").length,
      },
    };
  } finally {
    rmSync(dir, { recursive: true });
  }
}
