import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longestDockerfile, readDockerfile } from "../../src/release/dockerfile.ts";
import {
  fixtureNames,
  fixtureText,
  makeView,
  platform,
  readFixture,
  readingLines,
  settingsText,
  view,
} from "../support/dockerfile-fixtures.ts";

/**
 * What each fixture comes to. `LINE in FOLDER: PACKAGES for PLATFORMS into IMAGE by LIBC DISTRIBUTION VERSION COMPILER`, then the
 * settings with their lines, then those of arm64 where they differ; `?LINE TEXT: WHY` is not understood.
 */
const readings: Readonly<Record<string, readonly string[]>> = {
  "alpine-gcc": ["10 in .: ./cmd/app/main.go for any into alpine:3.18 by musl alpine 3.18 true", "  5:CGO_ENABLED=1"],
  "alpine-old": ["?1 golang:1.16-alpine: may have a C compiler or none, which decides whether cgo is on"],
  "alpine-plain": ["5 in .: . for any into golang:1.23-alpine3.20 by musl alpine 3.20 false", "  1:CGO_ENABLED=0"],
  "bash-c": [
    "5 in .: ./cmd/app for any into busybox:1.36-musl by glibc ubuntu 22.04 ",
    '  5:CGO_ENABLED=1 | 5:CC=musl-gcc | 5:-ldflags=-linkmode external -extldflags "-static"',
  ],
  "build-args": ["?8 ARG ldflags: is a build argument without a default"],
  "case-platform": [
    "12 in .: . for any into gcr.io/distroless/static:nonroot by glibc debian 12 true",
    "  12:CGO_ENABLED=0",
  ],
  "cgo-static": [
    "9 in cmd/app: . for linux/amd64 into alpine:3.11.6 by musl alpine  true",
    "  9:CGO_ENABLED=1 | 9:-tags=netgo | 9:-ldflags=-w -linkmode external -extldflags -static | 9:-trimpath",
    "  arm64: not built",
  ],
  "clones-itself": [
    "?8 GO111MODULE=on CGO_ENABLED=0 GOOS=linux go build -a -ldflags \"-extldflags '-static' -X example.com/app/cmd.version=$(gi…: builds files that are not copied from this repository",
  ],
  "collected-root": ["8 in .: ./cmd/app for any into scratch+unknown by glibc debian 12 true", "  3:CGO_ENABLED=1"],
  "condition-known": [
    "8 in .: ./cmd/app for any into scratch by glibc debian 12 true",
    "  7:CGO_ENABLED=0",
    "  arm64: 7:CGO_ENABLED=0 | 8:-tags=arm",
  ],
  "condition-unknown": ['?6 [ "$(xx-info os)" != "darwin" ]: is a condition that is not evaluated'],
  "data-beside": ["4 in .: ./cmd/app for any into busybox by glibc debian 12 true", "  4:CGO_ENABLED=0"],
  "env-cross": [
    "10 in .: . for any into alpine:3.19 by musl alpine 3.19 false",
    "  4:CGO_ENABLED=0 | 10:-trimpath | 10:-ldflags=-s -w -X example.com/app/version.Details=unknown/unknown",
  ],
  "exec-form": [
    "5 in .: ./cmd/app for any into golang:1.22 by glibc debian 12 true",
    "  4:CGO_ENABLED=0 | 5:-ldflags=-s -w",
  ],
  "folder-output": ["4 in .: ./cmd/tool for any into scratch by glibc debian 12 true", "  4:CGO_ENABLED=0"],
  function: ['?4 build() { go build -tags "$1" -o /app ./cmd/app; }: is not evaluated'],
  garble: ["?4 CGO_ENABLED=0 garble -literals build -o /app ./cmd/app: runs garble, which is not read"],
  "glob-packages": ["4 in .: ./cmd/app ./cmd/tool for any into alpine by glibc debian 12 true", "  4:CGO_ENABLED=0"],
  "go-env-w": ["5 in .: ./cmd/app for any into scratch by glibc debian 12 true", "  2:CGO_ENABLED=0"],
  "go-install-strip": [
    "6 in .: ./cmd/app for any into gcr.io/distroless/base-debian11 by glibc debian 11 true",
    "  6:CGO_ENABLED=0 | 6:-tags=ts | 6:-ldflags=-s -w -X example.com/app/cli.Version=dev",
  ],
  "go-run-build": ["?6 go run build.go -no-upgrade build app: runs a Go program, which is not read"],
  "gopath-apk-go": ["6 in .: . for any into alpine by musl alpine  true", "  1:CGO_ENABLED=1"],
  "install-many": [
    "10 in .: ./cmd/app ./cmd/tool for any into alpine:3.22 by musl alpine  false",
    "  1:CGO_ENABLED=0 | 10:-ldflags=      -X example.com/app/v.long=       -X example.com/app/v.short=",
  ],
  kubebuilder: [
    "13 in .: main.go for any into gcr.io/distroless/static:nonroot by glibc debian  true",
    "  13:CGO_ENABLED=0",
  ],
  "ldflags-file": ["?14 $(cat /tmp/.ldflags): is the output of cat"],
  loop: ["5 in .: ./cmd/app for any into scratch by glibc debian 12 true", "  4:CGO_ENABLED=0"],
  make: ["?5 CGO_ENABLED=0 make: runs make, which is not read"],
  moved: ["4 in .: ./cmd/app for any into scratch by glibc debian 12 true", "  4:CGO_ENABLED=0"],
  "multi-module": [
    "6 in .: . for any into cgr.dev/chainguard/static:latest by glibc debian 12 true",
    "  6:CGO_ENABLED=0",
  ],
  "musl-beside": [
    "6 in .: ./cmd/app for any into gcr.io/distroless/static-debian12+unknown by musl alpine  true",
    "  2:CGO_ENABLED=1 | 6:-trimpath",
  ],
  "nothing-matches": ["?6 /src/bin/app: is copied, and no build is found that makes it"],
  "other-module": [],
  prebuilt: [],
  "python-script": ['?4 import subprocess subprocess.run(["go", "build"]): is a script for python3, which is not read'],
  script: ["?4 ./build.sh --release: runs build.sh, which is not read"],
  "secrets-file": ["?4 . ./env.sh: may set variables and is not evaluated"],
  "set-and-exports": [
    "14 in .: ./cmd/app for any into alpine by musl alpine  true",
    '  7:CGO_ENABLED=0 | 14:-trimpath | 14:-tags=with_a,with_b | 17:-ldflags=-X "example.com/app/constant.Version=unknown" -s -w -buildid=',
  ],
  "shell-heredoc": ["?4 bash <<EOF: hands a script to bash, which is not read"],
  "single-arch": [
    "4 in .: ./cmd/app for linux/amd64/v3 into debian:12-slim by glibc debian 12 true",
    "  1:CGO_ENABLED=1 | 4:GOAMD64=v3 | 4:-race",
    "  arm64: not built",
  ],
  "static-extldflags": [
    "6 in .: ./cmd/app for any into alpine by glibc debian 12 true",
    '  1:CGO_ENABLED=1 | 6:-ldflags=-w -extldflags "-static"',
  ],
  "test-stage": ["7 in .: ./cmd/app for any into scratch by glibc debian 12 true", "  7:CGO_ENABLED=0"],
  "tool-stage": [
    "7 in .: ./cmd/app for any into gcr.io/distroless/static-debian12:debug-nonroot by glibc debian 12 true",
    "  7:CGO_ENABLED=0 | 7:-buildvcs=false | 7:-mod=readonly",
  ],
  variants: ["6 in .: ./cmd/app for any into ? by glibc debian 12 true", "  6:CGO_ENABLED=0"],
  wrapped: [
    "10 in .: ./cmd/app for any into scratch by musl alpine  true",
    "  9:CGO_ENABLED=1 | 10:-ldflags=-linkmode=external -extldflags=-static",
  ],
  xargs: ["?4 xargs -I{} go build -o /out/{} ./cmd/{}: starts go by xargs, which is not read"],
  "xx-heredoc": [
    "12 in .: ./cmd/app for any into scratch by musl alpine 3.19 true",
    "  9:CGO_ENABLED=1 | 7:GOFLAGS=-mod=vendor | 12:-ldflags=-extldflags -static | 12:-tags=netgo osusergo",
  ],
};

function read(text: string, path = "Dockerfile"): string[] {
  return readingLines(readDockerfile({ path, text }, view));
}

describe("the shapes of real Dockerfiles", () => {
  it.each(fixtureNames)("%s", (name) => {
    expect(readingLines(readFixture(name))).toEqual(readings[name]);
  });

  it("has an expectation for each fixture, and no other", () => {
    expect(Object.keys(readings).toSorted()).toEqual(fixtureNames.toSorted());
  });
});

/** The settings of `RUN …` on amd64, or why it is not understood. */
function settings(run: string, before = ""): string {
  const text = `FROM golang:1.22 AS b\nENV CGO_ENABLED=0\nWORKDIR /src\nCOPY . .\n${before}RUN ${run}\nFROM scratch\nCOPY --from=b /app /\n`;
  const { entries, notUnderstood } = readDockerfile({ path: "Dockerfile", text }, view);
  const [entry] = entries;
  const [problem] = notUnderstood;
  if (entry !== undefined)
    return settingsText(entry.settingsFor(platform("linux/amd64")))
      .replace(/\d+:CGO_ENABLED=0 ?\|? ?/, "")
      .replaceAll(/\d+:/g, "");
  return problem === undefined ? "nothing" : `? ${problem.why}`;
}

describe("the words of a command", () => {
  it.each([
    ["go build -tags=a -tags b -o /app ./cmd/app", "-tags=a | -tags=b"],
    ["go build --tags a -o /app ./cmd/app", "-tags=a"],
    ["go build -p 4 -v -x -a -o /app ./cmd/app", ""],
    ["T=a,b; go build -tags $T -o /app ./cmd/app", "-tags=a,b"],
    ["T='a b'; go build -o /app -tags $T -race ./cmd/app", "? comes after a package, where go does not read flags"],
    ["T='a b'; go build -tags \"$T\" -o /app ./cmd/app", "-tags=a b"],
    ["F='-tags a -race'; go build $F -o /app ./cmd/app", "-tags=a | -race"],
    ["go build ${NONE:+-race} -o /app ./cmd/app", ""],
    ["go build -tags=${NONE:-x}${NONE-y}${NONE:=z}$NONE -o /app ./cmd/app", "-tags=xyzz"],
    ["V=v1.2; go build -tags=${V#v}_${V%.*}_${V##*.} -o /app ./cmd/app", "-tags=1.2_v1_2"],
    ["env -u CGO_ENABLED CC=clang CGO_ENABLED=1 go build -o /app ./cmd/app", "CGO_ENABLED=1 | CC=clang"],
    ["export CC=clang && (export CC=gcc) && go build -o /app ./cmd/app", "CC=clang"],
    ["CC=clang && go build -o /app ./cmd/app", ""],
    ["(cd cmd && go build -tags=$(basename x) -o /app ./app)", "? is the output of basename"],
    ["go build -tags=$(go env GOARCH) -o /app ./cmd/app", "-tags=amd64"],
    ["go build -tags=$(echo a,b) -o /app ./cmd/app", "-tags=a,b"],
    ["go build -gcflags=-trimpath=$(pwd) -o /app ./cmd/app", "-gcflags=-trimpath=/src"],
    [
      "go build -ldflags \"-X main.d=$(date) -X 'main.v=$V' -s\" -o /app ./cmd/app",
      "-ldflags=-X main.d=unknown -X 'main.v=' -s",
    ],
    ['go build -ldflags "-X=main.d=$(date)" -o /app ./cmd/app', "-ldflags=-X=main.d=unknown"],
    ['go build -ldflags "-X main.d=1 $(date)" -o /app ./cmd/app', "? is the output of date"],
    ['go build -ldflags "-X $(cat f)" -o /app ./cmd/app', "? is the output of cat"],
    ['go build -ldflags "-extldflags=$(cat f)" -o /app ./cmd/app', "? is the output of cat"],
    ["go build $(cat flags) -o /app ./cmd/app", "? is the output of cat"],
    ["go build -tags $(cat flags) -o /app ./cmd/app", "? is the output of cat"],
    ["go build -tags a{b,c} -o /app ./cmd/app", "? is not evaluated"],
    ["go build -unheard -o /app ./cmd/app", "? is not a known flag of go build"],
    ["GO111MODULE=off go build -o /app ./cmd/app", "? builds without modules"],
    ["CGO_LDFLAGS=$(pkg-config x) go build -o /app ./cmd/app", "? is the output of pkg-config"],
    ["eval 'export CC=clang' && go build -o /app ./cmd/app", "CC=clang"],
    ['eval "$(cat env)" && go build -o /app ./cmd/app', "? is an unknown script"],
    ["sh -ec 'export CC=clang; go build -o /app ./cmd/app'", "CC=clang"],
    ["exec go build -o /app ./cmd/app", ""],
    ["go -C cmd build -o /app ./app", "nothing"],
    ["go build -C cmd -o /app ./app", ""],
    [
      "if [ -f go.work ]; then export GOFLAGS=-mod=mod; fi; go build -o /app ./cmd/app",
      "? is a condition that is not evaluated",
    ],
    ['if [ -z "$X" ]; then export CC=clang; else export CC=gcc; fi; go build -o /app ./cmd/app', "CC=clang"],
    ['[ "$X" = y ] && export CC=clang; go build -o /app ./cmd/app', ""],
    ["[[ abc == a* ]] && export CC=clang; go build -o /app ./cmd/app", "CC=clang"],
    ["test -d vendor || go build -o /app ./cmd/app", "? runs only under a condition that is not evaluated"],
    ["mkdir x || exit 1; go build -o /app ./cmd/app", ""],
    ["false || go build -race -o /app ./cmd/app", "-race"],
    ["while read l; do export CC=$l; done < f; go build -o /app ./cmd/app", "? is not evaluated"],
    ["for t in a b; do T=$T,$t; done; go build -tags=$T -o /app ./cmd/app", "-tags=,a,b"],
    ["case linux-x in l*) export CC=clang;; *) export CC=gcc;; esac; go build -o /app ./cmd/app", "CC=clang"],
    ["go build -o /app ./cmd/app | tee log", ""],
    ["exit 0; go build -o /app ./cmd/app", "nothing"],
    ["go build -o /app ./cmd/app (", "? is a script that cannot be parsed"],
  ])("%s", (run, expected) => {
    expect(settings(run)).toBe(expected);
  });

  it.each([
    ["ARG T=x\nENV U=$T-1\n", "go build -tags=$U -o /app ./cmd/app", "-tags=x-1"],
    ["ENV A=1\nENV A=2 B=$A\n", "go build -tags=$A$B -o /app ./cmd/app", "-tags=21"],
    ["ENV A=env\nARG A=arg\n", "go build -tags=$A -o /app ./cmd/app", "-tags=env"],
    ["ARG T\n", "go build -tags=$T -o /app ./cmd/app", "? is a build argument without a default"],
    ["ARG T\n", "go build -tags=${T:-x} -o /app ./cmd/app", "-tags=x"],
    ["ARG V\n", 'go build -ldflags="-X main.v=$V" -o /app ./cmd/app', "-ldflags=-X main.v=unknown"],
    ["ARG GOFLAGS\n", "go build -o /app ./cmd/app", "? is a build argument without a default"],
    [
      "ARG TARGETARCH=arm64\n",
      "GOARCH=$TARGETARCH go build -o /app ./cmd/app",
      "?5 ARG TARGETARCH: is given by docker and has another default here",
    ],
    ["ARG BUILDARCH\n", "GOARCH=$BUILDARCH go build -o /app ./cmd/app", "? depends on the machine that builds"],
    ['ENV L="-s -w" X=a\\ b\n', 'go build -ldflags "$L" -tags "$X" -o /app ./cmd/app', "-ldflags=-s -w | -tags=a b"],
    ["ENV L -s -w\n", 'go build -ldflags "$L" -o /app ./cmd/app', "-ldflags=-s -w"],
    ['SHELL ["pwsh", "-Command"]\n', "go build -o /app ./cmd/app", "? is for a shell that is not read"],
  ])("%j %s", (before, run, expected) => {
    expect(settings(run, before)).toBe(expected);
  });
});

describe("the folder of the build context", () => {
  const nested = makeView(
    ["go.mod", "services/a/go.mod", "services/a/Dockerfile", "deploy/Dockerfile", "services/a/cmd/a/main.go"],
    [".", "cmd/root", "services/a/cmd/a", "services/a"],
    [
      { dir: ".", path: "example.com/root" },
      { dir: "services/a", path: "example.com/a" },
    ],
  );
  const build = (pkg: string): string =>
    `FROM golang:1.22 AS b\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /app ${pkg}\nFROM scratch\nCOPY --from=b /app /\n`;

  it.each([
    ["services/a/Dockerfile", "./cmd/a", "services/a"],
    ["services/a/Dockerfile", ".", "services/a"],
    ["services/a/Dockerfile", "./cmd/root", "."],
    ["services/a/Dockerfile", "./services/a/cmd/a", "."],
    ["deploy/Dockerfile", "./cmd/root", "."],
    ["deploy/Dockerfile", ".", "."],
  ])("%s builds %s in %s", (path, pkg, dir) => {
    const { entries, notUnderstood } = readDockerfile({ path, text: build(pkg) }, nested);
    expect(notUnderstood).toEqual([]);
    expect(entries.map((each) => [each.dir, each.packages])).toEqual([[dir, [pkg]]]);
  });

  it("says that a package is nowhere", () => {
    const { entries, notUnderstood } = readDockerfile({ path: "deploy/Dockerfile", text: build("./nowhere") }, nested);
    expect(entries).toEqual([]);
    expect(notUnderstood.map(({ why }) => why)).toEqual(["does not name a folder of this repository with Go files"]);
  });

  it("follows WORKDIR and COPY to a folder below", () => {
    const text =
      "FROM golang:1.22\nENV CGO_ENABLED=0\nCOPY . /src\nWORKDIR /src/services\nWORKDIR a\nRUN go build -o /a ./cmd/a\n";
    const { entries } = readDockerfile({ path: "Dockerfile", text }, nested);
    expect(entries.map((each) => [each.dir, each.packages])).toEqual([["services/a", ["./cmd/a"]]]);
  });
});

describe("hostile text", () => {
  it("is too long", () => {
    expect(read(`FROM golang\n${"#".repeat(longestDockerfile)}`)).toEqual(["?1 Dockerfile: is too long to be read"]);
  });

  it("has variables that double each other", () => {
    const doubled = "ENV A=$A$A\n".repeat(60);
    expect(
      read(`FROM golang\nENV CGO_ENABLED=0\nCOPY . /go\nENV A=x\n${doubled}RUN go build -tags=$A .\n`),
    ).toHaveLength(1);
    const loop =
      "A=x; for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do A=$A$A; done";
    expect(read(`FROM golang\nENV CGO_ENABLED=0\nCOPY . /go\nRUN ${loop}; go build -tags=$A .\n`)).toHaveLength(1);
  });

  it("is an argument that lost its name", () => {
    const doubled = "ARG A=$A$A\n".repeat(40);
    const text = `FROM golang\nENV CGO_ENABLED=0\nCOPY . /go\nARG A=x\n${doubled}RUN go build -tags=$A .\n`;
    expect(read(text)).toEqual([expect.stringMatching(/^\?/)]);
  });

  it("has characters that stand for holes", () => {
    expect(read("FROM golang\nRUN go build -tags=\u{F0001} .")).toHaveLength(1);
  });

  it("ends, however deep its loops are", () => {
    const loops = "for a in 1 2 3 4 5 6 7 8 9; do ".repeat(12);
    const ends = "; done".repeat(12);
    expect(read(`FROM golang\nCOPY . /go\nRUN ${loops} echo ${ends}; CGO_ENABLED=0 go build .`)).toHaveLength(1);
    const whiles = "while x; do ".repeat(25);
    expect(read(`FROM golang\nCOPY . /go\nRUN ${whiles} go build . ${"; done".repeat(25)}`)).toHaveLength(1);
  });

  it.each(fixtureNames)("%s cut off anywhere throws nothing", (name) => {
    const text = fixtureText(name);
    for (let length = 0; length < text.length; length += 7) read(text.slice(0, length));
  });

  it("throws nothing for any mixture of what Dockerfiles are made of", () => {
    const words = [
      "FROM golang:1.22 AS b\n",
      "FROM b\n",
      "RUN ",
      "COPY ",
      "--from=b ",
      "--mount=target=. ",
      "ENV A=",
      "ARG A",
      "WORKDIR ",
      "go build ",
      "-o ",
      "-ldflags ",
      '"',
      "'",
      "`",
      "$(",
      ")",
      "${A",
      "}",
      ":-",
      "#",
      "<<E\n",
      "E\n",
      "\n",
      "\\\n",
      " && ",
      " || ",
      ";",
      "if ",
      "then ",
      "fi ",
      "for i in ",
      "do ",
      "done ",
      "case x in ",
      "esac",
      "[",
      "]",
      "/",
      ".",
      "*",
      "export A=",
      "cd ",
      "{",
      "\0",
      "\u{1F600}",
      "\uD800",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), (parts) => {
        const { entries } = readDockerfile({ path: "a/b/Dockerfile", text: parts.join("") }, view);
        for (const entry of entries) entry.settingsFor(platform("linux/arm64"));
      }),
      { numRuns: 400 },
    );
  });

  it("throws nothing for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        read(`FROM golang\nRUN ${text}`);
        read(text);
      }),
    );
  });
});
