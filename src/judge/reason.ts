import { programName } from "../text/program-name.ts";
import {
  describeLinkage,
  type ExaminedCell,
  isStandalone,
  isWithoutLinkage,
  linkageKind,
  type Recommendation,
} from "../model/cell.ts";
import type { Judgement } from "../model/verdict.ts";
import { builtWith, isOrWillBe, targetOf } from "./judge-target.ts";

/** The first of those that weigh most, in a sentence, and how many there are of its weight. */
export function describeProblems(judgements: readonly Judgement[], cells: readonly ExaminedCell[]): string {
  const failing = judgements.filter(({ outcome }) => outcome === "fail");
  const [first, ...more] = failing.length > 0 ? failing : judgements;
  if (first === undefined) return "";
  const rest = more.length === 0 ? "" : ` (and ${more.length} more like it)`;
  const name = first.target === null ? "" : `${targetName(first.target, cells)} `;
  return `${name}${first.message}${rest}`;
}

/** What ships, in a sentence, where nothing fails or warns. */
export function describePass(
  cells: readonly ExaminedCell[],
  recommendation: readonly Recommendation[],
  ship: string | null,
): string {
  const asked = cells.filter((cell) => !isWithoutLinkage(cell));
  const shipped = asked.length > 0 ? asked : cells;
  const dependent = shipped.filter((cell) => !isStandalone(cell));
  const [first = shipped[0]] = dependent;
  if (first === undefined) return "nothing is shipped";
  const name = targetName(targetOf(first), cells);
  if (dependent.length === 0) {
    const word = shipped.every((cell) => linkageKind(cell) === "system") ? "standalone" : "static";
    const are = isOrWillBe(first) === "is" ? "are" : "will be";
    const subject = shipped.length === 1 ? `${name} ${isOrWillBe(first)}` : `all ${shipped.length} binaries ${are}`;
    return `${subject} ${word}${builtWith(ship)}`;
  }
  const remedy = recommendation.find((each) => each.package === first.package && each.platform === first.platform);
  const makes = first.status === "predicted" ? "would make" : "makes";
  const remedyText = remedy?.strategy == null ? "" : `; ${remedy.strategy} ${makes} it static`;
  const is = `${name} ${isOrWillBe(first)} ${describeLinkage(first)}`;
  if (shipped.length === 1) return `${is}${builtWith(ship)}${remedyText}`;
  const verb = dependent.length === 1 ? "is" : "are";
  return `${dependent.length} of ${shipped.length} binaries ${verb} not static${builtWith(ship)}: ${is}${remedyText}`;
}

/** The last element of the import path, with the platform when the run has more than one. */
function targetName(target: NonNullable<Judgement["target"]>, cells: readonly ExaminedCell[]): string {
  if (target.file !== null) return target.file;
  const several = cells.some(({ platform }) => platform !== target.platform);
  const name = programName(target.package);
  return several ? `${name} on ${target.platform}` : name;
}
