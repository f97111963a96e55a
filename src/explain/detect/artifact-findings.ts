/** What an artifact says of itself, whoever built it. */

import { compareBuildInfo } from "../../inspect/go-buildinfo-compare.ts";
import { splitTags } from "../../go/go-flags.ts";
import { listed } from "../../text/english.ts";
import { type BuildContext, type Detected, type Detector, type Facts, finding } from "../facts.ts";
import { linkageOf } from "../../model/artifact.ts";
import { mixedCxx } from "../../plan/cxx-cells.ts";
import { hasCxx } from "../../model/packages.ts";
import { goarchOf, goosOf } from "../platform-of-file.ts";

export const artifactDetectors: readonly Detector[] = [
  notJudged,
  refused,
  storeLoader,
  runpath,
  androidLibc,
  buildInfoMismatch,
  glibcFloor,
  muslLoader,
  otherLibc,
];

function notJudged({ inspection }: Facts): Detected | undefined {
  const linkage = inspection && linkageOf(inspection);
  if (linkage === null) return undefined;
  const { kind, reason } = linkage;
  if (kind !== "unreadable" && kind !== "packed") return undefined;
  const fix = kind === "packed" ? "check the file before it is packed" : null;
  return finding(kind, [reason ?? "the file could not be judged", fix]);
}

function refused({ proof }: Facts): Detected | undefined {
  if (proof?.result !== "refused") return undefined;
  const fix = "start it by hand in an empty root (chroot, or an image FROM scratch) and look at what is missing";
  return finding("refused", [`started in an empty root it failed: ${proof.detail}`, fix]);
}

/** Nix and Guix builds name a loader and libraries that exist in their own store only. */
function storeLoader({ inspection }: Facts): Detected | undefined {
  const interpreter = inspection?.linkage.interpreter ?? null;
  if (interpreter === null || !/^\/(?:nix|gnu)\/store\//.test(interpreter)) return undefined;
  return finding("store-loader", [
    `its loader is ${interpreter}, which only the machine that built it has`,
    "build it static, or outside Nix or Guix, or change the loader with patchelf --set-interpreter",
  ]);
}

function runpath({ inspection }: Facts): Detected | undefined {
  const foreign = (inspection?.linkage.runpath ?? [])
    .flatMap((text) => text.split(":"))
    .filter(
      (path) =>
        !path.startsWith("$ORIGIN") && !path.startsWith("${ORIGIN}") && !/^\/(?:usr\/)?(?:lib|local\/lib)/.test(path),
    )
    .filter((path) => !path.startsWith("@"));
  if (foreign.length === 0) return undefined;
  return finding("runpath", [
    `it looks for libraries in ${listed(foreign.map((path) => (path === "" ? "the current folder" : path)))}`,
    "drop -Wl,-rpath (for Go's own linker: -r) from the linker flags, or make it relative to $ORIGIN",
  ]);
}

/** Go before go1.22 built "for Android" with whatever C compiler it found (trap measured with go1.19). */
function androidLibc({ inspection, context }: Facts): Detected | undefined {
  const goos = context?.cell.platform.goos ?? inspection?.go?.settings.GOOS;
  const interpreter = inspection?.linkage.interpreter ?? null;
  if (goos !== "android" || interpreter === null || interpreter.startsWith("/system/")) return undefined;
  return finding("android-libc", [
    `it is built for Android, and its loader is ${interpreter}, which no Android has`,
    "set CC to the clang of the Android NDK for this architecture",
  ]);
}

function buildInfoMismatch({ inspection, context }: Facts): Detected | undefined {
  if (inspection?.go == null) return undefined;
  const { settings } = inspection.go;
  const cell = context?.cell;
  const flag = (name: string): string | null => cell?.flags.findLast((each) => each.name === name)?.value ?? null;
  const tags = flag("-tags");
  // A slice of a universal file is for one of its machines.
  const ofSlice = inspection.slices.find((machine) => machine === settings.GOARCH);
  const expected = {
    goos: cell?.platform.goos ?? goosOf(inspection) ?? "",
    goarch: cell?.platform.goarch ?? ofSlice ?? goarchOf(inspection) ?? settings.GOARCH ?? "",
    cgoEnabled: cell?.strategy.env.CGO_ENABLED === "0" ? ("0" as const) : null,
    buildmode: flag("-buildmode"),
    tags: tags === null ? null : splitTags(tags),
  };
  const contradictions = compareBuildInfo(inspection.go, expected);
  if (contradictions.length === 0) return undefined;
  const fix = "look for another build that writes to the same file, and for flags in go env and GOFLAGS";
  return finding("build-info", [contradictions.join("; "), fix]);
}

// The glibc of what people still run: a floor says little without them.
const olderSystems: readonly (readonly [glibc: string, systems: string])[] = [
  ["2.17", "RHEL 7"],
  ["2.26", "Amazon Linux 2"],
  ["2.28", "Debian 10, RHEL 8"],
  ["2.31", "Debian 11, Ubuntu 20.04"],
  ["2.34", "RHEL 9, Amazon Linux 2023"],
  ["2.35", "Ubuntu 22.04"],
  ["2.36", "Debian 12"],
  ["2.39", "Ubuntu 24.04"],
  ["2.41", "Debian 13"],
];

function glibcFloor({ inspection }: Facts): Detected | undefined {
  const floor = inspection?.linkage.minGlibc ?? null;
  if (floor === null) return undefined;
  const tooOld = olderSystems.findLast(([glibc]) => minorOf(glibc) < minorOf(floor));
  const nowhere = tooOld === undefined ? "" : `: it does not start on ${tooOld[1]} or older`;
  return finding("glibc-floor", [
    `it needs glibc ${floor} or newer${nowhere}`,
    "build it static, or on the oldest system that it has to run on",
  ]);
}

function minorOf(version: string): number {
  return Number(version.split(".")[1] ?? 0);
}

function muslLoader({ inspection }: Facts): Detected | undefined {
  const linkage = inspection?.linkage;
  if (linkage?.kind !== "dynamic" || linkage.libc !== "musl") return undefined;
  return finding("musl-loader", [
    `it needs musl's loader ${linkage.interpreter ?? ""}: it starts on Alpine and hardly anywhere else`,
    "add -linkmode=external -extldflags=-static to -ldflags, which musl links without hazards",
  ]);
}

/** The build asked for musl, and the file holds or needs glibc: Go links with CXX as soon as a package has C++, whatever CC is. */
function otherLibc({ inspection, context }: Facts): Detected | undefined {
  if (context === null || !wantsMusl(context.cell)) return undefined;
  const { cell } = context;
  const isCxx = hasCxx(cell.graph, cell.package);
  const cxx = mixedCxx(cell, context.settings.env);
  const isExpected = inspection === null && context.prediction.link.mode === "external" && cxx !== null;
  if (inspection?.linkage.libc !== "glibc" && !isExpected) return undefined;
  const wanted =
    cell.strategy.needs === "musl" ? `the strategy ${cell.strategy.name} asks` : `CC=${cell.cgoEnv.CC} asks`;
  const why = isCxx ? ": it has C++, and Go links C++ with CXX and not with CC" : "";
  return finding("other-libc", [
    isExpected
      ? `${wanted} for musl, and Go links C++ with ${cxx}, which does not look like a compiler for musl`
      : `${wanted} for musl, and the file is linked against glibc${why}`,
    isCxx
      ? "set CXX to a C++ compiler for musl (musl-g++, x86_64-linux-musl-g++, zig c++ -target …-linux-musl), or drop CC"
      : "set CC to a compiler that links against musl, and look for linker flags that name glibc's folders",
  ]);
}

function wantsMusl({ strategy, cgoEnv }: BuildContext["cell"]): boolean {
  return strategy.needs === "musl" || cgoEnv.CC.includes("musl");
}
