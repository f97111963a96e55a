import type { ByteSource } from "../ports/types.ts";
import { detect } from "./detect.ts";
import { FormatError } from "./format-error.ts";
import { goImageOfMach } from "./go-buildinfo-macho.ts";
import type { GoImage } from "./go-traces.ts";
import { makeUnreadable } from "./linkage.ts";
import { findCompressedCode } from "./packed.ts";
import type { Range } from "./reader.ts";
import { parseMachFacts, type MachFacts } from "./macho-commands.ts";
import { isFat, parseFatHeader, parseMachHeader, type MachHeader, type Slice } from "./macho-header.ts";
import { isAppleLibrary } from "./apple-libraries.ts";
import type { LinkageKind, Linkage } from "../model/artifact.ts";
import { notExecutable, packed } from "../model/artifact.ts";

/** One program, or a universal file with one for each machine. */
export type MachFile = {
  /** GOARCH; null for a universal file with several. */
  readonly machine: string | null;
  /** GOARCH of each slice that Go builds for; empty for a file that is not universal. */
  readonly slices: readonly string[];
  readonly content: MachHeader | readonly Slice[];
};

/** A file that begins with a Mach-O or fat magic -> its header. */
export function parseMachFile(source: ByteSource): MachFile {
  if (!isFat(source)) {
    const header = parseMachHeader(source);
    return { machine: header.machine, slices: [], content: header };
  }
  const content = parseFatHeader(source);
  const slices = content.map(({ machine }) => machine).filter((machine) => machine !== null);
  const machine = content.length === 1 ? (slices[0] ?? null) : null;
  return { machine, slices: Array.from(new Set(slices)), content };
}

type JudgedMach = {
  readonly linkage: Linkage;
  /** What could be read and is not packed; the image that the linkage is of comes first. */
  readonly images: readonly GoImage[];
};

/** Every image in the file is judged, and the worst speaks for it. */
export function judgeMachFile(source: ByteSource, { content }: MachFile): JudgedMach {
  return "encoding" in content ? judgeImage(source, content) : judgeSlices(source, content);
}

function judgeImage(source: ByteSource, header: MachHeader): JudgedMach {
  const facts = parseMachFacts(source, header);
  const packer = isNamedByUpx(facts) ? packed : findCompressedCode(source, facts.segments.flatMap(codeOf));
  return packer === undefined
    ? { linkage: judge(facts), images: [goImageOfMach(source, facts)] }
    : { linkage: packer, images: [] };
}

// UPX names its sections.
function isNamedByUpx({ segments }: MachFacts): boolean {
  return segments.some(({ sections }) => sections.some(({ name }) => name.toLowerCase().startsWith("upx")));
}

/** The sections of a segment that say they hold code, and the whole of one where none does. */
function codeOf({ isExecutable, isMapped, offset, length, sections }: MachFacts["segments"][number]): readonly Range[] {
  if (!isExecutable || !isMapped) return [];
  const end = offset + length;
  const code = sections.filter((each) => each.hasCode && each.offset >= offset && each.offset + each.length <= end);
  return code.length > 0 ? code : [{ offset, length }];
}

// Apple promises its libraries and no system calls, so "static" is not to be had: what asks for Apple's libraries alone
// is the best there is.
function judge(facts: MachFacts): Linkage {
  const linkage = {
    ...notExecutable,
    interpreter: facts.dylinker ?? null,
    needed: facts.libraries,
    runpath: facts.rpaths,
    minOs: facts.minOs ?? null,
  };
  if (facts.header.fileType !== "EXECUTE") {
    return { ...linkage, kind: "library" };
  }
  const broken = findBrokenRule(facts);
  return broken === undefined ? { ...linkage, kind: isSystem(facts) ? "system" : "dynamic" } : makeUnreadable(broken);
}

function findBrokenRule(facts: MachFacts): string | undefined {
  if (facts.hasId) {
    return "MH_EXECUTE with LC_ID_DYLIB: it calls itself a program and a library";
  }
  if (!facts.segments.some((segment) => segment.isMapped)) {
    return "MH_EXECUTE without a segment that has bytes: there is nothing to start";
  }
  if (!facts.hasEntry) {
    return "MH_EXECUTE with neither LC_MAIN nor LC_UNIXTHREAD: it does not say where it starts";
  }
  // Macs with Intel processors would start it. Those with Apple's own do not, and no release of macOS owes it the
  // system calls that it makes by itself.
  if (facts.dylinker === undefined) {
    return facts.libraries.length === 0
      ? "MH_EXECUTE without LC_LOAD_DYLINKER: macOS supports no static programs"
      : "MH_EXECUTE with libraries and without LC_LOAD_DYLINKER: nothing loads them";
  }
  if (facts.libraries.length === 0) {
    return "MH_EXECUTE with LC_LOAD_DYLINKER and without libraries: dyld starts nothing without libSystem";
  }
  return undefined;
}

function isSystem(facts: MachFacts): boolean {
  return facts.dylinker === "/usr/lib/dyld" && !facts.setsEnvironment && facts.libraries.every(isAppleLibrary);
}

type Judged = JudgedMach & { readonly slice: Slice };

/** The best first. */
const order: readonly LinkageKind[] = ["system", "library", "dynamic", "packed", "unreadable"];

function judgeSlices(source: ByteSource, slices: readonly Slice[]): JudgedMach {
  const judged = slices.map((slice) => ({ slice, ...judgeSlice(source, slice) }));
  const badness = ({ linkage }: Judged) => order.indexOf(linkage.kind);
  const worst = judged.reduce((worse, each) => (badness(each) > badness(worse) ? each : worse));
  const differ = new Set(judged.map(({ linkage }) => JSON.stringify({ ...linkage, minOs: null }))).size > 1;
  const others = judged.filter((each) => each !== worst);
  return {
    linkage: differ ? nameSlice(worst) : { ...worst.linkage, minOs: findNewest(judged) },
    images: [worst, ...others].flatMap(({ images }) => images),
  };
}

function nameSlice({ slice, linkage }: Judged): Linkage {
  return {
    ...linkage,
    reason: linkage.reason && `${slice.name} slice: ${linkage.reason}`,
    needed: linkage.needed.map((library) => `${library} (${slice.name} slice)`),
  };
}

// Apple's own processors came with macOS 11, so a slice for them asks for no older one.
function findNewest(judged: readonly Judged[]): string | null {
  const versions = judged.map(({ linkage }) => linkage.minOs).filter((version) => version !== null);
  const rank = (version: string) =>
    version
      .split(".")
      .map((part) => part.padStart(5, "0"))
      .join(".");
  return versions.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)).at(-1) ?? null;
}

function judgeSlice(source: ByteSource, slice: Slice): JudgedMach {
  try {
    const part = partOf(source, slice);
    const found = detect(part);
    if (found.kind !== "macho" || isFat(part)) {
      throw new FormatError(`${found.what} where a Mach-O image should be`, 0);
    }
    const header = parseMachHeader(part);
    if (header.cpuType !== slice.cpuType) {
      throw new FormatError(`the fat header says ${slice.name}, the image ${header.machine}`, 0);
    }
    return judgeImage(part, header);
  } catch (thrown: unknown) {
    if (thrown instanceof FormatError) {
      const { message } = new FormatError(thrown.rule, Number(slice.offset) + thrown.offset);
      return { linkage: makeUnreadable(message), images: [] };
    }
    throw thrown;
  }
}

function partOf(source: ByteSource, { offset, size }: Slice): ByteSource {
  const start = Number(offset);
  const length = Number(size);
  return {
    size: length,
    read: (at, count) => source.read(start + at, Math.max(0, Math.min(count, length - at))),
  };
}
