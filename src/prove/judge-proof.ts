import type { Inside, Outcome } from "./outcome.ts";
import type { Proof } from "../model/proof.ts";

/** Signals by which a program dies of itself. */
const faults: ReadonlySet<string> = new Set(["SIGSEGV", "SIGTRAP", "SIGILL", "SIGABRT", "SIGBUS", "SIGFPE"]);

/** Errors of execve that say something about the machine and nothing about the program. */
const circumstances: ReadonlySet<string> = new Set([
  "E2BIG",
  "EAGAIN",
  "EIO",
  "EMFILE",
  "ENFILE",
  "ENOMEM",
  "ENOSPC",
  "ENOSYS",
  "ETXTBSY",
]);

/** Judges what became of an artifact in a sandbox whose canary has behaved. */
export function judge(outcome: Outcome, inside: Inside, timeoutMs: number): Proof {
  const { exitCode, signal, refusal } = outcome;
  const base = { means: inside, exitCode, signal } as const;
  const where = `with no other file in reach (${inside})`;
  if (outcome.setup !== "") {
    return { ...base, result: "not-proven", detail: `it could not be tried ${where}: ${outcome.setup}` };
  }
  if (refusal !== "") {
    const result = circumstances.has(refusal) ? "not-proven" : "refused";
    return { ...base, result, exitCode: null, detail: `it does not start ${where}: ${refusal}` };
  }
  if (outcome.timedOut) {
    const detail = `it starts ${where}; after ${timeoutMs} ms it was still running and was ended`;
    return { ...base, result: "proven", exitCode: null, detail };
  }
  if (signal !== null) {
    const result = faults.has(signal) ? "refused" : "not-proven";
    return { ...base, result, detail: `it starts ${where} and is killed by ${signal}` };
  }
  return { ...base, result: "proven", detail: `it starts ${where} and ends with exit code ${String(exitCode)}` };
}

export function notProven(detail: string): Proof {
  return { result: "not-proven", means: null, detail, exitCode: null, signal: null };
}

/** What is wrong with a sandbox in which the canaries became this, or null when it can be trusted. */
export function downgrade(canaries: { readonly dynamic: Outcome; readonly static: Outcome }): string | null {
  const problem = whyNotRun(canaries.static);
  if (problem !== null) return canaries.static.setup === "" ? `it does not run a static program (${problem})` : problem;
  if (canaries.dynamic.setup !== "") return canaries.dynamic.setup;
  if (canaries.dynamic.refusal === "") return "it starts a dynamic program, so it proves nothing";
  return null;
}

/** Why a canary did not run to its good end, or null. */
export function whyNotRun(outcome: Outcome): string | null {
  if (outcome.setup !== "") return outcome.setup;
  if (outcome.refusal !== "") return outcome.refusal;
  if (outcome.timedOut) return "it did not end";
  if (outcome.exitCode === 0) return null;
  return outcome.signal ?? `exit code ${String(outcome.exitCode)}`;
}
