import { toError } from "../errors.ts";
import { parseLinkerFlags, splitTags } from "../go/go-flags.ts";
import { joinQuoted, splitQuoted } from "../go/quoting.ts";
import { strategies as builtIn } from "../go/strategies.ts";
import {
  choiceOf,
  entriesOf,
  type Field,
  fieldsOf,
  isGiven,
  lineOf,
  oneOrMore,
  type Piece,
  refuse,
  shapedOf,
  textOf,
} from "./checks.ts";
import { quoted } from "./yaml-tree.ts";
import type { Strategy } from "../model/strategy.ts";

export const strategyFields = [
  "summary",
  "env",
  "tags",
  "ldflags",
  "linkmode",
  "extldflags",
  "buildmode",
  "needs",
] as const;

type Fields = ReadonlyMap<string, Piece>;

/** Ways to build that the config file adds. */
export function parseStrategies(piece: Piece): Strategy[] {
  return entriesOf(piece).map((field) => {
    checkName(field);
    const fields = fieldsOf(field, strategyFields);
    const given = (name: (typeof strategyFields)[number]): Piece | undefined => {
      const found = fields.get(name);
      return isGiven(found) ? found : undefined;
    };
    const [env, tags, buildmode, needs] = [given("env"), given("tags"), given("buildmode"), given("needs")];
    const linker = parseLinker(fields);
    const variables = env === undefined ? {} : Object.fromEntries(entriesOf(env).map(parseVariable));
    const summary = given("summary");
    return {
      name: field.key,
      env: variables,
      tags: tags === undefined ? [] : [...new Set(oneOrMore(tags).flatMap(parseTags))],
      ...linker,
      buildmode: buildmode === undefined ? null : choiceOf(buildmode, ["pie", "exe"] as const),
      needs:
        needs === undefined
          ? linker.linkmode === "external" && !("CC" in variables)
            ? "c-compiler"
            : "go"
          : choiceOf(needs, ["go", "c-compiler", "musl"]),
      summary: summary === undefined ? `Of ${field.file}.` : lineOf(summary),
    };
  });
}

function checkName(field: Field): void {
  const { key, spot } = field;
  if (builtIn.some(({ name }) => name === key)) {
    refuse(field, "this strategy is built in, and cannot be another one; choose a name of your own", spot);
  }
  if (key === "all" || key === "none") refuse(field, `${key} means something else in the input strategies`, spot);
  if (!/^[a-z][a-z0-9.-]{0,39}$/.test(key)) {
    refuse(
      field,
      "a name has up to 40 letters, digits, dashes and dots, all lower case, and begins with a letter",
      spot,
    );
  }
}

/** What decides which Go builds and for what: other inputs do that, and a strategy would contradict them. */
const taken: ReadonlyMap<string, string> = new Map([
  ["GOOS", "use the input platforms"],
  ["GOARCH", "use the input platforms"],
  ["GOFLAGS", "use tags, ldflags and buildmode, or the input flags"],
  ["GOROOT", "use the input go-version"],
  ["GOTOOLCHAIN", "use the input go-version"],
]);

function parseVariable(field: Field): [string, string] {
  const { key, spot } = field;
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) refuse(field, `${quoted(key)} is no name of a variable`, spot);
  const instead = taken.get(key);
  if (instead !== undefined) refuse(field, `${key} is not for a strategy to set: ${instead}`, spot);
  return [key, textOf(field)];
}

function parseTags(piece: Piece): readonly string[] {
  const text = shapedOf(
    piece,
    /^[\p{L}\p{N}_.,\s]*$/u,
    "build tags (letters, digits, _ and dots; a comma between two)",
  );
  return splitTags(text);
}

/** -linkmode and -extldflags may stand in ldflags too, where people have them already. */
function parseLinker(fields: Fields): Pick<Strategy, "ldflags" | "linkmode" | "extldflags"> {
  const [ldflags, linkmode, extldflags] = ["ldflags", "linkmode", "extldflags"].map((name) => fields.get(name));
  const flags = isGiven(ldflags) ? parseLdflags(ldflags) : [];
  const inside = (name: string): string | null => flags.findLast((flag) => flag.name === name)?.value ?? null;
  const own = {
    linkmode: isGiven(linkmode) ? choiceOf(linkmode, ["internal", "external"]) : null,
    extldflags: isGiven(extldflags) ? parseExtldflags(extldflags) : null,
  };
  if (isGiven(ldflags)) {
    for (const name of ["linkmode", "extldflags"] as const) {
      if (inside(`-${name}`) !== null && own[name] !== null)
        refuse(ldflags, `-${name} is there twice: the key ${name} has it too`);
    }
  }
  const mode = inside("-linkmode");
  if (isGiven(ldflags) && mode !== null && mode !== "internal" && mode !== "external") {
    refuse(ldflags, `-linkmode=${mode} is neither internal nor external`);
  }
  return {
    linkmode: own.linkmode ?? (mode === "internal" || mode === "external" ? mode : null),
    extldflags: own.extldflags ?? inside("-extldflags"),
    ldflags: flags
      .filter(({ name }) => name !== "-linkmode" && name !== "-extldflags")
      .map(({ name, value }) => (value === null ? name : `${name}=${value}`)),
  };
}

function parseLdflags(piece: Piece): ReturnType<typeof parseLinkerFlags> {
  const text = textOf(piece);
  try {
    const flags = parseLinkerFlags(splitQuoted(text));
    const wrong = flags.find(({ name }) => !/^-[A-Za-z]/.test(name));
    if (wrong === undefined) return checkJoin(piece, flags);
    return refuse(piece, `${quoted(wrong.name)} is no flag of the linker`);
  } catch (thrown) {
    return rethrow(piece, thrown);
  }
}

function checkJoin(piece: Piece, flags: ReturnType<typeof parseLinkerFlags>): ReturnType<typeof parseLinkerFlags> {
  for (const { name, value } of flags) joinable(piece, `${name}=${value ?? ""}`);
  return flags;
}

function parseExtldflags(piece: Piece): string {
  const text = lineOf(piece);
  joinable(piece, `-extldflags=${text}`);
  return text;
}

function joinable(piece: Piece, word: string): void {
  try {
    joinQuoted([word]);
  } catch (thrown) {
    rethrow(piece, thrown);
  }
}

function rethrow(piece: Piece, thrown: unknown): never {
  const error = toError(thrown);
  if (error.name === "ConfigError") throw error;
  return refuse(piece, error.message);
}
