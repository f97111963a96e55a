import { effectiveLinkerFlags, type GoFlag, isSet, linkerWords } from "../plan/go-flags.ts";
import { type GoPackage, reachable } from "../plan/package-graph.ts";
import type { CgoEnv } from "../plan/go-env.ts";
import type { PlannedCell } from "../plan/plan.ts";
import { splitQuoted } from "../plan/quoting.ts";
import type { Environment } from "../ports/types.ts";
import type { Port } from "./platform-rules.ts";

/** Everything known before a build that decides which linker makes the program and what comes out. */
export type LinkFacts = Port & {
  /** -buildmode as it was asked for: "default" for nothing. */
  readonly buildmode: string;
  /** -linkmode as the linker reads it. */
  readonly linkmode: string | null;
  /**
   * -linkmode=external as the go command sees it, which is less tolerant: `--linkmode` it overlooks, and up to go1.20 all
   * -ldflags that name no package pattern (LinkerDeps in cmd/go/internal/load/pkg.go).
   */
  readonly externalIsSeen: boolean;
  /** Words, as the linker splits them; null when there are none. */
  readonly extldflags: readonly string[] | null;
  /** GO_EXTLINK_ENABLED, which cmd/link reads when -linkmode says nothing. */
  readonly extlinkEnabled: "0" | "1" | null;
  readonly race: boolean;
  readonly msan: boolean;
  readonly asan: boolean;
  readonly linkshared: boolean;
  readonly cgoEnv: CgoEnv;
  /** Built for this machine's own platform. */
  readonly isNative: boolean;
  /** What the program is made of, the main package first and then by distance from it. */
  readonly packages: readonly GoPackage[];
};

export type BuildSettings = {
  /** Of the toolchain: "1.26.8". */
  readonly goVersion: string;
  readonly goflags: readonly GoFlag[];
  /** The toolchain's environment. */
  readonly env: Environment;
};

export function linkFacts(cell: PlannedCell, { goVersion, goflags, env }: BuildSettings): LinkFacts {
  const minor = minorOf(goVersion);
  const linkerFlags = effectiveLinkerFlags(cell.flags, goflags, cell);
  const value = (name: string): string | null => linkerFlags.findLast((flag) => flag.name === name)?.value ?? null;
  const extldflags = value("-extldflags");
  const flags = [...goflags, ...cell.flags];
  const { GO_EXTLINK_ENABLED: extlink } = { ...env, ...cell.env };
  return {
    minor,
    goos: cell.platform.goos,
    goarch: cell.platform.goarch,
    buildmode: cell.buildmode,
    linkmode: value("-linkmode"),
    externalIsSeen: minor > 20 || isPattern(flags) ? sawExternal(linkerWords(cell.flags, goflags, cell)) : false,
    extldflags: extldflags === null ? null : splitQuoted(extldflags),
    extlinkEnabled: extlink === "0" || extlink === "1" ? extlink : null,
    race: isSet(flags, "-race"),
    msan: isSet(flags, "-msan"),
    asan: isSet(flags, "-asan"),
    linkshared: isSet(flags, "-linkshared"),
    cgoEnv: cell.cgoEnv,
    isNative: cell.isNative,
    packages: [...reachable(cell.graph, cell.package)].flatMap((path) => cell.graph.get(path) ?? []),
  };
}

/** N of Go 1.N; a version that has no such number is newer than all rules here. */
function minorOf(goVersion: string): number {
  const minor = /^1\.(\d+)/.exec(goVersion)?.[1];
  return minor === undefined ? Infinity : Number(minor);
}

function isPattern(flags: readonly GoFlag[]): boolean {
  const last = flags.findLast(({ name }) => name === "-ldflags")?.value?.trim() ?? "";
  return last !== "" && !last.startsWith("-");
}

/** The last -linkmode that is spelled as the go command looks for it. */
function sawExternal(words: readonly string[]): boolean {
  const modes = words.flatMap((word, index) =>
    word === "-linkmode" ? [words[index + 1]] : word.startsWith("-linkmode=") ? [word.slice("-linkmode=".length)] : [],
  );
  return modes.findLast((mode) => mode === "external" || mode === "internal") === "external";
}
