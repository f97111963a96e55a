import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Takes GOFLAGS out of what `go env -w` wrote on this machine: flags of its owner would be in every build, and in every printed command.
 * All else stays, such as the proxy.
 */
export function setup(): (() => void) | undefined {
  const settings = readSettings();
  if (!/^GOFLAGS=/m.test(settings)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "go-linkage-goenv-"));
  const file = join(folder, "env");
  writeFileSync(file, settings.replaceAll(/^GOFLAGS=.*\n?/gm, ""));
  process.env.GOENV = file;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Empty where nothing was written, and without Go. */
function readSettings(): string {
  try {
    return readFileSync(execFileSync("go", ["env", "GOENV"], { encoding: "utf8" }).trim(), "utf8");
  } catch {
    return "";
  }
}
