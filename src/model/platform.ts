/** A platform in docker's spelling, and what it means to the go command. */
export type Platform = {
  /** `linux/arm/v7` */
  readonly name: string;
  readonly goos: string;
  readonly goarch: string;
  /** GOOS, GOARCH and the variable of the variant (GOARM, GOAMD64 …). */
  readonly env: Readonly<Record<string, string>>;
};
