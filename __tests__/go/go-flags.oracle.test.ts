import { othersOf } from "../support/sample.ts";
import { testPrinted } from "./printed-builds.ts";

// What go-flags.engine.test.ts leaves out.

testPrinted(othersOf);
