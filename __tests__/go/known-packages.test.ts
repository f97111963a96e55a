import { describe, expect, it } from "vitest";
import { knownPackages } from "../../src/go/data/known-packages.ts";
import { callersOf, withoutMusl } from "../../src/go/known-packages.ts";
import { makePackage } from "../support/planned.ts";

const tags = (value: string): { name: string; value: string }[] => [{ name: "-tags", value }];
const cgo = (importPath: string) => makePackage({ importPath, cgoFiles: ["c.go"] });

describe("known packages", () => {
  it("has evidence with a version in each row, and each package once", () => {
    for (const { evidence } of knownPackages) expect(evidence).toMatch(/\bv\d+\.\d+\.\d+/);
    const paths = knownPackages.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it.each([
    { path: "github.com/valyala/gozstd", flags: [], want: 1 },
    { path: "github.com/valyala/gozstd", flags: tags("netgo,musl"), want: 0 },
    { path: "github.com/confluentinc/confluent-kafka-go/v2/kafka", flags: [], want: 1 },
    { path: "github.com/confluentinc/confluent-kafka-go-fork", flags: [], want: 0 },
    { path: "github.com/mattn/go-sqlite3", flags: [], want: 0 },
  ])("$path $flags: $want without a library for musl", ({ path, flags, want }) => {
    expect(withoutMusl([cgo(path)], flags)).toHaveLength(want);
    expect(withoutMusl([makePackage({ importPath: path })], flags)).toEqual([]);
  });

  it.each([
    { path: "github.com/mattn/go-sqlite3", flags: [], want: 1 },
    { path: "github.com/mattn/go-sqlite3", flags: tags("sqlite_omit_load_extension"), want: 0 },
    { path: "github.com/miekg/pkcs11", flags: [], want: 1 },
    { path: "example.com/other", flags: [], want: 0 },
  ])("$path $flags: $want calls dlopen", ({ path, flags, want }) => {
    expect(callersOf("dlopen", [cgo(path)], flags)).toHaveLength(want);
  });
});
