/** Proves by running: starts static artifacts in an empty root, where nothing but the kernel can help them. */
import { Interrupted, toError } from "../errors.ts";
import type { Go } from "../go/command.ts";
import { groupBy } from "../text/group-by.ts";
import type { ProvePorts } from "./prove-ports.ts";
import { judge, notProven } from "./judge-proof.ts";
import { findMeans } from "./means.ts";
import { notStarted } from "./outcome.ts";
import { openWorkshop, type Start, startEach, type Workshop } from "./workshop.ts";
import type { Proof } from "../model/proof.ts";

export type Provable = {
  readonly file: string;
  readonly platform: { readonly goos: string; readonly goarch: string };
};

type ProveRequest = {
  /** What each program is started with, such as `--version`. */
  readonly args: readonly string[];
  /** Each program's; one that has started by then counts as started. */
  readonly timeoutMs: number;
};

/**
 * Starts each artifact by the best means of this machine, in the order given. Whatever goes wrong is in the proofs; it
 * throws only Interrupted. Meant for artifacts that are static by their own bytes: the result never makes one static.
 */
export async function prove(
  artifacts: readonly Provable[],
  request: ProveRequest,
  { go, ports }: { readonly go: Go; readonly ports: ProvePorts },
): Promise<readonly Proof[]> {
  const { os } = ports.host;
  if (os !== "linux") return artifacts.map(() => notProven(`programs are proven on linux, and this machine is ${os}`));
  const linux = artifacts.filter(({ platform }) => platform.goos === "linux");
  const proofs = linux.length === 0 ? new Map<Provable, Proof>() : await proveLinux(linux, request, { go, ports });
  return artifacts.map(
    (artifact) => proofs.get(artifact) ?? notProven(`a ${artifact.platform.goos} program cannot be started on linux`),
  );
}

async function proveLinux(
  artifacts: readonly Provable[],
  request: ProveRequest,
  { go, ports }: { readonly go: Go; readonly ports: ProvePorts },
): Promise<Map<Provable, Proof>> {
  const proofs = new Map<Provable, Proof>();
  const finish = ports.log.activity("the static artifacts in an empty root", "starting");
  try {
    const workshop = await openWorkshop(go, ports);
    for (const group of groupBy(artifacts, ({ platform }) => platform.goarch)) {
      for (const [artifact, proof] of await proveAlike(workshop, request, group)) proofs.set(artifact, proof);
    }
  } catch (thrown: unknown) {
    if (thrown instanceof Interrupted) throw thrown;
    const proof = notProven(`the helper could not be built: ${toError(thrown).message}`);
    for (const artifact of artifacts) proofs.set(artifact, proof);
  }
  const proven = [...proofs.values()].filter(({ result }) => result === "proven").length;
  finish(`${proven} of ${artifacts.length} proven:`);
  return proofs;
}

/** Artifacts for one machine. */
async function proveAlike(
  workshop: Workshop,
  request: ProveRequest,
  artifacts: readonly [Provable, ...Provable[]],
): Promise<[Provable, Proof][]> {
  const { goarch } = artifacts[0].platform;
  const { log, host } = workshop.ports;
  const means = await findMeans(workshop, goarch);
  if (means.kind === "none") {
    log.warning(`linux/${goarch}: nothing can be proven by running: ${means.why}`);
    return artifacts.map((artifact) => [artifact, notProven(means.why)]);
  }
  log.info(`linux/${goarch}: ${means.inside} refused a dynamic program and ran a static one`);
  // Most of a time limit is waiting, so each processor gets a share of the files.
  const shares = Array.from({ length: host.cpus }, (_, share) =>
    artifacts.filter((_artifact, index) => index % host.cpus === share),
  );
  const start: Start = { inside: means.inside, ...request };
  const proofs = shares.map(async (share): Promise<[Provable, Proof][]> => {
    if (share.length === 0) return [];
    const outcomes = await startEach(
      workshop,
      start,
      share.map(({ file }) => file),
    );
    return share.map((artifact, index) => {
      const outcome = outcomes[index] ?? notStarted("the helper said nothing");
      return [artifact, judge(outcome, means.inside, request.timeoutMs)];
    });
  });
  return (await Promise.all(proofs)).flat();
}
