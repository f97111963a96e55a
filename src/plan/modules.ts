import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { ConfigError } from "../errors.ts";
import type { Files } from "../ports/types.ts";
import type { Environment } from "../model/environment.ts";
import type { GoModule } from "../model/plan.ts";

/**
 * Finds where `go` must run for each package pattern. Usually that is the working directory. A folder that belongs to
 * another module (`check ./examples/resolver` from a repository's root) cannot be built from there, so go runs at that
 * module's root instead, unless a workspace joins the two.
 */
export async function locateModules(
  request: { readonly workingDirectory: string; readonly packages: readonly string[] },
  files: Files,
  env: Environment,
): Promise<readonly GoModule[]> {
  const base = resolve(request.workingDirectory);
  if ((await files.size(base)) === undefined) {
    throw new ConfigError(`working-directory: "${request.workingDirectory}": there is no folder ${base}`);
  }
  const home = await findUp(base, "go.mod", files);
  const inWorkspace = await isInWorkspace(base, files, env);
  const found = new Map<string, string[]>();
  for (const pattern of request.packages) {
    const target = inWorkspace ? null : await otherModule(pattern, { base, home, files });
    const dir = target ?? base;
    const list = found.get(dir) ?? [];
    list.push(target === null ? pattern : rebase(pattern, base, target));
    found.set(dir, list);
  }
  return [...found].map(([dir, patterns]) => ({ dir, patterns }));
}

/** An empty GOWORK and `auto` mean what no GOWORK means (FindGoWork in cmd/go/internal/modload/init.go, go1.26). */
async function isInWorkspace(base: string, files: Files, env: Environment): Promise<boolean> {
  const chosen = env.GOWORK ?? "";
  if (chosen !== "" && chosen !== "auto") return chosen !== "off";
  return (await findUp(base, "go.work", files)) !== undefined;
}

async function otherModule(
  pattern: string,
  { base, home, files }: { base: string; home: string | undefined; files: Files },
): Promise<string | null> {
  if (!/^\.\.?(\/|$)/.test(pattern) && !isAbsolute(pattern)) return null;
  const start = resolve(base, pattern.replace(/\/?\.\.\..*$/, ""));
  const root = await findUp(start, "go.mod", files);
  return root === undefined || root === home ? null : root;
}

function rebase(pattern: string, base: string, root: string): string {
  const path = relative(root, resolve(base, pattern)).replaceAll("\\", "/");
  return path === "" ? "." : `./${path}`;
}

async function findUp(from: string, name: string, files: Files): Promise<string | undefined> {
  for (let dir = from; ; dir = dirname(dir)) {
    if ((await files.size(join(dir, name))) !== undefined) return dir;
    if (dirname(dir) === dir) return undefined;
  }
}
