import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BaseRef } from "../../src/baseline/event.ts";
import { findBase } from "../../src/baseline/git.ts";
import { findRepository, gitIn, pathIn, type Repository } from "../../src/baseline/repository.ts";
import type { CommandResult, Exec } from "../../src/ports/types.ts";
import { parseRequest } from "../../src/config/parse-request.ts";

const [head, parent, other] = ["1", "2", "3"].map((digit) => digit.repeat(40)) as [string, string, string];

type Answers = (words: string, args: readonly string[]) => Partial<CommandResult> | undefined;

/** git that answers by its words; what it has no answer for fails. */
function fakeGit(answers: Answers): { readonly exec: Exec; readonly calls: (readonly string[])[] } {
  const calls: (readonly string[])[] = [];
  const exec: Exec = (_program, all) => {
    const args = all.slice(all.findLastIndex((word) => word === "-c") + 2);
    calls.push(args);
    const answer = answers(args.join(" "), args);
    const result = answer === undefined ? { exitCode: 1, stderr: "fatal: refused\n" } : { exitCode: 0, ...answer };
    return Promise.resolve({ signal: null, stdout: "", stderr: "", durationMs: 1, ...result });
  };
  return { exec, calls };
}

function find(
  question: BaseRef,
  answers: Answers,
): { readonly found: ReturnType<typeof findBase>; readonly calls: (readonly string[])[] } {
  const { exec, calls } = fakeGit(answers);
  return { found: findBase(question, gitIn("/repo", { ask: exec, work: exec, env: {} })), calls };
}

const commit = (...parents: readonly string[]): string =>
  `tree ${other}\n${parents.map((sha) => `parent ${sha}\n`).join("")}author a\n\nparent ${"f".repeat(40)}\n`;
const pullRequest: BaseRef = { kind: "merge-parent", head, branch: "main" };

describe("the base commit", () => {
  it("is fetched at depth 1 into a shallow clone, and only there", async () => {
    for (const shallow of ["true", "false"]) {
      const { found, calls } = find({ kind: "commit", sha: parent, head: null, what: "it" }, (words) =>
        words.startsWith("fetch") ? {} : words.includes("is-shallow") ? { stdout: `${shallow}\n` } : undefined,
      );
      expect(await found).toMatchObject({ kind: "found", sha: parent });
      const fetch = calls.find(([name]) => name === "fetch");
      expect(fetch?.includes("--depth=1")).toBe(shallow === "true");
      expect(fetch?.slice(-3)).toEqual(["--", "origin", parent]);
    }
  });

  it("is the parent that the commit itself names, not one in its message", async () => {
    const { found } = find(pullRequest, (words) => {
      if (words === "rev-parse HEAD") return { stdout: `${other}\n` };
      if (words === "cat-file -p HEAD") return { stdout: commit(parent, head) };
      return words.startsWith("cat-file -e") ? {} : undefined;
    });
    expect(await found).toMatchObject({ kind: "found", sha: parent });
  });

  it("says why the server refused", async () => {
    const { found } = find({ kind: "commit", sha: parent, head: null, what: "it" }, () => undefined);
    expect(await found).toEqual({
      kind: "missing",
      steps: ["it is 2222222222", "it is not in this clone, and fetching it failed: fatal: refused"],
    });
  });

  it("is looked for in steps, never less deep than the clone is", async () => {
    let fetches = 0;
    const { found, calls } = find(pullRequest, (words) => {
      if (words === "rev-parse HEAD") return { stdout: head };
      if (words.includes("is-shallow")) return { stdout: "true" };
      if (words.startsWith("rev-list")) return { stdout: "100\n" };
      if (words.startsWith("fetch")) return (fetches++, {});
      return words.startsWith("merge-base") && fetches === 3 ? { stdout: parent } : undefined;
    });
    expect(await found).toMatchObject({ kind: "found", sha: parent });
    const depths = calls.flatMap((args) => args.filter((word) => word.startsWith("--depth")));
    expect(depths).toEqual(["--depth=150", "--depth=300", "--depth=1100"]);
  });

  it("no branch name and no ref is ever an option of git", async () => {
    const names = fc.oneof(fc.string(), fc.constantFrom("-", "--", "--upload-pack=x", "-x", "--output=/x"));
    /** What git reads before `--`, where an option could stand, of every command of a search. */
    const wordsBeforeEnd = async (name: string, isRef: boolean): Promise<readonly string[]> => {
      const question: BaseRef = isRef ? { kind: "ref", ref: name } : { ...pullRequest, branch: name };
      const { found, calls } = find(question, (words) =>
        words === "rev-parse HEAD" ? { stdout: head } : words.startsWith("fetch") ? {} : undefined,
      );
      await found;
      return calls.flatMap((args) => {
        const end = args.findIndex((word) => word === "--" || word === "--end-of-options");
        return end === -1 ? args : args.slice(0, end);
      });
    };
    // Names of commands, and options that git is given whatever the name is.
    const own = [...(await wordsBeforeEnd("harmless", true)), ...(await wordsBeforeEnd("harmless", false))];
    await fc.assert(
      fc.asyncProperty(names, fc.boolean(), async (name, isRef) => {
        fc.pre(!own.includes(name));
        const words = await wordsBeforeEnd(name, isRef);
        expect(words).not.toContain(name);
        // Nor with something behind it, as in NAME^{commit}.
        expect(words.filter((word) => word.startsWith("-") && !own.includes(word))).toEqual([]);
      }),
    );
  });

  it.each(["--upload-pack=x", "-x", "a b", "a:b", "+a:b", "a*", "^a", "~", "a?", "a[b]", "a\\b"])(
    "baseline-ref refuses %j",
    (ref) => {
      expect(() => parseRequest({ "baseline-ref": ref })).toThrow("is not a valid name of a branch, tag or commit");
    },
  );
});

describe("git in a folder", () => {
  const seen = async (env: Readonly<Record<string, string>>): Promise<{ args: readonly string[]; env: object }> => {
    const calls: { args: readonly string[]; env: object }[] = [];
    const exec: Exec = (_program, args, options) => {
      calls.push({ args, env: options.env });
      return Promise.resolve({ exitCode: 0, signal: null, stdout: "", stderr: "", durationMs: 1 });
    };
    await gitIn("/repo", { ask: exec, work: exec, env })("status");
    const [call] = calls;
    if (call === undefined) throw new Error("git was not started");
    return call;
  };

  it("keeps credentials, and nothing that points to another repository", async () => {
    const kept = { GIT_CONFIG_COUNT: "1", GIT_SSH_COMMAND: "ssh -x", GIT_ASKPASS: "x", PATH: "/bin" };
    const gone = { GIT_DIR: "x", GIT_WORK_TREE: "x", GIT_INDEX_FILE: "x", GIT_LITERAL_PATHSPECS: "1", GIT_PREFIX: "x" };
    const { env } = await seen({ ...kept, ...gone });
    expect(env).toEqual({
      ...kept,
      SSH_ASKPASS_REQUIRE: "never",
      GCM_INTERACTIVE: "never",
      GIT_TERMINAL_PROMPT: "0",
      GIT_OPTIONAL_LOCKS: "0",
      LC_ALL: "C",
    });
    expect((await seen({ SSH_ASKPASS: "/bin/dialog" })).env).toMatchObject({ GIT_ASKPASS: "" });
  });

  it("trusts the workspace of a job, and of a person only what git trusts", async () => {
    expect((await seen({ GITHUB_ACTIONS: "true" })).args).toContain("safe.directory=*");
    expect((await seen({})).args).not.toContain("safe.directory=*");
  });
});

describe("a repository", () => {
  const repository: Repository = { root: "/real/repo", alias: "/link/repo", prefix: "sub" };

  it.each([
    { path: "/real/repo/a/b.go", want: "a/b.go" },
    { path: "/link/repo/a/b.go", want: "a/b.go" },
    { path: "/real/repo", want: "" },
    { path: "/real/repo/..a", want: "..a" },
    { path: "/real/repository/a.go", want: undefined },
    { path: "/real", want: undefined },
    { path: "/elsewhere", want: undefined },
  ])("$path is $want", ({ path, want }) => {
    expect(pathIn(repository, path)).toBe(want);
  });

  it("is not looked for without git", async () => {
    const files = { which: () => Promise.resolve(undefined) } as never;
    expect(await findRepository("/x", { files, env: {}, ask: fakeGit(() => undefined).exec } as never)).toEqual({
      why: "git is not installed",
    });
  });
});
