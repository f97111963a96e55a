import { n as Interrupted, o as RequestFailed, s as toError } from "./errors.js";
import { t as retry } from "./retry.js";
import { t as documentOf } from "./document.js";
import { Y as linkToCommit } from "./words.js";
import { a as writeMarkdown, t as commentBudget } from "./markdown3.js";
import { t as code } from "./markdown.js";
import { C as safeInteger, E as string, S as regex, d as nullable, i as fallback, l as minValue, m as object, p as number, v as pipe, w as safeParse } from "./dist3.js";

// src/report/comment.ts
/** The report as a comment on a pull request: as in the job summary, which has all the rest. */
function renderComment(report, { marker, run }) {
	const [heading = "", ...blocks] = writeMarkdown(documentOf(report), commentBudget);
	return `${[
		`${marker}\n${heading}`,
		...blocks,
		renderFooter(report, run)
	].join("\n\n")}\n`.replace(/\p{Surrogate}/gu, "�");
}
/** Ours to the last character: a later run reads the number of this one from it. */
function renderFooter({ source }, run) {
	const summary = run === null ? "job summary" : `[job summary](${run})`;
	return `The whole report${source === null ? "" : ` of [${code(source.sha.slice(0, 10))}](${linkToCommit(source.sha, source)})`} is in the ${summary}.`;
}

// src/comment/comment-action.ts
/**
* What to do with the conversation, given our own comments in it. Where one is, it is kept true in every mode, all clear included:
* one that still says what was wrong is worse than none.
*/
function decide(comments, { mode, outcome, body }) {
	const [oldest] = comments.toSorted((a, b) => a.id - b.id);
	if (oldest === void 0) return isWorthSaying(mode, outcome) ? { kind: "create" } : {
		kind: "leave",
		why: `the verdict is ${outcome}`
	};
	if (plain(oldest.body) === plain(body)) return {
		kind: "leave",
		why: "it is up to date"
	};
	if (runOf(oldest.body) > runOf(body)) return {
		kind: "leave",
		why: "a later run has written it"
	};
	return {
		kind: "update",
		id: oldest.id
	};
}
function isWorthSaying(mode, outcome) {
	if (mode === "always") return true;
	return mode === "on-change" ? outcome !== "pass" : mode === "failure" && outcome === "fail";
}
/**
* The comments that carry the marker and are ours. A marker counts as the first or the last line, where no quotation has it; and the
* author must be who we are or, where GitHub does not tell that (`login` is null), a bot, for no person has an app's token.
*/
function ownComments(comments, marker, login) {
	return comments.filter((each) => hasMarker(each, marker) && !each.isMinimized && (login === null ? each.isByBot : each.author === login));
}
/** Whether it takes our name to tell whose comments these are. */
function needsLogin(comments, marker) {
	return comments.some((each) => hasMarker(each, marker) && !each.isByBot);
}
function hasMarker({ body }, marker) {
	const lines = plain(body).split("\n");
	return lines[0] === marker || lines.at(-1) === marker;
}
/** GitHub's form in the browser turns line ends around. */
function plain(body) {
	return body.replaceAll("\r\n", "\n").trim();
}
/** The number of the run that a comment links to in its last line, which holds nothing from outside; 0 without one. */
function runOf(body) {
	const last = plain(body).split("\n").at(-1) ?? "";
	return Number(/\/actions\/runs\/(\d{1,15})\b/.exec(last)?.[1] ?? 0);
}

// src/comment/marker.ts
/** Inputs that say what is judged. Those that say how may change from one push to the next, and it is the same comment still. */
const identifyingInputs = [
	"mode",
	"working-directory",
	"packages",
	"platforms",
	"ship",
	"binaries",
	"images",
	"go-version"
];
/**
* The hidden line by which a comment is found again. It is another one for every workflow, job, leg of a matrix and step, so that
* none writes over another's comment; a workflow that is called twice differs in the inputs of its steps.
*/
async function markerOf(env, inputs) {
	const { GITHUB_WORKFLOW, GITHUB_JOB, GITHUB_ACTION, RUNNER_OS, RUNNER_ARCH } = env;
	const place = [
		GITHUB_WORKFLOW,
		GITHUB_JOB,
		GITHUB_ACTION,
		RUNNER_OS,
		RUNNER_ARCH
	].map((name) => name ?? "");
	const leg = [inputs["comment-key"] ?? "", ...identifyingInputs.map((name) => inputs[name]?.trim() ?? "")];
	const bytes = new TextEncoder().encode(JSON.stringify([...place, ...leg]));
	return `<!-- go-linkage:${[...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("")} -->`;
}

// src/comment/comment-target.ts
const Event = object({ pull_request: object({
	number: pipe(number(), safeInteger(), minValue(1)),
	base: object({ repo: object({ full_name: pipe(string(), regex(/^[\w.-]+\/[\w.-]+$/)) }) }),
	head: fallback(object({ repo: nullable(object({ full_name: string() })) }), { repo: null })
}) });
/**
* The event of a workflow run -> its pull request. Where the job's token can only read, nothing is tried: for a pull request from a
* fork, and for what Dependabot did (also when somebody runs it again: GITHUB_ACTOR stays).
*/
function findCommentTarget(env, payload) {
	const event = safeParse(Event, payload);
	if (!event.success) {
		const name = env.GITHUB_EVENT_NAME ?? "";
		return { why: name === "" ? "this is not a workflow run" : `the event ${name} has no pull request` };
	}
	const { number, base, head } = event.output.pull_request;
	const repository = base.repo.full_name;
	if (head.repo?.full_name !== repository) return { why: "the pull request comes from a fork, and GitHub gives its runs a read-only token" };
	if (env.GITHUB_ACTOR === "dependabot[bot]") return { why: "Dependabot started the run, and GitHub gives it a read-only token" };
	return { pullRequest: {
		repository,
		number
	} };
}

// src/comment/trouble.ts
/** Why there is no comment, and what to do about it, in one sentence. */
function describeTrouble({ message, status }) {
	const remedy = remedyFor(status, message);
	return `none is written: ${message}${remedy === null ? "" : `; ${remedy}`}; the report is in the job summary`;
}
function remedyFor(status, message) {
	if (/\brate limit\b/i.test(message)) return null;
	if (status === 401) return "the input token is not valid";
	if (status === 403 && /\block(?:ed)?\b|\barchived\b/i.test(message)) return null;
	if (status === 403 || status === 404) return "give the job permissions: pull-requests: write";
	return null;
}

// src/comment/post-comment.ts
/** A comment is not worth more of a job's time. In ms. */
const timeLimit = 3e4;
/** Says the verdict in a comment on the pull request, or brings up to date the one that is there. Never throws. */
async function comment(report, request, ports) {
	try {
		const target = findCommentTarget(ports.env, await readEvent(ports));
		if ("why" in target) return {
			level: "notice",
			text: `none, for ${target.why}; the report is in the job summary`
		};
		const marker = await markerOf(ports.env, request.inputs);
		const body = renderComment(report, {
			marker,
			run: runLink(ports.env)
		});
		const { outcome } = report.verdict;
		const deadline = ports.now() + timeLimit;
		const thread = await ports.open(target.pullRequest, timeLimit);
		return {
			level: "info",
			text: `${await retry(() => postDraft(thread, {
				marker,
				body,
				outcome,
				mode: request.mode
			}), ports.network, (pause) => ports.now() + pause < deadline)} on pull request ${target.pullRequest.number}`
		};
	} catch (thrown) {
		if (thrown instanceof Interrupted) return null;
		return {
			level: "warning",
			text: thrown instanceof RequestFailed ? describeTrouble(thrown) : `none is written: ${toError(thrown).message}`
		};
	}
}
/** From the look-up anew whenever it is tried again: what seems to have failed may have arrived. */
async function postDraft(thread, draft) {
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
		case "leave": return `left as it is, for ${decision.why},`;
	}
}
async function readEvent({ env, files }) {
	const path = env.GITHUB_EVENT_PATH ?? "";
	const text = path === "" ? void 0 : await files.readText(path);
	return text === void 0 ? null : JSON.parse(text);
}
/** Where GitHub shows this run and its job summaries; null where that is not known. */
function runLink(env) {
	const { GITHUB_SERVER_URL: server = "", GITHUB_REPOSITORY: repository = "", GITHUB_RUN_ID: run = "" } = env;
	if (!(/^https?:\/\/[\w.:-]+$/.test(server) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^\d+$/.test(run))) return null;
	const attempt = env.GITHUB_RUN_ATTEMPT ?? "";
	return `${server}/${repository}/actions/runs/${run}${/^\d+$/.test(attempt) ? `/attempts/${attempt}` : ""}`;
}

export { comment };