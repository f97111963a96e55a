import { quote } from "shlex";
import type { Cell } from "../model/report.ts";

/** The build of a cell as a POSIX shell takes it in the working directory; empty for a file that something else built. */
export function buildLine({ build }: Pick<Cell, "build">): string {
  if (build.argv.length === 0) return "";
  const variables = Object.entries(build.env).map(([name, value]) => `${name}=${quote(value)}`);
  const line = [...variables, ...build.argv.map(quote)].join(" ");
  return build.dir === "." || build.dir === "" ? line : `(cd ${quote(build.dir)} && ${line})`;
}
