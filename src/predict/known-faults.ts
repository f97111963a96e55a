import type { GoPackage } from "../model/packages.ts";

const path = "golang.org/x/tools/internal/tokeninternal";

/**
 * Why a program does not compile with this Go although its own files are sound. golang.org/x/tools before v0.26.0 (but for later fixes such as v0.24.1) holds
 * a copy of a type of go/token, which Go 1.25 changed: “invalid array length -delta * delta” (measured with go1.26: v0.12.0 to v0.25.0).
 */
export function knownFault(packages: readonly Pick<GoPackage, "importPath" | "goMod">[], minor: number): string | null {
  const goMod = packages.find(({ importPath }) => importPath === path)?.goMod ?? "";
  const [, version = "", x = "", patch = ""] = /@v\/(v0\.(\d+)\.(\d+))\.mod$/.exec(goMod) ?? [];
  if (version === "" || minor < 25 || Number(x) >= 26 || (Number(x) >= 22 && Number(patch) >= 1)) return null;
  return `golang.org/x/tools ${version} does not compile with Go 1.25 and newer; run go get golang.org/x/tools@latest`;
}
