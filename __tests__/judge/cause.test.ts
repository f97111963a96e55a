import { describe, expect, it } from "vitest";
import { causeOf } from "../../src/judge/cause.ts";
import { makeCell, makeFinding } from "../support/cells.ts";
import type { SettingChange } from "../../src/model/setting-change.ts";
import type { Hunks } from "../../src/model/baseline.ts";
import type { CgoUser } from "../../src/model/finding.ts";
import type { Cell } from "../../src/model/report.ts";

const app = "example.com/app";
const user = (path: string, more: Partial<CgoUser> = {}): CgoUser => ({
  package: path,
  chain: [app, path],
  file: "main.go",
  line: 5,
  ...more,
});
const internal = { mode: "internal", reasons: [] } as const;
const external = { mode: "external", reasons: ["-linkmode=external asks for it"] } as const;
const added: Hunks = new Map([["main.go", [{ line: 5, count: 1, removed: [] }]]]);
const elsewhere: Hunks = new Map([["main.go", [{ line: 9, count: 2, removed: [] }]]]);
const settings = (given: Readonly<Record<string, string>>): Cell["buildInfo"] =>
  ({ settings: given }) as unknown as Cell["buildInfo"];

type Row = {
  readonly name: string;
  readonly base: Cell;
  readonly head: Cell;
  readonly hunks?: Hunks;
  readonly settings?: readonly SettingChange[];
  readonly says: string;
  readonly at: readonly [string | null, number | null];
};

const rows: readonly Row[] = [
  {
    name: "an import that the change adds",
    base: makeCell(),
    head: makeCell({ cgo: [user("net")] }),
    hunks: added,
    says: "main.go:5 (added here) imports net, which uses cgo",
    at: ["main.go", 5],
  },
  {
    name: "of two, the one that the change adds",
    base: makeCell(),
    head: makeCell({ cgo: [user("net", { line: 3 }), user("os/user")] }),
    hunks: added,
    says: "main.go:5 (added here) imports os/user, which uses cgo",
    at: ["main.go", 5],
  },
  {
    name: "an import that is older, and go.mod changed",
    base: makeCell(),
    head: makeCell({ cgo: [user("dep")] }),
    hunks: new Map([...elsewhere, ["go.mod", [{ line: 5, count: 1, removed: ["x"] }]]]),
    says: "main.go:5 imports dep, which uses cgo; that import is not new, but go.mod changed",
    at: ["main.go", 5],
  },
  {
    name: "a package far away, whose import was not found",
    base: makeCell(),
    head: makeCell({ cgo: [user("c", { chain: [app, "a", "b", "c"], file: null, line: null })] }),
    says: "example.com/app leads to c (example.com/app → a → b → c), which uses cgo",
    at: [null, null],
  },
  {
    name: 'import "C" in the program itself',
    base: makeCell(),
    head: makeCell({ cgo: [user(app, { chain: [app] })] }),
    hunks: added,
    says: 'main.go:5 (added here) has import "C" in example.com/app, which uses cgo',
    at: ["main.go", 5],
  },
  {
    name: 'import "C" that is gone',
    base: makeCell({ cgo: [user(app, { chain: [app] }), user("net")], link: external }),
    head: makeCell({ cgo: [user("net")], link: internal, findings: [makeFinding({ kind: "extldflags-ignored" })] }),
    hunks: new Map([
      [
        "main.go",
        [
          { line: 1, count: 1, removed: [] },
          { line: 4, count: 0, removed: ['import "C"'] },
        ],
      ],
    ]),
    says: 'import "C" was removed from main.go; only net still uses cgo, so Go links internally and ignores -extldflags=-static',
    at: ["main.go", 4],
  },
  {
    name: 'import "C" that is gone with its file',
    base: makeCell({ cgo: [user(app, { chain: [app], file: "c.go" })], link: external }),
    head: makeCell({ link: internal }),
    hunks: new Map([["c.go", [{ line: 0, count: 0, removed: ["package main", 'import "C"'] }]]]),
    says: 'import "C" was removed from c.go; nothing uses cgo any more, so Go links internally',
    at: [null, null],
  },
  {
    name: "a package with cgo that is gone",
    base: makeCell({ cgo: [user("dep"), user("net"), user("os/user")], link: external }),
    head: makeCell({ cgo: [user("net"), user("os/user")], link: internal }),
    hunks: new Map([["main.go", [{ line: 3, count: 0, removed: ['import _ "dep"'] }]]]),
    says: "dep is not imported any more; only net and os/user still use cgo, so Go links internally",
    at: ["main.go", 3],
  },
  {
    name: "a flag",
    base: makeCell({ buildInfo: settings({ "-buildmode": "exe", "vcs.revision": "1" }) }),
    head: makeCell({ buildInfo: settings({ "-buildmode": "pie", "vcs.revision": "2", DefaultGODEBUG: "x=1" }) }),
    says: "it is built with -buildmode=pie (exe before)",
    at: [null, null],
  },
  {
    name: "a library",
    base: makeCell(),
    head: makeCell({
      findings: [makeFinding({ kind: "linked-libraries", message: "it needs libz", file: "c.go", line: 2 })],
    }),
    says: "it needs libz",
    at: ["c.go", 2],
  },
  {
    name: "the linker",
    base: makeCell({ link: internal }),
    head: makeCell({ link: external }),
    says: "the external linker made it, and the internal one before: -linkmode=external asks for it",
    at: [null, null],
  },
  {
    name: "nothing that can be seen",
    base: makeCell({ cgo: [user("net")] }),
    head: makeCell({ cgo: [user("net")] }),
    says: "neither its imports nor its linker differ: look at the C code and the flags",
    at: [null, null],
  },
];

describe("why it is worse", () => {
  it.each(rows)("$name", ({ base, head, hunks = new Map(), settings = [], says, at: [file, line] }) => {
    expect(causeOf(head, base, { hunks, settings })).toEqual({ text: says, file, line });
  });
});
