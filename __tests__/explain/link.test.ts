import { describe, expect, it } from "vitest";
import type { LinkInput } from "../../src/inspect/link-inputs.ts";
import { linkOf } from "../../src/explain/link.ts";
import type { LinkMode, Artifact } from "../../src/model/artifact.ts";
import type { CheckedPrediction } from "../../src/model/prediction.ts";

const artifact = (linkMode: LinkMode): Artifact => ({ inspection: { linkMode } }) as unknown as Artifact;
const predicted = (mode: CheckedPrediction["mode"], ...reasons: readonly string[]): CheckedPrediction =>
  ({ mode, reasons }) as unknown as CheckedPrediction;

const input = (given: Partial<LinkInput>): LinkInput => ({
  package: "example.com/c",
  objects: false,
  prefersExternal: false,
  importsUnknown: false,
  libraries: [],
  ...given,
});

describe("linkOf", () => {
  const nothing = "no rule, and nothing that the linker was given, shows why";
  it.each([
    { name: "no artifact", mode: null, forecast: predicted("internal", "a"), want: [] },
    { name: "a linker that the file does not show", mode: "unknown", forecast: predicted("internal", "a"), want: [] },
    { name: "no prediction", mode: "external", forecast: null, want: [] },
    { name: "as predicted", mode: "internal", forecast: predicted("internal", "a", "b"), want: ["a", "b"] },
    { name: "otherwise than predicted", mode: "external", forecast: predicted("internal", "a"), want: [nothing] },
    { name: "predicted to fail", mode: "external", forecast: predicted(null, "a"), want: [nothing] },
  ] as const)("$name", ({ mode, forecast, want }) => {
    expect(linkOf(mode === null ? null : artifact(mode), forecast, undefined)).toEqual({
      mode: mode ?? "unknown",
      reasons: want,
    });
  });

  it("what the linker was given explains a surprise, and nothing else", () => {
    const inputs = [input({ prefersExternal: true })];
    const surprise = linkOf(artifact("external"), predicted("internal", "a"), inputs);
    expect(surprise.reasons.join()).toContain("example.com/c");
    expect(linkOf(artifact("internal"), predicted("internal", "a"), inputs).reasons).toEqual(["a"]);
    expect(linkOf(artifact("external"), predicted("internal", "a"), []).reasons).toEqual([nothing]);
  });
});
