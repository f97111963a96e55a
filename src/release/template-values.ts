/** A value in a template. `unknown` says in a part of a sentence why it is not known. */
export type Value = Known | Unknown;
export type Unknown = { readonly kind: "unknown"; readonly why: string };
export type Known = {
  readonly kind: "known";
  readonly value: string | number | boolean | readonly string[] | ReadonlyMap<string, Value>;
  /** Of a map: what a missing name is. */
  readonly missing?: (name: string) => Value;
};

/** Arguments that are all known, as a function of its own language gets them; null: it cannot take these. */
export type TemplateFunction = (args: readonly Known[]) => Value | null;
export type TemplateFunctions = ReadonlyMap<string, TemplateFunction>;

export function unknown(why: string): Unknown {
  return { kind: "unknown", why };
}

export function known(value: Known["value"]): Known {
  return { kind: "known", value };
}

export function isMap(value: Known["value"]): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

/** As text/template has it: empty texts, lists and maps, zero and false are false. */
export function isTrue({ value }: Known): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isMap(value)) return value.size > 0;
  return value !== "" && value !== 0 && value !== false;
}

/** As text/template prints it; null for lists and maps. */
export function printed({ value }: Known): string | null {
  return typeof value === "object" ? null : String(value);
}

/** Calls a function of text/template itself, or one of `functions`. */
export function callFunction(name: string, args: readonly Value[], functions: TemplateFunctions): Value {
  const lazy = lazyFunctions.get(name);
  if (lazy !== undefined) return lazy(args);
  const called = functions.get(name) ?? builtins.get(name);
  if (called === undefined) return unknown(`calls ${name}, which is not evaluated here`);
  const missing = args.find((arg) => arg.kind === "unknown");
  if (missing !== undefined) return missing;
  const result = called(args.filter((arg) => arg.kind === "known"));
  return result ?? unknown(`calls ${name} with unsupported arguments`);
}

/** These may have an answer although one of their arguments is not known. */
const lazyFunctions: ReadonlyMap<string, (args: readonly Value[]) => Value> = new Map([
  ["and", (args) => firstThat(args, (value) => !isTrue(value))],
  ["or", (args) => firstThat(args, isTrue)],
  ["index", indexOf],
]);

function firstThat(args: readonly Value[], ends: (value: Known) => boolean): Value {
  for (const arg of args) if (arg.kind === "unknown" || ends(arg)) return arg;
  return args.at(-1) ?? unknown("calls and or or without arguments");
}

/** A missing key of a map is the empty text, as of a map of texts in Go. */
function indexOf([of, ...keys]: readonly Value[]): Value {
  const [key] = keys;
  if (of?.kind !== "known" || key?.kind !== "known" || keys.length !== 1) {
    const first = [of, ...keys].find((arg) => arg?.kind === "unknown");
    return first ?? unknown("calls index with unsupported arguments");
  }
  if (isMap(of.value) && typeof key.value === "string") return of.value.get(key.value) ?? known("");
  const item = Array.isArray(of.value) && typeof key.value === "number" ? (of.value[key.value] as unknown) : undefined;
  return typeof item === "string" ? known(item) : unknown("calls index with unsupported arguments");
}

type Scalar = string | number | boolean;

function scalars(args: readonly Known[]): readonly Scalar[] | null {
  const values = args.map(({ value }) => value);
  return values.every((value) => typeof value !== "object") ? values : null;
}

function compare(holds: (order: number) => boolean): TemplateFunction {
  return (args) => {
    const [a, b, ...more] = scalars(args) ?? [];
    if (a === undefined || b === undefined || more.length > 0 || typeof a !== typeof b || typeof a === "boolean")
      return null;
    return known(holds(a < b ? -1 : a > b ? 1 : 0));
  };
}

/** Functions of text/template (go1.26) that are evaluated here. */
const builtins: TemplateFunctions = new Map<string, TemplateFunction>([
  ["not", ([arg, ...more]) => (arg === undefined || more.length > 0 ? null : known(!isTrue(arg)))],
  ["eq", equalsAny],
  [
    "ne",
    (args) => {
      const equal = args.length === 2 ? equalsAny(args) : null;
      return equal?.kind === "known" ? known(equal.value !== true) : equal;
    },
  ],
  ["lt", compare((order) => order < 0)],
  ["le", compare((order) => order <= 0)],
  ["gt", compare((order) => order > 0)],
  ["ge", compare((order) => order >= 0)],
  ["len", ([arg]) => (arg === undefined ? null : lengthOf(arg))],
  ["print", printAll],
  ["printf", ([format, ...args]) => (format === undefined ? null : formatText(format, args))],
]);

function equalsAny(args: readonly Known[]): Value | null {
  const [first, ...others] = scalars(args) ?? [];
  if (first === undefined || others.length === 0 || others.some((other) => typeof other !== typeof first)) return null;
  return known(others.includes(first));
}

function lengthOf({ value }: Known): Value | null {
  if (typeof value === "string") return known(new TextEncoder().encode(value).length);
  if (Array.isArray(value)) return known(value.length);
  return isMap(value) ? known(value.size) : null;
}

/** fmt.Sprint: a blank between two operands when neither is a text. */
function printAll(args: readonly Known[]): Value | null {
  const values = scalars(args);
  if (values === null) return null;
  return known(
    values.reduce<string>((text, value, at) => {
      const before = values[at - 1];
      const isApart = before !== undefined && typeof before !== "string" && typeof value !== "string";
      return `${text}${isApart ? " " : ""}${String(value)}`;
    }, ""),
  );
}

/** fmt.Sprintf with %s, %v, %d and %%; null for any other verb. */
function formatText({ value: format }: Known, args: readonly Known[]): Value | null {
  const values = [...(scalars(args) ?? [])];
  if (typeof format !== "string" || values.length !== args.length) return null;
  const words = [...format.matchAll(/%(.?)|[^%]+/gs)].map(([whole, verb]) => {
    if (verb === undefined) return whole;
    if (verb === "%") return "%";
    const value = values.shift();
    const fits =
      verb === "v" || (verb === "s" && typeof value === "string") || (verb === "d" && typeof value === "number");
    return value === undefined || !fits ? null : String(value);
  });
  return values.length > 0 || words.includes(null) ? null : known(words.join(""));
}
