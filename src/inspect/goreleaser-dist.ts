import { basename, join, posix, resolve } from "node:path";
import * as v from "valibot";
import type { Files } from "../ports/types.ts";
import { unreadableFile } from "./inspect-bytes.ts";
import type { GivenFile } from "../model/artifact.ts";
import type { Listing } from "../model/listing.ts";

// What goreleaser leaves in dist/: artifacts.json lists what it has made, metadata.json says of which commit.

const text = v.optional(v.nullable(v.string()));
const Artifact = v.looseObject({
  path: v.string(),
  goos: text,
  goarch: text,
  goamd64: text,
  go386: text,
  goarm: text,
  goarm64: text,
  gomips: text,
  goppc64: text,
  goriscv64: text,
  type: text,
  extra: v.optional(v.nullable(v.looseObject({ Binaries: v.optional(v.nullable(v.array(v.string()))) }))),
});
const Metadata = v.looseObject({ commit: text, tag: text });

type Entry = v.InferOutput<typeof Artifact>;

/**
 * Files with what the lists of goreleaser in some folders say of each. An archive that is listed with programs and has none is added as a
 * file that cannot be judged.
 */
export async function withListings(
  given: readonly GivenFile[],
  named: { readonly folders: readonly string[]; readonly paths: readonly string[]; readonly workingDirectory: string },
  files: Files,
): Promise<readonly GivenFile[]> {
  const { folders, paths, workingDirectory } = named;
  let all = given;
  for (const folder of folders) {
    const read = async (name: string): Promise<unknown> =>
      parseJson(await files.readText(resolve(workingDirectory, folder, name)));
    const artifacts = v.safeParse(v.array(Artifact), await read("artifacts.json"));
    if (!artifacts.success) continue;
    const metadata = v.safeParse(Metadata, await read("metadata.json"));
    const { commit = null, tag = null } = metadata.success ? metadata.output : {};
    const about = { file: join(folder, "artifacts.json"), commit, tag };
    for (const entry of artifacts.output) {
      const path = paths.find((each) => isListed(each, folder, entry));
      if (path !== undefined) all = addListing(all, path, { ...listingOf(entry), ...about });
    }
  }
  return all;
}

function parseJson(content: string | undefined): unknown {
  try {
    return JSON.parse(content ?? "null");
  } catch {
    return null;
  }
}

/** The list has paths from the root of the repository; the folder may have another name by now. */
function isListed(path: string, folder: string, entry: Entry): boolean {
  const below = posix.normalize(entry.path.replaceAll("\\", "/")).split("/").slice(1).join("/");
  return below !== "" && path.replaceAll("\\", "/") === join(folder, below).replaceAll("\\", "/");
}

function listingOf(entry: Entry): Omit<Listing, "file" | "commit" | "tag"> {
  const { goos = null, goarch = null, type, extra } = entry;
  const keys = ["goamd64", "go386", "goarm", "goarm64", "gomips", "goppc64", "goriscv64"] as const;
  const variants = keys.flatMap((key) => {
    const value = entry[key] ?? "";
    return value === "" ? [] : [[key.toUpperCase(), value] as const];
  });
  const binaries = type === "Archive" ? (extra?.Binaries ?? []) : [];
  return { goos, goarch, variants: Object.fromEntries(variants), binaries, missing: [] };
}

function addListing(all: readonly GivenFile[], path: string, listing: Listing): readonly GivenFile[] {
  const isOf = (file: GivenFile): boolean => (file.container?.path ?? file.path) === path;
  const names = new Set(all.flatMap((file) => (isOf(file) ? basename(file.path) : [])));
  const missing = listing.binaries.filter((name) => !names.has(basename(name)));
  const listed = { ...listing, missing };
  if (names.size > 0 || missing.length === 0) return all.map((file) => (isOf(file) ? { ...file, listed } : file));
  const inspection = unreadableFile("archive without a program", "the archive has no program");
  const none = { size: 0, sha256: null, inspectMs: 0, proof: null, container: null, file: null, packed: null };
  return [...all, { ...none, path, inspection, listed }];
}
