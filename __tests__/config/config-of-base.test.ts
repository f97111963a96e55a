import { checkOf } from "../support/requests.ts";
import { describe, expect, it } from "vitest";
import { type BaseConfig, configOfBase, sameWorkflow } from "../../src/config/config-of-base.ts";
import { parseConfigFile } from "../../src/config/config-file.ts";
import { parseRequest } from "../../src/config/parse-request.ts";
import type { Inputs } from "../../src/config/inputs.ts";
import type { CommittedFile } from "../../src/model/committed-file.ts";
import { noPolicy } from "../../src/model/policy.ts";
import type { WorkflowChange } from "../../src/config/workflow-change.ts";

const name = "go-linkage.yml";

/**
 * The head with `given` from the workflow and its own file (undefined: none), against a base with another file and, where the
 * workflow changed, with other inputs.
 */
async function read(
  called: Partial<Inputs>,
  headFile: string | undefined,
  base: string | undefined | CommittedFile | { readonly file: string; readonly workflow: Partial<WorkflowChange> },
): Promise<BaseConfig> {
  const [baseFile, workflow] = typeof base === "object" && "workflow" in base ? [base.file, base.workflow] : [base, {}];
  const given = { config: name, "working-directory": "/repo", ...called };
  const file = headFile === undefined ? null : await parseConfigFile(headFile, name);
  const inputs = { ...file?.inputs, ...given };
  const source = { given, inputs, name, candidates: [`/repo/${name}`], root: "/repo", lines: file?.lines ?? {} };
  const policy = { ...noPolicy, file: file && { name, path: name }, rules: file?.rules ?? [], source };
  const request = checkOf(parseRequest(inputs, { policy, strategies: file?.strategies ?? [] }));
  return configOfBase(request, {
    read: (path) => {
      if (path !== name || baseFile === undefined) return Promise.resolve({ kind: "absent" });
      return Promise.resolve(typeof baseFile === "string" ? { kind: "text", text: baseFile } : baseFile);
    },
    pathIn: (path) => (path.startsWith("/repo/") ? path.replace("/repo/", "") : undefined),
    top: "/repo",
    workflow: { ...sameWorkflow(given), ...workflow },
  });
}

const mine = "strategies: { mine: { tags: [a] } }\n";

describe("the request of the base", () => {
  it("builds only what ships", async () => {
    const { request, differs } = await read({ ship: "netgo", strategies: "default,external" }, "", "");
    expect(request.build.strategies.map((each) => each.name)).toEqual(["netgo"]);
    expect(differs).toBe(false);
  });

  it("is that of the base's own file, with the workflow's inputs", async () => {
    const base = "inputs: { ship: musl, flags: -race, require: static }\nrules: [{ require: any }]\n";
    const { request, steps, differs } = await read({ flags: "-v" }, "inputs: { ship: netgo }", base);
    expect(request).toMatchObject({ build: { flags: ["-v"], ship: "musl" }, gate: { require: "static" } });
    expect(request.gate.policy.rules).toHaveLength(1);
    expect([steps, differs]).toEqual([["the base is built as its own go-linkage.yml says; ship differs"], true]);
  });

  it("has the strategy as the base's file has it", async () => {
    const { request, steps } = await read({ ship: "mine" }, mine, mine.replace("[a]", "[b]"));
    expect(request.build.strategies).toMatchObject([{ name: "mine", tags: ["b"] }]);
    expect(steps).toEqual(["the base is built as its own go-linkage.yml says; the shipped strategy differs"]);
    expect(await read({ ship: "mine" }, mine, mine)).toMatchObject({ differs: false, unknownShip: null });
  });

  it("keeps the base's rules when its file does not know what ships now", async () => {
    const { request, unknownShip, differs } = await read({ ship: "mine" }, mine, "rules: [{ require: static }]\n");
    expect(unknownShip).toMatch(/^ship: "mine" is not one of: auto, default, /);
    expect(request.gate.policy.rules).toMatchObject([{ require: "static" }]);
    expect(differs).toBe(true);
    expect(await read({ ship: "mine" }, mine, undefined)).toMatchObject({ unknownShip, differs: true });
  });

  it.each(["inputs: [", { kind: "unreadable", why: "it is a folder" } as const])(
    "is the workflow's where the base's file cannot be read",
    async (baseFile) => {
      const { request, steps } = await read({}, "inputs: { ship: netgo }\nrules: [{ require: any }]", baseFile);
      expect(request).toMatchObject({ build: { ship: "auto" }, gate: { policy: { rules: [] } } });
      expect(steps[0]).toContain("the base's config cannot be read, so it allows nothing (");
    },
  );

  it("leaves out what a file could say once", async () => {
    const old =
      "inputs: { mode: inspect, baseline: none, output-dir: x, ship: musl }\nstrategies: { s: { env: { PATH: /x } } }\n";
    const { request, steps } = await read({}, "", old);
    expect(request).toMatchObject({
      mode: "check",
      build: { ship: "musl" },
      gate: { baseline: "auto" },
      artifacts: { outputDir: null },
    });
    expect(steps).toEqual(["the base is built as its own go-linkage.yml says; ship differs"]);
  });

  it("has what the base's workflow gives", async () => {
    const changes = [{ name: "flags", before: "-tags=netgo", after: null, file: ".github/workflows/ci.yml", line: 7 }];
    const given = { config: name, "working-directory": "/repo", flags: "-tags=netgo" };
    const workflow = { given, changes, env: { CC: "gcc" }, notes: ["a note"], relaxations: ["a step"] };
    const found = await read({}, "", { file: "", workflow });
    expect(found).toMatchObject({
      request: { build: { flags: ["-tags=netgo"] } },
      differs: true,
      changes,
      env: { CC: "gcc" },
    });
    expect(found.steps).toEqual(["a note", "the base is built as its own workflow says; flags differs"]);
    expect(found.relaxations).toEqual(["a step"]);
  });

  it("is that of the workflow where its inputs cannot be read", async () => {
    const given = { config: name, "working-directory": "/repo", baseline: "sometimes" };
    const { steps } = await read({}, "", { file: "", workflow: { given } });
    expect(steps[0]).toMatch(/^the base's inputs cannot be read, so those of this run count for it too \(baseline: /);
  });
});

describe("what a change asks for less", () => {
  type Row = readonly [head: string | undefined, base: string | undefined, relaxations: readonly string[]];
  const rows: readonly Row[] = [
    ["inputs: { fail-on: policy }", "", ["fail-on is without regression, build, missing"]],
    ["inputs: { fail-on: none }", "inputs: { fail-on: [policy, build] }", ["fail-on is without policy, build"]],
    ["", "inputs: { require: static }", ["require static → none"]],
    [
      undefined,
      "inputs: { require: static, on-missing-baseline: fail }",
      ["require static → none", "on-missing-baseline fail → warn"],
    ],
    ["", "inputs: { policy-relaxation: fail }", ["policy-relaxation fail → warn"]],
    ["inputs: { packages: ./cmd/a }", "inputs: { packages: [./cmd/a, ./cmd/b] }", ["packages is without ./cmd/b"]],
    ["inputs: { packages: ./cmd/a }", "", ["packages is without ./..."]],
    ["inputs: { packages: ./cmd/... }", "inputs: { packages: [./cmd/a, ./cmd] }", []],
    ["", "inputs: { packages: [./cmd/a, ./...] }", []],
    [
      "inputs: { platforms: linux/amd64 }",
      "inputs: { platforms: [linux/amd64, linux/arm64] }",
      ["platforms is without linux/arm64"],
    ],
    ["", "inputs: { platforms: linux/arm64 }", ["platforms linux/arm64 → the machine's own"]],
    ["inputs: { platforms: linux/arm64 }", "", []],
    ["inputs: { ship: netgo }", "", ["ship auto → netgo"]],
    ["inputs: { flags: -race, strategies: all, go-version: 1.27, summary: false, comment: always }", "", []],
    ["inputs: { require: static, fail-on: [policy, build, missing, regression], on-missing-baseline: fail }", "", []],
  ];

  it.each(rows)("%j after %j: %j", async (head, base, relaxations) => {
    expect((await read({}, head, base)).relaxations).toEqual(relaxations);
  });

  it.each(rows)("%j after %j is nothing where the workflow decides", async (head, base) => {
    const given = { require: "static", "fail-on": "policy", packages: "./...", platforms: "linux/arm", ship: "musl" };
    const rest = { "on-missing-baseline": "fail", "policy-relaxation": "fail" };
    expect((await read({ ...given, ...rest }, head, base)).relaxations).toEqual([]);
  });

  it.each([
    [{ baseline: "none" }, { baseline: "build" }, ["baseline build → none"]],
    [{ mode: "explain" }, {}, ["mode check → explain"]],
    [{}, { mode: "explain" }, []],
    [{ "baseline-ref": "HEAD" }, {}, ["baseline-ref the event's → HEAD"]],
    [{ "working-directory": "/repo/sub" }, {}, ["working-directory /repo → /repo/sub"]],
    [{}, { prove: "--version" }, ["prove is without --version"]],
    [{}, { "go-sha256": "ab" }, ["go-sha256 ab → none"]],
    [
      { "go-download-base-url": "https://example.com" },
      {},
      ["go-download-base-url https://go.dev/dl → https://example.com"],
    ],
    [{ cache: "true", "add-to-path": "true", "output-dir": "x" }, {}, []],
  ] as const)("of the workflow: %j after %j", async (head, base, relaxations) => {
    const given = { config: name, "working-directory": "/repo", ...base };
    expect((await read(head, "", { file: "", workflow: { given } })).relaxations).toEqual(relaxations);
  });
});
