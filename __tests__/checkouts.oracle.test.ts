import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { annotationsOf } from "../src/report/annotations.ts";
import { git, Hub, payloads } from "./support/github.ts";
import {
  base,
  change,
  check,
  hub,
  isRegression,
  pure,
  reasonOf,
  regression,
  submoduleChange,
  testBaseByName,
  users,
} from "./support/repository-job.ts";
import { describeWith } from "./support/tools.ts";

// What checkouts.engine.test.ts leaves out.

describeWith(["go", "gcc", "git"], "a checkout", () => {
  it("in a linked work tree is compared", async () => {
    const { commits, event } = regression();
    const workspace = hub.checkOut(commits.merge, { depth: 0 });
    const linked = join(hub.root, "linked");
    git(workspace, "worktree", "add", "--quiet", "--detach", linked, commits.merge);
    const report = await check(linked, event);
    expect(report.verdict, reasonOf(report)).toEqual(isRegression);
  });

  it("with GIT_DIR of another repository is stamped with its own revision", async () => {
    const { commits, event } = regression({ after: { "main.go": `${pure}\n// Changed.\n` } });
    const workspace = hub.checkOut(commits.merge, { depth: 0 });
    const other = join(hub.root, "other");
    git(hub.root, "init", "--quiet", other);
    const env = { GIT_DIR: join(other, ".git"), GIT_WORK_TREE: other };
    const report = await check(workspace, event, { env });
    expect(report.verdict.outcome, reasonOf(report)).toBe("pass");
    expect(report.cells[0]?.buildInfo?.settings["vcs.revision"]).toBe(commits.merge);
  });

  it("reached through a link has the repository's places", async () => {
    const { commits, event } = regression({
      before: { "svc/go.mod": base["go.mod"] ?? "", "svc/main.go": pure },
      after: { "svc/main.go": change["main.go"] ?? "" },
    });
    const workspace = hub.checkOut(commits.merge);
    symlinkSync(workspace, join(hub.root, "link"));
    const report = await check(join(hub.root, "link/svc"), event, { env: { GITHUB_WORKSPACE: workspace } });
    expect(annotationsOf(report)[0]).toMatchObject({ file: "svc/main.go", line: 3 });
  });

  it("of a submodule has places below the repository around it", async () => {
    const guest = new Hub();
    hub.guests.push(guest);
    guest.push("main", { ...base, "main.go": change["main.go"] ?? "" });
    hub.push("main", { "README.md": "x\n" });
    git(hub.developer, "submodule", "--quiet", "add", `file://${guest.origin}`, "sub");
    const commit = hub.push("main", { "README.md": "y\n" });
    const workspace = hub.checkOut(commit, { submodules: true });
    const report = await check(join(workspace, "sub"), hub.event("workflow_dispatch", {}), {
      inputs: { require: "static" },
    });
    expect(report.folder).toBe("sub");
  });

  it("without a remote says so", async () => {
    const { commits, event } = regression();
    const workspace = hub.checkOut(commits.merge);
    git(workspace, "remote", "remove", "origin");
    const report = await check(workspace, event);
    expect(report.verdict.outcome).toBe("warn");
    expect(report.verdict.reason).toContain("the repository has no remote; check out with fetch-depth: 2");
  });

  it.each([
    { ref: "v1", want: "tag" },
    { ref: "refs/heads/v1", want: "branch" },
    { ref: "refs/tags/v1", want: "tag" },
    { ref: "origin/v1", want: "branch" },
  ])("$ref is the $want where both have the name, however deep the clone is", async ({ ref, want }) => {
    const { commits, event } = regression();
    const branch = hub.push("v1", { "x.txt": "x" });
    git(hub.developer, "tag", "v1", commits.base);
    git(hub.developer, "push", "--quiet", "origin", "refs/tags/v1");
    for (const depth of [0, 1]) {
      const workspace = hub.checkOut(commits.merge, { depth });
      if (depth === 1)
        git(workspace, "fetch", "--quiet", "--depth=1", "--no-tags", "origin", "+refs/heads/v1:refs/remotes/origin/v1");
      const report = await check(workspace, event, { inputs: { "baseline-ref": ref } });
      expect(report.baseline.sha, reasonOf(report)).toBe(want === "tag" ? commits.base : branch);
    }
  });
});

const workflow = (flags: string): string =>
  `on: pull_request\njobs:\n  gate:\n    runs-on: x\n    steps:\n      - uses: acme/go-linkage@v1\n        with:\n          working-directory: sub\n${flags}`;

describeWith(["go", "gcc", "git"], "a working directory in a submodule", () => {
  it("passes with an honest change, and stays as it is", async () => {
    const { workspace, dir, sha, event } = submoduleChange({
      before: { ...base, "main.go": users },
      after: { "main.go": `${users}\n// Changed.\n` },
    });
    const refs = git(dir, "for-each-ref");
    const report = await check(dir, event, { env: { GITHUB_WORKSPACE: workspace } });
    expect(report.verdict.outcome, reasonOf(report)).toBe("pass");
    expect(report.baseline).toMatchObject({ sha, source: "build" });
    expect([git(dir, "for-each-ref"), git(dir, "status", "--porcelain")]).toEqual([refs, ""]);
  });

  it("that the change adds is compared with nothing, and the verdict obeys on-missing-baseline", async () => {
    const { workspace, dir, event } = submoduleChange({ isNew: true });
    const report = await check(dir, event, { env: { GITHUB_WORKSPACE: workspace } });
    expect(report.verdict.outcome, reasonOf(report)).toBe("warn");
    expect(report.verdict.reason).toContain("has no submodule sub");
  });

  it("is built with the flags that the base's workflow has, which is in the repository around it", async () => {
    const tags = "          flags: -tags=netgo,osusergo\n";
    const name = ".github/workflows/ci.yml";
    const { workspace, dir, event } = submoduleChange({
      before: { ...base, "main.go": users },
      after: { "x.txt": "x" },
      outer: { before: { [name]: workflow(tags) }, after: { [name]: workflow("") } },
    });
    const env = {
      GITHUB_WORKSPACE: workspace,
      GITHUB_WORKFLOW_REF: `acme/app/${name}@refs/pull/1/merge`,
      GITHUB_JOB: "gate",
      GITHUB_ACTION_REPOSITORY: "acme/go-linkage",
    };
    const report = await check(dir, event, { env });
    expect(report.verdict, reasonOf(report)).toEqual(isRegression);
    expect(annotationsOf(report)[0]).toMatchObject({ file: name, line: 6 });
  });

  it("of a push is compared with what the branch had the submodule at before", async () => {
    const { workspace, dir, sha, commits } = submoduleChange();
    const event = hub.event("push", payloads.push(commits.base, commits.merge), { GITHUB_REF: "refs/heads/main" });
    const report = await check(dir, event, { env: { GITHUB_WORKSPACE: workspace } });
    expect(report.verdict, reasonOf(report)).toEqual(isRegression);
    expect(report.baseline.sha).toBe(sha);
  });

  it("is compared with the commit that baseline-ref names in it", async () => {
    const { workspace, dir, event } = submoduleChange();
    const head = git(dir, "rev-parse", "HEAD");
    const report = await check(dir, event, {
      env: { GITHUB_WORKSPACE: workspace },
      inputs: { "baseline-ref": "HEAD" },
    });
    expect(report.baseline.sha, reasonOf(report)).toBe(head);
    expect(report.verdict.outcome).toBe("pass");
  });

  it("in a submodule is compared with what the base of the outermost leads to", async () => {
    const [inner, middle] = [new Hub(), new Hub()];
    hub.guests.push(inner, middle);
    const sha = inner.push("main", base);
    middle.push("main", { "README.md": "x\n" });
    git(middle.developer, "submodule", "--quiet", "add", `file://${inner.origin}`, "deep");
    middle.push("main", {});
    hub.push("main", { "README.md": "x\n" });
    git(hub.developer, "submodule", "--quiet", "add", `file://${middle.origin}`, "sub");
    hub.push("main", {});
    hub.push("change", {});
    inner.push("main", change);
    const last = inner.push("main", { "README.md": "later\n" });
    git(join(middle.developer, "deep"), "fetch", "--quiet", "origin", last);
    git(join(middle.developer, "deep"), "checkout", "--quiet", "--detach", last);
    const moved = middle.push("main", {});
    git(join(hub.developer, "sub"), "fetch", "--quiet", "--no-recurse-submodules", "origin", moved);
    git(join(hub.developer, "sub"), "checkout", "--quiet", "--detach", moved);
    hub.push("change", {});
    const commits = hub.openPullRequest("change");
    const workspace = hub.checkOut(commits.merge, { submodules: true });
    const event = hub.event("pull_request", payloads.pullRequest(commits.head));
    const report = await check(join(workspace, "sub/deep"), event, { env: { GITHUB_WORKSPACE: workspace } });
    expect(report.verdict, reasonOf(report)).toEqual(isRegression);
    expect(report.baseline.sha).toBe(sha);
  });
});

describeWith(["git"], "the base by name", () => {
  it.each(["refs/remotes/origin/main", "refs/heads/main", "main", "refs/tags/v1", "HEAD~1"])(
    "%s in a shallow clone",
    testBaseByName,
  );
});
