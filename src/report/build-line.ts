import { quote } from "shlex";
import { toPowerShell } from "../text/powershell.ts";
import type { Cell, Report } from "../model/report.ts";

/** A command for a POSIX shell, for the shell of the machine that the report is of. */
export function forShell(command: string, { environment }: Pick<Report, "environment">): string {
  return environment?.os === "windows" ? toPowerShell(command) : command;
}

/** The build of a cell as a shell takes it in the working directory; empty for a file that something else built. */
export function buildLine({ build }: Pick<Cell, "build">, report: Pick<Report, "environment">): string {
  if (build.argv.length === 0) return "";
  const variables = Object.entries(build.env).map(([name, value]) => `${name}=${quote(value)}`);
  const line = [...variables, ...build.argv.map(quote)].join(" ");
  return forShell(build.dir === "." || build.dir === "" ? line : `(cd ${quote(build.dir)} && ${line})`, report);
}
