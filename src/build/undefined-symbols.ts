import { isGlibcOnly, neverStatic, needsSharedOnly, pkgConfigNames, symbolLibraries } from "./data/c-symbols.ts";
import type { BuildProblem, ErrorContext } from "./error-context.ts";

/** A symbol that a linker did not find, and what asks for it. */
export type UndefinedSymbol = {
  readonly symbol: string;
  /** The static library that needs it; null for an object of the program itself. */
  readonly archive: { readonly file: string; readonly member: string } | null;
};

const lineLimit = 5000;
// GNU ld, gold and MinGW's: `undefined reference to`; lld, mold and zig: `undefined symbol: `; Apple's has a line for each below a heading.
const named = /undefined (?:reference to [`']|symbol: (?:[`'])?)([^`'\s]+)|^\s+"_([^"\s]+)", referenced from:$/;
const inArchive = /([^\s/\\:()]+\.(?:a|lib))(?:\[\d+\])?\(([^()\s]+)\)/;
const inArchiveLld = /([^\s/\\:()]+\.o(?:bj)?):\(.*\) in archive (?:\S*[/\\])?(\S+\.a)/;

/** All symbols that a linker's output calls undefined, in its order. Hostile text in, plain text out. */
export function undefinedSymbols(output: string): UndefinedSymbol[] {
  const found: { symbol: string; archive: UndefinedSymbol["archive"] }[] = [];
  let place: UndefinedSymbol["archive"] = null;
  let awaitsPlace = false;
  for (const line of output.split("\n").slice(0, lineLimit)) {
    if (line.length > 4096) continue;
    const here = archiveIn(line);
    // GNU ld says where, then what; lld, mold and Apple's say what, then where.
    if (/: in function |: warning: /.test(line)) place = here;
    const match = named.exec(line);
    const symbol = match?.[1] ?? match?.[2];
    if (symbol !== undefined) {
      // A source file, or nothing but the section: it is in the object of the line above. An object that is named is another one.
      const isBelow = /^(?:\S*ld(?:\.\w+)?(?:\.exe)?: )?(?:(?!\S+\.o(?:bj)?:)\S+:)?(?:\(\.[^)]*\)|\d+): /.test(line);
      found.push({ symbol, archive: here ?? (isBelow ? place : null) });
      awaitsPlace = here === null && !isBelow;
      continue;
    }
    const last = found.at(-1);
    if (awaitsPlace && here !== null && last !== undefined && /^\s|^>>>/.test(line)) {
      last.archive ??= here;
      awaitsPlace = false;
    }
  }
  return found;
}

function archiveIn(line: string): UndefinedSymbol["archive"] {
  if (!/\.(?:a|lib)(?:\[\d+\])?\(| in archive /.test(line)) return null;
  const lld = inArchiveLld.exec(line);
  if (lld !== null) return { file: lld[2] ?? "", member: lld[1] ?? "" };
  const match = inArchive.exec(line);
  return match === null ? null : { file: match[1] ?? "", member: match[2] ?? "" };
}

/** What undefined symbols come from, where a static library needs them or they are glibc's own; undefined where neither is so. */
export function explainUndefined(
  output: string,
  context: ErrorContext,
): (BuildProblem & { kind: "undefined-reference" | "glibc-library" }) | undefined {
  const symbols = undefinedSymbols(output);
  const foreign = context.isMusl ? symbols.find(({ symbol }) => isGlibcOnly(symbol)) : undefined;
  if (foreign !== undefined) return { kind: "glibc-library", ...explainGlibc(foreign, context) };
  const needy = symbols.find(({ archive }) => archive !== null && !/^libc(?:_nonshared)?\.a$/.test(archive.file));
  return needy?.archive == null
    ? undefined
    : { kind: "undefined-reference", ...explainNeed(needy.symbol, needy.archive) };
}

function explainGlibc({ symbol, archive }: UndefinedSymbol, { muslTagged }: ErrorContext): BuildProblem {
  const what = archive === null ? "C code that is linked in" : archive.file;
  const [tagged] = muslTagged;
  const fix =
    tagged === undefined
      ? "use a library that was compiled for musl, or link against glibc"
      : `add -tags=musl: ${tagged} has files for musl behind that tag`;
  return { cause: `${what} was compiled for glibc: it needs ${symbol}, which musl does not have`, fix };
}

function explainNeed(
  symbol: string,
  { file, member }: { readonly file: string; readonly member: string },
): BuildProblem {
  const name = /^lib(.+)\.a$/.exec(file)?.[1] ?? file;
  const needed = symbolLibraries.find(([prefix]) =>
    prefix.endsWith("$") ? symbol === prefix.slice(0, -1) : symbol.startsWith(prefix),
  )?.[1];
  const what = needed === undefined || needed === name ? "another library" : `lib${needed}`;
  const config = pkgConfigNames[name];
  const list =
    config === undefined
      ? `name what ${file} needs behind it in #cgo LDFLAGS or -extldflags${needed === undefined ? "" : `: -l${needed}`}`
      : `write #cgo pkg-config: --static ${config} (pkg-config --static --libs ${config} lists all that it needs)`;
  const shared = neverStatic.has(needed ?? "") ? needed : needsSharedOnly[name];
  const limit =
    shared === undefined
      ? ""
      : `; Debian and Ubuntu have no static lib${shared}: there it needs a ${file} built without it`;
  return { cause: `${file} (${member}) needs ${what}: nothing that is linked has ${symbol}`, fix: `${list}${limit}` };
}
