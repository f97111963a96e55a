import { nearest } from "./nearest.ts";
import { type Entry, mistake, quoted, type Spot, type Tree } from "./yaml-tree.ts";

/** A piece of a config file: what it is, its path (`rules[2].require`), and the file, for messages. */
export type Piece = { readonly tree: Tree; readonly path: string; readonly file: string };

/** Throws ConfigError with the piece's place. */
export function refuse({ tree, path, file }: Piece, message: string, spot: Spot = tree.spot): never {
  throw mistake(file, spot, path === "" ? message : `${path}: ${message}`);
}

const names = { text: "text", list: "a list", map: "a map of names and values", nothing: "nothing" } as const;

function refuseKind(piece: Piece, wanted: string): never {
  refuse(piece, `${wanted} was expected, and this is ${names[piece.tree.kind]}`);
}

/** The fields of a map by their names. `hint`: what to say of a name that is not allowed. */
export function fieldsOf(
  piece: Piece,
  allowed: readonly string[],
  hint: (name: string) => string | undefined = () => undefined,
): ReadonlyMap<string, Piece> {
  const fields = entriesOf(piece);
  for (const { key, spot } of fields) {
    if (allowed.includes(key)) continue;
    refuse(piece, `${quoted(key)} is not known here; ${hint(key) ?? suggestion(key, allowed)}`, spot);
  }
  return new Map(fields.map((field) => [field.key, field]));
}

export type Field = Piece & { readonly key: string; readonly spot: Spot };

/** The entries of a map whose names are free. */
export function entriesOf(piece: Piece): Field[] {
  const { tree, path, file } = piece;
  if (tree.kind !== "map") refuseKind(piece, names.map);
  return tree.entries.map(({ key, spot, value }: Entry) => {
    const named = /^[\w-]+$/.test(key) ? key : quoted(key);
    return { key, spot, tree: value, path: path === "" ? named : `${path}.${named}`, file };
  });
}

function suggestion(word: string, allowed: readonly string[]): string {
  const near = nearest(word, allowed);
  return near === undefined
    ? `allowed: ${allowed.join(", ")}`
    : `did you mean ${near}? (allowed: ${allowed.join(", ")})`;
}

export function itemsOf(piece: Piece): Piece[] {
  const { tree, path, file } = piece;
  if (tree.kind !== "list") refuseKind(piece, names.list);
  return tree.items.map((item, at) => ({ tree: item, path: `${path}[${at}]`, file }));
}

export function textOf(piece: Piece): string {
  const { tree } = piece;
  if (tree.kind !== "text") refuseKind(piece, names.text);
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(tree.text))
    refuse(piece, "there is a control character in it");
  return tree.text;
}

/** One line that says something. */
export function lineOf(piece: Piece): string {
  const text = textOf(piece).trim();
  if (text === "") refuse(piece, "it is empty");
  if (text.includes("\n")) refuse(piece, "one line was expected");
  return text;
}

export function choiceOf<T extends string>(piece: Piece, allowed: readonly T[]): T {
  const text = textOf(piece);
  const found = allowed.find((each) => each === text);
  return found ?? refuse(piece, `${quoted(text)} is not one of: ${allowed.join(", ")}${meant(text, allowed)}`);
}

export function meant(word: string, allowed: readonly string[]): string {
  const near = nearest(word, allowed);
  return near === undefined ? "" : `; did you mean ${near}?`;
}

/** A text that has the form; `what` says which. */
export function shapedOf(piece: Piece, shape: RegExp, what: string): string {
  const text = textOf(piece);
  return shape.test(text) ? text : refuse(piece, `${quoted(text)} is not ${what}`);
}

/** One, or a list of them. */
export function oneOrMore(piece: Piece): readonly Piece[] {
  return piece.tree.kind === "text" ? [piece] : itemsOf(piece);
}

/** Whether the field is there and has a value. */
export function isGiven(piece: Piece | undefined): piece is Piece {
  return piece !== undefined && piece.tree.kind !== "nothing";
}
