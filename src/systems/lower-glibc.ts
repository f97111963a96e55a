import type { StartNeeds, System } from "../model/system.ts";
import { isHigher } from "../text/versions.ts";
import { isSupported, systemName } from "./system-names.ts";
import { systemTable } from "./table.ts";

/** GOARCH → the target of Zig's C compiler, to which the release of glibc is added. */
const targets: Readonly<Record<string, string>> = {
  "386": "x86-linux-gnu",
  amd64: "x86_64-linux-gnu",
  arm: "arm-linux-gnueabihf",
  arm64: "aarch64-linux-gnu",
  ppc64le: "powerpc64le-linux-gnu",
  riscv64: "riscv64-linux-gnu",
  s390x: "s390x-linux-gnu",
};

type Program = {
  readonly processor: string;
  readonly usesCxx: boolean;
  /** It has C code that nothing takes the place of. */
  readonly needsCgo: boolean;
};

/** Whether a program has C++ code: it asks for versions of its library. */
export function usesCxx(needs: Pick<StartNeeds, "versions"> | null): boolean {
  return needs?.versions.some(({ library }) => library.startsWith("libstdc++")) ?? false;
}

/**
 * How to build a program so that it starts with a release of glibc (`2.31`), in the order of effort (docs/systems.md has the same,
 * tried); with "; or" between the ways. `isStatic`: advice for a static program is given already.
 */
export function lowerGlibc(glibc: string, program: Program, isStatic = false): string {
  const image = imageWith(glibc);
  const ofStatic = [
    ...(program.needsCgo ? [] : ["build without cgo: CGO_ENABLED=0 go build"]),
    "build with musl: CC=musl-gcc go build -ldflags='-linkmode=external -extldflags=-static'",
  ];
  const ways = [
    ...(isStatic ? [] : ofStatic),
    ...zigFor(glibc, program),
    `build in an image with glibc ${glibc} or older${image === null ? "" : ` (${image})`}`,
  ];
  return ways.join("; or ");
}

function zigFor(glibc: string, { processor, usesCxx: isCxx }: Program): readonly string[] {
  const target = targets[processor];
  if (target === undefined) return [];
  const compiler = (name: string): string => `'zig ${name} -target ${target}.${glibc}'`;
  const set = isCxx ? `CC=${compiler("cc")} CXX=${compiler("c++")}` : `CC=${compiler("cc")}`;
  return [`build for an older glibc: ${set} go build -ldflags=-linkmode=external`];
}

/** Families whose images people build in. */
const families = ["Debian", "Ubuntu", "AlmaLinux", "Amazon Linux"];

/** The newest system of these that is supported by the table's date and has no newer glibc. */
function imageWith(glibc: string): string | null {
  const { systems, date } = systemTable();
  const found = systems.filter(
    (system) =>
      families.includes(system.family) &&
      isSupported(system, date) &&
      system.version !== null &&
      !isHigher(system.version, glibc),
  );
  const best = found.reduce<System | null>(
    (most, each) => (most === null || isHigher(each.version, most.version) ? each : most),
    null,
  );
  return best === null ? null : systemName(best);
}
