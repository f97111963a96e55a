import type { ByteSource } from "../ports/types.ts";
import { detect, type Detection, type ExecutableFormat } from "./detect.ts";
import { parseElfHeader, type ElfHeader } from "./elf-header.ts";
import { parseSectionNames } from "./elf-sections.ts";
import { parseElf } from "./elf.ts";
import { FormatError } from "./format-error.ts";
import { buildInfoPlacesOfElf } from "./go-buildinfo-elf.ts";
import { type GoBuildInfo, readGoBuildInfo } from "./go-buildinfo.ts";
import { type CgoPackage, findCgoFunctions } from "./go-functions.ts";
import { findLinkMode, type LinkMode } from "./link-mode.ts";
import { addMarks, isStatic, judgeElf, makeUnreadable, packed, type Linkage } from "./linkage.ts";
import { judgeMachFile, parseMachFile } from "./macho.ts";
import { findMarks } from "./marks.ts";
import { isPacked } from "./packed.ts";
import { parsePeHeader } from "./pe-header.ts";
import { judgePe } from "./pe.ts";
import { judgeXcoff, parseXcoffHeader } from "./xcoff.ts";

export type Inspection = {
  /** null for what no system starts: archives, scripts, text. */
  readonly format: ExecutableFormat | null;
  /** GOARCH; null when unknown. */
  readonly machine: string | null;
  readonly linkage: Linkage;
  readonly linkMode: LinkMode;
  /** runtime/cgo is inside; null when it was not looked for. Without it, glibc's start-up can crash a Go program. */
  readonly usesRuntimeCgo: boolean | null;
  /** What the go command recorded in the file; null for none, and for formats where it is not read yet. */
  readonly go: GoBuildInfo | null;
  /** The packages whose C calls are in the file; null when nobody asked, or when it could not be searched. */
  readonly cgoCalls: readonly CgoPackage[] | null;
};

export type InspectOptions = {
  /** Also search for the packages that call C: it reads the whole file. */
  readonly cgoCalls: boolean;
};

type Judgement = Omit<Inspection, "format" | "machine">;

/** A file's bytes -> what it is and how it is linked. Whatever the bytes are, it returns. */
export function inspect(source: ByteSource, options: InspectOptions = { cgoCalls: false }): Inspection {
  const detection = detect(source);
  const format = detection.kind === "other" ? null : detection.kind;
  return { format, ...judge(source, detection, options) };
}

function judge(source: ByteSource, detection: Detection, options: InspectOptions): Omit<Inspection, "format"> {
  switch (detection.kind) {
    case "elf":
      return judgeBy(source, parseElfHeader, (...file) => inspectElf(...file, options));
    case "macho":
      return judgeBy(source, parseMachFile, (...file) => ({ ...unjudged, linkage: judgeMachFile(...file) }));
    case "pe":
      return judgeBy(source, parsePeHeader, (...file) => ({ ...unjudged, ...judgePe(...file) }));
    case "xcoff":
      return judgeBy(source, parseXcoffHeader, (...file) => ({ ...unjudged, linkage: judgeXcoff(...file) }));
    case "wasm":
      return unreadable(
        `${detection.what}: a host runs it and hands it what it imports, so it has no linkage to judge`,
      );
    default:
      return unreadable(`${detection.what}, not an executable that can be judged`);
  }
}

const unjudged = { linkMode: "unknown", usesRuntimeCgo: null, go: null, cgoCalls: null } as const;

function unreadable(reason: string, machine: string | null = null): Omit<Inspection, "format"> {
  return { ...unjudged, machine, linkage: makeUnreadable(reason) };
}

/** The header first: when something else is wrong with the file, its machine is known all the same. */
function judgeBy<H extends { readonly machine: string | null }>(
  source: ByteSource,
  parseHeader: (source: ByteSource) => H,
  judgeFile: (source: ByteSource, header: H) => Judgement,
): Omit<Inspection, "format"> {
  const header = readable(() => parseHeader(source));
  if (typeof header === "string") {
    return unreadable(header);
  }
  const { machine } = header;
  const judged = readable(() => judgeFile(source, header));
  return typeof judged === "string" ? unreadable(judged, machine) : { machine, ...judged };
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
  const sectionNames = parseSectionNames(source, header);
  // What has an interpreter is dynamic, whatever a packer did to it.
  if (facts.interpreter === undefined && isPacked(source, header, sectionNames !== undefined)) {
    return { ...unjudged, linkage: packed };
  }
  const linkage = judgeElf(facts);
  const linkMode = findLinkMode(source, facts, sectionNames);
  const go = readGoBuildInfo(source, buildInfoPlacesOfElf(source, facts));
  const ranges = facts.loads.map((load) => ({ offset: load.offset, length: load.filesz }));
  // Go's own linker leaves no C library in a static program.
  const pure = isStatic(linkage) && linkMode === "internal";
  const cgoCalls = options.cgoCalls && go !== null && !pure ? findCgoFunctions(source, ranges) : null;
  if (!isStatic(linkage) || pure) return { linkage, linkMode, usesRuntimeCgo: null, go, cgoCalls };
  const marks = findMarks(source, facts.loads);
  return {
    linkage: addMarks(linkage, marks, facts.notes.gnuAbiTag),
    linkMode,
    usesRuntimeCgo: marks.has("runtimeCgo"),
    go,
    cgoCalls,
  };
}
