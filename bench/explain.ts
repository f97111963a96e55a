/**
 * What `explain` costs against `go list -deps` alone, on a program of more than 500 packages. Every number is a ratio of two
 * measurements of this run.
 *
 *   node bench/explain.ts
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const subject = "github.com/caddyserver/caddy/v2@v2.7.6";
const main = "./cmd/caddy";
const rounds = 7;
const root = resolve(import.meta.dirname, "..");
const scratch = mkdtempSync(join(tmpdir(), "bench-explain-"));
const program = join(scratch, "program");
const env = { ...process.env, GOTOOLCHAIN: "local" };

function must(argv: readonly string[], cwd: string): string {
  const [command = "", ...args] = argv;
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", cwd, env, maxBuffer: 1e9 });
  if (status !== 0) throw error ?? new Error(`${argv.join(" ")}: ${stderr}`);
  return stdout;
}

/** Median wall time in ms and most memory in MiB of several runs, taken in turns so that noise meets all alike. */
function compare(commands: Readonly<Record<string, readonly string[]>>): Map<string, { ms: number; mib: number }> {
  const taken = new Map<string, { ms: number; mib: number }[]>(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, argv] of Object.entries(commands)) {
      const started = performance.now();
      const mib = peakMemory(argv);
      taken.get(name)?.push({ ms: performance.now() - started, mib });
    }
  }
  const middle = Math.floor(rounds / 2);
  return new Map(
    [...taken].map(([name, runs]) => [
      name,
      {
        ms: runs.map(({ ms }) => ms).toSorted((a, b) => a - b)[middle] ?? NaN,
        mib: Math.max(...runs.map(({ mib }) => mib)),
      },
    ]),
  );
}

/** Of the program itself and of all that it started, whichever needed most. */
function peakMemory(argv: readonly string[]): number {
  const code =
    "import resource,subprocess,sys\nsubprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL,check=True)\nprint(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)";
  return Number(must(["python3", "-c", code, ...argv], program)) / 1024;
}

try {
  const downloaded = JSON.parse(must(["go", "mod", "download", "-json", subject], scratch)) as { Dir: string };
  cpSync(downloaded.Dir, program, { recursive: true });
  must(["chmod", "-R", "u+w", program], scratch);
  must(["go", "mod", "download"], program);
  const packages = must(["go", "list", "-deps", main], program).trim().split("\n").length;
  const list = ["go", "list", "-deps", main];
  const three = `go list -deps ${main} & CGO_ENABLED=0 go list -deps ${main} & go list -deps -tags=netgo,osusergo ${main} & wait`;
  const cli = [process.execPath, join(root, "dist/cli.js"), "explain", main, "--json"];
  const found = compare({
    "go list -deps, once": list,
    "go list -deps, the three configurations of the default strategies": ["sh", "-c", three],
    "explain --strategies default": [...cli, "--strategies=default"],
    "explain, default strategies": cli,
  });
  const base = found.get("go list -deps, once")?.ms ?? NaN;
  console.log(`explain, ${subject} (${packages} packages), medians of ${rounds}, as ratios to one go list -deps`);
  for (const [name, { ms, mib }] of found) {
    console.log(
      `  ${(ms / base).toFixed(2).padStart(5)}  ${ms.toFixed(0).padStart(5)} ms  ${mib.toFixed(0).padStart(4)} MiB  ${name}`,
    );
  }
} finally {
  rmSync(scratch, { recursive: true });
}
