import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { annotationsOf } from "../../src/report/annotations.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { outputsOf } from "../../src/report/outputs.ts";
import { plainEnvironment, runReport } from "./engine.ts";
import { kindOf, pullRequest, type Scenario } from "./gate-scenarios.ts";
import { scenarios } from "./all-scenarios.ts";
import { Hub } from "./github.ts";
import { neutral } from "./neutral.ts";
import type { Choice } from "./sample.ts";
import { describeWith } from "./tools.ts";
import type { Report } from "../../src/model/report.ts";

// Real repositories, real events, real builds: what the gate says of each change.

const hubs: Hub[] = [];

afterAll(() => {
  for (const hub of hubs) hub.remove();
});

/** Plays a scenario; `more` inputs win. */
export async function runScenario(scenario: Scenario, more: Scenario["inputs"] = {}): Promise<Report> {
  const hub = new Hub();
  hubs.push(hub);
  const { workspace, env } = (scenario.job ?? pullRequest("merge"))(hub, scenario);
  scenario.prepare?.(workspace);
  const { GOWORK: _, ...plain } = plainEnvironment();
  const inputs = {
    strategies: "default",
    ...scenario.inputs,
    ...more,
    "working-directory": join(workspace, scenario.inputs?.["working-directory"] ?? ""),
  };
  const { folderCache } = scenario;
  return runReport(inputs, { ...plain, ...env, ...scenario.env?.(workspace) }, (ports) =>
    folderCache === undefined ? ports : { ...ports, folderCache },
  );
}

/** What the steps and the cells come to, in the words of docs/gate.md. */
function comparedHow({ baseline, cells }: Report): Scenario["compared"] {
  const bases = cells.flatMap(({ base }) => base ?? []);
  const steps = baseline.steps.join("\n");
  if (steps.includes("the base cannot be built") || bases.some(({ status }) => status !== "built")) return "not built";
  if (steps.includes("all is new")) return "new";
  if (bases.some(({ unchanged }) => !unchanged)) return "built";
  if (bases.length > 0) return "same files";
  if (baseline.source === "build") return "listed";
  if (baseline.source === "policy") return "read";
  if (baseline.sha !== null) return "not needed";
  return /has no base|is new$|baseline: none/.test(steps) ? "none" : "not found";
}

function findingsOf({ cells }: Report): string[] {
  return cells.flatMap(({ findings }) =>
    findings
      .filter(({ kind }) => kind === "regression" || kind === "build-broken")
      .map(({ kind, file, line }) => (file === null ? kind : `${kind} ${file}:${line ?? "?"}`)),
  );
}

/** What people see: the exit code, the notes on the lines of the change, and the job summary. */
function describeOutcome(report: Report): string {
  const plain = neutral(report);
  const notes = annotationsOf(plain).map(({ level, title, file, line }) => {
    return `- ${level}, ${file === null ? "no file" : `${JSON.stringify(file)} line ${line ?? 1}`}: ${title}`;
  });
  const head = [`Exit code ${plain.verdict.outcome === "fail" ? 1 : 0}. Annotations:`, "", ...notes].join("\n");
  // A submodule's address is in the commit, and it is another folder each time.
  const base = plain.baseline.sha?.slice(0, 10) ?? "no base";
  return (
    `${head}\n\n---\n\n${renderMarkdown(plain)}`
      .replaceAll(base, "0".repeat(10))
      .replaceAll(/(?:file:\/\/)?\/[^\s'"`]*hub-\w+/g, "/hub")
      // Each version of git, of gcc and of a linker has other words.
      .replaceAll(/^\S*\/link: running gcc failed: [^]*?(?=\n```)/gm, "link: running gcc failed: …")
      .replaceAll(/(failed|repository): fatal: [^;\n]*?(?=[;.\n]|$)/gm, "$1: fatal: …")
  );
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

/** Plays the scenarios of a choice: what the gate says of each change, with its page in golden/gate/. */
export function testScenarios(choose: Choice): void {
  const isFull = process.env.FULL === "true";
  const chosen = new Set(choose(Object.values(scenarios).flat(), kindOf));
  describeWith(["go", "gcc", "git"], "the gate", () => {
    for (const [heading, rows] of Object.entries(scenarios)) {
      const here = rows.filter((row) => chosen.has(row) && (isFull || row.isLong !== true) && canPlay(row));
      if (here.length > 0)
        describe.concurrent(heading, () => {
          testRows(here);
        });
    }
  });
}

/** Giving files away takes root, which the runners of the tests are: elsewhere a row that needs it has no outcome. */
export function canPlay({ needsRoot = false }: Scenario): boolean {
  return !needsRoot || process.getuid?.() === 0;
}

function testRows(rows: readonly Scenario[]): void {
  it.for(rows.map((row) => [row.title, row] as const))("%s", async ([, scenario], { expect: expectHere }) => {
    const report = await runScenario(scenario);
    const { baseline, verdict } = report;
    const story = JSON.stringify({ ...baseline, verdict }, null, 1);
    expect(verdict.reason, story).toContain(scenario.says);
    expect([verdict.outcome, comparedHow(report)], story).toEqual([scenario.verdict, scenario.compared]);
    const findings = findingsOf(report);
    expect(findings, story).toEqual(scenario.findings ?? []);
    expect(baseline.steps.join("\n")).toContain(scenario.step ?? "");
    // Names of temporary folders would make every report another one.
    expect(story).not.toMatch(/go-linkage-\w{6}/);
    expect(outputsOf(report)).toMatchObject({
      "regression-count": String(findings.length),
      "missing-count": String(baseline.gone.length),
      "baseline-source": ["built", "listed"].includes(scenario.compared) ? "build" : baseline.source,
      "baseline-sha": baseline.sha ?? "",
    });
    const places = annotationsOf(report).map(({ file, line }) => `${file ?? ""}:${line ?? ""}`);
    // A finding is placed from the working directory, and an annotation from the root of the repository.
    for (const finding of findings.filter((text) => text.includes(" "))) {
      expect(places).toContain(join(report.folder ?? "", finding.slice(finding.indexOf(" ") + 1)));
    }
    await expectHere(describeOutcome(report)).toMatchFileSnapshot(`golden/gate/${slugOf(scenario.title)}.md`);
  });
}
