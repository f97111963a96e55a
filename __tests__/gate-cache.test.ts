import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { ActionsCacheServer, type CacheScope } from "./support/actions-cache-server.ts";
import { scenarios } from "./support/gate-scenarios.ts";
import { type Checkout, Hub, payloads } from "./support/github.ts";
import { Runner, type Step, type StepResult } from "./support/runner.ts";
import { describeWith } from "./support/tools.ts";
import type { Report } from "../src/model/report.ts";

// What a push to the default branch leaves in the cache for the pull requests against it. The committed bundle, the real
// @actions/cache, a cache service on this machine, real repositories and builds.

const main: CacheScope = { ref: "refs/heads/main", permission: "read-write" };
const pull: readonly CacheScope[] = [
  { ref: "refs/pull/1/merge", permission: "read-write" },
  { ...main, permission: "read" },
];
const zeros = "0".repeat(40);

type Job = {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly scopes?: readonly CacheScope[];
  readonly checkout?: Checkout;
  readonly prepare?: (workspace: string) => void;
};

type Result = { readonly step: StepResult; readonly post: StepResult; readonly report: Report };

describeWith(["go", "gcc", "git", "tar", "zstd"], "the cache of what shipped on the base", () => {
  let runner: Runner;
  let server: ActionsCacheServer;
  let hub: Hub;
  let base: string;
  let merge: { readonly head: string; readonly merge: string };
  /** The entry that the push has saved. */
  let saved: ActionsCacheServer["entries"];
  let uncached: Result;

  const [removedImport] = scenarios["What became worse"] ?? [];
  if (removedImport === undefined) throw new Error("there is no scenario");
  const flags = removedImport.inputs?.flags ?? "";

  async function run(step: Step): Promise<Result> {
    const result = await runner.main(step);
    const post = await runner.post(step, result);
    expect(post.exitCode, post.log).toBe(0);
    expect(result.log + post.log).not.toContain("sig=");
    const report = JSON.parse(readFileSync(result.outputs["report-json"] ?? "", "utf8")) as Report;
    return { step: result, post, report };
  }

  function push({ inputs = {}, env = {}, scopes = [main], prepare }: Job = {}): Promise<Result> {
    const workspace = hub.checkOut(base);
    prepare?.(workspace);
    const event = hub.event("push", payloads.push(zeros, base), { GITHUB_REF: "refs/heads/main", ...env });
    const given = { strategies: "default", flags, ...inputs };
    return run({ workspace, inputs: given, env: { ...event, ...server.environment(scopes), ...env } });
  }

  function pullRequest({ inputs = {}, env = {}, scopes = pull, prepare }: Job = {}): Promise<Result> {
    const workspace = hub.checkOut(merge.merge);
    prepare?.(workspace);
    const event = hub.event("pull_request", payloads.pullRequest(merge.head), { GITHUB_REF: "refs/pull/1/merge" });
    const given = { strategies: "default", flags, ...inputs };
    return run({ workspace, inputs: given, env: { ...event, ...server.environment(scopes), ...env } });
  }

  /** The report of a run, without what tells how the base was known. */
  function judged({ report }: Result): unknown {
    const { verdict, cells, baseline } = report;
    return [verdict, baseline.sha, cells.map(({ findings, base: before }) => [findings, before?.linkage?.kind])];
  }

  function archive(name: string, text: string): Buffer {
    const folder = mkdtempSync(join(tmpdir(), "entry-"));
    mkdirSync(join(folder, "base"));
    writeFileSync(join(folder, "base", name), text);
    const packed = execFileSync("tar", ["-c", "--zstd", "-C", folder, "base"], { maxBuffer: 1 << 26 });
    rmSync(folder, { recursive: true });
    return packed;
  }

  function remembered(): string {
    const options = { input: saved[0]?.blob ?? "", encoding: "utf8", maxBuffer: 1 << 26 } as const;
    return execFileSync("tar", ["-x", "--zstd", "-O", "base/shipped.json"], options);
  }

  beforeAll(async () => {
    runner = new Runner();
    server = await new ActionsCacheServer().start();
    hub = new Hub();
    base = hub.push("main", removedImport.base);
    hub.push("change", removedImport.change);
    merge = hub.openPullRequest("change");
    uncached = await pullRequest();
    const first = await push();
    expect(first.step.exitCode, first.step.log).toBe(0);
    expect(first.step.log).toMatch(
      /^kept for later pull requests, that 1 of the shipped are static: go-linkage-1-base-/m,
    );
    expect(first.post.log).toMatch(/^base: saved \d+ bytes in [\d.]+ s as go-linkage-1-base-/m);
    saved = server.entries.filter(({ key }) => key.includes("-base-"));
  });

  beforeEach(() => {
    server.fault = null;
    server.entries.splice(0, Infinity, ...saved.map((each) => ({ ...each })));
    server.requests.length = 0;
  });

  afterAll(async () => {
    await server.close();
    runner.remove();
    hub.remove();
  });

  it("is found by a pull request, which then builds nothing of the base, and says the same", async () => {
    const cached = await pullRequest();
    expect(cached.step.exitCode, cached.step.log).toBe(1);
    expect(cached.report.baseline).toMatchObject({ source: "cache", sha: base });
    expect(cached.step.outputs).toMatchObject({ "baseline-source": "cache", "regression-count": "1" });
    expect(cached.report.baseline.steps).toContain("the cache knows that 1 program was static there");
    expect(cached.step.log).not.toContain("::group::Base: ");
    expect(uncached.report.baseline.source).toBe("build");
    expect(judged(cached)).toEqual(judged(uncached));
    expect(cached.report.cells[0]?.base).toMatchObject({ from: "cache", status: "built" });
    expect(server.entries).toHaveLength(1);
  });

  it("holds nothing but what was static", () => {
    const { sha, cells } = JSON.parse(remembered()) as { sha: string; cells: readonly { kind: string }[] };
    expect(sha).toBe(base);
    expect(cells.map(({ kind }) => kind)).toEqual(["static"]);
  });

  type Entry = ActionsCacheServer["entries"][number];

  function change(how: (entry: Entry) => Partial<Entry>): void {
    server.entries.splice(0, Infinity, ...server.entries.map((each) => ({ ...each, ...how(each) })));
  }

  const plant = (text: string): void => {
    change(() => ({ blob: archive("shipped.json", text) }));
  };

  const damages: Readonly<Record<string, () => void>> = {
    "is gone": () => {
      server.entries.splice(0);
    },
    "is no archive": () => {
      change(() => ({ blob: Buffer.from("no archive") }));
    },
    "holds no JSON": () => {
      plant("{");
    },
    "holds something else": () => {
      plant('{"layout":1,"sha":"x","cells":[]}');
    },
    "is of another commit": () => {
      plant(remembered().replace(base, "f".repeat(40)));
    },
    "says that the base was dynamic": () => {
      plant(remembered().replace('"static"', '"dynamic"'));
    },
    "knows no program": () => {
      plant(remembered().replace('"example.com/app"', '"example.com/x"'));
    },
    "has a key that only begins like ours": () => {
      change(({ key }) => ({ key: `${key}0` }));
    },
    ...Object.fromEntries(
      (["hangs", "fails", "babbles"] as const).map((fault) => [
        fault,
        () => {
          server.fault = fault;
        },
      ]),
    ),
  };

  it.each(Object.keys(damages))("makes no difference when it %s: the base is built", async (name) => {
    damages[name]?.();
    const result = await pullRequest({ env: { GO_LINKAGE_CACHE_SECONDS: "3" } });
    expect(result.report.baseline.source).toBe("build");
    expect(judged(result)).toEqual(judged(uncached));
    expect(result.step.exitCode).toBe(1);
  });

  it.each([
    { name: "other flags", job: { inputs: { flags: `${flags} -trimpath` } } },
    { name: "another environment", job: { env: { CGO_CFLAGS: "-O1" } } },
  ])("is not believed under $name", async ({ job }) => {
    const result = await pullRequest(job);
    expect(result.report.baseline.source).toBe("build");
    expect(result.report.baseline.steps.join("\n")).toMatch(/the cache does not know it \(no entry\)/);
  });

  it("is not asked where its answer could excuse something", async () => {
    const rule = "rules:\n  - { packages: app, require: dynamic }\n";
    const result = await pullRequest({
      prepare: (workspace) => {
        mkdirSync(join(workspace, ".github"), { recursive: true });
        writeFileSync(join(workspace, ".github/go-linkage.yml"), rule);
      },
    });
    expect(result.report.baseline.source).toBe("build");
    expect(result.step.outputs.verdict).toBe("warn");
  });

  it.each([
    { name: "cache: false", job: { inputs: { cache: "false" } } },
    { name: "fail-on: none", job: { inputs: { "fail-on": "none" } } },
    { name: "no service", job: { env: { ACTIONS_RUNTIME_TOKEN: "" } } },
  ])("is not asked at all with $name", async ({ job }) => {
    const result = await pullRequest(job);
    expect(result.report.baseline.source).toBe("build");
    expect(server.requests.filter((line) => line.includes("-base-"))).toEqual([]);
  });

  it("makes the verdict stricter, and only stricter: a planted entry fails what the base's build would have passed", async () => {
    const dynamic = 'package main\n\nimport _ "net"\n\nfunc main() {}\n';
    const other = new Hub();
    try {
      const sha = other.push("main", { "go.mod": "module example.com/app\n\ngo 1.19\n", "main.go": dynamic });
      other.push("change", { "main.go": `${dynamic}\n// Changed.\n` });
      const opened = other.openPullRequest("change");
      const start = (): Promise<Result> => {
        const event = other.event("pull_request", payloads.pullRequest(opened.head));
        const env = { ...event, ...server.environment(pull) };
        return run({ workspace: other.checkOut(opened.merge), inputs: { strategies: "default", flags }, env });
      };
      const honest = await start();
      expect(honest.step.outputs.verdict).not.toBe("fail");
      const key = server.requests.map((line) => /(\S+-base-\S+)$/.exec(line)?.[1]).find((each) => each !== undefined);
      const blob = archive("shipped.json", remembered().replace(base, sha));
      server.entries.push(...saved.map((each) => ({ ...each, key: key ?? "", ref: "refs/pull/1/merge", blob })));
      const poisoned = await start();
      expect(poisoned.step.outputs).toMatchObject({ verdict: "fail", "baseline-source": "cache" });
    } finally {
      other.remove();
    }
  });

  it.each([
    { name: "another branch", job: { env: { GITHUB_REF: "refs/heads/topic" } } },
    { name: "a read-only token", job: { env: { ACTIONS_CACHE_MODE: "read" } } },
    {
      name: "a work tree with changes of its own",
      job: {
        prepare: (workspace: string) => {
          writeFileSync(join(workspace, "more.go"), "package main\n");
        },
      },
    },
    { name: "nothing that is static", job: { inputs: { flags: "" } } },
  ])("is not written by a push of $name", async ({ job }) => {
    server.entries.splice(0);
    await push(job);
    expect(server.entries.filter(({ key }) => key.includes("-base-"))).toEqual([]);
  });
});
