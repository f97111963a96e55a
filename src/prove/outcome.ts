/** How the helper confines a program. */
export type Inside = "landlock" | "chroot";

/** What the helper says of one program. */
export type Outcome = {
  /** What kept it from being tried, or "". */
  readonly setup: string;
  /** The name of execve's error, or "". */
  readonly refusal: string;
  readonly timedOut: boolean;
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** Its first 64 KiB; hostile text. */
  readonly output: string;
  /** Wall time. */
  readonly ms: number;
};

/** Reads one line of the helper's output; undefined when it is not one. */
export function parseOutcome(line: string): Outcome | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isOutcome(value) ? value : undefined;
}

function isOutcome(value: unknown): value is Outcome {
  if (typeof value !== "object" || value === null) return false;
  const { setup, refusal, timedOut, exitCode, signal, output, ms } = value as Record<keyof Outcome, unknown>;
  return (
    [setup, refusal, output].every((field) => typeof field === "string") &&
    typeof timedOut === "boolean" &&
    (exitCode === null || typeof exitCode === "number") &&
    (signal === null || typeof signal === "string") &&
    typeof ms === "number"
  );
}

/** The outcome of a program that could not be tried. */
export function notStarted(setup: string): Outcome {
  const noRun = { refusal: "", timedOut: false, exitCode: null, signal: null, output: "", ms: 0 };
  return { ...noRun, setup };
}
