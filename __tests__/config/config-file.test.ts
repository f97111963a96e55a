import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ConfigError } from "../../src/errors.ts";
import { type ConfigFile, parseConfigFile } from "../../src/config/config-file.ts";
import { strategies } from "../../src/go/strategies.ts";
import { root } from "../support/cli.ts";
import { renderConfigSchema } from "../support/config-schema.ts";
import { demands } from "../../src/model/policy.ts";
import { anyProgram } from "../support/rules.ts";

type Schema = Readonly<Record<string, unknown>>;

const schema = JSON.parse(readFileSync(join(root, "docs/config.schema.json"), "utf8")) as Schema;
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false }).compile(schema);

const empty: ConfigFile = { inputs: {}, lines: {}, strategies: [], rules: [], runners: {} };
const plain = {
  env: {},
  tags: [],
  linkmode: null,
  extldflags: null,
  ldflags: [],
  buildmode: null,
  needs: "go",
} as const;

type Good = { readonly name: string; readonly text: string; readonly want: Partial<ConfigFile> };

const good: readonly Good[] = [
  { name: "an empty file", text: "", want: {} },
  { name: "a byte order mark and nothing else", text: "\uFEFF", want: {} },
  { name: "comments only", text: "# later\n---\n", want: {} },
  { name: "sections without content", text: "inputs:\nstrategies: ~\nrules:\n  # - require: static\n", want: {} },
  {
    name: "inputs of all kinds, as they are written",
    text: "inputs:\n  ship: netgo\n  go-version: 1.20\n  summary: false\n  flags: -trimpath -ldflags='-s -w'\n",
    want: {
      inputs: {
        ship: "netgo",
        "go-version": "1.20",
        summary: "false",
        flags: "-trimpath -ldflags='-s -w'",
      },
      lines: { ship: 2, "go-version": 3, summary: 4, flags: 5 },
    },
  },
  {
    name: "lists, in both of YAML's forms",
    text: "inputs:\n  packages: [./a, ./b]\n  platforms:\n    - linux/amd64\n    - linux/arm/v7\n  fail-on: [policy]\n",
    want: {
      inputs: { packages: "./a\n./b", platforms: "linux/amd64\nlinux/arm/v7", "fail-on": "policy" },
      lines: { packages: 2, platforms: 3, "fail-on": 6 },
    },
  },
  {
    name: "an input without a value is not given",
    text: "inputs:\n  go-version:\n",
    want: {},
  },
  {
    name: "Windows line ends, a byte order mark",
    text: "\uFEFFinputs:\r\n  ship: musl\r\n",
    want: { inputs: { ship: "musl" }, lines: { ship: 2 } },
  },
  {
    name: "a strategy, and inputs that name it",
    text: 'inputs: { ship: zig, strategies: [default, zig] }\nstrategies:\n  zig:\n    summary: Zig links.\n    env: { CGO_ENABLED: 1, CC: zig cc }\n    tags: netgo, osusergo\n    ldflags: -s -X "main.v=a b" -extldflags "-static -lz"\n    linkmode: external\n    buildmode: exe\n',
    want: {
      inputs: { ship: "zig", strategies: "default\nzig" },
      lines: {
        ship: 1,
        strategies: 1,
        "strategies.zig": 3,
        "strategies.zig.summary": 4,
        "strategies.zig.env": 5,
        "strategies.zig.env.CGO_ENABLED": 5,
        "strategies.zig.env.CC": 5,
        "strategies.zig.tags": 6,
        "strategies.zig.ldflags": 7,
        "strategies.zig.linkmode": 8,
        "strategies.zig.buildmode": 9,
      },
      strategies: [
        {
          name: "zig",
          summary: "Zig links.",
          env: { CGO_ENABLED: "1", CC: "zig cc" },
          tags: ["netgo", "osusergo"],
          ldflags: ["-s", "-X=main.v=a b"],
          extldflags: "-static -lz",
          linkmode: "external",
          buildmode: "exe",
          needs: "go",
        },
      ],
    },
  },
  {
    name: "strategies with next to nothing: a linkmode within ldflags asks for a C compiler",
    text: "strategies:\n  a: {}\n  b: { ldflags: -linkmode=external }\n  c: { needs: musl, tags: [x] }\n",
    want: {
      lines: {
        "strategies.a": 2,
        "strategies.b": 3,
        "strategies.b.ldflags": 3,
        "strategies.c": 4,
        "strategies.c.tags": 4,
        "strategies.c.needs": 4,
      },
      strategies: [
        { ...plain, name: "a", summary: "Of F." },
        { ...plain, name: "b", summary: "Of F.", linkmode: "external", needs: "c-compiler" },
        { ...plain, name: "c", summary: "Of F.", tags: ["x"], needs: "musl" },
      ],
    },
  },
  {
    name: "a rule with everything",
    text: 'rules:\n  - require: static\n  - packages: [cmd/gui, ./tools/...]\n    platforms: linux/*\n    require: dynamic\n    max-glibc: 2.30\n    needed: [libc.so.6, "libgtk-3.so.*"]\n    reason: >\n      it opens\n      windows\n    expires: 2027-02-28\n',
    want: {
      rules: [
        { ...anyProgram, require: "static", line: 2 },
        {
          packages: ["cmd/gui", "./tools/..."],
          platforms: ["linux/*"],
          require: "dynamic",
          maxGlibc: "2.30",
          needed: ["libc.so.6", "libgtk-3.so.*"],
          runsOn: null,
          allow: [],
          reason: "it opens windows",
          expires: "2027-02-28",
          line: 3,
        },
      ],
    },
  },
  {
    name: "rules with systems, and without require",
    text: "rules:\n  - { packages: app, runs-on: [debian-12, alpine] }\n  - { max-glibc: 2.31 }\n",
    want: {
      rules: [
        {
          ...anyProgram,
          packages: ["app"],
          require: "any",
          isImplied: true,
          runsOn: [
            { name: "debian-12", ids: ["debian12"] },
            { name: "alpine", ids: ["alpine3.24"] },
          ],
          line: 2,
        },
        { ...anyProgram, require: "any", isImplied: true, maxGlibc: "2.31", line: 3 },
      ],
    },
  },
  ...demands.map((demand) => ({
    name: `require: ${demand}`,
    text: `rules: [{ require: ${demand} }]`,
    want: { rules: [{ ...anyProgram, require: demand, line: 1 }] },
  })),
];

type Bad = {
  readonly name: string;
  readonly text: string;
  readonly says: string;
  /** Only for what is no matter of the schema: it sees values, and not how they are written. */
  readonly schemaAccepts?: true;
};

const bad: readonly Bad[] = [
  { name: "a list", text: "- a\n", says: "F:1:1: a map of names and values was expected, and this is a list" },
  { name: "text", text: "static", says: "F:1:1: a map of names and values was expected, and this is text" },
  {
    name: "an unknown section",
    text: "# x\nrule: []\n",
    says: 'F:2:1: unknown key "rule"; did you mean rules? (allowed: inputs, strategies, runners, rules)',
  },
  {
    name: "an input at the top",
    text: "ship: netgo\n",
    says: 'F:1:1: unknown key "ship"; inputs stand below the key inputs (inputs: { ship: … })',
  },
  {
    name: "an unknown input",
    text: "inputs:\n  shp: netgo\n",
    says: 'F:2:3: inputs: unknown key "shp"; did you mean ship?',
  },
  {
    name: "an input with an underscore",
    text: "inputs:\n  go_version: 1\n",
    says: 'F:2:3: inputs: unknown key "go_version"; did you mean go-version?',
  },
  {
    name: "the file's own name",
    text: "inputs: { config: x }",
    says: "F:1:11: inputs: config is not for a config file to set, because a change brings the file along; set it in the workflow",
  },
  {
    name: "a word that is none of the input's",
    text: "inputs:\n  require: statc\n",
    says: 'F:2:12: inputs.require: "statc" is not one of: static, none',
  },
  {
    name: "a kind that cannot fail",
    text: "inputs:\n  fail-on:\n    - policy\n    - polcy\n",
    says: 'F:3:5: inputs.fail-on: "polcy" is not one of: regression, policy, build, missing',
  },
  {
    name: "a list for an input that is one value",
    text: "inputs: { ship: [a] }",
    says: "F:1:17: inputs.ship: text was expected, and this is a list",
  },
  {
    name: "a map for an input",
    text: "inputs:\n  flags: { a: b }\n",
    says: "F:2:10: inputs.flags: text was expected, and this is a map",
  },
  {
    name: "an open quote within flags",
    text: 'inputs:\n  flags: -ldflags="-s\n',
    says: 'F:2:10: inputs.flags: "-ldflags="-s" cannot be split into words',
    schemaAccepts: true,
  },
  {
    name: "a strategy that nobody knows",
    text: "inputs: { ship: cgo-disable }",
    says: `F:1:17: inputs.ship: "cgo-disable" is not one of: ${strategies.map(({ name }) => name).join(", ")}; did you mean cgo-disabled?`,
    schemaAccepts: true,
  },
  {
    name: "a word that comment does not know",
    text: "inputs: { comment: on_change }",
    says: 'F:1:20: inputs.comment: "on_change" is not one of: never, on-change, failure, always; did you mean on-change?',
  },
  {
    name: "a summary that is neither true nor false",
    text: "inputs: { summary: maybe }",
    says: 'F:1:20: inputs.summary: "maybe" is not one of: true, false',
  },
  {
    name: "a built-in strategy",
    text: "strategies:\n  netgo: {}\n",
    says: "F:2:3: strategies.netgo: this strategy is built in, and cannot be another one",
  },
  {
    name: "a strategy named all",
    text: "strategies: { all: {} }",
    says: "F:1:15: strategies.all: all means something else",
  },
  {
    name: "a name that is a path",
    text: "strategies: { ../x: {} }",
    says: 'F:1:15: strategies."../x": a name has up to 40 letters',
  },
  {
    name: "a strategy that is no map",
    text: "strategies: { x: static }",
    says: "F:1:18: strategies.x: a map of names and values was expected, and this is text",
  },
  {
    name: "an unknown field of a strategy",
    text: "strategies: { x: { tag: a } }",
    says: 'F:1:20: strategies.x: unknown key "tag"; did you mean tags?',
  },
  {
    name: "a variable that is an input's",
    text: "strategies: { x: { env: { GOOS: linux } } }",
    says: "F:1:27: strategies.x.env.GOOS: GOOS is not for a strategy to set: use the input platforms",
  },
  {
    name: "a variable that is none",
    text: "strategies: { x: { env: { a-b: c } } }",
    says: 'F:1:27: strategies.x.env.a-b: "a-b" is not a variable name',
  },
  {
    name: "a variable that is a list",
    text: "strategies: { x: { env: { A: [1] } } }",
    says: "F:1:30: strategies.x.env.A: text was expected, and this is a list",
  },
  {
    name: "a tag that is none",
    text: "strategies: { x: { tags: a!b } }",
    says: 'F:1:26: strategies.x.tags: "a!b" is not build tags',
    schemaAccepts: true,
  },
  {
    name: "linker flags that Go cannot read",
    text: 'strategies: { x: { ldflags: "-X \'a" } }',
    says: "F:1:29: strategies.x.ldflags: unterminated ' string",
    schemaAccepts: true,
  },
  {
    name: "linker flags that are none",
    text: "strategies: { x: { ldflags: s } }",
    says: 'F:1:29: strategies.x.ldflags: "s" is not a linker flag',
    schemaAccepts: true,
  },
  {
    name: "a linkmode twice",
    text: "strategies: { x: { ldflags: -linkmode=internal, linkmode: external } }",
    says: "F:1:29: strategies.x.ldflags: -linkmode occurs twice",
    schemaAccepts: true,
  },
  {
    name: "a linkmode that is none",
    text: "strategies: { x: { linkmode: extern } }",
    says: 'F:1:30: strategies.x.linkmode: "extern" is not one of: internal, external; did you mean external?',
  },
  {
    name: "a buildmode without a program",
    text: "strategies: { x: { buildmode: archive } }",
    says: 'F:1:31: strategies.x.buildmode: "archive" is not one of: pie, exe',
  },
  {
    name: "rules that are no list",
    text: "rules: { require: static }",
    says: "F:1:8: rules: a list was expected, and this is a map",
  },
  {
    name: "a rule that asks for nothing",
    text: "rules:\n  - packages: a\n",
    says: "F:2:5: rules[0]: a rule needs require (static, static-pie, system, dynamic, any, none) or a limit (max-glibc, needed, runs-on)",
  },
  {
    name: "a system that the table does not have",
    text: "rules:\n  - runs-on: [debian12, debain11]\n",
    says: 'F:2:25: rules[0].runs-on[1]: unknown system "debain11"; did you mean debian11?',
    schemaAccepts: true,
  },
  {
    name: "require: none with systems",
    text: "rules:\n  - { require: none, runs-on: alpine }\n",
    says: "F:2:31: rules[0].runs-on: require: none has no limits",
  },
  {
    name: "a demand that is none",
    text: "rules:\n  - require: dynamc\n",
    says: 'F:2:14: rules[0].require: "dynamc" is not one of: static, static-pie, system, dynamic, any, none; did you mean dynamic?',
  },
  {
    name: "a field that is none",
    text: "rules:\n  - require: any\n    expire: x\n",
    says: 'F:3:5: rules[0]: unknown key "expire"; did you mean expires?',
  },
  {
    name: "a rule for nothing",
    text: "rules: [{ packages: [], require: any }]",
    says: "F:1:21: rules[0].packages: the list is empty, so the rule matches nothing",
  },
  {
    name: "a glob with braces",
    text: "rules: [{ packages: 'cmd/{a,b}', require: any }]",
    says: 'F:1:21: rules[0].packages: "cmd/{a,b}": only ?, *, ** and ... stand for other text',
  },
  {
    name: "several globs in one text",
    text: "rules: [{ packages: a b, require: any }]",
    says: 'F:1:21: rules[0].packages: "a b" contains a space; write several globs as a list',
  },
  {
    name: "a folder",
    text: "rules: [{ packages: ., require: any }]",
    says: "F:1:21: rules[0].packages: name the program by its import path",
  },
  {
    name: "a path",
    text: "rules: [{ packages: [a, ../b], require: any }]",
    says: 'F:1:25: rules[0].packages[1]: "../b" is a path',
  },
  {
    name: "a platform that is none",
    text: "rules: [{ platforms: linux-amd64, require: any }]",
    says: 'F:1:22: rules[0].platforms: "linux-amd64" is not a platform',
  },
  {
    name: "a glibc that is none",
    text: "rules: [{ require: any, max-glibc: GLIBC_2.31 }]",
    says: 'F:1:36: rules[0].max-glibc: "GLIBC_2.31" is not a version of glibc',
  },
  {
    name: "limits for what is not asked",
    text: "rules: [{ require: none, needed: [] }]",
    says: "F:1:34: rules[0].needed: require: none has no limits",
  },
  {
    name: "libraries that are no list",
    text: "rules: [{ require: any, needed: libc.so.6 }]",
    says: "F:1:33: rules[0].needed: a list was expected, and this is text",
  },
  {
    name: "a date that is none",
    text: "rules: [{ require: any, expires: tomorrow }]",
    says: 'F:1:34: rules[0].expires: "tomorrow" is not a day as YYYY-MM-DD',
  },
  {
    name: "a day that there is not",
    text: "rules: [{ require: any, expires: 2027-02-29 }]",
    says: "F:1:34: rules[0].expires: there is no 2027-02-29",
    schemaAccepts: true,
  },
  {
    name: "a control character",
    text: 'inputs: { flags: "-a\\u0000" }',
    says: "F:1:18: inputs.flags: there is a control character in it",
    schemaAccepts: true,
  },
];

/** What is no YAML, or YAML that has no place here: no matter of the schema. */
const unreadable: readonly Bad[] = [
  {
    name: "a tab",
    text: "inputs:\n\tship: netgo\n",
    says: "F:2:1: no YAML that can be read: Tabs are not allowed as indentation",
  },
  {
    name: "a key twice",
    text: "inputs:\n  ship: a\n  ship: netgo\n",
    says: 'F:3:3: "ship" occurs twice; it stands on line 2 already',
  },
  {
    name: "a section twice",
    text: "rules: []\n\nrules: []\n",
    says: 'F:3:1: "rules" occurs twice; it stands on line 1 already',
  },
  { name: "a second document", text: "rules: []\n---\nrules: []\n", says: "F:2:1: a second document begins here" },
  {
    name: "an open quote",
    text: "inputs:\n  ship: 'netgo\n",
    says: "F:3:1: no YAML that can be read: Missing closing 'quote",
  },
  {
    name: "an open list",
    text: "rules: [\n",
    says: "F:2:1: no YAML that can be read: Flow sequence in block collection must be",
  },
  {
    name: "an alias",
    text: "inputs:\n  ship: *x\n",
    says: "F:2:9: aliases are not read here: write out what *x stands for",
  },
  { name: "an anchor", text: "inputs: &a\n  ship: netgo\n", says: "anchors (&a) are not read here" },
  {
    name: "a tag of somebody's",
    text: "inputs: !!js/function x\n",
    says: "F:1:9: no YAML that can be read: Unresolved tag",
  },
  { name: "a key that is a list", text: "? [a]\n: b\n", says: "F:1:3: the key of a map has to be one word" },
  { name: "nesting without end", text: `rules: ${"[".repeat(40)}${"]".repeat(40)}`, says: "nested more than 16 deep" },
  { name: "nesting that no stack holds", text: "[".repeat(100_000), says: "F:1:" },
  { name: "a file of a megabyte", text: `# ${"x".repeat(1_000_000)}`, says: "F:1:1: the file is longer than 256 KiB" },
  {
    name: "a billion laughs",
    text: `a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n`,
    says: "anchors (&a) are not read here",
  },
];

async function failureOf(text: string): Promise<unknown> {
  return parseConfigFile(text, "F").then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
}

describe("the config file", () => {
  it.each(good)("reads $name, and the schema accepts it", async ({ text, want }) => {
    expect(await parseConfigFile(text, "F")).toEqual({ ...empty, ...want });
    validate(parse(text.replace("\uFEFF", "")));
    expect(validate.errors).toBeNull();
  });

  it.each(bad)("refuses $name, and so does the schema", async ({ text, says, schemaAccepts = false }) => {
    const error = await failureOf(text);
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).message.slice(0, says.length)).toBe(says);
    expect(validate(parse(text))).toBe(schemaAccepts);
  });

  it.each(unreadable)("refuses $name", async ({ text, says }) => {
    const error = await failureOf(text);
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).message).toContain(says);
    expect((error as ConfigError).message).toMatch(/^F:\d+:\d+: /);
  });

  it("throws nothing but ConfigError, in one line, whatever the text", async () => {
    const word = fc.constantFrom(
      ...[
        "inputs",
        "strategies",
        "rules",
        ":",
        " ",
        "\n",
        "  ",
        "- ",
        "{",
        "}",
        "[",
        "]",
        ",",
        "'",
        '"',
        "*",
        "&a",
        "!",
        "|",
        ">",
        "#",
      ],
      ...[
        "require",
        "packages",
        "ship",
        "ldflags",
        "env",
        "static",
        "x",
        "1.20",
        "~",
        "\t",
        "\r",
        "---",
        "\u0000",
        "\uFEFF",
        "__proto__",
      ],
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(word, { maxLength: 40 }).map((words) => words.join("")),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const error = await failureOf(text);
        if (error === undefined) return;
        expect(error).toBeInstanceOf(ConfigError);
        expect((error as ConfigError).message).toMatch(/^F:\d+:\d+: [^\n]+$/);
      }),
      { numRuns: 3000 },
    );
  });

  it("takes hostile names for names", async () => {
    const names = ["__proto__", "constructor", "toString"];
    for (const name of names) {
      expect(String(await failureOf(`inputs: { ${name}: x }`))).toContain(`unknown key "${name}"`);
      expect(String(await failureOf(`rules: [{ require: any, ${name}: x }]`))).toContain(`unknown key "${name}"`);
      expect(String(await failureOf(`inputs: { ship: ${name} }`))).toContain("is not one of");
    }
    for (const name of ["__proto__", "constructor", "prototype"]) {
      const refused = `${name}: ${name} cannot be a name here`;
      expect(String(await failureOf(`strategies: { ${name}: {} }`))).toContain(`F:1:15: strategies.${refused}`);
      expect(String(await failureOf(`strategies: { x: { env: { ${name}: x } } }`))).toContain(
        `strategies.x.env.${refused}`,
      );
    }
  });

  it("reads a large file in no time", async () => {
    const text = `rules:\n${'  - { packages: "a/**/b", require: static }\n'.repeat(5000)}`;
    const started = performance.now();
    expect((await parseConfigFile(text, "F")).rules).toHaveLength(5000);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});

describe("docs/config.schema.json", () => {
  it("describes everything that it names", () => {
    const missing: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value !== "object" || value === null) return;
      const isSchema = "type" in value || "enum" in value || "pattern" in value || "anyOf" in value;
      const isCondition = /\/(?:then|if|not)(?:\/|$)/.test(path);
      if (isSchema && !isCondition && !("description" in value)) missing.push(path);
      for (const [key, item] of Object.entries(value))
        if (key !== "properties" || !isSchema) look(item, `${path}/${key}`);
      if (isSchema && "properties" in value) {
        for (const [key, item] of Object.entries(value.properties as Schema)) look(item, `${path}/${key}`);
      }
    };
    look(schema, "");
    expect(missing).toEqual([]);
  });

  it("is what the schema of the parser says (npx vitest run --update=true rewrites it)", async () => {
    await expect(await renderConfigSchema()).toMatchFileSnapshot(join(root, "docs/config.schema.json"));
  });
});
