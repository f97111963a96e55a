import type { Go } from "../go/command.ts";
import type { BuilderGlibc, ReleaseEntry, ReleaseSettings } from "../model/release.ts";
import type { System } from "../model/system.ts";
import type { Ports } from "../ports/types.ts";
import { systemIn } from "../release/final-image.ts";
import { findSystem } from "../systems/system-names.ts";

type Machine = { readonly go: Go; readonly ports: Pick<Ports, "ask"> };

/**
 * The glibc of the image that an entry builds in, where it is another release than this machine's; null: it is the same, it is not
 * known, or the entry does not link with it.
 */
export async function builderGlibc(
  { builder }: Pick<ReleaseEntry, "builder">,
  settings: ReleaseSettings | null,
  machine: Machine,
): Promise<BuilderGlibc | null> {
  const sets = (name: string): string | undefined => settings?.env.findLast((each) => each.name === name)?.value;
  // A compiler that the entry names has libraries of its own.
  if (builder?.libc !== "glibc" || builder.image === null || sets("CGO_ENABLED") === "0" || sets("CC") !== undefined)
    return null;
  const system = systemOfBuilder(builder);
  if (system?.version == null) return null;
  const here = await glibcHere(machine);
  const { image, file, line } = builder;
  return system.version === here ? null : { file, line, image, system: system.id, glibc: system.version, here };
}

function systemOfBuilder({ image, distribution, version }: NonNullable<ReleaseEntry["builder"]>): System | null {
  if (distribution === null) return image === null ? null : systemIn(image);
  return version === null ? null : findSystem(`${distribution}${version}`);
}

/** `2.36`; null where this machine has another C library, or does not tell. */
async function glibcHere({ go, ports }: Machine): Promise<string | null> {
  try {
    const { stdout } = await ports.ask("getconf", ["GNU_LIBC_VERSION"], { cwd: "/", env: go.env, timeoutMs: 5000 });
    return /^glibc (\d+\.\d+)/.exec(stdout)?.[1] ?? null;
  } catch {
    return null;
  }
}
