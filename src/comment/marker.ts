import type { Environment } from "../model/environment.ts";

/** Inputs that say what is judged. Those that say how may change from one push to the next, and it is the same comment still. */
const identifyingInputs = [
  "mode",
  "working-directory",
  "packages",
  "platforms",
  "ship",
  "binaries",
  "images",
  "go-version",
] as const;

/**
 * The hidden line by which a comment is found again. It is another one for every workflow, job, leg of a matrix and step, so that
 * none writes over another's comment; a workflow that is called twice differs in the inputs of its steps.
 */
export async function markerOf(env: Environment, inputs: Readonly<Record<string, string>>): Promise<string> {
  const { GITHUB_WORKFLOW, GITHUB_JOB, GITHUB_ACTION, RUNNER_OS, RUNNER_ARCH } = env;
  const place = [GITHUB_WORKFLOW, GITHUB_JOB, GITHUB_ACTION, RUNNER_OS, RUNNER_ARCH].map((name) => name ?? "");
  const leg = [inputs["comment-key"] ?? "", ...identifyingInputs.map((name) => inputs[name]?.trim() ?? "")];
  const bytes = new TextEncoder().encode(JSON.stringify([...place, ...leg]));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const key = [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `<!-- go-linkage:${key} -->`;
}
