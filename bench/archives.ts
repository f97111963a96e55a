/**
 * What reading large archives and images costs against unpacking them with tar and gzip: whole processes, wall time less the time to
 * start, medians of this run, and peak memory. Aim: at most twice the time, and below 300 MB;
 * zstd and xz are only reported.
 *
 *   node bench/archives.ts [MB]     after `npm run bundle`
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const cli = resolve(import.meta.dirname, "../dist/cli.js");
const megabytes = Number(process.argv[2] ?? "250");
const rounds = 3;
const scratch = mkdtempSync(join(tmpdir(), "bench-archives-"));

function sh(script: string): string {
  const { status, stdout, stderr, error } = spawnSync("bash", ["-euc", script], { cwd: scratch, encoding: "utf8" });
  if (status !== 0) throw error ?? new Error(`${script}: ${stderr}`);
  return stdout.trim();
}

/** Files that pack about as well as programs do, and one program. */
function writeFiles(): void {
  mkdirSync(join(scratch, "root/data"), { recursive: true });
  const { stdout } = spawnSync("go", ["env", "GOROOT"], { encoding: "utf8" });
  const go = readFileSync(join(stdout.trim(), "bin/go"));
  for (let left = megabytes * 1e6, at = 0; left > 0; left -= go.length, at += 1) {
    // No program, and no two alike.
    writeFileSync(join(scratch, `root/data/${at}.dat`), Buffer.concat([Buffer.from(`data ${at}\n`), go]));
  }
  writeFileSync(join(scratch, "root/app"), go, { mode: 0o755 });
}

/** An OCI layout with one layer packed by gzip. */
function writeImage(): void {
  const blobs = join(scratch, "image/blobs/sha256");
  mkdirSync(blobs, { recursive: true });
  const blob = (content: string | Buffer, mediaType: string): object => {
    const hash = createHash("sha256").update(content).digest("hex");
    writeFileSync(join(blobs, hash), content);
    return { mediaType, digest: `sha256:${hash}`, size: content.length };
  };
  const type = "application/vnd.oci.image";
  const layer = blob(readFileSync(join(scratch, "app.tar.gz")), `${type}.layer.v1.tar+gzip`);
  const architecture = process.arch === "arm64" ? "arm64" : "amd64";
  const diff = sh("gzip -dc app.tar.gz | sha256sum").slice(0, 64);
  const rootfs = { type: "layers", diff_ids: [`sha256:${diff}`] };
  const config = blob(
    JSON.stringify({ architecture, os: "linux", config: { Entrypoint: ["/app"] }, rootfs }),
    `${type}.config.v1+json`,
  );
  const manifest = blob(
    JSON.stringify({ schemaVersion: 2, mediaType: `${type}.manifest.v1+json`, config, layers: [layer] }),
    `${type}.manifest.v1+json`,
  );
  writeFileSync(join(scratch, "image/index.json"), JSON.stringify({ schemaVersion: 2, manifests: [manifest] }));
  writeFileSync(join(scratch, "image/oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
}

type Measured = { readonly ms: number; readonly mebibytes: number };

/** Wall time of a process, the median, and its highest peak of memory. */
function measure(command: readonly string[]): Measured {
  // xz takes a minute by itself.
  const all = Array.from({ length: command.some((each) => each.includes(".xz")) ? 1 : rounds }, () => {
    const started = performance.now();
    const { stderr, status } = spawnSync("/usr/bin/time", ["-f", "%M", ...command], {
      cwd: scratch,
      encoding: "utf8",
      stdio: ["ignore", "ignore", "pipe"],
    });
    if (status !== 0) throw new Error(`${command.join(" ")}: ${stderr}`);
    return { ms: performance.now() - started, mebibytes: Number(stderr.trim().split("\n").at(-1)) / 1024 };
  });
  const [first] = all.toSorted((a, b) => a.ms - b.ms).slice(Math.floor(all.length / 2));
  if (first === undefined) throw new Error("no rounds");
  return { ...first, mebibytes: Math.max(...all.map(({ mebibytes }) => mebibytes)) };
}

try {
  writeFiles();
  sh("tar -C root -cf app.tar . && gzip -1 -k app.tar && zstd -q -k app.tar && (cd root && zip -1qr ../app.zip .)");
  sh("xz -0 -T2 -k app.tar");
  writeImage();
  const start = measure([process.execPath, cli, "--version"]).ms;
  console.log(
    `${(statSync(join(scratch, "app.tar")).size / 1e6).toFixed(0)} MB unpacked; starting: ${start.toFixed(0)} ms`,
  );
  const rows: readonly (readonly [readonly string[], string])[] = [
    [["inspect", "app.tar"], "tar -xOf app.tar >/dev/null"],
    [["inspect", "app.tar.gz"], "tar -xOzf app.tar.gz >/dev/null"],
    [["inspect", "app.tar.zst"], "tar --zstd -xOf app.tar.zst >/dev/null"],
    [["inspect", "app.tar.xz"], "tar -xOJf app.tar.xz >/dev/null"],
    [["inspect", "app.zip"], "unzip -p app.zip >/dev/null"],
    [["inspect", "--images", "image"], "gzip -dc app.tar.gz | sha256sum"],
  ];
  for (const [args, other] of rows) {
    const own = measure([process.execPath, cli, ...args]);
    const them = measure(["bash", "-c", other]).ms;
    const ms = own.ms - start;
    console.log(
      `${args.join(" ").padEnd(24)} ${ms.toFixed(0)} ms, ${own.mebibytes.toFixed(0)} MiB; ${other}: ${them.toFixed(0)} ms; ratio ${(ms / them).toFixed(2)}`,
    );
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
