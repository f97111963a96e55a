/** What an archive or a package says of a program in it. */

import type { GivenFile } from "../../model/artifact.ts";
import { type Detected, finding } from "../facts.ts";

export const packedDetectors: readonly ((file: GivenFile) => Detected | undefined)[] = [notExecutable];

const ANY_EXECUTE = 0o111;

/** A library is loaded by others, and Windows asks for no mode. */
function notExecutable({ inspection, packed }: GivenFile): Detected | undefined {
  const mode = packed?.mode ?? null;
  const { format, linkage } = inspection;
  const isStarted = (format === "elf" || format === "macho") && !["library", "unreadable"].includes(linkage.kind);
  if (mode === null || !isStarted || (mode & ANY_EXECUTE) !== 0) return undefined;
  const octal = mode.toString(8).padStart(4, "0");
  return finding("not-executable", [
    `it is packed with the mode ${octal}, so nobody can start it once it is unpacked`,
    "set the execute bit before it is packed (chmod 0755; in nfpm and goreleaser, file_info.mode)",
  ]);
}
