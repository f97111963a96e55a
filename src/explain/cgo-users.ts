import { join, relative } from "node:path";
import type { Files } from "../ports/types.ts";
import { parseGoImports } from "./go-imports.ts";
import type { CgoUser } from "../model/finding.ts";
import type { GoPackage, PackageGraph } from "../model/packages.ts";
import { reachable, importChain } from "../model/packages.ts";
import type { PlannedCell } from "../model/plan.ts";

/** Answers where the imports stand; every file is read once. */
export class ImportFinder {
  readonly #files: Files;
  readonly #base: string;
  readonly #known = new Map<string, Promise<Pick<CgoUser, "file" | "line">>>();

  /** `base`: what the file names are relative to. */
  constructor(files: Files, base: string) {
    this.#files = files;
    this.#base = base;
  }

  /** The packages with cgo files below the cell's main package, nearest first. runtime/cgo only serves the others. */
  async cgoUsers(cell: PlannedCell): Promise<CgoUser[]> {
    const needed = [...reachable(cell.graph, cell.package)];
    const users = needed.filter((path) => path !== "runtime/cgo" && (cell.graph.get(path)?.cgoFiles.length ?? 0) > 0);
    return Promise.all(
      users.map(async (path) => {
        const chain = importChain(cell.graph, cell.package, path) ?? [cell.package, path];
        return { package: path, chain, ...(await this.#locate(cell.graph, chain)) };
      }),
    );
  }

  /** The last import on the chain that the caller can change: in his own code, or `import "C"` itself. */
  #locate(graph: PackageGraph, chain: readonly string[]): Promise<Pick<CgoUser, "file" | "line">> {
    const at = chain.findLastIndex((path) => graph.get(path)?.own === true);
    const importer = graph.get(chain[at] ?? "");
    if (importer === undefined) return Promise.resolve({ file: null, line: null });
    const imported = chain[at + 1] ?? "C";
    const key = `${importer.dir}\n${imported}`;
    const known = this.#known.get(key) ?? this.#read(importer, imported);
    this.#known.set(key, known);
    return known;
  }

  async #read(importer: GoPackage, imported: string): Promise<Pick<CgoUser, "file" | "line">> {
    for (const name of [...importer.goFiles, ...importer.cgoFiles].toSorted()) {
      const path = join(importer.dir, name);
      const text = await this.#files.readText(path);
      const found = parseGoImports(text ?? "").find((each) => each.path === imported);
      if (found !== undefined) return { file: relative(this.#base, path).replaceAll("\\", "/"), line: found.line };
    }
    return { file: null, line: null };
  }
}
