import { Interrupted, toError } from "../errors.ts";
import { downgrade, whyNotRun } from "./judge-proof.ts";
import { type Inside, notStarted } from "./outcome.ts";
import { buildCanaries, type Canaries, startEach, type Workshop } from "./workshop.ts";

type Sandbox =
  | { readonly kind: "found"; readonly inside: Inside }
  /** One sentence: what was tried, and why each is of no use. */
  | { readonly kind: "none"; readonly why: string };

/** What anybody may do, and what root may. */
const insides: readonly Inside[] = ["landlock", "chroot"];

/** Time in ms that a canary gets. */
const canaryTimeout = 20_000;

/** Machines whose kernel may run the programs of another. */
const alsoRuns: Readonly<Record<string, readonly string[]>> = { amd64: ["386"], arm64: ["arm"] };

/** Finds the best sandbox in which a static program for `goarch` runs and a dynamic one does not. */
export async function findMeans(workshop: Workshop, goarch: string): Promise<Sandbox> {
  const { host } = workshop.ports;
  const foreign = `this ${host.arch} machine cannot run ${goarch}`;
  if (host.arch !== goarch && !alsoRuns[host.arch]?.includes(goarch)) return { kind: "none", why: foreign };
  try {
    const found = await firstTrusted(workshop, await buildCanaries(workshop, goarch));
    if (typeof found === "string") return { kind: "found", inside: found };
    const why = host.arch === goarch ? "no sandbox works here" : foreign;
    return { kind: "none", why: `${why}: ${found.tried.join("; ")}` };
  } catch (thrown: unknown) {
    if (thrown instanceof Interrupted) throw thrown;
    return { kind: "none", why: `there is no canary: ${toError(thrown).message}` };
  }
}

const missing = notStarted("the helper said nothing");

/** The sandbox, or one reason for each that cannot be trusted. */
async function firstTrusted(
  workshop: Workshop,
  canaries: Canaries,
): Promise<Inside | { readonly tried: readonly string[] }> {
  const common = { args: [], timeoutMs: canaryTimeout };
  // A canary that starts nowhere would be refused everywhere.
  const [outside = missing] = await startEach(workshop, { ...common, inside: "none" }, [canaries.dynamic]);
  const problem = whyNotRun(outside);
  if (problem !== null) {
    return { tried: [`this kernel does not run the canary outside of a sandbox either (${problem})`] };
  }
  const tried: string[] = [];
  for (const inside of insides) {
    const both = await startEach(workshop, { ...common, inside }, [canaries.dynamic, canaries.static]);
    const [dynamic = missing, fixed = missing] = both;
    const doubt = downgrade({ dynamic, static: fixed });
    if (doubt === null) return inside;
    tried.push(`${inside}: ${doubt}`);
  }
  return { tried };
}
