import { join } from "node:path";
import { expect, it } from "vitest";
import type { Tree } from "./support/github.ts";
import { checkoutRows, isRoot } from "./support/checkout-rows.ts";
import { check, hub, module, pure, reasonOf, regression, users } from "./support/repository-job.ts";
import { describeWith } from "./support/tools.ts";

// Every kind of checkout with an honest change, which must pass, and with a regression, which must not. The honest one changes a
// program that is dynamic on both sides, so that it takes a base to let it pass.

const below = (folder: string, tree: Tree): Tree =>
  Object.fromEntries(Object.entries(tree).map(([name, text]) => [folder === "" ? name : `${folder}/${name}`, text]));

const before: Tree = { "go.mod": module, "cmd/app/main.go": users, "cmd/tool/main.go": pure };
const changes = [
  { name: "honest", after: { "cmd/app/main.go": `${users}\n// Changed.\n` }, outcome: "pass" },
  { name: "a regression", after: { "cmd/tool/main.go": users }, outcome: "fail" },
];

describeWith(["go", "gcc", "git"], "a checkout", () => {
  it.for(
    checkoutRows.flatMap((row) => changes.map((change) => ({ row, change, title: `${row.name}: ${change.name}` }))),
  )("$title", async ({ row, change }, { skip }) => {
    skip(row.needsRoot === true && !isRoot, "needs root");
    row.prepare?.(hub);
    const folder = row.folder ?? "";
    const { commits, event } = regression({
      before: { ...below(folder, before), ...row.before },
      after: below(folder, change.after),
    });
    const { dir, env = {} } = row.checkOut(hub, commits);
    const report = await check(join(dir, folder), event, { env: { GITHUB_WORKSPACE: dir, ...env } });
    expect(report.verdict.outcome, reasonOf(report)).toBe(change.outcome);
    expect(report.baseline, reasonOf(report)).toMatchObject({ sha: commits.base });
    expect(report.baseline.source).toBe("build");
    if (change.outcome === "fail") expect(report.verdict.reason).toContain("tool is now dynamic (was static");
    else
      expect(report.cells.map(({ buildInfo }) => buildInfo?.settings["vcs.revision"] !== undefined)).toEqual([
        row.isStamped !== false,
        row.isStamped !== false,
      ]);
  });
});
