import { catalog } from "../model/catalog.ts";
import type { Report } from "../model/report.ts";
import { unique } from "../text/group-by.ts";
import { highestFloor, type Required, requirementsOf } from "./requirements.ts";

/** A badge as shields.io draws it from an address (https://shields.io/badges/endpoint-badge). */
type Badge = {
  readonly schemaVersion: 1;
  readonly label: string;
  readonly message: string;
  readonly color: string;
  /** The reader of a page cannot choose another colour for it. */
  readonly isError?: true;
};

type Claim = Pick<Badge, "message" | "color" | "isError">;

const unknown: Claim = { message: "unknown", color: "lightgrey" };

/** One line about all that ships: the worst of it. */
export function renderBadge(report: Report): string {
  const badge: Badge = { schemaVersion: 1, label: "linkage", ...claimOf(report) };
  return `${JSON.stringify(badge, null, 2)}\n`;
}

function claimOf(report: Report): Claim {
  // Programs that nobody could list may be anything.
  if (report.verdict.judgements.some(({ kind, target }) => kind === "build" && target === null)) return unknown;
  const all = requirementsOf(report);
  const [worst] = all;
  if (worst === undefined) return unknown;
  switch (worst.requirement.kind) {
    case "not-built":
      return { message: "does not build", color: "red", isError: true };
    case "does-not-start":
      return { message: "does not start", color: "red", isError: true };
    case "unknown":
      return unknown;
    case "dynamic":
      return { message: describeDynamic(all), color: "blue" };
    case "system":
    case "static":
      return claimStandalone(worst.requirement.kind, all);
    case "wasm":
      return { message: "WebAssembly", color: "blue" };
  }
}

const withoutLibraries = {
  system: { message: "system libraries only", color: "green" },
  static: { message: "static", color: "brightgreen" },
} as const;

/** `static`, `static, loads NSS` */
function claimStandalone(kind: keyof typeof withoutLibraries, all: readonly Required[]): Claim {
  const { message, color } = withoutLibraries[kind];
  const caveats = unique(all.flatMap(({ requirement }) => ("caveats" in requirement ? requirement.caveats : [])));
  const words = unique(caveats.flatMap((caveat) => catalog[caveat].tableWord ?? []));
  return { message: [message, ...words].join(", "), color: caveats.length === 0 ? color : "yellow" };
}

/** `glibc ≥ 2.34`, `glibc ≥ 2.34 + 2 libraries`, `musl`; `dynamic` where they have no C library in common. */
function describeDynamic(all: readonly Required[]): string {
  const dynamic = all.flatMap(({ requirement }) => (requirement.kind === "dynamic" ? [requirement] : []));
  const [libc, ...others] = unique(dynamic.map((each) => each.libc));
  if (libc == null || others.length > 0) return "dynamic";
  const floor = highestFloor(dynamic.map(({ minGlibc }) => minGlibc));
  const libraries = new Set(dynamic.flatMap((each) => each.libraries)).size;
  const more = libraries === 0 ? "" : ` + ${libraries === 1 ? "1 library" : `${libraries} libraries`}`;
  return `${libc}${floor === null ? "" : ` ≥ ${floor}`}${more}`;
}
