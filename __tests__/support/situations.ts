import { describeRules } from "../../src/judge/describe-rules.ts";
import { judge } from "../../src/judge/judge.ts";
import { linkageOf, makeCell, makeFinding, makeReport } from "./cells.ts";
import type { Fault } from "../../src/model/fault.ts";
import type { Baseline } from "../../src/model/baseline.ts";
import type { Recommendation } from "../../src/model/cell.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Rules, Policy } from "../../src/model/policy.ts";
import { noLimits, noPolicy } from "../../src/model/policy.ts";
import type { Report, Cell } from "../../src/model/report.ts";

/** Reports of the situations that people meet, judged by the real stages. What a report looks like is tested with them. */

const module = "github.com/acme/app";
const head = "9be01d3c5a1f0e7d2b6c8a94f3e5d7c1b0a29384";
const base = "4f1c2e9a7b3d5c6e8f0a1b2c3d4e5f6a7b8c9d0e";

/** Nothing is asked for, and whatever can fail does. */
export const plainRules: Rules = {
  require: "none",
  ...noLimits,
  demanded: null,
  failOn: ["regression", "policy", "build", "missing"],
  onMissingBaseline: "warn",
  baseline: "auto",
  policyRelaxation: "warn",
  policy: noPolicy,
};

type Story = {
  readonly cells: readonly Cell[];
  readonly recommendation?: readonly Recommendation[];
  /** What the cells of the shipped strategy were. */
  readonly before?: readonly Cell[];
  readonly baseline?: Partial<Baseline>;
  readonly rules?: Partial<Rules>;
  readonly ship?: string;
};

/** The report that `check` would make of these cells. */
function tell(story: Story): Report {
  const asked = { ...plainRules, ...story.rules };
  const compared: Baseline = {
    source: story.before === undefined ? "none" : "build",
    sha: base,
    steps: [`HEAD merges the pull request into ${base.slice(0, 10)}, its first parent`],
    isMissing: false,
    isMachineFault: false,
    notListed: null,
    cells: (story.before ?? []).map((cell) => ({ head: cell, cell, from: "build" as const })),
    gone: [],
    moved: new Map(),
    isChange: true,
    relaxations: [],
    changes: [],
    hunks: new Map([["internal/store/db.go", [{ line: 9, count: 1, removed: [] }]]]),
    rules: null,
    ...story.baseline,
  };
  const recommendation = story.recommendation ?? [];
  const { ship = "default" } = story;
  const staged = story.cells.map((cell): Cell => ({ ...cell, role: cell.strategy === ship ? "ships" : "compared" }));
  const { cells: judged, verdict } = judge(staged as readonly (Cell & { readonly fault?: Fault })[], {
    recommendation,
    rules: asked,
    base: compared,
  });
  // What is to blame is for the judge; no report has it.
  const cells = judged.map(({ fault: _, ...cell }) => cell);
  const { source, sha, steps, gone } = compared;
  return makeReport({
    environment: {
      go: {
        version: "1.26.8",
        root: "/opt/hostedtoolcache/go/1.26.8/x64",
        source: "tool-cache",
        why: "Go 1.26.8, from the tool cache, because go.mod asks for 1.26",
        sha256: null,
      },
      cc: { path: "/usr/bin/gcc", version: "gcc (Ubuntu 15.2.0-4ubuntu4) 15.2.0" },
      os: "linux",
      arch: "amd64",
      image: "ubuntu26/20261115.1",
    },
    source: { url: "https://github.com/acme/app", sha: head, folder: "" },
    folder: "",
    baseline: { source, sha, steps, gone },
    ship,
    rules: describeRules(
      judged.filter(({ role }) => role === "ships"),
      asked,
    ),
    cells,
    recommendation,
    verdict,
  });
}

type Kind = Parameters<typeof linkageOf>[0];
type Given = Partial<Cell> & { readonly kind?: Kind };

const interpreters: Readonly<Record<string, string>> = {
  "linux/amd64": "/lib64/ld-linux-x86-64.so.2",
  "linux/arm64": "/lib/ld-linux-aarch64.so.1",
  "linux/arm/v7": "/lib/ld-linux-armhf.so.3",
  "linux/riscv64": "/lib/ld-linux-riscv64-lp64d.so.1",
};

/** A cell as a run would have it: sizes and times differ, and the same ones come every time. */
function cellOf(name: string, platform: string, { kind = "static", ...given }: Given = {}): Cell {
  const strategy = given.strategy ?? "default";
  const seed = Array.from(Buffer.from(`${name} ${platform} ${strategy}`)).reduce(
    (sum, byte) => (sum * 31 + byte) % 9973,
    7,
  );
  const [goos = "", goarch = ""] = platform.split("/");
  const cell = makeCell({
    package: `${module}/${name}`,
    platform,
    strategy,
    build: {
      argv: ["go", "build", "-trimpath", "-o", name.split("/").at(-1) ?? name, `./${name}`],
      dir: ".",
      env: { GOOS: goos, GOARCH: goarch, ...(strategy === "cgo-disabled" ? { CGO_ENABLED: "0" } : {}) },
      goVersion: "1.26.8",
      output: "",
    },
  });
  const interpreter = interpreters[platform] ?? "/lib/ld.so.1";
  const built: Partial<Cell> = {
    linkage: kind === "dynamic" ? { ...linkageOf(kind), interpreter } : linkageOf(kind),
    artifact: { path: null, size: 8_000_000 + seed * 1100, sha256: seed.toString(16).padStart(64, "0"), format: "elf" },
    link: linkOf(strategy),
    timing: { buildMs: 900 + seed, inspectMs: 2 },
  };
  const unbuilt: Partial<Cell> = {
    linkage: null,
    artifact: null,
    link: { mode: "unknown", reasons: [] },
    timing: { buildMs: null, inspectMs: null },
  };
  return { ...cell, ...((given.status ?? "built") === "built" ? built : unbuilt), ...given };
}

/** `bytes`: how many it lacks. */
function smaller(cell: Cell, bytes: number): Cell {
  return { ...cell, artifact: cell.artifact && { ...cell.artifact, size: cell.artifact.size - bytes } };
}

function linkOf(strategy: string): Cell["link"] {
  return strategy === "musl" || strategy === "external"
    ? {
        mode: "external",
        reasons: ["-linkmode=external asks for it", "-static reaches the C compiler, which links statically"],
      }
    : { mode: "internal", reasons: ["no package uses cgo, so Go's own linker does it all"] };
}

function recommended(cells: readonly Cell[], strategy: string | null, why: string): Recommendation[] {
  const targets = new Map(cells.map((cell) => [`${cell.package} ${cell.platform}`, cell]));
  return [...targets.values()].map(({ package: path, platform }) => {
    const folder = path.slice(module.length + 1);
    const [goos = "", goarch = ""] = platform.split("/");
    const command =
      strategy === null
        ? null
        : `${strategy === "musl" ? "CC=musl-gcc CGO_ENABLED=1" : "CGO_ENABLED=0"} GOOS=${goos} GOARCH=${goarch} go build -trimpath -o ${folder.split("/").at(-1) ?? ""} ./${folder}`;
    return {
      package: path,
      platform,
      strategy,
      why,
      command,
      forms:
        command === null
          ? null
          : { dockerfile: `FROM golang:1.26 AS build\nRUN ${command}`, goreleaser: "builds:\n  - main: .", ko: null },
    };
  });
}

const needsNoCompiler = "it is static and needs no C compiler";

function allStatic(): Report {
  const cells = ["cmd/api", "cmd/worker", "cmd/ctl"].flatMap((name) =>
    ["linux/amd64", "linux/arm64"].flatMap((platform) =>
      ["default", "cgo-disabled"].map((strategy) => cellOf(name, platform, { strategy })),
    ),
  );
  return tell({
    cells,
    recommendation: recommended(cells, "cgo-disabled", needsNoCompiler),
    baseline: { steps: ["everything that ships is static, so nothing can have become dynamic"] },
  });
}

function becameDynamic(name: string, platform: string): Cell {
  return cellOf(name, platform, {
    kind: "dynamic",
    cgo: [
      {
        package: "github.com/mattn/go-sqlite3",
        chain: [`${module}/${name}`, `${module}/internal/store`, "github.com/mattn/go-sqlite3"],
        file: "internal/store/db.go",
        line: 9,
      },
    ],
    link: { mode: "external", reasons: ["github.com/mattn/go-sqlite3 uses cgo, so the C compiler links"] },
    findings: [
      makeFinding({
        kind: "package-cgo",
        level: "info",
        message: "github.com/mattn/go-sqlite3 uses cgo",
        fix: "build with CGO_ENABLED=0, or link statically with musl",
        file: "internal/store/db.go",
        line: 9,
      }),
      makeFinding({
        kind: "glibc-floor",
        level: "warning",
        message: "it needs glibc 2.34 or newer",
        fix: "build on an older system, or ship with musl",
      }),
    ],
  });
}

const stub = makeFinding({
  kind: "stub",
  level: "warning",
  message: "without cgo github.com/mattn/go-sqlite3 compiles other files",
  fix: "see whether the program still does its work without them",
  file: "internal/store/db.go",
  line: 9,
});

function regression(): Report {
  const cells = ["linux/amd64", "linux/arm64"].flatMap((platform) => [
    ...["cmd/api", "cmd/ctl"].flatMap((name) => [cellOf(name, platform), cellOf(name, platform, { strategy: "musl" })]),
    becameDynamic("cmd/server", platform),
    cellOf("cmd/server", platform, { strategy: "cgo-disabled", findings: [stub] }),
    cellOf("cmd/server", platform, { strategy: "musl", cgo: becameDynamic("cmd/server", platform).cgo }),
  ]);
  return tell({
    cells,
    before: ["linux/amd64", "linux/arm64"].map((platform) => smaller(cellOf("cmd/server", platform), 1_300_000)),
    recommendation: [
      ...recommended(
        cells.filter((cell) => cell.package.endsWith("/server")),
        "musl",
        "it is static, with musl instead of glibc, and keeps the cgo code (simpler, but not recommended: cgo-disabled: other code than with cgo)",
      ),
      ...recommended(
        cells.filter((cell) => !cell.package.endsWith("/server")),
        "default",
        "it is static as it is: no package uses cgo",
      ),
    ],
    baseline: {
      steps: [
        `HEAD merges the pull request into ${base.slice(0, 10)}, its first parent`,
        "built 2 targets of 4f1c2e9a7b",
      ],
    },
  });
}

const manyPlatforms = ["linux/amd64", "linux/arm64", "linux/arm/v7", "linux/riscv64"];
const manyStrategies = ["default", "cgo-disabled", "netgo", "external", "static-pie", "musl"];

function matrix(names: readonly string[], platforms: readonly string[]): Cell[] {
  return names.flatMap((name) =>
    platforms.flatMap((platform) =>
      manyStrategies.map((strategy) => {
        if (strategy === "musl" && platform === "linux/riscv64") {
          return cellOf(name, platform, {
            strategy,
            status: "skipped",
            reason: "there is no musl-gcc for linux/riscv64",
          });
        }
        if (name === "cmd/gui" && strategy === "default") return cellOf(name, platform, { strategy, kind: "dynamic" });
        if (name === "cmd/gui" && strategy === "external") return failedGui(platform);
        if (
          name === "cmd/worker" &&
          strategy === "default" &&
          !platform.includes("/arm/") &&
          !platform.includes("riscv")
        ) {
          return becameDynamic(name, platform);
        }
        return cellOf(name, platform, {
          strategy,
          ...(strategy === "static-pie" ? { kind: "static-pie" as const } : {}),
        });
      }),
    ),
  );
}

function failedGui(platform: string): Cell {
  const finding: Finding = makeFinding({
    kind: "missing-library",
    level: "error",
    message: "the linker finds no static libX11",
    fix: "install the static library (libx11-dev has it on Debian), or build with another strategy",
  });
  const cell = cellOf("cmd/gui", platform, {
    strategy: "external",
    status: "failed",
    reason: finding.message,
    findings: [finding],
  });
  const output = `# ${module}/cmd/gui\n/usr/bin/ld: cannot find -lX11: No such file or directory\ncollect2: error: ld returned 1 exit status\n`;
  // As it is where the sources name a library that nobody has.
  return Object.assign({ ...cell, build: { ...cell.build, output } }, { fault: "sources" });
}

const guiPolicy: Policy = {
  ...noPolicy,
  file: { name: ".github/go-linkage.yml", path: ".github/go-linkage.yml" },
  today: "2026-11-25",
  rules: [
    {
      packages: ["cmd/gui"],
      platforms: ["linux"],
      require: "dynamic",
      maxGlibc: "2.34",
      needed: null,
      runsOn: null,
      allow: [],
      reason: "it opens windows",
      expires: null,
      line: 4,
    },
  ],
};

/** Five programs, four platforms, six strategies. */
function manyTargets(): Report {
  const cells = matrix(["cmd/agent", "cmd/api", "cmd/ctl", "cmd/gui", "cmd/worker"], manyPlatforms);
  const isGui = (cell: Cell): boolean => cell.package.endsWith("/gui");
  return tell({
    cells,
    rules: { policy: guiPolicy },
    before: [
      ...["linux/amd64", "linux/arm64"].map((platform) => cellOf("cmd/worker", platform)),
      ...manyPlatforms.map((platform) => cellOf("cmd/gui", platform, { kind: "dynamic" })),
    ],
    recommendation: [
      ...recommended(
        cells.filter((cell) => !isGui(cell)),
        "cgo-disabled",
        needsNoCompiler,
      ),
      ...recommended(cells.filter(isGui), "musl", "it is static, with musl instead of glibc, and keeps the cgo code"),
    ],
  });
}

/** 100 programs, eight platforms, four strategies, and much that is wrong with them. */
function huge(): Report {
  const platforms = [...manyPlatforms, "linux/386", "linux/ppc64le", "linux/s390x", "linux/loong64"];
  const strategies = manyStrategies.slice(0, 4);
  const cells = Array.from({ length: 100 }, (_, at) => `cmd/program-${String(at).padStart(3, "0")}`).flatMap(
    (name, at) =>
      platforms.flatMap((platform) =>
        strategies.map((strategy) => {
          if (strategy !== "default" || at % 10 !== 3) return cellOf(name, platform, { strategy });
          return becameDynamic(name, platform);
        }),
      ),
  );
  return tell({
    cells,
    before: cells
      .filter((cell) => cell.linkage?.kind === "dynamic")
      .map((cell) => ({ ...cell, linkage: linkageOf("static"), cgo: [] })),
    recommendation: recommended(cells, "cgo-disabled", needsNoCompiler),
  });
}

function buildFailures(): Report {
  const agent = cellOf("cmd/agent", "linux/arm64", {
    strategy: "musl",
    status: "failed",
    reason: "the C compiler aarch64-linux-musl-gcc is broken: cannot find 'cc1'",
    findings: [
      makeFinding({
        kind: "build-failed",
        level: "error",
        message: "the C compiler aarch64-linux-musl-gcc is broken: cannot find 'cc1'",
        fix: "install the compiler again",
      }),
    ],
  });
  const output =
    "# runtime/cgo\naarch64-linux-musl-gcc: fatal error: cannot find 'cc1': execvp: No such file or directory\ncompilation terminated.\n";
  const gui = failedGui("linux/arm64");
  const others = ["cmd/api", "cmd/ctl"].map((name) => cellOf(name, "linux/arm64", { strategy: "musl" }));
  return tell({
    cells: [{ ...agent, build: { ...agent.build, output } }, ...others, { ...gui, strategy: "musl" }],
    ship: "musl",
    before: [cellOf("cmd/agent", "linux/arm64", { strategy: "musl" }), { ...gui, strategy: "musl" }],
    recommendation: recommended(others, "musl", "it is static, with musl instead of glibc"),
  });
}

function firstRun(): Report {
  const cells = [
    ...["cmd/api", "cmd/ctl", "cmd/worker"].map((name) => cellOf(name, "linux/amd64")),
    becameDynamic("cmd/server", "linux/amd64"),
    cellOf("cmd/server", "linux/amd64", { strategy: "musl" }),
  ];
  return tell({
    cells,
    recommendation: recommended(cells, "musl", "it is static, with musl instead of glibc, and keeps the cgo code"),
    baseline: {
      sha: null,
      isMissing: true,
      steps: [
        `HEAD merges the pull request into ${base.slice(0, 10)}, its first parent`,
        "it is not in this clone, and fetching it failed: fatal: unable to access: The requested URL returned error: 403",
      ],
    },
  });
}

/** One program, as on the first page of the README. */
function single(): Report {
  const nss = makeFinding({
    kind: "nss",
    level: "warning",
    message: "it was linked statically with glibc and calls getaddrinfo, which loads the NSS libraries of the machine",
    fix: "add -tags netgo,osusergo, or link with musl",
  });
  const cells = [
    cellOf("cmd/resolver", "linux/amd64", { kind: "dynamic" }),
    cellOf("cmd/resolver", "linux/amd64", { strategy: "cgo-disabled" }),
    cellOf("cmd/resolver", "linux/amd64", { strategy: "netgo" }),
    cellOf("cmd/resolver", "linux/amd64", { strategy: "external", findings: [nss] }),
    cellOf("cmd/resolver", "linux/amd64", { strategy: "musl", status: "skipped", reason: "musl-gcc is not installed" }),
  ];
  return tell({
    cells,
    recommendation: recommended(cells, "cgo-disabled", needsNoCompiler),
    baseline: { sha: null, steps: ["no baseline-ref is given, and this is not a workflow run"] },
  });
}

/** Name -> the report; made anew at each call, for large ones take a while. */
export const situations = {
  "all-static": allStatic,
  regression,
  "many-targets": manyTargets,
  "build-failures": buildFailures,
  "first-run": firstRun,
  single,
  huge,
} as const satisfies Readonly<Record<string, () => Report>>;
