import { ownKind, samplesOf } from "../support/sample.ts";
import { describeWith } from "../support/tools.ts";
import { linkedBy, testCalls, testNoCalls } from "./go-functions-builds.ts";

// Every program once, and one of them in every way; the others are among the oracles.

describeWith(["go", "gcc", "strip"], "what go builds", () => {
  testCalls(samplesOf(linkedBy("go"), ownKind));
  testNoCalls("go");
});
