/**
 * What judging costs against the tools that people use to look at binaries: whole processes, wall time, medians of this run.
 * Run by `npm run bench` after the builds.
 */
import { spawnSync } from "node:child_process";
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const cli = resolve(import.meta.dirname, "../dist/cli.js");
const wanted = 240;
const rounds = 5;

/** ELF programs and libraries of this machine: what is on PATH, and Go's own tools. */
function findBinaries(): string[] {
  const folders = ["/usr/bin", "/usr/sbin", ...goTools()];
  const found = new Set<string>();
  for (const folder of folders) {
    for (const name of readdirSync(folder)) {
      if (found.size >= wanted) return [...found];
      const path = realpathSync(join(folder, name));
      if (statSync(path).isFile() && isElf(path)) found.add(path);
    }
  }
  return [...found];
}

function goTools(): string[] {
  const { stdout } = spawnSync("go", ["env", "GOTOOLDIR"], { encoding: "utf8" });
  return [stdout.trim()];
}

function isElf(path: string): boolean {
  const fd = openSync(path, "r");
  const magic = Buffer.alloc(4);
  readSync(fd, magic, 0, 4, 0);
  closeSync(fd);
  return magic.toString("latin1") === "\u007fELF";
}

/** A static program of more than 100 MB with a C library in it: all that has marks of the C library must be searched. */
function buildLarge(dir: string): string {
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, "go.mod"), "module example.com/large\n\ngo 1.19\n");
  writeFileSync(join(dir, "data"), Buffer.alloc(100 << 20, "large "));
  writeFileSync(
    join(dir, "main.go"),
    'package main\n\nimport (\n\t_ "embed"\n\t_ "net"\n)\n\n//go:embed data\nvar data string\n\nfunc main() { println(len(data)) }\n',
  );
  const out = join(dir, "large");
  const flags = "-ldflags=-linkmode=external -extldflags=-static";
  const { status, stderr } = spawnSync("go", ["build", flags, "-o", out, "."], { cwd: dir, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return out;
}

function measure(program: string, args: readonly string[]): number {
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    const { error } = spawnSync(program, args, { stdio: "ignore" });
    if (error !== undefined) throw error;
    return performance.now() - started;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN;
}

function compare(title: string, files: readonly string[]): void {
  const us = measure(process.execPath, [cli, "inspect", ...files]);
  console.log(`\n${title}\n  go-linkage inspect   ${us.toFixed(0)} ms`);
  const others: readonly (readonly [string, ...string[]])[] = [
    ["file"],
    ["readelf", "-ldVW"],
    ["ldd"],
    ["go", "version", "-m"],
  ];
  for (const [program, ...args] of others) {
    const them = measure(program, [...args, ...files]);
    console.log(`  ${[program, ...args].join(" ").padEnd(19)}  ${them.toFixed(0)} ms  ratio ${(us / them).toFixed(2)}`);
  }
}

function peakMemory(file: string): string {
  const { stderr } = spawnSync("/usr/bin/time", ["-f", "%M", process.execPath, cli, "inspect", file], {
    encoding: "utf8",
  });
  return `${(Number(stderr.trim().split("\n").at(-1)) / 1024).toFixed(0)} MiB`;
}

const scratch = mkdtempSync(join(tmpdir(), "bench-inspect-"));
try {
  const files = findBinaries();
  compare(`${files.length} binaries of this machine`, files);
  const large = buildLarge(scratch);
  compare(`one static binary of ${(statSync(large).size / 1e6).toFixed(0)} MB with glibc inside`, [large]);
  const small = files[0] ?? large;
  console.log(`\npeak memory: ${peakMemory(small)} on a small file, ${peakMemory(large)} on the large one`);
  console.log(`starting go-linkage at all: ${measure(process.execPath, [cli, "--version"]).toFixed(0)} ms`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
