import * as v from "valibot";
import { parseLinkerFlags, splitTags } from "../go/go-flags.ts";
import { joinQuoted, splitQuoted } from "../go/quoting.ts";
import { releaseStrategyName } from "../model/release-strategy.ts";
import { strategies as builtIn } from "../go/strategies.ts";
import type { Strategy } from "../model/strategy.ts";
import {
  fields,
  line,
  namedValues,
  oneOfWords,
  oneOrMore,
  transformWith,
  pathItem,
  scalar,
  text,
} from "./schema-parts.ts";
import { quoted } from "./yaml-document.ts";

const reserved = ["all", "none", "auto", releaseStrategyName];
const builtInNames: readonly string[] = builtIn.map(({ name }) => name);

const strategyName = v.pipe(
  v.string(),
  v.check(
    (name) => !builtInNames.includes(name),
    "this strategy is built in, and cannot be another one; choose a name of your own",
  ),
  v.check(
    (name) => !reserved.includes(name),
    ({ input }) => `${input} means something else in the input strategies`,
  ),
  v.regex(
    /^[a-z][a-z0-9.-]{0,39}$/,
    "a name has up to 40 letters, digits, dashes and dots, all lower case, and begins with a letter",
  ),
  v.metadata({
    description: "Lower case, and not the name of a built-in strategy.",
    not: { enum: [...builtInNames, ...reserved] },
  }),
);

/** What decides which Go builds and for what: other inputs do that, and a strategy would contradict them. */
const inputsInstead: ReadonlyMap<string, string> = new Map([
  ["GOOS", "use the input platforms"],
  ["GOARCH", "use the input platforms"],
  ["GOFLAGS", "use tags, ldflags and buildmode, or the input flags"],
  ["GOROOT", "use the input go-version"],
  ["GOTOOLCHAIN", "use the input go-version"],
]);

const variableName = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z_][A-Za-z0-9_]*$/, ({ input }) => `${quoted(input)} is not a variable name`),
  v.check(
    (name) => !inputsInstead.has(name),
    ({ input }) => `${input} is not for a strategy to set: ${inputsInstead.get(input) ?? ""}`,
  ),
  v.metadata({
    description: "The name of a variable that no input is for.",
    not: { enum: [...inputsInstead.keys()] },
  }),
);

const tag = v.pipe(
  text,
  v.check(
    (tags) => /^[\p{L}\p{N}_.,\s]*$/u.test(tags),
    ({ input }) => `${quoted(input)} is not build tags (letters, digits, _ and dots; a comma between two)`,
  ),
  v.description("One tag."),
);

type LinkerFlags = ReturnType<typeof parseLinkerFlags>;

function parseLdflags(given: string): LinkerFlags {
  const flags = parseLinkerFlags(splitQuoted(given));
  const malformed = flags.find(({ name }) => !/^-[A-Za-z]/.test(name));
  if (malformed !== undefined) throw new Error(`${quoted(malformed.name)} is not a linker flag`);
  for (const { name, value } of flags) joinQuoted([`${name}=${value ?? ""}`]);
  return flags;
}

function parseExtldflags(given: string): string {
  joinQuoted([`-extldflags=${given}`]);
  return given;
}

const linkmodes = ["internal", "external"] as const;

/** -linkmode and -extldflags may stand in ldflags too, where people have them already. */
function lastOf(flags: LinkerFlags | null, name: string): string | null {
  return flags?.findLast((flag) => flag.name === name)?.value ?? null;
}

function troubleOf({
  ldflags,
  ...own
}: {
  readonly ldflags: LinkerFlags | null;
  readonly linkmode: string | null;
  readonly extldflags: string | null;
}): string | undefined {
  const twice = (["linkmode", "extldflags"] as const).find(
    (name) => own[name] !== null && lastOf(ldflags, `-${name}`) !== null,
  );
  if (twice !== undefined) return `-${twice} occurs twice: the key ${twice} has it too`;
  const mode = lastOf(ldflags, "-linkmode");
  return mode === null || linkmodes.some((each) => each === mode)
    ? undefined
    : `-linkmode=${mode} is neither internal nor external`;
}

/** A strategy as the file writes it → as a build reads it, but for its name; `summary` is null where the file gives none. */
const strategySchema = v.pipe(
  fields({
    summary: v.pipe(v.nullish(line, null), v.description("What it does, in a sentence.")),
    env: v.pipe(
      v.nullish(namedValues(variableName, v.pipe(scalar, v.description("Its value."))), {}),
      v.description("Variables for the go command."),
    ),
    tags: v.pipe(v.nullish(oneOrMore(tag), []), v.description("Build tags, added to yours.")),
    ldflags: v.pipe(
      v.nullish(v.pipe(text, transformWith(parseLdflags)), null),
      v.description(
        "Flags of the linker, quoted as `go build` does it, added to yours. -linkmode and -extldflags may be among them.",
      ),
    ),
    linkmode: v.pipe(v.nullish(oneOfWords(linkmodes), null), v.description("Which linker makes the program.")),
    extldflags: v.pipe(
      v.nullish(v.pipe(line, transformWith(parseExtldflags)), null),
      v.description("Flags of the external linker, added to yours."),
    ),
    buildmode: v.pipe(
      v.nullish(oneOfWords(["pie", "exe"]), null),
      v.description("Takes the place of your -buildmode."),
    ),
    needs: v.pipe(
      v.nullish(oneOfWords(["go", "c-compiler", "musl"]), null),
      v.description(
        "What the machine must have. Without it: a C compiler for linkmode external without a CC of its own, else nothing.",
      ),
    ),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    const message = dataset.typed ? troubleOf(dataset.value) : undefined;
    if (dataset.typed && message !== undefined) addIssue({ message, path: [pathItem(dataset.value, "ldflags")] });
  }),
  v.description("A way to build: it is merged with your own flags, and does not replace them."),
  v.transform(
    ({
      summary,
      env,
      tags,
      ldflags,
      buildmode,
      ...own
    }): Omit<Strategy, "name" | "summary"> & { readonly summary: string | null } => {
      const linkmode = own.linkmode ?? linkmodes.find((mode) => mode === lastOf(ldflags, "-linkmode")) ?? null;
      return {
        summary,
        env,
        tags: [...new Set(tags.flatMap(splitTags))],
        ldflags: (ldflags ?? [])
          .filter(({ name }) => name !== "-linkmode" && name !== "-extldflags")
          .map(({ name, value }) => (value === null ? name : `${name}=${value}`)),
        linkmode,
        extldflags: own.extldflags ?? lastOf(ldflags, "-extldflags"),
        buildmode,
        needs: own.needs ?? (linkmode === "external" && !("CC" in env) ? "c-compiler" : "go"),
      };
    },
  ),
);

/** Ways to build that the config file adds, by their names. */
export const strategiesSchema = v.pipe(
  namedValues(strategyName, strategySchema),
  v.description("Ways to build that are not built in, by their names."),
);
