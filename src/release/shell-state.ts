import type { Hole, Holes } from "./shell-holes.ts";
import type { ShellText } from "./shell-text.ts";

export type Variable = {
  readonly value: string;
  /** Where the value was set. */
  readonly line: number;
  readonly isExported: boolean;
  /** A build argument without a default: empty, if nobody sets it. */
  readonly isOptional: boolean;
};

/** What commands change and later commands see. */
export type ShellState = {
  variables: Map<string, Variable>;
  cwd: string;
  /** Something was run that may have changed all of this. */
  doubt: Hole | null;
};

/** A command that is started, its words expanded. */
export type Invocation = {
  readonly argv: readonly string[];
  /** The line of each word. */
  readonly lines: readonly number[];
  /** What the command finds in its environment. */
  readonly env: ReadonlyMap<string, Variable>;
  readonly cwd: string;
  /** Why it is not certain that it runs, or runs like this. */
  readonly doubt: Hole | null;
  readonly text: string;
  readonly line: number;
};

/** How a command ends: `presumed` is the success without which the image is not built. */
export type Status = "ok" | "failed" | "presumed" | "unknown";

/** What a shell needs of the one who runs it. */
export type ShellHost = {
  readonly holes: Holes;
  /** Takes note of a command that the shell does not know itself. */
  readonly start: (invocation: Invocation) => Status;
  /** `go env NAME` for a few names. */
  readonly goEnv: (name: string, state: ShellState) => string | null;
  /** Folders and files that a pattern names; null: nobody knows. */
  readonly glob: (pattern: string, cwd: string) => readonly string[] | null;
  /** How many commands may still be run, over all. */
  readonly budget: { left: number };
};

/** A shell at work. */
export type Shell = {
  readonly host: ShellHost;
  readonly source: ShellText;
  state: ShellState;
  /** Why it is not certain that what comes next runs at all. */
  readonly maybe: Hole | null;
  readonly depth: number;
};

export function cloneState(state: ShellState): ShellState {
  return { ...state, variables: new Map(state.variables) };
}

/** What two ways through a script have in common; what differs is `hole`. */
export function mergeStates(one: ShellState, other: ShellState, hole: string): ShellState {
  const variables = new Map<string, Variable>();
  for (const name of new Set([...one.variables.keys(), ...other.variables.keys()])) {
    const a = one.variables.get(name);
    const b = other.variables.get(name);
    const some = a ?? b;
    if (some === undefined) continue;
    const isSame = a?.value === b?.value && a?.isExported === b?.isExported;
    variables.set(name, isSame ? some : { ...some, value: hole, isExported: true, isOptional: false });
  }
  return { variables, cwd: one.cwd === other.cwd ? one.cwd : hole, doubt: one.doubt ?? other.doubt };
}

/** A path in the container, from the folder in which it is used. */
export function resolvePath(cwd: string, path: string): string {
  const whole = path.startsWith("/") ? path : `${cwd}/${path}`;
  const parts: string[] = [];
  for (const part of whole.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}
