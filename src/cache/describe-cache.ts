import { formatSize, formatTime } from "../text/text.ts";
import type { CacheReport, CacheEntry } from "../model/report.ts";

/** One line for people: what was restored, what that took, and what becomes of each entry. Without a full stop. */
export function describeCache({ entries, restores, saves, why, timing }: CacheReport): string {
  if (!restores && !saves) return `No build cache: ${why}`;
  if (entries.length === 0) return `Build cache: nothing to keep in one (${why})`;
  const restored = entries.flatMap((entry) => entry.restored ?? []);
  const bytes = restored.reduce((sum, { archiveBytes, bytes }) => sum + (archiveBytes ?? bytes), 0);
  const first =
    restored.length === 0
      ? `nothing restored${timing.restoreMs < 1000 ? "" : ` in ${formatTime(timing.restoreMs)}`}`
      : `${formatSize(bytes)} restored in ${formatTime(timing.restoreMs)}`;
  return `Build cache: ${[first, ...entries.map(describeEntry)].join("; ")}`;
}

const hitWords = { exact: "its own entry", older: "an older entry", none: "no entry" } as const;

function describeEntry({ name, hit, why }: CacheEntry): string {
  return `${name}: ${hitWords[hit]}, ${why}`;
}
