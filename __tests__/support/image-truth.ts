import { spawnSync } from "node:child_process";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesOf, digestOf, type EntrySpec, tarOf } from "./image-builder.ts";

// What an image really is and does: umoci unpacks it and says what its process is, and the kernel starts that.

export const suites = ["bullseye", "bookworm", "trixie"] as const;
export type Base = (typeof suites)[number] | "musl" | "empty";

const folder = process.env.GO_LINKAGE_ROOTS ?? join(tmpdir(), "go-linkage-roots");
const muslLoader = "/lib/ld-musl-x86_64.so.1";

function run(command: string, args: readonly string[], options: { readonly cwd?: string } = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${error?.message ?? stderr.slice(-1000)}`);
  return stdout;
}

/** Why there can be no truth here; null where there can. */
export function whyNoTruth(): string | null {
  const answers = (command: string, ...args: readonly string[]): boolean =>
    spawnSync(command, args, { stdio: "ignore" }).status === 0;
  const needs: readonly (readonly [string, boolean])[] = [
    ["not root", process.getuid?.() === 0],
    ["not amd64", process.arch === "x64"],
    ["no umoci", answers("umoci", "--version")],
    ["no skopeo", answers("skopeo", "--version")],
    ["no mmdebstrap", answers("mmdebstrap", "--version")],
    ["no gcc", answers("gcc", "--version")],
    ["no musl-gcc", existsSync(muslLoader)],
    ["no go", answers("go", "version")],
  ];
  return needs.find(([, isThere]) => !isThere)?.[0] ?? null;
}

export type Blob = {
  readonly digest: string;
  readonly diffId: string;
  readonly path: string;
  readonly mediaType: string;
};

const layerType = "application/vnd.oci.image.layer.v1.tar";

/** The layer of a base, made once for all images; null for an empty one. */
export function baseLayer(base: Base, scratch: string): Blob | null {
  if (base === "empty") return null;
  const path = join(scratch, `${base}.tar`);
  if (base === "musl") {
    writeFileSync(path, tarOf([{ path: muslLoader.slice(1), content: readFileSync(muslLoader) }]));
  } else {
    const root = join(folder, base);
    mkdirSync(folder, { recursive: true });
    if (!existsSync(join(root, "tmp"))) run("mmdebstrap", ["--variant=essential", base, root]);
    run("tar", [
      "-C",
      root,
      "--exclude=./dev/*",
      "--exclude=./usr/share",
      "--exclude=./var",
      "--numeric-owner",
      "-cf",
      path,
      ".",
    ]);
  }
  const digest = run("sha256sum", [path]).slice(0, 64);
  return { digest, diffId: digest, path, mediaType: layerType };
}

export type LayerSpec = { readonly entries: readonly EntrySpec[]; readonly pack?: "gzip" | "zstd" };

/** Writes a layout with one image, `image`. */
export function writeLayout(
  path: string,
  {
    base,
    layers,
    config,
  }: { readonly base: Blob | null; readonly layers: readonly LayerSpec[]; readonly config: object },
): void {
  const blobs = join(path, "blobs/sha256");
  mkdirSync(blobs, { recursive: true });
  const add = (bytes: Uint8Array, mediaType: string) => {
    writeFileSync(join(blobs, digestOf(bytes)), bytes);
    return { mediaType, digest: `sha256:${digestOf(bytes)}`, size: bytes.length };
  };
  if (base !== null) linkSync(base.path, join(blobs, base.digest));
  const own = layers.map(({ entries, pack }) => {
    const tar = tarOf(entries);
    const bytes = pack === undefined ? tar : spawnSync(pack, ["-c"], { input: tar, maxBuffer: 1 << 28 }).stdout;
    return { diffId: digestOf(tar), ...add(bytes, `${layerType}${pack === undefined ? "" : `+${pack}`}`) };
  });
  const all = [
    ...(base === null ? [] : [{ ...base, digest: `sha256:${base.digest}`, size: statSync(base.path).size }]),
    ...own,
  ];
  const rootfs = { type: "layers", diff_ids: all.map(({ diffId }) => `sha256:${diffId}`) };
  const json = (value: object): Uint8Array => bytesOf(JSON.stringify(value));
  const image = { os: "linux", architecture: "amd64", config, rootfs };
  const manifest = {
    schemaVersion: 2,
    mediaType: "application/vnd.oci.image.manifest.v1+json",
    config: add(json(image), "application/vnd.oci.image.config.v1+json"),
    layers: all.map(({ digest, size, mediaType }) => ({ digest, size, mediaType })),
  };
  const listed = {
    ...add(json(manifest), "application/vnd.oci.image.manifest.v1+json"),
    platform: { os: "linux", architecture: "amd64" },
    annotations: { "org.opencontainers.image.ref.name": "image" },
  };
  writeFileSync(join(path, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
  writeFileSync(join(path, "index.json"), json({ schemaVersion: 2, manifests: [listed] }));
}

/** Goes into the root as a runtime does, becomes the user, and starts the command as os/exec finds it: runc has the same code. */
const launcher = `package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
)

func main() {
	runtime.LockOSThread()
	var spec struct {
		Process struct {
			User struct {
				UID, GID       int
				AdditionalGids []int
			}
			Args []string
			Env  []string
			Cwd  string
		}
	}
	text, _ := os.ReadFile(os.Args[2])
	check("json", json.Unmarshal(text, &spec))
	p := spec.Process
	// Loaders look for the program's own path there, as runtimes have it mounted.
	check("unshare", syscall.Unshare(syscall.CLONE_NEWNS))
	check("private", syscall.Mount("", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, ""))
	os.MkdirAll(os.Args[1]+"/proc", 0o755)
	check("proc", syscall.Mount("proc", os.Args[1]+"/proc", "proc", 0, ""))
	check("chroot", syscall.Chroot(os.Args[1]))
	os.MkdirAll(p.Cwd, 0o755)
	check("chdir", syscall.Chdir(p.Cwd))
	check("setgroups", syscall.Setgroups(p.User.AdditionalGids))
	check("setgid", syscall.Setgid(p.User.GID))
	check("setuid", syscall.Setuid(p.User.UID))
	os.Clearenv()
	for _, line := range p.Env {
		name, value, _ := strings.Cut(line, "=")
		os.Setenv(name, value)
	}
	if len(p.Args) == 0 {
		check("command", fmt.Errorf("no command"))
	}
	name, err := exec.LookPath(p.Args[0])
	check("look", err)
	check("exec", syscall.Exec(name, p.Args, os.Environ()))
}

func check(what string, err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "launcher:", what, err)
		os.Exit(125)
	}
}
`;

export function buildLauncher(scratch: string): string {
  writeFileSync(join(scratch, "launcher.go"), launcher);
  const path = join(scratch, "launcher");
  const { status, stderr } = spawnSync("go", ["build", "-o", path, join(scratch, "launcher.go")], {
    encoding: "utf8",
    env: { ...process.env, CGO_ENABLED: "0" },
  });
  if (status !== 0) throw new Error(stderr);
  return path;
}

export type Truth = { readonly started: boolean; readonly said: string };

/** Unpacks the image, starts its command, and says whether the program came as far as to print STARTED. */
export function startReally(layout: string, launch: string): Truth {
  const root = `${layout}-root`;
  const spec = `${layout}.json`;
  try {
    const image = ["--image", `${layout}:image`];
    const unpack = spawnSync("umoci", ["raw", "unpack", ...image, root], { encoding: "utf8" });
    if (unpack.status !== 0) throw new Error(unpack.stderr);
    const config = spawnSync("umoci", ["raw", "config", ...image, "--rootfs", root, spec], { encoding: "utf8" });
    if (config.status !== 0) return { started: false, said: config.stderr };
    const started = spawnSync(launch, [root, spec], { encoding: "utf8", timeout: 20_000, env: {} });
    const { status, stdout, stderr, signal } = started;
    return { started: stdout.includes("STARTED"), said: `${status ?? signal ?? ""} ${stdout}${stderr}`.slice(0, 400) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
