import { split } from "shlex";
import { ConfigError, toError } from "./errors.ts";

/** What both doors supply: the inputs as the user wrote them, by their names in action.yml. An empty string means "not given". */
export type Inputs = Readonly<Record<InputName, string>>;

export const inputDefaults = {
  mode: "check",
  "working-directory": ".",
  packages: "./...",
  platforms: "",
  strategies: "default cgo-disabled netgo external",
  ship: "default",
  require: "none",
  flags: "",
  binaries: "",
  "go-version": "",
  "go-version-file": "",
  "go-download-base-url": "https://go.dev/dl",
  "output-dir": "",
  prove: "",
} as const;

export type InputName = keyof typeof inputDefaults;

/** The inputs, read and checked as far as that is possible without looking at the world. */
export type Request = CheckRequest | InspectRequest;

/** Judge files that something else built. */
export type InspectRequest = {
  readonly mode: "inspect";
  readonly workingDirectory: string;
  /** Paths and globs. */
  readonly binaries: readonly string[];
  /** Arguments to start static files with, to prove that they start; none: they are not started. */
  readonly prove: readonly string[];
  /** Whether anybody will read the SHA-256 of the files: hashing reads them whole, judging does not. */
  readonly digests: boolean;
  readonly require: "static" | "none";
};

/** Build under the strategies and judge, or (`explain`) say without a build what would come out. */
export type CheckRequest = {
  readonly mode: "check" | "explain";
  readonly workingDirectory: string;
  readonly packages: readonly string[];
  /** Empty: the platform that `go build` would build for. */
  readonly platforms: readonly string[];
  readonly strategies: readonly string[];
  readonly ship: string;
  readonly require: "static" | "none";
  readonly flags: readonly string[];
  readonly goVersion: string | null;
  readonly goVersionFile: string | null;
  readonly goDownloadBaseUrl: string;
  readonly outputDir: string | null;
  /** Arguments to start static artifacts with, to prove that they start; none: they are not started. */
  readonly prove: readonly string[];
};

/** Throws ConfigError. */
export function parseRequest(given: Partial<Inputs>): Request {
  const text = (name: InputName): string => {
    const value = given[name]?.trim() ?? "";
    return value === "" ? inputDefaults[name] : value;
  };
  const optional = (name: InputName): string | null => (text(name) === "" ? null : text(name));
  const shared = {
    workingDirectory: text("working-directory"),
    require: oneOf("require", text("require"), ["static", "none"]),
    prove: parseWords("prove", text("prove")),
  };
  const mode = oneOf("mode", text("mode"), ["check", "explain", "inspect"]);
  if (mode === "inspect") return { mode, ...shared, binaries: parseBinaries(text("binaries")), digests: true };
  return {
    mode,
    ...shared,
    packages: parsePackages(text("packages")),
    platforms: list(text("platforms")),
    // A prediction costs nothing, so it is made for all of them.
    strategies: mode === "explain" && (given.strategies ?? "").trim() === "" ? ["all"] : list(text("strategies")),
    ship: text("ship"),
    flags: parseWords("flags", text("flags")),
    goVersion: optional("go-version"),
    goVersionFile: optional("go-version-file"),
    goDownloadBaseUrl: text("go-download-base-url"),
    outputDir: optional("output-dir"),
  };
}

/** Words on lines of their own, or separated by blanks or commas. Doubles are dropped. */
function list(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter((word) => word !== ""))];
}

/** One path or glob a line, so that a name may hold blanks. */
function parseBinaries(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim());
  const patterns = [...new Set(lines.filter((line) => line !== ""))];
  if (patterns.length === 0) throw new ConfigError("binaries: name at least one file or glob, one per line");
  return patterns;
}

function parsePackages(text: string): string[] {
  const patterns = [...new Set(text.split(/\s+/).filter((word) => word !== ""))];
  for (const pattern of patterns) {
    if (pattern.startsWith("-")) throw new ConfigError(`packages: "${pattern}" is a flag; it belongs into flags`);
    if (pattern.endsWith(".go")) {
      throw new ConfigError(`packages: "${pattern}" is a file; name the package's folder or import path instead`);
    }
  }
  return patterns;
}

/** The words of an input as a POSIX shell would split them, because that is where people copy them from. */
function parseWords(input: InputName, text: string): string[] {
  try {
    return split(text);
  } catch (thrown) {
    throw new ConfigError(`${input}: "${text}" cannot be split into words: ${toError(thrown).message}`);
  }
}

function oneOf<T extends string>(input: InputName, value: string, allowed: readonly T[]): T {
  const found = allowed.find((choice) => choice === value);
  if (found === undefined) throw new ConfigError(`${input}: "${value}" is not one of: ${allowed.join(", ")}`);
  return found;
}
