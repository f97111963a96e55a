import type { Scenario } from "./gate-scenarios.ts";
import type { Tree } from "./github.ts";

// Where a program starts is a part of what it is: a system that is lost is a regression, whatever the linkage is called.

const program = (...preamble: readonly string[]): Tree => ({
  "main.go": `package main\n\n/*\n${preamble.join("\n")}\n*/\nimport "C"\n\nfunc main() { println(C.answer()) }\n`,
});
const answer = "static int answer(void) { return 42; }";
const before: Tree = { "go.mod": "module example.com/app\n\ngo 1.19\n", ...program(answer) };
const released = (compiler: string): Tree => ({
  ".goreleaser.yaml": [
    ...["version: 2", "builds:", "  - id: app", "    env:", "      - CGO_ENABLED=1"],
    ...[`      - CC=${compiler}`, ""],
  ].join("\n"),
});
const pure: Tree = { "go.mod": "module example.com/app\n\ngo 1.19\n", "main.go": "package main\n\nfunc main() {}\n" };
const dockerfile = (variables: string): Tree => ({
  Dockerfile: [
    ...["FROM golang:1.27 AS build", "WORKDIR /src", `ENV ${variables}`, "COPY . .", "RUN go build -o /app ."],
    ...["FROM scratch", "COPY --from=build /app /app", 'ENTRYPOINT ["/app"]', ""],
  ].join("\n"),
});
const lost = { compared: "built", verdict: "fail" } as const;
const kept = { compared: "built", verdict: "pass", says: "app is dynamic" } as const;

export const systemChanges: readonly Scenario[] = [
  {
    title: "C code calls a function of a newer glibc",
    base: before,
    change: program("#include <stdlib.h>", "static int answer(void) { return (int) arc4random(); }"),
    ...lost,
    says: "arc4random@GLIBC_2.36, through example.com/app",
    findings: ["regression main.go:4"],
  },
  {
    title: "C code calls a function of an old glibc",
    base: before,
    change: program("#include <stdlib.h>", "static int answer(void) { return (int) random(); }"),
    ...kept,
  },
  {
    title: "libstdc++ comes in",
    base: before,
    change: program("#cgo LDFLAGS: -Wl,--no-as-needed -lstdc++", answer),
    ...lost,
    says: "no longer starts on distroless base",
    findings: ["regression main.go:4"],
  },
  {
    title: "C code is compiled for newer processors",
    base: before,
    change: program("#cgo CFLAGS: -march=haswell", answer),
    ...lost,
    says: "is no longer known to start on",
    findings: ["regression main.go:4"],
  },
  {
    title: "a Dockerfile raises GOAMD64 for a static program",
    kind: "processors",
    base: { ...pure, ...dockerfile("CGO_ENABLED=0") },
    change: dockerfile("CGO_ENABLED=0 GOAMD64=v3"),
    ...lost,
    says: "is no longer known to start on",
    findings: ["regression Dockerfile:3"],
  },
  {
    title: "the C compiler of a release becomes that of musl",
    base: { ...before, ...released("gcc") },
    change: released("musl-gcc"),
    ...lost,
    says: "no longer starts on",
    findings: ["regression .goreleaser.yaml:6"],
  },
  {
    title: "an input asks for a system on which it does not start, before and after",
    base: before,
    change: { "README.md": "x" },
    inputs: { "runs-on": "debian11" },
    compared: "built",
    verdict: "fail",
    says: "runs-on asks for Debian 11, where it does not start: it needs GLIBC_2.34",
  },
];
