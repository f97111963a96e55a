import { describe, expect, it } from "vitest";
import { buildForms } from "../../src/explain/build-command.ts";
import { type CellGiven, makePackage, makePlanned } from "../support/planned.ts";
import type { BuildForms } from "../../src/model/cell.ts";

const request = {
  hostFiles: [],
  workingDirectory: "/src/example.com/app",
  root: "/src/example.com/app",
  goVersion: "1.26.8",
};

function forms(given: CellGiven, shownEnv: Readonly<Record<string, string>> = {}): BuildForms {
  return buildForms({ ...makePlanned(given), shownEnv }, request);
}

describe("the forms of a build", () => {
  it("without cgo", () => {
    expect(forms({ strategy: "cgo-disabled", flags: ["-trimpath", "-ldflags=-s -w"] }, { CGO_ENABLED: "0" })).toEqual({
      shell: "CGO_ENABLED=0 go build -o app -trimpath '-ldflags=-s -w' .",
      dockerfile: `FROM golang:1.26 AS build
WORKDIR /src
COPY . /src
RUN CGO_ENABLED=0 go build -o /out/app -trimpath '-ldflags=-s -w' .

FROM scratch
COPY --from=build /out/app /app
ENTRYPOINT ["/app"]`,
      goreleaser: `builds:
  - id: app
    main: .
    env:
      - CGO_ENABLED=0
    binary: app
    goos:
      - linux
    goarch:
      - amd64
    flags:
      - "-trimpath"
    ldflags:
      - "-s -w"`,
      ko: `builds:
  - id: app
    main: .
    env:
      - CGO_ENABLED=0
    flags:
      - "-trimpath"
    ldflags:
      - "-s -w"`,
    });
  });

  it("with musl: Alpine's compiler is one, whatever it is called here", () => {
    const { dockerfile, goreleaser } = forms({ strategy: "musl" }, { CGO_ENABLED: "1", CC: "musl-gcc" });
    expect(dockerfile).toContain("FROM golang:1.26-alpine AS build\nRUN apk add --no-cache gcc musl-dev\n");
    expect(dockerfile).toContain(
      "RUN CGO_ENABLED=1 go build -o /out/app '-ldflags=-linkmode=external -extldflags=-static' .",
    );
    expect(goreleaser).toContain("      - CC=musl-gcc\n");
    expect(goreleaser).toContain('    ldflags:\n      - "-linkmode=external -extldflags=-static"');
  });

  it("with tags and a build mode", () => {
    const { goreleaser, ko } = forms({ strategy: "static-pie" }, { CGO_ENABLED: "1" });
    expect(goreleaser).toContain("    buildmode: pie\n    tags:\n      - netgo\n      - osusergo\n    ldflags:");
    expect(ko).toContain('    flags:\n      - "-buildmode=pie"\n      - "-tags=netgo,osusergo"\n    ldflags:');
  });

  it("of a module in a folder of its own", () => {
    const cell = {
      ...makePlanned(),
      moduleDir: "/src/example.com/app/sub dir",
      packageDir: "/src/example.com/app/sub dir/cmd/x",
    };
    const { shell, dockerfile, goreleaser } = buildForms({ ...cell, package: "example.com/app/cmd/x" }, request);
    expect(shell).toBe("(cd 'sub dir' && go build -o x ./cmd/x)");
    expect(dockerfile).toContain('WORKDIR "/src/sub dir"\n');
    expect(goreleaser).toContain('    dir: "sub dir"\n    main: ./cmd/x\n');
  });

  it("for Windows has no image", () => {
    const { dockerfile, ko, goreleaser } = forms({ on: "windows/amd64" }, { GOOS: "windows", GOARCH: "amd64" });
    expect({ dockerfile, ko }).toEqual({ dockerfile: null, ko: null });
    expect(goreleaser).toContain("    binary: app\n    goos:\n      - windows\n    goarch:\n      - amd64");
    expect(goreleaser).not.toContain("GOOS=");
  });

  it("keeps what is hostile within its quotes", () => {
    const { goreleaser, shell } = forms({ flags: ['-ldflags=-X main.v="$(id)"\n- x: y'] });
    expect(goreleaser).toContain(String.raw`- "-X main.v=\"$(id)\"\n- x: y"`);
    expect(shell).toContain('\'-ldflags=-X main.v="$(id)"');
  });

  const net = makePackage({ importPath: "net", standard: true, cgoFiles: ["cgo_linux.go"] });

  it("say what cgo is, where it makes a difference: ko turns it off, and another machine may have no compiler", () => {
    const { shell, dockerfile, goreleaser, ko } = forms({ strategy: "netgo-extldflags", packages: [net] });
    expect(shell).not.toContain("CGO_ENABLED");
    expect(dockerfile).not.toContain("CGO_ENABLED");
    expect([goreleaser, ko].filter((text) => text?.includes("- CGO_ENABLED=1\n"))).toHaveLength(2);
    const off = forms({ strategy: "netgo", packages: [net], CGO_ENABLED: "0" });
    expect(off.dockerfile).toContain("RUN CGO_ENABLED=0 go build");
    expect(forms({ packages: [] }).ko).not.toContain("CGO_ENABLED");
    expect(forms({ flags: ["-ldflags=-linkmode=external"] }).ko).toContain("- CGO_ENABLED=1\n");
  });

  it("name the variant of a processor where goreleaser would set its own", () => {
    const { goreleaser } = forms({ on: "linux/arm" }, { GOOS: "linux", GOARCH: "arm", GOARM: "5" });
    expect(goreleaser).toContain('    goarch:\n      - arm\n    goarm:\n      - "5"');
    expect(goreleaser).not.toContain("GOARM=");
  });

  it("keep linker words of GOFLAGS from those that goreleaser has itself, and several -ldflags in their order", () => {
    const given = forms({ goflags: "-ldflags=-s" }, { GOFLAGS: "-ldflags=-s" });
    expect(given.goreleaser).toContain('    ldflags:\n      - "-s"');
    const { goreleaser, ko } = forms({ flags: ["-ldflags=all=-s", "-ldflags=./other=-w"] });
    expect([goreleaser, ko]).toSatisfy((texts: readonly string[]) =>
      texts.every((text) => text.includes('    flags:\n      - "-ldflags=all=-s"\n    ldflags:\n      - ./other=-w')),
    );
  });

  it("are no templates, whatever stands in them", () => {
    const { goreleaser, ko, shell } = forms({ flags: ["-ldflags=-X main.v={{.Version}}"] });
    expect(goreleaser).toContain(String.raw`- "-X main.v={{ \"{{\" }}.Version}}"`);
    expect(ko).toContain(String.raw`- "-X main.v={{ \"{{\" }}.Version}}"`);
    expect(shell).toContain("'-ldflags=-X main.v={{.Version}}'");
  });

  it("say where their files belong, and what ko wants for itself", () => {
    const cell = { ...makePlanned(), shownEnv: { GOWORK: "off" }, moduleDir: "/src/example.com/app/svc" };
    const place = { ...request, workingDirectory: "/src/example.com/app/svc/deep" };
    const { dockerfile, goreleaser, ko } = buildForms(
      { ...cell, packageDir: cell.moduleDir },
      { ...place, root: "/src/example.com/app" },
    );
    expect(dockerfile).toMatch(/^# Save this file in "\.\.\/\.\."\.\nFROM /);
    expect(goreleaser).toMatch(/^# Save this file in "\.\.\/\.\."\.\nbuilds:\n {2}- id: app\n {4}dir: svc\n/);
    expect(ko).toMatch(
      /^# Save this file in "\.\."\.\n# Run ko with GOWORK=off\.\nbuilds:\n {2}- id: app\n {4}main: \.\n/,
    );
  });

  it("keep folders and new lines from what Docker makes of them", () => {
    const cell = { ...makePlanned({ flags: ["-ldflags=-s\n-w"] }), moduleDir: "/src/example.com/app/a $b" };
    const { dockerfile } = buildForms({ ...cell, packageDir: cell.moduleDir }, request);
    expect(dockerfile).toContain(String.raw`WORKDIR "/src/a \$b"` + "\n");
    expect(dockerfile).toContain(String.raw`RUN ["/bin/sh","-c","go build -o /out/app '-ldflags=-s\n-w' ."]` + "\n");
  });

  it("do not write into a folder that has the program's name", () => {
    const cell = { ...makePlanned(), package: "example.com/app/tool", packageDir: "/src/example.com/app/tool" };
    const graph = new Map([[cell.package, makePackage({ importPath: cell.package, name: "main" })]]);
    expect(buildForms({ ...cell, graph }, request).shell).toBe("go build -o bin/tool ./tool");
  });

  it.each([
    {
      CC: "zig cc -target x86_64-linux-musl",
      want: "FROM golang:1.26-alpine AS build\nRUN apk add --no-cache gcc musl-dev\n",
    },
    { CC: "/opt/musl/bin/musl-gcc", want: "FROM golang:1.26-alpine AS build\n" },
    { CC: "clang-15 -O1", want: "RUN apt-get update && apt-get install -y --no-install-recommends clang\n" },
    { CC: "clang-15 -O1", want: "RUN CC='clang -O1' go build" },
    { CC: "gcc -O1", want: "RUN CC='gcc -O1' go build" },
    { CC: "/usr/bin/x86_64-linux-gnu-gcc-12", want: "RUN go build" },
  ])("has in an image what CC=$CC is here", ({ CC, want }) => {
    expect(forms({ packages: [net] }, { CC }).dockerfile).toContain(want);
  });

  it("installs what a known package is compiled against", () => {
    const packages = [
      makePackage({ importPath: "github.com/google/gousb", cgoFiles: ["usb.go"], cgoPkgConfig: ["libusb-1.0"] }),
    ];
    expect(forms({ packages }).dockerfile).toContain(
      "install -y --no-install-recommends libusb-1.0-0-dev pkg-config\n",
    );
    expect(forms({ packages, strategy: "musl" }).dockerfile).toContain(
      "apk add --no-cache gcc musl-dev pkgconf libusb-dev\n",
    );
    expect(forms({ packages, CGO_ENABLED: "0" }).dockerfile).not.toContain("libusb");
  });
});
