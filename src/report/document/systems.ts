import { systemIn } from "../../release/final-image.ts";
import { groupBy, unique } from "../../text/group-by.ts";
import { describeEnded, findSystem } from "../../systems/system-names.ts";
import { systemTable } from "../../systems/table.ts";
import { systemLines, systemStrip } from "../system-strip.ts";
import { rowName, shippedCells } from "../words.ts";
import { type Block, fold, list, listing, name, type Phrase, sentence, text } from "./model.ts";
import { programName } from "./phrases.ts";
import type { Cell, Report } from "../../model/report.ts";

/** Programs shown with a strip of their own. */
const stripsShown = 8;

/** Where each shipped program starts, programs that are alike together; the exact list folded, with the day of the table. */
export function describeSystems(report: Report): Block[] {
  const known = shippedCells(report).filter((cell) => cell.runsOn.length > 0 && cell.linkage !== null);
  const groups = groupBy(known, (cell) => `${systemStrip(cell) ?? ""}\n${cell.platform}`).slice(0, stripsShown);
  if (groups.length === 0) return [];
  const nameOf = (cell: Cell): Phrase[number] =>
    report.ship === null ? name(rowName(cell)) : programName(cell.package, report);
  const items = groups.map((group): Phrase => {
    return [
      ...listing(group.map(nameOf)),
      " on ",
      name(group[0].platform),
      ": ",
      sentence(systemStrip(group[0]) ?? ""),
    ];
  });
  const exact = groups.flatMap((group) =>
    systemLines(group[0]).map((line): Phrase => [nameOf(group[0]), " ", sentence(line)]),
  );
  return [
    ...(items.length === 1 ? [text("Starts on: ", ...(items[0] ?? []))] : [text("Starts on:"), list(items)]),
    ...describeSupport(report),
    fold([`All systems (table of ${systemTable().date})`], [list(exact)]),
  ];
}

/** A word on the systems that are asked for, and on the images of what ships, that are out of support. */
function describeSupport({ release, rules }: Report): Block[] {
  const named = rules.flatMap(({ rule, limit }) => (rule === "runs-on" ? limit.split(", ") : [])).map(findSystem);
  const images = release.map(({ image }) => (image === null ? null : systemIn(image)));
  const ended = describeEnded(unique([...named, ...images].flatMap((system) => system?.id ?? [])));
  return ended === null ? [] : [text("Support: ", sentence(ended))];
}
