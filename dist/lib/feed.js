import { r as joinBytes } from "./bytes.js";
import { t as ArchiveError } from "./archive-error.js";

// src/archives/feed.ts
/** Reads a stream in the pieces that a format is made of. */
var Feed = class {
	#source;
	#jump;
	#piece = /* @__PURE__ */ new Uint8Array();
	/** Bytes that were taken or skipped. */
	offset = 0;
	constructor(bytes) {
		this.#source = bytes[Symbol.asyncIterator]();
		this.#jump = bytes.skip?.bind(bytes);
	}
	/** The next `length` bytes without taking them; fewer at the end. */
	async peek(length) {
		if (this.#piece.length < length) {
			const pieces = [this.#piece];
			for (let total = this.#piece.length; total < length;) {
				const next = await this.#source.next();
				if (next.done === true) break;
				pieces.push(next.value);
				total += next.value.length;
			}
			this.#piece = joinBytes(pieces);
		}
		return this.#piece.subarray(0, length);
	}
	/** The next `length` bytes; fewer at the end. */
	async takeSome(length) {
		const bytes = await this.peek(length);
		this.#drop(bytes.length);
		return bytes;
	}
	/** The next `length` bytes. Throws ArchiveError where there are fewer; `what` is what they are of. */
	async take(length, what) {
		const bytes = await this.takeSome(length);
		if (bytes.length < length) throw cutOff(what);
		return bytes;
	}
	/** The next `length` bytes as they come. Throws ArchiveError where there are fewer. */
	async *stream(length, what) {
		for (let left = length; left > 0;) {
			const piece = await this.takeNext(left);
			if (piece.length === 0) throw cutOff(what);
			left -= piece.length;
			yield piece;
		}
	}
	/** What is there of the next `limit` bytes; nothing at the end. */
	async takeNext(limit) {
		const some = await this.peek(1);
		const piece = some.length === 0 ? some : this.#piece.subarray(0, limit);
		this.#drop(piece.length);
		return piece;
	}
	/** All that is left. */
	async *rest() {
		for (let piece = await this.takeNext(Infinity); piece.length > 0; piece = await this.takeNext(Infinity)) yield piece;
	}
	/** Leaves out as many of the next bytes as can be left out without reading them, and says how many. */
	skipSome(length) {
		const here = Math.min(length, this.#piece.length);
		this.#drop(here);
		const jumped = length > here ? this.#jump?.(length - here) ?? 0 : 0;
		this.offset += jumped;
		return here + jumped;
	}
	/** Throws ArchiveError where there are fewer. */
	async skip(length, what) {
		let left = length - this.skipSome(length);
		while (left > 0) {
			const piece = await this.takeNext(left);
			if (piece.length === 0) throw cutOff(what);
			left -= piece.length;
		}
	}
	/** Lets go of the source: nobody reads on. */
	async close() {
		await this.#source.return?.();
	}
	#drop(length) {
		this.#piece = this.#piece.subarray(length);
		this.offset += length;
	}
};
/** Reads a stream with `use`, and lets go of it afterwards. */
async function withFeed(bytes, use) {
	const feed = new Feed(bytes);
	try {
		return await use(feed);
	} finally {
		await feed.close();
	}
}
/** The same for a generator. */
async function* feedOf(bytes) {
	const feed = new Feed(bytes);
	try {
		yield feed;
	} finally {
		await feed.close();
	}
}
function cutOff(what) {
	return new ArchiveError(`is cut off in the middle of ${what}`);
}

export { withFeed as i, cutOff as n, feedOf as r, Feed as t };