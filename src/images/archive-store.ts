import { posix } from "node:path";
import { decompress } from "../archives/decompress.ts";
import type { Bytes, Member } from "../archives/member.ts";
import { readTar } from "../archives/tar.ts";
import type { Ports } from "../ports/types.ts";
import { type LayerTools, type ReadLayer, readLayer } from "./read-layer.ts";
import { largestJson, parseJson, type Store, type StoredJson } from "./store.ts";

/** What stands in an archive under a name. */
type Stored =
  | { readonly kind: "json"; readonly json: StoredJson | string }
  | { readonly kind: "layer"; readonly layer: ReadLayer }
  | { readonly kind: "link"; readonly target: string };

/** Documents of an archive, together: an image has a handful of small ones. */
const jsonBudget = 64 * 1024 * 1024;

/**
 * An archive of an OCI layout, or one that `docker save` wrote, packed or not. It is read once from front to end, because a packed one cannot
 * be read in any other way: which members are layers is known at its end, so that everything that looks like one is read as one. Throws
 * ArchiveError for an archive that cannot be read.
 */
export async function archiveStore(
  bytes: Bytes,
  tools: LayerTools,
  { blobs, decompression }: Pick<Ports, "blobs" | "decompression">,
): Promise<Store> {
  const stored = new Map<string, Stored>();
  let left = jsonBudget;
  const unpacked = await decompress(bytes, { decompression });
  await readTar(unpacked.bytes, async (member, content) => {
    const name = plainName(member.path);
    if (member.kind === "link" || member.kind === "hard-link") {
      const from = member.kind === "link" ? posix.dirname(name) : "";
      stored.set(name, { kind: "link", target: plainName(posix.join(from, member.target ?? "")) });
      return;
    }
    if (member.kind !== "file") return;
    const start = await startOf(content);
    if (looksLikeJson(start.bytes, member) && member.size <= left) {
      left -= member.size;
      stored.set(name, { kind: "json", json: await readJson(start.all, blobs) });
    } else {
      stored.set(name, { kind: "layer", layer: await readLayer(start.all, tools) });
    }
  });
  return storeOf(stored);
}

function plainName(path: string): string {
  return posix.normalize(`/${path}`).slice(1);
}

type Start = { readonly bytes: Uint8Array; /** From the beginning. */ readonly all: Bytes };

/** The first piece of a member, and all of it. */
async function startOf(content: Bytes): Promise<Start> {
  const source = content[Symbol.asyncIterator]();
  const first = await source.next();
  const bytes = first.done === true ? new Uint8Array() : first.value;
  async function* all(): AsyncGenerator<Uint8Array, void, undefined> {
    if (bytes.length > 0) yield bytes;
    for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
  }
  return { bytes, all: all() };
}

/** A brace or bracket is no beginning of a packed layer, and a tar archive begins with the name of its first member. */
function looksLikeJson(start: Uint8Array, { path, size }: Member): boolean {
  if (size > largestJson) return false;
  if (/\.json$|(?:^|\/)(?:oci-layout|repositories|VERSION)$/.test(path)) return true;
  const first = start.find((byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09);
  return (first === 0x7b || first === 0x5b) && !start.subarray(0, 512).includes(0);
}

async function readJson(bytes: Bytes, blobs: Ports["blobs"]): Promise<StoredJson | string> {
  const hash = await blobs.startSha256();
  const pieces: string[] = [];
  const decoder = new TextDecoder();
  for await (const piece of bytes) {
    hash.update(piece);
    pieces.push(decoder.decode(piece, { stream: true }));
  }
  const parsed = parseJson(pieces.join(""));
  return typeof parsed === "string" ? parsed : { ...parsed, sha256: hash.hex() };
}

/** Links of archives that lead to another name, as `docker save` wrote them for a layer that occurs twice. */
const maxLinks = 8;

function storeOf(stored: ReadonlyMap<string, Stored>): Store {
  const find = (name: string): Exclude<Stored, { readonly kind: "link" }> | undefined => {
    let found = stored.get(plainName(name));
    for (let left = maxLinks; left > 0 && found?.kind === "link"; left--) found = stored.get(found.target);
    return found?.kind === "link" ? undefined : found;
  };
  return {
    has: (name) => Promise.resolve(find(name) !== undefined),
    json: (name) => {
      const found = find(name);
      return Promise.resolve(found === undefined ? "is missing" : found.kind === "json" ? found.json : "is not JSON");
    },
    layer: (name) => {
      const found = find(name);
      return Promise.resolve(
        found === undefined ? "is missing" : found.kind === "layer" ? found.layer : "is not a layer",
      );
    },
  };
}
