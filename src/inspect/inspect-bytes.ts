import type { ByteSource } from "../ports/types.ts";
import { detect, type Detection } from "./detect.ts";
import { readHardening } from "./elf-hardening.ts";
import { parseElfHeader, type ElfHeader } from "./elf-header.ts";
import { parseSections, type Section } from "./elf-sections.ts";
import { rangesOf } from "./elf-segments.ts";
import { findRelocator } from "./elf-relocator.ts";
import { type ElfFacts, parseElf } from "./elf.ts";
import { FormatError } from "./format-error.ts";
import { buildInfoPlacesOfElf } from "./go-buildinfo-elf.ts";
import { goImageOfPe } from "./go-buildinfo-pe.ts";
import { goImageOfXcoff } from "./go-buildinfo-xcoff.ts";
import { readGoBuildInfo } from "./go-buildinfo.ts";
import { findCgoFunctions } from "./go-functions.ts";
import { findFunctionNames } from "./go-pclntab.ts";
import { readGoTraces } from "./go-traces.ts";
import { findHostFiles } from "./host-files.ts";
import { findLinkMode } from "./link-mode.ts";
import { addMarks, addRelocator, isLibrary, judgeElf, makePacked, makeUnreadable } from "./linkage.ts";
import { judgeMachFile, type MachFile, parseMachFile } from "./macho.ts";
import { findMarks } from "./marks.ts";
import { findPacker } from "./packed.ts";
import { findPayload, isContainer } from "./payload.ts";
import { startNeedsOf } from "./start-needs.ts";
import { parsePeHeader, type PeHeader } from "./pe-header.ts";
import { findPeLinkMode, judgePe } from "./pe.ts";
import { judgeXcoff, parseXcoffHeader, type XcoffHeader } from "./xcoff.ts";
import { isStatic, type Inspection, type Linkage, type LinkMode } from "../model/artifact.ts";
type InspectOptions = {
  /** Also search for the packages that call C: it reads the whole file. */
  readonly cgoCalls: boolean;
  /** Also search a static program for what it reads from the machine. */
  readonly hostFiles: boolean;
};

const nothingMore: InspectOptions = { cgoCalls: false, hostFiles: false };

type Judged = Omit<Inspection, "format" | "what">;
type Judgement = Omit<Judged, "machine" | "slices">;

/** A file's bytes -> what it is and how it is linked. Whatever the bytes are, it returns. */
export function inspect(source: ByteSource, overrides: Partial<InspectOptions> = {}): Inspection {
  const options = { ...nothingMore, ...overrides };
  const detection = detect(source);
  const format = detection.kind === "other" ? null : detection.kind;
  return { format, what: detection.what, ...judge(source, detection, options) };
}

function judge(source: ByteSource, detection: Detection, options: InspectOptions): Judged {
  switch (detection.kind) {
    case "elf":
      return judgeBy(source, parseElfHeader, (...file) => inspectElf(...file, options));
    case "macho":
      return judgeBy(source, parseMachFile, (...file) => inspectMach(...file, options));
    case "pe":
      return judgeBy(source, parsePeHeader, (...file) => inspectPe(...file, options));
    case "xcoff":
      return judgeBy(source, parseXcoffHeader, (...file) => inspectXcoff(...file, options));
    case "wasm":
      return {
        ...unreadable(`${detection.what}: a host runs it and hands it what it imports, so it has no linkage to judge`),
        machine: "wasm",
      };
    default:
      return unreadable(`${detection.what}, not an executable that can be judged`);
  }
}

const unjudged = {
  linkMode: "unknown",
  usesRuntimeCgo: null,
  go: null,
  cgoCalls: null,
  hostFiles: [],
  hardening: null,
  needs: null,
} as const;

/** What is said of a file that nobody could look into. */
export function unreadableFile(what: string, reason: string): Inspection {
  return { format: null, what, ...unreadable(reason) };
}

function unreadable(reason: string): Judged {
  return { ...unjudged, machine: null, slices: [], linkage: makeUnreadable(reason) };
}

/** The header first: when something else is wrong with the file, its machine is known all the same. */
function judgeBy<H extends { readonly machine: string | null; readonly slices?: readonly string[] }>(
  source: ByteSource,
  parseHeader: (source: ByteSource) => H,
  judgeFile: (source: ByteSource, header: H) => Judgement,
): Judged {
  const header = readable(() => parseHeader(source));
  if (typeof header === "string") {
    return unreadable(header);
  }
  const { machine, slices = [] } = header;
  const judged = readable(() => judgeFile(source, header));
  return { ...(typeof judged === "string" ? unreadable(judged) : judged), machine, slices };
}

/** The result, or in words which rule the bytes break. */
function readable<T>(parse: () => T): T | string {
  try {
    return parse();
  } catch (thrown: unknown) {
    if (thrown instanceof FormatError) {
      return thrown.message;
    }
    throw thrown;
  }
}

function inspectElf(source: ByteSource, header: ElfHeader, options: InspectOptions): Judgement {
  const facts = parseElf(source, header);
  const sections = parseSections(source, header);
  // What has an interpreter is dynamic, whatever a packer did to it.
  const packer = facts.interpreter === undefined ? findPacker(source, facts, sections !== undefined) : undefined;
  if (packer !== undefined) return { ...unjudged, linkage: packer };
  const go = readGoBuildInfo(source, buildInfoPlacesOfElf(source, facts, sections));
  const carried = findContainer({ source, facts, sections }, go !== null);
  if (carried !== undefined) return { ...unjudged, linkage: makePacked(carried) };
  const linkMode = findLinkMode(source, facts, sections);
  const linkage = judgeStart(source, facts, linkMode);
  const { hardening, needs } = readHeaders(facts, linkage.kind);
  // Go's own linker leaves no C library in a static program.
  const pure = isStatic(linkage) && linkMode === "internal";
  if (pure && !options.hostFiles) return { ...unjudged, linkage, linkMode, go, hardening, needs };
  const functionNames = findFunctionNames(source, facts, sections);
  const wanted = options.hostFiles && isStatic(linkage) && functionNames !== undefined;
  const hostFiles = wanted ? findHostFiles(source, functionNames) : [];
  const known = { ...unjudged, linkage, linkMode, go, hardening, needs, hostFiles };
  if (pure) return known;
  const loaded = rangesOf(facts.loads);
  const withNames = functionNames === undefined ? loaded : [functionNames];
  const cgoCalls = options.cgoCalls && go !== null ? findCgoFunctions(source, withNames) : null;
  if (!isStatic(linkage)) return { ...known, cgoCalls };
  const { gnuAbiTag } = facts.notes;
  const marks = findMarks(source, { loaded, functionNames, gnuAbiTag });
  return {
    ...known,
    linkage: addMarks(linkage, marks, gnuAbiTag),
    usesRuntimeCgo: marks.has("runtimeCgo"),
    cgoCalls,
  };
}

function readHeaders(facts: ElfFacts, kind: Linkage["kind"]): Pick<Inspection, "hardening" | "needs"> {
  if (kind === "unreadable") return { hardening: null, needs: null };
  return { hardening: readHardening(facts, kind === "library"), needs: startNeedsOf(facts) };
}

type ElfFile = {
  readonly source: ByteSource;
  readonly facts: ElfFacts;
  readonly sections: readonly Section[] | undefined;
};

/** What a program carries and is a mere container for; undefined for a program that is judged as it stands. */
function findContainer({ source, facts, sections }: ElfFile, isGo: boolean): string | undefined {
  const payload = isLibrary(facts) ? undefined : findPayload(source, facts, sections);
  if (payload === undefined) return undefined;
  const go = isGo ? { functionNames: findFunctionNames(source, facts, sections) } : null;
  return isContainer(source, payload, go) ? payload.what : undefined;
}

/** A static PIE is one when something relocates it. */
function judgeStart(source: ByteSource, facts: ElfFacts, linkMode: LinkMode): Linkage {
  const linkage = judgeElf(facts);
  return linkage.kind === "static-pie" ? addRelocator(linkage, findRelocator(source, facts, linkMode)) : linkage;
}

function inspectMach(source: ByteSource, file: MachFile, options: InspectOptions): Judgement {
  const { linkage, images } = judgeMachFile(source, file);
  return { ...unjudged, linkage, ...readGoTraces(images, options) };
}

function inspectPe(source: ByteSource, header: PeHeader, options: InspectOptions): Judgement {
  const linkage = judgePe(source, header);
  if (linkage.kind === "packed") {
    return { ...unjudged, linkage };
  }
  const traces = readGoTraces([goImageOfPe(source, header)], options);
  const isGo = traces.go !== null && linkage.kind !== "unreadable";
  return { ...unjudged, linkage, linkMode: isGo ? findPeLinkMode(header) : "unknown", ...traces };
}

function inspectXcoff(source: ByteSource, header: XcoffHeader, options: InspectOptions): Judgement {
  const linkage = judgeXcoff(source, header);
  return { ...unjudged, linkage, ...readGoTraces([goImageOfXcoff(source, header)], options) };
}
