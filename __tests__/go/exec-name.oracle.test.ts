import { othersOf } from "../support/sample.ts";
import { testNames } from "./named-builds.ts";

// What exec-name.engine.test.ts leaves out.

testNames(othersOf);
