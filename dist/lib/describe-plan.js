import { r as escapeText, t as code } from "./markdown.js";
import { i as plural } from "./english.js";

// src/legs/describe-plan.ts
/** The plan as its file has it, and as `plan --json` prints it. */
function renderPlan(plan) {
	return `${JSON.stringify(plan, null, 2)}\n`;
}
/** GitHub's matrix in one line, for `fromJSON`: ids, labels and names alone. */
function renderMatrix({ matrix }) {
	return JSON.stringify(matrix);
}
/** The legs for people, a line each. Its text is made of import paths and labels: hostile, like all text of a repository. */
function describePlan(plan) {
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
		...notes.length === 0 ? [] : ["", ...notes.map((note) => `  ${note}`)],
		""
	].join("\n");
}
/** The same as a job summary. */
function renderPlanSummary(plan) {
	const { legs, notes } = plan;
	const rows = legs.map(({ id, runner, name }) => `| ${code(id)} | ${code(labelOf(runner))} | ${escapeText(name)} |`);
	return [
		`## Static linking: ${plural(legs.length, "leg")}`,
		[
			"| leg | runner | builds |",
			"| :-- | :-- | :-- |",
			...rows.slice(0, 256)
		].join("\n"),
		...notes.map(escapeText),
		""
	].join("\n\n");
}
function labelOf(runner) {
	return typeof runner === "string" ? runner : runner.join(" ");
}

export { describePlan, renderMatrix, renderPlan, renderPlanSummary };