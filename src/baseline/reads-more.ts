import { delimiter, isAbsolute, join } from "node:path";
import { renderFlags } from "../go/go-flags.ts";
import { splitCC } from "../go/quoting.ts";
import { buildVariable } from "../go/build-variables.ts";
import type { Files } from "../ports/types.ts";
import { pathIn, type Repository } from "./repository.ts";
import type { Environment } from "../model/environment.ts";
import { type GoPackage, reachable } from "../model/packages.ts";
import type { GoFlag, PlannedCell } from "../model/plan.ts";

/** A program, and what it is built with beside its files. */
type ProgramBuild = {
  readonly cell: PlannedCell;
  /** Of GOFLAGS. */
  readonly goflags: readonly GoFlag[];
  /** Of the go command. */
  readonly env: Environment;
  readonly repository: Repository;
};

/**
 * Whether the build of a program may read files of the repository that `go list` does not name: C code of the tree can include any
 * of them, and so can a compiler, a wrapper, a flag or a folder of PATH that leads there. In doubt it may.
 */
export async function readsMore(program: ProgramBuild, files: Files): Promise<boolean> {
  const { cell, env, repository } = program;
  if (hasOwnC(cell, repository)) return true;
  const flags = [...cell.flags, ...program.goflags];
  if (flags.some(({ name }) => replacing.has(name))) return true;
  const variables = Object.entries({ ...env, ...cell.env }).filter(([name]) => !harmless.test(name));
  const settings = Object.values(cell.cgoEnv);
  const texts = [...renderFlags(flags), ...settings, ...variables.map(([, value]) => value)];
  if (texts.some((text) => text.includes(repository.root) || text.includes(repository.alias))) return true;
  const search = (env.PATH ?? "").split(delimiter);
  if (search.some((folder) => !isAbsolute(folder))) return true;
  for (const path of absolutePaths(texts)) if (await leadsInto(path, repository, files)) return true;
  const chosen = variables.filter(([name]) => buildVariable.test(name) || name in cell.strategy.env);
  const words = wordsOf([...renderFlags(flags), ...settings, ...chosen.map(([, value]) => value)]);
  for (const word of words) if ((await files.kindOf(join(cell.moduleDir, word))) !== undefined) return true;
  return hasOddTool([...toolsOf(cell, variables), ...innerTools], { env, files });
}

/** Flags that put files or programs in the place of what would be read. */
const replacing = new Set(["-overlay", "-modfile", "-toolexec"]);

/** Variables of the job, and folders of caches: no compiler takes a file of the repository from them by itself. */
const harmless =
  /^(?:GITHUB_\w+|RUNNER_\w+|INPUT_.*|GIT_CONFIG_\w+|PWD|OLDPWD|INIT_CWD|npm_\w+|GOPATH|GOCACHE|GOMODCACHE|GOTMPDIR|TMPDIR|TEMP|TMP)$/;

/** Read by a C compiler or an assembler, or linked as it is. */
const foreignFile = /\.(?:c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|for|f90|s|sx|swig|swigcxx|syso)$/i;

function hasOwnC({ graph, package: main }: PlannedCell, repository: Repository): boolean {
  const isForeign = ({ cgoFiles, otherFiles, inputs }: GoPackage): boolean =>
    cgoFiles.length + otherFiles.length > 0 || inputs.some((name) => foreignFile.test(name));
  return [...reachable(graph, main)].some((path) => {
    const found = graph.get(path);
    return found?.standard === false && pathIn(repository, found.dir) !== undefined && isForeign(found);
  });
}

/** What may be relative paths in flags and variables: whole words, and what stands behind an option (-Ilib, -isystemlib/x, @file). */
function wordsOf(texts: readonly string[]): readonly string[] {
  const words = texts
    .flatMap((text) => text.split(/[\s"'=,;:]+/))
    .flatMap((word) => {
      if (!/^[-@]/.test(word)) return [word];
      const letters = /[/.]/.test(word) ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : [1, 2];
      return letters.map((count) => word.slice(count));
    });
  return [...new Set(words)].filter((word) => word !== "" && !isAbsolute(word));
}

/** Words that are whole paths, and what stands so behind an option. */
function absolutePaths(texts: readonly string[]): ReadonlySet<string> {
  const words = texts.flatMap((text) => text.split(/[\s"'=,;:]+/));
  return new Set(words.map((word) => /^(?:-[A-Za-z]+|@)?(\/.+)$/.exec(word)?.[1] ?? "").filter((word) => word !== ""));
}

/** Through symbolic links; those that name the repository by its own path are found as text. */
async function leadsInto(path: string, repository: Repository, files: Files): Promise<boolean> {
  const real = await files.realPath(path);
  return real !== undefined && real !== "broken" && pathIn(repository, real) !== undefined;
}

function toolsOf({ cgoEnv, flags }: PlannedCell, variables: readonly (readonly [string, string])[]): readonly string[] {
  const named = variables.flatMap(([name, value]) => (/^(?:CC|CXX|FC|AR|PKG_CONFIG)$/.test(name) ? [value] : []));
  const linkers = flags.flatMap(({ value }) => /-extld[= ]'?"?([^\s"']+)/.exec(value ?? "")?.[1] ?? []);
  return [cgoEnv.CC, ...named, ...linkers].filter((text) => text.trim() !== "");
}

/** Where systems and their package managers put programs. One that is elsewhere may be a wrapper around anything. */
const systemFolder =
  /^(?:\/(?:usr|bin|sbin|opt|lib\d*|nix|snap|System|Library|Applications)\/|[A-Za-z]:\\(?:Windows|Program Files|msys64|mingw\d*|ProgramData|Strawberry|TDM-GCC|LLVM)[^\\]*\\)/i;

/** Started by a C compiler, or by the go command where no variable names another one. */
const innerTools = ["gcc", "g++", "ar", "as", "ld", "pkg-config"];

async function hasOddTool(
  tools: readonly string[],
  { env, files }: { readonly env: Environment; readonly files: Files },
): Promise<boolean> {
  for (const tool of tools) {
    // `ccache gcc`: each word may be a program.
    for (const word of splitCC(tool).filter((each) => !each.startsWith("-"))) {
      const path = isAbsolute(word) ? word : await files.which(word, env);
      if (path === undefined) continue;
      const real = await files.realPath(path);
      // Not only where it stands: a folder of the system may have a link to it.
      if (!systemFolder.test(path) || (real !== undefined && real !== "broken" && !systemFolder.test(real)))
        return true;
    }
  }
  return false;
}
