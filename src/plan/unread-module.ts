import { join, relative, resolve } from "node:path";
import type { Go } from "../go/command.ts";
import { goListFields, parseGoList } from "../go/package-graph.ts";
import { isProgram, type GoPackage, type PackageGraph } from "../model/packages.ts";
import type { GoFlag, GoModule } from "../model/plan.ts";
import type { Environment } from "../model/environment.ts";
import type { Files } from "../ports/types.ts";

type Unread = {
  readonly env: Environment;
  readonly flags: readonly GoFlag[];
  /** What the go command says of the module. */
  readonly error: string;
};

/**
 * The programs of a module that the go command cannot load: found by their folders, as in the days before modules (GO111MODULE=off
 * reads no go.mod), under the import paths that they would have. Each of them is `unloadable`, with the error: its build fails, in Go's
 * own words. Empty where none can be found.
 */
export async function programsOfUnread(
  module: GoModule,
  { env, flags, error }: Unread,
  { go, files }: { readonly go: Go; readonly files: Pick<Files, "readText" | "size"> },
): Promise<PackageGraph> {
  const path = /^module[ \t]+"?([^\s"]+)/m.exec((await files.readText(join(module.dir, "go.mod"))) ?? "")?.[1];
  const patterns = module.patterns.flatMap((pattern) => asFolder(pattern, path) ?? []);
  if (path === undefined || patterns.length === 0) return new Map();
  const tags = flags.filter(({ name }) => name === "-tags").map(({ value }) => `-tags=${value ?? ""}`);
  const args = ["list", "-e", "-find", `-json=${goListFields}`, ...tags, "--", ...patterns];
  const old = { ...env, GO111MODULE: "off", GOFLAGS: "", GOWORK: "off" };
  const result = await go.work(args, { cwd: module.dir, env: old });
  if (result.exitCode !== 0) return new Map();
  const found = [...parseGoList(result.stdout).values()].filter((each) => each.name === "main" && isProgram(each));
  const own = await Promise.all(
    found.map(async (each) => ((await isOfModule(each.dir, module.dir, files)) ? [each] : [])),
  );
  return new Map(own.flat().map((each) => withPath(each, { root: resolve(module.dir), path, error })));
}

function withPath(found: GoPackage, as: { root: string; path: string; error: string }): [string, GoPackage] {
  const below = relative(as.root, found.dir).replaceAll("\\", "/");
  const importPath = below === "" ? as.path : `${as.path}/${below}`;
  return [importPath, { ...found, importPath, own: true, module: as.path, state: "unloadable", error: as.error }];
}

/** A pattern as one of folders; undefined for packages of other modules. */
function asFolder(pattern: string, path: string | undefined): string | undefined {
  if (/^\.{1,2}(?:\/|$)/.test(pattern)) return pattern;
  if (path === undefined || (pattern !== path && !pattern.startsWith(`${path}/`))) return undefined;
  return `.${pattern.slice(path.length)}`;
}

/** No other go.mod stands between a folder and the root of its module. */
async function isOfModule(dir: string, root: string, files: Pick<Files, "size">): Promise<boolean> {
  const parts = relative(resolve(root), dir)
    .split(/[/\\]/)
    .filter((part) => part !== "");
  if (parts[0] === "..") return false;
  const between = parts.map((_, at) => join(root, ...parts.slice(0, at + 1), "go.mod"));
  return (await Promise.all(between.map((file) => files.size(file)))).every((size) => size === undefined);
}
