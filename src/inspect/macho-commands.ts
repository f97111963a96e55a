import type { ByteSource } from "../ports/types.ts";
import type { MachHeader } from "./macho-header.ts";
import { Cursor, readRange, requireRange, stringLength, type Range } from "./reader.ts";
import { decodeText } from "../text/bytes.ts";

/** What the load commands of one Mach-O image say: mach-o/loader.h. */
export type MachFacts = {
  readonly header: MachHeader;
  /** LC_LOAD_DYLINKER. */
  readonly dylinker: string | undefined;
  /** What any LC_*_DYLIB but LC_ID_DYLIB names, in the order of the file. */
  readonly libraries: readonly string[];
  readonly rpaths: readonly string[];
  /** LC_ID_DYLIB: it has the name of a library. */
  readonly hasId: boolean;
  readonly segments: readonly MachSegment[];
  /** LC_MAIN or LC_UNIXTHREAD: it says where it starts. */
  readonly hasEntry: boolean;
  /** LC_DYLD_ENVIRONMENT: it tells dyld to look for libraries elsewhere. */
  readonly setsEnvironment: boolean;
  readonly minOs: string | undefined;
};

type MachSegment = Range & {
  readonly name: string;
  readonly address: bigint;
  /** It brings bytes of the file into memory. Go keeps compressed DWARF in a segment of no memory. */
  readonly isMapped: boolean;
  readonly isWritable: boolean;
  readonly isExecutable: boolean;
  readonly sections: readonly MachSection[];
};

/** The range is what the section says, and not checked: dyld does not read it. */
type MachSection = Range & { readonly name: string; readonly hasCode: boolean };

const LC_REQ_DYLD = 0x80000000;
const LC_SEGMENT = 0x1;
const LC_UNIXTHREAD = 0x5;
const LC_LOADFVMLIB = 0x6;
const LC_LOAD_DYLIB = 0xc;
const LC_ID_DYLIB = 0xd;
const LC_LOAD_DYLINKER = 0xe;
const LC_LOAD_WEAK_DYLIB = 0x80000018;
const LC_SEGMENT_64 = 0x19;
const LC_RPATH = 0x8000001c;
const LC_REEXPORT_DYLIB = 0x8000001f;
const LC_LAZY_LOAD_DYLIB = 0x20;
const LC_LOAD_UPWARD_DYLIB = 0x80000023;
const LC_VERSION_MIN_MACOSX = 0x24;
const LC_VERSION_MIN_IPHONEOS = 0x25;
const LC_DYLD_ENVIRONMENT = 0x27;
const LC_MAIN = 0x80000028;
const LC_VERSION_MIN_TVOS = 0x2f;
const LC_VERSION_MIN_WATCHOS = 0x30;
const LC_BUILD_VERSION = 0x32;

/** Ways to ask for a library. A weak or lazy one may be missing at start, but the program asked for it. */
const loadsLibrary = new Set([
  LC_LOAD_DYLIB,
  LC_LOAD_WEAK_DYLIB,
  LC_REEXPORT_DYLIB,
  LC_LAZY_LOAD_DYLIB,
  LC_LOAD_UPWARD_DYLIB,
]);
const minVersions = new Set([
  LC_VERSION_MIN_MACOSX,
  LC_VERSION_MIN_IPHONEOS,
  LC_VERSION_MIN_TVOS,
  LC_VERSION_MIN_WATCHOS,
]);
/** The rest of what dyld must understand: LC_DYLD_INFO_ONLY, LC_DYLD_EXPORTS_TRIE, LC_DYLD_CHAINED_FIXUPS, LC_FILESET_ENTRY. */
const requiredAndHarmless = new Set([0x80000022, 0x80000033, 0x80000034, 0x80000035]);

const COMMAND_SIZE = 8;
/** sizeof(struct dylib_command), dylinker_command, rpath_command: no string begins before their end. */
const DYLIB_COMMAND_SIZE = 24;
const PATH_COMMAND_SIZE = 12;
const NAME_SIZE = 16;
const SECTION_SIZE = { wide: 80, narrow: 68 };
const VM_PROT_WRITE = 2;
const VM_PROT_EXECUTE = 4;
/** S_ATTR_PURE_INSTRUCTIONS, S_ATTR_SOME_INSTRUCTIONS. */
const S_ATTR_INSTRUCTIONS = 0x80000400;
/** Four times what macOS opens. */
const MAX_PATH = 4096;
const PLATFORM_MACOS = 1;

/** A checked header and its file -> the facts. Throws FormatError for what dyld would not take either. */
export function parseMachFacts(source: ByteSource, header: MachHeader): MachFacts {
  const { commands, encoding } = header;
  const collected = new Collector(source, header);
  const all = readRange(source, commands, "load commands");
  const step = encoding.wide ? 8 : 4;
  const cursor = new Cursor(all, Number(commands.offset), encoding);
  for (let index = 0; index < commands.count; index += 1) {
    const start = cursor.position;
    const command = cursor.u32("cmd");
    const size = cursor.u32("cmdsize");
    if (size < COMMAND_SIZE || size % step !== 0) {
      throw cursor.broken(`cmdsize is ${size}, not a multiple of ${step} from ${COMMAND_SIZE} up`);
    }
    cursor.seek(start + size, "load command");
    collected.add(command, new Cursor(all.subarray(start, start + size), Number(commands.offset) + start, encoding));
  }
  // Bytes after the last command could be the commands that somebody no longer wants to be counted.
  if (cursor.remaining > 0) {
    throw cursor.broken(`ncmds is ${commands.count}, but sizeofcmds goes on after so many`);
  }
  return collected.facts();
}

type Version = { readonly isMac: boolean; readonly packed: number };

class Collector {
  readonly #source: ByteSource;
  readonly #header: MachHeader;
  readonly #libraries: string[] = [];
  readonly #rpaths: string[] = [];
  readonly #versions: Version[] = [];
  readonly #seen = new Set<number>();
  readonly #segments: MachSegment[] = [];
  #dylinker: string | undefined;

  constructor(source: ByteSource, header: MachHeader) {
    this.#source = source;
    this.#header = header;
  }

  /** `cursor`: over this command alone, at its beginning. */
  add(command: number, cursor: Cursor): void {
    cursor.seek(COMMAND_SIZE, "load command");
    if (loadsLibrary.has(command)) {
      this.#libraries.push(readPath(cursor, DYLIB_COMMAND_SIZE, "dylib name"));
    } else if (minVersions.has(command)) {
      this.#versions.push({ isMac: command === LC_VERSION_MIN_MACOSX, packed: cursor.u32("version") });
    } else {
      this.#addOther(command, cursor);
    }
    this.#seen.add(command);
  }

  #addOther(command: number, cursor: Cursor): void {
    switch (command) {
      case LC_SEGMENT:
      case LC_SEGMENT_64:
        this.#addSegment(command, cursor);
        break;
      case LC_LOAD_DYLINKER:
        if (this.#dylinker !== undefined) {
          throw cursor.broken("more than one LC_LOAD_DYLINKER");
        }
        this.#dylinker = readPath(cursor, PATH_COMMAND_SIZE, "dylinker name");
        break;
      case LC_RPATH:
        this.#rpaths.push(readPath(cursor, PATH_COMMAND_SIZE, "rpath"));
        break;
      case LC_BUILD_VERSION:
        this.#versions.push({ isMac: cursor.u32("platform") === PLATFORM_MACOS, packed: cursor.u32("minos") });
        break;
      case LC_LOADFVMLIB:
        throw cursor.broken("LC_LOADFVMLIB, a kind of library that no system loads");
      case LC_MAIN:
        break;
      default:
        // dyld ignores what it does not know, but for the commands with this bit: those it must not.
        if (command >= LC_REQ_DYLD && !requiredAndHarmless.has(command)) {
          throw cursor.broken(`cmd is 0x${command.toString(16)}, which dyld must understand and nobody here does`);
        }
    }
  }

  // segment_command and segment_command_64, with their sections behind them.
  #addSegment(command: number, cursor: Cursor): void {
    if ((command === LC_SEGMENT_64) !== this.#header.encoding.wide) {
      throw cursor.broken("LC_SEGMENT of the other word size");
    }
    const name = readName(cursor, "segname");
    const address = cursor.word("vmaddr");
    const vmsize = cursor.word("vmsize");
    const offset = cursor.word("fileoff");
    const length = cursor.word("filesize");
    if (vmsize > 0n && length > vmsize) {
      throw cursor.broken(`segment ${name} has filesize above vmsize`);
    }
    // Every byte that is mapped has to be there: a file that was cut keeps its load commands, and would pass for whole.
    requireRange(this.#source, { offset, length }, `segment ${name}`);
    cursor.u32("maxprot");
    const protection = cursor.u32("initprot");
    const isWritable = (protection & VM_PROT_WRITE) !== 0;
    const isExecutable = (protection & VM_PROT_EXECUTE) !== 0;
    const isMapped = length > 0n && vmsize > 0n;
    const sections = this.#parseSections(cursor);
    this.#segments.push({ name, address, offset, length, isMapped, isWritable, isExecutable, sections });
  }

  #parseSections(cursor: Cursor): readonly MachSection[] {
    const size = this.#header.encoding.wide ? SECTION_SIZE.wide : SECTION_SIZE.narrow;
    const count = cursor.u32("nsects");
    cursor.u32("flags");
    if (count * size > cursor.remaining) {
      throw cursor.broken(`nsects is ${count}, more than cmdsize has room for`);
    }
    return Array.from({ length: count }, () => {
      const end = cursor.position + size;
      const name = readName(cursor, "sectname");
      cursor.bytes(NAME_SIZE, "segname");
      cursor.word("addr");
      const length = cursor.word("size");
      const offset = BigInt(cursor.u32("offset"));
      cursor.bytes(12, "reloff");
      const hasCode = (cursor.u32("flags") & S_ATTR_INSTRUCTIONS) !== 0;
      cursor.seek(end, "section");
      return { name, offset, length, hasCode };
    });
  }

  facts(): MachFacts {
    return {
      header: this.#header,
      dylinker: this.#dylinker,
      libraries: this.#libraries,
      rpaths: this.#rpaths,
      hasId: this.#seen.has(LC_ID_DYLIB),
      segments: this.#segments,
      hasEntry: this.#seen.has(LC_MAIN) || this.#seen.has(LC_UNIXTHREAD),
      setsEnvironment: this.#seen.has(LC_DYLD_ENVIRONMENT),
      minOs: formatVersion(this.#versions),
    };
  }
}

/** A `lc_str`: an offset from the start of the command to a string that ends inside of it. */
function readPath(cursor: Cursor, headSize: number, field: string): string {
  const offset = cursor.u32(`${field} offset`);
  const length = cursor.position + cursor.remaining;
  if (offset < headSize || offset >= length) {
    throw cursor.broken(`${field} is outside its load command`);
  }
  cursor.seek(offset, field);
  const bytes = cursor.bytes(length - offset, field);
  const end = stringLength(bytes);
  if (end === undefined) {
    throw cursor.broken(`${field} does not end with NUL`);
  }
  if (end === 0) {
    throw cursor.broken(`${field} is empty`);
  }
  if (end > MAX_PATH) {
    throw cursor.broken(`${field} is longer than ${MAX_PATH} bytes`);
  }
  return decodeText(bytes.subarray(0, end));
}

// NUL-padded, and without NUL when it fills its place.
function readName(cursor: Cursor, field: string): string {
  const bytes = cursor.bytes(NAME_SIZE, field);
  return decodeText(bytes.subarray(0, stringLength(bytes) ?? NAME_SIZE));
}

// xxxx.yy.zz in nibbles. An image for two systems (Mac Catalyst) names both: that of macOS counts, and the newer one
// when a system is named twice.
function formatVersion(versions: readonly Version[]): string | undefined {
  const mac = versions.filter((version) => version.isMac);
  const counting = mac.length > 0 ? mac : versions;
  if (counting.length === 0) {
    return undefined;
  }
  const highest = Math.max(...counting.map((version) => version.packed));
  const [major, minor, patch] = [highest >>> 16, (highest >>> 8) & 0xff, highest & 0xff];
  return patch === 0 ? `${major}.${minor}` : `${major}.${minor}.${patch}`;
}
