import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";
import { renderMarkdown } from "../../src/report/markdown.ts";
import type { Report } from "../../src/model/report.ts";
import { plainEnvironment, runReport, writeModule } from "./engine.ts";

// The policy on real repositories and real builds.

export const scratch = mkdtempSync(join(tmpdir(), "policy-"));

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

export type Files = Readonly<Record<string, string>>;

export const config = ".github/go-linkage.yml";
export const pure = "package main\n\nfunc main() {}\n";
export const users = 'package main\n\nimport _ "os/user"\n\nfunc main() {}\n';

/** A repository with two commits. */
export function makeRepository(name: string, base: Files, head: Files): string {
  const dir = join(scratch, name);
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
      cwd: dir,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  writeModule(dir, base);
  git("init", "-q", "-b", "main");
  git("add", ".");
  git("commit", "-q", "-m", "base");
  git("branch", "base");
  for (const path of Object.keys(base)) if (!(path in head)) rmSync(join(dir, path));
  writeModule(dir, head);
  git("add", "-A");
  git("commit", "-q", "-m", "head");
  return dir;
}

export type Row = {
  readonly name: string;
  readonly base: Files;
  readonly head: Files;
  readonly inputs?: Files;
  readonly outcome: "pass" | "warn" | "fail";
  readonly says: string;
  readonly kinds: readonly string[];
  readonly step?: string;
};

export const strict = "rules:\n  - require: static\n";
export const relaxed = `${strict}  - packages: cmd/gui\n    require: dynamic\n    reason: LDAP\n`;

export const rows: readonly Row[] = [
  {
    name: "dynamic, and allowed by the same change",
    base: { "cmd/gui/main.go": pure, [config]: strict },
    head: { "cmd/gui/main.go": users, [config]: relaxed },
    outcome: "warn",
    says: "this change relaxes the policy: cmd/gui HOST static → dynamic",
    kinds: ["policy-relaxed"],
  },
  {
    name: "dynamic, and allowed before",
    base: { "cmd/gui/main.go": pure, [config]: relaxed },
    head: { "cmd/gui/main.go": users, [config]: relaxed },
    outcome: "pass",
    says: "gui is dynamic",
    kinds: [],
  },
  {
    name: "dynamic, and not allowed",
    base: { "cmd/gui/main.go": pure, [config]: strict },
    head: { "cmd/gui/main.go": users, [config]: strict },
    outcome: "fail",
    says: "is now dynamic (was static",
    kinds: ["policy", "regression"],
  },
  {
    name: "dynamic on both sides, and the rule was taken away with the file",
    base: { "cmd/gui/main.go": users, [config]: strict },
    head: { "cmd/gui/main.go": users },
    inputs: { "policy-relaxation": "fail" },
    outcome: "fail",
    says: "this change relaxes the policy: cmd/gui HOST static → none",
    kinds: ["policy-relaxed"],
  },
  {
    name: "-buildmode=pie switched on in the file",
    base: { "cmd/gui/main.go": users, [config]: "inputs: { ship: cgo-disabled }\n" },
    head: { "cmd/gui/main.go": users, [config]: "inputs: { ship: cgo-disabled, flags: -buildmode=pie }\n" },
    outcome: "fail",
    says: ".github/go-linkage.yml:1: flags is -buildmode=pie (not set before)",
    kinds: ["regression"],
    step: `the base is built as its own ${config} says; flags differs`,
  },
  {
    name: "another strategy ships",
    base: { "cmd/gui/main.go": users, [config]: "inputs: { ship: cgo-disabled }\n" },
    head: { "cmd/gui/main.go": users, [config]: "inputs: { ship: default }\n" },
    outcome: "fail",
    says: "is now dynamic (was static",
    kinds: ["regression"],
    step: "ship differs",
  },
  {
    name: "what the workflow gives holds on both sides",
    base: { "cmd/gui/main.go": users, [config]: "inputs: { ship: cgo-disabled }\n" },
    head: { "cmd/gui/main.go": users, [config]: "inputs: { ship: default }\n" },
    inputs: { ship: "netgo" },
    outcome: "pass",
    says: "gui is static",
    kinds: [],
  },
  {
    name: "a strategy of the file became another one",
    base: {
      "cmd/gui/main.go": users,
      [config]: "inputs: { ship: mine }\nstrategies: { mine: { tags: [netgo, osusergo] } }\n",
    },
    head: { "cmd/gui/main.go": users, [config]: "inputs: { ship: mine }\nstrategies: { mine: {} }\n" },
    outcome: "fail",
    says: "is now dynamic (was static",
    kinds: ["regression"],
    step: "the shipped strategy differs",
  },
  {
    name: "the base's file cannot be read",
    base: { "cmd/gui/main.go": pure, [config]: "rules: 3\n" },
    head: { "cmd/gui/main.go": users, [config]: relaxed },
    outcome: "warn",
    says: "this change relaxes the policy: cmd/gui HOST none → dynamic",
    kinds: ["policy-relaxed"],
    step: `the base's config cannot be read, so it allows nothing (${config} of the base:1:8: rules: a list was expected`,
  },
  {
    name: "fail-on was emptied",
    base: { "cmd/gui/main.go": pure, [config]: "inputs: {}\n" },
    head: { "cmd/gui/main.go": users, [config]: "inputs: { fail-on: none }\n" },
    outcome: "warn",
    says: "this change relaxes the policy: fail-on is without regression, policy, build, missing; gui is now dynamic",
    kinds: ["regression"],
  },
];

export async function examine(dir: string, inputs: Files): Promise<Report> {
  const given = { "working-directory": dir, strategies: "default", "baseline-ref": "base", ...inputs };
  return runReport(given, plainEnvironment());
}

/** Judges a change of the config file, or under one, in a real repository. */
export async function testRow({ name, base, head, inputs = {}, outcome, says, kinds, step = "" }: Row): Promise<void> {
  const report = await examine(makeRepository(name.replaceAll(/\W+/g, "-"), base, head), inputs);
  const shipped = report.cells.filter(({ strategy }) => strategy === report.ship);
  const reason = report.verdict.reason.replaceAll(shipped[0]?.platform ?? "", "HOST");
  expect({ outcome: report.verdict.outcome, reason }).toEqual({
    outcome,
    reason: expect.stringContaining(says) as string,
  });
  const worth = ["policy", "policy-relaxed", "regression"];
  expect(
    shipped.flatMap(({ findings }) => findings.map(({ kind }) => kind)).filter((kind) => worth.includes(kind)),
  ).toEqual(kinds);
  expect(report.baseline.steps.join("\n")).toContain(step);
  expect(renderMarkdown(report)).toContain("Ships as ");
}

/** The kind of a row, for sample.ts: the verdict. */
export function kindOf({ outcome }: Row): string {
  return outcome;
}
