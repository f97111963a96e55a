import type { ByteSource } from "../ports/types.ts";
import { detect, type Detection, type ExecutableFormat } from "./detect.ts";
import { parseElfHeader, type ElfHeader } from "./elf-header.ts";
import { parseSectionNames } from "./elf-sections.ts";
import { parseElf } from "./elf.ts";
import { FormatError } from "./format-error.ts";
import { findLinkMode, type LinkMode } from "./link-mode.ts";
import { addMarks, isStatic, judgeElf, makeUnreadable, packed, type Linkage } from "./linkage.ts";
import { findMarks } from "./marks.ts";
import { isPacked } from "./packed.ts";

export type Inspection = {
  /** null for what no system starts: archives, scripts, text. */
  readonly format: ExecutableFormat | null;
  /** GOARCH; null when unknown. */
  readonly machine: string | null;
  readonly linkage: Linkage;
  readonly linkMode: LinkMode;
  /** runtime/cgo is inside; null when it was not looked for. Without it, glibc's start-up can crash a Go program. */
  readonly usesRuntimeCgo: boolean | null;
};

/** A file's bytes -> what it is and how it is linked. Whatever the bytes are, it returns. */
export function inspect(source: ByteSource): Inspection {
  const detection = detect(source);
  const format = detection.kind === "other" ? null : detection.kind;
  if (format !== "elf") {
    return { ...unjudged, format, linkage: makeUnreadable(explain(detection)) };
  }
  const header = readable(() => parseElfHeader(source));
  if (typeof header === "string") {
    return { ...unjudged, format, linkage: makeUnreadable(header) };
  }
  const { machine } = header;
  const judged = readable(() => inspectElf(source, header));
  return typeof judged === "string"
    ? { ...unjudged, format, machine, linkage: makeUnreadable(judged) }
    : { format, machine, ...judged };
}

const unjudged = { machine: null, linkMode: "unknown", usesRuntimeCgo: null } as const;

function explain(detection: Detection): string {
  switch (detection.kind) {
    case "macho":
      return "Mach-O files are not judged yet";
    case "pe":
      return "PE files are not judged yet";
    case "xcoff":
      return "XCOFF files are not judged yet";
    default:
      return `${detection.what}, not an executable that can be judged`;
  }
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

function inspectElf(source: ByteSource, header: ElfHeader): Omit<Inspection, "format" | "machine"> {
  const facts = parseElf(source, header);
  const sectionNames = parseSectionNames(source, header);
  // What has an interpreter is dynamic, whatever a packer did to it.
  if (facts.interpreter === undefined && isPacked(source, header, sectionNames !== undefined)) {
    return { linkage: packed, linkMode: "unknown", usesRuntimeCgo: null };
  }
  const linkage = judgeElf(facts);
  const linkMode = findLinkMode(source, facts, sectionNames);
  // Go's own linker leaves no C library in a static program.
  if (!isStatic(linkage) || linkMode === "internal") {
    return { linkage, linkMode, usesRuntimeCgo: null };
  }
  const marks = findMarks(source, facts.loads);
  return {
    linkage: addMarks(linkage, marks, facts.notes.gnuAbiTag),
    linkMode,
    usesRuntimeCgo: marks.has("runtimeCgo"),
  };
}
