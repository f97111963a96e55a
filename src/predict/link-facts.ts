import { effectiveLinkerFlags, isSet, linkerWords } from "../go/go-flags.ts";
import { splitQuoted } from "../go/quoting.ts";
import { reachable } from "../model/packages.ts";
import type { PlannedCell, GoFlag } from "../model/plan.ts";
import type { LinkFacts, BuildSettings } from "../model/prediction.ts";

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
