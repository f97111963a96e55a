import { ConfigError } from "../errors.ts";
import type { Toolchain } from "../install/install.ts";
import type { CommandResult, Ports } from "../ports/types.ts";

const goEnvNames = ["GOOS", "GOARCH", "GOHOSTOS", "GOHOSTARCH", "GOFLAGS", "CC"] as const;
const cgoEnvNames = [
  "CC",
  "CGO_ENABLED",
  "CGO_CPPFLAGS",
  "CGO_CFLAGS",
  "CGO_CXXFLAGS",
  "CGO_FFLAGS",
  "CGO_LDFLAGS",
] as const;

/** What `go env` prints: the environment, what `go env -w` wrote, and Go's own defaults, in this order. */
export type GoEnv = Readonly<Record<(typeof goEnvNames)[number], string>>;
export type CgoEnv = Readonly<Record<(typeof cgoEnvNames)[number], string>>;

/** Throws ConfigError when the go command does not answer. */
export function readGoEnv(toolchain: Toolchain, dir: string, ports: Ports): Promise<GoEnv> {
  return readVariables(goEnvNames, { toolchain, dir, ports });
}

/** What depends on the platform, which is set in the toolchain's environment. Throws ConfigError. */
export function readCgoEnv(toolchain: Toolchain, dir: string, ports: Ports): Promise<CgoEnv> {
  return readVariables(cgoEnvNames, { toolchain, dir, ports });
}

async function readVariables<N extends string>(
  names: readonly N[],
  { toolchain, dir, ports }: { toolchain: Toolchain; dir: string; ports: Ports },
): Promise<Readonly<Record<N, string>>> {
  const result = await ports.exec(toolchain.go, ["env", "-json", ...names], { cwd: dir, env: toolchain.env });
  return JSON.parse(mustSucceed("go env", result)) as Readonly<Record<N, string>>;
}

/** What a command printed; throws ConfigError with its error output when it failed. */
export function mustSucceed(command: string, result: CommandResult): string {
  if (result.exitCode === 0) return result.stdout;
  throw new ConfigError(`${command} failed: ${result.stderr.trim() || `exit status ${result.exitCode ?? "unknown"}`}`);
}
