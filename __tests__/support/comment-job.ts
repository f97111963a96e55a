import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { buildElf } from "./elf-builder.ts";
import { GitHubApi } from "./github-api.ts";
import { payloads } from "./github.ts";
import { Runner, type Step, type StepResult } from "./runner.ts";

// The committed bundle in jobs of pull requests, with a look-alike of GitHub's API. A file that is there already is judged: nothing of
// this depends on a build.

export const head = "ab".repeat(20);
export const octocat = { login: "octocat", type: "User" } as const;
export const thread = "/repos/acme/app/issues/1/comments";
export const list = `GET ${thread}?per_page=100&page=1`;
export const create = `POST ${thread}`;

export let runner: Runner;
export let api: GitHubApi;
export let workspace: string;

beforeEach(async () => {
  runner = new Runner();
  api = await new GitHubApi().start();
  workspace = mkdtempSync(join(tmpdir(), "workspace-"));
  writeFileSync(join(workspace, "app"), buildElf({ interpreter: "/lib64/ld-linux-x86-64.so.2" }).bytes);
  writeFileSync(join(workspace, "static"), buildElf().bytes);
});

afterEach(async () => {
  runner.remove();
  await api.close();
  rmSync(workspace, { recursive: true, force: true });
});

export type Job = Partial<Step> & { readonly event?: string; readonly payload?: unknown };

/** A step that fails, for app is dynamic, unless told otherwise. */
export function start({
  event = "pull_request",
  payload = payloads.pullRequest(head),
  ...step
}: Job = {}): Promise<StepResult> {
  const path = join(runner.home, "event.json");
  writeFileSync(path, JSON.stringify(payload));
  return runner.main({
    ...step,
    workspace,
    inputs: { mode: "inspect", binaries: "app", require: "static", comment: "on-change", ...step.inputs },
    env: {
      GITHUB_API_URL: api.url,
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: path,
      GITHUB_REPOSITORY: "acme/app",
      GITHUB_SHA: head,
      GITHUB_WORKFLOW: "CI",
      GITHUB_JOB: "linkage",
      GITHUB_RUN_ID: "7000000001",
      GITHUB_RUN_ATTEMPT: "1",
      ...step.env,
    },
  });
}

export const well = { binaries: "static" };

/** The lines that a comment adds to the log. */
export function remarks({ log }: StepResult): string[] {
  return log.split("\n").filter((line) => /^(?:::(?:notice|warning|error)::)?comment: /.test(line));
}

/** Everything that a later step or a person sees, but what the comment itself says. */
export function seen(step: StepResult): unknown {
  const outputs = Object.entries(step.outputs).map(([name, value]) => [name, value.replace(/report-\w+/g, "")]);
  const plain = step.log.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "");
  const log = plain.split("\n").filter((line) => !remarks(step).includes(line));
  return { ...step, outputs, log, state: Object.keys(step.state) };
}

/** The text of our comment, as of another day; the conversation is empty again. */
export async function marked(): Promise<string> {
  await start();
  const body = api.comments.pop()?.body ?? "";
  api.comments.length = 0;
  api.requests.length = 0;
  return body.replace("failed", "of another day").replace("dynamic", "of another day");
}
