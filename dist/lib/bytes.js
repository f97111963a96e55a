// src/text/bytes.ts
/**
* Where `needle` first is in `haystack` at or after `from`, or -1. Node's own search (memchr and Boyer-Moore in C++) is the only one
* there is for bytes, ten times as fast as a loop. Stages may call it: it is a plain function, and no world is behind it.
*/
function indexOfBytes(haystack, needle, from) {
	return Buffer.from(haystack.buffer, haystack.byteOffset, haystack.byteLength).indexOf(needle, from);
}
/** Text of a file. Still hostile: it may hold control characters and markup. */
function decodeText(bytes) {
	return utf8.decode(bytes);
}
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
/** Pieces as one; a single one as it is. */
function joinBytes(pieces) {
	const [only, ...others] = pieces.filter(({ length }) => length > 0);
	if (others.length === 0) return only ?? /* @__PURE__ */ new Uint8Array();
	const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		bytes.set(piece, at);
		at += piece.length;
	}
	return bytes;
}

export { indexOfBytes as n, joinBytes as r, decodeText as t };