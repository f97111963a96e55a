/**
 * What it costs to say of many files on which systems they start: reading and judging them, against the same without the systems. The
 * systems are the rows for all of the table, and their JSON.
 *
 *   node --import ./bench/raw.ts bench/systems.ts [rounds]
 */
import { execFileSync } from "node:child_process";
import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { explainFiles } from "../src/explain/explain-files.ts";
import { runsOnOf } from "../src/explain/runs-on.ts";
import { inspectGiven } from "../src/inspect/given.ts";
import type { GivenFile } from "../src/model/artifact.ts";
import { makeFiles } from "../src/ports/files.ts";

const wanted = 240;
const rounds = Number(process.argv[2] ?? "7");
const { files } = makeFiles("/tmp");
const unread = (): never => {
  throw new Error("there is no archive among the binaries");
};
const ports = {
  files,
  log: { info: () => undefined },
  now: () => performance.now(),
  decompression: { gunzip: unread, inflateRaw: unread, unzstd: unread, checks: unread },
};

/** ELF files of this machine: what is on PATH, and Go's own tools. */
function findBinaries(): readonly string[] {
  const goTools = execFileSync("go", ["env", "GOTOOLDIR"], { encoding: "utf8" }).trim();
  const paths = ["/usr/bin", "/usr/sbin", goTools].flatMap((folder) =>
    readdirSync(folder).map((name) => realpathSync(join(folder, name))),
  );
  return [...new Set(paths)].filter((path) => statSync(path).isFile() && isElf(path)).slice(0, wanted);
}

function isElf(path: string): boolean {
  const fd = openSync(path, "r");
  const magic = Buffer.alloc(4);
  readSync(fd, magic, 0, 4, 0);
  closeSync(fd);
  return magic.toString("latin1") === "\u007fELF";
}

function systemsOf(given: readonly GivenFile[]): string {
  return JSON.stringify(
    given.map(({ inspection }) => {
      const { linkage } = inspection;
      return runsOnOf({ platform: "linux/amd64", linkage, inspection, machineFlags: [], broken: null });
    }),
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const binaries = findBinaries();
const paths = binaries.map((path) => ({ path, by: path, how: "name" as const }));
const request = { workingDirectory: "/", binaries, found: { paths, skipped: [] }, digests: true, isToStart: false };
const [whole, own]: [number[], number[]] = [[], []];
for (let round = 0; round < rounds; round++) {
  const started = performance.now();
  const { files: given } = await inspectGiven(request, ports);
  JSON.stringify(explainFiles(given));
  const judged = performance.now();
  systemsOf(given);
  whole.push(judged - started);
  own.push(performance.now() - judged);
}
const [all, systems] = [median(whole), median(own)];
console.log(`${binaries.length} files: ${all.toFixed(0)} ms, of which the systems take ${systems.toFixed(0)} ms`);
console.log(`  ${(all / (all - systems)).toFixed(2)} of the same without systems`);
