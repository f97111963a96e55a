import { createHash } from "node:crypto";
import { mergeLayers, type LayerEntry, type Root } from "../../src/images/root.ts";
import { sourceOf } from "../inspect/byte-source.ts";

/** An entry of a layer; a text or bytes for a file. */
export type EntrySpec = {
  readonly path: string;
  readonly content?: string | Uint8Array;
  readonly kind?: LayerEntry["kind"];
  readonly target?: string;
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
};

export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

/** As readLayer has it. */
export function entry(spec: EntrySpec): LayerEntry {
  const { path, content, kind = content === undefined ? "folder" : "file", target = null } = spec;
  const bytes = bytesOf(content ?? "");
  return {
    path,
    kind,
    target,
    mode: spec.mode ?? 0o755,
    uid: spec.uid ?? 0,
    gid: spec.gid ?? 0,
    kept: kind === "file" ? { size: bytes.length, bytes: () => sourceOf(bytes) } : null,
  };
}

export function rootOf(...layers: readonly (readonly EntrySpec[])[]): Root {
  return mergeLayers(layers.map((entries) => ({ entries: entries.map(entry) })));
}

const blockSize = 512;
const types = { file: "0", "hard-link": "1", link: "2", other: "3", folder: "5", whiteout: "0", opaque: "0" } as const;

/** A ustar archive of these entries; the names stand in it as they are. */
export function tarOf(entries: readonly EntrySpec[]): Uint8Array {
  const blocks = entries.flatMap((spec) => {
    const content = bytesOf(spec.content ?? "");
    const padded = new Uint8Array(Math.ceil(content.length / blockSize) * blockSize);
    padded.set(content);
    return [headerOf(spec, content.length), padded];
  });
  return Buffer.concat([...blocks, new Uint8Array(2 * blockSize)]);
}

function headerOf(spec: EntrySpec, size: number): Uint8Array {
  const { path, content, kind = content === undefined ? "folder" : "file", target = "" } = spec;
  const header = Buffer.alloc(blockSize);
  const octal = (value: number, at: number, length: number): void => {
    header.write(`${value.toString(8).padStart(length - 1, "0")}\0`, at, "latin1");
  };
  header.write(path, 0, 100);
  octal(spec.mode ?? 0o755, 100, 8);
  octal(spec.uid ?? 0, 108, 8);
  octal(spec.gid ?? 0, 116, 8);
  octal(size, 124, 12);
  octal(0, 136, 12);
  header.write(" ".repeat(8), 148);
  header.write(types[kind], 156);
  header.write(target, 157, 100);
  header.write("ustar\x0000", 257, "latin1");
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return header;
}

export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** One image of a layout. */
export type ImageSpec = {
  readonly architecture?: string;
  /** Of the descriptor, where it differs. */
  readonly listedAs?: string | null;
  readonly config?: Readonly<Record<string, unknown>>;
  /** Blobs and the digests of what they hold; `pack` makes the blob of a layer. */
  readonly layers: readonly { readonly tar: Uint8Array; readonly pack?: (tar: Uint8Array) => Uint8Array }[];
  readonly annotations?: Readonly<Record<string, string>>;
};

/** The files of an OCI layout, by their names. */
export function layoutOf(images: readonly ImageSpec[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>([["oci-layout", bytesOf('{"imageLayoutVersion":"1.0.0"}')]]);
  const add = (bytes: Uint8Array, mediaType: string) => {
    const digest = digestOf(bytes);
    files.set(`blobs/sha256/${digest}`, bytes);
    return { mediaType, digest: `sha256:${digest}`, size: bytes.length };
  };
  const json = (value: unknown): Uint8Array => bytesOf(JSON.stringify(value));
  const manifests = images.map(
    ({ architecture = "amd64", listedAs = architecture, config = {}, layers, annotations }) => {
      const rootfs = { type: "layers", diff_ids: layers.map(({ tar }) => `sha256:${digestOf(tar)}`) };
      const image = add(
        json({ os: "linux", architecture, config, rootfs }),
        "application/vnd.oci.image.config.v1+json",
      );
      const blobs = layers.map(({ tar, pack = (bytes) => bytes }) =>
        add(pack(tar), "application/vnd.oci.image.layer.v1.tar"),
      );
      const manifest = add(
        json({ schemaVersion: 2, config: image, layers: blobs }),
        "application/vnd.oci.image.manifest.v1+json",
      );
      const platform = listedAs === null ? {} : { platform: { os: "linux", architecture: listedAs } };
      return { ...manifest, ...platform, ...(annotations === undefined ? {} : { annotations }) };
    },
  );
  return files.set("index.json", json({ schemaVersion: 2, manifests }));
}

/** The files of what `docker save` wrote before it wrote layouts. */
export function dockerArchiveOf(image: ImageSpec): Map<string, Uint8Array> {
  const { architecture = "amd64", config = {}, layers } = image;
  const rootfs = { type: "layers", diff_ids: layers.map(({ tar }) => `sha256:${digestOf(tar)}`) };
  const bytes = bytesOf(JSON.stringify({ os: "linux", architecture, config, rootfs }));
  const names = layers.map(({ tar }) => `${digestOf(tar)}/layer.tar`);
  const manifest = [{ Config: `${digestOf(bytes)}.json`, RepoTags: ["app:v1"], Layers: names }];
  return new Map([
    ...layers.map(({ tar }, at) => [names[at] ?? "", tar] as const),
    [`${digestOf(bytes)}.json`, bytes],
    ["manifest.json", bytesOf(JSON.stringify(manifest))],
  ]);
}

export function archiveOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return tarOf([...files].map(([path, content]) => ({ path, content })));
}
