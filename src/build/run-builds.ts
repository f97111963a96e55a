import { join } from "node:path";
import { Interrupted, toError } from "../errors.ts";
import { explainBuildError } from "./build-errors.ts";
import { renderFlags } from "../go/go-flags.ts";
import type { Go } from "../go/command.ts";
import type { Ports } from "../ports/types.ts";
import { execName } from "../go/exec-name.ts";
import { outputOf } from "./output.ts";
import { familyOf, runScheduled } from "./schedule.ts";
import type { Build } from "../model/build.ts";
import type { BuiltCell, PredictedCell, ProvenCell } from "../model/cell.ts";
import type { Environment } from "../model/environment.ts";
import { reachable } from "../model/packages.ts";
import type { PlannedCell } from "../model/plan.ts";

/** What building needs of the world beside the go command. */
type BuildPorts = Pick<Ports, "files" | "host" | "log">;

/** A cell to be built, and its place among all. */
type Piece = { readonly cell: PlannedCell; readonly at: number };

/** One `go build`: the main packages that one strategy builds alike. */
type Command = readonly [Piece, ...Piece[]];

/** How many cells there are to build. */
export function countBuilds(cells: readonly PredictedCell[]): number {
  return cells.filter(({ planned }) => planned.skip === null).length;
}

/** Builds every cell that is not skipped. A failed build is a result; the order of the cells is kept. */
export async function build(cells: readonly PredictedCell[], go: Go, ports: BuildPorts): Promise<BuiltCell[]> {
  const tempDir = await ports.files.makeTempDir();
  const pieces = cells
    .map(({ planned }, at): Piece => ({ cell: planned, at }))
    .filter(({ cell }) => cell.skip === null);
  const tasks = groupPieces(pieces).map((command, index) => ({
    family: familyOf(command[0].cell),
    run: () => runCommand(command, { go, ports, tempDir, outDir: join(tempDir, String(index)) }),
  }));
  const done = (await runScheduled(tasks, ports.host.cpus)).flat();
  const builds = new Map(done.map(({ at, build: made }) => [at, made]));
  return cells.map((cell, at) => ({ ...cell, build: builds.get(at) ?? notBuilt(cell.planned) }));
}

/** The cells of a plan that nobody builds, for `explain` to say what would become of them. */
export function withoutBuilding(cells: readonly PredictedCell[]): ProvenCell[] {
  return cells.map((cell) => ({ ...cell, build: notBuilt(cell.planned), artifact: null, proof: null }));
}

/** A cell that is not built: because it cannot be here, or because nobody asked. */
function notBuilt(cell: PlannedCell): Build {
  const argv = shownArgv(cell);
  return cell.skip === null ? { argv, status: "predicted" } : { argv, status: "skipped", reason: cell.skip.reason };
}

/**
 * Mains of one strategy, platform, module and C compiler go into one command, unless two of them would be written to the same file.
 * One that cannot be loaded would keep the go command from building the others.
 */
function groupPieces(pieces: readonly Piece[]): Command[] {
  const commands = new Map<string, [Piece, ...Piece[]]>();
  for (const piece of pieces) {
    const { cell } = piece;
    const alone = (cell.graph.get(cell.package)?.error ?? null) === null ? null : cell.package;
    for (let batch = 0; ; batch++) {
      const key = JSON.stringify([cell.moduleDir, cell.platform.name, cell.strategy.name, cell.env, alone, batch]);
      const command = commands.get(key);
      if (command === undefined) {
        commands.set(key, [piece]);
        break;
      }
      if (command.every((other) => execName(other.cell, other.cell.buildmode) !== execName(cell, cell.buildmode))) {
        command.push(piece);
        break;
      }
    }
  }
  return [...commands.values()];
}

type Workshop = {
  readonly go: Go;
  readonly ports: BuildPorts;
  readonly tempDir: string;
  readonly outDir: string;
};

type BuiltPiece = { readonly at: number; readonly build: Build };

async function runCommand(command: Command, workshop: Workshop): Promise<BuiltPiece[]> {
  const { go, ports, tempDir, outDir } = workshop;
  const [{ cell: first }] = command;
  const finish = ports.log.activity(describe(command), "building");
  const args = ["build", "-o", `${outDir}/`, ...renderFlags(first.flags), ...command.map(({ cell }) => cell.package)];
  const env = { ...first.env, GOTMPDIR: tempDir, LC_ALL: "C" };
  const result = await runGoBuild(args, { cwd: first.moduleDir, env }, go);
  const text = result.output;

  const outcomes = await Promise.all(
    command.map(async ({ cell, at }) => {
      const fileName = execName(cell, cell.buildmode);
      const file = join(outDir, fileName);
      // go build removes what it could not write as a whole, unless it was ended. What one program left although it failed counts as nothing.
      const isWhole = result.exitCode === 0 || (result.exitCode !== null && command.length > 1);
      return { cell, at, file, fileName, exists: isWhole && (await ports.files.size(file)) !== undefined };
    }),
  );
  const built = outcomes.filter(({ exists }) => exists).length;
  if (built === command.length) finish("built", { pieces: built });
  else if (command.length === 1) finish("failed", { trouble: explainBuildError(text).cause });
  else finish(`${built} of ${command.length} built:`, { pieces: built });

  const builds: BuiltPiece[] = [];
  for (const { cell, at, file, fileName, exists } of outcomes) {
    const output = command.length === 1 ? text : outputOf(text, reachable(cell.graph, cell.package));
    const common = { argv: shownArgv(cell), output, durationMs: result.durationMs };
    if (exists) builds.push({ at, build: { ...common, status: "built", file, fileName } });
    else if (command.length === 1) builds.push({ at, build: { ...common, status: "failed" } });
    // Built alone it says what is wrong with it and nothing else; everything around it is compiled already.
    else builds.push(...(await runCommand([{ cell, at }], { ...workshop, outDir: join(outDir, "alone") })));
  }
  return builds;
}

/** A go command that cannot be started, or that was ended, is a build that failed: the others may still be judged. */
async function runGoBuild(
  args: readonly string[],
  options: { readonly cwd: string; readonly env: Environment },
  go: Go,
): Promise<{ readonly exitCode: number | null; readonly output: string; readonly durationMs: number }> {
  try {
    const { exitCode, signal, stderr, stdout, durationMs } = await go.work(args, options);
    const end = signal === null ? "" : `\ngo build was ended by ${signal}\n`;
    return { exitCode, output: stderr + stdout + end, durationMs };
  } catch (thrown) {
    if (thrown instanceof Interrupted) throw thrown;
    return { exitCode: null, output: `go build did not run: ${toError(thrown).message}\n`, durationMs: 0 };
  }
}

function describe([{ cell }, ...others]: Command): string {
  const { platform, strategy, package: path } = cell;
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return `${path}${more}, ${platform.name}, ${strategy.name}`;
}

function shownArgv(cell: PlannedCell): readonly string[] {
  return ["go", "build", ...renderFlags(cell.flags), cell.package];
}
