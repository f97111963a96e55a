import { readdirSync } from "node:fs";
import { join } from "node:path";
import { it } from "vitest";
import { expectFirstRunPasses } from "../support/init-run.ts";
import { root } from "../support/root.ts";
import { describeWith } from "../support/tools.ts";

const examples = [".", ...readdirSync(join(root, "examples"))];

describeWith(["go", "git", "gcc"], "the first run of the workflow that init writes", () => {
  it.each(examples.flatMap((name) => [[name, ["--no-policy"]] as const, [name, ["--policy"]] as const]))(
    "passes: examples/%s %j",
    expectFirstRunPasses,
  );
});
