import { resolve } from "node:path";
import { ConfigError, toError } from "../errors.ts";
import type { Files } from "../ports/types.ts";
import { inspect } from "./inspect-bytes.ts";
import type { GivenFile } from "../model/artifact.ts";
type GivenRequest = {
  readonly workingDirectory: string;
  /** Paths and globs. */
  readonly binaries: readonly string[];
  readonly digests: boolean;
};

/**
 * Judges the files that paths and globs name. What a glob picks up beside executables is left out with a word in the log.
 * Throws ConfigError for what cannot be meant: nothing matched, a folder, an archive, a device, no such file.
 */
export async function inspectGiven(
  { workingDirectory, binaries, digests }: GivenRequest,
  { files, log, now }: { files: Files; log: { info(message: string): void }; now: () => number },
): Promise<GivenFile[]> {
  const paths = await findGiven(binaries, workingDirectory, files);
  const judged: GivenFile[] = [];
  const leftOut: string[] = [];
  for (const { path, byName } of paths) {
    const started = now();
    const { inspection, size } = readGiven(resolve(workingDirectory, path), path, files);
    const inspectMs = Math.round(now() - started);
    if (inspection.format === null && !byName) {
      leftOut.push(`${path} (${inspection.what})`);
      continue;
    }
    if (inspection.format === null && /archive|package/.test(inspection.what)) {
      throw new ConfigError(
        `binaries: "${path}" is no program (${inspection.what}): unpack it and name the binary inside`,
      );
    }
    const sha256 = digests ? await files.sha256(resolve(workingDirectory, path)) : null;
    judged.push({ path, size, sha256, inspection, inspectMs, proof: null });
  }
  if (leftOut.length > 0) {
    const more = leftOut.length > 3 ? ` and ${leftOut.length - 3} more` : "";
    log.info(`left out, because no system starts it: ${leftOut.slice(0, 3).join(", ")}${more}`);
  }
  if (judged.length === 0) throw new ConfigError(`binaries: "${binaries.join(" ")}" names no executable`);
  return judged;
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
