/** A file as a commit has it, symbolic links followed within the repository. */
export type CommittedFile =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "absent" }
  /** Something stands there that is not a file of text in this repository. */
  | { readonly kind: "unreadable"; readonly why: string };

/** A file of one commit, by its path from the root of the repository. */
export type ReadCommitted = (path: string) => Promise<CommittedFile>;
