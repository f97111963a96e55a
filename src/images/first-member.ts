import { ArchiveError } from "../archives/archive-error.ts";
import { decompress } from "../archives/decompress.ts";
import { readTar } from "../archives/tar.ts";
import type { Ports } from "../ports/types.ts";

class Seen extends Error {
  readonly path: string;

  constructor(path: string) {
    super("the first member was seen");
    this.path = path;
  }
}

/** The name of the first member of a tar archive, packed or not; null for what is none. */
export async function firstMember(
  bytes: AsyncIterable<Uint8Array>,
  decompression: Ports["decompression"],
): Promise<string | null> {
  try {
    const unpacked = await decompress(bytes, { decompression });
    await readTar(unpacked.bytes, ({ path }) => Promise.reject(new Seen(path)));
    return null;
  } catch (thrown: unknown) {
    if (thrown instanceof Seen) return thrown.path;
    if (thrown instanceof ArchiveError) return null;
    throw thrown;
  }
}
