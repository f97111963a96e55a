import { testScenarios } from "./support/gate-run.ts";

// The scenarios that gate.engine.test.ts leaves out.

const isFull = process.env.FULL === "true";

testScenarios(({ isSample, isLong }) => isSample !== true && (isFull || isLong !== true));
