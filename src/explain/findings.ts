import type { Inspection } from "../inspect/artifact.ts";
import { compareBuildInfo } from "../inspect/go-buildinfo-compare.ts";
import type { Inspected } from "../inspect/inspect.ts";
import { splitTags } from "../plan/go-flags.ts";
import { reachable } from "../plan/package-graph.ts";
import type { Proof } from "../prove/judge.ts";
import type { PlannedCell } from "../plan/plan.ts";
import { explainBuildError, lacksRuntimeCgo, staticGlibcWarnings } from "./build-errors.ts";
import type { FindingKind, FindingLevel } from "./catalog.ts";
import type { CgoUser } from "./cgo-users.ts";
import { type LinkRequest, listed, verb } from "./link.ts";

/** Something worth telling about a cell. */
export type Finding = {
  readonly kind: FindingKind;
  readonly level: FindingLevel;
  /** One sentence: what was seen. */
  readonly message: string;
  /** What to do about it; null when there is nothing to do. */
  readonly fix: string | null;
  /** The line of the caller's own code that it comes from, relative to the working directory. */
  readonly file: string | null;
  readonly line: number | null;
};

type Evidence = {
  readonly users: readonly CgoUser[];
  readonly request: LinkRequest;
  readonly proof: Proof | null;
};

/** Everything worth telling about one cell, errors first. */
export function findingsOf(inspected: Inspected, evidence: Evidence): Finding[] {
  const { build, artifact } = inspected;
  if (build.status === "skipped") return [];
  if (build.status === "failed" || artifact === null) {
    const { cause, fix } = explainBuildError(build.status === "failed" ? build.output : "");
    return [{ kind: "build-failed", level: "error", message: cause, fix, file: null, line: null }];
  }
  return detectAll({ ...evidence, cell: build.cell, output: build.output, inspection: artifact.inspection });
}

/** Everything that a file says of itself, whoever built it. `users`: the packages whose cgo calls were found in it. */
export function findingsOfFile(inspection: Inspection, users: readonly CgoUser[], proof: Proof | null): Finding[] {
  const request = { linkmode: null, extldflags: null, buildmode: "default", extlinkEnabled: false };
  return detectAll({ users, request, proof, cell: null, output: "", inspection });
}

function detectAll(facts: Facts): Finding[] {
  return detectors
    .flatMap((detect) => detect(facts) ?? [])
    .map((finding) => ({ ...finding, ...placeOf(facts.users, finding.about) }))
    .map(({ about: _, ...rest }) => rest);
}

type Facts = Evidence & {
  /** null for a file that something else built. */
  readonly cell: PlannedCell | null;
  readonly output: string;
  readonly inspection: Inspection;
};

type Detected = Omit<Finding, "file" | "line"> & {
  /** The package whose import is to blame. */
  readonly about: string | null;
};

function placeOf(users: readonly CgoUser[], about: string | null): Pick<Finding, "file" | "line"> {
  const user = users.find((each) => each.package === about);
  return { file: user?.file ?? null, line: user?.line ?? null };
}

const detectors: readonly ((facts: Facts) => Detected | undefined)[] = [
  notJudged,
  refused,
  crashAtStart,
  extldflagsIgnored,
  loaderOnly,
  nss,
  dlopen,
  stub,
  storeLoader,
  runpath,
  buildInfoMismatch,
  dynamic,
];

function notJudged({ inspection }: Facts): Detected | undefined {
  const { kind, reason } = inspection.linkage;
  if (kind !== "unreadable" && kind !== "packed") return undefined;
  const fix = kind === "packed" ? "check the file before it is packed" : null;
  return { kind, level: "error", message: reason ?? "the file could not be judged", fix, about: null };
}

function refused({ proof }: Facts): Detected | undefined {
  if (proof?.result !== "refused") return undefined;
  const fix = "start it by hand in an empty root (chroot, or an image FROM scratch) and look at what is missing";
  return {
    kind: "refused",
    level: "error",
    message: `started in an empty root it failed: ${proof.detail}`,
    fix,
    about: null,
  };
}

function isStatic({ inspection }: Facts): boolean {
  const { kind } = inspection.linkage;
  return kind === "static" || kind === "static-pie";
}

function crashAtStart(facts: Facts): Detected | undefined {
  if (!lacksRuntimeCgo(facts.output) || !isStatic(facts)) return undefined;
  // With musl the same program was measured to run.
  if (facts.inspection.linkage.libc === "musl" || facts.cell?.strategy.needs === "musl") return undefined;
  return {
    kind: "crash-at-start",
    level: "error",
    message:
      "the linker printed “loadinternal: cannot find runtime/cgo”: the binary is static and dies with SIGTRAP at start",
    fix: "drop what asks for the external linker (-linkmode=external, GO_EXTLINK_ENABLED=1): without cgo Go links statically by itself",
    about: null,
  };
}

function extldflagsIgnored({ inspection, request, users }: Facts): Detected | undefined {
  const { linkMode, linkage } = inspection;
  if (linkMode !== "internal" || !/(^|\s)['"]?--?static/.test(request.extldflags ?? "")) return undefined;
  const flag = `-extldflags=${request.extldflags ?? ""}`;
  if (linkage.kind === "static") {
    return {
      kind: "extldflags-ignored",
      level: "info",
      message: `${flag} had no effect: Go's internal linker took the build, and made it static without it`,
      fix: null,
      about: null,
    };
  }
  const names = users.map((user) => user.package);
  const because = names.length > 0 ? `, because only ${listed(names)} ${verb(names)} cgo` : "";
  return {
    kind: "extldflags-ignored",
    level: "warning",
    message: `${flag} had no effect: Go's internal linker took the build${because}`,
    fix: "build with CGO_ENABLED=0 or -tags netgo,osusergo, or add -linkmode=external to -ldflags",
    about: names[0] ?? null,
  };
}

function loaderOnly({ inspection, cell }: Facts): Detected | undefined {
  const { loaderOnly: only, interpreter } = inspection.linkage;
  if (!only) return undefined;
  const asked = cell?.flags.some(({ name, value }) => name === "-buildmode" && value === "pie");
  return {
    kind: "loader-only",
    level: "warning",
    message: `it needs no library, but the loader ${interpreter ?? "?"}: Go's internal linker gives one to every PIE`,
    fix: asked
      ? "drop -buildmode=pie, or use the strategy static-pie"
      : "drop -buildmode=pie (look in GOFLAGS and go env), or use the strategy static-pie",
    about: null,
  };
}

function nss(facts: Facts): Detected | undefined {
  const { linkage } = facts.inspection;
  const functions = staticGlibcWarnings(facts.output).filter((name) => name !== "dlopen");
  if (!isStatic(facts) || (functions.length === 0 && !linkage.hazards.includes("nss"))) return undefined;
  const why = functions.length > 0 ? `the linker warns of ${listed(functions)}` : "the file holds glibc's NSS code";
  return {
    kind: "nss",
    level: "warning",
    message: `it loads NSS libraries of the machine's own glibc at run time: ${why}`,
    fix: "add -tags netgo,osusergo (other cgo code stays), or link against musl",
    about: facts.users.find((user) => user.package === "net" || user.package === "os/user")?.package ?? null,
  };
}

function dlopen(facts: Facts): Detected | undefined {
  if (!isStatic(facts)) return undefined;
  const common = { kind: "dlopen", level: "warning" } as const;
  // Measured: plugin.Open fails in every static program, with glibc and with musl, which warns of nothing.
  if (facts.users.some((user) => user.package === "plugin")) {
    const message = "it opens plugins, which no static program can";
    return { ...common, message, fix: "a program that opens plugins has to be dynamic", about: "plugin" };
  }
  if (!staticGlibcWarnings(facts.output).includes("dlopen")) return undefined;
  const message = "it calls dlopen, which works only beside exactly the glibc it was linked with";
  return { ...common, message, fix: "build the C code without its plug-in or extension loader", about: null };
}

/** Packages that compile other code when cgo is off: some are complete (net), some only return errors (go-sqlite3). */
function stub({ cell }: Facts): Detected | undefined {
  if (cell === null) return undefined;
  const replaced = [...reachable(cell.graph, cell.package)].filter((path) => {
    const withCgo = cell.cgoGraph.get(path);
    const complete = withCgo?.own === true || (withCgo?.standard === true && path !== "plugin");
    return !complete && (withCgo?.cgoFiles.length ?? 0) > 0 && cell.graph.get(path)?.cgoFiles.length === 0;
  });
  if (replaced.length === 0) return undefined;
  return {
    kind: "stub",
    level: "warning",
    message: `without cgo ${listed(replaced)} ${replaced.length > 1 ? "compile" : "compiles"} other code, which may only return errors`,
    fix: "run the program's tests with CGO_ENABLED=0 before shipping it so",
    about: null,
  };
}

/** Nix and Guix builds name a loader and libraries that exist in their own store only. */
function storeLoader({ inspection }: Facts): Detected | undefined {
  const { interpreter } = inspection.linkage;
  if (interpreter === null || !/^\/(?:nix|gnu)\/store\//.test(interpreter)) return undefined;
  return {
    kind: "store-loader",
    level: "warning",
    message: `its loader is ${interpreter}, which only the machine that built it has`,
    fix: "build it static, or outside Nix or Guix, or change the loader with patchelf --set-interpreter",
    about: null,
  };
}

function runpath({ inspection }: Facts): Detected | undefined {
  const foreign = inspection.linkage.runpath
    .flatMap((text) => text.split(":"))
    .filter(
      (path) =>
        !path.startsWith("$ORIGIN") && !path.startsWith("${ORIGIN}") && !/^\/(?:usr\/)?(?:lib|local\/lib)/.test(path),
    )
    .filter((path) => !path.startsWith("@"));
  if (foreign.length === 0) return undefined;
  return {
    kind: "runpath",
    level: "warning",
    message: `it looks for libraries in ${listed(foreign.map((path) => (path === "" ? "the current folder" : path)))}`,
    fix: "drop -Wl,-rpath from the linker flags, or make it relative to $ORIGIN",
    about: null,
  };
}

function buildInfoMismatch({ inspection, cell }: Facts): Detected | undefined {
  if (inspection.go === null) return undefined;
  const { settings } = inspection.go;
  const flag = (name: string): string | null => cell?.flags.findLast((each) => each.name === name)?.value ?? null;
  const tags = flag("-tags");
  const asked = {
    goos: cell?.platform.goos ?? settings.GOOS ?? "",
    goarch: cell?.platform.goarch ?? inspection.machine ?? settings.GOARCH ?? "",
    cgoEnabled: cell?.strategy.env.CGO_ENABLED === "0" ? ("0" as const) : null,
    buildmode: flag("-buildmode"),
    tags: tags === null ? null : splitTags(tags),
  };
  const contradictions = compareBuildInfo(inspection.go, asked);
  if (contradictions.length === 0) return undefined;
  const fix = "look for another build that writes to the same file, and for flags in go env and GOFLAGS";
  return { kind: "build-info", level: "warning", message: contradictions.join("; "), fix, about: null };
}

function dynamic({ inspection, users, cell }: Facts): Detected | undefined {
  const { kind, loaderOnly: only, needed } = inspection.linkage;
  if (kind !== "dynamic" || only) return undefined;
  const names = users.map((user) => user.package);
  const unknown = cell === null ? "" : ", though no package uses cgo";
  const because = names.length > 0 ? `, because ${listed(names)} ${verb(names)} cgo` : unknown;
  return {
    kind: "dynamic",
    level: "info",
    message: `it needs ${listed(needed)}${because}`,
    fix: null,
    about: names[0] ?? null,
  };
}
