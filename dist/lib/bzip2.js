import { t as ArchiveError } from "./archive-error.js";
import { n as cutOff, r as feedOf } from "./feed.js";

// src/archives/bzip2-bits.ts
/** More than the largest block takes: 900,000 symbols of 20 bits, and its tables. */
const AHEAD = 4194304;
const MOST_BITS = 20;
const SHORT_BITS = 10;
const damaged = new ArchiveError("is damaged: its bzip2 data cannot be unpacked");
/** Bits, the highest of a byte first. */
var BitReader = class {
	bytes = /* @__PURE__ */ new Uint8Array();
	at = 0;
	held = 0;
	count = 0;
	/** Fetches as much as one block can take. Returns whether there is anything at all. */
	async fill(feed) {
		const left = this.bytes.length - this.at;
		if (left < AHEAD) {
			const more = await feed.takeSome(2 * AHEAD - left);
			const bytes = new Uint8Array(left + more.length);
			bytes.set(this.bytes.subarray(this.at));
			bytes.set(more, left);
			this.bytes = bytes;
			this.at = 0;
		}
		return this.at < this.bytes.length;
	}
	/** At most 24. Throws ArchiveError at the end. */
	read(count) {
		this.hold(count);
		if (this.count < count) throw cutOff("a bzip2 block");
		this.count -= count;
		const value = this.held >>> this.count;
		this.held &= (1 << this.count) - 1;
		return value;
	}
	read32() {
		return this.read(16) * 2 ** 16 + this.read(16);
	}
	/** The next symbol of a code. Throws ArchiveError. */
	readSymbol({ short, symbols, last, base }) {
		this.hold(MOST_BITS);
		const { count, held } = this;
		const missing = MOST_BITS - count;
		const next = missing > 0 ? held << missing : held >>> -missing;
		const entry = short[next >>> 10] ?? 0;
		if (entry !== 0) {
			this.drop(entry & 31);
			return entry >>> 5;
		}
		for (let length = 11; length <= MOST_BITS; length += 1) {
			const code = next >>> MOST_BITS - length;
			if (code <= (last[length] ?? -1)) {
				this.drop(length);
				return symbols[code + (base[length] ?? 0)] ?? 0;
			}
		}
		throw damaged;
	}
	/** Leaves out what is left of a byte. */
	align() {
		const whole = this.count >>> 3;
		this.at -= whole;
		this.held = 0;
		this.count = 0;
	}
	/** So many bits, at most 24, or all that there are. */
	hold(count) {
		while (this.count < count && this.at < this.bytes.length) {
			this.held = (this.held << 8 | (this.bytes[this.at] ?? 0)) >>> 0;
			this.at += 1;
			this.count += 8;
		}
	}
	drop(count) {
		if (this.count < count) throw cutOff("a bzip2 block");
		this.count -= count;
		this.held &= (1 << this.count) - 1;
	}
};
/** The lengths of the codes stand there as differences. Throws ArchiveError. */
function readCodes(bits, size) {
	const lengths = readLengths(bits, size);
	const counts = /* @__PURE__ */ new Int32Array(22);
	for (const each of lengths) counts[each] = (counts[each] ?? 0) + 1;
	const symbols = Uint16Array.from(Array.from(lengths.keys()).sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b));
	const last = (/* @__PURE__ */ new Int32Array(21)).fill(-1);
	const base = /* @__PURE__ */ new Int32Array(21);
	const short = /* @__PURE__ */ new Uint16Array(1024);
	let [code, index] = [0, 0];
	for (let length = 1; length <= MOST_BITS; length += 1) {
		base[length] = index - code;
		for (let left = counts[length] ?? 0; left > 0; left -= 1, code += 1, index += 1) {
			last[length] = code;
			if (length > SHORT_BITS) continue;
			const shift = SHORT_BITS - length;
			short.fill((symbols[index] ?? 0) << 5 | length, code << shift, code + 1 << shift);
		}
		code *= 2;
	}
	return {
		symbols,
		last,
		base,
		short
	};
}
function readLengths(bits, size) {
	let length = bits.read(5);
	return Uint8Array.from({ length: size }, () => {
		while (bits.read(1) === 1) {
			length += bits.read(1) === 1 ? -1 : 1;
			if (length < 1 || length > MOST_BITS) throw damaged;
		}
		if (length < 1 || length > MOST_BITS) throw damaged;
		return length;
	});
}

// src/archives/bzip2.ts
const UNIT = 1e5;
const BLOCK_MAGIC = 54156738319193;
const END_MAGIC = 25779555029136;
const GROUP = 50;
const PIECE = 65536;
/** All streams of a bzip2 file, one after the other. Throws ArchiveError. */
async function* bunzip2(bytes) {
	const bits = new BitReader();
	for await (const feed of feedOf(bytes)) while (await bits.fill(feed)) {
		const size = readStart(bits);
		let combined = 0;
		while (readMagic(bits) === BLOCK_MAGIC) {
			const expected = bits.read32();
			const sum = { value: 4294967295 };
			yield* expandRuns(readBlock(bits, size), sum);
			if (~sum.value >>> 0 !== expected) throw damaged;
			combined = ((combined << 1 | combined >>> 31) ^ expected) >>> 0;
			await bits.fill(feed);
		}
		if (bits.read32() !== combined) throw damaged;
		bits.align();
	}
}
/** "BZh9": how many bytes a block can have. */
function readStart(bits) {
	const magic = bits.read(24);
	const level = bits.read(8) - 48;
	if (magic !== 4348520 || level < 1 || level > 9) throw damaged;
	return level * UNIT;
}
function readMagic(bits) {
	const magic = bits.read(24) * 2 ** 24 + bits.read(24);
	if (magic !== BLOCK_MAGIC && magic !== END_MAGIC) throw damaged;
	return magic;
}
/** A block before its runs are expanded. */
function readBlock(bits, size) {
	if (bits.read(1) === 1) throw new ArchiveError("was packed by bzip2 0.9, which is not read");
	const start = bits.read(24);
	const used = readUsed(bits);
	const groups = bits.read(3);
	const count = bits.read(15);
	if (groups < 2 || groups > 6 || count < 1 || used.length === 0) throw damaged;
	const selectors = readSelectors(bits, groups, count);
	const codes = Array.from({ length: groups }, () => readCodes(bits, used.length + 2));
	const links = new Uint32Array(size);
	const length = readMoves(bits, {
		used,
		selectors,
		codes
	}, links);
	if (start >= length) throw damaged;
	return undoTransform(links, length, start);
}
/** The bytes that occur, as a map of maps. */
function readUsed(bits) {
	const rows = bits.read(16);
	const used = [];
	for (let row = 0; row < 16; row += 1) {
		if ((rows & 32768 >> row) === 0) continue;
		const columns = bits.read(16);
		for (let column = 0; column < 16; column += 1) if ((columns & 32768 >> column) !== 0) used.push(row * 16 + column);
	}
	return used;
}
function readSelectors(bits, groups, count) {
	const order = Array.from({ length: groups }, (_, at) => at);
	return Uint8Array.from({ length: count }, () => {
		let at = 0;
		while (bits.read(1) === 1) at += 1;
		const [group] = order.splice(at, 1);
		if (group === void 0) throw damaged;
		order.unshift(group);
		return group;
	});
}
/** Undoes Huffman's code, the runs of the first byte and move-to-front. Returns how many bytes there are. */
function readMoves(bits, { used, selectors, codes }, bytes) {
	const front = Uint8Array.from(used);
	const end = used.length + 1;
	let [length, run, weight] = [
		0,
		0,
		1
	];
	let code = codes[0];
	for (let at = 0;; at += 1) {
		if (at % GROUP === 0) code = codes[selectors[at / GROUP] ?? codes.length];
		if (code === void 0) throw damaged;
		const symbol = bits.readSymbol(code);
		if (symbol < 2) {
			run += weight << symbol;
			weight *= 2;
			if (run > bytes.length) throw damaged;
			continue;
		}
		if (length + run > bytes.length) throw damaged;
		bytes.fill(front[0] ?? 0, length, length + run);
		length += run;
		[run, weight] = [0, 1];
		if (symbol === end) return length;
		if (length >= bytes.length) throw damaged;
		const byte = front[symbol - 1] ?? 0;
		front.copyWithin(1, 0, symbol - 1);
		front[0] = byte;
		bytes[length] = byte;
		length += 1;
	}
}
/** The inverse of the transform of Burrows and Wheeler. The low byte of each number is a byte of the last column. */
function undoTransform(links, length, start) {
	const places = /* @__PURE__ */ new Uint32Array(257);
	for (let at = 0; at < length; at += 1) {
		const next = (links[at] ?? 0) + 1;
		places[next] = (places[next] ?? 0) + 1;
	}
	for (let byte = 1; byte < 257; byte += 1) places[byte] = (places[byte] ?? 0) + (places[byte - 1] ?? 0);
	for (let at = 0; at < length; at += 1) {
		const byte = (links[at] ?? 0) & 255;
		const place = places[byte] ?? 0;
		places[byte] = place + 1;
		links[place] = ((links[place] ?? 0) | at << 8) >>> 0;
	}
	const bytes = new Uint8Array(length);
	for (let at = 0, link = (links[start] ?? 0) >>> 8; at < length; at += 1) {
		const value = links[link] ?? 0;
		bytes[at] = value & 255;
		link = value >>> 8;
	}
	return bytes;
}
/** Run-length decoding: the byte behind four equal bytes counts how often they repeat further. */
function* expandRuns(bytes, sum) {
	let out = /* @__PURE__ */ new Uint8Array(65792);
	let [at, same, before] = [
		0,
		0,
		-1
	];
	for (const byte of bytes) {
		if (same === 4) {
			out.fill(before, at, at + byte);
			at += byte;
			[same, before] = [0, -1];
		} else {
			out[at] = byte;
			at += 1;
			same = byte === before ? same + 1 : 1;
			before = byte;
		}
		if (at >= PIECE) {
			yield addTo(sum, out.subarray(0, at));
			out = /* @__PURE__ */ new Uint8Array(65792);
			at = 0;
		}
	}
	if (same === 4) throw damaged;
	yield addTo(sum, out.subarray(0, at));
}
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte << 24;
	for (let bit = 0; bit < 8; bit += 1) value = value << 1 ^ (value < 0 ? 79764919 : 0);
	return value;
});
function addTo(sum, bytes) {
	let { value } = sum;
	const { length } = bytes;
	for (let at = 0; at < length; at += 1) value = value << 8 ^ (table[value >>> 24 ^ (bytes[at] ?? 0)] ?? 0);
	sum.value = value;
	return bytes;
}

export { bunzip2 };