import { splitQuoted } from "../go/quoting.ts";
import type { ErrorContext } from "./error-context.ts";

const external = "add -linkmode=external to -ldflags: then the C compiler links";

/**
 * Why Go's own linker does not find a C function: its list of shared libraries was made from a static link, or it cannot read an
 * object. `output` is the linker's.
 */
export function explainRelocation(
  symbol: string,
  output: string,
  context: ErrorContext,
): { readonly kind: "build-failed" | "static-cgo-flags"; readonly cause: string; readonly fix: string } {
  const { CC = "", CGO_LDFLAGS = "" } = context.cgoEnv;
  const lacks = `Go's own linker ${symbol === "" ? "cannot link the C objects" : `does not find the C function ${symbol}`}`;
  const debug = debugFlag(context);
  if (debug !== null || /ignoring symbol in section \d+ \("\.group"\)/.test(output)) {
    const what = debug ?? "a flag such as -g3";
    return {
      kind: "build-failed",
      cause: `${lacks}: ${what} makes debug sections (.group) that it cannot read`,
      fix: `${external}; or write -g2 in place of it`,
    };
  }
  const places = [
    ...(words(CGO_LDFLAGS).some(isStatic) ? ["CGO_LDFLAGS"] : []),
    ...(words(CC).slice(1).some(isStatic) ? ["CC"] : []),
  ];
  if (places.length > 0) {
    return {
      kind: "static-cgo-flags",
      cause: `${lacks}: -static stands in ${places.join(" and ")}, which counts also while cgo code is compiled`,
      fix: "put -static into -extldflags together with -linkmode=external, not into CGO_LDFLAGS or CC",
    };
  }
  if (context.isMusl || output.includes("missing Go type information for global symbol .dynsym")) {
    const compiler = CC === "" ? "the C compiler" : CC;
    return { kind: "build-failed", cause: `${lacks}: ${compiler} links statically by itself`, fix: external };
  }
  return { kind: "build-failed", cause: lacks, fix: external };
}

function debugFlag({ cgoEnv, compilerFlags }: ErrorContext): string | null {
  const { CGO_CFLAGS = "", CGO_CPPFLAGS = "", CGO_CXXFLAGS = "", CC = "" } = cgoEnv;
  const places = Object.entries({ CGO_CFLAGS, CGO_CPPFLAGS, CGO_CXXFLAGS, CC });
  for (const [name, value] of places) {
    const flag = words(value).find(isDebug);
    if (flag !== undefined) return `${flag} in ${name}`;
  }
  const flag = compilerFlags.find(isDebug);
  return flag === undefined ? null : `${flag} in #cgo CFLAGS`;
}

/** Macro definitions and type units are in sections of groups (GCC: -g3, -fdebug-types-section). */
function isDebug(word: string): boolean {
  return /^-g(?:gdb|dwarf(?:-\d)?|stabs)?3$|^-fdebug-types-section$|^-fdebug-macro$/.test(word);
}

function isStatic(word: string): boolean {
  return /^--?static(?:-pie)?$|^-Wl,-(?:-static|static|Bstatic)$/.test(word);
}

function words(text: string): readonly string[] {
  try {
    return splitQuoted(text);
  } catch {
    return [];
  }
}
