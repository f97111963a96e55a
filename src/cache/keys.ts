import type { CacheKeys } from "../model/report.ts";

/** Part of every key: raise it when what an entry holds changes. */
const layout = "go-linkage-1";

export type BuildKeyFacts = {
  /** As Go names them. */
  readonly os: string;
  readonly arch: string;
  /** The distribution or runner image, which stands for the C library and its headers. */
  readonly image: string;
  readonly goVersion: string;
  /** Everything else that a compiled package depends on, in any form that JSON can hold. */
  readonly configuration: unknown;
  /** Of all go.mod and go.sum. */
  readonly dependencies: string;
  readonly today: Date;
};

/**
 * Keys of the build cache. A wrong key costs time and never a wrong build: the go command looks its entries up by a hash of all
 * that goes into them. The week ends a chain of entries that each grew out of the one before. Not in the key: -ldflags, which
 * no compiled package depends on.
 */
export async function buildKeys(facts: BuildKeyFacts): Promise<CacheKeys> {
  const { os, arch, image, goVersion } = facts;
  const configuration = await shortHash(JSON.stringify(facts.configuration));
  const same = ["build", os, arch, image, `go${goVersion}`, configuration].map(plain);
  const week = weekOf(facts.today);
  return {
    key: join(...same, week, await shortHash(facts.dependencies)),
    restoreKeys: [`${join(...same, week)}-`, `${join(...same)}-`],
  };
}

/** Keys of the module download cache, which is the same on every system. */
export async function moduleKeys(patterns: unknown, dependencies: string): Promise<CacheKeys> {
  const hash = await shortHash(JSON.stringify([patterns, dependencies]));
  return { key: join("modules", hash), restoreKeys: [`${join("modules")}-`] };
}

/** GitHub gives keys back as they were saved, other servers in lower case. */
export function isSameKey(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The ISO week, `2026w47`: weeks begin on Monday, and the year is that of the week's Thursday. */
export function weekOf(date: Date): string {
  const day = 86_400_000;
  const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  const thursday = new Date(midnight + (4 - (date.getUTCDay() || 7)) * day);
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * day));
  return `${thursday.getUTCFullYear()}w${String(week).padStart(2, "0")}`;
}

function join(...parts: readonly string[]): string {
  return [layout, ...parts].join("-");
}

/** Keys may have 512 characters and no comma; what people name their images is short, but not ours to trust. */
function plain(part: string): string {
  return part.replace(/[^\w.+]+/g, "_").slice(0, 40) || "unknown";
}

async function shortHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest).subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
