import { decodeText } from "../text/bytes.ts";
import type { Decompression } from "../ports/types.ts";
import { archiveOf, type Compression, isTar, START } from "./archive-kind.ts";
import { decompress } from "./decompress.ts";
import { readDeb } from "./deb.ts";
import { Feed } from "./feed.ts";
import type { Held } from "./held.ts";
import type { Limits } from "./limits.ts";
import type { Bytes, Visit } from "./member.ts";
import type { Dependency, PackageFacts } from "../model/package-facts.ts";
import { readRpm } from "./rpm.ts";
import { readTar } from "./tar.ts";
import { readZip } from "./zip.ts";

export type ArchiveFormat = "tar" | "zip" | "deb" | "rpm" | "apk";

/** What a file is to this reader: an archive, or one file that is packed by itself. */
export type Opened =
  | { readonly kind: "archive"; readonly format: "zip" | "deb" | "rpm" }
  | { readonly kind: "tar"; readonly compression: Compression | null; readonly bytes: Bytes }
  | { readonly kind: "packed"; readonly compression: Compression; readonly bytes: Bytes }
  | { readonly kind: "other" };

type Options = { readonly decompression: Decompression; readonly limits: Limits };

/** Looks at the start of a file. Throws ArchiveError for packed data that cannot be unpacked at all. */
export async function openArchive(held: Held, options: Options): Promise<Opened> {
  const format = archiveOf(held.use((source) => source.read(0, START)));
  if (format === null) return { kind: "other" };
  if (format === "tar") return { kind: "tar", compression: null, bytes: held.stream() };
  if (format !== "packed") return { kind: "archive", format };
  const { compression, bytes } = await decompress(held.stream(), options);
  if (compression === null) return { kind: "other" };
  const feed = new Feed(bytes);
  const inside = await feed.peek(START);
  return { kind: isTar(inside) ? "tar" : "packed", compression, bytes: feed.rest() };
}

/** What was read. */
export type Read = { readonly format: ArchiveFormat; readonly facts: PackageFacts | null };

/** Hands the members of an archive to `visit`. Throws ArchiveError, with what it is in words. */
export async function readArchive(
  held: Held,
  opened: Extract<Opened, { kind: "archive" | "tar" }>,
  { visit, ...options }: Options & { readonly visit: Visit },
): Promise<Read> {
  if (opened.kind === "tar") return readTarOrApk(opened.bytes, { visit, ...options });
  switch (opened.format) {
    case "zip":
      await readZip(held, visit, options);
      return { format: "zip", facts: null };
    case "deb":
      return { format: "deb", facts: await readDeb(held.stream(), visit, options) };
    case "rpm":
      return { format: "rpm", facts: await readRpm(held.stream(), visit, options) };
  }
}

const LONGEST_INFO = 1024 * 1024;

/** A package of Alpine is a tar that begins with its signatures and what it says of itself. */
async function readTarOrApk(bytes: Bytes, { visit, limits }: Options & { readonly visit: Visit }): Promise<Read> {
  const found: { info: string | null; isFirst: boolean } = { info: null, isFirst: true };
  await readTar(
    bytes,
    async (member, content) => {
      const { path, size } = member;
      const isOfApk = path === ".PKGINFO" || path.startsWith(".SIGN.");
      if (!found.isFirst || !isOfApk) {
        found.isFirst = false;
        await visit(member, content);
      } else if (path === ".PKGINFO" && size <= LONGEST_INFO) {
        found.info = await textOf(content);
      }
    },
    limits,
  );
  return found.info === null ? { format: "tar", facts: null } : { format: "apk", facts: parseInfo(found.info) };
}

async function textOf(content: Bytes): Promise<string> {
  let text = "";
  for await (const piece of content) text += decodeText(piece);
  return text;
}

/** `depend = so:libc.musl-x86_64.so.1`, `depend = busybox>=1.36` */
function parseInfo(text: string): PackageFacts {
  const pairs = text.split("\n").flatMap((line) => {
    const [, key = "", value = ""] = /^(\w+) = (.*)$/.exec(line) ?? [];
    return key === "" ? [] : [{ key, value }];
  });
  const first = (name: string): string | null => pairs.find(({ key }) => key === name)?.value ?? null;
  const depends = pairs.flatMap(({ key, value }): Dependency[] => {
    // What starts with ! must not be there.
    const match = key === "depend" ? /^([^!<>=~\s][^<>=~\s]*)\s*(?:([<>=~]+)\s*(\S+))?/.exec(value) : null;
    if (match === null) return [];
    return [{ anyOf: [{ name: match[1] ?? "", relation: match[2] ?? null, version: match[3] ?? null }] }];
  });
  return { format: "apk", name: first("pkgname"), architecture: first("arch"), depends };
}
