import type { System, SystemKind, SystemLibrary, SystemProcessor } from "../model/system.ts";
import { groupBy } from "../text/group-by.ts";
import libraryText from "./data/libraries.tsv?raw";
import processorText from "./data/processors.tsv?raw";
import systemText from "./data/systems.tsv?raw";

/** The systems, in the order of the table, and the day that it is of (YYYY-MM-DD). Read when it is first asked for. */
export type SystemTable = { readonly date: string; readonly systems: readonly System[] };

let table: SystemTable | undefined;

/** What npm run generate makes of scripts/systems/. */
export function systemTable(): SystemTable {
  table ??= parseTable();
  return table;
}

export type Row = (column: string) => string | null;

function parseTable(): SystemTable {
  const [processors, libraries] = [processorText, libraryText].map(rowsBySystem);
  return {
    date: systemText.slice(2, systemText.indexOf("\n")),
    systems: rowsOf(systemText).map((row) => {
      const id = row("id") ?? "";
      return readSystem(row, {
        processors: (processors?.get(id) ?? []).map(readProcessor),
        libraries: (libraries?.get(id) ?? []).map(readLibrary),
      });
    }),
  };
}

function rowsBySystem(text: string): ReadonlyMap<string, readonly Row[]> {
  const groups = groupBy(rowsOf(text), (row) => row("system") ?? "");
  return new Map(groups.map((group) => [group[0]("system") ?? "", group]));
}

/** The rows of a table with tabs, by column; "-" is an empty cell. */
export function rowsOf(text: string): Row[] {
  const lines = text.trimEnd().split("\n");
  const [head = [], ...rows] = lines.filter((line) => !line.startsWith("#")).map((line) => line.split("\t"));
  const columns = new Map(head.map((column, at) => [column, at]));
  return rows.map((cells) => (column) => {
    const text = cells[columns.get(column) ?? -1] ?? "-";
    return text === "-" ? null : text;
  });
}

function words(text: string | null): readonly string[] {
  return text === null ? [] : text.split(" ");
}

const glibcLibraries = [
  ...["libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1", "libresolv.so.2", "libutil.so.1"],
  ...["libanl.so.1"],
];

type Parts = Pick<System, "processors" | "libraries">;

function readSystem(row: Row, { processors, libraries }: Parts): System {
  const text = (column: string): string => row(column) ?? "";
  const libc = text("libc") as System["libc"];
  const own = libc === "glibc" ? glibcLibraries : [];
  return {
    id: text("id"),
    aliases: words(row("aliases")),
    family: text("family"),
    release: text("release"),
    kind: text("kind") as SystemKind,
    libc,
    version: row("version"),
    end: row("end"),
    kernel: row("kernel"),
    glibc: row("glibc") === null ? own : words(row("glibc")),
    libraries,
    source: text("source"),
    date: text("date"),
    processors,
  };
}

function readProcessor(row: Row): SystemProcessor {
  const processor = row("processor") ?? "";
  return {
    processor,
    level: row("level") ?? (processor === "amd64" ? "v1" : null),
    loader: row("loader"),
    versions: { GLIBC: row("GLIBC"), GLIBCXX: row("GLIBCXX"), CXXABI: row("CXXABI"), GCC: row("GCC") },
    oldest: row("oldest"),
    names: words(row("names")),
  };
}

function readLibrary(row: Row): SystemLibrary {
  const names = row("names");
  return { name: row("library") ?? "", versions: names === "?" ? null : words(names) };
}
