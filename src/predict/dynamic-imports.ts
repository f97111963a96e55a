import { join } from "node:path";
import { indexOfBytes, decodeText } from "../text/bytes.ts";
import type { Files } from "../ports/types.ts";
import type { GoPackage } from "../model/packages.ts";
import type { DynamicImport } from "../model/prediction.ts";

const DIRECTIVE = "\n//go:cgo_import_dynamic ";
const directiveBytes = Uint8Array.from(DIRECTIVE, (character) => character.charCodeAt(0));
/** Bytes; longer Go files hold data. */
const READ_LIMIT = 16 * 1024 * 1024;

/**
 * Finds `//go:cgo_import_dynamic` in packages that do without cgo: the way around it that purego and its like go. The compiler
 * takes the directive in any Go file (pragma in cmd/compile/internal/noder/noder.go, go1.19 to go1.27), and one is enough to
 * make an internal link dynamic. A package is read once for all cells that compile the same files of it.
 */
export class DynamicImportFinder {
  readonly #files: Pick<Files, "withSource">;
  readonly #known = new Map<string, readonly string[]>();

  constructor(files: Pick<Files, "withSource">) {
    this.#files = files;
  }

  /** The standard library is left out: what Go itself imports is part of the rules by platform. */
  find(packages: readonly GoPackage[]): readonly DynamicImport[] {
    return packages
      .filter(({ standard }) => !standard)
      .map(({ importPath, dir, goFiles }) => ({
        package: importPath,
        libraries: [...new Set(goFiles.flatMap((name) => this.#read(join(dir, name))))].toSorted(),
      }))
      .filter(({ libraries }) => libraries.length > 0);
  }

  // Thousands of small files: read one after the other without promises and decoding, which took five times as long.
  #read(path: string): readonly string[] {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    let libraries: readonly string[];
    try {
      libraries = this.#files.withSource(path, (source) => importedLibraries(source.read(0, READ_LIMIT)));
    } catch {
      // A file that is only in an overlay, or that went away: the build will say so.
      libraries = [];
    }
    this.#known.set(path, libraries);
    return libraries;
  }
}

/** The libraries that a Go file's directives name. The compiler refuses one outside cgo that names none. */
export function importedLibraries(file: Uint8Array): string[] {
  if (indexOfBytes(file, directiveBytes, 0) === -1) return [];
  const lines = decodeText(file).matchAll(/^\/\/go:cgo_import_dynamic[ \t]+\S+[ \t]+\S+[ \t]+(\S+)/gm);
  return [...new Set([...lines].map(([, library = ""]) => library.replace(/^"|"$/g, "")))].filter(
    (name) => name !== "",
  );
}
