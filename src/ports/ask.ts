import { AsyncLocalStorage } from "node:async_hooks";
import type { ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import { statSync } from "node:fs";
import { getExecOutput } from "@actions/exec";
import { Interrupted, toError } from "../errors.ts";
import { which } from "./files.ts";
import type { Exec, ExecOptions } from "./types.ts";
import { cannotStart } from "./work.ts";

type PendingQuestion = { readonly end: AbortSignal; child?: ChildProcess; error?: Error };

/**
 * @actions/exec cannot end what it has started, leaves its input open, and does not tell the signal that ended it. Node hands out
 * each child process (diagnostics_channel, `child_process`): the one that is made during a question is its program.
 */
const questions = new AsyncLocalStorage<PendingQuestion>();
subscribe("child_process", (message) => {
  const question = questions.getStore();
  if (question === undefined) return;
  const { process: child } = message as { readonly process: ChildProcess };
  question.child = child;
  // Without file descriptors there are no pipes either, and @actions/exec throws before it listens for the error.
  child.on("error", (error) => {
    question.error = error;
  });
  child.once("spawn", () => {
    child.stdin?.destroy();
    if (question.end.aborted) child.kill("SIGKILL");
  });
});

/**
 * Exec on @actions/exec, for programs that answer at once and write nothing. When `signal` fires or the time is over the program is
 * killed, but not what it may have started: that is for `work`.
 */
export function makeAsk(signal: AbortSignal): Exec {
  return async (program, args, options) => {
    const { cwd, env, timeoutMs } = options;
    const path = await findStartable(program, args, options);
    if (signal.aborted) throw new Interrupted("interrupted");
    const limits = timeoutMs === undefined ? [] : [AbortSignal.timeout(Math.max(0, Math.floor(timeoutMs)))];
    const question: PendingQuestion = { end: AbortSignal.any([signal, ...limits]) };
    const settled = new AbortController();
    question.end.addEventListener("abort", () => question.child?.kill("SIGKILL"), { signal: settled.signal });
    // At once, whoever else still holds its output open.
    const interrupted = new Promise<never>((_resolve, reject) => {
      const interrupt = (): void => {
        reject(new Interrupted("interrupted"));
      };
      signal.addEventListener("abort", interrupt, { signal: settled.signal });
    });
    const started = performance.now();
    try {
      const how = { cwd, env: { ...env }, silent: true, ignoreReturnCode: true };
      const running = questions.run(question, () => getExecOutput(asCommandLine(path), [...args], how));
      const { exitCode, stdout, stderr } = await Promise.race([running, interrupted]);
      const ended = question.child?.signalCode ?? null;
      const durationMs = Math.round(performance.now() - started);
      return { exitCode: ended === null ? exitCode : null, signal: ended, stdout, stderr, durationMs };
    } catch (thrown: unknown) {
      if (thrown instanceof Interrupted) throw thrown;
      // Node reports it one turn later.
      await new Promise(setImmediate);
      throw cannotStart(program, cwd, question.error ?? withCode(thrown, path));
    } finally {
      settled.abort();
    }
  };
}

/** @actions/exec has only the words of the system's error; what is wrong with the machine is known by its code. */
function withCode(thrown: unknown, path: string): Error {
  const error = toError(thrown);
  const code = /\bspawn [^\n]*? (E[A-Z0-9]+)\b/.exec(error.message)?.[1];
  return code === undefined ? error : Object.assign(error, { code, path });
}

/** In bytes: Linux takes no longer argument. */
const longestArgument = 128 * 1024 - 1;

/**
 * The path of a program as the PATH of its own environment finds it; @actions/exec would ask ours. Throws what `work` throws for all
 * that is known to make `spawn` throw, for @actions/exec then neither answers nor fails, and Node ends this process.
 */
async function findStartable(program: string, args: readonly string[], { cwd, env }: ExecOptions): Promise<string> {
  const isFolder = statSync(cwd, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const path = isFolder ? await which(program, env, cwd) : undefined;
  if (path === undefined) throw cannotStart(program, cwd, new Error(`spawn ${program} ENOENT`));
  const isBad = args.some((arg) => arg.includes("\0") || Buffer.byteLength(arg) > longestArgument);
  if (isBad) throw cannotStart(program, cwd, new Error("spawn E2BIG: an argument is too long, or has a NUL"));
  return path;
}

/**
 * A path as the command line that @actions/exec takes apart again (argStringToArray): blanks and quotes have to be quoted, a
 * backslash must not be, and a blank at the end keeps the last word from being trimmed.
 */
function asCommandLine(path: string): string {
  return `${path.replaceAll(/[ "]/g, (char) => (char === " " ? '" "' : '"\\""'))} `;
}
