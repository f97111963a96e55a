/** What building one cell came to. */
export type Build = {
  /** As a person would type it: `go build` without -o. */
  readonly argv: readonly string[];
} & (
  | { readonly status: "skipped"; readonly reason: string }
  /** Nobody tried: what would become of it is predicted. */
  | { readonly status: "predicted" }
  | BuildRun<"failed">
  | (BuildRun<"built"> & { /** In a temporary folder. */ readonly file: string; readonly fileName: string })
);

type BuildRun<Status> = {
  readonly status: Status;
  /** What the go command and the linkers wrote about this cell; hostile text. */
  readonly output: string;
  /** Wall time in ms of the `go build` that made it, shared by the main packages built in one call. */
  readonly durationMs: number;
};
