import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { strategies } from "../src/go/strategies.ts";
import { outputNames } from "../src/report/outputs.ts";
import { root } from "./support/cli.ts";
import { readActionMetadata } from "./support/runner.ts";
import { type InputName, inputNames, inputs } from "../src/config/inputs.ts";

const metadata = readActionMetadata();
const reference = readFileSync(join(root, "docs/reference.md"), "utf8");

it("declares just the inputs that are read, without a default: the runner would hand it over as if it were given", () => {
  expect(Object.keys(metadata.inputs).toSorted()).toEqual(inputNames.toSorted());
  const given = Object.entries(metadata.inputs).filter(([, input]) => input.default !== undefined);
  // What only the runner knows, and no config file gives.
  expect(given.map(([name, input]) => [name, input.default])).toEqual([
    ["comment-key", "${{ toJson(matrix) }}"],
    ["token", "${{ github.token }}"],
  ]);
  expect(given.map(([name]) => inputs[name as InputName].inFile)).toEqual([null, null]);
});

it("has what the Marketplace takes: a description of less than 125 characters, an icon and a color", () => {
  expect(metadata.description.length).toBeLessThan(125);
  expect(metadata.branding).toEqual({ icon: "link", color: "blue" });
});

it("declares just the outputs that are set", () => {
  expect(Object.keys(metadata.outputs)).toEqual([...outputNames]);
});

it("starts files that are there, on the Node that the tests run on", () => {
  expect(metadata.runs).toEqual({
    using: "node24",
    main: "dist/action.js",
    post: "dist/post.js",
    "post-if": "always()",
  });
  expect(existsSync(join(root, metadata.runs.main))).toBe(true);
  expect(process.versions.node).toMatch(/^24\./);
});

/** The cells of the table rows of docs/reference.md, by their first cell. */
const rows = reference
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

it.each(Object.entries(metadata.inputs))("docs/reference.md explains the input %s", (name, input) => {
  const value = inputs[name as InputName].default;
  const [, meaning] =
    rows.find(([first, , last]) => first === `\`${name}\`` && last === (value && `\`${value}\``)) ?? [];
  expect(input.description).toBe(value === "" ? meaning : `${meaning ?? ""} The default is \`${value}\`.`);
});

it.each(Object.entries(metadata.outputs))("docs/reference.md explains the output %s", (name, output) => {
  expect(rows).toContainEqual([`\`${name}\``, output.description]);
});

it.each(strategies.map(({ name, summary }) => ({ name, summary })))(
  "docs/reference.md explains the strategy $name",
  ({ name, summary }) => {
    expect(rows.filter((row) => row[0] === `\`${name}\`` && row.includes(summary))).toHaveLength(1);
  },
);
