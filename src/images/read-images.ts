import * as v from "valibot";
import type { SkippedFile } from "../model/skipped-file.ts";
import { readConfig, readPlatform, type ImageConfig, type Platform, platformName } from "./config.ts";
import type { ReadLayer } from "./read-layer.ts";
import { type Layer, mergeLayers, type Root } from "./root.ts";
import type { ImageContent } from "./start-image.ts";
import type { Store, StoredJson } from "./store.ts";

/** An image of a layout or an archive, for one platform. */
export type FoundImage = {
  /** The tag or name that it has there; null without one. */
  readonly name: string | null;
  /** Of its manifest; null in old archives, whose manifests have none. */
  readonly digest: string | null;
  readonly content: ImageContent;
};

export type FoundImages = {
  readonly format: "oci" | "docker";
  readonly images: readonly FoundImage[];
  /** What the index lists beside images; `path` is a name of the store. */
  readonly skipped: readonly SkippedFile[];
};

const text = v.fallback(v.string(), "");

const descriptor = v.object({
  mediaType: text,
  digest: text,
  annotations: v.fallback(v.record(v.string(), v.unknown()), {}),
  platform: v.fallback(
    v.nullable(v.object({ os: text, architecture: text, variant: v.fallback(v.nullable(v.string()), null) })),
    null,
  ),
});

type Descriptor = v.InferOutput<typeof descriptor>;

const index = v.object({ manifests: v.array(descriptor) });
const manifest = v.object({ config: descriptor, layers: v.array(descriptor) });
const dockerManifest = v.array(
  v.object({
    Config: v.string(),
    RepoTags: v.fallback(v.nullable(v.array(v.string())), null),
    Layers: v.fallback(v.array(v.string()), []),
  }),
);

/** Descriptors of one index and those below it. */
const mostManifests = 500;
const deepestIndex = 4;

/** What a store holds; null for what is neither an OCI layout nor an archive of `docker save`. */
export async function readImages(store: Store): Promise<FoundImages | null> {
  const isDocker = await store.has("manifest.json");
  const isLayout = (await store.has("oci-layout")) && (await store.has("index.json"));
  if (isLayout) {
    const reading: Reading = { store, images: [], skipped: [], isDocker, left: mostManifests };
    await readIndex("index.json", { name: null, depth: 0 }, reading);
    // What is in neither of them is not in the archive.
    if (reading.images.length > 0 || !isDocker) return { format: isDocker ? "docker" : "oci", ...reading };
  }
  return isDocker ? readDocker(store) : null;
}

type Reading = {
  readonly store: Store;
  readonly images: FoundImage[];
  readonly skipped: SkippedFile[];
  readonly isDocker: boolean;
  left: number;
};

type Place = { readonly name: string | null; readonly depth: number };

async function readIndex(path: string, { name, depth }: Place, reading: Reading): Promise<void> {
  const json = await reading.store.json(path);
  const parsed = typeof json === "string" ? null : v.safeParse(index, json.value);
  if (parsed?.success !== true) {
    const why = typeof json === "string" ? json : "is not an index of images";
    reading.images.push(unknownImage(name, null, `${path} ${why}`));
    return;
  }
  for (const each of parsed.output.manifests) {
    reading.left -= 1;
    if (reading.left < 0) {
      reading.skipped.push({ path, reason: `an index of more than ${mostManifests} images` });
      return;
    }
    await readDescriptor(each, { name: nameOf(each) ?? name, depth }, reading);
  }
}

function nameOf({ annotations }: Descriptor): string | null {
  const name = annotations["org.opencontainers.image.ref.name"] ?? annotations["io.containerd.image.name"];
  return typeof name === "string" && name !== "" ? name : null;
}

const isIndex = /index|manifest\.list/;

async function readDescriptor(each: Descriptor, { name, depth }: Place, reading: Reading): Promise<void> {
  const { store, images, skipped, isDocker } = reading;
  const { digest, mediaType, annotations } = each;
  const platform = each.platform && readPlatform(each.platform);
  const path = blobPath(digest);
  const isAttestation = annotations["vnd.docker.reference.type"] !== undefined || each.platform?.os === "unknown";
  if (isAttestation) return;
  if (path === null) {
    images.push(unknownImage(name, platform, `its digest "${digest.slice(0, 100)}" is none`));
  } else if (isIndex.test(mediaType)) {
    if (depth < deepestIndex) await readIndex(path, { name, depth: depth + 1 }, reading);
    else skipped.push({ path, reason: "an index too deep in others" });
  } else if (isDocker && !(await store.has(path))) {
    // docker save lists all platforms, and writes those that it has.
    skipped.push({
      path,
      reason: `the image for ${platform === null ? "another platform" : platformName(platform)} is not in the archive`,
    });
  } else {
    const found = await readManifest(path, { digest, platform }, reading);
    if (found !== null) images.push({ name, digest, content: found });
  }
}

/** `sha256:…` → where a layout has it; null for what is no digest, or could be a path. */
function blobPath(digest: string): string | null {
  const [, algorithm, encoded] = /^([a-z0-9]+(?:[+._-][a-z0-9]+)*):([a-zA-Z0-9=_-]{32,512})$/.exec(digest) ?? [];
  return algorithm === undefined || encoded === undefined ? null : `blobs/${algorithm}/${encoded}`;
}

const noConfig: ImageConfig = {
  platform: null,
  entrypoint: [],
  cmd: [],
  env: {},
  workingDir: "",
  user: "",
  diffIds: [],
};

function unknownImage(name: string | null, listedAs: Platform | null, why: string): FoundImage {
  return { name, digest: null, content: { listedAs, config: noConfig, root: why } };
}

const configTypes = /^(?:|application\/vnd\.(?:oci\.image\.config\.v1|docker\.container\.image\.v1)\+json)$/;

/** null for a manifest of something else than an image: a chart, a signature. */
async function readManifest(
  path: string,
  { digest, platform }: { readonly digest: string; readonly platform: Platform | null },
  { store, skipped }: Reading,
): Promise<ImageContent | null> {
  const without = (why: string): ImageContent => ({
    listedAs: platform,
    config: noConfig,
    root: `its manifest ${why}`,
  });
  const json = await verified(path, digest, store);
  if (typeof json === "string") return without(json);
  const parsed = v.safeParse(manifest, json.value);
  if (!parsed.success) return without("is not the manifest of an image");
  const { config, layers } = parsed.output;
  if (!configTypes.test(config.mediaType)) {
    skipped.push({ path, reason: `not an image (${config.mediaType.slice(0, 200)})` });
    return null;
  }
  const configPath = blobPath(config.digest);
  const read = configPath === null ? "has no digest" : await verified(configPath, config.digest, store);
  const parts = layers.map((layer) => ({
    path: blobPath(layer.digest),
    digest: layer.digest,
    isEncrypted: layer.mediaType.includes("+encrypted"),
  }));
  return readContent(read, parts, { listedAs: platform, store });
}

/** A document whose bytes have the digest that names it; in words why there is none. */
async function verified(path: string, digest: string, store: Store): Promise<StoredJson | string> {
  const json = await store.json(path);
  return typeof json === "string" ? json : (wrongDigest(json.sha256, digest) ?? json);
}

function wrongDigest(sha256: string, digest: string): string | null {
  if (!digest.startsWith("sha256:")) return `has a digest that is not checked (${digest.split(":")[0] ?? ""})`;
  return digest === `sha256:${sha256}` ? null : `does not have the digest that names it (${digest.slice(0, 19)}…)`;
}

type Part = {
  readonly path: string | null;
  /** null: none is known. */ readonly digest: string | null;
  readonly isEncrypted: boolean;
};

async function readContent(
  json: StoredJson | string,
  parts: readonly Part[],
  { listedAs, store }: { readonly listedAs: Platform | null; readonly store: Store },
): Promise<ImageContent> {
  const config = typeof json === "string" ? null : readConfig(json.value);
  if (config === null) {
    const why = typeof json === "string" ? json : "is not the configuration of an image";
    return { listedAs, config: noConfig, root: `its configuration ${why}` };
  }
  const { diffIds } = config;
  if (diffIds.length !== parts.length) {
    return {
      listedAs,
      config,
      root: `its manifest has ${parts.length} layers, and its configuration ${diffIds.length}`,
    };
  }
  return { listedAs, config, root: await readRoot(parts, diffIds, store) };
}

async function readRoot(parts: readonly Part[], diffIds: readonly string[], store: Store): Promise<Root | string> {
  const layers: Layer[] = [];
  for (const [at, part] of parts.entries()) {
    const read = part.isEncrypted
      ? "is encrypted"
      : part.path === null
        ? "has no digest"
        : await store.layer(part.path);
    const layer = typeof read === "string" ? read : checkLayer(read, part.digest, diffIds[at] ?? "");
    if (typeof layer === "string") return `layer ${at + 1} of ${parts.length} ${layer}`;
    layers.push(layer);
  }
  return mergeLayers(layers);
}

function checkLayer({ layer, sha256, diffSha256 }: ReadLayer, digest: string | null, diffId: string): Layer | string {
  const wrong = digest === null ? null : wrongDigest(sha256, digest);
  if (wrong !== null) return wrong;
  if (typeof layer === "string") return layer;
  if (diffId === `sha256:${diffSha256 ?? ""}`) return layer;
  return `does not hold what the configuration lists (${diffId.slice(0, 19)}…)`;
}

/** The list that `docker save` writes: an entry for each image, with the names of its files. */
async function readDocker(store: Store): Promise<FoundImages> {
  const json = await store.json("manifest.json");
  const parsed = typeof json === "string" ? null : v.safeParse(dockerManifest, json.value);
  if (parsed?.success !== true) {
    const why = typeof json === "string" ? json : "is not a list of images";
    return { format: "docker", images: [unknownImage(null, null, `manifest.json ${why}`)], skipped: [] };
  }
  const images: FoundImage[] = [];
  for (const { Config: config, RepoTags: tags, Layers: layers } of parsed.output.slice(0, mostManifests)) {
    const name = tags?.[0] ?? null;
    const digest = digestIn(config);
    const read = digest === null ? await store.json(config) : await verified(config, digest, store);
    const parts = layers.map((path) => ({ path, digest: digestIn(path), isEncrypted: false }));
    images.push({ name, digest: null, content: await readContent(read, parts, { listedAs: null, store }) });
  }
  return { format: "docker", images, skipped: [] };
}

/** Archives name a configuration by its digest, and new ones all blobs; others name packed layers so. Folders of old layers have other names. */
function digestIn(path: string): string | null {
  const hex = /^(?:blobs\/sha256\/|sha256:)?([0-9a-f]{64})(\.json|\.tar\.gz)?$/.exec(path)?.[1];
  return hex === undefined ? null : `sha256:${hex}`;
}
