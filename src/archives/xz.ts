import xz from "xz-decompress";
import { toError } from "../errors.ts";
import type { Checks } from "../ports/types.ts";
import { ArchiveError } from "./archive-error.ts";
import { feedOf } from "./feed.ts";
import type { Bytes } from "./member.ts";
import { damagedXz, readXzStreams, type XzBlock } from "./xz-streams.ts";

/** The codes of XZ Embedded (xz.h, enum xz_ret), which is inside. */
const reasons: Readonly<Record<string, string>> = {
  3: "needs more memory to unpack than this machine gives",
  4: "is packed by xz with a dictionary of more than 64 MiB",
  5: "has something behind its xz data",
  6: "is packed by xz with a filter that is not read (BCJ, delta)",
  8: "is cut off in the middle of its xz data",
};

/** All streams of an xz file, one after the other. Throws ArchiveError, and what the source throws. */
export async function* unxz(bytes: Bytes, checks: Checks): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const feed of feedOf(bytes)) {
    const verifier = new Verifier(checks);
    const streams = readXzStreams(feed, {
      crc32: checks.crc32,
      onSha256: () => {
        verifier.start();
      },
      onBlock: (block) => {
        verifier.add(block);
      },
    });
    for await (const piece of decode(streams)) {
      verifier.update(piece);
      yield piece;
    }
    verifier.end();
  }
}

/** Compares SHA-256 of each block, which the decoder does not. Does nothing before the first stream that has it. */
class Verifier {
  readonly #checks: Checks;
  readonly #blocks: XzBlock[] = [];
  #isStarted = false;
  #hash: ReturnType<Checks["startSha256"]>;
  /** Bytes of the first of the blocks that were seen. */
  #seen = 0;

  constructor(checks: Checks) {
    this.#checks = checks;
    this.#hash = checks.startSha256();
  }

  start(): void {
    this.#isStarted = true;
  }

  add(block: XzBlock): void {
    this.#blocks.push(block);
  }

  /** The next of what was unpacked: a block is complete before anything of the next one comes. Throws ArchiveError. */
  update(piece: Uint8Array): void {
    let rest = piece;
    while (rest.length > 0) {
      const [block] = this.#blocks;
      const some = rest.subarray(0, block === undefined ? rest.length : block.size - this.#seen);
      if (this.#isStarted) this.#hash.update(some);
      this.#seen += some.length;
      rest = rest.subarray(some.length);
      if (rest.length > 0) this.#compare(block);
    }
  }

  /** Throws ArchiveError. */
  end(): void {
    for (const block of [...this.#blocks]) this.#compare(block);
  }

  #compare(block: XzBlock | undefined): void {
    if (block?.size !== this.#seen) throw damagedXz;
    if (block.sha256 !== null && !isSame(this.#hash.digest(), block.sha256)) throw damagedXz;
    if (this.#isStarted) this.#hash = this.#checks.startSha256();
    this.#blocks.shift();
    this.#seen = 0;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.every((byte, at) => byte === b[at]);
}

async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const failure: { thrown?: Error } = {};
  const iterator = bytes[Symbol.asyncIterator]();
  const source = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          let next = await iterator.next();
          // Asked twice to go on with nothing, the decoder takes it for the end.
          while (next.done !== true && next.value.length === 0) next = await iterator.next();
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
    const reason = reasons[code];
    throw reason === undefined ? damagedXz : new ArchiveError(reason);
  }
}
