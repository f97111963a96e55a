import { existsSync } from "node:fs";
import { othersOf, ownKind } from "../support/sample.ts";
import { describeWith } from "../support/tools.ts";
import { linkedBy, testCalls, testNoCalls } from "./go-functions-builds.ts";

// What go-functions.engine.test.ts leaves out, and old versions of Go.

const oldGos = ["1.19", "1.21", "1.22", "1.23", "1.24", "1.27"].map((version) => `/usr/lib/go-${version}/bin/go`);
const found = process.env.FULL === "true" ? oldGos.filter((go) => existsSync(go)) : [];

describeWith(["go", "gcc", "strip"], "what go builds", () => {
  testCalls(othersOf(linkedBy("go"), ownKind));
  for (const go of found) {
    testCalls(linkedBy(go));
    testNoCalls(go);
  }
});
