import type { ReadLayer } from "./read-layer.ts";

/** The blobs of a layout or an archive, by the names that its own files give them: `blobs/sha256/…`, `…/layer.tar`. */
export type Store = {
  /** Whether there is something of that name. */
  readonly has: (name: string) => Promise<boolean>;
  /** A JSON document, and the SHA-256 of its bytes; in words why there is none: "is missing". */
  readonly json: (name: string) => Promise<StoredJson | string>;
  /** A layer; in words why there is none. It is read once, however many images have it. */
  readonly layer: (name: string) => Promise<ReadLayer | string>;
};

export type StoredJson = { readonly value: unknown; readonly sha256: string };

/** No index, manifest or configuration comes near it. */
export const largestJson = 8 * 1024 * 1024;

/** The text of a document → its value; in words why it has none. */
export function parseJson(text: string): { readonly value: unknown } | string {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return "is not JSON";
  }
}
