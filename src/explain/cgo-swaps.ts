import { join } from "node:path";
import type { Files } from "../ports/types.ts";
import { classifyFunctions, type FunctionKinds } from "./function-bodies.ts";
import type { CgoSwap } from "./facts.ts";
import { type GoPackage, reachable } from "../model/packages.ts";
import type { PlannedCell } from "../model/plan.ts";

/**
 * The packages of a program that are made of other files than with cgo, and what those do. Reads each of them once. The standard
 * library is left out: its Go code is complete, but for `plugin`.
 */
export class SwapFinder {
  readonly #files: Pick<Files, "readText">;
  readonly #texts = new Map<string, Promise<string | undefined>>();

  constructor(files: Pick<Files, "readText">) {
    this.#files = files;
  }

  async find(cell: PlannedCell): Promise<readonly CgoSwap[]> {
    const swaps = await Promise.all([...reachable(cell.graph, cell.package)].map((path) => this.#swapOf(path, cell)));
    return swaps.flatMap((swap) => swap ?? []);
  }

  async #swapOf(path: string, { graph, cgoGraph, cgoEnv }: PlannedCell): Promise<CgoSwap | undefined> {
    const [here, withCgo] = [graph.get(path), cgoGraph.get(path)];
    if (here === undefined || withCgo === undefined || isComplete(here)) return undefined;
    const lost = here.cgoFiles.length === 0 && withCgo.cgoFiles.length > 0;
    if (!lost && cgoEnv.CGO_ENABLED === "1") return undefined;
    const others = here.goFiles.filter((name) => !withCgo.goFiles.includes(name) && !withCgo.cgoFiles.includes(name));
    const texts = await Promise.all(others.map((name) => this.#read(join(here.dir, name))));
    // Where the package itself has no cgo file, tags can have swapped others as well.
    const meant = lost ? texts : texts.filter((text) => text !== undefined && namesCgo(text));
    if (!lost && meant.length === 0) return undefined;
    return { package: path, ...judge(meant) };
  }

  #read(path: string): Promise<string | undefined> {
    const text = this.#texts.get(path) ?? this.#files.readText(path);
    this.#texts.set(path, text);
    return text;
  }
}

function isComplete({ standard, importPath }: GoPackage): boolean {
  return standard && importPath !== "plugin";
}

/** Its build constraint asks for cgo, or for its absence. */
function namesCgo(text: string): boolean {
  const lines = /^\/\/(?:go:build|[ \t]*\+build)[ \t].*$/gm;
  return [...text.slice(0, Math.max(0, text.search(/^package /m))).matchAll(lines)].some(([line]) =>
    /\bcgo\b/.test(line),
  );
}

function judge(texts: readonly (string | undefined)[]): Omit<CgoSwap, "package"> {
  if (texts.includes(undefined)) return { kind: "unknown", functions: [] };
  const kinds = texts.map((text) => classifyFunctions(text ?? ""));
  const all = (kind: keyof FunctionKinds): readonly string[] => kinds.flatMap((each) => each[kind]);
  const refusing = all("refusing");
  if (refusing.length > 0) return { kind: "refusing", functions: refusing };
  if (all("working").length > 0) return { kind: "working", functions: [] };
  return all("idle").length > 0 ? { kind: "idle", functions: all("idle") } : { kind: "gone", functions: [] };
}
