import { judge } from "../../src/judge/judge.ts";
import { linkageOf, makeCell, makeFinding, makeReport, predictedStatic } from "./cells.ts";
import { plainRules } from "./situations.ts";
import type { Report } from "../../src/model/report.ts";

/** A report of `inspect`: files that something else built, and no strategies. */
export function inspectedFiles(): Report {
  const build = { argv: [], dir: ".", env: {}, goVersion: "1.26.8", output: "" };
  const file = (path: string, size: number): NonNullable<ReturnType<typeof makeCell>["artifact"]> => ({
    path,
    size,
    sha256: null,
    format: "elf",
  });
  const given = { strategy: null, build, timing: { buildMs: null, inspectMs: 3 } };
  const info = {
    goVersion: "go1.26.8",
    path: "example.com/app/cmd/api",
    main: { path: "example.com/app", version: "(devel)" },
    settings: { CGO_ENABLED: "1", GOARCH: "amd64", GOOS: "linux" },
    withheld: [],
  };
  const packed = makeFinding({
    kind: "packed",
    message: "it is packed by UPX",
    fix: "inspect the file before it is packed",
  });
  const unreadable = makeFinding({ kind: "unreadable", message: "Mach-O files are not judged yet", fix: null });
  const cells = [
    makeCell({ ...given, kind: "dynamic", artifact: file("dist/api", 9_400_000), buildInfo: info }),
    makeCell({
      ...given,
      kind: "static-pie",
      artifact: file("dist/ctl", 4_100_000),
      hardening: {
        pie: true,
        relro: "full",
        bindNow: true,
        executableStack: false,
        textRelocations: false,
        writableCode: false,
      },
    }),
    makeCell({ ...given, kind: "packed", artifact: file("dist/packed", 900), findings: [packed] }),
    makeCell({
      ...given,
      kind: "unreadable",
      platform: "darwin/arm64",
      artifact: file("dist/mac", 5_000_000),
      findings: [unreadable],
    }),
    makeCell({
      ...given,
      artifact: file("dist/worker", 8_200_000),
      proof: { result: "proven", means: "chroot", detail: "it starts and exits with 0", exitCode: 0, signal: null },
    }),
  ];
  return makeReport({
    environment: { go: null, cc: null, os: "linux", arch: "amd64", image: null },
    ship: null,
    cells,
    verdict: judge(cells, { recommendation: [], rules: plainRules, base: null }).verdict,
  });
}

/** A report of `explain`: nothing was built. */
export function explainedProgram(): Report {
  const cgo = [
    { package: "net", chain: ["example.com/app/cmd/app", "net"], file: "cmd/app/main.go", line: 5 },
    { package: "os/user", chain: ["example.com/app/cmd/app", "os/user"], file: "cmd/app/main.go", line: 6 },
    {
      package: "github.com/mattn/go-sqlite3",
      chain: ["example.com/app/cmd/app", "example.com/app/internal/store", "github.com/mattn/go-sqlite3"],
      file: "internal/store/db.go",
      line: 9,
    },
  ];
  const dynamic = makeFinding({
    kind: "dynamic",
    level: "warning",
    message: "net imports libc.so.6",
    fix: "disable cgo",
  });
  const cells = [
    makeCell({ status: "predicted", cgo, prediction: { ...predictedStatic, linkage: "dynamic" }, findings: [dynamic] }),
    makeCell({ status: "predicted", strategy: "cgo-disabled", prediction: predictedStatic }),
    makeCell({
      status: "predicted",
      strategy: "external",
      cgo,
      prediction: {
        ...predictedStatic,
        mode: "external",
        certainty: "likely",
        unseen: ["the C compiler's own defaults"],
      },
    }),
    makeCell({
      status: "predicted",
      strategy: "static-pie",
      cgo,
      prediction: { ...predictedStatic, mode: null, linkage: "fails" },
    }),
    makeCell({ status: "predicted", strategy: "netgo", cgo, prediction: { ...predictedStatic, linkage: null } }),
    makeCell({ status: "skipped", strategy: "musl", reason: "musl-gcc is not installed", linkage: null }),
  ];
  return makeReport({
    cells: cells.map((cell) => ({ ...cell, linkage: cell.status === "built" ? linkageOf("static") : null })),
    recommendation: [
      {
        package: "example.com/app/cmd/app",
        platform: "linux/amd64",
        strategy: "cgo-disabled",
        why: "it is static and needs no C compiler",
        command: "CGO_ENABLED=0 go build -o app ./cmd/app",
        forms: null,
      },
    ],
    verdict: judge(cells, { recommendation: [], rules: plainRules, base: null }).verdict,
  });
}
