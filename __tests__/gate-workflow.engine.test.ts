import { it } from "vitest";
import { describeWith } from "./support/tools.ts";
import { causeRows, configRows, testWorkflowRow, workflowRows } from "./support/workflow-rows.ts";

describeWith(["go", "gcc", "git"], "a change of the workflow", () => {
  it.each(workflowRows.filter(({ isSample }) => isSample === true))("$name: $outcome", testWorkflowRow);
});

describeWith(["go", "gcc", "git"], "a change of the config file", () => {
  it.each(configRows.filter(({ isSample }) => isSample === true))("$name: $outcome", testWorkflowRow);
});

describeWith(["go", "gcc", "git"], "the cause of a regression", () => {
  it.each(causeRows.filter(({ isSample }) => isSample === true))("$name", testWorkflowRow);
});
