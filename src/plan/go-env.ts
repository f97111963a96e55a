import type { Ports } from "../ports/types.ts";
import { mustSucceed } from "../go/command.ts";
import type { CgoEnv } from "../model/plan.ts";
import { cgoEnvNames } from "../model/plan.ts";
import type { Toolchain } from "../model/toolchain.ts";

const goEnvNames = ["GOOS", "GOARCH", "GOHOSTOS", "GOHOSTARCH", "GOFLAGS", "CC"] as const;
/** What `go env` prints: the environment, what `go env -w` wrote, and Go's own defaults, in this order. */
export type GoEnv = Readonly<Record<(typeof goEnvNames)[number], string>>;

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
  const result = await ports.ask(toolchain.go, ["env", "-json", ...names], { cwd: dir, env: toolchain.env });
  return JSON.parse(mustSucceed("go env", result)) as Readonly<Record<N, string>>;
}
