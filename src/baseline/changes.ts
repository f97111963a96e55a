import type { Ports } from "../ports/types.ts";
import { gitIn, listedNames, type Repository } from "./repository.ts";
import type { Hunk } from "../model/baseline.ts";

/** What differs between the base commit and the work tree. */
export type Changes = {
  /** Paths as git names them; none only when the whole trees are the same, but for what git ignores. */
  readonly files: readonly string[];
  /** Where a file was before, of those that were moved: new path -> old path. */
  readonly moved: ReadonlyMap<string, string>;
};

const diff = ["diff", "--no-ext-diff", "--no-textconv", "--ignore-submodules=none", "--no-color"];

/** undefined when git cannot compare the two. */
export async function findChanges(
  base: string,
  repository: Repository,
  ports: Pick<Ports, "ask" | "work" | "env">,
): Promise<Changes | undefined> {
  const git = gitIn(repository.root, ports);
  const [raw, untracked] = await Promise.all([
    // The work tree counts and not HEAD: it is what was built.
    listedNames(git(...diff, "--raw", "-z", "-M", base, "--")),
    listedNames(git("ls-files", "--others", "--exclude-standard", "-z", "--full-name", ":/")),
  ]);
  if (raw === null || untracked === null) return undefined;
  const changes = parseRaw(raw);
  return {
    files: [...new Set([...changes.flat(), ...untracked])],
    moved: new Map(changes.flatMap(([from = "", to]) => (to === undefined ? [] : [[to, from] as const]))),
  };
}

/** `git diff --raw -z`: `:mode mode sha sha STATUS`, then one path, or two for what was renamed or copied. */
function parseRaw(words: readonly string[]): (readonly string[])[] {
  const found: (readonly string[])[] = [];
  for (let at = 0; at + 1 < words.length;) {
    const status = (words[at] ?? "").split(" ")[4] ?? "";
    const count = /^[RC]/.test(status) ? 2 : 1;
    found.push(words.slice(at + 1, at + 1 + count));
    at += 1 + count;
  }
  return found;
}

/** Go files that the head may be built from and that no commit has, because git ignores them. */
export async function findIgnored(
  repository: Repository,
  ports: Pick<Ports, "ask" | "work" | "env">,
): Promise<readonly string[]> {
  const args = ["--others", "--ignored", "--exclude-standard", "-z", "--full-name", ":/*.go"];
  return (await listedNames(gitIn(repository.root, ports)("ls-files", ...args))) ?? [];
}

/** The pieces of one file that differ from the base; all of a file that is new. */
export async function findHunks(
  file: string,
  { base, changes, repository }: { base: string; changes: Changes | undefined; repository: Repository },
  ports: Pick<Ports, "ask" | "work" | "env">,
): Promise<readonly Hunk[]> {
  const before = changes?.moved.get(file);
  const paths = [file, ...(before === undefined ? [] : [before])].map((path) => `:(top,literal)${path}`);
  const git = gitIn(repository.root, ports);
  const { exitCode, stdout } = await git(...diff, "--unified=0", "--text", "-M", base, "--", ...paths);
  return exitCode === 0 ? parseHunks(stdout) : [];
}

/** Without context every line of a file begins with + or -, so that none can pass for a header. */
export function parseHunks(text: string): Hunk[] {
  return text.split(/^(?=@@ )/m).flatMap((part) => {
    const [, line, count = "1"] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(part) ?? [];
    if (line === undefined) return [];
    const removed = [...part.matchAll(/^-(.*)$/gm)].map(([, old]) => old ?? "");
    return [{ line: Number(line), count: Number(count), removed }];
  });
}
