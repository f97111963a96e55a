/** What running an artifact in an empty root has shown. Never a reason to call anything static. */
export type Proof = {
  /** `refused`: the kernel did not start it, or it died of a fault. `not-proven`: nothing is known, for the reason in `detail`. */
  readonly result: "proven" | "refused" | "not-proven";
  readonly means: "landlock" | "chroot" | null;
  /** One sentence, without a final full stop. */
  readonly detail: string;
  /** The program's own; information, not a verdict. null when it did not end by itself. */
  readonly exitCode: number | null;
  readonly signal: string | null;
};
