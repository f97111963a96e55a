import { chownSync, lstatSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { pullRequest, type Scenario } from "./gate-scenarios.ts";
import { git, type Hub, payloads, type Tree } from "./github.ts";

// Honest changes and checkouts that no other list has. None of them may fail.

const goMod = "module example.com/app\n\ngo 1.21\n";
const go = (...lines: readonly string[]): string => `package main\n\n${lines.join("\n")}\n`;
const pure = go("func main() {}");
const users = go('import _ "os/user"', "", "func main() {}");
const both: Tree = { "go.mod": goMod, "cmd/app/main.go": pure, "cmd/tool/main.go": users };
const onlyApp: Tree = { "go.mod": goMod, "main.go": pure };
const isOneDynamic = "is dynamic; no rule forbids it";
const native = go('// #include "answer.h"', 'import "C"', "", "func main() { println(C.answer()) }");
const ownC: Tree = {
  "go.mod": goMod,
  "main.go": native,
  "answer.h": "int answer(void);\n",
  "answer.c": '#include "answer.h"\n\nint answer(void) { return 42; }\n',
};

const passes = { verdict: "pass", compared: "same files" } as const;

export const honestChanges: readonly Scenario[] = [
  {
    title: "a library that no program uses becomes dynamic",
    honest: "an unused library",
    base: { ...both, "lib/lib.go": "package lib\n" },
    change: { "lib/lib.go": 'package lib\n\nimport _ "net"\n' },
    ...passes,
    says: isOneDynamic,
  },
  {
    title: "a library that no program uses no longer compiles",
    honest: "an unused library",
    base: { ...both, "lib/lib.go": "package lib\n" },
    change: { "lib/lib.go": "package lib\n\nfunc f() { missing() }\n" },
    ...passes,
    says: isOneDynamic,
  },
  {
    title: "a test imports what uses cgo",
    honest: "tests",
    base: both,
    change: { "cmd/app/main_test.go": go('import (\n\t_ "net"\n\t_ "os/user"\n)') },
    ...passes,
    says: isOneDynamic,
  },
  {
    title: "a test no longer compiles",
    honest: "tests",
    base: both,
    change: { "cmd/app/main_test.go": go("func broken() { missing() }") },
    ...passes,
    says: isOneDynamic,
  },
  {
    title: "files for Windows and Plan 9 use whatever they like",
    honest: "files of other systems",
    base: both,
    change: {
      "cmd/app/sys_windows.go": go('import _ "os/user"'),
      "cmd/app/sys_plan9.go": go("func sys() { missing() }"),
      "cmd/app/other.go": `//go:build darwin && arm64\n\n${go('import "C"')}`,
    },
    ...passes,
    says: isOneDynamic,
  },
  {
    title: "a program for Windows alone is new",
    honest: "files of other systems",
    base: both,
    change: { "cmd/win/main_windows.go": users },
    ...passes,
    says: isOneDynamic,
  },
  {
    title: "a program gets a file for its own system",
    honest: "files of other systems",
    base: onlyApp,
    change: { "main.go": null, "main_linux.go": pure },
    verdict: "pass",
    compared: "listed",
    says: "app is static",
  },
  {
    title: "C code changes, without a new need",
    honest: "no new need",
    base: ownC,
    change: { "answer.c": '#include "answer.h"\n\nint answer(void) { return 43; }\n' },
    verdict: "pass",
    compared: "built",
    says: "app is dynamic",
  },
  {
    title: "C code becomes a package of its own",
    honest: "no new need",
    base: ownC,
    change: {
      "main.go": go('import "example.com/app/answer"', "", "func main() { println(answer.Get()) }"),
      "answer.h": null,
      "answer.c": null,
      "answer/answer.h": ownC["answer.h"] ?? "",
      "answer/answer.c": ownC["answer.c"] ?? "",
      "answer/answer.go":
        'package answer\n\n// #include "answer.h"\nimport "C"\n\nfunc Get() int { return int(C.answer()) }\n',
    },
    verdict: "pass",
    compared: "built",
    says: "app is dynamic",
  },
  {
    title: "a dynamic program imports more that uses cgo",
    honest: "no new need",
    base: { "go.mod": goMod, "main.go": go('import _ "net"', "", "func main() {}") },
    change: { "users.go": go('import _ "os/user"') },
    verdict: "pass",
    compared: "built",
    says: "app is dynamic",
  },
  {
    title: "a dynamic program becomes static",
    honest: "becoming static",
    base: both,
    change: { "cmd/tool/main.go": pure },
    verdict: "pass",
    compared: "listed",
    says: "all 2 programs are static",
  },
  {
    title: 'a static program gets `import "C"` and loses it again in the same change',
    honest: "documentation",
    base: onlyApp,
    change: { "main.go": `${pure}// It had import "C" for a while.\n` },
    verdict: "pass",
    compared: "listed",
    says: "app is static",
  },
  {
    title: "a module of its own is new, in a folder below",
    honest: "a new program",
    base: both,
    change: { "tools/go.mod": goMod.replace("/app", "/tools"), "tools/main.go": users },
    ...passes,
    says: isOneDynamic,
  },
  {
    title: "a library is split off a program",
    honest: "a move",
    base: { ...both, "cmd/app/help.go": go("func help() {}") },
    change: { "cmd/app/help.go": null, "lib/help.go": "package lib\n\nfunc Help() {}\n" },
    ...passes,
    says: isOneDynamic,
  },
  {
    title: "line ends, a byte order mark and attributes of git",
    honest: "documentation",
    base: both,
    change: { "cmd/app/main.go": `\uFEFF${pure.replaceAll("\n", "\r\n")}`, ".gitattributes": "*.md text eol=crlf\n" },
    ...passes,
    says: isOneDynamic,
  },
  {
    title: "a program that did not build builds now",
    honest: "repair",
    base: { ...both, "cmd/app/main.go": go("func main() { missing() }") },
    change: { "cmd/app/main.go": pure },
    ...passes,
    says: isOneDynamic,
  },
];

const noSum: Tree = {
  "go.mod": `${goMod}\nrequire example.com/dep v1.0.0\n`,
  "main.go": go('import _ "example.com/dep"', "", "func main() {}"),
};
const docs: Tree = { "README.md": "new\n" };
const isAsBefore = {
  honest: "broken before",
  verdict: "warn",
  compared: "not built",
  says: "nor did the base commit",
} as const;

const cycle: Tree = {
  "go.mod": goMod,
  "main.go": go('import _ "example.com/app/a"', "", "func main() {}"),
  "a/a.go": 'package a\n\nimport _ "example.com/app/b"\n',
  "b/b.go": 'package b\n\nimport _ "example.com/app/a"\n',
};
const undefinedReference = (...more: readonly string[]): string =>
  go("// int answer(void);", 'import "C"', "", ...more, "func main() { println(C.answer()) }");
const vendor = (version: string): Tree => ({
  "vendor/modules.txt": `# example.com/dep ${version}\n## explicit; go 1.19\nexample.com/dep\n`,
  "vendor/example.com/dep/dep.go": "package dep\n",
});

/** Errors without a line of a file: the base has them too, and this change is not to blame. */
export const brokenBefore: readonly Scenario[] = [
  {
    ...isAsBefore,
    title: "vendoring is inconsistent on both sides",
    base: { ...noSum, ...vendor("v1.1.0") },
    change: docs,
  },
  {
    ...isAsBefore,
    title: "go.sum lacks the go.mod of a module on both sides",
    base: { ...noSum, "go.mod": `${noSum["go.mod"] ?? ""}\nrequire example.com/dep v1.2.0\n` },
    change: docs,
  },
  {
    ...isAsBefore,
    title: "go.mod cannot be read on both sides",
    base: { ...noSum, "go.mod": `${goMod}<<<<<<< HEAD\n` },
    change: { "main.go": users },
  },
  {
    ...isAsBefore,
    title: "go.work names a folder that is not there, on both sides",
    base: { ...onlyApp, "go.work": "go 1.21\n\nuse (\n\t.\n\t./nowhere\n)\n" },
    change: docs,
  },
  {
    ...isAsBefore,
    title: "go.sum lacks a module on both sides",
    base: noSum,
    change: { "main.go": `${noSum["main.go"] ?? ""}\n// Changed.\n` },
  },
  {
    ...isAsBefore,
    title: "the linker does not find a C function on both sides",
    base: { "go.mod": goMod, "main.go": undefinedReference() },
    change: { "main.go": undefinedReference("// Changed.", "") },
  },
  { ...isAsBefore, title: "an import cycle on both sides", base: cycle, change: docs },
  {
    ...isAsBefore,
    title: "two packages in one folder on both sides",
    base: { ...onlyApp, "other.go": "package other\n" },
    change: docs,
  },
  {
    ...isAsBefore,
    title: "C files without cgo on both sides",
    base: { ...onlyApp, "x.c": "int x;\n" },
    change: { "x.c": "int x = 1;\n" },
  },
  {
    ...isAsBefore,
    title: "no function main on both sides",
    base: { "go.mod": goMod, "main.go": "package main\n" },
    change: docs,
  },
  {
    ...isAsBefore,
    title: "a module is replaced by a folder that is not there, on both sides",
    base: { ...noSum, "go.mod": `${noSum["go.mod"] ?? ""}\nreplace example.com/dep => ./dep\n` },
    change: docs,
  },
];

/** The like of it that has to fail: another fault, or a rule that asks for more. */
export const brokenOtherwise: readonly Scenario[] = [
  {
    title: "an import cycle that another one takes the place of",
    base: cycle,
    change: {
      "a/a.go": 'package a\n\nimport _ "example.com/app/c"\n',
      "c/c.go": cycle["b/b.go"]?.replace("b", "c") ?? "",
    },
    verdict: "fail",
    compared: "not built",
    says: "import cycle not allowed",
  },
  {
    title: "the linker does not find another C function than on the base",
    base: { "go.mod": goMod, "main.go": undefinedReference() },
    change: { "main.go": undefinedReference().replaceAll("answer", "other") },
    verdict: "fail",
    compared: "not built",
    says: "the linker does not find other",
  },
  {
    title: "vendoring is inconsistent on both sides, with `require: static`",
    base: { ...noSum, ...vendor("v1.1.0") },
    change: docs,
    inputs: { require: "static" },
    verdict: "fail",
    compared: "not built",
    says: "and require: static is set",
  },
  {
    title: "vendoring is inconsistent on both sides, with `baseline: build`",
    base: { ...noSum, ...vendor("v1.1.0") },
    change: docs,
    inputs: { baseline: "build" },
    verdict: "fail",
    compared: "not built",
    says: "nor did the base commit",
  },
];

function giveAway(path: string): void {
  chownSync(path, 65_534, 65_534);
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) giveAway(join(path, name));
}

/** The merge of a pull request, checked out in some way; `prepare` gets the folder of the job. */
function checkedOut(
  how: Parameters<Hub["checkOut"]>[1],
  change: (workspace: string) => string = (workspace) => workspace,
): NonNullable<Scenario["job"]> {
  return (hub, scenario) => {
    hub.push("main", scenario.base);
    hub.push("change", scenario.change);
    const { head, merge } = hub.openPullRequest("change");
    git(hub.origin, "config", "uploadpack.allowFilter", "true");
    const workspace = change(hub.checkOut(merge, how));
    const event = hub.event("pull_request", payloads.pullRequest(head));
    return { workspace, env: { ...event, GITHUB_WORKSPACE: workspace } };
  };
}

const checkout = { honest: "a checkout", base: both, change: { "cmd/app/main.go": `${pure}// Changed.\n` } } as const;

export const honestCheckouts: readonly Scenario[] = [
  {
    ...checkout,
    ...passes,
    title: "a workspace of another user",
    kind: "checkout",
    job: checkedOut({}),
    prepare: giveAway,
    needsRoot: true,
    says: isOneDynamic,
  },
  { ...checkout, ...passes, title: "a full clone", job: checkedOut({ depth: 0 }), says: isOneDynamic },
  { ...checkout, ...passes, title: "`fetch-depth: 2`", job: checkedOut({ depth: 2 }), says: isOneDynamic },
  {
    ...checkout,
    ...passes,
    title: "a clone without blobs",
    job: checkedOut({ depth: 0, fetch: ["--filter=blob:none"] }),
    says: isOneDynamic,
  },
  {
    ...checkout,
    ...passes,
    title: "a clone without trees",
    job: checkedOut({ depth: 0, fetch: ["--filter=tree:0"] }),
    says: isOneDynamic,
  },
  {
    ...checkout,
    ...passes,
    title: "a sparse checkout that has all that is built",
    base: { ...both, "docs/page.md": "x\n", "assets/big.txt": "x\n" },
    job: checkedOut({}, (workspace) => {
      git(workspace, "sparse-checkout", "set", "cmd");
      return workspace;
    }),
    says: isOneDynamic,
  },
  {
    ...checkout,
    ...passes,
    title: "a linked work tree",
    job: checkedOut({ depth: 0 }, (workspace) => {
      const linked = join(workspace, "../linked");
      git(workspace, "worktree", "add", "--quiet", "--detach", linked, "HEAD");
      return linked;
    }),
    says: isOneDynamic,
  },
  {
    ...checkout,
    ...passes,
    title: "`path:` of the checkout",
    job: (hub, scenario) => {
      const { workspace, env } = checkedOut({})(hub, scenario);
      const outer = join(workspace, "../workspace");
      mkdirSync(outer);
      renameSync(workspace, join(outer, "src"));
      return { workspace: join(outer, "src"), env: { ...env, GITHUB_WORKSPACE: outer } };
    },
    says: isOneDynamic,
  },
  {
    ...checkout,
    ...passes,
    title: "a pull request whose head is checked out, in a full clone, and nothing gets worse",
    job: pullRequest("head", { depth: 0 }),
    says: isOneDynamic,
  },
  {
    ...checkout,
    ...passes,
    title: "untracked files lie about",
    job: checkedOut({}, (workspace) => {
      mkdirSync(join(workspace, "node_modules/x"), { recursive: true });
      return workspace;
    }),
    says: isOneDynamic,
  },
];
