import { describe, expect, it } from "vitest";
import type { Inputs } from "../src/config/inputs.ts";
import { ConfigError, Interrupted, MachineFault } from "../src/errors.ts";
import type { Report } from "../src/model/report.ts";
import { buildElf } from "./support/elf-builder.ts";
import { type FakeMachine, play } from "./support/fake-machine.ts";

// From the request to the report, on a machine that is made up: the branches between the stages. Real machines are in the other projects.

const pure = { programs: { app: {} } };
const resolver = { programs: { app: { imports: ["net"] } } };
const noSpace = "/usr/bin/ld: final link failed: No space left on device";

/** `package strategy: status linkage, kinds of findings`, of each cell. */
function cellsOf({ cells }: Report): string[] {
  return cells.map(({ package: path, platform, strategy, status, linkage, findings }) => {
    const where = platform === "linux/amd64" ? strategy : `${platform} ${strategy}`;
    const kinds = findings.map(({ kind }) => kind).join(" ");
    return `${path.replace("example.com/app/cmd/", "")} ${where}: ${status} ${linkage?.kind ?? "-"}${kinds === "" ? "" : `, ${kinds}`}`;
  });
}

type Row = {
  readonly name: string;
  readonly inputs?: Partial<Inputs>;
  readonly machine: FakeMachine;
  readonly cells: readonly string[];
  readonly outcome: "pass" | "warn" | "fail";
  readonly says: string;
};

const rows: readonly Row[] = [
  {
    name: "a pure program is static",
    machine: pure,
    cells: ["app default: built static"],
    outcome: "pass",
    says: "static",
  },
  {
    name: "what is dynamic fails where static is asked for",
    inputs: { require: "static" },
    machine: resolver,
    cells: ["app default: built dynamic, policy glibc-floor std-cgo"],
    outcome: "fail",
    says: "require: static",
  },
  {
    name: "of several programs each is judged by itself",
    inputs: { require: "static" },
    machine: { programs: { a: {}, b: { imports: ["os/user"] } } },
    cells: ["a default: built static", "b default: built dynamic, policy glibc-floor std-cgo"],
    outcome: "fail",
    says: "b",
  },
  {
    name: "platforms stand by name, strategies in the order of their table",
    inputs: { strategies: "cgo-disabled default", platforms: "linux/arm64 linux/amd64" },
    machine: resolver,
    cells: [
      "app default: built dynamic, glibc-floor std-cgo",
      "app cgo-disabled: built static",
      "app linux/arm64 default: built dynamic, glibc-floor std-cgo",
      "app linux/arm64 cgo-disabled: built static",
    ],
    outcome: "pass",
    says: "app on 2 platforms is dynamic; no rule forbids it",
  },
  {
    name: "a strategy without its C compiler is skipped, and breaks no rule where it does not ship",
    inputs: { strategies: "default musl", require: "static" },
    machine: pure,
    cells: ["app default: built static", "app musl: skipped -"],
    outcome: "pass",
    says: "static",
  },
  {
    name: "a strategy without its C compiler that ships breaks the rule",
    inputs: { strategies: "musl", ship: "musl", require: "static" },
    machine: pure,
    cells: ["app musl: skipped -"],
    outcome: "fail",
    says: "musl-gcc is not on PATH",
  },
  {
    name: "a program for cgo alone is skipped without it",
    inputs: { strategies: "default cgo-disabled", ship: "cgo-disabled", require: "static" },
    machine: { programs: { app: { cgoOnly: true } } },
    cells: ["app default: built dynamic, glibc-floor package-cgo", "app cgo-disabled: skipped -, policy cgo-only"],
    outcome: "fail",
    says: "the program has only cgo files, and this strategy turns cgo off",
  },
  {
    name: "a program that cannot be loaded fails in Go's own words",
    machine: { programs: { a: {}, b: { error: "cmd/b/main.go:1:1: expected 'package', found 'EOF'" } } },
    cells: ["a default: built static", "b default: failed -, build-failed"],
    outcome: "fail",
    says: "expected 'package'",
  },
  {
    name: "a program that does not build is told, and the others are judged",
    machine: { programs: { a: { fails: "cmd/a/main.go:3:15: undefined: missing" }, b: { imports: ["net"] } } },
    cells: ["a default: failed -, build-failed", "b default: built dynamic, glibc-floor std-cgo"],
    outcome: "fail",
    says: "undefined: missing",
  },
  {
    name: "a full disk is no fault of the sources",
    machine: { programs: { a: { fails: noSpace } } },
    cells: ["a default: failed -, machine-fault"],
    outcome: "fail",
    says: "space",
  },
  {
    name: "go build that is killed",
    machine: { ...pure, answers: { "go build": { exitCode: null, signal: "SIGKILL" } } },
    cells: ["app default: failed -, machine-fault"],
    outcome: "fail",
    says: "SIGKILL",
  },
  {
    name: "go build that cannot be started",
    machine: { ...pure, answers: { "go build": new Error("spawn /go/bin/go EAGAIN") } },
    cells: ["app default: failed -, machine-fault"],
    outcome: "fail",
    says: "EAGAIN",
  },
  {
    name: "go build that says that it is done, and left nothing",
    machine: { ...pure, answers: { "go build": {} } },
    cells: ["app default: failed -, build-failed"],
    outcome: "fail",
    says: "go build failed without a message",
  },
  {
    name: "what go build leaves cannot be read",
    machine: { programs: { app: { bytes: buildElf({ code: [0xc3] }).bytes.slice(0, 80) } } },
    cells: ["app default: built unreadable, unreadable"],
    outcome: "warn",
    says: "could not be judged",
  },
  {
    name: "what go build leaves cannot be read, and static is asked for",
    inputs: { require: "static" },
    machine: { programs: { app: { bytes: buildElf({ code: [0xc3] }).bytes.slice(0, 80) } } },
    cells: ["app default: built unreadable, policy unreadable"],
    outcome: "fail",
    says: "program header table is cut off",
  },
  {
    name: "no repository on the command line: nothing is compared",
    inputs: { strategies: "default" },
    machine: resolver,
    cells: ["app default: built dynamic, glibc-floor std-cgo"],
    outcome: "pass",
    says: "app is dynamic",
  },
];

describe("check", () => {
  it.each(rows)("$name", async ({ inputs, machine, cells, outcome, says }) => {
    const { report } = await play({ strategies: "default", ...inputs }, machine);
    expect(cellsOf(report)).toEqual(cells);
    expect(`${report.verdict.outcome}: ${report.verdict.reason}`).toMatch(new RegExp(`^${outcome}: `));
    const texts = report.cells.flatMap(({ reason, findings }) => [reason, ...findings.map(({ message }) => message)]);
    expect([report.verdict.reason, ...texts].join("\n")).toContain(says);
  });

  it("builds programs of one strategy together, and each that failed once more alone", async () => {
    const { commands } = await play({ strategies: "default" }, { programs: { a: {}, b: { fails: "no" }, c: {} } });
    expect(
      commands.filter((command) => command.startsWith("go build")).map((command) => command.split(" ").slice(4)),
    ).toEqual([["example.com/app/cmd/a", "example.com/app/cmd/b", "example.com/app/cmd/c"], ["example.com/app/cmd/b"]]);
  });

  it("lists once for strategies that choose the same files", async () => {
    const { commands } = await play({ strategies: "default extldflags external" }, resolver);
    expect(commands.filter((command) => command.startsWith("go list -e"))).toHaveLength(1);
  });

  it("ends when it is cut off, in any stage", async () => {
    for (const command of ["go env", "go list", "go build", "gcc --version"]) {
      const machine = { ...pure, answers: { [command]: new Interrupted("SIGINT") } };
      await expect(play({ strategies: "default" }, machine), command).rejects.toThrow(Interrupted);
    }
  });
});

type NeededRow = {
  readonly name: string;
  readonly inputs?: Partial<Inputs>;
  readonly machine: FakeMachine;
  /** `package strategy`, of those that are built, in the order of the builds. */
  readonly built: readonly string[];
  /** The recommended strategies, and how each is known. */
  readonly advice: readonly string[];
};

const broken = { programs: { app: { fails: "cmd/app/main.go:3:15: undefined: missing" } } };
const own = { programs: { app: { cgoOnly: true } } };

const neededRows: readonly NeededRow[] = [
  {
    name: "what ships is static: nothing else is built",
    machine: pure,
    built: ["app default"],
    advice: ["default built"],
  },
  {
    name: "what ships is dynamic, and no rule forbids it: a certain prediction is enough",
    machine: resolver,
    built: ["app default"],
    advice: ["cgo-disabled predicted"],
  },
  {
    name: "what ships breaks a rule: the advice is proven",
    inputs: { require: "static" },
    machine: resolver,
    built: ["app default", "app cgo-disabled"],
    advice: ["cgo-disabled built"],
  },
  {
    name: "what ships keeps the rule: nothing has to be proven",
    inputs: { require: "static", ship: "cgo-disabled" },
    machine: resolver,
    built: ["app cgo-disabled"],
    advice: ["cgo-disabled built"],
  },
  {
    name: "nobody knows what C code calls: the advice is proven",
    machine: own,
    built: ["app default", "app external"],
    advice: ["external built"],
  },
  {
    name: "what ships does not build: neither does what is predicted to be static",
    machine: broken,
    built: ["app default", "app cgo-disabled", "app netgo", "app external"],
    advice: ["none"],
  },
  {
    name: "a program that cannot be loaded fails under every strategy",
    machine: { programs: { app: { error: "cmd/app/main.go:1:1: expected 'package', found 'EOF'" } } },
    built: ["app default"],
    advice: ["none"],
  },
  {
    name: "of several programs each has its own proofs",
    inputs: { require: "static" },
    machine: { programs: { a: { imports: ["net"] }, b: { cgoOnly: true }, c: {} } },
    built: ["a default", "b default", "c default", "a cgo-disabled", "b external"],
    advice: ["cgo-disabled built", "external built", "default built"],
  },
  {
    name: "a hazard is no advice, whatever else it is",
    inputs: { require: "static", strategies: "default external" },
    machine: resolver,
    built: ["app default"],
    advice: ["none"],
  },
  {
    name: "what ships cannot be built here: the advice is proven",
    inputs: { ship: "musl" },
    machine: resolver,
    built: ["app cgo-disabled"],
    advice: ["cgo-disabled built"],
  },
];

describe("check, build: needed", () => {
  const builtIn = (log: readonly string[]): string[] =>
    log.flatMap((line) => {
      const [, path, more, strategy] = /cmd\/(\w+)(?: and (\d+) more)?, \S+, (\S+): /.exec(line) ?? [];
      return path === undefined ? [] : [`${path}${more === undefined ? "" : `+${more}`} ${strategy ?? ""}`];
    });
  const adviceOf = ({ recommendation, cells }: Report): string[] =>
    recommendation.map(({ package: path, strategy }) => {
      const status = cells.find((cell) => cell.package === path && cell.strategy === strategy)?.status;
      return strategy === null ? "none" : `${strategy} ${status ?? "not tried"}`;
    });

  it.each(neededRows)("$name", async ({ inputs, machine, built, advice }) => {
    const { report } = await play({ build: "needed", ...inputs }, machine);
    const tried = report.cells.filter(({ status }) => status === "built" || status === "failed");
    expect(tried.map((cell) => `${cell.package.split("/").at(-1) ?? ""} ${cell.strategy ?? ""}`).toSorted()).toEqual(
      built.toSorted(),
    );
    expect(adviceOf(report)).toEqual(advice);
  });

  it("builds the simplest candidate first, and stops at the first that is proven", async () => {
    const { log } = await play({ build: "needed", require: "static" }, resolver);
    expect(builtIn(log)).toEqual(["app default", "app cgo-disabled"]);
  });

  const machines = { pure, resolver, broken, own };
  const ways = ["none", "static"].flatMap((require) =>
    ["default", "cgo-disabled", "netgo", "external", "musl"].flatMap((ship) =>
      Object.entries(machines).map(([name, machine]) => ({ require, ship, name, machine })),
    ),
  );

  it.each(ways)("$name, ship: $ship, require: $require: the verdict and the advice of build: all", async (way) => {
    const { require, ship, machine } = way;
    const [all, needed] = await Promise.all(
      ["all", "needed"].map(async (build) => (await play({ build, require, ship }, machine)).report),
    );
    expect(needed?.verdict).toEqual(all?.verdict);
    const strategies = [all, needed].map((report) => report?.recommendation.map(({ strategy }) => strategy));
    expect(strategies[1]).toEqual(strategies[0]);
    // What is not built is not counted as built.
    const count = (report: Report | undefined): number =>
      report?.cells.filter(({ linkage }) => linkage !== null).length ?? NaN;
    expect(count(needed)).toBeLessThanOrEqual(count(all));
  });
});

const refusals: readonly {
  name: string;
  inputs?: Partial<Inputs>;
  machine: FakeMachine;
  says: RegExp;
  fault?: true;
}[] = [
  { name: "no program", machine: {}, says: /matches no main package in \/app: it matches no package/ },
  {
    name: "a platform that Go does not know",
    inputs: { platforms: "linux/amd46" },
    machine: pure,
    says: /linux\/amd46/,
  },
  { name: "flags that are none", inputs: { flags: "netgo" }, machine: pure, says: /flags: .*netgo/ },
  {
    name: "a folder that is not there",
    inputs: { "working-directory": "/nowhere" },
    machine: pure,
    says: /no folder \/nowhere/,
  },
  {
    name: "the packages cannot be listed",
    machine: { ...pure, answers: { "go list": { exitCode: 1, stderr: "go: cannot find main module\n" } } },
    says: /cannot find main module/,
  },
  {
    name: "the disk is full when the packages are listed",
    machine: { ...pure, answers: { "go list": { exitCode: 1, stderr: "write /tmp/x: no space left on device\n" } } },
    says: /space/,
    fault: true,
  },
  {
    name: "an event that runs code of people without write access",
    machine: {
      ...pure,
      env: { GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: "pull_request_target", GITHUB_WORKSPACE: "/app" },
    },
    says: /pull_request_target/,
  },
  ...(["check", "explain"] as const).map((mode) => ({
    name: `a base is named, and there is no repository: ${mode}`,
    inputs: { mode, "baseline-ref": "main", "on-missing-baseline": "pass" },
    machine: { ...pure, tools: ["gcc", "git"] },
    says: /baseline-ref: "main" cannot be looked up: no git repository: .*not a git repository/,
  })),
  {
    name: "nothing is checked out",
    inputs: { "working-directory": "/job" },
    machine: { files: { "/job/x": "" }, env: { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: "/job" } },
    says: /actions\/checkout/,
  },
];

describe("refused, before anything is built", () => {
  it.each(refusals)("$name", async ({ inputs, machine, says, fault }) => {
    const running = play({ strategies: "default", ...inputs }, machine);
    await expect(running).rejects.toThrow(says);
    await expect(running).rejects.toBeInstanceOf(fault === true ? MachineFault : ConfigError);
  });
});

describe("explain", () => {
  it("starts no build, and judges what it predicts", async () => {
    const { report, commands } = await play(
      { mode: "explain", strategies: "default cgo-disabled", require: "static" },
      resolver,
    );
    expect(commands.filter((command) => command.startsWith("go build"))).toEqual([]);
    expect(report.cells.map(({ strategy, status, prediction }) => [strategy, status, prediction?.linkage])).toEqual([
      ["default", "predicted", "dynamic"],
      ["cgo-disabled", "predicted", "static"],
    ]);
    expect(report.verdict.outcome).toBe("fail");
  });
});

describe("inspect", () => {
  it("needs no Go", async () => {
    const { report, commands } = await play(
      { mode: "inspect", binaries: "dist/a\ndist/*", require: "static" },
      { files: { "dist/a": "no program", "dist/notes.txt": "text" }, tools: [] },
    );
    expect(commands).toEqual([]);
    expect(report.cells.map(({ package: name, linkage }) => [name, linkage?.kind])).toEqual([["dist/a", "unreadable"]]);
    expect(report.skippedFiles).toEqual([{ path: "dist/notes.txt", reason: expect.any(String) as string }]);
    expect(report.verdict.outcome).toBe("fail");
  });
});
