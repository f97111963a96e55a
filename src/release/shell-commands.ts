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
    shell.state.doubt ??= doubtAbout(command, "comes after more commands than are followed", shell);
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
  const { words, command } = call;
  const [name = "", ...args] = words.argv;
  switch (name) {
    case ":":
    case "true":
      return going("ok");
    case "false":
      return going("failed");
    case "set":
    case "umask":
    case "ulimit":
    case "trap":
    case "shift":
    case "hash":
      return going("presumed");
    case "[":
      return going(statusOfTest(args.slice(0, -1)));
    case "test":
      return going(statusOfTest(args));
    case "exit":
    case "return":
      return leave(args, command, shell);
    case "cd":
      return going(changeFolder(args, shell));
    case "export":
    case "readonly":
    case "declare":
    case "local":
    case "typeset":
      return going(declareVariables(call, shell));
    case "unset":
      for (const each of args) shell.state.variables.delete(each);
      return going("presumed");
    case "read":
      for (const each of args) assign(each, hole(command, "is read from a file", shell), { line: 1, shell });
      return going("presumed");
    case "eval":
      return evaluateText(call, shell, nested);
    case ".":
    case "source":
      startProgram(call, shell);
      shell.state.doubt ??= doubtAbout(command, "may set variables and is not evaluated", shell);
      return going("presumed");
    case "pushd":
    case "popd":
    case "alias":
      shell.state.doubt ??= doubtAbout(command, "may set variables and is not evaluated", shell);
      return going("presumed");
    default:
      return runProgram(call, shell, nested);
  }
}

/** `eval`: its words are a script of this very shell. */
function evaluateText(call: Call, shell: Shell, nested: Nested): Outcome {
  const { words, command } = call;
  const text = words.argv.slice(1).join(" ");
  if (hasHole(text)) {
    startProgram(call, shell);
    shell.state.doubt ??= doubtAbout(command, "is a script that is not known", shell);
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
  for (const [at, word] of args.entries()) {
    if (word.startsWith("-")) {
      if (word === "-n") shell.state.doubt ??= doubtAbout(command, "is not evaluated", shell);
      continue;
    }
    const [, variable = "", value] = /^([A-Za-z_]\w*)(?:=(.*))?$/s.exec(word) ?? [];
    if (variable === "") {
      shell.state.doubt ??= doubtAbout(command, "sets a variable whose name is not known", shell);
      continue;
    }
    const before = shell.state.variables.get(variable)?.value ?? "";
    const isExported = name === "export" || args.includes("-x");
    if (value === undefined && name !== "export" && !args.includes("-x")) continue;
    assign(variable, value ?? before, { line: words.lines[at + 1] ?? 1, shell, isExported });
  }
  return "presumed";
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
  let inner: Shell = { ...shell, state: cloneState(shell.state) };
  let at = 1;
  for (; at < words.argv.length; at++) {
    const word = words.argv[at] ?? "";
    const [, name = "", value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
    if (value !== undefined) {
      prefix.set(name, { value, line: words.lines[at] ?? 1, isExported: true, isOptional: false });
    } else if (word === "-u" || word.startsWith("--unset=")) {
      const gone = word === "-u" ? (words.argv[++at] ?? "") : word.slice("--unset=".length);
      inner.state.variables.delete(gone);
      prefix.delete(gone);
    } else if (word === "-i" || word === "-") {
      inner = { ...inner, state: { ...inner.state, variables: new Map() } };
    } else break;
  }
  if (words.argv[at]?.startsWith("-") === true || hasHole(words.argv[at] ?? "")) {
    inner.state.doubt ??= doubtAbout(command, "is not evaluated", shell);
  }
  if (at >= words.argv.length) return going("presumed");
  // The command is a program, whatever its name: env knows nothing of what a shell has built in.
  return runProgram({ command, prefix, words: withoutFirst(words, at) }, inner, nested);
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
  if (hasHole(script)) inner.state.doubt ??= doubtAbout(command, "is a script that is not known", shell);
  nested(plainText(text, shell.source.lineAt(command.pos)), inner);
  return going("presumed");
}
