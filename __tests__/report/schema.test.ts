import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, expect, it } from "vitest";
import { catalog } from "../../src/explain/catalog.ts";
import { strategies } from "../../src/plan/strategies.ts";
import { goLinkage, root } from "../support/cli.ts";
import { describeWith } from "../support/tools.ts";

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const schema = JSON.parse(readFileSync(join(root, "docs/report.schema.json"), "utf8")) as { [name: string]: Json };

function validate(report: Json, against: { [name: string]: Json } = schema): string[] {
  // strict: a misspelt keyword of the schema is an error here, and not a rule that silently never applies.
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false, allErrors: true });
  const test = ajv.compile(against);
  test(report);
  return (test.errors ?? []).map(({ instancePath, message, params }) => {
    const extra: unknown = params["additionalProperty"] ?? "";
    return `${instancePath} ${message ?? ""} ${typeof extra === "string" ? extra : ""}`.trim();
  });
}

/** Every object of the schema with fixed fields, refusing what it does not describe. */
function closed(value: Json): Json {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [
    name,
    name === "additionalProperties" && item === true ? false : closed(item),
  ]);
  return Object.fromEntries(entries) as Json;
}

function at(value: Json | undefined, path: readonly (string | number)[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (found, key) =>
      typeof found === "object" && found !== null ? (found as { [name: string]: Json })[key] : undefined,
    value,
  );
}

/** A copy in which one value is another one, or, with undefined, is gone. */
function broken(report: Json, path: readonly (string | number)[], value: Json | undefined): Json {
  const copy = structuredClone(report);
  const parent = at(copy, path.slice(0, -1));
  const key = path.at(-1) ?? "";
  if (typeof parent !== "object" || parent === null || !(key in parent)) throw new Error(`no ${path.join(".")}`);
  if (value === undefined) Reflect.deleteProperty(parent, key);
  else Reflect.set(parent, key, value);
  return copy;
}

describeWith(["go", "gcc"], "docs/report.schema.json", () => {
  let report: Json;

  beforeAll(async () => {
    const examples = ["./examples/resolver", "./examples/bindings"];
    const { stdout, stderr } = await goLinkage(["check", ...examples, "--strategies", "all", "--json"]);
    expect(stdout, stderr).not.toBe("");
    report = JSON.parse(stdout) as Json;
  });

  it("accepts what the command line prints", () => {
    expect(validate(report)).toEqual([]);
    // Among them built ones and one that was skipped, so that both forms of a cell were seen.
    const cells = at(report, ["cells"]) as { status: string }[];
    expect(cells).toHaveLength(2 * strategies.length);
    expect(new Set(cells.map(({ status }) => status))).toEqual(new Set(["built", "skipped"]));
  });

  it("accepts a failed build and a file that cannot be judged", async () => {
    const flags = ["--strategies=default", "--json"];
    const failed = await goLinkage(["./examples/bindings", "--flags=-ldflags=-linkmode=internal", ...flags]);
    expect(at(JSON.parse(failed.stdout) as Json, ["cells", 0, "status"])).toBe("failed");
    expect(validate(JSON.parse(failed.stdout) as Json)).toEqual([]);
    const foreign = await goLinkage(["./examples/pure", "--platforms=wasip1/wasm", ...flags]);
    expect(at(JSON.parse(foreign.stdout) as Json, ["cells", 0, "linkage", "kind"])).toBe("unreadable");
    expect(validate(JSON.parse(foreign.stdout) as Json)).toEqual([]);
  });

  it("describes every field that is printed", () => {
    expect(validate(report, closed(schema) as { [name: string]: Json })).toEqual([]);
  });

  it("takes a field that it does not know, as later versions may add some", () => {
    expect(validate({ ...(report as object), later: 1 })).toEqual([]);
  });

  // The first cell is bindings, default: dynamic, linked by the C compiler.
  it.each<{ name: string; path: (string | number)[]; value: Json | undefined; says: string }>([
    { name: "another schema version", path: ["schemaVersion"], value: 2, says: "/schemaVersion" },
    { name: "no verdict", path: ["verdict"], value: undefined, says: "'verdict'" },
    { name: "an unknown verdict", path: ["verdict", "outcome"], value: "ok", says: "/verdict/outcome" },
    { name: "no cells", path: ["cells"], value: [], says: "/cells" },
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
    expect(validate(broken(report, path, value)).join("\n")).toContain(says);
  });
});

it("the schema lists just the findings that there are", () => {
  const kinds = at(schema, ["$defs", "cell", "properties", "findings", "items", "properties", "kind", "enum"]);
  expect(kinds).toEqual(Object.keys(catalog).toSorted());
});

it("the schema describes every field in a sentence", () => {
  const silent: string[] = [];
  const visit = (value: Json, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    if (!Array.isArray(value) && typeof value["properties"] === "object" && !/\/(if|then|else)\b/.test(path)) {
      for (const [name, field] of Object.entries(value["properties"] as { [name: string]: { [name: string]: Json } })) {
        const described = typeof field["$ref"] === "string" || /[a-z].*\.$/.test(String(field["description"]));
        if (!described) silent.push(`${path}/${name}`);
      }
    }
    for (const [name, item] of Object.entries(value)) visit(item, `${path}/${name}`);
  };
  visit(schema, "");
  expect(silent).toEqual([]);
});
