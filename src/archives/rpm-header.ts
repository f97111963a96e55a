import { decodeText } from "../text/bytes.ts";
import { ArchiveError } from "./archive-error.ts";
import type { Feed } from "./feed.ts";

// The format is that of rpm's manual, "RPM V4 Package format", and of lib/rpmtag.h for the numbers of the tags.

const MAGIC = [0x8e, 0xad, 0xe8, 0x01];
const INTRO = 16;
const ENTRY = 16;
const MOST_ENTRIES = 0xffff;
const LARGEST_STORE = 256 * 1024 * 1024;
const INT16 = 3;
const INT32 = 4;
const INT64 = 5;
const STRING = 6;
const STRING_ARRAY = 8;
const I18N_STRING = 9;

const damaged = new ArchiveError("is damaged: a header of the package cannot be read");

type Entry = { readonly type: number; readonly offset: number; readonly count: number };

/** The values of a package's header by the number of their tag. */
export class RpmHeader {
  readonly #entries: ReadonlyMap<number, Entry>;
  readonly #store: Uint8Array;

  constructor(entries: ReadonlyMap<number, Entry>, store: Uint8Array) {
    this.#entries = entries;
    this.#store = store;
  }

  texts(tag: number): readonly string[] {
    const entry = this.#entries.get(tag);
    if (entry === undefined) return [];
    if (![STRING, STRING_ARRAY, I18N_STRING].includes(entry.type)) throw damaged;
    const texts: string[] = [];
    for (let at = entry.offset; texts.length < entry.count;) {
      const end = this.#store.indexOf(0, at);
      if (end === -1) throw damaged;
      texts.push(decodeText(this.#store.subarray(at, end)));
      at = end + 1;
    }
    return texts;
  }

  text(tag: number): string | null {
    return this.texts(tag)[0] ?? null;
  }

  numbers(tag: number): readonly number[] {
    const entry = this.#entries.get(tag);
    if (entry === undefined) return [];
    const width = { [INT16]: 2, [INT32]: 4, [INT64]: 8 }[entry.type];
    if (width === undefined || entry.offset + width * entry.count > this.#store.length) throw damaged;
    return Array.from({ length: entry.count }, (_, at) =>
      this.#store
        .subarray(entry.offset + at * width, entry.offset + (at + 1) * width)
        .reduce((value, byte) => value * 256 + byte, 0),
    );
  }
}

/** Reads a header at its place in the package. Throws ArchiveError. */
export async function readRpmHeader(feed: Feed): Promise<RpmHeader> {
  const intro = await feed.take(INTRO, "a header of the package");
  if (!MAGIC.every((byte, at) => intro[at] === byte)) throw damaged;
  const [count, size] = [numberIn(intro, 8), numberIn(intro, 12)];
  if (count > MOST_ENTRIES || size > LARGEST_STORE) throw damaged;
  const index = Uint8Array.from(await feed.take(count * ENTRY, "a header of the package"));
  const store = Uint8Array.from(await feed.take(size, "a header of the package"));
  const entries = new Map<number, Entry>();
  for (let at = 0; at < index.length; at += ENTRY) {
    const entry = { type: numberIn(index, at + 4), offset: numberIn(index, at + 8), count: numberIn(index, at + 12) };
    if (entry.offset > size || entry.count > size) throw damaged;
    entries.set(numberIn(index, at), entry);
  }
  return new RpmHeader(entries, store);
}

function numberIn(bytes: Uint8Array, at: number): number {
  return bytes.subarray(at, at + 4).reduce((value, byte) => value * 256 + byte, 0);
}
