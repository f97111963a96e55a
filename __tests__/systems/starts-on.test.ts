import { describe, expect, it } from "vitest";
import { notExecutable } from "../../src/model/artifact.ts";
import type { StartNeeds } from "../../src/model/system.ts";
import { processorNeeds } from "../../src/systems/processor-level.ts";
import { type StartingProgram, startsOn } from "../../src/systems/starts-on.ts";
import { systemOf } from "../../src/systems/system-names.ts";

const noNeeds: StartNeeds = { versions: [], unversioned: [], bindNow: false, pageSize: 65536, isaLevel: null };

const glibc = (...names: readonly string[]): StartNeeds["versions"] =>
  names.map((name) => ({ library: "libc.so.6", name, weak: false, symbols: [] }));

/** The Debian that has a glibc. */
const debians: Readonly<Record<string, string>> = { "2.31": "debian11", "2.41": "debian13" };

const dynamic: StartingProgram = {
  processor: "amd64",
  variant: null,
  linkage: {
    ...notExecutable,
    kind: "dynamic",
    interpreter: "/lib64/ld-linux-x86-64.so.2",
    needed: ["libc.so.6"],
    libc: "glibc",
  },
  needs: { ...noNeeds, versions: glibc("GLIBC_2.34") },
  processorNeeds: [],
  kernel: null,
  broken: null,
  builder: null,
};

const statically = { ...dynamic, linkage: { ...notExecutable, kind: "static" as const }, needs: noNeeds };

const needing = (needs: Partial<StartNeeds>): StartingProgram => ({ ...dynamic, needs: { ...noNeeds, ...needs } });

const linked = (linkage: Partial<StartingProgram["linkage"]>): StartingProgram => ({
  ...dynamic,
  linkage: { ...dynamic.linkage, ...linkage },
});

const withLibrary = (library: string, name: string): StartingProgram => ({
  ...linked({ needed: ["libc.so.6", library] }),
  needs: { ...noNeeds, versions: [{ library, name, weak: false, symbols: ["f"] }] },
});

const musl = linked({ interpreter: "/lib/ld-musl-x86_64.so.1", needed: ["libc.so"], libc: "musl" });

describe("startsOn", () => {
  it.each([
    ["a static program", statically, "scratch", "runs", "is static and needs only a Linux kernel"],
    ["GLIBC_2.34 on 2.36", dynamic, "debian12", "runs", "needs GLIBC_2.34, has 2.36"],
    ["GLIBC_2.34 on 2.31", dynamic, "debian11", "does-not-start", "needs GLIBC_2.34, has 2.31"],
    [
      "glibc on musl",
      dynamic,
      "alpine3.22",
      "does-not-start",
      "needs the loader /lib64/ld-linux-x86-64.so.2, has musl and /lib/ld-musl-x86_64.so.1",
    ],
    ["glibc on nothing", dynamic, "scratch", "does-not-start", "has no loader"],
    ["musl on busybox:musl", musl, "busybox-musl", "does-not-start", "has no loader"],
    ["musl on Alpine", { ...musl, needs: noNeeds }, "alpine3.22", "runs", "needs musl, has 1.2.5"],
    ["musl on Debian", musl, "debian12", "does-not-start", "needs the loader /lib/ld-musl-x86_64.so.1"],
    [
      "a weak need",
      needing({ versions: glibc("GLIBC_2.99").map((each) => ({ ...each, weak: true })) }),
      "debian11",
      "runs",
      "needs the loader of glibc",
    ],
    [
      "names, not numbers: Oracle Linux 10",
      needing({ versions: glibc("GLIBC_ABI_GNU2_TLS") }),
      "oraclelinux10",
      "runs",
      "",
    ],
    [
      "names, not numbers: RHEL 10",
      needing({ versions: glibc("GLIBC_ABI_GNU2_TLS") }),
      "rhel10",
      "does-not-start",
      "its glibc 2.39 does not have it",
    ],
    [
      "names, not numbers: i386 of Debian testing",
      {
        ...needing({ versions: glibc("GLIBC_ABI_GNU_TLS") }),
        processor: "386",
        linkage: { ...dynamic.linkage, interpreter: "/lib/ld-linux.so.2" },
      },
      "debian-testing",
      "runs",
      "",
    ],
    [
      "a back-port that only an update has",
      needing({ versions: glibc("GLIBC_ABI_GNU2_TLS") }),
      "distroless-base-debian13",
      "unknown",
      "not recorded",
    ],
    [
      "GLIBC_PRIVATE",
      needing({ versions: glibc("GLIBC_PRIVATE") }),
      "debian12",
      "unknown",
      "no release of glibc promises GLIBC_PRIVATE",
    ],
    [
      "older than the port",
      needing({ versions: glibc("GLIBC_2.0") }),
      "debian12",
      "does-not-start",
      "none older than 2.2.5",
    ],
    [
      "a part of a later release",
      {
        ...needing({ versions: glibc("GLIBC_2.18") }),
        processor: "arm64",
        linkage: { ...dynamic.linkage, interpreter: "/lib/ld-linux-aarch64.so.1" },
      },
      "manylinux2014",
      "unknown",
      "has taken over a part of 2.18",
    ],
    ["newer than a rolling system was", needing({ versions: glibc("GLIBC_2.45") }), "archlinux", "unknown", "moves on"],
    ["a system whose versions nobody recorded", dynamic, "sles15.7", "unknown", "are not recorded"],
    ["a static program there", statically, "sles15.7", "runs", ""],
    [
      "libstdc++ that is installed apart",
      withLibrary("libstdc++.so.6", "GLIBCXX_3.4.29"),
      "rhel9",
      "needs-package",
      "needs libstdc++.so.6",
    ],
    [
      "libstdc++ that is too old",
      withLibrary("libstdc++.so.6", "GLIBCXX_3.4.30"),
      "rhel9",
      "does-not-start",
      "needs GLIBCXX_3.4.30 of libstdc++.so.6 (f), has 3.4.29",
    ],
    [
      "the same glibc and a newer libstdc++",
      withLibrary("libstdc++.so.6", "GLIBCXX_3.4.30"),
      "amazonlinux2023",
      "needs-package",
      "",
    ],
    [
      "libstdc++ in distroless cc",
      withLibrary("libstdc++.so.6", "GLIBCXX_3.4.30"),
      "distroless-cc-debian12",
      "runs",
      "",
    ],
    [
      "libstdc++ in distroless base",
      withLibrary("libstdc++.so.6", "GLIBCXX_3.4.30"),
      "distroless-base-debian12",
      "does-not-start",
      "which the image does not have",
    ],
    [
      "libgcc_s that is too old",
      withLibrary("libgcc_s.so.1", "GCC_14.0.0"),
      "debian12",
      "does-not-start",
      "has 12.0.0",
    ],
    ["a library that was measured", withLibrary("libz.so.1", "ZLIB_1.2.9"), "debian11", "runs", ""],
    [
      "a version that it lacks",
      withLibrary("libz.so.1", "ZLIB_1.2.12"),
      "debian11",
      "does-not-start",
      "ZLIB_1.2.12 of libz.so.1",
    ],
    [
      "a library that nobody has",
      linked({ needed: ["libc.so.6", "libfoo.so.1"] }),
      "debian12",
      "needs-package",
      "needs libfoo.so.1",
    ],
    [
      "busybox:glibc has a part of glibc",
      linked({ needed: ["libc.so.6", "libdl.so.2"] }),
      "busybox-glibc",
      "does-not-start",
      "needs libdl.so.2",
    ],
    [
      "symbols without a version, moved in 2.34",
      needing({ unversioned: ["pthread_create"], bindNow: true }),
      "debian11",
      "does-not-start",
      "is in libpthread.so.0 before glibc 2.34",
    ],
    ["the same, and later", needing({ unversioned: ["pthread_create"], bindNow: true }), "debian12", "runs", ""],
    [
      "the same, looked up lazily",
      needing({ unversioned: ["pthread_create"] }),
      "debian11",
      "unknown",
      "when it is first called",
    ],
    [
      "a symbol without a version that is newer",
      needing({ unversioned: ["arc4random"], bindNow: true }),
      "debian11",
      "does-not-start",
      "came with glibc 2.36",
    ],
    [
      "a symbol without a version that nobody knows",
      needing({ unversioned: ["frobnicate"] }),
      "debian12",
      "unknown",
      "frobnicate",
    ],
    [
      "a loader that a link may lead to",
      linked({ interpreter: "/usr/lib64/ld-linux-x86-64.so.2" }),
      "rhel9",
      "unknown",
      "not recorded",
    ],
    [
      "a loader of a package store",
      linked({ interpreter: "/nix/store/x/lib/ld-linux-x86-64.so.2" }),
      "debian12",
      "does-not-start",
      "needs the loader /nix/store",
    ],
    [
      "libraries without a loader",
      linked({ interpreter: null }),
      "debian12",
      "unknown",
      "no loader that would load them",
    ],
    ["packed", linked({ kind: "packed", reason: "packed with UPX" }), "debian12", "unknown", "packed with UPX"],
    ["broken", { ...statically, broken: "dies at its start" }, "debian12", "does-not-start", "dies at its start"],
    [
      "loads NSS",
      { ...statically, linkage: { ...statically.linkage, hazards: ["nss" as const] } },
      "scratch",
      "runs",
      "loads NSS libraries",
    ],
    [
      "may not relocate itself",
      { ...statically, linkage: { ...statically.linkage, hazards: ["relocation" as const] } },
      "scratch",
      "unknown",
      "",
    ],
    [
      "GOAMD64=v3 where v1 is promised",
      { ...statically, processorNeeds: processorNeeds("amd64", { GOAMD64: "v3" }, []) },
      "debian12",
      "unknown",
      "needs an x86-64-v3 processor (GOAMD64=v3)",
    ],
    [
      "GOAMD64=v2 where v2 is promised",
      { ...statically, processorNeeds: processorNeeds("amd64", { GOAMD64: "v2" }, []) },
      "rhel9",
      "runs",
      "",
    ],
    [
      "GOAMD64=v3 where v2 is promised",
      { ...statically, processorNeeds: processorNeeds("amd64", { GOAMD64: "v3" }, []) },
      "rhel9",
      "unknown",
      "promises x86-64-v2",
    ],
    [
      "GOAMD64=v3 on a platform that says so",
      { ...statically, variant: "v3", processorNeeds: processorNeeds("amd64", { GOAMD64: "v3" }, []) },
      "debian12",
      "runs",
      "",
    ],
    [
      "-march=native",
      { ...statically, processorNeeds: processorNeeds("amd64", {}, ["-march=native"]) },
      "rhel10",
      "unknown",
      "-march=native",
    ],
    [
      "-march=haswell on RHEL 10",
      { ...statically, processorNeeds: processorNeeds("amd64", {}, ["-march=haswell"]) },
      "rhel10",
      "runs",
      "",
    ],
    [
      "the note of the file",
      { ...statically, needs: { ...noNeeds, isaLevel: "v4" } },
      "rhel10",
      "unknown",
      "x86-64-v4",
    ],
    [
      "4 KiB pages of arm64",
      { ...statically, processor: "arm64", needs: { ...noNeeds, pageSize: 4096 } },
      "debian12",
      "unknown",
      "aligned to 4 KiB",
    ],
    ["64 KiB pages of arm64", { ...statically, processor: "arm64" }, "debian12", "runs", ""],
    [
      "a kernel that may be too old",
      { ...statically, kernel: { version: "3.2", because: "Go 1.26" } },
      "oraclelinux6",
      "unknown",
      "needs Linux 3.2 (Go 1.26)",
    ],
    [
      "the same on RHEL 7",
      { ...statically, kernel: { version: "3.2", because: "Go 1.26" } },
      "rhel7",
      "runs",
      "needs only Linux 3.2 or newer",
    ],
  ] as const)("%s", (...row) => {
    const [, program, id, outcome, reason] = row;
    const found = startsOn(program, systemOf(id));
    expect(found).toMatchObject({ system: id, outcome });
    expect(found?.reason).toContain(reason);
  });

  it("says how to build for more processors", () => {
    const newer = (goarch: string, settings: Record<string, string>): StartingProgram => {
      return { ...statically, processor: goarch, processorNeeds: processorNeeds(goarch, settings, []) };
    };
    const fixOf = (program: StartingProgram): string | null | undefined => startsOn(program, systemOf("debian12"))?.fix;
    expect(fixOf(newer("amd64", { GOAMD64: "v3" }))).toContain("GOAMD64=v1");
    expect(fixOf(newer("arm64", { GOARM64: "v9.0" }))).toBe("build for all arm64 processors (without GOARM64=v9.0)");
    expect(fixOf(dynamic)).toBeNull();
  });

  it.each<readonly [string, Record<string, string>, readonly string[], string | null]>([
    ["amd64", { GOAMD64: "v3" }, [], "GOAMD64=v3"],
    ["amd64", {}, ["-march=haswell"], "-march=haswell"],
    ["amd64", {}, ["-march=native"], "-march=native"],
    ["amd64", {}, ["-mtune=native", "-march=x86-64"], null],
    ["arm64", { GOARM64: "v8.0" }, ["-march=armv8-a"], null],
    ["arm64", { GOARM64: "v8.0,lse" }, [], "GOARM64=v8.0,lse"],
    ["arm64", {}, ["-march=armv8.2-a+sve"], "-march=armv8.2-a+sve"],
    ["arm", { GOARM: "7" }, ["-march=armv7-a"], null],
    ["386", { GO386: "sse2" }, ["-march=i686"], null],
    ["ppc64le", { GOPPC64: "power9" }, [], "GOPPC64=power9"],
  ])("of %s with %j and %j names the setting %j", (goarch, settings, ...[flags, setting]) => {
    const program = { ...statically, processor: goarch, processorNeeds: processorNeeds(goarch, settings, flags) };
    const found = startsOn(program, systemOf("debian12"));
    expect(found?.setting).toBe(setting);
    expect(found?.outcome).toBe(setting === null ? "runs" : "unknown");
  });

  describe("of a program that is built elsewhere", () => {
    const elsewhere = (version: string, here: string | null, ...names: readonly string[]): StartingProgram => ({
      ...needing({ versions: glibc(...names) }),
      builder: { image: "golang:1", system: debians[version] ?? "", glibc: version, here },
    });

    it.each([
      ["has what both have, and starts", elsewhere("2.31", "2.36", "GLIBC_2.17"), "debian10", "runs"],
      ["has what both have, and does not", elsewhere("2.31", "2.36", "GLIBC_2.30"), "debian10", "does-not-start"],
      ["needs more only here", elsewhere("2.31", "2.36", "GLIBC_2.34"), "debian11", "runs"],
      ["needs more only here, on an older system", elsewhere("2.31", "2.36", "GLIBC_2.34"), "debian10", "unknown"],
      ["the same, where nobody knows what is here", elsewhere("2.31", null, "GLIBC_2.34"), "debian10", "unknown"],
      ["a name that its builder lacks", elsewhere("2.31", "2.36", "GLIBC_ABI_DT_RELR"), "debian11", "runs"],
      ["may need more there", elsewhere("2.41", "2.36", "GLIBC_2.34"), "debian12", "unknown"],
      ["may need more there, which the system has", elsewhere("2.41", "2.36", "GLIBC_2.34"), "debian13", "runs"],
      ["needs too much already", elsewhere("2.41", "2.36", "GLIBC_2.34"), "debian11", "does-not-start"],
    ] as const)("%s", (...row) => {
      const [, program, id, outcome] = row;
      expect(startsOn(program, systemOf(id))?.outcome).toBe(outcome);
    });
  });

  it("has no row for a processor that the system does not have", () => {
    expect(startsOn({ ...statically, processor: "mips" }, systemOf("debian12"))).toBeUndefined();
  });
});
