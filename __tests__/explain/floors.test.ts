import { describe, expect, it } from "vitest";
import { floorsOf } from "../../src/explain/floors.ts";
import type { CgoUser } from "../../src/model/finding.ts";
import type { NeededVersion, StartNeeds } from "../../src/model/system.ts";

const need = (name: string, symbols: readonly string[] = [], more: Partial<NeededVersion> = {}): NeededVersion => {
  return { library: "libc.so.6", name, weak: false, symbols, ...more };
};
const needs = (...versions: readonly NeededVersion[]): StartNeeds => {
  return { versions, unversioned: [], bindNow: false, pageSize: null, isaLevel: null };
};
const user = (path: string, ...through: readonly string[]): CgoUser => {
  return { package: path, chain: ["example.com/app", ...through, path], file: "main.go", line: 3 };
};
const nobody = { users: [], calls: null, go: null };
const cpp = { library: "libstdc++.so.6" };

describe("floors", () => {
  it("are the newest version of each set and library, the highest first, and names without a number last", () => {
    const versions = [
      need("GLIBC_2.2.5", ["puts"]),
      need("GLIBC_2.34", ["pthread_create"]),
      need("GLIBC_2.9", ["pipe2"]),
      need("GLIBC_2.29", ["exp"], { library: "libm.so.6" }),
      need("GLIBCXX_3.4.30", ["f"], cpp),
      need("CXXABI_1.3.9", ["g"], cpp),
      need("GCC_3.0", ["h"], { library: "libgcc_s.so.1" }),
      need("GLIBC_ABI_DT_RELR"),
    ];
    const found = floorsOf(needs(...versions), nobody);
    expect(found.map(({ set, version, library }) => `${library} ${set} ${version}`)).toEqual([
      "libc.so.6 GLIBC 2.34",
      "libm.so.6 GLIBC 2.29",
      "libstdc++.so.6 GLIBCXX 3.4.30",
      "libstdc++.so.6 CXXABI 1.3.9",
      "libgcc_s.so.1 GCC 3.0",
      "libc.so.6 GLIBC ABI_DT_RELR",
    ]);
    expect(found[0]?.symbols).toEqual(["pthread_create"]);
  });

  it("are none of versions that may be missing, and none of what no release promises", () => {
    const versions = [need("GLIBC_2.38", ["f"], { weak: true }), need("GLIBC_PRIVATE"), need("OPENSSL_3.0.0")];
    expect(floorsOf(needs(...versions), nobody)).toEqual([]);
  });

  it.each<readonly [string, NeededVersion, Parameters<typeof floorsOf>[1], string | null]>([
    ["nobody is known", need("GLIBC_2.34", ["f"]), nobody, null],
    [
      "net looks up hosts",
      need("GLIBC_2.34", ["getaddrinfo"]),
      { ...nobody, users: [user("net"), user("os/user")] },
      "net",
    ],
    [
      "os/user looks up users",
      need("GLIBC_2.34", ["getpwnam_r"]),
      { ...nobody, users: [user("net"), user("os/user")] },
      "os/user",
    ],
    [
      "a package's own code calls it",
      need("GLIBC_2.36", ["arc4random"]),
      {
        ...nobody,
        users: [user("net"), user("example.com/c")],
        calls: [{ package: "example.com/c", functions: ["arc4random"] }],
      },
      "example.com/c",
    ],
    [
      "the only one that uses cgo",
      need("GLIBC_2.34", ["pthread_create"]),
      { ...nobody, users: [user("runtime/cgo"), user("example.com/c")] },
      "example.com/c",
    ],
    [
      "of several the nearest",
      need("GLIBC_2.34", ["x"]),
      { ...nobody, users: [user("example.com/a"), user("example.com/b", "example.com/m")] },
      "example.com/a",
    ],
    [
      "of several that are as near nobody can tell",
      need("GLIBC_2.34", ["x"]),
      { ...nobody, users: [user("example.com/a"), user("example.com/b")] },
      null,
    ],
    [
      "C++ comes with no package of the standard library",
      need("GLIBCXX_3.4.30", ["x"], cpp),
      { ...nobody, users: [user("net"), user("example.com/c")] },
      "example.com/c",
    ],
  ])("the package: %s", (...[, version, callers, path]) => {
    expect(floorsOf(needs(version), callers).map((floor) => floor.package)).toEqual([path]);
  });
});
