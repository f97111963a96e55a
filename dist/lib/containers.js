import { t as ArchiveError } from "./archive-error.js";
import { i as defaultLimits, n as decompress, r as inWords, t as readTar } from "./tar.js";
import { r as joinBytes, t as decodeText } from "./bytes.js";
import { i as isTar, n as archiveOf, t as START } from "./archive-kind.js";
import { i as withFeed, t as Feed } from "./feed.js";
import { n as isBeside, t as findUnreadContainer } from "./unread-containers.js";
import { m as isStatic, n as unreadableFile, s as detect, t as inspect } from "./inspect-bytes.js";
import { basename, join, resolve } from "node:path";

// src/archives/held.ts
/** A file of the disk. Throws what the system throws. */
function heldFile(path, files) {
	return {
		size: files.withSource(path, ({ size }) => size),
		use: (look) => files.withSource(path, look),
		stream: () => files.stream(path)
	};
}
function heldBytes(bytes) {
	return {
		size: bytes.length,
		use: (look) => look(sourceOfBytes(bytes)),
		async *stream() {
			yield await Promise.resolve(bytes);
		}
	};
}
function sourceOfBytes(bytes, size = bytes.length) {
	return {
		size,
		read: (offset, length) => bytes.subarray(offset, offset + length)
	};
}

// src/archives/ar.ts
const MAGIC$1 = "!<arch>\n";
const HEADER$1 = 60;
/** Reads the members of an ar archive as a Debian package has them. Throws ArchiveError. */
function readAr(bytes, visit) {
	return withFeed(bytes, async (feed) => {
		if (decodeText(await feed.takeSome(8)) !== MAGIC$1) throw new ArchiveError("is not an ar archive");
		for (;;) {
			const header = await feed.takeSome(HEADER$1);
			if (header.length === 0) return;
			const text = decodeText(header);
			if (header.length < HEADER$1) throw new ArchiveError("is cut off between two members");
			const size = /^[0-9]{1,10} *$/.test(text.slice(48, 58)) ? Number(text.slice(48, 58)) : NaN;
			if (Number.isNaN(size) || text.slice(58) !== "`\n") throw new ArchiveError("has a member whose header is damaged");
			const end = feed.offset + size;
			await visit(text.slice(0, 16).replace(/\/? *$/, ""), feed.stream(size, "a member"));
			await feed.skip(end - feed.offset, "a member");
			await feed.takeSome(size % 2);
		}
	});
}

// src/archives/deb.ts
const LONGEST_CONTROL = 1048576;
/**
* Reads a Debian package (deb(5)): the files that it installs go to `visit`, what it says of itself comes back. Throws ArchiveError.
*/
async function readDeb(bytes, visit, options) {
	const found = {
		control: "",
		hasData: false
	};
	await readAr(bytes, async (name, content) => {
		if (/^control\.tar(?:\.|$)/.test(name)) found.control = await readControl(await unpack$1(name, content, options), options);
		if (!/^data\.tar(?:\.|$)/.test(name)) return;
		found.hasData = true;
		await readTar(await unpack$1(name, content, options), visit, options.limits);
	});
	if (!found.hasData) throw new ArchiveError("has no data.tar in it");
	return parseControl(found.control);
}
async function unpack$1(name, content, options) {
	const { compression, bytes } = await decompress(content, options);
	if (compression === null && !name.endsWith(".tar")) throw new ArchiveError(`has a ${name}, whose compression is not read`);
	return bytes;
}
async function readControl(bytes, { limits }) {
	let text = "";
	await readTar(bytes, async ({ path, size }, content) => {
		if (path.replace(/^\.\//, "") !== "control") return;
		if (size > LONGEST_CONTROL) throw new ArchiveError("has a control file of more than 1 MiB");
		for await (const piece of content) text += decodeText(piece);
	}, limits);
	return text;
}
/** deb-control(5) */
function parseControl(text) {
	const fields = /* @__PURE__ */ new Map();
	let last = "";
	for (const line of text.split("\n")) {
		const [, key, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
		if (key !== void 0) fields.set(last = key.toLowerCase(), value ?? "");
		else if (/^[ \t]/.test(line)) fields.set(last, `${fields.get(last) ?? ""} ${line.trim()}`);
	}
	const depends = ["pre-depends", "depends"].flatMap((key) => parseRelations(fields.get(key) ?? ""));
	return {
		format: "deb",
		name: fields.get("package") ?? null,
		architecture: fields.get("architecture") ?? null,
		depends
	};
}
/** `libc6 (>= 2.34), libssl3 | libssl3t64` */
function parseRelations(text) {
	return text.split(",").map((group) => group.split("|").flatMap((each) => {
		const match = /^\s*([^\s(:[]+)(?::\w+)?\s*(?:\(\s*([<>=]+)\s*([^)\s]+)\s*\))?/.exec(each);
		return match === null ? [] : {
			name: match[1] ?? "",
			relation: match[2] ?? null,
			version: match[3] ?? null
		};
	})).filter((anyOf) => anyOf.length > 0).map((anyOf) => ({ anyOf }));
}

// src/archives/cpio.ts
const HEADER = 110;
const STRIPPED = 14;
const LONGEST_NAME = 65536;
const TRAILER = "TRAILER!!!";
const KINDS = {
	32768: "file",
	16384: "folder",
	40960: "link"
};
const TYPE$1 = 61440;
/** Reads a cpio archive as RPM makes it; `listed`: the files of the package's header. Throws ArchiveError. */
function readCpio(bytes, visit, { limits, listed }) {
	return withFeed(bytes, async (feed) => {
		const names = /* @__PURE__ */ new Map();
		for (let members = 1;; members += 1) {
			const entry = await readEntry$1(feed, listed);
			if (entry === void 0) return;
			if (members > limits.members) throw new ArchiveError(`has more than ${limits.members} members`);
			const { inode, ...member } = entry;
			const end = feed.offset + member.size;
			if (inode !== null && member.size === 0) names.set(inode, [...names.get(inode) ?? [], member.path]);
			else {
				await visit(member, feed.stream(member.size, "a member"));
				for (const path of inode === null ? [] : names.get(inode) ?? []) await visit({
					...member,
					path,
					kind: "hard-link",
					target: member.path,
					size: 0
				}, feed.stream(0, "a member"));
			}
			await feed.skip(end - feed.offset, "a member");
			await align(feed);
		}
	});
}
async function readEntry$1(feed, listed) {
	const magic = decodeText(await feed.peek(6));
	if (magic === "07070X") return readStripped(feed, listed);
	if (magic !== "070701" && magic !== "070702") throw new ArchiveError(magic.length < 6 ? "is cut off between two members" : "is damaged: no member where one should begin");
	const fields = parseFields(decodeText(await feed.take(HEADER, "a member's header")));
	if (fields.nameSize < 1 || fields.nameSize > LONGEST_NAME) throw new ArchiveError("is damaged: a member has an impossible name");
	const path = decodeText(await feed.take(fields.nameSize, "a member's name")).replace(/\0.*$/s, "");
	await align(feed);
	if (path === TRAILER) return void 0;
	const { mode, uid, gid, size } = fields;
	const kind = KINDS[mode & TYPE$1] ?? "other";
	const target = kind === "link" ? decodeText(await feed.peek(Math.min(size, LONGEST_NAME))) : null;
	const isOneOfSeveral = kind === "file" && fields.links > 1;
	return {
		path,
		kind,
		target,
		mode: mode & 4095,
		uid,
		gid,
		size,
		inode: isOneOfSeveral ? fields.inode : null
	};
}
function parseFields(text) {
	const field = (at) => hexAt(text, 6 + at * 8);
	const [inode, mode, uid, gid, links] = [
		field(0),
		field(1),
		field(2),
		field(3),
		field(4)
	];
	return {
		inode,
		mode,
		uid,
		gid,
		links,
		size: field(6),
		nameSize: field(11)
	};
}
async function readStripped(feed, listed) {
	const text = decodeText(await feed.take(STRIPPED, "a member's header"));
	await align(feed);
	const file = listed[hexAt(text, 6)];
	if (file === void 0) throw new ArchiveError("is damaged: a member is none of the package's files");
	const { path, mode, size } = file;
	const kind = KINDS[mode & TYPE$1] ?? "other";
	const target = kind === "link" ? file.target : null;
	const stored = kind === "folder" || kind === "other" ? 0 : size;
	return {
		path,
		kind,
		target,
		mode: mode & 4095,
		uid: null,
		gid: null,
		size: stored,
		inode: null
	};
}
function hexAt(text, at) {
	const digits = text.slice(at, at + 8);
	if (!/^[0-9a-f]{8}$/i.test(digits)) throw new ArchiveError("is damaged: a member's header is not one");
	return Number.parseInt(digits, 16);
}
async function align(feed) {
	await feed.skip((4 - feed.offset % 4) % 4, "a member");
}

// src/archives/rpm-header.ts
const MAGIC = [
	142,
	173,
	232,
	1
];
const INTRO = 16;
const ENTRY$1 = 16;
const MOST_ENTRIES = 65535;
const LARGEST_STORE = 268435456;
const INT16 = 3;
const INT32 = 4;
const INT64 = 5;
const STRING = 6;
const STRING_ARRAY = 8;
const I18N_STRING = 9;
const damaged = new ArchiveError("is damaged: a header of the package cannot be read");
/** The values of a package's header by the number of their tag. */
var RpmHeader = class {
	#entries;
	#store;
	constructor(entries, store) {
		this.#entries = entries;
		this.#store = store;
	}
	texts(tag) {
		const entry = this.#entries.get(tag);
		if (entry === void 0) return [];
		if (![
			STRING,
			STRING_ARRAY,
			I18N_STRING
		].includes(entry.type)) throw damaged;
		const texts = [];
		for (let at = entry.offset; texts.length < entry.count;) {
			const end = this.#store.indexOf(0, at);
			if (end === -1) throw damaged;
			texts.push(decodeText(this.#store.subarray(at, end)));
			at = end + 1;
		}
		return texts;
	}
	text(tag) {
		return this.texts(tag)[0] ?? null;
	}
	numbers(tag) {
		const entry = this.#entries.get(tag);
		if (entry === void 0) return [];
		const width = {
			[INT16]: 2,
			[INT32]: 4,
			[INT64]: 8
		}[entry.type];
		if (width === void 0 || entry.offset + width * entry.count > this.#store.length) throw damaged;
		return Array.from({ length: entry.count }, (_, at) => this.#store.subarray(entry.offset + at * width, entry.offset + (at + 1) * width).reduce((value, byte) => value * 256 + byte, 0));
	}
};
/** Reads a header at its place in the package. Throws ArchiveError. */
async function readRpmHeader(feed) {
	const intro = await feed.take(INTRO, "a header of the package");
	if (!MAGIC.every((byte, at) => intro[at] === byte)) throw damaged;
	const [count, size] = [numberIn(intro, 8), numberIn(intro, 12)];
	if (count > MOST_ENTRIES || size > LARGEST_STORE) throw damaged;
	const index = Uint8Array.from(await feed.take(count * ENTRY$1, "a header of the package"));
	const store = Uint8Array.from(await feed.take(size, "a header of the package"));
	const entries = /* @__PURE__ */ new Map();
	for (let at = 0; at < index.length; at += ENTRY$1) {
		const entry = {
			type: numberIn(index, at + 4),
			offset: numberIn(index, at + 8),
			count: numberIn(index, at + 12)
		};
		if (entry.offset > size || entry.count > size) throw damaged;
		entries.set(numberIn(index, at), entry);
	}
	return new RpmHeader(entries, store);
}
function numberIn(bytes, at) {
	return bytes.subarray(at, at + 4).reduce((value, byte) => value * 256 + byte, 0);
}

// src/archives/rpm.ts
const LEAD = 96;
const ALIGNMENT = 8;
/** lib/rpmtag.h */
const tags = {
	name: 1e3,
	arch: 1022,
	fileSizes: 1028,
	fileModes: 1030,
	fileLinks: 1036,
	requireFlags: 1048,
	requireNames: 1049,
	requireVersions: 1050,
	dirIndexes: 1116,
	baseNames: 1117,
	dirNames: 1118,
	payloadFormat: 1124,
	payloadCompressor: 1125,
	longFileSizes: 5008
};
const LESS = 2;
const GREATER = 4;
const EQUAL = 8;
/** Of the library of rpm itself, as `rpmlib(PayloadIsZstd)`. */
const RPMLIB = 1 << 24;
/**
* Reads an rpm package: the files that it installs go to `visit`, what it says of itself comes back. Throws ArchiveError.
*/
function readRpm(bytes, visit, { decompression, limits }) {
	return withFeed(bytes, async (feed) => {
		await feed.skip(LEAD, "the package's lead");
		await readRpmHeader(feed);
		await feed.skip((ALIGNMENT - feed.offset % ALIGNMENT) % ALIGNMENT, "a header of the package");
		const header = await readRpmHeader(feed);
		const format = header.text(tags.payloadFormat) ?? "cpio";
		if (format !== "cpio") throw new ArchiveError(`has its files in the format ${format}, which is not read`);
		if (header.text(tags.payloadCompressor) === "lzma") throw new ArchiveError("is packed by lzma, which is not read");
		const { bytes: payload } = await decompress(feed.rest(), {
			decompression,
			limits
		});
		await readCpio(payload, visit, {
			limits,
			listed: filesOf(header)
		});
		return factsOf(header);
	});
}
function filesOf(header) {
	const [folders, indexes] = [header.texts(tags.dirNames), header.numbers(tags.dirIndexes)];
	const [modes, links] = [header.numbers(tags.fileModes), header.texts(tags.fileLinks)];
	const long = header.numbers(tags.longFileSizes);
	const sizes = long.length > 0 ? long : header.numbers(tags.fileSizes);
	return header.texts(tags.baseNames).map((name, at) => ({
		path: `${folders[indexes[at] ?? -1] ?? ""}${name}`,
		mode: modes[at] ?? 0,
		size: sizes[at] ?? 0,
		target: links[at] ?? ""
	}));
}
function factsOf(header) {
	const [names, versions] = [header.texts(tags.requireNames), header.texts(tags.requireVersions)];
	const flags = header.numbers(tags.requireFlags);
	const depends = names.flatMap((name, at) => {
		const flag = flags[at] ?? 0;
		if ((flag & RPMLIB) !== 0) return [];
		const relation = `${(flag & LESS) === 0 ? "" : "<"}${(flag & GREATER) === 0 ? "" : ">"}${(flag & EQUAL) === 0 ? "" : "="}`;
		const version = versions[at] ?? "";
		const isOpen = relation === "" || version === "";
		return [{ anyOf: [{
			name,
			relation: isOpen ? null : relation,
			version: isOpen ? null : version
		}] }];
	});
	return {
		format: "rpm",
		name: header.text(tags.name),
		architecture: header.text(tags.arch),
		depends
	};
}

// src/archives/zip-list.ts
const END = 101010256;
const END_SIZE = 22;
const END64 = 101075792;
const LOCATOR64 = 117853008;
const LOCATOR_SIZE = 20;
const ENTRY = 33639248;
const ENTRY_SIZE = 46;
const LARGEST_LIST = 268435456;
const ABSENT = 4294967295;
const ABSENT_SHORT = 65535;
const EXTRA64 = 1;
/** Systems whose entries have the mode bits of Unix: UNIX and OS X (Darwin). */
const withModes = /* @__PURE__ */ new Set([3, 19]);
const TYPE = 61440;
/** The list of a zip archive, in the order in which it is stored. Throws ArchiveError. */
function readZipList(source, mostMembers) {
	const { offset, size, count, start } = findList(source);
	if (size > LARGEST_LIST) throw new ArchiveError("has a list of more than 256 MiB");
	if (count > mostMembers) throw new ArchiveError(`has more than ${mostMembers} members`);
	const view = viewOf(source, offset, size);
	const entries = [];
	for (let at = 0; entries.length < count;) {
		if (at + ENTRY_SIZE > size || view.getUint32(at, true) !== ENTRY) throw new ArchiveError("is damaged: its list is cut off");
		const lengths = [
			28,
			30,
			32
		].map((each) => view.getUint16(at + each, true));
		const end = at + ENTRY_SIZE + lengths.reduce((sum, each) => sum + each, 0);
		if (end > size) throw new ArchiveError("is damaged: its list is cut off");
		entries.push(readEntry(view, at, start));
		at = end;
	}
	return entries.toSorted((a, b) => a.offset - b.offset);
}
function findList(source) {
	const length = Math.min(source.size, 65557);
	const tail = viewOf(source, source.size - length, length);
	for (let at = length - END_SIZE; at >= 0; at -= 1) {
		if (tail.getUint32(at, true) !== END || at + END_SIZE + tail.getUint16(at + 20, true) !== length) continue;
		const end = source.size - length + at;
		const [count, size, offset] = [
			tail.getUint16(at + 10, true),
			tail.getUint32(at + 12, true),
			tail.getUint32(at + 16, true)
		];
		if (tail.getUint16(at + 4, true) !== 0 && count !== ABSENT_SHORT) throw new ArchiveError("is a part of an archive in several volumes");
		const large = count === ABSENT_SHORT || size === ABSENT || offset === ABSENT ? findLargeList(source, end) : void 0;
		if (large !== void 0) return large;
		const start = end - size - offset;
		if (start < 0) throw new ArchiveError("is damaged: its list is not where it says");
		return {
			offset: end - size,
			size,
			count,
			start
		};
	}
	throw new ArchiveError("is cut off: it has no list at its end");
}
/** The list of an archive that is too large for the old fields. */
function findLargeList(source, end) {
	const at = end - LOCATOR_SIZE;
	if (at < 0) return void 0;
	const locator = viewOf(source, at, LOCATOR_SIZE);
	if (locator.getUint32(0, true) !== LOCATOR64) return void 0;
	const record = viewOf(source, numberAt(locator, 8), 56);
	if (record.getUint32(0, true) !== END64) throw new ArchiveError("is damaged: its list is not where it says");
	return {
		count: numberAt(record, 32),
		size: numberAt(record, 40),
		offset: numberAt(record, 48),
		start: 0
	};
}
function readEntry(view, at, start) {
	const u16 = (offset) => view.getUint16(at + offset, true);
	const u32 = (offset) => view.getUint32(at + offset, true);
	const [nameLength, extraLength] = [u16(28), u16(30)];
	const bytes = (offset, length) => new DataView(view.buffer, view.byteOffset + at + offset, length);
	const name = bytes(ENTRY_SIZE, nameLength);
	const path = decodeText(new Uint8Array(name.buffer, name.byteOffset, name.byteLength));
	const [size = 0, packedSize = 0, offset = 0] = largeFields(bytes(ENTRY_SIZE + nameLength, extraLength), [
		u32(24),
		u32(20),
		u32(42)
	]);
	const attributes = withModes.has(u16(4) >>> 8) ? u32(38) >>> 16 : 0;
	return {
		member: {
			path,
			kind: kindOf(attributes, path),
			target: null,
			mode: attributes === 0 ? null : attributes & 4095,
			uid: null,
			gid: null,
			size
		},
		isEncrypted: (u16(8) & 1) !== 0,
		method: u16(10),
		crc: u32(16),
		packedSize,
		offset: start + offset
	};
}
function kindOf(attributes, path) {
	const type = attributes & TYPE;
	if (/[/\\]$/.test(path) || type === 16384) return "folder";
	if (type === 40960) return "link";
	return type === 0 || type === 32768 ? "file" : "other";
}
/** Sizes and places that do not fit stand in an extra field, in this order (4.5.3). */
function largeFields(extra, fields) {
	for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
		if (extra.getUint16(at, true) !== EXTRA64) continue;
		const end = Math.min(extra.byteLength, at + 4 + extra.getUint16(at + 2, true));
		let next = at + 4;
		return fields.map((field) => {
			if (field !== ABSENT) return field;
			if (next + 8 > end) throw new ArchiveError("is damaged: a member has no size");
			next += 8;
			return numberAt(extra, next - 8);
		});
	}
	return [...fields];
}
function numberAt(view, at) {
	const value = view.getBigUint64(at, true);
	if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ArchiveError("is damaged: it has an impossible size");
	return Number(value);
}
function viewOf(source, offset, length) {
	if (offset < 0 || offset + length > source.size) throw new ArchiveError("is damaged: its list is not where it says");
	const bytes = source.read(offset, length);
	if (bytes.length < length) throw new ArchiveError("is cut off");
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

// src/archives/zip.ts
const LOCAL = [
	80,
	75,
	3,
	4
];
const LOCAL_SIZE = 30;
const LONGEST_TARGET = 65536;
const STORED = 0;
const DEFLATED = 8;
/** 4.4.5: bzip2, zstd and xz, which say by themselves what they are. */
const selfDescribing = /* @__PURE__ */ new Set([
	12,
	20,
	93,
	95
]);
const methods = {
	9: "deflate64",
	14: "lzma",
	98: "PPMd"
};
/**
* Reads a zip archive by the list at its end. The content of a member that is encrypted or packed in a way that is not read throws
* ArchiveError when it is asked for, and the others can be read. Throws ArchiveError.
*/
async function readZip(held, visit, options) {
	const { limits } = options;
	const entries = held.use((source) => readZipList(source, limits.members));
	const bound = boundOf(held, limits);
	const left = { bytes: limits.bytes };
	await withFeed(held.stream(), async (feed) => {
		for (const entry of entries) {
			if (entry.offset < feed.offset) throw new ArchiveError("has members that overlap");
			await feed.skip(entry.offset - feed.offset, "a member");
			const end = await readLocal(feed, entry);
			const content = contentOf(entry, feed, {
				...options,
				left,
				bound
			});
			const { member } = entry;
			const target = member.kind === "link" ? await readText(content) : null;
			await visit({
				...member,
				target
			}, content);
			await feed.skip(end - feed.offset, "a member");
		}
	});
}
/** How many bytes may come out in all. */
function boundOf({ size }, { ratio, unmeasured, bytes }) {
	return Math.min(bytes, Math.max(unmeasured, ratio * size));
}
/** Returns where the member ends. */
async function readLocal(feed, { packedSize }) {
	const header = await feed.take(LOCAL_SIZE, "a member's header");
	if (!LOCAL.every((byte, at) => header[at] === byte)) throw new ArchiveError("is damaged: a member is not where its list says");
	const [name = 0, extra = 0] = [26, 28].map((at) => (header[at] ?? 0) + 256 * (header[at + 1] ?? 0));
	await feed.skip(name + extra, "a member's header");
	return feed.offset + packedSize;
}
async function* contentOf(entry, feed, options) {
	const { member, crc } = entry;
	const { crc32 } = await options.decompression.checks();
	const check = {
		crc: 0,
		size: 0
	};
	for await (const piece of unpack(entry, feed, options)) {
		check.size += piece.length;
		options.left.bytes -= piece.length;
		if (check.size > member.size) throw new ArchiveError("is damaged: a member is larger than its list says");
		if (options.left.bytes < options.limits.bytes - options.bound) throw new ArchiveError(`unpacks to more than ${options.bound} bytes`);
		check.crc = crc32(piece, check.crc);
		yield piece;
	}
	if (check.size < member.size) throw new ArchiveError("is damaged: a member is smaller than its list says");
	if (check.crc !== crc) throw new ArchiveError("is damaged: a member's checksum does not fit");
}
async function* unpack({ isEncrypted, method, packedSize }, feed, options) {
	if (isEncrypted) throw new ArchiveError("is encrypted");
	const packed = feed.stream(packedSize, "a member");
	if (method === STORED) yield* packed;
	else if (method === DEFLATED) yield* inWords(options.decompression.inflateRaw(packed));
	else if (selfDescribing.has(method)) yield* (await decompress(packed, options)).bytes;
	else throw new ArchiveError(`is packed by ${methods[method] ?? `method ${method}`}, which is not read`);
}
async function readText(content) {
	let text = "";
	for await (const piece of content) {
		text += decodeText(piece);
		if (text.length > LONGEST_TARGET) throw new ArchiveError("has a link with an impossible target");
	}
	return text;
}

// src/archives/read-archive.ts
/** Looks at the start of a file. Throws ArchiveError for packed data that cannot be unpacked at all. */
async function openArchive(held, options) {
	const format = archiveOf(held.use((source) => source.read(0, START)));
	if (format === null) return { kind: "other" };
	if (format === "tar") return {
		kind: "tar",
		compression: null,
		bytes: held.stream()
	};
	if (format !== "packed") return {
		kind: "archive",
		format
	};
	const { compression, bytes } = await decompress(held.stream(), options);
	if (compression === null) return { kind: "other" };
	const feed = new Feed(bytes);
	const inside = await feed.peek(START);
	return {
		kind: isTar(inside) ? "tar" : "packed",
		compression,
		bytes: feed.rest()
	};
}
/** Hands the members of an archive to `visit`. Throws ArchiveError, with what it is in words. */
async function readArchive(held, opened, { visit, ...options }) {
	if (opened.kind === "tar") return readTarOrApk(opened.bytes, {
		visit,
		...options
	});
	switch (opened.format) {
		case "zip":
			await readZip(held, visit, options);
			return {
				format: "zip",
				facts: null
			};
		case "deb": return {
			format: "deb",
			facts: await readDeb(held.stream(), visit, options)
		};
		case "rpm": return {
			format: "rpm",
			facts: await readRpm(held.stream(), visit, options)
		};
	}
}
const LONGEST_INFO = 1048576;
/** A package of Alpine is a tar that begins with its signatures and what it says of itself. */
async function readTarOrApk(bytes, { visit, limits }) {
	const found = {
		info: null,
		isFirst: true
	};
	await readTar(bytes, async (member, content) => {
		const { path, size } = member;
		const isOfApk = path === ".PKGINFO" || path.startsWith(".SIGN.");
		if (!found.isFirst || !isOfApk) {
			found.isFirst = false;
			await visit(member, content);
		} else if (path === ".PKGINFO" && size <= LONGEST_INFO) found.info = await textOf(content);
	}, limits);
	return found.info === null ? {
		format: "tar",
		facts: null
	} : {
		format: "apk",
		facts: parseInfo(found.info)
	};
}
async function textOf(content) {
	let text = "";
	for await (const piece of content) text += decodeText(piece);
	return text;
}
/** `depend = so:libc.musl-x86_64.so.1`, `depend = busybox>=1.36` */
function parseInfo(text) {
	const pairs = text.split("\n").flatMap((line) => {
		const [, key = "", value = ""] = /^(\w+) = (.*)$/.exec(line) ?? [];
		return key === "" ? [] : [{
			key,
			value
		}];
	});
	const first = (name) => pairs.find(({ key }) => key === name)?.value ?? null;
	const depends = pairs.flatMap(({ key, value }) => {
		const match = key === "depend" ? /^([^!<>=~\s][^<>=~\s]*)\s*(?:([<>=~]+)\s*(\S+))?/.exec(value) : null;
		if (match === null) return [];
		return [{ anyOf: [{
			name: match[1] ?? "",
			relation: match[2] ?? null,
			version: match[3] ?? null
		}] }];
	});
	return {
		format: "apk",
		name: first("pkgname"),
		architecture: first("arch"),
		depends
	};
}

// src/inspect/container-members.ts
/** Enough for every mark by which a file is known. */
const HEAD = 36864;
const ANY_EXECUTE = 73;
const ELF_TYPE = 16;
const ELF_ORDER = 5;
const BIG_ENDIAN = 2;
const ET_REL = 1;
/** Judges a regular file of an archive. Throws ArchiveError where its content cannot be read. */
async function judgeMember({ path, mode }, bytes, context) {
	const feed = new Feed(bytes);
	const head = await feed.peek(HEAD);
	const source = sourceOfBytes(head);
	const { kind, what } = detect(source);
	if (kind !== "other" || what.startsWith("MZ")) {
		if (isObjectFile(head) && !isExecutable(mode)) return {
			kind: "skipped",
			reason: "ELF object file"
		};
		return judgeProgram(await context.hold(feed.rest()), mode, context);
	}
	if (archiveOf(head.subarray(0, START)) !== null) return openMember(await context.hold(feed.rest()), {
		path,
		mode
	}, context);
	const unread = findUnreadContainer(source);
	if (unread !== void 0) return unreadProgram({
		what: unread,
		why: `${unread}, which is not read: name the programs in it`
	}, head.length, mode);
	const inspection = inspect(source);
	if (isSkipped({
		path,
		mode
	}, inspection)) return {
		kind: "skipped",
		reason: shortly(inspection.what)
	};
	return judgeProgram(await context.hold(feed.rest()), mode, context);
}
/** An archive in the archive, or a file that is packed by itself: then it is judged by what is in it. */
async function openMember(content, named, context) {
	const opened = await openArchive(content, {
		...context,
		limits: defaultLimits
	});
	if (opened.kind === "packed") {
		const outcome = await judgeMember({
			...named,
			path: named.path.replace(/\.\w+$/, "")
		}, opened.bytes, context);
		await content.release();
		return outcome;
	}
	if (opened.kind !== "other") return {
		kind: "archive",
		opened,
		content
	};
	await content.release();
	return {
		kind: "skipped",
		reason: "file of an unknown format"
	};
}
async function judgeProgram(content, mode, context) {
	const started = context.now();
	const inspection = content.use((source) => inspect(source, { cgoCalls: true }));
	const inspectMs = Math.round(context.now() - started);
	const sha256 = context.digests ? await content.sha256() : null;
	const file = context.keepsStatic && isStatic(inspection.linkage) ? await content.keep() : null;
	const { size } = content;
	await content.release();
	return {
		kind: "program",
		size,
		sha256,
		inspection,
		inspectMs,
		mode,
		file
	};
}
/** What nobody could look into, as a program that cannot be judged. */
function unreadProgram({ what, why }, size, mode) {
	return {
		kind: "program",
		size,
		sha256: null,
		inspection: unreadableFile(what, why),
		inspectMs: 0,
		mode,
		file: null
	};
}
/**
* Whether a member is not a program: by its mode, or without one by its content and its name. Text that is to
* be started and is no script is a download that failed.
*/
function isSkipped({ path, mode }, inspection) {
	if (isBeside(path, inspection)) return true;
	return mode === null ? inspection.what === "text file" : !isExecutable(mode);
}
function isExecutable(mode) {
	return mode !== null && (mode & ANY_EXECUTE) !== 0;
}
/** What a linker is still to make a program of. */
function isObjectFile(head) {
	const [first = 0, second = 0] = head.subarray(ELF_TYPE, 18);
	const type = head[ELF_ORDER] === BIG_ENDIAN ? first * 256 + second : second * 256 + first;
	return detect(sourceOfBytes(head)).kind === "elf" && type === ET_REL;
}
function shortly(what) {
	return what.replace(/ file$/, "");
}

// src/inspect/hold.ts
/** What is larger goes to the disk: two copies of it are in memory for a moment. */
const SMALL = 33554432;
const LARGEST = 4 * 1024 ** 3;
/** Holds contents in memory or, when they are large, in a temporary folder. What it returns throws ArchiveError above 4 GiB. */
function makeHold(files) {
	let folder;
	let count = 0;
	const newPath = async () => {
		folder ??= files.makeTempDir();
		count += 1;
		return join(await folder, String(count));
	};
	return async (bytes) => {
		const iterator = bytes[Symbol.asyncIterator]();
		const { pieces, isWhole } = await gather(iterator);
		if (isWhole) return inMemory(joinBytes(pieces), {
			files,
			newPath
		});
		const path = await newPath();
		await files.writeBytes(path, continued(pieces, iterator));
		return onDisk(path, files);
	};
}
/** As much as may be in memory. */
async function gather(iterator) {
	const pieces = [];
	for (let total = 0; total <= SMALL;) {
		const next = await iterator.next();
		if (next.done === true) return {
			pieces,
			isWhole: true
		};
		pieces.push(next.value);
		total += next.value.length;
	}
	return {
		pieces,
		isWhole: false
	};
}
async function* continued(pieces, iterator) {
	yield* pieces;
	let total = pieces.reduce((sum, { length }) => sum + length, 0);
	for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
		total += next.value.length;
		if (total > LARGEST) throw new ArchiveError("has a member of more than 4 GiB");
		yield next.value;
	}
}
function onDisk(path, files) {
	let isKept = false;
	return {
		...heldFile(path, files),
		sha256: () => files.sha256(path),
		keep: () => {
			isKept = true;
			return Promise.resolve(path);
		},
		release: async () => {
			if (!isKept) await files.remove(path);
		}
	};
}
function inMemory(bytes, { files, newPath }) {
	const held = heldBytes(bytes);
	return {
		...held,
		sha256: async () => {
			const digest = await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes));
			return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
		},
		keep: async () => {
			const path = await newPath();
			await files.writeBytes(path, held.stream());
			return path;
		},
		release: () => Promise.resolve()
	};
}

// src/inspect/containers.ts
/** So many of one archive are told by name. */
const skippedShown = 200;
/** Nobody ships more; each is a row of the report. */
const mostPrograms = 1e4;
/** A reader of the archives of one run, by the paths that a report has. */
function makeContainerReader({ workingDirectory, digests, isToStart }, ports) {
	const context = {
		...ports,
		digests,
		keepsStatic: isToStart,
		hold: makeHold(ports.files)
	};
	return async (path) => {
		const file = resolve(workingDirectory, path);
		const { files, skipped } = await inspectContainer(path, heldFile(file, ports.files), context);
		const sha256 = digests && files.some((each) => each.path === path && each.sha256 === null) ? await ports.files.sha256(file) : null;
		return {
			files: files.map((each) => each.path === path ? {
				...each,
				sha256: each.sha256 ?? sha256
			} : each),
			skipped
		};
	};
}
/**
* Judges the programs in an archive, or in a file that is packed by itself, as their bytes would be judged outside of it. What cannot
* be read and could be a program is a file that cannot be judged. `path` is what a report calls it. Throws what the machine throws.
*/
async function inspectContainer(path, held, context) {
	const place = {
		root: path,
		shown: path,
		isNested: false
	};
	try {
		const opened = await openArchive(held, {
			...context,
			limits: defaultLimits
		});
		if (opened.kind === "other") return {
			files: [],
			skipped: [{
				path,
				reason: "file of an unknown format"
			}]
		};
		if (opened.kind !== "packed") return await readInto(place, {
			held,
			opened
		}, context);
		const outcome = await judgeMember({
			path: path.replace(/\.\w+$/, ""),
			mode: null
		}, opened.bytes, context);
		if (outcome.kind === "skipped") return {
			files: [],
			skipped: [{
				path,
				reason: `${outcome.reason}, packed`
			}]
		};
		if (outcome.kind === "program") return {
			files: [fileOf(path, outcome)],
			skipped: []
		};
		return await openNested(place, outcome, context);
	} catch (thrown) {
		return {
			files: [fileOf(path, brokenProgram(thrown, "packed file", held.size))],
			skipped: []
		};
	}
}
async function readInto(place, { held, opened }, context) {
	const entries = /* @__PURE__ */ new Map();
	const format = opened.kind === "tar" ? "tar" : opened.format;
	let programs = 0;
	const visit = async (member, content) => {
		const path = plainPath(member.path);
		const entry = await enter({
			...member,
			path
		}, content, {
			place,
			entries,
			context,
			isZip: format === "zip"
		});
		if (entry === void 0) return;
		if (entry.kind === "program") programs += 1;
		if (programs > mostPrograms) throw new ArchiveError(`has more than ${mostPrograms} programs`);
		entries.set(path, entry);
	};
	try {
		return foundIn(place, entries, await readArchive(held, opened, {
			...context,
			visit,
			limits: defaultLimits
		}));
	} catch (thrown) {
		const broken = brokenProgram(thrown, `${format} archive`, held.size);
		const { files, skipped } = foundIn(place, entries, {
			format,
			facts: null
		});
		const own = place.isNested ? inContainer(fileOf(place.shown, broken), place.root, format) : fileOf(place.shown, broken);
		return {
			files: [...files, own],
			skipped
		};
	}
}
/** `./bin/app` and `/bin/app` are unpacked as `bin/app`. */
function plainPath(path) {
	return path.replace(/^(?:\.?\/)+/, "").replace(/\/+$/, "");
}
/** undefined for what is neither a file nor another name of one. */
async function enter(member, content, { place, entries, context, isZip }) {
	const { kind, target, path, size, mode } = member;
	if (kind === "folder") return void 0;
	if (kind === "link") return {
		kind: "skipped",
		reason: `symbolic link to ${target ?? ""}`
	};
	if (kind === "other") return {
		kind: "skipped",
		reason: "device, pipe or socket"
	};
	if (kind === "hard-link" && size === 0) {
		const why = `hard link to ${target ?? ""}, which is not in the archive`;
		return entries.get(plainPath(target ?? "")) ?? unreadProgram({
			what: "hard link",
			why
		}, 0, mode);
	}
	try {
		const outcome = await judgeMember(member, content, context);
		if (outcome.kind !== "archive") return outcome;
		return {
			kind: "nested",
			found: await openNested({
				...place,
				shown: `${place.shown}!/${path}`
			}, outcome, context)
		};
	} catch (thrown) {
		if (!isZip || !(thrown instanceof ArchiveError)) throw thrown;
		if (isBeside(path, {
			format: null,
			what: "unread"
		})) return {
			kind: "skipped",
			reason: thrown.message
		};
		return unreadProgram({
			what: "member",
			why: `the member ${thrown.message}`
		}, size, mode);
	}
}
/** An archive in an archive is read, and no further one. */
async function openNested(place, { opened, content }, context) {
	try {
		if (opened.kind === "packed") return {
			files: [],
			skipped: []
		};
		if (!place.isNested) return await readInto({
			...place,
			isNested: place.shown !== place.root
		}, {
			held: content,
			opened
		}, context);
		return {
			files: [fileOf(place.shown, unreadProgram({
				what: "archive",
				why: "an archive in an archive in an archive, which is not read"
			}, content.size, null))],
			skipped: []
		};
	} finally {
		await content.release();
	}
}
/** Throws what is not about the archive. */
function brokenProgram(thrown, what, size) {
	if (!(thrown instanceof ArchiveError)) throw thrown;
	return unreadProgram({
		what,
		why: `the ${what} ${thrown.message}`
	}, size, null);
}
function foundIn({ root, shown }, entries, { format, facts }) {
	const names = new Set(facts === null ? [] : Array.from(entries.keys(), (path) => basename(path)));
	const files = [];
	const skipped = [];
	for (const [name, entry] of entries) {
		const path = `${shown}!/${name}`;
		if (entry.kind === "skipped") skipped.push({
			path,
			reason: entry.reason
		});
		else if (entry.kind === "program") {
			const packed = {
				mode: entry.mode,
				package: facts,
				names
			};
			files.push(inContainer({
				...fileOf(path, entry),
				packed
			}, root, format));
		} else {
			files.push(...entry.found.files.map((file) => inContainer(file, root, format)));
			skipped.push(...entry.found.skipped);
		}
	}
	return {
		files,
		skipped: shorten(skipped, shown)
	};
}
function inContainer(file, root, format) {
	return {
		...file,
		container: {
			path: root,
			member: file.path.slice(root.length + 2),
			format
		}
	};
}
function fileOf(path, { kind: _, mode: __, ...artifact }) {
	return {
		...artifact,
		path,
		proof: null,
		container: null,
		packed: null,
		listed: null
	};
}
/** A package of sources has thousands of them. */
function shorten(skipped, shown) {
	if (skipped.length <= skippedShown) return skipped;
	const more = skipped.length - skippedShown;
	return [...skipped.slice(0, skippedShown), {
		path: shown,
		reason: `${more} more that are not executables`
	}];
}

export { makeContainerReader };