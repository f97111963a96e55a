import { join } from "node:path";
import type { Files } from "../ports/types.ts";
import type { Changes } from "./changes.ts";
import { pathIn, type Repository } from "./repository.ts";
import type { Environment } from "../model/environment.ts";
import type { Strategy } from "../model/strategy.ts";

/** Text of the head's side -> the same with its paths into the repository leading into the copy of the base. */
export type MovePaths = (text: string) => Promise<string>;

/** A copy of the base, and what is known of the repository that it is of. */
export type Copy = { readonly repository: Repository; readonly tree: string; readonly changes: Changes | undefined };

/** Behind the beginning, a separator, or an option such as -L; a path ends where the next word begins. */
const before = `(?<=^|[\\s"':;,=]|-[A-Za-z]{1,10})`;
const inWord = `[^\\s"':;,=]`;

/** What may be absolute paths, on systems whose paths begin with a slash. */
const absolute = new RegExp(`${before}/${inWord}+`, "gm");

/**
 * Paths into the repository, made to lead into the copy of the base, those through symbolic links elsewhere included. Those that no
 * commit knows stay: an earlier step made what is there, for both sides.
 */
export async function movePaths(text: string, copy: Copy, files: Files): Promise<string> {
  const { repository, tree } = copy;
  const roots = new Set([repository.root, repository.alias]);
  const escaped = [...roots].map((top) => top.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|");
  const paths = new RegExp(`${before}(?:${escaped})(?:[/\\\\]${inWord}*)?(?!${inWord})`, "gm");
  const places = new Map<string, string>();
  for (const [path] of text.matchAll(paths)) {
    const place = await placeInCopy(path, copy, files);
    if (place !== null) places.set(path, place);
  }
  const direct = text.replaceAll(paths, (path) => places.get(path) ?? path);
  for (const [path] of direct.matchAll(absolute)) {
    if (path.startsWith(tree) || pathIn(repository, path) !== undefined) continue;
    const place = await placeOfLink(path, copy, files);
    if (place !== null) places.set(path, place);
  }
  return direct.replaceAll(absolute, (path) => places.get(path) ?? path);
}

/** Where a path into the repository leads to in the copy; null for one that leads elsewhere, and where no commit knows it. */
export async function placeInCopy(
  path: string,
  { repository, tree, changes }: Copy,
  files: Files,
): Promise<string | null> {
  const name = pathIn(repository, path);
  if (name === undefined) return null;
  const isKnown = changes?.files.some((file) => file === name || file.startsWith(`${name}/`)) ?? false;
  return isKnown || (await files.kindOf(join(tree, name))) !== undefined ? join(tree, name) : null;
}

/** The same of a path elsewhere that leads into the repository through symbolic links. */
export async function placeOfLink(path: string, copy: Copy, files: Files): Promise<string | null> {
  const real = await files.realPath(path);
  return real === undefined || real === path ? null : placeInCopy(real, copy, files);
}

/** Folders that both sides share, wherever they are. */
const shared = /^(?:HOME|USERPROFILE|GOPATH|GOCACHE|GOMODCACHE|GOTMPDIR|TMPDIR|TEMP|TMP)$/;

/** Every variable but for those of shared folders: a wrapper may read any of them to find its own files. */
export async function moveVariables(env: Environment, move: MovePaths): Promise<Environment> {
  const moved = Object.entries(env).map(
    async ([name, value]) => [name, shared.test(name) ? value : await move(value)] as const,
  );
  return Object.fromEntries(await Promise.all(moved));
}

/** What a strategy sets may lead into the repository as well: a compiler of its own, flags of its linker. */
export async function moveStrategy(strategy: Strategy, move: MovePaths): Promise<Strategy> {
  const { extldflags } = strategy;
  return {
    ...strategy,
    env: await moveVariables(strategy.env, move),
    extldflags: extldflags === null ? null : await move(extldflags),
    ldflags: await Promise.all(strategy.ldflags.map(move)),
  };
}
