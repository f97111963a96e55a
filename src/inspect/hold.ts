import { join } from "node:path";
import { ArchiveError } from "../archives/archive-error.ts";
import { type Held, heldBytes, heldFile } from "../archives/held.ts";
import type { Bytes } from "../archives/member.ts";
import type { Files } from "../ports/types.ts";
import { joinBytes } from "../text/bytes.ts";

/** What is larger goes to the disk: two copies of it are in memory for a moment. */
const SMALL = 32 * 1024 * 1024;
const LARGEST = 4 * 1024 ** 3;

/** A member's content, to be read at any place. */
export type Content = Held & {
  /** Lower-case hex. */
  sha256(): Promise<string>;
  /** Its path on the disk, where it is written if it is not there yet: under a number, and never under a name of its own. */
  keep(): Promise<string>;
  /** Forgets it, unless it is kept. */
  release(): Promise<void>;
};

export type Hold = (bytes: Bytes) => Promise<Content>;

/** Holds contents in memory or, when they are large, in a temporary folder. What it returns throws ArchiveError above 4 GiB. */
export function makeHold(files: Files): Hold {
  let folder: Promise<string> | undefined;
  let count = 0;
  const newPath = async (): Promise<string> => {
    folder ??= files.makeTempDir();
    count += 1;
    return join(await folder, String(count));
  };
  return async (bytes) => {
    const iterator = bytes[Symbol.asyncIterator]();
    const { pieces, isWhole } = await gather(iterator);
    if (isWhole) return inMemory(joinBytes(pieces), { files, newPath });
    const path = await newPath();
    await files.writeBytes(path, continued(pieces, iterator));
    return onDisk(path, files);
  };
}

/** As much as may be in memory. */
async function gather(
  iterator: AsyncIterator<Uint8Array>,
): Promise<{ readonly pieces: readonly Uint8Array[]; readonly isWhole: boolean }> {
  const pieces: Uint8Array[] = [];
  for (let total = 0; total <= SMALL;) {
    const next = await iterator.next();
    if (next.done === true) return { pieces, isWhole: true };
    pieces.push(next.value);
    total += next.value.length;
  }
  return { pieces, isWhole: false };
}

async function* continued(
  pieces: readonly Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield* pieces;
  let total = pieces.reduce((sum, { length }) => sum + length, 0);
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
    total += next.value.length;
    if (total > LARGEST) throw new ArchiveError("has a member of more than 4 GiB");
    yield next.value;
  }
}

function onDisk(path: string, files: Files): Content {
  let isKept = false;
  return {
    ...heldFile(path, files),
    sha256: () => files.sha256(path),
    keep: () => {
      isKept = true;
      return Promise.resolve(path);
    },
    release: async () => {
      if (!isKept) await files.remove(path);
    },
  };
}

function inMemory(
  bytes: Uint8Array,
  { files, newPath }: { readonly files: Files; readonly newPath: () => Promise<string> },
): Content {
  const held = heldBytes(bytes);
  return {
    ...held,
    sha256: async () => {
      const digest = await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes));
      return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
    },
    keep: async () => {
      const path = await newPath();
      await files.writeBytes(path, held.stream());
      return path;
    },
    release: () => Promise.resolve(),
  };
}
