import type { Linkage } from "../model/artifact.ts";
import type { NeededVersion, RunsOn, StartNeeds, StartOutcome, System, SystemProcessor } from "../model/system.ts";
import { listed } from "../text/english.ts";
import { isHigher } from "../text/versions.ts";
import { findGlibcSymbol } from "./glibc-symbols.ts";
import { isWithinLevel, type ProcessorNeed } from "./processor-level.ts";
import { openByBuilder, type OtherBuilder, splitVersions } from "./other-builder.ts";
import { loaderName, providesVersion } from "./provided-versions.ts";

/** A judged Linux program, or what is known of one that was not built. */
export type StartingProgram = {
  /** GOARCH */
  readonly processor: string;
  /** The processors that its platform names, `v3` of linux/amd64/v3; null: all of the GOARCH. */
  readonly variant: string | null;
  readonly linkage: Pick<Linkage, "kind" | "reason" | "interpreter" | "needed" | "libc" | "hazards" | "runpath">;
  /** null where the file could not be read so far, or there is none. */
  readonly needs: StartNeeds | null;
  readonly processorNeeds: readonly ProcessorNeed[];
  /** The oldest Linux that the Go release which made it runs on, and that release; null: not known. */
  readonly kernel: { readonly version: string; readonly because: string } | null;
  /** Why it starts nowhere; null where nothing is known against it. */
  readonly broken: string | null;
  /** Where it is linked with another glibc than here; null: nowhere. */
  readonly builder: OtherBuilder | null;
};

type Answer = Pick<RunsOn, "outcome" | "reason"> & Partial<Pick<RunsOn, "packages" | "fix" | "setting">>;

const severity: Readonly<Record<StartOutcome, number>> = {
  "does-not-start": 3,
  unknown: 2,
  "needs-package": 1,
  runs: 0,
};

/**
 * Whether a program starts on a system, by its own bytes: its loader, its libraries and their versions by name, its processor, its
 * pages and its kernel. undefined for a system that has no such processor. What is not known is `unknown`, never `runs`.
 */
export function startsOn(program: StartingProgram, system: System): RunsOn | undefined {
  const processor = system.processors.find((each) => each.processor === program.processor);
  if (processor === undefined) return undefined;
  const { outcome, reason, packages = [], fix = null, setting = null } = judge(program, system, processor);
  return { system: system.id, outcome, reason, packages, source: sourceOf(system), fix, setting };
}

/** The first of its sources: the table has them all. */
function sourceOf({ source }: System): string {
  return (source.split("; ")[0] ?? source).replace(/^libc: /, "");
}

function judge(program: StartingProgram, system: System, processor: SystemProcessor): Answer {
  const { linkage, broken } = program;
  if (broken !== null) return { outcome: "does-not-start", reason: broken };
  if (linkage.kind === "packed" || linkage.kind === "unreadable") {
    return { outcome: "unknown", reason: linkage.reason ?? "it cannot be judged" };
  }
  const isStatic = linkage.kind === "static" || linkage.kind === "static-pie";
  const answers = isStatic ? [ofStatic(program)] : ofDynamic(program, system, processor);
  const all = [...answers, ...ofMachine(program, system, processor)];
  return all.reduce((worst, each) => (severity[each.outcome] > severity[worst.outcome] ? each : worst));
}

function ofStatic({ linkage, kernel }: StartingProgram): Answer {
  if (linkage.hazards.includes("relocation")) {
    return { outcome: "unknown", reason: "is a static PIE, and no code was found that relocates it" };
  }
  const more = linkage.hazards.includes("nss")
    ? ", and loads NSS libraries of its host when it looks up hosts or users"
    : linkage.hazards.includes("dlopen")
      ? ", and loads libraries of its host at run time"
      : "";
  const needs = kernel === null ? "only a Linux kernel" : `only Linux ${kernel.version} or newer`;
  return { outcome: "runs", reason: `is ${linkage.kind} and needs ${needs}${more}` };
}

function ofDynamic(program: StartingProgram, system: System, processor: SystemProcessor): Answer[] {
  const { linkage, needs } = program;
  const loader = ofLoader(program, system, processor);
  if (loader !== null) return [loader];
  const libraries = ofLibraries(linkage.needed, system, processor);
  if (system.libc === "musl") return [...libraries, ofMusl(program, system)];
  // No symbols of the system are recorded: neither which versions it has, nor which it lacks.
  if (processor.versions.GLIBC === null) {
    return [{ outcome: "unknown", reason: "needs glibc, and the versions of this system are not recorded" }];
  }
  if (needs === null) return [{ outcome: "unknown", reason: "what it needs of its libraries could not be read" }];
  if (libraries.some(isEnd)) return libraries;
  const { own, ofHere } = splitVersions(newestFirst(needs.versions), program);
  const versions: Answer[] = [];
  for (const version of own) {
    versions.push(...ofVersion(version, system, processor));
    if (versions.some(isEnd)) return versions;
  }
  const open = openByBuilder(program.builder, ofHere, processor);
  return [
    ...libraries,
    ...versions,
    ...ofUnversioned(program, system, processor),
    ...(open === null ? [] : [{ outcome: "unknown", reason: open } as const]),
    { outcome: "runs", reason: describeGlibc(own, processor) },
  ];
}

/** Nothing that comes behind it is worse, and the first is told. */
function isEnd({ outcome }: Answer): boolean {
  return outcome === "does-not-start";
}

/** Why it does not come as far as its libraries; null when its loader is there, or none is asked for. */
function ofLoader({ linkage }: StartingProgram, system: System, processor: SystemProcessor): Answer | null {
  const { interpreter, kind } = linkage;
  const { loader } = processor;
  if (interpreter === null) {
    // What was not built has no headers: all that is known of it is that it asks for a loader.
    if (linkage.reason !== null)
      return loader === null
        ? { outcome: "does-not-start", reason: `${linkage.reason}, and has no loader there` }
        : { outcome: "unknown", reason: `${linkage.reason}: which versions it needs is known when it is built` };
    if (kind !== "library")
      return { outcome: "unknown", reason: "names libraries, and no loader that would load them" };
    if (linkage.needed.length > 0 && (loader === null || system.libc !== (linkage.libc ?? system.libc))) {
      return {
        outcome: "does-not-start",
        reason: `is a library for programs with ${linkage.libc ?? "a C library"}, which it does not have`,
      };
    }
    return null;
  }
  if (interpreter === loader) return null;
  if (loader !== null && isUsualPlace(interpreter, loaderName(processor) ?? "")) {
    return {
      outcome: "unknown",
      reason: `needs the loader ${interpreter}, and whether ${loader} is there as well is not recorded`,
    };
  }
  const has = system.libc === "none" ? "has no loader" : `has ${system.libc} and ${loader ?? "no loader"}`;
  return { outcome: "does-not-start", reason: `needs the loader ${interpreter}, ${has}` };
}

/** Where distributions put loaders, or lead to them by links: what the table has is the one path that every program names. */
function isUsualPlace(path: string, loader: string): boolean {
  return /^(?:\/usr)?\/lib(?:32|64|x32)?\/(?:[\w-]+-linux-\w+\/)?[^/]+$/.test(path) && path.endsWith(`/${loader}`);
}

/** Beyond the default install, or beyond what an image can ever have. */
function ofLibraries(needed: readonly string[], system: System, processor: SystemProcessor): Answer[] {
  const missing = needed.filter((library) => !hasLibrary(library, system, processor));
  if (missing.length === 0) return [];
  if (system.kind === "image") {
    return [{ outcome: "does-not-start", reason: `needs ${listed(missing)}, which the image does not have` }];
  }
  const reason = `needs ${listed(missing)}, which a default install does not have`;
  return [{ outcome: "needs-package", reason, packages: missing }];
}

/** musl's loader is its C library, and answers to all names that begin with these (ldso/dynlink.c, `reserved`). */
const muslNames = /^lib(?:c|pthread|rt|m|dl|util|xnet)\./;

export function hasLibrary(library: string, system: System, processor: SystemProcessor): boolean {
  if (system.libc === "musl" && muslNames.test(library)) return true;
  return (
    system.glibc.includes(library) ||
    library === loaderName(processor) ||
    // Part of glibc since 2.22 on amd64 (its NEWS); others have it later or never.
    (library === "libmvec.so.1" &&
      processor.processor === "amd64" &&
      isHigher(system.version, "2.21") &&
      system.glibc.includes("libdl.so.2")) ||
    system.libraries.some(({ name }) => name === library)
  );
}

function ofMusl({ needs }: StartingProgram, { version }: System): Answer {
  const glibc = needs?.versions.find(({ name }) => name.startsWith("GLIBC_"));
  if (glibc !== undefined) {
    return { outcome: "unknown", reason: `was linked against glibc (${glibc.name}) and names musl's loader` };
  }
  return { outcome: "runs", reason: `needs musl, has ${version ?? "it"}; functions of a newer musl would be missing` };
}

const sorted = new WeakMap<StartNeeds["versions"], StartNeeds["versions"]>();

/** The highest number first: it says most of how old a system may be. Sorted once for all systems. */
function newestFirst(versions: StartNeeds["versions"]): StartNeeds["versions"] {
  const known = sorted.get(versions) ?? sortVersions(versions);
  sorted.set(versions, known);
  return known;
}

function sortVersions(versions: StartNeeds["versions"]): StartNeeds["versions"] {
  const number = ({ name }: NeededVersion): string => /_(\d[\d.]*)$/.exec(name)?.[1] ?? "0";
  return versions.toSorted((a, b) => Number(isHigher(number(b), number(a))) - Number(isHigher(number(a), number(b))));
}

function ofVersion(version: NeededVersion, system: System, processor: SystemProcessor): Answer[] {
  if (version.weak) return [];
  const isThere = hasLibrary(version.library, system, processor) || version.library in packagedVersions;
  // Of a library that has to be installed the versions are those of its package, and the table has two of them.
  if (!isThere) return [];
  const provided = providesVersion(version, system, processor);
  if (provided.kind === "yes") return [];
  const of = version.library === "libc.so.6" ? "" : ` of ${version.library}`;
  const symbols = version.symbols.length === 0 ? "" : ` (${listed(version.symbols)})`;
  const needs = `needs ${version.name}${of}${symbols}`;
  return provided.kind === "no"
    ? [{ outcome: "does-not-start", reason: `${needs}, ${provided.has}` }]
    : [{ outcome: "unknown", reason: `${needs}: ${provided.why}` }];
}

/** Libraries of packages whose newest versions the table has. */
const packagedVersions: Readonly<Record<string, true>> = { "libstdc++.so.6": true, "libgcc_s.so.1": true };

/**
 * Symbols without a version are looked for in all libraries that are loaded. Before glibc 2.34 some were in libraries of their own
 * (libpthread, libdl, libresolv), which have to be loaded then.
 */
function ofUnversioned({ linkage, needs }: StartingProgram, system: System, processor: SystemProcessor): Answer[] {
  const foreign = linkage.needed.some((library) => !system.glibc.includes(library) && !(library in packagedVersions));
  const glibc = processor.versions.GLIBC;
  return (needs?.unversioned ?? []).flatMap((name): Answer[] => {
    const symbol = findGlibcSymbol(name);
    if (symbol === undefined) {
      return foreign
        ? []
        : [
            {
              outcome: "unknown",
              reason: `needs the symbol ${name} in no certain version: which library has it is not recorded`,
            },
          ];
    }
    const isNewer = isHigher(symbol.since, glibc);
    const isElsewhere = symbol.before !== null && isHigher("2.34", glibc) && !linkage.needed.includes(symbol.before);
    if (!isNewer && !isElsewhere) return [];
    const where = isNewer
      ? `came with glibc ${symbol.since ?? ""}, has ${glibc ?? "none"}`
      : `is in ${symbol.before ?? ""} before glibc 2.34, which it does not load`;
    return needs?.bindNow === true
      ? [{ outcome: "does-not-start", reason: `needs the symbol ${name}, which ${where}` }]
      : [{ outcome: "unknown", reason: `needs the symbol ${name} when it is first called, which ${where}` }];
  });
}

/** `versions`: the highest number first. */
function describeGlibc(versions: StartNeeds["versions"], { versions: has }: SystemProcessor): string {
  const newest = versions.find(({ name, weak }) => !weak && /^GLIBC_\d/.test(name))?.name;
  return newest === undefined ? "needs the loader of glibc, which it has" : `needs ${newest}, has ${has.GLIBC ?? "it"}`;
}

/** What the processor and the kernel have to be, whatever is linked. */
function ofMachine(program: StartingProgram, system: System, processor: SystemProcessor): Answer[] {
  return [...ofLevel(program, processor), ...ofPages(program), ...ofKernel(program, system)];
}

function ofLevel(program: StartingProgram, { level, processor }: SystemProcessor): Answer[] {
  const { variant, processorNeeds, needs } = program;
  const available =
    [level, variant]
      .filter((each) => each !== null)
      .toSorted()
      .at(-1) ?? null;
  const noted = needs?.isaLevel == null ? [] : [{ level: needs.isaLevel, because: "as its ELF note says" }];
  const more = [...processorNeeds, ...noted].find((each) => {
    const isNamed = processor !== "amd64" && each.because.endsWith(`=${variant ?? ""}`);
    return !isNamed && !isWithinLevel(each, available);
  });
  if (more === undefined) return [];
  const wants =
    more.level === null ? "a processor that the system does not promise" : `an x86-64-${more.level} processor`;
  const has = available === null ? "" : `, the system promises x86-64${available === "v1" ? "" : `-${available}`}`;
  const fix =
    processor === "amd64"
      ? "build for all x86-64 processors (GOAMD64=v1, no -march), or name the newer ones in platforms (linux/amd64/v3)"
      : `build for all ${processor} processors (without ${more.because})`;
  const setting = more.because.startsWith("as ") ? null : more.because;
  return [{ outcome: "unknown", reason: `needs ${wants} (${more.because})${has}`, fix, setting }];
}

/** Kernels for arm64 have pages of 4, 16 or 64 KiB, and which one a system has is for its user to choose. */
function ofPages({ processor, needs }: StartingProgram): Answer[] {
  const size = needs?.pageSize ?? null;
  if (processor !== "arm64" || size === null || size >= 65536) return [];
  return [
    {
      outcome: "unknown",
      reason: `its segments are aligned to ${size / 1024} KiB, and kernels with larger pages cannot load it`,
      fix: "link with -Wl,-z,max-page-size=65536",
    },
  ];
}

function ofKernel({ kernel }: StartingProgram, system: System): Answer[] {
  if (kernel === null || system.kernel === null || !isHigher(kernel.version, system.kernel)) return [];
  const reason = `needs Linux ${kernel.version} (${kernel.because}), and the system also comes with ${system.kernel}`;
  return [{ outcome: "unknown", reason }];
}
