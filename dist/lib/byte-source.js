import { readSync } from "node:fs";

// src/ports/byte-source.ts
/** Bytes that one small read fetches, for the next ones: the tables of a file lie close together. */
const BLOCK = 16384;
/** Where a block can begin: pages are what the system keeps of a file. */
const PAGE = 4096;
/** The tables lie in some four places. */
const MAX_BLOCKS = 8;
/** An open file, in as few system calls as it takes: each costs more than what is done with the bytes. */
function readFrom(fd, size) {
	const blocks = [];
	const readSmall = (offset, length) => {
		const end = offset + length;
		const hit = blocks.find((block) => offset >= block.offset && end <= block.offset + block.bytes.length);
		if (hit !== void 0) return hit.bytes.subarray(offset - hit.offset, end - hit.offset);
		const start = offset - offset % PAGE;
		const bytes = fill(fd, start, Buffer.allocUnsafe(Math.min(BLOCK, size - start)));
		blocks.push({
			offset: start,
			bytes
		});
		if (blocks.length > MAX_BLOCKS) blocks.shift();
		return bytes.subarray(offset - start, end - start);
	};
	return {
		size,
		read: (offset, wanted, into) => {
			const length = Math.max(0, Math.min(wanted, size - offset));
			if (length === 0) return /* @__PURE__ */ new Uint8Array();
			if (length <= 12288) return readSmall(offset, length);
			return fill(fd, offset, into?.subarray(0, length) ?? Buffer.allocUnsafe(length));
		}
	};
}
/** The bytes that the file has for the whole of `bytes`: fewer when it has become shorter. */
function fill(fd, offset, bytes) {
	let filled = 0;
	while (filled < bytes.length) {
		const count = readSync(fd, bytes, filled, bytes.length - filled, offset + filled);
		if (count === 0) break;
		filled += count;
	}
	return bytes.subarray(0, filled);
}

export { readFrom as t };