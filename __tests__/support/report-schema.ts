import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { root } from "./root.ts";

/** docs/report.schema.json, held against every report that a test makes. */

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

export const schema = JSON.parse(readFileSync(join(root, "docs/report.schema.json"), "utf8")) as Fields;

/** The schema, but refusing the fields that it does not describe. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (!isFields(value)) return value;
  const entries = Object.entries(value).map(([name, item]) => [
    name,
    name === "additionalProperties" && item === true ? false : closed(item),
  ]);
  return Object.fromEntries(entries);
}

function compile(against: unknown): ValidateFunction {
  // strict: a misspelt keyword of the schema is an error here, and not a rule that silently never applies.
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false, allErrors: true });
  return ajv.compile(against as object);
}

const compiled = new Map<"open" | "closed", ValidateFunction>();

function validatorFor(form: "open" | "closed"): ValidateFunction {
  const known = compiled.get(form) ?? compile(form === "open" ? schema : closed(schema));
  compiled.set(form, known);
  return known;
}

/** What a report, as JSON has it, breaks of the schema; `closed` refuses the fields that the schema does not describe. */
export function brokenRules(report: unknown, form: "open" | "closed" = "closed"): string[] {
  const test = validatorFor(form);
  test(JSON.parse(JSON.stringify(report)));
  return (test.errors ?? []).map(({ instancePath, message = "", params }) => {
    const { additionalProperty: extra } = params as { additionalProperty?: string };
    return `${instancePath} ${message} ${extra ?? ""}`.trim();
  });
}

/** The report itself; throws when it is none by the schema. */
export function checked<T>(report: T): T {
  const broken = brokenRules(report);
  if (broken.length > 0) throw new Error(`a report breaks docs/report.schema.json:\n${broken.join("\n")}`);
  return report;
}
