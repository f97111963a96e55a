import { describe, expect, it } from "vitest";
import { contradictions, drawChanges, playAll, tableOf } from "./support/changes/table.ts";
import { describeWith } from "./support/tools.ts";

// Hundreds of random changes, others in each run: CHANGES_SEED=N plays those of an earlier one.

const seed = Number(process.env.CHANGES_SEED ?? Math.floor(Math.random() * 1_000_000_000));
const count = Number(process.env.CHANGES_COUNT ?? 520);

describe.runIf(process.env.FULL === "true")("with FULL=true", () => {
  describeWith(["go", "gcc", "git", "readelf"], "random changes", () => {
    it(`are judged as plain builds say (CHANGES_SEED=${seed})`, { timeout: 7_200_000 }, async () => {
      const played = await playAll(drawChanges(count, seed));
      console.log(`${tableOf(played)}\n`);
      expect(contradictions(played), `CHANGES_SEED=${seed}`).toEqual([]);
      expect(played.length).toBe(count);
    });
  });
});
