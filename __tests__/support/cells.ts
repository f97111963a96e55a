import type { Linkage } from "../../src/model/artifact.ts";
import type { Finding } from "../../src/model/finding.ts";
import { noReleases } from "../../src/model/plan.ts";
import type { Report, Cell } from "../../src/model/report.ts";
import type { Judgement } from "../../src/model/verdict.ts";

/** Cells and reports by hand: only what a test is about has to be said. */

const standalone: Linkage = {
  kind: "static",
  reason: null,
  loaderOnly: false,
  interpreter: null,
  needed: [],
  libc: null,
  minGlibc: null,
  minOs: null,
  hazards: [],
  runpath: [],
};

const kinds = {
  static: standalone,
  "static-pie": { ...standalone, kind: "static-pie" },
  system: { ...standalone, kind: "system", interpreter: "/usr/libexec/ld.so", needed: ["libc.so.97.1"] },
  dynamic: {
    ...standalone,
    kind: "dynamic",
    interpreter: "/lib64/ld-linux-x86-64.so.2",
    needed: ["libc.so.6"],
    libc: "glibc",
    minGlibc: "2.34",
  },
  library: { ...standalone, kind: "library", needed: ["libc.so.6"] },
  packed: { ...standalone, kind: "packed", reason: "packed by UPX" },
  unreadable: { ...standalone, kind: "unreadable", reason: "Mach-O files are not judged yet" },
} as const satisfies Record<string, Linkage>;

export function linkageOf(kind: keyof typeof kinds): Linkage {
  return kinds[kind];
}

/** What the rules of linking are certain of, for a program without cgo. */
export const predictedStatic: NonNullable<Cell["prediction"]> = {
  mode: "internal",
  linkage: "static",
  loaderOnly: false,
  crashes: false,
  reasons: ["no package uses cgo, so Go's own linker does it all"],
  because: "nothing in it imports a C library",
  certainty: "certain",
  unseen: [],
  agrees: null,
};

export function makeCell(given: Partial<Cell> & { readonly kind?: keyof typeof kinds } = {}): Cell {
  const { kind = "static", ...fields } = given;
  const built = (fields.status ?? "built") === "built";
  return {
    package: "example.com/app/cmd/app",
    platform: "linux/amd64",
    strategy: "default",
    role: (given.strategy ?? "default") === "default" || given.strategy === null ? "ships" : "compared",
    sameAs: null,
    status: "built",
    reason: null,
    artifact: built ? { path: null, size: 2_300_000, sha256: "0".repeat(64), format: "elf" } : null,
    linkage: built ? kinds[kind] : null,
    link: { mode: built ? "internal" : "unknown", reasons: [] },
    cgo: [],
    build: { argv: ["go", "build", "example.com/app/cmd/app"], dir: ".", env: {}, goVersion: "1.26.8", output: "" },
    timing: { buildMs: built ? 800 : null, inspectMs: built ? 2 : null },
    proof: null,
    buildInfo: null,
    hardening: null,
    container: null,
    prediction: null,
    base: null,
    findings: [],
    runsOn: [],
    floors: [],
    image: null,
    ...fields,
  };
}

export function makeFinding(given: Partial<Finding> = {}): Finding {
  return {
    kind: "nss",
    level: "warning",
    message: "it loads NSS",
    cause: null,
    fix: "use musl",
    file: null,
    line: null,
    column: null,
    ...given,
  };
}

/** `judgements`: those of a verdict about which nothing else is to be said. */
export function makeReport({
  judgements = [],
  ...given
}: Partial<Report> & { readonly judgements?: readonly Judgement[] } = {}): Report {
  return {
    schemaVersion: 1,
    tool: { name: "go-linkage", version: "0.1.0" },
    environment: {
      go: { version: "1.26.8", root: "/usr/local/go", source: "path", why: "Go 1.26.8, from PATH", sha256: null },
      cc: { path: "/usr/bin/gcc", version: "gcc 12.2.0" },
      os: "linux",
      arch: "amd64",
      image: null,
    },
    source: null,
    folder: null,
    baseline: { source: "none", sha: null, steps: [], gone: [] },
    ship: "default",
    release: [],
    releaseSearch: noReleases,
    policy: { file: null, rules: 0, notes: [] },
    rules: [],
    cells: [makeCell()],
    recommendation: [],
    verdict: { outcome: "pass", reason: "app is static with default", judgements },
    cache: null,
    skippedFiles: [],
    plan: null,
    machines: [],
    ...given,
  };
}
