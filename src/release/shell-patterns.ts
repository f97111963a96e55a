/** A pattern of the shell as the source of a regular expression. `isLazy`: the shortest text that fits. */
export function globToRegExp(
  glob: string,
  { isLiteral, isLazy }: { readonly isLiteral: boolean; readonly isLazy: boolean },
): string {
  const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  if (isLiteral) return literal(glob);
  return glob
    .split(/(\*+|\?)/)
    .map((part) => (part.startsWith("*") ? (isLazy ? ".*?" : ".*") : part === "?" ? "." : literal(part)))
    .join("");
}

/** A pattern that globToRegExp reads: no brackets, and not so many stars that to try them all takes long. */
export function isPlainGlob(glob: string): boolean {
  return !/[[\]]/.test(glob) && glob.split(/\*+/).length <= 5;
}

/** Whether a path fits a pattern of paths, part for part: `*` does not cross a slash. What is not read fits. */
export function matchesPath(pattern: string, path: string): boolean {
  if (!isPlainGlob(pattern)) return true;
  const parts = pattern.split("/");
  const names = path.split("/");
  return (
    parts.length === names.length &&
    parts.every((part, at) =>
      new RegExp(`^${globToRegExp(part, { isLiteral: false, isLazy: false })}$`, "s").test(names[at] ?? ""),
    )
  );
}
