import { basename, join } from "node:path";
import type { ErrorContext } from "../build/error-context.ts";
import { effectiveLinkerFlags } from "../go/go-flags.ts";
import { splitQuoted } from "../go/quoting.ts";
import { crossCompilerFor } from "../plan/c-compiler.ts";
import { type GoPackage, importChain, reachable } from "../model/packages.ts";
import type { GoFlag, PlannedCell } from "../model/plan.ts";
import type { Files } from "../ports/types.ts";

type ContextInputs = { readonly files: Pick<Files, "readText">; readonly goflags: readonly GoFlag[] };

/** What is known of a cell whose build failed: reads the files that may declare what is undefined, and those left out for a tag. */
export async function errorContextOf(
  cell: PlannedCell,
  output: string,
  { files, goflags }: ContextInputs,
): Promise<ErrorContext> {
  const lost = lostCgo(cell);
  const { cgoEnv } = cell;
  const isMusl = cell.strategy.needs === "musl" || cgoEnv.CC.includes("musl");
  const used = [...reachable(cell.cgoGraph, cell.package)].flatMap((path) => cell.cgoGraph.get(path) ?? []);
  const extldflags = effectiveLinkerFlags(cell.flags, goflags, cell).findLast(({ name }) => name === "-extldflags");
  return {
    lostCgo: lost.map(({ importPath }) => importPath),
    declaredIn: await findDeclarations(output, lost, files),
    cgoEnv,
    compilerFlags: used.flatMap(({ cgoCompilerFlags, cgoCppflags }) => [...cgoCompilerFlags, ...cgoCppflags]),
    extldflags: wordsOf(extldflags?.value ?? ""),
    isMusl,
    goarch: cell.platform.goarch,
    crossCompiler: cell.isNative ? null : crossCompilerFor(cell.platform),
    chainTo: (path) => importChain(cell.graph, cell.package, path) ?? [path],
    muslTagged: isMusl ? await findMuslTagged(used, files) : [],
  };
}

function wordsOf(text: string): readonly string[] {
  try {
    return splitQuoted(text);
  } catch {
    return [];
  }
}

/** The packages that have cgo files when cgo is on, and in this cell have none. */
function lostCgo({ graph, cgoGraph }: PlannedCell): readonly GoPackage[] {
  return [...graph.values()]
    .filter(({ cgoFiles }) => cgoFiles.length === 0)
    .flatMap(({ importPath }) => cgoGraph.get(importPath) ?? [])
    .filter(({ cgoFiles }) => cgoFiles.length > 0);
}

const nameLimit = 20;

/** `X`, `dep.X`, or a method, to the cgo file that declares it, as `import/path/file.go`. */
async function findDeclarations(
  output: string,
  lost: readonly GoPackage[],
  files: Pick<Files, "readText">,
): Promise<ReadonlyMap<string, string>> {
  const names = [...new Set([...output.matchAll(/: undefined: ([\w.]+)/g)].map((match) => match[1] ?? ""))];
  const found = new Map<string, string>();
  for (const name of names.slice(0, nameLimit)) {
    const [first = "", second] = name.split(".");
    const candidates = second === undefined ? lost : lost.filter((each) => isCalled(each, first));
    for (const { dir, cgoFiles, importPath } of candidates) {
      for (const file of cgoFiles) {
        const text = (await files.readText(join(dir, file))) ?? "";
        if (!found.has(name) && declares(text, second ?? first)) found.set(name, `${importPath}/${file}`);
      }
    }
  }
  return found;
}

function isCalled({ name, importPath }: GoPackage, word: string): boolean {
  return name === word || basename(importPath) === word;
}

function declares(text: string, name: string): boolean {
  const plain = new RegExp(String.raw`^(?:func|type|var|const)\s+${name}\b`, "m");
  const grouped = new RegExp(String.raw`^\s+${name}\b(?:\s*=|\s*,|\s+[\w.*[\]]+\s*=|\s*$)`, "m");
  return plain.test(text) || (/^(?:var|const|type)\s*\(/m.test(text) && grouped.test(text));
}

/** The packages with cgo that leave out a file which is for builds with the tag musl. */
async function findMuslTagged(used: readonly GoPackage[], files: Pick<Files, "readText">): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { standard, cgoFiles, ignoredGoFiles, dir, importPath } of used) {
    if (standard || cgoFiles.length === 0) continue;
    for (const file of ignoredGoFiles) {
      const head = ((await files.readText(join(dir, file))) ?? "").slice(0, 4096);
      const wants = /^\/\/(?:go:build|\s*\+build) (?:.*[^\w!])?musl\b/m.test(head);
      if (wants && !found.includes(importPath)) found.push(importPath);
    }
  }
  return found;
}
