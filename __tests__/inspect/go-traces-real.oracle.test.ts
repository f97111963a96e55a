import { existsSync } from "node:fs";
import { describeWith } from "../support/tools.ts";
import { buildsFor, oldBuildsFor, testBuildInfo, testCgoFor } from "./go-traces-builds.ts";

// What go-traces-real.engine.test.ts leaves out: platforms of the same formats, -trimpath, which compiles half of the standard library
// for each of them, and old versions of Go.

const platforms = ["darwin/amd64", "windows/386", "windows/arm64"];
const all = ["darwin/arm64", "windows/amd64", "aix/ppc64", ...platforms];
const oldGos = ["1.19", "1.21", "1.22", "1.23", "1.24", "1.27"].map((version) => `/usr/lib/go-${version}/bin/go`);
const found = process.env.FULL === "true" ? oldGos.filter((go) => existsSync(go)) : [];

describeWith(["go"], "what go builds", () => {
  testBuildInfo([
    ...platforms.flatMap(buildsFor),
    ...all.map((platform) => ({ platform, flags: ["-trimpath"], program: "reader" as const })),
    ...found.flatMap((go) => all.flatMap((platform) => oldBuildsFor(go, platform))),
  ]);
});

testCgoFor({ platform: "windows/386", cc: "i686-w64-mingw32-gcc" });
