/** A stream of bytes, read once. What it yields is to be looked at before the next piece is asked for, and not to be changed. */
export type Bytes = AsyncIterable<Uint8Array>;

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
