import { ConfigError } from "../errors.ts";
import { failKinds, type FailKind, type SystemDemand } from "../model/policy.ts";
import { resolveSystem } from "../systems/system-names.ts";
import { glibcForm } from "../text/versions.ts";
import { oneOf, splitList, splitPatterns } from "./input-kinds.ts";

// What the texts of single inputs mean. All throw ConfigError without the name of the input.

export function parseFailOn(text: string): FailKind[] {
  const words = splitList(text);
  return words.length === 1 && words[0] === "none" ? [] : words.map((word) => oneOf(word, failKinds));
}

/** Each name once. Throws ConfigError for a system that the table does not have. */
export function parseSystems(text: string): SystemDemand[] {
  return splitList(text).map((name) => ({ name, ids: resolveSystem(name) }));
}

export function parseGlibc(text: string): string | null {
  if (text === "" || glibcForm.test(text)) return text === "" ? null : text;
  throw new ConfigError(`"${text}" is not a version of glibc, such as 2.31`);
}

/** git would read a name that begins with a dash as an option. */
export function parseRef(ref: string): string | null {
  if (ref === "") return null;
  if (!/^[^-\s~^:?*[\\][^\s:?*[\\]*$/.test(ref)) {
    throw new ConfigError(`"${ref}" is not a valid name of a branch, tag or commit`);
  }
  return ref;
}

/** One path or glob a line, so that a name may hold spaces. */
export function parseLines(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}

/** How many legs; null: as many as the builds are worth. */
export function parseLegs(text: string): number | null {
  if (text === "auto") return null;
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > 256) throw new ConfigError(`"${text}" is not a number of legs: auto, or 1 to 256`);
  return count;
}

export function parsePackages(text: string): string[] {
  const patterns = splitPatterns(text);
  for (const pattern of patterns) {
    if (pattern.startsWith("-")) throw new ConfigError(`"${pattern}" is a flag; put it in flags`);
    if (pattern.endsWith(".go")) {
      throw new ConfigError(`"${pattern}" is a file; name the package's folder or import path instead`);
    }
  }
  return patterns;
}
