import type { Inspected } from "../model/artifact.ts";
import { join } from "node:path";
import { explainBuildError } from "./build-errors.ts";
import { renderFlags } from "../go/go-flags.ts";
import type { Go } from "../go/command.ts";
import type { Ports } from "../ports/types.ts";
import { execName } from "../go/exec-name.ts";
import { outputOf } from "./output.ts";
import { CompileUnits, runScheduled } from "./schedule.ts";
import type { Build } from "../model/build.ts";
import { reachable } from "../model/packages.ts";
import type { PlannedCell, Plan } from "../model/plan.ts";

/** What building needs of the world beside the go command. */
export type BuildPorts = Pick<Ports, "files" | "host" | "log">;

/** One `go build`: the main packages that one strategy builds alike. */
type Command = { readonly cells: readonly [PlannedCell, ...PlannedCell[]] };

/** How many cells there are to build. */
export function countBuilds({ cells }: Plan): number {
  return cells.filter(({ skip }) => skip === null).length;
}

/** Builds every cell that is not skipped. A failed build is a result; the order of the cells is kept. */
export async function build({ cells }: Plan, go: Go, ports: BuildPorts): Promise<Build[]> {
  const tempDir = await ports.files.makeTempDir();
  const units = new CompileUnits();
  const tasks = groupCells(cells.filter(({ skip }) => skip === null)).map((command, index) => ({
    units: units.of(command.cells[0]),
    run: () => runCommand(command, { go, ports, tempDir, outDir: join(tempDir, String(index)) }),
  }));
  const done = new Map((await runScheduled(tasks, ports.host.cpus)).flat().map((built) => [built.cell, built]));
  return cells.map((cell) => done.get(cell) ?? notBuilt(cell));
}

/** A cell that is not built: because it cannot be here, or because nobody asked. */
function notBuilt(cell: PlannedCell): Build {
  const argv = shownArgv(cell);
  return cell.skip === null
    ? { cell, argv, status: "predicted" }
    : { cell, argv, status: "skipped", reason: cell.skip };
}

/** Mains of one strategy, platform and module go into one command, unless two of them would be written to the same file. */
function groupCells(cells: readonly PlannedCell[]): Command[] {
  const commands = new Map<string, [PlannedCell, ...PlannedCell[]]>();
  for (const cell of cells) {
    for (let batch = 0; ; batch++) {
      const key = JSON.stringify([cell.moduleDir, cell.platform.name, cell.strategy.name, batch]);
      const command = commands.get(key);
      if (command === undefined) {
        commands.set(key, [cell]);
        break;
      }
      if (command.every((other) => execName(other, other.buildmode) !== execName(cell, cell.buildmode))) {
        command.push(cell);
        break;
      }
    }
  }
  return [...commands.values()].map((group) => ({ cells: group }));
}

type Workshop = {
  readonly go: Go;
  readonly ports: BuildPorts;
  readonly tempDir: string;
  readonly outDir: string;
};

async function runCommand({ cells }: Command, workshop: Workshop): Promise<Build[]> {
  const { go, ports, tempDir, outDir } = workshop;
  const [first] = cells;
  const finish = ports.log.activity(describe(cells), "building");
  const args = ["build", "-o", `${outDir}/`, ...renderFlags(first.flags), ...cells.map((cell) => cell.package)];
  const env = { ...first.env, GOTMPDIR: tempDir, LC_ALL: "C" };
  const result = await go.work(args, { cwd: first.moduleDir, env });
  const text = result.stderr + result.stdout;

  const tried = await Promise.all(
    cells.map(async (cell) => {
      const fileName = execName(cell, cell.buildmode);
      const file = join(outDir, fileName);
      return { cell, file, fileName, exists: (await ports.files.size(file)) !== undefined };
    }),
  );
  const built = tried.filter(({ exists }) => exists).length;
  if (built === cells.length) finish("built", { pieces: built });
  else if (cells.length === 1) finish("failed", { trouble: explainBuildError(text).cause });
  else finish(`${built} of ${cells.length} built:`, { pieces: built });

  const builds: Build[] = [];
  for (const { cell, file, fileName, exists } of tried) {
    const output = cells.length === 1 ? text : outputOf(text, reachable(cell.graph, cell.package));
    const common = { cell, argv: shownArgv(cell), output, durationMs: result.durationMs };
    if (exists) builds.push({ ...common, status: "built", file, fileName });
    else if (cells.length === 1) builds.push({ ...common, status: "failed" });
    // Built alone it says what is wrong with it and nothing else; everything around it is compiled already.
    else builds.push(...(await runCommand({ cells: [cell] }, { ...workshop, outDir: join(outDir, "alone") })));
  }
  return builds;
}

function describe(cells: Command["cells"]): string {
  const [{ platform, strategy, package: path }, ...others] = cells;
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return `${path}${more}, ${platform.name}, ${strategy.name}`;
}

function shownArgv(cell: PlannedCell): readonly string[] {
  return ["go", "build", ...renderFlags(cell.flags), cell.package];
}

/** The cells of a plan that nobody builds, for `explain` to say what would become of them. */
export function withoutBuilding({ cells }: Plan): Inspected[] {
  return cells.map((cell) => ({ build: notBuilt(cell), artifact: null }));
}
