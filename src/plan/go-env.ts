import { type Go, mustSucceed } from "../go/command.ts";
import { readGoflags } from "../go/goflags.ts";
import type { Files } from "../ports/types.ts";
import type { CgoEnv } from "../model/plan.ts";
import type { Environment } from "../model/environment.ts";
import { cgoEnvNames } from "../model/plan.ts";

const goEnvNames = ["GOOS", "GOARCH", "GOHOSTOS", "GOHOSTARCH", "GOENV", "GOROOT"] as const;
/**
 * What `go env` prints: the environment, what `go env -w` wrote, and Go's own defaults, in this order; GOFLAGS by the same rules. What
 * cgo has is that of the platform that Go builds for by itself.
 */
export type GoEnv = Readonly<Record<(typeof goEnvNames)[number] | "GOFLAGS", string>> & CgoEnv;

/** Throws ConfigError when the go command does not answer. */
export async function readGoEnv(go: Go, dir: string, files: Pick<Files, "readText">): Promise<GoEnv> {
  const known = await readVariables([...goEnvNames, ...cgoEnvNames], go, { cwd: dir });
  return { ...known, GOFLAGS: await readGoflags(go.env, known, files) };
}

/** What depends on the platform, where it is the one that Go builds for by itself and nothing more is set; null for all others. */
export function cgoEnvOf(goEnv: GoEnv, platformEnv: Environment): CgoEnv | null {
  const { GOOS, GOARCH, ...variant } = platformEnv;
  if (GOOS !== goEnv.GOOS || GOARCH !== goEnv.GOARCH || Object.keys(variant).length > 0) return null;
  const { CC, CGO_ENABLED, CGO_CPPFLAGS, CGO_CFLAGS, CGO_CXXFLAGS, CGO_FFLAGS, CGO_LDFLAGS } = goEnv;
  return { CC, CGO_ENABLED, CGO_CPPFLAGS, CGO_CFLAGS, CGO_CXXFLAGS, CGO_FFLAGS, CGO_LDFLAGS };
}

/** `go env CXX`, for whatever platform: unlike CC it is one for all. Throws ConfigError. */
export async function readCXX(go: Go, dir: string): Promise<string> {
  return (await readVariables(["CXX"], go, { cwd: dir })).CXX;
}

/** What depends on the platform, which is set in `env`. Throws ConfigError. */
export function readCgoEnv(go: Go, dir: string, env: Environment): Promise<CgoEnv> {
  return readVariables(cgoEnvNames, go, { cwd: dir, env });
}

async function readVariables<N extends string>(
  names: readonly N[],
  go: Go,
  options: { readonly cwd: string; readonly env?: Environment },
): Promise<Readonly<Record<N, string>>> {
  const result = await go.ask(["env", "-json", ...names], options);
  return JSON.parse(mustSucceed("go env", result)) as Readonly<Record<N, string>>;
}
