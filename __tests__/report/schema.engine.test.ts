import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { strategies } from "../../src/go/strategies.ts";
import { renderJson } from "../../src/report/make-report.ts";
import { plainEnvironment, runReport } from "../support/engine.ts";
import { hostileReport, hostileTexts } from "../support/hostile.ts";
import { brokenRules, type Fields, isFields, schema } from "../support/report-schema.ts";
import { root } from "../support/root.ts";
import { situations } from "../support/situations.ts";
import { describeWith } from "../support/tools.ts";
import type { Inputs } from "../../src/config/inputs.ts";

describe("the reports of the tests", () => {
  it.each(Object.entries(situations))("%s", (_, make) => {
    expect(brokenRules(make())).toEqual([]);
  });

  it.each(Object.entries(hostileTexts))("hostile: %s", (_, text) => {
    expect(brokenRules(hostileReport(text))).toEqual([]);
  });
});

type Path = readonly (string | number)[];

function at(value: unknown, path: Path): unknown {
  return path.reduce((found, key) => (isFields(found) ? found[key] : undefined), value);
}

/** A copy in which one value is another one, or, with undefined, is gone. */
function broken(report: unknown, path: Path, value: unknown): unknown {
  const copy = structuredClone(report);
  const parent = at(copy, path.slice(0, -1));
  const key = path.at(-1) ?? "";
  if (!isFields(parent) || !(key in parent)) throw new Error(`no ${path.join(".")}`);
  if (value === undefined) Reflect.deleteProperty(parent, key);
  else Reflect.set(parent, key, value);
  return copy;
}

/** What the command line prints with --json. */
async function reportOf(inputs: Partial<Inputs>): Promise<unknown> {
  return JSON.parse(renderJson(await runReport({ "working-directory": root, ...inputs }, plainEnvironment())));
}

it("accepts a report on files that something else built, and describes all of it", async () => {
  const binaries = [process.execPath, join(root, "README.md")].join("\n");
  expect(brokenRules(await reportOf({ mode: "inspect", binaries }))).toEqual([]);
});

describeWith(["go", "gcc"], "docs/report.schema.json", () => {
  let report: unknown;

  beforeAll(async () => {
    report = await reportOf({ packages: "./examples/bindings", strategies: "all" });
  });

  it("accepts what the command line prints", () => {
    expect(brokenRules(report)).toEqual([]);
    // Among them built ones and one that was skipped, so that both forms of a cell were seen.
    const cells = at(report, ["cells"]) as { status: string }[];
    expect(cells).toHaveLength(strategies.length);
    expect(new Set(cells.map(({ status }) => status))).toEqual(new Set(["built", "skipped"]));
  });

  it("accepts a build that failed", async () => {
    const failed = await reportOf({
      packages: "./examples/bindings",
      strategies: "default",
      flags: "-ldflags=-extldflags=-lnosuch",
    });
    expect(at(failed, ["cells", 0, "status"])).toBe("failed");
    expect(brokenRules(failed)).toEqual([]);
  });

  it("accepts a file without a linkage", async () => {
    const module = await reportOf({ packages: "./examples/pure", strategies: "default", platforms: "wasip1/wasm" });
    expect(at(module, ["cells", 0, "linkage"])).toBeNull();
    expect(brokenRules(module)).toEqual([]);
  });

  it("accepts a file that cannot be judged", async () => {
    const foreign = await reportOf({ packages: "./examples/pure", strategies: "default", platforms: "plan9/amd64" });
    expect(at(foreign, ["cells", 0, "linkage", "kind"])).toBe("unreadable");
    expect(brokenRules(foreign)).toEqual([]);
  });

  it("describes every field that is printed", () => {
    expect(brokenRules(report)).toEqual([]);
  });

  it("takes a field that it does not know, as later versions may add some", () => {
    expect(brokenRules({ ...(report as Fields), later: 1 }, "open")).toEqual([]);
  });

  // The first cell is bindings, default: dynamic, linked by the C compiler.
  it.each<{ name: string; path: Path; value: unknown; says: string }>([
    { name: "another schema version", path: ["schemaVersion"], value: 2, says: "/schemaVersion" },
    { name: "no verdict", path: ["verdict"], value: undefined, says: "'verdict'" },
    { name: "an unknown verdict", path: ["verdict", "outcome"], value: "ok", says: "/verdict/outcome" },
    { name: "a cell without linkage", path: ["cells", 0, "linkage"], value: undefined, says: "'linkage'" },
    {
      name: "a built cell whose linkage is null",
      path: ["cells", 0, "linkage"],
      value: null,
      says: "/cells/0/linkage",
    },
    { name: "a built cell with a reason", path: ["cells", 0, "reason"], value: "no", says: "/cells/0/reason" },
    { name: "a skipped cell with an artifact", path: ["cells", 0, "status"], value: "skipped", says: "/artifact" },
    {
      name: "an unknown kind of linkage",
      path: ["cells", 0, "linkage", "kind"],
      value: "mostly",
      says: "/linkage/kind",
    },
    {
      name: "unreadable without a reason",
      path: ["cells", 0, "linkage", "kind"],
      value: "unreadable",
      says: "/linkage/reason",
    },
    { name: "dynamic with a reason", path: ["cells", 0, "linkage", "reason"], value: "no", says: "/linkage/reason" },
    { name: "a size in words", path: ["cells", 0, "artifact", "size"], value: "1.8 MiB", says: "/artifact/size" },
    { name: "a digest that is none", path: ["cells", 0, "artifact", "sha256"], value: "abc", says: "/artifact/sha256" },
    {
      name: "a command line in one string",
      path: ["cells", 0, "build", "argv"],
      value: "go build",
      says: "/build/argv",
    },
    { name: "a variable that is a number", path: ["cells", 0, "build", "env"], value: { A: 1 }, says: "/build/env/A" },
    { name: "an unknown finding", path: ["cells", 0, "findings", 0, "kind"], value: "odd", says: "/findings/0/kind" },
    { name: "line 0", path: ["cells", 0, "cgo", 0, "line"], value: 0, says: "/cgo/0/line" },
    {
      name: "no command",
      path: ["recommendation", 0, "command"],
      value: undefined,
      says: "'command'",
    },
  ])("refuses $name", ({ path, value, says }) => {
    expect(brokenRules(broken(report, path, value)).join("\n")).toContain(says);
  });
});

it("the schema describes every field in a sentence", () => {
  const silent: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (!isFields(value)) return;
    const { properties } = value;
    for (const [name, field] of Object.entries(isFields(properties) ? properties : {})) {
      const description = at(field, ["description"]) ?? "";
      const described = at(field, ["$ref"]) !== undefined || /^.+\.$/.test(description as string);
      if (!described) silent.push(`${path}/properties/${name}`);
    }
    // Conditions repeat fields that are described elsewhere.
    for (const [name, item] of Object.entries(value)) {
      if (!["if", "then", "else", "allOf"].includes(name)) visit(item, `${path}/${name}`);
    }
  };
  visit(schema, "");
  expect(silent).toEqual([]);
});
