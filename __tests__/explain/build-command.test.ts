import { describe, expect, it } from "vitest";
import { buildForms } from "../../src/explain/build-command.ts";
import { type CellGiven, makePlanned } from "../support/planned.ts";
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
});
