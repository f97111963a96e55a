import { resolve } from "node:path";
import { prove, type Provable } from "./prove.ts";
import { isStatic, type Inspected, type GivenFile } from "../model/artifact.ts";
import type { Proof } from "../model/proof.ts";

type Context = Parameters<typeof prove>[2];

/** Time in ms that each program gets. */
const timeoutMs = 10_000;

/** Starts the static artifacts of a run; the proofs by artifact. Nothing happens without arguments to start them with. */
export async function proveInspected(
  inspected: readonly Inspected[],
  args: readonly string[],
  context: Context,
): Promise<ReadonlyMap<Inspected, Proof>> {
  return proveAll(inspected, { args, context }, (each) => {
    const { build, artifact } = each;
    if (build.status !== "built" || artifact === null || !isStatic(artifact.inspection.linkage)) return null;
    return { file: resolve(artifact.path ?? build.file), platform: build.cell.platform };
  });
}

/** The same for files that something else built. */
export async function proveGiven(
  given: readonly GivenFile[],
  { args, workingDirectory }: { readonly args: readonly string[]; readonly workingDirectory: string },
  context: Context,
): Promise<ReadonlyMap<GivenFile, Proof>> {
  return proveAll(given, { args, context }, ({ path, inspection }) => {
    if (!isStatic(inspection.linkage) || inspection.machine === null) return null;
    const platform = { goos: inspection.go?.settings.GOOS ?? "linux", goarch: inspection.machine };
    return { file: resolve(workingDirectory, path), platform };
  });
}

/** `toProvable` answers null for what is not to be started. */
async function proveAll<T>(
  items: readonly T[],
  { args, context }: { readonly args: readonly string[]; readonly context: Context },
  toProvable: (item: T) => Provable | null,
): Promise<ReadonlyMap<T, Proof>> {
  const asked = items.flatMap((item) => {
    const provable = toProvable(item);
    return provable === null ? [] : [{ item, provable }];
  });
  if (args.length === 0 || asked.length === 0) return new Map();
  const provables = asked.map(({ provable }) => provable);
  const proofs = await prove(provables, { args, timeoutMs }, context);
  return new Map(asked.flatMap(({ item }, at) => (proofs[at] === undefined ? [] : [[item, proofs[at]] as const])));
}
