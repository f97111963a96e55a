import { afterAll, beforeAll, it } from "vitest";
import { makeOtherGo, makeTwoGos, sampleRows, testGoRow } from "./support/go-rows.ts";
import { describeWith } from "./support/tools.ts";
import "./support/repository-job.ts";

// The base is built with the Go that it asks for. Two real Gos, and more ways to ask, are among the oracles.

describeWith(["go", "gcc", "git"], "another Go", () => {
  let gos: ReturnType<typeof makeTwoGos>;
  beforeAll(() => {
    gos = makeTwoGos(makeOtherGo);
  });
  afterAll(() => {
    gos.remove();
  });

  it.each(sampleRows)("$name: $outcome", (row) => testGoRow(row, gos));
});
