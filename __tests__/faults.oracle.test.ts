import { describe, it } from "vitest";
import { canMount, faults, noFault, testFault } from "./support/faults.ts";
import { describeWith } from "./support/tools.ts";

// Disks of many sizes, ends at many moments, and programs that fail at each of their starts.

describe.runIf(process.env.FULL === "true")("with FULL=true", () => {
  describeWith(["go", "gcc", "git"], "no fault of the machine makes a verdict better", () => {
    const isMountable = canMount();
    for (const fault of faults) {
      const isMissing = fault.kind === "disk" && !isMountable;
      it.skipIf(isMissing)(isMissing ? `${fault.name} (skipped: mounting takes root)` : fault.name, () =>
        testFault(fault),
      );
    }

    it.each(noFault)("without one: $name", testFault);
  });
});
