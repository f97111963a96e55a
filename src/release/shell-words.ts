import type { DoubleQuotedPart, ParameterExpansionPart, ParsedScript, Word, WordPart } from "unbash";
import { fillHoles, hasHole } from "./shell-holes.ts";
import { globToRegExp, isPlainGlob } from "./shell-patterns.ts";
import type { Shell, Variable } from "./shell-state.ts";

/** A piece of a word: what is not quoted is split at blanks, and may be a pattern. */
type Piece = { readonly text: string; readonly kind: "quoted" | "expanded" | "pattern" };

/** The words that a word becomes: none, one, or several. */
export function expandWord(word: Word, shell: Shell): string[] {
  const pieces = piecesOf(word, shell);
  const fields = splitPieces(pieces);
  return fields.flatMap(({ text, isPattern }) => {
    if (!isPattern) return [text];
    const found = hasHole(text) ? null : shell.host.glob(text, shell.state.cwd);
    return found === null ? [hole(shell, word, "is a pattern of files")] : [...found];
  });
}

/** Longer than the words of a build; variables that double each other grow without a bound. */
const longestText = 20_000;

/** A word where the shell does not split: a value that is assigned, the word of a `case`. */
export function expandText(word: Word, shell: Shell): string {
  const text = piecesOf(word, shell)
    .map((piece) => piece.text)
    .join("");
  return text.length > longestText && word.text.length < text.length ? hole(shell, word, "is too long") : text;
}

/** A word as a pattern: what is quoted stands for itself. */
export function expandPattern(word: Word, shell: Shell): RegExp | null {
  const pieces = piecesOf(word, shell);
  if (pieces.some(({ text, kind }) => hasHole(text) || (kind !== "quoted" && !isPlainGlob(text)))) return null;
  const source = pieces.map(({ text, kind }) => globToRegExp(text, { isLiteral: kind === "quoted", isLazy: false }));
  return new RegExp(`^(?:${source.join("")})$`, "s");
}

function piecesOf(word: Word, shell: Shell): Piece[] {
  if (word.parts === undefined) return [{ text: word.value, kind: "quoted" }];
  return word.parts.flatMap((part) => pieceOf(part, shell));
}

function pieceOf(part: WordPart, shell: Shell): Piece[] {
  switch (part.type) {
    case "Literal":
    case "SingleQuoted":
    case "AnsiCQuoted":
      return [{ text: part.value, kind: "quoted" }];
    case "DoubleQuoted":
      return [{ text: quotedText(part, shell), kind: "quoted" }];
    case "Glob":
      return [{ text: part.text, kind: "pattern" }];
    default:
      return [{ text: expandPart(part, shell), kind: "expanded" }];
  }
}

function quotedText(part: DoubleQuotedPart, shell: Shell): string {
  return part.parts.map((child) => (child.type === "Literal" ? child.value : expandPart(child, shell))).join("");
}

function expandPart(part: WordPart, shell: Shell): string {
  switch (part.type) {
    case "SimpleExpansion":
      return valueOf(part.text.slice(1), part, shell);
    case "ParameterExpansion":
      return expandParameter(part, shell);
    case "CommandExpansion":
      return substitute(part.script, part, shell);
    default:
      return hole(shell, part, "is not evaluated");
  }
}

type Placed = { readonly pos: number; readonly text: string };

function hole(shell: Shell, { pos, text }: Placed, why: string): string {
  return shell.host.holes.add({ text: fillHoles(text.slice(0, 500), "…"), why, line: shell.source.lineAt(pos) });
}

function variable(name: string, shell: Shell): Variable | undefined {
  if (name !== "PWD") return shell.state.variables.get(name);
  return { value: shell.state.cwd, line: 1, isExported: true, isOptional: false };
}

function valueOf(name: string, part: Placed, shell: Shell): string {
  if (!/^[A-Za-z_]\w*$/.test(name)) return hole(shell, part, "is a parameter of the shell");
  return variable(name, shell)?.value ?? "";
}

function expandParameter(part: ParameterExpansionPart, shell: Shell): string {
  const { parameter, operation, prefix, index } = part;
  if (prefix !== undefined || index !== undefined) return hole(shell, part, "is not evaluated");
  if (operation === undefined) return valueOf(parameter, part, shell);
  if (!/^[A-Za-z_]\w*$/.test(parameter)) return hole(shell, part, "is a parameter of the shell");
  const found = variable(parameter, shell);
  if (operation.type === "Default") return expandDefault(operation, { found, part }, shell);
  const value = found?.value ?? "";
  if (operation.type !== "Remove") return hole(shell, part, "is not evaluated");
  if (hasHole(value)) return valueMadeOf(value, part, shell);
  return removeAffix(value, operation, shell) ?? hole(shell, part, "is not evaluated");
}

type DefaultOperation = Extract<NonNullable<ParameterExpansionPart["operation"]>, { type: "Default" }>;

function expandDefault(
  { operator, operand }: DefaultOperation,
  { found, part }: { readonly found: Variable | undefined; readonly part: ParameterExpansionPart },
  shell: Shell,
): string {
  const value = found?.value ?? "";
  const isColon = operator.startsWith(":");
  const isAbsent = found === undefined || found.isOptional || (isColon && value === "");
  if (operator.endsWith("+")) {
    if (hasHole(value)) return valueMadeOf(value, part, shell);
    return isAbsent ? "" : expandText(operand, shell);
  }
  // What is not known may be empty, and then the default counts.
  if (!isAbsent) return isColon && isOnlyHole(value) ? valueMadeOf(value, part, shell) : value;
  if (operator.endsWith("?")) return found?.value ?? hole(shell, part, "has no value");
  const text = expandText(operand, shell);
  if (operator.endsWith("=")) assign(part.parameter, text, { line: shell.source.lineAt(part.pos), shell });
  return text;
}

/** A value that depends on one that is not known, and not on anything else. */
function valueMadeOf(value: string, part: Placed, shell: Shell): string {
  const first = shell.host.holes.first(value);
  return first === undefined ? hole(shell, part, "is not evaluated") : shell.host.holes.add(first);
}

function isOnlyHole(value: string): boolean {
  return hasHole(value) && fillHoles(value, "") === "";
}

/** `VAR=value`: a variable that is exported stays so. */
export function assign(
  name: string,
  value: string,
  { line, shell, isExported = false }: { readonly line: number; readonly shell: Shell; readonly isExported?: boolean },
): void {
  const before = shell.state.variables.get(name);
  const exported = isExported || (before?.isExported ?? false);
  shell.state.variables.set(name, { value, line, isExported: exported, isOptional: false });
}

type RemoveOperation = Extract<NonNullable<ParameterExpansionPart["operation"]>, { type: "Remove" }>;

function removeAffix(value: string, { operator, operand }: RemoveOperation, shell: Shell): string | null {
  const text = expandText(operand, shell);
  if (hasHole(text) || !isPlainGlob(text)) return null;
  const source = globToRegExp(text, { isLiteral: false, isLazy: operator.length === 1 });
  if (operator.startsWith("#")) return value.replace(new RegExp(`^(?:${source})`, "s"), "");
  // The shortest end: try from the end of the text.
  const starts = Array.from({ length: value.length + 1 }, (_, at) => at);
  const order = operator === "%" ? starts.toReversed() : starts;
  const whole = new RegExp(`^(?:${source})$`, "s");
  const at = order.find((start) => whole.test(value.slice(start)));
  return at === undefined ? value : value.slice(0, at);
}

/** `$(…)`: the few commands whose output follows from what is known; a hole for the others. */
function substitute(script: ParsedScript | undefined, part: Placed, shell: Shell): string {
  const [statement, ...others] = script?.commands ?? [];
  const command = statement?.command;
  if (command?.type !== "Command" || command.name === undefined) return hole(shell, part, "is the output of a script");
  const isBare = others.length === 0 && command.prefix.length === 0 && command.redirects.length === 0;
  const [name = "", ...args] = [command.name, ...command.args].flatMap((word) =>
    word.type === "Word" ? expandWord(word, shell) : [word.text],
  );
  const output = isBare && ![name, ...args].some(hasHole) ? outputOf(name, args, shell) : null;
  return output ?? hole(shell, part, `is the output of ${hasHole(name) ? "a command" : name}`);
}

function outputOf(name: string, args: readonly string[], { host, state }: Shell): string | null {
  const [first = ""] = args;
  if (name === "pwd") return state.cwd;
  if (name === "echo" && !first.startsWith("-") && !args.join("").includes("\\")) return args.join(" ");
  if (name.split("/").at(-1) === "go" && first === "env" && args.length === 2) return host.goEnv(args[1] ?? "", state);
  return null;
}

type Field = { readonly text: string; readonly isPattern: boolean };

function splitPieces(pieces: readonly Piece[]): Field[] {
  const fields: Field[] = [];
  let isOpen = false;
  for (const { text, kind } of pieces) {
    const words: readonly string[] = kind === "expanded" ? text.split(/[ \t\n]+/) : [text];
    for (const [at, word] of words.entries()) {
      if (at > 0) isOpen = false;
      if (kind === "expanded" && word === "") continue;
      const isPattern = kind === "pattern" || (kind === "expanded" && /[*?[]/.test(word));
      const before = isOpen ? fields.pop() : undefined;
      fields.push({ text: (before?.text ?? "") + word, isPattern: (before?.isPattern ?? false) || isPattern });
      isOpen = true;
    }
  }
  return fields;
}
