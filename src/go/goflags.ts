import { isAbsolute, join } from "node:path";
import { splitQuoted } from "./quoting.ts";
import type { Environment } from "../model/environment.ts";
import type { Files } from "../ports/types.ts";

/**
 * Flags that GOFLAGS may hold for other go commands, and that take from us what a run depends on: `go build -n` builds nothing, and
 * `go list -u` fails without -m. The command line holds what we need of them.
 */
const takesAway = new Set(
  "-o -n -json -work -f -m -u -e -deps -test -compiled -export -find -versions -retracted -reuse".split(" "),
);

/** The flags of `go build` (`go help build` and its hidden -debug-…, go1.26), and -i of older releases. */
export const buildFlags: ReadonlySet<string> = new Set(
  (
    "-C -a -n -p -race -msan -asan -cover -covermode -coverpkg -v -work -x -asmflags -buildmode -buildvcs -compiler -gccgoflags -gcflags " +
    "-installsuffix -json -ldflags -linkshared -mod -modcacherw -modfile -o -overlay -pgo -pkgdir -tags -trimpath -toolexec -i " +
    "-debug-actiongraph -debug-runtime-trace -debug-trace"
  ).split(" "),
);

/** The flags whose values hold words that begin with a dash. */
const listFlags = new Set(["-ldflags", "-gcflags", "-asmflags", "-gccgoflags"]);

/** A GOFLAGS that holds nothing, and yet hides what `go env -w` wrote: an empty one would not (cfg.Getenv, go1.26). */
export const noGoflags = " ";

/** What an environment asks for under GOFLAGS, without what would keep `go build` and `go list` from their work. Other words are kept as they are. */
export function goflagsForBuild(text: string): string {
  const words = wordsOf(text);
  if (!words?.some(isTakenAway)) return text;
  return (
    words
      .filter((word) => !isTakenAway(word))
      .map(quoteWord)
      .join(" ") || noGoflags
  );
}

function isTakenAway(word: string): boolean {
  return takesAway.has(nameOf(word) ?? "");
}

/** A word that the go command leaves out, and the words that it was most likely meant to be part of; null for none. */
export type IgnoredWord = { readonly word: string; readonly meant: string | null };

/**
 * The words of GOFLAGS that `go build` passes over, because they are flags of another go command. Behind `-ldflags=-s` a `-w` was most
 * likely meant as a part of it.
 */
export function ignoredGoflags(text: string): IgnoredWord[] {
  const words = wordsOf(text) ?? [];
  return words.flatMap((word, at) => {
    const name = nameOf(word);
    if (name === null || (buildFlags.has(name) && !takesAway.has(name))) return [];
    const from = words.slice(0, at).findLastIndex((each) => listFlags.has(nameOf(each) ?? ""));
    const between = from < 0 ? [] : words.slice(from + 1, at);
    const isPart = from >= 0 && between.every((each) => !buildFlags.has(nameOf(each) ?? ""));
    return [{ word, meant: isPart ? words.slice(from, at + 1).join(" ") : null }];
  });
}

function nameOf(word: string): string | null {
  const name = /^--?([a-zA-Z][\w-]*)(?:=|$)/.exec(word)?.[1];
  return name === undefined ? null : `-${name}`;
}

/** Null for an open quote, which the go command refuses by itself. */
function wordsOf(text: string): readonly string[] | null {
  try {
    return splitQuoted(text);
  } catch {
    return null;
  }
}

/** GOFLAGS wants quotes around the whole word. */
function quoteWord(word: string): string {
  if (word !== "" && !/[\s'"]/.test(word)) return word;
  return word.includes("'") ? `"${word}"` : `'${word}'`;
}

/**
 * What GOFLAGS comes to in a folder: the environment, what `go env -w` wrote, or what Go itself brings along, in this order. `go env
 * GOFLAGS` would tell, but fails for flags that it has as well. Beside the
 * environment it takes what `go env` says of GOENV and GOROOT.
 */
export async function readGoflags(
  env: Environment,
  { GOENV = "", GOROOT = "" }: Environment,
  { readText }: Pick<Files, "readText">,
): Promise<string> {
  if ((env.GOFLAGS ?? "") !== "") return env.GOFLAGS ?? "";
  for (const file of [GOENV, join(GOROOT, "go.env")].filter((each) => isAbsolute(each))) {
    const value = readEnvFile((await readText(file)) ?? "", "GOFLAGS");
    if (value !== undefined && value !== "") return value;
  }
  return "";
}

/**
 * The environment with the GOFLAGS that `go env -w` wrote, where those would keep `go build` from its work: what stands in a variable is
 * filtered. All others the go command reads by itself, on each side of a comparison its own. `os`: Go's name of this machine's system.
 */
export async function withWrittenGoflags(
  env: Environment,
  { root, os }: { readonly root: string; readonly os: string },
  files: Pick<Files, "readText">,
): Promise<Environment> {
  const goflags = await readGoflags(env, { GOENV: goEnvFile(env, os), GOROOT: root }, files);
  return goflagsForBuild(goflags) === goflags ? env : { ...env, GOFLAGS: goflags };
}

/** Where `go env -w` writes (EnvFile in cmd/go/internal/cfg/cfg.go and os.UserConfigDir, go1.26); empty for nowhere. */
function goEnvFile({ GOENV = "", HOME = "", XDG_CONFIG_HOME = "", APPDATA = "" }: Environment, os: string): string {
  if (GOENV !== "") return GOENV === "off" ? "" : GOENV;
  const configs: Readonly<Record<string, string>> = {
    windows: APPDATA,
    darwin: HOME && join(HOME, "Library/Application Support"),
  };
  const config = configs[os] ?? (XDG_CONFIG_HOME || (HOME && join(HOME, ".config")));
  return config === "" ? "" : join(config, "go", "env");
}

/** The value of a variable in a file that `go env -w` writes, or in Go's own go.env (readEnvFile in cmd/go/internal/cfg/cfg.go, go1.26). */
export function readEnvFile(text: string, name: string): string | undefined {
  const lines = text.split("\n").filter((line) => line.startsWith(`${name}=`));
  return lines.at(-1)?.slice(name.length + 1);
}
