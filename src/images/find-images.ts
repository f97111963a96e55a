import { join, resolve } from "node:path";
import { ConfigError } from "../errors.ts";
import { detect } from "../inspect/detect.ts";
import type { Ports } from "../ports/types.ts";
import type { ImagePath } from "./inspect-images.ts";

type Given = {
  readonly workingDirectory: string;
  readonly binaries: readonly string[];
  readonly images: readonly string[];
};

type FindPorts = Pick<Ports, "files" | "decompression">;

/** The images of a call: those that `images` names, and those among `binaries`. Throws ConfigError for a path or glob of `images` without a match. */
export async function findImages(
  { workingDirectory, binaries, images }: Given,
  ports: FindPorts,
): Promise<{ readonly images: readonly ImagePath[]; readonly binaries: readonly string[] }> {
  const found = new Map<string, ImagePath>();
  for (const pattern of images) {
    for (const each of await matchesOf(pattern, workingDirectory, ports))
      if (!found.has(each.path)) found.set(each.path, each);
  }
  const others: string[] = [];
  for (const path of binaries) {
    if (await isImage(resolve(workingDirectory, path), ports)) found.set(path, { path, byName: true });
    else others.push(path);
  }
  return { images: [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1)), binaries: others };
}

async function matchesOf(pattern: string, cwd: string, { files }: FindPorts): Promise<readonly ImagePath[]> {
  const kind = await files.kindOf(resolve(cwd, pattern));
  if (kind === "other") throw new ConfigError(`images: "${pattern}" is neither a file nor a folder`);
  if (kind !== undefined) return [{ path: pattern, byName: true }];
  if (!/[*?[\]{}!]/.test(pattern)) throw new ConfigError(`images: there is no file or folder "${pattern}"`);
  const matches = await files.glob(pattern, cwd);
  if (matches.length === 0) throw new ConfigError(`images: "${pattern}" matches no file`);
  return matches.map((path) => ({ path, byName: false }));
}

/** How the tools that write images begin their archives. */
const firstName =
  /^(?:\.\/)?(?:blobs\/|oci-layout$|index\.json$|manifest\.json$|repositories$|(?:sha256:)?[0-9a-f]{64}(?:[./]|$))/;

/** Whether a path is an image, by its layout or by the first name in an archive. */
export async function isImage(path: string, { files, decompression }: FindPorts): Promise<boolean> {
  const kind = await files.kindOf(path);
  if (kind === "folder") {
    const parts = await Promise.all(["oci-layout", "index.json"].map((name) => files.kindOf(join(path, name))));
    return parts.every((each) => each === "file");
  }
  if (kind !== "file" || !/^(?:tar|gzip|zstd|xz|bzip2) archive$/.test(files.withSource(path, detect).what))
    return false;
  // Nobody else pays for the readers of archives.
  const { firstMember } = await import("./first-member.ts");
  const name = await firstMember(files.stream(path), decompression);
  return name !== null && firstName.test(name);
}
