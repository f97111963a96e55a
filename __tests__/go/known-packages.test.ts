import { describe, expect, it } from "vitest";
import { knownPackages } from "../../src/go/data/known-packages.ts";
import { callersOf, quietTags, systemPackages, waysWithoutC, withoutMusl } from "../../src/go/known-packages.ts";
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
    { path: "github.com/mutecomm/go-sqlcipher/v4", flags: tags("sqlite_omit_load_extension"), want: 0 },
    { path: "github.com/marcboeker/go-duckdb", flags: [], want: 1 },
    { path: "example.com/other", flags: [], want: 0 },
  ])("$path $flags: $want calls dlopen", ({ path, flags, want }) => {
    expect(callersOf("dlopen", [cgo(path)], flags)).toHaveLength(want);
  });

  it("has the modules with cgo that programs depend on most", () => {
    expect(knownPackages.length).toBeGreaterThanOrEqual(25);
  });

  it.each([
    { path: "github.com/NVIDIA/go-nvml/pkg/dl", flags: [], want: 1 },
    { path: "github.com/bytecodealliance/wasmtime-go/v25", flags: tags("musl"), want: 1 },
    { path: "github.com/DataDog/zstd", flags: [], want: 0 },
  ])("$path is for glibc alone: $want, whatever tag is set", ({ path, flags, want }) => {
    expect(withoutMusl([cgo(path)], flags)).toHaveLength(want);
  });

  const signature = makePackage({ importPath: "github.com/containers/image/v5/signature" });

  it.each([
    {
      packages: [cgo("github.com/DataDog/zstd")],
      flags: [],
      want: ["use github.com/klauspost/compress/zstd in place of"],
    },
    { packages: [makePackage({ importPath: "github.com/DataDog/zstd" })], flags: [], want: [] },
    {
      packages: [signature, cgo("github.com/proglottis/gpgme")],
      flags: [],
      want: [
        "build with -tags containers_image_openpgp, under which",
        "use github.com/ProtonMail/go-crypto/openpgp in",
      ],
    },
    { packages: [signature], flags: tags("containers_image_openpgp"), want: [] },
    { packages: [cgo("example.com/other")], flags: [], want: [] },
  ])("knows what does without the C code: $want", ({ packages, flags, want }) => {
    const ways = waysWithoutC(packages, flags);
    expect(ways).toHaveLength(want.length);
    for (const [at, text] of want.entries()) expect(ways[at]).toContain(text);
  });

  it.each([
    {
      packages: ["github.com/seccomp/libseccomp-golang"],
      debian: ["libseccomp-dev"],
      alpine: ["libseccomp-dev", "libseccomp-static"],
    },
    {
      packages: ["github.com/google/gopacket/pcap", "github.com/pebbe/zmq4"],
      debian: ["libpcap-dev", "libzmq3-dev", "pkg-config"],
      alpine: ["libpcap-dev", "zeromq-dev"],
    },
    { packages: ["example.com/other"], debian: [], alpine: [] },
  ])("knows the packages of distributions: $packages", ({ packages, debian, alpine }) => {
    expect(systemPackages(packages.map(cgo), "debian")).toEqual(debian);
    expect(systemPackages(packages.map(cgo), "alpine")).toEqual(alpine);
    expect(
      systemPackages(
        packages.map((importPath) => makePackage({ importPath })),
        "debian",
      ),
    ).toEqual([]);
  });

  it.each([
    { packages: ["github.com/mattn/go-sqlite3"], want: ["sqlite_omit_load_extension"] },
    { packages: ["github.com/mattn/go-sqlite3", "github.com/miekg/pkcs11"], want: undefined },
    { packages: ["github.com/miekg/pkcs11"], want: undefined },
    { packages: [], want: undefined },
  ])("has a tag for every call of $packages: $want", ({ packages, want }) => {
    expect(quietTags("dlopen", packages.map(cgo), [])).toEqual(want);
  });
});
