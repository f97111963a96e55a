import { Interrupted, toError } from "../errors.ts";
import { distrust, whyNotRun } from "./judge-proof.ts";
import { type Enclosure, type Inside, nameOf, untried } from "./outcome.ts";
import { buildCanaries, type Canaries, startEach, type Workshop } from "./workshop.ts";

export type Means =
  | { readonly kind: "found"; readonly enclosure: Enclosure }
  /** One sentence: what was tried, and why each is of no use. */
  | { readonly kind: "none"; readonly why: string };

/** From what anybody may do, to what some kernels forbid. */
const insides: readonly Inside[] = ["landlock", "chroot", "sudo-chroot", "userns"];

/** Time in ms that a canary gets; its machine may be an emulated one. */
const canaryTimeout = 20_000;

// Go's name of a machine -> that of qemu.
const qemuNames: Readonly<Record<string, string>> = {
  "386": "i386",
  amd64: "x86_64",
  arm: "arm",
  arm64: "aarch64",
  loong64: "loongarch64",
  mips: "mips",
  mipsle: "mipsel",
  mips64: "mips64",
  mips64le: "mips64el",
  ppc64: "ppc64",
  ppc64le: "ppc64le",
  riscv64: "riscv64",
  s390x: "s390x",
};

/** Machines whose kernel may run the programs of another. */
const alsoRuns: Readonly<Record<string, readonly string[]>> = { amd64: ["386"], arm64: ["arm"] };

/** Finds the best sandbox in which a static program for `goarch` runs and a dynamic one does not. */
export async function findMeans(workshop: Workshop, goarch: string): Promise<Means> {
  const { host, files } = workshop.ports;
  const native = host.arch === goarch || (alsoRuns[host.arch] ?? []).includes(goarch);
  const tried: string[] = [];
  try {
    const canaries = await buildCanaries(workshop, goarch);
    const found = native ? await firstTrusted(workshop, canaries, { emulator: null, tried }) : undefined;
    if (found !== undefined) return { kind: "found", enclosure: found };
    if (host.arch === goarch) return { kind: "none", why: `no sandbox works here: ${tried.join("; ")}` };

    const names =
      qemuNames[goarch] === undefined ? [] : [`qemu-${qemuNames[goarch]}-static`, `qemu-${qemuNames[goarch]}`];
    let installed = false;
    for (const name of names) {
      const emulator = await files.which(name, workshop.go.env);
      if (emulator === undefined) continue;
      installed = true;
      const enclosure = await firstTrusted(workshop, canaries, { emulator, tried });
      if (enclosure !== undefined) return { kind: "found", enclosure };
    }
    if (!installed) tried.push(`install ${names[0] ?? "an emulator"} (package qemu-user-static) to run it`);
    return { kind: "none", why: `this ${host.arch} machine cannot run ${goarch}: ${tried.join("; ")}` };
  } catch (thrown: unknown) {
    if (thrown instanceof Interrupted) throw thrown;
    return { kind: "none", why: `there is no canary: ${toError(thrown).message}` };
  }
}

const missing = untried("the helper said nothing");

type Search = { readonly emulator: string | null; /** Grows by one reason per sandbox. */ readonly tried: string[] };

async function firstTrusted(
  workshop: Workshop,
  canaries: Canaries,
  { emulator, tried }: Search,
): Promise<Enclosure | undefined> {
  // A canary that starts nowhere would be refused everywhere.
  const common = { emulator, args: [], timeoutMs: canaryTimeout };
  const [outside = missing] = await startEach(workshop, { ...common, inside: "none" }, [canaries.dynamic]);
  const problem = whyNotRun(outside, { inside: "landlock", emulator });
  if (problem !== null) {
    tried.push(`${emulator ?? "this kernel"} does not run the canary outside of a sandbox either (${problem})`);
    return undefined;
  }
  for (const inside of insides) {
    const enclosure = { inside, emulator };
    const both = await startEach(workshop, { ...common, inside }, [canaries.dynamic, canaries.static]);
    const [dynamic = missing, fixed = missing] = both;
    const doubt = distrust({ dynamic, static: fixed }, enclosure);
    if (doubt === null) return enclosure;
    tried.push(`${nameOf(enclosure)}: ${doubt}`);
  }
  return undefined;
}
