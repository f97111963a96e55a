import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { root } from "./support/root.ts";
import { describeWith } from "./support/tools.ts";

// What was judged and not changed is in .github/zizmor.yml.
const linters = [
  { tool: "actionlint", args: ["-no-color"] },
  { tool: "zizmor", args: ["--offline", "--pedantic", "--no-progress", "--color=never", "--format=plain", "."] },
];

for (const { tool, args } of linters) {
  describeWith([tool], "the workflows of this repository", () => {
    it(`${tool} finds nothing`, () => {
      const { status, stdout, stderr } = spawnSync(tool, args, { cwd: root, encoding: "utf8" });
      expect(status, stdout + stderr).toBe(0);
    });

    it(`${tool} finds a planted script injection`, () => {
      const args = tool === "zizmor" ? ["--offline", "--no-progress", "-"] : ["-no-color", "-"];
      const { status, stdout } = spawnSync(tool, args, { cwd: root, encoding: "utf8", input: planted });
      expect(status).not.toBe(0);
      expect(stdout).toMatch(/github\.event\.issue\.title/);
    });
  });
}

const planted = `
name: planted
on: issues
permissions: {}
jobs:
  echo:
    runs-on: ubuntu-latest
    steps:
      - run: echo "\${{ github.event.issue.title }}"
`;
