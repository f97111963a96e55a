import type * as Yaml from "yaml";
import { repository } from "../version.ts";

/** How workflows name the action, and the checkout before it: as the README does. */
export const actionReference = `${repository}@v1`;
export const checkoutReference = "actions/checkout@v6";

/** Relative to the root of a repository. */
export const workflowPath = ".github/workflows/go-linkage.yml";

/** What the workflow of a project is made from. */
export type WorkflowParts = {
  /** Whose pushes save the cache and are judged. */
  readonly branch: string;
  /** Pull requests are merged by a queue. */
  readonly hasMergeQueue: boolean;
  /** What actions/checkout is given of submodules; null: nothing. */
  readonly submodules: string | null;
  /** Packages of Ubuntu that the builds need. */
  readonly packages: readonly string[];
  /** Inputs of the action, in this order. */
  readonly inputs: readonly (readonly [string, string])[];
};

/** The text of a workflow that judges pushes to the default branch and pull requests. */
export async function renderWorkflow(parts: WorkflowParts): Promise<string> {
  const yaml = await import("yaml");
  const { packages, inputs, submodules } = parts;
  const install = packages.map((name) => ` ${name}`).join("");
  const document = new yaml.Document({
    name: "go-linkage",
    on: {
      push: { branches: [branchPattern(parts.branch)] },
      pull_request: null,
      ...(parts.hasMergeQueue ? { merge_group: null } : {}),
    },
    permissions: { contents: "read" },
    jobs: {
      linkage: {
        "runs-on": "ubuntu-latest",
        steps: [
          {
            uses: checkoutReference,
            with: {
              "fetch-depth": 2,
              "persist-credentials": false,
              ...(submodules === null ? {} : { submodules: asScalar(submodules) }),
            },
          },
          ...(packages.length === 0 ? [] : [{ run: `sudo apt-get update && sudo apt-get install -y${install}` }]),
          { uses: actionReference, ...(inputs.length === 0 ? {} : { with: Object.fromEntries(inputs) }) },
        ],
      },
    },
  });
  document.commentBefore =
    " Fails a pull request that makes a program that you ship dynamic, or breaks its build. Written by go-linkage init.";
  addComments(document, yaml);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false, nullStr: "" });
}

function addComments(document: Yaml.Document, yaml: typeof Yaml): void {
  const branches = document.getIn(["on", "push", "branches"], true);
  if (yaml.isSeq(branches)) branches.flow = true;
  const comments: readonly (readonly [readonly (string | number)[], string])[] = [
    [["on", "push"], " A run of this branch saves the build cache that pull requests restore."],
    [
      ["jobs", "linkage", "steps", 0, "with"],
      " The base commit; in a private repository, 0 for pushes and merge queues.",
    ],
  ];
  for (const [path, comment] of comments) {
    const node = document.getIn(path, true);
    if (yaml.isNode(node)) node.commentBefore = comment;
  }
}

/** A name among the filters of a workflow, where some characters are patterns; git allows only these of them. */
function branchPattern(name: string): string {
  return name.replaceAll("+", "\\+").replace(/^!/, "\\!");
}

function asScalar(text: string): string | boolean {
  return text === "true" ? true : text;
}
