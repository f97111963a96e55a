import { isAbsolute } from "node:path";
import { shownVariables, writtenVariables } from "../go/build-variables.ts";
import type { Go } from "../go/command.ts";
import type { Environment } from "../model/environment.ts";
import type { Platform } from "../model/platform.ts";
import { findUp } from "../ports/find-up.ts";
import type { Files } from "../ports/types.ts";
import type { GoEnv } from "./go-env.ts";

/** What the environment of a run and the file of `go env -w` set for Go and C. */
export async function readGivenEnv(go: Go, { GOENV }: GoEnv, files: Pick<Files, "readText">): Promise<Environment> {
  const text = isAbsolute(GOENV) ? ((await files.readText(GOENV)) ?? "") : "";
  // As the go command reads them: an empty variable is none.
  const set = Object.entries(go.env).filter(([, value]) => value !== "");
  return { ...writtenVariables(text), ...Object.fromEntries(set) };
}

/**
 * What has to be typed so that a command makes the same in a clean shell: nothing of what `go build` would take by itself.
 * `cgoEnabled`: whether cgo is on in that build.
 */
export function shownEnv(given: Environment, platform: Platform, { goEnv, cgoEnabled }: ShownContext): Environment {
  return { ...shownVariables(given, cgoEnabled), ...shownPlatform(platform, goEnv) };
}

type ShownContext = { readonly goEnv: GoEnv; readonly cgoEnabled: boolean };

function shownPlatform(platform: Platform, goEnv: GoEnv): Environment {
  if (platform.goos !== goEnv.GOOS || platform.goarch !== goEnv.GOARCH) return platform.env;
  const { GOOS: _os, GOARCH: _arch, ...variant } = platform.env;
  return variant;
}

/** GOWORK as far as it changes which modules count: `off` does so only below a go.work. */
export async function shownWorkspace(
  { GOWORK = "" }: Environment,
  moduleDir: string,
  files: Pick<Files, "kindOf">,
): Promise<Environment> {
  if (GOWORK === "" || GOWORK === "auto") return {};
  if (GOWORK !== "off") return { GOWORK };
  return (await findUp(moduleDir, "go.work", files)) === undefined ? {} : { GOWORK };
}
