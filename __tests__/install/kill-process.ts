/** Installers as processes: several on one tool cache, and killed at any moment. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, expect, it } from "vitest";
import { goToSemver } from "../../src/install/go-version.ts";
import {
  type GoArchive,
  type GoDownloadServer,
  packGo,
  renderIndex,
  startGoDownloadServer,
} from "../support/go-download-server.ts";
import { makeMachine, type Machine } from "../support/machine.ts";
import { describeWith } from "../support/tools.ts";

const scratch = mkdtempSync(path.join(tmpdir(), "kill-"));
const packed = await packGo(scratch);
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

let server: GoDownloadServer | undefined;
afterEach(() => server?.close());

async function serve(archive: GoArchive): Promise<string> {
  server = await startGoDownloadServer({
    "/dl/": { body: renderIndex([{ version: archive.goversion, files: [archive] }]) },
    [`/dl/${archive.filename}`]: { body: archive.bytes },
  });
  return server.baseUrl;
}

type Ended = { readonly stdout: string; readonly signal: string | null; readonly ms: number };

function startInstaller(on: Machine, args: readonly string[], kill?: number | string): Promise<Ended> {
  const started = performance.now();
  const program = path.join(import.meta.dirname, "../support/install-process.ts");
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...on.ports.env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  // After so many ms, or as soon as there is something at a path.
  const end = performance.now() + (typeof kill === "number" ? kill : Infinity);
  const isTime = (): boolean => (typeof kill === "string" ? existsSync(kill) : performance.now() >= end);
  const timer = setInterval(() => isTime() && child.kill("SIGKILL"), 1);
  let stdout = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  return new Promise((resolve) => {
    child.once("close", (_code, signal) => {
      clearInterval(timer);
      resolve({ stdout, signal, ms: performance.now() - started });
    });
  });
}

const go = (): GoArchive => {
  if (packed === undefined) throw new Error("these tests need a go on PATH");
  return packed;
};

/** Several on one tool cache at the same time. */
export function testRace(): void {
  describeWith(["tar"], "installers as processes", () => {
    it("three race into one tool cache: all have a Go that works, and nothing else is left", async () => {
      const on = await makeMachine(scratch, { host: go() });
      const args = [await serve(go()), go().goversion];
      const ended = await Promise.all([1, 2, 3].map(() => startInstaller(on, args)));
      const root = path.join(on.toolCache, "go", goToSemver(go().goversion) ?? "", process.arch);
      for (const { stdout } of ended) expect(JSON.parse(stdout)).toMatchObject({ root });
      expect(await readdir(path.join(on.toolCache, "go"))).toEqual([goToSemver(go().goversion)]);
      const version = await on.ports.work(path.join(root, "bin", "go"), ["version"], { cwd: root, env: on.ports.env });
      expect(version.stdout).toContain(go().goversion);
    });
  });
}

/** Killed at moments that are spread over the time that it takes. */
export function testKills(kills: number): void {
  describeWith(["tar"], "installers as processes", () => {
    it(`killed ${kills} times: never half a Go, and the next one succeeds`, { timeout: 900_000 }, async () => {
      const on = await makeMachine(scratch, { host: go() });
      const args = [await serve(go()), go().goversion];
      await startInstaller(on, args);
      const fileCount = (await on.leftovers()).length;
      await rm(path.join(on.toolCache, "go"), { recursive: true });
      // The second has everything in the page cache, as those to be killed.
      const { ms: whole } = await startInstaller(on, args);
      await rm(path.join(on.toolCache, "go"), { recursive: true });
      const root = path.join(on.toolCache, "go", goToSemver(go().goversion) ?? "", process.arch);
      const seen = { nothing: 0, unmarked: 0, whole: 0 };
      for (let kill = 0; kill < kills; kill++) {
        // Spread over the time that it takes, and beyond; and every fifth at the moment when the folder is at its place.
        const moment =
          kill % 5 === 1 && !existsSync(root) ? root : ((kill + Math.random()) / Math.max(kills, 5)) * whole * 1.3;
        const { signal } = await startInstaller(on, args, moment);
        const found = await on.ports.toolCache.findAll("go");
        if (found.length === 0) {
          if (existsSync(root)) seen.unmarked++;
          else seen.nothing++;
          // Sometimes the next one finds what the last one left, and sometimes not.
          if (kill % 2 === 1) await rm(root, { recursive: true, force: true });
          continue;
        }
        seen.whole++;
        const [entry] = found;
        const files = (await on.leftovers()).filter((file) => !file.includes(".tmp-"));
        expect(files, `killed by ${signal ?? "nobody"}`).toHaveLength(fileCount);
        const program = path.join(entry?.root ?? "", "bin", "go");
        expect((await on.ports.work(program, ["version"], { cwd: scratch, env: on.ports.env })).exitCode).toBe(0);
        await rm(path.join(on.toolCache, "go"), { recursive: true });
      }
      const last = await startInstaller(on, args);
      expect(JSON.parse(last.stdout)).toMatchObject({ version: go().goversion.slice(2) });
      expect(seen.nothing).toBeGreaterThan(0);
      console.log(`killed ${kills} times: ${JSON.stringify(seen)}`);
    });
  });
}
