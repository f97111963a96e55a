import { join } from "node:path";
import type { Report } from "../../../src/model/report.ts";
import { ConfigError, MachineFault } from "../../../src/errors.ts";
import { runReport } from "../engine.ts";
import { git, Hub, payloads, writeTree } from "../github.ts";
import { apply, type Drawn } from "./edits.ts";
import { type Expectation, expectationOf } from "./expectation.ts";
import { buildEnvironment } from "./plain-builds.ts";
import { committedFiles, difference, inputsOf, seed, type State, workflowPath } from "./state.ts";

/** Edits of the base before the change, and the change. */
export type Change = {
  /** Whether the repository has a submodule with a program, and a program with C code of its own. */
  readonly parts: readonly ("submodule" | "C")[];
  readonly before: readonly Drawn[];
  readonly after: readonly Drawn[];
};

export type Outcome = "pass" | "warn" | "fail" | "refused";

export type Played = {
  readonly change: Change;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly steps: readonly string[];
  readonly expected: Expectation;
  /** `wrong pass` and `wrong fail`: the gate and the plain builds contradict each other. */
  readonly judged: "right" | "wrong pass" | "wrong fail" | "open";
};

const tool = "package main\n\nfunc main() {}\n";

/** Plays a change: a pull request in a real repository, checked by the real program, and both sides built plainly. */
export async function play(change: Change): Promise<Played> {
  const { parts } = change;
  const files = Object.entries(seed.files).filter(([name]) => parts.includes("C") || !name.startsWith("cmd/native/"));
  const submodule = parts.includes("submodule") ? { "tool/main.go": tool } : null;
  const start: State = { ...seed, files: Object.fromEntries(files), submodule };
  const before = apply(start, change.before);
  const after = apply(before, change.after);
  const expected = await expectationOf(before, after);
  const { outcome, reason, steps, isRelaxation } = await check(before, after);
  const judged = judge({ expected, outcome, isRelaxation });
  return { change, outcome, reason, steps, expected, judged };
}

type Found = { readonly outcome: Outcome; readonly isRelaxation: boolean };

function judge({ expected, outcome, isRelaxation }: Found & { readonly expected: Expectation }): Played["judged"] {
  const { kind, relaxes, isLenient } = expected;
  const isFailure = outcome === "fail" || outcome === "refused";
  if (kind === "open") return "open";
  if (kind === "fine") return isFailure && !isRelaxation ? "wrong fail" : "right";
  if (isFailure) return "right";
  const isSaid = outcome === "warn" && ((relaxes && isRelaxation) || isLenient);
  return isSaid ? "right" : "wrong pass";
}

async function check(
  before: State,
  after: State,
): Promise<Found & { readonly reason: string; readonly steps: readonly string[] }> {
  const hub = new Hub();
  try {
    const { workspace, event } = openPullRequest(hub, before, after);
    writeTree(workspace, after.ignored);
    const { cgo, job = "gate", file = workflowPath } = after.step;
    const step = {
      GITHUB_WORKFLOW_REF: `acme/app/${file}@refs/pull/1/merge`,
      GITHUB_JOB: job,
      GITHUB_ACTION: "__acme_go-linkage",
      GITHUB_ACTION_REPOSITORY: "acme/go-linkage",
      ...(cgo === undefined ? {} : { CGO_ENABLED: cgo }),
    };
    const inputs = { strategies: "default", ...inputsOf(after.step), "working-directory": join(workspace, "") };
    return found(await runReport(inputs, { ...buildEnvironment(), ...event, ...step }));
  } catch (thrown) {
    if (!(thrown instanceof ConfigError) && !(thrown instanceof MachineFault)) throw thrown;
    return { outcome: "refused", reason: thrown.message, steps: [], isRelaxation: false };
  } finally {
    hub.remove();
  }
}

function found({ verdict, baseline }: Report): Awaited<ReturnType<typeof check>> {
  const isRelaxation = verdict.judgements.some(({ kind }) => kind === "relaxation");
  return { outcome: verdict.outcome, reason: verdict.reason, steps: baseline.steps, isRelaxation };
}

function openPullRequest(hub: Hub, before: State, after: State): { workspace: string; event: Record<string, string> } {
  const [old, now] = [committedFiles(before), committedFiles(after)];
  const guest = before.submodule === null ? null : new Hub();
  if (guest !== null) {
    hub.guests.push(guest);
    guest.push("main", before.submodule ?? {});
    git(hub.developer, "submodule", "--quiet", "add", `file://${guest.origin}`, "sub");
  }
  hub.push("main", old);
  git(hub.developer, "checkout", "--quiet", "-b", "change");
  const path = join(hub.developer, "sub");
  if (guest !== null && after.submodule !== null) {
    guest.push("main", difference(before.submodule ?? {}, after.submodule));
    git(path, "pull", "--quiet", "origin", "main");
  } else if (guest !== null) git(hub.developer, "rm", "--quiet", "-r", "sub");
  hub.push("change", difference(old, now));
  const { head, merge } = hub.openPullRequest("change");
  const workspace = hub.checkOut(merge, { submodules: after.submodule !== null });
  const event = hub.event("pull_request", payloads.pullRequest(head));
  return { workspace, event };
}
