import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeWith } from "../support/tools.ts";

let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "watchdog-"));
});
afterAll(() => {
  rmSync(dir, { recursive: true });
});

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
};

async function until(what: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 200; tries++) {
    if (what()) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}

/** A Node.js that has run one program to its end, and runs another. */
function startWorker(script: string): ReturnType<typeof spawn> {
  const module = JSON.stringify(join(import.meta.dirname, "../../src/ports/work.ts"));
  const code = `
    const { makeWork } = await import(${module});
    const work = makeWork(new AbortController().signal);
    const options = { cwd: "/", env: process.env };
    await work("true", [], options);
    ${script}`;
  return spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: "ignore", detached: true });
}

const pidsIn = (file: string): number[] =>
  existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean).map(Number) : [];

describeWith(["sh", "sleep"], "what a killed process has started", () => {
  it.each([
    { name: "ends, with what it started itself", program: "sleep 60 & echo $! >>PIDS; echo $$ >>PIDS; wait", count: 2 },
    {
      name: "ends although it ignores the polite signal",
      program: "trap '' INT TERM; sleep 60 & echo $! >>PIDS; echo $$ >>PIDS; while :; do sleep 1; done",
      count: 2,
    },
  ])("$name", async ({ name, program, count }) => {
    const file = join(dir, name.replaceAll(" ", "-"));
    const command = JSON.stringify(program.replaceAll("PIDS", file));
    const worker = startWorker(`await work("sh", ["-c", ${command}], options);`);
    expect(await until(() => pidsIn(file).length === count)).toBe(true);
    expect(pidsIn(file).every(isAlive)).toBe(true);
    worker.kill("SIGKILL");
    expect(await until(() => pidsIn(file).every((pid) => !isAlive(pid)))).toBe(true);
  });

  it("is left alone where it has its own group, or has ended before", async () => {
    const file = join(dir, "others");
    const worker = startWorker(`
      const { spawn } = await import("node:child_process");
      const { writeFileSync } = await import("node:fs");
      const other = spawn("sleep", ["60"], { detached: true, stdio: "ignore" });
      writeFileSync(${JSON.stringify(file)}, String(other.pid));
      setInterval(() => undefined, 1000);`);
    expect(await until(() => pidsIn(file).length === 1)).toBe(true);
    worker.kill("SIGKILL");
    await new Promise((done) => setTimeout(done, 2500));
    const [pid = 0] = pidsIn(file);
    expect(isAlive(pid)).toBe(true);
    process.kill(pid, "SIGKILL");
  });

  it("keeps nobody waiting: a process that is done ends at once", async () => {
    const worker = startWorker("");
    const code = await new Promise((done) => worker.on("exit", done));
    expect(code).toBe(0);
  });
});
