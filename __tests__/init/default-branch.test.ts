import { expect, it } from "vitest";
import { findDefaultBranch } from "../../src/init/default-branch.ts";

type Answers = Readonly<Record<string, string>>;

/** git as a table; what is not in it fails. */
const branchOf = (answers: Answers): ReturnType<typeof findDefaultBranch> =>
  findDefaultBranch((...args) => {
    const stdout = answers[args.join(" ")];
    return Promise.resolve({
      exitCode: stdout === undefined ? 1 : 0,
      signal: null,
      stdout: stdout ?? "",
      stderr: "",
      durationMs: 1,
    });
  });

const refs = "for-each-ref --format=%(refname)";

it.each<readonly [string, string, Answers]>([
  [
    "the remote's own",
    "trunk",
    { remote: "fork\norigin\n", "symbolic-ref --short refs/remotes/origin/HEAD": "origin/trunk\n" },
  ],
  [
    "that of the only remote, with a slash in it",
    "rel/1.x",
    { remote: "upstream\n", "symbolic-ref --short refs/remotes/upstream/HEAD": "upstream/rel/1.x\n" },
  ],
  [
    "main of a remote without HEAD, on another branch",
    "main",
    {
      remote: "origin\n",
      [`${refs} refs/remotes/origin/`]: "refs/remotes/origin/feature\nrefs/remotes/origin/main\n",
      [`${refs} refs/heads/`]: "refs/heads/feature\n",
      "symbolic-ref --short HEAD": "feature\n",
    },
  ],
  [
    "master of several branches",
    "master",
    { [`${refs} refs/heads/`]: "refs/heads/fix\nrefs/heads/master\n", "symbolic-ref --short HEAD": "fix\n" },
  ],
  [
    "the only one",
    "develop",
    { [`${refs} refs/heads/`]: "refs/heads/develop\n", "symbolic-ref --short HEAD": "develop\n" },
  ],
  ["one without commits", "trunk", { "symbolic-ref --short HEAD": "trunk\n" }],
  ["a head without a branch", "main", {}],
])("%s: %s", async (_, name, answers) => {
  expect(await branchOf(answers)).toMatchObject({ name, why: expect.stringMatching(/\w/) as string });
});

it("is main without git", async () => {
  expect(await findDefaultBranch(null)).toEqual({ name: "main", why: "git could not be asked" });
});
