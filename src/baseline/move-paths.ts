import { join } from "node:path";
import type { Files } from "../ports/types.ts";
import type { Changes } from "./changes.ts";
import { pathIn, type Repository } from "./repository.ts";
import type { Environment } from "../model/environment.ts";
import type { Strategy } from "../model/strategy.ts";

/** Text of the head's side -> the same with its paths into the repository leading into the copy of the base. */
export type MovePaths = (text: string) => Promise<string>;

/** A copy of the base, and what is known of the repository that it is of. */
type Copy = { readonly repository: Repository; readonly tree: string; readonly changes: Changes | undefined };

/**
 * Paths into the repository, made to lead into the copy of the base. Those that no commit knows stay: an earlier step made what is
 * there, for both sides.
 */
export async function movePaths(text: string, { repository, tree, changes }: Copy, files: Files): Promise<string> {
  const roots = new Set([repository.root, repository.alias]);
  const escaped = [...roots].map((top) => top.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|");
  // Behind the beginning, a separator, or an option such as -L.
  const before = `(?<=^|[\\s"':;,=]|-[A-Za-z]{1,10})`;
  const paths = new RegExp(`${before}(?:${escaped})(?:[/\\\\][^\\s"':;,=]*)?(?![^\\s"':;,=])`, "gm");
  const places = new Map<string, string>();
  for (const [path] of text.matchAll(paths)) {
    const name = pathIn(repository, path) ?? "";
    const isKnown = changes?.files.some((file) => file === name || file.startsWith(`${name}/`)) ?? false;
    if (isKnown || (await files.kindOf(join(tree, name))) !== undefined) places.set(path, join(tree, name));
  }
  return text.replaceAll(paths, (path) => places.get(path) ?? path);
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
