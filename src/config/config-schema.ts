import * as v from "valibot";
import { strategies as builtIn } from "../go/strategies.ts";
import { type InputName, inputNames, inputs, isInputName } from "./inputs.ts";
import { ruleSchema } from "./rule-schema.ts";
import { fields, list, notOneOf, oneOfWords, oneOrMore, transformWith, scalar, text } from "./schema-parts.ts";
import { strategiesSchema } from "./strategy-schema.ts";

/** The inputs that a file can give: all but its own name, and what only the runner knows. */
export const fileInputs: readonly InputName[] = inputNames.filter((name) => inputs[name].inFile !== null);

/** The text of an input, as the doors would hand it over; a list is lines. */
function inputSchema(name: InputName): v.GenericSchema<unknown, string | null | undefined> {
  const { isList, words, parse, inFile } = inputs[name];
  const checked = transformWith((value: string) => {
    // A blank text is not given.
    if (value.trim() !== "") parse(value.trim());
    return value;
  });
  const item = v.pipe(text, v.metadata({ description: "One of them.", ...(words === null ? {} : { enum: words }) }));
  const lines = v.pipe(
    oneOrMore(item),
    v.transform((texts) => texts.join("\n")),
    checked,
  );
  const single = words === null ? v.pipe(scalar, checked) : oneOfWords(words);
  return v.pipe(v.nullish(isList ? lines : single), v.description(inFile ?? ""));
}

const inputsSchema = v.pipe(
  fields(Object.fromEntries(fileInputs.map((name) => [name, inputSchema(name)])), {
    hint: (name) => (name === "config" ? "a file cannot name another" : undefined),
  }),
  v.description(
    "Defaults for the inputs of the action and the options of the command line. What a workflow or a call gives counts more.",
  ),
);

const sections = fields(
  {
    inputs: v.nullish(inputsSchema, {}),
    strategies: v.nullish(strategiesSchema, {}),
    rules: v.pipe(
      v.nullish(list(ruleSchema), []),
      v.description(
        "What the binaries have to be. The last rule that matches a program decides for it, as in CODEOWNERS.",
      ),
    ),
  },
  {
    hint: (name) =>
      isInputName(name) && inputs[name].inFile !== null
        ? `inputs stand below the key inputs (inputs: { ${name}: … })`
        : undefined,
  },
);

/** The whole config file; docs/config.schema.json is generated from it. */
export const configSchema = v.pipe(
  v.nullish(sections, {}),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const file = dataset.value;
    const known = [...builtIn.map(({ name }) => name), ...Object.keys(file.strategies)];
    for (const [name, allowed] of [
      ["ship", known],
      ["strategies", ["all", ...known]],
    ] as const) {
      for (const [at, given] of (file.inputs[name] ?? "").split("\n").entries()) {
        const unknown = given.split(/[\s,]+/).find((word) => word !== "" && !allowed.includes(word));
        if (unknown === undefined) continue;
        const steps = ["inputs", name, at].map((key): v.UnknownPathItem => {
          return { type: "unknown", origin: "value", input: file, key, value: given };
        });
        addIssue({ message: notOneOf(unknown, allowed), path: steps as [v.UnknownPathItem, ...v.UnknownPathItem[]] });
      }
    }
  }),
  v.description(
    "The file .github/go-linkage.yml: defaults for the inputs of go-linkage, strategies of your own, and rules for what the binaries have to be.",
  ),
);
