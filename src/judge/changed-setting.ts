import type { Hunk, Hunks } from "../model/baseline.ts";
import type { Cause } from "../model/finding.ts";
import type { SettingChange } from "../model/setting-change.ts";
import { listed } from "../text/english.ts";
import type { RecordedChange } from "./recorded-change.ts";

/** Settings that decide how a program is linked; all others build what they build in the same way. */
const linking = /^(?:ship|flags|go-version|go-version-file|strategies\..+|[A-Z][A-Z0-9_]*)$/;

/** An input, a variable or a strategy to which this change gives another value, with its line. */
export function changedSetting(
  settings: readonly SettingChange[],
  { recorded, hunks }: { readonly recorded: readonly RecordedChange[]; readonly hunks: Hunks },
): Cause | undefined {
  const changes = settings
    .filter(({ name }) => linking.test(name))
    .toSorted((a, b) => Number(isRecorded(b, recorded)) - Number(isRecorded(a, recorded)));
  const [first] = changes;
  if (first === undefined) return undefined;
  const place = placeOf(first, hunks);
  const where =
    place.file === null
      ? "this change sets how it is built"
      : `${place.file}:${place.line ?? 1}${isGone(place.file, hunks) ? " (the file was removed)" : ""}`;
  return { text: `${where}: ${listed(changes.map(describe))}`, ...place };
}

/** Whether the go command recorded what this sets. */
function isRecorded({ name, before, after }: SettingChange, recorded: readonly RecordedChange[]): boolean {
  const text = [name, before, after].join(" ").toLowerCase();
  return recorded.some(({ key }) => text.includes(key.replace(/^-/, "").toLowerCase()));
}

/** The line that the change touched: a list may stand below its key, and what was taken out has left a gap. */
function placeOf({ name, file, line }: SettingChange, hunks: Hunks): Omit<Cause, "text"> {
  const pieces = file === null ? [] : (hunks.get(file) ?? []);
  if (file === null || pieces.length === 0) return { file, line: file === null ? null : (line ?? 1) };
  if (line === null) return { file, line: Math.max(gapOf(name, pieces).line, 1) };
  const isTouched = pieces.some((hunk) => line >= hunk.line && line < hunk.line + hunk.count);
  const below = isTouched ? undefined : pieces.find((hunk) => hunk.line >= line);
  return { file, line: below?.line ?? line };
}

/** git places what is left of a removed file in front of its first line. */
function isGone(file: string, hunks: Hunks): boolean {
  const [only, more] = hunks.get(file) ?? [];
  return only?.line === 0 && only.count === 0 && more === undefined;
}

function gapOf(name: string, pieces: readonly Hunk[]): Pick<Hunk, "line"> {
  const key = name.split(".").at(-1) ?? name;
  return pieces.find(({ removed }) => removed.some((text) => text.includes(key))) ?? pieces[0] ?? { line: 1 };
}

function describe({ name, before, after }: SettingChange): string {
  const [, strategy, key] = /^strategies\.(.+?)\.(\w+(?:\.\w+)?)$/.exec(name) ?? [];
  if (strategy === undefined || key === undefined) {
    return `${labels[name] ?? name} is ${shown(after)} (${shown(before)} before)`;
  }
  const flag = flagOf(key);
  if (key !== "tags") return `strategy ${strategy} has ${flag}${shown(after)} (${shown(before)} before)`;
  const [lost, gained] = [itemsWithout(before, after), itemsWithout(after, before)];
  const parts = [
    ...(lost.length === 0 ? [] : [`lost ${flag}${lost.join(",")}`]),
    ...(gained.length === 0 ? [] : [`gained ${flag}${gained.join(",")}`]),
  ];
  return `strategy ${strategy} ${listed(parts)}`;
}

const labels: Readonly<Record<string, string>> = {
  "go-version": "Go",
  CC: "the C compiler (CC)",
  CXX: "the C++ compiler (CXX)",
};

/** `linkmode` → `-linkmode=`, `env.CC` → `CC=`. */
function flagOf(key: string): string {
  return key.startsWith("env.") ? `${key.slice("env.".length)}=` : `-${key}=`;
}

function itemsWithout(text: string | null, other: string | null): readonly string[] {
  const excluded = new Set((other ?? "").split(","));
  return (text ?? "").split(",").filter((item) => item !== "" && !excluded.has(item));
}

function shown(value: string | null): string {
  return value === null || value === "" ? "not set" : value;
}
