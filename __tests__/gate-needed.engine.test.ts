import { neededRows, testNeeded } from "./support/needed-rows.ts";

// The verdicts of all scenarios of the gate are compared in gate-needed.oracle.test.ts.

testNeeded(neededRows);
