import { posix } from "node:path";
import type { Ports } from "../ports/types.ts";
import { gitIn, listedNames, pathIn, type Repository } from "./repository.ts";
import type { Hunk } from "../model/baseline.ts";
import type { PackageGraph } from "../model/packages.ts";
import { reachable } from "../model/packages.ts";

/** What differs between the base commit and the work tree, as far as it can matter to a link. */
export type Changes = {
  /** Paths as git names them. */
  readonly files: readonly string[];
  /** A main package may have come or gone. */
  readonly mains: boolean;
  /** Something changed that no list of files tells: a submodule, a symbolic link. */
  readonly isOpaque: boolean;
  /** Where a file was before, of those that were moved: new path -> old path. */
  readonly moved: ReadonlyMap<string, string>;
  /** Symbolic links: what lies behind them is changed without them. */
  readonly links: readonly string[];
};

/** Read while cgo is compiled or linked, from wherever `#cgo` lines point to. */
const cFile =
  /\.(?:c|cc|cpp|cxx|m|mm|h|hh|hpp|hxx|inc|inl|ipp|tcc|s|sx|f|for|f90|swig|swigcxx|syso|a|o|so(?:\.[0-9.]+)?|dylib|tbd|lib|def|pc|ld|lds|map)$/i;
const moduleFile = /(?:^|\/)(?:[^/]*\.mod|[^/]*\.sum|go\.work|vendor\/modules\.txt)$/;
/** All that a change to a program with C code may touch without a doubt. */
const documentation =
  /\.(?:md|markdown|rst|adoc|png|jpe?g|gif|svg|ya?ml)$|(?:^|\/)(?:LICENSE|CODEOWNERS|\.gitignore)$/i;

/** Tests are part of no program. */
const goFiles = [":/*.go", ":(top,exclude)*_test.go"];

const diff = ["diff", "--no-ext-diff", "--no-textconv", "--ignore-submodules=none", "--no-color"];

/** undefined when git cannot compare the two. */
export async function findChanges(
  base: string,
  repository: Repository,
  ports: Pick<Ports, "ask" | "work" | "env">,
): Promise<Changes | undefined> {
  const git = gitIn(repository.root, ports);
  const pattern = "-G^(package main|//go:build|// .build)";
  const [raw, untracked, staged, mains] = await Promise.all([
    // The work tree counts and not HEAD: it is what was built.
    listedNames(git(...diff, "--raw", "-z", "-M", base, "--")),
    listedNames(git("ls-files", "--others", "--exclude-standard", "-z", "--full-name", ":/")),
    listedNames(git("ls-files", "--stage", "-z", ":/")),
    listedNames(git(...diff, "--name-only", "-z", "--no-renames", "--text", pattern, base, "--", ...goFiles)),
  ]);
  if (raw === null || untracked === null || staged === null || mains === null) return undefined;
  const changes = parseRaw(raw);
  const files = [...new Set([...changes.flatMap(({ paths }) => paths), ...untracked])];
  return {
    files,
    mains: mains.length > 0 || files.some((name) => moduleFile.test(name)),
    isOpaque: changes.some(({ modes }) => modes.includes("160000") || modes.includes("120000")),
    moved: new Map(changes.flatMap(({ paths: [from = "", to] }) => (to === undefined ? [] : [[to, from] as const]))),
    links: staged.flatMap((line) => /^120000 [^\t]*\t(.*)$/s.exec(line)?.[1] ?? []),
  };
}

type RawChange = { readonly modes: readonly string[]; readonly paths: readonly string[] };

/** `git diff --raw -z`: `:mode mode sha sha STATUS`, then one path, or two for what was renamed or copied. */
function parseRaw(words: readonly string[]): RawChange[] {
  const found: RawChange[] = [];
  for (let at = 0; at + 1 < words.length;) {
    const [before = "", after = "", , , status = ""] = (words[at] ?? "").slice(1).split(" ");
    const count = /^[RC]/.test(status) ? 2 : 1;
    found.push({ modes: [before, after], paths: words.slice(at + 1, at + 1 + count) });
    at += 1 + count;
  }
  return found;
}

/** What a program is built from. */
type Program = {
  readonly graph: PackageGraph;
  readonly package: string;
  /** Flags and variables: they may name files. */
  readonly settings: string;
};

/**
 * Whether a program is built from the same files on both sides. Embedded files do not count: they make it larger, and link
 * nothing. C files count wherever they are, because `#cgo` lines can point anywhere; in a repository with C code of its own
 * everything but documentation does.
 */
export function isUnchanged({ graph, package: main, settings }: Program, changes: Changes, at: Repository): boolean {
  if (changes.files.length === 0) return true;
  if (changes.isOpaque || /-overlay\b/.test(settings)) return false;
  const own = [...reachable(graph, main)].flatMap((path) => {
    const item = graph.get(path);
    const dir = item === undefined || item.standard ? undefined : pathIn(at, item.dir);
    return item === undefined || dir === undefined ? [] : [{ ...item, dir: fold(dir) }];
  });
  const folders = new Set(own.map(({ dir }) => dir));
  const hasC = own.some(({ cgoFiles, otherFiles }) => cgoFiles.length + otherFiles.length > 0);
  const isRead = (link: string): boolean => hasC || link.endsWith(".go") || cFile.test(link);
  const isLinked = changes.links
    .map(fold)
    .some(
      (link) =>
        (folders.has(dirOf(link)) && isRead(link)) || [...folders].some((dir) => `${dir}/`.startsWith(`${link}/`)),
    );
  if (isLinked) return false;
  return !changes.files.some((file) => {
    if (moduleFile.test(file) || cFile.test(file) || settings.includes(posix.basename(file))) return true;
    if (!/\.go$/i.test(file)) return hasC && !documentation.test(file);
    return folders.has(dirOf(fold(file))) && !file.endsWith("_test.go");
  });
}

/** Some file systems know a name in several spellings. To see two where there is one would be to miss a change. */
function fold(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

function dirOf(path: string): string {
  const dir = posix.dirname(path);
  return dir === "." ? "" : dir;
}

/** Go files that the head may be built from and that no commit has, because git ignores them. */
export async function findIgnored(
  repository: Repository,
  ports: Pick<Ports, "ask" | "work" | "env">,
): Promise<readonly string[]> {
  const args = ["--others", "--ignored", "--exclude-standard", "-z", "--full-name", ":/*.go"];
  return (await listedNames(gitIn(repository.root, ports)("ls-files", ...args))) ?? [];
}

/** The pieces of one file that differ from the base; all of a file that is new. */
export async function findHunks(
  file: string,
  { base, changes, repository }: { base: string; changes: Changes | undefined; repository: Repository },
  ports: Pick<Ports, "ask" | "work" | "env">,
): Promise<readonly Hunk[]> {
  const before = changes?.moved.get(file);
  const paths = [file, ...(before === undefined ? [] : [before])].map((path) => `:(top,literal)${path}`);
  const git = gitIn(repository.root, ports);
  const { exitCode, stdout } = await git(...diff, "--unified=0", "--text", "-M", base, "--", ...paths);
  return exitCode === 0 ? parseHunks(stdout) : [];
}

/** Without context every line of a file begins with + or -, so that none can pass for a header. */
export function parseHunks(text: string): Hunk[] {
  return text.split(/^(?=@@ )/m).flatMap((part) => {
    const [, line, count = "1"] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(part) ?? [];
    if (line === undefined) return [];
    const removed = [...part.matchAll(/^-(.*)$/gm)].map(([, old]) => old ?? "");
    return [{ line: Number(line), count: Number(count), removed }];
  });
}
