import type { Inspection, Linkage } from "../model/artifact.ts";
import { processorNeeds } from "./processor-level.ts";
import type { StartingProgram } from "./starts-on.ts";

/** What is known of a program, built or not. */
type Known = {
  /** `linux/amd64/v3` */
  readonly platform: string;
  /** null: nothing is known of it. */
  readonly linkage: Linkage | null;
  readonly inspection: Pick<Inspection, "needs" | "go"> | null;
  /** C flags that are not recorded in the file: words such as `-march=native`. */
  readonly machineFlags: readonly string[];
  readonly broken: string | null;
  readonly builder?: StartingProgram["builder"];
};

/** null for what no system of the table starts: other systems' programs, and WebAssembly. */
export function startingProgram(known: Known): StartingProgram | null {
  const { platform, linkage, inspection, machineFlags, broken, builder = null } = known;
  const [goos, processor = "", variant = null] = platform.split("/");
  if (goos !== "linux" || linkage === null) return null;
  const go = inspection?.go ?? null;
  const flags = [...new Set([...(go?.machineFlags ?? []), ...machineFlags])];
  return {
    processor,
    variant,
    linkage,
    needs: inspection?.needs ?? null,
    processorNeeds: processorNeeds(processor, go?.settings ?? {}, flags),
    kernel: go === null ? null : oldestKernel(go.goVersion, processor),
    broken,
    builder,
  };
}

/** The release notes of Go, section "Ports", and its page MinimumRequirements: 1.19 to 1.27. */
function oldestKernel(goVersion: string, goarch: string): StartingProgram["kernel"] {
  const minor = Number(/go1\.(\d+)/.exec(goVersion)?.[1]);
  if (Number.isNaN(minor)) return null;
  const because = `Go 1.${minor}`;
  if (goarch === "loong64") return { version: "5.19", because };
  if (goarch === "ppc64" && minor >= 27) return { version: "3.13", because };
  return { version: minor >= 24 ? "3.2" : "2.6.32", because };
}
