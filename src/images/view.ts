import type { ByteSource } from "../ports/types.ts";
import { decodeText } from "../text/bytes.ts";
import { headSize } from "./script.ts";
import { type ElfObject, isElf, type NoObject, readObject } from "./object.ts";
import { type Node, type NotFound, resolve, type Root } from "./root.ts";
import { may, mayEnter, type User } from "./user.ts";

/** The root as the process of the entrypoint sees it. */
export type View = {
  readonly root: Root;
  readonly user: User;
  /** WorkingDir, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Partial<Record<string, string>>>;
  /** What was read of files, by what stands there: several programs and links lead to one library. */
  readonly objects: Map<Node, ElfObject | NoObject>;
};

/** What a path leads to, links followed. */
export type Look =
  | {
      readonly kind: "file" | "folder" | "other";
      readonly node: Node;
      readonly path: string;
      readonly ambiguous: string | null;
    }
  | { readonly kind: "forbidden"; readonly path: string }
  | NotFound;

/** What the user finds at a path. `forbidden`: a folder on the way is closed to the user. */
export function look(view: View, path: string): Look {
  const found = resolve(view.root, path, view.cwd);
  if (found.kind !== "found") return found;
  const { node, folders, ambiguous } = found;
  // The last of the folders is the one that was asked for, where it is one.
  const entered = node.kind === "folder" ? folders.slice(0, -1) : folders;
  if (!entered.every((folder) => mayEnter(view.user, folder))) return { kind: "forbidden", path: found.path };
  const kind = node.kind === "file" || node.kind === "folder" ? node.kind : "other";
  return { kind, node, path: found.path, ambiguous };
}

/** A file that the user may read, by its path. */
export function lookForFile(view: View, path: string): { readonly node: Node; readonly path: string } | null {
  const found = look(view, path);
  return found.kind === "file" && may(view.user, "read", found.node) ? found : null;
}

const largestText = 4 * 1024 * 1024;

/** The text of a file that the image's own tools read as root; null if it is missing or too large. */
export function readText({ root }: Pick<View, "root">, path: string): string | null {
  const found = resolve(root, path);
  const bytes = found.kind === "found" ? wholeOf(found.node) : null;
  return bytes === null ? null : decodeText(bytes.read(0, bytes.size));
}

/** All bytes of a file, where they were kept and are not too many for the memory. */
export function wholeOf({ kept }: Node): ByteSource | null {
  const source = kept?.bytes();
  return source === undefined || source.size !== kept?.size || source.size > largestText ? null : source;
}

export function headOf({ kept }: Node): Uint8Array {
  const source = kept?.bytes();
  return source === undefined ? new Uint8Array() : source.read(0, Math.min(headSize, source.size));
}

/** What a loader reads of a file. */
export function objectAt({ objects }: View, node: Node): ElfObject | NoObject {
  const known = objects.get(node);
  if (known !== undefined) return known;
  const object = objectOf(node);
  objects.set(node, object);
  return object;
}

function objectOf(node: Node): ElfObject | NoObject {
  if (!isElf(headOf(node))) return { reason: "it is not an ELF file", machine: null };
  const source = node.kept?.bytes();
  if (source === undefined || source.size !== node.kept?.size)
    return { reason: "it is too large to be read", machine: null };
  return readObject(source);
}

/** `libc.so.6 of layer 2` is what people look for. */
export function fromLayer({ layer }: Node): string {
  return `from layer ${layer}`;
}
