import xz from "xz-decompress";
import { toError } from "../errors.ts";
import { ArchiveError } from "./archive-error.ts";
import type { Bytes } from "./member.ts";

/** The codes of XZ Embedded (xz.h, enum xz_ret), which is inside. */
const reasons: Readonly<Record<string, string>> = {
  3: "needs more memory to unpack than this machine gives",
  4: "is packed by xz with a dictionary of more than 64 MiB",
  5: "has something behind its xz data",
  6: "is packed by xz with a filter or a checksum that is not read (BCJ, SHA-256)",
  7: "is damaged: its xz data cannot be unpacked",
  8: "is cut off in the middle of its xz data",
};

/** All streams of an xz file, one after the other. Throws ArchiveError, and what the source throws. */
export async function* unxz(bytes: Bytes): AsyncGenerator<Uint8Array, void, undefined> {
  const failure: { thrown?: Error } = {};
  const iterator = bytes[Symbol.asyncIterator]();
  const source = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const next = await iterator.next();
          if (next.done === true) controller.close();
          else controller.enqueue(next.value);
        } catch (thrown) {
          failure.thrown = toError(thrown);
          controller.error(thrown);
        }
      },
      cancel: async () => {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
  try {
    yield* new xz.XzReadableStream(source);
  } catch (thrown) {
    if (failure.thrown !== undefined) throw failure.thrown;
    const code = /error code (\d+)/.exec(toError(thrown).message)?.[1];
    if (code === undefined) throw thrown;
    throw new ArchiveError(reasons[code] ?? "is damaged: its xz data cannot be unpacked");
  }
}
