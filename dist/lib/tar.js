import { s as toError } from "./errors.js";
import { r as joinBytes, t as decodeText } from "./bytes.js";
import { t as ArchiveError } from "./archive-error.js";
import { a as isHeader, c as parseHeader, o as isZero, r as compressionOf, s as numberAt } from "./archive-kind.js";
import { i as withFeed, r as feedOf, t as Feed } from "./feed.js";

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

// src/archives/limits.ts
const defaultLimits = {
	members: 5e5,
	bytes: 16 * 1024 ** 3,
	ratio: 250,
	unmeasured: 256 * 1024 ** 2
};

// src/archives/decompress.ts
/**
* Unpacks a stream if it is packed, whole: gzip's members, zstd's frames and xz's and bzip2's streams one after the other. What is read
* from `bytes` throws ArchiveError for what is cut off, damaged or above the limits, and what the source throws.
*/
async function decompress(bytes, { decompression, limits = defaultLimits }) {
	const feed = new Feed(bytes);
	const compression = compressionOf(await feed.peek(6));
	if (compression === null) return {
		compression,
		bytes: restOf(feed, bytes)
	};
	const read = { count: 0 };
	return {
		compression,
		bytes: bounded(unpack(compression, counted(restOf(feed, bytes), read), decompression), read, limits)
	};
}
/** What is left of a stream that was looked at. */
function restOf(feed, bytes) {
	const rest = { async *[Symbol.asyncIterator]() {
		try {
			yield* feed.rest();
		} finally {
			await feed.close();
		}
	} };
	return bytes.skip === void 0 ? rest : {
		...rest,
		skip: (count) => feed.skipSome(count)
	};
}
async function* counted(bytes, read) {
	for await (const piece of bytes) {
		read.count += piece.length;
		yield piece;
	}
}
async function* bounded(bytes, read, limits) {
	let total = 0;
	for await (const piece of bytes) {
		total += piece.length;
		if (total > limits.bytes) throw new ArchiveError(`unpacks to more than ${limits.bytes} bytes`);
		if (total > limits.unmeasured && total > limits.ratio * read.count) throw new ArchiveError(`unpacks to more than ${limits.ratio} times its size`);
		yield piece;
	}
}
function unpack(compression, bytes, decompression) {
	switch (compression) {
		case "gzip": return inWords(decompression.gunzip(bytes));
		case "zstd": return unzstd(bytes, decompression);
		case "xz": return unxz(bytes, decompression);
		case "bzip2": return unbzip2(bytes);
	}
}
async function* unzstd(bytes, decompression) {
	const { findFrame, readFrame } = await import("./zstd-frames.js");
	for await (const feed of feedOf(bytes)) while (await findFrame(feed)) yield* inWords(decompression.unzstd(inPieces(readFrame(feed))));
}
async function* unxz(bytes, decompression) {
	const { unxz: unpackStreams } = await import("./xz.js");
	yield* unpackStreams(bytes, await decompression.checks());
}
async function* unbzip2(bytes) {
	const { bunzip2 } = await import("./bzip2.js");
	yield* bunzip2(bytes);
}
/** What Node's zlib throws, as the end of a sentence. All else comes from the source. */
async function* inWords(bytes) {
	try {
		yield* bytes;
	} catch (thrown) {
		const error = toError(thrown);
		const code = "code" in error && typeof error.code === "string" ? error.code : "";
		if (code === "Z_BUF_ERROR") throw new ArchiveError("is cut off in the middle of its packed data");
		if (!(/^(?:Z_|ZSTD_)/.test(code) || "code" in error && typeof error.code === "number") || thrown instanceof ArchiveError) throw thrown;
		throw new ArchiveError(`is damaged: its packed data cannot be unpacked (${error.message})`);
	}
}

// src/archives/tar-pax.ts
const EQUALS = 61;
const NEWLINE = 10;
const broken$1 = new ArchiveError("has an extended header that cannot be read");
/** The records of an extended header, "27 path=bin/app\n". Throws ArchiveError. */
function parsePax(bytes) {
	const records = /* @__PURE__ */ new Map();
	const parts = [];
	for (let at = 0; at < bytes.length;) {
		const length = lengthAt(bytes, at);
		const record = bytes.subarray(at, at + length);
		const start = String(length).length + 1;
		const equals = record.indexOf(EQUALS, start);
		if (record.length < length || record[length - 1] !== NEWLINE || equals === -1) throw broken$1;
		const key = decodeText(record.subarray(start, equals));
		const value = decodeText(record.subarray(equals + 1, length - 1));
		if (key === "GNU.sparse.offset" || key === "GNU.sparse.numbytes") parts.push(value);
		else records.set(key, value);
		at += length;
	}
	if (parts.length > 0) records.set("GNU.sparse.map", parts.join(","));
	return records;
}
function lengthAt(bytes, at) {
	const digits = /^([1-9]\d{0,7}) /.exec(String.fromCharCode(...bytes.subarray(at, at + 9)))?.[1];
	if (digits === void 0) throw broken$1;
	return Number(digits);
}

// src/archives/tar-sparse.ts
const MOST_PARTS = 1e6;
const SLOT = 24;
const broken = new ArchiveError("has a sparse member whose parts do not fit its size");
/** The old format of GNU: in the header, and in blocks behind it. */
async function readOldSparse(header, size, feed) {
	const parts = slotsOf(header, 386, 4);
	let isLast = header[482] === 0;
	while (!isLast) {
		const block = await feed.take(512, "the list of a sparse member");
		parts.push(...slotsOf(block, 0, 21));
		isLast = block[504] === 0;
		if (parts.length > MOST_PARTS) throw broken;
	}
	return check({
		size: numberAt(header, [483, 12], "size"),
		parts,
		stored: size
	});
}
function slotsOf(block, start, count) {
	return Array.from({ length: count }, (_, at) => start + at * SLOT).flatMap((at) => {
		if (block[at] === 0) return [];
		return {
			offset: numberAt(block, [at, 12], "size"),
			length: numberAt(block, [at + 12, 12], "size")
		};
	});
}
/** The formats of pax, 0.0, 0.1 and 1.0; undefined where the member is not sparse. */
async function readPaxSparse(pax, size, feed) {
	const [major, real] = [pax.get("GNU.sparse.major"), pax.get("GNU.sparse.realsize") ?? pax.get("GNU.sparse.size")];
	if (major === void 0 && real === void 0) return void 0;
	if (major !== void 0 && major !== "0") {
		if (major !== "1") throw new ArchiveError(`has a sparse member of the unknown version ${major}`);
		return readListed(decimal(real), size, feed);
	}
	const map = (pax.get("GNU.sparse.map") ?? "").split(",").filter((part) => part !== "");
	return check({
		size: decimal(real),
		parts: pairsOf(map.map(decimal)),
		stored: size
	});
}
/** Version 1.0 has the list as lines in front of the data, padded to whole blocks. */
async function readListed(real, size, feed) {
	const lines = [];
	let [rest, blocks] = ["", 0];
	while (lines.length === 0 || lines.length < 1 + 2 * (lines[0] ?? 0)) {
		const text = rest + String.fromCharCode(...await feed.take(512, "the list of a sparse member"));
		blocks += 1;
		const all = text.split("\n");
		rest = all.pop() ?? "";
		for (const line of all) if (lines.length === 0 || lines.length < 1 + 2 * (lines[0] ?? 0)) lines.push(decimal(line));
		if ((lines[0] ?? 0) > MOST_PARTS || blocks * 512 > size || rest.length > 512) throw broken;
	}
	return check({
		size: real,
		parts: pairsOf(lines.slice(1)),
		stored: size - blocks * 512
	});
}
function pairsOf(numbers) {
	if (numbers.length % 2 !== 0 || numbers.length > 2 * MOST_PARTS) throw broken;
	return Array.from({ length: numbers.length / 2 }, (_, at) => ({
		offset: numbers[2 * at] ?? 0,
		length: numbers[2 * at + 1] ?? 0
	}));
}
function decimal(text) {
	const value = /^\d{1,15}$/.test(text ?? "") ? Number(text) : NaN;
	if (Number.isNaN(value)) throw broken;
	return value;
}
function check(sparse) {
	let end = 0;
	let sum = 0;
	for (const { offset, length } of sparse.parts) {
		if (offset < end || offset + length > sparse.size) throw broken;
		end = offset + length;
		sum += length;
	}
	if (sum !== sparse.stored) throw broken;
	return sparse;
}
const zeros = /* @__PURE__ */ new Uint8Array(65536);
/** The whole file, zeros included. */
async function* expand({ size, parts }, feed) {
	let at = 0;
	for (const { offset, length } of [...parts, {
		offset: size,
		length: 0
	}]) {
		for (; at < offset; at += Math.min(zeros.length, offset - at)) yield zeros.subarray(0, offset - at);
		yield* feed.stream(length, "a member");
		at = offset + length;
	}
}

// src/archives/tar.ts
/** Of a header that only describes the next one: more is no name and no list of attributes. */
const LONGEST_EXTENSION = 1048576;
const WITHOUT_CONTENT = "23456";
/**
* Reads a tar archive of any kind: v7, ustar, pax, GNU with long names, sparse files and several archives one after the other, as
* `cat` makes them. Throws ArchiveError for what is cut off, damaged or above the limits; what was visited before it holds.
*/
function readTar(bytes, visit, limits = defaultLimits) {
	return withFeed(bytes, (feed) => readMembers(feed, visit, limits));
}
async function readMembers(feed, visit, limits) {
	let global = /* @__PURE__ */ new Map();
	let extensions = { pax: global };
	let [members, hasEnd] = [0, false];
	for (;;) {
		const block = await feed.takeSome(512);
		if (block.length === 0 && (hasEnd || limits.mayLackEnd === true)) break;
		if (isZero(block) && block.length === 512) {
			hasEnd = true;
			continue;
		}
		if (!isHeader(block)) {
			if (hasEnd) break;
			throw describeBroken(block, members);
		}
		hasEnd = false;
		const header = parseHeader(block);
		const found = await readExtension(header, extensions, feed);
		if (found === void 0) {
			members += 1;
			if (members > limits.members) throw new ArchiveError(`has more than ${limits.members} members`);
			await visitMember({
				header,
				block,
				extensions
			}, {
				feed,
				visit,
				limits
			});
			extensions = { pax: global };
		} else if (found.isGlobal) {
			global = new Map([...global, ...found.pax]);
			extensions = {
				...extensions,
				pax: new Map([...global, ...extensions.pax])
			};
		} else extensions = found;
	}
}
function describeBroken(block, members) {
	if (block.length < 512) return new ArchiveError("is cut off between two members, or its end was never written");
	return new ArchiveError(members === 0 ? "is not a tar archive" : "is damaged: there is no header where a member should begin");
}
/** A header that describes the next one; undefined for a member. */
async function readExtension({ type, size }, known, feed) {
	if (!"xgXLK".includes(type)) return void 0;
	if (size > LONGEST_EXTENSION) throw new ArchiveError("has an extended header of more than 1 MiB");
	const content = Uint8Array.from(await feed.take(size, "an extended header"));
	await feed.skip(paddingOf(size), "an extended header");
	const text = () => decodeText(content).replace(/\0.*$/s, "");
	switch (type) {
		case "L": return {
			...known,
			path: text(),
			isGlobal: false
		};
		case "K": return {
			...known,
			linkPath: text(),
			isGlobal: false
		};
		case "g": return {
			pax: parsePax(content),
			isGlobal: true
		};
		default: return {
			...known,
			pax: new Map([...known.pax, ...parsePax(content)]),
			isGlobal: false
		};
	}
}
async function visitMember({ header, block, extensions }, { feed, visit, limits }) {
	const { pax } = extensions;
	if (header.type === "M") throw new ArchiveError("is a part of an archive in several volumes");
	const named = numberOf(pax, "size") ?? header.size;
	const size = !WITHOUT_CONTENT.includes(header.type) && (header.type !== "1" || await hasLinkContent(pax, named, feed)) ? named : 0;
	const before = feed.offset;
	const sparse = header.type === "S" ? await readOldSparse(block, size, feed) : await readPaxSparse(pax, size, feed);
	const end = (header.type === "S" ? feed.offset : before) + size;
	const member = describeMember(header, extensions, sparse?.size ?? size);
	if (header.type !== "V") await visit(member, guarded(sparse === void 0 ? feed.stream(size, "a member") : expand(sparse, feed), limits.bytes));
	await feed.skip(end - feed.offset + paddingOf(size), "a member");
}
/** Programs other than pax write the size of the file that is linked to, and no content: then the next header follows at once. */
async function hasLinkContent(pax, size, feed) {
	if (size === 0) return false;
	if (pax.size > 0) return true;
	const next = await feed.peek(512);
	return !isHeader(next) && !isZero(next);
}
function describeMember(header, { pax, ...long }, size) {
	const path = pax.get("GNU.sparse.name") ?? pax.get("path") ?? long.path ?? header.path;
	const kind = kindOf(header.type, path);
	return {
		path,
		kind,
		target: kind === "link" || kind === "hard-link" ? pax.get("linkpath") ?? long.linkPath ?? header.linkPath : null,
		mode: header.mode & 4095,
		uid: numberOf(pax, "uid") ?? header.uid,
		gid: numberOf(pax, "gid") ?? header.gid,
		size
	};
}
/** POSIX has unknown types read as files. */
function kindOf(type, path) {
	if (type === "1") return "hard-link";
	if (type === "2") return "link";
	if ("346".includes(type)) return "other";
	return type === "5" || type === "D" || path.endsWith("/") ? "folder" : "file";
}
function numberOf(pax, key) {
	const text = pax.get(key);
	if (text === void 0) return void 0;
	if (!/^\d{1,15}$/.test(text)) throw new ArchiveError(`has a member with an impossible ${key}`);
	return Number(text);
}
function paddingOf(size) {
	return (512 - size % 512) % 512;
}
/** Zeros cost nothing in an archive. */
async function* guarded(content, limit) {
	let total = 0;
	for await (const piece of content) {
		total += piece.length;
		if (total > limit) throw new ArchiveError(`has a member of more than ${limit} bytes`);
		yield piece;
	}
}

export { defaultLimits as i, decompress as n, inWords as r, readTar as t };