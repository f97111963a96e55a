import { afterAll, beforeAll, it } from "vitest";
import { fetchOldGo, makeTwoGos, moreRows, sampleRows, testGoRow } from "./support/go-rows.ts";
import { describeWith } from "./support/tools.ts";
import "./support/repository-job.ts";

// Go 1.24.0 and the Go on PATH: a file is for one of them alone.

describeWith(["go", "gcc", "git"], "another Go", () => {
  let gos: ReturnType<typeof makeTwoGos>;
  beforeAll(() => {
    gos = makeTwoGos(fetchOldGo);
  }, 600_000);
  afterAll(() => {
    gos.remove();
  });

  it.each([...sampleRows, ...moreRows])("$name: $outcome", (row) => testGoRow(row, gos));
});
