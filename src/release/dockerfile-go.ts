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

type Reader = Pick<Invocation, "argv" | "lines"> & {
  at: number;
  readonly holes: Holes;
  readonly flags: Flag[];
  output: string | null;
  cwd: string;
  hole: Hole | null;
  /** It prints what it would do. */
  isDry: boolean;
};

/** Reads `go build` or `go install` with its flags. null: this is another command, or builds nothing. */
export function readGoBuild({ argv, lines, cwd }: Invocation, holes: Holes): GoBuild | null {
  const [, verb = ""] = argv;
  if (verb !== "build" && verb !== "install") return null;
  const reader: Reader = { argv, lines, at: 2, holes, flags: [], output: null, cwd, hole: null, isDry: false };
  while (isFlag(argv[reader.at])) {
    readFlag(reader);
    reader.at++;
  }
  if (reader.isDry) return null;
  const packages = argv.slice(reader.at).filter((each) => each !== "");
  const { flags, output } = reader;
  const hole = reader.hole ?? holeOfPackages(packages, lines[reader.at] ?? 1, holes);
  return { verb, flags, output, cwd: reader.cwd, packages, hole };
}

function isFlag(word = ""): boolean {
  return word.startsWith("-") || hasHole(word.slice(0, 2));
}

function holeOfPackages(packages: readonly string[], line: number, holes: Holes): Hole | null {
  const unknown = packages.find(hasHole);
  if (unknown !== undefined) return holeIn(unknown, line, holes);
  const late = packages.find((each) => each.startsWith("-"));
  return late === undefined ? null : { text: late, why: "comes after a package, where go does not read flags", line };
}

/** Takes one flag with its value. */
function readFlag(reader: Reader): void {
  const { argv, lines, holes } = reader;
  const word = argv[reader.at] ?? "";
  const line = lines[reader.at] ?? 1;
  const [, name = "", value] = /^-?(-[a-zA-Z][\w-]*)(?:=(.*))?$/s.exec(word) ?? [];
  if (name === "") reader.hole ??= holeIn(word, line, holes);
  else if (name === "-n") reader.isDry = true;
  else if (name === "-o") reader.output = valueOf(reader, value);
  else if (name === "-C") reader.cwd = resolvePath(reader.cwd, valueOf(reader, value));
  else if (silentValues.has(name)) valueOf(reader, value);
  else if (!silentFlags.has(name)) keepFlag(reader, { name, value, line });
}

type WrittenFlag = { readonly name: string; readonly value: string | undefined; readonly line: number };

function keepFlag(reader: Reader, { name, value, line }: WrittenFlag): void {
  const { holes } = reader;
  const takesNext = valueFlags.has(name) && !(name === "-buildvcs" && value === undefined);
  const flag = takesNext ? valueFlag(name, valueOf(reader, value), { holes, line }) : plainFlag(name, value, line);
  if ("why" in flag) reader.hole ??= flag;
  else reader.flags.push(flag);
}

function valueOf(reader: Reader, value: string | undefined): string {
  return value ?? reader.argv[++reader.at] ?? "";
}

function holeIn(word: string, line: number, holes: Holes): Hole {
  return holes.first(word) ?? { text: fillHoles(word, "…"), why: "is not a known flag of go build", line };
}

type Flag = Omit<ReleaseSetting, "file">;

function plainFlag(name: string, value: string | undefined, line: number): Flag | Hole {
  const text = value === undefined ? name : `${name}=${value}`;
  if (!plainFlags.has(name) && !(name === "-buildvcs")) {
    return { text: fillHoles(text, "…"), why: "is not a known flag of go build", line };
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
