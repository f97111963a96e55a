import {
  adviseDepth,
  fetchInto,
  type FoundBase,
  hasCommit,
  isShallow,
  listRemotes,
  noRemote,
  parentsOf,
} from "./fetch.ts";
import { type Git, output, short } from "./repository.ts";

/** The commit that somebody named: a branch, a tag or a commit, as git spells them, here or on a remote. */
export async function findRef(ref: string, git: Git): Promise<FoundBase> {
  const remotes = await listRemotes(git);
  const name = readName(ref, remotes);
  const found = await resolve(name, git);
  if (found !== null)
    return { kind: "found", sha: found.sha, steps: [`${ref} is ${short(found.sha)}`, ...found.steps] };
  const parent = /^(?:HEAD|@)(?:\^1?|~1?)$/.test(ref) ? (await parentsOf("HEAD", git))[0] : undefined;
  // The commit itself names its parent, also where the clone ends.
  if (parent !== undefined) return hasCommit(parent, { steps: [`${ref} is ${short(parent)}`], git, depth: 2 });
  return fetchRef(name, git);
}

/** A ref, and what it can mean. */
type Name = {
  readonly ref: string;
  /** Full names of what it may be in this clone, beside what git itself makes of it. */
  readonly local: readonly string[];
  /** What to ask a remote for, in this order; undefined: the first of them. */
  readonly wanted: readonly { readonly remote: string | undefined; readonly what: string }[];
  /** The name of a branch or a tag, and nothing more. */
  readonly isPlain: boolean;
};

function readName(ref: string, remotes: readonly string[]): Name {
  const [, branch] = /^refs\/heads\/(.+)$/s.exec(ref) ?? [];
  const tracking = ref.replace(/^(?:refs\/)?remotes\//, "");
  const remote = remotes.find((each) => tracking.startsWith(`${each}/`));
  const of = (name: string): string[] => remotes.map((each) => `refs/remotes/${each}/${name}`);
  const sought = { remote: undefined, what: ref };
  if (remote !== undefined) {
    const ofRemote = { remote, what: `refs/heads/${tracking.slice(remote.length + 1)}` };
    return { ref, local: [], wanted: tracking === ref ? [ofRemote, sought] : [ofRemote], isPlain: false };
  }
  if (branch !== undefined) return { ref, local: of(branch), wanted: [sought], isPlain: false };
  const isPlain = !ref.startsWith("refs/") && !isObjectName(ref);
  return { ref, local: of(ref), wanted: [sought], isPlain };
}

function isObjectName(ref: string): boolean {
  return /^[0-9a-f]{4,64}$/i.test(ref);
}

type Resolved = { readonly sha: string; readonly steps: readonly string[] };

/** In this clone. git takes a tag before a branch of the same name. */
async function resolve({ ref, local, isPlain }: Name, git: Git): Promise<Resolved | null> {
  const known = await firstCommit([ref, ...local], git);
  if (known === null || !isPlain) return known === null ? null : { sha: known, steps: [] };
  const tag = await findTag(ref, git);
  if (tag === null) return { sha: known, steps: [] };
  const branch = await firstCommit([`refs/heads/${ref}`, ...local], git);
  const isBoth = branch !== null && branch !== tag;
  const steps = isBoth ? [`a tag and a branch have this name: this is the tag, and refs/heads/${ref} the branch`] : [];
  return { sha: isBoth ? tag : known, steps };
}

/** A shallow clone has the branch that was checked out and no tags: then only the remote knows. */
async function findTag(name: string, git: Git): Promise<string | null> {
  const tag = await findCommit(`refs/tags/${name}`, git);
  if (tag !== null || !isFetchable(name) || /^(?:HEAD|@)(?:$|[~^@])/.test(name)) return tag;
  if (!(await isShallow(git)) || (await listRemotes(git)).length === 0) return null;
  return (await fetchInto(`refs/tags/${name}`, git)) === null ? findCommit("FETCH_HEAD", git) : null;
}

/** A remote's answer for what it does not have, as git and GitHub word it; all others leave open whether it has it. */
const unknownToRemote = /couldn't find remote ref|no such remote ref|: not our ref /i;

const notCommit = "it is not a commit";

/** Whether a reason says that nobody has the name. */
function isDefinite(why: string): boolean {
  return why === noRemote || why === notCommit || unknownToRemote.test(why);
}

async function fetchRef({ ref, wanted }: Name, git: Git): Promise<FoundBase> {
  const missing = `${ref} was not found locally or on origin`;
  // What a shallow clone lacks may be there all the same.
  if (!isFetchable(ref)) return { kind: "missing", steps: [missing], isUnknown: !(await isShallow(git)) };
  const reasons: string[] = [];
  for (const { remote, what } of wanted) {
    const why = await fetchInto(what, git, remote);
    const sha = why === null ? await findCommit("FETCH_HEAD", git) : null;
    if (sha !== null) return { kind: "found", sha, steps: [`${ref} is ${short(sha)}`, "fetched it"] };
    reasons.push(why ?? notCommit);
  }
  const isShort = isObjectName(ref) && ref.length < 40;
  const hint = isShort ? "; a remote knows commits by their whole names alone: write all digits" : "";
  const isUnknown = reasons.every((why) => isDefinite(why)) && !(isShort && (await isShallow(git)));
  return { kind: "missing", steps: [`${missing}: ${reasons[0] ?? ""}${hint}${await adviseDepth(0, git)}`], isUnknown };
}

/** A name, and not an expression: `a:b` would write a ref. */
function isFetchable(ref: string): boolean {
  return !/[:*?[\\~^\s]|^\+|^-|\.\.|@\{/.test(ref);
}

async function firstCommit(names: readonly string[], git: Git): Promise<string | null> {
  for (const name of names) {
    const found = await findCommit(name, git);
    if (found !== null) return found;
  }
  return null;
}

function findCommit(name: string, git: Git): Promise<string | null> {
  return output(git("rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`));
}
