import { resolve } from "node:path";
import { ConfigError, toError } from "../errors.ts";
import type { Files } from "../ports/types.ts";
import { isBeside } from "./beside.ts";
import { inspect } from "./inspect-bytes.ts";
import type { GivenFile } from "../model/artifact.ts";
import type { SkippedFile } from "../model/skipped-file.ts";

type GivenRequest = {
  readonly workingDirectory: string;
  /** Paths and globs. */
  readonly binaries: readonly string[];
  readonly digests: boolean;
};

/** What was judged, and what a glob picked up beside it; both in the order of their paths. */
type Given = { readonly files: readonly GivenFile[]; readonly skipped: readonly SkippedFile[] };

/**
 * Judges the files that paths and globs name. What a glob picks up beside programs is skipped with a word in the log (beside.ts).
 * Throws ConfigError for what cannot be meant: nothing matched, a folder, an archive, a device, no such file.
 */
export async function inspectGiven(
  { workingDirectory, binaries, digests }: GivenRequest,
  { files, log, now }: { files: Files; log: { info(message: string): void }; now: () => number },
): Promise<Given> {
  const paths = await findGiven(binaries, workingDirectory, files);
  const judged: GivenFile[] = [];
  const skipped: SkippedFile[] = [];
  for (const { path, byName } of paths) {
    const started = now();
    const { inspection, size } = readGiven(resolve(workingDirectory, path), path, files);
    const inspectMs = Math.round(now() - started);
    if (!byName && isBeside(path, inspection)) {
      skipped.push({ path, reason: inspection.what.replace(/ file$/, "") });
      continue;
    }
    if (byName && inspection.format === null && /archive|package/.test(inspection.what)) {
      throw new ConfigError(
        `binaries: "${path}" is not an executable (${inspection.what}): unpack it and name the binary inside`,
      );
    }
    const sha256 = digests ? await files.sha256(resolve(workingDirectory, path)) : null;
    judged.push({ path, size, sha256, inspection, inspectMs, proof: null });
  }
  tellSkipped(skipped, log);
  if (judged.length === 0) throw new ConfigError(`binaries: "${binaries.join(" ")}" matches no executable`);
  return { files: judged, skipped: skipped.toSorted((a, b) => (a.path < b.path ? -1 : 1)) };
}

function tellSkipped(skipped: readonly SkippedFile[], log: { info(message: string): void }): void {
  if (skipped.length === 0) return;
  const more = skipped.length > 3 ? ` and ${skipped.length - 3} more` : "";
  const some = skipped.slice(0, 3).map(({ path, reason }) => `${path} (${reason})`);
  log.info(`skipped (not an executable): ${some.join(", ")}${more}`);
}

function readGiven(path: string, shown: string, files: Files): Pick<GivenFile, "inspection" | "size"> {
  try {
    return files.withSource(path, (source) => ({
      inspection: inspect(source, { cgoCalls: true }),
      size: source.size,
    }));
  } catch (thrown) {
    throw new ConfigError(`binaries: "${shown}" cannot be read: ${toError(thrown).message}`);
  }
}

type Named = { readonly path: string; /** Not matched by a glob. */ readonly byName: boolean };

async function findGiven(patterns: readonly string[], cwd: string, files: Files): Promise<Named[]> {
  const found = new Map<string, Named>();
  for (const pattern of patterns) {
    const kind = await files.kindOf(resolve(cwd, pattern));
    if (kind === "folder") {
      throw new ConfigError(
        `binaries: "${pattern}" is a folder; name the files in it, for example "${pattern.replace(/\/+$/, "")}/*"`,
      );
    }
    if (kind !== undefined) {
      found.set(pattern, { path: pattern, byName: true });
      continue;
    }
    if (!/[*?[\]{}!]/.test(pattern)) throw new ConfigError(`binaries: there is no file "${pattern}"`);
    const matches = await files.glob(pattern, cwd);
    if (matches.length === 0) throw new ConfigError(`binaries: "${pattern}" matches no file`);
    for (const path of matches) if (!found.has(path)) found.set(path, { path, byName: false });
  }
  return [...found.values()];
}
