import { describe, expect, it } from "vitest";
import { knownFault } from "../../src/predict/known-faults.ts";
import { makePackage } from "../support/planned.ts";

const tools = (version: string, importPath = "golang.org/x/tools/internal/tokeninternal") =>
  makePackage({ importPath, goMod: `/go/pkg/mod/cache/download/golang.org/x/tools/@v/${version}.mod` });

describe("knownFault", () => {
  // go build of golang.org/x/tools/go/packages with go1.26.8.
  it.each([
    { version: "v0.12.0", fails: true },
    { version: "v0.17.0", fails: true },
    { version: "v0.24.0", fails: true },
    { version: "v0.24.1", fails: false },
    { version: "v0.25.0", fails: true },
    { version: "v0.26.0", fails: false },
  ])("golang.org/x/tools $version: $fails", ({ version, fails }) => {
    expect(knownFault([tools(version)], 26) !== null).toBe(fails);
    expect(knownFault([tools(version)], 24)).toBeNull();
  });

  it("is none of other packages, and none where no version is known", () => {
    expect(knownFault([tools("v0.17.0", "golang.org/x/tools/go/packages")], 26)).toBeNull();
    expect(knownFault([makePackage({ importPath: "golang.org/x/tools/internal/tokeninternal" })], 26)).toBeNull();
  });
});
