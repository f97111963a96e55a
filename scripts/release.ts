// What a release has to keep, for .github/workflows/release.yml (RELEASING.md):
//   npm run release notes v1.2.3    checks the tag and prints its section of CHANGELOG.md
//   npm run release major v1.2.3    prints the moving tag that has to follow, or nothing
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compare, parse } from "semver";
import { repository, version } from "../src/version.ts";

/** What is compared before anything is published. */
export type Release = {
  /** The tag that was pushed, `v1.2.3`. */
  readonly tag: string;
  /** What package.json says. */
  readonly version: string;
  /** What package-lock.json says, in both of its places. */
  readonly locked: readonly (string | undefined)[];
  /** `OWNER/NAME`, by package.json. */
  readonly repository: string;
  /** `OWNER/NAME`, where the workflow runs. */
  readonly here: string;
  readonly changelog: string;
};

/** A section of the changelog: `date` is what stands behind the dash, a day or `Unreleased`. */
export type Section = { readonly version: string; readonly date: string; readonly text: string };

/** The sections of a changelog, in its order. */
export function readChangelog(changelog: string): Section[] {
  return [...changelog.matchAll(/^## \[([^\]]+)\] - (.+)\n((?:(?!## ).*\n?)*)/gm)].map(
    ([, name = "", date = "", text = ""]) => ({ version: name, date, text: text.trim() }),
  );
}

/** Why a release must not be published, a sentence each; none if it may. */
export function findProblems({ tag, locked, here, changelog, ...manifest }: Release): string[] {
  const section = readChangelog(changelog).find((each) => each.version === manifest.version);
  const all = [
    tag !== `v${manifest.version}` && `the tag is ${tag}, and package.json has version ${manifest.version}`,
    locked.some((each) => each !== manifest.version) && "package-lock.json has another version: run npm install",
    manifest.repository !== here && `package.json names ${manifest.repository}, and this repository is ${here}`,
    section === undefined && `CHANGELOG.md has no section [${manifest.version}]`,
    section !== undefined &&
      !/^\d{4}-\d\d-\d\d$/.test(section.date) &&
      `CHANGELOG.md has no date for ${manifest.version}, but "${section.date}"`,
    section?.text === "" && `the section of ${manifest.version} in CHANGELOG.md is empty`,
  ];
  return all.filter((each) => each !== false);
}

/**
 * The moving tag (`v1`) that has to follow a release; null if it stays where it is, because the release is a fix of an older minor
 * version, or a prerelease.
 */
export function movingTag(tag: string, tags: readonly string[]): string | null {
  const released = parse(tag);
  if (released === null || released.prerelease.length > 0) return null;
  const newer = tags.map((each) => parse(each)).filter((each) => each !== null && each.prerelease.length === 0);
  const isNewest = newer.every((each) => each?.major !== released.major || compare(each, released) <= 0);
  return isNewest ? `v${released.major}` : null;
}

function readRelease(root: string, tag: string): Release {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    readonly version?: string;
    readonly packages: Readonly<Record<string, { readonly version?: string }>>;
  };
  return {
    tag,
    version,
    locked: [lock.version, lock.packages[""]?.version],
    repository,
    here: process.env.GITHUB_REPOSITORY ?? repository,
    changelog: readFileSync(join(root, "CHANGELOG.md"), "utf8"),
  };
}

function main(root: string, [command, tag = ""]: readonly string[]): number {
  if (command === "major") {
    const tags = execFileSync("git", ["tag", "--list", "v*"], { cwd: root, encoding: "utf8" }).split("\n");
    process.stdout.write(`${movingTag(tag, tags) ?? ""}\n`);
    return 0;
  }
  const release = readRelease(root, tag);
  const problems = command === "notes" ? findProblems(release) : ["usage: npm run release (notes|major) TAG"];
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  const section = readChangelog(release.changelog).find((each) => each.version === release.version);
  if (problems.length === 0) process.stdout.write(`${section?.text ?? ""}\n`);
  return problems.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = main(join(import.meta.dirname, ".."), process.argv.slice(2));
