import { n as getExecOutput } from "./exec.js";
import { n as Interrupted, s as toError } from "./errors.js";
import { r as which } from "./files.js";
import { t as cannotStart } from "./work.js";
import { subscribe } from "node:diagnostics_channel";
import { AsyncLocalStorage } from "node:async_hooks";
import { statSync } from "node:fs";

// src/ports/ask.ts
/**
* @actions/exec cannot end what it has started, leaves its input open, and does not tell the signal that ended it. Node hands out
* each child process (diagnostics_channel, `child_process`): the one that is made during a question is its program.
*/
const questions = new AsyncLocalStorage();
subscribe("child_process", (message) => {
	const question = questions.getStore();
	if (question === void 0) return;
	const { process: child } = message;
	question.child = child;
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
function makeAsk(signal) {
	return async (program, args, options) => {
		const { cwd, env, timeoutMs } = options;
		const path = await findStartable(program, args, options);
		if (signal.aborted) throw new Interrupted("interrupted");
		const limits = timeoutMs === void 0 ? [] : [AbortSignal.timeout(Math.max(0, Math.floor(timeoutMs)))];
		const question = { end: AbortSignal.any([signal, ...limits]) };
		const settled = new AbortController();
		question.end.addEventListener("abort", () => question.child?.kill("SIGKILL"), { signal: settled.signal });
		const interrupted = new Promise((_resolve, reject) => {
			const interrupt = () => {
				reject(new Interrupted("interrupted"));
			};
			signal.addEventListener("abort", interrupt, { signal: settled.signal });
		});
		const started = performance.now();
		try {
			const how = {
				cwd,
				env: { ...env },
				silent: true,
				ignoreReturnCode: true
			};
			const running = questions.run(question, () => getExecOutput(asCommandLine(path), [...args], how));
			const { exitCode, stdout, stderr } = await Promise.race([running, interrupted]);
			const ended = question.child?.signalCode ?? null;
			const durationMs = Math.round(performance.now() - started);
			return {
				exitCode: ended === null ? exitCode : null,
				signal: ended,
				stdout,
				stderr,
				durationMs
			};
		} catch (thrown) {
			if (thrown instanceof Interrupted) throw thrown;
			await new Promise(setImmediate);
			throw cannotStart(program, cwd, question.error ?? withCode(thrown, path));
		} finally {
			settled.abort();
		}
	};
}
/** @actions/exec has only the words of the system's error; what is wrong with the machine is known by its code. */
function withCode(thrown, path) {
	const error = toError(thrown);
	const code = /\bspawn [^\n]*? (E[A-Z0-9]+)\b/.exec(error.message)?.[1];
	return code === void 0 ? error : Object.assign(error, {
		code,
		path
	});
}
/** In bytes: Linux takes no longer argument. */
const longestArgument = 131071;
/**
* The path of a program as the PATH of its own environment finds it; @actions/exec would ask ours. Throws what `work` throws for all
* that is known to make `spawn` throw, for @actions/exec then neither answers nor fails, and Node ends this process.
*/
async function findStartable(program, args, { cwd, env }) {
	const path = statSync(cwd, { throwIfNoEntry: false })?.isDirectory() ?? false ? await which(program, env, cwd) : void 0;
	if (path === void 0) throw cannotStart(program, cwd, /* @__PURE__ */ new Error(`spawn ${program} ENOENT`));
	if (args.some((arg) => arg.includes("\0") || Buffer.byteLength(arg) > longestArgument)) throw cannotStart(program, cwd, /* @__PURE__ */ new Error("spawn E2BIG: an argument is too long, or has a NUL"));
	return path;
}
/**
* A path as the command line that @actions/exec takes apart again (argStringToArray): blanks and quotes have to be quoted, a
* backslash must not be, and a blank at the end keeps the last word from being trimmed.
*/
function asCommandLine(path) {
	return `${path.replaceAll(/[ "]/g, (char) => char === " " ? "\" \"" : "\"\\\"\"")} `;
}

export { makeAsk };