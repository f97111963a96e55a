import { posix, resolve } from "node:path";
import { ConfigError } from "../errors.ts";
import { detect } from "../inspect/detect.ts";
import type { Named } from "../inspect/find-given.ts";
import type { Ports } from "../ports/types.ts";
import type { ImagePath } from "./inspect-images.ts";

type FindPorts = Pick<Ports, "files" | "decompression">;

type Given = { readonly workingDirectory: string; /** Paths and globs. */ readonly images: readonly string[] };

/** The images that the input names. Throws ConfigError for a path or glob without a match. */
export async function findImages(
  { workingDirectory, images }: Given,
  { files }: FindPorts,
): Promise<readonly ImagePath[]> {
  const found = new Map<string, ImagePath>();
  for (const pattern of images) {
    for (const each of await matchesOf(pattern, workingDirectory, files)) {
      if (!found.has(each.path)) found.set(each.path, each);
    }
  }
  return [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

async function matchesOf(pattern: string, cwd: string, files: Ports["files"]): Promise<readonly ImagePath[]> {
  const kind = await files.kindOf(resolve(cwd, pattern));
  if (kind === "other") throw new ConfigError(`images: "${pattern}" is neither a file nor a folder`);
  if (kind !== undefined) return [{ path: pattern, byName: true }];
  if (!/[*?[\]{}!]/.test(pattern))
    throw new ConfigError(`images: "${pattern}" does not exist; name a file, a folder or a glob`);
  const matches = await files.glob(pattern, cwd);
  if (matches.length === 0) throw new ConfigError(`images: "${pattern}" matches no file`);
  return matches.map((path) => ({ path, byName: false }));
}

type Split = { readonly images: readonly ImagePath[]; readonly others: readonly Named[] };

/** Files that a call names → the images among them, and the rest: all files of a layout are one image. */
export async function splitImages(paths: readonly Named[], workingDirectory: string, ports: FindPorts): Promise<Split> {
  const names = new Set(paths.map(({ path }) => path.replaceAll("\\", "/")));
  const layouts = [...names].flatMap((path) => {
    const folder = posix.dirname(path);
    return posix.basename(path) === "oci-layout" && names.has(posix.join(folder, "index.json")) ? folder : [];
  });
  const images = layouts.map((path): ImagePath => ({ path, byName: true }));
  const others: Named[] = [];
  for (const named of paths) {
    const { path } = named;
    if (layouts.some((folder) => folder === "." || path.replaceAll("\\", "/").startsWith(`${folder}/`))) continue;
    if (await isImageArchive(resolve(workingDirectory, path), ports)) images.push({ path, byName: true });
    else others.push(named);
  }
  return { images: images.toSorted((a, b) => (a.path < b.path ? -1 : 1)), others };
}

/** By the names in it. Most archives tell by the first one that they are none. */
async function isImageArchive(path: string, { files, decompression }: FindPorts): Promise<boolean> {
  if (!mayBeArchive(path, files)) return false;
  // Nobody else pays for the readers of archives.
  const { holdsImage } = await import("./holds-image.ts");
  return holdsImage(files.stream(path), decompression);
}

/** What cannot be read is for the readers of files to tell. */
function mayBeArchive(path: string, files: Ports["files"]): boolean {
  try {
    return /^(?:tar|gzip|zstd|xz|bzip2) archive$/.test(files.withSource(path, detect).what);
  } catch {
    return false;
  }
}
