import { testKills, testRace } from "./kill-process.ts";

testRace();
// While it unpacks; the oracles kill at other moments too.
testKills(1);
