import { isAbsolute, join } from "node:path";
import { ConfigError } from "../errors.ts";
import { parseGoFlags } from "../go/go-flags.ts";
import { joinQuoted, splitCC, splitQuoted } from "../go/quoting.ts";
import type { Files } from "../ports/types.ts";
import { type Copy, placeInCopy, placeOfLink } from "./move-paths.ts";
import { pathIn } from "./repository.ts";
import type { Environment } from "../model/environment.ts";
import type { Strategy } from "../model/strategy.ts";

// Programs that PATH finds in the repository through a symbolic link, and files of flags that name other files.

/** The copy of the base, and where the go command runs in it: its folder, and its variables, whose paths lead into the copy. */
type Side = {
  readonly copy: Copy;
  readonly files: Files;
  readonly env: Environment;
  readonly directory: string;
};

/** Variables that name a program of a build, and what the go command starts where they are not set (cmd/go, go1.26). */
const tools = { CC: "gcc", CXX: "g++", FC: "gfortran", AR: "ar", PKG_CONFIG: "pkg-config" } as const;

/** Started by a C compiler, and no variable makes it start another one. */
const inner = ["as", "ld"] as const;

/**
 * The variables of the base with the tools of its own commit, where PATH finds one that is a symbolic link into the repository. Throws
 * ConfigError where that is impossible.
 */
export async function moveTools(side: Side): Promise<Environment> {
  const found = { ...(await moveNamed(side.env, side)) };
  for (const [name, program] of Object.entries(tools)) {
    const place = name in found ? null : await ownPlace(program, side);
    if (place !== null) found[name] = place;
  }
  for (const name of inner) {
    if ((await ownPlace(name, side)) === null) continue;
    throw new ConfigError(
      `${name} on PATH is a link into the repository: the base commit would be linked by the head's copy`,
    );
  }
  if (found.GOFLAGS === undefined) return found;
  const words = splitQuoted(found.GOFLAGS);
  const moved = await moveFlags(words, side);
  return moved.every((word, at) => word === words[at]) ? found : { ...found, GOFLAGS: joinQuoted(moved) };
}

/** A strategy with the same done to its own variables and flags. */
export async function moveToolsOf(strategy: Strategy, side: Side): Promise<Strategy> {
  const ldflags = await Promise.all(strategy.ldflags.map((text) => moveLinker(text, side)));
  return { ...strategy, env: await moveNamed(strategy.env, side), ldflags };
}

async function moveNamed(env: Environment, side: Side): Promise<Environment> {
  const moved = Object.entries(env).map(async ([name, value]) => {
    return [name, name in tools ? await moveCommand(value, side) : value] as const;
  });
  return Object.fromEntries(await Promise.all(moved));
}

/** `ccache gcc`: each word may be a program. */
async function moveCommand(command: string, side: Side): Promise<string> {
  const words = splitCC(command);
  const places = await Promise.all(words.map((word) => ownPlace(word, side)));
  return places.every((place) => place === null) ? command : joinQuoted(words.map((word, at) => places[at] ?? word));
}

/** Where the base has a program that PATH finds by its bare name; null for one that is not of the repository. */
async function ownPlace(name: string, { copy, files, env }: Side): Promise<string | null> {
  if (name === "" || name.startsWith("-") || /[/\\]/.test(name)) return null;
  const found = await files.which(name, env);
  return found === undefined ? null : placeOfLink(found, copy, files);
}

/** Of linker flags: `-extld`. */
async function moveLinker(text: string, side: Side): Promise<string> {
  const [, lead = "", name = ""] = /(-extld[= ]'?"?)([^\s"']+)/.exec(text) ?? [];
  const place = name === "" ? null : await ownPlace(name, side);
  return place === null ? text : text.replace(lead + name, () => lead + place);
}

/**
 * Flags of `go build` with the programs that they name and the file of -overlay, whose text may name files of the head. Their own
 * paths lead into the copy already. Throws ConfigError for an overlay that names a file which only the head has.
 */
export async function moveFlags(words: readonly string[], side: Side): Promise<readonly string[]> {
  if (!words.some((word) => /^--?(?:overlay|toolexec|ldflags)\b/.test(word))) return words;
  const moved = parseGoFlags(words, "flags").map(async ({ name, value }) => {
    if (value === null) return name;
    if (name === "-toolexec") return `${name}=${await moveCommand(value, side)}`;
    if (name === "-ldflags") return `${name}=${await moveLinker(value, side)}`;
    return `${name}=${name === "-overlay" ? await moveOverlay(value, side) : value}`;
  });
  return Promise.all(moved);
}

async function moveOverlay(path: string, { copy, files, directory }: Side): Promise<string> {
  const text = await files.readText(isAbsolute(path) ? path : join(directory, path));
  const replaced = text === undefined ? null : readOverlay(text);
  if (replaced === null) return path;
  const pairs = await Promise.all(
    Object.entries(replaced).map(async ([from, to]) => [inCopy(from, copy), await ownFile(to, copy, files)] as const),
  );
  if (pairs.every(([from, to]) => replaced[from] === to)) return path;
  const place = join(await files.makeTempDir(), "overlay.json");
  await files.writeText(place, JSON.stringify({ Replace: Object.fromEntries(pairs) }));
  return place;
}

/** What is replaced need not be there. */
function inCopy(path: string, { repository, tree }: Copy): string {
  const name = isAbsolute(path) ? pathIn(repository, path) : undefined;
  return name === undefined ? path : join(tree, name);
}

async function ownFile(path: string, copy: Copy, files: Files): Promise<string> {
  if (!isAbsolute(path)) return path;
  const place = (await placeInCopy(path, copy, files)) ?? (await placeOfLink(path, copy, files));
  const name = pathIn(copy.repository, path);
  if (place === null && name !== undefined) {
    throw new ConfigError(`-overlay puts ${name} in the place of another file, and that is in no commit`);
  }
  return place ?? path;
}

/** What an overlay replaces (`go help build`); null for what the go command cannot read either. */
function readOverlay(text: string): Readonly<Record<string, string>> | null {
  try {
    const { Replace: found } = JSON.parse(text) as { readonly Replace?: unknown };
    const isMap =
      typeof found === "object" && found !== null && Object.values(found).every((to) => typeof to === "string");
    return isMap ? (found as Readonly<Record<string, string>>) : null;
  } catch {
    return null;
  }
}
