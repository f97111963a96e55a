import { isAbsolute, join } from "node:path";
import { ConfigError, MachineFault } from "../errors.ts";
import { goflagsForBuild, noGoflags } from "./goflags.ts";
import { findMachineFault } from "./machine-faults.ts";
import type { Environment } from "../model/environment.ts";
import type { Toolchain } from "../model/toolchain.ts";
import type { CommandResult, Exec, Ports } from "../ports/types.ts";

/** Runs the go command of one toolchain in a folder. `env` is laid over the toolchain's own environment. */
type RunGo = (
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: Environment },
) => Promise<CommandResult>;

/** The go command, and what has to be known of it. Its environment says GOTOOLCHAIN=local, so it never turns into another Go. */
export type Go = Pick<Toolchain, "version" | "root" | "env" | "why"> & {
  /** `go env` and the like. See Ports. */
  readonly ask: RunGo;
  /** `go build`, `go list` and whatever else may compile or download. See Ports. */
  readonly work: RunGo;
  /** The path of this Go's gofmt, which some distributions leave out. */
  readonly gofmt: string;
  /** Runs that gofmt. */
  readonly parse: RunGo;
};

/** The go command of a toolchain, started through the ports. */
export function makeGo({ go, version, root, env, why }: Toolchain, { ask, work }: Pick<Ports, "ask" | "work">): Go {
  const through =
    (exec: Exec, GOFLAGS: string, program = go): RunGo =>
    (args, { cwd, env: more }) =>
      // Go names folders as PWD does, when that leads to where it runs: as we do, also through a symbolic link.
      exec(program, args, { cwd, env: { ...env, GOFLAGS, ...(isAbsolute(cwd) ? { PWD: cwd } : {}), ...more } });
  // GOFLAGS may hold -w or -u, which `go env` has as well, with another meaning.
  const forBuild = goflagsForBuild(env.GOFLAGS ?? "");
  const gofmt = join(root, "bin", go.endsWith(".exe") ? "gofmt.exe" : "gofmt");
  const parse = through(ask, noGoflags, gofmt);
  return { version, root, env, why, ask: through(ask, noGoflags), work: through(work, forBuild), gofmt, parse };
}

/** What a command printed. When it failed, throws MachineFault if its output says so, else ConfigError with all of that. */
export function mustSucceed(command: string, result: CommandResult): string {
  if (result.exitCode === 0) return result.stdout;
  const { signal } = result;
  if (signal !== null) throw new MachineFault(`${command} was ended by ${signal}; run the job again`);
  const fault = findMachineFault(result.stderr);
  if (fault !== null) throw new MachineFault(`${command} failed: ${fault}`);
  throw new ConfigError(`${command} failed: ${result.stderr.trim() || `exit status ${result.exitCode ?? "unknown"}`}`);
}
