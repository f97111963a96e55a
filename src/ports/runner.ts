/**
 * What an action says to the runner, beside its log. @actions/core escapes what goes into a command or a file of commands; what others
 * read line by line is made one line here.
 */
import { accessSync, constants, statSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import * as core from "@actions/core";
import { MachineFault, toError } from "../errors.ts";
import { logLine, sanitize } from "../text/text.ts";
import { describeMachineTrouble } from "./trouble.ts";

export { getInput, getState } from "@actions/core";

export type Annotation = {
  readonly level: "error" | "warning" | "notice";
  readonly title?: string;
  readonly message: string;
  /** Relative to the root of the repository; null for one that stands nowhere. */
  readonly file?: string | null;
  /** From 1. */
  readonly line?: number | null;
  readonly column?: number | null;
};

/** A note on the run or on a line of the change. */
export function annotate({ level, title, message, file = null, line = null, column = null }: Annotation): void {
  const place =
    file === null
      ? {}
      : { file: logLine(file), startLine: line ?? 1, ...(column === null ? {} : { startColumn: column }) };
  core[level](sanitize(message), { ...(title === undefined ? {} : { title: logLine(title) }), ...place });
}

/** Why later steps would not see what this one sets; null where they would. */
export function findOutputTrouble(): MachineFault | null {
  try {
    throughFile("GITHUB_OUTPUT", () => undefined);
    return null;
  } catch (thrown) {
    return thrown instanceof MachineFault ? thrown : faultOf("GITHUB_OUTPUT", thrown);
  }
}

/** Throws MachineFault where later steps would not see them. */
export function setOutputs(values: Readonly<Record<string, string>>): void {
  throughFile("GITHUB_OUTPUT", () => {
    for (const [name, value] of Object.entries(values)) core.setOutput(name, logLine(value));
  });
}

/** For the post step. Throws MachineFault where it would not see it. */
export function saveState(name: string, value: unknown): void {
  throughFile("GITHUB_STATE", () => {
    core.saveState(name, value);
  });
}

/** Puts a folder on the PATH of later steps: one line is one folder. Throws MachineFault where that cannot be. */
export function addPath(folder: string): void {
  throughFile("GITHUB_PATH", () => {
    if (logLine(folder) !== folder) throw new Error(`${JSON.stringify(folder)} has a character that breaks a line`);
    core.addPath(folder);
  });
}

/** Markdown, made harmless by its renderer. Throws MachineFault; does nothing where the runner wants no summary. */
export async function writeSummary(markdown: string): Promise<void> {
  const path = process.env.GITHUB_STEP_SUMMARY ?? "";
  if (path === "") return;
  try {
    await appendFile(path, markdown);
  } catch (thrown) {
    throw faultOf("GITHUB_STEP_SUMMARY", thrown);
  }
}

type CommandFile = "GITHUB_OUTPUT" | "GITHUB_STATE" | "GITHUB_PATH";

/** Without its file @actions/core would write a command to the log instead, which runners no longer take. */
function throughFile(name: CommandFile, write: () => void): void {
  const path = process.env[name] ?? "";
  if (path === "") throw new MachineFault(`${name} is not set: run this action on a GitHub Actions runner`);
  try {
    accessSync(path, constants.W_OK);
    if (!statSync(path).isFile()) throw new Error(`${path} is not a file`);
    write();
  } catch (thrown) {
    throw faultOf(name, thrown);
  }
}

function faultOf(name: string, thrown: unknown): MachineFault {
  const error = toError(thrown);
  return new MachineFault(`${name} cannot be written: ${describeMachineTrouble(error) ?? error.message}`, {
    cause: thrown,
  });
}
