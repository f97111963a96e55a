import type { PullRequestComment } from "../ports/types.ts";
import type { CommentMode } from "../config/inputs.ts";
import type { Verdict } from "../model/verdict.ts";

type Decision =
  | { readonly kind: "create" }
  | { readonly kind: "update"; readonly id: number }
  | { readonly kind: "leave"; readonly why: string };

/**
 * What to do with the conversation, given our own comments in it. Where one is, it is kept true in every mode, all clear included:
 * one that still says what was wrong is worse than none.
 */
export function decide(
  comments: readonly PullRequestComment[],
  { mode, outcome, body }: { readonly mode: CommentMode; readonly outcome: Verdict["outcome"]; readonly body: string },
): Decision {
  // Two runs at once may have made two: all later ones agree on the oldest.
  const [oldest] = comments.toSorted((a, b) => a.id - b.id);
  if (oldest === undefined) {
    return isWorthSaying(mode, outcome) ? { kind: "create" } : { kind: "leave", why: `the verdict is ${outcome}` };
  }
  if (plain(oldest.body) === plain(body)) return { kind: "leave", why: "it is up to date" };
  if (runOf(oldest.body) > runOf(body)) return { kind: "leave", why: "a later run has written it" };
  return { kind: "update", id: oldest.id };
}

function isWorthSaying(mode: CommentMode, outcome: Verdict["outcome"]): boolean {
  if (mode === "always") return true;
  return mode === "on-change" ? outcome !== "pass" : mode === "failure" && outcome === "fail";
}

/**
 * The comments that carry the marker and are ours. A marker counts as the first or the last line, where no quotation has it; and the
 * author must be who we are or, where GitHub does not tell that (`login` is null), a bot, for no person has an app's token.
 */
export function ownComments(
  comments: readonly PullRequestComment[],
  marker: string,
  login: string | null,
): readonly PullRequestComment[] {
  return comments.filter(
    (each) => hasMarker(each, marker) && !each.isMinimized && (login === null ? each.isByBot : each.author === login),
  );
}

/** Whether it takes our name to tell whose comments these are. */
export function needsLogin(comments: readonly PullRequestComment[], marker: string): boolean {
  return comments.some((each) => hasMarker(each, marker) && !each.isByBot);
}

function hasMarker({ body }: PullRequestComment, marker: string): boolean {
  const lines = plain(body).split("\n");
  return lines[0] === marker || lines.at(-1) === marker;
}

/** GitHub's form in the browser turns line ends around. */
function plain(body: string): string {
  return body.replaceAll("\r\n", "\n").trim();
}

/** The number of the run that a comment links to in its last line, which holds nothing from outside; 0 without one. */
function runOf(body: string): number {
  const last = plain(body).split("\n").at(-1) ?? "";
  return Number(/\/actions\/runs\/(\d{1,15})\b/.exec(last)?.[1] ?? 0);
}
