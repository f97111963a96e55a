import type { GoPackage, PackageGraph } from "../model/packages.ts";
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
  "Error",
].join(",");

type GoListPackage = {
  ImportPath: string;
  Name?: string;
  Dir?: string;
  Standard?: boolean;
  DepOnly?: boolean;
  Module?: { Main?: boolean; Path?: string };
  GoFiles?: string[];
  CgoFiles?: string[];
  CFiles?: string[];
  CXXFiles?: string[];
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
    importPath: raw.ImportPath,
    name: raw.Name ?? "",
    dir: raw.Dir ?? "",
    standard: raw.Standard ?? false,
    depOnly: raw.DepOnly ?? false,
    own: raw.Module?.Main ?? (raw.Standard !== true && raw.Module === undefined),
    imports: (raw.Imports ?? []).map((path) => map[path] ?? path),
    defaultPGOFile: raw.DefaultPGOFile ?? null,
    error: raw.Error?.Err ?? null,
  };
}

type FileFields =
  | "goFiles"
  | "cgoFiles"
  | "otherFiles"
  | "objectFiles"
  | "cgoCppflags"
  | "cgoCompilerFlags"
  | "cgoLdflags"
  | "cgoPkgConfig";

function filesOf(raw: GoListPackage): Pick<GoPackage, FileFields> {
  return {
    goFiles: raw.GoFiles ?? [],
    cgoFiles: raw.CgoFiles ?? [],
    otherFiles: together(raw.CFiles, raw.CXXFiles, raw.SFiles, raw.SysoFiles, raw.SwigFiles, raw.SwigCXXFiles),
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
