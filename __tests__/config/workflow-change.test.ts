import { describe, expect, it } from "vitest";
import { findActionSteps } from "../../src/config/action-steps.ts";
import { legsOf, valueInPlace } from "../../src/config/matrix-legs.ts";
import { compareWorkflows, type WorkflowChange } from "../../src/config/workflow-change.ts";
import { writtenVariables } from "../../src/config/written-variables.ts";

const ci = ".github/workflows/ci.yml";

type Parts = {
  readonly on?: string;
  /** Lines of the job. */
  readonly job?: readonly string[];
  /** Lines of the step. */
  readonly step?: readonly string[];
  /** Other jobs. */
  readonly more?: readonly string[];
};

function workflow({ on = "pull_request", job = [], step = [], more = [] }: Parts): string {
  return [
    `on: ${on}`,
    "jobs:",
    ...more.map((line) => `  ${line}`),
    "  gate:",
    ...job.map((line) => `    ${line}`),
    "    steps:",
    "      - uses: acme/go-linkage@v1",
    ...step.map((line) => `        ${line}`),
    "",
  ].join("\n");
}

async function compare(
  base: Parts,
  head: Parts,
  given: Readonly<Record<string, string>> = {},
): Promise<WorkflowChange> {
  const collect = (parts: Parts): ReturnType<typeof findActionSteps> =>
    findActionSteps(ci, {
      read: () => Promise.resolve({ kind: "text", text: workflow(parts) }),
      action: { repository: "acme/go-linkage" },
    });
  const sides = { base: await collect(base), head: await collect(head) };
  const running = { file: ci, job: "gate", action: "__acme_go-linkage" };
  return compareWorkflows(sides, { given, env: {}, running, shownPath: (file) => file });
}

describe("a step that runs less often", () => {
  const needed = (condition: string): Parts => ({
    job: ["needs: [first]"],
    more: ["first:", "  needs: zeroth", "  steps: []", "zeroth:", `  if: ${condition}`, "  steps: []"],
  });

  it.each<[string, Parts, Parts, readonly string[]]>([
    ["has a condition", {}, { step: ["if: false"] }, [`the step of job gate runs only if false (${ci}:6)`]],
    [
      "has a condition in the marks of an expression",
      {},
      { step: ["name: Gate", "if: ${{ github.actor != 'x' }}"] },
      [`the step Gate runs only if github.actor != 'x' (${ci}:7)`],
    ],
    ["is in a job with one", {}, { job: ["if: false"] }, [`the step of job gate runs only if false (${ci}:4)`]],
    [
      "needs a job that needs one with a condition",
      needed("true"),
      needed("github.actor == 'x'"),
      [`the step of job gate runs only if github.actor == 'x' (${ci}:7)`],
    ],
    ["lets its job pass", {}, { step: ["continue-on-error: true"] }, [`continue-on-error is set (${ci}:5)`]],
    [
      "is no longer started by pull requests",
      { on: "[push, pull_request]" },
      { on: "push" },
      [`${ci} no longer runs on pull_request`],
    ],
    [
      "has no events left",
      { on: "{ pull_request: , merge_group: }" },
      { on: "workflow_dispatch" },
      [`${ci} no longer runs on pull_request`, `${ci} no longer runs on merge_group`],
    ],
    ...[
      ["{ paths: ['cmd/**'] }", "paths is only cmd/**"],
      ["{ paths: ['**', '!cmd/**'] }", "paths has !cmd/**"],
      ["{ paths-ignore: ['**.go'] }", "paths-ignore has **.go"],
      ["{ branches: [main] }", "branches is only main"],
      ["{ branches-ignore: [main, release] }", "branches-ignore has main, release"],
      ["{ types: [opened] }", "types is without synchronize, reopened"],
      ["{ types: labeled }", "types is without opened, synchronize, reopened"],
    ].map(([filter = "", text = ""]): [string, Parts, Parts, readonly string[]] => [
      `is started by fewer pull requests: ${filter}`,
      { on: "pull_request" },
      { on: `{ pull_request: ${filter} }` },
      [`${ci} runs on fewer events pull_request: ${text}`],
    ]),
    [
      "has a filter with less in it",
      { on: "{ push: { branches: [main, next] } }" },
      { on: "{ push: { branches: [main] } }" },
      [`${ci} runs on fewer events push: branches is without next`],
    ],
  ])("%s", async (...[, base, head, relaxations]) => {
    expect((await compare(base, head)).relaxations).toEqual(relaxations);
  });

  it.each<[string, Parts, Parts]>([
    ["always runs", {}, { step: ["if: always()"] }],
    ["runs unless the run is cancelled", {}, { step: ["if: ${{ !cancelled() }}"] }],
    ["loses its condition", { step: ["if: false"] }, {}],
    [
      "needs a job with a condition, and says that it runs all the same",
      {},
      { ...needed("false"), job: ["needs: first", "if: always()"] },
    ],
    ["needs another job", {}, needed("success()")],
    ["is started by more events", { on: "pull_request" }, { on: "[pull_request, push, merge_group]" }],
    [
      "is started by more branches",
      { on: "{ push: { branches: [main] } }" },
      { on: "{ push: { branches: [main, next] } }" },
    ],
    [
      "has the types in so many words",
      { on: "pull_request" },
      { on: "{ pull_request: { types: [reopened, synchronize, opened, labeled] } }" },
    ],
    ["has a filter that lets all through", { on: "push" }, { on: "{ push: { branches: ['**'] } }" }],
    ["has a filter less", { on: "{ push: { paths-ignore: [docs] } }" }, { on: "{ push: }" }],
  ])("is not one that %s", async (_, base, head) => {
    expect((await compare(base, head)).relaxations).toEqual([]);
  });
});

describe("the matrix", () => {
  const withMatrix = (matrix: string, input: string): Parts => ({
    job: ["runs-on: ${{ matrix.os }}", `strategy: { matrix: ${matrix} }`],
    step: [`with: { ${input} }`],
  });
  const platforms = 'platforms: "${{ matrix.p }}"';

  it.each([
    ["{ p: [linux/amd64, linux/arm64] }", "{ p: [linux/amd64] }", ["platforms is without linux/arm64"]],
    [
      "{ include: [{ p: linux/amd64 }, { p: linux/arm64 }] }",
      "{ include: [{ p: linux/amd64 }] }",
      ["platforms is without linux/arm64"],
    ],
    ["{ p: [a/b, c/d] }", "{ p: [a/b, c/d], exclude: [{ p: c/d }] }", ["platforms is without c/d"]],
    ["{ p: [a/b], os: [x, y] }", "{ p: [a/b], os: [x] }", ["job gate no longer runs on y"]],
    ["{ p: [a/b], os: [x] }", "{ p: [a/b], os: [y] }", []],
    ["{ p: [a/b] }", "{ p: [a/b, c/d] }", []],
    ["{ p: [a/b, c/d] }", "{ p: '${{ fromJSON(vars.p) }}' }", []],
  ])("%s → %s", async (base, head, relaxations) => {
    const found = await compare(withMatrix(base, platforms), withMatrix(head, platforms), { platforms: "linux/amd64" });
    expect(found.relaxations).toEqual(relaxations);
  });

  it.each([
    ["{ f: [old], os: [x, y] }", "{ f: [new], os: [x, y] }", "old"],
    [
      "{ include: [{ os: x, f: old }, { os: y, f: other }] }",
      "{ include: [{ os: y, f: other }, { os: x, f: new }] }",
      "old",
    ],
    ["{ os: [x, y], include: [{ os: x, f: old }] }", "{ os: [x, y], include: [{ os: x, f: new }] }", "old"],
    ["{ f: [old, new] }", "{ f: [new] }", "new"],
    ["{ f: [old, older] }", "{ f: [new] }", null],
    ["{ f: ['${{ vars.f }}'] }", "{ f: [new] }", null],
  ])("%s had in the place of what %s has: %s", async (base, head, before) => {
    const input = 'flags: "${{ matrix.f }}"';
    const found = await compare(withMatrix(base, input), withMatrix(head, input), { flags: "new" });
    expect(found.given.flags).toBe(before ?? "new");
    expect(found.notes.length > 0).toBe(before === null);
  });

  // The example of GitHub's documentation, "Expanding or adding matrix configurations".
  it("is made as GitHub makes it", () => {
    const include = [
      { color: "green" },
      { color: "pink", animal: "cat" },
      { fruit: "apple", shape: "circle" },
      { fruit: "banana" },
      { fruit: "banana", animal: "cat" },
    ];
    const matrix = new Map<string, readonly string[] | string>([
      ["fruit", ["apple", "pear"]],
      ["animal", ["cat", "dog"]],
      ["include", JSON.stringify(include)],
    ]);
    expect(legsOf(matrix)).toEqual([
      { fruit: "apple", animal: "cat", color: "pink", shape: "circle" },
      { fruit: "apple", animal: "dog", color: "green", shape: "circle" },
      { fruit: "pear", animal: "cat", color: "pink" },
      { fruit: "pear", animal: "dog", color: "green" },
      { fruit: "banana" },
      { fruit: "banana", animal: "cat" },
    ]);
    expect(legsOf(new Map([["", "${{ fromJSON(x) }}"]]))).toBeNull();
    expect(legsOf(new Map(["a", "b", "c"].map((key) => [key, Array.from({ length: 10 }, String)])))).toBeNull();
  });

  it("cannot tell what a value was that stands in the places of two", () => {
    const [before, now] = [
      [
        { f: "a", o: "x" },
        { f: "b", o: "y" },
      ],
      [
        { f: "n", o: "x" },
        { f: "n", o: "y" },
      ],
    ];
    expect(valueInPlace("f", "n", { before, now })).toBeUndefined();
  });
});

describe("variables that a step hands on", () => {
  it.each([
    "echo CGO_ENABLED=0 >> $GITHUB_ENV",
    'echo "CGO_ENABLED=0" >> "$GITHUB_ENV"',
    "echo 'CGO_ENABLED=0' >>${GITHUB_ENV}",
    "set -e; echo CGO_ENABLED=0 >> $GITHUB_ENV",
    "true && echo CGO_ENABLED=0 >> $GITHUB_ENV && true",
    "printf 'CGO_ENABLED=0\\n' >> \"$GITHUB_ENV\"",
    "echo CGO_ENABLED=0 | tee -a $GITHUB_ENV",
    '{\n  echo "CGO_ENABLED=0"\n  echo x\n} >> "$GITHUB_ENV"',
    "cat <<EOF >> $GITHUB_ENV\nA=1\nCGO_ENABLED=0\nEOF",
    "cat >> \"$GITHUB_ENV\" <<'END'\nCGO_ENABLED=0\nEND\necho done",
    "go env -w CGO_ENABLED=0",
    "go env -w GOPROXY=off CGO_ENABLED=0",
    'go env -w CGO_ENABLED="0"',
    '"CGO_ENABLED=0" >> $env:GITHUB_ENV',
    'echo "CGO_ENABLED=0" | Out-File -FilePath $env:GITHUB_ENV -Append',
    'Write-Output "CGO_ENABLED=0" >> $env:GITHUB_ENV',
  ])("%j", (run) => {
    expect(writtenVariables({ run, line: 3 }).get("CGO_ENABLED")).toEqual({ raw: "0", line: 3 });
  });

  it.each([
    "export CGO_ENABLED=0",
    "CGO_ENABLED=0 go build",
    "echo CGO_ENABLED=0 >> $GITHUB_OUTPUT",
    "echo CGO_ENABLED=0",
    "{ echo CGO_ENABLED=0; } >> $GITHUB_OUTPUT",
    "cat <<EOF > file\nCGO_ENABLED=0\nEOF",
    "go env CGO_ENABLED",
  ])("not %j", (run) => {
    expect([...writtenVariables({ run, line: 1 }).keys()]).toEqual([]);
  });

  it("keeps expressions, and does not believe what a shell makes of a text", () => {
    const found = writtenVariables({
      run: 'echo "A=${{ inputs.a }}" >> $GITHUB_ENV\necho "B=$HOME" >> $GITHUB_ENV',
      line: 1,
    });
    expect([...found].map(([name, { raw }]) => [name, raw])).toEqual([
      ["A", "${{ inputs.a }}"],
      ["B", "${{ unknown }}"],
    ]);
  });
});
