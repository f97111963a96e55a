import { posix } from "node:path";
import { ArchiveError } from "../archives/archive-error.ts";
import { decompress } from "../archives/decompress.ts";
import type { Bytes } from "../archives/member.ts";
import { readTar } from "../archives/tar.ts";
import type { Ports } from "../ports/types.ts";

/** How the tools that write images begin their archives. */
const firstName =
  /^(?:\.\/)?(?:$|blobs(?:\/|$)|oci-layout$|index\.json$|manifest\.json$|repositories$|(?:sha256:)?[0-9a-f]{64}(?:[./]|$))/;

/** Stops the reading: what was wanted is known. */
class Known extends Error {}

/** Whether a stream is a tar archive, packed or not, of an OCI layout or one that `docker save` wrote: by the names of its members. */
export async function holdsImage(bytes: Bytes, decompression: Ports["decompression"]): Promise<boolean> {
  const names = new Set<string>();
  const isImage = (): boolean =>
    names.has("manifest.json") || (names.has("oci-layout") && names.has("index.json") && names.has("blobs"));
  try {
    const unpacked = await decompress(bytes, { decompression });
    await readTar(unpacked.bytes, ({ path }) => {
      if (names.size === 0 && !firstName.test(path)) throw new Known();
      const name = posix.normalize(`/${path}`).slice(1);
      names.add(name.startsWith("blobs/") ? "blobs" : name);
      if (isImage()) throw new Known();
      return Promise.resolve();
    });
  } catch (thrown: unknown) {
    if (!(thrown instanceof Known || thrown instanceof ArchiveError)) throw thrown;
  }
  return isImage();
}
