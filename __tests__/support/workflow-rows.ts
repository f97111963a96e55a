import { join } from "node:path";
import { afterAll, expect } from "vitest";
import { annotationsOf } from "../../src/report/annotations.ts";
import type { Environment } from "../../src/model/environment.ts";
import type { HonestKind } from "./honest-kinds.ts";
import type { Report } from "../../src/model/report.ts";
import { plainEnvironment, runReport } from "./engine.ts";
import { Hub, payloads, type Tree } from "./github.ts";

// Changes of the workflow and of the config file, in real repositories with real builds.

const hubs: Hub[] = [];

afterAll(() => {
  for (const hub of hubs) hub.remove();
});

type Inputs = Readonly<Record<string, string>>;

export type WorkflowRow = {
  readonly name: string;
  readonly base: Tree;
  readonly change: Tree;
  /** What the runner hands to the step: what the head's workflow says. */
  readonly inputs?: Inputs;
  /** What it says of the step, and variables of the job. */
  readonly env?: Environment;
  readonly outcome: "pass" | "warn" | "fail";
  readonly says: string;
  /** `FILE:LINE` of the annotation of the regression. */
  readonly at?: string;
  readonly step?: string;
  readonly isSample?: true;
  /** As in gate-scenarios.ts. */
  readonly honest?: HonestKind;
};

const ci = ".github/workflows/ci.yml";
const other = ".github/workflows/other.yml";
const config = ".github/go-linkage.yml";
const module = "module example.com/app\n\ngo 1.19\n";
const pure = "package main\n\nfunc main() {}\n";
const users = 'package main\n\nimport _ "os/user"\n\nfunc main() {}\n';
const tags = "-tags=netgo,osusergo";

/** A workflow with a job `gate` that has one step of ours; `more` are lines of the step. */
function workflow(more: readonly string[], { job = [] as readonly string[], id = "gate" } = {}): string {
  return [
    "on: pull_request",
    "jobs:",
    `  ${id}:`,
    "    runs-on: ubuntu-latest",
    ...job.map((line) => `    ${line}`),
    "    steps:",
    "      - uses: actions/checkout@v6",
    "      - uses: acme/go-linkage@v1",
    ...more.map((line) => `        ${line}`),
    "",
  ].join("\n");
}

const ofMatrix = (values: string): { readonly job: readonly string[] } => ({
  job: ["strategy:", `  matrix: { on: [${values}] }`],
});

const withInputs = (inputs: Inputs): readonly string[] => [
  "with:",
  ...Object.entries(inputs).map(([name, value]) => `  ${name}: ${value}`),
];

const program = (main: string, more: Tree = {}): Tree => ({ "go.mod": module, "main.go": main, ...more });

const regressed = { outcome: "fail", says: "is now dynamic (was static" } as const;

export const workflowRows: readonly WorkflowRow[] = [
  {
    ...regressed,
    name: "the workflow drops -tags netgo",
    base: program(users, { [ci]: workflow(withInputs({ require: "none", flags: tags })) }),
    change: { [ci]: workflow(withInputs({ require: "none" })) },
    inputs: { require: "none" },
    at: `${ci}:9`,
    step: "the base is built as its own workflow says; flags differs",
  },
  {
    ...regressed,
    name: "the workflow replaces the flags",
    base: program(users, { [ci]: workflow(withInputs({ flags: tags })) }),
    change: { [ci]: workflow(withInputs({ flags: "-trimpath" })) },
    inputs: { flags: "-trimpath" },
    at: `${ci}:9`,
  },
  {
    ...regressed,
    name: "the workflow ships another strategy",
    base: program(users, { [ci]: workflow(withInputs({ ship: "cgo-disabled" })) }),
    change: { [ci]: workflow(withInputs({ ship: "default" })) },
    inputs: { ship: "default" },
    at: `${ci}:9`,
  },
  {
    ...regressed,
    name: "CGO_ENABLED: 0 of the job is dropped",
    isSample: true,
    base: program(users, { [ci]: workflow([], { job: ["env:", "  CGO_ENABLED: 0"] }) }),
    change: { [ci]: workflow([]) },
    at: `${ci}:7`,
    step: "the base is built as its own workflow says; CGO_ENABLED differs",
  },
  {
    ...regressed,
    name: "GOFLAGS of the workflow is dropped",
    base: program(users, { [ci]: `env: { GOFLAGS: "${tags}" }\n${workflow([])}` }),
    change: { [ci]: workflow([]) },
    at: `${ci}:7`,
  },
  {
    ...regressed,
    name: "an earlier step no longer writes GOFLAGS",
    base: program(users, {
      [ci]: workflow([]).replace("    steps:\n", `    steps:\n      - run: echo "GOFLAGS=${tags}" >> "$GITHUB_ENV"\n`),
    }),
    change: { [ci]: workflow([]) },
    at: `${ci}:7`,
  },
  {
    ...regressed,
    name: "the job and the file are renamed with it",
    base: program(users, { [ci]: workflow(withInputs({ flags: tags }), { id: "check" }) }),
    change: { [ci]: null, ".github/workflows/new.yml": workflow([]) },
    env: { GITHUB_WORKFLOW_REF: "acme/app/.github/workflows/new.yml@refs/pull/1/merge" },
    at: ".github/workflows/new.yml:7",
  },
  {
    ...regressed,
    name: "a value of the matrix is dropped",
    base: program(users, {
      [ci]: workflow(withInputs({ flags: "${{ matrix.flags }}" }), {
        job: ["strategy:", `  matrix: { flags: ["${tags}"] }`],
      }),
    }),
    change: {
      [ci]: workflow(withInputs({ flags: "${{ matrix.flags }}" }), {
        job: ["strategy:", '  matrix: { flags: ["-trimpath"] }'],
      }),
    },
    inputs: { flags: "-trimpath" },
    at: `${ci}:11`,
  },
  {
    ...regressed,
    name: "a caller gives its workflow other inputs",
    base: program(users, {
      [ci]: `on: pull_request\njobs:\n  call:\n    uses: ./.github/workflows/lib.yml\n    with: { flags: "${tags}" }\n`,
      ".github/workflows/lib.yml": workflow(withInputs({ flags: "${{ inputs.flags }}" })).replace(
        "on: pull_request",
        "on: { workflow_call: { inputs: { flags: { type: string, default: -trimpath } } } }",
      ),
    }),
    change: { [ci]: "on: pull_request\njobs:\n  call:\n    uses: ./.github/workflows/lib.yml\n" },
    inputs: { flags: "-trimpath" },
    at: ".github/workflows/lib.yml:9",
  },
  {
    ...regressed,
    name: "a composite action of the repository has another default",
    base: program(users, {
      [ci]: workflow([]).replace("acme/go-linkage@v1", "./tools/gate"),
      "tools/gate/action.yml": `inputs: { flags: { default: "${tags}" } }\nruns:\n  using: composite\n  steps:\n    - uses: acme/go-linkage@v1\n      with: { flags: "\${{ inputs.flags }}" }\n`,
    }),
    change: {
      "tools/gate/action.yml": `inputs: { flags: { default: -trimpath } }\nruns:\n  using: composite\n  steps:\n    - uses: acme/go-linkage@v1\n      with: { flags: "\${{ inputs.flags }}" }\n`,
    },
    inputs: { flags: "-trimpath" },
    at: "tools/gate/action.yml:6",
  },
  {
    name: "require: static is dropped, and the program is dynamic",
    isSample: true,
    base: program(users, { [ci]: workflow(withInputs({ require: "static" })) }),
    change: { [ci]: workflow([]) },
    outcome: "warn",
    says: "this change relaxes the policy: app",
  },
  {
    name: "the same, and the base's workflow has policy-relaxation: fail",
    base: program(users, { [ci]: workflow(withInputs({ require: "static", "policy-relaxation": "fail" })) }),
    change: { [ci]: workflow([]) },
    outcome: "fail",
    says: "this change relaxes the policy: app",
  },
  {
    name: "baseline: none is new",
    isSample: true,
    base: program(pure, { [ci]: workflow([]) }),
    change: { "main.go": users, [ci]: workflow(withInputs({ baseline: "none" })) },
    inputs: { baseline: "none" },
    outcome: "warn",
    says: "this change relaxes the policy: baseline auto → none",
    step: "baseline: none: its config was read, and nothing was built",
  },
  {
    name: "baseline-ref: HEAD is new, and the base's workflow insists",
    base: program(pure, { [ci]: workflow(withInputs({ "policy-relaxation": "fail" })) }),
    change: { "main.go": users, [ci]: workflow(withInputs({ "baseline-ref": "HEAD" })) },
    inputs: { "baseline-ref": "HEAD" },
    outcome: "fail",
    says: "this change relaxes the policy: baseline-ref the event's → HEAD",
  },
  {
    name: "fail-on is emptied in the workflow",
    base: program(pure, { [ci]: workflow([]) }),
    change: { "main.go": users, [ci]: workflow(withInputs({ "fail-on": "none" })) },
    inputs: { "fail-on": "none" },
    outcome: "warn",
    says: "this change relaxes the policy: fail-on is without regression, policy, build, missing",
  },
  {
    name: "packages are fewer in the workflow",
    base: program(pure, { "cmd/b/main.go": pure, [ci]: workflow([]) }),
    change: { [ci]: workflow(withInputs({ packages: "./cmd/b" })) },
    inputs: { packages: "./cmd/b" },
    outcome: "fail",
    says: "app was removed; the base commit builds it",
  },
  {
    name: "continue-on-error is new",
    base: program(pure, { [ci]: workflow([]) }),
    change: { [ci]: workflow(["continue-on-error: true"]) },
    outcome: "warn",
    says: `this change relaxes the policy: continue-on-error is set (${ci}:7)`,
  },
  ...(
    [
      ["gets a condition", { [other]: workflow(["if: false"], { id: "other" }) }, "runs only if false"],
      [
        "is in a job with a condition",
        { [other]: workflow([], { id: "other", job: ["if: github.actor != 'x'"] }) },
        "runs only if github.actor != 'x'",
      ],
      [
        "is no longer run for pull requests",
        { [other]: workflow([], { id: "other" }).replace("pull_request", "workflow_dispatch") },
        "no longer runs on pull_request",
      ],
      [
        "passes over what the change has",
        {
          [other]: workflow([], { id: "other" }).replace(
            "pull_request",
            "{ pull_request: { paths-ignore: ['**.go'] } }",
          ),
        },
        "paths-ignore has **.go",
      ],
      [
        "may fail unseen",
        { [other]: workflow(["continue-on-error: true"], { id: "other" }) },
        "continue-on-error is set",
      ],
      [
        "is in a folder where GitHub looks for no workflow",
        { [other]: null, ".github/workflows/old/other.yml": workflow([], { id: "other" }) },
        "no longer checks anything",
      ],
      [
        "is in a file that is no workflow by its name",
        { [other]: null, [`${other}.off`]: workflow([], { id: "other" }) },
        "no longer checks anything",
      ],
    ] as const
  ).map(([what, change, says]): WorkflowRow => {
    return {
      name: `the step of another workflow ${what}`,
      base: program(pure, {
        [ci]: workflow(withInputs({ "policy-relaxation": "fail" })),
        [other]: workflow([], { id: "other" }),
      }),
      change,
      inputs: { "policy-relaxation": "fail" },
      outcome: "fail",
      says,
    };
  }),
  {
    name: "a job of the matrix is dropped",
    base: program(pure, {
      [ci]: workflow(withInputs({ platforms: "${{ matrix.on }}" }), ofMatrix("linux/amd64, linux/arm64")),
    }),
    change: { [ci]: workflow(withInputs({ platforms: "${{ matrix.on }}" }), ofMatrix("linux/amd64")) },
    inputs: { platforms: "linux/amd64" },
    outcome: "warn",
    says: "this change relaxes the policy: platforms is without linux/arm64",
  },
  {
    ...regressed,
    name: "a value that `include` gives a job of the matrix is dropped",
    base: program(users, {
      [ci]: workflow(withInputs({ flags: "${{ matrix.flags }}" }), {
        job: ["strategy:", `  matrix: { include: [{ os: x, flags: "${tags}" }, { os: y, flags: -v }] }`],
      }),
    }),
    change: {
      [ci]: workflow(withInputs({ flags: "${{ matrix.flags }}" }), {
        job: ["strategy:", "  matrix: { include: [{ os: y, flags: -v }, { os: x, flags: -trimpath }] }"],
      }),
    },
    inputs: { flags: "-trimpath" },
    at: `${ci}:11`,
  },
  {
    ...regressed,
    name: "a group of commands no longer writes a variable",
    base: program(users, {
      [ci]: workflow([]).replace(
        "    steps:\n",
        '    steps:\n      - run: |\n          {\n            echo "CGO_ENABLED=0"\n          } >> "$GITHUB_ENV"\n',
      ),
    }),
    change: { [ci]: workflow([]) },
    at: `${ci}:7`,
  },
  {
    name: "a workflow that was called becomes a job of its caller",
    honest: "a workflow",
    base: program(pure, {
      [ci]: "on: pull_request\njobs:\n  gate:\n    uses: ./.github/workflows/lib.yml\n",
      ".github/workflows/lib.yml": workflow([]).replace("on: pull_request", "on: workflow_call"),
    }),
    change: { [ci]: workflow([]), ".github/workflows/lib.yml": null },
    outcome: "pass",
    says: "app is static",
  },
  {
    name: "the step runs on more events, and whatever failed before it",
    honest: "a workflow",
    base: program(pure, { [ci]: workflow([]) }),
    change: { [ci]: workflow(["if: always()"]).replace("on: pull_request", "on: [pull_request, merge_group]") },
    outcome: "pass",
    says: "app is static",
  },
  {
    name: "another step is removed",
    base: program(pure, { [ci]: workflow(["id: one"]) + workflow(["id: two"]).replace(/^[^]*checkout@v6\n/, "") }),
    change: { [ci]: workflow(["id: one"]) },
    env: { GITHUB_ACTION: "one" },
    outcome: "warn",
    says: `this change relaxes the policy: the step two (${ci}:9 of the base) no longer checks anything`,
  },
  {
    name: "an expression of the base",
    base: program(users, { [ci]: workflow(withInputs({ flags: "${{ vars.FLAGS }}" })) }),
    change: { [ci]: workflow(withInputs({ flags: "-trimpath" })) },
    inputs: { flags: "-trimpath" },
    outcome: "pass",
    says: "app is dynamic",
    step: `flags is an expression in the base's ${ci}:9, so this run's value counts for the base too`,
  },
  {
    name: "the first step of the repository",
    honest: "a workflow",
    base: program(users),
    change: { [ci]: workflow(withInputs({ flags: "-trimpath" })) },
    inputs: { flags: "-trimpath" },
    outcome: "pass",
    says: "app is dynamic",
    step: "the base has no such step in its workflows: the inputs of this run count for it too",
  },
  {
    name: "the workflow names an honest new version of the action, and a job's name",
    honest: "a workflow",
    base: program(users, { [ci]: workflow(withInputs({ flags: tags })) }),
    change: { [ci]: workflow(withInputs({ flags: tags }), { id: "static" }).replace("@v1", "@v2") },
    inputs: { flags: tags },
    env: { GITHUB_JOB: "static" },
    outcome: "pass",
    says: "app is static",
  },
  {
    name: "config points to another file",
    base: program(users, { [ci]: workflow([]), [config]: "rules: [{ require: static }]\n" }),
    change: { [ci]: workflow(withInputs({ config: "lax.yml" })), "lax.yml": "rules: [{ require: any }]\n" },
    inputs: { config: "lax.yml" },
    outcome: "warn",
    says: "this change relaxes the policy: app",
  },
];

const strict = { require: "static" };
const lax = "rules:\n  - packages: app\n    require: dynamic\n";

export const configRows: readonly WorkflowRow[] = [
  {
    name: "a rule of the change asks for less than the workflow",
    isSample: true,
    base: program(pure, { [config]: "rules: []\n" }),
    change: { "main.go": users, [config]: lax },
    inputs: strict,
    outcome: "fail",
    says: "is now dynamic (was static",
  },
  {
    name: "the same, and it was dynamic before",
    base: program(users, { [config]: "rules: []\n" }),
    change: { [config]: lax },
    inputs: strict,
    outcome: "fail",
    says: `require: static is set (the rule at ${config}:2 is weaker, and applies once the base commit has it)`,
  },
  {
    name: "the first config file",
    base: program(users),
    change: { [config]: lax },
    inputs: strict,
    outcome: "fail",
    says: "applies once the base commit has it",
  },
  {
    name: "a rule that the base has already",
    honest: "a stricter policy",
    base: program(users, { [config]: lax }),
    change: { "x.go": "package main\n" },
    inputs: strict,
    outcome: "pass",
    says: "app is dynamic",
  },
  {
    name: "a stricter rule of the change",
    honest: "a stricter policy",
    base: program(pure, { [config]: lax.replace("dynamic", "none") }),
    change: { [config]: "rules: [{ require: static }]\n" },
    outcome: "pass",
    says: "app is static",
  },
  {
    name: "a config file behind a symbolic link",
    base: program(users, { [config]: "-> ../ci/policy.yml", "ci/policy.yml": "rules: [{ require: static }]\n" }),
    change: { "ci/policy.yml": lax },
    inputs: { "policy-relaxation": "fail" },
    outcome: "fail",
    says: "this change relaxes the policy: app",
  },
  {
    name: "a folder that is a symbolic link",
    base: program(users, { ".github": "-> ci/github", "ci/github/go-linkage.yml": "rules: [{ require: static }]\n" }),
    change: { ".github": null, "ci/github/go-linkage.yml": null, [config]: lax },
    inputs: { "policy-relaxation": "fail" },
    outcome: "fail",
    says: "this change relaxes the policy: app",
  },
  {
    name: "the config file becomes a symbolic link to a laxer one",
    base: program(users, { [config]: "rules: [{ require: static }]\n" }),
    change: { [config]: "-> ../lax.yml", "lax.yml": lax },
    outcome: "warn",
    says: "this change relaxes the policy: app",
  },
  {
    name: "the config file is removed",
    base: program(users, { [config]: "inputs: { require: static, policy-relaxation: fail }\n" }),
    change: { [config]: null },
    outcome: "fail",
    says: "this change relaxes the policy: app",
  },
  {
    name: "a rule for programs that are yet to come",
    base: program(pure, { [config]: "rules: [{ require: static }]\n" }),
    change: { [config]: "rules: [{ require: static }, { packages: cmd/later, require: any }]\n" },
    outcome: "warn",
    says: "this change relaxes the policy: cmd/later static → any",
  },
  {
    name: "the config file explains only what it may not",
    base: program(users, { [config]: "rules: [{ require: static }]\n" }),
    change: { [config]: lax },
    inputs: { mode: "explain", "policy-relaxation": "fail" },
    outcome: "fail",
    says: "this change relaxes the policy: app",
  },
];

const store = (from: string): string => `inputs:\n  ship: mine\n  strategies: mine\nstrategies:\n  mine:\n${from}`;
const cFile =
  'package main\n\n// int answer(void) { return 42; }\nimport "C"\n\nfunc answer() { println(C.answer()) }\n';
const withDep = `${module}\nrequire example.com/dep v0.0.0\n\nreplace example.com/dep => ./dep\n`;
const depTree = (name: string, source: string): Tree => ({
  [`${name}/go.mod`]: "module example.com/dep\n\ngo 1.19\n",
  [`${name}/dep.go`]: `package dep\n${source}`,
});
/** Without cgo it has nothing but an error, as go-sqlite3 has. */
const stubTree: Tree = {
  ...depTree(
    "dep",
    '\n// int answer(void) { return 42; }\nimport "C"\n\nfunc Answer() int { return int(C.answer()) }\n',
  ),
  "dep/stub.go": 'package dep\n\nimport "errors"\n\nvar ErrNoCgo = errors.New("dep: built without cgo")\n',
};
const usesDep = 'package main\n\nimport _ "example.com/dep"\n\nfunc main() {}\n';

/** What is to blame for a regression, and the line of the change that it stands in. */
export const causeRows: readonly WorkflowRow[] = [
  {
    ...regressed,
    name: "a strategy of the config file loses its tags",
    isSample: true,
    base: program(users, { [config]: store("    tags: netgo,osusergo\n") }),
    change: { [config]: store("    tags: foo\n") },
    says: `${config}:6: strategy mine lost -tags=netgo,osusergo and gained -tags=foo`,
    at: `${config}:6`,
  },
  {
    ...regressed,
    name: "the config file ships another strategy",
    base: program(users, { [config]: store("    tags: netgo,osusergo\n") }),
    change: { [config]: store("    tags: netgo,osusergo\n").replace("ship: mine", "ship: default") },
    says: `${config}:2: ship is default (mine before)`,
    at: `${config}:2`,
  },
  {
    ...regressed,
    name: "the config file no longer says what ships",
    base: program(users, { [config]: "inputs:\n  flags: -trimpath\n  ship: cgo-disabled\n" }),
    change: { [config]: "inputs:\n  flags: -trimpath\n" },
    says: `${config}:2: ship is not set (cgo-disabled before)`,
    at: `${config}:2`,
  },
  {
    ...regressed,
    name: "the config file that says what ships is removed",
    base: program(users, { [config]: "inputs:\n  ship: cgo-disabled\n" }),
    change: { [config]: null },
    says: `${config}:2 (the file was removed): ship is not set (cgo-disabled before)`,
    at: `${config}:2`,
  },
  {
    ...regressed,
    name: "the config file asks for a PIE",
    base: program(pure, { [config]: "inputs: {}\n" }),
    change: { [config]: "inputs:\n  flags: -buildmode=pie\n" },
    says: `${config}:2: flags is -buildmode=pie (not set before)`,
    at: `${config}:2`,
  },
  {
    ...regressed,
    name: "a variable of a strategy",
    base: program(users, { [config]: store("    env:\n      CGO_ENABLED: 0\n") }),
    change: { [config]: store("    env:\n      CGO_ENABLED: 1\n") },
    says: `${config}:7: strategy mine has CGO_ENABLED=1 (0 before)`,
    at: `${config}:7`,
  },
  {
    ...regressed,
    name: "GOFLAGS of the workflow asks for a PIE",
    base: program(pure, { [ci]: workflow([]) }),
    change: { [ci]: `env:\n  GOFLAGS: -buildmode=pie\n${workflow([])}` },
    env: { GOFLAGS: "-buildmode=pie" },
    says: `${ci}:2: GOFLAGS is -buildmode=pie (not set before)`,
    at: `${ci}:2`,
  },
  {
    outcome: "fail",
    name: "a dependency that is a stub without cgo",
    isSample: true,
    base: { "go.mod": withDep, "main.go": pure, ...stubTree },
    change: { "main.go": usesDep },
    inputs: { ship: "cgo-disabled" },
    says: "main.go:3 (added here) imports example.com/dep, which uses cgo",
    at: "main.go:3",
  },
  {
    ...regressed,
    name: "a dependency below the repository uses C now",
    base: { "go.mod": withDep, "main.go": usesDep, ...depTree("dep", "") },
    change: { "dep/dep.go": 'package dep\n\nimport _ "os/user"\n' },
    says: "dep/dep.go:3 (added here) leads to os/user (example.com/app → example.com/dep → os/user), which uses cgo",
    at: "dep/dep.go:3",
  },
  {
    ...regressed,
    name: "go.mod takes another copy of a dependency",
    base: {
      "go.mod": withDep,
      "main.go": usesDep,
      ...depTree("dep", ""),
      ...depTree("dep2", '\nimport _ "os/user"\n'),
    },
    change: { "go.mod": withDep.replace("./dep", "./dep2") },
    says: "go.mod:7 (changed here) names example.com/dep => ./dep2, with which os/user uses cgo",
    at: "go.mod:7",
  },
  {
    ...regressed,
    name: "a vendored file has C code now",
    base: {
      "go.mod": `${module}\nrequire example.com/dep v1.0.0\n`,
      "main.go": usesDep,
      "vendor/modules.txt": "# example.com/dep v1.0.0\n## explicit; go 1.19\nexample.com/dep\n",
      "vendor/example.com/dep/dep.go": "package dep\n",
    },
    change: { "vendor/example.com/dep/dep.go": cFile.replace("package main", "package dep") },
    says: 'vendor/example.com/dep/dep.go:4 (added here) has import "C" in example.com/dep, which uses cgo',
    at: "vendor/example.com/dep/dep.go:4",
  },
  {
    ...regressed,
    name: "a build constraint is removed",
    base: program(pure, { "extra.go": '//go:build never\n\npackage main\n\nimport _ "os/user"\n' }),
    change: { "extra.go": 'package main\n\nimport _ "os/user"\n' },
    says: "extra.go:1 (changed here): the file is part of the build now, and imports os/user, which uses cgo",
    at: "extra.go:1",
  },
  {
    ...regressed,
    name: "a file loses the name that kept it out",
    base: program(pure, { "extra_windows.go": 'package main\n\nimport _ "os/user"\n' }),
    change: { "extra_windows.go": null, "extra.go": 'package main\n\nimport _ "os/user"\n' },
    says: "extra.go:1 (changed here): the file is part of the build now, and imports os/user, which uses cgo",
    at: "extra.go:1",
  },
  {
    ...regressed,
    name: "a build constraint takes the program's own C code out",
    base: program(users, { "c.go": cFile }),
    change: { "c.go": `//go:build never\n\n${cFile}` },
    inputs: { flags: "-ldflags=-extldflags=-static" },
    says: "c.go is no longer part of the build; only os/user still uses cgo, so Go links internally and ignores -extldflags=-static",
    at: "c.go:1",
  },
  {
    outcome: "fail",
    name: "a #cgo line names a library",
    base: program(cFile.replace("func answer()", "func main()").replace("// int", "// #cgo LDFLAGS: -lm\n// int")),
    change: {
      "main.go": cFile
        .replace("func answer()", "func main()")
        .replace("// int", "// #cgo LDFLAGS: -lm -Wl,--no-as-needed -lanl\n// int"),
    },
    says: "main.go:3 (added here) hands -Wl,--no-as-needed -lanl to the linker, in example.com/app",
    at: "main.go:3",
  },
  {
    outcome: "fail",
    name: "C code asks for names of hosts",
    base: program(cFile.replace("func answer()", "func main()").replace(" { return 42; }", ";"), {
      "answer.c": "int answer(void) { return 42; }\n",
    }),
    change: {
      "answer.c":
        '#include <netdb.h>\nint answer(void) { struct addrinfo *found; return getaddrinfo("a", 0, 0, &found); }\n',
    },
    inputs: { flags: "-ldflags='-linkmode=external -extldflags=-static'" },
    says: "answer.c:1 (changed here) is C code of example.com/app",
    at: "answer.c:1",
  },
];

async function runRow({ base, change, inputs, env: more }: WorkflowRow): Promise<Report> {
  const hub = new Hub();
  hubs.push(hub);
  hub.push("main", base);
  hub.push("change", change);
  const { head, merge } = hub.openPullRequest("change");
  const workspace = hub.checkOut(merge);
  const event = hub.event("pull_request", payloads.pullRequest(head));
  const step = {
    GITHUB_WORKFLOW_REF: `acme/app/${ci}@refs/pull/1/merge`,
    GITHUB_JOB: "gate",
    GITHUB_ACTION: "__acme_go-linkage",
    GITHUB_ACTION_REPOSITORY: "acme/go-linkage",
  };
  const given = { strategies: "default", ...inputs, "working-directory": join(workspace, "") };
  return runReport(given, { ...plainEnvironment(), ...event, ...step, ...more });
}

/** Plays one change of the workflow or of the config file. */
export async function testWorkflowRow(row: WorkflowRow): Promise<void> {
  const report = await runRow(row);
  const { verdict, baseline } = report;
  const story = JSON.stringify({ verdict, steps: baseline.steps }, null, 1);
  expect(verdict.outcome, story).toBe(row.outcome);
  const reasons = [verdict.reason, ...verdict.judgements.map(({ message }) => message)].join("\n");
  expect(reasons, story).toContain(row.says);
  expect(baseline.steps.join("\n"), story).toContain(row.step ?? "");
  if (row.at === undefined) return;
  const places = annotationsOf(report).map(({ file, line }) => `${file ?? ""}:${line ?? ""}`);
  expect(places, story).toContain(row.at);
}
