import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { ConfigError } from "../../src/errors.ts";
import { initProject, type InitResult, type ProjectCall } from "../../src/init/init.ts";
import { makeFiles } from "../../src/ports/files.ts";
import { nodePorts } from "../../src/ports/node.ts";
import { run } from "../../src/run.ts";
import { plainEnvironment } from "../support/engine.ts";
import { checkWorkflow, inputsOf, stepsOf, type WorkflowText } from "../support/init-workflow.ts";
import { describeWith } from "../support/tools.ts";

const scratch = mkdtempSync(join(tmpdir(), "init-"));
const workflowFile = ".github/workflows/go-linkage.yml";
const policyFile = ".github/go-linkage.yml";

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

type Tree = Readonly<Record<string, string>>;

const main = (...imports: readonly string[]): string =>
  `package main\n\n${imports.map((name) => `import _ "${name}"\n`).join("")}\nfunc main() {}\n`;
const withC = 'package main\n\nimport "C"\n\nfunc main() {}\n';
const goMod = "module example.com/app\n\ngo 1.19\n";
const pure = { "go.mod": goMod, "main.go": main() };

let count = 0;

/** A folder with these files; a repository with a branch `trunk` unless `isRepository` is false. */
function makeTree(files: Tree, isRepository = true): string {
  const dir = join(scratch, `r${String(count++)}`);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  if (isRepository) execFileSync("git", ["init", "-q", "-b", "trunk"], { cwd: dir });
  return dir;
}

function init(
  dir: string,
  call: Partial<ProjectCall> = {},
  ask: ((text: string) => Promise<boolean>) | null = null,
): Promise<InitResult> {
  const { files } = makeFiles(scratch);
  const log = {
    group: <T>(_title: string, body: () => Promise<T>) => body(),
    info: () => undefined,
    warning: () => undefined,
    raw: () => undefined,
    activity: () => () => undefined,
  };
  const ports = { ...nodePorts({ files, log, signal: new AbortController().signal }), env: plainEnvironment() };
  const given = { "working-directory": dir, ...call.given };
  return initProject({ output: undefined, force: false, policy: null, ...call, given }, { ports, run, ask });
}

/** The workflow that `init` writes into a tree, and what it says. */
async function written(
  files: Tree,
  given: Tree = {},
): Promise<{ readonly workflow: WorkflowText; readonly says: string }> {
  const dir = makeTree(files);
  const below = given["working-directory"] ?? ".";
  const { text } = await init(dir, { given: { ...given, "working-directory": join(dir, below) } });
  return { workflow: checkWorkflow(readFileSync(join(dir, workflowFile), "utf8")), says: text };
}

const installOf = (workflow: WorkflowText): string | undefined =>
  stepsOf(workflow).find(({ run: command }) => command)?.run;

describeWith(["go", "git", "gcc"], "init", () => {
  it("writes a workflow for a plain program, shows it and says why", async () => {
    const dir = makeTree(pure);
    const { text, notes } = await init(dir);
    const file = readFileSync(join(dir, workflowFile), "utf8");
    const { on } = checkWorkflow(file);
    expect(on).toEqual({ push: { branches: ["trunk"] }, pull_request: null });
    for (const line of file.split("\n")) expect(text).toContain(line);
    expect(text).toContain("push to trunk: it is checked out");
    expect(text).toContain("no release configuration was found");
    expect(text).toContain("1 program: 1 static (predicted, not built)");
    expect(notes).toBe("");
    expect(readdirSync(join(dir, ".github"))).toEqual(["workflows"]);
    expect(readdirSync(join(dir, ".github/workflows"))).toEqual(["go-linkage.yml"]);
  });

  it("goreleaser: says what ships; a compiler that the release uses is installed, one that is nowhere is named", async () => {
    const goreleaser = [
      "builds:",
      "  - env: [CGO_ENABLED=1, CC=aarch64-linux-gnu-gcc]",
      "    goos: [linux]",
      "    goarch: [arm64]",
      "  - id: amd",
      "    env: [CGO_ENABLED=1, CC=zig cc]",
      "    goos: [linux]",
      "    goarch: [amd64]",
      "",
    ].join("\n");
    const { workflow, says } = await written({ ...pure, ".goreleaser.yaml": goreleaser }, { platforms: "release" });
    expect(installOf(workflow)).toBe("sudo apt-get update && sudo apt-get install -y gcc-aarch64-linux-gnu");
    expect(inputsOf(workflow)).toEqual({ platforms: "release" });
    expect(says).toContain("ships as .goreleaser.yaml:2 builds it: CGO_ENABLED=1, CC=aarch64-linux-gnu-gcc");
    expect(says).toContain(
      "apt-get install gcc-aarch64-linux-gnu: .goreleaser.yaml:2 builds with aarch64-linux-gnu-gcc",
    );
    expect(says).toContain("not there yet: zig: .goreleaser.yaml:6 builds with it");
  });

  it("ko: cgo is off, so nothing is installed", async () => {
    const { workflow, says } = await written({ ...pure, ".ko.yaml": "builds:\n  - main: .\n" });
    expect(installOf(workflow)).toBeUndefined();
    expect(says).toContain("ships as .ko.yaml:2 builds it: CGO_ENABLED=0");
  });

  it("a Dockerfile on Alpine with a C compiler: musl-tools", async () => {
    const dockerfile = [
      "FROM golang:1.26-alpine AS build",
      "RUN apk add gcc musl-dev",
      "WORKDIR /src",
      "COPY . .",
      "RUN go build -o /app .",
      "FROM alpine:3.22",
      "COPY --from=build /app /app",
      "",
    ].join("\n");
    const { workflow, says } = await written({ ...pure, Dockerfile: dockerfile });
    expect(installOf(workflow)).toBe("sudo apt-get update && sudo apt-get install -y musl-tools");
    expect(says).toContain("apt-get install musl-tools: Dockerfile:1 builds with musl-gcc");
    expect(says).toContain("ships as Dockerfile:5 builds it");
  });

  it("go.work: all its modules, from the root", async () => {
    const { workflow, says } = await written({
      "go.work": "go 1.19\n\nuse (\n\t./a\n\t./b\n)\n",
      "a/go.mod": "module example.com/a\n\ngo 1.19\n",
      "a/main.go": main(),
      "b/go.mod": "module example.com/b\n\ngo 1.19\n",
      "b/main.go": main("os/user"),
    });
    expect(inputsOf(workflow)).toEqual({});
    // plainEnvironment turns workspaces off; the modules below the root are found one by one then.
    expect(says).toMatch(/2 programs: 1 static, 1 dynamic|2 programs: 1 dynamic, 1 static/);
  });

  it("a module below the root: working-directory; from a folder too", async () => {
    const tree = { "README.md": "", "src/tool/go.mod": goMod, "src/tool/main.go": main() };
    const found = await written(tree);
    expect(inputsOf(found.workflow)).toEqual({ "working-directory": "src/tool" });
    expect(found.says).toContain("working-directory: src/tool: the only go.mod is there");
    const asked = await written(tree, { "working-directory": "src/tool" });
    expect(inputsOf(asked.workflow)).toEqual({ "working-directory": "src/tool" });
  });

  it("takes from other workflows how jobs are set up", async () => {
    const ci = [
      "on: { pull_request: {}, merge_group: {} }",
      "jobs:",
      "  test:",
      "    runs-on: ubuntu-latest",
      "    steps:",
      "      - uses: actions/checkout@v6",
      "        with: { submodules: recursive }",
      "      - uses: actions/setup-go@v6",
      "        with: { go-version-file: .go-version }",
      "      - run: |",
      "          sudo apt-get update",
      "          sudo apt-get install -y --no-install-recommends jq \\",
      "            libpcap-dev gcc",
      "      - run: go test ./...",
      "",
    ].join("\n");
    const files = { ".github/workflows/ci.yml": ci, ".gitmodules": "", ".go-version": "1.26.8\n" };
    const cgo = await written({ ...files, "go.mod": goMod, "main.go": withC });
    expect(cgo.workflow.on).toEqual({ push: { branches: ["trunk"] }, pull_request: null, merge_group: null });
    expect(stepsOf(cgo.workflow)[0]?.with).toMatchObject({ submodules: "recursive" });
    expect(installOf(cgo.workflow)).toBe("sudo apt-get update && sudo apt-get install -y gcc libpcap-dev");
    expect(inputsOf(cgo.workflow)).toEqual({ "go-version-file": ".go-version" });
    expect(cgo.says).toContain("apt-get install libpcap-dev: as .github/workflows/ci.yml:10");
    const plain = await written({ ...files, ...pure });
    expect(installOf(plain.workflow)).toBeUndefined();
  });

  it("offers build: needed for many programs", async () => {
    const programs = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`cmd/p${String(at)}/main.go`, main()]));
    const { workflow, says } = await written({ "go.mod": goMod, ...programs });
    expect(inputsOf(workflow)).toEqual({ build: "needed" });
    expect(says).toContain("build: needed: all would be 44 builds");
    const one = await written({ "go.mod": goMod, ...programs }, { strategies: "default" });
    expect(inputsOf(one.workflow)).toEqual({ strategies: "default" });
  });

  it("writes the policy too, under which the program may become static", async () => {
    const dir = makeTree({ "go.mod": goMod, "cmd/a/main.go": main(), "cmd/b/main.go": main("os/user") });
    const { text } = await init(dir, { policy: true, given: { flags: "-trimpath", require: "none" } });
    expect(inputsOf(checkWorkflow(readFileSync(join(dir, workflowFile), "utf8")))).toEqual({ require: "none" });
    const policy = readFileSync(join(dir, policyFile), "utf8");
    expect(policy).toContain('inputs:\n  flags: "-trimpath"\n');
    expect(policy).toMatch(/- require: static\n.*\n {2}- packages: \[cmd\/b\]\n {4}require: any\n/);
    expect(text).toContain("wrote ");
    expect(text).toContain("2 programs: 1 static, 1 dynamic (built)");
    await expect(init(dir, { policy: true })).rejects.toThrow(/already exists; use --force/);
  });

  it("asks at a terminal, and nowhere else", async () => {
    const questions: string[] = [];
    const answer = (yes: boolean) => (text: string) => {
      questions.push(text);
      return Promise.resolve(yes);
    };
    const [no, yes, unasked] = [makeTree(pure), makeTree(pure), makeTree(pure)];
    await init(no, {}, answer(false));
    await init(yes, {}, answer(true));
    await init(unasked, { policy: false }, answer(true));
    expect(questions).toEqual(Array.from({ length: 2 }, () => expect.stringMatching(/policy.*\[y\/N\] $/) as string));
    expect([no, yes, unasked].map((dir) => existsSync(join(dir, policyFile)))).toEqual([false, true, false]);
  });

  it("keeps a workflow that uses the action, and may write its policy", async () => {
    const ci = "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: acme/go-linkage@v1\n";
    const dir = makeTree({ ...pure, ".github/workflows/ci.yml": ci });
    const refused = init(dir);
    await expect(refused).rejects.toThrow(ConfigError);
    await expect(refused).rejects.toThrow(".github/workflows/ci.yml:6 uses go-linkage already, so nothing was written");
    const { text } = await init(dir, { policy: true });
    expect(text).toContain("kept .github/workflows/ci.yml:6");
    expect([workflowFile, policyFile].map((file) => existsSync(join(dir, file)))).toEqual([false, true]);
    await init(dir, { force: true });
    checkWorkflow(readFileSync(join(dir, workflowFile), "utf8"));
  });

  it("overwrites no file, and writes neither where one is there", async () => {
    for (const file of [workflowFile, policyFile]) {
      const dir = makeTree({ ...pure, [file]: "rules: []\n" });
      await expect(init(dir, { policy: true })).rejects.toThrow(/already exists; use --force to overwrite it/);
      expect(readFileSync(join(dir, file), "utf8")).toBe("rules: []\n");
      expect([workflowFile, policyFile].filter((each) => existsSync(join(dir, each)))).toEqual([file]);
    }
  });

  it("leaves nothing where it cannot write", async () => {
    const dir = makeTree({ ...pure, ".github": "a file\n" });
    await expect(init(dir, { policy: true })).rejects.toThrow(/cannot be written, so nothing was/);
    expect(readFileSync(join(dir, ".github"), "utf8")).toBe("a file\n");
    expect(readdirSync(dir).toSorted()).toEqual([".git", ".github", "go.mod", "main.go"]);
  });

  it.each([
    ["no go.mod", () => makeTree({ "main.go": main() }), "no go.mod there or above it"],
    ["nothing", () => makeTree({ "README.md": "" }), "there is no Go module in"],
    ["no program", () => makeTree({ "go.mod": goMod, "a.go": "package app\n" }), "matches no main package"],
    ["no repository", () => makeTree(pure, false), "is in no git repository"],
  ])("%s: refused, with nothing written", async (_, make, says) => {
    const dir = make();
    const refused = init(dir);
    await expect(refused).rejects.toThrow(ConfigError);
    await expect(refused).rejects.toThrow(says);
    expect(existsSync(join(dir, ".github"))).toBe(false);
  });

  it("prints the workflow alone with -o -, also without a repository", async () => {
    const dir = makeTree(pure, false);
    const { text, notes } = await init(dir, { output: "-" });
    expect(checkWorkflow(text).on.push?.branches).toEqual(["main"]);
    expect(notes).toContain("push to main: git could not be asked");
    expect(readdirSync(dir).toSorted()).toEqual(["go.mod", "main.go"]);
    await expect(init(dir, { output: "-", policy: true })).rejects.toThrow("prints one file");
  });
});
