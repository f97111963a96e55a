import { listed, verb } from "../text/english.ts";
import type { Hunks } from "../model/baseline.ts";
import { catalog } from "../model/catalog.ts";
import type { ExaminedCell } from "../model/cell.ts";
import type { CgoUser } from "../model/finding.ts";
import type { SettingChange } from "../model/setting-change.ts";

/** Why a target is linked otherwise than on the base, and where that stands. */
export type Cause = { readonly text: string; readonly file: string | null; readonly line: number | null };
const nowhere = { file: null, line: null } as const;

/** What the change brought beside what the cells show. */
type Differences = {
  readonly hunks: Hunks;
  /** What the base was built with otherwise, what is likeliest to blame first. */
  readonly settings: readonly SettingChange[];
};

/**
 * The one difference between base and head that explains a regression, nearest first: an import that brings cgo in, an
 * `import "C"` that is gone, an input or a variable of the workflow or the config file, a flag, the linker, a library.
 */
export function causeOf(head: ExaminedCell, base: ExaminedCell, { hunks, settings }: Differences): Cause {
  const [added, removed] = [addedImport(head, base, hunks), removedImport(head, base, hunks)];
  const isInChange = (cause: Cause | undefined): boolean =>
    cause?.file != null && hunks.get(cause.file)?.length !== 0 && hunks.has(cause.file);
  return (
    [added, removed].find(isInChange) ??
    changedSetting(head, base, settings) ??
    added ??
    removed ??
    otherSettings(head, base) ??
    addedFinding(head, base) ??
    otherLinker(head, base) ?? {
      text: "neither its imports nor its linker differ: look at the C code and the flags",
      ...nowhere,
    }
  );
}

/** Settings that decide how a program is linked; all others build what they build in the same way. */
const linking = /^(?:ship|flags|go-version|go-version-file|[A-Z][A-Z0-9_]*)$/;

/** An input or a variable to which this change gives another value, with its line. */
function changedSetting(head: ExaminedCell, base: ExaminedCell, settings: readonly SettingChange[]): Cause | undefined {
  const changes = settings.filter(({ name }) => linking.test(name));
  const [first] = changes;
  if (first === undefined) return undefined;
  const recorded = otherSettings(head, base);
  const all = changes.map(({ name, before, after }) => `${name} is ${shown(after)} (${shown(before)} before)`);
  return {
    text: recorded?.text ?? `this change sets how it is built: ${listed(all)}`,
    file: first.file,
    line: first.line,
  };
}

function shown(value: string | null): string {
  return value === null || value === "" ? "not set" : value;
}

function addedImport(head: ExaminedCell, base: ExaminedCell, hunks: Hunks): Cause | undefined {
  const before = new Set(base.cgo.map((user) => user.package));
  const added = head.cgo.filter((each) => !before.has(each.package));
  const user = added.find((each) => isAdded(each, hunks)) ?? added[0];
  if (user === undefined) return undefined;
  const isOld = user.file !== null && hunks.has(user.file) && !isAdded(user, hunks);
  const older = isOld && (hunks.get("go.mod") ?? []).length > 0 ? "; that import is not new, but go.mod changed" : "";
  const here = isAdded(user, hunks) ? " (added here)" : "";
  const module = head.buildInfo?.main?.path ?? null;
  return { text: `${describeImport(user, here, module)}, which uses cgo${older}`, file: user.file, line: user.line };
}

function isAdded({ file, line }: CgoUser, hunks: Hunks): boolean {
  const pieces = file === null ? [] : (hunks.get(file) ?? []);
  return line !== null && pieces.some((hunk) => line >= hunk.line && line < hunk.line + hunk.count);
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
  const only = left.length === 0 ? "nothing uses cgo any more" : `only ${listed(left)} still ${verb(left)} cgo`;
  const ignored = head.findings.some(({ kind }) => kind === "extldflags-ignored")
    ? " and ignores -extldflags=-static"
    : "";
  const what =
    user.chain.length < 2
      ? `import "C" was removed from ${user.file ?? user.package}`
      : `${user.package} is not imported any more`;
  return { text: `${what}; ${only}, so Go links internally${ignored}`, ...placeOfGap(user, hunks) };
}

/** Where the import stood; nowhere when its file is gone. */
function placeOfGap({ package: path, chain, file }: CgoUser, hunks: Hunks): Omit<Cause, "text"> {
  const pieces = file === null ? undefined : hunks.get(file);
  if (pieces === undefined) return nowhere;
  const imported = chain.length < 2 ? '"C"' : `"${path}"`;
  const gap = pieces.find(({ removed }) => removed.some((text) => text.includes(imported))) ?? pieces[0];
  return gap === undefined || gap.line === 0 ? nowhere : { file, line: gap.line };
}

const decisive = ["-buildmode", "-tags", "-race", "-msan", "-asan", "CGO_ENABLED", "GOEXPERIMENT"];

/** What the go command itself recorded of flags and variables. A change can bring them along in a file that GOENV names. */
function otherSettings(head: ExaminedCell, base: ExaminedCell): Cause | undefined {
  const [headSettings, baseSettings] = [head.buildInfo?.settings, base.buildInfo?.settings];
  if (headSettings === undefined || baseSettings === undefined) return undefined;
  const differing = decisive
    .filter((key) => headSettings[key] !== baseSettings[key])
    .map((key) => `${key}=${headSettings[key] ?? ""} (${baseSettings[key] ?? "not set"} before)`);
  return differing.length === 0 ? undefined : { text: `it is built with ${listed(differing)}`, ...nowhere };
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
