import { it } from "vitest";
import { canMount, faults, noFault, testFault } from "./support/faults.ts";
import { ownKind, samplesOf } from "./support/sample.ts";
import { describeWith } from "./support/tools.ts";

// The committed bundle on a machine with a fault; many more of them are among the oracles.

const inSample = ["disk", "git", "compiler"];

describeWith(["go", "gcc", "git"], "no fault of the machine makes a verdict better", () => {
  for (const fault of samplesOf(faults, ownKind).filter(({ kind }) => inSample.includes(kind))) {
    it.skipIf(fault.kind === "disk" && !canMount())(fault.name, () => testFault(fault));
  }

  it.each(noFault.slice(0, 1))("without one: $name", testFault);
});
