import { testKills } from "./kill-process.ts";

// At more moments than kill.engine.test.ts.

testKills(process.env.FULL === "true" ? 100 : 10);
