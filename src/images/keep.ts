import type { ByteSource } from "../ports/types.ts";

/** What is kept of a file of a layer, so that the layer is read once. */
export type Kept = {
  /** Of the whole file, in bytes. */
  readonly size: number;
  /** The first bytes; all of them where `size` is as large. */
  readonly bytes: () => ByteSource;
};
