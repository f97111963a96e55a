import { testRace } from "./kill-process.ts";

// The oracles kill installers, too.

testRace();
