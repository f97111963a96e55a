import type { GoBuildInfo } from "../model/artifact.ts";

/** What a build was asked for. null: nothing was, and Go chose. */
export type AskedBuild = {
  readonly goos: string;
  readonly goarch: string;
  readonly cgoEnabled: "0" | "1" | null;
  /**
   * The value of -buildmode. Not what the headers show: Go records "exe" where its default is a PIE (windows, darwin,
   * android), and "pie" stays recorded where -extldflags=-static made a plain program of it (docker's CLI).
   */
  readonly buildmode: string | null;
  readonly tags: readonly string[] | null;
};

/**
 * Where a file's own record contradicts what was asked: a sentence for each. What was not recorded contradicts nothing:
 * Go up to 1.17 records no settings, Go 1.19 no -buildmode. The sentences hold text of the file.
 */
export function compareBuildInfo(info: GoBuildInfo, expected: AskedBuild): readonly string[] {
  const pairs = [
    { key: "GOOS", asked: expected.goos },
    { key: "GOARCH", asked: expected.goarch },
    { key: "CGO_ENABLED", asked: expected.cgoEnabled },
    { key: "-buildmode", asked: expected.buildmode === "default" ? null : expected.buildmode },
  ];
  return [
    ...pairs.flatMap((pair) => {
      const recorded = info.settings[pair.key];
      return pair.asked === null || recorded === undefined || recorded === pair.asked
        ? []
        : [`its build info records ${pair.key}=${shorten(recorded)}, but ${pair.asked} was asked for`];
    }),
    ...compareTags(info, expected.tags),
  ];
}

function compareTags(info: GoBuildInfo, expected: readonly string[] | null): readonly string[] {
  // The compiler is recorded whenever anything is; then no -tags means no tags.
  if (expected === null || info.settings["-compiler"] === undefined) {
    return [];
  }
  const recorded = (info.settings["-tags"] ?? "").split(",").filter((tag) => tag !== "");
  const missing = expected.filter((tag) => !recorded.includes(tag));
  const added = recorded.filter((tag) => !expected.includes(tag));
  return [
    ...(missing.length > 0 ? [`its build info does not record the build tags ${shorten(missing.join(","))}`] : []),
    ...(added.length > 0
      ? [`its build info records the build tags ${shorten(added.join(","))}, which were not asked for`]
      : []),
  ];
}

const MAX_VALUE = 200;

function shorten(value: string): string {
  return value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value;
}
