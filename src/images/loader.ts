import type { Dynamic } from "../inspect/elf-dynamic.ts";
import type { ElfObject } from "./object.ts";
import type { Node } from "./root.ts";

/** A file that is loaded, and by which way it was found. */
export type Loaded = {
  /** The name that asked for it: `libc.so.6`, or the path of the program. */
  readonly name: string;
  /** Where it was found, as the loader found it: links are not followed. */
  readonly path: string;
  /** What `$ORIGIN` stands for. */
  readonly origin: string;
  readonly node: Node;
  readonly object: ElfObject;
  readonly dynamic: Dynamic;
  /** The file that asked for it first; null for the program. */
  readonly requester: Loaded | null;
};

/** How the loader of an image finds libraries. */
export type LoaderRule = {
  readonly libc: "glibc" | "musl";
  /** The loader's own file: it is loaded from the beginning. */
  readonly self: Loaded;
  /** Whether the loader itself stands for a library of that name. */
  readonly isSelf: (name: string) => boolean;
  /** The paths at which it looks for a library that a file needs, in their order. */
  readonly candidates: (name: string, requester: Loaded) => readonly Candidate[];
};

export type Candidate = {
  readonly path: string;
  /** The loader looks there on some processors only. */
  readonly isForSome: boolean;
};

export function plainly(path: string): Candidate {
  return { path, isForSome: false };
}
