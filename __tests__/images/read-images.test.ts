import { gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ArchiveError } from "../../src/archives/archive-error.ts";
import { archiveStore } from "../../src/images/archive-store.ts";
import { type FoundImages, readImages } from "../../src/images/read-images.ts";
import { startImage } from "../../src/images/start-image.ts";
import { decompression } from "../../src/ports/decompression.ts";
import { makeFiles } from "../../src/ports/files.ts";
import { makeBlobs } from "../../src/ports/blobs.ts";
import { sourceOf } from "../inspect/byte-source.ts";
import { buildElf } from "../support/elf-builder.ts";
import {
  archiveOf,
  bytesOf,
  type EntrySpec,
  dockerArchiveOf,
  type ImageSpec,
  layoutOf,
  tarOf,
} from "../support/image-builder.ts";
import type { Spool } from "../../src/ports/types.ts";

const program = buildElf().bytes;
const base = tarOf([{ path: "./etc/" }, { path: "./app", content: "old" }]);
const top = tarOf([{ path: "app", content: program }]);
const image: ImageSpec = { config: { Entrypoint: ["/app"] }, layers: [{ tar: base }, { tar: top }] };

/** A spool in memory. */
function memorySpool(): Spool {
  const pieces: Uint8Array[] = [];
  const all = (): Uint8Array => Buffer.concat(pieces);
  return {
    get size() {
      return all().length;
    },
    append: (bytes) => void pieces.push(Uint8Array.from(bytes)),
    source: (offset, size) => sourceOf(all().subarray(offset, offset + size)),
    close: () => undefined,
  };
}

async function* piecesOf(bytes: Uint8Array, size = 700): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function read(bytes: Uint8Array, members = 1000): Promise<FoundImages | null> {
  const blobs = makeBlobs(makeFiles("/nowhere").files);
  const tools = { blobs, decompression, spool: memorySpool(), budget: { members } };
  return readImages(await archiveStore(piecesOf(bytes), tools, { blobs, decompression }));
}

/** Each image as `platform outcome reason`. */
async function startsIn(bytes: Uint8Array, members?: number): Promise<readonly string[]> {
  const found = await read(bytes, members);
  return (found?.images ?? []).map(({ content }) => {
    const { platform, outcome, reason } = startImage(content).start;
    return `${platform} ${outcome} ${reason}`;
  });
}

const layout = (...images: readonly ImageSpec[]): Uint8Array => archiveOf(layoutOf(images));
const well = "linux/amd64 starts /app is static";

describe("an archive", () => {
  it.each<readonly [string, Uint8Array]>([
    ["of a layout", layout(image)],
    ["that is packed", gzipSync(layout(image))],
    ["with a layer of gzip", layout({ ...image, layers: [{ tar: base }, { tar: top, pack: gzipSync }] })],
    ["with a layer of zstd", layout({ ...image, layers: [{ tar: base }, { tar: top, pack: zstdCompressSync }] })],
    ["of docker save", archiveOf(dockerArchiveOf(image))],
  ])("%s", async (_, bytes) => {
    expect(await startsIn(bytes)).toEqual([well]);
  });

  it("has a row for every platform, and none for attestations", async () => {
    const attestation = {
      ...image,
      listedAs: "unknown",
      annotations: { "vnd.docker.reference.type": "attestation-manifest" },
    };
    const other = { ...image, architecture: "arm64" };
    expect(await startsIn(layout(image, other, attestation))).toEqual([
      well,
      "linux/arm64 does-not-start /app (from layer 2) is for amd64, and the image is for arm64",
    ]);
  });

  it("that is none of an image is none", async () => {
    expect(await read(tarOf([{ path: "app", content: program }]))).toBeNull();
  });
});

describe("what cannot be read is unknown, with its layer", () => {
  const changed = (change: (files: Map<string, Uint8Array>) => void): Uint8Array => {
    const files = layoutOf([image]);
    change(files);
    return archiveOf(files);
  };
  const layerName = (files: Map<string, Uint8Array>): string =>
    [...files.keys()].find((name) => files.get(name) === top) ?? "";
  const ofLayer = (entries: readonly EntrySpec[]): Uint8Array =>
    layout({ ...image, layers: [{ tar: base }, { tar: tarOf(entries) }] });

  it.each<readonly [string, Uint8Array, string]>([
    ["a missing layer", changed((files) => files.delete(layerName(files))), "layer 2 of 2 is missing"],
    [
      "another layer than the digest says",
      changed((files) => files.set(layerName(files), base)),
      "layer 2 of 2 does not have the digest that names it",
    ],
    [
      "a missing index",
      changed((files) => files.set("index.json", bytesOf("{}"))),
      "index.json is not an index of images",
    ],
    [
      "a layer that is cut off",
      layout({ ...image, layers: [{ tar: base }, { tar: top, pack: (tar) => gzipSync(tar).subarray(0, -20) }] }),
      "layer 2 of 2 is cut off",
    ],
    [
      "a layer that is no archive",
      layout({ ...image, layers: [{ tar: base }, { tar: bytesOf("hello") }] }),
      "layer 2 of 2 is cut off",
    ],
    [
      "a name with ..",
      ofLayer([{ path: "../app", content: program }]),
      'layer 2 of 2 names a file outside of the root ("../app")',
    ],
    [
      "a bomb",
      layout({
        ...image,
        layers: [{ tar: base, pack: () => gzipSync(new Uint8Array(300 * 1024 * 1024)) }, { tar: top }],
      }),
      "layer 1 of 2 unpacks to more than 250 times its size",
    ],
  ])("%s", async (_, bytes, says) => {
    const [found, ...others] = await startsIn(bytes);
    expect(others).toEqual([]);
    expect(found).toContain(` unknown ${says}`);
  });

  it("too many members", async () => {
    expect(await startsIn(layout(image), 1)).toEqual([
      "linux/amd64 unknown layer 1 of 2 belongs to an image of too many files",
    ]);
  });
});

describe("hostile archives", () => {
  const whole = layout(image);

  it("are cut off anywhere: a sentence", { timeout: 60_000 }, async () => {
    for (let length = 0; length < whole.length; length += 97) {
      try {
        // Only the zeros at the end say nothing.
        const want = length > whole.length - 1024 ? / (?:starts|unknown) / : / unknown /;
        for (const found of await startsIn(whole.subarray(0, length))) expect(found).toMatch(want);
      } catch (thrown: unknown) {
        expect(thrown).toBeInstanceOf(ArchiveError);
      }
    }
  });

  it("have any byte changed: never another verdict on the same program", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = Uint8Array.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        try {
          for (const found of await startsIn(bytes))
            expect(found).toMatch(/^[a-z0-9/.]+ (?:unknown|starts|does-not-start) ./);
        } catch (thrown: unknown) {
          expect(thrown).toBeInstanceOf(ArchiveError);
        }
      }),
      { numRuns: 150 },
    );
  });
});
