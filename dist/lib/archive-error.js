// src/archives/archive-error.ts
/**
* Why an archive cannot be read any further, as the end of a sentence that names the archive: "is cut off in the middle of a member".
* What was read before it holds.
*/
var ArchiveError = class extends Error {
	name = "ArchiveError";
};

export { ArchiveError as t };