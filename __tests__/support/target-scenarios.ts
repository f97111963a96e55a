import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { pullRequest, type Scenario } from "./gate-scenarios.ts";
import { git, Hub, payloads, type Tree, writeTree } from "./github.ts";
import type { Environment } from "../../src/model/environment.ts";

// Every target is accounted for, and "the same files" means the same: the kinds of changes that have passed unseen, and their like.

const goMod = "module example.com/app\n\ngo 1.19\n";
const program = (text: string, ...imports: readonly string[]): string =>
  ["package main", "", ...["fmt", ...imports].map((path) => `import ${path === "fmt" ? "" : "_ "}"${path}"`), ""]
    .concat(`func main() { fmt.Println("${text}") }`, "")
    .join("\n");
const [app, tool] = [program("app"), program("tool")];
const both: Tree = { "go.mod": goMod, "cmd/app/main.go": app, "cmd/tool/main.go": tool };
const change = (text: string | null, more: Tree = {}): Pick<Scenario, "base" | "change"> => ({
  base: both,
  change: { "cmd/app/main.go": text, ...more },
});

const gone = { verdict: "fail", compared: "listed", says: "app was removed; the base commit builds it" } as const;
/** The head has a program there that Go cannot load: it says why, and where. */
const unloadable = (
  says: string,
  place: string | null,
): Pick<Scenario, "verdict" | "compared" | "says" | "findings"> => ({
  verdict: "fail",
  compared: "built",
  says: `app no longer builds: ${says}`,
  findings: [place === null ? "build-broken" : `build-broken ${place}`],
});
const named = { packages: "./cmd/app ./cmd/tool" };
const atMain = "cmd/app/main.go:1";

/** A submodule `guest` at cmd/, with a program in it; `later` is what becomes of it. */
function withPrograms(later: (hub: Hub, guest: Hub) => void): NonNullable<Scenario["job"]> {
  return (hub) => {
    const guest = new Hub();
    hub.guests.push(guest);
    guest.push("main", { "app/main.go": app, "tool/main.go": tool });
    git(hub.developer, "submodule", "--quiet", "add", `file://${guest.origin}`, "cmd");
    hub.push("main", { "go.mod": goMod, "other/main.go": program("other") });
    git(hub.developer, "checkout", "--quiet", "-b", "change");
    later(hub, guest);
    hub.push("change", {});
    const { head, merge } = hub.openPullRequest("change");
    const workspace = hub.checkOut(merge, { submodules: true });
    return { workspace, env: hub.event("pull_request", payloads.pullRequest(head)) };
  };
}

export const unlisted: readonly Scenario[] = [
  {
    title: "a conflict marker is left in the first line of a program that is named",
    kind: "targets 1",
    ...change(`<<<<<<< HEAD\n${app}`),
    inputs: { ...named, require: "static" },
    ...unloadable("cmd/app/main.go:1:1: expected 'package', found '<<'", atMain),
  },
  {
    title: "a conflict marker, and `./...`",
    ...change(`<<<<<<< HEAD\n${app}`),
    ...unloadable("cmd/app/main.go:1:1: expected 'package', found '<<'", atMain),
  },
  {
    title: "a conflict marker between imports",
    ...change(app.replace('import "fmt"', 'import (\n\t"fmt"\n<<<<<<< HEAD\n)')),
    ...unloadable("cmd/app/main.go:5:1: missing import path", "cmd/app/main.go:5"),
  },
  {
    title: "a conflict marker in the second file of a program",
    ...change(app, { "cmd/app/b.go": "<<<<<<< HEAD\npackage main\n" }),
    ...unloadable("cmd/app/b.go:1:1: expected 'package', found '<<'", "cmd/app/b.go:1"),
  },
  {
    title: "a conflict marker in the only program",
    base: { "go.mod": goMod, "cmd/app/main.go": app },
    change: { "cmd/app/main.go": `<<<<<<< HEAD\n${app}` },
    ...unloadable("cmd/app/main.go:1:1: expected 'package', found '<<'", atMain),
  },
  {
    title: "garbage before the package clause",
    ...change(`garbage\n${app}`),
    ...unloadable("cmd/app/main.go:1:1: expected 'package', found garbage", atMain),
  },
  {
    title: "the program's only file is emptied",
    ...change(""),
    ...unloadable("cmd/app/main.go:1:1: expected 'package', found 'EOF'", atMain),
  },
  {
    title: "a second package clause beside that of the program",
    ...change(app, { "cmd/app/b.go": "package other\n" }),
    ...unloadable("found packages", null),
  },
  {
    title: "an import that no module has",
    ...change(program("app", "example.com/nowhere")),
    ...unloadable("no module in go.mod provides the package example.com/nowhere", "cmd/app/main.go:4"),
  },
  {
    title: "a conflict marker in a program, without a base",
    ...change(`<<<<<<< HEAD\n${app}`),
    inputs: { baseline: "none" },
    verdict: "fail",
    compared: "read",
    says: "app does not build with default: cmd/app/main.go:1:1: expected 'package', found '<<'",
  },
  {
    title: "a program that is named is for another system, without a base",
    ...change(`//go:build plan9\n\n${app}`),
    inputs: { ...named, baseline: "none" },
    verdict: "fail",
    compared: "read",
    says: "app does not build with default: example.com/app/cmd/app has no Go file left",
  },
  {
    title: "the same conflict marker on both sides",
    honest: "broken before",
    base: { ...both, "cmd/app/main.go": `<<<<<<< HEAD\n${app}` },
    change: { "cmd/tool/main.go": `${tool}\n// Changed.\n` },
    verdict: "warn",
    compared: "not built",
    says: "nor did the base commit",
  },
  {
    title: "a constraint with a blank in front of it",
    kind: "targets 1",
    ...change(` //go:build plan9\n\n${app}`),
    ...gone,
  },
  { title: "`//go:build ignore`", ...change(`//go:build ignore\n\n${app}`), ...gone },
  { title: "`// +build plan9`", ...change(`// +build plan9\n\n${app}`), ...gone },
  { title: "the file's name is for another architecture", ...change(null, { "cmd/app/main_s390x.go": app }), ...gone },
  {
    title: "a program that is named is for another system",
    ...change(`//go:build plan9\n\n${app}`),
    inputs: named,
    ...unloadable("example.com/app/cmd/app has no Go file left", null),
  },
  {
    title: "a main file is deleted that begins with a comment before the package clause",
    kind: "targets 1",
    base: { ...both, "cmd/app/main.go": `/* (c) me */ ${app}` },
    change: { "cmd/app/main.go": null },
    ...gone,
  },
  { title: "a program becomes a library", ...change(app.replace("package main", "package app")), ...gone },
  {
    title: "only the tests of a program are left",
    ...change(null, { "cmd/app/main_test.go": "package main\n" }),
    ...gone,
  },
  {
    title: "the only program is deleted",
    base: { "go.mod": goMod, "cmd/app/main.go": app },
    change: { "cmd/app/main.go": null, "lib/lib.go": "package lib\n" },
    ...gone,
  },
  {
    title: "a program becomes a module of its own",
    ...change(app, { "cmd/app/go.mod": goMod.replace("/app", "/x") }),
    ...gone,
  },
  {
    title: "`ignore` in go.mod",
    base: { ...both, "go.mod": goMod.replace("1.19", "1.25") },
    change: { "go.mod": `${goMod.replace("1.19", "1.25")}\nignore ./cmd/app\n` },
    ...gone,
  },
  ...["testdata/app", "_app", ".app", "vendor/app"].map((folder) => ({
    title: `a program is moved to \`${folder}\``,
    ...change(null, { [`cmd/${folder}/main.go`]: app }),
    ...gone,
  })),
  {
    title: "a module is dropped from `go.work`",
    base: {
      "go.work": "go 1.19\n\nuse (\n\t./app\n\t./tool\n)\n",
      "app/go.mod": goMod,
      "app/main.go": app,
      "tool/go.mod": goMod.replace("/app", "/tool"),
      "tool/main.go": tool,
    },
    change: { "go.work": "go 1.19\n\nuse ./tool\n" },
    inputs: { packages: "./app/... ./tool/..." },
    ...gone,
    says: "does not build with default: go.work lists no module in app",
  },
  {
    title: "a submodule drops its main package",
    base: {},
    change: {},
    job: withPrograms((hub, guest) => {
      guest.push("main", { "app/main.go": null });
      git(join(hub.developer, "cmd"), "pull", "--quiet", "origin", "main");
    }),
    ...gone,
  },
  {
    title: "a submodule is dropped",
    base: {},
    change: {},
    job: withPrograms(({ developer }) => git(developer, "rm", "--quiet", "-r", "cmd")),
    ...gone,
    says: "app was removed; the base commit builds it (the submodule cmd was removed) (and 1 more like it)",
  },
  {
    title: "the link to a program leads nowhere",
    base: { ...both, "cmd/app/main.go": "-> ../../shared/main.go.txt", "shared/main.go.txt": app },
    change: { "shared/main.go.txt": null },
    verdict: "fail",
    compared: "listed",
    says: "does not build with default: pattern ./...: stat",
  },
  {
    title: "one helper file is moved to another program, and the rest is deleted",
    base: { ...both, "cmd/app/help.go": `package main\n\n// help\n${"// text\n".repeat(9)}func help() {}\n` },
    change: {
      "cmd/app/main.go": null,
      "cmd/app/help.go": null,
      "cmd/new/help.go": `package main\n\n// help\n${"// text\n".repeat(9)}func help() {}\n`,
      "cmd/new/main.go": program("new"),
    },
    ...gone,
  },
  {
    title: "a program is deleted, and another one gets another name",
    ...change(null, { "cmd/tool/main.go": null, "cmd/new/main.go": tool }),
    ...gone,
  },
  {
    title: "two programs with the same sources are deleted, and one is new",
    base: { ...both, "cmd/tool/main.go": app },
    change: { "cmd/app/main.go": null, "cmd/tool/main.go": null, "cmd/new/main.go": app },
    ...gone,
  },
  {
    title: "a program gets another name, and its sources are edited",
    ...change(null, { "cmd/new/main.go": program("new") }),
    ...gone,
  },
];

const passes = { verdict: "pass", compared: "listed" } as const;

export const moves: readonly Scenario[] = [
  {
    title: "a program is moved to another folder",
    honest: "a move",
    kind: "targets 6",
    ...change(null, { "tools/deep/new/main.go": app }),
    ...passes,
    says: "all 2 programs are static",
  },
  {
    title: "all programs are moved, two of them with the same sources",
    honest: "a move",
    base: { ...both, "cmd/tool/main.go": app },
    change: { "cmd/app/main.go": null, "cmd/tool/main.go": null, "apps/app/main.go": app, "apps/tool/main.go": app },
    ...passes,
    says: "all 2 programs are static",
  },
  {
    title: "the module gets another path, with the imports of its own packages",
    honest: "a move",
    base: { ...both, "cmd/app/main.go": program("app", "example.com/app/lib"), "lib/lib.go": "package lib\n" },
    change: { "go.mod": goMod.replace("/app", "/app/v2"), "cmd/app/main.go": program("app", "example.com/app/v2/lib") },
    ...passes,
    says: "all 2 programs are static",
  },
  {
    title: "the module gets another path, and a program another folder",
    honest: "a move",
    base: { ...both, "cmd/app/main.go": program("app", "example.com/app/lib"), "lib/lib.go": "package lib\n" },
    change: {
      "go.mod": goMod.replace("/app", "/app/v2"),
      "cmd/app/main.go": null,
      "apps/app/main.go": program("app", "example.com/app/v2/lib"),
    },
    ...passes,
    says: "all 2 programs are static",
  },
  {
    title: "a dynamic program is moved, and stays as it is",
    honest: "a move",
    base: { ...both, "cmd/app/main.go": program("app", "os/user") },
    change: { "cmd/app/main.go": null, "cmd/new/main.go": program("app", "os/user") },
    verdict: "pass",
    compared: "built",
    says: "is dynamic; no rule forbids it",
  },
  {
    title: "a program is moved, and a package that it imports makes it dynamic",
    base: { ...both, "cmd/app/main.go": program("app", "example.com/app/lib"), "lib/lib.go": "package lib\n" },
    change: {
      "cmd/app/main.go": null,
      "cmd/new/main.go": program("app", "example.com/app/lib"),
      "lib/lib.go": 'package lib\n\nimport _ "os/user"\n',
    },
    verdict: "fail",
    compared: "built",
    says: "new is now dynamic (was static",
    findings: ["regression lib/lib.go:3"],
  },
  {
    title: "a folder has nothing but tests of package main, on both sides",
    honest: "tests",
    base: { ...both, "cmd/e2e/e2e_test.go": "package main\n" },
    change: { "cmd/tool/main.go": `${tool}\n// Changed.\n` },
    ...passes,
    says: "all 2 programs are static",
  },
  {
    title: "nothing at all changes",
    honest: "documentation",
    base: both,
    change: {},
    verdict: "pass",
    compared: "not needed",
    says: "all 2 programs are static",
  },
];

const external = { ship: "external", strategies: "external" };
const includes = (name: string): string =>
  ["package main", "", `// #include "${name}"`, 'import "C"', "", "func main() { println(C.answer()) }", ""].join("\n");
const plainC = "static int answer(void) { return 42; }\n";
const lookup =
  '#include <netdb.h>\nstatic int answer(void) { struct addrinfo *a; return getaddrinfo("x", 0, 0, &a); }\n';
const nss = {
  verdict: "fail",
  compared: "built",
  says: "introduces a new runtime risk",
  findings: ["regression"],
} as const;
const includer = (name: string, folder = ""): Pick<Scenario, "base" | "change" | "inputs"> => ({
  base: { "go.mod": goMod, "main.go": includes(folder + name), [folder + name]: plainC },
  change: { [folder + name]: lookup },
  inputs: external,
});

/** A C compiler that adds the words of a file beside it. */
const wrapper = (folder: string): string =>
  `#!/bin/sh\nexec /usr/bin/gcc "$@" $(cat "$(dirname "$(readlink -f "$0")")/${folder}flags")\n`;
const wrapped = (change: Tree, path = "ci/cc"): Pick<Scenario, "base" | "change" | "inputs"> => ({
  base: { "go.mod": goMod, "main.go": program("app", "os/user"), [path]: wrapper(""), "ci/flags": "-static\n" },
  change,
  inputs: { flags: "-ldflags=-linkmode=external" },
});
/** A wrapper of the repository that PATH finds in a folder beside it, by a link. */
const linked = (name: string): Pick<Scenario, "base" | "change" | "inputs" | "prepare"> => ({
  ...wrapped({ "ci/flags": "\n" }, `ci/${name}`),
  prepare: (workspace) => {
    mkdirSync(join(workspace, "../bin"));
    symlinkSync(join(workspace, `ci/${name}`), join(workspace, `../bin/${name}`));
  },
});
const onPath =
  (more: Environment = {}): NonNullable<Scenario["env"]> =>
  (workspace) => ({ PATH: `${join(workspace, "../bin")}:${process.env.PATH ?? ""}`, ...more });
const regressed = {
  verdict: "fail",
  compared: "built",
  says: "is now dynamic (was static",
  findings: ["regression"],
} as const;

/** A strategy of the config file with a compiler of its own, named by its whole path. */
const ownCompiler: NonNullable<Scenario["job"]> = (hub, scenario) => {
  const workspace = join(hub.root, "job-0/app");
  const config = [
    "inputs: { ship: own, strategies: own }",
    "strategies:",
    "  own:",
    "    summary: It links with a compiler of its own.",
    `    env: { CC: ${workspace}/ci/cc }`,
    "    ldflags: -linkmode=external",
    "",
  ].join("\n");
  const base = { ...scenario.base, ".github/go-linkage.yml": config };
  return pullRequest("merge")(hub, { ...scenario, base });
};

const generated = 'package main\n\nimport _ "os/user"\n\nfunc generated() {}\n';

export const sameFiles: readonly Scenario[] = [
  {
    title: "a file that C code includes is called `.md`",
    kind: "targets 8",
    ...includer("part.md"),
    ...nss,
  },
  { title: "a file that C code includes is called `LICENSE`", ...includer("LICENSE", "docs/"), ...nss },
  { title: "a file that C code includes is a workflow", ...includer("ci.yml", ".github/workflows/"), ...nss },
  {
    title: "a file that a `CC` wrapper of the repository reads",
    ...wrapped({ "ci/flags": "\n" }),
    env: (workspace) => ({ CC: join(workspace, "ci/cc") }),
    ...regressed,
  },
  {
    title: "a file that a `gcc` of the repository reads, which PATH leads to",
    ...wrapped({ "ci/flags": "\n" }, "ci/gcc"),
    env: (workspace) => ({ PATH: `${join(workspace, "ci")}:${process.env.PATH ?? ""}` }),
    ...regressed,
  },
  {
    title: "a file that a wrapper reads, named by a relative `-extld`",
    ...wrapped({ "ci/flags": "\n" }),
    inputs: { flags: '-ldflags="-linkmode=external -extld=ci/cc"' },
    ...regressed,
  },
  {
    title: "a file that a wrapper finds by GITHUB_WORKSPACE, itself outside of the repository",
    ...wrapped({ "ci/flags": "\n" }),
    prepare: (workspace) => {
      writeTree(join(workspace, ".."), {
        cc: '#!/bin/sh\nexec /usr/bin/gcc "$@" $(cat "$GITHUB_WORKSPACE/ci/flags")\n',
      });
    },
    env: (workspace) => ({ CC: join(workspace, "../cc"), GITHUB_WORKSPACE: workspace }),
    ...regressed,
  },
  {
    title: "a `CC` on PATH is a link elsewhere to a wrapper of the repository",
    kind: "targets 8",
    ...linked("mycc"),
    env: onPath({ CC: "mycc" }),
    ...regressed,
  },
  {
    title: "a `gcc` on PATH is a link elsewhere to a wrapper of the repository",
    ...linked("gcc"),
    env: onPath(),
    ...regressed,
  },
  {
    title: "a `-extld` is a link elsewhere to a wrapper of the repository",
    ...linked("myld"),
    inputs: { flags: '-ldflags="-linkmode=external -extld=myld"' },
    env: onPath(),
    ...regressed,
  },
  {
    title: "a folder of PATH is a link elsewhere to one of the repository",
    ...wrapped({ "ci/flags": "\n" }, "ci/gcc"),
    prepare: (workspace) => {
      symlinkSync(join(workspace, "ci"), join(workspace, "../tools"));
    },
    env: (workspace) => ({ PATH: `${join(workspace, "../tools")}:${process.env.PATH ?? ""}` }),
    ...regressed,
  },
  {
    title: "a linker `ld` on PATH is a link elsewhere to a file of the repository",
    ...linked("ld"),
    base: { "go.mod": goMod, "main.go": program("app", "os/user"), "ci/ld": '#!/bin/sh\nexec /usr/bin/ld "$@"\n' },
    change: { "ci/ld": '#!/bin/sh\n# Changed.\nexec /usr/bin/ld "$@"\n' },
    env: onPath(),
    verdict: "warn",
    compared: "not built",
    says: "ld on PATH is a link into the repository",
  },
  {
    title: "an overlay elsewhere names files of the repository by their whole paths",
    base: { "go.mod": goMod, "main.go": app, "_other/main.txt": app },
    change: { "_other/main.txt": program("app", "os/user") },
    prepare: (workspace) => {
      const pairs = { [join(workspace, "main.go")]: join(workspace, "_other/main.txt") };
      writeTree(join(workspace, ".."), { "overlay.json": JSON.stringify({ Replace: pairs }) });
    },
    env: (workspace) => ({ GOFLAGS: `-overlay=${join(workspace, "../overlay.json")}` }),
    ...regressed,
  },
  {
    title: "an overlay names a file that git ignores",
    base: { "go.mod": goMod, "main.go": app, ".gitignore": "made/\n", "gen.tmpl": "pure" },
    change: { "gen.tmpl": "users" },
    prepare: (workspace) => {
      const pairs = { [join(workspace, "main.go")]: join(workspace, "made/main.txt") };
      writeTree(workspace, { "made/main.txt": program("app", "os/user") });
      writeTree(join(workspace, ".."), { "overlay.json": JSON.stringify({ Replace: pairs }) });
    },
    env: (workspace) => ({ GOFLAGS: `-overlay=${join(workspace, "../overlay.json")}` }),
    verdict: "warn",
    compared: "not built",
    says: "-overlay puts made/main.txt in the place of another file, and that is in no commit",
  },
  {
    title: "a `-modfile` elsewhere names a module of the repository by its whole path",
    base: {
      "go.mod": goMod,
      "main.go": program("app", "example.com/lib"),
      "lib/go.mod": "module example.com/lib\n",
      "lib/lib.go": "package lib\n",
    },
    change: { "lib/lib.go": 'package lib\n\nimport _ "os/user"\n' },
    prepare: (workspace) => {
      const replace = `require example.com/lib v0.0.0\nreplace example.com/lib => ${join(workspace, "lib")}\n`;
      writeTree(join(workspace, ".."), { "own.mod": `${goMod}${replace}` });
    },
    env: (workspace) => ({ GOFLAGS: `-modfile=${join(workspace, "../own.mod")}` }),
    verdict: "warn",
    compared: "not built",
    says: "it would be built with the head's lib, which it names by its absolute path",
  },
  {
    title: "an overlay of the repository puts another file in the place of one",
    base: {
      "go.mod": goMod,
      "main.go": app,
      "overlay.json": '{"Replace": {"main.go": "_other/main.txt"}}',
      "_other/main.txt": app,
    },
    change: { "_other/main.txt": program("app", "os/user") },
    inputs: { flags: "-overlay=overlay.json" },
    verdict: "fail",
    compared: "built",
    says: "is now dynamic (was static",
    findings: ["regression"],
  },
  {
    title: "a strategy has a compiler of its own in the repository, and that changes",
    base: {
      "go.mod": goMod,
      "main.go": program("app", "os/user"),
      "ci/cc": '#!/bin/sh\nexec /usr/bin/gcc "$@" -static\n',
    },
    change: { "ci/cc": '#!/bin/sh\nexec /usr/bin/gcc "$@"\n' },
    job: ownCompiler,
    inputs: { ship: "own", strategies: "own" },
    ...regressed,
    findings: ["regression ci/cc:2"],
  },
  {
    title: "a Go file that git ignores is generated from a template that changes",
    kind: "targets 8",
    base: { "go.mod": goMod, "main.go": app, ".gitignore": "zz_*.go\n", "gen.tmpl": "pure" },
    change: { "gen.tmpl": "users" },
    prepare: (workspace) => {
      writeTree(workspace, { "zz_generated.go": generated });
    },
    ...regressed,
    findings: ["regression zz_generated.go:3"],
  },
  {
    title: "the program calls what is generated, and the template changes",
    base: {
      "go.mod": goMod,
      "main.go": app.replace("{ ", "{ generated(); "),
      ".gitignore": "zz_*.go\n",
      "gen.tmpl": "pure",
    },
    change: { "gen.tmpl": "users" },
    prepare: (workspace) => {
      writeTree(workspace, { "zz_generated.go": generated });
    },
    verdict: "warn",
    compared: "not built",
    says: "app could not be compared: the base was not built",
    step: "the head is built with files that git ignores and the base has not: zz_generated.go",
  },
  {
    title: "an embedded file of a dynamic program changes",
    honest: "no new need",
    base: {
      "go.mod": goMod,
      "main.go": program("app", "os/user", "embed").replace(
        "func main",
        "//go:embed text.txt\nvar text string\n\nfunc main",
      ),
      "text.txt": "one",
    },
    change: { "text.txt": "two" },
    verdict: "pass",
    compared: "built",
    says: "app is dynamic",
  },
];
