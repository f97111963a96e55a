import type { GoPackage, PackageGraph, PackageState } from "../model/packages.ts";

/** The fields that parseGoList reads; `go list -json=…` takes the list since go1.19. */
export const goListFields = [
  "ImportPath",
  "Name",
  "Dir",
  "Standard",
  "DepOnly",
  "Module",
  "GoFiles",
  "CgoFiles",
  "CFiles",
  "CXXFiles",
  "MFiles",
  "HFiles",
  "FFiles",
  "SFiles",
  "SysoFiles",
  "SwigFiles",
  "SwigCXXFiles",
  "CgoCPPFLAGS",
  "CgoCFLAGS",
  "CgoCXXFLAGS",
  "CgoFFLAGS",
  "CgoLDFLAGS",
  "CgoPkgConfig",
  "Imports",
  "ImportMap",
  "DefaultPGOFile",
  "EmbedFiles",
  "IgnoredGoFiles",
  "InvalidGoFiles",
  "Match",
  "Error",
].join(",");

type GoListPackage = {
  ImportPath: string;
  Name?: string;
  Dir?: string;
  Standard?: boolean;
  DepOnly?: boolean;
  Module?: { Main?: boolean; Path?: string; GoMod?: string };
  GoFiles?: string[];
  CgoFiles?: string[];
  CFiles?: string[];
  CXXFiles?: string[];
  MFiles?: string[];
  HFiles?: string[];
  FFiles?: string[];
  SFiles?: string[];
  SysoFiles?: string[];
  SwigFiles?: string[];
  SwigCXXFiles?: string[];
  CgoCPPFLAGS?: string[];
  CgoCFLAGS?: string[];
  CgoCXXFLAGS?: string[];
  CgoFFLAGS?: string[];
  CgoLDFLAGS?: string[];
  CgoPkgConfig?: string[];
  Imports?: string[];
  ImportMap?: Record<string, string>;
  DefaultPGOFile?: string;
  EmbedFiles?: string[];
  IgnoredGoFiles?: string[];
  InvalidGoFiles?: string[];
  Match?: string[];
  Error?: { Err?: string };
};

/**
 * Parses the concatenated JSON objects that `go list -json` prints. Dependencies come before their importers.
 * Throws SyntaxError for anything else, also when the text is cut off.
 */
export function parseGoList(stdout: string): PackageGraph {
  const graph = new Map<string, GoPackage>();
  // Each object ends with a brace in the first column: its content is indented.
  const texts = stdout.split(/^}$/m);
  if (texts.pop()?.trim() !== "") throw new SyntaxError("the output of go list is cut off");
  for (const text of texts) {
    const item = toGoPackage(JSON.parse(`${text}}`) as GoListPackage);
    graph.set(item.importPath, item);
  }
  return graph;
}

function toGoPackage(raw: GoListPackage): GoPackage {
  const map = raw.ImportMap ?? {};
  return {
    ...filesOf(raw),
    inputs: inputsOf(raw),
    state: stateOf(raw),
    named: (raw.Match ?? []).some((pattern) => !pattern.includes("...")),
    ...moduleOf(raw),
    importPath: raw.ImportPath,
    name: raw.Name ?? "",
    dir: raw.Dir ?? "",
    standard: raw.Standard ?? false,
    depOnly: raw.DepOnly ?? false,
    imports: (raw.Imports ?? []).map((path) => map[path] ?? path),
    defaultPGOFile: raw.DefaultPGOFile ?? null,
    error: raw.Error?.Err ?? null,
  };
}

function moduleOf({ Module, Standard }: GoListPackage): Pick<GoPackage, "own" | "module" | "goMod"> {
  return {
    own: Module?.Main ?? (Standard !== true && Module === undefined),
    module: Module?.Path ?? null,
    goMod: Module?.GoMod ?? null,
  };
}

/** All files that the go command itself names. Those of the standard library belong to the toolchain. */
function inputsOf(raw: GoListPackage): readonly string[] {
  if (raw.Standard === true) return [];
  const pgo = raw.DefaultPGOFile === undefined ? [] : [raw.DefaultPGOFile];
  const compiled = together(raw.GoFiles, raw.CgoFiles, raw.CFiles, raw.CXXFiles, raw.MFiles, raw.FFiles, raw.SFiles);
  const others = together(raw.HFiles, raw.SysoFiles, raw.SwigFiles, raw.SwigCXXFiles, raw.EmbedFiles, pgo);
  return [...compiled, ...others].toSorted();
}

/** With -e the go command lists what it cannot load as well, often without a name. */
function stateOf(raw: GoListPackage): PackageState {
  const isInvalid = (raw.InvalidGoFiles ?? []).length > 0;
  if (raw.Error !== undefined && isInvalid) return "unloadable";
  const isEmpty = together(raw.GoFiles, raw.CgoFiles).length === 0;
  if (isEmpty && (raw.IgnoredGoFiles ?? []).length > 0) return "excluded";
  if (raw.Error !== undefined && (raw.Name ?? "") === "") return "unloadable";
  return isEmpty ? "empty" : "loaded";
}

type FileFields =
  | "goFiles"
  | "cgoFiles"
  | "ignoredGoFiles"
  | "otherFiles"
  | "cxxFiles"
  | "objectFiles"
  | "cgoCppflags"
  | "cgoCompilerFlags"
  | "cgoLdflags"
  | "cgoPkgConfig";

function filesOf(raw: GoListPackage): Pick<GoPackage, FileFields> {
  return {
    goFiles: raw.GoFiles ?? [],
    cgoFiles: raw.CgoFiles ?? [],
    ignoredGoFiles: raw.IgnoredGoFiles ?? [],
    otherFiles: together(raw.CFiles, raw.CXXFiles, raw.SFiles, raw.SysoFiles, raw.SwigFiles, raw.SwigCXXFiles),
    cxxFiles: together(raw.CXXFiles, raw.SwigCXXFiles),
    objectFiles: together(raw.SysoFiles, raw.SwigFiles, raw.SwigCXXFiles),
    cgoCppflags: raw.CgoCPPFLAGS ?? [],
    cgoCompilerFlags: together(raw.CgoCFLAGS, raw.CgoCXXFLAGS, raw.CgoFFLAGS),
    cgoLdflags: raw.CgoLDFLAGS ?? [],
    cgoPkgConfig: raw.CgoPkgConfig ?? [],
  };
}

function together(...lists: readonly (readonly string[] | undefined)[]): readonly string[] {
  return lists.flatMap((list) => list ?? []);
}
