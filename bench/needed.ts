/**
 * What `build: needed` saves: against `build: all` and against a shell loop of the same builds, cold and warm, for one program and for
 * sixty of which a change touches one. Every number is a ratio of two measurements of this run.
 *
 *   node bench/needed.ts [rounds] [one|many]     after npm run bundle; about six minutes on two cores
 */
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const subject = "github.com/prometheus/node_exporter@v1.12.1";
const rounds = Number(process.argv[2] ?? "1");
const part = process.argv[3];
const programs = 60;

const root = resolve(import.meta.dirname, "..");
const scratch = mkdtempSync(join(tmpdir(), "bench-needed-"));
const env = {
  ...process.env,
  GOCACHE: join(scratch, "cache"),
  GOTOOLCHAIN: "local",
  GOFLAGS: "",
  GOWORK: "off",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GITHUB_ACTIONS: "",
  GITHUB_EVENT_NAME: "",
};

function must(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", cwd, env, maxBuffer: 1e9 });
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(" ")}: ${stderr}`);
  return stdout;
}

/** The builds of the four default strategies; `go build` links the programs of one strategy side by side. */
function runLoop(cwd: string, patterns: string): void {
  const out = join(scratch, "out");
  const loop = `
set -e
mkdir -p ${out}/default ${out}/cgo-disabled ${out}/netgo ${out}/external
go build -o ${out}/default/ ${patterns}
CGO_ENABLED=0 go build -o ${out}/cgo-disabled/ ${patterns}
go build -tags netgo,osusergo -o ${out}/netgo/ ${patterns}
CGO_ENABLED=1 go build -ldflags='-linkmode=external -extldflags=-static' -o ${out}/external/ ${patterns}
file ${out}/*/* > /dev/null`;
  must("sh", ["-c", loop], cwd);
  rmSync(out, { recursive: true });
}

function check(cwd: string, ...args: readonly string[]): string {
  return must(process.execPath, [join(root, "dist/cli.js"), "check", "--json", ...args], cwd);
}

function seconds(work: () => unknown): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

type Ways = Readonly<Record<string, () => unknown>>;

/** Takes the ways in turns, so that noise meets all alike; the first is what the others are compared with. */
function compare(title: string, ways: Ways, { times, isCold }: { times: number; isCold: boolean }): void {
  const taken = Object.entries(ways).map(([name, work]) => ({ name, work, all: [] as number[] }));
  for (let round = 0; round < times; round++) {
    for (const { work, all } of taken) {
      if (isCold) rmSync(env.GOCACHE, { recursive: true, force: true });
      all.push(seconds(work));
    }
  }
  const base = median(taken[0]?.all ?? []);
  console.log(title);
  for (const { name, all } of taken) {
    console.log(`  ${(median(all) / base).toFixed(2).padStart(5)}  ${median(all).toFixed(1).padStart(6)} s  ${name}`);
  }
}

function one(): void {
  const program = join(scratch, "program");
  const { Dir } = JSON.parse(must("go", ["mod", "download", "-json", subject], tmpdir())) as { Dir: string };
  cpSync(Dir, program, { recursive: true });
  must("chmod", ["-R", "u+w", program], scratch);
  must("go", ["mod", "download"], program);
  const ways = {
    "the loop of four builds": () => {
      runLoop(program, ".");
    },
    "build: all": () => check(program, "."),
    "build: needed": () => check(program, ".", "--build=needed"),
  };
  compare(`${subject}, the four default strategies, cold`, ways, { times: rounds, isCold: true });
  runLoop(program, ".");
  compare("the same, warm", ways, { times: rounds + 2, isCold: false });
}

function git(cwd: string, ...args: readonly string[]): void {
  must("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], cwd);
}

function many(): void {
  const repository = join(scratch, "many");
  const main = 'package main\n\nimport "net"\n\nfunc main() { println(net.IPv4len) }\n';
  const names = Array.from({ length: programs }, (_, at) => `cmd/p${String(at).padStart(2, "0")}`);
  for (const name of names) {
    mkdirSync(join(repository, name), { recursive: true });
    writeFileSync(join(repository, name, "main.go"), main);
  }
  writeFileSync(join(repository, "go.mod"), "module example.com/app\n\ngo 1.21\n");
  git(repository, "init", "--quiet", "--initial-branch=main");
  git(repository, "add", "--all");
  git(repository, "commit", "--quiet", "--message=x");
  appendFileSync(join(repository, names[0] ?? "", "main.go"), "\n// Changed.\n");
  runLoop(repository, "./...");
  const ways = {
    "the loop of four builds": () => {
      runLoop(repository, "./...");
    },
    "build: all": () => check(repository),
    "build: needed, without a base": () => check(repository, "--build=needed"),
    "build: needed, one program changed since the base": () =>
      check(repository, "--build=needed", "--baseline-ref=HEAD"),
  };
  compare(`${programs} small programs, the four default strategies, warm`, ways, { times: rounds, isCold: false });
}

try {
  if (part !== "many") one();
  if (part !== "one") many();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
