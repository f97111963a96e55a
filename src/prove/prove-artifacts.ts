import { resolve } from "node:path";
import { prove, type Provable } from "./prove.ts";
import { type GivenFile, isStatic } from "../model/artifact.ts";
import type { InspectedCell, ProvenCell } from "../model/cell.ts";
import type { Proof } from "../model/proof.ts";

type Context = Parameters<typeof prove>[2];

/** Time in ms that each program gets. */
const timeoutMs = 10_000;

/** Starts the static artifacts of a run. Nothing happens without arguments to start them with. */
export async function proveCells(
  cells: readonly InspectedCell[],
  args: readonly string[],
  context: Context,
): Promise<ProvenCell[]> {
  return proveAll(cells, { args, context }, ({ planned, build, artifact }) => {
    if (build.status !== "built" || artifact === null || !isStatic(artifact.inspection.linkage)) return null;
    return { file: resolve(artifact.path ?? build.file), platform: planned.platform };
  });
}

/** The same for files that something else built. */
export async function proveGiven(
  given: readonly GivenFile[],
  { args, workingDirectory }: { readonly args: readonly string[]; readonly workingDirectory: string },
  context: Context,
): Promise<GivenFile[]> {
  return proveAll(given, { args, context }, ({ file, inspection }) => {
    if (file === null || !isStatic(inspection.linkage) || inspection.machine === null) return null;
    const platform = { goos: inspection.go?.settings.GOOS ?? "linux", goarch: inspection.machine };
    return { file: resolve(workingDirectory, file), platform };
  });
}

/** `toProvable` answers null for what is not to be started. */
async function proveAll<T>(
  items: readonly T[],
  { args, context }: { readonly args: readonly string[]; readonly context: Context },
  toProvable: (item: T) => Provable | null,
): Promise<(T & { readonly proof: Proof | null })[]> {
  const provables = args.length === 0 ? items.map(() => null) : items.map(toProvable);
  const startable = provables.filter((provable) => provable !== null);
  const proofs = startable.length === 0 ? [] : await prove(startable, { args, timeoutMs }, context);
  return items.map((item, at) => {
    const provable = provables[at] ?? null;
    return { ...item, proof: provable === null ? null : (proofs[startable.indexOf(provable)] ?? null) };
  });
}
