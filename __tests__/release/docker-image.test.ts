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
    ["a file of the repository", ["FROM scratch", "COPY etc/app.conf /", copyApp], []],
  ])("has no loader: %s", (_, last, runs) => {
    expect(builtImage(last, runs)).toEqual({
      file: "Dockerfile",
      line: 5 + runs.length,
      text: "scratch",
      base: "scratch",
      additions: "nothing",
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
    expect(builtImage(last, runs)?.additions).toBe("unknown");
  });

  it.each<readonly [string, "nothing" | "packages" | "unknown", string, readonly string[]]>([
    ["the program alone", "nothing", "alpine:3.20", []],
    ["a user", "nothing", "alpine:3.20", ["RUN addgroup -S app && adduser -S -G app app"]],
    ["folders", "nothing", "debian:12-slim", ["RUN set -eux; mkdir -p /data; \\", "    chown 1000 /data"]],
    ["a package", "packages", "alpine:3.20", ["RUN apk add --no-cache ca-certificates tzdata"]],
    ["packages of Debian", "packages", "debian:12", ["RUN apt-get update && apt-get install -y libsqlite3-0"]],
    ["packages of Red Hat", "packages", "registry.access.redhat.com/ubi9-minimal", ["RUN microdnf install -y tzdata"]],
    [
      "a script of packages",
      "packages",
      "debian:12",
      ["RUN <<EOF", "apt-get update", "apt-get install -y curl", "EOF"],
    ],
    ["a folder of programs as the root", "packages", "scratch", ["COPY --from=build /out/ /"]],
    ["a library of its own", "packages", "debian:12", ["COPY --from=build /src/libx.so.1 /opt/app/"]],
    ["a folder of libraries of its own", "packages", "debian:12", ["COPY --from=build /src/lib/app /usr/lib/app"]],
    ["a loader for glibc", "unknown", "alpine:3.20", ["RUN apk add --no-cache gcompat"]],
    ["another one", "unknown", "alpine:3.20", ["RUN apk --no-cache add ca-certificates libc6-compat"]],
    ["a link to musl's", "unknown", "alpine:3.20", ["RUN ln -s /lib/libc.musl-x86_64.so.1 /lib/ld-linux-x86-64.so.2"]],
    ["a newer C library", "unknown", "debian:11", ["RUN apt-get install -y -t bookworm libc6"]],
    ["packages of another release", "unknown", "debian:11", ["RUN apt-get install -y -t bookworm-backports curl"]],
    [
      "other sources",
      "unknown",
      "debian:11",
      ["RUN echo deb http://packages.example.com/debian sid main > /etc/apt/sources.list"],
    ],
    ["a newer release", "unknown", "debian:11", ["RUN apt-get update && apt-get dist-upgrade -y"]],
    ["an installer", "unknown", "debian:11", ["RUN curl -fsSL https://example.com/install.sh | sh"]],
    ["a program that nobody knows", "unknown", "debian:11", ["COPY etc/app.conf /setup", "RUN /setup"]],
    ["a command in another", "unknown", "debian:11", ["RUN echo $(/setup)"]],
    ["all of a stage", "unknown", "debian:12", ["COPY --from=build / /"]],
    ["libraries of a stage", "unknown", "debian:12", ["COPY --from=build /lib /lib"]],
    ["commands where there is no shell", "unknown", "gcr.io/distroless/static:debug", ["RUN mkdir /data"]],
    ["an image that nobody knows", "unknown", "example.com/base", []],
  ])("%s is %s", (_, additions, ...[image, lines]) => {
    expect(builtImage([`FROM ${image}`, ...lines, copyApp])).toMatchObject({ base: image, additions });
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
  imagesIn({ path: "Dockerfile", text: `${lines.join("\n")}\n` }, { ...named, ...more }, view).map(
    ({ base, additions }) => (additions === "unknown" ? null : base),
  );

describe("a Dockerfile that is given programs", () => {
  it.each<readonly [string, readonly string[], Partial<ReleaseDockerfile>, readonly (string | null)[]]>([
    ["the program", ["FROM scratch", "COPY app /"], {}, ["scratch"]],
    ["another program", ["FROM scratch", "COPY server /"], {}, []],
    ["one of two", ["FROM scratch", "COPY server app /usr/bin/"], {}, ["scratch"]],
    ["a folder of the platform", ["FROM scratch", "ARG TARGETPLATFORM", "COPY $TARGETPLATFORM/app /"], {}, ["scratch"]],
    ["all of the platform", ["FROM scratch", "ARG TARGETPLATFORM", "COPY $TARGETPLATFORM/ /"], {}, ["scratch"]],
    ["the whole context", ["FROM alpine:3.22", "COPY . /opt"], {}, ["alpine:3.22"]],
    ["an image that is added to", ["FROM alpine:3.22", "RUN apk add gcompat", "COPY app /"], {}, [null]],
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
