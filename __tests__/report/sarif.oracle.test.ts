import { expect, it } from "vitest";
import { renderSarif } from "../../src/report/sarif.ts";
import { makeReport } from "../support/cells.ts";
import { hostileReport, hostileTexts } from "../support/hostile.ts";
import { complaintsOf } from "../support/sarif.ts";
import { situations } from "../support/situations.ts";

it("the reference validator finds nothing, neither by the standard nor by the rules of code scanning", () => {
  const hostile = Object.values(hostileTexts).map(hostileReport);
  const all = makeReport({
    cells: hostile.flatMap(({ cells }) => cells),
    judgements: hostile.flatMap(({ verdict }) => verdict.judgements),
  });
  const complaints = complaintsOf({
    static: renderSarif(situations["all-static"]()),
    regression: renderSarif(situations.regression()),
    failures: renderSarif(situations["build-failures"]()),
    hostile: renderSarif(all),
    // It is awake.
    broken: renderSarif(situations.regression()).replaceAll('"locations": [', '"nowhere": ['),
  });
  expect(complaints.filter((line) => !line.includes("broken.sarif"))).toEqual([]);
  expect(complaints.join("\n")).toContain("does not provide a 'locations' array");
});
