import { code, escapeText } from "../text/markdown.ts";
import type { LegPlan, RunnerLabel } from "../model/leg-plan.ts";
import { plural } from "../text/english.ts";

/** The plan as its file has it, and as `plan --json` prints it. */
export function renderPlan(plan: LegPlan): string {
  return `${JSON.stringify(plan, null, 2)}\n`;
}

/** GitHub's matrix in one line, for `fromJSON`: ids, labels and names alone. */
export function renderMatrix({ matrix }: LegPlan): string {
  return JSON.stringify(matrix);
}

/** The legs for people, a line each. Its text is made of import paths and labels: hostile, like all text of a repository. */
export function describePlan(plan: LegPlan): string {
  const { legs, notes, digest } = plan;
  const width = Math.max(...legs.map(({ id }) => id.length));
  const runners = legs.map(({ runner }) => labelOf(runner));
  const runnerWidth = Math.max(...runners.map(({ length }) => length));
  const builds = legs.flatMap(({ targets }) => targets).reduce((sum, target) => sum + target.builds.length, 0);
  const rows = legs.map(({ id, name }, at) => {
    return `  ${id.padEnd(width)}  ${(runners[at] ?? "").padEnd(runnerWidth)}  ${name}`;
  });
  return [
    `${plural(builds, "build")} in ${plural(legs.length, "leg")} (plan ${digest.slice(0, 12)})`,
    "",
    ...rows,
    ...(notes.length === 0 ? [] : ["", ...notes.map((note) => `  ${note}`)]),
    "",
  ].join("\n");
}

/** The same as a job summary. */
export function renderPlanSummary(plan: LegPlan): string {
  const { legs, notes } = plan;
  const rows = legs.map(({ id, runner, name }) => `| ${code(id)} | ${code(labelOf(runner))} | ${escapeText(name)} |`);
  return [
    `## Static linking: ${plural(legs.length, "leg")}`,
    ["| leg | runner | builds |", "| :-- | :-- | :-- |", ...rows.slice(0, 256)].join("\n"),
    ...notes.map(escapeText),
    "",
  ].join("\n\n");
}

function labelOf(runner: RunnerLabel): string {
  return typeof runner === "string" ? runner : runner.join(" ");
}
