import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildsVariable } from "./builds-folder.ts";
import { programs } from "./programs.ts";

// Real programs for the tests that read them. Each is built once in a run of the tests, whichever files ask for it: the folder belongs to
// the run, so that no other toolchain and no other source has left anything there, and the name of a file is the digest of all that
// the go command is given.

export const BUILD_TIMEOUT = 300_000;

export type SharedBuild = {
  readonly program: keyof typeof programs;
  /** As GOOS/GOARCH; without it the machine's own. */
  readonly platform?: string;
  /** The C compiler; without it cgo is off. */
  readonly cc?: string;
  readonly flags?: readonly string[];
  /** The go command, when it is not the one on PATH. */
  readonly go?: string;
};

const architectures: Partial<Record<NodeJS.Architecture, string>> = { x64: "amd64", ia32: "386" };
export const hostPlatform = `${process.platform}/${architectures[process.arch] ?? process.arch}`;

/**
 * The path of a built program. Others read the file too: who wants to change it works on a copy.
 *
 * @throws when the go command fails.
 */
export function goBuild({ program, platform = hostPlatform, cc, flags = [], go = "go" }: SharedBuild): string {
  const [GOOS, GOARCH] = platform.split("/");
  const cgo = cc === undefined ? { CGO_ENABLED: "0" } : { CGO_ENABLED: "1", CC: cc };
  const env = { ...cleanEnvironment(), ...cgo, GOOS, GOARCH };
  const key = digest({ files: programs[program], go: versionOf(go), flags, env: Object.entries(env).toSorted() });
  const path = join(folder(), key);
  if (!existsSync(path)) {
    // Two may build the same at the same time. Neither sees half a file, and who comes last replaces one by its like.
    const scratch = mkdtempSync(join(folder(), "new-"));
    // gcc for Windows adds ".exe" to a name without an ending.
    const made = join(scratch, "out.exe");
    const args = ["build", "-buildvcs=false", "-o", made, ...flags, `./${program}`];
    execFileSync(go, args, { cwd: sourcesOf(program), env, stdio: ["ignore", "pipe", "pipe"] });
    renameSync(made, path);
    rmSync(scratch, { recursive: true });
  }
  return path;
}

export function readBuild(build: SharedBuild): Uint8Array {
  return new Uint8Array(readFileSync(goBuild(build)));
}

/** The environment, without what somebody may have set for Go and for C. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:GO|CGO_|CC$|CXX$|AR$|PKG_CONFIG|VITEST|SHARED_BUILDS)/.test(name),
  );
  const kept = ["GOCACHE", "GOMODCACHE", "GOPATH"].map((name) => [name, process.env[name]] as const);
  return {
    ...Object.fromEntries([...own, ...kept]),
    ...{ GOENV: "off", GOFLAGS: "", GOWORK: "off", GOPROXY: "off", GOTOOLCHAIN: "local", LC_ALL: "C" },
  };
}

const versions = new Map<string, string>();

/** Which Go a command is: its version, and where it comes from. */
function versionOf(go: string): string {
  const env = { ...process.env, GOTOOLCHAIN: "local", GOENV: "off" };
  const version = versions.get(go) ?? execFileSync(go, ["env", "GOVERSION", "GOROOT"], { encoding: "utf8", env });
  versions.set(go, version);
  return version;
}

/** The folder of a module with all files of the program. */
function sourcesOf(program: keyof typeof programs): string {
  const files = { "go.mod": "module example.com/real\n\ngo 1.19\n", ...programs[program] };
  const dir = join(folder(), `source-${digest(files)}`);
  if (!existsSync(dir)) {
    const scratch = mkdtempSync(join(folder(), "new-"));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(scratch, name)), { recursive: true });
      writeFileSync(join(scratch, name), text);
    }
    try {
      renameSync(scratch, dir);
    } catch (thrown) {
      // Another worker was faster.
      if (!existsSync(dir)) throw thrown;
      rmSync(scratch, { recursive: true });
    }
  }
  return dir;
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}

function folder(): string {
  const path = process.env[buildsVariable];
  if (path === undefined)
    throw new Error("only the projects engine, bundle and oracles have a folder for shared builds");
  return path;
}

/** A folder for what a test file makes of the builds; to be removed by it. */
export function makeScratch(): string {
  return mkdtempSync(join(tmpdir(), "go-linkage-"));
}
