import type { Command, CommandArgument } from "unbash";
import { fillHoles, hasHole, type Hole } from "./shell-holes.ts";
import { statusOfTest } from "./shell-tests.ts";
import { assign, expandText, expandWord } from "./shell-words.ts";
import { cloneState, resolvePath, type Shell, type ShellState, type Status, type Variable } from "./shell-state.ts";
import { plainText, type ShellText } from "./shell-text.ts";

type Outcome = { readonly status: Status; readonly hasEnded: boolean };
type Nested = (source: ShellText, shell: Shell) => ShellState;
type Words = { readonly argv: readonly string[]; readonly lines: readonly number[] };
type Assigned = ReadonlyMap<string, Variable>;

function going(status: Status): Outcome {
  return { status, hasEnded: false };
}

/** Runs a simple command: assignments, what a shell has built in, `env` and the like in front of it, or a program. */
export function runCommand(command: Command, shell: Shell, nested: Nested): Outcome {
  if (shell.host.budget.left-- <= 0) {
    shell.state.doubt ??= doubtAbout(command, "comes after too many commands to follow", shell);
    return going("unknown");
  }
  const prefix = assignments(command, shell);
  const words = wordsOf(command, shell);
  if (words.argv.length === 0) {
    for (const [name, { value, line }] of prefix) assign(name, value, { line, shell });
    return going("presumed");
  }
  return runWords({ command, words, prefix }, shell, nested);
}

function doubtAbout({ pos, end }: Command, why: string, shell: Shell): Hole {
  const text = shell.source.text
    .slice(pos, Math.min(end, pos + 200))
    .replaceAll(/\s+/g, " ")
    .trim();
  return { text: fillHoles(text, "…"), why, line: shell.source.lineAt(pos) };
}

function assignments({ prefix }: Command, shell: Shell): Assigned {
  const found = new Map<string, Variable>();
  for (const each of prefix) {
    if (each.type !== "Assignment") continue;
    const { name, value, append, pos, text } = each;
    const line = shell.source.lineAt(pos);
    const isPlain = value.type === "Word" && append !== true && each.index === undefined;
    const result = isPlain
      ? expandText(value, shell)
      : shell.host.holes.add({ text: fillHoles(text, "…"), why: "is not evaluated", line });
    found.set(name, { value: result, line, isExported: true, isOptional: false });
  }
  return found;
}

function wordsOf({ name, args }: Command, shell: Shell): Words {
  const argv: string[] = [];
  const lines: number[] = [];
  for (const word of name === undefined ? [] : [name, ...args]) {
    for (const text of expandArgument(word, shell)) {
      argv.push(text);
      lines.push(shell.source.lineAt(word.pos));
    }
  }
  return { argv, lines };
}

function expandArgument(word: CommandArgument, shell: Shell): string[] {
  if (word.type === "Word") return expandWord(word, shell);
  const { name, value, append, text, pos } = word;
  if (value.type === "Word" && append !== true) return [`${name}=${expandText(value, shell)}`];
  return [`${name}=${shell.host.holes.add({ text, why: "is not evaluated", line: shell.source.lineAt(pos) })}`];
}

type Call = { readonly command: Command; readonly words: Words; readonly prefix: Assigned };

function runWords(call: Call, shell: Shell, nested: Nested): Outcome {
  const [name = "", ...args] = call.words.argv;
  if (name === "exit" || name === "return") return leave(args, call.command, shell);
  if (name === "eval") return evaluateText(call, shell, nested);
  const status = fixed.get(name) ?? (Object.hasOwn(builtins, name) ? builtins[name]?.(call, shell) : undefined);
  return status === undefined ? runProgram(call, shell, nested) : going(status);
}

/** What ends always alike and sets nothing that counts here. */
const fixed: ReadonlyMap<string, Status> = new Map([
  [":", "ok"],
  ["true", "ok"],
  ["false", "failed"],
  ...["set", "umask", "ulimit", "trap", "shift", "hash"].map((name) => [name, "presumed"] as const),
]);

type Builtin = (call: Call, shell: Shell) => Status;

/** What a shell does itself. */
const builtins: Readonly<Record<string, Builtin>> = {
  "[": ({ words }) => statusOfTest(words.argv.slice(1, -1)),
  test: ({ words }) => statusOfTest(words.argv.slice(1)),
  cd: ({ words }, shell) => changeFolder(words.argv.slice(1), shell),
  export: declareVariables,
  readonly: declareVariables,
  declare: declareVariables,
  local: declareVariables,
  typeset: declareVariables,
  unset: ({ words }, shell) => {
    for (const each of words.argv.slice(1)) shell.state.variables.delete(each);
    return "presumed";
  },
  read: ({ words, command }, shell) => {
    for (const each of words.argv.slice(1)) {
      assign(each, hole(command, "is read from a file", shell), { line: shell.source.lineAt(command.pos), shell });
    }
    return "presumed";
  },
  ".": sourceFile,
  source: sourceFile,
  pushd: doubtAll,
  popd: doubtAll,
  alias: doubtAll,
};

function sourceFile(call: Call, shell: Shell): Status {
  startProgram(call, shell);
  return doubtAll(call, shell);
}

function doubtAll({ command }: Call, shell: Shell): Status {
  shell.state.doubt ??= doubtAbout(command, "may set variables and is not evaluated", shell);
  return "presumed";
}

/** `eval`: its words are a script of this very shell. */
function evaluateText(call: Call, shell: Shell, nested: Nested): Outcome {
  const { words, command } = call;
  const text = words.argv.slice(1).join(" ");
  if (hasHole(text)) {
    startProgram(call, shell);
    shell.state.doubt ??= doubtAbout(command, "is an unknown script", shell);
  } else {
    shell.state = nested(plainText(text, shell.source.lineAt(command.pos)), shell);
  }
  return going("presumed");
}

function hole(command: Command, why: string, shell: Shell): string {
  return shell.host.holes.add(doubtAbout(command, why, shell));
}

/** With a status other than 0 there is no image; with 0 the rest is left out. */
function leave([status = "0"]: readonly string[], command: Command, shell: Shell): Outcome {
  if (/^[1-9]\d*$/.test(status)) return { status: "failed", hasEnded: true };
  if (shell.maybe === null) return { status: "ok", hasEnded: true };
  shell.state.doubt ??= doubtAbout(command, "may leave the script before its end", shell);
  return going("unknown");
}

function changeFolder(args: readonly string[], shell: Shell): Status {
  const [path = "~"] = args.filter((each) => !/^-[LP]$|^--$/.test(each));
  if (path.startsWith("~") || path === "-") {
    shell.state.cwd = shell.host.holes.add({
      text: `cd ${path}`,
      why: "is not evaluated",
      line: shell.source.lineAt(0),
    });
  } else {
    shell.state.cwd = resolvePath(shell.state.cwd, path);
  }
  return "presumed";
}

function declareVariables({ words, command }: Call, shell: Shell): Status {
  const [name, ...args] = words.argv;
  const isExported = name === "export" || args.includes("-x");
  if (args.includes("-n")) shell.state.doubt ??= doubtAbout(command, "is not evaluated", shell);
  for (const [at, word] of args.entries()) {
    if (word.startsWith("-")) continue;
    const [, variable = "", value] = /^([A-Za-z_]\w*)(?:=(.*))?$/s.exec(word) ?? [];
    if (variable === "") {
      shell.state.doubt ??= doubtAbout(command, "sets a variable whose name is unknown", shell);
    } else if (value !== undefined || isExported) {
      declareVariable(variable, value, { line: words.lines[at + 1] ?? 1, shell, isExported });
    }
  }
  return "presumed";
}

/** `export NAME` leaves the value and its line as they are; a name without a value is not in the environment. */
function declareVariable(
  name: string,
  value: string | undefined,
  how: { readonly line: number; readonly shell: Shell; readonly isExported: boolean },
): void {
  const before = how.shell.state.variables.get(name);
  if (value !== undefined) assign(name, value, how);
  else if (before !== undefined) how.shell.state.variables.set(name, { ...before, isExported: true });
}

/** Programs that start another one with the rest of their words, as it is. */
const starters = new Set(["command", "exec", "time", "nohup", "builtin"]);

function runProgram(call: Call, shell: Shell, nested: Nested): Outcome {
  const { words } = call;
  const [name = "", first = ""] = words.argv;
  if (starters.has(name) && !first.startsWith("-")) {
    const outcome = runWords({ ...call, words: withoutFirst(words, 1) }, shell, nested);
    return name === "exec" && shell.maybe === null ? { ...outcome, hasEnded: true } : outcome;
  }
  if (name === "env") return runEnv(call, shell, nested);
  const script = scriptOf(words.argv);
  if (script !== null) return runShell(script, call, { shell, nested });
  return going(startProgram(call, shell));
}

function startProgram({ words, command, prefix }: Call, shell: Shell): Status {
  const env = new Map([...exported(shell.state), ...prefix]);
  const { doubt, cwd } = shell.state;
  const { text, line } = doubtAbout(command, "", shell);
  const input = command.redirects.flatMap((each) => (each.type === "HereDoc" ? [each.body.text] : []));
  const argv = isShellName(words.argv[0] ?? "") ? [...words.argv, ...input] : words.argv;
  return shell.host.start({ ...words, argv, env, cwd, doubt: shell.maybe ?? doubt, text, line });
}

function isShellName(name: string): boolean {
  return /^(?:\/(?:usr\/)?bin\/)?(?:sh|bash|ash|dash)$/.test(name);
}

function withoutFirst({ argv, lines }: Words, count: number): Words {
  return { argv: argv.slice(count), lines: lines.slice(count) };
}

function exported(state: ShellState): [string, Variable][] {
  return [...state.variables].filter(([, { isExported }]) => isExported);
}

/** `env A=B -u C command`. */
function runEnv(call: Call, shell: Shell, nested: Nested): Outcome {
  const { words, command } = call;
  const prefix = new Map(call.prefix);
  const inner: Shell = { ...shell, state: cloneState(shell.state) };
  let at = 1;
  for (let step = 1; step > 0; at += step) step = readEnvWord(words, at, { prefix, state: inner.state });
  const program = words.argv[at];
  if (program === undefined) return going("presumed");
  if (program.startsWith("-") || hasHole(program)) inner.state.doubt ??= doubtAbout(command, "is not evaluated", shell);
  // The command is a program, whatever its name: env knows nothing of what a shell has built in.
  return runProgram({ command, prefix, words: withoutFirst(words, at) }, inner, nested);
}

type EnvTarget = { readonly prefix: Map<string, Variable>; readonly state: ShellState };

/** How many words an option or assignment of env has; 0: here is the command. */
function readEnvWord({ argv, lines }: Words, at: number, { prefix, state }: EnvTarget): number {
  const word = argv[at] ?? "";
  const [, name = "", value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
  if (value !== undefined) {
    prefix.set(name, { value, line: lines[at] ?? 1, isExported: true, isOptional: false });
    return 1;
  }
  if (word === "-u" || word.startsWith("--unset=")) {
    const gone = word === "-u" ? (argv[at + 1] ?? "") : word.slice("--unset=".length);
    state.variables.delete(gone);
    prefix.delete(gone);
    return word === "-u" ? 2 : 1;
  }
  if (word !== "-i" && word !== "-") return 0;
  state.variables.clear();
  return 1;
}

/** The script of `sh -c SCRIPT`; null: this is something else. */
function scriptOf(argv: readonly string[]): string | null {
  const [name = "", ...args] = argv;
  if (!isShellName(name)) return null;
  for (const [at, word] of args.entries()) {
    if (word === "-o" || args[at - 1] === "-o") continue;
    if (/^-[a-z]*c[a-z]*$/.test(word)) {
      const rest = args.slice(at + 1).filter((each, index, all) => each !== "-o" && all[index - 1] !== "-o");
      return rest.find((each) => !/^[-+][a-z]+$/.test(each)) ?? "";
    }
    if (!word.startsWith("-")) return null;
  }
  return null;
}

function runShell(
  script: string,
  { command, prefix }: Call,
  { shell, nested }: { readonly shell: Shell; readonly nested: Nested },
): Outcome {
  const variables = new Map([...exported(shell.state), ...prefix]);
  const text = hasHole(script) ? fillHoles(script, "unknown") : script;
  const inner: Shell = { ...shell, state: { ...shell.state, variables } };
  if (hasHole(script)) inner.state.doubt ??= doubtAbout(command, "is an unknown script", shell);
  nested(plainText(text, shell.source.lineAt(command.pos)), inner);
  return going("presumed");
}
