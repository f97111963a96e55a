import type { Go } from "../go/command.ts";
import { FormatError } from "./format-error.ts";
import { readRange } from "./reader.ts";
import { renderFlags } from "../go/go-flags.ts";
import type { ByteSource, Files } from "../ports/types.ts";
import { listed } from "../text/english.ts";
import type { PlannedCell } from "../model/plan.ts";
import { decodeText } from "../text/bytes.ts";

/** What one package hands to the linker, as far as it decides which linker that is. */
export type LinkInput = {
  readonly package: string;
  /** It holds object code of another compiler. */
  readonly objects: boolean;
  /** The token of the go command for C flags that the internal linker is not trusted with. */
  readonly prefersExternal: boolean;
  /** The token for a trial link that failed: nobody knows which C functions the package imports. */
  readonly importsUnknown: boolean;
  /** Shared libraries whose functions the package imports. */
  readonly libraries: readonly string[];
};

/**
 * Reads the archives that a build handed to the linker, which are in Go's build cache by then. It is the toolchain's own
 * account of what the rules only predict, and costs a `go list -export`; so it is asked for where the two differ.
 * undefined when the go command cannot say (the files changed since, or the cache is gone).
 */
export async function readLinkInputs(
  cell: PlannedCell,
  { go, files }: { readonly go: Go; readonly files: Files },
): Promise<readonly LinkInput[] | undefined> {
  const args = ["list", "-deps", "-export", "-f", "{{.ImportPath}}\t{{.Export}}", ...renderFlags(cell.flags)];
  const result = await go.work([...args, "--", cell.package], { cwd: cell.moduleDir, env: cell.env });
  if (result.exitCode !== 0) return undefined;
  try {
    return result.stdout.split("\n").flatMap((line) => {
      const [path = "", file = ""] = line.split("\t");
      return file === "" ? [] : [{ package: path, ...files.withSource(file, readArchive) }];
    });
  } catch (thrown) {
    if (thrown instanceof FormatError) return undefined;
    throw thrown;
  }
}

const MAGIC = "!<arch>\n";
const HEADER = 60;
const NAME = 16;
const SIZE = { start: 48, end: 58 };
/** Of a Go object the part in front of the code: export data can be long, its end is never needed. */
const TEXT_LIMIT = 4 * 1024 * 1024;

/** A package archive of the Go compiler (`go tool pack`): ar with names of 16 bytes. Throws FormatError for anything else. */
export function readArchive(source: ByteSource): Omit<LinkInput, "package"> {
  if (textAt(source, 0, MAGIC.length) !== MAGIC) throw new FormatError("not an archive", 0);
  let objects = false;
  const names = new Set<string>();
  const libraries = new Set<string>();
  for (let at = MAGIC.length; at + HEADER <= source.size;) {
    const header = textAt(source, at, HEADER);
    const size = Number(header.slice(SIZE.start, SIZE.end).trim());
    if (!header.endsWith("`\n") || !Number.isSafeInteger(size)) throw new FormatError("archive header is damaged", at);
    const name = header.slice(0, NAME).trim().replace(/\/$/, "");
    names.add(name);
    const start = bytesAt(source, at + HEADER, Math.min(size, 4));
    if (isObject(start)) objects = true;
    if (decodeText(start) === "go o") {
      const text = textAt(source, at + HEADER, Math.min(size, TEXT_LIMIT));
      for (const library of importedLibraries(text)) libraries.add(library);
    }
    at += HEADER + size + (size % 2);
  }
  return {
    objects,
    prefersExternal: names.has("preferlinkext"),
    importsUnknown: names.has("dynimportfail"),
    libraries: [...libraries].toSorted(),
  };
}

function bytesAt(source: ByteSource, offset: number, length: number): Uint8Array {
  return readRange(source, { offset: BigInt(offset), length: BigInt(length) }, "archive");
}

function textAt(source: ByteSource, offset: number, length: number): string {
  return decodeText(bytesAt(source, offset, length));
}

/** ELF, Mach-O, COFF of the machines that Go builds cgo for, XCOFF: ldobj in cmd/link/internal/ld/lib.go, go1.27. */
function isObject(start: Uint8Array): boolean {
  const hex = Array.from(start, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return /^(?:7f454c46|feedfac[ef]|c[ef]faedfe|4c01|6486|64aa|01df|01f7)/.test(hex);
}

/** The directives of cgo stand as JSON between `$$  // cgo` and the next `$$` (cmd/compile/internal/gc/obj.go). */
function importedLibraries(text: string): string[] {
  const json = /\n\$\$ {2}\/\/ cgo\n(.*?)\n\$\$/s.exec(text)?.[1];
  if (json === undefined) return [];
  return parseDirectives(json).flatMap(([verb, , , library]) =>
    verb === "cgo_import_dynamic" && library !== undefined && library !== "" ? [library] : [],
  );
}

function parseDirectives(json: string): readonly (readonly string[])[] {
  try {
    return JSON.parse(json) as readonly (readonly string[])[];
  } catch {
    throw new FormatError("cgo directives are damaged", 0);
  }
}

/** Why the linker that took the build was the one, in the words of what it was given. */
export function reasonsOfInputs(mode: "internal" | "external", inputs: readonly LinkInput[]): string[] {
  const named = (test: (input: LinkInput) => boolean): string[] => inputs.filter(test).map((input) => input.package);
  if (mode === "internal") {
    const importers = named(({ libraries }) => libraries.length > 0);
    return importers.length === 0 ? [] : [`Go's own linker imports C functions for ${listed(importers)}`];
  }
  const failed = named(({ importsUnknown }) => importsUnknown);
  const preferring = named(({ prefersExternal }) => prefersExternal);
  return [
    ...(failed.length > 0
      ? [`the C code of ${listed(failed)} does not link by itself, so Go's own linker cannot take it`]
      : []),
    ...(preferring.length > 0
      ? [`the C flags of ${listed(preferring)} are not what Go's own linker is trusted with`]
      : []),
  ];
}
