import { type JsonSchema, toJsonSchema } from "@valibot/to-json-schema";
import { format, resolveConfig } from "prettier";
import { join } from "node:path";
import { configSchema } from "../../src/config/config-schema.ts";
import { root } from "./cli.ts";

const heads = { $id: "urn:go-linkage:config:1", title: "go-linkage config and policy" };

/** docs/config.schema.json as it has to be: what the parser of the config file accepts, as far as a JSON schema can say it. */
export async function renderConfigSchema(): Promise<string> {
  const { $schema, ...schema } = toJsonSchema(configSchema, {
    target: "draft-2020-12",
    // What is checked by a function is left out.
    errorMode: "ignore",
    overrideSchema: ({ valibotSchema: { type }, jsonSchema }) => {
      if (type === "nullish") return withNull(jsonSchema);
      if (type === "picklist") return asWords(jsonSchema);
      return type === "strict_object" && jsonSchema.required?.length === 0
        ? without(jsonSchema, "required")
        : undefined;
    },
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === "metadata" && "oneOrMore" in jsonSchema ? withSingle(jsonSchema) : undefined,
  });
  const path = join(root, "docs/config.schema.json");
  return format(JSON.stringify({ $schema, ...heads, description: schema.description, ...schema }, describedFirst, 2), {
    ...(await resolveConfig(path)),
    filepath: path,
  });
}

/** For JSON.stringify: the description of a schema stands before what it describes. */
function describedFirst(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("description" in value) || "$schema" in value) return value;
  const { description, ...rest } = value;
  return { description, ...rest };
}

function without(schema: JsonSchema, ...names: readonly string[]): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !names.includes(name)));
}

/** Nothing in the place of a value is a value that is not given. */
function withNull({ anyOf: [inner] = [] }: JsonSchema): JsonSchema {
  if (typeof inner !== "object") throw new Error("a nullish schema without one in it");
  if (inner.enum !== undefined) return { ...inner, enum: [...inner.enum, null] };
  return { ...inner, type: [inner.type ?? [], "null"].flat() as JsonSchema["type"] };
}

/** To an editor, true without quotes is no text. */
function asWords(schema: JsonSchema): JsonSchema {
  const words = schema.enum ?? [];
  return { ...without(schema, "type"), enum: [...words, ...(words.includes("true") ? [true, false] : [])] };
}

/** One may stand without the list; what is asked of the text of an item is then asked of it. */
function withSingle(schema: JsonSchema): JsonSchema {
  const { items } = schema;
  const item = typeof items === "object" && !Array.isArray(items) ? items : {};
  const { minLength, maxLength, pattern } = item;
  return { ...without(schema, "oneOrMore"), type: ["string", "array"], minLength, maxLength, pattern };
}
