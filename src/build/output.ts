/**
 * The part of the go command's output that is about some packages. The go command prints a line `# import/path` above what the
 * compiler or linker said of a package; lines before the first such line are about the whole call.
 */
export function outputOf(text: string, packages: ReadonlySet<string>): string {
  let kept = "";
  let keep = true;
  for (const line of text.split(/(?<=\n)/)) {
    const heading = /^# (\S+)/.exec(line);
    if (heading !== null) keep = packages.has(heading[1] ?? "");
    if (keep) kept += line;
  }
  return kept;
}
