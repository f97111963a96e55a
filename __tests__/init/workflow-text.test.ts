import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { parse } from "yaml";
import {
  actionReference,
  checkoutReference,
  renderWorkflow,
  type WorkflowParts,
} from "../../src/init/workflow-text.ts";
import { checkWorkflow, inputsOf, stepsOf } from "../support/init-workflow.ts";
import { root } from "../support/root.ts";

const plain: WorkflowParts = { branch: "main", hasMergeQueue: false, submodules: null, packages: [], inputs: [] };

it("is the README's first snippet without its inputs where nothing else is found", async () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const snippets = [...readme.matchAll(/^```yaml\n(name: linkage\n.*?)^```/gms)].map(([, code = ""]) => code);
  expect(snippets.length).toBeGreaterThan(2);
  const workflow = checkWorkflow(await renderWorkflow(plain));
  const bare = (snippets[0] ?? "").replace(/(uses: \S+go-linkage@\S+)\n +with:\n(?: {10}.*\n)+/, "$1\n");
  expect({ ...(parse(bare) as object), name: "go-linkage" }).toEqual(workflow);
  for (const reference of [actionReference, checkoutReference]) expect(readme).toContain(`uses: ${reference}\n`);
});

it("has packages, submodules, a merge queue and inputs where they are found", async () => {
  const workflow = checkWorkflow(
    await renderWorkflow({
      branch: "1.0",
      hasMergeQueue: true,
      submodules: "recursive",
      packages: ["libpcap-dev", "musl-tools"],
      inputs: [
        ["working-directory", "a b/c"],
        ["go-version", "1.20"],
        ["flags", '-trimpath -ldflags="-s -w"'],
        ["packages", "./cmd/a\n./cmd/b"],
      ],
    }),
  );
  expect(workflow.on).toEqual({ push: { branches: ["1.0"] }, pull_request: null, merge_group: null });
  expect(stepsOf(workflow)[0]?.with).toMatchObject({ submodules: "recursive" });
  expect(stepsOf(workflow)[1]?.run).toBe("sudo apt-get update && sudo apt-get install -y libpcap-dev musl-tools");
  expect(inputsOf(workflow)).toEqual({
    "working-directory": "a b/c",
    "go-version": "1.20",
    flags: '-trimpath -ldflags="-s -w"',
    packages: "./cmd/a\n./cmd/b",
  });
});

it("means just this branch, whatever its name is", async () => {
  const names = fc.stringMatching(/^[\w.+!@#%&=-]{1,12}(?:\/[\w.+!-]{1,6})?$/);
  await fc.assert(
    fc.asyncProperty(names, async (branch) => {
      const { on } = checkWorkflow(await renderWorkflow({ ...plain, branch }));
      const [pattern = "", ...others] = on.push?.branches ?? [];
      expect(others).toEqual([]);
      // + is a quantifier there, and ! in front a negation.
      expect(pattern.replaceAll(/\\(.)/g, "$1")).toBe(branch);
      expect(pattern).not.toMatch(/^!|(?<!\\)\+/);
    }),
    { numRuns: 50 },
  );
});
