import { describe, expect, it } from "vitest";
import type { ReleaseDockerfile, ReleaseImage } from "../../src/model/release.ts";
import { readDockerfile } from "../../src/release/dockerfile.ts";
import { imagesIn } from "../../src/release/docker-image.ts";
import { makeView } from "../support/dockerfile-fixtures.ts";

const view = makeView(
  ["go.mod", "main.go", "rootfs/lib/ld-musl-x86_64.so.1", "etc/app.conf"],
  ["."],
  [{ dir: ".", path: "example.com/app" }],
);

/** The image of a Dockerfile that builds the program itself; `last` are the lines behind its FROM. */
function builtImage(last: readonly string[], runs: readonly string[] = []): ReleaseImage | null | undefined {
  const text = [
    "FROM golang:1.26 AS build",
    "WORKDIR /src",
    "COPY . .",
    "RUN go build -o /out/app .",
    ...runs.map((each) => `RUN ${each}`),
    ...last,
    "",
  ].join("\n");
  return readDockerfile({ path: "Dockerfile", text }, view).entries[0]?.image;
}

const copyApp = "COPY --from=build /out/app /app";

describe("the last stage of a Dockerfile", () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ["the program alone", ["FROM scratch", copyApp], []],
    [
      "certificates beside it",
      ["FROM scratch", "COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/", copyApp],
      [],
    ],
    ["a folder of users", ["FROM scratch", "COPY --from=build /etc/passwd /etc/passwd", copyApp], []],
    [
      "a folder of programs as the root",
      ["FROM scratch", "COPY --from=build /out/ /"],
      ["apt-get update && rm -rf /var/lib/apt/lists/*"],
    ],
    ["a file of the repository", ["FROM scratch", "COPY etc/app.conf /", copyApp], []],
    ["libraries of the program's own", ["FROM scratch", "COPY --from=build /src/lib/app /usr/lib/app", copyApp], []],
  ])("has no loader: %s", (_, last, runs) => {
    expect(builtImage(last, runs)).toEqual({
      file: "Dockerfile",
      line: 5 + runs.length,
      text: "scratch",
      base: "scratch",
    });
  });

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ["glibc's loader", ["FROM scratch", "COPY --from=build /lib64/ld-linux-x86-64.so.2 /lib64/", copyApp], []],
    ["a loader by a pattern", ["FROM scratch", "COPY --from=build /lib64/ld-*.so.2 /somewhere/", copyApp], []],
    [
      "musl's loader of another image",
      ["FROM scratch", "COPY --from=alpine:3.22 /lib/ld-musl-x86_64.so.1 /lib/", copyApp],
      [],
    ],
    ["libc alone", ["FROM scratch", "COPY --from=build /lib/x86_64-linux-gnu/libc.so.6 /opt/", copyApp], []],
    ["a folder of libraries", ["FROM scratch", "COPY --from=build /lib /lib", copyApp], []],
    [
      "a folder of another name among them",
      ["FROM scratch", "COPY --from=build /deps/ /usr/lib/x86_64-linux-gnu/", copyApp],
      [],
    ],
    ["all of a stage", ["FROM scratch", "COPY --from=build / /"], []],
    ["all of an image", ["FROM scratch", "COPY --from=gcr.io/distroless/base / /", copyApp], []],
    [
      "a root that was collected",
      ["FROM scratch", "COPY --from=build /root-of-image /", copyApp],
      ["ldd /out/app | xargs -I{} cp {} /root-of-image"],
    ],
    [
      "a root that a package manager made",
      ["FROM scratch", "COPY --from=build /out /"],
      ["apk add --root /out --initdb musl"],
    ],
    ["a root in the repository", ["FROM scratch", "COPY rootfs /", copyApp], []],
    ["an archive", ["FROM scratch", "ADD rootfs.tar.xz /", copyApp], []],
    ["in a stage below", ["FROM scratch AS base", "COPY --from=build /lib /lib", "FROM base", copyApp], []],
    [
      "commands that run there",
      ["FROM scratch", "COPY --from=busybox:musl /bin/busybox /bin/sh", "RUN echo", copyApp],
      [],
    ],
    ["distroless/static", ["FROM gcr.io/distroless/static", "COPY --from=build /lib64 /lib64", copyApp], []],
  ])("may have one: %s", (_, last, runs) => {
    expect(builtImage(last, runs)).toMatchObject({ base: null });
  });

  it("keeps the name of an image that has libraries of its own", () => {
    expect(builtImage(["FROM debian:12", "COPY --from=build /lib /lib", copyApp])).toMatchObject({ base: "debian:12" });
  });
});

const named: ReleaseDockerfile = {
  file: ".goreleaser.yaml",
  line: 9,
  path: "Dockerfile",
  platforms: ["linux/amd64"],
  binary: "app",
  target: null,
  args: new Map(),
};

const basesOf = (lines: readonly string[], more: Partial<ReleaseDockerfile> = {}): readonly (string | null)[] =>
  imagesIn({ path: "Dockerfile", text: `${lines.join("\n")}\n` }, { ...named, ...more }, view).map(({ base }) => base);

describe("a Dockerfile that is given programs", () => {
  it.each<readonly [string, readonly string[], Partial<ReleaseDockerfile>, readonly (string | null)[]]>([
    ["the program", ["FROM scratch", "COPY app /"], {}, ["scratch"]],
    ["another program", ["FROM scratch", "COPY server /"], {}, []],
    ["one of two", ["FROM scratch", "COPY server app /usr/bin/"], {}, ["scratch"]],
    ["a folder of the platform", ["FROM scratch", "ARG TARGETPLATFORM", "COPY $TARGETPLATFORM/app /"], {}, ["scratch"]],
    ["all of the platform", ["FROM scratch", "ARG TARGETPLATFORM", "COPY $TARGETPLATFORM/ /"], {}, ["scratch"]],
    ["the whole context", ["FROM alpine:3.22", "COPY . /opt"], {}, ["alpine:3.22"]],
    ["a pattern", ["FROM scratch", "COPY app* /"], {}, ["scratch"]],
    ["a name that is known in part", ["FROM scratch", "COPY app_amd64 /"], { binary: "app_*" }, ["scratch"]],
    ["a name that is not known", ["FROM scratch", "COPY app /"], { binary: null }, []],
    ["its entrypoint", ["FROM scratch", 'ENTRYPOINT ["/app"]', 'COPY ["app", "/app"]'], {}, ["scratch"]],
    [
      "through a stage",
      ["FROM alpine AS a", "COPY app /app", "RUN chmod +x /app", "FROM scratch", "COPY --from=a /app /app"],
      {},
      ["scratch"],
    ],
    ["a stage that is not used", ["FROM alpine AS a", "COPY app /app", "FROM scratch", "COPY server /"], {}, []],
    [
      "a chosen stage",
      ["FROM scratch AS small", "COPY app /", "FROM debian:12", "COPY app /"],
      { target: "small" },
      ["scratch"],
    ],
    ["an argument with a default", ["ARG BASE=scratch", "FROM $BASE", "COPY app /"], {}, ["scratch"]],
    [
      "an argument that is given",
      ["ARG BASE=scratch", "FROM $BASE", "COPY app /"],
      { args: new Map([["BASE", "alpine:3.22"]]) },
      ["alpine:3.22"],
    ],
    [
      "one that is not known",
      ["ARG BASE=scratch", "FROM $BASE", "COPY app /"],
      { args: new Map([["BASE", null]]) },
      [null],
    ],
    ["with a loader", ["FROM scratch", "COPY --from=alpine /lib/ld-musl-x86_64.so.1 /lib/", "COPY app /"], {}, [null]],
    [
      "several platforms",
      ["FROM scratch", "COPY app /"],
      { platforms: ["linux/amd64", "linux/arm64"] },
      ["scratch", "scratch"],
    ],
    ["a file that is no Dockerfile", ["{{{"], {}, []],
    ["an empty one", [""], {}, []],
  ])("%s", (_, lines, ...[more, bases]) => {
    expect(basesOf(lines, more)).toEqual(bases);
  });
});
