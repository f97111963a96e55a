import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The variable in which the workers find where shared-builds.ts keeps its files. */
export const buildsVariable = "SHARED_BUILDS";

/** Makes one folder for all projects of this run, which no other run has seen, and removes it at the end. */
export function setup(): () => void {
  if (process.env[buildsVariable] !== undefined) return () => undefined;
  const folder = mkdtempSync(join(tmpdir(), "go-linkage-builds-"));
  process.env[buildsVariable] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
