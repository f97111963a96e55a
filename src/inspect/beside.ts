import { basename } from "node:path";
import type { Inspection } from "../model/artifact.ts";

// What lies beside programs in a folder of releases. A name counts only together with content that is no program.

const extensions: ReadonlySet<string> = new Set(
  `txt text md markdown mdx rst adoc html htm css svg png jpg jpeg gif ico icns webp pdf ttf woff woff2
  json jsonl json5 yaml yml toml ini cfg conf config env xml csv tsv sql proto graphql lock mod sum tmpl tpl gotmpl desktop service
  log sha1 sha224 sha256 sha384 sha512 sha1sum sha256sum sha384sum sha512sum md5 md5sum sums checksum checksums digest digests b3
  sig asc gpg pgp pem crt cer der key pub minisig cert sbom spdx cdx cyclonedx intoto att attestation bundle sigstore provenance
  sh bash zsh fish ksh ps1 psm1 bat cmd py pl rb lua js mjs cjs ts go c h hpp cc cpp rs java kt awk sed vim nu elv
  gz tgz zip xz txz zst tzst bz2 tbz tbz2 tar 7z lz4 br rar cpio deb rpm apk ipk pkg dmg msi msix appx snap flatpak nupkg iso img
  a o obj lib bc class jar war pdb map dwarf debug`.split(/\s+/),
);

const names =
  /^(?:license|licence|copyright|credits|patents|copying|notice|authors|contributors|maintainers|owners|readme|changelog|changes|history|news|todo|version|security|makefile|dockerfile|containerfile|checksums?|sha\d*sums?|md5sums?|manifest|install)(?:[._-].*)?$/iu;

/** Folders of a file system that hold no programs (Filesystem Hierarchy Standard 3.0, 4.11). */
const documents = /(?:^|\/)usr\/(?:local\/)?share\/(?:doc|info|man|locale|licenses)\//u;

/** man pages: troff, in a file that is called by its section. With a digit in front it is the number of a release. */
const manual = /^[^\d.]+\.[1-9]$/u;

/**
 * Whether a file that a glob matched is something else that lies there: a script, or content of another kind in a file whose name says
 * so too. A download that failed, a file that was cut off or is empty, and text where a program should be have the names of programs,
 * and who named the glob expects them to be judged.
 */
export function isBeside(path: string, { format, what }: Pick<Inspection, "format" | "what">): boolean {
  if (format !== null) return false;
  if (what === "script" || documents.test(path.replaceAll("\\", "/"))) return true;
  const name = basename(path);
  const extension = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? "";
  return (
    extensions.has(extension) || names.test(name) || name.startsWith(".") || (what === "text file" && manual.test(name))
  );
}
