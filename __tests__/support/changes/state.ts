import { createHash } from "node:crypto";
import type { Tree } from "../github.ts";

// One side of a change as values: the files of a small repository, and the step that checks it.

/** What a workflow or a config file can say of a run, as far as the edits use it. */
export type Settings = {
  readonly ship?: "default" | "cgo-disabled" | "netgo";
  readonly packages?: string;
  readonly require?: "static";
  /** Empty is `none`. */
  readonly failOn?: readonly string[];
  readonly tags?: readonly string[];
  readonly ldflags?: readonly string[];
  /** Flags of `go build` beside -tags and -ldflags. */
  readonly others?: readonly string[];
  readonly policyRelaxation?: "fail";
};

export type PolicyRule = { readonly folder: string; readonly require: "static" | "dynamic" | "any" };

export type Config = {
  readonly inputs: Settings;
  readonly rules: readonly PolicyRule[];
  /** Instead of all that: a text that nobody can read. */
  readonly broken?: string;
  /** The name of the file that the config file is a symbolic link to. */
  readonly behind?: string;
};

export type State = {
  /** Without the config file and the workflow. */
  readonly files: Tree;
  /** The files of the submodule sub/; null without one. */
  readonly submodule: Tree | null;
  /** What git ignores and the job has. */
  readonly ignored: Tree;
  readonly config: Config | null;
  readonly step: Settings & { readonly cgo?: "0"; readonly job?: string; readonly file?: string };
};

const go = (...lines: readonly string[]): string => `package main\n\n${lines.join("\n")}\n`;

/** The base of all changes: five programs and what they are made of, a nested module, a config file and a workflow. */
export const seed: State = {
  files: {
    "README.md": "Programs.\n",
    "docs/page.md": "A page.\n",
    ".gitignore": "zz_*.go\n",
    "gen/template.txt": "func generated() {}\n",
    "go.mod": "module example.com/app\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n",
    "vendor/modules.txt": "# example.com/dep v1.0.0\n## explicit; go 1.19\nexample.com/dep\n",
    "vendor/example.com/dep/dep.go": 'package dep\n\nfunc Text() string { return "dep" }\n',
    "lib/text/text.go": 'package text\n\nfunc Text() string { return "text" }\n',
    "lib/web/web.go": 'package web\n\nimport _ "net"\n\nfunc Text() string { return "web" }\n',
    "lib/unused/unused.go": "package unused\n\nfunc Unused() {}\n",
    "cmd/pure/main.go": go('import "example.com/app/lib/text"', "", "func main() { println(text.Text(), extra) }"),
    "cmd/pure/extra.go": go('const extra = "extra"'),
    "cmd/pure/main_test.go": go('import "testing"', "", "func TestMain(*testing.M) {}"),
    "cmd/data/main.go": go(
      'import _ "embed"',
      "",
      "//go:embed data.txt",
      "var text string",
      "",
      "func main() { println(text) }",
    ),
    "cmd/data/data.txt": "data\n",
    "cmd/dep/main.go": go('import "example.com/dep"', "", "func main() { println(dep.Text()) }"),
    "cmd/web/main.go": go('import "example.com/app/lib/web"', "", "func main() { println(web.Text()) }"),
    "cmd/native/main.go": go('// #include "answer.h"', 'import "C"', "", "func main() { println(C.answer()) }"),
    "cmd/native/answer.h": "int answer(void);\n",
    "cmd/native/answer.c": '#include "answer.h"\n\nint answer(void) { return 42; }\n',
    "tools/nested/go.mod": "module example.com/nested\n\ngo 1.21\n",
    "tools/nested/main.go": go("func main() {}"),
  },
  submodule: null,
  ignored: {},
  config: { inputs: {}, rules: [] },
  step: {},
};

export const workflowPath = ".github/workflows/ci.yml";
export const configPath = ".github/go-linkage.yml";

/** The settings as inputs of the action; `flags` as one text. */
export function inputsOf(settings: Settings): Readonly<Record<string, string>> {
  const { ship, packages, require, failOn, policyRelaxation } = settings;
  const flags = flagsOf(settings);
  return {
    ...(ship === undefined ? {} : { ship }),
    ...(packages === undefined ? {} : { packages }),
    ...(require === undefined ? {} : { require }),
    ...(failOn === undefined ? {} : { "fail-on": failOn.length === 0 ? "none" : failOn.join(",") }),
    ...(flags === "" ? {} : { flags }),
    ...(policyRelaxation === undefined ? {} : { "policy-relaxation": policyRelaxation }),
  };
}

/** Flags of `go build`, quoted as Go quotes them. */
export function flagsOf({ tags = [], ldflags = [], others = [] }: Settings): string {
  return [
    ...others,
    ...(tags.length === 0 ? [] : [`-tags=${tags.join(",")}`]),
    ...(ldflags.length === 0 ? [] : [`-ldflags='${ldflags.join(" ")}'`]),
  ].join(" ");
}

/** All files of a side as they are committed, without those of the submodule. */
export function committedFiles({ files, config, step }: State): Tree {
  const { cgo, job = "gate", file = workflowPath } = step;
  const given = Object.entries(inputsOf(step)).map(([name, value]) => `          ${name}: ${JSON.stringify(value)}`);
  const workflow = [
    "on: pull_request",
    "jobs:",
    `  ${job}:`,
    "    runs-on: ubuntu-latest",
    ...(cgo === undefined ? [] : ["    env:", `      CGO_ENABLED: ${cgo}`]),
    "    steps:",
    "      - uses: actions/checkout@v6",
    "      - uses: acme/go-linkage@v1",
    ...(given.length === 0 ? [] : ["        with:", ...given]),
    "",
  ].join("\n");
  return { ...files, ...configFiles(config), [file]: workflow };
}

function configFiles(config: Config | null): Tree {
  if (config === null) return {};
  const { inputs, rules, broken, behind } = config;
  const given = Object.entries(inputsOf(inputs)).map(([name, value]) => `  ${name}: ${JSON.stringify(value)}\n`);
  const ruled = rules.map(({ folder, require }) => `  - { packages: ${folder}, require: ${require} }\n`);
  const text =
    broken ??
    (given.length === 0 ? "inputs: {}\n" : `inputs:\n${given.join("")}`) +
      (ruled.length === 0 ? "rules: []\n" : `rules:\n${ruled.join("")}`);
  return behind === undefined ? { [configPath]: text } : { [configPath]: `-> ../${behind}`, [behind]: text };
}

/** What makes `before` `after`: null for what is gone. */
export function difference(before: Tree, after: Tree): Tree {
  const gone = Object.keys(before).filter((name) => !(name in after));
  const changed = Object.entries(after).filter(([name, text]) => before[name] !== text);
  return { ...Object.fromEntries(gone.map((name) => [name, null])), ...Object.fromEntries(changed) };
}

export function digestOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 24);
}
