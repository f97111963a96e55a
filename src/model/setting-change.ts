/** An input or a variable of the build to which a change gives another value than the base had. */
export type SettingChange = {
  /** `flags`, `CGO_ENABLED`. */
  readonly name: string;
  /** null: not given. */
  readonly before: string | null;
  readonly after: string | null;
  /** Where it stands now, or else the step that has it no more: relative to the working directory. */
  readonly file: string | null;
  readonly line: number | null;
};
