import type { Scenario } from "./gate-scenarios.ts";
import type { Tree } from "./github.ts";

// The base is judged by its own release configuration, and the head by its own. A change of one is a change of what ships.

const goMod = "module example.com/app\n\ngo 1.19\n";
const users = 'package main\n\nimport _ "os/user"\n\nfunc main() {}\n';
const pure = "package main\n\nfunc main() {}\n";
const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;

const goreleaser = (...build: readonly string[]): string =>
  lines("version: 2", "builds:", "  - id: app", "    main: ./cmd/app", ...build.map((line) => `    ${line}`));
const noCgo = ["env:", "  - CGO_ENABLED=0"];
const dockerfile = (...variables: readonly string[]): string =>
  lines(
    "FROM golang:1.27 AS build",
    "WORKDIR /src",
    ...variables,
    "COPY . .",
    "RUN go build -o /app ./cmd/app",
    "FROM scratch",
    "COPY --from=build /app /app",
    'ENTRYPOINT ["/app"]',
  );
const imaged = goreleaser("binary: app") + lines("dockers:", "  - image_templates: [example.com/app]");
const inImage = (image: string, ...commands: readonly string[]): string =>
  dockerfile("ENV CGO_ENABLED=1").replace("FROM scratch\n", lines(`FROM ${image}`, ...commands));
const released = (file: string, text: string, more: Tree = {}): Tree => ({
  "go.mod": goMod,
  "cmd/app/main.go": users,
  [file]: text,
  ...more,
});

const fails = { compared: "built", verdict: "fail" } as const;
const lost = { ...fails, says: "app is now dynamic (was static" } as const;
const passes = { compared: "listed", verdict: "pass", says: "app is static" } as const;
const file = ".goreleaser.yaml";

export const releaseChanges: readonly Scenario[] = [
  {
    title: "`CGO_ENABLED=0` is removed from a build of goreleaser",
    base: released(file, goreleaser(...noCgo)),
    change: { [file]: goreleaser("ldflags: -s -w") },
    ...lost,
    findings: [`regression ${file}:5`],
    kind: "release",
  },
  {
    title: "`tags` are removed from a build of goreleaser",
    base: released(file, goreleaser("tags: [netgo, osusergo]")),
    change: { [file]: goreleaser() },
    ...lost,
    findings: [`regression ${file}:4`],
  },
  {
    title: "an override of goreleaser turns cgo on for one platform",
    base: released(file, goreleaser(...noCgo, "goos: [linux]")),
    change: {
      [file]: goreleaser(
        ...noCgo,
        "goos: [linux]",
        "overrides:",
        "  - goos: linux",
        "    goarch: amd64",
        "    env: [CGO_ENABLED=1]",
        "  - goos: linux",
        "    goarch: arm64",
        "    env: [CGO_ENABLED=1]",
      ),
    },
    ...lost,
    findings: [`regression ${file}:11`],
  },
  {
    title: "a second build of goreleaser has cgo on",
    base: released(file, goreleaser(...noCgo)),
    change: { [file]: goreleaser(...noCgo) + lines("  - id: cgo", "    main: ./cmd/app") },
    ...lost,
    findings: [`regression ${file}:7`],
  },
  {
    title: "goreleaser's file is removed",
    base: released(file, goreleaser(...noCgo)),
    change: { [file]: null },
    ...lost,
    findings: [`regression ${file}:1`],
  },
  {
    title: "a build of goreleaser becomes one that is not understood",
    base: released(file, goreleaser(...noCgo)),
    change: { [file]: goreleaser("env:", '  - CGO_ENABLED={{ envOrDefault "RELEASE_CGO" (print .Now) }}') },
    ...fails,
    says: "app is no longer built",
    findings: ["build-broken"],
  },
  {
    title: "a build of goreleaser gets a flag that starts a program of the change",
    base: released(file, goreleaser(...noCgo)),
    change: { [file]: goreleaser(...noCgo, 'flags: ["-toolexec=./tool.sh"]'), "tool.sh": '#!/bin/sh\nexec "$@"\n' },
    ...fails,
    says: `app is no longer built: ${file}:7 is not understood: "-toolexec" decides which programs a build starts`,
    findings: ["build-broken"],
  },
  {
    title: "a build of goreleaser names a C compiler of the machine by its path",
    base: released(file, goreleaser("tags: [netgo, osusergo]")),
    change: { [file]: goreleaser("tags: [netgo, osusergo]", "env: [CC=/usr/bin/gcc]") },
    ...passes,
  },
  {
    title: "a program is no longer in goreleaser's file, and another one is",
    base: released(
      file,
      goreleaser(...noCgo) + lines("  - id: tool", "    main: ./cmd/tool", "    env: [CGO_ENABLED=0]"),
      {
        "cmd/tool/main.go": pure,
      },
    ),
    change: { [file]: lines("builds:", "  - id: tool", "    main: ./cmd/tool", "    env: [CGO_ENABLED=0]") },
    ...fails,
    says: "app was removed",
    findings: [`regression ${file}:1`],
  },
  {
    title: "ko's file turns cgo on",
    base: released(".ko.yaml", lines("builds:", "  - id: app", "    main: ./cmd/app")),
    change: { ".ko.yaml": lines("builds:", "  - id: app", "    main: ./cmd/app", "    env: [CGO_ENABLED=1]") },
    ...lost,
    findings: ["regression .ko.yaml:4"],
  },
  {
    title: "a Dockerfile no longer sets `CGO_ENABLED=0`",
    base: released("Dockerfile", dockerfile("ENV CGO_ENABLED=0")),
    change: { Dockerfile: dockerfile() },
    ...lost,
    findings: ["regression Dockerfile:2"],
    kind: "Dockerfile",
  },
  {
    title: "a Dockerfile loses its tags",
    base: released("Dockerfile", dockerfile("ENV GOFLAGS=-tags=netgo,osusergo")),
    change: { Dockerfile: dockerfile("ENV GOFLAGS=-trimpath") },
    ...lost,
    findings: ["regression Dockerfile:3"],
  },
  {
    title: "the last stage of a Dockerfile with a dynamic program becomes `scratch`",
    base: released("Dockerfile", dockerfile("ENV CGO_ENABLED=1").replace("FROM scratch", "FROM debian:13")),
    change: { Dockerfile: dockerfile("ENV CGO_ENABLED=1") },
    ...fails,
    says: "introduces a new runtime risk: Dockerfile:6 puts it into scratch, where it does not start: it needs the loader",
    findings: ["regression Dockerfile:6"],
  },
  {
    title: "the last stage of a Dockerfile with a static program becomes `scratch`",
    base: released("Dockerfile", dockerfile("ENV CGO_ENABLED=0").replace("FROM scratch", "FROM debian:13")),
    change: { Dockerfile: dockerfile("ENV CGO_ENABLED=0") },
    ...passes,
  },
  {
    title: "the image of a Dockerfile that goreleaser gives a dynamic program becomes `scratch`",
    base: released(file, imaged, { Dockerfile: lines("FROM debian:13", "COPY app /app") }),
    change: { Dockerfile: lines("FROM scratch", "COPY app /app") },
    ...fails,
    says: "introduces a new runtime risk: Dockerfile:1 puts it into scratch, where it does not start: it needs the loader",
    findings: ["regression Dockerfile:1"],
  },
  {
    title: "it becomes `scratch`, with the loader and the C library",
    base: released(file, imaged, { Dockerfile: lines("FROM debian:13", "COPY app /app") }),
    change: { Dockerfile: lines("FROM scratch", "COPY --from=debian:13 /lib64 /lib64", "COPY app /app") },
    ...passes,
    compared: "built",
    says: "app is dynamic",
  },
  {
    title: "the last stage of a Dockerfile becomes a Debian with an older glibc",
    base: released("Dockerfile", inImage("debian:13")),
    change: { Dockerfile: inImage("debian:10-slim") },
    ...fails,
    says: "introduces a new runtime risk: Dockerfile:6 puts it into debian:10-slim, where it does not start: it needs GLIBC_2.3",
    findings: ["regression Dockerfile:6"],
    kind: "image",
  },
  {
    title: "it becomes Alpine, with a loader for glibc",
    base: released("Dockerfile", inImage("debian:13")),
    change: { Dockerfile: inImage("alpine:3.22", "RUN apk add --no-cache gcompat") },
    ...passes,
    compared: "built",
    says: "app is dynamic",
  },
  {
    title: "the builder image of a Dockerfile gets a newer glibc than the last stage has",
    base: released("Dockerfile", inImage("debian:11").replace("golang:1.27", "golang:1.22-bullseye")),
    change: { Dockerfile: inImage("debian:11").replace("golang:1.27", "golang:1.22-bookworm") },
    ...fails,
    says: "app no longer starts on Debian 11, Ubuntu 20.04, openSUSE Leap 15.5 and 4 more systems: needs GLIBC_2.34",
    findings: ["regression Dockerfile:6"],
  },
  {
    title: "a Dockerfile has put the program into an image in which it does not start, and still does",
    base: released("Dockerfile", inImage("alpine:3.22")),
    change: { "cmd/app/main.go": `${users}\nvar More = 1\n` },
    compared: "built",
    verdict: "warn",
    says: "Dockerfile:6 puts it into alpine:3.22, where it does not start: it needs the loader",
  },
  {
    title: "a program that no release is for becomes dynamic",
    base: released(file, goreleaser(...noCgo), { "cmd/tool/main.go": pure }),
    change: { "cmd/tool/main.go": users },
    compared: "built",
    verdict: "warn",
    says: "tool is now dynamic (was static",
    findings: ["regression cmd/tool/main.go:3"],
  },
  {
    title: "`os/user` comes into a program that goreleaser builds without cgo",
    base: released(file, goreleaser(...noCgo), { "cmd/app/main.go": pure }),
    change: { "cmd/app/main.go": users },
    ...passes,
    kind: "released without cgo",
  },
  {
    title: "goreleaser's file gets another platform and other `-X` values",
    base: released(file, goreleaser(...noCgo, "goos: [linux]")),
    change: { [file]: goreleaser(...noCgo, "goos: [linux, windows]", "ldflags: -X main.date={{ .Date }}") },
    ...passes,
  },
  {
    title: "a Dockerfile gets another builder image",
    base: released("Dockerfile", dockerfile("ENV CGO_ENABLED=0")),
    change: { Dockerfile: dockerfile("ENV CGO_ENABLED=0").replace("golang:1.27", "golang:1.27-alpine") },
    ...passes,
  },
];
