import type { ReleaseBuilder, RepositoryPlace } from "../model/release.ts";
import { splitImage } from "./final-image.ts";
import { hasHole } from "./shell-holes.ts";

type System = Pick<ReleaseBuilder, "libc" | "distribution" | "version">;

const unknown: System = { libc: null, distribution: null, version: null };
const debians: Readonly<Record<string, string>> = {
  jessie: "8",
  stretch: "9",
  buster: "10",
  bullseye: "11",
  bookworm: "12",
  trixie: "13",
  forky: "14",
};
const debianNames = new RegExp(`(?:^|-)(${Object.keys(debians).join("|")})(?:-|$)`);

/**
 * The Debian below the images called `golang:1.N` without a distribution, where it never changed (docker-library): 12 came between
 * 1.20 and 1.21, and 13 while 1.23 and 1.24 were kept.
 */
function debianOfGo(minor: number): string | null {
  if (minor >= 25) return "13";
  return minor === 21 || minor === 22 ? "12" : null;
}

/** What is known of the image in which the program is linked. `value` may have holes; `installs`: packages that are added to it. */
export function builderOf(
  value: string,
  { installs, place }: { readonly installs: readonly string[]; readonly place: RepositoryPlace },
): ReleaseBuilder {
  const { file, line } = place;
  const image = hasHole(value) ? null : value;
  const system = systemOf(value);
  return { file, line, image, ...system, hasCompiler: compilerIn(value, system, installs) };
}

function systemOf(value: string): System {
  const { name, tag } = splitImage(value);
  const last = name.split("/").at(-1) ?? "";
  const version = tag ?? "latest";
  const alpine = /(?:^|-)alpine(\d+\.\d+)?/.exec(version);
  if (isGolang(name) && alpine !== null) return { libc: "musl", distribution: "alpine", version: alpine[1] ?? null };
  if (isGolang(name)) return golangOnDebian(version);
  if (last === "alpine") {
    return { libc: "musl", distribution: "alpine", version: /^\d+\.\d+/.exec(version)?.[0] ?? null };
  }
  if (last === "debian") return { libc: "glibc", distribution: "debian", version: debianVersion(version) };
  if (last === "ubuntu") {
    return { libc: "glibc", distribution: "ubuntu", version: /^\d+\.\d+/.exec(version)?.[0] ?? null };
  }
  if (/^(?:ubi\d*|fedora|centos|rockylinux|almalinux|amazonlinux)/.test(last)) return { ...unknown, libc: "glibc" };
  return unknown;
}

/** The official image, or a mirror's copy of it. */
function isGolang(name: string): boolean {
  return /^(?:[\w.-]+\/)*golang$/.test(name);
}

function golangOnDebian(tag: string): System {
  const [, name = ""] = debianNames.exec(tag) ?? [];
  const glibc = { libc: "glibc", distribution: "debian" } as const;
  if (name !== "") return { ...glibc, version: debians[name] ?? null };
  if (/windowsservercore|nanoserver/.test(tag) || hasHole(tag)) return unknown;
  const minor = /^1\.(\d+)(?:\.\d+)?$/.exec(tag)?.[1];
  return { ...glibc, version: minor === undefined ? null : debianOfGo(Number(minor)) };
}

function debianVersion(tag: string): string | null {
  const [, name = ""] = debianNames.exec(tag) ?? [];
  return debians[name] ?? /^(\d+)(?:\.\d+)?(?:-slim)?$/.exec(tag)?.[1] ?? null;
}

/** Packages that are a C compiler or bring one with them. */
const compilers =
  /^(?:gcc|g\+\+|cc|clang|build-base|alpine-sdk|build-essential|rust|cargo|go|golang|gfortran|tcc|zig)(?:[-=<>~@\d.].*)?$/;

/** Packages that bring none: only with these alone is there none for certain. */
const harmless =
  /^(?:git|make|bash|curl|wget|ca-certificates\S*|tzdata|upx|openssl|openssh\S*|file|tar|xz|zip|unzip|gzip|bzip2|jq|yq|coreutils|findutils|grep|sed|gawk|mailcap|libcap\S*|musl-dev|libc-dev|linux-headers|binutils\S*|nodejs\S*|npm|yarn|protoc|protobuf\S*|patch|diffutils|mercurial|subversion|gnupg|tini|su-exec|shadow|zstd|rsync|sqlite\S*|pkgconf\S*|pkgconfig|just|go-task|task|busybox\S*|alpine-conf|perl|python3|py3-pip|less|vim|nano)(?:[=<>~@].*)?$/;

function compilerIn(value: string, { distribution }: System, installs: readonly string[]): boolean | null {
  if (installs.some((each) => compilers.test(each))) return true;
  const { name, tag } = splitImage(value);
  if (isGolang(name) && distribution === "debian") return true;
  if (!isGolang(name) || distribution !== "alpine" || !turnsCgoOff(tag ?? "latest")) return null;
  return installs.every((each) => harmless.test(each)) ? false : null;
}

/** Since Go 1.20 cgo is off where there is no C compiler; before, programs used what the distribution had compiled. */
function turnsCgoOff(tag: string): boolean {
  const [, minor] = /^1\.(\d+)/.exec(tag) ?? [];
  return minor === undefined ? /^(?:1-)?alpine/.test(tag) : Number(minor) >= 20;
}

/** The packages of `apk add`, `apt-get install` and the like; null: this is another command. */
export function installedPackages(argv: readonly string[]): readonly string[] | null {
  const [name = "", ...args] = argv;
  const verb = { apk: "add", "apt-get": "install", apt: "install", "xx-apk": "add", "xx-apt": "install" }[
    name.split("/").at(-1) ?? ""
  ];
  if (verb === undefined || !args.includes(verb)) return null;
  const words = args.slice(args.indexOf(verb) + 1);
  return words.filter((each, at) => !each.startsWith("-") && !takesValue(words[at - 1]));
}

function takesValue(flag = ""): boolean {
  return ["-t", "--virtual", "-X", "--repository", "-o"].includes(flag);
}
