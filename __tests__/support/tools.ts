import { spawnSync } from "node:child_process";
import { describe } from "vitest";

/**
 * `describe` for tests that need programs of the machine. A missing one skips the tests and says so in their name; under CI=true
 * it fails them, because there a skipped test is a hole that nobody sees.
 */
export function describeWith(programs: readonly string[], title: string, body: () => void): void {
  const missing = programs.filter((program) => !has(program));
  if (missing.length === 0) describe(title, body);
  else if (process.env.CI === "true") {
    describe(title, () => {
      throw new Error(`${missing.join(", ")} is not installed, and CI=true`);
    });
  } else describe.skip(`${title} (skipped: no ${missing.join(", ")})`, body);
}

function has(program: string): boolean {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).error === undefined;
}
