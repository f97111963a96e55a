/** The list of Go releases that go.dev/dl and its mirrors serve. It comes over the network: hostile until checked here. */
import * as v from "valibot";
import { goToSemver } from "./go-version.ts";

/** A release with an archive for this machine. */
export type GoRelease = {
  /** semver */
  readonly version: string;
  /** A plain file name below the base URL. */
  readonly filename: string;
  /** 64 lower-case hex digits. */
  readonly sha256: string;
};

const Release = v.object({ version: v.string(), files: v.array(v.unknown()) });

/**
 * The releases in a document shaped as `https://go.dev/dl/?mode=json` (golang.org/x/website/internal/dl) that have a
 * .tar.gz or .zip archive with a sha256 for os and arch, in Go's names. Left out are releases without a sha256 (very old
 * ones) and names that are no version. Throws an Error that says which element is not shaped as it must be.
 */
export function parseGoReleases(document: unknown, host: { readonly os: string; readonly arch: string }): GoRelease[] {
  if (!Array.isArray(document)) throw new Error("the list of Go releases is not a JSON array");
  const releases: GoRelease[] = [];
  for (const [index, element] of (document as unknown[]).entries()) {
    const parsed = v.safeParse(Release, element);
    if (!parsed.success) throw new Error(`element ${index} of the list of Go releases has no version or no files`);
    const { version: name, files } = parsed.output;
    const version = goToSemver(name);
    if (version === undefined) continue;
    const archive = files.map((file) => parseArchive(file, host)).find((file) => file !== undefined);
    if (archive !== undefined) releases.push({ version, ...archive });
  }
  return releases;
}

/** An archive whose name is a plain file name, with its digest. */
const Archive = v.object({
  kind: v.literal("archive"),
  os: v.string(),
  arch: v.string(),
  filename: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._+-]*\.(?:tar\.gz|zip)$/)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/i), v.toLowerCase()),
});

function parseArchive(
  file: unknown,
  host: { readonly os: string; readonly arch: string },
): Pick<GoRelease, "filename" | "sha256"> | undefined {
  const parsed = v.safeParse(Archive, file);
  if (!parsed.success) return undefined;
  const { os, arch, filename, sha256 } = parsed.output;
  // go.dev calls linux/arm by the floor it was built for.
  const isArch = arch === host.arch || (host.arch === "arm" && arch === "armv6l");
  return os === host.os && isArch ? { filename, sha256 } : undefined;
}
