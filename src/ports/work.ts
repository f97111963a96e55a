import { type ChildProcessByStdio, spawn } from "node:child_process";
import { statSync } from "node:fs";
import type { Readable } from "node:stream";
import { Interrupted, toError } from "../errors.ts";
import type { CommandResult, Exec, ExecOptions } from "./types.ts";
import { watchGroup } from "./watchdog.ts";

/** Time in ms that an interrupted program gets to end by itself before it is killed. */
const graceMs = 2_000;

/**
 * Exec on node:child_process, for programs that last, write, or start others. Each program leads a process group of its own, so that when `signal` fires the program *and
 * whatever it started* (compilers, linkers, gcc) are ended: first politely (go removes its work folder on SIGINT), then not. When this
 * process itself is killed, the watchdog ends them.
 */
export function makeWork(signal: AbortSignal): Exec {
  return (program, args, { cwd, env, timeoutMs }) =>
    new Promise<CommandResult>((resolve, reject) => {
      if (signal.aborted) {
        reject(new Interrupted("interrupted"));
        return;
      }
      const started = performance.now();
      const child = start(program, args, { cwd, env });
      const unwatch = watchGroup(child.pid);
      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      // Without file descriptors there are no pipes; the error comes as an event.
      const pipes: Partial<Pick<typeof child, "stdout" | "stderr">> = child;
      pipes.stdout?.on("data", (chunk: Buffer) => stdout.push(chunk));
      pipes.stderr?.on("data", (chunk: Buffer) => stderr.push(chunk));

      let killTimer: NodeJS.Timeout | undefined;
      const interrupt = (): void => {
        endGroup(child.pid, "SIGINT");
        killTimer = setTimeout(() => {
          endGroup(child.pid, "SIGKILL");
        }, graceMs);
      };
      signal.addEventListener("abort", interrupt, { once: true });
      const limit = timeoutMs === undefined ? undefined : setTimeout(interrupt, Math.max(0, timeoutMs));
      const settle = (): void => {
        unwatch();
        signal.removeEventListener("abort", interrupt);
        clearTimeout(limit);
        clearTimeout(killTimer);
      };

      child.on("error", (error) => {
        settle();
        reject(cannotStart(program, cwd, error));
      });
      child.on("close", (exitCode, signalName) => {
        settle();
        if (signal.aborted) {
          // A compiler that outlived its parent must not go on writing into folders that are being removed.
          endGroup(child.pid, "SIGKILL");
          reject(new Interrupted("interrupted"));
          return;
        }
        resolve({
          exitCode,
          signal: signalName,
          stdout: Buffer.concat(stdout).toString("utf8"),
          stderr: Buffer.concat(stderr).toString("utf8"),
          durationMs: Math.round(performance.now() - started),
        });
      });
    });
}

function start(
  program: string,
  args: readonly string[],
  { cwd, env }: ExecOptions,
): ChildProcessByStdio<null, Readable, Readable> {
  try {
    return spawn(program, args, {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
      windowsHide: true,
    });
  } catch (thrown) {
    // Some errors come at once (E2BIG, ENOTDIR), the others as an event.
    throw cannotStart(program, cwd, thrown);
  }
}

/** A missing working directory is reported by the system as if the program were missing. */
export function cannotStart(program: string, cwd: string, cause: unknown): Error {
  const isFolder = statSync(cwd, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return new Error(`cannot start ${program}: ${isFolder ? toError(cause).message : `${cwd} is not a folder`}`, {
    cause,
  });
}

function endGroup(pid: number | undefined, signal: "SIGINT" | "SIGKILL"): void {
  if (pid === undefined) return;
  try {
    if (process.platform === "win32") process.kill(pid, "SIGKILL");
    else process.kill(-pid, signal);
  } catch {
    // ESRCH: the group is gone already, which is what was wanted.
  }
}
