import { it } from "vitest";
import { kindOf, rows, testRow } from "./support/policy-rows.ts";
import { othersOf } from "./support/sample.ts";
import { describeWith } from "./support/tools.ts";

// The rest of the changes of a policy; policy-gate.engine.test.ts has one of each kind.

describeWith(["go", "git", "gcc"], "a change and its policy", () => {
  it.each(othersOf(rows, kindOf))("$name: $outcome", testRow);
});
