/**
 * What go-linkage costs against what people do today: a shell loop of `go build` and `file`. Every number is a ratio of two
 * measurements of this run; absolute times of another machine say nothing.
 *
 *   npm run bench            cold and warm, one cold round (about three minutes on two cores)
 *   npm run bench -- 3       three cold rounds
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { makeFiles } from "../src/ports/files.ts";
import { nodePorts } from "../src/ports/node.ts";
import { makeTerminalLog } from "../src/ports/terminal-log.ts";
import type { Exec } from "../src/ports/types.ts";
import { parseJudged } from "../src/config/parse-request.ts";
import { run } from "../src/run.ts";

// A well-known program of a few hundred packages, with net and os/user below it, pinned.
const subject = "github.com/prometheus/node_exporter@v1.12.1";
const root = resolve(import.meta.dirname, "..");
const coldRounds = Number(process.argv[2] ?? "1");
const warmRounds = 5;

const scratch = mkdtempSync(join(tmpdir(), "bench-"));
const program = join(scratch, "program");
const env = { ...process.env, GOCACHE: join(scratch, "cache"), GOTOOLCHAIN: "local" };

function must(command: string, args: readonly string[], more: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", ...more });
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(" ")}: ${stderr}`);
  return stdout;
}

function seconds(work: () => void): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}

const loop = `
set -e
go build -o "$OUT/default" .
CGO_ENABLED=0 go build -o "$OUT/cgo-disabled" .
go build -tags netgo,osusergo -o "$OUT/netgo" .
CGO_ENABLED=1 go build -ldflags='-linkmode=external -extldflags=-static' -o "$OUT/external" .
file "$OUT"/*
times
`;

/** Returns the CPU time in s that the loop's programs took. */
function runLoop(): number {
  const out = join(scratch, "out");
  mkdirSync(out);
  const stdout = must("sh", ["-c", loop], { cwd: program, env: { ...env, OUT: out } });
  rmSync(out, { recursive: true });
  const children = stdout.trim().split("\n").at(-1) ?? "";
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, match) => sum + Number(match[1]) * 60 + Number(match[2]),
    0,
  );
}

function runUs(): void {
  must(process.execPath, [join(root, "dist/cli.js"), "check", ".", "--json"], { cwd: program, env });
}

function forget(): void {
  rmSync(env.GOCACHE, { recursive: true, force: true });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function show(name: string, us: readonly number[], them: readonly number[]): void {
  const ratio = median(us) / median(them);
  console.log(
    `${name}  loop ${median(them).toFixed(2)} s  go-linkage ${median(us).toFixed(2)} s  ratio ${ratio.toFixed(2)}`,
  );
}

/** Time in s in which no program of ours was running: what go-linkage itself costs, in one process. */
async function ownTime(): Promise<number> {
  const spans: (readonly [number, number])[] = [];
  const controller = new AbortController();
  const timed =
    (real: Exec): Exec =>
    async (...call) => {
      const started = performance.now();
      try {
        return await real(...call);
      } finally {
        spans.push([started, performance.now()]);
      }
    };
  const { files, removeTempDirs } = makeFiles(tmpdir());
  const quiet = {
    ...makeTerminalLog(process.stderr, process.env),
    info: () => undefined,
    activity: () => () => undefined,
  };
  const real = nodePorts({ files, log: quiet, signal: controller.signal });
  const ports = {
    ...real,
    env: env as Record<string, string>,
    ask: timed(real.ask),
    work: timed(real.work),
  };
  const started = performance.now();
  await run(parseJudged({ "working-directory": program, packages: "." }), ports);
  const total = performance.now() - started;
  removeTempDirs();
  quiet.close();
  let busy = 0;
  let until = 0;
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    busy += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return (total - busy) / 1000;
}

try {
  const { Dir } = JSON.parse(must("go", ["mod", "download", "-json", subject], { cwd: tmpdir() })) as { Dir: string };
  cpSync(Dir, program, { recursive: true });
  must("chmod", ["-R", "u+w", program]);
  must("go", ["mod", "download"], { cwd: program });
  const packages = must("go", ["list", "-deps", "."], { cwd: program }).trim().split("\n").length;
  console.log(`${subject}, ${packages} packages, the four default strategies\n`);

  const cold = { us: [] as number[], them: [] as number[] };
  let loopCpu = 0;
  for (let round = 0; round < coldRounds; round++) {
    forget();
    cold.them.push(seconds(() => (loopCpu += runLoop() / coldRounds)));
    forget();
    cold.us.push(seconds(runUs));
  }
  show("cold cache ", cold.us, cold.them);
  // The same packages have to be compiled whoever starts the compiler: no order of the builds can be quicker than this.
  const bound = loopCpu / availableParallelism() / median(cold.them);
  console.log(
    `            the loop kept the cores ${(bound * 100).toFixed(0)} % busy: no schedule gets below ${bound.toFixed(2)}`,
  );

  const warm = { us: [] as number[], them: [] as number[] };
  for (let round = 0; round < warmRounds; round++) {
    warm.them.push(seconds(() => void runLoop()));
    warm.us.push(seconds(runUs));
  }
  show("warm cache ", warm.us, warm.them);

  const start = median(
    Array.from({ length: warmRounds }, () =>
      seconds(() => must(process.execPath, [join(root, "dist/cli.js"), "--version"])),
    ),
  );
  const own: number[] = [];
  for (let round = 0; round < warmRounds; round++) own.push(await ownTime());
  console.log(
    `our own time beside the go processes, warm: ${median(own).toFixed(2)} s, and ${start.toFixed(2)} s to start`,
  );

  const bare = median(Array.from({ length: 9 }, () => seconds(() => must(process.execPath, ["-e", "0"]))));
  const action = median(
    Array.from({ length: 9 }, () => seconds(() => must(process.execPath, [join(root, "dist/post.js")]))),
  );
  console.log(`starting dist/post.js: ${(action - bare).toFixed(2)} s over bare node (${bare.toFixed(2)} s)`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
