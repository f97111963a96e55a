import type { ReleaseSettings } from "../model/release.ts";
import { type Located, Misread } from "./misread.ts";
import type { Piece } from "./template.ts";
import { known, unknown, type Value } from "./template-values.ts";

/** Variables of an environment by name, with the lines that set them. */
export type EnvSettings = Map<string, Located>;

// What the go command, the C compiler and the linker read. Of Go's own variables the ones for downloads and caches are left out.
const buildVariable =
  /^(?:GO(?!PROXY$|PRIVATE$|NOPROXY$|NOSUMDB$|SUMDB$|VERSION$|CACHE$|MODCACHE$|AUTH$|VCS$|INSECURE$|TMPDIR$|PATH$)[A-Z0-9]+|GO_EXTLINK_ENABLED|CGO_\w+|PKG_CONFIG\w*|LD_\w+|CC|CXX|FC|AR|LD|PATH|HOME|LIBRARY_PATH|CPATH|\w+_INCLUDE_PATH|COMPILER_PATH|GCC_EXEC_PREFIX|SDKROOT|ZIG_\w+)$/;

/** Of `NAME=value` the name and the value; null for an entry without an equals sign, which programs pass over. */
export function splitEntry(text: string): readonly [name: string, value: string] | null {
  const equals = text.indexOf("=");
  return equals <= 0 ? null : [text.slice(0, equals), text.slice(equals + 1)];
}

/**
 * Puts one entry of a list of variables into the environment that templates see and, when it is known, into the settings. A value that
 * cannot be known is kept as such. Throws Misread when it could change what is built.
 */
export function addEntry(
  source: Located,
  pieces: readonly Piece[],
  { env, settings }: { readonly env: Map<string, Value>; readonly settings: EnvSettings },
): void {
  const holeAt = pieces.findIndex(({ kind }) => kind === "hole");
  const before = holeAt < 0 ? pieces : pieces.slice(0, holeAt);
  const entry = splitEntry(before.map((piece) => (piece.kind === "hole" ? "" : piece.text)).join(""));
  const hole = pieces[holeAt];
  if (hole?.kind !== "hole") {
    if (entry === null) return;
    env.set(entry[0], known(entry[1]));
    settings.set(entry[0], { text: entry[1], line: source.line });
    return;
  }
  if (entry === null || buildVariable.test(entry[0])) throw new Misread(source, hole.why);
  env.set(entry[0], unknown(hole.why));
  settings.delete(entry[0]);
}

/** os.ExpandEnv of Go: `$NAME` and `${NAME}`; what is not set is empty. */
export function expandEnv(text: string, env: Readonly<Record<string, string>>): string {
  return text.replace(/\$(?:\{[^}]*\}|[*#$@!?\-0-9]|\w+|\{)/g, (reference) => {
    const name = reference.replace(/^\$\{?|\}$/g, "");
    return Object.hasOwn(env, name) ? (env[name] ?? "") : "";
  });
}

/** The settings in their order, with the file they stand in. */
export function envIn(file: string, settings: EnvSettings): ReleaseSettings["env"] {
  return [...settings].map(([name, { text, line }]) => ({ file, line, name, value: text }));
}
