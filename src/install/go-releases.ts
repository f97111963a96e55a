/** The list of Go releases that go.dev/dl and its mirrors serve. It comes over the network: hostile until checked here. */
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

/**
 * The releases in a document shaped as `https://go.dev/dl/?mode=json` (golang.org/x/website/internal/dl) that have a
 * .tar.gz or .zip archive with a sha256 for os and arch, in Go's names. Left out are releases without a sha256 (very old
 * ones) and names that are no version. Throws an Error that says which element is not shaped as it must be.
 */
export function parseGoReleases(document: unknown, host: { readonly os: string; readonly arch: string }): GoRelease[] {
  if (!Array.isArray(document)) throw new Error("the list of Go releases is not a JSON array");
  const releases: GoRelease[] = [];
  for (const [index, element] of (document as unknown[]).entries()) {
    const { version: name, files } = asRecord(element);
    if (typeof name !== "string" || !Array.isArray(files)) {
      throw new Error(`element ${index} of the list of Go releases has no version or no files`);
    }
    const version = goToSemver(name);
    if (version === undefined) continue;
    const archive = (files as unknown[]).map((file) => parseArchive(file, host)).find((file) => file !== undefined);
    if (archive !== undefined) releases.push({ version, ...archive });
  }
  return releases;
}

function parseArchive(
  file: unknown,
  host: { readonly os: string; readonly arch: string },
): { filename: string; sha256: string } | undefined {
  const { kind, os, arch, filename, sha256 } = asRecord(file);
  // go.dev calls linux/arm by the floor it was built for.
  const isArch = arch === host.arch || (host.arch === "arm" && arch === "armv6l");
  if (kind !== "archive" || os !== host.os || !isArch) return undefined;
  if (typeof filename !== "string" || !/^[A-Za-z0-9][A-Za-z0-9._+-]*\.(?:tar\.gz|zip)$/.test(filename))
    return undefined;
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/i.test(sha256)) return undefined;
  return { filename, sha256: sha256.toLowerCase() };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
