/** Conversation on GitHub's REST API. Loaded with the first comment: most runs write none. */
import { getOctokit } from "@actions/github";
import * as v from "valibot";
import { Interrupted, RequestFailed, toError } from "../errors.ts";
import { parseRetryAfter } from "./network.ts";
import type { CommentThread, PullRequest, PullRequestComment } from "./types.ts";

export type ConversationOptions = {
  /** GITHUB_API_URL. The token goes to no other place: redirects are not followed, and links between pages are not used. */
  readonly apiUrl: string;
  readonly token: string;
  readonly signal: AbortSignal;
  /** Time in ms for everything, and for a single request. */
  readonly patienceMs: number;
  readonly requestMs?: number;
};

type Answer = { readonly status: number; readonly headers: Headers; readonly data: unknown };
type Headers = Readonly<Record<string, string | number | undefined>>;

/** One request; `route` with its parameters, as GitHub's documentation writes it. */
type Ask = (route: string, parameters?: Readonly<Record<string, unknown>>) => Promise<Answer>;

/** See Conversation. */
export function openConversation({ repository, number }: PullRequest, options: ConversationOptions): CommentThread {
  const ask = askerOf(options);
  const [owner, repo] = repository.split("/");
  const thread = { owner, repo, issue_number: number };
  return {
    list: async () => {
      const comments: PullRequestComment[] = [];
      for (let page = 1; ; page++) {
        const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
        const { data, headers } = await ask(route, { ...thread, per_page: 100, page });
        comments.push(...commentsIn(data));
        if (!/\brel="?next"?/.test(String(headers.link ?? ""))) return comments.toSorted((a, b) => a.id - b.id);
      }
    },
    whoAmI: async () => {
      try {
        return v.parse(Login, (await ask("GET /user")).data).login;
      } catch (thrown) {
        if (thrown instanceof RequestFailed && !thrown.passing) return null;
        throw thrown;
      }
    },
    create: async (body) => {
      await ask("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", { ...thread, body });
    },
    update: async (id, body) => {
      const route = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
      try {
        await ask(route, { owner, repo, comment_id: id, body });
      } catch (thrown) {
        if (!(thrown instanceof RequestFailed) || thrown.status !== 404) throw thrown;
        // Deleted since it was listed: the next list has it no more.
        throw new RequestFailed(thrown.message, { passing: true, status: 404, cause: thrown });
      }
    },
  };
}

function askerOf({ apiUrl, token, signal, patienceMs, requestMs = 10_000 }: ConversationOptions): Ask {
  const octokit = getOctokit(token, { baseUrl: apiUrl.replace(/\/+$/, ""), userAgent: "go-linkage", log: silent });
  const patience = AbortSignal.timeout(patienceMs);
  return async (route, parameters = {}) => {
    const single = AbortSignal.timeout(requestMs);
    const either = AbortSignal.any([signal, patience, single]);
    try {
      const request = { signal: either, redirect: "manual" } as const;
      const answer = (await octokit.request(route, { ...parameters, request })) as Answer;
      const { status } = answer;
      if (status >= 300) throw new RequestFailed(`HTTP status ${status}, to another place`, { passing: false, status });
      return answer;
    } catch (thrown) {
      if (signal.aborted) throw new Interrupted("interrupted");
      if (patience.aborted) throw new RequestFailed(`GitHub took more than ${patienceMs / 1000} s`, { passing: false });
      if (single.aborted) throw new RequestFailed(`no answer for ${requestMs / 1000} s`, { passing: true });
      throw asRequestFailed(thrown);
    }
  };
}

const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // What octokit would print could hold anything.
}

function asRequestFailed(thrown: unknown): RequestFailed {
  if (thrown instanceof RequestFailed) return thrown;
  const error = toError(thrown);
  const response = "response" in error ? (error.response as Answer | undefined) : undefined;
  if (response === undefined) return new RequestFailed(`no connection: ${error.message}`, { passing: true });
  const { status, headers, data } = response;
  const refusal = v.parse(Refusal, data).message.slice(0, 300);
  const isLimited = status === 429 || (status === 403 && isRateLimit(headers, refusal));
  const message = `HTTP status ${status}${isLimited ? ", rate limit" : ""}${refusal === "" ? "" : ` (${refusal})`}`;
  return new RequestFailed(message, {
    passing: isLimited || status >= 500 || status === 408,
    retryAfterMs: isLimited ? (waitOf(headers) ?? shortestBan) : null,
    status,
    cause: error,
  });
}

function isRateLimit(headers: Headers, refusal: string): boolean {
  return headers["retry-after"] !== undefined || isUsedUp(headers) || /\brate limit\b/i.test(refusal);
}

function isUsedUp(headers: Headers): boolean {
  return String(headers["x-ratelimit-remaining"] ?? "") === "0";
}

/** What GitHub asks for when it does not say how long. In ms. */
const shortestBan = 60_000;

function waitOf(headers: Headers): number | null {
  const after = headers["retry-after"];
  if (after !== undefined) return parseRetryAfter(String(after), Date.now());
  const reset = Number(headers["x-ratelimit-reset"] ?? NaN);
  return isUsedUp(headers) && Number.isFinite(reset) ? Math.max(0, reset * 1000 - Date.now()) : null;
}

const unknownUser = { login: null, type: "" };
const User = v.object({ login: v.fallback(v.nullable(v.string()), null), type: v.fallback(v.string(), "") });
const Login = v.fallback(User, unknownUser);
const Refusal = v.fallback(v.object({ message: v.fallback(v.string(), "") }), { message: "" });
const Comment = v.object({
  id: v.number(),
  body: v.fallback(v.string(), ""),
  user: v.fallback(User, unknownUser),
  minimized: v.optional(v.unknown(), null),
});

function commentsIn(data: unknown): PullRequestComment[] {
  if (!Array.isArray(data)) throw new RequestFailed("the answer is not a list of comments", { passing: false });
  return (data as readonly unknown[]).flatMap((each) => {
    const parsed = v.safeParse(Comment, each);
    if (!parsed.success) return [];
    const { id, body, user, minimized } = parsed.output;
    return {
      id,
      body,
      author: user.login,
      isByBot: user.type === "Bot",
      isMinimized: typeof minimized === "object" && minimized !== null,
    };
  });
}
