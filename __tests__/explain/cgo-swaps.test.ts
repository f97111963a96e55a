import { describe, expect, it } from "vitest";
import { SwapFinder } from "../../src/explain/cgo-swaps.ts";
import type { GoPackage } from "../../src/model/packages.ts";
import { makePackage, makePlanned } from "../support/planned.ts";

const stub = '//go:build !cgo\n\npackage dep\n\nfunc Open() error { return errors.New("no cgo") }\n';
const code = "//go:build !cgo\n\npackage dep\n\nfunc Sum(a, b int) int { return a + b }\n";
const tagged = '//go:build netgo\n\npackage dep\n\nfunc Open() error { panic("no") }\n';

type Row = {
  readonly name: string;
  /** The package with cgo on, and as the cell builds it. */
  readonly withCgo: Partial<GoPackage>;
  readonly here: Partial<GoPackage>;
  readonly texts?: Readonly<Record<string, string>>;
  readonly cgo?: "0" | "1";
  readonly want: string | null;
};

const c = { cgoFiles: ["c.go"] };
const rows: readonly Row[] = [
  { name: "a stub", withCgo: c, here: { goFiles: ["a.go"] }, texts: { "a.go": stub }, want: "refusing Open" },
  { name: "working code", withCgo: c, here: { goFiles: ["a.go"] }, texts: { "a.go": code }, want: "working " },
  {
    name: "what both have is not looked at",
    withCgo: { ...c, goFiles: ["both.go"] },
    here: { goFiles: ["a.go", "both.go"] },
    texts: { "a.go": code, "both.go": stub },
    want: "working ",
  },
  {
    name: "one stub beside working code",
    withCgo: c,
    here: { goFiles: ["a.go", "b.go"] },
    texts: { "a.go": code, "b.go": stub },
    want: "refusing Open",
  },
  { name: "nothing instead", withCgo: { ...c, goFiles: ["x.go"] }, here: { goFiles: ["x.go"] }, want: "gone " },
  { name: "files that cannot be read", withCgo: c, here: { goFiles: ["a.go"] }, want: "unknown " },
  {
    name: "no cgo file of its own, and another file without cgo",
    withCgo: { goFiles: ["with.go"] },
    here: { goFiles: ["a.go"] },
    texts: { "a.go": stub },
    want: "refusing Open",
  },
  {
    name: "the caller's own package",
    withCgo: { ...c, own: true },
    here: { goFiles: ["a.go"], own: true },
    texts: { "a.go": stub },
    want: "refusing Open",
  },
  {
    name: "a file that a tag brings in",
    withCgo: { goFiles: ["with.go"] },
    here: { goFiles: ["a.go"] },
    texts: { "a.go": tagged },
    want: null,
  },
  {
    name: "the standard library",
    withCgo: { ...c, standard: true },
    here: { goFiles: ["a.go"], standard: true },
    texts: { "a.go": stub },
    want: null,
  },
  { name: "the same files", withCgo: { goFiles: ["a.go"] }, here: { goFiles: ["a.go"] }, want: null },
  { name: "cgo on", withCgo: c, here: c, cgo: "1", want: null },
];

describe("SwapFinder", () => {
  it.each(rows)("$name: $want", async ({ withCgo, here, texts = {}, cgo = "0", want }) => {
    const make = (given: Partial<GoPackage>): GoPackage => makePackage({ importPath: "example.com/dep", ...given });
    const cell = makePlanned({ packages: [make(here)], CGO_ENABLED: cgo });
    const cgoGraph = new Map([...cell.graph, ["example.com/dep", make(withCgo)]]);
    const finder = new SwapFinder({
      readText: (path) => Promise.resolve(texts[path.replace("/src/example.com/dep/", "")]),
    });
    const found = await finder.find({ ...cell, cgoGraph });
    expect(found.map(({ kind, functions }) => `${kind} ${functions.join(" ")}`)).toEqual(want === null ? [] : [want]);
  });

  it("knows plugin, which is of the standard library and does not work without cgo", async () => {
    const plugin = makePackage({ importPath: "plugin", standard: true, dir: "/go/src/plugin", goFiles: ["stubs.go"] });
    const cell = makePlanned({ packages: [plugin], CGO_ENABLED: "0" });
    const cgoGraph = new Map([...cell.graph, ["plugin", { ...plugin, goFiles: [], cgoFiles: ["dlopen.go"] }]]);
    const finder = new SwapFinder({ readText: () => Promise.resolve(stub) });
    expect(await finder.find({ ...cell, cgoGraph })).toMatchObject([{ package: "plugin", kind: "refusing" }]);
  });
});
