import type { Fault } from "./fault.ts";
import type { FailKind } from "./policy.ts";

export type FindingLevel = "error" | "warning" | "info";

/**
 * Everything that is the same for all findings of a kind. A kind is named nowhere else but in its detector, its page and its
 * tests: what other code wants to know of it is a property here.
 */
export type KindOfFinding = {
  /** A heading: what was found. */
  readonly title: string;
  /** What it does to people who run the binary. */
  readonly why: string;
  /** Unless the case decides it. `error`: the file cannot be used or judged. `warning`: it fails on some machines. `info`: the rest. */
  readonly level: FindingLevel;
  /** Stands behind the linkage in tables: `static, loads NSS`. */
  readonly tableWord?: string;
  /** A static program with it is not recommended: it fails on some machines, is not for production, or does not do its work. */
  readonly isHazard?: true;
  /** No strategy makes such a program static. */
  readonly preventsStatic?: true;
  /** The build fails for something that can be installed or added, so the strategy is still a way to a static program. */
  readonly failsForLibrary?: true;
  /**
   * A regression where the base commit does not have it: always, or only where its program was standalone, or started in an image that
   * its release is put into.
   */
  readonly regressionIfNew?: "always" | "standalone" | "image";
  /** Explains another linkage than on the base commit, where that does not have it. */
  readonly explainsRegression?: true;
  /** Its fix does not change the linkage, or changes more than a regression asks for: it is not offered against one. */
  readonly hasUnrelatedFix?: true;
  /** About which machines a file starts on: in an image that starts it there is nothing left to say. */
  readonly isSettledByStart?: true;
  /** What kind of failure it is where the build that ships has it. */
  readonly failKind?: FailKind;
  /** What is to blame where a build fails with it; absent: not known. */
  readonly fault?: Fault;
  /** Found by comparing with the base commit, or by the rules of the project; absent: by looking at the build. */
  readonly foundBy?: "base" | "policy";
};
