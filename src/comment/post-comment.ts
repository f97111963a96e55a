import { Interrupted, RequestFailed, toError } from "../errors.ts";
import { retry } from "../ports/retry.ts";
import type { CommentThread, Ports, PullRequest } from "../ports/types.ts";
import { renderComment } from "../report/comment.ts";
import { decide, needsLogin, ownComments } from "./comment-action.ts";
import { markerOf } from "./marker.ts";
import { findCommentTarget } from "./comment-target.ts";
import { describeTrouble } from "./trouble.ts";
import type { Environment } from "../model/environment.ts";
import type { CommentMode } from "../config/inputs.ts";
import type { Report } from "../model/report.ts";

export type CommentRequest = {
  readonly mode: CommentMode;
  /** As the step gives them. */
  readonly inputs: Readonly<Record<string, string>>;
};

/** What there is to say of it, if anything. Nothing of it is a failure. */
export type Notice = { readonly level: "info" | "notice" | "warning"; readonly text: string };

export type CommentPorts = Pick<Ports, "env" | "files" | "now"> & {
  readonly network: Pick<Ports["network"], "sleep">;
  /** Whatever happens, it gives up after so many ms. */
  readonly open: (pullRequest: PullRequest, patienceMs: number) => Promise<CommentThread>;
};

/** A comment is not worth more of a job's time. In ms. */
const timeLimit = 30_000;

/** Says the verdict in a comment on the pull request, or brings up to date the one that is there. Never throws. */
export async function comment(report: Report, request: CommentRequest, ports: CommentPorts): Promise<Notice | null> {
  try {
    const target = findCommentTarget(ports.env, await readEvent(ports));
    if ("why" in target) {
      return { level: "notice", text: `none, for ${target.why}; the report is in the job summary` };
    }
    const marker = await markerOf(ports.env, request.inputs);
    const body = renderComment(report, { marker, run: runLink(ports.env) });
    const { outcome } = report.verdict;
    const deadline = ports.now() + timeLimit;
    const thread = await ports.open(target.pullRequest, timeLimit);
    const done = await retry(
      () => postDraft(thread, { marker, body, outcome, mode: request.mode }),
      ports.network,
      (pause) => ports.now() + pause < deadline,
    );
    return { level: "info", text: `${done} on pull request ${target.pullRequest.number}` };
  } catch (thrown) {
    if (thrown instanceof Interrupted) return null;
    const text =
      thrown instanceof RequestFailed ? describeTrouble(thrown) : `none is written: ${toError(thrown).message}`;
    return { level: "warning", text };
  }
}

type Draft = Parameters<typeof decide>[1] & { readonly marker: string };

/** From the look-up anew whenever it is tried again: what seems to have failed may have arrived. */
async function postDraft(thread: CommentThread, draft: Draft): Promise<string> {
  const { marker, body } = draft;
  const comments = await thread.list();
  const login = needsLogin(comments, marker) ? await thread.whoAmI() : null;
  const decision = decide(ownComments(comments, marker, login), draft);
  switch (decision.kind) {
    case "create":
      await thread.create(body);
      return "written";
    case "update":
      await thread.update(decision.id, body);
      return "updated";
    case "leave":
      return `left as it is, for ${decision.why},`;
  }
}

async function readEvent({ env, files }: CommentPorts): Promise<unknown> {
  const path = env.GITHUB_EVENT_PATH ?? "";
  const text = path === "" ? undefined : await files.readText(path);
  return text === undefined ? null : JSON.parse(text);
}

/** Where GitHub shows this run and its job summaries; null where that is not known. */
function runLink(env: Environment): string | null {
  const { GITHUB_SERVER_URL: server = "", GITHUB_REPOSITORY: repository = "", GITHUB_RUN_ID: run = "" } = env;
  const isPlace = /^https?:\/\/[\w.:-]+$/.test(server) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^\d+$/.test(run);
  if (!isPlace) return null;
  const attempt = env.GITHUB_RUN_ATTEMPT ?? "";
  return `${server}/${repository}/actions/runs/${run}${/^\d+$/.test(attempt) ? `/attempts/${attempt}` : ""}`;
}
