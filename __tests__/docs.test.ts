import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { split } from "shlex";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readCommand, refuseUnused } from "../src/config/commands.ts";
import { parseConfigFile } from "../src/config/config-file.ts";
import { inputNames, inputs, isInputName, readInput } from "../src/config/inputs.ts";
import { formatNames } from "../src/report/formats.ts";
import { outputNames } from "../src/report/outputs.ts";
import { anchorsOf, codeBlocks, proseOf, readPages } from "./support/docs.ts";
import { root } from "./support/root.ts";

const pages = readPages();
const blocks = pages.flatMap(codeBlocks);
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};

it("README.md has less than 200 lines", () => {
  expect(pages.find(({ path }) => path === "README.md")?.text.split("\n").length).toBeLessThan(200);
});

it("docs/README.md leads to every page of docs", () => {
  const index = pages.find(({ path }) => path === "docs/README.md")?.text ?? "";
  const linked = [...index.matchAll(/\]\(([^)]+)\)/g)].map(([, link = ""]) => join("docs", link));
  const listed = pages.map(({ path }) => path).filter((path) => /^docs\/(?!README)[^/]*$/.test(path));
  expect(linked).toEqual(expect.arrayContaining([...listed, "docs/findings/README.md"]));
});

it.each(pages)("the links and pictures of $path lead to files and headings", ({ path, text }) => {
  const links = [...proseOf(text).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)]
    .map(([, link, picture]) => link ?? picture ?? "")
    .filter((link) => !/^https?:/.test(link));
  const broken = links.filter((link) => {
    const [file = "", anchor] = link.split("#");
    const target = file === "" ? path : join(dirname(path), file);
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && !anchorsOf(readFileSync(join(root, target), "utf8")).includes(anchor);
  });
  expect(broken).toEqual([]);
});

type Step = { readonly uses?: string; readonly run?: string; readonly with?: Readonly<Record<string, unknown>> };
type Workflow = {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
};

const yamlBlocks = blocks.filter(({ language }) => language === "yaml");
const isWorkflow = (code: string): boolean => /^jobs:/m.test(code);
const stepsIn = (code: string): readonly Step[] => {
  const value = parse(code) as unknown;
  if (isWorkflow(code)) return Object.values((value as Workflow).jobs).flatMap(({ steps }) => steps);
  return Array.isArray(value) ? (value as Step[]) : [];
};

describe("the YAML blocks", () => {
  it("are there: workflows, steps and config files", () => {
    expect(yamlBlocks.length).toBeGreaterThan(8);
  });

  it.each(yamlBlocks.filter(({ code }) => stepsIn(code).length === 0))("$place is a config file", async ({ code }) => {
    const { inputs: given, strategies, rules, runners } = await parseConfigFile(code, ".github/go-linkage.yml");
    expect(Object.keys(given).length + strategies.length + rules.length + Object.keys(runners).length).toBeGreaterThan(
      0,
    );
  });

  it.each(yamlBlocks.filter(({ code }) => stepsIn(code).length > 0))("$place gives inputs that exist", ({ code }) => {
    const ours = stepsIn(code).filter(({ uses }) => uses?.startsWith("OWNER/go-linkage@") === true);
    expect(ours).not.toEqual([]);
    for (const [name, value] of ours.flatMap((step) => Object.entries(step.with ?? {}))) {
      expect(inputNames).toContain(name);
      // Throws for a value that the input does not have.
      if (isInputName(name)) readInput(name, { [name]: String(value) });
    }
    const read = [...code.matchAll(/steps\.linkage\.outputs\.([\w-]+)/g)].map(([, name]) => name);
    expect(outputNames).toEqual(expect.arrayContaining(read));
  });

  it.each(yamlBlocks.filter(({ code }) => isWorkflow(code)))("$place is safe to paste", ({ code }) => {
    const { on, permissions } = parse(code) as Workflow;
    // A push to the default branch saves the cache that pull requests read.
    expect(on).toEqual({ push: { branches: ["main"] }, pull_request: null });
    expect(permissions.contents).toBe("read");
    const checkouts = stepsIn(code).filter(({ uses }) => uses?.startsWith("actions/checkout@") === true);
    expect(checkouts.map((step) => step.with)).toEqual([{ "fetch-depth": 2, "persist-credentials": false }]);
    for (const { uses } of stepsIn(code)) if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w/-]+@v\d+$/);
  });
});

/** The words of each call of go-linkage in a block, without the redirections and the commands behind it. */
const calls = blocks
  .filter(({ language }) => language === "sh" || language === "text")
  .flatMap(({ place, code }) =>
    [...code.matchAll(/(?:\bgo-linkage|node dist\/cli\.js) ((?:'[^']*'|"[^"]*"|[^'"\n&|;>#])+)/g)]
      .filter(({ index }) => !code.slice(0, index).endsWith("/"))
      .map(([call, words = ""]) => ({ call: `${place}: ${call}`, words: split(words) })),
  );

describe("the commands", () => {
  it("are there", () => {
    expect(calls.length).toBeGreaterThan(8);
  });

  it.each(calls)("$call", ({ words }) => {
    const { name } = readCommand(words.filter((word) => !word.startsWith("-")));
    const given = words.filter((word) => word.startsWith("--")).map((word) => word.slice(2).replace(/=.*/s, ""));
    const known = [
      ...inputNames.filter((each) => inputs[each].option !== null),
      ...formatNames.map((each) => `report-${each}`),
      ...["json", "force", "policy", "no-policy", "help", "version"],
    ];
    expect(known).toEqual(expect.arrayContaining(given));
    refuseUnused(name, given);
  });

  it("that npm runs are scripts of package.json", () => {
    const scripts = blocks.flatMap(({ code }) => [...code.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script));
    expect(scripts).not.toEqual([]);
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(scripts));
  });
});
