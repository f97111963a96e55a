import { posix } from "node:path";
import type { Inspection } from "../model/artifact.ts";
import type { Finding } from "../model/finding.ts";
import type { ReleaseImageStart } from "../model/release-image-start.ts";
import type { ExpectedImage, ReleaseOrigin } from "../model/release.ts";
import type { RunsOn, System } from "../model/system.ts";
import { systemIn } from "../release/final-image.ts";
import { builderFor } from "./runs-on.ts";
import { lowerGlibc, usesCxx } from "../systems/lower-glibc.ts";
import { type StartingProgram, startsOn } from "../systems/starts-on.ts";

/**
 * Whether a program starts in the images that its release is put into. An image that the table does not have, and one to which
 * something unknown is added, is no expectation.
 */
export function imageStarts(
  program: StartingProgram | null,
  release: ReleaseOrigin | null,
  inspection: Pick<Inspection, "linkMode"> | null,
): ReleaseImageStart[] {
  // What dies everywhere is told by its own finding.
  if (program?.broken !== null) return [];
  return (release?.images ?? []).flatMap((image) => {
    const { base, additions, builder } = image;
    const system = base === null || additions === "unknown" ? null : systemIn(base);
    if (base === null || system === null) return [];
    const found = startsOn({ ...program, builder: builderFor(builder, inspection) }, withAdditions(system, image));
    if (found === undefined) return [];
    const { file, line } = image;
    const reason = found.outcome === "needs-package" ? found.reason.replace("a default install", "it") : found.reason;
    const starts = doesStart(found, system, image);
    // What Go links itself uses cgo in the standard library alone.
    const needsCgo = inspection?.linkMode !== "internal";
    return [
      {
        file,
        line,
        image: base,
        system: system.id,
        starts,
        reason,
        fix: starts === false ? fixOf(program, found, { system, needsCgo }) : null,
      },
    ];
  });
}

function fixOf(
  { processor: name, linkage, needs }: StartingProgram,
  { fix }: RunsOn,
  { system, needsCgo }: { readonly system: System; readonly needsCgo: boolean },
): string | null {
  if (fix !== null) return fix;
  const glibc = system.processors.find(({ processor }) => processor === name)?.versions.GLIBC ?? null;
  if (glibc !== null && linkage.libc === "glibc")
    return lowerGlibc(glibc, { processor: name, usesCxx: usesCxx(needs), needsCgo });
  return "build it with CGO_ENABLED=0 or another strategy that is static, or use an image with its C library";
}

/** The findings with one more for each image in which the program does not start, on the line of the image. */
export function withImages(
  findings: readonly Finding[],
  images: readonly ReleaseImageStart[],
  release: ReleaseOrigin | null,
): Finding[] {
  const found = images
    .filter(({ starts }) => starts === false)
    .map(({ file, line, image, reason, fix }): Finding => ({
      kind: "wrong-image",
      level: "warning",
      message: `${file}:${line} puts it into ${image}, where it does not start: it ${reason}`,
      cause: null,
      fix,
      file: posix.join(release?.toRoot ?? "", file),
      line,
      column: null,
    }));
  const isError = ({ level }: Finding): boolean => level === "error";
  return [...findings.filter(isError), ...found, ...findings.filter((each) => !isError(each))];
}

/** What is installed in an image is no longer what the table says of its libraries. */
function withAdditions(system: System, { additions }: ExpectedImage): System {
  return additions === "packages" && system.kind === "image" ? { ...system, kind: "general" } : system;
}

/** The table has a default install of Debian and others, and their images have a few libraries more; Alpine's are the same. */
function doesStart({ outcome }: RunsOn, { libc }: System, { additions }: ExpectedImage): boolean | null {
  if (outcome === "unknown") return null;
  if (outcome !== "needs-package") return outcome === "runs";
  return libc === "musl" && additions === "nothing" ? false : null;
}
