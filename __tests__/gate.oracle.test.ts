import { testScenarios } from "./support/gate-run.ts";
import { othersOf } from "./support/sample.ts";

// The scenarios that gate.engine.test.ts leaves out.

testScenarios(othersOf);
