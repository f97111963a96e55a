import { describe, expect, it } from "vitest";
import { parseGOFLAGS } from "../../src/go/go-flags.ts";
import { linkFacts } from "../../src/predict/link-facts.ts";
import { type CellGiven, makePackage, makePlanned } from "../support/planned.ts";
import type { LinkFacts } from "../../src/model/prediction.ts";

type Given = CellGiven & { readonly go?: string; readonly env?: Readonly<Record<string, string>> };

function facts({ go = "1.26.8", env = {}, ...given }: Given): LinkFacts {
  return linkFacts(makePlanned(given), { goVersion: go, goflags: parseGOFLAGS(given.goflags ?? ""), env });
}

describe("linkFacts", () => {
  const external = "-ldflags=-linkmode=external";
  type Row = { readonly name: string; readonly given: Given; readonly want: Partial<LinkFacts> };
  const rows: readonly Row[] = [
    {
      name: "nothing",
      given: {},
      want: {
        minor: 26,
        goos: "linux",
        goarch: "amd64",
        buildmode: "default",
        linkmode: null,
        externalIsSeen: false,
        extldflags: null,
        extlinkEnabled: null,
        race: false,
        msan: false,
        asan: false,
        linkshared: false,
      },
    },
    {
      name: "the strategy's",
      given: { strategy: "external" },
      want: { linkmode: "external", extldflags: ["-static"] },
    },
    {
      name: "the caller's",
      given: { flags: ["-ldflags=-linkmode internal '-extldflags=-static -lm'"] },
      want: { linkmode: "internal", extldflags: ["-static", "-lm"] },
    },
    {
      name: "the last of each",
      given: { flags: ["-ldflags=-linkmode=internal -linkmode=auto"] },
      want: { linkmode: "auto" },
    },
    {
      name: "both joined",
      given: { strategy: "extldflags", flags: ["-ldflags=-linkmode=internal -extldflags=-lm"] },
      want: { linkmode: "internal", extldflags: ["-lm", "-static"] },
    },
    {
      name: "those of GOFLAGS",
      given: { goflags: "'-ldflags=-linkmode=external -extldflags=-static' -race -buildmode=pie" },
      want: { linkmode: "external", extldflags: ["-static"], race: true, buildmode: "pie" },
    },
    {
      name: "the command line discards those of GOFLAGS",
      given: { flags: ["-ldflags=-s", "-race=false"], goflags: "-ldflags=-linkmode=external -race" },
      want: { linkmode: null, race: false },
    },
    {
      name: "a pattern for another package",
      given: { flags: ["-ldflags=./other=-linkmode=external"] },
      want: { linkmode: null },
    },
    {
      name: "sanitizers",
      given: { flags: ["-msan", "-asan", "-linkshared"] },
      want: { msan: true, asan: true, linkshared: true },
    },
    { name: "GO_EXTLINK_ENABLED=1", given: { env: { GO_EXTLINK_ENABLED: "1" } }, want: { extlinkEnabled: "1" } },
    { name: "GO_EXTLINK_ENABLED=0", given: { env: { GO_EXTLINK_ENABLED: "0" } }, want: { extlinkEnabled: "0" } },
    { name: "an empty GO_EXTLINK_ENABLED", given: { env: { GO_EXTLINK_ENABLED: "" } }, want: { extlinkEnabled: null } },
    { name: "GO_EXTLINK_ENABLED=yes", given: { env: { GO_EXTLINK_ENABLED: "yes" } }, want: { extlinkEnabled: null } },
    // What the go command sees of -linkmode, which is less than what the linker does.
    { name: "one dash", given: { flags: [external] }, want: { externalIsSeen: true } },
    { name: "two words", given: { flags: ["-ldflags=-linkmode external"] }, want: { externalIsSeen: true } },
    {
      name: "two dashes",
      given: { flags: ["-ldflags=--linkmode=external"] },
      want: { linkmode: "external", externalIsSeen: false },
    },
    {
      name: "the last one that it reads",
      given: { flags: ["-ldflags=-linkmode=external -linkmode=internal -linkmode=auto"] },
      want: { linkmode: "auto", externalIsSeen: false },
    },
    { name: "go1.21 reads them", given: { go: "1.21.13", flags: [external] }, want: { externalIsSeen: true } },
    {
      name: "go1.20 does not read flags without a pattern",
      given: { go: "1.20.14", flags: [external] },
      want: { linkmode: "external", externalIsSeen: false },
    },
    {
      name: "go1.19 reads those with one",
      given: { go: "1.19.8", flags: ["-ldflags=all=-linkmode=external"] },
      want: { linkmode: "external", externalIsSeen: true },
    },
    { name: "a Go that is not a release", given: { go: "devel go1.28-abcdef" }, want: { minor: Infinity } },
  ];
  it.each(rows)("$name", ({ given, want }) => {
    expect(facts(given)).toMatchObject(want);
  });

  it("holds the program's packages, the main package first", () => {
    const packages = [makePackage({ importPath: "net", imports: ["runtime/cgo"] }), makePackage({ importPath: "a" })];
    expect(facts({ packages }).packages.map(({ importPath }) => importPath)).toEqual(["example.com/app", "a", "net"]);
  });
});
