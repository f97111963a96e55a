import type { Port } from "../model/prediction.ts";

/** The port is linked externally whatever the program holds. */
export function mustLinkExternally({ goos, goarch }: Port): boolean {
  return (goos === "android" && goarch !== "arm64") || (goos === "ios" && goarch === "arm64");
}

const NEVER = Infinity;

// From which release on the internal linker links cgo code for these; it always did for all others.
const linksCgoSince: Readonly<Record<string, number>> = {
  "aix/ppc64": NEVER,
  "linux/ppc64": 27,
  "windows/arm64": 26,
  loong64: 25,
  mips: NEVER,
  mipsle: NEVER,
  mips64: NEVER,
  mips64le: NEVER,
  ppc64: 22,
  riscv64: 22,
};

/** With cgo code inside, the port is linked externally. */
export function mustLinkCgoExternally(port: Port): boolean {
  if (port.goos === "android" || port.goos === "dragonfly") return true;
  return port.minor < (linksCgoSince[`${port.goos}/${port.goarch}`] ?? linksCgoSince[port.goarch] ?? 0);
}

const linksPieSince: Readonly<Record<string, number>> = {
  "android/arm64": 0,
  "darwin/amd64": 0,
  "darwin/arm64": 0,
  "linux/amd64": 0,
  "linux/arm64": 0,
  "linux/loong64": 25,
  "linux/ppc64": 27,
  "linux/ppc64le": 0,
  "linux/s390x": 27,
  // The go command of go1.19 and go1.20 has their names wrong; cmd/link, which decides, has them right.
  "windows/386": 0,
  "windows/amd64": 0,
  "windows/arm": 0,
  "windows/arm64": 0,
};

/** The internal linker makes position-independent executables for the port. */
export function linksPieInternally(port: Port): boolean {
  return port.minor >= (linksPieSince[`${port.goos}/${port.goarch}`] ?? NEVER);
}

/** `go build` makes a position-independent executable without being asked. */
export function isPieByDefault({ minor, goos, goarch }: Port, race: boolean): boolean {
  if (goos === "windows") return !race;
  if (goos === "darwin") return goarch === "arm64" || minor >= 22;
  return goos === "android" || goos === "ios";
}

/** Where a program can do without any shared library. On the others libc, or its like, is the system's interface. */
export function canBeStatic(goos: string): boolean {
  return goos === "linux" || goos === "freebsd" || goos === "netbsd" || goos === "dragonfly";
}
