import { beforeAll } from "vitest";
import { describeWith } from "../support/tools.ts";
import { BUILD_TIMEOUT, buildOracle, testCuts, testLibraries, testUnreadable } from "./formats-builds.ts";

// The platforms that macho-pe-xcoff-real.engine.test.ts leaves out.

describeWith(["go"], "what go builds", () => {
  beforeAll(buildOracle, BUILD_TIMEOUT);

  testLibraries(["darwin/amd64", "windows/386", "windows/arm64"]);
  testUnreadable([
    { platform: "wasip1/wasm", reason: "WebAssembly module: a host runs it" },
    { platform: "plan9/386", reason: "Plan 9 a.out for 386" },
    { platform: "plan9/arm", reason: "Plan 9 a.out for arm" },
  ]);
  testCuts(["darwin/amd64", "windows/386"]);
});
