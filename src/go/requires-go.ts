import type { Toolchain } from "../model/toolchain.ts";

/**
 * What the go command says when a module asks for a newer Go ("go: go.mod requires go >= 1.27 (running go 1.26.8;
 * GOTOOLCHAIN=local)", cmd/go/internal/gover/toolchain.go since 1.21), and the input that changes it. Undefined for any other output.
 */
export function adviseNewerGo(output: string, { why }: Pick<Toolchain, "why">): string | undefined {
  const match = /^.*requires go >= (\d[\w.]*) \(running go [^)\n]*\)/m.exec(output);
  if (match === null) return undefined;
  const [line, version = ""] = match;
  return `${line.trim()}; it is ${why}; set go-version to ${version} or newer, or go-version-file to a file that asks for it`;
}
