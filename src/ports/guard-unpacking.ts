import childProcess from "node:child_process";
import { syncBuiltinESMExports } from "node:module";
import { basename } from "node:path";

/**
 * Looks into an archive before @actions/cache unpacks it, which it does with `tar -P`: then members may have absolute paths, and links
 * may lead anywhere. Whoever can write to the cache decides what is in it. From here on this process starts no such tar.
 */
export function guardUnpacking(folder: string): void {
  const { spawn, spawnSync } = childProcess;
  const guarded = (
    program: string,
    args: readonly string[],
    options: childProcess.SpawnOptions,
  ): childProcess.ChildProcess => {
    const isUnpacking = /^(?:g|bsd)?tar(?:\.exe)?$/.test(basename(program)) && args.includes("-xf");
    if (isUnpacking) {
      const list = (flag: string): string => {
        const listing = args.map((arg) => (arg === "-xf" ? flag : arg));
        const env = { ...options.env, LC_ALL: "C" };
        const { status, stdout, error } = spawnSync(program, listing, {
          ...options,
          env,
          encoding: "utf8",
          maxBuffer: 1 << 30,
          stdio: "pipe",
        });
        if (status !== 0) throw error ?? new Error("the archive of the cache cannot be listed");
        return stdout;
      };
      const why = findEscape(folder, { names: list("-tf"), details: list("-tvf") });
      if (why !== null) throw new Error(`the archive of the cache is refused: ${why}`);
    }
    return spawn(program, args, options);
  };
  Object.assign(childProcess, { spawn: guarded });
  syncBuiltinESMExports();
}

/**
 * What in an archive could be written outside of `folder`: from the output of `tar -tf` and `tar -tvf`, which quote line breaks in
 * names. Ours hold nothing but files and folders. null where there is nothing of the kind.
 */
export function findEscape(
  folder: string,
  { names, details }: { readonly names: string; readonly details: string },
): string | null {
  const lines = (text: string): string[] => text.split(/\r?\n/).filter((line) => line !== "");
  const stray = lines(names).find((name) => {
    // A backslash parts folders on Windows; elsewhere it is how tar writes what cannot be printed.
    return [/\//, /[/\\]/].some((separator) => {
      const parts = name.split(separator);
      return parts[0] !== folder || parts.includes("..");
    });
  });
  if (stray !== undefined) return `${JSON.stringify(stray)} is outside of ${folder}`;
  const special = lines(details).find((line) => !/^[-d]/.test(line));
  return special === undefined ? null : `${JSON.stringify(special)} is neither a file nor a folder`;
}
