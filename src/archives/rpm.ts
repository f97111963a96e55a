import { ArchiveError } from "./archive-error.ts";
import { type ListedFile, readCpio } from "./cpio.ts";
import { decompress } from "./decompress.ts";
import { withFeed } from "./feed.ts";
import type { Limits } from "./limits.ts";
import type { Bytes, Visit } from "./member.ts";
import type { Dependency, PackageFacts } from "../model/package-facts.ts";
import { readRpmHeader, type RpmHeader } from "./rpm-header.ts";
import type { Decompression } from "../ports/types.ts";

const LEAD = 96;
const ALIGNMENT = 8;

/** lib/rpmtag.h */
const tags = {
  name: 1000,
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
  longFileSizes: 5008,
} as const;

const LESS = 2;
const GREATER = 4;
const EQUAL = 8;
/** Of the library of rpm itself, as `rpmlib(PayloadIsZstd)`. */
const RPMLIB = 1 << 24;

/**
 * Reads an rpm package: the files that it installs go to `visit`, what it says of itself comes back. Throws ArchiveError.
 */
export function readRpm(
  bytes: Bytes,
  visit: Visit,
  { decompression, limits }: { readonly decompression: Decompression; readonly limits: Limits },
): Promise<PackageFacts> {
  return withFeed(bytes, async (feed) => {
    await feed.skip(LEAD, "the package's lead");
    await readRpmHeader(feed);
    await feed.skip((ALIGNMENT - (feed.offset % ALIGNMENT)) % ALIGNMENT, "a header of the package");
    const header = await readRpmHeader(feed);
    const format = header.text(tags.payloadFormat) ?? "cpio";
    if (format !== "cpio") throw new ArchiveError(`has its files in the format ${format}, which is not read`);
    const compressor = header.text(tags.payloadCompressor);
    if (compressor === "lzma") throw new ArchiveError("is packed by lzma, which is not read");
    const { bytes: payload } = await decompress(feed.rest(), { decompression, limits });
    await readCpio(payload, visit, { limits, listed: filesOf(header) });
    return factsOf(header);
  });
}

function filesOf(header: RpmHeader): ListedFile[] {
  const [folders, indexes] = [header.texts(tags.dirNames), header.numbers(tags.dirIndexes)];
  const [modes, links] = [header.numbers(tags.fileModes), header.texts(tags.fileLinks)];
  const long = header.numbers(tags.longFileSizes);
  const sizes = long.length > 0 ? long : header.numbers(tags.fileSizes);
  return header.texts(tags.baseNames).map((name, at) => ({
    path: `${folders[indexes[at] ?? -1] ?? ""}${name}`,
    mode: modes[at] ?? 0,
    size: sizes[at] ?? 0,
    target: links[at] ?? "",
  }));
}

function factsOf(header: RpmHeader): PackageFacts {
  const [names, versions] = [header.texts(tags.requireNames), header.texts(tags.requireVersions)];
  const flags = header.numbers(tags.requireFlags);
  const depends = names.flatMap((name, at): Dependency[] => {
    const flag = flags[at] ?? 0;
    if ((flag & RPMLIB) !== 0) return [];
    const relation = `${(flag & LESS) === 0 ? "" : "<"}${(flag & GREATER) === 0 ? "" : ">"}${(flag & EQUAL) === 0 ? "" : "="}`;
    const version = versions[at] ?? "";
    const isOpen = relation === "" || version === "";
    return [{ anyOf: [{ name, relation: isOpen ? null : relation, version: isOpen ? null : version }] }];
  });
  return { format: "rpm", name: header.text(tags.name), architecture: header.text(tags.arch), depends };
}
