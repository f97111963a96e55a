import { isSupported, systemName } from "../systems/system-names.ts";
import { systemTable } from "../systems/table.ts";

/** What `go-linkage systems` prints: each system with its C library, its end of support, its processors and its other names. */
export function listSystems(): string {
  const { date, systems } = systemTable();
  const rows = systems.map((system) => [
    system.id,
    systemName(system),
    system.libc === "none" ? "no C library" : `${system.libc} ${system.version ?? "(version not recorded)"}`,
    system.end === null || system.end === "none" ? "" : `${system.end < date ? "ended" : "until"} ${system.end}`,
    isSupported(system, date) ? "supported" : "",
    system.processors.map(({ processor }) => processor).join(" "),
    system.aliases.join(" "),
  ]);
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return `Systems that runs-on knows, as of ${date}; supported stands for all that are marked so\n\n${lines.join("\n")}\n`;
}
