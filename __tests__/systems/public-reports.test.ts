import { describe, expect, it } from "vitest";
import { imageStarts } from "../../src/explain/release-image-starts.ts";
import { brokenSystems } from "../../src/judge/system-demands.ts";
import { notExecutable } from "../../src/model/artifact.ts";
import { noPolicy } from "../../src/model/policy.ts";
import type { BuilderGlibc, ReleaseOrigin } from "../../src/model/release.ts";
import type { NeededVersion, StartNeeds } from "../../src/model/system.ts";
import { readDockerfile } from "../../src/release/dockerfile.ts";
import { type StartingProgram, startsOn } from "../../src/systems/starts-on.ts";
import { resolveSystem, systemOf } from "../../src/systems/system-names.ts";
import { makeCell } from "../support/cells.ts";
import { makeView } from "../support/dockerfile-fixtures.ts";

// Programs that people could not start, by what their reports say of the file and of the system, and the sentence for each.

const glibcLoader = "/lib64/ld-linux-x86-64.so.2";
const muslLoader = "/lib/ld-musl-x86_64.so.1";

type Facts = { readonly needs: readonly string[]; readonly libraries?: readonly string[]; readonly loader?: string };

/** `GLIBC_2.34`, or `libm.so.6 GLIBC_2.29` for another library than libc. */
function version(text: string): NeededVersion {
  const [name = "", library = "libc.so.6"] = text.split(" ").toReversed();
  return { library, name, weak: false, symbols: [] };
}

function programOf({ needs, libraries = [], loader = glibcLoader }: Facts): StartingProgram {
  const isMusl = loader === muslLoader;
  const found: StartNeeds = {
    ...{ versions: needs.map(version), unversioned: [] },
    ...{ bindNow: false, pageSize: null, isaLevel: null },
  };
  const libc = isMusl ? "musl" : "glibc";
  const needed = [isMusl ? "libc.musl-x86_64.so.1" : "libc.so.6", ...libraries];
  return {
    ...{ processor: "amd64", variant: null, processorNeeds: [], kernel: null, broken: null, builder: null },
    linkage: { ...notExecutable, kind: "dynamic", interpreter: loader, needed, libc },
    needs: found,
  };
}

/** What a step with `runs-on: SYSTEM` says of a program. */
function sentence(facts: Facts, name: string): string {
  const ids = resolveSystem(name);
  const program = programOf(facts);
  const runsOn = ids.flatMap((id) => startsOn(program, systemOf(id)) ?? []);
  const asked = { runsOn: [{ name, ids }], maxGlibc: null, policy: noPolicy };
  return brokenSystems(makeCell({ kind: "dynamic", runsOn }), asked) ?? "";
}

const cgo = { needs: ["GLIBC_2.2.5", "GLIBC_2.32", "GLIBC_2.34"] };
const from = (id: string, why: string): string => `runs-on asks for ${id}, where it does not start: it ${why}`;

describe("files that did not start", () => {
  it.each<readonly [string, string, Facts, string]>([
    ["docker-library/golang#466", "rhel8", cgo, from("RHEL 8", "needs GLIBC_2.34, has 2.28")],
    ["newrelic/newrelic-diagnostics-cli#248", "debian-bullseye", cgo, from("Debian 11", "needs GLIBC_2.34, has 2.31")],
    ["ajayd-san/gomanagedocker#8", "ubuntu20.04", cgo, from("Ubuntu 20.04", "needs GLIBC_2.34, has 2.31")],
    ["versity/versitygw#311", "rhel7", cgo, from("RHEL 7", "needs GLIBC_2.34, has 2.17")],
    [
      "e2b-dev/infra#998",
      "ubuntu22.04",
      { needs: ["GLIBC_2.34", "GLIBC_2.38"] },
      from("Ubuntu 22.04", "needs GLIBC_2.38, has 2.35"),
    ],
    [
      "docker-library/golang#522, on the oldest Ubuntu of the table",
      "ubuntu18.04",
      { needs: ["libm.so.6 GLIBC_2.29", "GLIBC_2.25"], libraries: ["libm.so.6"] },
      from("Ubuntu 18.04", "needs GLIBC_2.29 of libm.so.6, has 2.27"),
    ],
    [
      "GoogleContainerTools/distroless#162",
      "distroless-base-debian12",
      { needs: ["GLIBC_2.34"], libraries: ["libstdc++.so.6"] },
      from("distroless base (Debian 12)", "needs libstdc++.so.6, which the image does not have"),
    ],
    [
      "bazel-contrib/rules_oci#552",
      "distroless-cc-debian12",
      { needs: ["libstdc++.so.6 GLIBCXX_3.4.32", "GLIBC_2.34"], libraries: ["libstdc++.so.6"] },
      from("distroless cc (Debian 12)", "needs GLIBCXX_3.4.32 of libstdc++.so.6, has 3.4.30"),
    ],
    [
      "0w0mewo/localsend-cli#2",
      "alpine",
      { needs: ["GLIBC_2.34"], libraries: ["libresolv.so.2"] },
      from("Alpine 3.24", `needs the loader ${glibcLoader}, has musl and ${muslLoader}`),
    ],
    [
      "vmware-archive/dependency-labeler#6",
      "ubuntu22.04",
      { needs: [], loader: muslLoader },
      from("Ubuntu 22.04", `needs the loader ${muslLoader}, has glibc and ${glibcLoader}`),
    ],
  ])("%s", (_, system, ...[facts, says]) => {
    expect(sentence(facts, system)).toBe(says);
  });
});

const view = makeView(["go.mod", "main.go"], ["."], [{ dir: ".", path: "example.com/app" }]);

/** What is said of the image that a Dockerfile puts a program into. */
function imageSentence(lines: readonly string[], facts: Facts, builder: BuilderGlibc | null): string | null {
  const [entry] = readDockerfile({ path: "Dockerfile", text: `${lines.join("\n")}\n` }, view).entries;
  if (entry?.image == null) throw new Error("no image");
  const release: ReleaseOrigin = {
    ...{ source: "dockerfile", id: null, file: "Dockerfile", line: 4, toRoot: "", settings: null, builder },
    images: [{ ...entry.image, builder }],
  };
  const [start] = imageStarts(programOf(facts), release, { linkMode: "external" });
  return start?.starts === false ? `Dockerfile:${start.line}: it ${start.reason}` : null;
}

describe("images that did not start", () => {
  const build = (image: string, last: string, ...more: readonly string[]): readonly string[] => [
    ...[`FROM ${image} AS build`, "WORKDIR /app", "COPY . .", "RUN CGO_ENABLED=1 go build -o /app/app", `FROM ${last}`],
    ...[...more, "COPY --from=build /app/app /app/"],
  ];
  const trixie: BuilderGlibc = {
    ...{ file: "Dockerfile", line: 1, image: "golang:1.24-trixie", system: "debian13", glibc: "2.41", here: "2.41" },
  };

  it.each<readonly [string, readonly string[], Facts, BuilderGlibc | null, string | null]>([
    [
      "GoogleContainerTools/distroless#1340, with Debian 11 named",
      build("golang:1.20-bookworm", "debian:11-slim"),
      cgo,
      null,
      "Dockerfile:5: it needs GLIBC_2.34, has 2.31",
    ],
    [
      "GoogleContainerTools/distroless#1859",
      build("golang:1.24-trixie", "gcr.io/distroless/base-debian12"),
      { needs: ["GLIBC_2.34", "GLIBC_2.38"] },
      trixie,
      "Dockerfile:5: it needs GLIBC_2.38, has 2.36",
    ],
    [
      "bitnami/wait-for-port#9",
      build("golang:1.20", "alpine:3.16"),
      cgo,
      null,
      `Dockerfile:5: it needs the loader ${glibcLoader}, has musl and ${muslLoader}`,
    ],
    ["with the way out that it names", build("golang:1.20", "alpine:3.20", "RUN apk add gcompat"), cgo, null, null],
  ])("%s", (...[, lines, facts, builder, says]) => {
    expect(imageSentence(lines, facts, builder)).toBe(says);
  });
});
