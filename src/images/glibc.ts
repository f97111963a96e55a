import { decodeText } from "../text/bytes.ts";
import { type CacheEntry, readLdCache } from "./ld-cache.ts";
import { type Candidate, type Loaded, type LoaderRule, plainly } from "./loader.ts";
import { resolve } from "./root.ts";
import { type View, wholeOf } from "./view.ts";

/** What one image's glibc looks into, beside what each file asks for. */
type Places = {
  /** LD_LIBRARY_PATH. */
  readonly environment: readonly string[];
  readonly cache: readonly CacheEntry[];
  readonly defaults: readonly string[];
};

/**
 * The rule of glibc's loader (elf/dl-load.c, _dl_map_object): DT_RPATH of the file that needs a library and of those that loaded it,
 * unless that file has DT_RUNPATH; LD_LIBRARY_PATH; its DT_RUNPATH; ld.so.cache; the folders that are built into the loader.
 */
export function glibcRule(view: View, self: Loaded, isSecure: boolean): LoaderRule {
  const places: Places = {
    environment: isSecure ? [] : splitPath(view.env.LD_LIBRARY_PATH ?? "", /[:;]/),
    cache: readCache(view),
    defaults: defaultFolders(self),
  };
  return {
    libc: "glibc",
    self,
    isSelf: () => false,
    candidates: (name, requester) => candidates(name, requester, { view, places }),
  };
}

function readCache({ root }: View): readonly CacheEntry[] {
  const found = resolve(root, "/etc/ld.so.cache");
  const source = found.kind === "found" ? wholeOf(found.node) : null;
  return source === null ? [] : readLdCache(source);
}

type Context = { readonly view: View; readonly places: Places };

function candidates(name: string, requester: Loaded, { view, places }: Context): readonly Candidate[] {
  const expand = (text: string, file: Loaded): readonly string[] => expandTokens(text, file, places.defaults);
  if (name.includes("/")) return expand(name, requester).map(plainly);
  const { runpath, rpath, noDefaultFolders } = requester.dynamic;
  const hasRunpath = runpath.length > 0 && rpath.length === 0;
  const inherited = hasRunpath ? [] : chainOf(requester).flatMap((file) => foldersOf(file.dynamic.rpath, file, expand));
  const own = hasRunpath ? foldersOf(runpath, requester, expand) : [];
  const environment = places.environment.flatMap((text) => expand(text === "" ? "." : text, requester));
  const inFolder = (folder: string): Candidate => plainly(`${folder.replace(/\/+$/, "")}/${name}`);
  const folders = [...inherited, ...environment, ...own];
  const cached = places.cache.filter((entry) => entry.name === name);
  return [
    ...folders.map(inFolder),
    ...(noDefaultFolders
      ? []
      : [
          // What is for all processors is what has to be there.
          ...cached.filter(({ isForSome }) => !isForSome).map(({ path }) => plainly(path)),
          ...places.defaults.map(inFolder),
          ...cached.filter(({ isForSome }) => isForSome).map(({ path }) => ({ path, isForSome: true })),
        ]),
    ...[...folders, ...(noDefaultFolders ? [] : places.defaults)].flatMap((folder) => forSome(folder, name, view)),
  ];
}

/** Subfolders for newer processors, glibc 2.33 and later: which of them counts depends on the machine. */
function forSome(folder: string, name: string, view: View): readonly Candidate[] {
  const found = resolve(view.root, `${folder}/glibc-hwcaps`, view.cwd);
  if (found.kind !== "found") return [];
  return [...found.node.children.keys()].map((level) => ({
    path: `${folder.replace(/\/+$/, "")}/glibc-hwcaps/${level}/${name}`,
    isForSome: true,
  }));
}

/** The file, what loaded it, and so on. The program is always among them. */
function chainOf(file: Loaded): readonly Loaded[] {
  const chain: Loaded[] = [];
  for (let each: Loaded | null = file; each !== null; each = each.requester) chain.push(each);
  return chain;
}

/** An empty part stands for the folder of the process, a list without any for nothing. */
function foldersOf(
  list: readonly string[],
  file: Loaded,
  expand: (text: string, file: Loaded) => readonly string[],
): readonly string[] {
  if (list.length === 1 && list[0] === "") return [];
  return list.flatMap((text) => expand(text === "" ? "." : text, file));
}

export function splitPath(text: string, separator: RegExp): readonly string[] {
  return text === "" ? [] : text.split(separator);
}

const platforms: Readonly<Partial<Record<string, string>>> = { amd64: "x86_64", arm64: "aarch64", "386": "i686" };

/** `$ORIGIN`, `$LIB` and `$PLATFORM`, with or without braces. A path with one that is not known is left out. */
function expandTokens(text: string, { origin, object }: Loaded, defaults: readonly string[]): readonly string[] {
  // What the loader was built with stands in its default folders: `lib/x86_64-linux-gnu` of Debian, `lib64` of others.
  const lib = defaults[0]?.replace(/^\/+|\/+$/g, "").replace(/^usr\//, "");
  const values: Readonly<Partial<Record<string, string>>> = {
    ORIGIN: origin,
    LIB: lib,
    PLATFORM: platforms[object.machine],
  };
  const token = /\$(?:\{(ORIGIN|LIB|PLATFORM)\}|(ORIGIN|LIB|PLATFORM)(?![A-Za-z0-9_]))/g;
  const names = [...text.matchAll(token)].map(([, braced = "", plain = ""]) => braced || plain);
  if (names.some((name) => values[name] === undefined)) return [];
  return [text.replace(token, (_, braced = "", plain = "") => values[String(braced) || String(plain)] ?? "")];
}

const multiarch: Readonly<Partial<Record<string, string>>> = {
  amd64: "x86_64-linux-gnu",
  arm64: "aarch64-linux-gnu",
  "386": "i386-linux-gnu",
  arm: "arm-linux-gnueabihf",
  ppc64le: "powerpc64le-linux-gnu",
  riscv64: "riscv64-linux-gnu",
  s390x: "s390x-linux-gnu",
  loong64: "loongarch64-linux-gnu",
};

/**
 * The folders that a loader of glibc was built with, from its own bytes: a list of paths that end with a slash, one behind the other
 * (elf/dl-load.c, system_dirs). Where there is no such list: those of Debian and of others.
 */
function defaultFolders({ node, object }: Loaded): readonly string[] {
  const source = wholeOf(node);
  const text = source === null ? "" : latin1(source.read(0, source.size));
  const lists = [...text.matchAll(/(?:\/[\w.+\-/]*\/\0){2,}/g)].map(([list]) =>
    list.split("\0").filter((each) => each !== ""),
  );
  const list = lists.find((folders) => folders.some((folder) => /\/lib(?:32|64|x32)?\//.test(folder)));
  if (list !== undefined) return list;
  const triple = multiarch[object.machine];
  const debian = triple === undefined ? [] : [`/lib/${triple}/`, `/usr/lib/${triple}/`];
  return [...debian, "/lib64/", "/usr/lib64/", "/lib/", "/usr/lib/"];
}

/** A character for each byte. */
function latin1(bytes: Uint8Array): string {
  return latin1Decoder.decode(bytes);
}

const latin1Decoder = new TextDecoder("latin1");

/** `2.36`: the release that a file of glibc says it is of; null where it does not say one. */
export function glibcRelease(node: Loaded["node"]): string | null {
  const source = wholeOf(node);
  if (source === null) return null;
  return /(?:stable|development) release version (\d+\.\d+)/.exec(decodeText(source.read(0, source.size)))?.[1] ?? null;
}
