import { join, posix } from "node:path";
import { findActionSteps } from "../config/action-steps.ts";
import { parseWorkflow, type RawStep, type WorkflowFile } from "../config/workflow-file.ts";
import type { ReadCommitted } from "../model/committed-file.ts";
import type { RepositoryPlace } from "../model/release.ts";
import type { Files } from "../ports/types.ts";
import { actionReference } from "./workflow-text.ts";

/** Something that is copied from a workflow of the repository. */
export type Copied = RepositoryPlace & { readonly value: string };

/** What the workflows of a repository tell of how its jobs are set up. */
export type ExistingWorkflows = {
  /** The first step that uses this action; null: none does. */
  readonly own: RepositoryPlace | null;
  readonly hasMergeQueue: boolean;
  readonly submodules: Copied | null;
  readonly goVersionFile: Copied | null;
  /** Packages that they install and that compiling C needs. */
  readonly packages: readonly Copied[];
};

/** Reads `.github/workflows` below `root`. What cannot be read tells nothing. */
export async function readWorkflows(
  root: string,
  files: Pick<Files, "glob" | "readText" | "kindOf">,
): Promise<ExistingWorkflows> {
  const read: ReadCommitted = async (path) => {
    const isFile = (await files.kindOf(join(root, path))) === "file";
    const text = isFile ? await files.readText(join(root, path)) : undefined;
    return text === undefined ? { kind: "absent" } : { kind: "text", text };
  };
  const paths = await files.glob(".github/workflows/*.y{a,}ml", root);
  const [repository = ""] = actionReference.split("@");
  const own = (await Promise.all(paths.map((path) => findActionSteps(path, { read, action: { repository } })))).flat();
  const found = await Promise.all(
    paths.map(async (file) => ({
      file,
      workflow: await parseWorkflow((await files.readText(join(root, file))) ?? ""),
    })),
  );
  const readable = found.flatMap(({ file, workflow }) => (workflow === null ? [] : [{ file, workflow }]));
  const steps = readable.flatMap(stepsOf);
  const hasSubmodules = (await files.kindOf(join(root, ".gitmodules"))) === "file";
  return {
    own: own[0] ?? null,
    hasMergeQueue: readable.some(({ workflow }) => workflow.triggers.has("merge_group")),
    submodules: hasSubmodules ? (steps.flatMap(submodulesOf)[0] ?? null) : null,
    goVersionFile: await firstFile(steps.flatMap(versionFileOf), root, files),
    packages: firstOfEach(steps.flatMap(packagesOf)),
  };
}

type Read = { readonly file: string; readonly workflow: WorkflowFile };
type FileStep = RawStep & { readonly file: string };

function stepsOf({ file, workflow }: Read): readonly FileStep[] {
  return workflow.jobs.flatMap(({ steps }) => steps.map((step) => ({ ...step, file })));
}

function submodulesOf({ uses, with: given, file }: FileStep): readonly Copied[] {
  const found = uses?.startsWith("actions/checkout@") === true ? given.get("submodules") : undefined;
  return found !== undefined && /^(?:true|recursive)$/.test(found.raw)
    ? [{ file, line: found.line, value: found.raw }]
    : [];
}

/** What go-linkage finds by itself needs no input: go.mod and go.work. */
function versionFileOf({ uses, with: given, file }: FileStep): readonly Copied[] {
  const found = uses?.startsWith("actions/setup-go@") === true ? given.get("go-version-file") : undefined;
  if (found === undefined || !/^[\w./-]+$/.test(found.raw)) return [];
  return [{ file, line: found.line, value: posix.normalize(found.raw) }];
}

async function firstFile(found: readonly Copied[], root: string, files: Pick<Files, "kindOf">): Promise<Copied | null> {
  for (const each of found) {
    const isKnown = /^(?:go\.mod|go\.work|\.go-version|\.tool-versions)$/.test(posix.basename(each.value));
    if (isKnown && (await files.kindOf(join(root, each.value))) === "file") return each;
  }
  return null;
}

/** C compilers, and headers and libraries for them. */
const forC =
  /^(?:lib[a-z0-9.+-]*-dev|(?:gcc|g\+\+)(?:-[a-z0-9.+-]+)?|clang(?:-\d+)?|musl(?:-tools|-dev)?|pkg-config|pkgconf|build-essential|crossbuild-essential-[a-z0-9]+)$/;

function packagesOf({ run, file, line }: FileStep): readonly Copied[] {
  const commands = (run ?? "").replaceAll("\\\n", " ").split(/\n|&&|;/);
  return commands.flatMap((command) => {
    const [, words] = /\bapt(?:-get)?\s(?:.*\s)?install\s(.*)$/.exec(command.trim()) ?? [];
    const names = (words ?? "").split(/\s+/).filter((word) => forC.test(word));
    return names.map((value) => ({ file, line, value }));
  });
}

function firstOfEach(found: readonly Copied[]): readonly Copied[] {
  return found.filter(({ value }, at) => found.findIndex((each) => each.value === value) === at);
}
