import * as v from "valibot";
import { strategies as builtIn } from "../go/strategies.ts";
import { type InputName, inputNames, inputs, isInputName } from "./inputs.ts";
import { ruleSchema } from "./rule-schema.ts";
import {
  fields,
  line,
  list,
  notOneOf,
  oneOfWords,
  oneOrMore,
  shaped,
  transformWith,
  scalar,
  text,
} from "./schema-parts.ts";
import { strategiesSchema } from "./strategy-schema.ts";

/** The inputs that a file can give: how programs are built, and what they have to be. */
const fileInputs: readonly InputName[] = inputNames.filter((name) => inputs[name].inFile !== null);

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

const names = {
  refuse: (name: string): string | undefined =>
    isInputName(name) && inputs[name].inFile === null
      ? `${name} is not for a config file to set, because a change brings the file along; set it in the workflow or on the command line`
      : undefined,
};

const knownInputs = Object.fromEntries(fileInputs.map((name) => [name, inputSchema(name)]));

const inputsSchema = v.pipe(
  fields(knownInputs, names),
  v.description(
    "Defaults for the inputs of the action and the options of the command line. What a workflow or a call gives counts more.",
  ),
);

/** Of a base commit, whose file may be older than what it may say today: the rest is left out. */
const olderInputsSchema = v.pipe(
  v.unknown(),
  v.transform((given) =>
    typeof given === "object" && given !== null
      ? Object.fromEntries(Object.entries(given).filter(([name]) => names.refuse(name) === undefined))
      : given,
  ),
  fields(knownInputs, names),
);

/** One label, or the labels that a runner has to have. */
const label = v.pipe(line, v.description("A label of a runner."));
const runnersSchema = v.pipe(
  v.record(
    v.pipe(shaped(/^[a-z0-9]+\/[a-z0-9]+$/, "a GOOS/GOARCH"), v.description("GOOS/GOARCH.")),
    v.pipe(
      v.union([label, v.pipe(list(label), v.description("All labels that the runner has to have."))]),
      v.description("The runner for programs of this platform."),
    ),
  ),
  v.description(
    "`plan` only: the labels of the runner that is native for a GOOS/GOARCH, where it is not GitHub's own.",
  ),
);

const sections = (inputSection: typeof inputsSchema | typeof olderInputsSchema) =>
  fields(
    {
      inputs: v.nullish(inputSection, {}),
      strategies: v.nullish(strategiesSchema, {}),
      runners: v.nullish(runnersSchema, {}),
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

const wholeFile = (inputSection: typeof inputsSchema | typeof olderInputsSchema) =>
  v.pipe(
    v.nullish(sections(inputSection), {}),
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

/** The whole config file; docs/config.schema.json is generated from it. */
export const configSchema = wholeFile(inputsSchema);

/** The copy of a base commit. */
export const baseConfigSchema = wholeFile(olderInputsSchema);
