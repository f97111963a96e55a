import { posix } from "node:path";
import type { Tree } from "../github.ts";
import type { PolicyRule, Settings, State } from "./state.ts";

// Edits of a repository, as developers make them, by accident or on purpose. Each draws what it does.

/** Draws from a list; the same seed draws the same. */
export type Draw = <T>(list: readonly [T, ...T[]]) => T;

/** undefined where there is nothing to be edited in that way. */
type Edit = (state: State, draw: Draw) => State | undefined;

export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (list) => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const at = ((mixed ^ (mixed >>> 14)) >>> 0) % list.length;
    return list[at] ?? list[0];
  };
}

const netImports = ["net", "os/user"] as const;
const withFiles = (state: State, changes: Tree): State => ({
  ...state,
  files: Object.fromEntries(Object.entries({ ...state.files, ...changes }).filter(([, text]) => text !== null)),
});
const isGo = (name: string): boolean => name.endsWith(".go") && !name.endsWith("_test.go");
const isOwn = (name: string): boolean => !/^(?:vendor|tools|sub)\//.test(name);
const folderOf = (name: string): string => posix.dirname(name);

function chosen<T>(draw: Draw, list: readonly T[]): T | undefined {
  const [first, ...others] = list;
  return first === undefined ? undefined : draw([first, ...others]);
}

function goFiles({ files }: State): string[] {
  return Object.keys(files).filter((name) => isGo(name) && isOwn(name) && !(files[name] ?? "").startsWith("-> "));
}

function foldersWith(state: State, pattern: RegExp): string[] {
  const found = goFiles(state).filter((name) => pattern.test(state.files[name] ?? ""));
  return [...new Set(found.map((name) => folderOf(name)))];
}

const programsIn = (state: State): string[] => foldersWith(state, /^package main$/m);
const librariesIn = (state: State): string[] => foldersWith(state, /^package (?!main$)\w+$/m);
const filesIn = ({ files }: State, folder: string): string[] =>
  Object.keys(files).filter((name) => name.startsWith(`${folder}/`));

/** One file, drawn, gets another text. */
function rewrite(
  state: State,
  [draw, names]: readonly [Draw, readonly string[]],
  change: (text: string, name: string) => string,
): State | undefined {
  const name = chosen(draw, names);
  const text = name === undefined ? undefined : state.files[name];
  if (name === undefined || text === undefined || text === null) return undefined;
  return withFiles(state, { [name]: change(text, name) });
}

function moveFolder(state: State, from: string, to: string): State {
  const moved = filesIn(state, from).map((name) => [to + name.slice(from.length), state.files[name] ?? null] as const);
  const gone = filesIn(state, from).map((name) => [name, null] as const);
  return withFiles(state, { ...Object.fromEntries(gone), ...Object.fromEntries(moved) });
}

/** A program, drawn, is moved to a folder that is made of its own. */
function moveProgram(state: State, draw: Draw, to: (folder: string) => string): State | undefined {
  const folder = chosen(draw, programsIn(state));
  return folder === undefined ? undefined : moveFolder(state, folder, to(folder));
}

/** A new Go file in a folder, drawn, that belongs to its package. */
function addGo(state: State, draw: Draw, make: (clause: string) => readonly [string, string]): State | undefined {
  const folder = chosen(draw, [...programsIn(state), ...programsIn(state), ...librariesIn(state)]);
  if (folder === undefined) return undefined;
  const name = filesIn(state, folder).find(isGo) ?? "";
  const clause = /^package \w+$/m.exec(state.files[name] ?? "")?.[0] ?? "package main";
  const [file, text] = make(clause);
  return withFiles(state, { [`${folder}/${file}`]: text });
}

function withStep(state: State, step: State["step"]): State {
  return { ...state, step: { ...state.step, ...step } };
}

function withConfig(state: State, inputs: Settings): State {
  const config = state.config ?? { inputs: {}, rules: [] };
  return { ...state, config: { ...config, inputs: { ...config.inputs, ...inputs } } };
}

function withRule(state: State, rule: PolicyRule | undefined): State | undefined {
  const config = state.config ?? { inputs: {}, rules: [] };
  return rule && { ...state, config: { ...config, rules: [...config.rules, rule] } };
}

const constraints = [
  "//go:build plan9\n\n",
  " //go:build plan9\n\n",
  "//go:build ignore\n\n",
  "// +build plan9\n\n",
  "//go:build !linux\n\n",
  "//go:build linux\n\n",
  "//go:build cgo\n\n",
  "//go:build !cgo\n\n",
  "//go:build go1.99\n\n",
  "//go:build extra\n\n",
  "//go:build linux &&\n\n",
] as const;

const mainText = (...lines: readonly string[]): string => `package main\n\n${lines.join("\n")}\n`;

/** Edits of Go files. */
const sources: Readonly<Record<string, Edit>> = {
  "a file is deleted": (state, draw) => {
    const name = chosen(draw, goFiles(state));
    return name === undefined ? undefined : withFiles(state, { [name]: null });
  },
  "a program is deleted": (state, draw) => {
    const folder = chosen(draw, programsIn(state));
    return folder === undefined
      ? undefined
      : withFiles(state, Object.fromEntries(filesIn(state, folder).map((name) => [name, null])));
  },
  "a program is moved": (state, draw) => {
    const parent = draw(["apps", "cmd/deep/er", "cmd/new"]);
    return moveProgram(state, draw, (folder) => `${parent}/${draw([posix.basename(folder), "renamed"])}`);
  },
  "a program is moved out of sight": (state, draw) => {
    const parent = draw(["cmd/testdata", "cmd/_hidden", "cmd/.hidden", "vendor", "tools/nested"]);
    return moveProgram(state, draw, (folder) => `${parent}/${posix.basename(folder)}`);
  },
  "a program is moved and edited": (state, draw) => {
    const moved = moveProgram(state, draw, (folder) => `apps/${posix.basename(folder)}`);
    const names = moved === undefined ? [] : goFiles(moved).filter((name) => name.startsWith("apps/"));
    return moved && rewrite(moved, [draw, names], (text) => `${text}\n${draw(["// Edited.", 'import _ "os/user"'])}\n`);
  },
  "a build constraint": (state, draw) => rewrite(state, [draw, goFiles(state)], (text) => draw(constraints) + text),
  "a file gets another name": (state, draw) => {
    const name = chosen(draw, goFiles(state));
    if (name === undefined) return undefined;
    const stem = posix.basename(name, ".go");
    const later = draw([
      `${stem}_windows.go`,
      `${stem}_s390x.go`,
      `${stem}_linux.go`,
      `${stem}_amd64.go`,
      `${stem}_test.go`,
      `_${stem}.go`,
      `.${stem}.go`,
      `${stem}.go.txt`,
      `${stem}_unix.go`,
      `other.go`,
    ]);
    return withFiles(state, { [name]: null, [`${folderOf(name)}/${later}`]: state.files[name] ?? null });
  },
  "a package clause": (state, draw) =>
    rewrite(state, [draw, goFiles(state)], (text) =>
      text.replace(/^package \w+$/m, draw(["package other", "package main", "package main_test", "package"])),
    ),
  "a second package": (state, draw) => addGo(state, draw, () => ["second.go", draw(["package second\n", ""])]),
  "broken syntax": (state, draw) =>
    rewrite(state, [draw, goFiles(state)], (text) =>
      draw([`garbage\n${text}`, `${text}}\n`, text.replace("{", ""), text.slice(0, 8), "", text.replace('"', "")]),
    ),
  "a conflict marker": (state, draw) =>
    rewrite(state, [draw, goFiles(state)], (text) => {
      const lines = text.split("\n");
      const at = draw([0, 1, 2, lines.length - 1]);
      const marker = draw(["<<<<<<< HEAD", "=======", ">>>>>>> change"]);
      return [...lines.slice(0, at), marker, ...lines.slice(at)].join("\n");
    }),
  "an unknown name": (state, draw) =>
    addGo(state, draw, (clause) => ["unknown.go", `${clause}\n\nfunc unknown() { missing() }\n`]),
  "an import": (state, draw) =>
    addGo(state, draw, (clause) => [
      "imports.go",
      `${clause}\n\nimport _ "${draw([...netImports, "time", "nowhere"])}"\n`,
    ]),
  "an import is dropped": (state, draw) =>
    rewrite(state, [draw, goFiles(state).filter((name) => /^import _ "/m.test(state.files[name] ?? ""))], (text) =>
      text.replace(/^import _ ".*"$/m, "// Dropped."),
    ),
  'import "C"': (state, draw) =>
    addGo(state, draw, (clause) => [
      draw(["c.go", "c_linux.go", "c_windows.go"]),
      `${clause}\n\n${draw(["// int one(void) { return 1; }\n", "// #cgo LDFLAGS: -lm\n", ""])}import "C"\n`,
    ]),
  "lines that say nothing": (state, draw) =>
    rewrite(state, [draw, goFiles(state)], (text) =>
      draw([
        `${text}\n// Said.\n`,
        text.replaceAll("\n", "\r\n"),
        `\uFEFF${text}`,
        `// Copyright.\n\n${text}`,
        `${text}\n\n\n`,
      ]),
    ),
  "a file for another system": (state, draw) =>
    addGo(state, draw, (clause) => [
      draw(["sys_windows.go", "sys_plan9.go", "sys_arm64.go"]),
      `${clause}\n\n${draw(['import _ "net"', "func sys() { missing() }", "<<<<<<< HEAD", 'import "C"'])}\n`,
    ]),
  "a test file": (state, draw) =>
    addGo(state, draw, (clause) => [
      "more_test.go",
      `${clause}${draw(["", "_test"])}\n\n${draw(['import _ "os/user"', "// A test.", "func broken() { missing() }"])}\n`,
    ]),
  "a tag's file": (state, draw) =>
    addGo(state, draw, (clause) => [
      "tagged.go",
      `//go:build ${draw(["extra", "!extra", "netgo", "!netgo"])}\n\n${clause}\n\nimport _ "${draw(netImports)}"\n`,
    ]),
  "a new program": (state, draw) => {
    const body = draw(['import _ "os/user"\n\nfunc main() {}', "func main() {}", "func main() { missing() }"]);
    return withFiles(state, { "cmd/fresh/main.go": mainText(body) });
  },
  "a new library": (state, draw) => {
    const body = draw(['import _ "net"', "// Nothing.", "func f() { missing() }", "<<<<<<< HEAD", 'import "C"']);
    return withFiles(state, { "lib/fresh/fresh.go": `package fresh\n\n${body}\n` });
  },
};

const cFiles = ({ files }: State): string[] => Object.keys(files).filter((name) => /\.[ch]$/.test(name) && isOwn(name));
const cgoFiles = (state: State): string[] =>
  goFiles(state).filter((name) => (state.files[name] ?? "").includes('import "C"'));

/** Edits of what is not Go. */
const others: Readonly<Record<string, Edit>> = {
  documentation: (state, draw) =>
    withFiles(state, { [draw(["README.md", "docs/page.md", "docs/new.md", "LICENSE"])]: draw(["New.\n", "Newer.\n"]) }),
  "C code": (state, draw) =>
    rewrite(state, [draw, cFiles(state)], (text) =>
      draw([
        `${text}\n/* Changed. */\n`,
        `#include <undefined.h>\n${text}`,
        `${text}\nint broken(\n`,
        `#include <math.h>\n${text}`,
      ]),
    ),
  "a C function goes": (state, draw) =>
    rewrite(state, [draw, cFiles(state)], (text) => text.replace(/int answer\(void\).*/, "int other(void);")),
  "flags of C code": (state, draw) =>
    rewrite(state, [draw, cgoFiles(state)], (text) =>
      text.replace(
        /(?=(?:\/\/ .*\n)?import "C")/,
        draw([
          "// #cgo LDFLAGS: -lnosuchlibrary\n",
          "// #cgo LDFLAGS: -Wl,--no-as-needed -lm\n",
          "// #cgo CFLAGS: -O1\n",
          "// #cgo LDFLAGS: -static\n",
          "// #cgo CFLAGS: -fplugin=x\n",
        ]),
      ),
    ),
  "an embedded file": (state, draw) =>
    "cmd/data/data.txt" in state.files
      ? withFiles(
          state,
          draw<Tree>([
            { "cmd/data/data.txt": "new\n" },
            { "cmd/data/data.txt": null },
            { "cmd/data/data.txt": null, "cmd/data/data.md": "x\n" },
          ]),
        )
      : undefined,
  "a vendored module": (state, draw) =>
    withFiles(
      state,
      draw<Tree>([
        { "vendor/example.com/dep/dep.go": 'package dep\n\nimport _ "os/user"\n\nfunc Text() string { return "" }\n' },
        { "vendor/example.com/dep/dep.go": 'package dep\n\nfunc Text() string { return "new" }\n' },
        { "vendor/example.com/dep/dep.go": "package dep\n" },
        { "vendor/example.com/dep/dep.go": null },
        { "vendor/modules.txt": null },
        { "vendor/modules.txt": "# example.com/dep v1.1.0\n## explicit; go 1.19\nexample.com/dep\n" },
        { "vendor/modules.txt": "# example.com/dep v1.0.0\n## explicit; go 1.19\n" },
        { "vendor/modules.txt": null, "vendor/example.com/dep/dep.go": null },
      ]),
    ),
  "generated code": (state, draw) => {
    const folder = chosen(draw, programsIn(state));
    if (folder === undefined) return undefined;
    const text = draw(["func generated() {}", 'import _ "os/user"', "func generated() { missing() }"]);
    const made = { ...state.ignored, [`${folder}/zz_generated.go`]: mainText(text) };
    return { ...withFiles(state, { "gen/template.txt": `${text}\n` }), ignored: made };
  },
  "a symbolic link": (state, draw) => {
    const name = chosen(draw, goFiles(state));
    if (name === undefined) return undefined;
    const up = "../".repeat(folderOf(name).split("/").length);
    const target = draw(["shared/file.txt", "nowhere"]);
    const text = draw([(it: string) => it, (it: string) => `${it}\n<<<<<<< HEAD\n`])(state.files[name] ?? "");
    return withFiles(state, { [name]: `-> ${up}${target}`, "shared/file.txt": text });
  },
  "the go line of go.mod": (state, draw) =>
    rewrite(state, [draw, ["go.mod"]], (text) =>
      text.replace(/^go .*$/m, draw(["go 1.19", "go 1.22", "go 1.26", "go 1.99", "go 1.16", "go one", ""])),
    ),
  "go.mod": (state, draw) =>
    rewrite(state, [draw, ["go.mod"]], (text) =>
      draw([
        `${text}<<<<<<< HEAD\n`,
        text.replace(/^require .*$/m, ""),
        text.replace("v1.0.0", "v1.2.0"),
        `${text}\nrequire example.com/none v1.0.0\n`,
        `${text}\nreplace example.com/dep => ./lib/text\n`,
        text.replace("example.com/app", "example.com/other"),
        `${text.replace(/^go .*$/m, "go 1.25")}\nignore ./cmd/pure\n`,
        `${text}\n// Said.\n`,
      ]),
    ),
  "the module's path": (state) => {
    const renamed = Object.entries(state.files).map(([name, text]) => {
      const isRenamed = name === "go.mod" || (name.endsWith(".go") && isOwn(name));
      return [name, isRenamed ? (text?.replaceAll("example.com/app", "example.com/renamed") ?? null) : text] as const;
    });
    return withFiles(state, Object.fromEntries(renamed));
  },
  "a nested module": (state, draw) => {
    const folder = chosen(draw, [...programsIn(state), ...librariesIn(state), "tools/nested", "tools/nested"]);
    if (folder === undefined) return undefined;
    const path = `${folder}/go.mod`;
    return withFiles(state, {
      [path]: path in state.files ? null : `module example.com/${posix.basename(folder)}\n\ngo 1.21\n`,
    });
  },
  "go.work": (state, draw) =>
    withFiles(state, {
      "go.work": draw([
        "go 1.21\n\nuse .\n",
        "go 1.21\n\nuse ./tools/nested\n",
        "go 1.21\n\nuse (\n\t.\n\t./tools/nested\n)\n",
        "go 1.21\n\nuse ./nowhere\n",
        "<<<<<<< HEAD\n",
      ]),
    }),
  "attributes of git": (state, draw) =>
    withFiles(state, {
      ".gitattributes": draw([
        "*.go text eol=crlf\n",
        "cmd/** export-ignore\n",
        "*.go ident\n",
        "* -text\n",
        "*.go export-subst\n",
      ]),
    }),
  "a submodule": (state, draw) => {
    if (state.submodule === null) return undefined;
    const { submodule } = state;
    const changes = draw<Tree | null>([
      { "tool/main.go": mainText('import _ "os/user"', "", "func main() {}") },
      { "tool/main.go": null, "tool/lib.go": "package tool\n" },
      { "tool/main.go": `${submodule["tool/main.go"] ?? ""}\n// Changed.\n` },
      { "README.md": "Changed.\n" },
      { "tool/main.go": "<<<<<<< HEAD\n" },
      null,
    ]);
    return { ...state, submodule: changes && changed(submodule, changes) };
  },
};

function changed(tree: Tree, changes: Tree): Tree {
  return Object.fromEntries(Object.entries({ ...tree, ...changes }).filter(([, text]) => text !== null));
}

const requirements = ["static", "dynamic", "any"] as const;

/** Edits of the config file and of the workflow. */
const settings: Readonly<Record<string, Edit>> = {
  "a rule": (state, draw) => {
    const folder = chosen(draw, programsIn(state));
    return withRule(state, folder === undefined ? undefined : { folder, require: draw(requirements) });
  },
  "rules are dropped": (state) =>
    state.config === null || state.config.rules.length === 0
      ? undefined
      : { ...state, config: { ...state.config, rules: [] } },
  "what ships, in the config file": (state, draw) =>
    withConfig(state, { ship: draw(["default", "cgo-disabled", "netgo"]) }),
  "packages, in the config file": (state, draw) =>
    withConfig(state, { packages: draw(["./cmd/...", "./cmd/pure", "./..."]) }),
  "flags, in the config file": (state, draw) =>
    withConfig(
      state,
      draw<Settings>([
        { tags: ["netgo"] },
        { tags: ["extra"] },
        { others: ["-trimpath"] },
        { others: ["-buildmode=pie"] },
      ]),
    ),
  "fail-on, in the config file": (state, draw) =>
    withConfig(state, { failOn: draw<readonly string[]>([[], ["missing"], ["regression"]]) }),
  "the config file": (state, draw) => {
    const { config } = state;
    if (config === null) return { ...state, config: { inputs: {}, rules: [] } };
    return {
      ...state,
      config: draw([
        null,
        { ...config, behind: "ci/policy.yml" },
        { ...config, broken: "rules: 3\n" },
        { ...config, broken: "<<<<<<< HEAD\n" },
      ]),
    };
  },
  "what ships, in the workflow": (state, draw) => withStep(state, { ship: draw(["default", "cgo-disabled", "netgo"]) }),
  "packages, in the workflow": (state, draw) =>
    withStep(state, { packages: draw(["./cmd/...", "./cmd/pure", "./cmd/pure ./cmd/web", "./cmd/data"]) }),
  "tags, in the workflow": (state, draw) =>
    withStep(state, { tags: draw<readonly string[]>([["netgo"], ["netgo", "osusergo"], ["extra"], []]) }),
  "flags, in the workflow": (state, draw) =>
    withStep(
      state,
      draw<Settings>([
        { ldflags: ["-linkmode=external"] },
        { ldflags: ["-linkmode=external", "-extldflags=-static"] },
        { ldflags: ["-X main.x=y"] },
        { others: ["-buildmode=pie"] },
        { others: ["-trimpath"] },
        { ldflags: [], others: [] },
      ]),
    ),
  "cgo, in the workflow": (state) => {
    const { cgo, ...step } = state.step;
    return { ...state, step: cgo === undefined ? { ...step, cgo: "0" } : step };
  },
  "fail-on, in the workflow": (state, draw) =>
    withStep(state, { failOn: draw<readonly string[]>([[], ["missing", "build"], ["policy"]]) }),
  "require, in the workflow": (state) => {
    const { require, ...step } = state.step;
    return { ...state, step: require === undefined ? { ...step, require: "static" } : step };
  },
  "the workflow's names": (state, draw) =>
    withStep(state, draw<State["step"]>([{ job: "other" }, { file: ".github/workflows/other.yml" }])),
};

export const edits = { ...sources, ...others, ...settings };
export const kinds: readonly string[] = Object.keys(edits);

/** What was drawn: a kind of edit, and the seed for what it draws. */
export type Drawn = { readonly kind: string; readonly seed: number };

/** All edits, one after another; what has nothing to edit is left out. */
export function apply(state: State, drawn: readonly Drawn[]): State {
  return drawn.reduce((before, { kind, seed }) => edits[kind]?.(before, drawFrom(seed)) ?? before, state);
}
