import { t as decodeText } from "./bytes.js";
import { t as ArchiveError } from "./archive-error.js";

// src/archives/tar-header.ts
const blockSize = 512;
const CHECKSUM = {
	offset: 148,
	length: 8
};
const MAGIC_OFFSET = 257;
const SPACE = 32;
const MANY_BYTES = 128;
const NEGATIVE = 64;
function isZero(block) {
	return block.every((byte) => byte === 0);
}
/** Whether a block is a header: its checksum fits. Some old programs have summed signed bytes. */
function isHeader(block) {
	if (block.length < 512) return false;
	let [unsigned, signed] = [0, 0];
	for (let at = 0; at < 512; at += 1) {
		const byte = at >= CHECKSUM.offset && at < CHECKSUM.offset + CHECKSUM.length ? SPACE : block[at] ?? 0;
		unsigned += byte;
		signed += byte < MANY_BYTES ? byte : byte - 256;
	}
	const sum = parseOctal(block.subarray(CHECKSUM.offset, CHECKSUM.offset + CHECKSUM.length));
	return sum !== null && (sum === unsigned || sum === signed);
}
/** Throws ArchiveError for a number that cannot be meant. */
function parseHeader(block) {
	const name = textAt(block, 0, 100);
	const prefix = textAt(block, MAGIC_OFFSET, 6) === "ustar" ? textAt(block, 345, 155) : "";
	return {
		path: prefix === "" ? name : `${prefix}/${name}`,
		mode: numberAt(block, [100, 8], "mode"),
		uid: numberAt(block, [108, 8], "user id"),
		gid: numberAt(block, [116, 8], "group id"),
		size: numberAt(block, [124, 12], "size"),
		type: String.fromCharCode(block[156] ?? 0),
		linkPath: textAt(block, 157, 100)
	};
}
function textAt(block, offset, length) {
	const field = block.subarray(offset, offset + length);
	const end = field.indexOf(0);
	return decodeText(end === -1 ? field : field.subarray(0, end));
}
/** Octal digits or, for what is larger, bytes. Throws ArchiveError for anything else. */
function numberAt(block, [offset, length], what) {
	const field = block.subarray(offset, offset + length);
	const value = ((field[0] ?? 0) & MANY_BYTES) === 0 ? parseOctal(field) : parseBytes(field);
	if (value === null || !Number.isSafeInteger(value)) throw new ArchiveError(`has a member with an impossible ${what}`);
	return value;
}
/** An empty field is 0. */
function parseOctal(field) {
	const text = String.fromCharCode(...field).replaceAll(/^[ \0]+|[ \0].*$/gs, "");
	if (text === "") return 0;
	return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : null;
}
/** GNU's base 256. Nothing that is read here can be negative but an id, which then is nobody's. */
function parseBytes(field) {
	const [first = 0, ...others] = field;
	if ((first & NEGATIVE) !== 0) return null;
	return others.reduce((value, byte) => value * 256 + byte, first & 63);
}

// src/archives/archive-kind.ts
const magics = [
	["gzip", [31, 139]],
	["zstd", [
		40,
		181,
		47,
		253
	]],
	["zstd", [
		80,
		42,
		77,
		24
	]],
	["xz", [
		253,
		55,
		122,
		88,
		90,
		0
	]],
	["bzip2", [
		66,
		90,
		104
	]]
];
/** What a stream is packed with, by its first bytes; null where it is with nothing that is known here. */
function compressionOf(start) {
	return magics.find(([, magic]) => magic.every((byte, at) => start[at] === byte))?.[0] ?? null;
}
/** Enough to know each format by. */
const START = 512;
const DEB = "!<arch>\ndebian-binary";
/** What a file is by its first 512 bytes; null: neither an archive that is read nor packed. */
function archiveOf(start) {
	const text = decodeText(start.subarray(0, 21));
	if (/^PK(?:\x03\x04|\x05\x06)/.test(text)) return "zip";
	if (text === DEB) return "deb";
	if ([
		237,
		171,
		238,
		219
	].every((byte, at) => start[at] === byte)) return "rpm";
	if (compressionOf(start) !== null) return "packed";
	return isTar(start) ? "tar" : null;
}
function isTar(start) {
	const block = start.subarray(0, START);
	return block.length === START && !isZero(block) && isHeader(block);
}

export { isHeader as a, parseHeader as c, isTar as i, archiveOf as n, isZero as o, compressionOf as r, numberAt as s, START as t };