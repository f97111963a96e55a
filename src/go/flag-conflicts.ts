import { linkerWords, parseLinkerFlags, splitTags } from "./go-flags.ts";
import { joinQuoted, splitQuoted } from "./quoting.ts";
import type { GoFlag } from "../model/plan.ts";

/** A flag that has no effect, because the same flag stands after it. */
export type FlagConflict = {
  /** Whose flag it is. */
  readonly reader: "go build" | "the linker";
  readonly name: string;
  readonly lost: string;
  readonly used: string;
  /** One value that says both; null where they contradict each other. */
  readonly joined: string | null;
};

// Of these the go command reads the last one alone; -tags and flags of tools are lists that could be joined.
const single = ["-tags", "-buildmode", "-mod", "-modfile", "-overlay", "-pgo", "-toolexec", "-installsuffix"];
const ofTools = ["-ldflags", "-gcflags", "-asmflags", "-gccgoflags"];

/** What the caller's flags say twice: for each name the last value that is lost, and the one that is used. */
export function flagConflicts(
  callerFlags: readonly GoFlag[],
  goflags: readonly GoFlag[],
  main: Parameters<typeof linkerWords>[2],
): readonly FlagConflict[] {
  const given = (name: string): readonly string[] =>
    valuesOf(callerFlags.some((flag) => flag.name === name) ? callerFlags : goflags, name);
  return [
    ...single.flatMap((name) => conflictOf("go build", name, given(name))),
    // A value for a pattern of packages replaces those for the same pattern (cmd/go/internal/load/flag.go, go1.26).
    ...ofTools.flatMap((name) => groupsOf(given(name)).flatMap((values) => conflictOf("go build", name, values))),
    ...["-extldflags", "-linkmode", "-extld"].flatMap((name) =>
      conflictOf("the linker", name, valuesOf(parseLinkerFlags(linkerWords(callerFlags, goflags, main)), name)),
    ),
  ];
}

function valuesOf(flags: readonly GoFlag[], name: string): readonly string[] {
  return flags.filter((flag) => flag.name === name).map(({ value }) => value ?? "");
}

/** The values of one flag, those for the same packages together. */
function groupsOf(values: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const value of values) {
    const pattern = /^\s*([^-\s'"][^=]*)=/.exec(value)?.[1]?.trim() ?? "";
    groups.set(pattern, [...(groups.get(pattern) ?? []), value]);
  }
  return [...groups.values()];
}

function conflictOf(reader: FlagConflict["reader"], name: string, values: readonly string[]): FlagConflict[] {
  const used = values.at(-1);
  if (used === undefined) return [];
  const kept = wordsOf(name, used);
  const lost = values.slice(0, -1).findLast((value) => wordsOf(name, value).some((word) => !kept.includes(word)));
  if (lost === undefined) return [];
  return [{ reader, name, lost, used, joined: joinedOf(name, wordsOf(name, lost), kept) }];
}

const lists = new Set(["-tags", "-extldflags", ...ofTools]);

function joinedOf(name: string, lost: readonly string[], kept: readonly string[]): string | null {
  const hasPattern = ofTools.includes(name) && [lost, kept].some(([first = ""]) => !first.startsWith("-"));
  if (!lists.has(name) || hasPattern) return null;
  const words = [...new Set([...lost, ...kept])];
  if (name === "-tags") return words.join(",");
  try {
    return joinQuoted(words);
  } catch {
    return null;
  }
}

function wordsOf(name: string, value: string): readonly string[] {
  if (name === "-tags") return splitTags(value);
  if (!lists.has(name)) return [value];
  try {
    return splitQuoted(value);
  } catch {
    return [value];
  }
}

/** `-static` and what makes another program of it, among the words for the C compiler; undefined where they agree. Measured with gcc 12. */
export function linkModeConflict(extldflags: readonly string[]): readonly [string, string] | undefined {
  const pairs = [
    ["-static", "-static-pie"],
    ["-static-pie", "-no-pie"],
    ["-static-pie", "-pie"],
    ["-static", "-shared"],
  ] as const;
  // gcc takes them with two dashes as well.
  const words = new Set(extldflags.map((word) => word.replace(/^--(?=static|pie|no-pie|shared)/, "-")));
  return pairs.find((pair) => pair.every((word) => words.has(word)));
}
