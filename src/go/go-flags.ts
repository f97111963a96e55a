import { join } from "node:path";
import { ConfigError, toError } from "../errors.ts";
import { joinQuoted, splitQuoted } from "./quoting.ts";
import type { GoFlag } from "../model/plan.ts";
import type { Strategy } from "../model/strategy.ts";

// `go help build`, go1.26: the flags that take a value and so may have it in the next word.
const valueFlags = new Set(
  "-p -covermode -coverpkg -asmflags -buildmode -compiler -gccgoflags -gcflags -installsuffix -ldflags -mod -modfile -overlay -pgo -pkgdir -tags -toolexec".split(
    " ",
  ),
);

/** Whether a flag of `go build` has its value in the next word, when none is behind an equals sign. */
export function takesValue(name: string): boolean {
  return valueFlags.has(name) || name === "-o" || name === "-C";
}

// Flags that would take from us what a run depends on.
const ours: Readonly<Record<string, string>> = {
  "-o": "use output-dir to keep the artifacts",
  "-C": "use working-directory",
  "-n": "it prints commands instead of building",
  "-json": "the output of go build is read by go-linkage",
  "-work": "it leaves a temporary folder behind",
};

/**
 * Reads the words of extra `go build` flags. `input` names where they came from, for the ConfigError that a word which is
 * no flag, a missing value or one of our own flags gets.
 */
export function parseGoFlags(words: readonly string[], input: string): GoFlag[] {
  const flags: GoFlag[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const match = /^--?([a-zA-Z][\w-]*)(?:=(.*))?$/s.exec(word);
    if (match === null) {
      throw new ConfigError(`${input}: "${word}" is not a flag of go build (put package patterns in packages)`);
    }
    const name = `-${match[1] ?? ""}`;
    const reason = ours[name];
    if (reason !== undefined) throw new ConfigError(`${input}: ${name} is not allowed here: ${reason}`);
    let value = match[2] ?? null;
    if (value === null && valueFlags.has(name)) {
      at++;
      const next = words[at];
      if (next === undefined) throw new ConfigError(`${input}: ${name} needs a value`);
      value = next;
    }
    if (name === "-buildmode" && noProgram.has(value ?? "")) {
      throw new ConfigError(`${input}: -buildmode=${value ?? ""} does not build a program`);
    }
    flags.push({ name, value });
  }
  return flags;
}

const noProgram = new Set(["archive", "shared"]);

/**
 * The value of GOFLAGS as `go env` prints it, as flags. GOFLAGS may name flags of any go command; all are kept.
 * Throws ConfigError for an open quote, which `go env` does not mind, and for one in the middle of a word, which means nothing to Go.
 */
export function parseGOFLAGS(text: string): GoFlag[] {
  let words;
  try {
    words = splitQuoted(text);
  } catch (thrown) {
    throw new ConfigError(`GOFLAGS: "${text}": ${toError(thrown).message}`);
  }
  checkInnerQuotes(words);
  return words.flatMap((word) => {
    const match = /^--?([a-zA-Z][\w-]*)(?:=(.*))?$/s.exec(word);
    return match === null ? [] : [{ name: `-${match[1] ?? ""}`, value: match[2] ?? null }];
  });
}

/** `-ldflags='-s -w'` is two words to Go, of which it refuses the second. Throws ConfigError with its words. */
function checkInnerQuotes(words: readonly string[]): void {
  for (const [at, word] of words.entries()) {
    const [, name = "", quote = "", rest = ""] = /^(--?[a-zA-Z][\w-]*=)(['"])(.*)$/s.exec(word) ?? [];
    const length = words.slice(at + 1).findIndex((each) => each.endsWith(quote)) + 2;
    const [, second = ""] = words.slice(at, at + length);
    if (quote === "" || rest.endsWith(quote) || length < 2) continue;
    const complaint = second.startsWith("-") ? `unknown flag ${second}` : `non-flag ${JSON.stringify(second)}`;
    const whole = [name + rest, ...words.slice(at + 1, at + length)].join(" ").slice(0, -1);
    throw new ConfigError(
      `GOFLAGS: ${words.slice(at, at + length).join(" ")}: Go reads quotes only around a whole word ` +
        `(go: parsing $GOFLAGS: ${complaint}); write ${quote}${whole}${quote}`,
    );
  }
}

export function renderFlags(flags: readonly GoFlag[]): string[] {
  return flags.map(({ name, value }) => (value === null ? name : `${name}=${value}`));
}

/** Tags as `-tags` lists them: commas, or the older blanks. */
export function splitTags(value: string): string[] {
  return value.split(/[\s,]+/).filter((tag) => tag !== "");
}

/**
 * The flags of one cell's `go build`: the caller's, with the strategy's merged in. `goflags` (from GOFLAGS) stays in the
 * child's environment; it matters here only because a -tags or -ldflags on the command line would silently discard its.
 * Throws ConfigError for -ldflags that Go itself could not read.
 */
export function mergeFlags(user: readonly GoFlag[], goflags: readonly GoFlag[], strategy: Strategy): GoFlag[] {
  const replaced = new Set<string>();
  const added: GoFlag[] = [];
  if (strategy.buildmode !== null) {
    replaced.add("-buildmode");
    added.push({ name: "-buildmode", value: strategy.buildmode });
  }
  if (strategy.tags.length > 0) {
    replaced.add("-tags");
    const own = lastValue(user, "-tags") ?? lastValue(goflags, "-tags") ?? "";
    added.push({ name: "-tags", value: [...new Set([...splitTags(own), ...strategy.tags])].join(",") });
  }
  if (strategy.linkmode !== null || strategy.extldflags !== null || strategy.ldflags.length > 0) {
    replaced.add("-ldflags");
    const values = [...goflags, ...user].filter((flag) => flag.name === "-ldflags").map((flag) => flag.value ?? "");
    added.push(...mergeLdflags(values, strategy).map((value) => ({ name: "-ldflags", value })));
  }
  return [...user.filter((flag) => !replaced.has(flag.name)), ...added];
}

/** The tags of a build: the last -tags counts. */
export function tagsOf(flags: readonly GoFlag[]): string[] {
  return splitTags(lastValue(flags, "-tags") ?? "");
}

export function lastValue(flags: readonly GoFlag[], name: string): string | undefined {
  return flags.findLast((flag) => flag.name === name)?.value ?? undefined;
}

/** `pattern=flags` or plain flags, as one -ldflags value is read (cmd/go/internal/load/flag.go, go1.26). */
type LdflagsEntry = { readonly pattern: string | null; readonly words: readonly string[] };

function parseLdflagsEntry(value: string): LdflagsEntry {
  const text = value.trim();
  const equals = text.indexOf("=");
  const pattern = text === "" || text.startsWith("-") ? null : equals > 0 ? text.slice(0, equals).trim() : undefined;
  if (pattern === undefined || (pattern !== null && /^['"]/.test(pattern))) {
    throw new ConfigError(`-ldflags: "${value}" is neither flags (it must start with "-") nor pattern=flags`);
  }
  try {
    return { pattern, words: splitQuoted(pattern === null ? text : text.slice(equals + 1)) };
  } catch (thrown) {
    throw new ConfigError(`-ldflags: "${value}": ${toError(thrown).message}`);
  }
}

/**
 * Adds the strategy to every -ldflags value that can apply to a main package. Go lets the last value that matches a package
 * win, so what stands before the last value for all main packages is dropped, and without one the strategy comes first.
 */
function mergeLdflags(values: readonly string[], strategy: Strategy): string[] {
  const entries = values.map(parseLdflagsEntry);
  const base = entries.findLastIndex(({ pattern }) => pattern === null || pattern === "all");
  const kept = base < 0 ? [{ pattern: null, words: [] }, ...entries] : entries.slice(base);
  return kept.map(({ pattern, words }) => {
    const joined = joinOrExplain(addToLinkerFlags(words, strategy));
    return pattern === null ? joined : `${pattern}=${joined}`;
  });
}

function joinOrExplain(words: readonly string[]): string {
  try {
    return joinQuoted(words);
  } catch (thrown) {
    throw new ConfigError(`-ldflags: ${toError(thrown).message}`);
  }
}

// cmd/link's flags that take the next word as their value (go tool link -help, go1.26).
const linkerValueFlags = new Set(
  "-B -D -E -H -I -L -R -T -X -benchmark -benchmarkprofile -buildid -buildmode -capturehostobjs -cpuprofile -debugtextsize -debugtramp -extar -extld -extldflags -fipso -funcalign -importcfg -installsuffix -k -libgcc -linkmode -macos -macsdk -memprofile -memprofilerate -o -pluginpath -r -randlayout -strictdups -tmpdir".split(
    " ",
  ),
);

type LinkerFlag = { readonly name: string; readonly value: string | null };

/** Linker words as flags; `--name` is read as `-name`, as Go's flag package does. */
export function parseLinkerFlags(words: readonly string[]): LinkerFlag[] {
  const flags: LinkerFlag[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const match = /^--?([^=-][^=]*)(?:=(.*))?$/s.exec(word);
    const name = match === null ? word : `-${match[1] ?? ""}`;
    let value = match?.[2] ?? null;
    if (value === null && linkerValueFlags.has(name)) value = words[++at] ?? null;
    flags.push({ name, value });
  }
  return flags;
}

/**
 * The linker keeps only the last -extldflags, so the two are joined into one; the strategy's -linkmode replaces another.
 * -linkmode goes first and with one dash: LinkerDeps (cmd/go/internal/load/pkg.go) looks for that spelling.
 */
function addToLinkerFlags(words: readonly string[], strategy: Strategy): string[] {
  const flags = parseLinkerFlags(words);
  const own = withoutMode(flags.findLast(({ name }) => name === "-extldflags")?.value ?? "", strategy.extldflags);
  const rest = flags.filter(
    ({ name }) =>
      !(name === "-extldflags" && strategy.extldflags !== null) &&
      !(name === "-linkmode" && strategy.linkmode !== null),
  );
  const extldflags = strategy.extldflags === null ? null : `${own} ${strategy.extldflags}`.trim();
  return [
    ...(strategy.linkmode === null ? [] : [`-linkmode=${strategy.linkmode}`]),
    ...rest.flatMap(({ name, value }) => (value === null ? [name] : [`${name}=${value}`])),
    ...strategy.ldflags,
    ...(extldflags === null ? [] : [`-extldflags=${extldflags}`]),
  ];
}

/** The strategy says how the C compiler links: the caller's own word for it would exclude the strategy's (gcc 12: the link fails). */
function withoutMode(own: string, extldflags: string | null): string {
  if (!/(?:^|\s)-static(?:-pie)?(?:\s|$)/.test(extldflags ?? "")) return own;
  const words = splitQuoted(own);
  const kept = words.filter((word) => !/^--?(?:static|static-pie|pie|no-pie)$/.test(word));
  return kept.length === words.length ? own : joinQuoted(kept);
}

/** A main package, as the patterns of -ldflags see it. */
type MainPackage = { readonly package: string; readonly packageDir: string; readonly moduleDir: string };

/**
 * The words that the linker of a main package is called with, given the final flags of its build. -ldflags on the command
 * line hide those of GOFLAGS, and of several values the last one that matches the package wins.
 */
export function linkerWords(
  flags: readonly GoFlag[],
  goflags: readonly GoFlag[],
  main: MainPackage,
): readonly string[] {
  const given = flags.filter(({ name }) => name === "-ldflags");
  const values = given.length > 0 ? given : goflags.filter(({ name }) => name === "-ldflags");
  const entries = values.map(({ value }) => parseLdflagsEntry(value ?? ""));
  return entries.findLast(({ pattern }) => pattern === null || matchesMain(pattern, main))?.words ?? [];
}

/** `linkerWords` as flags. */
export function effectiveLinkerFlags(
  flags: readonly GoFlag[],
  goflags: readonly GoFlag[],
  main: MainPackage,
): LinkerFlag[] {
  return parseLinkerFlags(linkerWords(flags, goflags, main));
}

// MatchPackage in cmd/go/internal/load/search.go, go1.26: `...` stands for any text, and a path that begins with a dot is
// one of folders.
function matchesMain(pattern: string, main: MainPackage): boolean {
  if (pattern === "all") return true;
  if (pattern === "std" || pattern === "cmd") return false;
  const isFolder = /^\.{1,2}(?:\/|$)/.test(pattern);
  const wanted = isFolder ? join(main.moduleDir, pattern) : pattern;
  const text = wanted.split("...").map(escapeRegExp).join(".*");
  // "a/..." matches "a" as well.
  const expression = new RegExp(`^${text.replace(/\/\.\*$/, "(?:/.*)?")}$`, "s");
  return expression.test(isFolder ? main.packageDir : main.package);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Throws ConfigError for -ldflags that Go itself could not read. `input` names where they came from. */
export function checkLinkerFlags(flags: readonly GoFlag[], input: string): void {
  try {
    for (const { name, value } of flags) if (name === "-ldflags") parseLdflagsEntry(value ?? "");
  } catch (thrown) {
    throw new ConfigError(`${input}: ${toError(thrown).message}`);
  }
}

/** Whether a boolean flag of `go build` is on; the last one counts, and the command line comes after GOFLAGS. */
export function isSet(flags: readonly GoFlag[], name: string): boolean {
  const last = flags.findLast((flag) => flag.name === name);
  return last !== undefined && !/^(?:false|f|0)$/i.test(last.value ?? "true");
}
