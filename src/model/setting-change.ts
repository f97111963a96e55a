/** An input or a variable of the build to which a change gives another value than the base had. */
export type SettingChange = {
  /** `flags`, `CGO_ENABLED`; of a strategy of the config file, `strategies.NAME.KEY`. */
  readonly name: string;
  /** null: not given. */
  readonly before: string | null;
  readonly after: string | null;
  /** Where it stands now, or else the step or the file that has it no more: relative to the working directory. */
  readonly file: string | null;
  /** null with a file: it was taken out of that file. */
  readonly line: number | null;
};
