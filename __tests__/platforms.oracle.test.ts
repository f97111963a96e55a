import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { platformRows, testPlatform } from "./support/platform-rows.ts";
import { describeWith } from "./support/tools.ts";

const scratch = mkdtempSync(join(tmpdir(), "linkage-platforms-"));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

describeWith(["go"], "a platform", () => {
  for (const row of platformRows) testPlatform(row, scratch, true);
});
