import type { Artifact, GoBuildInfo, Linkage, LinkageKind, LinkMode } from "./artifact.ts";
import type { Container } from "./container.ts";
import type { Build } from "./build.ts";
import type { Fault } from "./fault.ts";
import type { ImageStart } from "./image.ts";
import type { CgoUser, Finding } from "./finding.ts";
import type { ReleaseImageStart } from "./release-image-start.ts";
import type { PlannedCell, Role } from "./plan.ts";
import type { CheckedPrediction, Prediction } from "./prediction.ts";
import type { Proof } from "./proof.ts";
import type { Floor, RunsOn } from "./system.ts";

/** One program on one platform. */
export type Target = { readonly package: string; readonly platform: string };

/** What became of a target: the same of the head, of the base commit, and of a file that something else built. */
export type Outcome = {
  /** `predicted`: nobody tried to build it. */
  readonly status: "built" | "failed" | "skipped" | "predicted";
  /** Why it was skipped or failed, in one line. */
  readonly reason: string | null;
  readonly linkage: Linkage | null;
  readonly link: { readonly mode: LinkMode; readonly reasons: readonly string[] };
};

/** An outcome, with what was predicted where nothing was built. */
type Linked = Pick<Outcome, "status" | "linkage"> & {
  readonly prediction?: Pick<CheckedPrediction, "linkage" | "certainty" | "because"> | null;
};

/**
 * `is dynamic (needs libc.so.6)`; of what was not built `will be static`, `will likely be static`, or why it cannot be predicted.
 * `built`: how, such as ` with musl`.
 */
export function describeState(outcome: Linked, built = ""): string {
  if (isUnpredictable(outcome))
    return `cannot be predicted${built}: ${outcome.prediction?.because ?? "no rule is for it"}`;
  return `${verbOf([outcome])} ${describeLinkage(outcome)}${built}`;
}

/** Nobody built it, and no rule tells what would come out. */
export function isUnpredictable(outcome: Linked): boolean {
  return outcome.status === "predicted" && linkageKind(outcome) === null;
}

/** `is`, `are`; of what was not built `will be`, and where something was not examined `will likely be`. */
export function verbOf(outcomes: readonly Linked[], built = "is"): string {
  const predicted = outcomes.filter(({ status }) => status === "predicted");
  if (predicted.length === 0) return built;
  return predicted.every(({ prediction }) => prediction?.certainty === "certain") ? "will be" : "will likely be";
}

/** `dynamic (needs /lib64/ld-linux-x86-64.so.2 and libc.so.6, glibc 2.34 or newer)` */
export function describeLinkage(outcome: Linked): string {
  const { linkage, status } = outcome;
  if (linkage === null && status === "built") return "a WebAssembly module, which is not linked";
  if (linkage === null) return linkageKind(outcome) ?? (status === "predicted" ? "unknown" : status);
  if (linkage.kind === "unreadable" || linkage.kind === "packed")
    return `${linkage.kind} (${linkage.reason ?? "no reason"})`;
  const needs = [...(linkage.interpreter === null ? [] : [linkage.interpreter]), ...linkage.needed];
  if (needs.length === 0) return linkage.kind;
  const floor = linkage.minGlibc === null ? "" : `, glibc ${linkage.minGlibc} or newer`;
  return `${linkage.kind} (needs ${needs.join(", ")}${floor})`;
}

/**
 * Nobody can ask whether it is static: a WebAssembly module is run by a host, which hands it what it imports. No rule is for it. What
 * was built is known by its bytes, what was not by its platform.
 */
export function isWithoutLinkage({
  status,
  linkage,
  platform,
}: Pick<Outcome, "status" | "linkage"> & Pick<Target, "platform">): boolean {
  return status === "built" ? linkage === null : platform.endsWith("/wasm");
}

/** Starts where there is nothing but a kernel, or (where a platform has no such thing) nothing but the system itself. */
export function isStandalone(outcome: Linked): boolean {
  const kind = linkageKind(outcome);
  return kind === "static" || kind === "static-pie" || kind === "system";
}

/** What the artifact is, or of a cell that nobody built what it would be; null when that is not known. */
export function linkageKind({ status, linkage, prediction }: Linked): LinkageKind | "fails" | null {
  return status === "predicted" ? (prediction?.linkage ?? null) : (linkage?.kind ?? null);
}

/** The same target on the base commit. */
export type CellBase = Outcome & {
  /** Its import path there. */
  readonly package: string;
  /** Nothing that it is built from differs, so the head's build stands for both. */
  readonly unchanged: boolean;
  /** Bytes; null where nothing was built there, and where the head's build stands for both. */
  readonly size: number | null;
  /** The regression since then, as a predicate of the target and without its cause; null if there is none. */
  readonly change: string | null;
  /** How that is known: it was built in this run, or the head's build stands for it. */
  readonly from: "build" | "same-files";
};

/** What judging looks at: a target and what is known of it. */
export type ExaminedCell = Target &
  Outcome & {
    /** null for a file that something else built. */
    readonly strategy: string | null;
    readonly role: Role;
    /** `path` is null where the file was not kept. */
    readonly artifact: Pick<Artifact, "path" | "size"> | null;
    readonly prediction: CheckedPrediction | null;
    readonly cgo: readonly CgoUser[];
    readonly buildInfo: GoBuildInfo | null;
    readonly findings: readonly Finding[];
    /** On which Linux systems it starts; empty for other systems' programs, absent: nobody looked. */
    readonly runsOn?: readonly RunsOn[];
    /** Which symbols set how old its libraries may be; absent: nobody looked. */
    readonly floors?: readonly Floor[];
    /** Whether it starts in the images that its release is put into; absent: nobody looked. */
    readonly images?: readonly ReleaseImageStart[];
    /** Of the entrypoint of an image; null or absent: it is none. */
    readonly image?: ImageStart | null;
    /** The archive that it was found in; absent, as null: none. */
    readonly container?: Container | null;
    /** What is to blame for a build that was skipped or failed; absent: not known. */
    readonly fault?: Fault;
  };

/** A cell with what the rules of the toolchain say of its build; null for one that cannot be built here. */
export type PredictedCell = { readonly planned: PlannedCell; readonly prediction: Prediction | null };

export type BuiltCell = PredictedCell & { readonly build: Build };

/** `artifact` is null for a cell that left none. */
export type InspectedCell = BuiltCell & { readonly artifact: Artifact | null };

/** `proof` is null when nobody asked, or the artifact is not static. */
export type ProvenCell = InspectedCell & { readonly proof: Proof | null };

/** All that is known of a cell. Plan and build are null for a file that something else built. */
export type ExplainedCell = ExaminedCell & {
  readonly planned: PlannedCell | null;
  readonly build: Build | null;
  readonly artifact: Artifact | null;
  readonly proof: Proof | null;
};

/** A cell that this run planned, and built or predicted. */
export type OwnCell = ExplainedCell & { readonly planned: PlannedCell; readonly build: Build };

export type Explained = { readonly cells: readonly OwnCell[]; readonly recommendation: readonly Recommendation[] };

/** What to ship of one target. */
export type Recommendation = {
  readonly package: string;
  readonly platform: string;
  /** null when no strategy of this run is static. */
  readonly strategy: string | null;
  readonly why: string;
  /** To paste into a POSIX shell in the working directory. */
  readonly command: string | null;
  /** The same for those who build in another way; null with the command. */
  readonly forms: Omit<BuildForms, "shell"> | null;
};

/** The build of one cell in the languages that people configure builds in. */
export type BuildForms = {
  /** For a POSIX shell in the working directory. */
  readonly shell: string;
  /** The stages of a Dockerfile; null for a platform that no image of Go runs on. */
  readonly dockerfile: string | null;
  /** The `builds` of .goreleaser.yaml. */
  readonly goreleaser: string;
  /** The `builds` of .ko.yaml; null where ko makes no image for the platform. */
  readonly ko: string | null;
};
