import { join } from "node:path";
import { Interrupted, toError } from "../errors.ts";
import type { Go } from "../go/command.ts";
import { joinQuoted } from "../go/quoting.ts";
import type { ProvePorts } from "./prove-ports.ts";
import type { CommandResult } from "../ports/types.ts";
import { type Inside, type Outcome, parseOutcome, notStarted } from "./outcome.ts";
import { sources } from "./sandbox/source.ts";
import type { Environment } from "../model/environment.ts";

/** A folder with the helper in it, and what is needed to use it. */
export type Workshop = {
  readonly dir: string;
  readonly helper: string;
  readonly go: Go;
  readonly ports: ProvePorts;
};

/** Paths of the programs that show whether a sandbox is one. */
export type Canaries = { readonly dynamic: string; readonly static: string };

/** Builds the helper. Throws Error with Go's words when that fails. */
export async function openWorkshop(go: Go, ports: ProvePorts): Promise<Workshop> {
  const dir = await ports.files.makeTempDir();
  for (const [path, text] of Object.entries(sources)) await ports.files.writeText(join(dir, path), text);
  const workshop = { dir, helper: join(dir, "bin", "sandbox"), go, ports };
  await goBuild(workshop, { goarch: ports.host.arch, out: "bin", linkerFlags: [], packages: ["./sandbox"] });
  return workshop;
}

/** Builds the canaries for a machine. Throws Error with Go's words when that fails. */
export async function buildCanaries(workshop: Workshop, goarch: string): Promise<Canaries> {
  const out = join("canaries", goarch);
  const canaries = { dynamic: join(workshop.dir, out, "dynamic"), static: join(workshop.dir, out, "static") };
  // Its loader is the static canary: it is surely there outside of the sandbox, whatever C library this machine has.
  const linkerFlags = [`-I=${canaries.static}`];
  await goBuild(workshop, { goarch, out, linkerFlags, packages: ["./static", "./dynamic"] });
  return canaries;
}

type GoBuild = {
  readonly goarch: string;
  readonly out: string;
  readonly linkerFlags: readonly string[];
  readonly packages: readonly string[];
};

async function goBuild({ dir, go }: Workshop, { goarch, out, linkerFlags, packages }: GoBuild): Promise<void> {
  // Without -trimpath: so the standard library is that of the builds before it, and comes from Go's cache.
  const args = [
    "build",
    "-buildvcs=false",
    `-ldflags=${joinQuoted(["-s", "-w", ...linkerFlags])}`,
    "-o",
    `${out}/`,
    ...packages,
  ];
  const result = await go.work(args, { cwd: dir, env: buildEnvironment(dir, goarch) });
  if (result.exitCode !== 0) throw new Error(lastWords(`go build for linux/${goarch}`, result, dir));
}

/** What people set for their own builds (also with `go env -w`) is not for ours. */
function buildEnvironment(dir: string, goarch: string): Environment {
  const own = { GOOS: "linux", GOARCH: goarch, CGO_ENABLED: "0", GOFLAGS: "", GOENV: "off", GOWORK: "off" };
  const linker = { GO_EXTLINK_ENABLED: "0", GOEXPERIMENT: "" };
  return { ...own, ...linker, GO111MODULE: "on", GOTMPDIR: dir, LC_ALL: "C" };
}

export type Start = {
  readonly inside: Inside | "none";
  readonly args: readonly string[];
  readonly timeoutMs: number;
};

/** Starts each file and says what became of it, in the order of the files. Throws only Interrupted. */
export async function startEach(workshop: Workshop, start: Start, files: readonly string[]): Promise<Outcome[]> {
  const { dir, helper, go, ports } = workshop;
  const { inside, args, timeoutMs } = start;
  const run = ["run", inside, String(timeoutMs), dir, String(args.length), ...args, ...files];
  try {
    const result = await ports.work(helper, run, { cwd: dir, env: go.env });
    const outcomes = result.stdout.split("\n").flatMap((line) => parseOutcome(line) ?? []);
    return files.map((_, index) => outcomes[index] ?? notStarted(lastWords("the helper", result, dir)));
  } catch (thrown: unknown) {
    if (thrown instanceof Interrupted) throw thrown;
    return files.map(() => notStarted(withoutDir(toError(thrown).message, dir)));
  }
}

function lastWords(what: string, { exitCode, signal, stderr }: CommandResult, dir: string): string {
  const end = signal ?? `exit code ${String(exitCode)}`;
  const words = withoutDir(stderr.trim().split("\n").at(-1) ?? "", dir).replaceAll(/\p{Cc}/gu, "");
  return `${what} ended with ${end}${words === "" ? "" : `: ${words.slice(0, 300)}`}`;
}

/** The folder has a random name, and the reports of one tree have to be the same. */
function withoutDir(text: string, dir: string): string {
  return text.replaceAll(dir, "…");
}
