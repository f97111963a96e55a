import { describe, expect, it } from "vitest";
import { relaxedInputs } from "../../src/config/input-comparison.ts";
import { describeLost, describeObstacle, lostSystems } from "../../src/judge/lost-systems.ts";
import { asksForLess } from "../../src/judge/rule-comparison.ts";
import { fixOfDemand, fixOfLoss } from "../../src/judge/lower-floor.ts";
import { regressionOf } from "../../src/judge/regression.ts";
import { brokenSystems, glibcLimit, requireTargets, type SystemRules } from "../../src/judge/system-demands.ts";
import { noLimits, noPolicy, type Rule, type SystemDemand } from "../../src/model/policy.ts";
import type { ExaminedCell } from "../../src/model/cell.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { ReleaseImageStart } from "../../src/model/release-image-start.ts";
import type { Floor, RunsOn, StartOutcome } from "../../src/model/system.ts";
import { makeCell } from "../support/cells.ts";
import { anyProgram } from "../support/rules.ts";

const on = (system: string, outcome: StartOutcome, reason = ""): RunsOn => {
  return { system, outcome, reason, packages: [], source: "a test", fix: null, setting: null };
};
const named = (...names: readonly string[]): readonly SystemDemand[] => names.map((name) => ({ name, ids: [name] }));
const rule = (given: Partial<Rule>): Rule => ({ ...anyProgram, require: "any", line: 3, ...given });
const file = { name: ".github/go-linkage.yml", path: ".github/go-linkage.yml" };
const source = { inputs: {}, name: file.name, candidates: [], root: null, lines: {} };

type Given = Partial<SystemRules> & { readonly rules?: readonly Rule[]; readonly workflow?: Record<string, string> };

function rulesOf({ rules = [], workflow = {}, ...given }: Given): SystemRules {
  return {
    ...noLimits,
    ...given,
    policy: { ...noPolicy, today: "2026-11-28", file, rules, source: { ...source, given: workflow } },
  };
}

const tooNew = on("debian11", "does-not-start", "needs GLIBC_2.34, has 2.31");
const asked = named("debian11");
const dynamic = makeCell({
  kind: "dynamic",
  runsOn: [tooNew, on("debian12", "runs"), on("alpine3.22", "unknown", "x")],
});

describe("systems that a program has to start on", () => {
  it.each<readonly [string, Given, string | undefined]>([
    ["nobody asks", {}, undefined],
    ["it starts there", { runsOn: named("debian12") }, undefined],
    [
      "it does not",
      { runsOn: asked },
      "runs-on asks for Debian 11, where it does not start: it needs GLIBC_2.34, has 2.31",
    ],
    ["nobody knows", { runsOn: named("alpine3.22") }, "asks for Alpine 3.22, where it is not known to start: it x"],
    ["nobody looked", { runsOn: named("rhel9") }, "where it is not known to start: it could not be judged"],
    [
      "several, and another reason",
      { runsOn: named("debian11", "rhel9") },
      "asks for Debian 11, where it does not start: it needs GLIBC_2.34, has 2.31; nor on RHEL 9",
    ],
    ["a rule asks", { rules: [rule({ runsOn: asked })] }, ".github/go-linkage.yml:3 asks for Debian 11"],
    ["a rule asks for less than the file's own input", { runsOn: asked, rules: [rule({ runsOn: [] })] }, undefined],
    [
      "a rule asks for less than the workflow",
      { runsOn: asked, rules: [rule({ runsOn: [] })], workflow: { "runs-on": "debian11" } },
      "Debian 11",
    ],
    ["a rule without systems", { runsOn: asked, rules: [rule({})] }, "runs-on asks for Debian 11"],
    ["require: none", { runsOn: asked, rules: [rule({ require: "none" })] }, undefined],
    [
      "require: none, and the workflow asks",
      { runsOn: asked, rules: [rule({ require: "none" })], workflow: { "runs-on": "debian11" } },
      "Debian 11",
    ],
    ["a rule that has run out", { rules: [rule({ runsOn: asked, expires: "2000-01-01" })] }, undefined],
    ["a rule for another program", { rules: [rule({ runsOn: asked, packages: ["other"] })] }, undefined],
  ])("%s", (_, given, says) => {
    const broken = brokenSystems(dynamic, rulesOf(given));
    if (says === undefined) expect(broken).toBeUndefined();
    else expect(broken).toContain(says);
  });

  it.each<readonly [string, readonly string[] | null, boolean]>([
    ["without a rule's leave", null, true],
    ["that the rule allows", ["libpcap.so.*"], false],
    ["beside one that the rule allows", ["libz.so.1"], true],
  ])("a library that has to be installed, %s", (_, needed, isBroken) => {
    const cell = makeCell({
      kind: "dynamic",
      runsOn: [{ ...on("debian12", "needs-package"), packages: ["libpcap.so.0.8"] }],
    });
    const rules = needed === null ? [] : [rule({ needed })];
    expect(brokenSystems(cell, rulesOf({ runsOn: named("debian12"), rules })) !== undefined).toBe(isBroken);
  });

  it("are for Linux and for the processors that they have", () => {
    for (const platform of ["darwin/arm64", "linux/riscv64", "js/wasm"]) {
      const cell = makeCell({ platform, kind: "dynamic" });
      expect(brokenSystems(cell, rulesOf({ runsOn: named("rhel8") }))).toBeUndefined();
    }
  });
});

describe("the newest glibc that is allowed", () => {
  it.each<readonly [string, Given, string | null]>([
    ["any", {}, null],
    ["the input's", { maxGlibc: "2.31" }, "2.31"],
    ["a rule's", { maxGlibc: "2.31", rules: [rule({ maxGlibc: "2.36" })] }, "2.36"],
    [
      "the workflow's beside a rule's",
      { maxGlibc: "2.31", rules: [rule({ maxGlibc: "2.36" })], workflow: { "max-glibc": "2.31" } },
      "2.31",
    ],
    [
      "an older one of a rule beside the workflow's",
      { maxGlibc: "2.31", rules: [rule({ maxGlibc: "2.28" })], workflow: { "max-glibc": "2.31" } },
      "2.28",
    ],
    ["none by require: none", { maxGlibc: "2.31", rules: [rule({ require: "none" })] }, null],
  ])("%s", (_, given, limit) => {
    expect(glibcLimit(dynamic, rulesOf(given))).toBe(limit);
  });
});

describe("a system that is for no target", () => {
  const target = (platform: string): { package: string; platform: string } => ({
    package: "example.com/app",
    platform,
  });

  it.each<readonly [string, Given, readonly string[], string | null]>([
    ["no such processor", { runsOn: named("rhel8") }, ["linux/riscv64"], "runs-on: rhel8 is for no target of this run"],
    ["no Linux", { runsOn: named("scratch") }, ["darwin/arm64"], "(darwin/arm64)"],
    ["one of several targets", { runsOn: named("rhel8") }, ["linux/riscv64", "linux/amd64"], null],
    ["one of several systems", { runsOn: [{ name: "x", ids: ["rhel8", "debian13"] }] }, ["linux/riscv64"], null],
    [
      "of a rule",
      { rules: [rule({ runsOn: named("rhel8"), platforms: ["linux/riscv64"] })] },
      ["linux/amd64", "linux/riscv64"],
      ".github/go-linkage.yml:3: runs-on: rhel8",
    ],
    ["a rule for no target", { rules: [rule({ runsOn: named("rhel8"), packages: ["x"] })] }, ["linux/riscv64"], null],
    ["no target at all", { runsOn: named("rhel8") }, [], null],
  ])("%s", (...[, given, platforms, says]) => {
    const check = (): void => {
      requireTargets(rulesOf(given), platforms.map(target));
    };
    if (says === null) expect(check).not.toThrow();
    else expect(check).toThrow(says);
  });
});

describe("systems that are lost", () => {
  const cell = (...runsOn: readonly RunsOn[]): ReturnType<typeof makeCell> => makeCell({ kind: "dynamic", runsOn });

  it.each<readonly [string, StartOutcome, StartOutcome, boolean]>([
    ["it started, and does not", "runs", "does-not-start", true],
    ["it started, and nobody knows", "runs", "unknown", true],
    ["it needed a package, and does not start", "needs-package", "does-not-start", true],
    ["it needs a package now, which is told by its name", "runs", "needs-package", false],
    ["it never started", "does-not-start", "does-not-start", false],
    ["nobody knew", "unknown", "does-not-start", false],
    ["it starts now", "does-not-start", "runs", false],
  ])("%s", (...[, before, now, isLost]) => {
    expect(lostSystems(cell(on("rhel9", now)), cell(on("rhel9", before)))).toEqual(isLost ? ["rhel9"] : []);
  });

  it("are named by the newest of the families that people ask for", () => {
    expect(describeLost(["debian11"])).toBe("Debian 11");
    expect(describeLost(["debian10", "debian11", "rhel8", "scratch"])).toBe(
      "Debian 11, RHEL 8, scratch and 1 more system",
    );
    expect(describeLost(["amazonlinux2", "ubuntu20.04"])).toBe("Ubuntu 20.04 and Amazon Linux 2");
  });

  const floor = (version: string, symbols: readonly string[], path: string | null): Floor => {
    return { set: "GLIBC", version, library: "libc.so.6", symbols, package: path };
  };

  it.each<readonly [string, readonly Floor[], string, string]>([
    [
      "a symbol and its package",
      [floor("2.36", ["arc4random"], "example.com/c")],
      "needs GLIBC_2.36, has 2.31",
      "arc4random@GLIBC_2.36, through example.com/c",
    ],
    ["a version alone", [floor("2.36", [], null)], "needs GLIBC_2.36, has 2.31", "GLIBC_2.36"],
    ["a version that is not the reason", [floor("2.36", ["f"], null)], "needs the loader /x", "needs the loader /x"],
    [
      "what was needed before",
      [floor("2.34", ["f"], null)],
      "needs GLIBC_2.34, has 2.31",
      "needs GLIBC_2.34, has 2.31",
    ],
  ])("the reason: %s", (...[, floors, reason, says]) => {
    const head = { ...cell(on("debian11", "does-not-start", reason)), floors };
    const base = { ...cell(on("debian11", "runs")), floors: [floor("2.34", ["f"], null)] };
    expect(describeObstacle(head, base)).toBe(says);
  });

  it("are a regression where the linkage is the same, also of a static program", () => {
    const level = on("rhel9", "unknown", "needs an x86-64-v3 processor (GOAMD64=v3), the system promises x86-64-v2");
    for (const kind of ["static", "dynamic"] as const) {
      const [head, base] = [level, on("rhel9", "runs")].map((row) => makeCell({ kind, runsOn: [row] }));
      if (head === undefined || base === undefined) throw new Error("two cells");
      expect(regressionOf(head, base)?.what).toContain("is no longer known to start on RHEL 9: needs an x86-64-v3");
      expect(regressionOf(base, head)).toBeUndefined();
    }
  });
});

describe("what a program needs more than on the base", () => {
  const row = (reason: string): RunsOn => on("busybox-glibc", "does-not-start", reason);

  it.each([
    [
      "a library that the lost system lacks is named once",
      ["libc.so.6", "libstdc++.so.6"],
      "needs libstdc++.so.6, which the image does not have",
      "no longer starts on busybox (glibc): needs libstdc++.so.6, which the image does not have",
    ],
    [
      "a library beside it is named, too",
      ["libc.so.6", "libz.so.1"],
      "needs GLIBC_2.38, has 2.36",
      "no longer starts on busybox (glibc): needs GLIBC_2.38, has 2.36 (also needs libz.so.1)",
    ],
  ])("%s", (...[, needed, reason, says]) => {
    const head = makeCell({ kind: "dynamic", runsOn: [row(reason)] });
    const base = makeCell({ kind: "dynamic", runsOn: [on("busybox-glibc", "runs")] });
    if (head.linkage === null) throw new Error("it is built");
    expect(regressionOf({ ...head, linkage: { ...head.linkage, needed } }, base)?.what).toBe(says);
  });
});

describe("what asks for less", () => {
  const limits = (given: Partial<Rule>): Rule => rule({ require: "dynamic", ...given });

  it.each<readonly [string, Rule, Rule, boolean]>([
    ["a system fewer", limits({ runsOn: named("rhel9") }), limits({ runsOn: named("rhel9", "rhel8") }), true],
    ["no system", limits({}), limits({ runsOn: named("rhel8") }), true],
    ["a system more", limits({ runsOn: named("rhel9", "rhel8") }), limits({ runsOn: named("rhel9") }), false],
    [
      "the same by another name",
      limits({ runsOn: [{ name: "r", ids: ["rhel8"] }] }),
      limits({ runsOn: named("rhel8") }),
      false,
    ],
  ])("of a rule: %s", (...[, head, base, isLess]) => {
    expect(asksForLess(head, base)).toBe(isLess);
  });

  it.each([
    { base: { "runs-on": "debian11 rhel8" }, head: { "runs-on": "rhel-8" }, says: ["runs-on is without debian11"] },
    { base: { "runs-on": "rhel8" }, head: {}, says: ["runs-on is without rhel8"] },
    { base: { "runs-on": "rhel8" }, head: { "runs-on": "rhel8, scratch" }, says: [] },
    {
      base: { "runs-on": "a-system-of-old rhel8" },
      head: { "runs-on": "rhel8" },
      says: ["runs-on is without a-system-of-old"],
    },
    { base: { "max-glibc": "2.31" }, head: { "max-glibc": "2.34" }, says: ["max-glibc 2.31 → 2.34"] },
    { base: { "max-glibc": "2.31" }, head: {}, says: ["max-glibc 2.31 → any"] },
    { base: { "max-glibc": "2.31" }, head: { "max-glibc": "2.28" }, says: [] },
    { base: {}, head: { "max-glibc": "2.28" }, says: [] },
  ])("of inputs: $base → $head", ({ base, head, says }) => {
    expect(relaxedInputs(base, head).map((text) => text.replaceAll(/[`:]/g, ""))).toEqual(says);
  });
});

describe("how to start on an older system", () => {
  const onOlder = on("debian10", "does-not-start", "needs GLIBC_2.34, has 2.28");
  const cell = makeCell({ kind: "dynamic", runsOn: [onOlder, tooNew, on("alpine3.22", "does-not-start", "x")] });
  const zig = (glibc: string): string =>
    `CC='zig cc -target x86_64-linux-gnu.${glibc}' go build -ldflags=-linkmode=external`;
  const cxx: Floor = { set: "GLIBCXX", version: "3.4.30", library: "libstdc++.so.6", symbols: [], package: null };

  it.each<readonly [string, Given, string | null]>([
    ["of a system", { runsOn: named("debian11") }, zig("2.31")],
    ["of the oldest of several", { runsOn: named("debian11", "debian10") }, zig("2.28")],
    ["of a limit", { maxGlibc: "2.31" }, zig("2.31")],
    ["of a limit that is kept", { maxGlibc: "2.34" }, null],
    ["of a system without glibc", { runsOn: named("alpine3.22") }, null],
    ["that nobody asks for", {}, null],
  ])("%s", (_, given, fix) => {
    const found = fixOfDemand(cell, rulesOf(given), false);
    if (fix === null) expect(found).toBeNull();
    else expect(found).toContain(`; or build for an older glibc: ${fix}; or build in an image with glibc`);
  });

  it("begins with a static build, unless that is advised already", () => {
    const [demand, limits] = [
      "build without cgo: CGO_ENABLED=0 go build; or build with musl:",
      rulesOf({ maxGlibc: "2.28" }),
    ];
    expect(fixOfDemand(cell, limits, false)).toMatch(demand);
    expect(fixOfDemand(cell, limits, true)).toMatch(/^build for an older glibc/);
    expect(fixOfDemand({ ...cell, floors: [cxx] }, limits, true)).toContain(
      "CXX='zig c++ -target x86_64-linux-gnu.2.28'",
    );
    expect(fixOfDemand({ ...cell, platform: "linux/arm64" }, limits, true)).toContain("aarch64-linux-gnu.2.28");
  });

  it("is for the systems that a change has lost", () => {
    const base = makeCell({ kind: "dynamic", runsOn: [on("debian10", "does-not-start"), on("debian11", "runs")] });
    expect(fixOfLoss(cell, base)).toContain(zig("2.31"));
    expect(fixOfLoss(base, base)).toBeNull();
    expect(fixOfLoss(cell, makeCell({ kind: "static", runsOn: [on("debian11", "runs")] }))).toBeNull();
  });
});

describe("an image in which a program does not start", () => {
  const start = (starts: boolean | null): ReleaseImageStart => {
    return { file: "Dockerfile", line: 9, image: "debian:11", system: "debian11", starts, reason: "x", fix: null };
  };
  const wrong: Finding = {
    ...{
      kind: "wrong-image",
      level: "warning",
      message: "Dockerfile:9 puts it into debian:11",
      cause: null,
      fix: null,
    },
    ...{ file: "Dockerfile", line: 9, column: null },
  };
  const head: ExaminedCell = { ...makeCell({ kind: "dynamic" }), images: [start(false)], findings: [wrong] };
  const base = (...images: readonly ReleaseImageStart[]): ExaminedCell => ({
    ...makeCell({ kind: "dynamic" }),
    images,
  });

  it.each<readonly [string, ExaminedCell, ExaminedCell, boolean]>([
    ["it did on the base", head, base(start(true)), true],
    ["it did in one of two", head, base(start(null), start(true)), true],
    ["nobody knew", head, base(start(null)), false],
    ["it was put into none", head, base(), false],
    ["it did not on the base either", head, { ...base(start(false)), findings: [wrong] }, false],
    ["a rule accepts it", { ...head, findings: [{ ...wrong, level: "info" }] }, base(start(true)), false],
  ])("is a regression only where it did: %s", (...[, now, before, isLost]) => {
    const what = isLost ? "introduces a new runtime risk: Dockerfile:9 puts it into debian:11" : undefined;
    expect(regressionOf(now, before)?.what).toBe(what);
  });
});
