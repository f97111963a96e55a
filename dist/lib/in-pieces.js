import { r as joinBytes } from "./bytes.js";

// src/archives/in-pieces.ts
/** Bytes of a piece: crossing to a decoder costs as much for a few bytes as for many. */
const leastBytes = 65536;
/** The same bytes in pieces of at least 64 KiB, but for the last one. A piece of `bytes` is not to be changed after it was handed on. */
async function* inPieces(bytes) {
	let [held, total] = [[], 0];
	for await (const piece of bytes) {
		held.push(piece);
		total += piece.length;
		if (total < leastBytes) continue;
		yield joinBytes(held);
		[held, total] = [[], 0];
	}
	if (total > 0) yield joinBytes(held);
}

export { inPieces as t };