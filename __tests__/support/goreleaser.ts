import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The version that src/release/ was read from. */
const version = "v2.15.1";

/** The path of goreleaser: the one of PATH when it is this version, else one that is built once on this machine (some minutes). */
export function findGoreleaser(): string {
  const found = spawnSync("goreleaser", ["--version"], { encoding: "utf8" });
  if (found.error === undefined && found.stdout.includes(version)) return "goreleaser";
  const folder = join(tmpdir(), `go-linkage-goreleaser-${version}`);
  const program = join(folder, "goreleaser");
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  const env = { ...process.env, GOBIN: folder, GOTOOLCHAIN: "auto", GOFLAGS: "-mod=mod" };
  execFileSync("go", ["install", `github.com/goreleaser/goreleaser/v2@${version}`], { env, stdio: "pipe" });
  return program;
}
