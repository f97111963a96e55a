import { effectiveLinkerFlags, type GoFlag, type LinkerFlag } from "../plan/go-flags.ts";
import type { PlannedCell } from "../plan/plan.ts";
import type { Environment } from "../ports/types.ts";
import type { CgoUser } from "./cgo-users.ts";

export type LinkMode = "internal" | "external" | "unknown";

/**
 * The packages whose cgo code Go's internal linker can link itself: `internalpkg` in cmd/link/internal/ld/lib.go, go1.19 to
 * go1.27.
 */
const internallyLinked = new Set([
  "crypto/internal/boring",
  "crypto/internal/boring/syso",
  "crypto/x509",
  "net",
  "os/user",
  "runtime/cgo",
  "runtime/race",
  "runtime/race/internal/amd64v1",
  "runtime/race/internal/amd64v3",
  "runtime/msan",
  "runtime/asan",
]);

/** Flags of the final `go build` that matter to the linker. */
export type LinkRequest = {
  readonly linkmode: string | null;
  readonly extldflags: string | null;
  readonly buildmode: string;
  /** GO_EXTLINK_ENABLED=1, which cmd/link reads when -linkmode says nothing. */
  readonly extlinkEnabled: boolean;
};

export function linkRequest(
  cell: PlannedCell,
  goflags: readonly GoFlag[],
  { GO_EXTLINK_ENABLED }: Environment,
): LinkRequest {
  const flags = effectiveLinkerFlags(cell.flags, goflags);
  const value = (name: string): string | null =>
    flags.findLast((flag: LinkerFlag) => flag.name === name)?.value ?? null;
  return {
    linkmode: value("-linkmode"),
    extldflags: value("-extldflags"),
    buildmode: cell.buildmode,
    extlinkEnabled: GO_EXTLINK_ENABLED === "1",
  };
}

/** Why the linker that made the artifact was the one, in the order in which they would each have been enough. */
export function linkReasons(mode: LinkMode, request: LinkRequest, users: readonly CgoUser[]): string[] {
  if (mode === "unknown") return [];
  const names = users.map((user) => user.package);
  if (mode === "internal") {
    if (names.length === 0) return ["no package uses cgo, so Go's own linker does it all"];
    if (request.linkmode === "internal") return ["-linkmode=internal asks for it"];
    return [
      `only ${listed(names)} ${verb(names)} cgo, and Go's own linker can link ${names.length > 1 ? "those" : "that"}`,
    ];
  }
  const outside = names.filter((name) => !internallyLinked.has(name));
  const reasons = [
    ...(request.linkmode === "external" ? ["-linkmode=external asks for it"] : []),
    ...(request.linkmode === null && request.extlinkEnabled ? ["GO_EXTLINK_ENABLED=1 asks for it"] : []),
    ...(["c-archive", "c-shared", "plugin", "shared"].includes(request.buildmode)
      ? [`-buildmode=${request.buildmode} needs it`]
      : []),
    ...(outside.length > 0
      ? [
          `${listed(outside)} ${verb(outside)} cgo and ${outside.length > 1 ? "are" : "is"} not among the packages that Go links itself`,
        ]
      : []),
  ];
  return reasons.length > 0
    ? reasons
    : ["neither flags nor packages show why: the C flags of a cgo package may have asked for it"];
}

/** `a`, `a and b`, `a, b and c`; more than four are counted. */
export function listed(names: readonly string[]): string {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  const last = shown.at(-1) ?? "";
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${last}` : last;
}

export function verb(names: readonly string[]): string {
  return names.length > 1 ? "use" : "uses";
}
