/**
 * What installing Go costs from the archive on: ours (unpack beside the place, check, rename) against the extractTar and cacheDir of
 * @actions/tool-cache (unpack elsewhere, copy), in the same run on the same archive, the Go on PATH. Loading is the same for both.
 *
 *   node bench/install.ts          three rounds
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as toolkit from "@actions/tool-cache";
import { makeWork } from "../src/ports/work.ts";
import { makeToolCache } from "../src/ports/tool-cache.ts";

const rounds = Number(process.argv[2] ?? "3");
const scratch = mkdtempSync(join(tmpdir(), "bench-install-"));
const archive = join(scratch, "go.tar.gz");

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** The command lines that the toolkit starts are of no interest here. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was, below
  const { write } = process.stdout;
  process.stdout.write = () => true;
  try {
    return await work();
  } finally {
    process.stdout.write = write;
  }
}

async function ours(top: string): Promise<void> {
  const env = { PATH: process.env.PATH ?? "", RUNNER_TOOL_CACHE: top };
  const cache = makeToolCache(env, makeWork(new AbortController().signal));
  await cache.withScratch("go", async (folder) => {
    const unpacked = await cache.unpack(archive, join(folder, "unpacked"));
    await cache.publish(unpacked, { name: "go", version: "1.0.0", replace: false });
  });
}

async function theirs(top: string): Promise<void> {
  process.env.RUNNER_TOOL_CACHE = top;
  process.env.RUNNER_TEMP = join(top, "temp");
  const unpacked = await toolkit.extractTar(archive, join(top, "temp", "unpacked"));
  await toolkit.cacheDir(join(unpacked, "go"), "go", "1.0.0");
}

try {
  const root = execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim();
  execFileSync("tar", ["-czf", archive, "-C", root, "--transform", "s,^[.],go,", "."]);
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of [
      ["theirs", theirs],
      ["ours", ours],
    ] as const) {
      // prettier-ignore
      const top = join(scratch, `${name}-${round}`);
      times[name].push(await quietly(() => seconds(() => work(top))));
      rmSync(top, { recursive: true });
    }
  }
  const [us, them] = [median(times.ours), median(times.theirs)];
  console.log(
    `install Go   tool-cache ${them.toFixed(2)} s  go-linkage ${us.toFixed(2)} s  ratio ${(us / them).toFixed(2)}`,
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
