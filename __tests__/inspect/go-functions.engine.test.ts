import { describeWith } from "../support/tools.ts";
import { linkedBy, testCalls, testNoCalls } from "./go-functions-builds.ts";

// Every program once, and one of them in every way; the others are among the oracles.

describeWith(["go", "gcc", "strip"], "what go builds", () => {
  testCalls(linkedBy("go").filter(({ program, mode }) => program === "bindings" || mode === "internal -s -w"));
  testNoCalls("go");
});
