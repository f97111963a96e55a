import { catalog, type FindingKind } from "../model/catalog.ts";
import type { Cell, Report } from "../model/report.ts";
import { lowerFirst } from "../text/english.ts";
import { groupBy, unique } from "../text/group-by.ts";
import { commaSeparated, type Inline, listing, name, type Phrase, sentence, text } from "./document/model.ts";
import { tableOf } from "./document/table.ts";
import { writeBlock } from "./markdown.ts";
import { type Requirement, requirementsOf } from "./requirements.ts";
import { namesOf, rowName } from "./words.ts";

type Row = {
  readonly requirement: Requirement;
  readonly programs: readonly string[];
  readonly platforms: readonly string[];
};

/** What people who download the programs need, as a table for release notes. */
export function renderSnippet(report: Report): string {
  const table = tableOf(rowsOf(report), [
    {
      title: [report.ship === null ? "File" : "Program"],
      of: ({ programs }) => listing(programs.map(name), namesInRow),
    },
    { title: ["Platform"], of: ({ platforms }) => commaSeparated(platforms.map(name)) },
    { title: ["Requires"], of: describe },
  ]);
  const blocks = table.length === 0 ? [text("No program was built.")] : table;
  return `${blocks.map(writeBlock).join("\n\n")}\n`;
}

const namesInRow = 100;

/** Programs that require the same on the same platforms share a row. */
function rowsOf(report: Report): Row[] {
  const nameOf = (cell: Cell): string =>
    cell.strategy === null ? rowName(cell) : (namesOf(report).get(cell.package) ?? cell.package);
  return requirementsOf(report).flatMap(({ requirement, cells }) => {
    const programs = groupBy(cells, nameOf).map((own) => ({
      program: nameOf(own[0]),
      platforms: unique(own.map(({ platform }) => platform)),
    }));
    return groupBy(programs, ({ platforms }) => platforms.join("\n")).map((alike) => ({
      requirement,
      programs: alike.map(({ program }) => program),
      platforms: alike[0].platforms,
    }));
  });
}

/** For people who have never built the program. */
function describe({ requirement, platforms }: Row): Phrase {
  switch (requirement.kind) {
    case "not-built":
      return ["not known: it does not build"];
    case "does-not-start":
      return ["it does not start"];
    case "unknown":
      return ["not known"];
    case "wasm":
      return ["a WebAssembly runtime"];
    case "dynamic":
      return describeDynamic(requirement);
    case "system": {
      const isMac = platforms.every((platform) => platform.startsWith("darwin/"));
      const release = isMac && requirement.minOs !== null ? `macOS ${requirement.minOs} or newer; ` : "";
      return [sentence(`${release}only libraries of the system`), ...caveatsOf(requirement.caveats)];
    }
    case "static":
      return ["nothing (statically linked)", ...caveatsOf(requirement.caveats)];
  }
}

/** `glibc 2.34 or newer and libsqlite3.so.0` */
function describeDynamic(requirement: Extract<Requirement, { readonly kind: "dynamic" }>): Phrase {
  const { libc, minGlibc, interpreter, libraries } = requirement;
  const names = { glibc: minGlibc === null ? "glibc" : `glibc ${minGlibc} or newer`, musl: "musl (as on Alpine)" };
  const loader: readonly Inline[] =
    libc !== null ? [sentence(names[libc])] : interpreter === null ? [] : [name(interpreter)];
  const items = [...loader, ...libraries.map(name)];
  return items.length === 0 ? ["a program that loads it"] : listing(items, librariesShown);
}

const librariesShown = 12;

function caveatsOf(caveats: readonly FindingKind[]): Phrase {
  return caveats.length === 0 ? [] : [`; caveat: ${caveats.map((kind) => lowerFirst(catalog[kind].title)).join("; ")}`];
}
