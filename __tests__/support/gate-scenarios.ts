import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { git, Hub, payloads, type Tree, writeTree } from "./github.ts";
import type { Environment } from "../../src/model/environment.ts";
import type { FolderCache } from "../../src/ports/types.ts";
import type { HonestKind } from "./honest-kinds.ts";
import type { Inputs } from "../../src/config/inputs.ts";

const zeros = "0".repeat(40);

/** A job: where it runs, and the variables that GitHub sets. */
export type Job = { readonly workspace: string; readonly env: Environment };

export type Scenario = {
  /** As docs/gate.md has it. */
  readonly title: string;
  readonly base: Tree;
  readonly change: Tree;
  /** How the job comes about; without it, a pull request whose merge is checked out at depth 1. */
  readonly job?: (hub: Hub, scenario: Scenario) => Job;
  readonly inputs?: Partial<Inputs>;
  readonly env?: (workspace: string) => Environment;
  /** What outlives the job; without it, nothing does. */
  readonly folderCache?: FolderCache;
  /** Done to the workspace before the run. */
  readonly prepare?: (workspace: string) => void;
  /** How the base was looked at. */
  readonly compared:
    "built" | "listed" | "same files" | "not needed" | "not found" | "not built" | "new" | "read" | "none";
  readonly verdict: "pass" | "warn" | "fail";
  /** Part of the verdict's sentence. */
  readonly says: string;
  /** Findings against the base, as `kind file:line`. */
  readonly findings?: readonly string[];
  /** Part of a step. */
  readonly step?: string;
  /** Minutes of compiling on a cold cache: only with FULL=true. */
  readonly isLong?: boolean;
  /** It has to pass, or only warn: what it is, in the words of honest.ts. */
  readonly honest?: HonestKind;
  /** It needs root: files are given to another user. */
  readonly needsRoot?: boolean;
  /** What is new in it (sample.ts). Without one, nothing is but how the base was looked at. */
  readonly kind?: string;
};

const module = "module example.com/app\n\ngo 1.19\n";
const go = (...lines: readonly string[]): string => `package main\n\n${lines.join("\n")}\n`;
const pure = go("func main() {}");
const users = go('import _ "os/user"', "", "func main() {}");
const ownC = go("// int answer(void) { return 42; }", 'import "C"', "", "func main() { println(C.answer()) }");
const seedBefore = go(
  "// int answer(void) { return 42; }",
  'import "C"',
  "",
  'import _ "net"',
  "",
  "func main() { println(C.answer()) }",
);
const seedAfter = go('import _ "net"', "", "func main() { println(42) }");
const extldflags = { flags: "-ldflags=-extldflags=-static" };
const externalStatic = { flags: "-ldflags='-linkmode=external -extldflags=-static'" };
const app = (main: string, more: Tree = {}): Tree => ({ "go.mod": module, "main.go": main, ...more });
const library = (name: string, ...lines: readonly string[]): string => `package ${name}\n\n${lines.join("\n")}\n`;

/** A pull request; `checkout` is what the job has checked out. */
export function pullRequest(
  checkout: "merge" | "head" | "main" | "stale",
  { depth = 1, submodules = false, fork = false }: { depth?: number; submodules?: boolean; fork?: boolean } = {},
): NonNullable<Scenario["job"]> {
  return (hub, { base, change }) => {
    hub.push("main", base);
    hub.push("change", change);
    const { head: first, merge } = hub.openPullRequest("change");
    const head = checkout === "stale" ? hub.push("change", { "later.txt": "x" }) : first;
    // The base branch has gone on; a pull request is not to blame for that.
    if (checkout === "head") hub.push("main", { "elsewhere.go": "package main\n" });
    const commit = { merge, head, main: git(hub.developer, "rev-parse", "main"), stale: merge }[checkout];
    const workspace = hub.checkOut(commit, { depth, submodules });
    return { workspace, env: hub.event("pull_request", payloads.pullRequest(head, { fork })) };
  };
}

function pushed(
  name: "push" | "merge_group" | "schedule" | "workflow_dispatch",
  more: Environment = {},
): NonNullable<Scenario["job"]> {
  return (hub, { base, change }) => {
    const before = hub.push("main", base);
    const after = hub.push("main", change);
    git(hub.developer, "tag", "v1", before);
    git(hub.developer, "push", "--quiet", "origin", "v1");
    const payload = name === "push" ? payloads.push(before, after) : payloads.mergeGroup(before, after);
    return {
      workspace: hub.checkOut(after),
      env: hub.event(name, payload, { GITHUB_REF: "refs/heads/main", ...more }),
    };
  };
}

const newBranch: NonNullable<Scenario["job"]> = (hub, { base, change }) => {
  hub.push("main", base);
  const after = hub.push("new", change);
  return { workspace: hub.checkOut(after), env: hub.event("push", payloads.push(zeros, after)) };
};

/** The base was pushed away: no clone and no server has it any more. */
const lostBase: NonNullable<Scenario["job"]> = (hub, { change }) => {
  const after = hub.push("main", change);
  return { workspace: hub.checkOut(after), env: hub.event("push", payloads.push("ab".repeat(20), after)) };
};

const regressed = {
  verdict: "fail",
  compared: "built",
  says: "is now dynamic (was static; needs /lib64/ld-linux-x86-64.so.2",
} as const;
const usersAdded = { base: app(pure), change: { "main.go": users }, findings: ["regression main.go:3"] } as const;

const replaced = `${module}\nrequire example.com/dep v0.0.0\n\nreplace example.com/dep => ./dep\n`;
const dep = (...lines: readonly string[]): Tree => ({
  "dep/go.mod": "module example.com/dep\n\ngo 1.19\n",
  "dep/dep.go": library("dep", ...lines),
});
const vendored = (...lines: readonly string[]): Tree => ({
  "go.mod": `${module}\nrequire example.com/dep v1.0.0\n`,
  "vendor/modules.txt": "# example.com/dep v1.0.0\n## explicit; go 1.19\nexample.com/dep\n",
  "vendor/example.com/dep/dep.go": library("dep", ...lines),
});
const importsDep = go('import _ "example.com/dep"', "", "func main() {}");
const importsUsers = 'import _ "os/user"';
const broken = go("func main() { missing() }");

const regressions: readonly Scenario[] = [
  {
    ...regressed,
    title: '`import "C"` is removed from a program that `-extldflags=-static` made static',
    base: app(seedBefore),
    change: { "main.go": seedAfter },
    inputs: extldflags,
    says: 'import "C" was removed from main.go; only net still uses cgo, so Go links internally and ignores -extldflags=-static',
    findings: ["regression main.go:2"],
  },
  {
    title: 'the same backwards: `import "C"` is added, and the program becomes static',
    honest: "becoming static",
    base: app(seedAfter),
    change: { "main.go": seedBefore },
    inputs: extldflags,
    verdict: "warn",
    compared: "built",
    says: "app is static with default: it loads NSS libraries of the machine's own glibc at run time",
  },
  {
    ...regressed,
    ...usersAdded,
    title: "`os/user` is imported",
    says: "main.go:3 (added here) imports os/user, which uses cgo",
  },
  {
    ...regressed,
    title: "a dependency with cgo, three imports away",
    base: {
      ...app(go('import _ "example.com/app/internal/a"', "", "func main() {}"), dep(importsUsers)),
      "go.mod": replaced,
      "internal/a/a.go": library("a", 'import _ "example.com/app/internal/b"'),
      "internal/b/b.go": library("b", "// Nothing yet."),
    },
    change: { "internal/b/b.go": library("b", "// Now it has one.", 'import _ "example.com/dep"') },
    says: "internal/b/b.go:4 (added here) leads to os/user (example.com/app → internal/a → internal/b → example.com/dep → os/user), which uses cgo",
    findings: ["regression internal/b/b.go:4"],
  },
  {
    ...regressed,
    title: "a dependency that is there already gets another version, with cgo",
    base: {
      ...app(importsDep, dep("// Pure.")),
      "go.mod": replaced,
      "dep2/go.mod": "module example.com/dep\n\ngo 1.19\n",
      "dep2/dep.go": library("dep", importsUsers),
    },
    change: { "go.mod": replaced.replace("./dep", "./dep2") },
    says: "go.mod:7 (changed here) names example.com/dep => ./dep2, with which os/user uses cgo (example.com/app → example.com/dep → os/user)",
    findings: ["regression go.mod:7"],
  },
  {
    title: "C code asks for a library more",
    base: app(ownC),
    change: {
      "main.go": go(
        "// #cgo LDFLAGS: -lm",
        "// #include <math.h>",
        "// double root(double x) { return sqrt(x) + cos(x); }",
        'import "C"',
        "",
        "func main() { println(C.root(2)) }",
      ),
    },
    verdict: "fail",
    compared: "built",
    says: "now starts on fewer systems (also needs libm.so.6): main.go:3 (added here) hands -lm to the linker",
    findings: ["regression main.go:3"],
  },
  {
    title: "a static program begins to load NSS libraries",
    base: app(ownC),
    change: { "users.go": go('import _ "os/user"') },
    inputs: externalStatic,
    verdict: "fail",
    compared: "built",
    says: "introduces a new runtime risk",
    findings: ["regression users.go:3"],
  },
  {
    title: "`-buildmode=pie`, in a file that `GOENV` names",
    kind: "environment",
    base: app(pure, { "go.env": "GOFLAGS=\n" }),
    change: { "go.env": "GOFLAGS=-buildmode=pie\n" },
    env: (workspace) => ({ GOENV: join(workspace, "go.env") }),
    verdict: "fail",
    compared: "built",
    says: "it is built with -buildmode=pie (exe before)",
    findings: ["regression"],
  },
  {
    title: "it no longer builds",
    kind: "build-broken",
    base: app(pure),
    change: { "main.go": broken },
    verdict: "fail",
    compared: "built",
    says: "app no longer builds: ./main.go:3:15: undefined: missing",
    findings: ["build-broken main.go:3"],
  },
  {
    title: "an embedded file is removed, and it no longer builds",
    base: app(
      go('import _ "embed"', "", "//go:embed text.txt", "var text string", "", "func main() { println(text) }"),
      {
        "text.txt": "x",
      },
    ),
    change: { "text.txt": null },
    verdict: "fail",
    compared: "built",
    says: "app no longer builds",
    findings: ["build-broken main.go:5"],
  },
  {
    title: "a header elsewhere in the repository brings in a library",
    base: app(go('// #include "include/answer.h"', 'import "C"', "", "func main() { println(C.answer()) }"), {
      "include/answer.h": "static int answer(void) { return 42; }\n",
    }),
    change: { "include/answer.h": "#include <undefined.h>\n" },
    verdict: "fail",
    compared: "built",
    says: "no longer builds",
    findings: ["build-broken include/answer.h:1"],
  },
  {
    ...regressed,
    title: "the change is behind a symbolic link",
    base: app(pure, { "users.go": "-> _shared/users.go", "_shared/users.go": "package main\n" }),
    change: { "_shared/users.go": go(importsUsers) },
    says: "users.go:3 imports os/user",
    findings: ["regression users.go:3"],
  },
  {
    ...regressed,
    title: "a module of the same `go.work` changes",
    base: {
      "go.work": "go 1.19\n\nuse (\n\t./app\n\t./dep\n)\n",
      "app/go.mod": `${module}\nrequire example.com/dep v0.0.0\n`,
      "app/main.go": importsDep,
      ...dep("// Pure."),
    },
    change: { "dep/dep.go": library("dep", importsUsers) },
    inputs: { "working-directory": "app" },
    says: "../dep/dep.go:3 (added here) leads to os/user (example.com/app → example.com/dep → os/user), which uses cgo",
    findings: ["regression ../dep/dep.go:3"],
  },
  {
    ...regressed,
    title: "a vendored module changes",
    base: { ...app(importsDep), ...vendored("// Pure.") },
    change: vendored(importsUsers),
    says: "vendor/example.com/dep/dep.go:3 (added here) leads to os/user",
    findings: ["regression vendor/example.com/dep/dep.go:3"],
  },
  {
    ...regressed,
    title: "a submodule moves on",
    base: {},
    change: {},
    job: withSubmodule,
    says: "main.go:3 leads to os/user",
    findings: ["regression main.go:3"],
  },
  {
    ...regressed,
    title: "the working directory is below the root of the repository",
    base: { "service/go.mod": module, "service/main.go": pure },
    change: { "service/main.go": users },
    inputs: { "working-directory": "service" },
    says: "main.go:3 (added here) imports os/user, which uses cgo",
    findings: ["regression main.go:3"],
  },
  {
    ...regressed,
    ...usersAdded,
    title: "the file's name has quotes and a line break in it",
    change: { 'ma"in\n.go': go(importsUsers), "main.go": pure },
    says: 'ma"in\n.go:3 (added here) imports os/user',
    findings: ['regression ma"in\n.go:3'],
  },
];

const targets: readonly Scenario[] = [
  {
    title: "a target is removed",
    base: { "go.mod": module, "cmd/one/main.go": pure, "cmd/two/main.go": pure },
    change: { "cmd/two/main.go": null },
    verdict: "fail",
    compared: "listed",
    says: "two was removed; the base commit builds it",
  },
  {
    title: "a target is left out by its file's name (`main.go` → `main_plan9.go`)",
    base: { "go.mod": module, "cmd/one/main.go": pure, "cmd/two/main.go": pure },
    change: { "cmd/two/main.go": null, "cmd/two/main_plan9.go": pure },
    verdict: "fail",
    compared: "listed",
    says: "two was removed; the base commit builds it",
  },
  {
    title: "a target is removed that `ship: cgo-disabled` never built",
    base: { "go.mod": module, "cmd/one/main.go": pure, "cmd/two/main.go": ownC },
    change: { "cmd/two/main.go": null },
    inputs: { strategies: "cgo-disabled", ship: "cgo-disabled" },
    verdict: "pass",
    compared: "listed",
    says: "one is static",
  },
  {
    title: "a target gets another name",
    honest: "a move",
    base: { "go.mod": module, "cmd/one/main.go": pure },
    change: { "cmd/one/main.go": null, "cmd/uno/main.go": pure },
    verdict: "pass",
    compared: "listed",
    says: "uno is static",
  },
  {
    ...regressed,
    title: "a target gets another name, and becomes worse",
    base: { "go.mod": module, "cmd/one/main.go": go("// Does nothing,", "// and does it well.", "func main() {}") },
    change: {
      "cmd/one/main.go": null,
      "cmd/uno/main.go": go('import _ "os/user"', "// Does nothing,", "// and does it well.", "func main() {}"),
    },
    says: "uno is now dynamic (was static",
    findings: ["regression cmd/uno/main.go:3"],
  },
  {
    ...regressed,
    ...usersAdded,
    title: "the module gets another path, and the program becomes worse",
    change: { "go.mod": module.replace("/app", "/other"), "main.go": users },
    says: "other is now dynamic (was static",
  },
  {
    title: "a target is new, and dynamic",
    honest: "a new program",
    base: { "go.mod": module, "cmd/one/main.go": pure },
    change: { "cmd/two/main.go": users },
    verdict: "pass",
    compared: "listed",
    says: "is dynamic; no rule forbids it",
  },
  {
    title: "the first Go program of the repository",
    honest: "a new program",
    base: { "README.md": "x" },
    change: app(users),
    verdict: "pass",
    compared: "new",
    says: "app is dynamic",
    step: "has nothing in these folders: all is new",
  },
  {
    title: "the first program of a library",
    honest: "a new program",
    base: { "go.mod": module, "lib.go": library("app", "") },
    change: { "cmd/app/main.go": users },
    verdict: "pass",
    compared: "new",
    says: "app is dynamic",
    step: "has no main package: all is new",
  },
  {
    ...regressed,
    title: "one of 20 programs becomes worse, and only that is built again",
    base: { "go.mod": module, ...many(20) },
    change: { "cmd/p07/main.go": users },
    says: "p07 is now dynamic (was static",
    findings: ["regression cmd/p07/main.go:3"],
    step: "built 1 target of",
  },
  {
    ...regressed,
    title: "one of 200 programs becomes worse",
    base: { "go.mod": module, ...many(200) },
    change: { "cmd/p007/main.go": users },
    says: "p007 is now dynamic (was static",
    findings: ["regression cmd/p007/main.go:3"],
    step: "built 1 target of",
    isLong: true,
  },
];

const nothingNew: readonly Scenario[] = [
  {
    title: "only documentation changes",
    honest: "documentation",
    base: app(users),
    change: { "README.md": "new", "docs/page.txt": "new" },
    verdict: "pass",
    compared: "same files",
    says: "app is dynamic",
    step: "1 of 1 that could have regressed is built from the same files on both sides",
  },
  {
    title: "another package, and a test, change",
    honest: "tests",
    base: app(users, { "other/other.go": library("other", "") }),
    change: { "other/other.go": library("other", "// Changed."), "main_test.go": "package main\n" },
    verdict: "pass",
    compared: "same files",
    says: "app is dynamic",
  },
  {
    title: "a dynamic program changes and stays as it is",
    honest: "no new need",
    base: app(users),
    change: { "main.go": `${users}\n// Changed.\n` },
    verdict: "pass",
    compared: "built",
    says: "app is dynamic",
  },
  {
    title: "a static program changes and stays static",
    honest: "no new need",
    base: app(pure),
    change: { "main.go": `${pure}\n// Changed.\n` },
    verdict: "pass",
    compared: "listed",
    says: "app is static",
    step: "everything that ships is static, so nothing can have become dynamic",
  },
];

const noBase: readonly Scenario[] = [
  {
    title: "the base does not build",
    honest: "repair",
    base: app(broken),
    change: { "main.go": users },
    verdict: "warn",
    compared: "not built",
    says: "app could not be compared: the base was not built (./main.go:3:15: undefined: missing)",
  },
  {
    title: "neither builds, for the same reason",
    honest: "broken before",
    base: app(broken),
    change: { "main.go": `\n${broken}` },
    verdict: "warn",
    compared: "not built",
    says: "nor did the base commit",
  },
  {
    title: "neither builds, and the change adds a reason of its own",
    base: app(broken),
    change: { "main.go": go("func main() { another() }") },
    verdict: "fail",
    compared: "not built",
    says: "app does not build with default: ./main.go:3:15: undefined: another",
  },
  {
    title: "generated code that git ignores: the head has it, the base has not",
    base: app(go("func main() { generated() }"), { ".gitignore": "zz_*.go\n" }),
    change: { "main.go": go(importsUsers, "func main() { generated() }") },
    prepare: (workspace) => {
      writeTree(workspace, { "zz_generated.go": go("func generated() {}") });
    },
    verdict: "warn",
    compared: "not built",
    says: "app could not be compared: the base was not built",
    step: "the head is built with files that git ignores and the base has not: zz_generated.go",
  },
  {
    title: "a module outside of the repository (`replace ../x`)",
    base: app(importsDep, { "go.mod": replaced.replace("./dep", "../dep") }),
    change: { "main.go": go('import _ "example.com/dep"', "// Changed.", "func main() {}") },
    prepare: (workspace) => {
      writeTree(dirname(workspace), dep(importsUsers));
    },
    verdict: "warn",
    compared: "not built",
    says: "could not be compared",
  },
  {
    title: "the base cannot be fetched",
    base: {},
    change: app(users),
    job: lostBase,
    verdict: "warn",
    compared: "not found",
    says: "could not compare with the base commit: it is not in this clone, and fetching it failed",
  },
  {
    title: "the same, with `on-missing-baseline: fail`",
    base: {},
    change: app(users),
    job: lostBase,
    inputs: { "on-missing-baseline": "fail" },
    verdict: "fail",
    compared: "not found",
    says: "could not compare with the base commit",
  },
  {
    title: "the same, with `on-missing-baseline: pass`",
    base: {},
    change: app(users),
    job: lostBase,
    inputs: { "on-missing-baseline": "pass" },
    verdict: "pass",
    compared: "not found",
    says: "app is dynamic",
  },
  {
    title: "the base cannot be fetched, and everything is static",
    base: {},
    change: app(pure),
    job: lostBase,
    verdict: "warn",
    compared: "not found",
    says: "could not compare with the base commit",
  },
  {
    title: "the workspace is not a git repository",
    base: app(pure),
    change: { "main.go": users },
    prepare: (workspace) => {
      writeTree(workspace, { ".git": null });
    },
    verdict: "warn",
    compared: "not found",
    says: "no git repository",
  },
];

/** A C compiler that always fails, in a folder beside the workspace. */
function brokenCompiler(...lines: readonly string[]): Pick<Scenario, "prepare" | "env"> {
  const path = (workspace: string): string => join(dirname(workspace), "broken-cc");
  return {
    prepare: (workspace) => {
      writeFileSync(path(workspace), `#!/bin/sh\n${lines.join("\n")}\n`, { mode: 0o755 });
    },
    env: (workspace) => ({ CC: path(workspace), CGO_ENABLED: "1" }),
  };
}

const userAnd = (...lines: readonly string[]): string => go(importsUsers, "", "func main() {", ...lines, "}");

const notShown: readonly Scenario[] = [
  {
    title: 'a pure program gets `import "C"`, and `ship: cgo-disabled`',
    kind: "not shown",
    base: app(pure),
    change: { "main.go": ownC },
    inputs: { ship: "cgo-disabled", strategies: "cgo-disabled" },
    verdict: "fail",
    compared: "built",
    says: "app is no longer built: the program has only cgo files, and this strategy turns cgo off",
    findings: ["build-broken"],
  },
  {
    title: "an import with only cgo files, and `ship: cgo-disabled`",
    base: app(pure, { "c/c.go": library("c", 'import "C"') }),
    change: { "main.go": go('import _ "example.com/app/c"', "", "func main() {}") },
    inputs: { ship: "cgo-disabled", strategies: "cgo-disabled" },
    verdict: "fail",
    compared: "built",
    says: "app is no longer built: example.com/app/c has only cgo files",
    findings: ["build-broken"],
  },
  {
    title: "only cgo files before and after, and `ship: cgo-disabled`",
    honest: "broken before",
    base: app(ownC),
    change: { "main.go": `${ownC}\n` },
    inputs: { ship: "cgo-disabled", strategies: "cgo-disabled" },
    verdict: "warn",
    compared: "not built",
    says: "app was not built with cgo-disabled, the strategy that ships: the program has only cgo files",
  },
  {
    title: "only cgo files before and after, and `ship: cgo-disabled`, with `require: static`",
    base: app(ownC),
    change: { "main.go": `${ownC}\n` },
    inputs: { ship: "cgo-disabled", strategies: "cgo-disabled", require: "static" },
    verdict: "fail",
    compared: "not built",
    says: "and require: static is set",
  },
  {
    title: "a C compiler that fails on both sides",
    ...brokenCompiler("echo 'cc: error: this compiler is broken' >&2", "exit 1"),
    base: app(users),
    change: { "main.go": userAnd("println(1)") },
    verdict: "fail",
    compared: "not built",
    says: "app does not build with default: ",
  },
  {
    title: "a C compiler that fails on both sides, with `require: static`",
    ...brokenCompiler("echo 'cc: error: this compiler is broken' >&2", "exit 1"),
    base: app(users),
    change: { "main.go": userAnd("println(1)") },
    inputs: { require: "static" },
    verdict: "fail",
    compared: "not built",
    says: "app does not build with default: ",
  },
  {
    title: "a C compiler that finds the disk full on both sides",
    ...brokenCompiler("echo 'Fatal error: cannot write to main.o: No space left on device' >&2", "exit 1"),
    base: app(users),
    change: { "main.go": userAnd("println(1)") },
    verdict: "fail",
    compared: "not built",
    says: "this machine ran out of disk space",
  },
  {
    title: "a missing compiler for the strategy that ships",
    base: app(users),
    change: { "main.go": userAnd("println(1)") },
    inputs: { ship: "musl", strategies: "musl", platforms: "linux/ppc64" },
    verdict: "fail",
    compared: "not built",
    says: "app was not built with musl, the strategy that ships: no musl compiler for linux/ppc64",
  },
  {
    title: "neither builds, for the same reason, with `require: static`",
    base: app(broken),
    change: { "main.go": `\n${broken}` },
    inputs: { require: "static" },
    verdict: "fail",
    compared: "not built",
    says: "undefined: missing, and require: static is set",
  },
  {
    title: "the base cannot be fetched, with `baseline: build`",
    job: lostBase,
    base: {},
    change: app(users),
    inputs: { baseline: "build" },
    verdict: "fail",
    compared: "not found",
    says: "could not compare with the base commit",
  },
  {
    title: "the base does not build, with `baseline: build`",
    base: app(broken),
    change: { "main.go": users },
    inputs: { baseline: "build" },
    verdict: "fail",
    compared: "not built",
    says: "app could not be compared: the base was not built",
  },
];

const events: readonly Scenario[] = [
  { ...regressed, ...usersAdded, title: "a pull request from a fork", job: pullRequest("merge", { fork: true }) },
  { ...regressed, ...usersAdded, title: "a pull request in a full clone", job: pullRequest("merge", { depth: 0 }) },
  {
    ...regressed,
    ...usersAdded,
    title: "a pull request whose head is checked out, in a full clone",
    job: pullRequest("head", { depth: 0 }),
    step: "looking for where it left main",
  },
  {
    ...regressed,
    ...usersAdded,
    title: "a pull request whose head is checked out, at depth 1",
    kind: "head",
    job: pullRequest("head"),
    step: "looking for where it left main",
  },
  {
    ...usersAdded,
    title: "a pull request whose merge is stale",
    job: pullRequest("stale"),
    findings: [],
    verdict: "warn",
    compared: "not found",
    says: "the merge is stale, run again",
  },
  {
    title: "a pull request, and something else is checked out, which has no parent",
    base: app(users),
    change: { "main.go": pure },
    job: pullRequest("main"),
    verdict: "warn",
    compared: "not found",
    says: "HEAD is not a commit of this pull request: another commit is checked out, and it has no parent",
  },
  {
    ...regressed,
    ...usersAdded,
    title: "a push, and something else is checked out, which becomes worse than its first parent",
    job: (hub, scenario) => {
      const job = pushed("push")(hub, scenario);
      const other = "cd".repeat(20);
      return { ...job, env: { ...job.env, ...hub.event("push", payloads.push(other, "ef".repeat(20))) } };
    },
    step: "which the event is about: another commit is checked out",
  },
  {
    ...usersAdded,
    title: "a pull request, and the event's file is not there",
    job: (hub, scenario) => {
      const job = pullRequest("merge")(hub, scenario);
      return { ...job, env: { ...job.env, GITHUB_EVENT_PATH: join(hub.root, "no such file") } };
    },
    findings: [],
    verdict: "warn",
    compared: "not found",
    says: "the event has no pull request",
  },
  { ...regressed, ...usersAdded, title: "a push", job: pushed("push") },
  {
    ...usersAdded,
    title: "a push of a new branch",
    job: newBranch,
    findings: [],
    verdict: "pass",
    compared: "none",
    says: "app is dynamic",
    step: "the branch is new",
  },
  {
    ...usersAdded,
    title: "a push of a tag",
    job: pushed("push", { GITHUB_REF: "refs/tags/v2" }),
    findings: [],
    verdict: "pass",
    compared: "none",
    says: "app is dynamic",
    step: "a tag has no base commit; set baseline-ref",
  },
  {
    ...regressed,
    ...usersAdded,
    title: "a push of a tag, with `baseline-ref: v1`",
    job: pushed("push", { GITHUB_REF: "refs/tags/v2" }),
    inputs: { "baseline-ref": "v1" },
  },
  { ...regressed, ...usersAdded, title: "a merge queue", job: pushed("merge_group") },
  {
    ...usersAdded,
    title: "a schedule",
    job: pushed("schedule"),
    findings: [],
    verdict: "pass",
    compared: "none",
    says: "app is dynamic",
    step: "the event schedule has no base",
  },
  {
    ...regressed,
    ...usersAdded,
    title: "a start by hand, with `baseline-ref: v1`",
    job: pushed("workflow_dispatch"),
    inputs: { "baseline-ref": "v1" },
  },
  {
    ...usersAdded,
    title: "a pull request, with `baseline: none`",
    inputs: { baseline: "none" },
    findings: [],
    verdict: "pass",
    compared: "read",
    says: "app is dynamic",
  },
];

const policyOf = (require: string): Tree => ({
  ".github/go-linkage.yml": `rules:\n  - { packages: app, require: ${require} }\n`,
});

const rules: readonly Scenario[] = [
  {
    ...usersAdded,
    title: "a regression, with `fail-on: policy,build,missing`",
    inputs: { "fail-on": "policy,build,missing" },
    compared: "built",
    verdict: "warn",
    says: "app is now dynamic (was static",
  },
  {
    ...usersAdded,
    title: "a regression, with `fail-on: policy` and `require: static`",
    inputs: { "fail-on": "policy", require: "static" },
    compared: "built",
    verdict: "fail",
    says: "require: static is set",
  },
  {
    title: "a target is removed, with `fail-on: regression`",
    base: { "go.mod": module, "cmd/one/main.go": pure, "cmd/two/main.go": pure },
    change: { "cmd/two/main.go": null },
    inputs: { "fail-on": "regression" },
    verdict: "warn",
    compared: "listed",
    says: "two was removed; the base commit builds it",
  },
  {
    title: "a regression, with `baseline: policy` and a rule that allows it",
    base: app(pure, policyOf("any")),
    change: { "main.go": users },
    inputs: { baseline: "policy" },
    compared: "read",
    verdict: "pass",
    says: "app is dynamic",
  },
  {
    title: "a rule is broken, with `baseline: policy`",
    base: app(pure, policyOf("static")),
    change: { "main.go": users },
    inputs: { baseline: "policy" },
    compared: "read",
    verdict: "fail",
    says: ".github/go-linkage.yml:2 requires static",
  },
  {
    title: "a rule is relaxed by the same change, with `baseline: policy`",
    base: app(pure, policyOf("static")),
    change: { "main.go": users, ...policyOf("any") },
    inputs: { baseline: "policy" },
    compared: "read",
    verdict: "warn",
    says: "this change relaxes the policy: app linux/amd64 static → any",
  },
  {
    title: "a regression, and the same change sets `fail-on: none` in the config file",
    base: { ...app(pure), ".github/go-linkage.yml": "inputs:\n  ship: default\n" },
    change: { "main.go": users, ".github/go-linkage.yml": "inputs:\n  ship: default\n  fail-on: none\n" },
    compared: "built",
    verdict: "warn",
    says: "this change relaxes the policy: fail-on is without regression, policy, build, missing",
    findings: ["regression main.go:3"],
  },
  {
    title: "it no longer builds, with `fail-on: none`",
    base: app(pure),
    change: { "main.go": broken },
    inputs: { "fail-on": "none" },
    verdict: "warn",
    compared: "built",
    says: "app no longer builds",
    findings: ["build-broken main.go:3"],
  },
];

/** The kind of a scenario, for sample.ts. */
export function kindOf({ kind, compared }: Scenario): string {
  return kind ?? compared;
}

/** By the heading of docs/gate.md. */
export const gateScenarios = {
  regressions,
  targets,
  nothingNew,
  noBase,
  notShown,
  events,
  rules,
} as const;

function many(count: number): Tree {
  const width = String(count - 1).length;
  const names = Array.from({ length: count }, (_, at) => `cmd/p${String(at).padStart(width, "0")}/main.go`);
  return Object.fromEntries(names.map((name) => [name, pure]));
}

/** A module in a submodule; the pull request only moves the submodule. */
function withSubmodule(hub: Hub): Job {
  const other = new Hub();
  hub.guests.push(other);
  const { "dep/go.mod": modFile = "" } = dep();
  const before = other.push("main", { "go.mod": modFile, "dep.go": library("dep", "// Pure.") });
  const { developer } = hub;
  git(developer, "submodule", "--quiet", "add", `file://${other.origin}`, "dep");
  hub.push("main", { ...app(importsDep), "go.mod": replaced });
  git(developer, "checkout", "--quiet", "-b", "change");
  git(join(developer, "dep"), "pull", "--quiet", "origin", "main");
  const after = other.push("main", { "dep.go": library("dep", importsUsers) });
  git(join(developer, "dep"), "fetch", "--quiet", "origin");
  git(join(developer, "dep"), "checkout", "--quiet", after);
  hub.push("change", {});
  git(developer, "checkout", "--quiet", "main");
  git(join(developer, "dep"), "checkout", "--quiet", before);
  const { head, merge } = hub.openPullRequest("change");
  const workspace = hub.checkOut(merge, { submodules: true });
  return { workspace, env: hub.event("pull_request", payloads.pullRequest(head)) };
}
