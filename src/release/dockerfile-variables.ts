import { parse, type Word } from "unbash";
import type { Platform } from "../model/platform.ts";
import type { DockerInstruction } from "./dockerfile-file.ts";
import { fillHoles, hasHole, type Holes } from "./shell-holes.ts";
import type { Shell, ShellHost, Variable } from "./shell-state.ts";
import { plainText, type ShellText } from "./shell-text.ts";
import { expandText } from "./shell-words.ts";

export type Variables = ReadonlyMap<string, Variable>;

/** The build arguments that docker itself gives, of the platform that is built for. */
export function platformArguments(platform: Platform, holes: Holes): Variables {
  const { goos, goarch } = platform;
  const variant = variantOf(platform);
  const known = {
    TARGETOS: goos,
    TARGETARCH: goarch,
    TARGETVARIANT: variant,
    TARGETPLATFORM: [goos, goarch, ...(variant === "" ? [] : [variant])].join("/"),
  };
  const set = Object.entries(known).map(([name, value]) => [name, variableOf(value, 1)] as const);
  const machine = ["BUILDPLATFORM", "BUILDOS", "BUILDARCH", "BUILDVARIANT"].map((name) => {
    const hole = holes.add({ text: `$${name}`, why: "depends on the machine that builds", line: 1 });
    return [name, variableOf(name === "BUILDOS" ? "linux" : hole, 1)] as const;
  });
  return new Map([...set, ...machine]);
}

/** docker's own variant: v7 for arm without one, none for arm64's v8 and amd64's v1. */
function variantOf({ name, goarch }: Platform): string {
  const [, , variant = goarch === "arm" ? "v7" : ""] = name.split("/");
  return (goarch === "arm64" && variant === "v8") || (goarch === "amd64" && variant === "v1") ? "" : variant;
}

export function variableOf(value: string, line: number): Variable {
  return { value, line, isExported: true, isOptional: false };
}

/** A shell for the words of an instruction: it expands variables, and starts nothing. */
export function wordShell(source: ShellText, variables: Variables, holes: Holes): Shell {
  const host: ShellHost = {
    holes,
    start: () => "unknown",
    goEnv: () => null,
    glob: () => null,
    budget: { left: 0 },
  };
  const state = { variables: new Map(variables), cwd: "/", doubt: null };
  return { host, source, state, maybe: null, depth: 0 };
}

/** The words of an instruction with their variables filled in; null: they are not words of a shell. */
export function expandWords(source: ShellText, variables: Variables, holes: Holes): string[] | null {
  const words = wordsOf(source.text);
  // `: ` stands in front of what is parsed.
  const shifted = { text: `: ${source.text}`, lineAt: (at: number): number => source.lineAt(Math.max(0, at - 2)) };
  const shell = wordShell(shifted, variables, holes);
  return words === null ? null : words.map((word) => expandText(word, shell));
}

function wordsOf(text: string): readonly Word[] | null {
  let script;
  try {
    script = parse(`: ${text}`);
  } catch {
    return null;
  }
  const [statement, ...others] = script.commands;
  const command = statement?.command;
  if (others.length > 0 || command?.type !== "Command" || (script.errors ?? []).length > 0) return null;
  if (command.redirects.length > 0) return null;
  const words = command.args.flatMap((word) => (word.type === "Word" ? [word] : []));
  return words.length === command.args.length ? words : null;
}

/** One text with its variables filled in, blanks and all. */
export function expandLine(source: ShellText, variables: Variables, holes: Holes): string {
  const words = expandWords(source, variables, holes);
  return words === null ? opaque(source, holes) : words.join(" ");
}

function opaque({ text, lineAt }: ShellText, holes: Holes): string {
  return holes.add({ text: fillHoles(text.trim(), "…"), why: "is not evaluated", line: lineAt(0) });
}

/** `ENV A=B C=D` and `ENV A B C`, in the values of the instructions before it. */
export function readEnv({ words, line }: DockerInstruction, variables: Variables, holes: Holes): [string, Variable][] {
  const text = words.text.trim();
  const [, name = "", rest = ""] = /^([A-Za-z_]\w*)\s+(.*)$/s.exec(text) ?? [];
  if (name !== "") return [[name, variableOf(expandLine(plainText(rest, line), variables, holes), line)]];
  const expanded = expandWords(words, variables, holes);
  // A word that is not known, or too long, has lost its name.
  if (expanded === null || expanded.some((word) => !/^[A-Za-z_]\w*=/.test(word))) {
    const names = [...text.matchAll(/(?:^|\s)([A-Za-z_]\w*)=/g)].map(([, found = ""]) => found);
    return names.map((each) => [each, variableOf(opaque(words, holes), line)]);
  }
  return expanded.flatMap((word): [string, Variable][] => {
    const [, each = "", value = ""] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
    return each === "" ? [] : [[each, variableOf(value, line)]];
  });
}

/** What `ARG` looks up: the arguments before the first FROM, and docker's own. */
export type ArgumentScope = { readonly globals: Variables; readonly platform: Variables };

/** `ARG A B=C`: a name without a default has the value that it has outside of the stages, or may be set by who builds. */
export function readArg(
  { words, line }: DockerInstruction,
  variables: Variables,
  { scope, holes }: { readonly scope: ArgumentScope; readonly holes: Holes },
): [string, Variable][] {
  const found = expandWords(words, variables, holes);
  const areNamed = found?.every((word) => /^[A-Za-z_]\w*(?:=|$)/.test(word)) ?? false;
  const expanded =
    (areNamed ? found : null) ??
    words.text
      .trim()
      .split(/\s+/)
      .map((each) => each.replace(/=.*$/s, ""));
  return expanded.flatMap((word): [string, Variable][] => {
    const [, name = "", value] = /^([A-Za-z_]\w*)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === "") return [];
    const own = scope.platform.get(name);
    const outer = scope.globals.get(name);
    if (own !== undefined) return [[name, value === undefined || value === own.value ? own : doubtful(name)]];
    if (value !== undefined) return [[name, variableOf(value, line)]];
    return [[name, outer === undefined ? optional(name) : { ...outer, line: outer.isOptional ? line : outer.line }]];
  });

  function doubtful(name: string): Variable {
    const why = "is given by docker and has another default here";
    return variableOf(holes.add({ text: `ARG ${name}`, why, line }), line);
  }

  function optional(name: string): Variable {
    const why = "is a build argument without a default";
    const value = holes.add({ text: `ARG ${name}`, why, line, isOptional: true });
    return { value, line, isExported: true, isOptional: true };
  }
}

/** ENV wins over ARG, wherever they stand. */
export function visible(env: Variables, args: Variables): Variables {
  return new Map([...args, ...env]);
}

export function isKnown(value: string): boolean {
  return !hasHole(value);
}
