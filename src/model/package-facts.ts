/** What a package says of itself. All of it is hostile text. */
export type PackageFacts = {
  readonly format: "deb" | "rpm" | "apk";
  readonly name: string | null;
  /** As its format spells processors: amd64, x86_64; null where it does not say. */
  readonly architecture: string | null;
  readonly depends: readonly Dependency[];
};

/** One thing that has to be installed: any of the alternatives. */
export type Dependency = { readonly anyOf: readonly Needed[] };

/** `libc6 (>= 2.34)`, `libc.so.6(GLIBC_2.34)(64bit)`. */
export type Needed = {
  readonly name: string;
  /** As the format spells them: `>=`, `>>`, `=`; null: any version. */
  readonly relation: string | null;
  readonly version: string | null;
};
