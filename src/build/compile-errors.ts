import { posix } from "node:path";
import type { Finding } from "../model/finding.ts";

/** A line of the caller's own code. */
export type Place = {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number | null;
  /** What is wrong there, where that is not what the problem is about. */
  readonly message: string | null;
};

const compilerLine = /^((?:[A-Za-z]:)?[^:\n]+\.\w+):(\d+):(\d+): (.+)$/;

/** A compiler stops after ten. */
const placesAtMost = 10;

/**
 * The errors that a compiler has placed in the output of a failed build, relative to the working directory. `first` is the place that
 * was looked up on the disk; the others are named relative to the same folder.
 */
export function compileErrors(output: string, first: Pick<Finding, "file" | "line">): Place[] {
  const { file } = first;
  if (file === null) return [];
  const found = output.split("\n").flatMap((text): Place[] => {
    const [, path, line, column, message] = compilerLine.exec(text) ?? [];
    if (path === undefined || message === undefined || /^(?:note|warning):/.test(message)) return [];
    return [{ file: posix.normalize(path.replaceAll("\\", "/")), line: Number(line), column: Number(column), message }];
  });
  const known = found.find((each) => each.line === first.line && endsWith(file, each.file));
  if (known === undefined) return [];
  const folder = file.slice(0, file.length - known.file.length);
  const isBelow = (each: Place): boolean => !posix.isAbsolute(each.file) && !each.file.startsWith("../");
  return found
    .filter((each) => each === known || isBelow(each))
    .map((each) => ({ ...each, file: `${folder}${each.file}` }))
    .slice(0, placesAtMost);
}

function endsWith(path: string, end: string): boolean {
  return path === end || path.endsWith(`/${end}`);
}
