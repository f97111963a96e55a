import { n as indexOfBytes, t as decodeText } from "./bytes.js";

// src/model/artifact.ts
const packed = {
	kind: "packed",
	reason: "packed with UPX: its headers are the packer's; inspect the file before it is packed",
	loaderOnly: false,
	interpreter: null,
	needed: [],
	libc: null,
	minGlibc: null,
	minOs: null,
	hazards: [],
	runpath: []
};
/** What a file needs as far as nothing is known of it: the judges of all formats start from here. */
const notExecutable = {
	...packed,
	reason: null
};
function isStatic(linkage) {
	return linkage.kind === "static" || linkage.kind === "static-pie";
}
/** What a report says of a file's linkage. null for WebAssembly: a host runs it and hands it what it imports, so nothing is linked. */
function linkageOf({ format, linkage }) {
	return format === "wasm" ? null : linkage;
}

// src/inspect/format-error.ts
/**
* The bytes break a rule of their format. Only src/inspect throws and catches it: for everybody else such a file is
* an `unreadable` linkage, whose reason is this error's `rule` and `offset`.
*/
var FormatError = class extends Error {
	name = "FormatError";
	rule;
	/** In bytes from the start of the file: the field that lies, or where the file ended too early. */
	offset;
	constructor(rule, offset) {
		super(`${rule} (at byte ${offset})`);
		this.rule = rule;
		this.offset = offset;
	}
};

// src/inspect/go-buildinfo-text.ts
/** The keys whose values are words of the go command's own, build tags, or of the version control system. */
const shownKeys = /* @__PURE__ */ new Set([
	...[
		"-asan",
		"-buildmode",
		"-compiler",
		"-cover",
		"-covermode",
		"-linkshared",
		"-msan",
		"-race",
		"-tags",
		"-trimpath"
	],
	...[
		"CGO_ENABLED",
		"DefaultGODEBUG",
		"GOARCH",
		"GOEXPERIMENT",
		"GOFIPS140",
		"GOOS"
	],
	...[
		"GO386",
		"GOAMD64",
		"GOARM",
		"GOARM64",
		"GOMIPS",
		"GOMIPS64",
		"GOPPC64",
		"GORISCV64",
		"GOWASM"
	],
	...[
		"vcs",
		"vcs.modified",
		"vcs.revision",
		"vcs.time"
	]
]);
/**
* The lines between the marks -> their facts. Throws FormatError for the lines that debug.ParseBuildInfo of package
* runtime/debug refuses as well, and leaves out what is between a last "\n" and the end, as it does.
*/
function parseModInfo(text) {
	let path = null;
	let main = null;
	const settings = /* @__PURE__ */ new Map();
	for (const line of text.split("\n").slice(0, -1)) {
		const [word] = line.split("	", 1);
		const rest = line.slice((word?.length ?? 0) + 1);
		switch (word) {
			case "path":
				path = rest;
				break;
			case "mod":
				main = parseModule(rest);
				break;
			case "build": {
				const { key, value } = parseSetting(rest);
				settings.set(key, value);
				break;
			}
		}
	}
	const isShown = ([key, value]) => shownKeys.has(key) || value === "";
	const all = Array.from(settings);
	const machineFlags = cFlagKeys.flatMap((key) => machineFlagsOf(settings.get(key) ?? ""));
	return {
		path: path === "" ? null : path,
		main,
		settings: Object.fromEntries(all.filter(isShown)),
		withheld: all.filter((setting) => !isShown(setting)).map(([key]) => key),
		...machineFlags.length === 0 ? {} : { machineFlags }
	};
}
const cFlagKeys = [
	"CGO_CPPFLAGS",
	"CGO_CFLAGS",
	"CGO_CXXFLAGS",
	"CGO_FFLAGS"
];
/** The words of C flags that choose what the processor has to be able to do. No other word is kept: it may be a secret. */
function machineFlagsOf(flags) {
	return flags.split(/[\s'"]+/).filter((word) => /^-m(?:arch=[\w.+-]{1,40}|[a-z0-9.-]{2,24})$/.test(word));
}
/** "path version [sum]"; the sum is missing, not empty, when a "=>" line follows. */
function parseModule(columns) {
	const [path = "", version, _sum, ...more] = columns.split("	");
	if (version === void 0 || more.length > 0) throw broken("a module that is not two or three columns");
	return {
		path,
		version
	};
}
const quoted = /^(?:"(?:[^"\\]|\\.)*"|`[^`]*`)/su;
function parseSetting(setting) {
	const key = quoted.exec(setting)?.[0] ?? /^[^= \t\r"`]+/.exec(setting)?.[0];
	if (key === void 0 || setting[key.length] !== "=") throw broken("a setting without a key");
	return {
		key: unquote(key),
		value: unquote(setting.slice(key.length + 1))
	};
}
/** What strconv.Quote of Go made of a text, and a text that needed no quotes as it is. */
function unquote(text) {
	if (!/[ \t\r"`]/.test(text)) return text;
	if (quoted.exec(text)?.[0] !== text) throw broken("a setting with quotes that do not match");
	const content = text.slice(1, -1);
	return text.startsWith("`") ? content : content.replaceAll(escape, unescape);
}
const escape = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|(.))/gsu;
const letters = {
	a: "\x07",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v",
	"\\": "\\",
	"\"": "\""
};
function unescape(_, ...groups) {
	const [byte, short, long, octal, letter] = groups;
	if (byte !== void 0 || octal !== void 0) {
		const value = byte === void 0 ? parseInt(octal ?? "", 8) : parseInt(byte, 16);
		return value < 128 ? String.fromCharCode(value) : "�";
	}
	const code = short ?? long;
	const text = code === void 0 ? letters[letter ?? ""] : toCharacter(parseInt(code, 16));
	if (text === void 0) throw broken("a setting with an escape that Go does not have");
	return text;
}
function toCharacter(code) {
	return code >= 55296 && code <= 57343 || code > 1114111 ? void 0 : String.fromCodePoint(code);
}
function broken(what) {
	return new FormatError(`Go build info has ${what}`, 0);
}

// src/inspect/reader.ts
/** No table, string or note of a program comes near it; a lie about a length must not become an allocation. */
const MAX_RANGE = 64n * 1024n * 1024n;
/** Throws unless the file holds the whole range. `field` names the range in the message. */
function requireRange(source, range, field) {
	if (range.offset + range.length > BigInt(source.size)) throw new FormatError(`${field} is cut off`, Number(min(range.offset, BigInt(source.size))));
}
/** The bytes of a range, all of them, and in `into` when the source can do that. */
function readRange(source, range, field) {
	requireRange(source, range, field);
	const offset = Number(range.offset);
	if (range.length > MAX_RANGE) throw new FormatError(`${field} is longer than 64 MiB`, offset);
	const bytes = source.read(offset, Number(range.length), range.into);
	if (bytes.length < Number(range.length)) throw new FormatError(`${field} is cut off`, offset + bytes.length);
	return bytes;
}
function min(a, b) {
	return a < b ? a : b;
}
/** Reads fields one after the other. Going past the end is a FormatError that names the field, never a RangeError. */
var Cursor = class {
	#bytes;
	#view;
	#base;
	#encoding;
	#position = 0;
	#fieldStart = 0;
	/** `base`: where in the file `bytes` begins, for messages. */
	constructor(bytes, base, encoding) {
		this.#bytes = bytes;
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		this.#base = base;
		this.#encoding = encoding;
	}
	get position() {
		return this.#position;
	}
	get remaining() {
		return this.#bytes.length - this.#position;
	}
	u8(field) {
		return this.#view.getUint8(this.#take(1, field));
	}
	u16(field) {
		return this.#view.getUint16(this.#take(2, field), this.#encoding.littleEndian);
	}
	u32(field) {
		return this.#view.getUint32(this.#take(4, field), this.#encoding.littleEndian);
	}
	u64(field) {
		return this.#view.getBigUint64(this.#take(8, field), this.#encoding.littleEndian);
	}
	/** An address, offset or size: 64 or 32 bits after the file's class. */
	word(field) {
		return this.#encoding.wide ? this.u64(field) : BigInt(this.u32(field));
	}
	bytes(length, field) {
		const start = this.#take(length, field);
		return this.#bytes.subarray(start, start + length);
	}
	seek(position, field) {
		if (position > this.#bytes.length) throw new FormatError(`${field} is cut off`, this.#base + this.#bytes.length);
		this.#position = position;
	}
	/** The error for the field that was read last. */
	broken(rule) {
		return new FormatError(rule, this.#base + this.#fieldStart);
	}
	#take(length, field) {
		if (length > this.remaining) throw new FormatError(`${field} is cut off`, this.#base + this.#position);
		this.#fieldStart = this.#position;
		this.#position += length;
		return this.#fieldStart;
	}
};
/** The length of the NUL-terminated string at the start of `bytes`, or undefined when no NUL follows. */
function stringLength(bytes) {
	const end = bytes.indexOf(0);
	return end === -1 ? void 0 : end;
}

// src/inspect/detect.ts
const SAMPLE = 4096;
const DOS_HEADER_SIZE = 64;
const E_LFANEW$1 = 60;
const TAR_MAGIC = {
	offset: 257,
	text: "ustar"
};
/** A COFF file header: which machines it is for, and where it says how long the header of a linked file is. */
const COFF = {
	size: 20,
	machines: [
		[76, 1],
		[196, 1],
		[100, 134],
		[100, 170]
	],
	optionalSize: 16
};
const FAT_COUNT_OFFSET = 4;
/** Java 1.0 was 45, and no fat file has so many slices: file(1) and LLVM tell the two apart like this. */
const FIRST_JAVA_VERSION = 43;
function other(bytes, what) {
	return {
		bytes,
		found: {
			kind: "other",
			what
		}
	};
}
const magics$1 = [
	{
		bytes: "ELF",
		found: {
			kind: "elf",
			what: "ELF file"
		}
	},
	{
		bytes: [
			254,
			237,
			250,
			206
		],
		found: {
			kind: "macho",
			what: "Mach-O file"
		}
	},
	{
		bytes: [
			254,
			237,
			250,
			207
		],
		found: {
			kind: "macho",
			what: "Mach-O file"
		}
	},
	{
		bytes: [
			206,
			250,
			237,
			254
		],
		found: {
			kind: "macho",
			what: "Mach-O file"
		}
	},
	{
		bytes: [
			207,
			250,
			237,
			254
		],
		found: {
			kind: "macho",
			what: "Mach-O file"
		}
	},
	{
		bytes: [
			202,
			254,
			186,
			191
		],
		found: {
			kind: "macho",
			what: "universal Mach-O file"
		}
	},
	{
		bytes: "\0asm",
		found: {
			kind: "wasm",
			what: "WebAssembly module"
		}
	},
	{
		bytes: [1, 223],
		found: {
			kind: "xcoff",
			what: "XCOFF file"
		}
	},
	{
		bytes: [1, 247],
		found: {
			kind: "xcoff",
			what: "XCOFF file"
		}
	},
	{
		bytes: [
			0,
			0,
			1,
			235
		],
		found: {
			kind: "plan9",
			what: "Plan 9 a.out for 386"
		}
	},
	{
		bytes: [
			0,
			0,
			138,
			151
		],
		found: {
			kind: "plan9",
			what: "Plan 9 a.out for amd64"
		}
	},
	{
		bytes: [
			0,
			0,
			6,
			71
		],
		found: {
			kind: "plan9",
			what: "Plan 9 a.out for arm"
		}
	},
	other("!<arch>\n", "ar archive (a static library or c-archive)"),
	other("!<thin>\n", "thin ar archive"),
	other("<bigaf>\n", "AIX archive"),
	other([31, 139], "gzip archive"),
	other("PK", "zip archive"),
	other("PK", "empty zip archive"),
	other([
		253,
		55,
		122,
		88,
		90,
		0
	], "xz archive"),
	other([
		40,
		181,
		47,
		253
	], "zstd archive"),
	other("BZh", "bzip2 archive"),
	other("7z¼¯'", "7-Zip archive"),
	other([
		4,
		34,
		77,
		24
	], "lz4 archive"),
	other([
		237,
		171,
		238,
		219
	], "rpm package"),
	other("BCÀÞ", "LLVM bitcode"),
	other("#!", "script"),
	other("version https://git-lfs.github.com/spec/", "git-lfs pointer (the file itself was not fetched)")
];
/** Recognises a file; says nothing of whether it is whole. */
function detect(source) {
	const start = source.read(0, Math.min(SAMPLE, source.size));
	if (start.length === 0) return {
		kind: "other",
		what: "empty file"
	};
	return magics$1.find((each) => hasAt(start, 0, each.bytes))?.found ?? detectFat(start) ?? detectMz(source, start) ?? detectByContent(start);
}
function detectFat(start) {
	if (!hasAt(start, 0, [
		202,
		254,
		186,
		190
	])) return;
	const next = start.subarray(FAT_COUNT_OFFSET, 8);
	const count = next.reduce((value, byte) => value * 256 + byte, 0);
	return next.length === 4 && count >= FIRST_JAVA_VERSION ? {
		kind: "other",
		what: "Java class file"
	} : {
		kind: "macho",
		what: "universal Mach-O file"
	};
}
function detectMz(source, start) {
	if (!hasAt(start, 0, "MZ")) return;
	if (start.length >= DOS_HEADER_SIZE) {
		const lfanew = start.subarray(E_LFANEW$1, 64).reduceRight((value, byte) => value * 256 + byte, 0);
		if (lfanew + 4 <= source.size && hasAt(source.read(lfanew, 4), 0, "PE\0\0")) return {
			kind: "pe",
			what: "PE file"
		};
	}
	return {
		kind: "other",
		what: "MZ file without a PE header"
	};
}
function detectByContent(start) {
	if (hasAt(start, TAR_MAGIC.offset, TAR_MAGIC.text)) return {
		kind: "other",
		what: "tar archive"
	};
	if (start.length >= COFF.size && COFF.machines.some((each) => hasAt(start, 0, each)) && hasAt(start, COFF.optionalSize, [0, 0])) return {
		kind: "other",
		what: "COFF object file"
	};
	return {
		kind: "other",
		what: start.every(isText) ? "text file" : "file of an unknown format"
	};
}
function isText(byte) {
	return byte >= 32 ? byte !== 127 : byte >= 9 && byte <= 13;
}
function hasAt(bytes, offset, magic) {
	return typeof magic === "string" ? Array.from(magic).every((character, index) => bytes[offset + index] === character.charCodeAt(0)) : magic.every((byte, index) => bytes[offset + index] === byte);
}

// src/inspect/elf-segments.ts
const PT_LOAD = 1;
const PT_INTERP = 3;
const PT_GNU_STACK = 1685382481;
const PT_GNU_RELRO = 1685382482;
const PF_X = 1;
const PF_W = 2;
/** The smallest page of all the machines: a larger one only makes the rule stricter. */
const SMALLEST_PAGE = 4096n;
const MIN_INTERP = 2n;
/** PATH_MAX of Linux. */
const MAX_INTERP = 4096n;
/** The checked header -> all program headers, in the file's order. gABI ch. 5, "Program Header". */
function parseSegments(source, header) {
	const { offset, entrySize, count } = header.programHeaders;
	const bytes = readRange(source, {
		offset,
		length: BigInt(entrySize * count)
	}, "program header table");
	return Array.from({ length: count }, (_, index) => {
		const start = index * entrySize;
		const headerOffset = Number(offset) + start;
		const cursor = new Cursor(bytes.subarray(start, start + entrySize), headerOffset, header.encoding);
		return header.encoding.wide ? parseWide(cursor, headerOffset) : parseNarrow(cursor, headerOffset);
	});
}
function parseWide(cursor, headerOffset) {
	const type = cursor.u32("p_type");
	const flags = cursor.u32("p_flags");
	return {
		...parseExtent(cursor),
		type,
		headerOffset,
		...parseFlags(flags),
		align: cursor.word("p_align")
	};
}
function parseNarrow(cursor, headerOffset) {
	const type = cursor.u32("p_type");
	const extent = parseExtent(cursor);
	const flags = cursor.u32("p_flags");
	return {
		...extent,
		type,
		headerOffset,
		...parseFlags(flags),
		align: cursor.word("p_align")
	};
}
function parseFlags(flags) {
	const accessible = (flags & 7) !== 0;
	return {
		executable: (flags & PF_X) !== 0,
		writable: (flags & PF_W) !== 0,
		accessible
	};
}
function parseExtent(cursor) {
	const offset = cursor.word("p_offset");
	const vaddr = cursor.word("p_vaddr");
	cursor.word("p_paddr");
	return {
		offset,
		vaddr,
		filesz: cursor.word("p_filesz"),
		memsz: cursor.word("p_memsz")
	};
}
/** All segments -> what gets loaded, checked: all there, and no two on one address. */
function checkLoads(source, header, segments) {
	const loads = segments.filter((segment) => segment.type === PT_LOAD);
	if (loads.length === 0) throw new FormatError("no PT_LOAD: there is nothing to load", Number(header.programHeaders.offset));
	const addressSpace = header.encoding.wide ? 2n ** 64n : 2n ** 32n;
	for (const load of loads) checkLoad(source, load, addressSpace);
	const byAddress = loads.filter((load) => load.memsz > 0n).sort((a, b) => a.vaddr < b.vaddr ? -1 : 1);
	let end = 0n;
	for (const load of byAddress) {
		if (load.vaddr < end) throw new FormatError("PT_LOAD segments overlap", load.headerOffset);
		end = load.vaddr + load.memsz;
	}
	return loads;
}
function checkLoad(source, load, addressSpace) {
	if (load.filesz > load.memsz) throw new FormatError("PT_LOAD has p_filesz above p_memsz", load.headerOffset);
	if (load.vaddr + load.memsz > addressSpace) throw new FormatError("PT_LOAD goes beyond the address space", load.headerOffset);
	if (load.filesz === 0n) return;
	requireRange(source, {
		offset: load.offset,
		length: load.filesz
	}, "PT_LOAD");
	if ((load.vaddr - load.offset) % 4096n !== 0n) throw new FormatError("PT_LOAD has p_offset and p_vaddr at different places of a page", load.headerOffset);
}
/** The bytes that segments take from the file. */
function rangesOf(segments) {
	return segments.map(({ offset, filesz }) => ({
		offset,
		length: filesz
	}));
}
/** Whether the program can start there: the address is in an executable segment, and the file has bytes for it. */
function isExecutableAddress(loads, address) {
	return findLoad(loads, address)?.executable === true;
}
/** An address -> the file's bytes from there to the end of their segment; undefined when the file has none for it. */
function mapAddress$2(loads, address) {
	const load = findLoad(loads, address);
	if (load === void 0) return;
	const skipped = address - load.vaddr;
	return {
		offset: load.offset + skipped,
		length: load.filesz - skipped
	};
}
function findLoad(loads, address) {
	return loads.find((load) => address >= load.vaddr && address < load.vaddr + load.filesz);
}
/** The only segment of its type, or undefined when there is none. */
function findSingle(segments, type, name) {
	const [first, second] = segments.filter((segment) => segment.type === type);
	if (second !== void 0) throw new FormatError(`more than one ${name}`, second.headerOffset);
	return first;
}
/** The path that the kernel opens to start the program, or undefined when it starts the program itself. */
function parseInterpreter(source, segments) {
	const segment = findSingle(segments, PT_INTERP, "PT_INTERP");
	if (segment === void 0) return;
	if (segment.filesz < MIN_INTERP || segment.filesz > MAX_INTERP) throw new FormatError(`PT_INTERP has ${segment.filesz.toString()} bytes, not 2 to 4096`, segment.headerOffset);
	const bytes = readRange(source, {
		offset: segment.offset,
		length: segment.filesz
	}, "PT_INTERP");
	if (bytes.at(-1) !== 0) throw new FormatError("PT_INTERP does not end with NUL", Number(segment.offset));
	const path = decodeText(bytes.subarray(0, bytes.indexOf(0)));
	if (path === "") throw new FormatError("PT_INTERP is an empty path", Number(segment.offset));
	return path;
}

// src/inspect/elf-hardening.ts
/**
* Where a file without PT_GNU_STACK has a stack that is not executable in any Linux: the ABI says so (arch/powerpc/include/asm/
* page_64.h). amd64 and arm64 are not here, for that is so only since Linux 5.8 (elf_read_implies_exec in their asm/elf.h), nor are
* machines whose past is not known to us. On 386, arm and mips it is executable to this day.
*/
const stackIsDataWithoutHeader = ["ppc64", "ppc64le"];
/** The facts of a file that was judged to be a program or a library -> what it asks for. */
function readHardening({ header, segments, loads, dynamic }, isLibrary) {
	return {
		pie: header.type === "DYN" && !isLibrary,
		relro: dynamic === void 0 ? null : relroOf(segments, dynamic),
		bindNow: dynamic?.bindNow ?? null,
		executableStack: hasExecutableStack(segments, header.machine),
		textRelocations: dynamic?.textRelocations ?? false,
		writableCode: loads.some((load) => load.writable && load.executable)
	};
}
function relroOf(segments, dynamic) {
	if (!segments.some((segment) => segment.type === 1685382482)) return "none";
	return dynamic.bindNow ? "full" : "partial";
}
function hasExecutableStack(segments, machine) {
	const stacks = segments.filter((segment) => segment.type === PT_GNU_STACK);
	return stacks.length === 0 ? !stackIsDataWithoutHeader.includes(machine) : stacks.some((stack) => stack.executable);
}

// src/inspect/elf-header.ts
const EI_NIDENT = 16;
const EI_CLASS = 4;
const EI_DATA = 5;
const ELFCLASS32 = 1;
const ELFCLASS64 = 2;
const ELFDATA2LSB = 1;
const ELFDATA2MSB = 2;
const EHDR_SIZE = {
	wide: 64n,
	narrow: 52n
};
const PHDR_SIZE = {
	wide: 56,
	narrow: 32
};
const E_TYPE_OFFSET = EI_NIDENT;
const E_MACHINE_OFFSET = 18;
const ET_REL = 1;
const ET_EXEC = 2;
const ET_DYN = 3;
const ET_CORE = 4;
/** Stands for "the count is in section header 0". Linux does not follow it for programs. */
const PN_XNUM = 65535;
/** binfmt_elf refuses a longer table. */
const MAX_PROGRAM_HEADERS_SIZE = 65536;
const EM_386 = 3;
const EM_MIPS = 8;
const EM_PPC = 20;
const EM_PPC64 = 21;
const EM_S390 = 22;
const EM_ARM = 40;
const EM_X86_64 = 62;
const EM_AARCH64 = 183;
const EM_RISCV = 243;
/** What Go builds for: a machine, and the class and byte order that go with it. */
const machines$2 = [
	{
		code: EM_386,
		wide: false,
		littleEndian: true,
		name: "386"
	},
	{
		code: EM_X86_64,
		wide: true,
		littleEndian: true,
		name: "amd64"
	},
	{
		code: EM_X86_64,
		wide: false,
		littleEndian: true,
		name: "amd64p32"
	},
	{
		code: EM_ARM,
		wide: false,
		littleEndian: true,
		name: "arm"
	},
	{
		code: EM_AARCH64,
		wide: true,
		littleEndian: true,
		name: "arm64"
	},
	{
		code: 258,
		wide: true,
		littleEndian: true,
		name: "loong64"
	},
	{
		code: EM_MIPS,
		wide: false,
		littleEndian: false,
		name: "mips"
	},
	{
		code: EM_MIPS,
		wide: false,
		littleEndian: true,
		name: "mipsle"
	},
	{
		code: EM_MIPS,
		wide: true,
		littleEndian: false,
		name: "mips64"
	},
	{
		code: EM_MIPS,
		wide: true,
		littleEndian: true,
		name: "mips64le"
	},
	{
		code: EM_PPC,
		wide: false,
		littleEndian: false,
		name: "ppc"
	},
	{
		code: EM_PPC64,
		wide: true,
		littleEndian: false,
		name: "ppc64"
	},
	{
		code: EM_PPC64,
		wide: true,
		littleEndian: true,
		name: "ppc64le"
	},
	{
		code: EM_RISCV,
		wide: false,
		littleEndian: true,
		name: "riscv"
	},
	{
		code: EM_RISCV,
		wide: true,
		littleEndian: true,
		name: "riscv64"
	},
	{
		code: EM_S390,
		wide: true,
		littleEndian: false,
		name: "s390x"
	}
];
/** A file that begins with the ELF magic -> its header, checked. gABI ch. 4, "ELF Header". */
function parseElfHeader(source) {
	const encoding = parseEncoding$1(source);
	const size = encoding.wide ? EHDR_SIZE.wide : EHDR_SIZE.narrow;
	const cursor = new Cursor(readRange(source, {
		offset: 0n,
		length: size
	}, "ELF header"), 0, encoding);
	cursor.seek(EI_NIDENT, "e_ident");
	const type = cursor.u16("e_type");
	const code = cursor.u16("e_machine");
	cursor.u32("e_version");
	const entry = cursor.word("e_entry");
	const phoff = cursor.word("e_phoff");
	const shoff = cursor.word("e_shoff");
	cursor.u32("e_flags");
	cursor.u16("e_ehsize");
	const machine = findMachine(code, encoding);
	const checkedType = checkType(type);
	const phentsize = checkEntrySize(cursor, encoding);
	const phnum = checkCount(cursor, phentsize);
	const programHeaders = {
		offset: phoff,
		entrySize: phentsize,
		count: phnum
	};
	requireRange(source, {
		offset: phoff,
		length: BigInt(phentsize * phnum)
	}, "program header table");
	const sectionHeaders = {
		offset: shoff,
		entrySize: cursor.u16("e_shentsize"),
		count: cursor.u16("e_shnum"),
		namesIndex: cursor.u16("e_shstrndx")
	};
	return {
		encoding,
		machine: machine.name,
		type: checkedType,
		entry,
		programHeaders,
		sectionHeaders
	};
}
function parseEncoding$1(source) {
	const ident = new Cursor(readRange(source, {
		offset: 0n,
		length: BigInt(EI_NIDENT)
	}, "e_ident"), 0, {
		littleEndian: true,
		wide: false
	});
	ident.seek(EI_CLASS, "EI_CLASS");
	const elfClass = ident.u8("EI_CLASS");
	if (elfClass !== ELFCLASS32 && elfClass !== ELFCLASS64) throw ident.broken(`EI_CLASS is ${elfClass}, neither 1 nor 2`);
	const data = ident.u8("EI_DATA");
	if (data !== ELFDATA2LSB && data !== ELFDATA2MSB) throw ident.broken(`EI_DATA is ${data}, neither 1 nor 2`);
	return {
		littleEndian: data === ELFDATA2LSB,
		wide: elfClass === ELFCLASS64
	};
}
function findMachine(code, encoding) {
	const known = machines$2.filter((machine) => machine.code === code);
	if (known.length === 0) throw new FormatError(`e_machine is ${code}, which Go does not build for`, E_MACHINE_OFFSET);
	const sameClass = known.filter((machine) => machine.wide === encoding.wide);
	if (sameClass.length === 0) throw new FormatError(`EI_CLASS does not go with e_machine ${code}`, EI_CLASS);
	const machine = sameClass.find((each) => each.littleEndian === encoding.littleEndian);
	if (machine === void 0) throw new FormatError(`EI_DATA does not go with e_machine ${code}`, EI_DATA);
	return machine;
}
function checkType(type) {
	switch (type) {
		case ET_EXEC: return "EXEC";
		case ET_DYN: return "DYN";
		case ET_REL: throw new FormatError("relocatable object file (ET_REL), not an executable", E_TYPE_OFFSET);
		case ET_CORE: throw new FormatError("core dump (ET_CORE), not an executable", E_TYPE_OFFSET);
		default: throw new FormatError(`e_type is ${type}, neither a program nor a library`, E_TYPE_OFFSET);
	}
}
function checkEntrySize(cursor, encoding) {
	const expected = encoding.wide ? PHDR_SIZE.wide : PHDR_SIZE.narrow;
	const phentsize = cursor.u16("e_phentsize");
	if (phentsize !== expected) throw cursor.broken(`e_phentsize is ${phentsize}, not ${expected}`);
	return phentsize;
}
function checkCount(cursor, phentsize) {
	const phnum = cursor.u16("e_phnum");
	if (phnum === 0) throw cursor.broken("e_phnum is 0: there is nothing to load");
	if (phnum === PN_XNUM) throw cursor.broken("e_phnum is PN_XNUM, which no kernel follows for a program");
	if (phnum * phentsize > MAX_PROGRAM_HEADERS_SIZE) throw cursor.broken(`e_phnum is ${phnum}: the program headers are longer than 64 KiB`);
	return phnum;
}

// src/inspect/elf-sections.ts
const SHDR_SIZE = {
	wide: 64,
	narrow: 40
};
const SHT_STRTAB = 3;
/** Real ones have 20 characters or so; without a limit, names that overlap would be decoded for hours. */
const MAX_NAME$2 = 256;
/**
* All sections, or undefined when there is no table that makes sense: strip and packers take it away, and damage to it
* changes nothing for who runs the program. Their ranges are as claimed. gABI ch. 4, "Sections".
*/
function parseSections$2(source, header) {
	try {
		return readSections(source, header);
	} catch (thrown) {
		if (thrown instanceof FormatError) return;
		throw thrown;
	}
}
function readSections(source, header) {
	const { offset, entrySize, count, namesIndex } = header.sectionHeaders;
	if (offset === 0n || count === 0 || entrySize !== (header.encoding.wide ? SHDR_SIZE.wide : SHDR_SIZE.narrow)) return;
	const range = {
		offset,
		length: BigInt(entrySize * count)
	};
	const cursor = new Cursor(readRange(source, range, "section header table"), Number(offset), header.encoding);
	const entries = Array.from({ length: count }, (_, index) => {
		cursor.seek(index * entrySize, "section header");
		return parseEntry(cursor);
	});
	const names = entries[namesIndex];
	if (names?.type !== SHT_STRTAB) return;
	const table = readRange(source, names, "section names");
	return entries.map((entry) => {
		const bytes = table.subarray(entry.name, entry.name + MAX_NAME$2);
		const length = stringLength(bytes);
		if (length === void 0) throw new FormatError("sh_name has no end in the section names", Number(offset));
		return {
			...entry,
			name: decodeText(bytes.subarray(0, length))
		};
	});
}
function parseEntry(cursor) {
	const name = cursor.u32("sh_name");
	const type = cursor.u32("sh_type");
	cursor.word("sh_flags");
	cursor.word("sh_addr");
	return {
		name,
		type,
		offset: cursor.word("sh_offset"),
		length: cursor.word("sh_size")
	};
}

// src/inspect/search.ts
/**
* What is looked for first is a part of the pattern. Node's search (its string_search.h) goes from one place of the first byte to the
* next when what it looks for is shorter than 8 bytes, and that is fast where this byte is seldom. Measured on programs of 60 to 130
* MB: 3 to 8 ms for 100 MB, and 20 to 50 ms for the whole pattern.
*/
const ANCHOR = 7;
/** It begins with what is seldom in code and in text; with what is not the most frequent of all when there is no such byte. */
const anchorStarts = [/[%A-Zw]/u, /[^\0\u00ff]/u];
/** So many places with the anchor alone are no accident, and the whole pattern is found faster there. */
const MAX_FALSE = 64;
/** A byte string to find. */
var Pattern = class {
	bytes;
	#anchor;
	#anchorAt;
	/** `text`: at most 64 Latin-1 characters. */
	constructor(text) {
		this.bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
		this.#anchorAt = anchorStarts.map((start) => text.search(start)).find((at) => at !== -1) ?? 0;
		this.#anchor = this.bytes.subarray(this.#anchorAt, this.#anchorAt + ANCHOR);
	}
	/** Where it first is in `haystack` at or after `from`, or -1. */
	indexIn(haystack, from = 0) {
		let anchorFrom = from + this.#anchorAt;
		for (let tries = 0; tries < MAX_FALSE; tries += 1) {
			const at = indexOfBytes(haystack, this.#anchor, anchorFrom);
			if (at === -1 || this.#startsAt(haystack, at - this.#anchorAt)) return at === -1 ? -1 : at - this.#anchorAt;
			anchorFrom = at + 1;
		}
		return indexOfBytes(haystack, this.bytes, anchorFrom - this.#anchorAt);
	}
	#startsAt(haystack, start) {
		return this.bytes.every((byte, index) => haystack[start + index] === byte);
	}
};
/** It fits into the processor's cache, where searching it for the second pattern costs less than reading it did. */
const CHUNK$1 = 256n * 1024n;
/** Chunks share their ends, so that nothing of this length falls between two of them. */
const OVERLAP = 1024n;
/** A program that loads more is not searched, and whatever the search was for is not known. */
const MAX_SEARCH = 512n * 1024n * 1024n;
/** The bytes of all ranges, chunk by chunk. */
function* readChunks(source, ranges, field) {
	const total = ranges.reduce((sum, range) => sum + range.length, 0n);
	if (total > MAX_SEARCH) throw new FormatError(`${field}: more than 512 MiB to search`, Number(ranges[0]?.offset ?? 0n));
	const into = new Uint8Array(Number(min(total, CHUNK$1 + OVERLAP)));
	for (const range of ranges) for (let done = 0n; done < range.length; done += CHUNK$1) {
		const chunk = {
			offset: range.offset + done,
			length: min(range.length - done, CHUNK$1 + OVERLAP),
			into
		};
		yield {
			bytes: readRange(source, chunk, field),
			offset: chunk.offset
		};
	}
}

// src/inspect/code-references.ts
const scans = {
	amd64: scanAmd64,
	amd64p32: scanAmd64,
	"386": scan386,
	arm64: scanArm64,
	arm: scanArm,
	riscv64: scanRiscv
};
/**
* Where the program's code forms an address: by the instructions that compilers use for it on amd64, 386, arm64, arm and riscv64. A
* byte that only looks like such an instruction counts too, which makes a program better than it is only by a chance of 1 in 2^24.
* undefined: code of this machine is not understood.
*/
function findReferences(source, facts, target) {
	const scan = scans[facts.header.machine];
	if (scan === void 0) return;
	const got = facts.dynamic?.pltGot;
	const sought = {
		target: Number(target),
		got: got === void 0 ? void 0 : Number(got)
	};
	const found = facts.loads.filter(({ executable, filesz }) => executable && filesz > 0n).flatMap((load) => {
		const inLoad = [];
		for (const { bytes, offset } of readChunks(source, rangesOf([load]), "code")) {
			const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
			inLoad.push(...scan({
				bytes,
				view,
				address: Number(load.vaddr + offset - load.offset)
			}, sought));
		}
		return inLoad;
	});
	return Array.from(new Set(found)).sort((a, b) => a - b);
}
const MODRM_RIP = 5;
const MODRM_NO_REGISTER = 199;
function scanAmd64({ bytes, view, address }, { target }) {
	const found = [];
	for (let at = 1; at + 4 <= bytes.length; at += 1) {
		if (((bytes[at - 1] ?? 0) & MODRM_NO_REGISTER) !== MODRM_RIP) continue;
		if (address + at + 4 + view.getInt32(at, true) === target) found.push(address + at);
	}
	return found;
}
const CALL_NEXT = [
	232,
	0,
	0,
	0,
	0
];
/** From `call 1f; 1:` to the `add` that completes the address. */
const LONGEST_ADD = 32;
function scan386({ bytes, view, address }, { target, got }) {
	const found = [];
	const fromGot = got === void 0 ? void 0 : target - got | 0;
	let base = -1;
	for (let at = 1; at + 4 <= bytes.length; at += 1) {
		if (CALL_NEXT.every((byte, index) => bytes[at - 1 + index] === byte)) base = at + 4;
		const value = view.getInt32(at, true);
		const isFromCall = base !== -1 && at - base <= LONGEST_ADD && at >= base && address + base + value === target;
		if (value === fromGot && isFromRegister(bytes, at) || isFromCall) found.push(address + at);
	}
	return found;
}
/** lea or a load, with a displacement of 32 bits from a register. */
function isFromRegister(bytes, displacementAt) {
	const opcode = bytes[displacementAt - 2];
	return (opcode === 141 || opcode === 139) && ((bytes[displacementAt - 1] ?? 0) & 192) === 128;
}
const PAGE$1 = 4096;
/** Between an instruction that forms the upper part of an address and the one for the lower part: compilers mix others in. */
const MAX_BETWEEN = 64;
function scanArm64({ view, bytes, address }, { target }) {
	const found = [];
	for (let at = 0; at + 4 <= bytes.length; at += 4) {
		const word = view.getUint32(at, true);
		if ((word & 520093696) !== 268435456) continue;
		const offset = ((word >>> 5 & 524287) << 2 | word >>> 29 & 3) << 11 >> 11;
		if (word >>> 31 === 0) {
			if (address + at + offset === target) found.push(address + at);
			continue;
		}
		const pc = address + at;
		if (pc - pc % PAGE$1 + offset * PAGE$1 === target - target % PAGE$1 && hasLowPart(view, at, target % PAGE$1)) found.push(pc);
	}
	return found;
}
function hasLowPart(view, start, low) {
	const register = view.getUint32(start, true) & 31;
	for (let at = start + 4; at + 4 <= Math.min(view.byteLength, start + MAX_BETWEEN); at += 4) {
		const word = view.getUint32(at, true);
		const immediate = word >>> 10 & 4095;
		const isSameRegister = (word >>> 5 & 31) === register;
		const isAdd = (word & 4290772992) >>> 0 === 2432696320 && immediate === low;
		const isLoad = (word & 4290772992) >>> 0 === 4181721088 && immediate * 8 === low;
		if (isSameRegister && (isAdd || isLoad)) return true;
	}
	return false;
}
function scanArm({ view, bytes, address }, { target }) {
	const found = [];
	for (let at = 0; at + 4 <= bytes.length; at += 4) {
		const place = target - view.getInt32(at, true) - address;
		if (place > at + PAGE$1 || place < at - PAGE$1) continue;
		if (addsPc(view, place)) found.push(address + place);
	}
	return found;
}
function addsPc(view, pc) {
	const arm = pc - 8;
	if (arm >= 0 && arm % 4 === 0 && arm + 4 <= view.byteLength) {
		const word = view.getUint32(arm, true);
		if ((word & 267321344) === 9371648 || (word & 266342399) === 8388623 || (word & 268374e3) === 127860736) return true;
	}
	const thumb = pc - 4;
	return thumb >= 0 && thumb % 2 === 0 && thumb + 2 <= view.byteLength && (view.getUint16(thumb, true) & 65400) === 17528;
}
function scanRiscv({ view, bytes, address }, { target }) {
	const found = [];
	for (let at = 0; at + 4 <= bytes.length; at += 2) {
		const word = view.getUint32(at, true);
		if ((word & 127) !== 23) continue;
		const low = target - (address + at + (word & 4294963200 | 0));
		if (low >= -2048 && low < 2048 && hasLowAdd(view, at, low)) found.push(address + at);
	}
	return found;
}
function hasLowAdd(view, start, low) {
	const register = view.getUint32(start, true) >>> 7 & 31;
	for (let at = start + 4; at + 4 <= Math.min(view.byteLength, start + MAX_BETWEEN); at += 2) {
		const word = view.getUint32(at, true);
		const opcode = word & 127;
		const isSameRegister = (word >>> 15 & 31) === register;
		if ((opcode === 19 || opcode === 3) && isSameRegister && word >> 20 === low) return true;
	}
	return false;
}

// src/inspect/risc-code.ts
const next$1 = { kind: "next" };
const branch$1 = { kind: "branch" };
const end$1 = { kind: "end" };
/** A jump inside a function: the condition of a loop that is tested first, say. */
const NEAR = 128;
/** Arm Architecture Reference Manual for A-profile, C4.1.66: branches and exceptions. */
function decodeArm64(bytes, at) {
	const word = wordAt(bytes, at);
	if (word === void 0) return void 0;
	const top = word >>> 26;
	if (top === 5 || top === 37) return {
		length: 4,
		flow: goTo({
			at,
			offset: (word << 6 >> 6) * 4,
			isCall: top === 37
		})
	};
	const isConditional = word >>> 24 === 84 || (word & 2080374784) === 872415232;
	const isIndirect = (word & 4261412864) >>> 0 === 3590324224;
	return {
		length: 4,
		flow: isConditional ? branch$1 : isIndirect ? end$1 : next$1
	};
}
/** Arm Architecture Reference Manual for A-profile, F4.1: A32 alone; T32 is not understood. */
function decodeArm(bytes, at) {
	const word = wordAt(bytes, at);
	if (word === void 0) return void 0;
	const isAlways = word >>> 28 === 14;
	if ((word & 234881024) === 167772160) {
		const isCall = (word & 16777216) !== 0;
		return {
			length: 4,
			flow: isAlways ? goTo({
				at: at + 8,
				offset: (word << 8 >> 8) * 4,
				isCall
			}) : branch$1
		};
	}
	const isExchange = (word & 268435408) === 19922704;
	const loadsPc = (word & 202436608) === 68218880 || (word & 235962368) === 135299072;
	return {
		length: 4,
		flow: isExchange || loadsPc ? isAlways ? end$1 : branch$1 : next$1
	};
}
/** The RISC-V Instruction Set Manual, I.2.5 and I.16.4: 16 bits unless the lowest two are set. */
function decodeRiscv(bytes, at) {
	const half = wordAt(bytes, at, 2);
	if (half === void 0) return void 0;
	if ((half & 3) !== 3) return {
		length: 2,
		flow: decodeCompressed(half, at)
	};
	const word = wordAt(bytes, at);
	if (word === void 0) return void 0;
	switch (word & 127) {
		case 99: return {
			length: 4,
			flow: branch$1
		};
		case 111: return {
			length: 4,
			flow: goTo({
				at,
				offset: jumpOffset(word),
				isCall: (word >>> 7 & 31) !== 0
			})
		};
		case 103: return {
			length: 4,
			flow: decodeIndirect(bytes, at, word)
		};
		default: return {
			length: 4,
			flow: next$1
		};
	}
}
function decodeCompressed(half, at) {
	const kind = half & 57347;
	if (kind === 49153 || kind === 57345) return branch$1;
	if (kind === 40961) return goTo({
		at,
		offset: compressedOffset(half),
		isCall: false
	});
	return ((half & 61443) === 32770 || (half & 61443) === 36866) && (half & 124) === 0 ? end$1 : next$1;
}
/** `tail` and `call` are two instructions: auipc with the upper part, jalr with the rest. */
function decodeIndirect(bytes, at, word) {
	const upper = wordAt(bytes, at - 4) ?? 0;
	const isPair = (upper & 127) === 23 && (upper >>> 7 & 31) === (word >>> 15 & 31);
	const isCall = (word >>> 7 & 31) !== 0;
	return isPair ? goTo({
		at: at - 4,
		offset: (upper & 4294963200 | 0) + (word >> 20),
		isCall
	}) : end$1;
}
function jumpOffset(word) {
	return ((word >>> 21 & 1023) << 1 | (word >>> 20 & 1) << 11 | (word >>> 12 & 255) << 12 | word >>> 31 << 20) << 11 >> 11;
}
const compressedBits = [
	[12, 11],
	[11, 4],
	[10, 9],
	[9, 8],
	[8, 10],
	[7, 6],
	[6, 7],
	[5, 3],
	[4, 2],
	[3, 1],
	[2, 5]
];
function compressedOffset(half) {
	return compressedBits.reduce((sum, [from, to]) => sum | (half >>> from & 1) << to, 0) << 20 >> 20;
}
function goTo({ at, offset, isCall }) {
	return {
		kind: isCall ? "call" : "jump",
		to: at + offset,
		short: !isCall && offset > 0 && offset < NEAR
	};
}
function wordAt(bytes, at, size = 4) {
	if (at < 0 || at + size > bytes.length) return void 0;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return size === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
}

// src/inspect/x86-code.ts
const next = { kind: "next" };
const branch = { kind: "branch" };
const end = { kind: "end" };
const prefixes = /* @__PURE__ */ new Set([
	38,
	46,
	54,
	62,
	100,
	101,
	102,
	240,
	242,
	243
]);
const OPERAND_SIZE = 102;
/**
* The instruction at `at`: its length, and where it goes on. What start code is made of, for amd64 and 386; undefined for anything
* else. Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2, chapter 2 and appendix A.
*/
function decodeX86(bytes, start, wide) {
	let at = start;
	let isShortOperand = false;
	while (prefixes.has(bytes[at] ?? -1)) {
		isShortOperand ||= bytes[at] === OPERAND_SIZE;
		at += 1;
	}
	const rex = wide && ((bytes[at] ?? 0) & 240) === 64 ? bytes[at] ?? 0 : 0;
	if (rex !== 0) at += 1;
	const immediate = isShortOperand ? 2 : 4;
	const view = {
		bytes,
		start,
		at: at + 1
	};
	const opcode = bytes[at];
	if (opcode === void 0) return void 0;
	if (opcode === 15) return decodeTwoByte(bytes[at + 1], {
		...view,
		at: at + 2
	});
	return decodeFlow(opcode, view) ?? decodePlain(opcode, view, {
		immediate,
		isWideMove: (rex & 8) !== 0
	});
}
function decodeFlow(opcode, view) {
	const { start, at } = view;
	const near = (size) => at + size + signed(view.bytes, at, size);
	if (opcode >= 112 && opcode < 128 || opcode >= 224 && opcode < 228) return {
		length: at + 1 - start,
		flow: branch
	};
	switch (opcode) {
		case 232: return {
			length: at + 4 - start,
			flow: {
				kind: "call",
				to: near(4),
				short: false
			}
		};
		case 233: return {
			length: at + 4 - start,
			flow: {
				kind: "jump",
				to: near(4),
				short: false
			}
		};
		case 235: return {
			length: at + 1 - start,
			flow: {
				kind: "jump",
				to: near(1),
				short: true
			}
		};
		case 195:
		case 204:
		case 244: return {
			length: at - start,
			flow: end
		};
		case 255: return withModrm(view, 0, isIndirect(view.bytes[at] ?? 0) ? end : next);
		default: return;
	}
}
/** call or jmp through a register or memory. */
function isIndirect(modrm) {
	const operation = modrm >> 3 & 7;
	return operation >= 2 && operation <= 5;
}
function rangeOf$1(first, last) {
	return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
const arithmetic = rangeOf$1(0, 7).map((operation) => operation * 8);
const opcodes = [
	["modrm", [
		...arithmetic.flatMap((first) => rangeOf$1(first, first + 3)),
		99,
		...rangeOf$1(132, 143),
		...rangeOf$1(208, 211),
		254
	]],
	["byte", [
		...arithmetic.map((first) => first + 4),
		106,
		168,
		...rangeOf$1(176, 183)
	]],
	["full", [
		...arithmetic.map((first) => first + 5),
		104,
		169
	]],
	["nothing", [
		...rangeOf$1(64, 97),
		...rangeOf$1(144, 153),
		...rangeOf$1(164, 167),
		...rangeOf$1(170, 175)
	]],
	["move", rangeOf$1(184, 191)],
	["modrm byte", [
		107,
		128,
		131,
		192,
		193,
		198
	]],
	["modrm full", [
		105,
		129,
		199
	]],
	["test byte", [246]],
	["test full", [247]]
];
const forms = new Map(opcodes.flatMap(([form, list]) => list.map((opcode) => [opcode, form])));
function decodePlain(opcode, view, { immediate, isWideMove }) {
	const plain = (size) => ({
		length: view.at + size - view.start,
		flow: next
	});
	const isTest = ((view.bytes[view.at] ?? 0) & 48) === 0;
	switch (forms.get(opcode)) {
		case "nothing": return plain(0);
		case "byte": return plain(1);
		case "full": return plain(immediate);
		case "move": return plain(isWideMove ? 8 : immediate);
		case "modrm": return withModrm(view, 0, next);
		case "modrm byte": return withModrm(view, 1, next);
		case "modrm full": return withModrm(view, immediate, next);
		case "test byte": return withModrm(view, isTest ? 1 : 0, next);
		case "test full": return withModrm(view, isTest ? immediate : 0, next);
		default: return;
	}
}
function decodeTwoByte(opcode, view) {
	if (opcode === void 0) return void 0;
	if (opcode >= 128 && opcode < 144) return {
		length: view.at + 4 - view.start,
		flow: branch
	};
	if ([
		5,
		11,
		162
	].includes(opcode)) return {
		length: view.at - view.start,
		flow: opcode === 11 ? end : next
	};
	if ([
		112,
		113,
		114,
		115,
		164,
		172,
		186,
		194,
		196,
		197,
		198
	].includes(opcode)) return withModrm(view, 1, next);
	return opcode >= 16 && opcode < 48 || opcode >= 64 && opcode < 119 || opcode >= 124 ? withModrm(view, 0, next) : void 0;
}
/** An instruction with a modrm byte, what that calls for, and an immediate of so many bytes. */
function withModrm({ bytes, start, at }, immediate, flow) {
	const modrm = bytes[at];
	if (modrm === void 0) return void 0;
	const mode = modrm >> 6;
	const base = modrm & 7;
	const hasSib = mode !== 3 && base === 4;
	const isAbsolute = mode === 0 && (base === 5 || hasSib && ((bytes[at + 1] ?? 0) & 7) === 5);
	const displacement = mode === 1 ? 1 : mode === 2 || isAbsolute ? 4 : 0;
	return {
		length: at + 1 + (hasSib ? 1 : 0) + displacement + immediate - start,
		flow
	};
}
function signed(bytes, at, size) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (at + size > bytes.length) return 0;
	return size === 1 ? view.getInt8(at) : view.getInt32(at, true);
}

// src/inspect/elf-relocator.ts
const unknown = { kind: "unknown" };
/**
* A program finds the list of its relocations in the dynamic section, and that only by an address that its code forms from its own
* place: nothing else is right before it has relocated itself. So code that never forms it relocates nothing. glibc's rcrt1.o brings
* _dl_relocate_static_pie, which forms it; crt1.o an empty one. musl's _start forms it in both, and hands it to _start_c: that of
* rcrt1.o reads it in a loop, that of crt1.o goes straight on to __libc_start_main. Go's own linker makes no such code. Measured
* with glibc 2.36 (amd64, 386, arm64) and musl (gcc and clang; amd64, 386, arm64, arm, riscv64).
*/
function findRelocator(source, facts, linkMode) {
	const { dynamic, header, loads, notes } = facts;
	if (dynamic?.hasRelocations !== true) return { kind: "unneeded" };
	if (linkMode === "internal") return missing("Go's own linker made it, and its start code leaves that to a loader");
	const references = findReferences(source, facts, dynamic.address);
	if (references === void 0) return unknown;
	const entry = Number(header.entry);
	if (references.some((address) => address >= entry && address < entry + LONGEST_START$1)) return judgeStart$1({
		source,
		facts
	});
	if (references.length > 0) return notes.gnuAbiTag ? { kind: "found" } : unknown;
	const image = loads[0]?.vaddr ?? 0n;
	return !notes.gnuAbiTag && (findReferences(source, facts, image)?.length ?? 0) > 0 ? unknown : missing("no code in it reads its dynamic section");
}
function missing(detail) {
	return {
		kind: "missing",
		reason: `ET_DYN without PT_INTERP, and nothing relocates it: ${detail}; it crashes`
	};
}
/** What musl's _start is shorter than on all machines. */
const LONGEST_START$1 = 64;
/** Its _start_c takes a decision within the first instructions, or none. */
const LONGEST_STRAIGHT = 256n;
function judgeStart$1(image) {
	const handsOn = findTurn(image, Number(image.facts.header.entry), () => true);
	if (handsOn?.kind === "branch") return { kind: "found" };
	if (handsOn === void 0 || !("to" in handsOn)) return unknown;
	switch (findTurn(image, handsOn.to, (flow) => flow.kind !== "jump" || !flow.short)?.kind) {
		case "branch": return { kind: "found" };
		case "jump":
		case "call": return missing("its start code (crt1.o, where rcrt1.o should be) goes on to main without");
		default: return unknown;
	}
}
/** More instructions than any start code has before its first turn. */
const MAX_STEPS = 64;
/** From an address on, the first turn that is wanted, with an address where it has one; other jumps are taken. */
function findTurn({ source, facts }, address, isWanted) {
	const range = address < 0 ? void 0 : mapAddress$2(facts.loads, BigInt(address));
	if (range === void 0) return void 0;
	const bytes = readRange(source, {
		offset: range.offset,
		length: min(range.length, LONGEST_STRAIGHT)
	}, "start code");
	let at = 0;
	for (let step = 0; step < MAX_STEPS && at >= 0; step += 1) {
		const instruction = decode$1(bytes, at, facts.header.machine);
		if (instruction === void 0) return void 0;
		const { length } = instruction;
		const flow = returnsAtOnce({
			source,
			facts
		}, address, {
			at,
			...instruction
		}) ? skipped : instruction.flow;
		if (flow.kind !== "next" && isWanted(flow)) return "to" in flow ? {
			...flow,
			to: address + flow.to
		} : flow;
		if (flow.kind === "branch" || flow.kind === "end") return void 0;
		at = "to" in flow ? flow.to : at + length;
	}
}
const skipped = { kind: "next" };
/** mov (%esp), register; ret. */
const thunk = [
	139,
	void 0,
	36,
	195
];
/** On 386, code learns its own place by a call: of the next instruction, or of a function that only hands its return address back. */
function returnsAtOnce({ source, facts }, address, call) {
	if (facts.header.machine !== "386" || call.flow.kind !== "call") return false;
	if (call.flow.to === call.at + call.length) return true;
	const range = mapAddress$2(facts.loads, BigInt(Math.max(0, address + call.flow.to)));
	if (range === void 0 || range.length < BigInt(thunk.length)) return false;
	const bytes = readRange(source, {
		offset: range.offset,
		length: BigInt(thunk.length)
	}, "start code");
	return thunk.every((byte, index) => byte === void 0 || byte === bytes[index]);
}
function decode$1(bytes, at, machine) {
	switch (machine) {
		case "amd64":
		case "amd64p32": return decodeX86(bytes, at, true);
		case "386": return decodeX86(bytes, at, false);
		case "arm64": return decodeArm64(bytes, at);
		case "arm": return decodeArm(bytes, at);
		case "riscv64": return decodeRiscv(bytes, at);
		default: return;
	}
}

// src/inspect/elf-versions.ts
/** Size of Elf_Verneed and of Elf_Vernaux, the same in both classes. */
const RECORD_SIZE = 16;
const VER_NEED_CURRENT = 1;
const VER_FLG_WEAK = 2;
/** The bit above hides a definition, and says nothing of a need. */
const VERSION_INDEX = 32767;
const MAX_VERSION_RECORDS = 4096;
/** DT_VERNEED and DT_VERNEEDNUM -> what is asked of which library. LSB "Symbol Versioning". */
function parseVersionNeeds(image, table, nameAt) {
	const needs = [];
	const budget = { left: MAX_VERSION_RECORDS };
	const chain = new Chain(table.address, table.count, "vn_next");
	while (!chain.done) {
		const record = readRecord(image, chain.address, budget);
		if (record.cursor.u16("vn_version") !== VER_NEED_CURRENT) throw record.cursor.broken("vn_version is not 1");
		const count = record.cursor.u16("vn_cnt");
		const library = nameAt(BigInt(record.cursor.u32("vn_file")));
		const aux = chain.address + BigInt(record.cursor.u32("vn_aux"));
		needs.push({
			library,
			versions: parseVersions(image, new Chain(aux, count, "vna_next"), {
				budget,
				nameAt
			})
		});
		chain.follow(record.cursor.u32("vn_next"), record.cursor);
	}
	return needs;
}
function parseVersions(image, chain, reading) {
	const versions = [];
	while (!chain.done) {
		const record = readRecord(image, chain.address, reading.budget);
		record.cursor.u32("vna_hash");
		const weak = (record.cursor.u16("vna_flags") & VER_FLG_WEAK) !== 0;
		const index = record.cursor.u16("vna_other") & VERSION_INDEX;
		versions.push({
			name: reading.nameAt(BigInt(record.cursor.u32("vna_name"))),
			weak,
			index
		});
		chain.follow(record.cursor.u32("vna_next"), record.cursor);
	}
	return versions;
}
/** A list of records that is linked by distances and counted as well. Loaders trust one or the other, so both must agree. */
var Chain = class {
	address;
	#left;
	#field;
	constructor(address, count, field) {
		this.address = address;
		this.#left = count;
		this.#field = field;
	}
	get done() {
		return this.#left === 0;
	}
	follow(distance, cursor) {
		this.#left -= 1;
		if (this.done !== (distance === 0)) throw cursor.broken(`${this.#field} does not agree with the count of records`);
		if (distance > 0 && distance < RECORD_SIZE) throw cursor.broken(`${this.#field} is ${distance}, inside its own record`);
		this.address += BigInt(distance);
	}
};
function readRecord(image, address, budget) {
	const range = mapAddress$2(image.loads, address);
	if (range === void 0 || range.length < BigInt(RECORD_SIZE)) throw new FormatError("DT_VERNEED leads out of the PT_LOAD segments", Number(range?.offset ?? 0n));
	if (budget.left === 0) throw new FormatError(`DT_VERNEED has more than ${MAX_VERSION_RECORDS} records`, Number(range.offset));
	budget.left -= 1;
	const bytes = readRange(image.source, {
		offset: range.offset,
		length: BigInt(RECORD_SIZE)
	}, "DT_VERNEED");
	return { cursor: new Cursor(bytes, Number(range.offset), image.encoding) };
}
/** DT_RELR needs no symbol, so a linker asks for this name instead of a number. */
const nicknames = /* @__PURE__ */ new Map([["GLIBC_ABI_DT_RELR", "2.36"]]);
/** The oldest glibc that can start the file: "2.34"; null when it asks for none. */
function findGlibcFloor(needs) {
	const names = needs.flatMap((need) => need.versions.filter((version) => !version.weak).map(({ name }) => name));
	return Array.from(new Set(names), (name) => nicknames.get(name) ?? glibcVersion.exec(name)?.[1]).filter((version) => version !== void 0).map((version) => ({
		version,
		numbers: version.split(".").map(Number)
	})).sort((a, b) => compare(b.numbers, a.numbers))[0]?.version ?? null;
}
const glibcVersion = /^GLIBC_(\d{1,9}(?:\.\d{1,9}){1,2})$/;
function compare(left, right) {
	const place = [
		0,
		1,
		2
	].find((each) => (left[each] ?? 0) !== (right[each] ?? 0));
	return place === void 0 ? 0 : (left[place] ?? 0) - (right[place] ?? 0);
}

// src/inspect/elf-symbols.ts
const SYMBOL_SIZE = {
	wide: 24,
	narrow: 16
};
const VERSION_SIZE = 2;
const HASH_HEADER = 8n;
const SHN_UNDEF = 0;
const STB_GLOBAL = 1;
const STB_WEAK = 2;
/** Programs need hundreds; a Go plugin that exports its whole runtime has a hundred thousand. */
const MAX_SYMBOLS = 262144n;
const MAX_STRINGS = 16n * 1024n * 1024n;
/**
* The undefined global symbols of DT_SYMTAB, with what DT_VERSYM says of them. undefined when the table cannot be read or its length
* is not known: it has none of its own (gABI ch. 5), so that of a hash table or the place of the names behind it counts.
*/
function readUndefinedSymbols(image, addresses) {
	try {
		return readTable(image, addresses);
	} catch (thrown) {
		if (thrown instanceof FormatError) return void 0;
		throw thrown;
	}
}
function readTable(image, addresses) {
	const { symbols, strings, stringsSize, versions } = addresses;
	if (symbols === void 0) return [];
	const count = countSymbols(image, addresses);
	if (count === void 0 || count > MAX_SYMBOLS || strings === void 0 || stringsSize === void 0) return void 0;
	const { wide } = image.encoding;
	const size = wide ? SYMBOL_SIZE.wide : SYMBOL_SIZE.narrow;
	const table = readAt(image, symbols, count * BigInt(size));
	const numbers = versions === void 0 ? void 0 : readAt(image, versions, count * BigInt(VERSION_SIZE));
	const found = [];
	for (let at = 1; at < Number(count); at++) {
		table.seek(at * size, "symbol");
		const symbol = readSymbol(table, wide);
		if (symbol.section !== SHN_UNDEF || symbol.binding !== STB_GLOBAL && symbol.binding !== STB_WEAK) continue;
		numbers?.seek(at * VERSION_SIZE, "DT_VERSYM");
		const version = (numbers?.u16("DT_VERSYM") ?? 0) & VERSION_INDEX;
		found.push({
			offset: symbol.name,
			weak: symbol.binding === STB_WEAK,
			version
		});
	}
	if (found.length === 0) return [];
	const names = readBytes(image, strings, min(stringsSize, MAX_STRINGS));
	return found.map(({ offset, weak, version }) => ({
		name: nameAt(names, offset),
		weak,
		version
	}));
}
function readSymbol(cursor, wide) {
	const name = cursor.u32("st_name");
	if (!wide) cursor.u64("st_value");
	const binding = cursor.u8("st_info") >> 4;
	cursor.u8("st_other");
	return {
		name,
		binding,
		section: cursor.u16("st_shndx")
	};
}
function nameAt(strings, offset) {
	const rest = strings.subarray(offset, offset + 4096);
	const length = stringLength(rest);
	if (length === void 0) throw new FormatError("a symbol's name does not end", offset);
	return decodeText(rest.subarray(0, length));
}
/**
* How many symbols there are, or at least how many come before all defined ones. DT_GNU_HASH lists defined symbols alone and says where
* they begin; ld writes 1 there when it lists none. Then the names stand right behind the symbols, as all linkers place them.
*/
function countSymbols(image, { symbols, strings, hash, gnuHash }) {
	if (hash !== void 0) {
		const cursor = readAt(image, hash, HASH_HEADER);
		cursor.u32("nbucket");
		return BigInt(cursor.u32("nchain"));
	}
	if (gnuHash !== void 0) {
		const cursor = readAt(image, gnuHash, HASH_HEADER);
		cursor.u32("nbuckets");
		const first = cursor.u32("symoffset");
		if (first > 1) return BigInt(first);
	}
	if (symbols === void 0 || strings === void 0 || strings <= symbols) return void 0;
	return (strings - symbols) / BigInt(image.encoding.wide ? SYMBOL_SIZE.wide : SYMBOL_SIZE.narrow);
}
function readBytes({ source, loads }, address, length) {
	const range = mapAddress$2(loads, address);
	if (range === void 0 || range.length < length) throw new FormatError("a table is in no PT_LOAD", 0);
	return readRange(source, {
		offset: range.offset,
		length
	}, "symbols");
}
function readAt(image, address, length) {
	return new Cursor(readBytes(image, address, length), 0, image.encoding);
}

// src/inspect/elf-dynamic.ts
const DT_NULL = 0n;
const DT_NEEDED = 1n;
const DT_PLTRELSZ = 2n;
const DT_PLTGOT = 3n;
const DT_HASH = 4n;
const DT_STRTAB = 5n;
const DT_SYMTAB = 6n;
const DT_RELA = 7n;
const DT_RELASZ = 8n;
const DT_STRSZ = 10n;
const DT_SONAME = 14n;
const DT_RPATH = 15n;
const DT_REL = 17n;
const DT_RELSZ = 18n;
const DT_DEBUG = 21n;
const DT_TEXTREL = 22n;
const DT_JMPREL = 23n;
const DT_BIND_NOW = 24n;
const DT_RUNPATH = 29n;
const DT_FLAGS = 30n;
const DT_RELRSZ = 35n;
const DT_RELR = 36n;
/** On MIPS the whole global offset table is relocated, and nothing lists it: it counts its entries here. MIPS ABI supplement, ch. 5. */
const DT_MIPS_LOCAL_GOTNO = 1879048202n;
const DT_GNU_HASH = 1879047925n;
const DT_VERSYM = 1879048176n;
const DT_FLAGS_1 = 1879048187n;
const DT_VERDEF = 1879048188n;
const DT_VERDEFNUM = 1879048189n;
const DT_VERNEED = 1879048190n;
const DT_VERNEEDNUM = 1879048191n;
const DF_TEXTREL = 4n;
const DF_BIND_NOW = 8n;
const DF_1_NOW = 1n;
const DF_1_NODEFLIB = 2048n;
const DF_1_PIE = 134217728n;
const MAX_ENTRIES = 4096;
const MAX_STRING$1 = 4096;
/** The segments -> what the dynamic loader would read; undefined when there is nothing for it. gABI ch. 5. */
function parseDynamic(source, header, segments) {
	const segment = findSingle(segments.all, 2, "PT_DYNAMIC");
	if (segment === void 0) return;
	const tags = new Tags(readTags(source, header, {
		segment,
		loads: segments.loads
	}), segment.headerOffset);
	const strings = readStrings(source, tags, segments.loads);
	const text = (tag, name) => tags.all(tag).map((offset) => strings.at(offset, name));
	const one = (tag, name) => {
		const offset = tags.single(tag, name);
		return offset === void 0 ? void 0 : strings.at(offset, name);
	};
	const image = {
		source,
		encoding: header.encoding,
		loads: segments.loads
	};
	const tables = tablesOf(tags);
	const needed = text(DT_NEEDED, "DT_NEEDED");
	const rpath = text(DT_RPATH, "DT_RPATH");
	const runpath = text(DT_RUNPATH, "DT_RUNPATH");
	return {
		needed,
		soname: one(DT_SONAME, "DT_SONAME"),
		runpath: (runpath.length > 0 ? runpath : rpath).flatMap((list) => list.split(":")),
		rpath: runpath.length > 0 ? [] : rpath.flatMap((list) => list.split(":")),
		noDefaultFolders: tags.hasBit(DT_FLAGS_1, DF_1_NODEFLIB),
		tables,
		isProgram: isProgram(tags),
		bindNow: tags.has(DT_BIND_NOW) || tags.hasBit(DT_FLAGS, DF_BIND_NOW) || tags.hasBit(DT_FLAGS_1, DF_1_NOW),
		textRelocations: tags.has(DT_TEXTREL) || tags.hasBit(DT_FLAGS, DF_TEXTREL),
		hasRelocations: hasRelocations(tags, header.machine),
		address: segment.vaddr,
		pltGot: tags.all(DT_PLTGOT).at(-1),
		versionNeeds: readVersionNeeds(image, tags, strings),
		undefinedSymbols: readUndefinedSymbols(image, tables)
	};
}
function readVersionNeeds(image, tags, strings) {
	const address = tags.single(DT_VERNEED, "DT_VERNEED");
	const count = tags.single(DT_VERNEEDNUM, "DT_VERNEEDNUM");
	if (address === void 0 && count === void 0) return [];
	if (address === void 0 || count === void 0) throw tags.broken("DT_VERNEED and DT_VERNEEDNUM do not come together");
	if (count > 4096) throw tags.broken(`DT_VERNEEDNUM is ${count.toString()}, above ${MAX_VERSION_RECORDS}`);
	return parseVersionNeeds(image, {
		address,
		count: Number(count)
	}, (offset) => strings.at(offset, "DT_VERNEED name"));
}
/** Loaders take the last of several. */
function tablesOf(tags) {
	const last = (tag) => tags.all(tag).at(-1);
	return {
		symbols: last(DT_SYMTAB),
		strings: last(DT_STRTAB),
		stringsSize: last(DT_STRSZ),
		versions: last(DT_VERSYM),
		hash: last(DT_HASH),
		gnuHash: last(DT_GNU_HASH),
		definitions: last(DT_VERDEF),
		definitionCount: last(DT_VERDEFNUM)
	};
}
function isProgram(tags) {
	return ((tags.single(DT_FLAGS_1, "DT_FLAGS_1") ?? 0n) & DF_1_PIE) !== 0n || tags.has(DT_DEBUG);
}
const relocationTables = [
	{
		table: DT_RELA,
		size: DT_RELASZ
	},
	{
		table: DT_REL,
		size: DT_RELSZ
	},
	{
		table: DT_RELR,
		size: DT_RELRSZ
	},
	{
		table: DT_JMPREL,
		size: DT_PLTRELSZ
	}
];
function hasRelocations(tags, machine) {
	return relocationTables.some(({ table, size }) => {
		const sizes = tags.all(size);
		return sizes.some((each) => each > 0n) || tags.has(table) && sizes.length === 0;
	}) || machine.startsWith("mips") && tags.has(DT_MIPS_LOCAL_GOTNO);
}
var Tags = class {
	#tags;
	#headerOffset;
	constructor(tags, headerOffset) {
		this.#tags = tags;
		this.#headerOffset = headerOffset;
	}
	all(tag) {
		return this.#tags.filter((each) => each.tag === tag).map((each) => each.value);
	}
	single(tag, name) {
		const [first, second] = this.all(tag);
		if (second !== void 0) throw new FormatError(`more than one ${name}`, this.#headerOffset);
		return first;
	}
	has(tag) {
		return this.#tags.some((each) => each.tag === tag);
	}
	hasBit(tag, bit) {
		return this.all(tag).some((value) => (value & bit) !== 0n);
	}
	broken(rule) {
		return new FormatError(rule, this.#headerOffset);
	}
};
function readTags(source, header, where) {
	const { segment, loads } = where;
	const range = mapAddress$2(loads, segment.vaddr);
	if (range === void 0) throw new FormatError("PT_DYNAMIC is in no PT_LOAD", segment.headerOffset);
	if (range.offset !== segment.offset) throw new FormatError("PT_DYNAMIC has a p_offset that is not where p_vaddr is loaded from", segment.headerOffset);
	const entrySize = header.encoding.wide ? 16 : 8;
	const length = min(range.length, BigInt(MAX_ENTRIES * entrySize));
	const bytes = readRange(source, {
		offset: range.offset,
		length
	}, "PT_DYNAMIC");
	const cursor = new Cursor(bytes, Number(range.offset), header.encoding);
	const tags = [];
	while (cursor.remaining >= entrySize) {
		const entry = {
			tag: cursor.word("d_tag"),
			value: cursor.word("d_val")
		};
		if (entry.tag === DT_NULL) return tags;
		tags.push(entry);
	}
	throw new FormatError("PT_DYNAMIC has no DT_NULL", Number(range.offset));
}
function readStrings(source, tags, loads) {
	const address = tags.single(DT_STRTAB, "DT_STRTAB");
	const size = tags.single(DT_STRSZ, "DT_STRSZ");
	if (address === void 0 && size === void 0) return { at: (_, field) => {
		throw tags.broken(`${field} without DT_STRTAB`);
	} };
	if (address === void 0) throw tags.broken("DT_STRSZ without DT_STRTAB");
	if (size === void 0) throw tags.broken("DT_STRTAB without DT_STRSZ");
	const range = mapAddress$2(loads, address);
	if (range === void 0) throw tags.broken("DT_STRTAB is in no PT_LOAD");
	if (size > range.length) throw tags.broken("DT_STRSZ goes beyond the PT_LOAD of DT_STRTAB");
	return { at: (offset, field) => readString$1(source, {
		offset: range.offset,
		length: size
	}, {
		offset,
		field
	}) };
}
function readString$1(source, table, string) {
	if (string.offset >= table.length) throw new FormatError(`${string.field} is outside DT_STRTAB`, Number(table.offset));
	const offset = table.offset + string.offset;
	const bytes = readRange(source, {
		offset,
		length: min(table.length - string.offset, BigInt(MAX_STRING$1))
	}, string.field);
	const length = stringLength(bytes);
	if (length === void 0) throw new FormatError(`${string.field} does not end with NUL`, Number(offset));
	return decodeText(bytes.subarray(0, length));
}

// src/inspect/elf-notes.ts
/** Of all notes together: a thousand headers may name the same bytes. */
const MAX_NOTES = 1024n * 1024n;
const NT_GNU_ABI_TAG = 1;
const NT_GO_BUILD_ID = 4;
const NT_GNU_PROPERTY_TYPE_0 = 5;
const GNU_PROPERTY_X86_ISA_1_NEEDED = 3221258242;
const ABI_TAG_LINUX = 0;
const GNU_NAME = [
	71,
	78,
	85,
	0
];
const GO_NAME = [
	71,
	111,
	0,
	0
];
/** All PT_NOTE segments -> the two notes that say who linked the file. gABI ch. 5, "Note Section". */
function parseNotes(source, header, segments) {
	const notes = {
		gnuAbiTag: false,
		goBuildId: false,
		isaNeeded: 0
	};
	let total = 0n;
	for (const segment of segments.filter((each) => each.type === 4 && each.filesz > 0n)) {
		total += segment.filesz;
		if (total > MAX_NOTES) throw new FormatError("PT_NOTE segments have more than 1 MiB", segment.headerOffset);
		const bytes = readRange(source, {
			offset: segment.offset,
			length: segment.filesz
		}, "PT_NOTE");
		const cursor = new Cursor(bytes, Number(segment.offset), header.encoding);
		const align = segment.align === 8n ? 8 : 4;
		while (cursor.remaining > 0) {
			const note = parseNote(cursor, header, align);
			notes.gnuAbiTag ||= note.abiTag;
			notes.isaNeeded |= note.isaNeeded;
			notes.goBuildId ||= note.type === NT_GO_BUILD_ID && isName(note.name, GO_NAME);
		}
	}
	return notes;
}
function parseNote(cursor, header, align) {
	const namesz = cursor.u32("n_namesz");
	const descsz = cursor.u32("n_descsz");
	const type = cursor.u32("n_type");
	const name = cursor.bytes(namesz, "note name");
	skipPadding(cursor, align);
	const desc = new Cursor(cursor.bytes(descsz, "note descriptor"), 0, header.encoding);
	skipPadding(cursor, align);
	const isGnu = isName(name, GNU_NAME);
	return {
		name,
		type,
		abiTag: type === NT_GNU_ABI_TAG && isGnu && desc.remaining >= 4 && desc.u32("ABI tag") === ABI_TAG_LINUX,
		isaNeeded: type === NT_GNU_PROPERTY_TYPE_0 && isGnu ? readIsaNeeded(desc, header) : 0
	};
}
/** Properties are a type, a size and that many bytes, filled up to a word. What is cut off is not believed. */
function readIsaNeeded(desc, { encoding }) {
	let needed = 0;
	while (desc.remaining >= 8) {
		const type = desc.u32("pr_type");
		const size = desc.u32("pr_datasz");
		if (size > desc.remaining) return needed;
		const data = new Cursor(desc.bytes(size, "pr_data"), 0, encoding);
		if (type === GNU_PROPERTY_X86_ISA_1_NEEDED && size === 4) needed |= data.u32("pr_data");
		skipPadding(desc, encoding.wide ? 8 : 4);
	}
	return needed;
}
function skipPadding(cursor, align) {
	const padding = -cursor.position & align - 1;
	cursor.seek(cursor.position + Math.min(padding, cursor.remaining), "note padding");
}
function isName(bytes, name) {
	return bytes.length === name.length && name.every((byte, index) => bytes[index] === byte);
}

// src/inspect/elf.ts
/** A checked ELF header and the file -> its facts. Throws FormatError for anything that is not understood. */
function parseElf(source, header) {
	const segments = parseSegments(source, header);
	const loads = checkLoads(source, header, segments);
	return {
		header,
		segments,
		loads,
		entryIsExecutable: isExecutableAddress(loads, header.entry),
		entryCode: readEntry(source, loads, header.entry),
		interpreter: parseInterpreter(source, segments),
		dynamic: parseDynamic(source, header, {
			all: segments,
			loads
		}),
		notes: parseNotes(source, header, segments)
	};
}
const ENTRY_SIZE$1 = 16n;
function readEntry(source, loads, entry) {
	const range = mapAddress$2(loads, entry);
	if (range === void 0) return /* @__PURE__ */ new Uint8Array();
	return readRange(source, {
		offset: range.offset,
		length: min(range.length, ENTRY_SIZE$1)
	}, "e_entry");
}

// src/inspect/link-mode.ts
const goSections = /* @__PURE__ */ new Set([
	".go.buildinfo",
	".gopclntab",
	".data.rel.ro.gopclntab",
	".note.go.buildid"
]);
const hostSections$1 = /* @__PURE__ */ new Set([
	".comment",
	".eh_frame",
	".init",
	".fini",
	".init_array",
	".fini_array"
]);
/** False for what has a section table that shows nothing of Go's, and no note of Go's linker either. */
function mayBeGo(notes, sections) {
	return notes.goBuildId || sections === void 0 || sections.some(({ name }) => goSections.has(name));
}
/** The facts and the sections (undefined when there is no table) -> who linked the file. */
function findLinkMode(source, facts, sections) {
	if (sections?.some(({ name }) => goSections.has(name)) === true) return sections.some(({ name }) => hostSections$1.has(name)) ? "external" : "internal";
	return facts.notes.goBuildId ? findByEntry(source, facts) : "unknown";
}
const LONGEST_START = 10;
const ENDBR64 = [
	243,
	15,
	30,
	250
];
const JMP_REL32 = 233;
/** How crt1.o of glibc and of musl begin on x86-64. */
const hostStarts = [[
	49,
	237,
	73,
	137,
	209,
	94
], [
	72,
	49,
	237,
	72,
	137,
	231
]];
const A64_BRANCH = 5;
function findByEntry(source, facts) {
	const range = facts.entryIsExecutable ? mapAddress$2(facts.loads, facts.header.entry) : void 0;
	if (range === void 0) return "unknown";
	const code = readRange(source, {
		offset: range.offset,
		length: min(range.length, BigInt(LONGEST_START))
	}, "e_entry");
	switch (facts.header.machine) {
		case "amd64": return judgeAmd64(code);
		case "arm64": return code.length < 4 ? "unknown" : judgeArm64(code);
		default: return "unknown";
	}
}
function judgeAmd64(code) {
	if (code[0] === JMP_REL32) return "internal";
	return startsLikeHost(code) ? "external" : "unknown";
}
/** Code of amd64 -> whether it is how a C library starts. */
function startsLikeHost(code) {
	const start = startsWith$1(code, ENDBR64) ? code.subarray(ENDBR64.length) : code;
	return hostStarts.some((bytes) => startsWith$1(start, bytes));
}
function judgeArm64(code) {
	return (code[3] ?? 0) >> 2 === A64_BRANCH ? "internal" : "external";
}
function startsWith$1(bytes, prefix) {
	return prefix.every((byte, index) => bytes[index] === byte);
}

// src/inspect/go-buildinfo-elf.ts
const SECTION_NAME$1 = ".go.buildinfo";
/**
* The facts and the sections (undefined when there is no table) -> where Go's build info can be. Go 1.27 looks in the
* section alone (golang/go#73060), Go 1.26 in the first writable segment when there is no section. Here it is the section
* and then all writable segments, because strip and packers take the sections away, and damage to them must not hide
* anything. What is not writable comes last, and only for what may be Go's: Go's linkers put nothing there, and to read all
* of every program was most of the time that judging took.
*/
function buildInfoPlacesOfElf(source, facts, sections = parseSections$2(source, facts.header)) {
	const { header, loads } = facts;
	const section = sections?.find(({ name, type }) => name === SECTION_NAME$1 && type !== 8);
	const writable = loads.filter((load) => load.writable);
	const others = mayBeGo(facts.notes, sections) ? loads.filter((load) => !load.writable) : [];
	return {
		ranges: [...section === void 0 ? [] : [section], ...rangesOf([...writable, ...others])],
		mapAddress: (address) => mapAddress$2(loads, address),
		encoding: header.encoding
	};
}

// src/inspect/go-buildinfo.ts
const MAGIC = new Pattern("ÿ Go buildinf:");
const ALIGN = 16n;
const HEADER_SIZE$1 = 32n;
const POINTERS_SIZE = 16;
const FLAG_BIG_ENDIAN = 1;
const FLAG_INLINE = 2;
/** binary.MaxVarintLen64: seven bits of 64 in a byte. */
const MAX_UVARINT = 10n;
/** "devel go1.27-0123456789 Mon Jan …  X:experiments" has some 100. */
const MAX_VERSION = 1024n;
/** A line of 100 bytes or so for each module: enough for ten thousand. */
const MAX_MODINFO = 1024n * 1024n;
/** Programs that read build info hold the magic as a constant, now and then aligned by chance. */
const MAX_CANDIDATES = 64;
const CHUNK = 1024n * 1024n;
/** The build info of a Go program (since Go 1.13), or null when none of the places has one that can be read. */
function readGoBuildInfo(source, where) {
	let candidates = 0;
	for (const candidate of findMagics(source, where.ranges)) {
		const info = orUndefined(() => decode(source, where, candidate));
		candidates += 1;
		if (info !== void 0 || candidates === MAX_CANDIDATES) return info ?? null;
	}
	return null;
}
/** The bytes from each magic to the end of its range, up to a limit for all that is searched. */
function* findMagics(source, ranges) {
	let left = MAX_SEARCH;
	for (const { offset, end } of ranges.map((range) => clip(source, range))) for (let start = alignUp(offset); start < end && left > 0n; start += CHUNK) {
		const length = min(end - start, CHUNK);
		left -= length;
		const bytes = orUndefined(() => readRange(source, {
			offset: start,
			length
		}, "Go build info"));
		if (bytes === void 0) break;
		for (const at of findAligned(bytes)) yield {
			offset: start + BigInt(at),
			length: end - start - BigInt(at)
		};
	}
}
function clip(source, range) {
	return {
		offset: range.offset,
		end: min(range.offset + range.length, BigInt(source.size))
	};
}
function alignUp(offset) {
	return (offset + ALIGN - 1n) / ALIGN * ALIGN;
}
function* findAligned(bytes) {
	for (let at = MAGIC.indexIn(bytes); at !== -1; at = MAGIC.indexIn(bytes, at + 1)) if (at % Number(ALIGN) === 0) yield at;
}
/** Build info that breaks the rules is none: the magic alone proves nothing. */
function orUndefined(read) {
	try {
		return read();
	} catch (thrown) {
		if (thrown instanceof FormatError) return;
		throw thrown;
	}
}
function decode(source, where, blob) {
	if (blob.length < HEADER_SIZE$1) throw new FormatError("Go build info is cut off", Number(blob.offset));
	const header = readRange(source, {
		offset: blob.offset,
		length: HEADER_SIZE$1
	}, "Go build info");
	const cursor = new Cursor(header, Number(blob.offset), where.encoding);
	cursor.seek(MAGIC.bytes.length, "Go build info");
	const pointerSize = cursor.u8("pointer size");
	const flags = cursor.u8("flags");
	const isBigEndian = (flags & FLAG_BIG_ENDIAN) !== 0;
	if (pointerSize !== (where.encoding.wide ? 8 : 4) || isBigEndian === where.encoding.littleEndian) throw cursor.broken("Go build info is of another machine");
	const strings = (flags & FLAG_INLINE) !== 0 ? readInline(source, blob, cursor) : readPointed(source, where, cursor);
	const goVersion = decodeText(strings.version);
	if (!/^\P{Cc}+$/u.test(goVersion)) throw cursor.broken("Go build info has no version");
	return {
		goVersion,
		...parseModInfo(unframe(strings.modInfo))
	};
}
function readInline(source, blob, header) {
	if (header.bytes(POINTERS_SIZE, "pointers").some((byte) => byte !== 0)) throw header.broken("Go build info has both strings and pointers");
	const version = readCounted(source, skip(blob, HEADER_SIZE$1), MAX_VERSION);
	const modInfo = readCounted(source, version.rest, MAX_MODINFO);
	return {
		version: version.bytes,
		modInfo: modInfo.bytes
	};
}
function skip(range, length) {
	return {
		offset: range.offset + length,
		length: range.length - length
	};
}
/** A string with its length in front, and what is behind it. */
function readCounted(source, range, max) {
	const { value, size } = decodeUvarint(readRange(source, {
		...range,
		length: min(range.length, MAX_UVARINT)
	}, "string length"), Number(range.offset));
	const text = skip(range, size);
	return {
		bytes: readString(source, text, {
			length: value,
			max
		}),
		rest: skip(text, value)
	};
}
function decodeUvarint(bytes, offset) {
	let value = 0n;
	let size = 0n;
	for (const byte of bytes) {
		value |= BigInt(byte & 127) << 7n * size;
		size += 1n;
		if (byte < 128) {
			if (value >= 2n ** 64n) break;
			return {
				value,
				size
			};
		}
	}
	throw new FormatError("string length has no end within 64 bits", offset);
}
function readString(source, range, { length, max }) {
	if (length > max || length > range.length) throw new FormatError("string in Go build info is too long", Number(range.offset));
	return readRange(source, {
		offset: range.offset,
		length
	}, "string in Go build info");
}
function readPointed(source, where, header) {
	return {
		version: readGoString(source, where, {
			address: header.word("versPtr"),
			max: MAX_VERSION
		}),
		modInfo: readGoString(source, where, {
			address: header.word("modPtr"),
			max: MAX_MODINFO
		})
	};
}
function readGoString(source, where, { address, max }) {
	const size = where.encoding.wide ? 16n : 8n;
	const variable = mapAddress$1(where, address);
	const bytes = readString(source, variable, {
		length: size,
		max: size
	});
	const cursor = new Cursor(bytes, Number(variable.offset), where.encoding);
	const text = cursor.word("string address");
	const length = cursor.word("string length");
	return length === 0n ? /* @__PURE__ */ new Uint8Array() : readString(source, mapAddress$1(where, text), {
		length,
		max
	});
}
function mapAddress$1(where, address) {
	const range = where.mapAddress(address);
	if (range === void 0) throw new FormatError("pointer in Go build info leads nowhere", 0);
	return range;
}
/** The go command puts a random-looking mark of 16 bytes before and behind; the lines between them end with "\n". */
const MARK = 16;
function unframe(modInfo) {
	return modInfo.length > 32 && modInfo.at(-17) === "\n".charCodeAt(0) ? decodeText(modInfo.subarray(MARK, -16)) : "";
}

// src/inspect/go-functions.ts
const patterns$1 = [new Pattern("._Cfunc_"), new Pattern("._C2func_")];
/** cgo's own helpers; cmd/cgo, builtinDefs. */
const helpers = /* @__PURE__ */ new Set([
	"CBytes",
	"CString",
	"GoBytes",
	"GoString",
	"GoStringN"
]);
/** Real names have up to 100 characters or so. With the NULs around it, a longer one may not be whole in any chunk. */
const MAX_NAME$1 = Number(OVERLAP);
/** Bindings of whole desktops have some thousand. */
const MAX_FUNCTIONS = 65536;
/**
* What a program loads, or just the part with the names of its functions (see go-pclntab.ts) -> the packages in it that
* call C, by import path. Functions that nothing reaches are not there: `import _ "net"` leaves none. null when there is
* too much to search, or the file does not have the ranges.
*/
function findCgoFunctions(source, ranges) {
	const names = /* @__PURE__ */ new Set();
	try {
		for (const { bytes } of readChunks(source, ranges, "Go function names")) for (const pattern of patterns$1) collectNames(bytes, pattern, names);
	} catch (thrown) {
		if (thrown instanceof FormatError) return null;
		throw thrown;
	}
	return group(names);
}
function collectNames(bytes, pattern, names) {
	let seen = 0;
	for (let at = pattern.indexIn(bytes); at !== -1 && names.size < MAX_FUNCTIONS; at = pattern.indexIn(bytes, seen)) {
		const start = findStart(bytes, at, seen);
		const functionStart = at + pattern.bytes.length;
		seen = findEnd$1(bytes, functionStart);
		if (bytes[start - 1] === 0 && bytes[seen] === 0 && seen - start + 2 <= MAX_NAME$1 && functionStart < seen) {
			const path = decodeText(bytes.subarray(start, at));
			if (packagePath.test(path)) names.add(`${path}\0${decodeText(bytes.subarray(functionStart, seen))}`);
		}
	}
}
function findStart(bytes, from, limit) {
	let start = from;
	while (start > limit && isPathByte(bytes[start - 1] ?? 0)) start -= 1;
	return start;
}
function findEnd$1(bytes, from) {
	let end = from;
	while (end < bytes.length && isNameByte(bytes[end] ?? 0)) end += 1;
	return end;
}
const packagePath = /^(?:.*\/)?[^./]+$/u;
function isPathByte(byte) {
	return byte > 32 && byte < 127 && byte !== 34;
}
/** Of a Go identifier: letters, digits, "_", and whatever is not ASCII. */
function isNameByte(byte) {
	const lower = byte | 32;
	return byte >= 48 && byte <= 57 || lower >= 97 && lower <= 122 || byte === 95 || byte >= 128;
}
function group(names) {
	const functions = /* @__PURE__ */ new Map();
	for (const name of names) {
		const [path = "", cName = ""] = name.split("\0");
		const importPath = unescapePath(path);
		const ofPackage = functions.get(importPath) ?? /* @__PURE__ */ new Set();
		functions.set(importPath, ofPackage);
		if (!helpers.has(cName)) ofPackage.add(cName === "_CMalloc" ? "malloc" : cName);
	}
	return Array.from(functions, ([importPath, ofPackage]) => ({
		package: importPath,
		functions: Array.from(ofPackage).sort()
	})).sort((a, b) => a.package < b.package ? -1 : 1);
}
/** "gopkg.in/gl%2ev1" -> "gopkg.in/gl.v1": the inverse of PathToPrefix. */
function unescapePath(path) {
	const bytes = [];
	for (const [, hex, plain] of path.matchAll(/%([0-9a-f]{2})|(.)/gsu)) bytes.push(hex === void 0 ? (plain ?? "").charCodeAt(0) : parseInt(hex, 16));
	return decodeText(Uint8Array.from(bytes));
}

// src/inspect/go-traces.ts
/** What the first image with build info says. Without build info a name that looks like cgo's would prove nothing. */
function readGoTraces(images, options) {
	for (const { source, buildInfo, loaded } of images) {
		const go = readGoBuildInfo(source, buildInfo);
		if (go !== null) return {
			go,
			cgoCalls: options.cgoCalls ? findCgoFunctions(source, loaded) : null
		};
	}
	return {
		go: null,
		cgoCalls: null
	};
}
/** An address -> the file's bytes from there to the end of what they are mapped with; undefined when there are none. */
function mapAddress(mappings, address) {
	const found = mappings.find((each) => address >= each.address && address < each.address + each.length);
	if (found === void 0) return;
	const skipped = address - found.address;
	return {
		offset: found.offset + skipped,
		length: found.length - skipped
	};
}

// src/inspect/go-buildinfo-pe.ts
/**
* A PE image -> where Go's traces are in it. Package debug/buildinfo of Go 1.13 to 1.27 looks in the first section of
* writable data; here in all of them, because another linker may put its own first.
*/
function goImageOfPe(source, header) {
	const mappings = header.sections.map((section) => ({
		offset: BigInt(section.offset),
		length: BigInt(Math.min(section.fileSize, section.mappedSize)),
		address: header.imageBase + BigInt(section.address)
	}));
	return {
		source,
		buildInfo: {
			ranges: header.sections.filter((section) => section.isWritableData).map(rangeOf),
			mapAddress: (address) => mapAddress(mappings, address),
			encoding: header.encoding
		},
		loaded: header.sections.filter((section) => !section.isDiscardable).map(rangeOf)
	};
}
function rangeOf({ offset, fileSize }) {
	return {
		offset: BigInt(offset),
		length: BigInt(fileSize)
	};
}

// src/inspect/elf-start.ts
/** Linux maps nothing here for ordinary users, sysctl vm.mmap_min_addr: this is the smallest that protects anything. */
const LOWEST_ADDRESS = 4096n;
/**
* TASK_SIZE of the smallest address space that a Linux of this class gives a program: Sv39 of riscv64, 32-bit MIPS. Above it, it
* depends on the processor, on the configuration and on what is there already, such as the stack.
*/
const TASK_SIZE = {
	wide: 1n << 38n,
	narrow: 1n << 31n
};
/** More is refused where memory is short (mm/util.c, __vm_enough_memory). cmd/link itself stops at 2 GB a section. */
const MAX_SPAN = 1n << 32n;
/** A position-independent program begins at a multiple of it, and for a huge one there is none (maximum_alignment). */
const MAX_ALIGN$1 = 1n << 30n;
/** No variable of a thread needs more than the largest page to be aligned to. */
const MAX_TLS_ALIGN = 1n << 16n;
/** ELF_MIN_ALIGN, one page: older kernels refuse a longer table (load_elf_phdrs). */
const MAX_TABLE_SIZE = 4096;
/**
* Why a program that needs no loader would not start: the kernel refuses it, or kills it before its first instruction, or its own
* start-up code fails; undefined when nothing speaks against it. Linux, fs/binfmt_elf.c, load_elf_binary(). The tests measure it
* with damaged programs.
*/
function findRefusal(facts) {
	const { header, segments, loads } = facts;
	const { entrySize, count } = header.programHeaders;
	if (entrySize * count > MAX_TABLE_SIZE) return `${count} program headers: together they are longer than a page`;
	return first(loads, findBadLoad) ?? findBadPlace(header, loads) ?? findBadEntry(facts) ?? findLostHeaders(facts) ?? first(segments, (segment) => findBadStartUp(segment, loads));
}
function first(segments, find) {
	for (const segment of segments) {
		const found = find(segment);
		if (found !== void 0) return found;
	}
}
function findBadLoad(load) {
	if (load.memsz > load.filesz && load.filesz > 0n && !load.writable) return "PT_LOAD has p_memsz above p_filesz and is not writable: it cannot be filled with zeros";
	if (load.memsz > 0n && !load.accessible) return "PT_LOAD may be neither read nor written nor run: what is in it is out of reach";
	return load.align > MAX_ALIGN$1 ? "PT_LOAD has a p_align above 1 GiB" : void 0;
}
function findBadPlace(header, loads) {
	const start = loads[0]?.vaddr ?? 0n;
	if (header.type === "EXEC" && start < LOWEST_ADDRESS) return "PT_LOAD at address 0, where only root may map anything";
	let end = start;
	for (const load of loads) {
		if (load.vaddr < end) return "PT_LOAD segments are not in ascending order";
		if (end > start && pageOf(load.vaddr) <= pageOf(end - 1n)) return "PT_LOAD segments share a page: the later one replaces the end of the earlier one";
		end = load.vaddr + load.memsz;
	}
	if (end > (header.encoding.wide ? TASK_SIZE.wide : TASK_SIZE.narrow)) return "PT_LOAD beyond the addresses that every Linux has for programs";
	return end - start > MAX_SPAN ? "PT_LOAD segments span more than 4 GiB" : void 0;
}
/** Bytes that instructions are a multiple of, where that is more than one. */
const instructionSizes = {
	arm64: 4n,
	loong64: 4n,
	mips: 4n,
	mipsle: 4n,
	mips64: 4n,
	mips64le: 4n,
	ppc: 4n,
	ppc64: 4n,
	ppc64le: 4n,
	riscv: 2n,
	riscv64: 2n,
	s390x: 2n
};
/** No machine has an instruction of zeros that start code begins with; on x86 it writes to where a register happens to point. */
const ZEROS = 4;
function findBadEntry({ header, loads, entryCode }) {
	const { offset, entrySize, count } = header.programHeaders;
	const place = mapAddress$2(loads, header.entry)?.offset ?? 0n;
	if (place < (header.encoding.wide ? 64n : 52n) || place >= offset && place < offset + BigInt(entrySize * count)) return "e_entry is in the headers of the file, where no start code can be";
	if (header.entry % (instructionSizes[header.machine] ?? 1n) !== 0n) return "e_entry is in the middle of an instruction";
	return entryCode.length >= ZEROS && entryCode.subarray(0, ZEROS).every((byte) => byte === 0) ? "e_entry is at zeros, which are not start code" : void 0;
}
function findLostHeaders({ header, segments, loads, notes, dynamic, entryCode }) {
	const { offset, entrySize, count } = header.programHeaders;
	const end = offset + BigInt(entrySize * count);
	if (loads.some((load) => load.offset <= offset && end <= load.offset + load.filesz)) return void 0;
	return notes.gnuAbiTag || dynamic?.hasRelocations === true || segments.some(({ type }) => type === 7) || header.machine === "amd64" && startsLikeHost(entryCode) ? "the program headers are in no PT_LOAD, and its start code reads them" : void 0;
}
function findBadStartUp(segment, loads) {
	if (segment.type === 7 && !isGoodTls(segment, loads)) return "PT_TLS does not fit what is loaded";
	if (segment.type === 1685382482 && !isGoodRelro(segment, loads)) return "PT_GNU_RELRO is not in a writable PT_LOAD";
}
function isGoodTls({ vaddr, filesz, memsz, align }, loads) {
	return (filesz === 0n || loads.some((load) => vaddr >= load.vaddr && vaddr + filesz <= load.vaddr + load.filesz)) && filesz <= memsz && memsz <= MAX_SPAN && align <= MAX_TLS_ALIGN && (align & align - 1n) === 0n;
}
function isGoodRelro({ vaddr, memsz }, loads) {
	const load = loads.find((each) => each.writable && vaddr >= each.vaddr && vaddr < each.vaddr + each.memsz);
	return memsz === 0n || load !== void 0 && pageOf(vaddr + memsz - 1n) <= pageOf(load.vaddr + load.memsz - 1n);
}
function pageOf(address) {
	return address / SMALLEST_PAGE;
}

// src/inspect/marks.ts
const patterns = {
	runtimeCgo: new Pattern("\0crosscall2\0"),
	glibcTunables: new Pattern("GLIBC_TUNABLES\0"),
	muslError: new Pattern("No error information\0"),
	muslResolver: new Pattern("Name does not resolve\0"),
	muslDlopen: new Pattern("Dynamic loading not supported\0"),
	nssLibrary: new Pattern("libnss_%s.so%s\0"),
	nssConfig: new Pattern("\0/etc/nsswitch.conf\0"),
	nssPrefix: new Pattern("libnss_")
};
const muslMarks = [
	"muslError",
	"muslResolver",
	"muslDlopen"
];
/** The marks in a program, as far as they say something that the others do not. They are there in stripped files as well. */
function findMarks(source, { loaded, functionNames, gnuAbiTag }) {
	const found = /* @__PURE__ */ new Set();
	const look = (ranges, wanted) => {
		for (const { bytes } of readChunks(source, ranges, "C library marks")) {
			const open = wanted().filter((mark) => !found.has(mark));
			if (open.length === 0) return;
			for (const mark of open) if (patterns[mark].indexIn(bytes) !== -1) found.add(mark);
		}
	};
	if (functionNames !== void 0) look([functionNames], () => ["runtimeCgo"]);
	look(loaded, () => [
		"runtimeCgo",
		...openForLibc(found, gnuAbiTag),
		...openForNss(found)
	]);
	if (found.has("nssConfig") && !found.has("nssLibrary")) look(loaded, () => ["nssPrefix"]);
	return found;
}
/** The marks that can still tell which C library it is. */
function openForLibc(found, gnuAbiTag) {
	if (gnuAbiTag || found.has("glibcTunables")) return [];
	return muslMarks.some((mark) => found.has(mark)) ? ["glibcTunables", "muslDlopen"] : ["glibcTunables", ...muslMarks];
}
function openForNss(found) {
	return found.has("nssLibrary") ? [] : ["nssLibrary", "nssConfig"];
}
/** The C library inside a static program; null when it left no mark, as the smallest do. */
function findStaticLibc(marks, gnuAbiTag) {
	if (gnuAbiTag || marks.has("glibcTunables")) return "glibc";
	return muslMarks.some((mark) => marks.has(mark)) ? "musl" : null;
}
/** musl's dlopen for static programs is inside, which only says that it cannot (src/ldso/dlopen.c of musl 1.2). */
function hasMuslDlopen(marks) {
	return marks.has("muslDlopen");
}
/** glibc's name service is inside: it loads the host's libnss_*.so and libc.so.6 when it is used. */
function hasNss(marks) {
	return marks.has("nssLibrary") || marks.has("nssConfig") && marks.has("nssPrefix");
}

// src/inspect/windows-api-sets.ts
/**
* The contracts behind the names that Windows itself resolves to one of its libraries ("API sets"); no file has to be there. Those of
* the import libraries of mingw-w64 11 and 13, without "api-ms-win-" and the level at the end. A name that no Windows knows is a file.
*/
const contracts = new Set(`
  appmodel-runtime core-apiquery core-atoms core-backgroundtask core-calendar core-com core-com-midlproxystub core-comm
  core-console core-datetime core-debug core-debug-minidump core-delayload core-enclave core-errorhandling core-featurestaging
  core-fibers core-file core-file-ansi core-file-fromapp core-firmware core-handle core-heap core-heap-obsolete core-interlocked
  core-io core-job core-kernel32-legacy core-kernel32-legacy-ansi core-largeinteger core-libraryloader core-localization
  core-localization-ansi core-localization-obsolete core-memory core-namedpipe core-namedpipe-ansi core-namespace
  core-namespace-ansi core-normalization core-path core-perfcounters core-privateprofile core-processenvironment
  core-processenvironment-ansi core-processsnapshot core-processthreads core-processtopology core-processtopology-obsolete
  core-profile core-psapi core-psapi-ansi core-psm-appnotify core-quirks core-realtime core-registry core-rtlsupport
  core-shutdown core-shutdown-ansi core-sidebyside core-sidebyside-ansi core-slapi core-state-helpers core-string
  core-string-obsolete core-stringansi core-synch core-synch-ansi core-sysinfo core-systemtopology core-threadpool
  core-threadpool-legacy core-timezone core-toolhelp core-url core-util core-version core-versionansi core-windowsceip
  core-windowserrorreporting core-winrt core-winrt-error core-winrt-registration core-winrt-robuffer
  core-winrt-roparameterizediid core-winrt-string core-wow64 core-xstate crt-conio crt-convert crt-environment crt-filesystem
  crt-heap crt-locale crt-math crt-multibyte crt-private crt-process crt-runtime crt-stdio crt-string crt-time crt-utility
  devices-config devices-query devices-swdevice downlevel-advapi32 downlevel-normaliz downlevel-ole32 downlevel-shell32
  downlevel-shlwapi downlevel-user32 downlevel-version eventing-classicprovider eventing-consumer eventing-controller
  eventing-legacy eventing-obsolete eventing-provider eventing-tdh eventlog-legacy gaming-deviceinformation
  gaming-expandedresources gaming-tcui mm-time net-isolation ntuser-sysparams oobe-notification perf-legacy power-base
  power-limitsmanagement power-setting ro-typeresolution security-appcontainer security-base security-base-ansi security-cpwl
  security-credentials security-cryptoapi security-isolatedcontainer security-lsalookup security-lsalookup-ansi
  security-lsapolicy security-provider security-provider-ansi security-sddl security-sddl-ansi security-systemfunctions
  service-core service-core-ansi service-management service-winsvc shcore-obsolete shcore-path shcore-registry shcore-scaling
  shcore-stream shcore-stream-winrt shcore-sysinfo shcore-unicodeansi shell-shdirectory`.trim().split(/\s+/));
/** Extensions: that of windows, which every Windows with a desktop has. */
const extensions = /* @__PURE__ */ new Set([
	"ntuser-window",
	"ntuser-message",
	"ntuser-mouse",
	"ntuser-keyboard"
]);
const apiSet = /^(api|ext)-ms-win-([a-z0-9-]+?)-l\d{1,2}-\d{1,2}-\d{1,2}\.dll$/;
/** `file`: in lower case, with its ending. */
function isApiSet(file) {
	const [, kind, contract = ""] = apiSet.exec(file) ?? [];
	return (kind === "ext" ? extensions : contracts).has(contract);
}

// src/inspect/system-libraries.ts
const systems = [
	{
		interpreters: ["/usr/libexec/ld.so"],
		libraries: ["libc", "libpthread"]
	},
	{
		interpreters: [
			"/lib/amd64/ld.so.1",
			"/usr/lib/amd64/ld.so.1",
			"/lib/64/ld.so.1",
			"/usr/lib/64/ld.so.1"
		],
		machine: "amd64",
		libraries: [
			"libc",
			"libnsl",
			"libpthread",
			"libresolv",
			"libsendfile",
			"libsocket",
			"libxnet"
		]
	},
	{
		interpreters: ["/system/bin/linker64", "/system/bin/linker"],
		libraries: [
			"libc",
			"libdl",
			"liblog",
			"libm"
		]
	}
];
/** The libraries that the system of this interpreter promises, without their ".so"; undefined when it is no such system. */
function findSystemLibraries(interpreter, machine) {
	return systems.find((system) => system.interpreters.includes(interpreter) && (system.machine === void 0 || system.machine === machine))?.libraries;
}
/** Go asks for "libc.so"; a host linker writes the version that it found: "libc.so.1", on OpenBSD "libc.so.97.1". */
function isSystemLibrary(libraries, needed) {
	const name = /^([a-z]+)\.so(?:\.\d+)*$/.exec(needed)?.[1];
	return name !== void 0 && libraries.includes(name);
}
/**
* In System32 of every Windows 10, Server 2016 and later, Server Core too, where no feature has to be turned on for it
* and nobody can take it away. Nano Server has fewer, mostly no windows and no sound; what asks for those is of no use
* there anyway. msvcrt and ucrtbase are part of Windows since 95 and since 10; vcruntime140, msvcp140 and what MinGW
* brings (libgcc_s_*, libstdc++-6, libwinpthread-1) are not: they have to be installed or shipped.
*/
const windowsLibraries = new Set(`advapi32 authz avrt bcrypt bcryptprimitives cabinet cfgmgr32 clbcatq combase comctl32 comdlg32 crypt32 cryptbase
  cryptsp cryptui credui dbgcore dbghelp devobj dhcpcsvc dhcpcsvc6 dnsapi dpapi dwmapi esent fltlib fwpuclnt gdi32
  gdi32full hid httpapi imagehlp imm32 iphlpapi kernel32 kernelbase ktmw32 logoncli lz32 mpr msasn1 msi msimg32 msvcrt
  mswsock ncrypt netapi32 netutils normaliz nsi ntdll ntdsapi odbc32 ole32 oleacc oleaut32 pdh powrprof profapi propsys
  psapi rpcrt4 rstrtmgr samcli sechost secur32 sensapi setupapi shcore shell32 shfolder shlwapi srvcli sspicli tdh
  ucrtbase urlmon user32 userenv usp10 uxtheme version wevtapi win32u windowscodecs winhttp wininet winmm winscard
  wintrust wkscli wldap32 wldp ws2_32 wsock32 wtsapi32 xmllite`.split(/\s+/));
/** Windows takes names in any case, and adds ".dll" to one without an ending. A path is never the system's. */
function isWindowsLibrary(name) {
	const lower = name.toLowerCase();
	const file = lower.includes(".") ? lower : `${lower}.dll`;
	return windowsLibraries.has(file.replace(/\.dll$/, "")) || isApiSet(file);
}
/**
* Of AIX's base (fileset bos.rte.*): what Go's runtime and standard library import, and what gcc adds to a cgo program
* there without being told. libgcc_s.a and libstdc++.a come with a compiler or from the AIX Toolbox.
*/
const aixLibraries = /* @__PURE__ */ new Set([
	"libc.a",
	"libpthread.a",
	"libpthreads.a",
	"libm.a"
]);
const aixFolders = /* @__PURE__ */ new Set([
	"",
	"/lib",
	"/usr/lib"
]);
/** The folder and file of an import file ID. */
function isAixLibrary(folder, file) {
	return aixFolders.has(folder) && aixLibraries.has(file);
}

// src/inspect/linkage.ts
function makeUnreadable(reason) {
	return {
		...notExecutable,
		kind: "unreadable",
		reason
	};
}
/** For a file that is there to unpack or to mount what it carries. */
function makePacked(what) {
	const reason = `carries another program (${what}), which is not read: inspect that program before it is packed`;
	return {
		...packed,
		reason
	};
}
/** The facts of a file that is not packed -> its linkage. Static must be earned: what fits no row is unreadable. */
function judgeElf(facts) {
	const needed = facts.dynamic?.needed ?? [];
	const linkage = {
		...notExecutable,
		interpreter: facts.interpreter ?? null,
		needed,
		runpath: facts.dynamic?.runpath ?? [],
		libc: findDynamicLibc(facts),
		minGlibc: findGlibcFloor(facts.dynamic?.versionNeeds ?? [])
	};
	if (isLibrary(facts)) return {
		...linkage,
		kind: "library"
	};
	if (!facts.entryIsExecutable) return makeUnreadable("e_entry is in no executable PT_LOAD");
	if (facts.interpreter !== void 0) return isSystem$1(facts, needed) ? {
		...linkage,
		kind: "system",
		libc: null
	} : {
		...linkage,
		kind: "dynamic",
		loaderOnly: needed.length === 0
	};
	return needed.length > 0 ? {
		...linkage,
		kind: "dynamic"
	} : judgeStatic(facts);
}
/** The linkage of a static program with what the marks of its C library add. */
function addMarks(linkage, marks, gnuAbiTag) {
	const libc = findStaticLibc(marks, gnuAbiTag);
	return {
		...linkage,
		libc,
		hazards: [
			...linkage.hazards,
			...libc === "glibc" && hasNss(marks) ? ["nss"] : [],
			...libc === "musl" && hasMuslDlopen(marks) ? ["dlopen"] : []
		]
	};
}
/** The linkage of a static PIE with what is known of who relocates it. */
function addRelocator(linkage, relocator) {
	if (relocator.kind === "missing") return makeUnreadable(relocator.reason);
	return relocator.kind === "unknown" ? {
		...linkage,
		hazards: ["relocation"]
	} : linkage;
}
function judgeStatic(facts) {
	if (facts.dynamic !== void 0 && facts.dynamic.versionNeeds.length > 0) return makeUnreadable("DT_VERNEED without DT_NEEDED: it wants versions of libraries that it does not name");
	const refusal = findRefusal(facts);
	if (refusal !== void 0) return makeUnreadable(refusal);
	if (facts.header.type === "EXEC") return {
		...notExecutable,
		kind: "static"
	};
	if (facts.dynamic === void 0) return makeUnreadable("ET_DYN without PT_INTERP and without PT_DYNAMIC: nothing can relocate it, it crashes");
	return {
		...notExecutable,
		kind: "static-pie"
	};
}
function isLibrary(facts) {
	if (facts.header.type === "EXEC" || facts.dynamic === void 0) return false;
	if (facts.dynamic.soname !== void 0) return true;
	return facts.interpreter === void 0 && !facts.dynamic.isProgram;
}
function isSystem$1(facts, needed) {
	const system = findSystemLibraries(facts.interpreter ?? "", facts.header.machine);
	return system !== void 0 && needed.every((library) => isSystemLibrary(system, library));
}
function findDynamicLibc(facts) {
	const loader = facts.interpreter?.split("/").at(-1) ?? "";
	const needed = facts.dynamic?.needed ?? [];
	if (loader.startsWith("ld-musl-") || needed.some((library) => library.startsWith("libc.musl-"))) return "musl";
	const versions = facts.dynamic?.versionNeeds.flatMap((need) => need.versions) ?? [];
	return loader.startsWith("ld-linux") || isGlibcLoaderOfOldPorts(loader, facts.header.machine) || needed.includes("libc.so.6") || versions.some((version) => version.name.startsWith("GLIBC_")) ? "glibc" : null;
}
function isGlibcLoaderOfOldPorts(loader, machine) {
	return /^ld64\.so\.[12]$/.test(loader) && /^(s390x|ppc64)/.test(machine) || loader === "ld.so.1" && /^(mips|ppc)/.test(machine);
}

// src/inspect/xcoff.ts
const U64_TOCMAGIC = 503;
const F_EXEC = 2;
const F_SHROBJ = 8192;
const STYP_BSS = 128;
const STYP_TBSS = 2048;
const STYP_LOADER = 4096;
/** The lower half of s_flags; the upper one tells kinds of debug information apart. */
const STYP_MASK = 65535;
const FILE_HEADER_SIZE = {
	wide: 24n,
	narrow: 20n
};
const SECTION_HEADER_SIZE$1 = {
	wide: 72,
	narrow: 40
};
const LOADER_HEADER_SIZE = {
	wide: 56n,
	narrow: 32n
};
/** Where the auxiliary header says which section the loader reads, in both of its forms. */
const O_SNLOADER = 40;
const MAX_IMPORT_FILES = 4096;
const MAX_STRING = 4096;
/** A file that begins with an XCOFF magic -> its header. */
function parseXcoffHeader(source) {
	const encoding = bigEndian(new Cursor(readRange(source, {
		offset: 0n,
		length: 2n
	}, "f_magic"), 0, bigEndian(false)).u16("f_magic") === U64_TOCMAGIC);
	const size = encoding.wide ? FILE_HEADER_SIZE.wide : FILE_HEADER_SIZE.narrow;
	const cursor = new Cursor(readRange(source, {
		offset: 0n,
		length: size
	}, "XCOFF file header"), 0, encoding);
	cursor.u16("f_magic");
	const sectionCount = cursor.u16("f_nscns");
	cursor.u32("f_timdat");
	cursor.word("f_symptr");
	if (!encoding.wide) cursor.u32("f_nsyms");
	const auxiliarySize = cursor.u16("f_opthdr");
	const flags = cursor.u16("f_flags");
	const isLibrary = (flags & F_SHROBJ) !== 0;
	if (!isLibrary && (flags & F_EXEC) === 0) throw cursor.broken("neither F_EXEC nor F_SHROBJ is set: an object file, not an executable");
	const auxiliary = {
		offset: size,
		length: BigInt(auxiliarySize)
	};
	const sectionsAt = size + auxiliary.length;
	const loaderIndex = parseLoaderIndex(source, auxiliary, encoding);
	const sections = parseSections$1(source, {
		offset: sectionsAt,
		count: sectionCount
	}, encoding);
	return {
		machine: encoding.wide ? "ppc64" : "ppc",
		encoding,
		isLibrary,
		sections,
		loader: findLoader(sections, loaderIndex, Number(sectionsAt))
	};
}
function bigEndian(wide) {
	return {
		littleEndian: false,
		wide
	};
}
function parseLoaderIndex(source, auxiliary, encoding) {
	const cursor = new Cursor(readRange(source, auxiliary, "auxiliary header"), Number(auxiliary.offset), encoding);
	cursor.seek(O_SNLOADER, "o_snloader");
	return cursor.u16("o_snloader");
}
function parseSections$1(source, table, encoding) {
	const entrySize = encoding.wide ? SECTION_HEADER_SIZE$1.wide : SECTION_HEADER_SIZE$1.narrow;
	const range = {
		offset: table.offset,
		length: BigInt(table.count * entrySize)
	};
	const cursor = new Cursor(readRange(source, range, "section headers"), Number(table.offset), encoding);
	return Array.from({ length: table.count }, (_, index) => {
		const name = decodeText(cursor.bytes(8, "s_name")).replace(/\0+$/, "");
		cursor.word("s_paddr");
		const address = cursor.word("s_vaddr");
		const length = cursor.word("s_size");
		const offset = cursor.word("s_scnptr");
		cursor.word("s_relptr");
		cursor.word("s_lnnoptr");
		cursor.bytes(encoding.wide ? 8 : 4, "s_nreloc and s_nlnno");
		const type = cursor.u32("s_flags") & STYP_MASK;
		cursor.seek((index + 1) * entrySize, "section header");
		if (type !== STYP_BSS && type !== STYP_TBSS) requireRange(source, {
			offset,
			length
		}, `section ${name}`);
		return {
			type,
			address,
			offset,
			length
		};
	});
}
function findLoader(sections, index, offset) {
	const loaders = sections.filter((section) => section.type === STYP_LOADER);
	const [loader] = loaders;
	if (loader === void 0) throw new FormatError("no section is STYP_LOADER: nothing says which libraries it needs", offset);
	if (loaders.length > 1) throw new FormatError("more than one section is STYP_LOADER", offset);
	if (sections[index - 1] !== loader) throw new FormatError(`o_snloader is ${index}, which is not the STYP_LOADER section`, offset);
	return loader;
}
/** A checked header and its file -> what it needs. AIX promises its libraries and no system calls: static is not to be had. */
function judgeXcoff(source, header) {
	const [search, ...files] = parseImportFiles(source, header);
	const linkage = {
		...notExecutable,
		needed: files.map(formatImportFile),
		runpath: search === void 0 || search.folder === "" ? [] : search.folder.split(":")
	};
	if (header.isLibrary) return {
		...linkage,
		kind: "library"
	};
	if (files.length === 0) return makeUnreadable("no import file IDs: AIX starts no program that does not ask for libc.a");
	const isSystem = files.every(({ folder, file }) => isAixLibrary(folder, file));
	return {
		...linkage,
		kind: isSystem ? "system" : "dynamic"
	};
}
function parseImportFiles(source, { encoding, loader }) {
	const size = encoding.wide ? LOADER_HEADER_SIZE.wide : LOADER_HEADER_SIZE.narrow;
	const part = {
		offset: loader.offset,
		length: size
	};
	if (size > loader.length) throw new FormatError("s_size of the loader section is less than its header", Number(loader.offset));
	const cursor = new Cursor(readRange(source, part, "loader header"), Number(loader.offset), encoding);
	cursor.bytes(12, "l_version to l_nreloc");
	const length = BigInt(cursor.u32("l_istlen"));
	const count = cursor.u32("l_nimpid");
	if (count === 0 || count > MAX_IMPORT_FILES) throw cursor.broken(`l_nimpid is ${count}, not 1 to ${MAX_IMPORT_FILES}`);
	if (encoding.wide) cursor.u32("l_stlen");
	const offset = cursor.word("l_impoff");
	if (offset < size || offset + length > loader.length) throw cursor.broken("l_impoff and l_istlen go beyond the loader section");
	const strings = {
		offset: loader.offset + offset,
		length
	};
	return readImportFiles(readRange(source, strings, "import file IDs"), count, Number(strings.offset));
}
function readImportFiles(bytes, count, offset) {
	let position = 0;
	const next = () => {
		const rest = bytes.subarray(position, position + MAX_STRING);
		const length = stringLength(rest);
		if (length === void 0) throw new FormatError("import file ID does not end with NUL, or not within 4096 bytes", offset + position);
		position += length + 1;
		return decodeText(rest.subarray(0, length));
	};
	const files = Array.from({ length: count }, () => ({
		folder: next(),
		file: next(),
		member: next()
	}));
	if (bytes.subarray(position).some((byte) => byte !== 0)) throw new FormatError(`l_nimpid is ${count}, but l_istlen holds more`, offset + position);
	return files;
}
/** As AIX's own dump(1) writes it: "/usr/lib/libc.a(shr_64.o)". */
function formatImportFile({ folder, file, member }) {
	const path = folder === "" ? file : `${folder}/${file}`;
	return member === "" ? path : `${path}(${member})`;
}

// src/inspect/go-buildinfo-xcoff.ts
/** An XCOFF file -> where Go's traces are in it: in the data section, as package debug/buildinfo of Go 1.13 to 1.27 has it. */
function goImageOfXcoff(source, { sections, encoding }) {
	const loaded = sections.filter(({ type }) => type === 32 || type === 64);
	return {
		source,
		buildInfo: {
			ranges: sections.filter(({ type }) => type === 64),
			mapAddress: (address) => mapAddress(loaded, address),
			encoding
		},
		loaded
	};
}

// src/inspect/go-pclntab.ts
const layouts = {
	4294967290: { before: 2 },
	4294967280: { before: 3 },
	4294967281: { before: 3 }
};
const OFFSETS = 5;
const MAX_HEADER = 72n;
const OLD_ALIGN = 32;
const quanta = [
	1,
	2,
	4
];
/** A function has two numbers of this size in its part since Go 1.18, and wider ones before. */
const FUNCTION_SIZE = 8n;
/** The second is that of a PIE, as long as its linker does not merge it with what else is relocated. */
const sectionNames = /* @__PURE__ */ new Set([".gopclntab", ".data.rel.ro.gopclntab"]);
/**
* The facts and the sections -> the part of the file that holds the names of all Go functions. undefined when no section
* holds what looks like such a table from its begin to its end: then they can be anywhere in what is loaded.
*/
function findFunctionNames(source, { header, loads }, sections) {
	const section = sections?.find(({ name }) => sectionNames.has(name));
	if (section === void 0 || !rangesOf(loads).some((load) => isWithin(section, load))) return;
	try {
		return readHeader(source, section, header.encoding);
	} catch (thrown) {
		if (thrown instanceof FormatError) return;
		throw thrown;
	}
}
function isWithin(inner, outer) {
	return inner.offset >= outer.offset && inner.offset + inner.length <= outer.offset + outer.length;
}
function readHeader(source, section, encoding) {
	const pointerSize = encoding.wide ? 8 : 4;
	const bytes = readRange(source, {
		...section,
		length: min(section.length, MAX_HEADER)
	}, "pclntab");
	const cursor = new Cursor(bytes, Number(section.offset), encoding);
	const layout = layouts[cursor.u32("magic")];
	const isPlain = cursor.u16("padding") === 0 && quanta.includes(cursor.u8("quantum"));
	if (layout === void 0 || !isPlain || cursor.u8("pointer size") !== pointerSize) return;
	const [functions = 0n, ...words] = Array.from({ length: layout.before + OFFSETS }, () => cursor.word("pclntab offset"));
	const [names = 0n, units = 0n, ...parts] = words.slice(layout.before - 1);
	const starts = [cursor.position, Math.ceil(cursor.position / OLD_ALIGN) * OLD_ALIGN];
	const isOrdered = [
		names + 1n,
		units,
		...parts
	].every((part, index, all) => part >= (all[index - 1] ?? 0n));
	const isWhole = functions > 0n && (parts.at(-1) ?? 0n) + functions * FUNCTION_SIZE <= section.length;
	if (!starts.includes(Number(names)) || !isOrdered || !isWhole) return;
	const [last] = readRange(source, {
		offset: section.offset + units - 1n,
		length: 1n
	}, "pclntab");
	return last === 0 ? {
		offset: section.offset + names - 1n,
		length: units - names + 1n
	} : void 0;
}

// src/inspect/host-files.ts
const traces = [{
	file: "time zones",
	reads: new Pattern("\0time.LoadLocation\0"),
	embeds: new Pattern("\0time/tzdata.")
}, {
	file: "CA certificates",
	reads: new Pattern("\0crypto/x509.loadSystemRoots\0"),
	embeds: new Pattern("\0crypto/x509.SetFallbackRoots\0")
}];
/** The names of a program's functions -> the files of the machine that it reads; empty when they could not be read. */
function findHostFiles(source, functionNames) {
	const found = /* @__PURE__ */ new Set();
	const wanted = traces.flatMap(({ reads, embeds }) => [reads, embeds]);
	try {
		for (const { bytes } of readChunks(source, [functionNames], "Go function names")) for (const pattern of wanted) if (!found.has(pattern) && pattern.indexIn(bytes) !== -1) found.add(pattern);
	} catch (thrown) {
		if (thrown instanceof FormatError) return [];
		throw thrown;
	}
	return traces.filter(({ reads, embeds }) => found.has(reads) && !found.has(embeds)).map(({ file }) => file);
}

// src/inspect/go-buildinfo-macho.ts
const SECTION_NAME = "__go_buildinfo";
/** Symbols among others, and cmd/link puts a "_" in front of them: a package "_main" would be found. */
const SYMBOLS = "__LINKEDIT";
/**
* A Mach-O image -> where Go's traces are in it. Package debug/buildinfo of Go 1.27 looks in the section alone, that of
* Go 1.26 in the first writable segment when there is no section, which is not always the right one; here in all of those,
* because dyld reads no section, and damage to them must not hide anything.
*/
function goImageOfMach(source, { header, segments }) {
	const mapped = segments.filter((segment) => segment.isMapped);
	return {
		source,
		buildInfo: {
			ranges: [...segments.flatMap((segment) => segment.sections).filter(({ name }) => name === SECTION_NAME), ...mapped.filter((segment) => segment.isWritable)],
			mapAddress: (address) => mapAddress(mapped, address),
			encoding: header.encoding
		},
		loaded: mapped.filter((segment) => segment.name !== SYMBOLS)
	};
}

// src/inspect/compressed.ts
const BLOCK = 4096;
/** A shorter piece says nothing: few bytes cannot have much in them. */
const SHORTEST = 2048;
/** Spread over the code, so that reading it costs the same for all programs. */
const SAMPLES = 64;
/**
* Bits a byte, of blocks of 4 KiB. Measured over 1,560 programs and libraries and all of Go's machines: code 5.2 to 6.5, what UPX makes
* of it 7.3 to 7.97 with every method; of the rest, libcrypto alone has blocks of numbers in its code (6 in 100).
*/
const COMPRESSED = 7;
const CODE = 6.7;
/** A packer's own code is a tenth of this. What has more is a program with compressed data beside its code, as old linkers put it. */
const MIN_PROGRAM = 256n * 1024n;
/** Of a large packed file, a block here and there looks like code: less than one in as many. */
const MIN_SHARE = 64n;
/** The ranges that a file brings to memory as code -> whether they are something that has to be unpacked before it is code. */
function isCompressedCode(source, ranges) {
	const blocks = ranges.flatMap(splitRange);
	const step = Math.max(1, Math.floor(blocks.length / SAMPLES));
	const samples = blocks.filter((_, index) => index % step === 0);
	const compressed = samples.filter((block) => measureEntropy(readRange(source, block, "code")) > COMPRESSED);
	if (compressed.length < 2 || compressed.length * 2 <= samples.length) return false;
	const total = ranges.reduce((sum, { length }) => sum + length, 0n);
	const code = BigInt(countCode(source, ranges));
	return code < MIN_PROGRAM || code * MIN_SHARE < total;
}
function splitRange({ offset, length }) {
	const count = Number((length + BigInt(BLOCK) - 1n) / BigInt(BLOCK));
	return Array.from({ length: count }, (_, index) => {
		const start = BigInt(index * BLOCK);
		return {
			offset: offset + start,
			length: min(length - start, BigInt(BLOCK))
		};
	}).filter((block) => block.length >= BigInt(SHORTEST));
}
/** Bytes that look like code. */
function countCode(source, ranges) {
	let total = 0;
	for (const { bytes } of readChunks(source, ranges, "code")) for (let at = 0; at + BLOCK <= bytes.length; at += BLOCK) if (measureEntropy(bytes.subarray(at, at + BLOCK)) < CODE) total += BLOCK;
	return total;
}
/** Shannon's entropy, in bits a byte. */
function measureEntropy(bytes) {
	const counts = /* @__PURE__ */ new Uint32Array(256);
	for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
	return counts.reduce((sum, count) => count === 0 ? sum : sum - count / bytes.length * Math.log2(count / bytes.length), 0);
}

// src/inspect/packed.ts
const UPX_MAGIC = new Pattern("UPX!");
const BUILD_INFO_MAGIC = new Pattern("ÿ Go buildinf:");
/** UPX's loader info follows the program headers: a checksum, then the magic. */
const UPX_INFO_MAGIC_OFFSET = 4n;
/** Of code that has to be unpacked before it runs. The name of a packer can be written over; that the code is compressed cannot. */
const compressedCode = {
	...packed,
	reason: "packed: its code is compressed, so its headers are the packer's; inspect the file before it is packed"
};
/** The linkage of a file that a packer made, whose headers say nothing of the program inside; undefined for any other. */
function findPacker$1(source, facts, hasSections) {
	const { header, loads } = facts;
	if (hasLoaderInfo(source, header)) return packed;
	if (isCompressedCode(source, rangesOf(loads.filter(({ executable }) => executable)))) return compressedCode;
	return !hasSections && contains(source, UPX_MAGIC) && !hasBuildInfo(source, header.encoding) ? packed : void 0;
}
/** The same of the parts of another format that are mapped as code. */
function findCompressedCode(source, code) {
	return isCompressedCode(source, code) ? compressedCode : void 0;
}
function hasLoaderInfo(source, header) {
	const { offset, entrySize, count } = header.programHeaders;
	const start = offset + BigInt(entrySize * count) + UPX_INFO_MAGIC_OFFSET;
	const length = BigInt(UPX_MAGIC.bytes.length);
	if (start + length > BigInt(source.size)) return false;
	return UPX_MAGIC.indexIn(readRange(source, {
		offset: start,
		length
	}, "loader info")) === 0;
}
function wholeFile(source) {
	return [{
		offset: 0n,
		length: BigInt(source.size)
	}];
}
function contains(source, pattern) {
	for (const chunk of readChunks(source, wholeFile(source), "packer's mark")) if (pattern.indexIn(chunk.bytes) !== -1) return true;
	return false;
}
const BUILD_INFO_ALIGN = 16;
const INLINE_STRINGS = 2;
const LONGEST_VERSION = 127;
function hasBuildInfo(source, encoding) {
	for (const chunk of readChunks(source, wholeFile(source), "Go build info")) {
		let at = BUILD_INFO_MAGIC.indexIn(chunk.bytes);
		while (at !== -1) {
			if ((Number(chunk.offset) + at) % BUILD_INFO_ALIGN === 0 && isBuildInfo(chunk.bytes.subarray(at), encoding)) return true;
			at = BUILD_INFO_MAGIC.indexIn(chunk.bytes, at + 1);
		}
	}
	return false;
}
function isBuildInfo(bytes, encoding) {
	if (bytes.length < 35) return false;
	const cursor = new Cursor(bytes, 0, encoding);
	cursor.seek(BUILD_INFO_MAGIC.bytes.length, "Go build info");
	cursor.u8("pointer size");
	const flags = cursor.u8("flags");
	const zeros = cursor.bytes(BUILD_INFO_ALIGN, "reserved");
	const length = cursor.u8("version length");
	const start = String.fromCharCode(...cursor.bytes(2, "version"));
	const isVersion = length > 0 && length <= LONGEST_VERSION && (start === "go" || start === "de");
	return (flags & INLINE_STRINGS) !== 0 && zeros.every((byte) => byte === 0) && isVersion;
}

// src/inspect/macho-commands.ts
const LC_REQ_DYLD = 2147483648;
const LC_SEGMENT = 1;
const LC_UNIXTHREAD = 5;
const LC_LOADFVMLIB = 6;
const LC_LOAD_DYLIB = 12;
const LC_ID_DYLIB = 13;
const LC_LOAD_DYLINKER = 14;
const LC_LOAD_WEAK_DYLIB = 2147483672;
const LC_SEGMENT_64 = 25;
const LC_RPATH = 2147483676;
const LC_REEXPORT_DYLIB = 2147483679;
const LC_LAZY_LOAD_DYLIB = 32;
const LC_LOAD_UPWARD_DYLIB = 2147483683;
const LC_VERSION_MIN_MACOSX = 36;
const LC_VERSION_MIN_IPHONEOS = 37;
const LC_DYLD_ENVIRONMENT = 39;
const LC_MAIN = 2147483688;
const LC_VERSION_MIN_TVOS = 47;
const LC_VERSION_MIN_WATCHOS = 48;
const LC_BUILD_VERSION = 50;
/** Ways to ask for a library. A weak or lazy one may be missing at start, but the program asked for it. */
const loadsLibrary = /* @__PURE__ */ new Set([
	LC_LOAD_DYLIB,
	LC_LOAD_WEAK_DYLIB,
	LC_REEXPORT_DYLIB,
	LC_LAZY_LOAD_DYLIB,
	LC_LOAD_UPWARD_DYLIB
]);
const minVersions = /* @__PURE__ */ new Set([
	LC_VERSION_MIN_MACOSX,
	LC_VERSION_MIN_IPHONEOS,
	LC_VERSION_MIN_TVOS,
	LC_VERSION_MIN_WATCHOS
]);
/** The rest of what dyld must understand: LC_DYLD_INFO_ONLY, LC_DYLD_EXPORTS_TRIE, LC_DYLD_CHAINED_FIXUPS, LC_FILESET_ENTRY. */
const requiredAndHarmless = /* @__PURE__ */ new Set([
	2147483682,
	2147483699,
	2147483700,
	2147483701
]);
const COMMAND_SIZE = 8;
/** sizeof(struct dylib_command), dylinker_command, rpath_command: no string begins before their end. */
const DYLIB_COMMAND_SIZE = 24;
const PATH_COMMAND_SIZE = 12;
const NAME_SIZE = 16;
const SECTION_SIZE = {
	wide: 80,
	narrow: 68
};
const VM_PROT_WRITE = 2;
const VM_PROT_EXECUTE = 4;
/** S_ATTR_PURE_INSTRUCTIONS, S_ATTR_SOME_INSTRUCTIONS. */
const S_ATTR_INSTRUCTIONS = 2147484672;
/** Four times what macOS opens. */
const MAX_PATH = 4096;
const PLATFORM_MACOS = 1;
/** A checked header and its file -> the facts. Throws FormatError for what dyld would not take either. */
function parseMachFacts(source, header) {
	const { commands, encoding } = header;
	const collected = new Collector(source, header);
	const all = readRange(source, commands, "load commands");
	const step = encoding.wide ? 8 : 4;
	const cursor = new Cursor(all, Number(commands.offset), encoding);
	for (let index = 0; index < commands.count; index += 1) {
		const start = cursor.position;
		const command = cursor.u32("cmd");
		const size = cursor.u32("cmdsize");
		if (size < COMMAND_SIZE || size % step !== 0) throw cursor.broken(`cmdsize is ${size}, not a multiple of ${step} from ${COMMAND_SIZE} up`);
		cursor.seek(start + size, "load command");
		collected.add(command, new Cursor(all.subarray(start, start + size), Number(commands.offset) + start, encoding));
	}
	if (cursor.remaining > 0) throw cursor.broken(`ncmds is ${commands.count}, but sizeofcmds goes on after so many`);
	return collected.facts();
}
var Collector = class {
	#source;
	#header;
	#libraries = [];
	#rpaths = [];
	#versions = [];
	#seen = /* @__PURE__ */ new Set();
	#segments = [];
	#dylinker;
	constructor(source, header) {
		this.#source = source;
		this.#header = header;
	}
	/** `cursor`: over this command alone, at its beginning. */
	add(command, cursor) {
		cursor.seek(COMMAND_SIZE, "load command");
		if (loadsLibrary.has(command)) this.#libraries.push(readPath(cursor, DYLIB_COMMAND_SIZE, "dylib name"));
		else if (minVersions.has(command)) this.#versions.push({
			isMac: command === LC_VERSION_MIN_MACOSX,
			packed: cursor.u32("version")
		});
		else this.#addOther(command, cursor);
		this.#seen.add(command);
	}
	#addOther(command, cursor) {
		switch (command) {
			case LC_SEGMENT:
			case LC_SEGMENT_64:
				this.#addSegment(command, cursor);
				break;
			case LC_LOAD_DYLINKER:
				if (this.#dylinker !== void 0) throw cursor.broken("more than one LC_LOAD_DYLINKER");
				this.#dylinker = readPath(cursor, PATH_COMMAND_SIZE, "dylinker name");
				break;
			case LC_RPATH:
				this.#rpaths.push(readPath(cursor, PATH_COMMAND_SIZE, "rpath"));
				break;
			case LC_BUILD_VERSION:
				this.#versions.push({
					isMac: cursor.u32("platform") === PLATFORM_MACOS,
					packed: cursor.u32("minos")
				});
				break;
			case LC_LOADFVMLIB: throw cursor.broken("LC_LOADFVMLIB, a kind of library that no system loads");
			case LC_MAIN: break;
			default: if (command >= LC_REQ_DYLD && !requiredAndHarmless.has(command)) throw cursor.broken(`cmd is 0x${command.toString(16)}, which dyld must understand and nobody here does`);
		}
	}
	#addSegment(command, cursor) {
		if (command === LC_SEGMENT_64 !== this.#header.encoding.wide) throw cursor.broken("LC_SEGMENT of the other word size");
		const name = readName$1(cursor, "segname");
		const address = cursor.word("vmaddr");
		const vmsize = cursor.word("vmsize");
		const offset = cursor.word("fileoff");
		const length = cursor.word("filesize");
		if (vmsize > 0n && length > vmsize) throw cursor.broken(`segment ${name} has filesize above vmsize`);
		requireRange(this.#source, {
			offset,
			length
		}, `segment ${name}`);
		cursor.u32("maxprot");
		const protection = cursor.u32("initprot");
		const isWritable = (protection & VM_PROT_WRITE) !== 0;
		const isExecutable = (protection & VM_PROT_EXECUTE) !== 0;
		const isMapped = length > 0n && vmsize > 0n;
		const sections = this.#parseSections(cursor);
		this.#segments.push({
			name,
			address,
			offset,
			length,
			isMapped,
			isWritable,
			isExecutable,
			sections
		});
	}
	#parseSections(cursor) {
		const size = this.#header.encoding.wide ? SECTION_SIZE.wide : SECTION_SIZE.narrow;
		const count = cursor.u32("nsects");
		cursor.u32("flags");
		if (count * size > cursor.remaining) throw cursor.broken(`nsects is ${count}, more than cmdsize has room for`);
		return Array.from({ length: count }, () => {
			const end = cursor.position + size;
			const name = readName$1(cursor, "sectname");
			cursor.bytes(NAME_SIZE, "segname");
			cursor.word("addr");
			const length = cursor.word("size");
			const offset = BigInt(cursor.u32("offset"));
			cursor.bytes(12, "reloff");
			const hasCode = (cursor.u32("flags") & S_ATTR_INSTRUCTIONS) !== 0;
			cursor.seek(end, "section");
			return {
				name,
				offset,
				length,
				hasCode
			};
		});
	}
	facts() {
		return {
			header: this.#header,
			dylinker: this.#dylinker,
			libraries: this.#libraries,
			rpaths: this.#rpaths,
			hasId: this.#seen.has(LC_ID_DYLIB),
			segments: this.#segments,
			hasEntry: this.#seen.has(LC_MAIN) || this.#seen.has(LC_UNIXTHREAD),
			setsEnvironment: this.#seen.has(LC_DYLD_ENVIRONMENT),
			minOs: formatVersion(this.#versions)
		};
	}
};
/** A `lc_str`: an offset from the start of the command to a string that ends inside of it. */
function readPath(cursor, headSize, field) {
	const offset = cursor.u32(`${field} offset`);
	const length = cursor.position + cursor.remaining;
	if (offset < headSize || offset >= length) throw cursor.broken(`${field} is outside its load command`);
	cursor.seek(offset, field);
	const bytes = cursor.bytes(length - offset, field);
	const end = stringLength(bytes);
	if (end === void 0) throw cursor.broken(`${field} does not end with NUL`);
	if (end === 0) throw cursor.broken(`${field} is empty`);
	if (end > MAX_PATH) throw cursor.broken(`${field} is longer than ${MAX_PATH} bytes`);
	return decodeText(bytes.subarray(0, end));
}
function readName$1(cursor, field) {
	const bytes = cursor.bytes(NAME_SIZE, field);
	return decodeText(bytes.subarray(0, stringLength(bytes) ?? NAME_SIZE));
}
function formatVersion(versions) {
	const mac = versions.filter((version) => version.isMac);
	const counting = mac.length > 0 ? mac : versions;
	if (counting.length === 0) return;
	const highest = Math.max(...counting.map((version) => version.packed));
	const [major, minor, patch] = [
		highest >>> 16,
		highest >>> 8 & 255,
		highest & 255
	];
	return patch === 0 ? `${major}.${minor}` : `${major}.${minor}.${patch}`;
}

// src/inspect/macho-header.ts
const machines$1 = [
	{
		code: 7,
		wide: false,
		littleEndian: true,
		name: "386"
	},
	{
		code: 16777223,
		wide: true,
		littleEndian: true,
		name: "amd64"
	},
	{
		code: 12,
		wide: false,
		littleEndian: true,
		name: "arm"
	},
	{
		code: 16777228,
		wide: true,
		littleEndian: true,
		name: "arm64"
	},
	{
		code: 18,
		wide: false,
		littleEndian: false,
		name: "ppc"
	},
	{
		code: 16777234,
		wide: true,
		littleEndian: false,
		name: "ppc64"
	}
];
const closerNames = {
	"amd64/8": "x86_64h",
	"arm64/2": "arm64e"
};
const MH_MAGIC = 4277009102;
const MH_MAGIC_64 = 4277009103;
const HEADER_SIZE = {
	wide: 32n,
	narrow: 28n
};
const FILETYPE_OFFSET = 12;
/** Also what LIEF takes; real files have a few dozen. */
const MAX_COMMANDS = 65535;
const fileTypes = {
	2: "EXECUTE",
	6: "DYLIB",
	8: "BUNDLE"
};
const otherFileTypes = {
	1: "relocatable object file (MH_OBJECT)",
	3: "fixed VM shared library (MH_FVMLIB)",
	4: "core dump (MH_CORE)",
	5: "firmware or kernel image that no loader starts (MH_PRELOAD)",
	7: "dynamic linker (MH_DYLINKER)",
	9: "stub of a library to link with (MH_DYLIB_STUB)",
	10: "debug symbols (MH_DSYM)",
	11: "kernel extension (MH_KEXT_BUNDLE)",
	12: "set of kernel images (MH_FILESET)"
};
/** A file that begins with a Mach-O magic -> its header. */
function parseMachHeader(source) {
	const encoding = parseEncoding(source);
	const size = encoding.wide ? HEADER_SIZE.wide : HEADER_SIZE.narrow;
	const cursor = new Cursor(readRange(source, {
		offset: 0n,
		length: size
	}, "mach_header"), 0, encoding);
	cursor.u32("magic");
	const cpuType = cursor.u32("cputype");
	const machine = machines$1.find((each) => each.code === cpuType);
	if (machine === void 0) throw cursor.broken(`cputype is ${cpuType}, which Go does not build for`);
	if (machine.wide !== encoding.wide || machine.littleEndian !== encoding.littleEndian) throw cursor.broken(`the magic does not go with cputype ${cpuType}`);
	cursor.u32("cpusubtype");
	const fileType = checkFileType(cursor.u32("filetype"));
	const count = cursor.u32("ncmds");
	if (count > MAX_COMMANDS) throw cursor.broken(`ncmds is ${count}, above ${MAX_COMMANDS}`);
	const commands = {
		offset: size,
		length: BigInt(cursor.u32("sizeofcmds")),
		count
	};
	requireRange(source, commands, "load commands");
	return {
		encoding,
		machine: machine.name,
		cpuType,
		fileType,
		commands
	};
}
function parseEncoding(source) {
	const bytes = readRange(source, {
		offset: 0n,
		length: 4n
	}, "magic");
	for (const littleEndian of [true, false]) {
		const magic = new Cursor(bytes, 0, {
			littleEndian,
			wide: false
		}).u32("magic");
		if (magic === MH_MAGIC || magic === MH_MAGIC_64) return {
			littleEndian,
			wide: magic === MH_MAGIC_64
		};
	}
	throw new FormatError("not a Mach-O magic", 0);
}
function checkFileType(type) {
	const known = fileTypes[type];
	if (known === void 0) {
		const what = otherFileTypes[type] ?? `filetype is ${type}`;
		throw new FormatError(`${what}, neither a program nor a library`, FILETYPE_OFFSET);
	}
	return known;
}
const FAT_MAGIC = 3405691582;
const FAT_MAGIC_64 = 3405691583;
const FAT_HEADER_SIZE = 8n;
const FAT_ARCH_SIZE = {
	wide: 32,
	narrow: 20
};
const MAX_SLICES = 64;
/** Of 2^15 bytes: what lld, cctools and LLVM agree on. */
const MAX_ALIGN = 15;
/** Whether a file is universal: only then has it slices. */
function isFat(source) {
	const magic = fatCursor(source, {
		offset: 0n,
		length: 4n
	}, false).u32("magic");
	return magic === FAT_MAGIC || magic === FAT_MAGIC_64;
}
/** A universal file -> its slices, each with room of its own inside the file. */
function parseFatHeader(source) {
	const header = fatCursor(source, {
		offset: 0n,
		length: FAT_HEADER_SIZE
	}, false);
	const wide = header.u32("magic") === FAT_MAGIC_64;
	const count = header.u32("nfat_arch");
	if (count === 0) throw header.broken("nfat_arch is 0: there is nothing to start");
	if (count > MAX_SLICES) throw header.broken(`nfat_arch is ${count}, above ${MAX_SLICES}`);
	const length = BigInt(count * (wide ? FAT_ARCH_SIZE.wide : FAT_ARCH_SIZE.narrow));
	const cursor = fatCursor(source, {
		offset: FAT_HEADER_SIZE,
		length
	}, wide);
	const slices = Array.from({ length: count }, () => parseSlice(cursor, wide));
	for (const slice of slices) {
		if (slice.offset < FAT_HEADER_SIZE + length) throw new FormatError(`${slice.name} slice begins inside the fat header`, slice.entryOffset);
		requireRange(source, {
			offset: slice.offset,
			length: slice.size
		}, `${slice.name} slice`);
	}
	refuseConflicts(slices);
	return slices;
}
function fatCursor(source, range, wide) {
	return new Cursor(readRange(source, range, "fat header"), Number(range.offset), {
		littleEndian: false,
		wide
	});
}
function parseSlice(cursor, wide) {
	const entryOffset = Number(FAT_HEADER_SIZE) + cursor.position;
	const cpuType = cursor.u32("cputype");
	const subType = cursor.u32("cpusubtype") & 16777215;
	const offset = cursor.word("offset");
	const size = cursor.word("size");
	const align = cursor.u32("align");
	if (align > MAX_ALIGN) throw cursor.broken(`align is ${align}, above ${MAX_ALIGN}`);
	if (offset % (1n << BigInt(align)) !== 0n) throw cursor.broken(`a slice is not at a multiple of its align, 2^${align}`);
	if (wide) cursor.u32("reserved");
	const machine = machines$1.find((each) => each.code === cpuType)?.name ?? null;
	return {
		name: closerNames[`${machine ?? ""}/${subType}`] ?? machine ?? `cputype ${cpuType}`,
		machine,
		cpuType,
		offset,
		size,
		entryOffset
	};
}
function refuseConflicts(slices) {
	const names = /* @__PURE__ */ new Set();
	for (const slice of slices) {
		if (names.has(slice.name)) throw new FormatError(`more than one ${slice.name} slice`, slice.entryOffset);
		names.add(slice.name);
	}
	const inOrder = slices.toSorted((a, b) => Number(a.offset - b.offset));
	inOrder.forEach((slice, index) => {
		const next = inOrder[index + 1];
		if (next !== void 0 && slice.offset + slice.size > next.offset) throw new FormatError(`${slice.name} slice overlaps ${next.name} slice`, next.entryOffset);
	});
}

// src/inspect/apple-libraries.ts
/**
* What macOS brings along. Most of these files exist in dyld's shared cache alone, so the names are all there is to go by: those of the
* stubs (.tbd) in Xcode's SDKs for macOS 10.6 to 11.3, the frameworks that Apple documents as new in macOS 12 to 15, and what Go's
* runtime and standard library import (cgo_import_dynamic, Go 1.26). Without what Apple has taken out: Python, stubs that were never on
* a Mac for sale, and libraries that only Apple's own tools have.
*/
function words(text) {
	return new Set(text.trim().split(/\s+/));
}
/** In /usr/lib, without ".dylib". */
const libraries = words(`
  libAppleArchive libBSDPClient.A libCoreStorage libDHCPServer.A libDiagnosticMessagesClient libEndpointSecurity libIOReport
  libMatch.1 libMobileGestalt libSystem.B libSystem libUniversalAccess libXplugin.1 libapple_nghttp2 libapr-1.0 libapr-1
  libaprutil-1.0 libarchive.2 libate libauditd.0 libauto libbsm.0 libbsm libbz2.1.0 libc++.1 libc++abi libcharset.1 libcmph
  libcompression libcoretls libcoretls_cfhelpers libcups.2 libcupsimage.2 libcurl.3 libcurl.4 libdns_services libdtrace libedit.2
  libedit.3 libexpat.1 libexslt.0 libffi libffi-trampolines libform.5.4 libgcc_s.1 libgmalloc libhunspell-1.2.0.0.0 libiconv.2
  libicucore.A libiodbc.2 libiodbcinst.2 libipsec.A liblzma.5 libmecab.1.0.0 libmenu.5.4 libmx.A libncurses.5.4 libncurses.5
  libnetsnmp.15.1.2 libnetsnmp.25 libnetwork libobjc.A libodfde libpam.1 libpam.2 libpanel.5.4 libpcap.A libpcre.0 libpcreposix.0
  libpmenergy libpmsample libprequelite libproc libresolv.9 libresolv.9.9 libsandbox.1 libsasl2.2 libspindump
  libsqlite3 libsqlite3.0 libstdc++.6 libstdc++.6.0.9 libtidy.A libusrtcp libutil libutil1.0 libxar.1 libxcselect libxml2.2
  libxslt.1 libz.1 libz`);
/** In /usr/lib/system: what libSystem is made of. */
const systemLibraries = words(`
  libcache libcommonCrypto libcompiler_rt libcopyfile libcorecrypto libdispatch libdyld libkeymgr liblaunch libmacho libmathCommon.A
  libquarantine libremovefile libsystem_asl libsystem_blocks libsystem_c libsystem_collections libsystem_configuration
  libsystem_containermanager libsystem_coreservices libsystem_darwin libsystem_dnssd libsystem_eligibility libsystem_featureflags
  libsystem_info libsystem_kernel libsystem_m libsystem_malloc libsystem_networkextension libsystem_notify libsystem_platform
  libsystem_product_info_filter libsystem_pthread libsystem_sandbox libsystem_sanitizers libsystem_secinit libsystem_symptoms
  libsystem_trace libunc libunwind libxpc`);
/** In /usr/lib/swift, without "libswift" and ".dylib": since macOS 10.14.4, and the rest later. */
const swiftLibraries = words(`
  AVFoundation Accelerate AppKit AppleArchive CallKit CloudKit Compression Contacts Core CoreAudio CoreData CoreFoundation CoreGraphics
  CoreImage CoreLocation CoreMIDI CoreML CoreMedia CreateML CryptoTokenKit Darwin Demangle Dispatch Distributed FileProvider Foundation
  GLKit GameplayKit IOKit Intents MLCompute MapKit Metal MetalKit MetricKit ModelIO NaturalLanguage NearbyInteraction Network OSLog
  ObjectiveC Observation OpenCL PencilKit Photos QuartzCore RegexBuilder RemoteMirror SafariServices SceneKit Speech SpriteKit
  SwiftOnoneSupport Synchronization System System_Foundation UniformTypeIdentifiers Virtualization Vision WebKit XPC _Builtin_float
  _Concurrency _StringProcessing _errno _math _signal _stdio _time os simd sys_time unistd`);
/** In /System/Library/Frameworks. */
const frameworks = words(`
  AGL AVFAudio AVFoundation AVKit AVRouting Accelerate Accessibility Accounts AdServices AdSupport AddressBook AppIntents AppKit
  AppTrackingTransparency AppleScriptKit AppleScriptObjC ApplicationServices AudioToolbox AudioUnit AudioVideoBridging
  AuthenticationServices AutomaticAssessmentConfiguration Automator BackgroundAssets BackgroundTasks BrowserEngineKit BusinessChat
  CFNetwork CalendarStore CallKit Carbon Charts Cinematic ClassKit CloudKit Cocoa Collaboration ColorSync Combine Contacts ContactsUI
  CoreAudio CoreAudioKit CoreAudioTypes CoreBluetooth CoreData CoreDisplay CoreFoundation CoreGraphics CoreHID CoreHaptics CoreImage
  CoreLocation CoreLocationUI CoreMIDI CoreMIDIServer CoreML CoreMedia CoreMediaIO CoreMotion CoreServices CoreSpotlight CoreTelephony
  CoreText CoreTransferable CoreVideo CoreWLAN CreateML CreateMLComponents CryptoKit CryptoTokenKit DVDPlayback DataDetection
  DeveloperToolsSupport DeviceActivity DeviceCheck DeviceDiscoveryExtension DirectoryService DiscRecording DiscRecordingUI
  DiskArbitration DockKit DriverKit EventKit ExceptionHandling ExecutionPolicy ExtensionFoundation ExtensionKit ExternalAccessory
  FSKit FWAUserLib FamilyControls FileProvider FileProviderUI FinderSync ForceFeedback Foundation GLKit GLUT GSS GameController GameKit
  GameplayKit GroupActivities HealthKit Hypervisor ICADevices IMServicePlugIn IOBluetooth IOBluetoothUI IOKit IOSurface IOUSBHost
  IdentityLookup ImageCaptureCore ImageIO ImagePlayground InputMethodKit InstallerPlugins InstantMessage Intents IntentsUI
  JavaNativeFoundation JavaRuntimeSupport JavaScriptCore JavaVM Kerberos Kernel KernelManagement LDAP LatentSemanticMapping
  LinkPresentation LocalAuthentication LocalAuthenticationEmbeddedUI MLCompute MailKit ManagedAppDistribution ManagedSettings MapKit
  MatterSupport MediaAccessibility MediaExtension MediaLibrary MediaPlayer MediaToolbox Message Metal MetalFX MetalKit
  MetalPerformanceShaders MetalPerformanceShadersGraph MetricKit ModelIO MultipeerConnectivity NaturalLanguage NearbyInteraction NetFS
  Network NetworkExtension NotificationCenter OSAKit OSLog OpenAL OpenCL OpenDirectory OpenGL OpenScripting PCSC PDFKit PHASE
  ParavirtualizedGraphics PassKit PencilKit Photos PhotosUI PreferencePanes ProximityReader PushKit PushToTalk QTKit Quartz QuartzCore
  QuickLook QuickLookThumbnailing QuickLookUI QuickTime RealityFoundation RealityKit ReplayKit Ruby SafariServices SafetyKit SceneKit
  ScreenCaptureKit ScreenSaver ScreenTime ScriptingBridge SecureElementCredential Security SecurityFoundation SecurityInterface
  SecurityUI SensitiveContentAnalysis SensorKit ServiceManagement SharedWithYou SharedWithYouCore ShazamKit Social SoundAnalysis Speech
  SpriteKit StickerKit StoreKit SwiftData SwiftUI SwiftUICore Symbols SyncServices System SystemConfiguration SystemExtensions TWAIN
  TabularData Tcl ThreadNetwork TipKit Tk Translation UniformTypeIdentifiers UserNotifications UserNotificationsUI
  VideoDecodeAcceleration VideoSubscriberAccount VideoToolbox Virtualization Vision VisionKit WeatherKit WebKit WidgetKit iTunesLibrary
  simd vecLib vmnet`);
/** Frameworks inside of a framework, and libraries in them. */
const parts = {
	Accelerate: words("vImage vecLib libBLAS libBNNS libLAPACK libLinearAlgebra libQuadrature libSparse libSparseBLAS libvDSP libvMisc"),
	ApplicationServices: words("ATS ATSUI ColorSync ColorSyncLegacy CoreGraphics CoreText HIServices ImageIO LangAnalysis PrintCore QD SpeechSynthesis"),
	Carbon: words("CarbonSound CommonPanels HIToolbox Help ImageCapture Ink NavigationServices OpenScripting Print SecurityHI SpeechRecognition"),
	CoreServices: words("AE CarbonCore DictionaryServices FSEvents LaunchServices Metadata OSServices SearchKit SharedFileList"),
	OpenGL: words("libGL libGLImage libGLU libGLProgrammability"),
	Quartz: words("ImageKit PDFKit QuartzComposer QuartzFilters QuickLookUI"),
	WebKit: words("WebCore WebKitLegacy")
};
/** In /System/Library/PrivateFrameworks: promised to nobody, and there all the same in every release since 10.15. */
const privateFrameworks = words("Apple80211 CoreSymbolication DisplayServices MediaRemote MultitouchSupport SkyLight login");
const version = "(?:Versions/[^/]+/)?";
const framework = new RegExp(`^/System/Library/(Private)?Frameworks/([^/]+)\\.framework/${version}([^/]+)$`, "u");
const part = new RegExp(`^/System/Library/Frameworks/([^/]+)\\.framework/${version}(?:Frameworks|Libraries)/(?:[^/]+\\.framework/${version})?([^/]+)$`, "u");
const folders = {
	"/usr/lib": (name) => libraries.has(name),
	"/usr/lib/system": (name) => systemLibraries.has(name),
	"/usr/lib/swift": (name) => name.startsWith("libswift") && swiftLibraries.has(name.slice(8))
};
/** A path that a program names -> whether macOS has that library. A folder is not enough: nobody can put a file of his own there. */
function isAppleLibrary(path) {
	const [, folder = "", name = ""] = /^(.*)\/([^/]+)\.dylib$/u.exec(path) ?? [];
	return folders[folder]?.(name) === true || isFramework(path) || isPart(path);
}
function isFramework(path) {
	const [, isPrivate, name = "", file = ""] = framework.exec(path) ?? [];
	return name !== "" && name === file && (isPrivate === void 0 ? frameworks : privateFrameworks).has(name);
}
function isPart(path) {
	const [, whole = "", file = ""] = part.exec(path) ?? [];
	return Object.hasOwn(parts, whole) && parts[whole]?.has(file.replace(/\.dylib$/u, "")) === true;
}

// src/inspect/macho.ts
/** A file that begins with a Mach-O or fat magic -> its header. */
function parseMachFile(source) {
	if (!isFat(source)) {
		const header = parseMachHeader(source);
		return {
			machine: header.machine,
			slices: [],
			content: header
		};
	}
	const content = parseFatHeader(source);
	const slices = content.map(({ machine }) => machine).filter((machine) => machine !== null);
	return {
		machine: content.length === 1 ? slices[0] ?? null : null,
		slices: Array.from(new Set(slices)),
		content
	};
}
/** Every image in the file is judged, and the worst speaks for it. */
function judgeMachFile(source, { content }) {
	return "encoding" in content ? judgeImage(source, content) : judgeSlices(source, content);
}
function judgeImage(source, header) {
	const facts = parseMachFacts(source, header);
	const packer = isNamedByUpx(facts) ? packed : findCompressedCode(source, facts.segments.flatMap(codeOf$1));
	return packer === void 0 ? {
		linkage: judge$1(facts),
		images: [goImageOfMach(source, facts)]
	} : {
		linkage: packer,
		images: []
	};
}
function isNamedByUpx({ segments }) {
	return segments.some(({ sections }) => sections.some(({ name }) => name.toLowerCase().startsWith("upx")));
}
/** The sections of a segment that say they hold code, and the whole of one where none does. */
function codeOf$1({ isExecutable, isMapped, offset, length, sections }) {
	if (!isExecutable || !isMapped) return [];
	const end = offset + length;
	const code = sections.filter((each) => each.hasCode && each.offset >= offset && each.offset + each.length <= end);
	return code.length > 0 ? code : [{
		offset,
		length
	}];
}
function judge$1(facts) {
	const linkage = {
		...notExecutable,
		interpreter: facts.dylinker ?? null,
		needed: facts.libraries,
		runpath: facts.rpaths,
		minOs: facts.minOs ?? null
	};
	if (facts.header.fileType !== "EXECUTE") return {
		...linkage,
		kind: "library"
	};
	const broken = findBrokenRule$1(facts);
	return broken === void 0 ? {
		...linkage,
		kind: isSystem(facts) ? "system" : "dynamic"
	} : makeUnreadable(broken);
}
function findBrokenRule$1(facts) {
	if (facts.hasId) return "MH_EXECUTE with LC_ID_DYLIB: it calls itself a program and a library";
	if (!facts.segments.some((segment) => segment.isMapped)) return "MH_EXECUTE without a segment that has bytes: there is nothing to start";
	if (!facts.hasEntry) return "MH_EXECUTE with neither LC_MAIN nor LC_UNIXTHREAD: it does not say where it starts";
	if (facts.dylinker === void 0) return facts.libraries.length === 0 ? "MH_EXECUTE without LC_LOAD_DYLINKER: macOS supports no static programs" : "MH_EXECUTE with libraries and without LC_LOAD_DYLINKER: nothing loads them";
	if (facts.libraries.length === 0) return "MH_EXECUTE with LC_LOAD_DYLINKER and without libraries: dyld starts nothing without libSystem";
}
function isSystem(facts) {
	return facts.dylinker === "/usr/lib/dyld" && !facts.setsEnvironment && facts.libraries.every(isAppleLibrary);
}
/** The best first. */
const order = [
	"system",
	"library",
	"dynamic",
	"packed",
	"unreadable"
];
function judgeSlices(source, slices) {
	const judged = slices.map((slice) => ({
		slice,
		...judgeSlice(source, slice)
	}));
	const badness = ({ linkage }) => order.indexOf(linkage.kind);
	const worst = judged.reduce((worse, each) => badness(each) > badness(worse) ? each : worse);
	const differ = new Set(judged.map(({ linkage }) => JSON.stringify({
		...linkage,
		minOs: null
	}))).size > 1;
	const others = judged.filter((each) => each !== worst);
	return {
		linkage: differ ? nameSlice(worst) : {
			...worst.linkage,
			minOs: findNewest(judged)
		},
		images: [worst, ...others].flatMap(({ images }) => images)
	};
}
function nameSlice({ slice, linkage }) {
	return {
		...linkage,
		reason: linkage.reason && `${slice.name} slice: ${linkage.reason}`,
		needed: linkage.needed.map((library) => `${library} (${slice.name} slice)`)
	};
}
function findNewest(judged) {
	const versions = judged.map(({ linkage }) => linkage.minOs).filter((version) => version !== null);
	const rank = (version) => version.split(".").map((part) => part.padStart(5, "0")).join(".");
	return versions.toSorted((a, b) => rank(a) < rank(b) ? -1 : 1).at(-1) ?? null;
}
function judgeSlice(source, slice) {
	try {
		const part = partOf(source, slice);
		const found = detect(part);
		if (found.kind !== "macho" || isFat(part)) throw new FormatError(`${found.what} where a Mach-O image should be`, 0);
		const header = parseMachHeader(part);
		if (header.cpuType !== slice.cpuType) throw new FormatError(`the fat header says ${slice.name}, the image ${header.machine}`, 0);
		return judgeImage(part, header);
	} catch (thrown) {
		if (thrown instanceof FormatError) {
			const { message } = new FormatError(thrown.rule, Number(slice.offset) + thrown.offset);
			return {
				linkage: makeUnreadable(message),
				images: []
			};
		}
		throw thrown;
	}
}
function partOf(source, { offset, size }) {
	const start = Number(offset);
	const length = Number(size);
	return {
		size: length,
		read: (at, count) => source.read(start + at, Math.max(0, Math.min(count, length - at)))
	};
}

// src/inspect/zip.ts
const END = new Pattern("PK");
const LOCAL = new Pattern("PK");
const END_SIZE = 22;
const ENTRY = 33639248;
const ENTRY_SIZE = 46;
const MAX_LIST = 16777216;
const UNIX = 3;
const S_IFMT = 61440;
const S_IFREG = 32768;
const ANY_EXECUTE = 73;
const programName = /\.(?:exe|dll|so(?:\.[\d.]+)?|dylib|jar|node|pyc?|rb|sh|AppImage)$/i;
const littleEndian$1 = {
	littleEndian: true,
	wide: false
};
/** Whether the zip archive at the end of a file holds a program; undefined when there is no archive behind `start`. */
function hasProgram(source, start) {
	const list = readList(source, start);
	if (list === void 0) return void 0;
	if (list === "unreadable") return true;
	return list.some(({ name, mode }) => isExecutable(mode) || programName.test(name));
}
function isExecutable(mode) {
	return ((mode & S_IFMT) === S_IFREG || (mode & S_IFMT) === 0) && (mode & ANY_EXECUTE) !== 0;
}
function readList(source, start) {
	const size = BigInt(source.size);
	const from = size - BigInt(65557) > start ? size - BigInt(65557) : start;
	const tail = readRange(source, {
		offset: from,
		length: size - from
	}, "zip archive");
	const at = findEnd(tail);
	if (at === void 0) return startsLocal(source, start) ? "unreadable" : void 0;
	try {
		const end = new Cursor(tail.subarray(at), 0, littleEndian$1);
		end.seek(10, "zip archive");
		const count = end.u16("entries");
		const length = end.u32("size");
		const offset = from + BigInt(at) - BigInt(length);
		if (length > MAX_LIST || offset < start) return "unreadable";
		return readMembers(readRange(source, {
			offset,
			length: BigInt(length)
		}, "zip list"), count);
	} catch (thrown) {
		if (thrown instanceof FormatError) return "unreadable";
		throw thrown;
	}
}
function startsLocal(source, start) {
	const length = BigInt(LOCAL.bytes.length);
	return start + length <= BigInt(source.size) && LOCAL.indexIn(readRange(source, {
		offset: start,
		length
	}, "zip")) === 0;
}
/** The last mark whose comment reaches to the end of the file. */
function findEnd(tail) {
	let found;
	for (let at = END.indexIn(tail); at !== -1; at = END.indexIn(tail, at + 1)) {
		const comment = (tail[at + 20] ?? 0) + 256 * (tail[at + 21] ?? 0);
		if (at + END_SIZE + comment === tail.length) found = at;
	}
	return found;
}
function readMembers(bytes, count) {
	const cursor = new Cursor(bytes, 0, littleEndian$1);
	return Array.from({ length: count }, () => {
		const start = cursor.position;
		if (cursor.u32("entry") !== ENTRY) throw cursor.broken("not an entry of a zip archive");
		cursor.u8("version");
		const system = cursor.u8("system");
		cursor.seek(start + 28, "name length");
		const name = cursor.u16("name length");
		const rest = cursor.u16("extra length") + cursor.u16("comment length");
		cursor.seek(start + 38, "attributes");
		const mode = cursor.u32("attributes") >>> 16;
		cursor.seek(start + ENTRY_SIZE, "name");
		const text = decodeText(cursor.bytes(name, "name"));
		cursor.seek(cursor.position + rest, "entry");
		return {
			name: text,
			mode: system === UNIX ? mode : 0
		};
	});
}

// src/inspect/payload.ts
function magic(text, what, holds = "unknown") {
	return {
		pattern: new Pattern(text),
		at: 0,
		what,
		holds
	};
}
const magics = [
	magic("hsqs", "squashfs image", "program"),
	magic("sqsh", "squashfs image", "program"),
	magic("DWARFS", "DwarFS image", "program"),
	{
		...magic("âáõà", "EROFS image", "program"),
		at: 1024
	},
	{
		...magic("CD001", "ISO 9660 image", "program"),
		at: 32769
	},
	magic("ELF", "second ELF file", "program"),
	magic("7z¼¯'", "7-Zip archive"),
	magic("ý7zXZ\0", "xz archive"),
	magic("(µ/ý", "zstd archive"),
	magic("\b", "gzip archive"),
	magic("\"M", "lz4 archive"),
	magic("BZh9", "bzip2 archive"),
	{
		...magic("ustar", "tar archive"),
		at: 257
	},
	magic("070701", "cpio archive")
];
/** What programs that start something of their own look for at their end. */
const trailers = [
	magic("MEI\f\v\n\v", "PyInstaller archive", "program"),
	magic("d3n0l4nd", "program for Deno", "program"),
	magic("<nexe~~sentinel>", "program for Node.js", "program"),
	magic("---- Bun! ----", "program for Bun", "program"),
	magic("CAXACAXACAXA", "program for Node.js", "program")
];
/** AppImage specification, "Type 1" and "Type 2 image format": in what is padding of e_ident elsewhere. */
const appImage = [new Pattern("AI"), new Pattern("AI")];
const APPIMAGE_OFFSET = 8n;
/** A packer may put a few words of its own in front of what it appends. */
const WINDOW = 4096n;
const TRAILER = 4096n;
const LONGEST_MAGIC = 16n;
/** What is in a file that no segment loads: behind its end, or in a section. undefined: nothing that is known to hold programs. */
function findPayload(source, facts, sections) {
	if (appImage.some((mark) => startsWith(source, APPIMAGE_OFFSET, mark))) return {
		what: "AppImage",
		holds: "program"
	};
	const end = endOf(facts, sections ?? []);
	return (end < BigInt(source.size) ? findBehind(source, end) : void 0) ?? findInSections(source, facts, sections ?? []);
}
/** What starts other programs in Go: os/exec and package syscall both go through one of them. */
const starters = [
	new Pattern("\0syscall.Exec\0"),
	new Pattern("\0syscall.forkExec\0"),
	new Pattern("\0syscall.StartProcess\0")
];
/**
* Whether a file is a container for what it carries, and not the program that its headers describe. One that reads templates from a
* zip archive that was appended to it is itself what ships, and the archive's list says so. Where nobody can see what is inside, a Go
* program is a container when it is able to start another one (functions that nothing reaches are not linked), and anything else is
* taken for the stub that somebody put in front of his program.
*/
function isContainer(source, payload, go) {
	if (payload.holds !== "unknown") return payload.holds === "program";
	if (go?.functionNames === void 0) return true;
	for (const { bytes } of readChunks(source, [go.functionNames], "Go function names")) if (starters.some((pattern) => pattern.indexIn(bytes) !== -1)) return true;
	return false;
}
function endOf({ header, loads }, sections) {
	const { programHeaders, sectionHeaders } = header;
	const table = ({ offset, entrySize, count }) => count === 0 ? 0n : offset + BigInt(entrySize * count);
	const filled = sections.filter(({ type }) => type !== 8);
	return [
		...[...rangesOf(loads), ...filled].map(({ offset, length }) => offset + length),
		table(programHeaders),
		...sections.length > 0 ? [table(sectionHeaders)] : []
	].reduce((latest, each) => each > latest ? each : latest, 0n);
}
function findBehind(source, end) {
	const size = BigInt(source.size);
	const zip = hasProgram(source, end);
	if (zip !== void 0) return {
		what: "zip archive",
		holds: zip ? "program" : "data"
	};
	const head = readRange(source, {
		offset: end,
		length: min(size - end, WINDOW)
	}, "appended data");
	const first = head.findIndex((byte) => byte !== 0);
	const trailer = readRange(source, {
		offset: end > size - TRAILER ? end : size - TRAILER,
		length: min(size - end, TRAILER)
	}, "appended data");
	const found = trailers.find(({ pattern }) => pattern.indexIn(trailer) !== -1 || pattern.indexIn(head) !== -1) ?? findMagic(source, end + BigInt(Math.max(0, first))) ?? findMagic(source, end) ?? findWithin(head);
	return found && {
		what: found.what,
		holds: found.holds
	};
}
/** Right at a place. */
function findMagic(source, offset) {
	return magics.find(({ pattern, at }) => startsWith(source, offset + BigInt(at), pattern));
}
/** Anywhere in the window: of what is long enough not to be there by chance. */
function findWithin(bytes) {
	return magics.find(({ pattern, at }) => at === 0 && pattern.bytes.length >= 4 && pattern.indexIn(bytes) !== -1);
}
/** Symbols for debuggers, as Fedora compresses them. */
const debugSymbols = ".gnu_debugdata";
function findInSections(source, { loads }, sections) {
	const loaded = rangesOf(loads);
	const isLoaded = ({ offset }) => loaded.some((each) => offset >= each.offset && offset < each.offset + each.length);
	const others = sections.filter((each) => each.length > LONGEST_MAGIC && each.type !== 8 && each.name !== debugSymbols && !isLoaded(each));
	for (const section of others) {
		const found = findMagic(source, section.offset);
		if (found !== void 0) return {
			what: `${found.what} in section ${section.name}`,
			holds: found.holds
		};
	}
}
function startsWith(source, offset, pattern) {
	const length = BigInt(pattern.bytes.length);
	if (offset + length > BigInt(source.size)) return false;
	return pattern.indexIn(readRange(source, {
		offset,
		length
	}, "magic")) === 0;
}

// src/inspect/start-needs.ts
/** The facts of a program or library → what it asks of the system that starts it, beside its loader and its libraries. */
function startNeedsOf({ dynamic, loads, notes }) {
	const smallest = loads.filter(({ filesz }) => filesz > 0n).map(({ align }) => align).reduce((least, align) => least === null || align < least ? align : least, null);
	return {
		versions: dynamic === void 0 ? [] : neededVersions(dynamic),
		unversioned: dynamic === void 0 ? [] : unversionedSymbols(dynamic),
		bindNow: dynamic?.bindNow ?? false,
		pageSize: smallest === null ? null : Number(smallest < 4096n ? SMALLEST_PAGE : smallest),
		isaLevel: levelOf(notes.isaNeeded)
	};
}
function neededVersions({ versionNeeds, undefinedSymbols = [] }) {
	const symbols = /* @__PURE__ */ new Map();
	for (const { name, version } of undefinedSymbols) {
		const names = symbols.get(version);
		if (names === void 0) symbols.set(version, [name]);
		else names.push(name);
	}
	return versionNeeds.flatMap(({ library, versions }) => versions.map(({ name, weak, index }) => {
		return {
			library,
			name,
			weak,
			symbols: [...new Set(symbols.get(index))].toSorted()
		};
	}));
}
/** Of a file without DT_VERSYM all symbols are without a version: `version` is 0 then, as for 1, which stands for none. */
function unversionedSymbols({ undefinedSymbols = [] }) {
	const names = undefinedSymbols.filter(({ weak, version }) => !weak && version <= 1).map(({ name }) => name);
	return [...new Set(names)].toSorted();
}
/** The bits of GNU_PROPERTY_X86_ISA_1_NEEDED stand for the levels of the x86-64 psABI, the lowest for what all processors can do. */
function levelOf(isaNeeded) {
	if ((isaNeeded & 8) !== 0) return "v4";
	if ((isaNeeded & 4) !== 0) return "v3";
	return (isaNeeded & 2) !== 0 ? "v2" : null;
}

// src/inspect/pe-header.ts
const littleEndian = {
	littleEndian: true,
	wide: false
};
const E_LFANEW = 60;
const SIGNATURE_SIZE = 4;
const COFF_HEADER_SIZE = 20;
const SECTION_HEADER_SIZE = 40;
const IMAGE_FILE_EXECUTABLE_IMAGE = 2;
const IMAGE_FILE_SYSTEM = 4096;
const IMAGE_FILE_DLL = 8192;
const IMAGE_SCN_MEM_DISCARDABLE = 33554432;
/** IMAGE_SCN_CNT_INITIALIZED_DATA, IMAGE_SCN_MEM_READ, IMAGE_SCN_MEM_WRITE. */
const WRITABLE_DATA = 3221225536;
const IMAGE_SCN_MEM_EXECUTE = 536870912;
const PE32 = 267;
const PE32_PLUS = 523;
const MAX_DIRECTORIES = 16;
const DIRECTORY_SIZE = 8;
/** The loader takes no more. */
const MAX_SECTIONS = 96;
const PAGE = 4096;
/** The loader rounds PointerToRawData down to it, whatever FileAlignment says. */
const SECTOR = 512;
const machines = [
	{
		code: 332,
		name: "386",
		magic: PE32
	},
	{
		code: 452,
		name: "arm",
		magic: PE32
	},
	{
		code: 34404,
		name: "amd64",
		magic: PE32_PLUS
	},
	{
		code: 43620,
		name: "arm64",
		magic: PE32_PLUS
	}
];
/** A file that begins with "MZ" and has a PE signature -> its headers. */
function parsePeHeader(source) {
	const coffOffset = new Cursor(readRange(source, {
		offset: BigInt(E_LFANEW),
		length: 4n
	}, "e_lfanew"), E_LFANEW, littleEndian).u32("e_lfanew") + SIGNATURE_SIZE;
	const coff = cursorAt(source, coffOffset, {
		length: COFF_HEADER_SIZE,
		field: "COFF file header"
	});
	const code = coff.u16("Machine");
	const machine = machines.find((each) => each.code === code);
	if (machine === void 0) throw coff.broken(`Machine is 0x${code.toString(16)}, which Go does not build for`);
	const sectionCount = coff.u16("NumberOfSections");
	if (sectionCount === 0 || sectionCount > MAX_SECTIONS) throw coff.broken(`NumberOfSections is ${sectionCount}, not 1 to ${MAX_SECTIONS}`);
	coff.bytes(12, "symbol table");
	const optionalSize = coff.u16("SizeOfOptionalHeader");
	const characteristics = coff.u16("Characteristics");
	if ((characteristics & IMAGE_FILE_EXECUTABLE_IMAGE) === 0) throw coff.broken("IMAGE_FILE_EXECUTABLE_IMAGE is not set: an object file, or a failed link");
	if ((characteristics & IMAGE_FILE_SYSTEM) !== 0) throw coff.broken("IMAGE_FILE_SYSTEM is set: a driver, not a program");
	const optionalOffset = coffOffset + COFF_HEADER_SIZE;
	const optional = parseOptionalHeader(cursorAt(source, optionalOffset, {
		length: optionalSize,
		field: "optional header"
	}), machine);
	return {
		machine: machine.name,
		isLibrary: (characteristics & IMAGE_FILE_DLL) !== 0,
		...optional,
		sections: parseSections(source, optionalOffset + optionalSize, sectionCount)
	};
}
function cursorAt(source, offset, { length, field }) {
	const range = {
		offset: BigInt(offset),
		length: BigInt(length)
	};
	return new Cursor(readRange(source, range, field), offset, littleEndian);
}
function parseOptionalHeader(cursor, machine) {
	const magic = cursor.u16("Magic");
	if (magic !== machine.magic) throw cursor.broken(`Magic is 0x${magic.toString(16)}, which does not go with machine ${machine.name}`);
	const wide = magic === PE32_PLUS;
	cursor.bytes(14, "sizes");
	const entry = cursor.u32("AddressOfEntryPoint");
	cursor.bytes(wide ? 4 : 8, "BaseOfCode and BaseOfData");
	const imageBase = wide ? cursor.u64("ImageBase") : BigInt(cursor.u32("ImageBase"));
	const alignment = cursor.u32("SectionAlignment");
	if (alignment < PAGE) throw cursor.broken(`SectionAlignment is ${alignment}, less than a page: sections do not say where bytes go`);
	cursor.u32("FileAlignment");
	cursor.bytes(8, "versions");
	const minOs = `${cursor.u16("MajorSubsystemVersion")}.${cursor.u16("MinorSubsystemVersion")}`;
	cursor.bytes(16, "Win32VersionValue to CheckSum");
	const subsystem = cursor.u16("Subsystem");
	cursor.u16("DllCharacteristics");
	cursor.bytes(wide ? 32 : 16, "stack and heap sizes");
	cursor.u32("LoaderFlags");
	const count = cursor.u32("NumberOfRvaAndSizes");
	if (count > MAX_DIRECTORIES) throw cursor.broken(`NumberOfRvaAndSizes is ${count}, above ${MAX_DIRECTORIES}`);
	if (count * DIRECTORY_SIZE > cursor.remaining) throw cursor.broken(`NumberOfRvaAndSizes is ${count}, more than SizeOfOptionalHeader has room for`);
	const directories = Array.from({ length: count }, () => ({
		address: cursor.u32("VirtualAddress"),
		size: cursor.u32("Size")
	}));
	return {
		encoding: {
			littleEndian: true,
			wide
		},
		entry,
		imageBase,
		subsystem,
		minOs,
		directories
	};
}
function parseSections(source, offset, count) {
	const cursor = cursorAt(source, offset, {
		length: count * SECTION_HEADER_SIZE,
		field: "section table"
	});
	const sections = [];
	for (let index = 0; index < count; index += 1) {
		const section = parseSection(cursor, offset + index * SECTION_HEADER_SIZE);
		const previous = sections.at(-1);
		if (previous !== void 0 && section.address < previous.address + previous.mappedSize) throw new FormatError("sections overlap, or are not in the order of their addresses", section.headerOffset);
		const range = {
			offset: BigInt(section.offset),
			length: BigInt(section.fileSize)
		};
		requireRange(source, range, `section ${section.name}`);
		sections.push(section);
	}
	return sections;
}
function parseSection(cursor, headerOffset) {
	const name = String.fromCharCode(...cursor.bytes(8, "section name")).replace(/\0.*$/s, "");
	const virtualSize = cursor.u32("VirtualSize");
	const address = cursor.u32("VirtualAddress");
	const rawSize = cursor.u32("SizeOfRawData");
	const offset = cursor.u32("PointerToRawData");
	if (rawSize > 0 && offset % SECTOR !== 0) throw cursor.broken(`PointerToRawData is ${offset}, not a multiple of ${SECTOR}: other bytes would be loaded`);
	cursor.bytes(12, "relocations and line numbers");
	const flags = cursor.u32("Characteristics");
	return {
		name,
		address,
		mappedSize: Math.ceil((virtualSize === 0 ? rawSize : virtualSize) / PAGE) * PAGE,
		offset,
		fileSize: rawSize,
		executable: (flags & IMAGE_SCN_MEM_EXECUTE) !== 0,
		isWritableData: (flags & -15728641) >>> 0 === WRITABLE_DATA,
		isDiscardable: (flags & IMAGE_SCN_MEM_DISCARDABLE) !== 0,
		headerOffset
	};
}
/** The section that an RVA is in, or undefined. */
function findSection(header, address) {
	return header.sections.find((each) => address >= each.address && address < each.address + each.mappedSize);
}
/** The memory from an RVA on, at most `length` bytes and never past its section: the file's bytes, then zeros. */
function readMemory(source, header, { address, length, field }) {
	const section = findSection(header, address);
	if (section === void 0) throw new FormatError(`${field} is in no section`, header.sections[0]?.headerOffset ?? 0);
	const skipped = address - section.address;
	const mapped = Math.min(length, section.mappedSize - skipped);
	const inFile = Math.max(0, Math.min(mapped, section.fileSize - skipped));
	const offset = section.offset + skipped;
	const memory = new Uint8Array(mapped);
	memory.set(readRange(source, {
		offset: min(BigInt(offset), BigInt(source.size)),
		length: BigInt(inFile)
	}, field));
	return new Cursor(memory, offset, littleEndian);
}

// src/inspect/pe-imports.ts
const IMPORT = 1;
const DELAY_IMPORT = 13;
const MAX_NAME = 255;
const tables = [{
	directory: IMPORT,
	name: "import table",
	entrySize: 20,
	readName: (cursor) => {
		cursor.bytes(12, "import directory entry");
		const name = cursor.u32("Name RVA");
		cursor.u32("Import Address Table RVA");
		return name;
	}
}, {
	directory: DELAY_IMPORT,
	name: "delay-load import table",
	entrySize: 32,
	readName: (cursor) => {
		const attributes = cursor.u32("Attributes");
		const name = cursor.u32("Name");
		cursor.bytes(24, "delay-load directory entry");
		if (name !== 0 && (attributes & 1) === 0) throw cursor.broken("delay-load directory entry with absolute addresses");
		return name;
	}
}];
/**
* The libraries that the import table and the delay-load import table name, each once, in the order of the file. As the
* loader reads them: up to the entry that ends the table, whatever size the directory gives.
*/
function parseImports(source, header) {
	const names = tables.flatMap((table) => parseTable(source, header, table));
	const seen = /* @__PURE__ */ new Set();
	return names.filter((name) => {
		const isNew = !seen.has(name.toLowerCase());
		seen.add(name.toLowerCase());
		return isNew;
	});
}
function parseTable(source, header, table) {
	const address = header.directories[table.directory]?.address ?? 0;
	if (address === 0) return [];
	const length = table.entrySize * 65537;
	const cursor = readMemory(source, header, {
		address,
		length,
		field: table.name
	});
	const names = [];
	while (cursor.remaining >= table.entrySize) {
		const nameAddress = table.readName(cursor);
		if (nameAddress === 0) return names;
		names.push(readName(source, header, {
			address: nameAddress,
			field: `name in the ${table.name}`
		}));
	}
	throw cursor.broken(`${table.name} does not end`);
}
function readName(source, header, { address, field }) {
	const cursor = readMemory(source, header, {
		address,
		length: 256,
		field
	});
	const bytes = cursor.bytes(cursor.remaining, field);
	const end = stringLength(bytes);
	if (end === void 0) throw cursor.broken(`${field} does not end within ${MAX_NAME} bytes`);
	if (end === 0) throw cursor.broken(`${field} is empty`);
	return decodeText(bytes.subarray(0, end));
}

// src/inspect/pe.ts
const CLR_RUNTIME_HEADER = 14;
const IMAGE_SUBSYSTEM_WINDOWS_GUI = 2;
const IMAGE_SUBSYSTEM_WINDOWS_CUI = 3;
/** Checked headers and the file -> what it needs. Throws FormatError for what is not understood. */
function judgePe(source, header) {
	const packer = findPacker(header) ?? findCompressedCode(source, codeOf(header));
	if (packer !== void 0) return packer;
	if ((header.directories[CLR_RUNTIME_HEADER]?.address ?? 0) !== 0) return makeUnreadable("a .NET assembly (it has a CLR runtime header): it needs a .NET runtime, which is not judged");
	const needed = parseImports(source, header);
	const linkage = {
		...notExecutable,
		needed,
		minOs: header.minOs
	};
	if (header.isLibrary) return {
		...linkage,
		kind: "library"
	};
	const broken = findBrokenRule(header, needed);
	if (broken !== void 0) return makeUnreadable(broken);
	return {
		...linkage,
		kind: needed.every(isWindowsLibrary) ? "system" : "dynamic"
	};
}
function findBrokenRule(header, needed) {
	const { subsystem, entry } = header;
	if (subsystem !== IMAGE_SUBSYSTEM_WINDOWS_GUI && subsystem !== IMAGE_SUBSYSTEM_WINDOWS_CUI) return `Subsystem is ${subsystem}, not that of Windows programs (2 or 3)`;
	if (findSection(header, entry)?.executable !== true) return "AddressOfEntryPoint is in no executable section";
	return needed.length === 0 ? "no import table: it does not say which libraries it calls" : void 0;
}
/** Where a linker rounds code up to a page, it fills it with bytes of the file or with less than this. */
const MAX_ZEROS = 16384;
function isFilledLater({ mappedSize, fileSize }) {
	return mappedSize > 0 && (fileSize === 0 || mappedSize - fileSize >= MAX_ZEROS);
}
function codeOf({ sections }) {
	return sections.filter(({ executable, fileSize }) => executable && fileSize > 0).map(({ offset, fileSize }) => ({
		offset: BigInt(offset),
		length: BigInt(fileSize)
	}));
}
function findPacker({ sections }) {
	if (sections.some(({ name }) => /^UPX[0-9!]$/.test(name))) return packed;
	const target = sections.find((each) => each.executable && isFilledLater(each));
	return target && {
		...packed,
		reason: `packed: section ${target.name} is executable and ${target.fileSize === 0 ? "has no bytes in the file" : "is filled once it runs"}; inspect the file before it is packed`
	};
}
/** cmd/link always writes its symbol table as a section, and never these: they come with the C runtime of MinGW. */
const GO_SECTION = ".symtab";
const hostSections = /* @__PURE__ */ new Set([".CRT", ".tls"]);
/**
* The headers of a Go program -> who linked it. Right for 36 of 36 internal and 36 of 36 external links: Go 1.24, 1.26 and
* 1.27 with MinGW's gcc and GNU ld, amd64 and 386, with and without cgo, stripped or not. Other linkers leave neither mark
* or the same: unknown or external.
*/
function findPeLinkMode(header) {
	const has = (wanted) => header.sections.some(({ name }) => wanted(name));
	if (has((name) => hostSections.has(name))) return "external";
	return has((name) => name === GO_SECTION) ? "internal" : "unknown";
}

// src/inspect/inspect-bytes.ts
const nothingMore = {
	cgoCalls: false,
	hostFiles: false
};
/** A file's bytes -> what it is and how it is linked. Whatever the bytes are, it returns. */
function inspect(source, overrides = {}) {
	const options = {
		...nothingMore,
		...overrides
	};
	const detection = detect(source);
	return {
		format: detection.kind === "other" ? null : detection.kind,
		what: detection.what,
		...judge(source, detection, options)
	};
}
function judge(source, detection, options) {
	switch (detection.kind) {
		case "elf": return judgeBy(source, parseElfHeader, (...file) => inspectElf(...file, options));
		case "macho": return judgeBy(source, parseMachFile, (...file) => inspectMach(...file, options));
		case "pe": return judgeBy(source, parsePeHeader, (...file) => inspectPe(...file, options));
		case "xcoff": return judgeBy(source, parseXcoffHeader, (...file) => inspectXcoff(...file, options));
		case "wasm": return {
			...unreadable(`${detection.what}: a host runs it and hands it what it imports, so it has no linkage to judge`),
			machine: "wasm"
		};
		default: return unreadable(`${detection.what}, not an executable that can be judged`);
	}
}
const unjudged = {
	linkMode: "unknown",
	usesRuntimeCgo: null,
	go: null,
	cgoCalls: null,
	hostFiles: [],
	hardening: null,
	needs: null
};
/** What is said of a file that nobody could look into. */
function unreadableFile(what, reason) {
	return {
		format: null,
		what,
		...unreadable(reason)
	};
}
function unreadable(reason) {
	return {
		...unjudged,
		machine: null,
		slices: [],
		linkage: makeUnreadable(reason)
	};
}
/** The header first: when something else is wrong with the file, its machine is known all the same. */
function judgeBy(source, parseHeader, judgeFile) {
	const header = readable(() => parseHeader(source));
	if (typeof header === "string") return unreadable(header);
	const { machine, slices = [] } = header;
	const judged = readable(() => judgeFile(source, header));
	return {
		...typeof judged === "string" ? unreadable(judged) : judged,
		machine,
		slices
	};
}
/** The result, or in words which rule the bytes break. */
function readable(parse) {
	try {
		return parse();
	} catch (thrown) {
		if (thrown instanceof FormatError) return thrown.message;
		throw thrown;
	}
}
function inspectElf(source, header, options) {
	const facts = parseElf(source, header);
	const sections = parseSections$2(source, header);
	const packer = facts.interpreter === void 0 ? findPacker$1(source, facts, sections !== void 0) : void 0;
	if (packer !== void 0) return {
		...unjudged,
		linkage: packer
	};
	const go = readGoBuildInfo(source, buildInfoPlacesOfElf(source, facts, sections));
	const carried = findContainer({
		source,
		facts,
		sections
	}, go !== null);
	if (carried !== void 0) return {
		...unjudged,
		linkage: makePacked(carried)
	};
	const linkMode = findLinkMode(source, facts, sections);
	const linkage = judgeStart(source, facts, linkMode);
	const { hardening, needs } = readHeaders(facts, linkage.kind);
	const pure = isStatic(linkage) && linkMode === "internal";
	if (pure && !options.hostFiles) return {
		...unjudged,
		linkage,
		linkMode,
		go,
		hardening,
		needs
	};
	const functionNames = findFunctionNames(source, facts, sections);
	const hostFiles = options.hostFiles && isStatic(linkage) && functionNames !== void 0 ? findHostFiles(source, functionNames) : [];
	const known = {
		...unjudged,
		linkage,
		linkMode,
		go,
		hardening,
		needs,
		hostFiles
	};
	if (pure) return known;
	const loaded = rangesOf(facts.loads);
	const withNames = functionNames === void 0 ? loaded : [functionNames];
	const cgoCalls = options.cgoCalls && go !== null ? findCgoFunctions(source, withNames) : null;
	if (!isStatic(linkage)) return {
		...known,
		cgoCalls
	};
	const { gnuAbiTag } = facts.notes;
	const marks = findMarks(source, {
		loaded,
		functionNames,
		gnuAbiTag
	});
	return {
		...known,
		linkage: addMarks(linkage, marks, gnuAbiTag),
		usesRuntimeCgo: marks.has("runtimeCgo"),
		cgoCalls
	};
}
function readHeaders(facts, kind) {
	if (kind === "unreadable") return {
		hardening: null,
		needs: null
	};
	return {
		hardening: readHardening(facts, kind === "library"),
		needs: startNeedsOf(facts)
	};
}
/** What a program carries and is a mere container for; undefined for a program that is judged as it stands. */
function findContainer({ source, facts, sections }, isGo) {
	const payload = isLibrary(facts) ? void 0 : findPayload(source, facts, sections);
	if (payload === void 0) return void 0;
	const go = isGo ? { functionNames: findFunctionNames(source, facts, sections) } : null;
	return isContainer(source, payload, go) ? payload.what : void 0;
}
/** A static PIE is one when something relocates it. */
function judgeStart(source, facts, linkMode) {
	const linkage = judgeElf(facts);
	return linkage.kind === "static-pie" ? addRelocator(linkage, findRelocator(source, facts, linkMode)) : linkage;
}
function inspectMach(source, file, options) {
	const { linkage, images } = judgeMachFile(source, file);
	return {
		...unjudged,
		linkage,
		...readGoTraces(images, options)
	};
}
function inspectPe(source, header, options) {
	const linkage = judgePe(source, header);
	if (linkage.kind === "packed") return {
		...unjudged,
		linkage
	};
	const traces = readGoTraces([goImageOfPe(source, header)], options);
	const isGo = traces.go !== null && linkage.kind !== "unreadable";
	return {
		...unjudged,
		linkage,
		linkMode: isGo ? findPeLinkMode(header) : "unknown",
		...traces
	};
}
function inspectXcoff(source, header, options) {
	const linkage = judgeXcoff(source, header);
	return {
		...unjudged,
		linkage,
		...readGoTraces([goImageOfXcoff(source, header)], options)
	};
}

export { parseElfHeader as a, Cursor as c, stringLength as d, machineFlagsOf as f, notExecutable as g, linkageOf as h, MAX_VERSION_RECORDS as i, min as l, isStatic as m, unreadableFile as n, mapAddress$2 as o, FormatError as p, parseElf as r, detect as s, inspect as t, readRange as u };