import type { Inspection } from "../model/artifact.ts";

/** GOOS of a format whose programs few systems start; every other GOOS has ELF. */
const formats: Readonly<Record<string, string>> = {
  aix: "xcoff",
  darwin: "macho",
  ios: "macho",
  js: "wasm",
  plan9: "plan9",
  wasip1: "wasm",
  windows: "pe",
};
const usual: Readonly<Record<string, string>> = {
  elf: "linux",
  macho: "darwin",
  pe: "windows",
  plan9: "plan9",
  xcoff: "aix",
};

/**
 * The GOOS of a file that something else built: the recorded one, unless the file is of a format that no such system
 * starts; then, and without a record, the usual one of its format. null for a format that says nothing.
 */
export function goosOf({ format, go }: Pick<Inspection, "format" | "go">): string | null {
  const recorded = go?.settings.GOOS ?? "";
  // Build info is text of the file: anything can be in it.
  const isTrue = /^[a-z0-9]+$/.test(recorded) && (formats[recorded] ?? "elf") === format;
  return isTrue ? recorded : (usual[format ?? ""] ?? null);
}

/** GOARCH by the file's header; "amd64+arm64" for a universal file, null for a machine that Go does not build for. */
export function goarchOf({ machine, slices }: Pick<Inspection, "machine" | "slices">): string | null {
  return machine ?? (slices.length > 0 ? slices.join("+") : null);
}
