import { t as ArchiveError } from "./archive-error.js";
import { t as ConfigError } from "./errors.js";
import { a as parseElfHeader, c as Cursor, d as stringLength, i as MAX_VERSION_RECORDS, l as min, o as mapAddress, p as FormatError, r as parseElf, t as inspect, u as readRange } from "./inspect-bytes.js";
import { E as string, d as nullable, f as nullish, i as fallback, j as unknown, m as object, t as array, w as safeParse, x as record } from "./dist3.js";
import { n as decompress, t as readTar } from "./tar.js";
import { t as decodeText } from "./bytes.js";
import { n as listed } from "./english.js";
import { n as isHigher } from "./versions.js";
import { join, posix, resolve } from "node:path";

// src/images/config.ts
const text$1 = fallback(string(), "");
const words = nullish(array(string()), []);
const schema = object({
	os: text$1,
	architecture: text$1,
	variant: fallback(nullable(string()), null),
	config: nullish(object({
		Entrypoint: words,
		Cmd: words,
		Env: words,
		WorkingDir: text$1,
		User: text$1
	}), {
		Entrypoint: [],
		Cmd: [],
		Env: [],
		WorkingDir: "",
		User: ""
	}),
	rootfs: nullish(object({ diff_ids: words }))
});
/** The JSON of a configuration → what is read of it; null for what is none. */
function readConfig(json) {
	const parsed = safeParse(schema, json);
	if (!parsed.success) return null;
	const { os, architecture, variant, config, rootfs } = parsed.output;
	return {
		platform: readPlatform({
			os,
			architecture,
			variant
		}),
		entrypoint: config.Entrypoint,
		cmd: config.Cmd,
		env: readEnv(config.Env),
		workingDir: config.WorkingDir,
		user: config.User,
		diffIds: rootfs?.diff_ids ?? []
	};
}
/** null where a part is missing, or is no name of a platform. */
function readPlatform({ os, architecture, variant }) {
	const plain = /^[a-z0-9]+$/;
	if (!plain.test(os) || !plain.test(architecture)) return null;
	return {
		os,
		architecture,
		variant: variant !== null && /^[a-z0-9.]+$/.test(variant) ? variant : null
	};
}
function readEnv(lines) {
	return Object.fromEntries(lines.flatMap((line) => {
		const at = line.indexOf("=");
		return at < 1 ? [] : [[line.slice(0, at), line.slice(at + 1)]];
	}));
}
/** `linux/arm/v7`; the variant that all programs of the architecture are for is left out. */
function platformName({ os, architecture, variant }) {
	return [
		os,
		architecture,
		...variant === null || architecture === "arm64" && variant === "v8" || architecture === "amd64" && variant === "v1" ? [] : [variant]
	].join("/");
}

// src/inspect/elf-definitions.ts
const VERDEF_SIZE = 20;
const VERDAUX_SIZE = 8;
const SYMBOL_SIZE = {
	wide: 24,
	narrow: 16
};
const SHN_UNDEF = 0;
const STB_LOCAL = 0;
const MAX_SYMBOLS = 1048576;
const MAX_STRINGS = 64n * 1024n * 1024n;
/** The facts of a library → what it defines. Throws FormatError for a table of versions that is not understood. */
function readDefinitions(source, { header, loads, dynamic }) {
	if (dynamic === void 0) return {
		versions: null,
		symbols: /* @__PURE__ */ new Set()
	};
	const image = {
		source,
		encoding: header.encoding,
		loads
	};
	return {
		versions: readVersions(image, dynamic.tables),
		symbols: readSymbols(image, dynamic.tables)
	};
}
/** LSB "Symbol Versioning": a list of definitions, the first name of each is its own. */
function readVersions(image, tables) {
	const { definitions, definitionCount = 0n, strings } = tables;
	if (definitions === void 0 || strings === void 0) return null;
	const names = [];
	let address = definitions;
	for (let left = min(definitionCount, BigInt(MAX_VERSION_RECORDS)); left > 0n; left--) {
		const record = readAt(image, address, BigInt(VERDEF_SIZE));
		record.seek(12, "vd_aux");
		const aux = record.u32("vd_aux");
		const next = record.u32("vd_next");
		const name = readAt(image, address + BigInt(aux), BigInt(VERDAUX_SIZE)).u32("vda_name");
		names.push(readName(image, strings + BigInt(name)));
		if (next === 0) break;
		address += BigInt(next);
	}
	return names;
}
function readName(image, address) {
	const range = mapAddress(image.loads, address);
	if (range === void 0) throw new FormatError("the name of a version is in no PT_LOAD", 0);
	const bytes = readRange(image.source, {
		offset: range.offset,
		length: min(range.length, 4096n)
	}, "vda_name");
	const length = stringLength(bytes);
	if (length === void 0) throw new FormatError("the name of a version does not end", Number(range.offset));
	return decodeText(bytes.subarray(0, length));
}
function readSymbols(image, tables) {
	try {
		return readTable(image, tables);
	} catch (thrown) {
		if (thrown instanceof FormatError) return null;
		throw thrown;
	}
}
function readTable(image, tables) {
	const { symbols, strings, stringsSize } = tables;
	if (symbols === void 0 || strings === void 0 || stringsSize === void 0) return /* @__PURE__ */ new Set();
	const count = countSymbols(image, tables);
	if (count === null || count > MAX_SYMBOLS) return null;
	const { wide } = image.encoding;
	const size = wide ? SYMBOL_SIZE.wide : SYMBOL_SIZE.narrow;
	const table = readAt(image, symbols, BigInt(count * size));
	const names = readBytes(image, strings, min(stringsSize, MAX_STRINGS));
	const found = /* @__PURE__ */ new Set();
	for (let at = 1; at < count; at++) {
		table.seek(at * size, "symbol");
		const name = table.u32("st_name");
		if (!wide) table.u64("st_value");
		const binding = table.u8("st_info") >> 4;
		table.u8("st_other");
		if (table.u16("st_shndx") === SHN_UNDEF || binding === STB_LOCAL) continue;
		const rest = names.subarray(name, name + 4096);
		const length = stringLength(rest);
		if (length !== void 0) found.add(decodeText(rest.subarray(0, length)));
	}
	return found;
}
/** The table of symbols has no length of its own (gABI ch. 5): a hash table says it. */
function countSymbols(image, { hash, gnuHash }) {
	if (hash !== void 0) {
		const cursor = readAt(image, hash, 8n);
		cursor.u32("nbucket");
		return cursor.u32("nchain");
	}
	return gnuHash === void 0 ? null : countHashed(image, gnuHash);
}
/** DT_GNU_HASH: buckets name the first symbol of a chain, and the last of a chain has its lowest bit set. */
function countHashed(image, address) {
	const header = readAt(image, address, 16n);
	const buckets = header.u32("nbuckets");
	const first = header.u32("symoffset");
	const bloom = header.u32("bloom_size") * (image.encoding.wide ? 8 : 4);
	if (buckets > MAX_SYMBOLS || bloom > MAX_SYMBOLS * 8) return 1048577;
	const start = address + 16n + BigInt(bloom);
	const table = readAt(image, start, BigInt(buckets * 4));
	let last = 0;
	for (let at = 0; at < buckets; at++) last = Math.max(last, table.u32("bucket"));
	if (last < first) return first;
	const chains = start + BigInt(buckets * 4);
	for (; last - first < MAX_SYMBOLS; last++) if ((readAt(image, chains + BigInt((last - first) * 4), 4n).u32("chain") & 1) !== 0) return last + 1;
	return 1048577;
}
function readBytes({ source, loads }, address, length) {
	const range = mapAddress(loads, address);
	if (range === void 0 || range.length < length) throw new FormatError("a table is in no PT_LOAD", 0);
	return readRange(source, {
		offset: range.offset,
		length
	}, "symbols");
}
function readAt(image, address, length) {
	return new Cursor(readBytes(image, address, length), 0, image.encoding);
}

// src/images/object.ts
/** Whatever the bytes are, it returns. */
function readObject(source) {
	const header = readable(() => parseElfHeader(source));
	if (typeof header === "string") return {
		reason: header,
		machine: null
	};
	const facts = readable(() => parseElf(source, header));
	if (typeof facts === "string") return {
		reason: facts,
		machine: header.machine
	};
	let definitions;
	return {
		machine: header.machine,
		type: header.type,
		interpreter: facts.interpreter ?? null,
		dynamic: facts.dynamic ?? null,
		definitions: () => definitions ??= readDefinitions(source, facts)
	};
}
/** A file that a loader can load: it has a dynamic section. */
function isObject(object) {
	return "dynamic" in object && object.dynamic !== null;
}
function isElf(head) {
	return [
		127,
		69,
		76,
		70
	].every((byte, at) => head[at] === byte);
}
function readable(parse) {
	try {
		return parse();
	} catch (thrown) {
		if (thrown instanceof FormatError) return thrown.message;
		throw thrown;
	}
}

// src/images/script.ts
/** What the kernel reads of a file to find out what it is (BINPRM_BUF_SIZE). */
const headSize = 256;
/** The first bytes of a file → its interpreter line as Linux reads it (fs/binfmt_script.c); null where there is none that it follows. */
function readShebang(head) {
	if (head[0] !== 35 || head[1] !== 33) return null;
	const shown = head.subarray(2, 256);
	const end = shown.findIndex((byte) => byte === 10 || byte === 0);
	const text = decodeText(end === -1 ? shown : shown.subarray(0, end)).replace(/^[ \t]+|[ \t]+$/g, "");
	const space = text.search(/[ \t]/);
	if (text === "" || end === -1 && space === -1 && shown.length >= 254) return null;
	if (space === -1) return {
		interpreter: text,
		argument: null
	};
	return {
		interpreter: text.slice(0, space),
		argument: text.slice(space).replace(/^[ \t]+/, "")
	};
}
/** The program that `env` starts, and what it sets before; null for an `env` that names none or that has options which are not followed. */
function commandOfEnv(words) {
	const rest = [...words];
	let path = null;
	for (let word = rest.shift(); word !== void 0; word = rest.shift()) if (word === "-S" || word === "--split-string") rest.unshift(...splitWords(rest.shift() ?? ""));
	else if (word.startsWith("-S")) rest.unshift(...splitWords(word.slice(2)));
	else if (word.startsWith("--split-string=")) rest.unshift(...splitWords(word.slice(15)));
	else if (word === "-i" || word === "-" || word === "--ignore-environment") path = "";
	else if (word === "--") return rest.length === 0 ? null : {
		words: rest,
		path
	};
	else if (word.startsWith("-")) return null;
	else if (word.startsWith("PATH=")) path = word.slice(5);
	else if (!word.includes("=")) return {
		words: [word, ...rest],
		path
	};
	return null;
}
/** `-S` with quotes or variables is not followed: what env starts then cannot be told by the words alone. */
function splitWords(text) {
	return /["'$\\]/.test(text) ? ["--?"] : text.split(/[ \t]+/).filter((word) => word !== "");
}

// src/images/read-layer.ts
/** What is kept of programs and libraries, together. */
const spoolLimit = 4 * 1024 ** 3;
/** What is kept of a file of text. */
const largestText$1 = 4194304;
/** Files that decide how a program starts. Anywhere: images link to theirs. */
const wanted = /(?:^|\/)(?:passwd|group|ld\.so\.cache|ld-musl-[^/]+\.path)$/;
/**
* A layer, packed or not → what it puts where. Of the contents only those are kept that can decide whether a program starts: ELF files, the
* first bytes of what is executable, and the files in `wanted`.
*/
async function readLayer(bytes, tools) {
	const hash = await tools.blobs.startSha256();
	const blob = hashed(bytes, hash);
	const found = await inWords(async () => {
		const unpacked = await decompress(blob.bytes, { decompression: tools.decompression });
		const diffHash = unpacked.compression === null ? null : await tools.blobs.startSha256();
		const tar = diffHash === null ? {
			bytes: unpacked.bytes,
			drain: blob.drain
		} : hashed(unpacked.bytes, diffHash);
		const entries = await readEntries(tar.bytes, tools);
		await tar.drain();
		return {
			layer: { entries },
			diffSha256: diffHash?.hex()
		};
	});
	await blob.drain();
	const sha256 = hash.hex();
	if (typeof found === "string") return {
		layer: found,
		sha256,
		diffSha256: null
	};
	return {
		layer: found.layer,
		sha256,
		diffSha256: found.diffSha256 ?? sha256
	};
}
async function readEntries(bytes, { budget, spool }) {
	const entries = [];
	await readTar(bytes, async (member, content) => {
		budget.members -= 1;
		if (budget.members < 0) throw new ArchiveError("belongs to an image of too many files");
		const entry = await readEntry(member, content, spool);
		if (entry !== null) entries.push(entry);
	});
	return entries;
}
async function inWords(read) {
	try {
		return await read();
	} catch (thrown) {
		if (thrown instanceof ArchiveError) return thrown.message;
		throw thrown;
	}
}
/** The bytes as they are read, and what readers left of them: a digest is for all. */
function hashed(bytes, hash) {
	const source = bytes[Symbol.asyncIterator]();
	const next = async () => {
		const result = await source.next();
		if (result.done === true) return {
			done: true,
			value: void 0
		};
		hash.update(result.value);
		return result;
	};
	const ended = {
		done: true,
		value: void 0
	};
	return {
		bytes: { [Symbol.asyncIterator]: () => ({
			next,
			return: () => Promise.resolve(ended)
		}) },
		drain: async () => {
			for (let result = await next(); result.done !== true; result = await next());
		}
	};
}
const whiteout = ".wh.";
const opaque = ".wh..wh..opq";
/** null for what says nothing of the root: marks of the storage that wrote the layer. Throws ArchiveError for names that lead out of it. */
async function readEntry(member, content, spool) {
	const path = plainPath(member.path);
	const { dir, base } = posix.parse(path);
	const own = {
		target: null,
		mode: member.mode ?? 420,
		uid: member.uid ?? 0,
		gid: member.gid ?? 0,
		kept: null
	};
	if (base === opaque) return {
		...own,
		path: dir,
		kind: "opaque"
	};
	if (base.startsWith(".wh..wh.")) return null;
	if (base.startsWith(whiteout)) return {
		...own,
		path: posix.join(dir, base.slice(4)),
		kind: "whiteout"
	};
	const { kind, target } = member;
	if (kind === "file") return {
		...own,
		path,
		kind,
		kept: await keep(member, content, spool)
	};
	return {
		...own,
		path,
		kind,
		target: kind === "hard-link" ? plainPath(target ?? "") : target
	};
}
/** `./usr//bin/app` → `usr/bin/app`. An absolute name begins at the root as well. */
function plainPath(path) {
	const parts = path.split("/").filter((part) => part !== "" && part !== ".");
	if (parts.includes("..") || path.includes("\0")) throw new ArchiveError(`names a file outside of the root ("${path.slice(0, 200)}")`);
	return parts.join("/");
}
async function keep(member, content, spool) {
	const offset = spool.size;
	let [head, limit] = [/* @__PURE__ */ new Uint8Array(), 256];
	for await (const piece of content) {
		const bytes = head === null ? piece : joined(head, piece);
		if (head !== null && bytes.length < magicSize && bytes.length < member.size) {
			head = bytes;
			continue;
		}
		if (head !== null) limit = bytesToKeep(member, bytes, spool);
		head = null;
		spool.append(bytes.subarray(0, Math.max(0, limit - (spool.size - offset))));
		if (spool.size - offset >= limit) break;
	}
	const length = spool.size - offset;
	if (length === 0 && !isExecutable(member)) return null;
	return {
		size: member.size,
		bytes: () => spool.source(offset, length)
	};
}
const magicSize = 4;
function joined(first, second) {
	if (first.length === 0) return second;
	const bytes = new Uint8Array(first.length + second.length);
	bytes.set(first);
	bytes.set(second, first.length);
	return bytes;
}
function bytesToKeep(member, start, spool) {
	if (isElf(start)) return spool.size + member.size > spoolLimit ? 256 : member.size;
	if (wanted.test(member.path)) return largestText$1;
	return isExecutable(member) ? 256 : 0;
}
function isExecutable({ mode }) {
	return ((mode ?? 0) & 73) !== 0;
}

// src/images/store.ts
/** No index, manifest or configuration comes near it. */
const largestJson = 8388608;
/** The text of a document → its value; in words why it has none. */
function parseJson(text) {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return "is not JSON";
	}
}

// src/images/archive-store.ts
/** Documents of an archive, together: an image has a handful of small ones. */
const jsonBudget = 67108864;
/**
* An archive of an OCI layout, or one that `docker save` wrote, packed or not. It is read once from front to end, because a packed one cannot
* be read in any other way: which members are layers is known at its end, so that everything that looks like one is read as one. Throws
* ArchiveError for an archive that cannot be read.
*/
async function archiveStore(bytes, tools, { blobs, decompression }) {
	const stored = /* @__PURE__ */ new Map();
	let left = jsonBudget;
	const unpacked = await decompress(bytes, { decompression });
	await readTar(unpacked.bytes, async (member, content) => {
		const name = plainName(member.path);
		if (member.kind === "link" || member.kind === "hard-link") {
			const from = member.kind === "link" ? posix.dirname(name) : "";
			stored.set(name, {
				kind: "link",
				target: plainName(posix.join(from, member.target ?? ""))
			});
			return;
		}
		if (member.kind !== "file") return;
		const start = await startOf$1(content);
		if (looksLikeJson(start.bytes, member) && member.size <= left) {
			left -= member.size;
			stored.set(name, {
				kind: "json",
				json: await readJson(start.all, blobs)
			});
		} else stored.set(name, {
			kind: "layer",
			layer: await readLayer(start.all, tools)
		});
	});
	return storeOf(stored);
}
function plainName(path) {
	return posix.normalize(`/${path}`).slice(1);
}
/** The first piece of a member, and all of it. */
async function startOf$1(content) {
	const source = content[Symbol.asyncIterator]();
	const first = await source.next();
	const bytes = first.done === true ? /* @__PURE__ */ new Uint8Array() : first.value;
	async function* all() {
		if (bytes.length > 0) yield bytes;
		for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
	}
	return {
		bytes,
		all: all()
	};
}
/** A brace or bracket is no beginning of a packed layer, and a tar archive begins with the name of its first member. */
function looksLikeJson(start, { path, size }) {
	if (size > 8388608) return false;
	if (/\.json$|(?:^|\/)(?:oci-layout|repositories|VERSION)$/.test(path)) return true;
	const first = start.find((byte) => byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9);
	return (first === 123 || first === 91) && !start.subarray(0, 512).includes(0);
}
async function readJson(bytes, blobs) {
	const hash = await blobs.startSha256();
	const pieces = [];
	const decoder = new TextDecoder();
	for await (const piece of bytes) {
		hash.update(piece);
		pieces.push(decoder.decode(piece, { stream: true }));
	}
	const parsed = parseJson(pieces.join(""));
	return typeof parsed === "string" ? parsed : {
		...parsed,
		sha256: hash.hex()
	};
}
/** Links of archives that lead to another name, as `docker save` wrote them for a layer that occurs twice. */
const maxLinks$1 = 8;
function storeOf(stored) {
	const find = (name) => {
		let found = stored.get(plainName(name));
		for (let left = maxLinks$1; left > 0 && found?.kind === "link"; left--) found = stored.get(found.target);
		return found?.kind === "link" ? void 0 : found;
	};
	return {
		has: (name) => Promise.resolve(find(name) !== void 0),
		json: (name) => {
			const found = find(name);
			return Promise.resolve(found === void 0 ? "is missing" : found.kind === "json" ? found.json : "is not JSON");
		},
		layer: (name) => {
			const found = find(name);
			return Promise.resolve(found === void 0 ? "is missing" : found.kind === "layer" ? found.layer : "is not a layer");
		}
	};
}

// src/images/folder-store.ts
/** An OCI layout in a folder (OCI image layout specification). Names are made of digests, so that none leads out of it. */
function folderStore(folder, tools, { files }) {
	const layers = /* @__PURE__ */ new Map();
	const isFile = async (name) => await files.kindOf(join(folder, name)) === "file";
	const read = async (name) => await isFile(name) ? readLayer(files.stream(join(folder, name)), tools) : "is missing";
	return {
		has: isFile,
		json: async (name) => {
			if (!await isFile(name)) return "is missing";
			const path = join(folder, name);
			const bytes = files.withSource(path, (source) => source.size > 8388608 ? null : source.read(0, source.size));
			if (bytes === null) return `is larger than ${largestJson} bytes`;
			const parsed = parseJson(decodeText(bytes));
			return typeof parsed === "string" ? parsed : {
				...parsed,
				sha256: await files.sha256(path)
			};
		},
		layer: (name) => {
			const known = layers.get(name) ?? read(name);
			layers.set(name, known);
			return known;
		}
	};
}

// src/images/root.ts
/** The children of everything that is not a folder; it stays empty. */
const none = /* @__PURE__ */ new Map();
/** A folder that no layer describes, but that something lies in: runtimes make it for everybody to read. */
function impliedFolder(layer) {
	return {
		kind: "folder",
		target: null,
		mode: 493,
		uid: 0,
		gid: 0,
		kept: null,
		layer,
		children: /* @__PURE__ */ new Map(),
		isAmbiguous: false
	};
}
/**
* Layers, the lowest first → the root that a container sees (OCI image specification, "Applying Changesets"). Whiteouts of a layer are
* for the layers below it alone, wherever they stand in it.
*/
function mergeLayers(layers) {
	let top = impliedFolder(0);
	for (const [at, { entries }] of layers.entries()) {
		const layer = at + 1;
		for (const { kind, path } of entries) {
			if (kind === "whiteout") remove(top, path);
			if (kind === "opaque") findFolder(top, path)?.children.clear();
		}
		for (const entry of entries) {
			if (entry.kind === "whiteout" || entry.kind === "opaque") continue;
			if (entry.path !== "") put(top, entry, layer);
			else if (entry.kind === "folder") top = {
				...top,
				mode: entry.mode,
				uid: entry.uid,
				gid: entry.gid,
				layer
			};
		}
	}
	return { top };
}
function split(path) {
	const slash = path.lastIndexOf("/");
	return {
		folder: slash === -1 ? "" : path.slice(0, slash),
		name: path.slice(slash + 1)
	};
}
function remove(top, path) {
	const { folder, name } = split(path);
	findFolder(top, folder)?.children.delete(name);
}
/** The folder that a whiteout is for; links on the way are followed, which some runtimes do not do. */
function findFolder(top, path) {
	let node = top;
	let walked = "";
	for (const name of path === "" ? [] : path.split("/")) {
		walked = `${walked}/${name}`;
		const next = node.children.get(name);
		if (next?.kind === "link") next.isAmbiguous = true;
		const found = next?.kind === "link" ? resolve$1({ top }, walked) : void 0;
		node = found === void 0 ? next : found.kind === "found" ? found.node : void 0;
		if (node === void 0) return void 0;
	}
	return node;
}
function put(top, entry, layer) {
	const { folder, name } = split(entry.path);
	const parent = makeFolders(top, folder, layer);
	const node = nodeOf(top, entry, layer);
	const before = parent.children.get(name);
	const children = node.kind === "folder" && before?.kind === "folder" ? before.children : node.children;
	parent.children.set(name, {
		...node,
		children
	});
}
function nodeOf(top, entry, layer) {
	const { kind, target, mode, uid, gid, kept } = entry;
	const own = {
		target,
		mode,
		uid,
		gid,
		kept,
		layer,
		children: kind === "folder" ? /* @__PURE__ */ new Map() : none,
		isAmbiguous: false
	};
	if (kind === "hard-link") {
		const linked = findLinked(top, target ?? "");
		return linked === void 0 || linked.kind === "folder" ? {
			...own,
			kind: "other"
		} : {
			...linked,
			layer
		};
	}
	return {
		...own,
		kind: kind === "file" || kind === "folder" || kind === "link" ? kind : "other"
	};
}
/** Through the links of its folders, but not through itself: a hard link can be one to a link. */
function findLinked(top, path) {
	const { folder, name } = split(path);
	const parent = resolve$1({ top }, `/${folder}`);
	return parent.kind === "found" ? parent.node.children.get(name) : void 0;
}
function makeFolders(top, path, layer) {
	let node = top;
	let walked = "";
	for (const name of path === "" ? [] : path.split("/")) {
		walked = walked === "" ? name : `${walked}/${name}`;
		const next = node.children.get(name);
		node = next?.kind === "folder" ? next : makeFolder({
			top,
			parent: node,
			path: walked,
			name,
			next
		}, layer);
	}
	return node;
}
/** Through a link into the folder that it leads to; all else makes way for a folder. */
function makeFolder({ top, parent, path, name, next }, layer) {
	if (next?.kind === "link") {
		next.isAmbiguous = true;
		const found = resolve$1({ top }, `/${path}`);
		if (found.kind === "found" && found.node.kind === "folder") return found.node;
	}
	const made = impliedFolder(layer);
	parent.children.set(name, made);
	return made;
}
/** Linux's own limit for one path (fs/namei.c, MAXSYMLINKS). */
const maxLinks = 40;
const maxPath = 4096;
/**
* A path as a process in the root sees it, links followed inside the root: `..` above it stays in it, and an absolute link begins there.
* A relative path begins at `cwd`. The last element is followed as well.
*/
function resolve$1({ top }, path, cwd = "/") {
	const text = path.startsWith("/") ? path : `${cwd}/${path}`;
	if (text.length > maxPath) return {
		kind: "loop",
		at: text.slice(0, 100),
		link: null
	};
	const way = {
		top,
		rest: partsOf(text),
		walked: [],
		folders: [top],
		links: 0,
		link: null,
		ambiguous: null
	};
	for (let name = way.rest.pop(); name !== void 0; name = way.rest.pop()) {
		const end = step(name, way);
		if (end !== null) return end;
	}
	const { walked, folders, ambiguous } = way;
	return {
		kind: "found",
		node: walked.at(-1)?.node ?? top,
		path: shownPath(way),
		folders,
		ambiguous
	};
}
function shownPath({ walked }, name) {
	return `/${[...walked.map((each) => each.name), ...name === void 0 ? [] : [name]].join("/")}`;
}
/** One element further; where the way ends, why. */
function step(name, way) {
	const here = way.walked.at(-1)?.node ?? way.top;
	if (here.kind !== "folder") return {
		kind: "not-a-folder",
		at: shownPath(way),
		link: way.link
	};
	if (name === "." || name === "") return null;
	if (name === "..") {
		way.walked.pop();
		return null;
	}
	const node = here.children.get(name);
	if (node === void 0) return {
		kind: "missing",
		at: shownPath(way, name),
		link: way.link
	};
	if (node.kind === "link") return follow(node, name, way);
	way.walked.push({
		name,
		node
	});
	if (node.kind === "folder") way.folders.push(node);
	return null;
}
function follow({ target, isAmbiguous }, name, way) {
	const at = shownPath(way, name);
	way.links += 1;
	way.link = at;
	if (isAmbiguous) way.ambiguous = at;
	if (target === null || target === "") return {
		kind: "missing",
		at,
		link: at
	};
	if (way.links > maxLinks || target.length > maxPath) return {
		kind: "loop",
		at,
		link: at
	};
	if (target.startsWith("/")) way.walked.length = 0;
	for (const part of partsOf(target)) way.rest.push(part);
	return null;
}
/** The first element last. A slash at the end asks for a folder. */
function partsOf(path) {
	return (path.endsWith("/") ? `${path}.` : path).split("/").reverse();
}

// src/images/read-images.ts
const text = fallback(string(), "");
const descriptor = object({
	mediaType: text,
	digest: text,
	annotations: fallback(record(string(), unknown()), {}),
	platform: fallback(nullable(object({
		os: text,
		architecture: text,
		variant: fallback(nullable(string()), null)
	})), null)
});
const index = object({ manifests: array(descriptor) });
const manifest = object({
	config: descriptor,
	layers: array(descriptor)
});
const dockerManifest = array(object({
	Config: string(),
	RepoTags: fallback(nullable(array(string())), null),
	Layers: fallback(array(string()), [])
}));
/** Descriptors of one index and those below it. */
const mostManifests = 500;
const deepestIndex = 4;
/** What a store holds; null for what is neither an OCI layout nor an archive of `docker save`. */
async function readImages(store) {
	const isDocker = await store.has("manifest.json");
	if (await store.has("oci-layout") && await store.has("index.json")) {
		const reading = {
			store,
			images: [],
			skipped: [],
			isDocker,
			left: mostManifests
		};
		await readIndex("index.json", {
			name: null,
			depth: 0
		}, reading);
		if (reading.images.length > 0 || !isDocker) return {
			format: isDocker ? "docker" : "oci",
			...reading
		};
	}
	return isDocker ? readDocker(store) : null;
}
async function readIndex(path, { name, depth }, reading) {
	const json = await reading.store.json(path);
	const parsed = typeof json === "string" ? null : safeParse(index, json.value);
	if (parsed?.success !== true) {
		const why = typeof json === "string" ? json : "is not an index of images";
		reading.images.push(unknownImage(name, null, `${path} ${why}`));
		return;
	}
	for (const each of parsed.output.manifests) {
		reading.left -= 1;
		if (reading.left < 0) {
			reading.skipped.push({
				path,
				reason: `an index of more than ${mostManifests} images`
			});
			return;
		}
		await readDescriptor(each, {
			name: nameOf$1(each) ?? name,
			depth
		}, reading);
	}
}
function nameOf$1({ annotations }) {
	const name = annotations["org.opencontainers.image.ref.name"] ?? annotations["io.containerd.image.name"];
	return typeof name === "string" && name !== "" ? name : null;
}
const isIndex = /index|manifest\.list/;
async function readDescriptor(each, { name, depth }, reading) {
	const { store, images, skipped, isDocker } = reading;
	const { digest, mediaType, annotations } = each;
	const platform = each.platform && readPlatform(each.platform);
	const path = blobPath(digest);
	if (annotations["vnd.docker.reference.type"] !== void 0 || each.platform?.os === "unknown") return;
	if (path === null) images.push(unknownImage(name, platform, `its digest "${digest.slice(0, 100)}" is none`));
	else if (isIndex.test(mediaType)) {
		if (depth < deepestIndex) await readIndex(path, {
			name,
			depth: depth + 1
		}, reading);
		else skipped.push({
			path,
			reason: "an index too deep in others"
		});
	} else if (isDocker && !await store.has(path)) skipped.push({
		path,
		reason: `the image for ${platform === null ? "another platform" : platformName(platform)} is not in the archive`
	});
	else {
		const found = await readManifest(path, {
			digest,
			platform
		}, reading);
		if (found !== null) images.push({
			name,
			digest,
			content: found
		});
	}
}
/** `sha256:…` → where a layout has it; null for what is no digest, or could be a path. */
function blobPath(digest) {
	const [, algorithm, encoded] = /^([a-z0-9]+(?:[+._-][a-z0-9]+)*):([a-zA-Z0-9=_-]{32,512})$/.exec(digest) ?? [];
	return algorithm === void 0 || encoded === void 0 ? null : `blobs/${algorithm}/${encoded}`;
}
const noConfig = {
	platform: null,
	entrypoint: [],
	cmd: [],
	env: {},
	workingDir: "",
	user: "",
	diffIds: []
};
function unknownImage(name, listedAs, why) {
	return {
		name,
		digest: null,
		content: {
			listedAs,
			config: noConfig,
			root: why
		}
	};
}
const configTypes = /^(?:|application\/vnd\.(?:oci\.image\.config\.v1|docker\.container\.image\.v1)\+json)$/;
/** null for a manifest of something else than an image: a chart, a signature. */
async function readManifest(path, { digest, platform }, { store, skipped }) {
	const without = (why) => ({
		listedAs: platform,
		config: noConfig,
		root: `its manifest ${why}`
	});
	const json = await verified(path, digest, store);
	if (typeof json === "string") return without(json);
	const parsed = safeParse(manifest, json.value);
	if (!parsed.success) return without("is not the manifest of an image");
	const { config, layers } = parsed.output;
	if (!configTypes.test(config.mediaType)) {
		skipped.push({
			path,
			reason: `not an image (${config.mediaType.slice(0, 200)})`
		});
		return null;
	}
	const configPath = blobPath(config.digest);
	return readContent(configPath === null ? "has no digest" : await verified(configPath, config.digest, store), layers.map((layer) => ({
		path: blobPath(layer.digest),
		digest: layer.digest,
		isEncrypted: layer.mediaType.includes("+encrypted")
	})), {
		listedAs: platform,
		store
	});
}
/** A document whose bytes have the digest that names it; in words why there is none. */
async function verified(path, digest, store) {
	const json = await store.json(path);
	return typeof json === "string" ? json : wrongDigest(json.sha256, digest) ?? json;
}
function wrongDigest(sha256, digest) {
	if (!digest.startsWith("sha256:")) return `has a digest that is not checked (${digest.split(":")[0] ?? ""})`;
	return digest === `sha256:${sha256}` ? null : `does not have the digest that names it (${digest.slice(0, 19)}…)`;
}
async function readContent(json, parts, { listedAs, store }) {
	const config = typeof json === "string" ? null : readConfig(json.value);
	if (config === null) return {
		listedAs,
		config: noConfig,
		root: `its configuration ${typeof json === "string" ? json : "is not the configuration of an image"}`
	};
	const { diffIds } = config;
	if (diffIds.length !== parts.length) return {
		listedAs,
		config,
		root: `its manifest has ${parts.length} layers, and its configuration ${diffIds.length}`
	};
	return {
		listedAs,
		config,
		root: await readRoot(parts, diffIds, store)
	};
}
async function readRoot(parts, diffIds, store) {
	const layers = [];
	for (const [at, part] of parts.entries()) {
		const read = part.isEncrypted ? "is encrypted" : part.path === null ? "has no digest" : await store.layer(part.path);
		const layer = typeof read === "string" ? read : checkLayer(read, part.digest, diffIds[at] ?? "");
		if (typeof layer === "string") return `layer ${at + 1} of ${parts.length} ${layer}`;
		layers.push(layer);
	}
	return mergeLayers(layers);
}
function checkLayer({ layer, sha256, diffSha256 }, digest, diffId) {
	const wrong = digest === null ? null : wrongDigest(sha256, digest);
	if (wrong !== null) return wrong;
	if (typeof layer === "string") return layer;
	if (diffId === `sha256:${diffSha256 ?? ""}`) return layer;
	return `does not hold what the configuration lists (${diffId.slice(0, 19)}…)`;
}
/** The list that `docker save` writes: an entry for each image, with the names of its files. */
async function readDocker(store) {
	const json = await store.json("manifest.json");
	const parsed = typeof json === "string" ? null : safeParse(dockerManifest, json.value);
	if (parsed?.success !== true) return {
		format: "docker",
		images: [unknownImage(null, null, `manifest.json ${typeof json === "string" ? json : "is not a list of images"}`)],
		skipped: []
	};
	const images = [];
	for (const { Config: config, RepoTags: tags, Layers: layers } of parsed.output.slice(0, mostManifests)) {
		const name = tags?.[0] ?? null;
		const digest = digestIn(config);
		const read = digest === null ? await store.json(config) : await verified(config, digest, store);
		const parts = layers.map((path) => ({
			path,
			digest: digestIn(path),
			isEncrypted: false
		}));
		images.push({
			name,
			digest: null,
			content: await readContent(read, parts, {
				listedAs: null,
				store
			})
		});
	}
	return {
		format: "docker",
		images,
		skipped: []
	};
}
/** Archives name a configuration by its digest, and new ones all blobs; others name packed layers so. Folders of old layers have other names. */
function digestIn(path) {
	const hex = /^(?:blobs\/sha256\/|sha256:)?([0-9a-f]{64})(\.json|\.tar\.gz)?$/.exec(path)?.[1];
	return hex === void 0 ? null : `sha256:${hex}`;
}

// src/images/user.ts
const number = /^\d{1,10}$/;
const largestId = 2 ** 31 - 1;
/**
* `User` of an image's configuration → who that is, by the image's own accounts; in words why nobody is. `name`, `uid`, `name:group`, with
* numbers or names; empty is root (OCI image specification, "User"). What is a number is never looked up as a name, as in runc.
*/
function findUser(user, accounts) {
	const [who = "", ofGroup = ""] = user.split(":", 2);
	const known = readLines(accounts.passwd).find(isAccount(who || "0"));
	const uid = number.test(who || "0") ? idOf(who || "0") : idOf(known?.[2] ?? "");
	if (uid === null) return `the user "${who}" is unknown: ${missingFrom("/etc/passwd", accounts.passwd)}`;
	const groups = readLines(accounts.group);
	if (ofGroup === "") return {
		uid,
		...groupsOf(known ?? [], groups)
	};
	const gid = number.test(ofGroup) ? idOf(ofGroup) : idOf(groups.find(([each]) => each === ofGroup)?.[2] ?? "");
	if (gid === null) return `the group "${ofGroup}" is unknown: ${missingFrom("/etc/group", accounts.group)}`;
	return {
		uid,
		gid,
		groups: []
	};
}
/** Its own group, and those that list it. */
function groupsOf([name = "", , , gid = ""], groups) {
	const others = groups.filter((each) => isMember(each, name)).flatMap((each) => idOf(each[2] ?? "") ?? []);
	return {
		gid: idOf(gid) ?? 0,
		groups: others
	};
}
function isAccount(who) {
	return number.test(who) ? ([, , uid = ""]) => idOf(uid) === idOf(who) : ([name]) => name === who;
}
function missingFrom(path, text) {
	return text === null ? `the image has no ${path}` : `${path} of the image does not have it`;
}
function isMember([, , , members = ""], name) {
	return name !== "" && members.split(",").includes(name);
}
function readLines(text) {
	return (text ?? "").split("\n").map((line) => line.trim().split(":"));
}
function idOf(text) {
	const id = number.test(text) ? Number(text) : null;
	return id === null || id > largestId ? null : id;
}
const bits = {
	read: 4,
	execute: 1
};
/** Whether the user may do that, as Linux decides it; root may read anything, and run what anybody may run. */
function may(user, what, { mode, uid, gid }) {
	const bit = bits[what];
	if (user.uid === 0) return what === "read" || (mode & 73) !== 0;
	if (user.uid === uid) return (mode & bit << 6) !== 0;
	if (user.gid === gid || user.groups.includes(gid)) return (mode & bit << 3) !== 0;
	return (mode & bit) !== 0;
}
/** Whether the user may go through a folder: root may go through all. */
function mayEnter(user, folder) {
	return user.uid === 0 || may(user, "execute", folder);
}

// src/images/view.ts
/** What the user finds at a path. `forbidden`: a folder on the way is closed to the user. */
function look(view, path) {
	const found = resolve$1(view.root, path, view.cwd);
	if (found.kind !== "found") return found;
	const { node, folders, ambiguous } = found;
	if (!(node.kind === "folder" ? folders.slice(0, -1) : folders).every((folder) => mayEnter(view.user, folder))) return {
		kind: "forbidden",
		path: found.path
	};
	return {
		kind: node.kind === "file" || node.kind === "folder" ? node.kind : "other",
		node,
		path: found.path,
		ambiguous
	};
}
const largestText = 4194304;
/** The text of a file that the image's own tools read as root; null if it is missing or too large. */
function readText({ root }, path) {
	const found = resolve$1(root, path);
	const bytes = found.kind === "found" ? wholeOf(found.node) : null;
	return bytes === null ? null : decodeText(bytes.read(0, bytes.size));
}
/** All bytes of a file, where they were kept and are not too many for the memory. */
function wholeOf({ kept }) {
	const source = kept?.bytes();
	return source === void 0 || source.size !== kept?.size || source.size > largestText ? null : source;
}
function headOf({ kept }) {
	const source = kept?.bytes();
	return source === void 0 ? /* @__PURE__ */ new Uint8Array() : source.read(0, Math.min(256, source.size));
}
/** What a loader reads of a file. */
function objectAt({ objects }, node) {
	const known = objects.get(node);
	if (known !== void 0) return known;
	const object = objectOf(node);
	objects.set(node, object);
	return object;
}
function objectOf(node) {
	if (!isElf(headOf(node))) return {
		reason: "it is not an ELF file",
		machine: null
	};
	const source = node.kept?.bytes();
	if (source === void 0 || source.size !== node.kept?.size) return {
		reason: "it is too large to be read",
		machine: null
	};
	return readObject(source);
}
/** `libc.so.6 of layer 2` is what people look for. */
function fromLayer({ layer }) {
	return `from layer ${layer}`;
}

// src/images/command.ts
/** What runtimes set where an image sets no PATH. */
const usualPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
/**
* Where the program of a command is: a name without a slash is looked for in the folders of PATH, and what the user may not run is passed
* over there (runc, exec.LookPath). In words why it is nowhere.
*/
function findCommand(name, view, path) {
	if (name.includes("/")) return { path: name };
	const folders = (path ?? view.env.PATH ?? usualPath).split(":").map((folder) => folder === "" ? "." : folder);
	const closed = [];
	for (const folder of name === "" ? [] : folders) {
		const file = `${folder.replace(/\/+$/, "")}/${name}`;
		const found = look(view, file);
		if (found.kind === "file" && may(view.user, "execute", found.node)) return { path: file };
		if (found.kind === "file" || found.kind === "forbidden") closed.push(file);
	}
	const also = closed[0] === void 0 ? "" : `, and ${closed[0]} is not executable for the user`;
	return `"${name}" is in no folder of PATH (${folders.join(":")})${also}`;
}
const shells = /^(?:\/usr)?\/bin\/(?:sh|ash|bash|dash)$/;
/**
* Of a shell form (`/bin/sh -c "exec /app --port 80"`) the program that the shell starts, where the line is nothing but one command in plain
* words; `opaque` for any other line; null for a command that is no shell form.
*/
function commandOfShell(words) {
	const [shell = "", option, line = ""] = words;
	if (!shells.test(shell) || option === void 0 || !/^-[eux]*c$/.test(option)) return null;
	const plain = line.trim().split(/[ \t]+/);
	if (!/^[\w@%+=:,./\- \t]+$/.test(line)) return "opaque";
	const command = plain[0] === "exec" ? plain.slice(1) : plain;
	const [name = ""] = command;
	const isSet = /^\w+=/.test(name);
	return name === "" || name.startsWith("-") || isSet || builtins.has(name) ? "opaque" : command;
}
/** What a shell does itself, or what begins something that is more than one command. */
const builtins = new Set(". : [ alias bg break cd case command continue echo eval exec exit export false fg for getopts hash if jobs kill printf pwd read readonly return set shift source test time times trap true type ulimit umask unalias unset until wait while".split(" "));

// src/images/hazards.ts
/** Where Go's own libraries look (crypto/x509, root_linux.go; time, zoneinfo_unix.go). */
const places = {
	"CA certificates": {
		variable: "SSL_CERT_FILE",
		paths: [
			"/etc/ssl/certs/ca-certificates.crt",
			"/etc/pki/tls/certs/ca-bundle.crt",
			"/etc/ssl/ca-bundle.pem",
			"/etc/pki/tls/cacert.pem",
			"/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
			"/etc/ssl/cert.pem"
		]
	},
	"time zones": {
		variable: "ZONEINFO",
		paths: [
			"/usr/share/zoneinfo",
			"/usr/share/lib/zoneinfo",
			"/usr/lib/locale/TZ",
			"/etc/zoneinfo"
		]
	}
};
/** What a static program reads from its machine. */
function hostFilesOf({ kept }) {
	const source = kept?.bytes();
	return source === void 0 ? [] : inspect(source, { hostFiles: true }).hostFiles;
}
/** What of the files that a program reads from its machine the image does not have. */
function missingHostFiles(files, { root, env, cwd }) {
	return files.filter((file) => {
		const { variable, paths } = places[file];
		const own = env[variable] ?? "";
		return ![...own === "" ? [] : [own], ...paths].some((path) => hasSomething(root, path, cwd));
	});
}
function hasSomething(root, path, cwd) {
	const found = resolve$1(root, path, cwd);
	if (found.kind !== "found") return false;
	const { node } = found;
	return node.kind === "folder" ? node.children.size > 0 : node.kind === "file" && (node.kept?.size ?? 1) > 0;
}
/** What is to be known of a static program in this image, behind "is static"; empty for nothing. */
function describeHazards(hazards, files, view) {
	const missing = missingHostFiles(files, view);
	const parts = [
		...missing.length === 0 ? [] : [`the image has no ${listed(missing)}`],
		...hazards.includes("nss") ? [`it loads NSS libraries at run time, and the image has ${describeNss(view)}`] : [],
		...hazards.includes("dlopen") ? ["it calls dlopen, which fails in a static program of musl"] : []
	];
	return parts.length === 0 ? "" : `; ${parts.join("; ")}`;
}
/** The folders of glibc's own libraries. */
const libraryFolders = /^\/(?:usr\/)?lib(?:32|64)?(?:\/[\w-]+-linux-\w+)?$/;
function describeNss({ root }) {
	return [
		"lib",
		"lib64",
		"usr/lib",
		"usr/lib64"
	].flatMap((path) => {
		const found = resolve$1(root, `/${path}`);
		if (found.kind !== "found") return [];
		return [found, ...[...found.node.children].map(([name, node]) => ({
			path: `${found.path}/${name}`,
			node
		}))];
	}).some(({ path, node }) => libraryFolders.test(path) && (node.children.has("libc.so.6") || node.children.has("libnss_files.so.2"))) ? "those of its own glibc, which has to be the one that it was linked with" : "none: lookups of users and hosts by glibc fail";
}

// src/images/ld-cache.ts
const oldMagic = "ld.so-1.7.0";
const oldHeader = 16;
const oldEntry = 12;
const magic = "glibc-ld.so.cache1.1";
const header = 48;
const entrySize = 24;
const maxEntries = 65536;
/**
* The content of /etc/ld.so.cache → its entries; empty for what is no such file, which the loader does not look into either. The new
* format may stand behind one of the old format (elf/cache.c of glibc).
*/
function readLdCache(source) {
	const bytes = source.read(0, source.size);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const start = startOf(bytes, view);
	if (start === null) return [];
	const little = (bytes[start + 28] ?? 0) !== 3;
	const count = view.getUint32(start + 20, little);
	if (count > maxEntries || start + header + count * entrySize > bytes.length) return [];
	return Array.from({ length: count }, (_, at) => {
		const entry = start + header + at * entrySize;
		const name = textAt(bytes, start + view.getUint32(entry + 4, little));
		const path = textAt(bytes, start + view.getUint32(entry + 8, little));
		if (name === null || path === null) return null;
		return {
			name,
			path,
			isForSome: view.getBigUint64(entry + 16, little) !== 0n
		};
	}).filter((entry) => entry !== null);
}
function startOf(bytes, view) {
	if (hasText(bytes, 0, magic)) return bytes.length < header ? null : 0;
	if (!hasText(bytes, 0, oldMagic) || bytes.length < oldHeader) return null;
	const end = oldHeader + view.getUint32(12, true) * oldEntry;
	const start = Math.ceil(end / 8) * 8;
	return start + header <= bytes.length && hasText(bytes, start, magic) ? start : null;
}
function hasText(bytes, offset, text) {
	return Array.from(text).every((character, at) => bytes[offset + at] === character.charCodeAt(0));
}
function textAt(bytes, offset) {
	if (offset >= bytes.length) return null;
	const rest = bytes.subarray(offset, offset + 4096);
	const end = rest.indexOf(0);
	return end === -1 ? null : decodeText(rest.subarray(0, end));
}

// src/images/loader.ts
function plainly(path) {
	return {
		path,
		isForSome: false
	};
}

// src/images/glibc.ts
/**
* The rule of glibc's loader (elf/dl-load.c, _dl_map_object): DT_RPATH of the file that needs a library and of those that loaded it,
* unless that file has DT_RUNPATH; LD_LIBRARY_PATH; its DT_RUNPATH; ld.so.cache; the folders that are built into the loader.
*/
function glibcRule(view, self, isSecure) {
	const places = {
		environment: isSecure ? [] : splitPath(view.env.LD_LIBRARY_PATH ?? "", /[:;]/),
		cache: readCache(view),
		defaults: defaultFolders(self)
	};
	return {
		libc: "glibc",
		self,
		isSelf: () => false,
		candidates: (name, requester) => candidates(name, requester, {
			view,
			places
		})
	};
}
function readCache({ root }) {
	const found = resolve$1(root, "/etc/ld.so.cache");
	const source = found.kind === "found" ? wholeOf(found.node) : null;
	return source === null ? [] : readLdCache(source);
}
function candidates(name, requester, { view, places }) {
	const expand = (text, file) => expandTokens(text, file, places.defaults);
	if (name.includes("/")) return expand(name, requester).map(plainly);
	const { runpath, rpath, noDefaultFolders } = requester.dynamic;
	const hasRunpath = runpath.length > 0 && rpath.length === 0;
	const inherited = hasRunpath ? [] : chainOf(requester).flatMap((file) => foldersOf$1(file.dynamic.rpath, file, expand));
	const own = hasRunpath ? foldersOf$1(runpath, requester, expand) : [];
	const environment = places.environment.flatMap((text) => expand(text === "" ? "." : text, requester));
	const inFolder = (folder) => plainly(`${folder.replace(/\/+$/, "")}/${name}`);
	const folders = [
		...inherited,
		...environment,
		...own
	];
	const cached = places.cache.filter((entry) => entry.name === name);
	return [
		...folders.map(inFolder),
		...noDefaultFolders ? [] : [
			...cached.filter(({ isForSome }) => !isForSome).map(({ path }) => plainly(path)),
			...places.defaults.map(inFolder),
			...cached.filter(({ isForSome }) => isForSome).map(({ path }) => ({
				path,
				isForSome: true
			}))
		],
		...[...folders, ...noDefaultFolders ? [] : places.defaults].flatMap((folder) => forSome(folder, name, view))
	];
}
/** Subfolders for newer processors, glibc 2.33 and later: which of them counts depends on the machine. */
function forSome(folder, name, view) {
	const found = resolve$1(view.root, `${folder}/glibc-hwcaps`, view.cwd);
	if (found.kind !== "found") return [];
	return [...found.node.children.keys()].map((level) => ({
		path: `${folder.replace(/\/+$/, "")}/glibc-hwcaps/${level}/${name}`,
		isForSome: true
	}));
}
/** The file, what loaded it, and so on. The program is always among them. */
function chainOf(file) {
	const chain = [];
	for (let each = file; each !== null; each = each.requester) chain.push(each);
	return chain;
}
/** An empty part stands for the folder of the process, a list without any for nothing. */
function foldersOf$1(list, file, expand) {
	if (list.length === 1 && list[0] === "") return [];
	return list.flatMap((text) => expand(text === "" ? "." : text, file));
}
function splitPath(text, separator) {
	return text === "" ? [] : text.split(separator);
}
const platforms = {
	amd64: "x86_64",
	arm64: "aarch64",
	"386": "i686"
};
/** `$ORIGIN`, `$LIB` and `$PLATFORM`, with or without braces. A path with one that is not known is left out. */
function expandTokens(text, { origin, object }, defaults) {
	const values = {
		ORIGIN: origin,
		LIB: defaults[0]?.replace(/^\/+|\/+$/g, "").replace(/^usr\//, ""),
		PLATFORM: platforms[object.machine]
	};
	const token = /\$(?:\{(ORIGIN|LIB|PLATFORM)\}|(ORIGIN|LIB|PLATFORM)(?![A-Za-z0-9_]))/g;
	if ([...text.matchAll(token)].map(([, braced = "", plain = ""]) => braced || plain).some((name) => values[name] === void 0)) return [];
	return [text.replace(token, (_, braced = "", plain = "") => values[String(braced) || String(plain)] ?? "")];
}
const multiarch = {
	amd64: "x86_64-linux-gnu",
	arm64: "aarch64-linux-gnu",
	"386": "i386-linux-gnu",
	arm: "arm-linux-gnueabihf",
	ppc64le: "powerpc64le-linux-gnu",
	riscv64: "riscv64-linux-gnu",
	s390x: "s390x-linux-gnu",
	loong64: "loongarch64-linux-gnu"
};
/**
* The folders that a loader of glibc was built with, from its own bytes: a list of paths that end with a slash, one behind the other
* (elf/dl-load.c, system_dirs). Where there is no such list: those of Debian and of others.
*/
function defaultFolders({ node, object }) {
	const source = wholeOf(node);
	const list = [...(source === null ? "" : latin1(source.read(0, source.size))).matchAll(/(?:\/[\w.+\-/]*\/\0){2,}/g)].map(([list]) => list.split("\0").filter((each) => each !== "")).find((folders) => folders.some((folder) => /\/lib(?:32|64|x32)?\//.test(folder)));
	if (list !== void 0) return list;
	const triple = multiarch[object.machine];
	return [
		...triple === void 0 ? [] : [`/lib/${triple}/`, `/usr/lib/${triple}/`],
		"/lib64/",
		"/usr/lib64/",
		"/lib/",
		"/usr/lib/"
	];
}
/** A character for each byte. */
function latin1(bytes) {
	return latin1Decoder.decode(bytes);
}
const latin1Decoder = new TextDecoder("latin1");
/** `2.36`: the release that a file of glibc says it is of; null where it does not say one. */
function glibcRelease(node) {
	const source = wholeOf(node);
	if (source === null) return null;
	return /(?:stable|development) release version (\d+\.\d+)/.exec(decodeText(source.read(0, source.size)))?.[1] ?? null;
}

// src/images/load.ts
/** More than any program has; a file that asks for more is not meant to start. */
const maxLibraries = 2e3;
/**
* The program and all libraries that it needs, and those need, in the order in which the loader finds them: as far as the first that is
* missing.
*/
function loadAll(program, rule, view) {
	const files = [program, rule.self];
	for (const name of preloaded(view)) {
		const found = find(name, program, {
			rule,
			view
		});
		if (found.kind === "found" && isNew(found.file, files)) files.push(found.file);
	}
	for (const requester of files) {
		if (requester === rule.self) continue;
		for (const name of requester.dynamic.needed) {
			if (rule.isSelf(name) || isLoaded(name, files)) continue;
			if (files.length > maxLibraries) return {
				files,
				trouble: {
					outcome: "unknown",
					reason: `it needs more than ${maxLibraries} libraries`
				}
			};
			const found = find(name, requester, {
				rule,
				view
			});
			if (found.kind === "trouble") return {
				files,
				trouble: found.trouble
			};
			if (isNew(found.file, files)) files.push(found.file);
		}
	}
	return {
		files,
		trouble: null
	};
}
/** What is loaded before all libraries. What is missing of it is passed over by both loaders. */
function preloaded({ env }) {
	return (env.LD_PRELOAD ?? "").split(/[ :\n]+/).filter((name) => name !== "");
}
/** By the name that asked for it, or by the name that it has itself. */
function isLoaded(name, files) {
	return files.some((file) => isNamed(file, name));
}
function isNamed(file, name) {
	return file.name === name || file.path === name || file.dynamic.soname === name;
}
function isNew({ node, path }, files) {
	return !files.some((each) => each.node === node || each.path === path);
}
function find(name, requester, { rule, view }) {
	const passed = [];
	const who = describeRequester(name, requester);
	for (const candidate of rule.candidates(name, requester)) {
		const found = look(view, candidate.path);
		if (found.kind === "forbidden" || !("node" in found)) continue;
		const { node } = found;
		if (node.kind === "file" && !may(view.user, "read", node)) {
			passed.push(`the user may not read ${candidate.path}`);
			continue;
		}
		const opened = open$1(node, {
			requester,
			candidate,
			rule,
			view
		});
		if (opened.kind === "passed") {
			passed.push(opened.why);
			continue;
		}
		if (opened.kind === "broken") {
			const reason = `${who}, and ${candidate.path} (${fromLayer(node)}) cannot be loaded: ${opened.why}`;
			return {
				kind: "trouble",
				trouble: {
					outcome: opened.outcome,
					reason
				}
			};
		}
		if (candidate.isForSome) return {
			kind: "trouble",
			trouble: {
				outcome: "unknown",
				reason: `${who}, and the image has it for some processors only (${candidate.path}, ${fromLayer(node)})`
			}
		};
		if (found.ambiguous !== null) return {
			kind: "trouble",
			trouble: {
				outcome: "unknown",
				reason: `${who}, and finds it through ${found.ambiguous}: a later layer writes below this link, and runtimes differ in whether they keep it`
			}
		};
		return {
			kind: "found",
			file: {
				name,
				path: candidate.path,
				origin: posix.dirname(candidate.path),
				requester,
				...opened
			}
		};
	}
	return {
		kind: "trouble",
		trouble: {
			outcome: "does-not-start",
			reason: `${who}, which the image does not have${passed.length > 0 ? ` (${listed(passed)})` : hintOf(name, view)}`
		}
	};
}
function describeRequester(name, { path, requester, node }) {
	return requester === null ? `needs ${name}` : `needs ${name} for ${path} (${fromLayer(node)})`;
}
/** glibc passes over what is for another processor, and takes nothing else for a reason to look on; musl takes what it can open. */
function open$1(node, { requester, candidate, rule, view }) {
	if (node.kind !== "file") return {
		kind: "broken",
		outcome: "does-not-start",
		why: "it is not a file"
	};
	const object = objectAt(view, node);
	const isOther = object.machine !== null && object.machine !== requester.object.machine;
	if (isOther && rule.libc === "glibc") return {
		kind: "passed",
		why: `${candidate.path} is for ${object.machine}`
	};
	if (isOther) return {
		kind: "broken",
		outcome: "does-not-start",
		why: `it is for ${object.machine}`
	};
	if (isObject(object)) return {
		kind: "opened",
		node,
		object,
		dynamic: object.dynamic
	};
	return {
		kind: "broken",
		outcome: isElf(headOf(node)) ? "unknown" : "does-not-start",
		why: "reason" in object ? object.reason : "it has no dynamic section"
	};
}
/** Where else in the image a library of that name lies: most often a folder is missing from a path. */
function hintOf(name, { root }) {
	if (name.includes("/")) return "";
	const found = [];
	const folders = [{
		path: "",
		node: root.top
	}];
	for (let each = folders.pop(); each !== void 0 && found.length < 2; each = folders.pop()) for (const [child, node] of each.node.children) {
		const path = `${each.path}/${child}`;
		if (node.kind === "folder") folders.push({
			path,
			node
		});
		else if (child === name) found.push(path);
	}
	return found.length === 0 ? "" : ` in the folders that the loader searches (it has ${listed(found.toSorted())})`;
}

// src/images/check-versions.ts
/**
* Whether what is loaded fits together: each version that a file asks of a library has to be one of that very library (elf/dl-version.c
* of glibc), and each symbol has to be in some file. null where it does.
*/
function checkVersions(files, rule, view) {
	try {
		return (rule.libc === "glibc" ? checkGlibc(files, rule) : null) ?? checkSymbols(files, rule, view);
	} catch (thrown) {
		if (thrown instanceof FormatError) return {
			outcome: "unknown",
			reason: `the versions of its libraries cannot be read: ${thrown.message}`
		};
		throw thrown;
	}
}
function checkGlibc(files, { self }) {
	for (const file of files) for (const { library, versions } of file.dynamic.versionNeeds) {
		const provider = files.find((each) => isNamed(each, library));
		if (provider === void 0) continue;
		const provided = provider.object.definitions().versions;
		if (provided === null) continue;
		const missing = versions.filter(({ name, weak }) => !weak && !provided.includes(name)).map(({ name }) => name);
		if (missing.length > 0) return {
			outcome: "does-not-start",
			reason: describeMissing(missing, file, {
				provider,
				provided
			})
		};
	}
	const libc = files.find((file) => isNamed(file, "libc.so.6"));
	const [own, other] = [glibcRelease(self.node), libc === void 0 ? null : glibcRelease(libc.node)];
	if (own === null || other === null || own === other) return null;
	return {
		outcome: "unknown",
		reason: `its loader is that of glibc ${own} (${fromLayer(self.node)}), and libc.so.6 (${libc?.path ?? ""}) is that of glibc ${other}: they work in pairs only`
	};
}
function describeMissing(missing, file, { provider, provided }) {
	const newest = newestFirst(missing)[0] ?? "";
	const set = /^(.*_)\d/.exec(newest)?.[1];
	const own = set === void 0 ? void 0 : newestFirst(provided.filter((name) => name.startsWith(set) && /^\d/.test(name.slice(set.length))))[0];
	const release = set === "GLIBC_" ? glibcRelease(provider.node) : null;
	const of = release === null || own?.endsWith(`_${release}`) === true ? "" : ` (glibc ${release})`;
	const has = own === void 0 ? "does not have it" : `has up to ${own}${of}`;
	return `needs ${newest}${file.requester === null ? "" : ` for ${file.path}`}; ${provider.name} of this image, ${fromLayer(provider.node)}, ${has}`;
}
function newestFirst(names) {
	const number = (name) => /_(\d[\d.]*)$/.exec(name)?.[1] ?? "0";
	return names.toSorted((a, b) => Number(isHigher(number(b), number(a))) - Number(isHigher(number(a), number(b))));
}
/** musl looks all of them up before the start; glibc does when it is asked to, and functions at their first call else. */
function checkSymbols(files, { libc }, { env }) {
	const symbols = files.map(({ object }) => object.definitions().symbols);
	if (symbols.includes(null)) return null;
	const isDefined = (name) => symbols.some((names) => names?.has(name) === true);
	for (const file of files) {
		const missing = (file.dynamic.undefinedSymbols ?? []).filter(({ name, weak }) => !weak && name !== "" && !isDefined(name)).map(({ name }) => name);
		const unmet = libc === "musl" ? missing.filter((name) => !isDefined(name.replace(/64(?=$|_r$)/, ""))) : missing;
		if (unmet.length === 0) continue;
		const what = `${file.requester === null ? "needs" : `${file.path} (${fromLayer(file.node)}) needs`} the ${unmet.length === 1 ? "symbol" : "symbols"} ${listed(unmet)}, which none of its libraries has`;
		return libc === "musl" || file.dynamic.bindNow || (env.LD_BIND_NOW ?? "") !== "" ? {
			outcome: "does-not-start",
			reason: what
		} : {
			outcome: "unknown",
			reason: `${what}: it fails at the first call, or before for data`
		};
	}
	return null;
}

// src/images/musl.ts
/** musl's loader is its C library, and stands for all names that begin with these (ldso/dynlink.c, `reserved`). */
const reserved = /^lib(?:c|pthread|rt|m|dl|util|xnet)\./;
const usualFolders = "/lib:/usr/local/lib:/usr/lib";
/**
* The rule of musl's loader (ldso/dynlink.c, load_library): LD_LIBRARY_PATH; DT_RUNPATH or else DT_RPATH of the file that needs a library,
* and of those that loaded it; /etc/ld-musl-ARCH.path, or the usual folders where that is missing.
*/
function muslRule(view, self, isSecure) {
	const environment = isSecure ? [] : foldersOf(view.env.LD_LIBRARY_PATH ?? "");
	const system = foldersOf(readPathFile(view, self) ?? usualFolders);
	return {
		libc: "musl",
		self,
		isSelf: (name) => reserved.test(name),
		candidates: (name, requester) => {
			if (name.includes("/")) return [plainly(name)];
			return [
				...environment,
				...inheritedFolders(requester),
				...system
			].map((folder) => plainly(`${folder}/${name}`));
		}
	};
}
function foldersOf(text) {
	return splitPath(text, /[:\n]/).filter((folder) => folder !== "");
}
function inheritedFolders(file) {
	const folders = [];
	for (let each = file; each !== null; each = each.requester) folders.push(...ownFolders(each));
	return folders;
}
const originToken = /\$(?:ORIGIN|\{ORIGIN\})/g;
/** Only `$ORIGIN` is known; with any other token the whole list counts for nothing. */
function ownFolders({ dynamic, origin }) {
	const list = dynamic.runpath.join(":");
	if (list.replaceAll(originToken, "").includes("$")) return [];
	return foldersOf(list).map((folder) => folder.replaceAll(originToken, () => origin));
}
/** `/lib/ld-musl-x86_64.so.1` → /etc/ld-musl-x86_64.path: in the folder that the loader's own folder is in. */
function readPathFile(view, { name }) {
	const [, prefix, processor] = /^(.*)\/[^/]+\/ld-musl-([^/]+)\.so\.1$/.exec(name) ?? [];
	return processor === void 0 ? null : readText(view, `${prefix ?? ""}/etc/ld-musl-${processor}.path`);
}

// src/images/run-program.ts
/** The kernel follows so many interpreter lines, one behind the other (fs/exec.c). */
const maxScripts = 4;
/** Whether the kernel starts the file at a path, and its loader the program. The sentence begins with the path. */
function runProgram(path, context, scripts = []) {
	const { view } = context;
	const found = look(view, path);
	const who = scripts.length === 0 ? path : `${path} (which runs ${scripts.at(-1) ?? ""})`;
	const stop = describeNoFile(found, who, view);
	if (stop !== null || !("node" in found)) return stop ?? fail("file", `${who} is not in the image`);
	const program = {
		path: found.path,
		node: found.node
	};
	if (found.ambiguous !== null) return open("root", `${who} is reached through ${found.ambiguous}: a later layer writes below this link, and runtimes differ in whether they keep it`);
	const head = headOf(found.node);
	if (isElf(head)) return runElf(program, who, context);
	return runScript({
		...program,
		path,
		head
	}, {
		context,
		scripts,
		who
	});
}
function fail(step, reason) {
	return {
		step,
		outcome: "does-not-start",
		reason
	};
}
function open(step, reason) {
	return {
		step,
		outcome: "unknown",
		reason
	};
}
/** What a container runtime mounts over the image. */
const mounted = /^\/(?:proc|sys|dev)(?:\/|$)/;
function describeNoFile(found, who, { user }) {
	switch (found.kind) {
		case "file":
			if (may(user, "execute", found.node)) return null;
			return fail("file", describeClosed(found.node, who, user.uid));
		case "folder": return fail("file", `${who} is a folder (${fromLayer(found.node)})`);
		case "other": return fail("file", `${who} is not a regular file (${fromLayer(found.node)})`);
		case "forbidden": return fail("file", `${who} lies in a folder that user ${user.uid} may not enter`);
		case "missing":
			if (mounted.test(found.at)) return open("file", `${who} lies where the runtime mounts its own files`);
			return fail("file", `${who} is not in the image${found.link === null ? "" : `: the link ${found.link} leads to ${found.at}, which does not exist`}`);
		case "not-a-folder": return fail("file", `${who} is not in the image: ${found.at} is not a folder`);
		case "loop": return fail("file", `${who} leads round in a circle of links (${found.at})`);
	}
}
function describeClosed(node, who, uid) {
	const mode = (node.mode & 4095).toString(8).padStart(4, "0");
	return (node.mode & 73) === 0 ? `${who} is not executable (mode ${mode}, ${fromLayer(node)})` : `${who} is not executable for user ${uid} (mode ${mode}, owner ${node.uid}:${node.gid}, ${fromLayer(node)})`;
}
function runScript({ path, node, head }, { context, scripts, who }) {
	const { view } = context;
	const shebang = readShebang(head);
	if (shebang === null) return fail("format", `${who} ${head.length === 0 ? "is empty" : "is neither an ELF file nor a script that begins with #!"} (${fromLayer(node)}): exec format error`);
	if (scripts.length >= maxScripts) return open("format", `${who} is a script that more than ${maxScripts} scripts lead to`);
	const { interpreter, argument } = shebang;
	if (interpreter.endsWith("\r") || argument?.endsWith("\r") === true) return fail("format", `the first line of ${who} ends with CR LF, so that it asks for "${interpreter.replace(/\r$/, "\\r")}": save it with LF (${fromLayer(node)})`);
	const answer = runProgram(interpreter, context, [...scripts, path]);
	if (answer.outcome !== "starts") return answer.step === "file" ? {
		...answer,
		step: "format"
	} : answer;
	if (!may(view.user, "read", node)) return fail("file", `${who} is a script that user ${view.user.uid} may not read (${fromLayer(node)})`);
	return interpreter.endsWith("/env") ? runEnv(argument ?? "", {
		path,
		context,
		scripts
	}) : {
		...answer,
		reason: `${who} is a script; ${answer.reason}`
	};
}
/** `#!/usr/bin/env bash`: env is there, and looks for the program in PATH. Without -S all of it is one name. */
function runEnv(argument, { path, context, scripts }) {
	const command = commandOfEnv(argument.startsWith("-S") || argument.startsWith("--split-string") ? [argument.slice(0, 2), argument.slice(2)] : [argument]);
	if (command === null) return open("format", `${path} is a script for env, and what "${argument}" starts cannot be told`);
	const [name = ""] = command.words;
	const found = findCommand(name, context.view, command.path);
	if (typeof found === "string") return fail("format", `${path} is run by env, and ${found}`);
	const answer = runProgram(found.path, context, [...scripts, path]);
	return answer.outcome === "starts" ? {
		...answer,
		reason: `${path} is a script; ${answer.reason}`
	} : answer;
}
function runElf({ path, node }, who, context) {
	const { view, architecture } = context;
	const object = objectAt(view, node);
	const bytes = node.kept?.bytes();
	if (object.machine !== null && object.machine !== architecture) {
		const answer = judgeMachine(object.machine, `${who} (${fromLayer(node)})`, architecture);
		if (answer !== null) return answer;
	}
	if ("reason" in object) return open("format", `${who} (${fromLayer(node)}) cannot be judged: ${object.reason}`);
	if (bytes === void 0) return open("format", `${who} (${fromLayer(node)}) cannot be judged: it was not read`);
	const inspection = inspect(bytes, { hostFiles: true });
	const { kind, reason } = inspection.linkage;
	if (kind === "packed" || kind === "unreadable") return open("format", `${who} (${fromLayer(node)}) cannot be judged: ${reason ?? kind}`);
	if (object.interpreter !== null) return runDynamic({
		path,
		node,
		object,
		interpreter: object.interpreter
	}, who, context);
	if (kind === "library") return open("format", `${who} (${fromLayer(node)}) is a library without an interpreter`);
	if (inspection.linkage.needed.length > 0) return open("interpreter", `${who} names libraries, and no loader that would load them`);
	return describeStatic(inspection, who, view);
}
/** Kernels for amd64 run programs for 386, those for arm64 not always those for arm. */
function judgeMachine(machine, who, architecture) {
	if (machine === "386" && architecture === "amd64") return null;
	if (machine === "arm" && architecture === "arm64") return open("machine", `${who} is for arm, and not every arm64 machine runs that`);
	return fail("machine", `${who} is for ${machine}, and the image is for ${architecture}`);
}
function describeStatic({ linkage, hostFiles }, who, view) {
	if (linkage.hazards.includes("relocation")) return open("hazards", `${who} is a static PIE, and no code was found that relocates it`);
	return {
		step: "hazards",
		outcome: "starts",
		reason: `${who} is ${linkage.kind}${describeHazards(linkage.hazards, hostFiles, view)}`
	};
}
function runDynamic(program, who, { view }) {
	const { path, node, object, interpreter } = program;
	const loader = findLoader(program, who, view);
	if ("step" in loader) return loader;
	const own = {
		requester: null,
		name: path,
		path,
		origin: posix.dirname(path),
		node,
		object
	};
	if (!isObject(object)) return describeLoaded(who, loader, 0);
	const rule = ruleOf(loader, view, isSecure(node, view));
	if (rule === null) return open("interpreter", `${who} is started by ${interpreter} (${fromLayer(loader.node)}), which is neither glibc's nor musl's loader`);
	const { files, trouble } = loadAll({
		...own,
		dynamic: object.dynamic
	}, rule, view);
	if (trouble !== null) return {
		step: "libraries",
		...trouble,
		reason: `${who} ${trouble.reason}`
	};
	const versions = checkVersions(files, rule, view);
	if (versions !== null) {
		const subject = /^(?:needs|its|the) /.test(versions.reason) ? `${who} ` : `${who}: `;
		return {
			step: "versions",
			...versions,
			reason: `${subject}${versions.reason}`.replace(`${who} its `, `${who}: its `)
		};
	}
	return describeLoaded(who, loader, files.length - 2);
}
function describeLoaded(who, loader, libraries) {
	const more = libraries === 0 ? "" : ` and its ${libraries === 1 ? "library" : `${libraries} libraries`}`;
	return {
		step: "hazards",
		outcome: "starts",
		reason: `${who} is dynamic, and finds ${loader.name}${more} in the image`
	};
}
/** The kernel opens the interpreter as it does the program. */
function findLoader({ interpreter, object }, who, view) {
	const found = look(view, interpreter);
	const needs = `${who} needs the loader ${interpreter}`;
	if (found.kind === "missing" && !mounted.test(found.at)) return fail("interpreter", `${needs}, which the image does not have${found.link === null ? "" : ` (the link ${found.link} leads to ${found.at}, which does not exist)`}`);
	const stop = describeNoFile(found, interpreter, view);
	if (stop !== null || !("node" in found)) return {
		step: "interpreter",
		outcome: stop?.outcome ?? "unknown",
		reason: `${needs}: ${stop?.reason ?? ""}`
	};
	const file = objectAt(view, found.node);
	const from = fromLayer(found.node);
	if (found.ambiguous !== null) return open("interpreter", `${needs}, and finds it through ${found.ambiguous}: a later layer writes below this link, and runtimes differ in whether they keep it`);
	if (file.machine !== null && file.machine !== object.machine) return fail("interpreter", `${needs}, and that of the image, ${from}, is for ${file.machine}`);
	if (!isObject(file)) {
		const why = "reason" in file ? file.reason : "it has no dynamic section";
		return isElf(headOf(found.node)) ? open("interpreter", `${needs}, and that of the image, ${from}, cannot be judged: ${why}`) : fail("interpreter", `${needs}, and that of the image, ${from}, is not an ELF file`);
	}
	return {
		name: interpreter,
		path: found.path,
		origin: posix.dirname(interpreter),
		node: found.node,
		object: file,
		dynamic: file.dynamic,
		requester: null
	};
}
/** By what the file is, and not by its name: images put links to another loader where programs look for theirs. */
function ruleOf(loader, view, secure) {
	const { soname } = loader.dynamic;
	if ((loader.object.definitions().versions ?? []).includes("GLIBC_PRIVATE")) return glibcRule(view, loader, secure);
	return (soname === void 0 ? loader.path.includes("/ld-musl-") : /^libc\.(?:so$|musl-)/.test(soname) || soname.startsWith("ld-musl-")) ? muslRule(view, loader, secure) : null;
}
/** Loaders believe no variable when the file gives rights that the user does not have. */
function isSecure({ mode, uid, gid }, { user }) {
	return (mode & 2048) !== 0 && uid !== user.uid || (mode & 1024) !== 0 && gid !== user.gid;
}

// src/images/start-image.ts
/** Whether the entrypoint starts: the first of the steps that fails is the answer. */
function startImage({ listedAs, config, root }) {
	const platform = config.platform ?? listedAs;
	const entrypoint = [...config.entrypoint, ...config.cmd];
	const shown = {
		platform: platform === null ? "unknown/unknown" : platformName(platform),
		entrypoint
	};
	const without = (answer) => ({
		start: {
			...shown,
			...answer
		},
		file: null,
		hostFiles: []
	});
	if (platform === null && typeof root === "string") return without({
		step: "root",
		outcome: "unknown",
		reason: root
	});
	const mismatch = checkPlatform(listedAs, config.platform);
	if (mismatch !== null || platform === null) return without(mismatch ?? {
		step: "platform",
		outcome: "unknown",
		reason: "neither the index nor the configuration names a platform"
	});
	if (entrypoint.length === 0) return without({
		step: "command",
		outcome: "does-not-start",
		reason: "the image has neither ENTRYPOINT nor CMD"
	});
	if (typeof root === "string") return without({
		step: "root",
		outcome: "unknown",
		reason: root
	});
	const view = viewOf(config, root);
	if (typeof view === "string") return without({
		step: "file",
		outcome: "does-not-start",
		reason: view
	});
	const { answer, path } = runCommand(entrypoint, {
		view,
		architecture: platform.architecture
	});
	const found = path === null ? null : look(view, path);
	const file = found?.kind === "file" ? {
		path: found.path,
		node: found.node
	} : null;
	return {
		start: {
			...shown,
			...answer
		},
		file,
		hostFiles: file === null ? [] : missingHostFiles(hostFilesOf(file.node), view)
	};
}
/** The runtime chooses by the index, and the kernel by the file. */
function checkPlatform(listedAs, own) {
	const os = (own ?? listedAs)?.os ?? "linux";
	if (os !== "linux") return {
		step: "platform",
		outcome: "unknown",
		reason: `the image is for ${os}, and only images for linux are judged`
	};
	if (listedAs === null || own === null) return null;
	const isSame = listedAs.os === own.os && listedAs.architecture === own.architecture;
	const isSameVariant = listedAs.variant === null || own.variant === null || listedAs.variant === own.variant;
	if (isSame && isSameVariant) return null;
	const reason = `the index lists the image as ${platformName(listedAs)}, and its configuration is for ${platformName(own)}`;
	return {
		step: "platform",
		outcome: isSame ? "unknown" : "does-not-start",
		reason
	};
}
/** What the process of the entrypoint sees; in words why there can be no such process. */
function viewOf({ user, workingDir, env }, root) {
	const found = findUser(user, {
		passwd: readText({ root }, "/etc/passwd"),
		group: readText({ root }, "/etc/group")
	});
	if (typeof found === "string") return found;
	const cwd = posix.resolve("/", workingDir);
	const folder = resolve$1(root, cwd);
	if (folder.kind === "not-a-folder" || folder.kind === "found" && folder.node.kind !== "folder") return `the working directory ${cwd} is not a folder`;
	return {
		root,
		user: found,
		cwd,
		env,
		objects: /* @__PURE__ */ new Map()
	};
}
function runCommand(words, context) {
	const [name = ""] = words;
	const found = findCommand(name, context.view);
	if (typeof found === "string") return {
		answer: {
			step: "command",
			outcome: "does-not-start",
			reason: found
		},
		path: null
	};
	const answer = runProgram(found.path, context);
	const command = commandOfShell(words);
	if (command === null || answer.outcome !== "starts") return {
		answer,
		path: found.path
	};
	const line = words[2] ?? "";
	if (command === "opaque") return {
		answer: {
			...answer,
			reason: `the shell ${found.path} starts; what it does with "${line}" is not judged`
		},
		path: found.path
	};
	const inner = runCommand(command, context);
	return inner.path === null ? inner : {
		...inner,
		answer: {
			...inner.answer,
			reason: inner.answer.reason
		}
	};
}

// src/images/inspect-images.ts
/** Members of all layers of one image file: above what any image has, and few enough for the memory. */
const mostMembers = 6e5;
/** Judges whether the entrypoints of images start. Throws ConfigError for a path that was named and is no image. */
async function inspectImages({ workingDirectory, images, digests }, ports) {
	const judged = [];
	const skipped = [];
	for (const { path, byName } of images) {
		const found = await inspectOne(path, {
			path: resolve(workingDirectory, path),
			digests
		}, ports);
		if (found !== null) {
			judged.push(...found.images);
			skipped.push(...found.skipped);
		} else if (byName) throw new ConfigError(`images: "${path}" is neither an OCI layout nor an archive of one, nor one that docker save wrote`);
		else skipped.push({
			path,
			reason: "not an image"
		});
	}
	return {
		images: judged,
		skipped
	};
}
/** null for what is no image. */
async function inspectOne(shown, { path, digests }, ports) {
	const { files, blobs, decompression } = ports;
	const started = ports.now();
	const spool = await blobs.openSpool();
	const tools = {
		blobs,
		decompression,
		spool,
		budget: { members: mostMembers }
	};
	try {
		const store = await files.kindOf(path) === "folder" ? folderStore(path, tools, ports) : await readArchive(path, {
			tools,
			ports
		});
		const found = typeof store === "string" ? brokenImage(store) : await readImages(store);
		if (found === null) return null;
		const images = [];
		for (const image of found.images) images.push(await describe(image, {
			shown,
			found,
			digests,
			ports,
			started
		}));
		return {
			images,
			skipped: found.skipped.map(({ path: name, reason }) => ({
				path: `${shown}!/${name}`,
				reason
			}))
		};
	} finally {
		spool.close();
	}
}
/** In words why the archive cannot be read. */
async function readArchive(path, { tools, ports }) {
	try {
		return await archiveStore(ports.files.stream(path), tools, ports);
	} catch (thrown) {
		if (thrown instanceof ArchiveError) return thrown.message;
		throw thrown;
	}
}
/** An archive that was named as an image, and that nobody can read to its end. */
function brokenImage(why) {
	return {
		format: "oci",
		images: [{
			name: null,
			digest: null,
			content: {
				listedAs: null,
				config: {
					platform: null,
					entrypoint: [],
					cmd: [],
					env: {},
					workingDir: "",
					user: "",
					diffIds: []
				},
				root: `the archive ${why}`
			}
		}],
		skipped: []
	};
}
async function describe(image, { shown, found, digests, ports, started }) {
	const { start, file, hostFiles } = startImage(image.content);
	const own = {
		container: shown,
		path: `${shown}${labelOf(image, found.images)}`,
		format: found.format,
		start
	};
	const source = file?.node.kept?.bytes();
	if (file === null || source === void 0) return {
		...own,
		file: null
	};
	const size = file.node.kept?.size ?? 0;
	const inspection = {
		...inspect(source, { cgoCalls: true }),
		hostFiles
	};
	const sha256 = digests && source.size === size ? await digestOf(source, ports) : null;
	const inspectMs = Math.round(ports.now() - started);
	return {
		...own,
		file: {
			path: file.path,
			size,
			sha256,
			inspection,
			inspectMs
		}
	};
}
/** `:v1`, `@sha256:0123456789ab`: what tells the images of a layout apart, where there are several for a platform. */
function labelOf({ name, digest, content }, images) {
	const alike = images.filter((each) => nameOf(each.content) === nameOf(content));
	if (alike.length < 2) return "";
	return name !== null && alike.filter((each) => each.name === name).length === 1 ? `:${name}` : digest === null ? "" : `@${digest.slice(0, 19)}`;
}
function nameOf({ config, listedAs }) {
	const platform = config.platform ?? listedAs;
	return platform === null ? "" : platformName(platform);
}
const pieceSize = 1048576;
async function digestOf(source, { blobs }) {
	const hash = await blobs.startSha256();
	for (let at = 0; at < source.size; at += pieceSize) hash.update(source.read(at, pieceSize));
	return hash.hex();
}

export { inspectImages };