import type { System } from "../model/system.ts";
import { findSystem } from "./system-names.ts";

/** Images, by name without the registry of docker itself, and what stands for them and their tag. */
const images: readonly (readonly [RegExp, (tag: string, match: RegExpExecArray) => string | null])[] = [
  [/^scratch$/, () => "scratch"],
  [/^gcr\.io\/distroless\/static(?:-debian\d+)?$/, () => "distroless-static"],
  [
    /^gcr\.io\/distroless\/(base|cc)(-nossl)?(?:-(debian\d+))?$/,
    (_, [, kind, noSsl, debian]) => (noSsl === undefined ? `distroless-${kind ?? ""}-${debian ?? "debian13"}` : null),
  ],
  [/^cgr\.dev\/(?:chainguard|[\w.-]+)\/static$/, () => "chainguard-static"],
  [/^cgr\.dev\/(?:chainguard|[\w.-]+)\/(?:wolfi-base|glibc-dynamic)$/, () => "wolfi"],
  [/^busybox$/, (tag) => `busybox-${/(glibc|musl|uclibc)$/.exec(tag)?.[1] ?? "uclibc"}`],
  [/^alpine$/, (tag) => `alpine${/^\d+\.\d+/.exec(tag)?.[0] ?? (/^(?:latest|3)?$/.test(tag) ? "" : tag)}`],
  [
    /^debian$/,
    (tag) => `debian${/^\d+/.exec(tag)?.[0] ?? dashed(/^[a-z]+/.exec(tag.replace(/^(?:latest|stable)/, ""))?.[0])}`,
  ],
  [
    /^ubuntu$/,
    (tag) =>
      /^\d+\.\d+/.exec(tag)?.[0].replace(/^/, "ubuntu") ?? /^(?!latest|rolling|devel)[a-z]+/.exec(tag)?.[0] ?? null,
  ],
  [
    /^(?:registry\.access\.redhat\.com|registry\.redhat\.io)\/ubi(\d+)(?:\/.*|-.*)?$/,
    (_, [, release]) => `rhel${release ?? ""}`,
  ],
  [
    /^(?:public\.ecr\.aws\/amazonlinux\/)?amazonlinux$/,
    (tag) => `amazonlinux${/^(?:2023|2)(?![\d])/.exec(tag)?.[0] ?? (/^(?:latest)?$/.test(tag) ? "2023" : tag)}`,
  ],
  [/^public\.ecr\.aws\/lambda\/provided$/, (tag) => `lambda-${/^al\d+/.exec(tag)?.[0] ?? "al2023"}`],
  [/^(?:rockylinux\/)?rockylinux$/, (tag) => `rockylinux${/^\d+/.exec(tag)?.[0] ?? ""}`],
  [/^almalinux(?:\/.*)?$/, (tag) => `almalinux${/^\d+/.exec(tag)?.[0] ?? ""}`],
  [/^oraclelinux$/, (tag) => `oraclelinux${/^\d+/.exec(tag)?.[0] ?? ""}`],
  [/^fedora$/, (tag) => (/^\d+/.exec(tag) === null ? null : `fedora${/^\d+/.exec(tag)?.[0] ?? ""}`)],
  [/^quay\.io\/pypa\/(manylinux(?:2014|_2_\d+))_\w+$/, (_, [, policy]) => policy ?? null],
];

function dashed(word: string | undefined): string {
  return word === undefined || word === "" ? "" : `-${word}`;
}

/** The system that an image is, by its name and tag; null for one that the table does not have. */
export function systemOfImage(name: string, tag: string | null): System | null {
  for (const [form, idOf] of images) {
    const match = form.exec(name);
    const id = match === null ? null : idOf(tag ?? "", match);
    // Every release of Alpine has musl's loader at one path, and nothing else decides what starts there.
    if (id !== null) return findSystem(id) ?? (name === "alpine" ? findSystem("alpine") : null);
  }
  return null;
}
