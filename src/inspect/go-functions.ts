import type { ByteSource } from "../ports/types.ts";
import { FormatError } from "./format-error.ts";
import type { Range } from "./reader.ts";
import { OVERLAP, Pattern, readChunks } from "./search.ts";
import type { CgoPackage } from "../model/artifact.ts";
import { decodeText } from "../text/bytes.ts";

// The tables that Go's runtime prints stack traces from (gopclntab) hold the name of each function as a C string, and
// neither -s -w nor strip can remove it. cgo makes a Go function for each C function that a package calls: _Cfunc_x for
// C.x, and _C2func_x where the error is asked for as well. Measured with Go 1.13 to 1.27, with either linker.
const patterns = [new Pattern("._Cfunc_"), new Pattern("._C2func_")];

/** cgo's own helpers; cmd/cgo, builtinDefs. */
const helpers = new Set(["CBytes", "CString", "GoBytes", "GoString", "GoStringN"]);
/** Real names have up to 100 characters or so. With the NULs around it, a longer one may not be whole in any chunk. */
const MAX_NAME = Number(OVERLAP);
/** Bindings of whole desktops have some thousand. */
const MAX_FUNCTIONS = 65536;

/**
 * What a program loads, or just the part with the names of its functions (see go-pclntab.ts) -> the packages in it that
 * call C, by import path. Functions that nothing reaches are not there: `import _ "net"` leaves none. null when there is
 * too much to search, or the file does not have the ranges.
 */
export function findCgoFunctions(source: ByteSource, ranges: readonly Range[]): readonly CgoPackage[] | null {
  const names = new Set<string>();
  try {
    for (const { bytes } of readChunks(source, ranges, "Go function names")) {
      for (const pattern of patterns) collectNames(bytes, pattern, names);
    }
  } catch (thrown: unknown) {
    if (thrown instanceof FormatError) {
      return null;
    }
    throw thrown;
  }
  return group(names);
}

function collectNames(bytes: Uint8Array, pattern: Pattern, names: Set<string>): void {
  // Nothing is looked at twice, whatever the bytes are: the names before `seen` are done.
  let seen = 0;
  for (let at = pattern.indexIn(bytes); at !== -1 && names.size < MAX_FUNCTIONS; at = pattern.indexIn(bytes, seen)) {
    const start = findStart(bytes, at, seen);
    const functionStart = at + pattern.bytes.length;
    seen = findEnd(bytes, functionStart);
    const isWhole = bytes[start - 1] === 0 && bytes[seen] === 0 && seen - start + 2 <= MAX_NAME;
    if (isWhole && functionStart < seen) {
      const path = decodeText(bytes.subarray(start, at));
      if (packagePath.test(path)) {
        names.add(`${path}\0${decodeText(bytes.subarray(functionStart, seen))}`);
      }
    }
  }
}

function findStart(bytes: Uint8Array, from: number, limit: number): number {
  let start = from;
  while (start > limit && isPathByte(bytes[start - 1] ?? 0)) {
    start -= 1;
  }
  return start;
}

function findEnd(bytes: Uint8Array, from: number): number {
  let end = from;
  while (end < bytes.length && isNameByte(bytes[end] ?? 0)) {
    end += 1;
  }
  return end;
}

// Package cmd/internal/objabi, PathToPrefix: everything else is written as %xx, and so is "." in the last element.
const packagePath = /^(?:.*\/)?[^./]+$/u;

function isPathByte(byte: number): boolean {
  return byte > 0x20 && byte < 0x7f && byte !== 0x22;
}

/** Of a Go identifier: letters, digits, "_", and whatever is not ASCII. */
function isNameByte(byte: number): boolean {
  const lower = byte | 0x20;
  return (byte >= 0x30 && byte <= 0x39) || (lower >= 0x61 && lower <= 0x7a) || byte === 0x5f || byte >= 0x80;
}

function group(names: ReadonlySet<string>): readonly CgoPackage[] {
  const functions = new Map<string, Set<string>>();
  for (const name of names) {
    const [path = "", cName = ""] = name.split("\0");
    const importPath = unescapePath(path);
    const ofPackage = functions.get(importPath) ?? new Set();
    functions.set(importPath, ofPackage);
    if (!helpers.has(cName)) {
      // cgo's own wrapper of malloc, which never returns nil.
      ofPackage.add(cName === "_CMalloc" ? "malloc" : cName);
    }
  }
  return Array.from(functions, ([importPath, ofPackage]) => ({
    package: importPath,
    functions: Array.from(ofPackage).sort(),
  })).sort((a, b) => (a.package < b.package ? -1 : 1));
}

/** "gopkg.in/gl%2ev1" -> "gopkg.in/gl.v1": the inverse of PathToPrefix. */
function unescapePath(path: string): string {
  const bytes: number[] = [];
  for (const [, hex, plain] of path.matchAll(/%([0-9a-f]{2})|(.)/gsu)) {
    bytes.push(hex === undefined ? (plain ?? "").charCodeAt(0) : parseInt(hex, 16));
  }
  return decodeText(Uint8Array.from(bytes));
}
