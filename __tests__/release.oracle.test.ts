import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { repository } from "../src/version.ts";
import { root } from "./support/root.ts";

// The scripts of release.yml, as they are, on a copy of this repository that is released by the steps of RELEASING.md. `gh` is one
// that writes down how it is called; actions, npm's registry and GitHub itself are not tried.

type Step = { readonly run?: string; readonly env?: Readonly<Record<string, string>> };
const workflow = parse(readFileSync(join(root, ".github/workflows/release.yml"), "utf8")) as {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
};

let folder = "";
let work = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "release-"));
  work = join(folder, "work");
  const origin = join(folder, "origin.git");
  git(folder, "clone", "--quiet", "--bare", root, origin);
  git(folder, "clone", "--quiet", origin, work);
  symlinkSync(join(root, "node_modules"), join(work, "node_modules"));
  appendFileSync(join(work, ".git/info/exclude"), "node_modules\n");
  execFileSync("npm", ["version", "--no-git-tag-version", "1.2.3"], { cwd: work, stdio: "ignore" });
  const changelog = readFileSync(join(work, "CHANGELOG.md"), "utf8");
  writeFileSync(join(work, "CHANGELOG.md"), changelog.replace(/^## .*$/m, "## [1.2.3] - 2026-12-24"));
  execFileSync("npm", ["run", "bundle"], { cwd: work, stdio: "ignore" });
  commit();
  git(work, "tag", "v1.2.3");
  makeGh(join(folder, "bin"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function git(cwd: string, ...args: string[]): string {
  const who = ["-c", "user.name=releaser", "-c", "user.email=releaser@example.com"];
  return execFileSync("git", [...who, ...args], { cwd, encoding: "utf8" }).trim();
}

function commit(): void {
  git(work, "add", "--all");
  git(work, "commit", "--quiet", "--message", "1.2.3");
  git(work, "push", "--quiet", "origin", "+HEAD:refs/heads/main");
}

/** A `gh` that records its calls, and knows no tag v1 yet. */
function makeGh(bin: string): void {
  mkdirSync(bin);
  const script = `#!/bin/sh
echo "$*" >>"$GH_CALLS"
case "$*" in
  *--jq*) echo 0123456789abcdef ;;
  *PATCH*) exit 1 ;;
esac
`;
  writeFileSync(join(bin, "gh"), script, { mode: 0o755 });
}

/** Runs the scripts of a job as the runner does, to the first that fails. */
function runJob(name: string, env: Readonly<Record<string, string>> = {}): { status: number | null; log: string } {
  let log = "";
  for (const { run } of workflow.jobs[name]?.steps ?? []) {
    // What is installed here is what this test runs on.
    if (run === undefined || run === "npm ci") continue;
    const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run], {
      cwd: work,
      encoding: "utf8",
      env: {
        ...process.env,
        GITHUB_REF_NAME: "v1.2.3",
        GITHUB_REPOSITORY: repository,
        GITHUB_OUTPUT: join(folder, "output"),
        GH_CALLS: join(folder, "calls"),
        GH_REPO: repository,
        PATH: [join(folder, "bin"), process.env.PATH].join(delimiter),
        ...env,
      },
    });
    log += stdout + stderr;
    if (status !== 0) return { status, log };
  }
  return { status: 0, log };
}

const clean = (): void => {
  git(work, "reset", "--quiet", "--hard", "v1.2.3");
  git(work, "clean", "-fdq");
  git(work, "push", "--quiet", "origin", "+HEAD:refs/heads/main");
};

describe("the release workflow", () => {
  it("packs what is tagged, and says which tag moves", () => {
    const { status, log } = runJob("package");
    expect(status, log).toBe(0);
    const assets = ["SHA256SUMS", "dist.tar.gz", "go-linkage-1.2.3.tgz", "sbom.cdx.json"];
    expect(readdirSync(join(work, "release")).toSorted()).toEqual(assets);
    execFileSync("sha256sum", ["--check", "--strict", "SHA256SUMS"], { cwd: join(work, "release"), stdio: "ignore" });
    expect(readFileSync(join(work, "notes.md"), "utf8")).toMatch(/^### Added\n/);
    expect(readFileSync(join(folder, "output"), "utf8")).toBe("tag=v1\n");
  });

  it("makes a draft, publishes it, and makes the tag of the major version where there is none", () => {
    expect(runJob("draft").status).toBe(0);
    expect(runJob("publish", { MAJOR: "v1" }).status).toBe(0);
    const assets = ["SHA256SUMS", "dist.tar.gz", "go-linkage-1.2.3.tgz", "sbom.cdx.json"].map(
      (name) => `release/${name}`,
    );
    expect(readFileSync(join(folder, "calls"), "utf8").trim().split("\n")).toEqual([
      `release create v1.2.3 ${assets.join(" ")} --draft --verify-tag --title v1.2.3 --notes-file notes.md`,
      "release edit v1.2.3 --draft=false",
      `api repos/${repository}/commits/v1.2.3 --jq .sha`,
      `api --method PATCH repos/${repository}/git/refs/tags/v1 --field sha=0123456789abcdef --field force=true`,
      `api --method POST repos/${repository}/git/refs --field ref=refs/tags/v1 --field sha=0123456789abcdef`,
    ]);
  });

  it.each([
    {
      refuses: "a stale dist",
      spoil: () => {
        appendFileSync(join(work, "dist/cli.js"), "// planted\n");
        commit();
      },
      says: "dist/cli.js",
    },
    {
      refuses: "a tag that is not on main",
      spoil: () => git(work, "push", "--quiet", "origin", "+HEAD~1:refs/heads/main"),
      says: "",
    },
    {
      refuses: "a tag of another version",
      env: { GITHUB_REF_NAME: "v1.2.4" },
      says: "the tag is v1.2.4, and package.json has version 1.2.3",
    },
    {
      refuses: "another repository than package.json names",
      env: { GITHUB_REPOSITORY: "somebody/fork" },
      says: "this repository is somebody/fork",
    },
  ])("refuses $refuses", ({ spoil, env, says }) => {
    clean();
    spoil?.();
    const { status, log } = runJob("package", env);
    expect(status).not.toBe(0);
    expect(log).toContain(says);
    clean();
  });
});
