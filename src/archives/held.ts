import type { ByteSource, Files } from "../ports/types.ts";
import type { Bytes } from "./member.ts";

/** A file that can be read at any place, and from its start as often as it is asked for. */
export type Held = {
  /** In bytes. */
  readonly size: number;
  use<T>(look: (source: ByteSource) => T): T;
  stream(): Bytes;
};

/** A file of the disk. Throws what the system throws. */
export function heldFile(path: string, files: Pick<Files, "withSource" | "stream">): Held {
  return {
    size: files.withSource(path, ({ size }) => size),
    use: (look) => files.withSource(path, look),
    stream: () => files.stream(path),
  };
}

export function heldBytes(bytes: Uint8Array): Held {
  return {
    size: bytes.length,
    use: (look) => look(sourceOfBytes(bytes)),
    async *stream() {
      yield await Promise.resolve(bytes);
    },
  };
}

export function sourceOfBytes(bytes: Uint8Array, size = bytes.length): ByteSource {
  return { size, read: (offset, length) => bytes.subarray(offset, offset + length) };
}
