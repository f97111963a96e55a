import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goLinkage } from "./support/cli.ts";
import { confusion, type Outcome, outcomeOf } from "./support/confusion.ts";
import { LinkTrace } from "./support/link-trace.ts";
import { installedGos } from "./support/toolchains.ts";
import { describeWith } from "./support/tools.ts";
import type { Cell } from "../src/model/cell.ts";
import type { Report } from "../src/model/report.ts";

// What flags and environment do to a link where the linker's choice is not the obvious one. Each is predicted, built, inspected,
// and asked of the toolchain itself.

const goMod = "module example.com/app\n\ngo 1.19\n";
const main = (...imports: readonly string[]): string =>
  `package main\n\n${imports.map((path) => `import _ "${path}"\n`).join("")}\nfunc main() {}\n`;
const ownC = (ldflags = ""): string =>
  `package main\n\n${ldflags === "" ? "" : `// #cgo LDFLAGS: ${ldflags}\n`}// int one(void) { return 1; }\nimport "C"\n\nfunc main() { println(C.one()) }\n`;

const programs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pure: { "main.go": main() },
  net: { "main.go": main("net") },
  runtimecgo: { "main.go": main("runtime/cgo") },
  own: { "main.go": ownC() },
  ownstatic: { "main.go": ownC("-static") },
  object: {
    "main.go": main("example.com/app/object"),
    "object/object.go": "package object\n",
    "object/o.c.txt": "int o;\n",
  },
  objectnet: {
    "main.go": main("net", "example.com/app/object"),
    "object/object.go": "package object\n",
    "object/o.c.txt": "int o;\n",
  },
  directive: {
    "main.go": main("example.com/app/direct"),
    "direct/direct.go":
      'package direct\n\n//go:cgo_import_dynamic libc_getpid getpid "libc.so.6"\n\nfunc jump()\n\nvar Jump = jump\n\nfunc init() { Jump = jump }\n',
    "direct/direct.s": "TEXT ·jump(SB), 4, $0-0\n\tJMP libc_getpid(SB)\n",
  },
};

type Case = {
  readonly program: keyof typeof programs;
  readonly strategy?: string;
  readonly flags?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly platform?: string;
  /** Without much to compile: these are tried every time. */
  readonly quick?: true;
};

const cases: readonly Case[] = [
  { program: "net", env: { CGO_CFLAGS: "-O2 -flto" } },
  { quick: true, program: "net", env: { CGO_CFLAGS: "-O2 -fcf-protection" } },
  { program: "net", env: { CGO_CPPFLAGS: "-fcf-protection" } },
  { program: "net", env: { CGO_CFLAGS: "-O2 -fcf-protection" }, strategy: "extldflags" },
  { program: "net", env: { CGO_CFLAGS: "-O2 -fcf-protection" }, flags: "-ldflags=-linkmode=internal" },
  { quick: true, program: "net", env: { CGO_LDFLAGS: "-static" } },
  { program: "net", env: { CC: "gcc -static" } },
  { program: "net", env: { CC: "musl-gcc" } },
  { quick: true, program: "net", env: { GO_EXTLINK_ENABLED: "1" } },
  { program: "net", env: { GO_EXTLINK_ENABLED: "0" } },
  { quick: true, program: "own", env: { GO_EXTLINK_ENABLED: "0" } },
  { quick: true, program: "pure", env: { GO_EXTLINK_ENABLED: "1" }, strategy: "extldflags" },
  { quick: true, program: "pure", flags: "-ldflags='--linkmode=external -extldflags=-static'" },
  { program: "pure", flags: "-ldflags='all=-linkmode=external -extldflags=-static'" },
  { program: "net", flags: "-ldflags=example.com/other/...=-linkmode=external" },
  { program: "pure", strategy: "cgo-disabled", flags: "-ldflags='-linkmode=external -extldflags=-static'" },
  { program: "pure", flags: "-race" },
  { program: "net", flags: "-race -ldflags='-linkmode=external -extldflags=-static'" },
  { program: "own", flags: "-buildmode=pie -ldflags=-extldflags=-static" },
  { program: "own", flags: "-buildmode=pie -ldflags=-extldflags=-static-pie" },
  { program: "own", flags: "-ldflags=-extldflags=-static-pie" },
  { program: "net", flags: "-buildmode=pie -ldflags=-extldflags=-static-pie" },
  { quick: true, program: "own", flags: "-buildmode=c-shared" },
  { program: "own", flags: "-buildmode=plugin" },
  { program: "own", flags: "-buildmode=plugin -ldflags=-extldflags=-static" },
  { program: "pure", flags: "-buildmode=c-shared", strategy: "cgo-disabled" },
  { quick: true, program: "ownstatic" },
  { quick: true, program: "runtimecgo" },
  { quick: true, program: "object" },
  { quick: true, program: "objectnet" },
  { program: "objectnet", strategy: "extldflags" },
  { program: "directive" },
  { quick: true, program: "directive", strategy: "cgo-disabled" },
  { quick: true, program: "net", env: { CGO_ENABLED: "no" } },
  { program: "net", env: { GOFLAGS: "-buildmode=pie" }, strategy: "cgo-disabled" },
  { program: "net", env: { GOFLAGS: "-tags=netgo" } },
  { quick: true, program: "net", env: { GOFLAGS: "-tags=netgo" }, flags: "-tags=other" },
  ...[
    "linux/arm64",
    "linux/s390x",
    "linux/riscv64",
    "freebsd/amd64",
    "openbsd/amd64",
    "darwin/arm64",
    "windows/amd64",
  ].map((platform) => ({ program: "net", platform })),
  { quick: true, program: "net", platform: "linux/386", flags: "-buildmode=pie" },
  { program: "net", platform: "linux/arm64", flags: "-buildmode=pie" },
  { program: "own", platform: "windows/amd64", env: { CGO_ENABLED: "1", CC: "x86_64-w64-mingw32-gcc" } },
];

const full = process.env.FULL === "true";
const chosen = (full ? installedGos() : [{ title: "the Go on PATH", go: "go" }]).map(({ title, go }) => ({
  title,
  path: go === "go" ? process.env.PATH : `${dirname(go)}:${process.env.PATH ?? ""}`,
}));

function titleOf({ program, strategy, flags, env = {}, platform }: Case): string {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  return [program, ...variables, flags, strategy, platform].filter(Boolean).join(" ");
}

describeWith(["go", "gcc", "musl-gcc", "x86_64-w64-mingw32-gcc"], "predictions", () => {
  const dir = mkdtempSync(join(tmpdir(), "prediction-"));

  beforeAll(() => {
    for (const [name, files] of Object.entries(programs)) {
      for (const [path, text] of Object.entries({ "go.mod": goMod, ...files })) {
        const file = join(dir, name, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
    for (const name of ["object", "objectnet"]) {
      const source = join(dir, name, "object/o.c.txt");
      execFileSync("gcc", ["-x", "c", "-c", source, "-o", join(dir, name, "object/object_linux_amd64.syso")]);
    }
  });
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  describe.each(chosen)("of $title", ({ title, path: PATH }) => {
    const outcomes: Outcome[] = [];
    const trace = new LinkTrace();
    afterAll(() => {
      trace.remove();
      if (full) console.log(`${title}\n${confusion(outcomes).table}`);
    });

    it.each(cases.filter(({ quick }) => full || quick === true).map((each) => ({ name: titleOf(each), ...each })))(
      "$name",
      async (each) => {
        const cwd = join(dir, each.program);
        const env = { ...each.env, PATH };
        const cell = await checkOne(each, cwd, env);
        const outcome = outcomeOf(cell);
        outcomes.push(outcome);
        expect(outcome.predicted, `${cell.reason ?? ""}\n${cell.build.output}`).toBe(outcome.observed);
        if (cell.status !== "built" || cell.platform !== "linux/amd64") return;
        expect(trace.modeOf(cell, cwd, { ...process.env, ...env })).toBe(cell.link.mode);
        // Static for an empty root: it was started there.
        const crashed = cell.proof?.result === "refused";
        expect(cell.prediction?.crashes).toBe(crashed);
      },
      120_000,
    );
  });
});

async function checkOne(each: Case, cwd: string, env: Readonly<Record<string, string | undefined>>): Promise<Cell> {
  const { strategy = "default", flags = "", platform = "linux/amd64" } = each;
  const args = ["check", ".", "--json", `--strategies=${strategy}`, `--ship=${strategy}`, `--flags=${flags}`];
  args.push(`--platforms=${platform}`, "--prove=--version");
  const { stdout, stderr } = await goLinkage(args, { cwd, env });
  if (stdout === "") throw new Error(stderr);
  const [cell] = (JSON.parse(stdout) as Report).cells;
  if (cell === undefined) throw new Error(stderr);
  return cell;
}
