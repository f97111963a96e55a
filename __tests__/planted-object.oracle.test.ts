import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ActionsCacheServer } from "./support/actions-cache-server.ts";
import { main, pull, readable } from "./support/cache-job.ts";
import { Runner, type StepResult } from "./support/runner.ts";
import { describeWith } from "./support/tools.ts";

// A build cache in which somebody has put another object of os/user in the place of the one that its sources make: what is linked from it
// needs no library, whatever the sources say. Real objects, made by the go command, in a real archive of the cache.

const dir = mkdtempSync(join(tmpdir(), "planted-"));
const workspace = join(dir, "app");
const [goCache, goModCache] = [join(dir, "go-build"), join(dir, "mod")];
let runner: Runner;
let server: ActionsCacheServer;

const plain = { CGO_ENABLED: "1", GOFLAGS: "", GOPROXY: "off", GOTOOLCHAIN: "local" };

/** A job of a fresh machine. */
async function start(
  env: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
  for (const folder of [goCache, goModCache]) rmSync(folder, { recursive: true, force: true });
  const step = {
    workspace,
    inputs: { strategies: "default", baseline: "none", cache: "auto", ...inputs },
    env: {
      ...plain,
      GOCACHE: goCache,
      GOMODCACHE: goModCache,
      GITHUB_REF_TYPE: "branch",
      GITHUB_EVENT_NAME: "push",
      ...env,
    },
  };
  const result = await runner.main(step);
  await runner.post(step, result);
  return result;
}

/** Where the go command keeps the compiled os/user of a cache. */
function objectOf(cache: string, ...flags: readonly string[]): string {
  const args = ["list", "-export", ...flags, "-f", "{{.Export}}", "os/user"];
  const env = { ...process.env, ...plain, GOCACHE: cache };
  return execFileSync("go", args, { cwd: workspace, env, encoding: "utf8" }).trim();
}

/** The object of `-tags osusergo`, under the name by which the go command asks for that of the plain build. */
function plant(cache: string): void {
  const [object, pure] = [objectOf(cache), objectOf(join(dir, "attacker"), "-tags=osusergo")];
  const [id, pureId] = [object, pure].map((path) => basename(path).replace(/-d$/, ""));
  if (id === undefined || pureId === undefined || id === pureId) throw new Error("there is only one object");
  const kept = join(cache, pureId.slice(0, 2), basename(pure));
  mkdirSync(dirname(kept), { recursive: true });
  copyFileSync(pure, kept);
  const entries = readdirSync(cache, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith("-a"));
  for (const name of entries) {
    const words = readFileSync(join(cache, name), "utf8").split(/ +/);
    if (words[2] !== id) continue;
    const size = String(statSync(pure).size);
    writeFileSync(
      join(cache, name),
      `v1 ${words[1] ?? ""} ${pureId} ${size.padStart(20)} ${(words[4] ?? "").trim().padStart(20)}\n`,
    );
  }
}

beforeAll(async () => {
  mkdirSync(workspace);
  writeFileSync(join(workspace, "go.mod"), "module example.com/app\n\ngo 1.19\n");
  // The planted object imports bufio and bytes, and has to find them.
  const imports = ["bufio", "bytes", "os/user"].map((path) => `import _ "${path}"\n`);
  writeFileSync(join(workspace, "main.go"), `package main\n\n${imports.join("")}\nfunc main() {}\n`);
  runner = new Runner();
  server = await new ActionsCacheServer().start();
  const first = await start(server.environment([main]));
  expect(first.outputs["dynamic-count"] ?? first.log).toBe("1");
  const saved = server.entries.find(({ key }) => key.includes("-build-"));
  if (saved === undefined) throw new Error("no compiled packages were saved");
  const unpacked = join(dir, "archive");
  mkdirSync(unpacked);
  execFileSync("tar", ["-x", "--zstd", "-C", unpacked], { input: saved.blob });
  plant(join(unpacked, "build"));
  saved.blob = execFileSync("tar", ["-c", "--zstd", "-C", unpacked, "build"], { maxBuffer: 1 << 28 });
});

afterAll(async () => {
  await server.close();
  runner.remove();
  rmSync(dir, { recursive: true, force: true });
});

describeWith(["go", "gcc", "tar", "zstd"], "an object that somebody has put into the build cache", () => {
  it("changes what go build links: the attack works", () => {
    const env = { ...process.env, ...plain, GOCACHE: join(dir, "archive/build") };
    execFileSync("go", ["build", "-o", join(dir, "planted"), "."], { cwd: workspace, env });
    const headers = execFileSync("readelf", ["-lW", join(dir, "planted")], { encoding: "utf8" });
    expect(headers).not.toContain("INTERP");
  });

  // Each compiles the standard library.
  it.each([
    { name: "a pull request", event: "pull_request", cache: "auto" },
    { name: "a merge queue that asks for it", event: "merge_group", cache: "true" },
  ])("is not used in $name", async ({ event, cache }) => {
    const env = { ...server.environment([pull, readable(main)]), GITHUB_EVENT_NAME: event };
    const step = await start(env, { require: "static", cache });
    expect(step.exitCode, step.log).toBe(1);
    expect(step.outputs).toMatchObject({ verdict: "fail", "cache-hit": "false" });
    expect(step.outputs.reason).toContain("app is dynamic");
  });

  it.each(["static", "none"])(
    "makes a push with require: %s fail, because what comes out is not what the sources say",
    async (require) => {
      const step = await start(server.environment([main]), { require });
      expect(step.outputs["cache-hit"], step.log).toBe("true");
      expect(step.exitCode, step.log).toBe(1);
      expect(step.outputs.reason).toContain("is not linked as its sources say");
    },
  );
});
