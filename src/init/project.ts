import { dirname, join, relative, resolve } from "node:path";
import { ConfigError } from "../errors.ts";
import { findRepository, gitIn } from "../baseline/repository.ts";
import { inputText } from "../config/inputs.ts";
import type { ReleaseEntry } from "../model/release.ts";
import { modulesBelow } from "../plan/all-modules.ts";
import { findUp } from "../ports/find-up.ts";
import type { Ports } from "../ports/types.ts";
import { describeRelease } from "../release/describe-release.ts";
import { type DefaultBranch, findDefaultBranch } from "./default-branch.ts";
import { type ExistingWorkflows, readWorkflows } from "./existing-workflows.ts";
import { workflowPath } from "./workflow-text.ts";

/** What a workflow is written from, beside what its programs are. */
export type Project = {
  /** The inputs of the call; `working-directory` is where the only module is. */
  readonly given: Readonly<Record<string, string>>;
  /** From the root of the repository to the working directory, with slashes; `.` when they are the same. */
  readonly folder: string;
  /** Nobody has asked for that folder. */
  readonly isFolderFound: boolean;
  readonly branch: DefaultBranch;
  readonly workflows: ExistingWorkflows;
  readonly entries: readonly ReleaseEntry[];
  /** Where the workflow is to be written, absolute. */
  readonly workflowPath: string;
};

type Call = { readonly given: Readonly<Record<string, string>>; readonly output: string | undefined };

type ProjectPorts = Pick<Ports, "ask" | "work" | "env" | "files">;

/** Looks at a repository. Throws ConfigError where there is none and no `output` says what to write. */
export async function findProject({ given, output }: Call, ports: ProjectPorts): Promise<Project> {
  const { files, env } = ports;
  const start = resolve(inputText("working-directory", given));
  const root = await findUp(start, ".git", files);
  if (root === undefined && output === undefined) {
    throw new ConfigError(
      `init: ${start} is in no git repository, and GitHub reads workflows at the root of one; ` +
        "run git init first, or name a file: -o FILE",
    );
  }
  const top = root ?? start;
  const below = await onlyModule(start, given, ports);
  const directory = below ?? start;
  const hasGit = root !== undefined && !("why" in (await findRepository(top, ports)));
  const described = await describeRelease(
    { ship: inputText("ship", given), workingDirectory: directory },
    { files, env },
  );
  return {
    given: below === null ? given : { ...given, "working-directory": relative(resolve("."), below) },
    folder: relative(top, directory).replaceAll("\\", "/") || ".",
    isFolderFound: below !== null,
    branch: await findDefaultBranch(hasGit ? gitIn(top, ports) : null),
    workflows: await readWorkflows(top, files),
    entries: described?.description.entries ?? [],
    workflowPath: output === undefined || output === "-" ? join(top, workflowPath) : resolve(output),
  };
}

/** The folder of the only module below one that is in none; null: go can run where it is, or there are several or none. */
async function onlyModule(start: string, given: Call["given"], { files }: ProjectPorts): Promise<string | null> {
  if ((given.packages ?? "").trim() !== "") return null;
  for (const name of ["go.mod", "go.work"]) if ((await findUp(start, name, files)) !== undefined) return null;
  const [only, ...others] = await modulesBelow(start, files);
  return only === undefined || others.length > 0 || dirname(only.dir) === only.dir ? null : only.dir;
}
