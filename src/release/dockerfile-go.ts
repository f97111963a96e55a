import type { ReleaseSetting } from "../model/release.ts";
import { toError } from "../errors.ts";
import { splitQuoted } from "../go/quoting.ts";
import { fillHoles, hasHole, type Hole, type Holes } from "./shell-holes.ts";
import { resolvePath, type Invocation } from "./shell-state.ts";

/** `go build` or `go install`, taken apart. */
export type GoBuild = {
  readonly verb: "build" | "install";
  /** All flags but those of the output and of what go prints. */
  readonly flags: readonly Omit<ReleaseSetting, "file">[];
  /** -o as it is written; null: none. */
  readonly output: string | null;
  /** The folder in the container in which go runs, -C included. */
  readonly cwd: string;
  readonly packages: readonly string[];
  /** What could change what is linked, and is not known; null: all is known. */
  readonly hole: Hole | null;
};

const valueFlags = new Set(
  "-covermode -coverpkg -asmflags -buildmode -compiler -gccgoflags -gcflags -installsuffix -ldflags -mod -modfile -overlay -pgo -pkgdir -tags -toolexec -buildvcs".split(
    " ",
  ),
);
const plainFlags = new Set("-race -msan -asan -cover -trimpath -modcacherw -linkshared".split(" "));

/** What changes nothing in the file: what go prints, how much it does at once, whether it uses its cache. */
const silentFlags = new Set("-v -x -a -i -work -json".split(" "));
const silentValues = new Set(["-p", "-debug-trace", "-debug-actiongraph"]);

/** The name of the go command, whatever its folder and release. */
export function isGo(name: string): boolean {
  return /^(?:.*\/)?go(?:\d[\w.]*)?$/.test(name);
}

export function isXxGo(name: string): boolean {
  return /^(?:.*\/)?xx-go$/.test(name);
}

type Reader = { readonly argv: readonly string[]; readonly lines: readonly number[]; at: number };

/** Reads `go build` or `go install` with its flags. null: this is another command, or builds nothing. */
export function readGoBuild({ argv, lines, cwd }: Invocation, holes: Holes): GoBuild | null {
  const [, verb = ""] = argv;
  if (verb !== "build" && verb !== "install") return null;
  const flags: Flag[] = [];
  const reader: Reader = { argv, lines, at: 2 };
  let output: string | null = null;
  let folder = cwd;
  let hole: Hole | null = null;
  for (; reader.at < argv.length; reader.at++) {
    const word = argv[reader.at] ?? "";
    const line = lines[reader.at] ?? 1;
    const isUnknown = hasHole(word.slice(0, 2));
    if (word === "" || (!word.startsWith("-") && !isUnknown)) break;
    const [, name = "", value] = /^-?(-[a-zA-Z][\w-]*)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === "-n") return null;
    if (name === "") hole ??= holeIn(word, line, holes);
    else if (name === "-o") output = valueOf(reader, value);
    else if (name === "-C") folder = resolvePath(folder, valueOf(reader, value));
    else if (silentValues.has(name)) valueOf(reader, value);
    else if (!silentFlags.has(name)) {
      const takesNext = valueFlags.has(name) && !(name === "-buildvcs" && value === undefined);
      const flag = takesNext ? valueFlag(name, valueOf(reader, value), { holes, line }) : plainFlag(name, value, line);
      if ("why" in flag) hole ??= flag;
      else flags.push(flag);
    }
  }
  const packages = argv.slice(reader.at).filter((each) => each !== "");
  const unknown = packages.find(hasHole);
  if (unknown !== undefined) hole ??= holeIn(unknown, lines[reader.at] ?? 1, holes);
  const late = packages.find((each) => each.startsWith("-"));
  if (late !== undefined)
    hole ??= {
      text: fillHoles(late, "…"),
      why: "stands behind a package, where go reads no flags",
      line: lines[reader.at] ?? 1,
    };
  return { verb, flags, output, cwd: folder, packages, hole };
}

function valueOf(reader: Reader, value: string | undefined): string {
  return value ?? reader.argv[++reader.at] ?? "";
}

function holeIn(word: string, line: number, holes: Holes): Hole {
  return holes.first(word) ?? { text: fillHoles(word, "…"), why: "is not a flag of go build that is known here", line };
}

type Flag = Omit<ReleaseSetting, "file">;

function plainFlag(name: string, value: string | undefined, line: number): Flag | Hole {
  const text = value === undefined ? name : `${name}=${value}`;
  if (!plainFlags.has(name) && !(name === "-buildvcs")) {
    return { text: fillHoles(text, "…"), why: "is not a flag of go build that is known here", line };
  }
  if (hasHole(text)) return { text: fillHoles(text, "…"), why: "has a value that is not evaluated", line };
  return { value: text, line };
}

function valueFlag(
  name: string,
  value: string,
  { holes, line }: { readonly holes: Holes; readonly line: number },
): Flag | Hole {
  const known = name === "-ldflags" ? withoutStamps(value) : value;
  if (known instanceof Error)
    return { text: fillHoles(value, "…"), why: `cannot be read by go: ${known.message}`, line };
  const hole = holes.first(known);
  return hole ?? { value: `${name}=${known}`, line };
}

/** What stands in -ldflags for the value of a -X that is not known. */
const stamp = "unknown";

/**
 * The linker's flags with a fixed text in every value of -X that is not known: what -X writes is a string of the program. Holes
 * elsewhere stay. Returns the error of go's own rules of quoting.
 */
export function withoutStamps(value: string): string | Error {
  if (!hasHole(value)) return value;
  let words;
  try {
    words = splitQuoted(value);
  } catch (thrown) {
    return toError(thrown);
  }
  const stamps = words.filter((word, at) => hasHole(word) && isStamp(word, words[at - 1]));
  // Longest first: a word may be a part of another one.
  const sorted = stamps.toSorted((a, b) => b.length - a.length);
  return sorted.reduce((text, word) => text.replaceAll(word, () => fillHoles(word, stamp)), value);
}

function isStamp(word: string, before = ""): boolean {
  if (/^--?X$/.test(before)) return /^[^=]+=/s.test(word);
  return /^--?X=[^=]+=/s.test(word);
}
