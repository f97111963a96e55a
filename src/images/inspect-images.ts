import { resolve } from "node:path";
import { ArchiveError } from "../archives/archive-error.ts";
import { ConfigError } from "../errors.ts";
import { inspect } from "../inspect/inspect-bytes.ts";
import type { GivenImage } from "../model/artifact.ts";
import type { SkippedFile } from "../model/skipped-file.ts";
import type { ByteSource, Ports, Spool } from "../ports/types.ts";
import { platformName } from "./config.ts";
import { archiveStore } from "./archive-store.ts";
import { folderStore } from "./folder-store.ts";
import type { LayerTools } from "./read-layer.ts";
import { type FoundImage, type FoundImages, readImages } from "./read-images.ts";
import { type StartedImage, startImage } from "./start-image.ts";

export type ImagePath = {
  readonly path: string;
  /** Not matched by a glob: it has to be an image. */
  readonly byName: boolean;
};

type ImageRequest = {
  readonly workingDirectory: string;
  readonly images: readonly ImagePath[];
  /** Whether to hash the programs. */
  readonly digests: boolean;
};

type ImagePorts = Pick<Ports, "files" | "blobs" | "decompression" | "now">;

export type Inspected = { readonly images: readonly GivenImage[]; readonly skipped: readonly SkippedFile[] };

/** Members of all layers of one image file: above what any image has, and few enough for the memory. */
const mostMembers = 600_000;

/** Judges whether the entrypoints of images start. Throws ConfigError for a path that was named and is no image. */
export async function inspectImages(
  { workingDirectory, images, digests }: ImageRequest,
  ports: ImagePorts,
): Promise<Inspected> {
  const judged: GivenImage[] = [];
  const skipped: SkippedFile[] = [];
  for (const { path, byName } of images) {
    const found = await inspectOne(path, { path: resolve(workingDirectory, path), digests }, ports);
    if (found !== null) {
      judged.push(...found.images);
      skipped.push(...found.skipped);
    } else if (byName) {
      throw new ConfigError(
        `images: "${path}" is neither an OCI layout nor an archive of one, nor one that docker save wrote`,
      );
    } else {
      skipped.push({ path, reason: "not an image" });
    }
  }
  return { images: judged, skipped };
}

type Reading = { readonly path: string; readonly digests: boolean };

/** null for what is no image. */
async function inspectOne(shown: string, { path, digests }: Reading, ports: ImagePorts): Promise<Inspected | null> {
  const { files, blobs, decompression } = ports;
  const started = ports.now();
  const spool = await blobs.openSpool();
  const tools = { blobs, decompression, spool, budget: { members: mostMembers } };
  try {
    const isFolder = (await files.kindOf(path)) === "folder";
    const store = isFolder ? folderStore(path, tools, ports) : await readArchive(path, { tools, ports });
    const found = typeof store === "string" ? brokenImage(store) : await readImages(store);
    if (found === null) return null;
    const images: GivenImage[] = [];
    for (const image of found.images) {
      images.push(await describe(image, { shown, found, digests, ports, started }));
    }
    return { images, skipped: found.skipped.map(({ path: name, reason }) => ({ path: `${shown}!/${name}`, reason })) };
  } finally {
    spool.close();
  }
}

/** In words why the archive cannot be read. */
async function readArchive(
  path: string,
  { tools, ports }: { readonly tools: LayerTools & { readonly spool: Spool }; readonly ports: ImagePorts },
) {
  try {
    return await archiveStore(ports.files.stream(path), tools, ports);
  } catch (thrown: unknown) {
    if (thrown instanceof ArchiveError) return thrown.message;
    throw thrown;
  }
}

/** An archive that was named as an image, and that nobody can read to its end. */
function brokenImage(why: string): FoundImages {
  const config = { platform: null, entrypoint: [], cmd: [], env: {}, workingDir: "", user: "", diffIds: [] };
  return {
    format: "oci",
    images: [{ name: null, digest: null, content: { listedAs: null, config, root: `the archive ${why}` } }],
    skipped: [],
  };
}

type Describing = {
  readonly shown: string;
  readonly found: FoundImages;
  readonly digests: boolean;
  readonly ports: ImagePorts;
  readonly started: number;
};

async function describe(image: FoundImage, { shown, found, digests, ports, started }: Describing): Promise<GivenImage> {
  const { start, file, hostFiles }: StartedImage = startImage(image.content);
  const own = { container: shown, path: `${shown}${labelOf(image, found.images)}`, format: found.format, start };
  const source = file?.node.kept?.bytes();
  if (file === null || source === undefined) return { ...own, file: null };
  const size = file.node.kept?.size ?? 0;
  const inspection = { ...inspect(source, { cgoCalls: true }), hostFiles };
  const sha256 = digests && source.size === size ? await digestOf(source, ports) : null;
  const inspectMs = Math.round(ports.now() - started);
  return { ...own, file: { path: file.path, size, sha256, inspection, inspectMs } };
}

/** `:v1`, `@sha256:0123456789ab`: what tells the images of a layout apart, where there are several for a platform. */
function labelOf({ name, digest, content }: FoundImage, images: readonly FoundImage[]): string {
  const alike = images.filter((each) => nameOf(each.content) === nameOf(content));
  if (alike.length < 2) return "";
  const isNamed = name !== null && alike.filter((each) => each.name === name).length === 1;
  return isNamed ? `:${name}` : digest === null ? "" : `@${digest.slice(0, 19)}`;
}

function nameOf({ config, listedAs }: FoundImage["content"]): string {
  const platform = config.platform ?? listedAs;
  return platform === null ? "" : platformName(platform);
}

const pieceSize = 1024 * 1024;

async function digestOf(source: ByteSource, { blobs }: Pick<Ports, "blobs">): Promise<string> {
  const hash = await blobs.startSha256();
  for (let at = 0; at < source.size; at += pieceSize) hash.update(source.read(at, pieceSize));
  return hash.hex();
}
