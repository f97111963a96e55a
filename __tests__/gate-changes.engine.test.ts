import { expect, it } from "vitest";
import { kinds } from "./support/changes/edits.ts";
import { contradictions, drawChanges, playAll, tableOf } from "./support/changes/table.ts";
import { describeWith } from "./support/tools.ts";

// Random changes of a small repository, against plain builds of both sides; some dozens of them are among the oracles, and hundreds in
// npm run test:full.

describeWith(["go", "gcc", "git", "readelf"], "random changes", () => {
  it("are judged as plain builds say", { timeout: 300_000 }, async () => {
    const played = await playAll(drawChanges(4, 20_261_127));
    expect(contradictions(played), tableOf(played)).toEqual([]);
    const said = played.map(({ expected }) => expected.kind);
    expect(said.filter((kind) => kind === "bad").length, tableOf(played)).toBeGreaterThan(0);
    expect(said.filter((kind) => kind === "fine").length, tableOf(played)).toBeGreaterThan(0);
  });

  it("are of many kinds", () => {
    expect(kinds.length).toBeGreaterThan(20);
    const drawn = new Set(drawChanges(600, 1).flatMap(({ after }) => after.map(({ kind }) => kind)));
    expect([...drawn].toSorted()).toEqual([...kinds].toSorted());
  });
});
