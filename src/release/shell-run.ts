import {
  parse,
  type AndOr,
  type Case,
  type CommandNode,
  type CompoundList,
  type For,
  type If,
  type ParsedScript,
} from "unbash";
import type { Pipeline, PipelineNode, Statement, SyntaxNode } from "unbash";
import { runCommand } from "./shell-commands.ts";
import type { Hole } from "./shell-holes.ts";
import { assign, expandPattern, expandText, expandWord } from "./shell-words.ts";
import { cloneState, mergeStates, type Shell, type ShellHost, type ShellState, type Status } from "./shell-state.ts";
import type { ShellText } from "./shell-text.ts";
import { evaluateTest } from "./shell-tests.ts";

/** How a list of commands ends. `hasEnded`: by `exit`, so that nothing comes after it. */
type Outcome = { readonly status: Status; readonly hasEnded: boolean };

const deepest = 40;

/**
 * Follows a script of sh or bash from a state, as far as its values are known, and hands each command to the host. Both ways are
 * followed where a condition is not known, and what comes of them is in doubt. Returns the state after it; throws nothing.
 */
export function runScript(
  source: ShellText,
  state: ShellState,
  { host, maybe, depth }: { readonly host: ShellHost; readonly maybe: Hole | null; readonly depth: number },
): ShellState {
  const shell: Shell = { host, source, state: cloneState(state), maybe, depth };
  const script = depth > deepest ? null : parseScript(source.text);
  if (script === null || (script.errors ?? []).length > 0) {
    const why = "is a script that cannot be parsed";
    return { ...shell.state, doubt: { text: cut(source.text), why, line: source.lineAt(0) } };
  }
  runStatements(script.commands, shell);
  return shell.state;
}

function parseScript(text: string): ParsedScript | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

/** One line of a text that is shown. */
export function cut(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

function runStatements(statements: readonly Statement[], shell: Shell): Outcome {
  let last: Outcome = { status: "ok", hasEnded: false };
  for (const { command, background } of statements) {
    last = background === true ? apart(shell, (inner) => runNode(command, inner)) : runNode(command, shell);
    if (last.hasEnded) return last;
  }
  return last;
}

/** In a process of its own: what it sets is gone after it. */
function apart(shell: Shell, work: (inner: Shell) => Outcome): Outcome {
  const { status } = work({ ...shell, state: cloneState(shell.state) });
  return { status, hasEnded: false };
}

function going(status: Status): Outcome {
  return { status, hasEnded: false };
}

function runNode(node: PipelineNode | AndOr | CompoundList, shell: Shell): Outcome {
  switch (node.type) {
    case "AndOr":
      return runAndOr(node, shell);
    case "Pipeline":
      return runPipeline(node, shell);
    case "CompoundList":
      return runStatements(node.commands, shell);
    default:
      return runCompound(node, shell);
  }
}

function runCompound(node: CommandNode, shell: Shell): Outcome {
  switch (node.type) {
    case "Command":
      return runCommand(node, shell, runNested);
    case "Redirected":
      return runNode(node.command, shell);
    case "Subshell":
      return apart(shell, (inner) => runStatements(node.body.commands, inner));
    case "BraceGroup":
      return runStatements(node.body.commands, shell);
    case "If":
      return runIf([{ clause: node.clause, then: node.then }, ...node.elif], node, shell);
    case "For":
      return runFor(node, shell);
    case "Case":
      return runCase(node, shell);
    case "TestCommand":
      return going(evaluateTest(node.expression, shell));
    default:
      return runInDoubt(node, shell);
  }
}

function runNested(source: ShellText, shell: Shell): ShellState {
  return runScript(source, shell.state, { host: shell.host, maybe: shell.maybe, depth: shell.depth + 1 });
}

function textOf(node: SyntaxNode, shell: Shell): string {
  return cut(shell.source.text.slice(node.pos, node.end));
}

function doubtAbout(node: SyntaxNode, why: string, shell: Shell): Hole {
  return { text: textOf(node, shell), why, line: shell.source.lineAt(node.pos) };
}

/** Runs what may or may not be run. What differs after it is a hole. */
function perhaps(doubt: Hole, shell: Shell, work: (inner: Shell) => Outcome): void {
  const inner: Shell = { ...shell, state: cloneState(shell.state), maybe: shell.maybe ?? doubt };
  const { hasEnded } = work(inner);
  if (hasEnded) return;
  shell.state = mergeStates(shell.state, inner.state, shell.host.holes.add(doubt));
}

function runAndOr({ commands, operators }: AndOr, shell: Shell): Outcome {
  const [first, ...others] = commands;
  if (first === undefined) return going("ok");
  let last = runNode(first, shell);
  for (const [at, node] of others.entries()) {
    if (last.hasEnded) return last;
    last = runNext(node, { last, isAnd: operators[at] === "&&", shell });
  }
  return last;
}

function runNext(
  node: PipelineNode,
  { last, isAnd, shell }: { readonly last: Outcome; readonly isAnd: boolean; readonly shell: Shell },
): Outcome {
  const { status } = last;
  if (status === (isAnd ? "failed" : "ok")) return last;
  // `a && b`: without the success of a command that does something there is no image.
  if (status === (isAnd ? "ok" : "failed") || (isAnd && status === "presumed")) return runNode(node, shell);
  perhaps(doubtAbout(node, "runs only under a condition that is not evaluated", shell), shell, (inner) =>
    runNode(node, inner),
  );
  return going(status === "presumed" ? "presumed" : "unknown");
}

function runPipeline({ commands, prefixes }: Pipeline, shell: Shell): Outcome {
  const isNegated = prefixes.some(({ type }) => type === "Negation");
  const [only, ...others] = commands;
  if (only === undefined) return going("unknown");
  if (others.length === 0) {
    const { status, hasEnded } = runNode(only, shell);
    return { status: isNegated ? negate(status) : status, hasEnded };
  }
  const ends = commands.map((command) => apart(shell, (inner) => runNode(command, inner)));
  const isDone = ends.every(({ status }) => status === "ok" || status === "presumed");
  return going(isDone && !isNegated ? "presumed" : "unknown");
}

function negate(status: Status): Status {
  if (status === "ok") return "failed";
  return status === "failed" ? "ok" : "unknown";
}

type Branch = Pick<If, "clause" | "then">;

function runIf(branches: readonly Branch[], node: If, shell: Shell): Outcome {
  const [branch, ...others] = branches;
  if (branch === undefined) return node.else === undefined ? going("ok") : runStatements(node.else.commands, shell);
  const { status, hasEnded } = runStatements(branch.clause.commands, shell);
  if (hasEnded) return { status, hasEnded };
  if (status === "ok") return runStatements(branch.then.commands, shell);
  if (status === "failed") return runIf(others, node, shell);
  const doubt = doubtAbout(branch.clause, "is a condition that is not evaluated", shell);
  const before = cloneState(shell.state);
  const yes: Shell = { ...shell, maybe: shell.maybe ?? doubt };
  const first = runStatements(branch.then.commands, yes);
  const no: Shell = { ...shell, state: before, maybe: shell.maybe ?? doubt };
  const second = runIf(others, node, no);
  if (first.hasEnded && second.hasEnded) return { status: "unknown", hasEnded: true };
  if (first.hasEnded || second.hasEnded) shell.state = first.hasEnded ? no.state : yes.state;
  else shell.state = mergeStates(yes.state, no.state, shell.host.holes.add(doubt));
  return going(bothPresumed(first, second) ? "presumed" : "unknown");
}

function bothPresumed(...ends: readonly Outcome[]): boolean {
  return ends.every(({ status, hasEnded }) => hasEnded || status === "ok" || status === "presumed");
}

function runFor(node: For, shell: Shell): Outcome {
  const { name, wordlist, body } = node;
  const words = wordlist?.flatMap((word) => expandWord(word, shell)) ?? null;
  const isKnown = words?.every((word) => shell.host.holes.first(word) === undefined) ?? false;
  if (words === null || !isKnown || leavesLoop(body)) return runInDoubt(node, shell);
  for (const word of words) {
    if (!hasBudget(shell, doubtAbout(node, "has too many commands to follow", shell))) break;
    assign(name.value, word, { line: shell.source.lineAt(name.pos), shell });
    const outcome = runStatements(body.commands, shell);
    if (outcome.hasEnded) return outcome;
  }
  return going("presumed");
}

function leavesLoop(body: CompoundList): boolean {
  return /"value":"(?:break|continue)"/.test(JSON.stringify(body.commands));
}

function runCase({ word, items }: Case, shell: Shell): Outcome {
  const text = expandText(word, shell);
  const isKnown = shell.host.holes.first(text) === undefined;
  const doubt = doubtAbout(word, "decides about a case and is not evaluated", shell);
  let isOpen = !isKnown;
  const before = cloneState(shell.state);
  const ends: ShellState[] = [];
  for (const { pattern, body, terminator } of items) {
    const patterns = pattern.map((each) => expandPattern(each, shell));
    const doesMatch = patterns.some((each) => each?.test(text) === true);
    const isDoubtful = patterns.includes(null) || (terminator !== undefined && terminator !== ";;");
    if (isDoubtful) isOpen = true;
    if (!isOpen && doesMatch) return runStatements(body.commands, shell);
    if (!isOpen) continue;
    const inner: Shell = { ...shell, state: cloneState(before), maybe: shell.maybe ?? doubt };
    if (!runStatements(body.commands, inner).hasEnded) ends.push(inner.state);
  }
  if (!isOpen) return going("ok");
  const hole = shell.host.holes.add(doubt);
  const hasDefault = items.some(({ pattern }) => pattern.some(({ text: each }) => each === "*"));
  const [first = before, ...others] = hasDefault ? ends : [before, ...ends];
  shell.state = others.reduce((one, other) => mergeStates(one, other, hole), first);
  return going("unknown");
}

/** Loops without a known end, functions and the like: their commands may run, in any state. */
function runInDoubt(node: Exclude<CommandNode, { type: "Command" }>, shell: Shell): Outcome {
  const doubt = doubtAbout(node, "is not evaluated", shell);
  const body = "body" in node && typeof node.body === "object" ? node.body : null;
  if (body === null) {
    shell.state.doubt ??= doubt;
    return going("unknown");
  }
  const variable = node.type === "For" || node.type === "Select" ? node.name.value : null;
  const line = shell.source.lineAt(node.pos);
  // Twice: what the first round sets, the second one sees.
  for (let round = 0; round < 2 && hasBudget(shell, doubt); round++) {
    perhaps(doubt, shell, (inner) => {
      if (variable !== null) assign(variable, shell.host.holes.add(doubt), { line, shell: inner });
      if (node.type === "While") runStatements(node.clause.commands, inner);
      return runNode(body, inner);
    });
  }
  return going("unknown");
}

function hasBudget(shell: Shell, doubt: Hole): boolean {
  const { left } = shell.host.budget;
  if (left <= 0) shell.state.doubt ??= doubt;
  return left > 0;
}
