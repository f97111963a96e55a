/**
 * A text without the name of a folder: paths below it are relative to it, and the folder itself is `.`. Only whole paths are meant, so
 * that `/app` leaves `example.com/app` as it is.
 */
export function withoutFolder(text: string, folder: string): string {
  const name = folder.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const path = new RegExp(`(?<=^|[\\s"'\`(=:])${name}(?:[\\\\/]([^\\s"'\`):,;]?)|(?=$|[\\s"'\`):,;]))`, "gm");
  return text.replaceAll(path, (_whole, next: string | undefined) => (next === undefined || next === "" ? "." : next));
}
