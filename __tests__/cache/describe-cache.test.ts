import { expect, it } from "vitest";
import { describeCache } from "../../src/cache/describe-cache.ts";
import type { CacheReport, CacheEntry } from "../../src/model/report.ts";

const build: CacheEntry = {
  name: "build",
  key: "k",
  restoreKeys: [],
  hit: "exact",
  matchedKey: "k",
  restored: { archiveBytes: 21 << 20, bytes: 86 << 20 },
  saved: null,
  why: "not saved: it is there already",
};

function cache(given: Partial<CacheReport>): CacheReport {
  const timing = { restoreMs: 12_000 };
  return { input: "auto", restores: true, saves: true, why: "w", entries: [build], timing, ...given };
}

it.each([
  {
    name: "what was restored",
    report: cache({}),
    text: "Build cache: 21.0 MiB restored in 12.0 s; build: its own entry, not saved: it is there already",
  },
  {
    name: "the first run",
    report: cache({
      entries: [{ ...build, hit: "none", matchedKey: null, restored: null, why: "saved when the job ends: it is new" }],
      timing: { restoreMs: 300 },
    }),
    text: "Build cache: nothing restored; build: no entry, saved when the job ends: it is new",
  },
  {
    name: "none",
    report: cache({ restores: false, saves: false, why: "cache: false turns it off" }),
    text: "No build cache: cache: false turns it off",
  },
  { name: "nothing to keep", report: cache({ entries: [] }), text: "Build cache: nothing to keep in one (w)" },
])("describes $name", ({ report, text }) => {
  expect(describeCache(report)).toBe(text);
});
