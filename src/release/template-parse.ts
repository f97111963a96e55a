/**
 * Templates of Go (text/template, go1.26), as far as release configurations use them. Loops, nested templates and what is unknown
 * here become `opaque`: the text that they may print is kept, its meaning is not.
 */
export type TemplateNode =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "action"; readonly pipe: Pipe; readonly source: string }
  | {
      readonly kind: "branch";
      readonly keyword: "if" | "with";
      readonly pipe: Pipe;
      readonly source: string;
      readonly then: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[];
    }
  | { readonly kind: "opaque"; readonly source: string; readonly body: readonly TemplateNode[] };

/** `$name := command | command`; `variable` is null without one. `$name = …` sets one that is there already. */
export type Pipe = {
  readonly variable: { readonly name: string; readonly isNew: boolean } | null;
  readonly commands: readonly (readonly Operand[])[];
};

export type Operand =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "function"; readonly name: string }
  | {
      readonly kind: "chain";
      readonly base: "." | Pipe | { readonly variable: string };
      readonly names: readonly string[];
    };

type Piece = { readonly kind: "text"; readonly text: string } | { readonly kind: "action"; readonly source: string };

const depthLimit = 50;

/** Throws Error for what is no template. */
export function parseTemplate(text: string): readonly TemplateNode[] {
  const reader = { pieces: splitTemplate(text), at: 0 };
  const { nodes, end } = parseNodes(reader, 0);
  if (end !== null) throw new Error(`has {{ ${end} }} without a beginning`);
  return nodes;
}

/** Splits at {{ and }}, which count for nothing within quotes, and takes white space away where `{{-` and `-}}` say so. */
function splitTemplate(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let trims = false;
  for (;;) {
    const open = text.indexOf("{{", at);
    const before = text.slice(at, open < 0 ? text.length : open);
    const kept = trims ? before.trimStart() : before;
    if (open < 0) return [...pieces, { kind: "text", text: kept }];
    const close = endOfAction(text, open + 2);
    if (close === null) throw new Error("opens {{ and does not close it");
    const inner = text.slice(open + 2, close);
    const trimsBefore = /^-\s/.test(inner);
    trims = /\s-$/.test(inner);
    pieces.push({ kind: "text", text: trimsBefore ? kept.trimEnd() : kept });
    pieces.push({ kind: "action", source: inner.slice(trimsBefore ? 1 : 0, trims ? -1 : undefined).trim() });
    at = close + 2;
  }
}

/** Where the }} of an action stands; null without one. */
function endOfAction(text: string, from: number): number | null {
  const comment = /^(?:-\s)?\s*\/\*/.exec(text.slice(from, from + 8));
  if (comment !== null) {
    const end = text.indexOf("*/", from + comment[0].length);
    const close = end < 0 ? -1 : text.indexOf("}}", end);
    return close < 0 ? null : close;
  }
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (text.startsWith("}}", at)) return at;
    if (!/["'`]/.test(character)) continue;
    at = endOfQuote(text, at);
    if (at < 0) return null;
  }
  return null;
}

/** The place of the quote that ends what begins at `from`; -1 without one. */
function endOfQuote(text: string, from: number): number {
  const quote = text.charAt(from);
  for (let at = from + 1; at < text.length; at++) {
    if (text.charAt(at) === quote) return at;
    if (quote !== "`" && text.charAt(at) === "\\") at++;
  }
  return -1;
}

type Reader = { readonly pieces: readonly Piece[]; at: number };
type Parsed = { readonly nodes: readonly TemplateNode[]; readonly end: string | null };

/** Up to the `else`, `else if …` or `end` that belongs to what is around it. */
function parseNodes(reader: Reader, depth: number): Parsed {
  if (depth > depthLimit) throw new Error(`is nested more than ${depthLimit} deep`);
  const nodes: TemplateNode[] = [];
  for (let piece = reader.pieces[reader.at]; piece !== undefined; piece = reader.pieces[reader.at]) {
    reader.at++;
    if (piece.kind === "text") {
      if (piece.text !== "") nodes.push(piece);
      continue;
    }
    const { source } = piece;
    if (source.startsWith("/*")) continue;
    const [, keyword = "", rest = ""] =
      /^(else|end|if|with|range|block|define|template|break|continue)\b\s*([^]*)$/.exec(source) ?? [];
    if (keyword === "else" || keyword === "end") return { nodes, end: source };
    nodes.push(parseAction({ keyword, rest, source }, reader, depth));
  }
  return { nodes, end: null };
}

type Action = { readonly keyword: string; readonly rest: string; readonly source: string };

function parseAction({ keyword, rest, source }: Action, reader: Reader, depth: number): TemplateNode {
  switch (keyword) {
    case "if":
    case "with":
      return parseBranch({ keyword, rest, source }, reader, depth);
    case "range":
    case "block":
    case "define": {
      const { nodes, end } = parseNodes(reader, depth + 1);
      const more = end?.startsWith("else") ? parseNodes(reader, depth + 1).nodes : [];
      return { kind: "opaque", source, body: [...nodes, ...more] };
    }
    case "template":
    case "break":
    case "continue":
      return { kind: "opaque", source, body: [] };
    default:
      return { kind: "action", source, pipe: parsePipe(source) };
  }
}

function parseBranch(
  { keyword, rest, source }: Action & { readonly keyword: "if" | "with" },
  reader: Reader,
  depth: number,
): TemplateNode {
  const pipe = parsePipe(rest);
  const { nodes: then, end } = parseNodes(reader, depth + 1);
  if (end === null) throw new Error(`has {{ ${source} }} without an end`);
  const branch = { kind: "branch", keyword, pipe, source, then } as const;
  if (end === "end") return { ...branch, otherwise: [] };
  const [, next, condition = ""] = /^else\s+(if|with)\b\s*([^]*)$/.exec(end) ?? [];
  if (next === "if" || next === "with") {
    const nested = { keyword: next, rest: condition, source: end.replace(/^else\s+/, "") } as const;
    return { ...branch, otherwise: [parseBranch(nested, reader, depth + 1)] };
  }
  const { nodes: otherwise, end: last } = parseNodes(reader, depth + 1);
  if (end !== "else" || last !== "end") throw new Error(`has {{ ${source} }} without an end`);
  return { ...branch, otherwise };
}

const tokenPattern =
  /\s+|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|[+-]?\d[\w.]*|\.?[\p{L}_][\p{L}\d_]*|\$[\p{L}\d_]*|:=|[.()|=,]/uy;

function tokensOf(source: string): string[] {
  const tokens: string[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < source.length) {
    const from = tokenPattern.lastIndex;
    const match = tokenPattern.exec(source);
    if (match === null)
      throw new Error(`has {{ ${source} }}, which cannot be read from ${source.slice(from, from + 10)} on`);
    tokens.push(/^\s/.test(match[0]) ? " " : match[0]);
  }
  return tokens;
}

function parsePipe(source: string): Pipe {
  const tokens = { all: tokensOf(source.trim()), at: 0 };
  const pipe = readPipe(tokens, 0);
  if (tokens.at < tokens.all.length) throw new Error(`has {{ ${source} }}, which is no pipeline`);
  return pipe;
}

type Tokens = { readonly all: readonly string[]; at: number };

function readPipe(tokens: Tokens, depth: number): Pipe {
  if (depth > depthLimit) throw new Error(`has parentheses more than ${depthLimit} deep`);
  skipSpace(tokens);
  const variable = readAssignment(tokens);
  const commands: (readonly Operand[])[] = [];
  let command: Operand[] = [];
  for (let token = tokens.all[tokens.at]; token !== undefined && token !== ")"; token = tokens.all[tokens.at]) {
    tokens.at++;
    if (token === " ") continue;
    if (token === "|") {
      commands.push(command);
      command = [];
    } else {
      command.push(readOperand(token, tokens, depth));
    }
  }
  if ([...commands, command].some(({ length }) => length === 0)) throw new Error("has a pipeline without a command");
  return { variable, commands: [...commands, command] };
}

function skipSpace(tokens: Tokens): void {
  while (tokens.all[tokens.at] === " ") tokens.at++;
}

/** `$name :=` or `$name =` at the beginning. */
function readAssignment(tokens: Tokens): Pipe["variable"] {
  const [name = "", ...rest] = tokens.all.slice(tokens.at, tokens.at + 3);
  const sign = rest.findIndex((token) => token !== " ");
  if (!/^\$./.test(name) || (rest[sign] !== ":=" && rest[sign] !== "=")) return null;
  tokens.at += sign + 2;
  return { name, isNew: rest[sign] === ":=" };
}

function readOperand(token: string, tokens: Tokens, depth: number): Operand {
  if (token === "(") {
    const base = readPipe(tokens, depth + 1);
    if (tokens.all[tokens.at++] !== ")") throw new Error("has a parenthesis without its end");
    return { kind: "chain", base, names: readNames(tokens) };
  }
  if (token.startsWith("$")) return { kind: "chain", base: { variable: token }, names: readNames(tokens) };
  if (token === ".") return { kind: "chain", base: ".", names: [] };
  if (token.startsWith(".")) return { kind: "chain", base: ".", names: [token.slice(1), ...readNames(tokens)] };
  if (/^["`]/.test(token)) return { kind: "literal", value: unquote(token) };
  if (/^[+-]?\d/.test(token) && Number.isFinite(Number(token))) return { kind: "literal", value: Number(token) };
  if (token === "true" || token === "false") return { kind: "literal", value: token === "true" };
  if (token === "nil") return { kind: "literal", value: null };
  if (/^[\p{L}_]/u.test(token)) return { kind: "function", name: token };
  throw new Error(`has ${token} where a value is expected`);
}

/** `.Name.Name` right behind an operand. */
function readNames(tokens: Tokens): string[] {
  const names: string[] = [];
  for (let token = tokens.all[tokens.at]; token !== undefined && /^\../.test(token); token = tokens.all[tokens.at]) {
    names.push(token.slice(1));
    tokens.at++;
  }
  return names;
}

/** Go's quoted text. Escapes that JSON does not have are refused. */
function unquote(token: string): string {
  if (token.startsWith("`")) return token.slice(1, -1);
  try {
    return String(JSON.parse(token));
  } catch {
    throw new Error(`has ${token}, which cannot be read`);
  }
}
