import { relative, resolve } from "node:path";
import { MachineFault } from "../errors.ts";
import { trustRepositories, withoutForeignGit } from "../go/git-environment.ts";
import type { CommandResult, Ports } from "../ports/types.ts";
import type { Environment } from "../model/environment.ts";
import type { Toolchain } from "../model/toolchain.ts";

/**
 * git in one folder. Nothing here changes branches, tags or the index of the repository. Throws MachineFault when something ends it:
 * an answer that was cut off is none.
 */
export type Git = (...args: readonly string[]) => Promise<CommandResult>;

/** Programs of the repository's configuration stay out, and nothing goes on in the background. */
const settings = ["core.hooksPath=/dev/null", "core.fsmonitor=false", "gc.auto=0", "maintenance.auto=false"];

/** The commands that use the network, write, or look through the work tree and start its filters (git-lfs). */
const lasting = new Set(["fetch", "read-tree", "diff"]);

/**
 * Nobody answers a question for a password, on the terminal or in a window: git would wait for ever. An empty GIT_ASKPASS keeps
 * core.askPass and SSH_ASKPASS from being started; one that the environment has is meant to answer by itself.
 */
const unattended: Environment = { GIT_ASKPASS: "", SSH_ASKPASS_REQUIRE: "never", GCM_INTERACTIVE: "never" };
const fixed: Environment = { GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" };

export function gitIn(
  dir: string,
  { ask, work, env }: Pick<Ports, "ask" | "work" | "env">,
  more: Environment = {},
): Git {
  const quiet: Environment = { ...unattended, ...withoutForeignGit(env), ...fixed, ...more };
  // In a container the workspace often belongs to another user. The job runs what is in it anyway; a person is asked by git.
  const trusted = isJob(env) ? ["safe.directory=*"] : [];
  const options = [...settings, ...trusted].flatMap((setting) => ["-c", setting]);
  return async (...args) => {
    const exec = args.some((arg) => lasting.has(arg)) ? work : ask;
    const result = await exec("git", [...options, ...args], { cwd: dir, env: quiet });
    if (result.signal === null) return result;
    throw new MachineFault(`git ${args[0] ?? ""} was ended by ${result.signal}; run the job again`);
  };
}

export function isJob(env: Environment): boolean {
  return env.GITHUB_ACTIONS === "true";
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
  const both = await git("rev-parse", "--show-toplevel", "--show-prefix");
  const [why = ""] = both.stderr.trim().split("\n");
  if (both.exitCode !== 0 && why === "") throw new MachineFault("git rev-parse failed without a message");
  if (both.exitCode !== 0) return { why: `no git repository: ${why}` };
  const { top, below } = await splitPaths(both.stdout, git);
  const prefix = below.replace(/\/$/, "");
  const up = prefix.split("/").filter((name) => name !== "");
  const alias = resolve(dir, ...up.map(() => ".."));
  return { root: resolve(top), alias, prefix };
}

/** Two paths on two lines. One that has a line break in it is asked for by itself. */
async function splitPaths(text: string, git: Git): Promise<{ readonly top: string; readonly below: string }> {
  const [top = "", below = "", ...rest] = text.split(/\r?\n/);
  if (rest.length === 1) return { top, below };
  const found = await Promise.all([git("rev-parse", "--show-toplevel"), git("rev-parse", "--show-prefix")]);
  const [first = "", second = ""] = found.map(({ stdout }) => withoutNewline(stdout));
  return { top: first, below: second };
}

/** The commit that is checked out in a folder; null outside of git. */
export async function findHead(
  dir: string,
  ports: Pick<Ports, "ask" | "work" | "env" | "files">,
): Promise<string | null> {
  const repository = await findRepository(resolve(dir), ports);
  return "why" in repository ? null : output(gitIn(repository.root, ports)("rev-parse", "--verify", "HEAD"));
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

/** Why a command failed: git's first own error, for advice may stand behind it; else the last line. */
export function lastLine({ stderr }: CommandResult): string {
  const lines = stderr.trim().split("\n");
  return lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines.at(-1) ?? "";
}

/**
 * The toolchain, in whose environment the git that `go build` starts (for the revision that it writes into a program) sees the same
 * repository as our own git does, and trusts it in the same cases. `dirs`: where `go` runs.
 */
export async function trustWorkTrees(
  toolchain: Toolchain,
  dirs: readonly string[],
  ports: Pick<Ports, "ask" | "work" | "env" | "files">,
): Promise<Toolchain> {
  const env = withoutForeignGit(toolchain.env);
  if (!isJob(ports.env)) return { ...toolchain, env };
  const found = await Promise.all([...new Set(dirs)].map((dir) => findRepository(dir, ports)));
  const roots = found.flatMap((each) => ("why" in each ? [] : [each.root]));
  return { ...toolchain, env: trustRepositories(env, [...new Set(roots)]) };
}

export function short(sha: string): string {
  return sha.slice(0, 10);
}

function withoutNewline(text: string): string {
  return text.replace(/\r?\n$/, "");
}
