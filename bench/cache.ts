/**
 * What the build cache gives: a job's second run with it against one without, end to end (restore, plan, build, prune, save), by the
 * bundle, with the real @actions/cache and a cache service on this machine; and how large an entry is after three commits against a
 * GOCACHE that is kept as it is. Every number is a ratio of two measurements of this run. GitHub's service is further away than this
 * one, at some 50 to 100 MB/s, so the sizes count as much as the times.
 *
 *   node bench/cache.ts       after npm run bundle; about seven minutes on two cores
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ActionsCacheServer } from "../__tests__/support/actions-cache-server.ts";
import { Runner } from "../__tests__/support/runner.ts";
import type { Report, CacheReport } from "../src/model/report.ts";

const subject = "github.com/prometheus/node_exporter@v1.12.1";
/** A dependency that many packages of the subject need, directly or not. */
const dependency = "golang.org/x/sys";
const rounds = 3;

const scratch = mkdtempSync(join(tmpdir(), "bench-cache-"));
const program = join(scratch, "program");
const goCache = join(scratch, "caches/go-build");
const goModCache = join(scratch, "caches/mod");
const kept = join(scratch, "kept");
const clean = { GOTOOLCHAIN: "local", GOFLAGS: "-modcacherw", GOWORK: "off" };

function must(argv: readonly string[], more: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): string {
  const [command = "", ...args] = argv;
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1e9, ...more });
  if (status !== 0) throw error ?? new Error(`${argv.join(" ")}: ${stderr}`);
  return stdout;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

type Job = { readonly mainMs: number; readonly postMs: number; readonly cache: CacheReport | null };

/** A job on a fresh machine: both caches are gone, and modules come from a folder, which no network is as quick as. */
async function job(
  runner: Runner,
  service: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Job> {
  rmSync(join(scratch, "caches"), { recursive: true, force: true });
  const proxy = must(["go", "env", "GOMODCACHE"]).trim();
  const env = {
    ...clean,
    GOCACHE: goCache,
    GOMODCACHE: goModCache,
    GOPROXY: `file://${join(proxy, "cache/download")}`,
    GOSUMDB: "off",
    GITHUB_EVENT_NAME: "push",
    GITHUB_REF_TYPE: "branch",
    ...service,
  };
  const step = { workspace: program, inputs: { packages: ".", baseline: "none", ...inputs }, env };
  const started = performance.now();
  const main = await runner.main(step);
  if (main.exitCode !== 0) throw new Error(main.log);
  const between = performance.now();
  await runner.post(step, main);
  const { cache } = JSON.parse(readFileSync(main.outputs["report-json"] ?? "", "utf8")) as Report;
  return { mainMs: between - started, postMs: performance.now() - between, cache };
}

/** The next commit takes another version of the dependency. */
function commit(number: number): void {
  const vendored = join(program, `third_party/sys-${number}`);
  const source = must(["go", "list", "-m", "-f", "{{.Dir}}", dependency], {
    cwd: program,
    env: { ...process.env, ...clean },
  });
  cpSync(source.trim(), vendored, { recursive: true });
  must(["chmod", "-R", "u+w", vendored]);
  writeFileSync(join(vendored, "unix/commit.go"), `package unix\n\nconst Commit = ${number}\n`);
  must(["go", "mod", "edit", `-replace=${dependency}=./third_party/sys-${number}`], { cwd: program });
}

/** Bytes of a folder as @actions/cache would pack it. */
function packed(folder: string): number {
  const archive = join(scratch, "kept.tar.zst");
  must(["tar", "--posix", "-cf", archive, "-C", folder, "--use-compress-program", "zstdmt", "."]);
  return statSync(archive).size;
}

/**
 * The newest entry after a run and three more, against GOCACHE with all that these runs ever had in it, which is what a cache that is
 * restored and saved without pruning comes to.
 */
async function compareSizes(name: string, runCommit: (number: number) => Promise<void>): Promise<void> {
  rmSync(kept, { recursive: true, force: true });
  server.entries.length = 0;
  for (const number of [0, 1, 2, 3]) {
    await runCommit(number);
    cpSync(goCache, kept, { recursive: true, force: true });
  }
  const ours = server.entries.findLast(({ key }) => key.includes("-build-"))?.blob.length ?? NaN;
  const theirs = packed(kept);
  const mib = (bytes: number): string => `${(bytes / (1 << 20)).toFixed(1)} MiB`;
  console.log(`  entry after ${name}: ${mib(ours)}, unpruned ${mib(theirs)}, ratio ${(ours / theirs).toFixed(2)}`);
}

const server = await new ActionsCacheServer().start();
const runner = new Runner();
try {
  const { Dir } = JSON.parse(must(["go", "mod", "download", "-json", subject], { cwd: scratch })) as { Dir: string };
  cpSync(Dir, program, { recursive: true });
  must(["chmod", "-R", "u+w", program]);
  must(["go", "mod", "download"], { cwd: program });
  const service = server.environment([{ ref: "refs/heads/main", permission: "read-write" }]);
  console.log(`build cache, ${subject}, the four default strategies, medians of ${rounds}`);

  const without: Job[] = [];
  const withCache: Job[] = [];
  const first = await job(runner, service);
  const total = ({ mainMs, postMs }: Job): number => mainMs + postMs;
  for (let round = 0; round < rounds; round++) {
    without.push(await job(runner, {}));
    withCache.push(await job(runner, service));
  }
  const base = median(without.map(total));
  const show = (name: string, ms: number): void => {
    console.log(`  ${(ms / base).toFixed(2).padStart(5)}  ${(ms / 1000).toFixed(1).padStart(5)} s  ${name}`);
  };
  show("without a cache", base);
  show("first run: nothing to restore, and a save", total(first));
  show("second run", median(withCache.map(total)));
  show("  of that, restoring", median(withCache.map(({ cache }) => cache?.timing.restoreMs ?? NaN)));
  show("  of that, the post step", median(withCache.map(({ postMs }) => postMs)));

  // One strategy here: with more, more is needed, and kept, in either way.
  const one = { strategies: "cgo-disabled", ship: "cgo-disabled" };
  await compareSizes("three commits that update a dependency", async (number) => {
    if (number > 0) commit(number);
    await job(runner, service, one);
  });
  const flags = ["", "-trimpath", "-trimpath -gcflags=all=-B", "-gcflags=all=-B"];
  await compareSizes("three commits that change the flags of the compiler", async (number) => {
    await job(runner, service, { ...one, flags: flags[number] ?? "" });
  });
} finally {
  await server.close();
  runner.remove();
  rmSync(scratch, { recursive: true, force: true });
}
