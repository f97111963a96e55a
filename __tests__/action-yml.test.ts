import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { catalog } from "../src/explain/catalog.ts";
import { strategies } from "../src/plan/strategies.ts";
import { outputNames } from "../src/report/outputs.ts";
import { version } from "../src/report/report.ts";
import { inputDefaults } from "../src/request.ts";
import { root } from "./support/cli.ts";
import { readActionMetadata } from "./support/runner.ts";

const metadata = readActionMetadata();
const readme = readFileSync(join(root, "README.md"), "utf8");

it("declares just the inputs that are read, with the same defaults", () => {
  const declared = Object.fromEntries(Object.entries(metadata.inputs).map(([name, input]) => [name, input.default]));
  expect(declared).toEqual({ ...inputDefaults, summary: "true" });
});

it("declares just the outputs that are set", () => {
  expect(Object.keys(metadata.outputs)).toEqual([...outputNames]);
});

it("starts files that are there, on the Node that the tests run on", () => {
  expect(metadata.runs).toEqual({
    using: "node24",
    main: "dist/action.js",
    post: "dist/action.js",
    "post-if": "always()",
  });
  expect(existsSync(join(root, metadata.runs.main))).toBe(true);
  expect(process.versions.node).toMatch(/^24\./);
});

it.each(Object.entries(metadata.inputs))("README explains the input %s with its default", (name, input) => {
  const shown = input.default === "" ? "" : ` \`${input.default ?? ""}\` `;
  const row = readme.split("\n").find((line) => line.startsWith(`| \`${name}\` |`) && line.includes(input.description));
  expect(row, `a row for ${name}: ${input.description}`).toContain(`|${shown}|`.replace("||", "|"));
});

it.each(Object.entries(metadata.outputs))("README explains the output %s", (name, output) => {
  expect(readme).toContain(`| \`${name}\` | ${output.description} |`);
});

it.each(strategies.map(({ name, summary }) => ({ name, summary })))(
  "README explains the strategy $name",
  ({ name, summary }) => {
    const row = readme.split("\n").find((line) => line.startsWith(`| \`${name}\` |`) && line.includes(summary));
    expect(row).toBeDefined();
  },
);

it.each(Object.keys(catalog))("docs/findings has a page for %s", (kind) => {
  expect(existsSync(join(root, "docs/findings", `${kind}.md`))).toBe(true);
});

it("has one version", () => {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  expect(version).toBe(manifest.version);
});
