import { joinQuoted } from "../go/quoting.ts";
import { matchesBeginning, matchesEnd } from "../judge/glob.ts";
import type { Demand } from "../model/policy.ts";
import type { Strategy } from "../model/strategy.ts";
import type { Cell } from "../model/report.ts";
import { repository } from "../version.ts";

type Outcome = {
  readonly require: Demand;
  readonly maxGlibc: string | null;
  readonly needed: readonly string[] | null;
  readonly why: string;
};

/** What a first policy is written from. */
type FirstPolicy = {
  /** What ships. */
  readonly cells: readonly Cell[];
  readonly inputs: Readonly<Record<string, string>>;
  readonly strategies: readonly Strategy[];
};

const schema = `https://raw.githubusercontent.com/${repository}/v1/docs/config.schema.json`;

/** A config file under which what ships passes just as it is. Rules, and no sizes or digests. */
export function renderPolicy({ cells, inputs, strategies }: FirstPolicy): string {
  const lines = [
    `# yaml-language-server: $schema=${schema}`,
    "# What this project's binaries have to be. docs/policy.md of go-linkage explains it.",
    ...renderInputs(inputs),
    ...renderStrategies(strategies),
    "",
    "# The last rule that matches a program decides for it, as in CODEOWNERS. Globs: ?, *, ** and Go's ... stand for other text;",
    "# a package is named by its import path or the end of it, a platform by GOOS, GOOS/GOARCH or GOOS/GOARCH/VARIANT.",
    "rules:",
    ...rulesFor(cells).flatMap(renderRule),
  ];
  return `${lines.join("\n")}\n`;
}

function renderInputs(inputs: FirstPolicy["inputs"]): string[] {
  const entries = Object.entries(inputs);
  if (entries.length === 0) return [];
  return ["", "# What the workflow or the command line gives counts more.", "inputs:"].concat(
    entries.map(([name, value]) => `  ${name}: ${scalar(value)}`),
  );
}

function renderStrategies(strategies: readonly Strategy[]): string[] {
  if (strategies.length === 0) return [];
  const fields = ({ summary, env, tags, linkmode, extldflags, ldflags, buildmode, needs }: Strategy): string[] => [
    `    summary: ${scalar(summary)}`,
    ...(Object.keys(env).length === 0 ? [] : ["    env:"]),
    ...Object.entries(env).map(([name, value]) => `      ${name}: ${scalar(value)}`),
    ...(tags.length === 0 ? [] : [`    tags: [${tags.map(scalar).join(", ")}]`]),
    ...(linkmode === null ? [] : [`    linkmode: ${linkmode}`]),
    ...(extldflags === null ? [] : [`    extldflags: ${scalar(extldflags)}`]),
    ...(ldflags.length === 0 ? [] : [`    ldflags: ${scalar(joinQuoted(ldflags))}`]),
    ...(buildmode === null ? [] : [`    buildmode: ${buildmode}`]),
    `    needs: ${needs}`,
  ];
  return ["", "strategies:", ...strategies.flatMap((each) => [`  ${each.name}:`, ...fields(each)])];
}

type FirstRule = {
  /** null: all. */
  readonly packages: readonly string[] | null;
  readonly platforms: readonly string[] | null;
  readonly outcome: Outcome;
};

/** One for all where all are alike; else the commonest first, and behind it those that are otherwise. */
function rulesFor(cells: readonly Cell[]): FirstRule[] {
  const byOutcome = new Map<string, { outcome: Outcome; cells: Cell[] }>();
  for (const cell of cells) {
    const outcome = outcomeOf(cell);
    const key = keyOf(outcome);
    const found = byOutcome.get(key) ?? { outcome, cells: [] };
    found.cells.push(cell);
    byOutcome.set(key, found);
  }
  const groups = [...byOutcome.values()].toSorted((a, b) => weightOf(b) - weightOf(a));
  const [first, ...others] = groups;
  if (first === undefined) return [];
  const names = [...new Set(cells.map((cell) => cell.package))];
  const platforms = [...new Set(cells.map(({ platform }) => platform))];
  const rest = others.flatMap((group) =>
    boxes(group.cells, platforms).map(({ packages, ...box }): FirstRule => {
      return { ...box, packages: packages.map((name) => shortest(name, names)), outcome: group.outcome };
    }),
  );
  const rules: FirstRule[] = [{ packages: null, platforms: null, outcome: first.outcome }, ...rest];
  // `linux/arm` is a glob for linux/arm/v7 as well: what a rule says by mistake is put right behind it.
  const longestLast = cells.toSorted((a, b) => a.platform.length - b.platform.length);
  for (const cell of longestLast) {
    const outcome = outcomeOf(cell);
    const decides = rules.findLast((rule) => matchesFirst(rule, cell));
    if (decides !== undefined && keyOf(decides.outcome) === keyOf(outcome)) continue;
    rules.push({ packages: [shortest(cell.package, names)], platforms: [cell.platform], outcome });
  }
  return rules;
}

function matchesFirst({ packages, platforms }: FirstRule, cell: Cell): boolean {
  return (
    (packages?.some((glob) => matchesEnd(glob, cell.package)) ?? true) &&
    (platforms?.some((glob) => matchesBeginning(glob, cell.platform)) ?? true)
  );
}

function keyOf({ require, maxGlibc, needed }: Outcome): string {
  return JSON.stringify([require, maxGlibc, needed]);
}

/** What is asked for is the rule, and what is not is the exception, however often it occurs. */
function weightOf({ outcome, cells }: { readonly outcome: Outcome; readonly cells: readonly Cell[] }): number {
  return cells.length + (outcome.require === "static" || outcome.require === "static-pie" ? 1_000_000 : 0);
}

/** Targets as packages × platforms: packages that are there on the same platforms share a rule. */
function boxes(
  cells: readonly Cell[],
  all: readonly string[],
): { readonly packages: readonly string[]; readonly platforms: readonly string[] | null }[] {
  const platformsOf = new Map<string, string[]>();
  for (const cell of cells) platformsOf.set(cell.package, [...(platformsOf.get(cell.package) ?? []), cell.platform]);
  const byPlatforms = new Map<string, string[]>();
  for (const [name, platforms] of platformsOf) {
    const key = platforms.toSorted().join("\n");
    byPlatforms.set(key, [...(byPlatforms.get(key) ?? []), name]);
  }
  return [...byPlatforms].map(([key, packages]) => {
    const platforms = key.split("\n");
    return { packages, platforms: platforms.length === all.length ? null : platforms };
  });
}

/** The end of an import path that names no other program of this run. */
function shortest(name: string, all: readonly string[]): string {
  const parts = name.split("/");
  const ends = parts.map((_, at) => parts.slice(at).join("/")).toReversed();
  const fits = (glob: string): boolean =>
    isPlainGlob(glob) && all.every((other) => other === name || !matchesEnd(glob, other));
  // A single word such as "server" would soon name another program too.
  return ends.find((end, at) => (at > 0 || parts.length === 1) && fits(end)) ?? globFor(name);
}

function isPlainGlob(text: string): boolean {
  return !/[?*[\]{}\\!\s]|\.\.\.|^\/|^\.{1,2}(?:\/|$)/.test(text);
}

/** What has no plain glob gets one in which the odd characters are any. */
function globFor(name: string): string {
  return name.replace(/[[\]{}\\!\s]/g, "?");
}

function outcomeOf(cell: Cell): Outcome {
  const { linkage, status } = cell;
  const noLimits = { maxGlibc: null, needed: null };
  if (status === "built" && linkage === null) return { ...noLimits, require: "none", why: "WebAssembly" };
  if (status !== "built" || linkage === null) {
    return { ...noLimits, require: "none", why: status === "failed" ? "does not build yet" : "was not built here" };
  }
  switch (linkage.kind) {
    case "static-pie":
      return { ...noLimits, require: "static-pie", why: "static, and loaded at a random address" };
    case "static":
    case "system":
      return { ...noLimits, require: "static", why: "static, or only system libraries" };
    case "dynamic":
    case "library": {
      // What becomes static keeps the rule.
      const require = "any";
      const needed = [...new Set(linkage.needed.map(globFor))].toSorted();
      return {
        require,
        maxGlibc: linkage.minGlibc,
        needed,
        why: `${linkage.kind}, with the current libraries and glibc`,
      };
    }
    default:
      return { ...noLimits, require: "none", why: "cannot be judged" };
  }
}

function renderRule({ packages, platforms, outcome }: FirstRule): string[] {
  const fields = [
    ...(packages === null ? [] : [`packages: ${list(packages)}`]),
    ...(platforms === null ? [] : [`platforms: ${list(platforms)}`]),
    `require: ${outcome.require}`,
    ...(outcome.maxGlibc === null ? [] : [`max-glibc: ${JSON.stringify(outcome.maxGlibc)}`]),
    ...(outcome.needed === null ? [] : [`needed: ${list(outcome.needed)}`]),
  ];
  const subject = packages === null ? "Everything that no rule below is for" : "These";
  return [`  # ${subject}: ${outcome.why}.`, ...fields.map((field, at) => `${at === 0 ? "  - " : "    "}${field}`)];
}

function list(items: readonly string[]): string {
  return `[${items.map(scalar).join(", ")}]`;
}

/** A word as YAML reads it back: in quotes unless there is no doubt. */
function scalar(text: string): string {
  return /^[A-Za-z][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
