import { describe, expect, it } from "vitest";
import { causeOf } from "../../src/judge/cause.ts";
import { makeCell, makeFinding } from "../support/cells.ts";
import type { SettingChange } from "../../src/model/setting-change.ts";
import type { Arrival, Hunk, Hunks } from "../../src/model/baseline.ts";
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
const arrival = (more: Partial<Arrival> = {}): Arrival => ({
  by: "import",
  package: "net",
  chain: [app, "net"],
  detail: "net",
  file: "main.go",
  line: 5,
  ...more,
});
const hunk = (line: number, removed: readonly string[] = [], count = 1): Hunk => ({ line, count, removed });
const setting = (name: string, more: Partial<SettingChange> = {}): SettingChange => ({
  name,
  before: null,
  after: null,
  file: ".github/go-linkage.yml",
  line: 6,
  ...more,
});
const file = ".github/go-linkage.yml";
const info = (settings: Readonly<Record<string, string>>, goVersion = "go1.26.8"): Cell["buildInfo"] =>
  ({ settings, goVersion }) as unknown as Cell["buildInfo"];

type Row = {
  readonly name: string;
  readonly base: Cell;
  readonly head: Cell;
  readonly arrivals?: readonly Arrival[];
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
    arrivals: [arrival()],
    says: "main.go:5 (added here) imports net, which uses cgo",
    at: ["main.go", 5],
  },
  {
    name: "of two, the one that the change adds",
    base: makeCell(),
    head: makeCell({ cgo: [user("net", { line: 3 }), user("os/user")] }),
    arrivals: [arrival({ package: "os/user", chain: [app, "os/user"], detail: "os/user" })],
    says: "main.go:5 (added here) imports os/user, which uses cgo",
    at: ["main.go", 5],
  },
  {
    name: "of two that the change adds, the one that the regression names",
    base: makeCell(),
    head: makeCell({
      cgo: [user("net"), user("dep")],
      findings: [makeFinding({ kind: "dlopen", message: "dep calls dlopen", packages: ["dep"] })],
    }),
    arrivals: [arrival(), arrival({ package: "dep", chain: [app, "dep"], detail: "dep", line: 6 })],
    says: "main.go:6 (added here) imports dep, which uses cgo",
    at: ["main.go", 6],
  },
  {
    name: "a stub: cgo is off, and the change adds the import",
    base: makeCell(),
    head: makeCell({ findings: [makeFinding({ kind: "stub", message: "dep is a stub", packages: ["dep"] })] }),
    arrivals: [arrival({ package: "dep", chain: [app, "store", "dep"], detail: "dep", file: "store/s.go", line: 3 })],
    says: "store/s.go:3 (added here) leads to dep (example.com/app → store → dep), which uses cgo",
    at: ["store/s.go", 3],
  },
  {
    name: "an import that is nothing without cgo, beside a flag",
    base: makeCell(),
    head: makeCell(),
    arrivals: [arrival()],
    settings: [setting("flags", { before: "-trimpath", after: "-buildmode=pie", line: 2 })],
    says: `${file}:2: flags is -buildmode=pie (-trimpath before)`,
    at: [file, 2],
  },
  {
    name: "another version of a module",
    base: makeCell(),
    head: makeCell({ cgo: [user("dep/c", { chain: [app, "dep", "dep/c"] })] }),
    arrivals: [
      arrival({ by: "module", package: "dep/c", chain: [app, "dep", "dep/c"], detail: "dep v1.1.0", file: "go.mod" }),
    ],
    says: "go.mod:5 (changed here) names dep v1.1.0, with which dep/c uses cgo (example.com/app → dep → dep/c)",
    at: ["go.mod", 5],
  },
  {
    name: "a build constraint",
    base: makeCell(),
    head: makeCell({ cgo: [user("net")] }),
    arrivals: [arrival({ by: "constraint", file: "extra.go", line: 1 })],
    says: "extra.go:1 (changed here): the file is part of the build now, and imports net, which uses cgo",
    at: ["extra.go", 1],
  },
  {
    name: 'a build constraint in front of import "C"',
    base: makeCell(),
    head: makeCell({ cgo: [user("dep")] }),
    arrivals: [arrival({ by: "constraint", package: "dep", detail: "C", file: "dep/c.go", line: 1 })],
    says: 'dep/c.go:1 (changed here): the file is part of dep now, and has import "C"',
    at: ["dep/c.go", 1],
  },
  {
    name: "a #cgo line",
    base: makeCell({ cgo: [user("dep")] }),
    head: makeCell({ cgo: [user("dep")] }),
    arrivals: [arrival({ by: "cgo-flags", package: "dep", detail: "-lz" })],
    says: "main.go:5 (added here) hands -lz to the linker, in dep",
    at: ["main.go", 5],
  },
  {
    name: "C code, when nothing nearer is there",
    base: makeCell({ cgo: [user("dep")] }),
    head: makeCell({ cgo: [user("dep")] }),
    arrivals: [arrival({ by: "c-code", package: "dep", detail: "", file: "dep/x.c", line: 2 })],
    says: "dep/x.c:2 (changed here) is C code of dep",
    at: ["dep/x.c", 2],
  },
  {
    name: "C code, beside a setting",
    base: makeCell({ cgo: [user("dep")] }),
    head: makeCell({ cgo: [user("dep")] }),
    arrivals: [arrival({ by: "c-code", package: "dep", detail: "", file: "dep/x.c", line: 2 })],
    settings: [setting("CC", { after: "clang", file: "ci.yml", line: 4 })],
    says: "ci.yml:4: the C compiler (CC) is clang (not set before)",
    at: ["ci.yml", 4],
  },
  {
    name: "a C compiler of the repository",
    base: makeCell(),
    head: makeCell(),
    arrivals: [arrival({ by: "compiler", package: app, chain: [app], detail: "", file: "ci/cc", line: 2 })],
    says: "ci/cc:2 (changed here) is the C compiler",
    at: ["ci/cc", 2],
  },
  {
    name: "a strategy that lost a tag, and an old import of what the tag took away",
    base: makeCell(),
    head: makeCell({ cgo: [user("net")] }),
    settings: [setting("strategies.mine.tags", { before: "netgo,osusergo", after: "foo" })],
    hunks: new Map([[file, [hunk(6, ["    tags: netgo,osusergo"])]]]),
    says: `${file}:6: strategy mine lost -tags=netgo,osusergo and gained -tags=foo`,
    at: [file, 6],
  },
  {
    name: "a tag of a list below its key",
    base: makeCell(),
    head: makeCell(),
    settings: [setting("strategies.mine.tags", { before: "foo,netgo", after: "foo", line: 5 })],
    hunks: new Map([[file, [hunk(1), hunk(6, ["      - netgo"], 0)]]]),
    says: `${file}:6: strategy mine lost -tags=netgo`,
    at: [file, 6],
  },
  {
    name: "a key that was taken out of the file",
    base: makeCell(),
    head: makeCell(),
    settings: [setting("ship", { before: "musl", line: null })],
    hunks: new Map([[file, [hunk(3, ["  flags: -v"]), hunk(4, ["  ship: musl"], 0)]]]),
    says: `${file}:4: ship is not set (musl before)`,
    at: [file, 4],
  },
  {
    name: "a file that was removed",
    base: makeCell(),
    head: makeCell(),
    settings: [setting("ship", { before: "musl", line: 2 })],
    hunks: new Map([[file, [hunk(0, ["inputs:", "  ship: musl"], 0)]]]),
    says: `${file}:2 (the file was removed): ship is not set (musl before)`,
    at: [file, 2],
  },
  {
    name: "of several settings, the one that the go command recorded",
    base: makeCell({ buildInfo: info({ CGO_ENABLED: "0" }) }),
    head: makeCell({ buildInfo: info({ CGO_ENABLED: "1" }) }),
    settings: [
      setting("flags", { before: "-v", after: "-x", line: 2 }),
      setting("strategies.mine.env.CGO_ENABLED", { before: "0", after: "1", line: 9 }),
    ],
    says: `${file}:9: strategy mine has CGO_ENABLED=1 (0 before) and flags is -x (-v before)`,
    at: [file, 9],
  },
  {
    name: "another Go",
    base: makeCell(),
    head: makeCell(),
    settings: [setting("go-version", { before: "1.26.8", after: "1.27.1", file: "go.mod", line: 3 })],
    says: "go.mod:3: Go is 1.27.1 (1.26.8 before)",
    at: ["go.mod", 3],
  },
  {
    name: "another Go, that nothing names",
    base: makeCell({ buildInfo: info({}, "go1.26.8") }),
    head: makeCell({ buildInfo: info({}, "go1.27.1") }),
    says: "it is built with go1.27.1 (go1.26.8 before)",
    at: [null, null],
  },
  {
    name: "a tag that nothing names, and an old import",
    base: makeCell({ buildInfo: info({ "-tags": "netgo" }) }),
    head: makeCell({ cgo: [user("net")], buildInfo: info({}) }),
    hunks: new Map([["main.go", [hunk(9)]]]),
    says: "it is built with -tags= (netgo before)",
    at: [null, null],
  },
  {
    name: "an import that is older, and go.mod changed",
    base: makeCell(),
    head: makeCell({ cgo: [user("dep")] }),
    hunks: new Map([
      ["main.go", [hunk(9)]],
      ["go.mod", [hunk(5, ["x"])]],
    ]),
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
    arrivals: [arrival({ package: app, chain: [app], detail: "C" })],
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
    says: 'import "C" was removed from c.go; nothing uses cgo now, so Go links internally',
    at: [null, null],
  },
  {
    name: 'a file with import "C" that a constraint takes out',
    base: makeCell({ cgo: [user(app, { chain: [app], file: "c.go" })], link: external }),
    head: makeCell({ link: internal }),
    hunks: new Map([["c.go", [hunk(1, [], 2)]]]),
    says: "c.go is no longer part of the build; nothing uses cgo now, so Go links internally",
    at: ["c.go", 1],
  },
  {
    name: "a package with cgo that is gone",
    base: makeCell({ cgo: [user("dep"), user("net"), user("os/user")], link: external }),
    head: makeCell({ cgo: [user("net"), user("os/user")], link: internal }),
    hunks: new Map([["main.go", [{ line: 3, count: 0, removed: ['import _ "dep"'] }]]]),
    says: "dep is no longer imported; only net and os/user still use cgo, so Go links internally",
    at: ["main.go", 3],
  },
  {
    name: "a flag",
    base: makeCell({ buildInfo: info({ "-buildmode": "exe", "vcs.revision": "1" }) }),
    head: makeCell({ buildInfo: info({ "-buildmode": "pie", "vcs.revision": "2", DefaultGODEBUG: "x=1" }) }),
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
    says: "no import, setting or linker change explains this: check the C sources and the build flags",
    at: [null, null],
  },
];

describe("why it is worse", () => {
  it.each(rows)("$name", ({ base, head, says, at: [file, line], ...row }) => {
    const { arrivals = [], hunks = new Map(), settings = [] } = row;
    expect(causeOf(head, base, { arrivals, hunks, settings })).toEqual({ text: says, file, line });
  });
});
