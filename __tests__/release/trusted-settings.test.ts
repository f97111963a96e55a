import { describe, expect, it } from "vitest";
import type { ReleaseSettings } from "../../src/model/release.ts";
import { trustedSettings } from "../../src/release/trusted-settings.ts";

function settings({
  env = {},
  flags = [],
}: {
  env?: Record<string, string>;
  flags?: readonly string[];
}): ReleaseSettings {
  const place = { file: ".goreleaser.yaml", line: 7 };
  return {
    kind: "settings",
    env: Object.entries(env).map(([name, value]) => ({ ...place, name, value })),
    flags: flags.map((value) => ({ ...place, value })),
  };
}

const places = {
  isInRepository: (path: string): boolean => path.startsWith("./"),
  ofMachine: new Set(["/opt/cross/bin/x86_64-linux-musl-gcc", "/usr/bin/g++-12", "/usr/bin/env", "/usr/bin/python3"]),
};

describe("the settings of a release build", () => {
  it.each([
    { flags: ["-toolexec=./t"], says: "-toolexec" },
    { flags: ["-overlay=o.json"], says: "-overlay" },
    { flags: ["-exec=./e"], says: "-exec" },
    { flags: ["-modfile=x.mod"], says: "-modfile" },
    { flags: ["-pkgdir=/x"], says: "-pkgdir" },
    { flags: ["-ldflags=-s -extld=./ld"], says: "-ldflags=-extld" },
    { flags: ["-ldflags=-extldflags=-fplugin=./p.so"], says: "-extldflags=-fplugin=./p.so" },
    { env: { GOFLAGS: "-trimpath -toolexec=./t" }, says: "-toolexec" },
    { env: { CC: "/tmp/cc" }, says: 'CC="/tmp/cc"' },
    { env: { CC: "/usr/bin/gcc" }, says: 'CC="/usr/bin/gcc"' },
    { env: { CC: "/usr/bin/env gcc" }, says: 'CC="/usr/bin/env gcc"' },
    { env: { CC: "/usr/bin/python3 gcc" }, says: 'CC="/usr/bin/python3 gcc"' },
    { env: { CC: "/opt/cross/bin/x86_64-linux-musl-gcc -fplugin=./p.so" }, says: "-fplugin=./p.so in CC" },
    { env: { AR: "/usr/bin/g++-12" }, says: 'AR="/usr/bin/g++-12"' },
    { env: { CXX: "sh" }, says: 'CXX="sh"' },
    { env: { PATH: "./bin" }, says: "PATH" },
    { env: { LD_PRELOAD: "./x.so" }, says: "LD_PRELOAD" },
    { env: { GOROOT: "./go" }, says: "GOROOT" },
    { env: { GOWORK: "./go.work" }, says: "GOWORK" },
    { env: { GOTOOLCHAIN: "go1.22.0" }, says: "GOTOOLCHAIN" },
    { env: { CGO_CFLAGS: "-fplugin=./p.so" }, says: "-fplugin=./p.so in CGO_CFLAGS" },
    { env: { HTTPS_PROXY: "http://x" }, says: "HTTPS_PROXY" },
    { env: { HOME: "/tmp" }, says: "HOME" },
  ])("are not understood where they start programs: $says", ({ says, ...given }) => {
    expect(trustedSettings(settings(given), places)).toEqual({
      kind: "not-understood",
      file: ".goreleaser.yaml",
      line: 7,
      text: says,
      why: "decides which programs a build starts; set it in the workflow",
    });
  });

  it("keep what only decides how a program is built, and names of the project's own", () => {
    const given = settings({
      env: {
        CGO_ENABLED: "1",
        CC: "aarch64-linux-gnu-gcc",
        CXX: "./tools/c++",
        CGO_LDFLAGS: "-L./lib -static",
        GOFLAGS: "-mod=vendor -tags=netgo",
        GOAMD64: "v2",
        GO111MODULE: "on",
        GOWORK: "off",
        GOEXPERIMENT: "boringcrypto",
        VERSION: "1.2.3",
      },
      flags: [
        "-trimpath",
        "-tags=netgo,osusergo",
        "-ldflags=-s -w -linkmode=external -extldflags=-static",
        "-buildmode=pie",
      ],
    });
    expect(trustedSettings(given, places)).toEqual(given);
  });

  it("keep compilers of the machine by their path", () => {
    const given = settings({ env: { CC: "ccache /opt/cross/bin/x86_64-linux-musl-gcc -O2", CXX: "/usr/bin/g++-12" } });
    expect(trustedSettings(given, places)).toEqual(given);
  });

  it("leave downloads and caches to the machine", () => {
    const env = { GOPROXY: "direct", GOCACHE: "/root/.cache/go-build", GOPATH: "/go", GOPRIVATE: "x", GOOS: "linux" };
    expect(trustedSettings(settings({ env }), places)).toEqual(settings({}));
  });
});
