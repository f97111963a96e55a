// Phrases that a native reader stops at, and for which nobody searches. What stands in their place is in the reports and the docs.

const phrases = [
  "will be not static",
  "which is not asked for",
  "became worse",
  "Worse than on the base",
  "neither its imports nor its linker",
  "has a hazard that it did not have",
  "Other code than with cgo",
  "before shipping it so",
  "asks for static",
  "what the policy asks for",
  "if this is meant",
  "but mind:",
  "could not be looked for",
  "nothing could be compared",
  "because no system starts it",
  "they are no programs",
  "has to be mended",
  "needs mending",
  "any more",
  "nothing but a kernel",
  "Nothing to recommend",
  "Ship with",
  "Imports that bring in cgo",
  "brings cgo in",
  "bring cgo in",
  "brings in cgo",
  "Why these linkers",
  "How this was checked",
  "A build for looking for bugs",
  "predicted and not made",
  "the loader stops with",
  "starts the loader by that path",
  "Who needs certified",
  "Reads files of the machine",
  "the system's own libraries",
  "standalone",
  "held against",
  "names no commit here",
  "is not known here",
  "wins over",
  "a mistake in the call",
  "a mistake of the caller",
  "write over one",
  "insist on it",
  "judge binaries that are there",
  "say without building",
  "separated by blanks",
  "cannot be had",
  "could not be had",
  "never excuses anything",
  "when all is well again",
  "each leg of a matrix",
  "jobs apart",
  "somebody should have decided",
  "he decides which",
  "unless told otherwise",
  "unless it is told otherwise",
  "for looking for",
  "what came of it",
  "what came out",
  "What would come out",
  "what comes out",
  "nothing asks for",
  "is to blame",
  "what is asked of",
  "no finding of this kind",
] as const;

// "is no program" for "is not an executable"; "there is no …" and "is no longer" are English.
const patterns = [
  /(?<!\b[Tt]here )\b(?:is|are|was) no (?!longer\b|such\b|more\b)[a-z]+/g,
  /\bmend(?:ed|ing|s)?\b/g,
  /\b[Ww]hoever (?:needs|wrote|can|may|is called)\b/g,
  /\bways? out\b/g,
] as const;

/** The banned phrases in a text, without the patterns. */
export function findPhrases(text: string): string[] {
  return phrases.filter((phrase) => text.includes(phrase));
}

/** Everything banned in a text. */
export function findBanned(text: string): string[] {
  return [...findPhrases(text), ...patterns.flatMap((each) => text.match(each) ?? [])];
}
