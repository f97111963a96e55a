import type { ExaminedCell } from "../model/cell.ts";

const decisive = ["-buildmode", "-tags", "-race", "-msan", "-asan", "CGO_ENABLED", "GOEXPERIMENT"];

/** What the go command recorded of a build, where it is not what it recorded on the base. */
export type RecordedChange = { readonly key: string; readonly before: string | null; readonly after: string | null };

/** What the go command itself recorded of flags and variables. A change can bring them along in a file that GOENV names. */
export function recordedChanges(head: ExaminedCell, base: ExaminedCell): readonly RecordedChange[] {
  const [after, before] = [head.buildInfo, base.buildInfo];
  if (after === null || before === null) return [];
  const flags = decisive.map((key) => {
    return { key, before: before.settings[key] ?? null, after: after.settings[key] ?? null };
  });
  const go = { key: "Go", before: before.goVersion, after: after.goVersion };
  return [...flags, go].filter((change) => change.before !== change.after);
}

/** `-buildmode=pie (exe before)` */
export function describeRecorded({ key, before, after }: RecordedChange): string {
  if (key === "Go") return `${after ?? "another Go"} (${before ?? "not known"} before)`;
  return `${key}=${after ?? ""} (${before ?? "not set"} before)`;
}
