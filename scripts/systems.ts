// The table of systems (src/systems/data/) from what was found about them (scripts/systems/): npm run generate.
import { readFileSync } from "node:fs";
import { join } from "node:path";

type Row = Readonly<Record<string, string>>;

const folder = join(import.meta.dirname, "systems");

/** The rows of a file of scripts/systems/, by their column; "-" is an empty cell. Throws for a row with too few or too many cells. */
export function readRows(name: string): readonly Row[] {
  const lines = readFileSync(join(folder, name), "utf8").trimEnd().split("\n");
  const [head = [], ...rows] = lines.filter((line) => !line.startsWith("#")).map((line) => line.split("\t"));
  return rows.map((cells, at) => {
    if (cells.length !== head.length) throw new Error(`${name}: row ${at + 1} has ${cells.length} cells`);
    return Object.fromEntries(head.map((column, index) => [column, cells[index] ?? ""]));
  });
}

const none = "-";

function cell(row: Row | undefined, column: string): string {
  const text = row?.[column] ?? none;
  return text === "" ? none : text;
}

function words(text: string): readonly string[] {
  return text === none ? [] : text.split(" ");
}

type SystemFiles = Readonly<Record<"systems" | "processors" | "libraries" | "glibc-symbols", string>>;

/** The files of src/systems/data/, by name, as they have to be. */
export function renderSystems(): SystemFiles {
  const releases = readRows("releases.tsv");
  const [loaders, symbols, measured] = [readRows("loaders.tsv"), readRows("symbols.tsv"), readRows("measured.tsv")];
  const dates = [...releases, ...loaders, ...measured].map((row) => cell(row, "date"));
  const measuredOf = (id: string): readonly Row[] => measured.filter((row) => words(cell(row, "systems")).includes(id));
  const systems = releases.map((row) => systemRow(row, measuredOf(cell(row, "id"))));
  const processors = releases.flatMap((row) => {
    const names = measuredOf(cell(row, "id")).flatMap((each) => words(cell(each, "names")));
    return processorRows(row, { loaders, symbols, names });
  });
  return {
    systems: [`# ${dates.toSorted().at(-1) ?? none}`, systemColumns.join("\t"), ...systems, ""].join("\n"),
    processors: [processorColumns.join("\t"), ...processors, ""].join("\n"),
    libraries: renderLibraries(measured, readRows("libraries.tsv")),
    "glibc-symbols": renderSymbols(readRows("glibc-symbols.tsv")),
  };
}

/** Which versions each library of a default install defines; `?` where only a source lists the library. */
function renderLibraries(measured: readonly Row[], found: readonly Row[]): string {
  const rows = measured.flatMap((row) =>
    words(cell(row, "systems")).flatMap((system) =>
      words(cell(row, "libraries")).map((library) => {
        const names = found.find((each) => cell(each, "system") === system && cell(each, "library") === library);
        return [system, library, names === undefined ? "?" : cell(names, "names")].join("\t");
      }),
    ),
  );
  return [["system", "library", "names"].join("\t"), ...rows, ""].join("\n");
}

/** One row for all symbols that came from one library and with one release. */
function renderSymbols(symbols: readonly Row[]): string {
  const groups = new Map<string, string[]>();
  for (const row of symbols) {
    const key = [cell(row, "before"), cell(row, "since")].join("\t");
    groups.set(key, [...(groups.get(key) ?? []), cell(row, "symbol")]);
  }
  const rows = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, names]) => `${key}\t${names.join(" ")}`);
  return [["before", "since", "symbols"].join("\t"), ...rows, ""].join("\n");
}

const systemColumns = [
  ...["id", "aliases", "family", "release", "kind", "libc", "version", "end", "kernel"],
  ...["glibc", "source", "date"],
];

/** The latest of the day on which standard support ends and that on which free long-term support does. */
function systemRow(row: Row, measured: readonly Row[]): string {
  const end =
    [cell(row, "end"), cell(row, "free")]
      .filter((each) => each !== none)
      .toSorted()
      .at(-1) ?? none;
  const sources = [cell(row, "source"), ...measured.map((each) => `libraries: ${cell(each, "source")}`)];
  const date = [cell(row, "date"), ...measured.map((each) => cell(each, "date"))].toSorted().at(-1) ?? none;
  const given: Row = { ...row, end, source: sources.join("; "), date };
  return systemColumns.map((column) => cell(given, column)).join("\t");
}

const processorColumns = [
  "system",
  "processor",
  "level",
  "loader",
  "oldest",
  "GLIBC",
  "GLIBCXX",
  "CXXABI",
  "GCC",
  "names",
];

type Found = { readonly loaders: readonly Row[]; readonly symbols: readonly Row[]; readonly names: readonly string[] };

function processorRows(row: Row, { loaders, symbols, names }: Found): string[] {
  const measured = symbols.filter((each) => cell(each, "distro") === cell(row, "symbols"));
  const listed = cell(row, "processors");
  return loaders.flatMap((loader) => {
    const processor = cell(loader, "processor");
    const found = measured.find((each) => cell(each, "arch") === cell(loader, "machine"));
    const isThere = listed === "*all" || (listed === "*" ? found !== undefined : words(listed).includes(processor));
    if (!isThere) return [];
    const ofProcessor = names
      .filter((name) => name.startsWith(`${processor}:`))
      .map((name) => name.slice(processor.length + 1));
    const abi = cell(found, "ABI_names") === none ? [] : cell(found, "ABI_names").split(",");
    const given: Row = {
      system: cell(row, "id"),
      processor,
      level:
        words(cell(row, "level"))
          .find((each) => each.startsWith(`${processor}:`))
          ?.split(":")[1] ?? none,
      loader: cell(row, "libc") === "none" ? none : cell(loader, cell(row, "libc")),
      oldest: cell(row, "libc") === "glibc" ? cell(loader, "oldest") : none,
      GLIBC: found === undefined && cell(row, "libc") === "glibc" ? cell(row, "version") : cell(found, "GLIBC"),
      GLIBCXX: cell(found, "GLIBCXX"),
      CXXABI: cell(found, "CXXABI"),
      GCC: cell(found, "GCC"),
      names: [...abi, ...ofProcessor].toSorted().join(" "),
    };
    return [processorColumns.map((column) => cell(given, column)).join("\t")];
  });
}
