import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "../support/root.ts";

// .github/workflows/linkage.yml, which other repositories call: it and the action may not drift apart.

type Step = {
  readonly uses: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, string | boolean | number>>;
};
type Job = {
  readonly name?: string;
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly "runs-on": string;
  readonly permissions?: unknown;
  readonly strategy?: { readonly "fail-fast": boolean; readonly matrix: string };
  readonly "timeout-minutes"?: number;
  readonly steps: readonly Step[];
};
type Workflow = {
  readonly on: {
    readonly workflow_call: {
      readonly inputs: Readonly<Record<string, { readonly type: string; readonly default: string }>>;
    };
  };
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<"plan" | "leg" | "linkage", Job>>;
};

const read = (path: string): unknown => parse(readFileSync(join(root, path), "utf8"));
const workflow = read(".github/workflows/linkage.yml") as Workflow;
const action = read("action.yml") as { readonly inputs: Readonly<Record<string, unknown>> };
const { plan, leg, linkage } = workflow.jobs;
const own = ({ steps }: Job): Readonly<Record<string, unknown>> =>
  steps.find(({ uses }) => uses === "OWNER/go-linkage@v1")?.with ?? {};
const uploads = ({ steps }: Job): readonly Step[] =>
  steps.filter(({ uses }) => uses.startsWith("actions/upload-artifact@"));

/** Inputs of the action that say nothing of what is built and asked for, or that the workflow itself gives. */
const notTaken = [
  ...["mode", "plan", "leg", "reports", "binaries", "images", "output-dir", "add-to-path"],
  // Every job would need a token with more permissions; `comment` is for a job of the caller (docs/matrix.md).
  ...["summary", "comment", "comment-key", "token"],
];

describe("the reusable workflow", () => {
  it("takes the inputs of the action and hands each to the plan", () => {
    const names = Object.keys(action.inputs).filter((name) => !notTaken.includes(name));
    const { inputs } = workflow.on.workflow_call;
    expect(Object.keys(inputs).toSorted()).toEqual(names.toSorted());
    // A default would win over the config file.
    for (const each of Object.values(inputs)) expect(each).toEqual({ type: "string", default: "" });
    const { mode, plan: file, ...given } = own(plan);
    expect([mode, file]).toEqual(["plan", "${{ runner.temp }}/plan.json"]);
    expect(given).toEqual(Object.fromEntries(names.map((name) => [name, `\${{ inputs.${name} }}`])));
  });

  it("is called in the docs by its path, with inputs that it has", () => {
    const page = readFileSync(join(root, "docs/matrix.md"), "utf8");
    const { jobs } = parse(/```yml\n(jobs:[^`]*)```/.exec(page)?.[1] ?? "") as {
      readonly jobs: { readonly linkage: { readonly uses: string; readonly with: Readonly<Record<string, string>> } };
    };
    expect(jobs.linkage.uses).toBe("OWNER/go-linkage/.github/workflows/linkage.yml@v1");
    expect(Object.keys(workflow.on.workflow_call.inputs)).toEqual(
      expect.arrayContaining(Object.keys(jobs.linkage.with)),
    );
  });

  it("gives a leg its plan and its id alone", () => {
    expect(own(leg)).toEqual({ plan: "${{ runner.temp }}/linkage/plan.json", leg: "${{ matrix.leg }}" });
    expect(leg.strategy).toEqual({ "fail-fast": false, matrix: "${{ fromJSON(needs.plan.outputs.matrix) }}" });
    expect(leg["runs-on"]).toBe("${{ matrix.runner }}");
  });

  it("always ends in one job of a fixed name, which fails for what is missing", () => {
    expect(linkage).toMatchObject({ name: "linkage", if: "always()", needs: ["plan", "leg"] });
    expect(own(linkage)).toMatchObject({ mode: "merge" });
    expect(linkage.steps.some(({ uses }) => uses.startsWith("actions/checkout@"))).toBe(false);
  });

  it("keeps the report of a leg that fails, under a name that a second attempt writes again", () => {
    expect(uploads(leg)).toEqual([
      expect.objectContaining({
        if: "always()",
        with: {
          name: "linkage-leg-${{ matrix.leg }}",
          path: "${{ steps.check.outputs.report-json }}",
          "if-no-files-found": "error",
          overwrite: true,
        },
      }),
    ]);
    for (const upload of [plan, leg, linkage].flatMap(uploads)) expect(upload.with?.overwrite).toBe(true);
  });

  it("may read, and leaves no credentials to what it builds", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
    for (const job of [plan, leg, linkage]) {
      expect(job.permissions).toBeUndefined();
      expect(job["timeout-minutes"]).toBeGreaterThan(0);
      for (const step of job.steps.filter(({ uses }) => uses.startsWith("actions/checkout@"))) {
        expect(step.with).toEqual({ "fetch-depth": 0, "persist-credentials": false });
      }
    }
  });
});
