import { describeCache } from "../../cache/describe-cache.ts";
import { buildLine } from "../build-line.ts";
import { plural } from "../../text/english.ts";
import { isMixed, isPredicted, shippedCells } from "../words.ts";
import { type Block, fold, list, name, type Phrase, sentence, text } from "./model.ts";
import { closed, commit } from "./phrases.ts";
import type { MachineReport, Report } from "../../model/report.ts";

/** What the answer rests on, and how to repeat it. */
export function describeMethod(report: Report): Block[] {
  const { environment, machines, plan, cache, source, policy, baseline } = report;
  const lines: Phrase[] = [
    [methodOf(report)],
    ...(source === null ? [] : [["Commit: ", commit(source.sha, report)]]),
    ...(environment === null ? [] : describeMachine(environment)),
    ...machines.map(describeLeg),
    ...(plan === null ? [] : plan.notes.map((note): Phrase => [sentence(note)])),
    ...(cache === null ? [] : [[closed(describeCache(cache))]]),
    ...(baseline.steps.length === 0 ? [] : [["Base commit: ", closed(baseline.steps.join("; "))]]),
    ...describePolicy(policy),
  ];
  const example = shippedCells(report).find((cell) => cell.strategy !== null && cell.status === "built");
  const again: Block[] =
    example === undefined
      ? []
      : [
          text("To repeat one of the builds:"),
          { kind: "code", language: "sh", name: "Command", text: name(buildLine(example, report)) },
        ];
  return [fold(["Method and reproduction"], [list(lines), ...again])];
}

function describeMachine({ go, cc, image, os, arch }: MachineReport): Phrase[] {
  return [
    ...(go === null ? [] : [[closed(go.why)]]),
    ...(go?.sha256 == null ? [] : [["SHA-256 of the Go archive: ", name(go.sha256)]]),
    ...(go === null ? [] : [cc === null ? ["C compiler: none"] : ["C compiler: ", name(cc.version)]]),
    [`Machine: ${os}/${arch}`, ...(image === null ? [] : [", image ", name(image)])],
  ];
}

/** One of the machines of a merged report, in a line. */
function describeLeg({ leg, environment }: Report["machines"][number]): Phrase {
  if (environment === null) return ["Leg ", name(leg)];
  const { go, cc, os, arch, image } = environment;
  return [
    ...["Leg ", name(leg), `: ${os}/${arch}`],
    ...(image === null ? [] : [", image ", name(image)]),
    ...(go === null ? [] : [", Go ", name(go.version)]),
    ...(cc === null ? [] : [", ", name(cc.version)]),
  ];
}

function methodOf(report: Report): string {
  const { cells } = report;
  const predicted = "linker and linkage follow from the rules of the Go toolchain, the flags and the sources.";
  if (cells.some(isPredicted) && !isMixed(report)) return `Nothing was built: ${predicted}`;
  const isStarted = cells.some(({ proof }) => proof !== null && proof.result !== "not-proven");
  const executed = isStarted ? "Static files were started in an empty root." : "Nothing was executed.";
  const read = `Linkage is read from the headers of each file, never from flags or from the output of other tools. ${executed}`;
  return cells.some(isPredicted) ? `${read} Where it says "predicted" nothing was built: ${predicted}` : read;
}

function describePolicy({ file, rules, notes }: Report["policy"]): Phrase[] {
  if (file === null && notes.length === 0) return [];
  const read: Phrase = file === null ? [] : [name(file), ` (${plural(rules, "rule")})`];
  const more = notes.length === 0 ? [] : [...(file === null ? [] : ["; "]), sentence(notes.join("; "))];
  return [["Policy: ", ...read, ...more]];
}
