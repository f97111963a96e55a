import { t as ArchiveError } from "./archive-error.js";

// src/archives/zstd-frames.ts
const MAGIC = [
	40,
	181,
	47,
	253
];
const MAGIC_LENGTH = 4;
const BLOCK_HEADER = 3;
const CHECKSUM = 4;
const RLE = 1;
const RESERVED = 3;
/** 128 MiB, as `zstd -d` has it: what needs more was packed for few machines. */
const LARGEST_WINDOW = 2 ** 27;
const broken = new ArchiveError("is damaged: its zstd frames cannot be told apart");
/** Whether another frame follows, behind those that are there to be skipped. Throws ArchiveError for anything that is no frame. */
async function findFrame(feed) {
	for (;;) {
		const magic = await feed.peek(MAGIC_LENGTH);
		if (magic.length === 0) return false;
		if (MAGIC.every((byte, at) => magic[at] === byte)) return true;
		if (!isSkippable(magic)) throw broken;
		await feed.take(MAGIC_LENGTH, "a zstd frame");
		await feed.skip(littleEndian(await feed.take(4, "a zstd frame")), "a zstd frame");
	}
}
/** 0x184D2A5?, in little-endian order. */
function isSkippable([first = 0, ...others]) {
	return (first & 240) === 80 && [
		42,
		77,
		24
	].every((byte, at) => others[at] === byte);
}
/** The bytes of the next frame. Throws ArchiveError. */
async function* readFrame(feed) {
	const { header, hasChecksum } = await readHeader(feed);
	yield header;
	for (let isLast = false; !isLast;) {
		const block = await feed.take(BLOCK_HEADER, "a zstd block");
		const fields = littleEndian(block);
		isLast = (fields & 1) === 1;
		const type = fields >> 1 & 3;
		if (type === RESERVED) throw broken;
		yield block;
		yield* feed.stream(type === RLE ? 1 : fields >> 3, "a zstd block");
	}
	if (hasChecksum) yield await feed.take(CHECKSUM, "a zstd frame");
}
async function readHeader(feed) {
	const descriptor = (await feed.peek(5))[MAGIC_LENGTH] ?? 0;
	const isSingle = (descriptor & 32) !== 0;
	const idLength = [
		0,
		1,
		2,
		4
	][descriptor & 3] ?? 0;
	const sizeLength = [
		isSingle ? 1 : 0,
		2,
		4,
		8
	][descriptor >> 6] ?? 0;
	const header = await feed.take(5 + (isSingle ? 0 : 1) + idLength + sizeLength, "a zstd frame");
	if ((isSingle ? littleEndian(header.subarray(-sizeLength)) + (sizeLength === 2 ? 256 : 0) : windowOf(header)) > LARGEST_WINDOW) throw new ArchiveError("is packed by zstd with a window of more than 128 MiB");
	return {
		header,
		hasChecksum: (descriptor & 4) !== 0
	};
}
function windowOf(header) {
	const field = header[5] ?? 0;
	const base = 2 ** (10 + (field >> 3));
	return base + base / 8 * (field & 7);
}
function littleEndian(bytes) {
	return bytes.reduceRight((value, byte) => value * 256 + byte, 0);
}

export { findFrame, readFrame };