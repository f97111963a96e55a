import { splitPath } from "./glibc.ts";
import { type Loaded, type LoaderRule, plainly } from "./loader.ts";
import { readText, type View } from "./view.ts";

/** musl's loader is its C library, and stands for all names that begin with these (ldso/dynlink.c, `reserved`). */
const reserved = /^lib(?:c|pthread|rt|m|dl|util|xnet)\./;

const usualFolders = "/lib:/usr/local/lib:/usr/lib";

/**
 * The rule of musl's loader (ldso/dynlink.c, load_library): LD_LIBRARY_PATH; DT_RUNPATH or else DT_RPATH of the file that needs a library,
 * and of those that loaded it; /etc/ld-musl-ARCH.path, or the usual folders where that is missing.
 */
export function muslRule(view: View, self: Loaded, isSecure: boolean): LoaderRule {
  const environment = isSecure ? [] : foldersOf(view.env.LD_LIBRARY_PATH ?? "");
  const system = foldersOf(readPathFile(view, self) ?? usualFolders);
  return {
    libc: "musl",
    self,
    isSelf: (name) => reserved.test(name),
    candidates: (name, requester) => {
      if (name.includes("/")) return [plainly(name)];
      const folders = [...environment, ...inheritedFolders(requester), ...system];
      return folders.map((folder) => plainly(`${folder}/${name}`));
    },
  };
}

function foldersOf(text: string): readonly string[] {
  return splitPath(text, /[:\n]/).filter((folder) => folder !== "");
}

function inheritedFolders(file: Loaded): readonly string[] {
  const folders: string[] = [];
  for (let each: Loaded | null = file; each !== null; each = each.requester) folders.push(...ownFolders(each));
  return folders;
}

const originToken = /\$(?:ORIGIN|\{ORIGIN\})/g;

/** Only `$ORIGIN` is known; with any other token the whole list counts for nothing. */
function ownFolders({ dynamic, origin }: Loaded): readonly string[] {
  const list = dynamic.runpath.join(":");
  if (list.replaceAll(originToken, "").includes("$")) return [];
  return foldersOf(list).map((folder) => folder.replaceAll(originToken, () => origin));
}

/** `/lib/ld-musl-x86_64.so.1` → /etc/ld-musl-x86_64.path: in the folder that the loader's own folder is in. */
function readPathFile(view: View, { name }: Loaded): string | null {
  const [, prefix, processor] = /^(.*)\/[^/]+\/ld-musl-([^/]+)\.so\.1$/.exec(name) ?? [];
  return processor === undefined ? null : readText(view, `${prefix ?? ""}/etc/ld-musl-${processor}.path`);
}
