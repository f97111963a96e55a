/** What the functions of a Go file do, as far as it takes to tell a stub from working code. */
export type FunctionKinds = {
  /** They only return an error, panic, or end the program. */
  readonly refusing: readonly string[];
  /** They do nothing, or return zero values. */
  readonly idle: readonly string[];
  readonly working: readonly string[];
};

// Comments, strings, runes, numbers, names, and operators of more than one character.
const token =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|`[^`]*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\d[\w.]*|[\p{L}_][\p{L}\p{N}_]*|:=|==|!=|<=|>=|&&|\|\||<-|\S/gu;

/** Reads the functions and methods of a Go file, and of `init` only whether it refuses. A body that cannot be read counts as working. */
export function classifyFunctions(source: string): FunctionKinds {
  const tokens = [...source.matchAll(token)]
    .filter(([text]) => !/^\/[/*]/.test(text))
    .map(({ 0: text, index }) => (text === "func" && (index === 0 || source[index - 1] === "\n") ? declared : text));
  const found: Record<keyof FunctionKinds, string[]> = { refusing: [], idle: [], working: [] };
  for (let at = 0; at < tokens.length; at++) {
    if (opening.has(tokens[at] ?? "")) at = closingOf(tokens, at);
    else if (tokens[at] === declared) {
      const { name, body, end } = readFunction(tokens, at);
      const kind = body === null ? "working" : kindOfBody(body);
      // What an init does beside refusing is no matter of those who call the package.
      if (name !== "init" || kind === "refusing") found[kind].push(name);
      at = end;
    }
  }
  return found;
}

/** A `func` that begins a line, as gofmt writes declarations; all others are types and values. */
const declared = "\nfunc";

const opening: ReadonlySet<string> = new Set(["(", "{", "["]);
const closing: ReadonlySet<string> = new Set([")", "}", "]"]);

/** The place of the bracket that closes the one at `from`; the last token where none does. */
function closingOf(tokens: readonly string[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    if (opening.has(tokens[at] ?? "")) depth++;
    if (closing.has(tokens[at] ?? "") && --depth === 0) return at;
  }
  return tokens.length - 1;
}

/** `body` is null for a function without one: it is in assembly. */
function readFunction(
  tokens: readonly string[],
  from: number,
): { readonly name: string; readonly body: readonly string[] | null; readonly end: number } {
  let at = from + 1;
  if (tokens[at] === "(") at = closingOf(tokens, at) + 1;
  const name = tokens[at] ?? "";
  at++;
  if (tokens[at] === "[") at = closingOf(tokens, at) + 1;
  at = closingOf(tokens, at) + 1;
  for (; at < tokens.length; at++) {
    const each = tokens[at] ?? "";
    if (topLevel.has(each)) return { name, body: null, end: at - 1 };
    const isType = tokens[at - 1] === "interface" || tokens[at - 1] === "struct";
    if (!opening.has(each)) continue;
    const end = closingOf(tokens, at);
    if (each === "{" && !isType) return { name, body: tokens.slice(at + 1, end), end };
    at = end;
  }
  return { name, body: null, end: at };
}

/** What begins the next declaration. */
const topLevel: ReadonlySet<string> = new Set(["var", "const", "type", declared]);

const errorName =
  /(?:^|[._])err|Err(?![a-z])|Error|unsupported|notsupported|unimplemented|notimplemented|Unsupported|Not(?:Supported|Implemented)|NoCgo/;
const isRefusal = (callee: string): boolean =>
  /^(?:panic|os\.Exit|log\.(?:Fatal|Panic)\w*)$/.test(callee) || errorName.test(callee);

/** It prints a text that is always the same, such as that the program was built without cgo. */
function isSpeech(callee: string, args: readonly string[]): boolean {
  if (!/^(?:fmt\.F?[Pp]rint\w*|log\.Print\w*|println?|slog\.\w+)$/.test(callee)) return false;
  const words = args
    .join("")
    .replace(/^os\.Std(?:err|out),/, "")
    .replaceAll(/"[^"]*"|`[^`]*`/g, "");
  return /^[,\s]*$/.test(words);
}

function kindOfBody(body: readonly string[]): keyof FunctionKinds {
  const rest: string[] = [];
  let refuses = false;
  for (let at = 0; at < body.length; at++) {
    const callee = calleeAt(body, at);
    if (callee === null) {
      rest.push(body[at] ?? "");
      continue;
    }
    const end = closingOf(body, callee.at);
    const speaks = isSpeech(callee.name, body.slice(callee.at + 1, end));
    if (!speaks && !isRefusal(callee.name)) return "working";
    refuses ||= !speaks;
    at = end;
  }
  if (rest.some((each, at) => isWork(each, rest, at))) return "working";
  return refuses || rest.some((each) => isName(each) && errorName.test(each)) ? "refusing" : "idle";
}

/** A call that begins here: `errors.New(`; its name, and the place of its bracket. */
function calleeAt(tokens: readonly string[], from: number): { readonly name: string; readonly at: number } | null {
  if (!isName(tokens[from]) || keywords.has(tokens[from] ?? "")) return null;
  let at = from + 1;
  while (tokens[at] === "." && isName(tokens[at + 1])) at += 2;
  return tokens[at] === "(" ? { name: tokens.slice(from, at).join(""), at } : null;
}

function isName(text: string | undefined): boolean {
  return text !== undefined && /^[\p{L}_]/u.test(text);
}

const keywords: ReadonlySet<string> = new Set(["return", "if", "func", "else", "var", "struct", "interface"]);
const idleWords: ReadonlySet<string> = new Set(["return", "nil", "false", "true", "_", "struct", "interface"]);
const idleSigns: ReadonlySet<string> = new Set([",", ";", ".", "{", "}", "=", "&", "-", "*", "[", "]"]);

/** A word or a sign in a body that a stub does not have. What is assigned to `_` is not used. */
function isWork(each: string, tokens: readonly string[], at: number): boolean {
  if (/^["`]/.test(each) || idleWords.has(each)) return false;
  if (/^\d/.test(each)) return !/^0(?:\.0*|x0+)?$/.test(each) && tokens[at - 1] !== "-";
  if (!isName(each)) return !idleSigns.has(each);
  const isType = tokens[at + 1] === "{" && tokens[at + 2] === "}";
  const isQualifier = tokens[at + 1] === ".";
  const isDiscarded = tokens[at - 1] === "=" && tokens[at - 2] === "_";
  return !isType && !isQualifier && !isDiscarded && !errorName.test(each);
}
