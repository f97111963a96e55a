/**
 * A stream of bytes, read once. What it yields is not to be changed. A file's can jump: `skip` leaves out some of the next bytes and
 * says how many there were to leave out.
 */
export type Bytes = AsyncIterable<Uint8Array> & { readonly skip?: (count: number) => number };

/** One entry of an archive, as its format has it. Its path is hostile text: nothing is written by it. */
export type Member = {
  readonly path: string;
  readonly kind: "file" | "folder" | "link" | "hard-link" | "other";
  /** Of a link; null for the others. */
  readonly target: string | null;
  /** Permission bits; null where the format has none. */
  readonly mode: number | null;
  readonly uid: number | null;
  readonly gid: number | null;
  /** Bytes of its content. */
  readonly size: number;
};

/** Called for each entry in order. `content` can be read once, whole or in part, before the promise resolves; the rest is skipped. */
export type Visit = (member: Member, content: Bytes) => Promise<void>;
