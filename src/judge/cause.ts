import { listed, verb } from "../text/english.ts";
import type { Arrival, Hunks } from "../model/baseline.ts";
import { catalog } from "../model/catalog.ts";
import type { ExaminedCell } from "../model/cell.ts";
import { type Cause, type CgoUser, packagesOfNew } from "../model/finding.ts";
import type { SettingChange } from "../model/setting-change.ts";
import { changedSetting } from "./changed-setting.ts";
import { describeRecorded, recordedChanges } from "./recorded-change.ts";

const nowhere = { file: null, line: null } as const;

/** What the change brought beside what the cells show. */
type Differences = {
  /** What stands in lines of the change, nearest first. */
  readonly arrivals: readonly Arrival[];
  readonly hunks: Hunks;
  /** What the base was built with otherwise, what is likeliest to blame first. */
  readonly settings: readonly SettingChange[];
};

/**
 * The one difference between base and head that explains a regression, nearest first: a line of the change that brings C in or takes it
 * out, an input or a variable of the workflow or the config file, C code, a flag, the linker, a library. What the change did not touch
 * is blamed only where nothing else is left.
 */
export function causeOf(head: ExaminedCell, base: ExaminedCell, differences: Differences): Cause {
  const { hunks, settings } = differences;
  const arrivals = relevantArrivals(head, base, differences);
  const describe = (arrival: Arrival | undefined): Cause | undefined => arrival && describeArrival(arrival, head);
  const removed = removedImport(head, base, hunks);
  const isInChange = removed?.file != null && (hunks.get(removed.file) ?? []).length > 0;
  const recorded = recordedChanges(head, base);
  const isCode = ({ by }: Arrival): boolean => by === "c-code";
  return (
    describe(arrivals.find((each) => !isCode(each))) ??
    (isInChange ? removed : undefined) ??
    changedSetting(settings, { recorded, hunks }) ??
    describe(arrivals.find(isCode)) ??
    (recorded.length === 0
      ? undefined
      : { text: `it is built with ${listed(recorded.map(describeRecorded))}`, ...nowhere }) ??
    addedImport(head, base, hunks) ??
    removed ??
    addedFinding(head, base) ??
    otherLinker(head, base) ?? {
      text: "no import, setting or linker change explains this: check the C sources and the build flags",
      ...nowhere,
    }
  );
}

/** What is not part of this build, and what nothing that got worse names, explains nothing: `import "net"` where cgo is off. */
function relevantArrivals(
  head: ExaminedCell,
  base: ExaminedCell,
  { arrivals }: Pick<Differences, "arrivals">,
): readonly Arrival[] {
  const named = packagesOfNew(head.findings, base.findings);
  const isNamed = (path: string): boolean => named.has(path);
  const users = new Set(head.cgo.map((user) => user.package));
  return arrivals
    .filter(({ package: path, by }) => by === "compiler" || users.has(path) || isNamed(path))
    .toSorted((a, b) => Number(isNamed(b.package)) - Number(isNamed(a.package)));
}

function describeArrival({ package: path, chain, by, detail, file, line }: Arrival, head: ExaminedCell): Cause {
  const module = head.buildInfo?.main?.path ?? null;
  const at = `${file}:${line}`;
  const through = chain.length < 3 ? "" : ` (${chain.map((each) => inModule(each, module)).join(" → ")})`;
  const usesC = head.findings.some(({ kind }) => kind === "dynamic-import")
    ? "which uses C libraries"
    : "which uses cgo";
  const texts: Readonly<Record<Arrival["by"], string>> = {
    import:
      detail === "C"
        ? `${at} (added here) has import "C" in ${path}, ${usesC}`
        : `${describeImport({ package: path, chain, file, line }, " (added here)", module)}, ${usesC}`,
    constraint:
      detail === "C"
        ? `${at} (changed here): the file is part of ${path} now, and has import "C"`
        : `${at} (changed here): the file is part of the build now, and imports ${detail}, ${detail === path ? usesC : `which leads to ${path}`}`,
    module: `${at} (changed here) names ${detail}, with which ${path} uses cgo${through}`,
    "cgo-flags": `${at} (added here) hands ${detail} to the linker, in ${path}`,
    compiler: `${at} (changed here) is the C compiler`,
    "c-code": `${at} (changed here) is C code of ${path}`,
  };
  return { text: texts[by], file, line };
}

function addedImport(head: ExaminedCell, base: ExaminedCell, hunks: Hunks): Cause | undefined {
  const before = new Set(base.cgo.map((user) => user.package));
  const user = head.cgo.find((each) => !before.has(each.package));
  if (user === undefined) return undefined;
  const pieces = user.file === null ? undefined : hunks.get(user.file);
  const { line } = user;
  const isHere = line !== null && (pieces ?? []).some((hunk) => line >= hunk.line && line < hunk.line + hunk.count);
  const isOld = pieces !== undefined && !isHere;
  const older = isOld && (hunks.get("go.mod") ?? []).length > 0 ? "; that import is not new, but go.mod changed" : "";
  const module = head.buildInfo?.main?.path ?? null;
  return {
    text: `${describeImport(user, isHere ? " (added here)" : "", module)}, which uses cgo${older}`,
    file: user.file,
    line: user.line,
  };
}

/** `internal/store/db.go:9 (added here) imports github.com/mattn/go-sqlite3`, or through which packages. */
function describeImport({ package: path, chain, file, line }: CgoUser, here: string, module: string | null): string {
  const place = file === null ? (chain[0] ?? path) : `${file}:${line ?? 1}${here}`;
  if (chain.length < 2) return `${place} has import "C" in ${path}`;
  const between = chain.slice(1, -1);
  const names = chain.map((each) => inModule(each, module));
  return between.length === 0 ? `${place} imports ${path}` : `${place} leads to ${path} (${names.join(" → ")})`;
}

/** `internal/store` of a module's own `example.com/app/internal/store`. */
function inModule(path: string, module: string | null): string {
  return module !== null && path.startsWith(`${module}/`) ? path.slice(module.length + 1) : path;
}

/** The trap that started this project: without its own C code a program falls back to Go's linker. */
function removedImport(head: ExaminedCell, base: ExaminedCell, hunks: Hunks): Cause | undefined {
  const now = new Set(head.cgo.map((user) => user.package));
  const [user] = base.cgo.filter((each) => !now.has(each.package));
  if (user === undefined || head.link.mode !== "internal" || base.link.mode !== "external") return undefined;
  const left = head.cgo.map((each) => each.package);
  const only = left.length === 0 ? "nothing uses cgo now" : `only ${listed(left)} still ${verb(left)} cgo`;
  const ignored = head.findings.some(({ kind }) => kind === "extldflags-ignored")
    ? " and ignores -extldflags=-static"
    : "";
  return {
    text: `${describeLost(user, hunks)}; ${only}, so Go links internally${ignored}`,
    ...placeOfGap(user, hunks),
  };
}

/** A build constraint can take a file out of the build with its import in it. */
function describeLost(user: CgoUser, hunks: Hunks): string {
  const { package: path, chain, file } = user;
  if (chain.length >= 2) return `${path} is no longer imported`;
  const pieces = file === null ? undefined : hunks.get(file);
  const isKept = pieces !== undefined && pieces.length > 0 && gapOf(user, pieces) === undefined;
  return isKept ? `${file ?? path} is no longer part of the build` : `import "C" was removed from ${file ?? path}`;
}

function gapOf(
  { package: path, chain }: CgoUser,
  pieces: NonNullable<ReturnType<Hunks["get"]>>,
): (typeof pieces)[number] | undefined {
  const imported = chain.length < 2 ? '"C"' : `"${path}"`;
  return pieces.find(({ removed }) => removed.some((text) => text.includes(imported)));
}

/** Where the import stood; nowhere when its file was removed. */
function placeOfGap(user: CgoUser, hunks: Hunks): Omit<Cause, "text"> {
  const pieces = user.file === null ? undefined : hunks.get(user.file);
  if (pieces === undefined) return nowhere;
  const gap = gapOf(user, pieces) ?? pieces[0];
  return gap === undefined || gap.line === 0 ? nowhere : { file: user.file, line: gap.line };
}

/** Something that the explanation of the head says and that of the base does not. */
function addedFinding(head: ExaminedCell, base: ExaminedCell): Cause | undefined {
  const before = new Set(base.findings.map(({ kind, message }) => `${kind}\n${message}`));
  const found = head.findings.find(
    ({ kind, message }) => catalog[kind].explainsRegression === true && !before.has(`${kind}\n${message}`),
  );
  return found && { text: found.message, file: found.file, line: found.line };
}

function otherLinker(head: ExaminedCell, base: ExaminedCell): Cause | undefined {
  if (head.link.mode === base.link.mode) return undefined;
  const why = head.link.reasons.length === 0 ? "" : `: ${head.link.reasons.join("; ")}`;
  return { text: `the ${head.link.mode} linker made it, and the ${base.link.mode} one before${why}`, ...nowhere };
}
