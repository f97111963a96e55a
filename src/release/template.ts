import { toError } from "../errors.ts";
import type { Operand, Pipe, TemplateNode } from "./template-parse.ts";
import { parseTemplate } from "./template-parse.ts";
import {
  callFunction,
  isMap,
  isTrue,
  printed,
  type TemplateFunctions,
  unknown,
  type Value,
} from "./template-values.ts";

/**
 * A part of what a template prints. `literal` stands there as it is; `value` is filled in and known; of a `hole` it is not known:
 * `why` says why not, `texts` are the texts that it may bring in from the template itself.
 */
export type Piece =
  | { readonly kind: "literal" | "value"; readonly text: string }
  | { readonly kind: "hole"; readonly why: string; readonly texts: readonly string[] };

/** What a template can ask for. */
export type TemplateScope = {
  /** The value of `.NAME`. */
  readonly field: (name: string) => Value;
  readonly functions: TemplateFunctions;
};

/** A variable is shared with the blocks inside of the one that declares it. */
type Variable = { value: Value };

type Frame = {
  readonly scope: TemplateScope;
  readonly dot: Value | "root";
  readonly variables: Map<string, Variable>;
};

/** What a template prints. What is no template at all is one hole, which says so. */
export function evaluateTemplate(text: string, scope: TemplateScope): readonly Piece[] {
  if (!text.includes("{{")) return text === "" ? [] : [{ kind: "literal", text }];
  let nodes;
  try {
    nodes = parseTemplate(text);
  } catch (thrown) {
    return [{ kind: "hole", why: toError(thrown).message, texts: [text] }];
  }
  return evaluateNodes(nodes, { scope, dot: "root", variables: new Map() });
}

/** The text of pieces that are all known; else the first hole. */
export function knownText(pieces: readonly Piece[]): string | (Piece & { readonly kind: "hole" }) {
  const hole = pieces.find((piece) => piece.kind === "hole");
  return hole ?? pieces.map((piece) => (piece.kind === "hole" ? "" : piece.text)).join("");
}

function evaluateNodes(nodes: readonly TemplateNode[], frame: Frame): Piece[] {
  return nodes.flatMap((node) => evaluateNode(node, frame));
}

function evaluateNode(node: TemplateNode, frame: Frame): Piece[] {
  switch (node.kind) {
    case "text":
      return [{ kind: "literal", text: node.text }];
    case "action":
      return evaluateAction(node.pipe, frame);
    case "branch":
      return evaluateBranch(node, frame);
    case "opaque":
      return [anyOf(node, `{{ ${node.source} }} is not evaluated here`, frame)];
  }
}

function evaluateAction(pipe: Pipe, frame: Frame): Piece[] {
  const value = evaluatePipe(pipe, frame);
  if (pipe.variable !== null && frame.variables.has(pipe.variable.name)) return [];
  if (value.kind === "unknown") return [{ kind: "hole", why: value.why, texts: [] }];
  const text = printed(value);
  if (text === null) return [{ kind: "hole", why: "prints a list or a map", texts: [] }];
  return text === "" ? [] : [{ kind: "value", text }];
}

function evaluateBranch(node: TemplateNode & { readonly kind: "branch" }, frame: Frame): Piece[] {
  const inner = { ...frame, variables: new Map(frame.variables) };
  const condition = evaluatePipe(node.pipe, inner);
  if (condition.kind === "unknown") return [anyOf(node, condition.why, frame)];
  if (!isTrue(condition)) return evaluateNodes(node.otherwise, inner);
  return evaluateNodes(node.then, node.keyword === "with" ? { ...inner, dot: condition } : inner);
}

/** A block of which nobody can tell what it prints, nor what its variables are afterwards. */
function anyOf(node: TemplateNode, why: string, { variables }: Frame): Piece {
  for (const name of assignedIn([node])) {
    const variable = variables.get(name);
    if (variable !== undefined) variable.value = unknown(why);
  }
  return { kind: "hole", why, texts: textsOf([node]) };
}

function assignedIn(nodes: readonly TemplateNode[]): string[] {
  return nodes.flatMap((node) => {
    switch (node.kind) {
      case "text":
        return [];
      case "action":
        return assignedBy(node.pipe);
      case "branch":
        return [...assignedBy(node.pipe), ...assignedIn(node.then), ...assignedIn(node.otherwise)];
      case "opaque":
        return assignedIn(node.body);
    }
  });
}

function assignedBy({ variable }: Pipe): string[] {
  return variable === null || variable.isNew ? [] : [variable.name];
}

/** All texts that nodes may print of their own, whatever their conditions come to. */
function textsOf(nodes: readonly TemplateNode[]): string[] {
  return nodes.flatMap((node) => {
    switch (node.kind) {
      case "text":
        return [node.text];
      case "action":
        return literalsOf(node.pipe);
      case "branch":
        return [...textsOf(node.then), ...textsOf(node.otherwise)];
      case "opaque":
        return textsOf(node.body);
    }
  });
}

function literalsOf(pipe: Pipe): string[] {
  return pipe.commands.flat().flatMap((operand) => {
    if (operand.kind === "literal") return typeof operand.value === "string" ? [operand.value] : [];
    return operand.kind === "chain" && isPipe(operand.base) ? literalsOf(operand.base) : [];
  });
}

function isPipe(base: (Operand & { readonly kind: "chain" })["base"]): base is Pipe {
  return base !== "." && "commands" in base;
}

/** The value of a command becomes the last argument of the next one. */
function evaluatePipe(pipe: Pipe, frame: Frame): Value {
  let last: Value | null = null;
  for (const command of pipe.commands) last = evaluateCommand(command, last, frame);
  const value = last ?? unknown("has an empty pipeline");
  return pipe.variable === null ? value : assign(pipe.variable, value, frame);
}

function assign({ name, isNew }: NonNullable<Pipe["variable"]>, value: Value, { variables }: Frame): Value {
  const variable = variables.get(name);
  if (isNew) variables.set(name, { value });
  else if (variable !== undefined) variable.value = value;
  else return unknown(`sets ${name}, which is not defined`);
  return value;
}

function evaluateCommand([first, ...rest]: readonly Operand[], last: Value | null, frame: Frame): Value {
  if (first === undefined) return unknown("has an empty command");
  const args = (): Value[] => [
    ...rest.map((operand) => evaluateOperand(operand, frame)),
    ...(last === null ? [] : [last]),
  ];
  if (first.kind === "function") return callFunction(first.name, args(), frame.scope.functions);
  const value = evaluateOperand(first, frame);
  if (rest.length === 0 && last === null) return value;
  return value.kind === "unknown" ? value : unknown("gives arguments to something that is not a function");
}

function evaluateOperand(operand: Operand, frame: Frame): Value {
  switch (operand.kind) {
    case "literal":
      return operand.value === null ? unknown("has nil in it") : { kind: "known", value: operand.value };
    case "function":
      return callFunction(operand.name, [], frame.scope.functions);
    case "chain":
      return evaluateChain(operand, frame);
  }
}

function evaluateChain({ base, names }: Operand & { readonly kind: "chain" }, frame: Frame): Value {
  if (isPipe(base)) return names.reduce(fieldOf, evaluatePipe(base, frame));
  const start =
    base === "." ? frame.dot : base.variable === "$" ? "root" : (frame.variables.get(base.variable)?.value ?? null);
  if (start === null) return unknown("uses an undefined variable");
  if (start !== "root") return names.reduce(fieldOf, start);
  const [name, ...more] = names;
  if (name === undefined) return unknown("prints everything");
  return more.reduce(fieldOf, frame.scope.field(name));
}

function fieldOf(value: Value, name: string): Value {
  if (value.kind === "unknown") return value;
  if (!isMap(value.value)) return unknown(`asks for .${name} of a string`);
  return value.value.get(name) ?? value.missing?.(name) ?? unknown(`asks for .${name}, which does not exist`);
}
