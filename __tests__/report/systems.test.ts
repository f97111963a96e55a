import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge/judge.ts";
import type { Baseline } from "../../src/model/baseline.ts";
import { failKinds, noPolicy, type Rules } from "../../src/model/policy.ts";
import type { Report } from "../../src/model/report.ts";
import { renderJunit } from "../../src/report/junit.ts";
import { listSystems } from "../../src/report/list-systems.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { problemsOf } from "../../src/report/problems.ts";
import { renderSarif } from "../../src/report/sarif.ts";
import { renderTerminal } from "../../src/report/terminal.ts";
import { systemLines, systemStrip } from "../../src/report/system-strip.ts";
import type { RunsOn, StartOutcome } from "../../src/model/system.ts";
import { systemTable } from "../../src/systems/table.ts";
import { makeCell, makeReport } from "../support/cells.ts";

const { systems, date } = systemTable();

/** What a program does on all systems of the table for amd64; those that are not named do `otherwise`. */
function onAll(otherwise: StartOutcome, named: Readonly<Record<string, StartOutcome>> = {}): readonly RunsOn[] {
  return systems
    .filter(({ processors }) => processors.some(({ processor }) => processor === "amd64"))
    .map(({ id }) => ({
      system: id,
      outcome: named[id] ?? otherwise,
      reason: "",
      packages: named[id] === "needs-package" ? ["libpcap.so.0.8"] : [],
      source: "a test",
      fix: null,
      setting: null,
    }));
}

const count = onAll("runs").length;
const family = (prefix: string, outcome: StartOutcome): Record<string, StartOutcome> =>
  Object.fromEntries(systems.filter(({ id }) => id.startsWith(prefix)).map(({ id }) => [id, outcome]));
const old: Record<string, StartOutcome> = {
  ...Object.fromEntries(
    ["debian8", "debian9", "debian10", "debian11", "rhel7", "rhel8"].map((id) => [id, "does-not-start"]),
  ),
};

describe("the strip of a program", () => {
  it.each<readonly [string, readonly RunsOn[], string | null]>([
    ["for no Linux", [], null],
    ["everywhere", onAll("runs"), `all ${count} systems of the table`],
    ["but on one", onAll("runs", { oraclelinux6: "unknown" }), `all ${count} systems of the table but Oracle Linux 6`],
    [
      "but on two",
      onAll("runs", { oraclelinux6: "unknown", scratch: "does-not-start" }),
      `all ${count} systems of the table but Oracle Linux 6 and scratch`,
    ],
    [
      "on newer ones",
      onAll("runs", { ...old, ...family("alpine", "does-not-start") }),
      "Debian 12+, Ubuntu 18.04+, RHEL 9+, Amazon Linux 2+, not Alpine",
    ],
    [
      "with a package",
      onAll("runs", { ...old, ...family("alpine", "does-not-start"), debian12: "needs-package" }),
      "Debian 12+, Ubuntu 18.04+, RHEL 9+, Amazon Linux 2+, not Alpine (some need libpcap.so.0.8 installed)",
    ],
    ["nobody knows where", onAll("unknown"), "not known"],
    ["nowhere", onAll("does-not-start"), "not Debian, not Ubuntu, not RHEL, not Amazon Linux, not Alpine"],
    // A gap is no promise: what is newer has to start, too.
    [
      "but on one in the middle",
      onAll("runs", { ...old, debian13: "does-not-start" }),
      expect.stringMatching(/^not Debian, /) as string,
    ],
    // Two of three are no exceptions.
    [
      "on one of three",
      onAll("runs")
        .filter(({ system }) => ["debian12", "debian13", "rhel10"].includes(system))
        .map((row) => ({ ...row, outcome: row.system === "rhel10" ? "runs" : "does-not-start" })),
      "not Debian, RHEL 10+",
    ],
  ])("%s", (_, runsOn, strip) => {
    expect(systemStrip({ runsOn })).toEqual(strip);
  });
});

it("has every system in one of its lines", () => {
  const runsOn = onAll("runs", { debian8: "does-not-start", debian9: "unknown", debian10: "needs-package" });
  const lines = systemLines({ runsOn });
  expect(lines.slice(0, 3)).toEqual([
    "does not start on Debian 8",
    "is not known to start on Debian 9",
    "needs a package on Debian 10",
  ]);
  expect(lines[3]?.split(", ")).toHaveLength(count - 3);
});

it("programs that are alike are shown together, and the exact list is folded", () => {
  const alike = onAll("runs", { ...old, ...family("alpine", "does-not-start") });
  const cells = ["a", "b"].map((name) => {
    return makeCell({ package: `example.com/${name}`, kind: "dynamic", runsOn: alike });
  });
  const other = makeCell({ package: "example.com/c", runsOn: onAll("runs") });
  const text = renderMarkdown(makeReport({ cells: [...cells, other] }));
  expect(text).toContain("- `a` and `b` on `linux/amd64`: Debian 12+, Ubuntu 18.04+");
  expect(text).toContain(`- \`c\` on \`linux/amd64\`: all ${count} systems of the table`);
  expect(text.indexOf("<details>")).toBeLessThan(text.indexOf("does not start on Debian 8"));
});

it("lists each system once, with the day of the table", () => {
  const lines = listSystems().trimEnd().split("\n");
  expect(lines[0]).toContain(`as of ${date}`);
  expect(lines.slice(2).map((line) => line.split(" ")[0])).toEqual(systems.map(({ id }) => id));
  const [scratch = ""] = lines.filter((line) => line.startsWith("scratch "));
  expect(scratch).toContain("no C library");
});

describe("what a program has to start on", () => {
  const row = (outcome: StartOutcome, reason: string, setting: string | null): RunsOn => {
    const fix = setting === null ? null : `build for all processors (without ${setting})`;
    return { system: "debian11", outcome, reason, packages: [], source: "a test", fix, setting };
  };
  const user = { package: "net", chain: ["example.com/app", "net"], file: "main.go", line: 3 };
  const old = row("does-not-start", "needs GLIBC_2.34 (pthread_create), has 2.31", null);
  const level = row("unknown", "needs an x86-64-v3 processor (GOAMD64=v3)", "GOAMD64=v3");

  const rules: Rules = {
    ...{ require: "none", demanded: null, failOn: failKinds, onMissingBaseline: "warn", baseline: "auto" },
    ...{ policyRelaxation: "warn", policy: noPolicy, maxGlibc: null, runsOn: [] },
  };
  const built: Omit<Baseline, "cells"> = {
    ...{ source: "build", sha: "a".repeat(40), steps: [], isMissing: false, isMachineFault: false, notListed: null },
    ...{ rules: null, gone: [], moved: new Map(), isChange: true, relaxations: [], changes: [], hunks: new Map() },
  };

  const reportOf = (now: RunsOn, before?: RunsOn): Report => {
    const [head, old] = [now, before ?? now].map((each) => makeCell({ kind: "dynamic", runsOn: [each], cgo: [user] }));
    if (head === undefined || old === undefined) throw new Error("two cells");
    const isAsked = before === undefined;
    const { cells, verdict } = judge([head], {
      recommendation: [],
      rules: isAsked ? { ...rules, runsOn: [{ name: "debian11", ids: ["debian11"] }] } : rules,
      base: isAsked ? null : { ...built, cells: [{ head, cell: old, from: "build" }] },
    });
    return makeReport({ cells, verdict });
  };

  it.each([
    [
      "a broken runs-on",
      reportOf(old),
      "runs-on asks for Debian 11, where it does not start: it needs GLIBC_2.34 (pthread_create), has 2.31",
    ],
    [
      "a lost system",
      reportOf(old, { ...old, outcome: "runs" }),
      "no longer starts on Debian 11: needs GLIBC_2.34 (pthread_create), has 2.31",
    ],
  ])("is said in the same words in all formats: %s", (_, report, words) => {
    for (const text of [
      renderSarif(report),
      renderJunit(report),
      renderTerminal(report, { color: false, width: 200 }),
      renderMarkdown(report),
    ]) {
      expect(text.replaceAll("\\_", "_").replaceAll(/\s+/g, " ")).toContain(words);
    }
  });

  it("has the setting as its cause where that is what keeps it from a system", () => {
    const [problem] = problemsOf(reportOf(level));
    expect(problem?.cause).toBe("it is built with GOAMD64=v3");
    expect(renderSarif(reportOf(level))).not.toContain("main.go");
    expect(problemsOf(reportOf(old))[0]?.cause).toBe("main.go:3 leads to net, which uses cgo");
  });
});
