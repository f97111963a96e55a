/**
 * A program of its own, started by ports/actions-cache.ts: one call of @actions/cache. That library cannot be stopped, leaves
 * sockets open, writes annotations, and makes what it is told depend on the folder and environment of its process. As a process it can
 * be killed at its deadline with the tar that it started, and everything it says is read before anybody else sees it.
 *
 * The task is the first argument, the answer the last line of the output; both are JSON. The working directory, GITHUB_WORKSPACE
 * and RUNNER_TEMP are the same folder, so that archives hold relative paths and fit wherever they are unpacked.
 */
import { restoreCache, saveCache } from "@actions/cache";
import { guardUnpacking } from "./guard-unpacking.ts";
import { toError } from "../errors.ts";

export type CacheTask = {
  readonly kind: "restore" | "save";
  /** The folder, in the working directory. */
  readonly name: string;
  readonly key: string;
  readonly restoreKeys: readonly string[];
};

export type CacheAnswer =
  | { readonly kind: "restored"; readonly matchedKey: string | null }
  | { readonly kind: "saved" }
  | { readonly kind: "exists" }
  | { readonly kind: "not-saved" }
  | { readonly kind: "failed"; readonly message: string };

async function perform({ kind, name, key, restoreKeys }: CacheTask): Promise<CacheAnswer> {
  // Modules are the same on every system; the key of a build names its system.
  const everySystem = true;
  if (kind === "restore") {
    guardUnpacking(name);
    const matchedKey = await restoreCache([name], key, [...restoreKeys], {}, everySystem);
    return { kind: "restored", matchedKey: matchedKey ?? null };
  }
  // Asked first: packing what another job has saved in the meantime takes the time that the cache is to save.
  const found = await restoreCache([name], key, [], { lookupOnly: true }, everySystem);
  if (found?.toLowerCase() === key.toLowerCase()) return { kind: "exists" };
  const id = await saveCache([name], key, {}, everySystem);
  return { kind: id === -1 ? "not-saved" : "saved" };
}

async function answer(): Promise<CacheAnswer> {
  try {
    return await perform(JSON.parse(process.argv[2] ?? "") as CacheTask);
  } catch (thrown) {
    return { kind: "failed", message: toError(thrown).message };
  }
}

// Not left to end by itself: the library leaves sockets and timers behind (nodejs/node 56645).
function end(result: CacheAnswer): void {
  process.stdout.write(`\n${JSON.stringify(result)}\n`, () => process.exit(0));
}

// What is thrown while @actions/exec starts tar comes here, and restoreCache never settles.
process.on("uncaughtException", (thrown) => {
  end({ kind: "failed", message: thrown.message });
});
end(await answer());
