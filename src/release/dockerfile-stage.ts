import { posix } from "node:path";
import type { Platform } from "../model/platform.ts";
import type { ReleaseBuilder } from "../model/release.ts";
import { builderOf } from "./dockerfile-builder.ts";
import type { StageBuild } from "./dockerfile-builds.ts";
import { hasGoBelow, type Mapping, type RepositoryView } from "./dockerfile-folders.ts";
import type { Holes } from "./shell-holes.ts";
import type { Variable } from "./shell-state.ts";

/** Files that are copied from one place to another, within a stage or from an earlier one. */
export type Edge = {
  readonly from: number;
  readonly sources: readonly string[];
  readonly target: string;
  readonly line: number;
};

/** A copy into an image, or into a stage that others are made from. */
export type StageCopy = {
  /** The build context, another stage or an image that is not made here. */
  readonly from: "context" | "stage" | "image";
  /** Absolute; of the context, relative to the repository's root. */
  readonly sources: readonly string[];
  readonly target: string;
  /** Commands of the stage that it is copied from, and the files that builds leave there. */
  readonly runs: readonly string[];
  readonly files: readonly string[];
};

/** Something that may build programs, and is not read. */
export type OpaqueRun = { readonly line: number; readonly text: string; readonly why: string };

/** A stage, evaluated for one platform. What is in `parent` is in it, too. */
export type Stage = {
  readonly index: number;
  readonly name: string | null;
  readonly parent: number | null;
  /** The image at the bottom of it. */
  readonly image: { readonly text: string; readonly value: string; readonly line: number };
  readonly env: Map<string, Variable>;
  readonly args: Map<string, Variable>;
  cwd: string;
  /** What RUN starts its words with can be followed. */
  hasShell: boolean;
  /** The processor of the image that runs the commands, where the file says it. */
  readonly hostArch: string | null;
  /** It is of the platform that is built for. */
  readonly isNative: boolean;
  readonly mappings: Mapping[];
  readonly builds: { readonly build: StageBuild; readonly builder: ReleaseBuilder }[];
  readonly edges: Edge[];
  readonly opaque: OpaqueRun[];
  readonly installs: string[];
  readonly copies: StageCopy[];
  /** The text of its commands. */
  readonly runs: string[];
  /** What `go env -w` has written. */
  readonly written: Map<string, Variable>;
  /** `xx-go --wrap` has put itself in front of go. */
  hasWrappedGo: boolean;
};

/** What the file is read in. `root` is the folder of the build context. */
export type FileContext = {
  readonly path: string;
  readonly root: string;
  readonly view: RepositoryView;
  readonly platform: Platform;
  readonly holes: Holes;
  readonly budget: { left: number };
  /** The values of `--build-arg`, by the name of the ARG. */
  readonly buildArguments?: ReadonlyMap<string, string>;
};

export type Evaluation = {
  readonly stages: readonly Stage[];
  /** What is copied from the build context, as paths of the repository. */
  readonly sources: readonly string[];
};

/** What is known of the image that a stage builds in. */
export function builderOfStage({ image, installs }: Stage, file: string): ReleaseBuilder {
  return builderOf(image.value, { installs, place: { file, line: image.line } });
}

/** Whether a path of a stage is data that the repository itself has. What has Go files below may be a program of that name. */
export function isCopied(path: string, { mappings }: Stage, view: RepositoryView): boolean {
  return mappings.some(({ container, repository }) => {
    const rest = posix.relative(container, path);
    const inner = posix.join(repository, rest) || ".";
    return !rest.startsWith("..") && view.exists(inner) && !hasGoBelow(inner, view);
  });
}
