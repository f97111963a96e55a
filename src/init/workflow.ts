import { posix } from "node:path";
import { type InputName, inputNames, inputs, inputText } from "../config/inputs.ts";
import { splitList } from "../config/input-kinds.ts";
import { parsePlatform } from "../go/platform.ts";
import type { Cell, Report } from "../model/report.ts";
import { choosePlatformNames } from "../plan/plan-release.ts";
import { neededCompilers } from "./needed-packages.ts";
import type { Project } from "./project.ts";
import { renderWorkflow } from "./workflow-text.ts";

type Facts = {
  readonly project: Project;
  readonly report: Report;
  /** A policy is written beside it, and has the inputs that describe the project. */
  readonly hasPolicy: boolean;
};

/** A part of the workflow and why it is there. */
export type Reason = { readonly what: string; readonly why: string };

/** More builds than this in one run, and only those that are needed are made. */
const manyBuilds = 40;

/** What GitHub's runners are. */
const runner = "linux/amd64";

/** The text of a project's workflow, and why it is as it is. */
export async function workflowOf({ project, report, hasPolicy }: Facts): Promise<{
  readonly text: string;
  readonly reasons: readonly Reason[];
}> {
  const { branch, workflows } = project;
  const { inputs: given, reasons: ofInputs } = chooseInputs(project, report, hasPolicy);
  const { packages, reasons: ofPackages } = choosePackages(project, report);
  const { submodules, hasMergeQueue } = workflows;
  const text = await renderWorkflow({
    branch: branch.name,
    hasMergeQueue,
    submodules: submodules?.value ?? null,
    packages,
    inputs: given,
  });
  const reasons = [
    { what: `push to ${branch.name}`, why: branch.why },
    ...(hasMergeQueue ? [{ what: "merge_group", why: "another workflow runs in the merge queue" }] : []),
    ...(submodules === null ? [] : [{ what: `submodules: ${submodules.value}`, why: `as ${placeOf(submodules)}` }]),
    ...ofPackages,
    ...ofInputs,
  ];
  return { text, reasons };
}

type ChosenInputs = { readonly inputs: (readonly [string, string])[]; readonly reasons: readonly Reason[] };

function chooseInputs(
  { given, folder, isFolderFound, workflows }: Project,
  report: Report,
  hasPolicy: boolean,
): ChosenInputs {
  const found: { readonly name: string; readonly value: string; readonly why: string | null }[] = [];
  if (folder !== ".") {
    found.push({ name: "working-directory", value: folder, why: isFolderFound ? "the only go.mod is there" : null });
  }
  const isWritten = (name: InputName): boolean => !notWritten.has(name) && !(hasPolicy && inputs[name].ofProject);
  for (const name of inputNames.filter(isWritten)) {
    const value = (given[name] ?? "").trim();
    if (value !== "") found.push({ name, value, why: null });
  }
  const file = workflows.goVersionFile;
  const isAsked = ["go-version", "go-version-file"].some((name) => (given[name] ?? "") !== "");
  if (file !== null && !isAsked && !isFoundAnyway(file.value, folder)) {
    found.push({ name: "go-version-file", value: file.value, why: `as ${placeOf(file)}` });
  }
  const builds = countBuilds(given, report);
  if (builds > manyBuilds && (given.build ?? "") === "") {
    found.push({ name: "build", value: "needed", why: `all would be ${builds} builds` });
  }
  return {
    inputs: found.map(({ name, value }) => [name, value] as const),
    reasons: found.flatMap(({ name, value, why }) => (why === null ? [] : [{ what: `${name}: ${value}`, why }])),
  };
}

/** Programs on their platforms × strategies. */
function countBuilds(given: Project["given"], { cells }: Report): number {
  const targets = new Set(cells.map(({ package: path, platform }) => `${path} ${platform}`)).size;
  return targets * splitList(inputText("strategies", given)).length;
}

/** The working directory is found from the root, and what a door sets is of one call. */
const notWritten = new Set<InputName>([
  "mode",
  "working-directory",
  "binaries",
  "images",
  "output-dir",
  "comment-key",
  "token",
]);

/** go-linkage looks for go.mod and go.work from the working directory upwards. */
function isFoundAnyway(path: string, folder: string): boolean {
  const name = posix.basename(path);
  const above = posix.dirname(path);
  const isAbove = above === "." || folder === above || folder.startsWith(`${above}/`);
  return (name === "go.mod" || name === "go.work") && isAbove;
}

type ChosenPackages = { readonly packages: readonly string[]; readonly reasons: readonly Reason[] };

function choosePackages({ entries, given, workflows }: Project, { cells }: Report): ChosenPackages {
  const asked = splitList(inputText("platforms", given));
  const { names } = choosePlatformNames(asked, runner, entries);
  const platforms = names.map((name) => parsePlatform(name, [name.split("/").slice(0, 2).join("/")]));
  const compilers = neededCompilers(entries, platforms);
  const known = compilers.flatMap(({ packages, compiler, ...place }) =>
    packages === null ? [] : [{ name: packages, why: `${placeOf(place)} builds with ${compiler}` }],
  );
  const copied = cells.some(usesC)
    ? workflows.packages.map((each) => ({ name: each.value, why: `as ${placeOf(each)}` }))
    : [];
  const all = [...known, ...copied.filter(({ name }) => known.every((each) => each.name !== name))];
  const unknown = compilers.flatMap(({ packages, compiler, ...place }): Reason[] => {
    if (packages !== null) return [];
    const why = `${placeOf(place)} builds with it, and runners do not have it: add a step that installs it`;
    return [{ what: `not there yet: ${compiler}`, why }];
  });
  return {
    packages: [...new Set(all.map(({ name }) => name))].toSorted(),
    reasons: [...all.map(({ name, why }) => ({ what: `apt-get install ${name}`, why })), ...unknown],
  };
}

/** Of its own or of a dependency; what the standard library needs of C is on every runner. */
function usesC({ cgo, package: program }: Cell): boolean {
  const firstOf = (path: string): string => path.split("/")[0] ?? "";
  return cgo.some((user) => firstOf(user.package).includes(".") || firstOf(user.package) === firstOf(program));
}

function placeOf({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${file}:${line}`;
}
