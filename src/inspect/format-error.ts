/**
 * The bytes break a rule of their format. Only src/inspect throws and catches it: for everybody else such a file is
 * an `unreadable` linkage, whose reason is this error's `rule` and `offset`.
 */
export class FormatError extends Error {
  override readonly name = "FormatError";
  readonly rule: string;
  /** In bytes from the start of the file: the field that lies, or where the file ended too early. */
  readonly offset: number;

  constructor(rule: string, offset: number) {
    super(`${rule} (at byte ${offset})`);
    this.rule = rule;
    this.offset = offset;
  }
}
