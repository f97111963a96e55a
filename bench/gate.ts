/**
 * What the comparison with the base commit costs over a plain `check`, and over one `go list` of the base, which it needs in any case.
 * Every number is a ratio of two measurements of this run.
 *
 *   node bench/gate.ts [a] [b] [c]
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { makeFiles } from "../src/ports/files.ts";
import { nodePorts } from "../src/ports/node.ts";
import { makeTerminalLog } from "../src/ports/terminal-log.ts";
import { parseJudged } from "../src/config/parse-request.ts";
import { run } from "../src/run.ts";
import type { Inputs } from "../src/config/inputs.ts";
import type { Report } from "../src/model/report.ts";

const rounds = 10;
const scratch = mkdtempSync(join(tmpdir(), "bench-gate-"));
const repository = join(scratch, "app");
const env = {
  ...(process.env as Record<string, string>),
  GOFLAGS: "",
  GOWORK: "off",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GITHUB_ACTIONS: "",
  GITHUB_EVENT_NAME: "",
};

const body = 'import "net/http"\n\nfunc main() { println(http.MethodGet) }\n';
const pure = `package main\n\n${body.replace("net/http", "net/url").replace("http.MethodGet", 'url.QueryEscape("x")')}`;
const dynamic = `package main\n\n${body}`;
const names = Array.from({ length: 20 }, (_, at) => `cmd/p${String(at).padStart(2, "0")}/main.go`);

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repository, name)), { recursive: true });
    writeFileSync(join(repository, name), text);
  }
}

function git(...args: readonly string[]): void {
  const author = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "init.defaultBranch=main"];
  execFileSync("git", [...author, ...args], { cwd: repository, env, stdio: "ignore" });
}

function commit(files: Readonly<Record<string, string>>): void {
  write(files);
  git("add", "--all");
  git("commit", "--quiet", "--message=x");
}

/** User and system time in ms of this process and of those that it has waited for: a busy machine changes it less than the clock. */
function cpuTime(): number {
  const fields = readFileSync("/proc/self/stat", "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]) * 10, 0);
}

type Measured = { readonly ms: number; readonly cpuMs: number; readonly report: Report };

/** Time in ms of a run in this process. */
async function measure(inputs: Partial<Inputs>): Promise<Measured> {
  const { files, removeTempDirs } = makeFiles(tmpdir());
  const log = {
    ...makeTerminalLog(process.stderr, process.env),
    info: () => undefined,
    activity: () => () => undefined,
  };
  const ports = { ...nodePorts({ files, log, signal: new AbortController().signal }), env };
  const [started, cpuBefore] = [performance.now(), cpuTime()];
  const report = await run(parseJudged({ "working-directory": repository, strategies: "default", ...inputs }), ports);
  const [ms, cpuMs] = [performance.now() - started, cpuTime() - cpuBefore];
  removeTempDirs();
  log.close();
  return { ms, cpuMs, report };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Time in ms of the one question that has to be asked of the base. */
function measureList(): number {
  const started = performance.now();
  execFileSync("go", ["list", "-e", "-deps", "-json", "./..."], { cwd: repository, env, maxBuffer: 1 << 28 });
  return performance.now() - started;
}

type Case = {
  readonly name: string;
  readonly base: Readonly<Record<string, string>>;
  readonly change: Readonly<Record<string, string>>;
  /** What the extra time is held against, beside the plain run. */
  readonly alone?: string;
};

const cases: readonly Case[] = [
  {
    name: "(a) 20 static programs, one changed",
    base: Object.fromEntries(names.map((name) => [name, pure])),
    change: { "cmd/p00/main.go": `${pure}\n// Changed.\n` },
  },
  {
    name: "(b) one of 20 programs regressed",
    base: Object.fromEntries(names.map((name) => [name, pure])),
    change: { "cmd/p00/main.go": dynamic },
    alone: "./cmd/p00",
  },
  {
    name: "(c) 20 dynamic programs, only documentation changed",
    base: Object.fromEntries(names.map((name) => [name, dynamic])),
    change: { "README.md": "Changed.\n" },
  },
];

async function compare({ name, base, change, alone }: Case): Promise<void> {
  rmSync(repository, { recursive: true, force: true });
  mkdirSync(repository);
  git("init", "--quiet");
  commit({ "go.mod": "module example.com/app\n\ngo 1.21\n", ...base });
  git("branch", "base");
  commit(change);
  const plain: number[] = [];
  const gated: number[] = [];
  const single: number[] = [];
  const lists: number[] = [];
  const cpu: number[] = [];
  // In turns, so that noise meets all alike; the first round only fills the cache.
  for (let round = 0; round <= rounds; round++) {
    const [without, withBase] = [await measure({ baseline: "none" }), await measure({ "baseline-ref": "base" })];
    const one = alone === undefined ? null : await measure({ baseline: "none", packages: alone });
    if (round === 0) {
      console.log(`${name}: ${withBase.report.baseline.steps.join("; ")}`);
      continue;
    }
    plain.push(without.ms);
    gated.push(withBase.ms);
    cpu.push(withBase.cpuMs - without.cpuMs);
    lists.push(measureList());
    if (one !== null) single.push(one.ms);
  }
  const [before, after] = [median(plain), median(gated)];
  const extra = gated.map((ms, at) => ms - (plain[at] ?? NaN));
  console.log(
    `  plain ${before.toFixed(0)} ms, with the gate ${after.toFixed(0)} ms: ratio ${(after / before).toFixed(3)}, ` +
      `extra ${median(extra).toFixed(0)} ms (${((median(extra) / before) * 100).toFixed(1)} %), of processors ${median(cpu).toFixed(0)} ms`,
  );
  const list = median(lists);
  console.log(
    `  one go list of the base ${list.toFixed(0)} ms: the extra is ${(median(extra) / list).toFixed(2)} of it`,
  );
  if (single.length > 0) {
    const ratio = median(extra) / median(single);
    console.log(`  a run of that one program ${median(single).toFixed(0)} ms: the extra is ${ratio.toFixed(2)} of it`);
  }
}

try {
  const wanted = process.argv.slice(2);
  const chosen = cases.filter(
    ({ name }) => wanted.length === 0 || wanted.some((letter) => name.startsWith(`(${letter})`)),
  );
  for (const each of chosen) await compare(each);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
