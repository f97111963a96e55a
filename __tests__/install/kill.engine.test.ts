import { testKills, testRace } from "./kill-process.ts";

testRace();
// Once while it unpacks, and once when the folder is at its place.
testKills(2);
