/**
 * What an action says to the runner. @actions/core escapes what goes into a command or a file of commands; what is plain text in the
 * log, and what others read line by line, is made one line here.
 */
import * as core from "@actions/core";
import { logLine, sanitize } from "../text/text.ts";

export { addPath, getInput, getState, saveState } from "@actions/core";

export type Annotation = {
  readonly level: "error" | "warning" | "notice";
  readonly title?: string;
  readonly message: string;
  /** Relative to the root of the repository; null for one that stands nowhere. */
  readonly file?: string | null;
  /** From 1. */
  readonly line?: number | null;
};

/** A note on the run or on a line of the change. */
export function annotate({ level, title, message, file = null, line = null }: Annotation): void {
  const place = file === null ? {} : { file: logLine(file), startLine: line ?? 1 };
  core[level](sanitize(message), { ...(title === undefined ? {} : { title: logLine(title) }), ...place });
}

/** Throws what @actions/core throws when the runner's file cannot be written. */
export function setOutput(name: string, value: string): void {
  core.setOutput(name, logLine(value));
}
