import { expect, it } from "vitest";
import type { ExplainedCell } from "../../src/model/cell.ts";
import type { PlannedCell } from "../../src/model/plan.ts";
import { sameStrategy } from "../../src/report/same-as.ts";
import { makeCell } from "../support/cells.ts";
import { makePlanned } from "../support/planned.ts";

type Kind = "static" | "dynamic";

function explained(planned: PlannedCell, kind: Kind): ExplainedCell {
  const { strategy } = planned;
  return {
    ...makeCell({ kind, strategy: strategy.name, package: planned.package }),
    ...{ planned, build: null, artifact: null, proof: null, prediction: null },
  };
}

/** A release build with these flags, as the strategy has them in this run. */
function release(given: Parameters<typeof makePlanned>[0], env: Record<string, string> = {}): PlannedCell {
  const planned = makePlanned(given);
  const skip = null;
  return { ...planned, strategy: { ...planned.strategy, name: "release" }, env: { ...planned.env, ...env }, skip };
}

const others = [
  explained(makePlanned(), "dynamic"),
  explained(makePlanned({ strategy: "cgo-disabled", CGO_ENABLED: "0" }), "static"),
  explained(makePlanned({ strategy: "netgo" }), "static"),
  explained(makePlanned({ strategy: "external" }), "static"),
];

const smaller = ["-trimpath", "-ldflags=-s -w -X main.version=1"];

it.each<readonly [string, PlannedCell, Kind, string | null]>([
  ["a plain build", release({ flags: smaller }), "dynamic", "default"],
  ["without cgo", release({ flags: smaller, CGO_ENABLED: "0" }), "static", "cgo-disabled"],
  ["tags in another order", release({ flags: ["-tags=osusergo,netgo"] }), "static", "netgo"],
  ["tags in GOFLAGS", release({}, { GOFLAGS: "-tags=netgo,osusergo" }), "static", "netgo"],
  [
    "the flags of a strategy",
    release({ flags: ["-ldflags=-s -linkmode=external -extldflags=-static"] }),
    "static",
    "external",
  ],
  ["more tags", release({ flags: ["-tags=netgo,osusergo,other"] }), "static", null],
  ["other words for the linker", release({ flags: ["-ldflags=-linkmode=external"] }), "dynamic", null],
  ["another compiler", release({ CC: "musl-gcc" }), "dynamic", null],
  ["another linkage", release({ CGO_ENABLED: "0" }), "dynamic", null],
  ["another build mode", release({ flags: ["-buildmode=pie"] }), "dynamic", null],
  ["a strategy", makePlanned({ strategy: "netgo" }), "static", null],
])("%s", (...[, planned, kind, same]) => {
  const cell = explained(planned, kind);
  expect(sameStrategy(cell, [cell, ...others])).toBe(same);
});

it("is for the same program and platform, and for what can be built", () => {
  const cell = explained(release({ CGO_ENABLED: "0" }), "static");
  const elsewhere = others.map((each) => ({ ...each, platform: "linux/arm64" }));
  expect(sameStrategy(cell, elsewhere)).toBeNull();
  expect(
    sameStrategy(explained({ ...release({}), skip: { reason: "x", fault: "sources" } }, "dynamic"), others),
  ).toBeNull();
});
