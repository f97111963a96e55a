import type { Kept } from "./keep.ts";

/** What a layer puts at a path, or (`whiteout`, `opaque`) takes away from the layers below it. */
export type LayerEntry = {
  /** Without a slash at either end, without `.` and `..`: `usr/bin/app`. Empty for the root itself. */
  readonly path: string;
  readonly kind: "file" | "folder" | "link" | "hard-link" | "other" | "whiteout" | "opaque";
  /** Of a link as it is written; of a hard link a path like `path`; null for the others. */
  readonly target: string | null;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** What was kept of a file's content; null for the others. */
  readonly kept: Kept | null;
};

export type Layer = { readonly entries: readonly LayerEntry[] };

/** What stands at a path of the merged root. */
export type Node = {
  readonly kind: "file" | "folder" | "link" | "other";
  readonly target: string | null;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly kept: Kept | null;
  /** The layer that it comes from, the lowest is 1. */
  readonly layer: number;
  /** Of a folder. */
  readonly children: Map<string, Node>;
  /** A layer above writes below this link without a folder of its own: some runtimes follow the link, others put a folder in its place. */
  isAmbiguous: boolean;
};

/** The file system that the layers make together. */
export type Root = { readonly top: Node };

/** The children of everything that is not a folder; it stays empty. */
const none = new Map<string, Node>();

/** A folder that no layer describes, but that something lies in: runtimes make it for everybody to read. */
function impliedFolder(layer: number): Node {
  return {
    kind: "folder",
    target: null,
    mode: 0o755,
    uid: 0,
    gid: 0,
    kept: null,
    layer,
    children: new Map(),
    isAmbiguous: false,
  };
}

/**
 * Layers, the lowest first → the root that a container sees (OCI image specification, "Applying Changesets"). Whiteouts of a layer are
 * for the layers below it alone, wherever they stand in it.
 */
export function mergeLayers(layers: readonly Layer[]): Root {
  let top = impliedFolder(0);
  for (const [at, { entries }] of layers.entries()) {
    const layer = at + 1;
    for (const { kind, path } of entries) {
      if (kind === "whiteout") remove(top, path);
      if (kind === "opaque") findFolder(top, path)?.children.clear();
    }
    for (const entry of entries) {
      if (entry.kind === "whiteout" || entry.kind === "opaque") continue;
      if (entry.path !== "") put(top, entry, layer);
      else if (entry.kind === "folder") top = { ...top, mode: entry.mode, uid: entry.uid, gid: entry.gid, layer };
    }
  }
  return { top };
}

function split(path: string): { readonly folder: string; readonly name: string } {
  const slash = path.lastIndexOf("/");
  return { folder: slash === -1 ? "" : path.slice(0, slash), name: path.slice(slash + 1) };
}

function remove(top: Node, path: string): void {
  const { folder, name } = split(path);
  findFolder(top, folder)?.children.delete(name);
}

/** The folder that a whiteout is for; links on the way are followed, which some runtimes do not do. */
function findFolder(top: Node, path: string): Node | undefined {
  let node: Node | undefined = top;
  let walked = "";
  for (const name of path === "" ? [] : path.split("/")) {
    walked = `${walked}/${name}`;
    const next: Node | undefined = node.children.get(name);
    if (next?.kind === "link") next.isAmbiguous = true;
    const found: Found | NotFound | undefined = next?.kind === "link" ? resolve({ top }, walked) : undefined;
    node = found === undefined ? next : found.kind === "found" ? found.node : undefined;
    if (node === undefined) return undefined;
  }
  return node;
}

function put(top: Node, entry: LayerEntry, layer: number): void {
  const { folder, name } = split(entry.path);
  const parent = makeFolders(top, folder, layer);
  const node = nodeOf(top, entry, layer);
  const before = parent.children.get(name);
  // A folder that is there already keeps what is in it.
  const children = node.kind === "folder" && before?.kind === "folder" ? before.children : node.children;
  parent.children.set(name, { ...node, children });
}

function nodeOf(top: Node, entry: LayerEntry, layer: number): Node {
  const { kind, target, mode, uid, gid, kept } = entry;
  const children = kind === "folder" ? new Map<string, Node>() : none;
  const own = { target, mode, uid, gid, kept, layer, children, isAmbiguous: false };
  if (kind === "hard-link") {
    // The link shares everything with what it leads to; without that there is nothing that could be read.
    const linked = findLinked(top, target ?? "");
    return linked === undefined || linked.kind === "folder" ? { ...own, kind: "other" } : { ...linked, layer };
  }
  return { ...own, kind: kind === "file" || kind === "folder" || kind === "link" ? kind : "other" };
}

/** Through the links of its folders, but not through itself: a hard link can be one to a link. */
function findLinked(top: Node, path: string): Node | undefined {
  const { folder, name } = split(path);
  const parent = resolve({ top }, `/${folder}`);
  return parent.kind === "found" ? parent.node.children.get(name) : undefined;
}

function makeFolders(top: Node, path: string, layer: number): Node {
  let node = top;
  let walked = "";
  for (const name of path === "" ? [] : path.split("/")) {
    walked = walked === "" ? name : `${walked}/${name}`;
    const next = node.children.get(name);
    node = next?.kind === "folder" ? next : makeFolder({ top, parent: node, path: walked, name, next }, layer);
  }
  return node;
}

type Place = {
  readonly top: Node;
  readonly parent: Node;
  readonly path: string;
  readonly name: string;
  readonly next: Node | undefined;
};

/** Through a link into the folder that it leads to; all else makes way for a folder. */
function makeFolder({ top, parent, path, name, next }: Place, layer: number): Node {
  if (next?.kind === "link") {
    next.isAmbiguous = true;
    const found = resolve({ top }, `/${path}`);
    if (found.kind === "found" && found.node.kind === "folder") return found.node;
  }
  const made = impliedFolder(layer);
  parent.children.set(name, made);
  return made;
}

/** Linux's own limit for one path (fs/namei.c, MAXSYMLINKS). */
const maxLinks = 40;
const maxPath = 4096;

export type Found = {
  readonly kind: "found";
  readonly node: Node;
  /** Without links: `/usr/bin/app`. */
  readonly path: string;
  /** Every folder that was gone through. */
  readonly folders: readonly Node[];
  /** A link that runtimes disagree about was followed. */
  readonly ambiguous: string | null;
};

/** Why nothing stands at a path. `at`: where the way ended; `link`: the last link that led there; null without one. */
export type NotFound = {
  readonly kind: "missing" | "not-a-folder" | "loop";
  readonly at: string;
  readonly link: string | null;
};

/**
 * A path as a process in the root sees it, links followed inside the root: `..` above it stays in it, and an absolute link begins there.
 * A relative path begins at `cwd`. The last element is followed as well.
 */
export function resolve({ top }: Root, path: string, cwd = "/"): Found | NotFound {
  const text = path.startsWith("/") ? path : `${cwd}/${path}`;
  if (text.length > maxPath) return { kind: "loop", at: text.slice(0, 100), link: null };
  const way: Way = { top, rest: partsOf(text), walked: [], folders: [top], links: 0, link: null, ambiguous: null };
  for (let name = way.rest.pop(); name !== undefined; name = way.rest.pop()) {
    const end = step(name, way);
    if (end !== null) return end;
  }
  const { walked, folders, ambiguous } = way;
  return { kind: "found", node: walked.at(-1)?.node ?? top, path: shownPath(way), folders, ambiguous };
}

/** As far as a path has been followed. */
type Way = {
  readonly top: Node;
  /** What is still to be followed, the next last. */
  readonly rest: string[];
  readonly walked: { readonly name: string; readonly node: Node }[];
  readonly folders: Node[];
  links: number;
  link: string | null;
  ambiguous: string | null;
};

function shownPath({ walked }: Way, name?: string): string {
  return `/${[...walked.map((each) => each.name), ...(name === undefined ? [] : [name])].join("/")}`;
}

/** One element further; where the way ends, why. */
function step(name: string, way: Way): NotFound | null {
  const here = way.walked.at(-1)?.node ?? way.top;
  if (here.kind !== "folder") return { kind: "not-a-folder", at: shownPath(way), link: way.link };
  if (name === "." || name === "") return null;
  if (name === "..") {
    way.walked.pop();
    return null;
  }
  const node = here.children.get(name);
  if (node === undefined) return { kind: "missing", at: shownPath(way, name), link: way.link };
  if (node.kind === "link") return follow(node, name, way);
  way.walked.push({ name, node });
  if (node.kind === "folder") way.folders.push(node);
  return null;
}

function follow({ target, isAmbiguous }: Node, name: string, way: Way): NotFound | null {
  const at = shownPath(way, name);
  way.links += 1;
  way.link = at;
  if (isAmbiguous) way.ambiguous = at;
  if (target === null || target === "") return { kind: "missing", at, link: at };
  if (way.links > maxLinks || target.length > maxPath) return { kind: "loop", at, link: at };
  if (target.startsWith("/")) way.walked.length = 0;
  for (const part of partsOf(target)) way.rest.push(part);
  return null;
}

/** The first element last. A slash at the end asks for a folder. */
function partsOf(path: string): string[] {
  return (path.endsWith("/") ? `${path}.` : path).split("/").reverse();
}
