import { posix } from "node:path";
import { asPattern, type RepositoryView } from "./dockerfile-folders.ts";
import type { StageCopy } from "./dockerfile-stage.ts";

/** Folders in which a Linux system has its loaders and the C library. */
const libraryFolder = /^\/(?:usr\/)?lib(?:32|64|x32)?(?:\/[\w*]+-linux-[\w*]+)?$/;

/** The loaders of glibc and musl, and the C libraries. */
const loaderFile = /^(?:ld-(?:linux|musl|\d|\*)|ld(?:64)?\.so|libc(?:[.-].*)?\.so|libc\.musl)/;

/** Commands that put the libraries of a system into a folder. */
const collectsLibraries =
  /\bldd\b|\bld-(?:linux|musl)|\blibc\.(?:so|musl)|(?<!\/var)\/lib(?:32|64)?(?:\/|\b)|--(?:install)?root\b|\bchisel\b|\b(?:mm)?debootstrap\b|\bdpkg(?:-deb)?\s+(?:-x|--extract)/;

/** Archives that ADD unpacks. */
const archive = /\.(?:tar|tgz|tbz2?|txz|tar\.\w+)$/i;

/** Whether a copy into an image may bring a loader or a C library, which an image has that is called `scratch`. */
export function mayBringLibraries(copy: StageCopy, view: RepositoryView): boolean {
  const target = trimmed(asPattern(copy.target));
  if (libraryFolder.test(target) || loaderFile.test(posix.basename(target))) return true;
  const sources = copy.sources.map((source) => trimmed(asPattern(source)));
  if (sources.some((source) => isLibrary(source, copy))) return true;
  return (target === "/" || target === "/usr") && sources.some((source) => isOpenFolder(source, copy, view));
}

function isLibrary(source: string, { from }: StageCopy): boolean {
  if (loaderFile.test(posix.basename(source))) return true;
  return from !== "context" && (source === "/" || libraryFolder.test(source.replace(/\/\*+$/, "")));
}

/** What becomes the root of an image, or its /usr, and may have folders of libraries. */
function isOpenFolder(source: string, { from, runs, files }: StageCopy, view: RepositoryView): boolean {
  if (archive.test(source)) return true;
  if (from === "context") return hasLibraries(source, view);
  if (files.includes(source) || posix.extname(source) !== "") return false;
  // Nobody sees here what another image has.
  return from === "image" || runs.some((text) => collectsLibraries.test(text));
}

/** A folder of the repository that has one for libraries: `rootfs/lib`. */
function hasLibraries(folder: string, { exists }: RepositoryView): boolean {
  return ["lib", "lib64", "usr/lib", "usr/lib64"].some((name) => exists(posix.join(folder, name)));
}

function trimmed(path: string): string {
  return path.replace(/(.)\/+\.?$/, "$1");
}
