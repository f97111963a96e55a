/** What an archive or a package says of a program in it. */

import { dirname } from "node:path";
import type { GivenFile } from "../../model/artifact.ts";
import type { Listing } from "../../model/listing.ts";
import { listed as inWords } from "../../text/english.ts";
import { type Detected, finding } from "../facts.ts";
import { declaredGlibc, undeclared } from "../package-needs.ts";
import { goarchOf, goosOf } from "../platform-of-file.ts";

export const packedDetectors: readonly ((file: GivenFile, all: readonly GivenFile[]) => Detected | undefined)[] = [
  artifactMismatch,
  notExecutable,
  undeclaredDependency,
  superfluousDependency,
  otherSource,
];

const ANY_EXECUTE = 0o111;

/** A library is loaded by others, and Windows asks for no mode. */
function notExecutable({ inspection, packed }: GivenFile): Detected | undefined {
  const mode = packed?.mode ?? null;
  const { format, linkage } = inspection;
  const isStarted = (format === "elf" || format === "macho") && !["library", "unreadable"].includes(linkage.kind);
  if (mode === null || !isStarted || (mode & ANY_EXECUTE) !== 0) return undefined;
  const octal = mode.toString(8).padStart(4, "0");
  return finding("not-executable", [
    `it is packed with the mode ${octal}, so nobody can start it once it is unpacked`,
    "set the execute bit before it is packed (chmod 0755; in nfpm and goreleaser, file_info.mode)",
  ]);
}

/** GOARCH by the names that packages have for processors; `all` and `noarch` are for any. */
const processors: Readonly<Record<string, string>> = {
  aarch64: "arm64",
  amd64: "amd64",
  arm64: "arm64",
  armel: "arm",
  armhf: "arm",
  armv5tel: "arm",
  armv6hl: "arm",
  armv7: "arm",
  armv7hl: "arm",
  i386: "386",
  i486: "386",
  i586: "386",
  i686: "386",
  loong64: "loong64",
  loongarch64: "loong64",
  mips64el: "mips64le",
  mipsel: "mipsle",
  ppc64el: "ppc64le",
  ppc64le: "ppc64le",
  riscv64: "riscv64",
  s390x: "s390x",
  x86: "386",
  x86_64: "amd64",
};

function artifactMismatch(file: GivenFile): Detected | undefined {
  const differences = [...differencesFromList(file), ...differencesFromPackage(file)];
  if (differences.length === 0) return undefined;
  const fix = "look for a hook or a later build that writes to the same file, and build the release anew";
  return finding("artifact-mismatch", [differences.join("; "), fix]);
}

function differencesFromList({ inspection, listed }: GivenFile): string[] {
  if (listed === null) return [];
  const { file, missing } = listed;
  const them = missing.length === 1 ? "it" : "them";
  const absent =
    missing.length === 0 ? [] : [`${file} lists ${inWords(missing)} in the archive, which does not have ${them}`];
  const [goos, goarch] = [goosOf(inspection), goarchOf(inspection)];
  if (goos === null || goarch === null) return absent;
  const isOther =
    (listed.goos !== null && listed.goos !== goos) ||
    (listed.goarch !== null && listed.goarch !== "all" && listed.goarch !== goarch);
  const platform = `${listed.goos ?? goos}/${listed.goarch ?? goarch}`;
  if (isOther) return [...absent, `${file} lists it as ${platform}, and it is ${goos}/${goarch}`];
  return [...absent, ...otherVariants(inspection.go?.settings ?? {}, listed)];
}

/** What the go command recorded: `GOARM=7,hardfloat` is what is listed as 7. */
function otherVariants(settings: Readonly<Record<string, string>>, { file, variants }: Listing): string[] {
  return Object.entries(variants).flatMap(([name, value]) => {
    const recorded = settings[name];
    if (recorded === undefined || recorded === value || recorded.split(",")[0] === value.split(",")[0]) return [];
    return [`${file} lists it with ${name}=${value}, and it is built with ${name}=${recorded}`];
  });
}

/** Packages bring files of other processors along, but not to start them as commands. */
function differencesFromPackage({ inspection, packed, container }: GivenFile): string[] {
  const facts = packed?.package ?? null;
  const wanted = processors[facts?.architecture ?? ""];
  const folder = dirname(container?.member ?? "");
  const [goos, goarch] = [goosOf(inspection), goarchOf(inspection)];
  const isCommand = /(?:^|\/)s?bin$/.test(folder) && inspection.format === "elf" && goos === "linux";
  if (facts === null || wanted === undefined || !isCommand || goarch === null || goarch === wanted) return [];
  return [`the ${facts.format} package is for ${facts.architecture ?? ""}, and the program in it for ${goarch}`];
}

function undeclaredDependency(file: GivenFile): Detected | undefined {
  const found = undeclared(file);
  return found === null ? undefined : finding("undeclared-dependency", [found.message, found.fix]);
}

/** Of the C library: what scripts of a package need of others cannot be seen. */
function superfluousDependency(file: GivenFile, all: readonly GivenFile[]): Detected | undefined {
  const facts = file.packed?.package ?? null;
  const declared = facts === null ? null : declaredGlibc(facts);
  if (declared === null) return undefined;
  const together = all.filter(({ container }) => container?.path === file.container?.path);
  const needsIt = ({ inspection: { linkage } }: GivenFile): boolean =>
    !["static", "static-pie"].includes(linkage.kind) || linkage.hazards.includes("nss");
  if (together.some(needsIt)) return undefined;
  return finding("superfluous-dependency", [
    `the package declares ${declared.shown}, and every program in it is static`,
    "remove the dependency (in nfpm: depends)",
  ]);
}

function otherSource({ inspection, listed }: GivenFile): Detected | undefined {
  const settings = inspection.go?.settings ?? {};
  if (listed === null) return undefined;
  const [revision, commit] = [settings["vcs.revision"] ?? null, listed.commit];
  const isOther = revision !== null && commit !== null && !revision.startsWith(commit) && !commit.startsWith(revision);
  const reasons = [
    ...(isOther
      ? [`it was built from commit ${revision.slice(0, 12)}, and the release is of ${commit.slice(0, 12)}`]
      : []),
    ...(settings["vcs.modified"] === "true"
      ? ["it was built from a tree with changes that are in no commit (vcs.modified=true)"]
      : []),
  ];
  if (reasons.length === 0) return undefined;
  const fix = "commit or ignore what the build writes, and build the release from the tag";
  return finding("other-source", [reasons.join("; "), fix]);
}
