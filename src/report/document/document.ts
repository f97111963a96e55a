import { headline, markOf } from "../headline.ts";
import { problemsOf } from "../problems.ts";
import { describeOpenAdvice } from "./advice.ts";
import { describeBuilds, describeOnlyTarget, describeReasons } from "./builds.ts";
import { describeContext } from "./context.ts";
import { describeCosts, describeImports, describeOtherFindings, describeOutputs } from "./details.ts";
import { describeMethod } from "./method.ts";
import { type Block, type Document, type SectionId, sectionIds } from "./model.ts";
import { describeProblems, describeWarnings } from "./problem-blocks.ts";
import { describeSystems } from "./systems.ts";
import { describeRules, describeShips } from "./ships.ts";
import type { Report } from "../../model/report.ts";

/** The report as all formats for people say it: the outcome, what to do, what ships, and then everything else folded. */
export function documentOf(report: Report): Document {
  const problems = problemsOf(report);
  const blocks: Readonly<Record<SectionId, readonly Block[]>> = {
    context: describeContext(report, problems),
    problems: describeProblems(problems, report),
    rules: describeRules(report),
    ships: [...describeShips(report, problems), ...describeOnlyTarget(report, problems), ...describeSystems(report)],
    advice: describeOpenAdvice(report, problems),
    warnings: describeWarnings(problems, report),
    builds: describeBuilds(report),
    reasons: describeReasons(report),
    imports: describeImports(report),
    findings: describeOtherFindings(report, problems),
    costs: describeCosts(report),
    outputs: describeOutputs(report, problems),
    method: describeMethod(report),
  };
  return {
    outcome: report.verdict.outcome,
    mark: markOf(report),
    heading: headline(report, problems),
    sections: sectionIds.map((id) => ({ id, blocks: blocks[id] })).filter(({ blocks: own }) => own.length > 0),
  };
}
