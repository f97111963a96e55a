import { groupBy, unique } from "../../text/group-by.ts";
import { linkToCommit, linkToLine } from "../commit-links.ts";
import { namesOf, stopped } from "../words.ts";
import { commaSeparated, type Inline, listing, name, type Phrase, sentence } from "./model.ts";
import type { Target } from "../../model/cell.ts";
import type { Report } from "../../model/report.ts";

/** The pieces of sentences that several sections have. */

/** A line of the caller's own code: a link where GitHub can show it. */
export function place(file: string, line: number | null, { source }: Report): Inline {
  return { kind: "link", text: name(`${file}:${line ?? 1}`), to: linkToLine(file, line, source) };
}

/** The beginning of a commit's name: a link where GitHub can show it. */
export function commit(sha: string, { source }: Report): Inline {
  return { kind: "link", text: name(sha.slice(0, 10)), to: source === null ? null : linkToCommit(sha, source) };
}

/** A sentence of others in which the place that it names is a link; a place that it does not name stands behind it. */
export function withPlace(
  text: string,
  at: { readonly file: string | null; readonly line: number | null },
  report: Report,
): Phrase {
  const { file, line } = at;
  if (file === null) return [sentence(text)];
  const label = `${file}:${line ?? 1}`;
  const start = text.indexOf(label);
  if (start === -1) return [sentence(text), " (", place(file, line, report), ")"];
  const [before, after] = [text.slice(0, start).trimEnd(), text.slice(start + label.length)];
  const isSpaced = /^\s/.test(after);
  return [
    ...(before === "" ? [] : [sentence(before), " "]),
    place(file, line, report),
    ...(after.trim() === "" ? [] : [isSpaced ? " " : "", sentence(after.trim())]),
  ];
}

export function programName(path: string, report: Report): Inline {
  return name(namesOf(report).get(path) ?? path);
}

/** So many programs are named one by one. */
const namesShown = 4;

type Meant = Target & { readonly file?: string | null };

/**
 * What something is about: `api`, `ctl` and 3 more (linux/amd64, linux/arm64). Platforms are left out where the run has one, files
 * stand for themselves.
 */
export function subjectOf(targets: readonly Meant[], report: Report): Phrase {
  const files = unique(targets.flatMap(({ file }) => file ?? []));
  if (files.length > 0) return listing(files.map(name), namesShown);
  const all = new Set([...report.cells, ...report.baseline.gone].map(({ platform }) => platform)).size;
  const programs = groupBy(targets, (target) => target.package).map((group) => ({
    path: group[0].package,
    platforms: unique(group.map(({ platform }) => platform)),
  }));
  const groups = groupBy(programs, ({ platforms }) => platforms.join("\n"));
  const parts = groups.slice(0, namesShown).map((alike): Phrase => {
    const [{ platforms }] = alike;
    const names = listing(
      alike.map(({ path }) => programName(path, report)),
      namesShown,
    );
    return all < 2 ? names : [...names, " (", ...platformList(platforms, all), ")"];
  });
  const more = groups.length - parts.length;
  const shown = parts.flatMap((part, at) => (at === 0 ? part : [", ", ...part]));
  return more > 0 ? [...shown, ` and ${more} more`] : shown;
}

/** `all`: how many platforms the run has. */
export function platformList(platforms: readonly string[], all: number): Phrase {
  if (platforms.length > 3 && platforms.length === all) return [`all ${all} platforms`];
  if (platforms.length > namesShown) return [`${platforms.length} platforms`];
  return commaSeparated(platforms.map(name));
}

/** A sentence of others, with a full stop. */
export function closed(words: string): Inline {
  return sentence(stopped(words));
}
