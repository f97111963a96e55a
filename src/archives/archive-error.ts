/**
 * Why an archive cannot be read any further, as the end of a sentence that names the archive: "is cut off in the middle of a member".
 * What was read before it holds.
 */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}
