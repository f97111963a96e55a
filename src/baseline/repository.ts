import { relative, resolve } from "node:path";
import type { CommandResult, Ports } from "../ports/types.ts";
import type { Environment } from "../model/environment.ts";

/** git in one folder. Nothing here changes branches, tags or the index of the repository. */
export type Git = (...args: readonly string[]) => Promise<CommandResult>;

/** What would point git to another repository, or make it read its arguments in another way: a hook that calls us sets them. */
const foreign =
  /^GIT_(?:DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|PREFIX|NAMESPACE|SHALLOW_FILE|GRAFT_FILE|EXTERNAL_DIFF|DIFF_OPTS|[A-Z]+_PATHSPECS)$/;

/** Programs of the repository's configuration stay out, and nothing goes on in the background. */
const settings = ["core.hooksPath=/dev/null", "core.fsmonitor=false", "gc.auto=0", "maintenance.auto=false"];

/** The commands that use the network, write, or look through the work tree and start its filters (git-lfs). */
const lasting = new Set(["fetch", "read-tree", "diff"]);

export function gitIn(
  dir: string,
  { ask, work, env }: Pick<Ports, "ask" | "work" | "env">,
  more: Environment = {},
): Git {
  const clean = Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
  // Without GIT_TERMINAL_PROMPT git would ask for a password and wait for ever.
  const quiet: Environment = { ...clean, GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C", ...more };
  // In a container the workspace often belongs to another user. The job runs what is in it anyway; a person is asked by git.
  const trusted = env.GITHUB_ACTIONS === "true" ? ["safe.directory=*"] : [];
  const options = [...settings, ...trusted].flatMap((setting) => ["-c", setting]);
  return (...args) => {
    const exec = args.some((arg) => lasting.has(arg)) ? work : ask;
    return exec("git", [...options, ...args], { cwd: dir, env: quiet });
  };
}

/** The work tree that a folder is in. */
export type Repository = {
  /** As git names it: without symbolic links. */
  readonly root: string;
  /** As the working directory names it, which may lead through links. */
  readonly alias: string;
  /** From the root to the working directory; empty when they are the same. */
  readonly prefix: string;
};

export async function findRepository(
  dir: string,
  ports: Pick<Ports, "ask" | "work" | "env" | "files">,
): Promise<Repository | { readonly why: string }> {
  if ((await ports.files.which("git", ports.env)) === undefined) return { why: "git is not installed" };
  const git = gitIn(dir, ports);
  const [top, below] = await Promise.all([git("rev-parse", "--show-toplevel"), git("rev-parse", "--show-prefix")]);
  if (top.exitCode !== 0) return { why: `no git repository: ${top.stderr.trim().split("\n")[0] ?? ""}` };
  const prefix = withoutNewline(below.stdout).replace(/\/$/, "");
  const up = prefix.split("/").filter((name) => name !== "");
  const alias = resolve(dir, ...up.map(() => ".."));
  return { root: resolve(withoutNewline(top.stdout)), alias, prefix };
}

/** A path below the repository, as git names it; undefined for one elsewhere. */
export function pathIn({ root, alias }: Repository, path: string): string | undefined {
  const found = [root, alias]
    .map((top) => relative(top, path).replaceAll("\\", "/"))
    .find((each) => each !== ".." && !each.startsWith("../") && !/^(?:\/|[A-Za-z]:)/.test(each));
  return found;
}

/** What a command printed, trimmed; null when it failed or printed nothing. */
export async function output(running: Promise<CommandResult>): Promise<string | null> {
  const { exitCode, stdout } = await running;
  return exitCode === 0 && stdout.trim() !== "" ? stdout.trim() : null;
}

/** The words of a list that ends each with NUL; null when the command failed. */
export async function listedNames(running: Promise<CommandResult>): Promise<readonly string[] | null> {
  const { exitCode, stdout } = await running;
  return exitCode === 0 ? stdout.split("\0").filter((name) => name !== "") : null;
}

export function lastLine({ stderr, signal }: CommandResult): string {
  const text = stderr.trim();
  return text === "" && signal !== null ? "it was ended" : (text.split("\n").at(-1) ?? "");
}

export function short(sha: string): string {
  return sha.slice(0, 10);
}

function withoutNewline(text: string): string {
  return text.replace(/\r?\n$/, "");
}
