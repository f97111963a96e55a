import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { ConfigError } from "../errors.ts";
import { findUp } from "../ports/find-up.ts";
import type { Files } from "../ports/types.ts";
import type { Environment } from "../model/environment.ts";
import { modulesBelow, patternsOfWorkspace } from "./all-modules.ts";
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
  const home = await findUp(base, "go.mod", files);
  if ((await files.size(base)) === undefined) {
    await checkIsCheckedOut(base, files, env);
    throw new ConfigError(`working-directory: "${request.workingDirectory}": there is no folder ${base}`);
  }
  const inWorkspace = await isInWorkspace(base, files, env);
  const found = new Map<string, string[]>();
  const inUse = inWorkspace
    ? await Promise.all(request.packages.map((each) => patternsOfWorkspace(each, base, files)))
    : [request.packages];
  for (const pattern of inUse.flat()) {
    const target = inWorkspace ? null : await otherModule(pattern, { base, home, files });
    const dir = target ?? base;
    const list = found.get(dir) ?? [];
    list.push(target === null ? pattern : rebase(pattern, base, target));
    found.set(dir, list);
  }
  if (home === undefined && found.has(base)) await checkIsCheckedOut(base, files, env);
  const isOutside = home === undefined && !inWorkspace && env.GO111MODULE !== "off";
  const below = isOutside
    ? await modulesOf(base, { request, isAlone: [...found.keys()].join("") === base, files })
    : [];
  return below.length > 0 ? below : [...found].map(([dir, patterns]) => ({ dir, patterns }));
}

/** Outside of every module: the modules below, for the default packages. Throws ConfigError where folders are asked for and there is none. */
async function modulesOf(
  base: string,
  {
    request,
    isAlone,
    files,
  }: {
    readonly request: { readonly packages: readonly string[] };
    /** Every pattern is about `base`. */
    readonly isAlone: boolean;
    readonly files: Files;
  },
): Promise<readonly GoModule[]> {
  const below = request.packages.join(" ") === "./..." ? await modulesBelow(base, files) : [];
  if (below.length === 0 && isAlone && request.packages.every(isOfFolder)) throw await noModule(base, files);
  return below;
}

/** Import paths of the standard library can be built without a module. */
function isOfFolder(pattern: string): boolean {
  return /^\.\.?(?:\/|$)/.test(pattern);
}

async function noModule(base: string, files: Files): Promise<ConfigError> {
  const sources = await files.glob("*.go", base);
  if (sources.length > 0) {
    return new ConfigError(
      `there are Go files in ${base}, and no go.mod there or above it: run go mod init in the folder of the module`,
    );
  }
  const found = (await Promise.all(["*", "*/*"].map((pattern) => files.glob(pattern, base)))).flat();
  const what =
    found.length === 0 ? `the folder ${base} is empty` : `there is no Go module in ${base}, above it or below it`;
  return new ConfigError(`${what}: run go-linkage in the folder of a module, or set working-directory to it`);
}

/**
 * A job begins with an empty workspace. Throws ConfigError where nobody filled it, or where the module is in another folder of it.
 * Without a go.mod there can be a workspace or packages of GOPATH: then something else is there.
 */
async function checkIsCheckedOut(base: string, files: Files, env: Environment): Promise<void> {
  const { GITHUB_WORKSPACE: workspace = "" } = env;
  if (env.GITHUB_ACTIONS !== "true" || workspace === "" || env.GO111MODULE === "off") return;
  if (await isAnythingOfGo(base, workspace, files)) return;
  // Modules below the root of a repository are found like anywhere else.
  if ((await files.size(join(workspace, ".git"))) !== undefined) return;
  const below = await Promise.all(["*/go.mod", "*/go.work"].map((pattern) => files.glob(pattern, workspace)));
  const [folder] = below.flat().map((path) => basename(dirname(path)));
  if (folder !== undefined) {
    throw new ConfigError(
      `working-directory: there is no Go module in ${base}, but one in ${folder}: set working-directory: ${folder}`,
    );
  }
  throw new ConfigError(
    `nothing is checked out in ${workspace}: neither a git repository nor a Go module is there; ` +
      "add actions/checkout before this step",
  );
}

/** A go.work around it, or Go files in it. */
async function isAnythingOfGo(base: string, workspace: string, files: Files): Promise<boolean> {
  if ((await findUp(base, "go.work", files)) !== undefined) return true;
  const found = await Promise.all([base, workspace].map((folder) => files.glob("*.go", folder)));
  return found.flat().length > 0;
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
