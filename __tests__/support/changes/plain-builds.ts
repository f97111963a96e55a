import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { Environment } from "../../../src/model/environment.ts";
import { plainEnvironment } from "../engine.ts";
import { git, type Tree, writeTree } from "../github.ts";
import { linkageByReadelf, readelf } from "../readelf.ts";
import { committedFiles, digestOf, flagsOf, type Settings, type State } from "./state.ts";

// What one side of a change ships, by `go list`, `go build` and readelf alone: no code of src/ is asked.

export type PlainProgram =
  | {
      readonly state: "built";
      readonly isStatic: boolean;
      readonly needed: readonly string[];
      readonly interpreter: string | null;
      readonly minGlibc: string | null;
      /** glibc's warning that the static program loads libraries. */
      readonly loadsLibraries: boolean;
      readonly isPie: boolean;
      /** All files of its folder. */
      readonly sources: string;
    }
  /** `output`: what go says, without the lines' numbers and the folder. */
  | { readonly state: "failed"; readonly output: string; readonly sources: string };

/** By the folder of a program, from the root of the repository. */
export type Shipped = {
  readonly programs: ReadonlyMap<string, PlainProgram>;
  /** Nothing can be listed: what go says. */
  readonly trouble: string | null;
};

/** What counts of a side: what the workflow says, else the config file. */
export function settingsOf({ config, step }: State): Settings & { readonly cgo?: "0" } {
  const inputs = config === null || config.broken !== undefined ? {} : config.inputs;
  if (flagsOf(step) === "") {
    const { tags: _tags, ldflags: _ldflags, others: _others, ...rest } = step;
    return { ...inputs, ...rest };
  }
  const { tags: _tags, ldflags: _ldflags, others: _others, ...rest } = inputs;
  return { ...rest, ...step };
}

/** The environment of both: of the plain builds and of the gate. Without paths in them packages are compiled once, not in each folder. */
export function buildEnvironment(): Environment {
  const { GOWORK: _, ...env } = plainEnvironment();
  return process.env.FULL === "true" ? { ...env, GOFLAGS: "-trimpath" } : env;
}

const known = new Map<string, Promise<Shipped>>();

/** Builds all programs of a side plainly, in a folder of its own; each side once. */
export function shippedBy(state: State): Promise<Shipped> {
  const tree = { ...committedFiles(state), ...inFolder("sub", state.submodule ?? {}), ...state.ignored };
  const settings = settingsOf(state);
  const sources = Object.fromEntries(Object.entries(tree).filter(([name]) => !name.startsWith(".github/")));
  const key = digestOf([sources, settings]);
  const shipped = known.get(key) ?? buildTree(sources, settings);
  known.set(key, shipped);
  return shipped;
}

function inFolder(folder: string, tree: Tree): Tree {
  return Object.fromEntries(Object.entries(tree).map(([name, text]) => [`${folder}/${name}`, text]));
}

type Run = { readonly dir: string; readonly env: NodeJS.ProcessEnv; readonly flags: readonly string[] };

async function buildTree(tree: Tree, settings: ReturnType<typeof settingsOf>): Promise<Shipped> {
  const dir = mkdtempSync(join(tmpdir(), "plain-"));
  try {
    const src = join(dir, "src");
    mkdirSync(src);
    writeTree(src, tree);
    if (tree[".gitattributes"] !== undefined) checkOutAgain(src);
    const { ship = "default", cgo } = settings;
    const isOff = cgo === "0" || ship === "cgo-disabled";
    const env = buildEnvironment();
    const tags = [...(settings.tags ?? []), ...(ship === "netgo" ? ["netgo", "osusergo"] : [])];
    const { ldflags = [], others = [] } = settings;
    const flags = [
      ...others,
      ...(tags.length === 0 ? [] : [`-tags=${tags.join(",")}`]),
      ...(ldflags.length === 0 ? [] : [`-ldflags=${ldflags.join(" ")}`]),
    ];
    const run = { dir: src, env: { ...env, ...(isOff ? { CGO_ENABLED: "0" } : {}) }, flags };
    return await buildPrograms(tree, settings, run);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Writes the files of a folder as git writes them: attributes change line ends and `$Id$`. */
function checkOutAgain(dir: string): void {
  git(dir, "init", "--quiet");
  git(dir, "add", "--all", "--force");
  git(dir, "commit", "--quiet", "--message=x");
  git(dir, "rm", "--quiet", "-r", "--cached", ".");
  git(dir, "reset", "--quiet", "--hard");
  rmSync(join(dir, ".git"), { recursive: true });
}

type Listed = {
  readonly ImportPath?: string;
  readonly Dir?: string;
  readonly Name?: string;
  readonly GoFiles?: string[];
  readonly CgoFiles?: string[];
  readonly Deps?: string[];
  readonly BuildID?: string;
  readonly Error?: unknown;
};

async function buildPrograms(tree: Tree, settings: Settings, run: Run): Promise<Shipped> {
  const patterns = (settings.packages ?? "./...").split(" ");
  const tags = run.flags.filter((flag) => flag.startsWith("-tags"));
  const list = await start(["list", "-e", "-json=Dir,Name,GoFiles,CgoFiles,Error", ...tags, ...patterns], run);
  if (list.code !== 0) return { programs: new Map(), trouble: plainText(list.stderr, run) };
  const packages = parseObjects(list.stdout);
  const folderOf = ({ Dir = run.dir }: Listed): string => relative(run.dir, Dir);
  const folders = packages
    .filter(({ Name, GoFiles, CgoFiles, Error }) => Name === "main" && (GoFiles ?? CgoFiles ?? Error) !== undefined)
    .map((found) => folderOf(found));
  const unnamed = packages.filter(({ Name = "", Error }) => Name === "" && Error !== undefined);
  const digests = await compiled(folders, run);
  const programs = new Map<string, PlainProgram>();
  for (const folder of folders) {
    const digest = digests.get(folder);
    const sources = sourcesIn(tree, folder);
    const linked = (digest === undefined ? undefined : links.get(digest)) ?? (await buildOne(folder, run));
    if (digest !== undefined) links.set(digest, linked);
    programs.set(folder, { ...linked, sources });
  }
  for (const found of unnamed) {
    const folder = folderOf(found);
    programs.set(folder, { state: "failed", output: "not listed", sources: sourcesIn(tree, folder) });
  }
  return { programs, trouble: null };
}

type Linked = Without<PlainProgram, "sources">;
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** By all that the linker is given. Linking is most of the time, and of most programs a change changes nothing. */
const links = new Map<string, Linked>();

/** The digest of what is linked to each program, by the compiler's own identities; none for what does not compile. */
async function compiled(folders: readonly string[], run: Run): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (folders.length === 0) return found;
  const compiler = run.flags.filter((flag) => !flag.startsWith("-ldflags"));
  const fields = "-json=ImportPath,Dir,Name,Deps,BuildID,Error";
  const list = await start(
    ["list", "-e", "-export", "-deps", fields, ...compiler, ...folders.map((folder) => `./${folder}`)],
    run,
  );
  if (list.code !== 0) return found;
  const packages = parseObjects(list.stdout);
  const identities = new Map(packages.map(({ ImportPath = "", BuildID = "" }) => [ImportPath, BuildID]));
  const identityOf = (path: string): string => (path === "unsafe" ? path : (identities.get(path) ?? ""));
  for (const { ImportPath = "", Dir = run.dir, Name, Deps = [] } of packages) {
    const all = [ImportPath, ...Deps].map(identityOf);
    if (Name === "main" && !all.includes("")) found.set(relative(run.dir, Dir), digestOf([all, run.flags]));
  }
  return found;
}

async function buildOne(folder: string, run: Run): Promise<Linked> {
  const out = join(run.dir, "..", "program");
  rmSync(out, { force: true });
  const { code, stderr } = await start(["build", "-buildvcs=false", "-o", out, ...run.flags, `./${folder}`], run);
  if (code !== 0 || !existsSync(out)) return { state: "failed", output: plainText(stderr, run) };
  const facts = readelf(out);
  return {
    state: "built",
    isStatic: linkageByReadelf(facts) !== "dynamic",
    needed: facts.needed,
    interpreter: facts.interpreter,
    minGlibc: facts.minGlibc,
    loadsLibraries: /Using '\w+' in statically linked applications/.test(stderr),
    isPie: facts.type === "DYN",
  };
}

function sourcesIn(tree: Tree, folder: string): string {
  const own = Object.entries(tree).filter(([name]) => name.startsWith(`${folder}/`) && !name.endsWith("_test.go"));
  const named = own.map(([name, text]) => [
    name.slice(folder.length),
    (text ?? "").replaceAll(/"example\.com\/\w+\//g, '"$MODULE/'),
  ]);
  return JSON.stringify(named.toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1)));
}

function parseObjects(text: string): Listed[] {
  return text
    .split(/^(?=\{)/m)
    .filter((object) => object.trim() !== "")
    .map((object) => JSON.parse(object) as Listed);
}

function plainText(text: string, { dir }: Run): string {
  return text
    .replaceAll(dir, "$DIR")
    .replaceAll(/\$WORK\/b\d+|go-build\d+|cgo-gcc-prolog|:\d+(?::\d+)?/g, "")
    .replaceAll(/\/tmp\/\S+/g, "$TMP");
}

function start(args: readonly string[], { dir, env }: Run): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    execFile("go", args, { cwd: dir, env: { ...env, PWD: dir } }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : 1, stdout, stderr });
    });
  });
}
