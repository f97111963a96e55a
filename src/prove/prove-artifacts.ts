import { resolve } from "node:path";
import { isStatic } from "../inspect/linkage.ts";
import type { GivenFile } from "../inspect/given.ts";
import type { Inspected } from "../inspect/inspect.ts";
import type { Proof } from "./judge.ts";
import { prove, type Provable, type ProveRequest } from "./prove.ts";

type Context = Parameters<typeof prove>[2];

/** Time in ms that each program gets. */
const timeoutMs = 10_000;

/** Starts the static artifacts of a run; the proofs by artifact. Nothing happens without arguments to start them with. */
export async function proveInspected(
  inspected: readonly Inspected[],
  args: readonly string[],
  context: Context,
): Promise<ReadonlyMap<Inspected, Proof>> {
  return proveAll(inspected, { args, timeoutMs }, (each) => {
    const { build, artifact } = each;
    if (build.status !== "built" || artifact === null || !isStatic(artifact.inspection.linkage)) return null;
    return { provable: { file: resolve(artifact.path ?? build.file), platform: build.cell.platform }, context };
  });
}

/** The same for files that something else built. */
export async function proveGiven(
  given: readonly GivenFile[],
  { args, workingDirectory }: { readonly args: readonly string[]; readonly workingDirectory: string },
  context: Context,
): Promise<ReadonlyMap<GivenFile, Proof>> {
  return proveAll(given, { args, timeoutMs }, ({ path, inspection }) => {
    if (!isStatic(inspection.linkage) || inspection.machine === null) return null;
    const platform = { goos: inspection.go?.settings.GOOS ?? "linux", goarch: inspection.machine };
    return { provable: { file: resolve(workingDirectory, path), platform }, context };
  });
}

async function proveAll<T>(
  items: readonly T[],
  request: ProveRequest,
  toProvable: (item: T) => { readonly provable: Provable; readonly context: Context } | null,
): Promise<ReadonlyMap<T, Proof>> {
  const wanted = request.args.length === 0 ? [] : items.flatMap((item) => ({ item, found: toProvable(item) }));
  const asked = wanted.flatMap(({ item, found }) => (found === null ? [] : [{ item, ...found }]));
  const [first] = asked;
  if (first === undefined) return new Map();
  const proofs = await prove(
    asked.map(({ provable }) => provable),
    request,
    first.context,
  );
  return new Map(asked.flatMap(({ item }, at) => (proofs[at] === undefined ? [] : [[item, proofs[at]] as const])));
}
