import { o as printable, r as formatTime } from "./text.js";

// src/ports/progress.ts
/** How far a stage is: counted alike for the live lines of a terminal and for the plain lines of a log. */
var Progress = class {
	#running = /* @__PURE__ */ new Map();
	#stage = "";
	#started = performance.now();
	#total;
	#done = 0;
	#failed = 0;
	/** Begins a stage of so many pieces. */
	begin(stage, total) {
		this.#stage = stage;
		this.#started = performance.now();
		this.#total = total;
		this.#done = 0;
		this.#failed = 0;
	}
	start(title) {
		const key = Symbol(title);
		const started = performance.now();
		this.#running.set(key, {
			title,
			started
		});
		return (outcome, { pieces = 1, trouble } = {}) => {
			this.#running.delete(key);
			this.#done += pieces;
			if (trouble !== void 0) this.#failed += pieces;
			const why = trouble === void 0 ? "" : `: ${trouble}`;
			return {
				text: `${outcome} ${title} in ${formatTime(performance.now() - started)}${why}`,
				count: this.#total === void 0 ? "" : `${this.#done}/${this.#total} `,
				isTrouble: trouble !== void 0
			};
		};
	}
	/** Oldest first. */
	get running() {
		return [...this.#running.values()];
	}
	/** `Build: 3/12 done, 1 failed, 9 left, 4.2 s` */
	get headline() {
		const left = this.#total === void 0 ? void 0 : this.#total - this.#done;
		const done = this.#total === void 0 ? `${this.#done} done` : `${this.#done}/${this.#total} done`;
		const parts = [
			...this.#total === void 0 && this.#done === 0 ? [] : [done],
			...this.#failed === 0 ? [] : [`${this.#failed} failed`],
			...left === void 0 ? [] : [`${left} left`],
			formatTime(performance.now() - this.#started)
		];
		return `${this.#stage === "" ? "" : `${this.#stage}: `}${parts.join(", ")}`;
	}
};
/** A line when work starts and one when it ends, with how much of all there is has been done. */
function plainProgress(write) {
	const progress = new Progress();
	return {
		group: (stage, body, pieces) => {
			progress.begin(stage, pieces);
			return body();
		},
		activity: (title, verb) => {
			const end = progress.start(title);
			write(printable(`${verb} ${title}`));
			return (outcome, ended) => {
				const { count, text } = end(outcome, ended);
				write(printable(`${count}${text}`));
			};
		}
	};
}

// src/ports/interrupt.ts
const names = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
/** Turns Ctrl-C and kill into an AbortSignal, so that children are ended and temporary folders removed before we go. */
function listenForInterrupts() {
	const controller = new AbortController();
	let received;
	const handlers = names.map((name) => {
		const handler = () => {
			received ??= name;
			controller.abort();
		};
		process.on(name, handler);
		return {
			name,
			handler
		};
	});
	return {
		signal: controller.signal,
		reraise: () => {
			if (received === void 0) return;
			for (const { name, handler } of handlers) process.off(name, handler);
			process.kill(process.pid, received);
		}
	};
}

export { Progress as n, plainProgress as r, listenForInterrupts as t };