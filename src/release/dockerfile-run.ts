import { evaluateBuild } from "./dockerfile-builds.ts";
import { installedPackages } from "./dockerfile-builder.ts";
import type { DockerInstruction } from "./dockerfile-file.ts";
import { repositoryFolder, type Mapping } from "./dockerfile-folders.ts";
import { isGo, isXxGo } from "./dockerfile-go.ts";
import { builderOfStage, type FileContext, type Stage } from "./dockerfile-stage.ts";
import { visible } from "./dockerfile-variables.ts";
import { matchesPath } from "./shell-patterns.ts";
import { fillHoles, hasHole } from "./shell-holes.ts";
import { cut, runScript } from "./shell-run.ts";
import { resolvePath, type Invocation, type ShellHost, type Status } from "./shell-state.ts";
import { plainText, type ShellText } from "./shell-text.ts";

type Run = {
  readonly context: FileContext;
  /** What a `--mount` puts into the container. */
  readonly mount: (value: string) => Mapping[];
};

/** Follows one RUN, and adds to the stage what it builds, copies and installs. */
export function runInstruction(instruction: DockerInstruction, stage: Stage, { context, mount }: Run): void {
  const mounts = instruction.flags.filter(({ name }) => name === "mount").flatMap(({ value }) => mount(value));
  const mappings = [...stage.mappings, ...mounts];
  const script = scriptOf(instruction, stage);
  if (script === null) {
    addUnread(instruction, stage);
    return;
  }
  const host = hostFor(stage, mappings, context);
  const state = { variables: visible(stage.env, stage.args), cwd: stage.cwd, doubt: null };
  const after = runScript(script, { ...state, variables: new Map(state.variables) }, { host, maybe: null, depth: 0 });
  const isLost = after.doubt?.why.includes("cannot be parsed") === true || !stage.hasShell;
  if (isLost && /\bgo\b[^\n]*\b(?:build|install)\b/.test(script.text)) {
    const why = stage.hasShell ? "is a script that cannot be parsed" : "is for a shell that is not read";
    stage.opaque.push({ line: instruction.line, text: cut(script.text), why });
  }
}

/** A here-document for python and the like. */
function addUnread({ script, line }: DockerInstruction, stage: Stage): void {
  if (script === null || !/\bgo\b.{0,20}\b(?:build|install)\b/.test(script.text.text)) return;
  stage.opaque.push({
    line,
    text: cut(script.text.text),
    why: `is a script for ${cut(script.reader)}, which is not read`,
  });
}

/** The commands of a RUN, whatever its form, as a script of sh. null: another program reads them. */
function scriptOf({ list, script, words }: DockerInstruction, { hasShell }: Stage): ShellText | null {
  if (list !== null) {
    const quoted = list.map((each) => `'${each.replaceAll("'", "'\\''")}'`).join(" ");
    return plainText(quoted, words.lineAt(0));
  }
  if (script !== null) return /^(?:(?:\/\S*\/)?(?:sh|bash|ash|dash)\b.*)?$/.test(script.reader) ? script.text : null;
  return hasShell ? words : { ...words, text: `: '${words.text.replaceAll("'", "")}'` };
}

function hostFor(stage: Stage, mappings: readonly Mapping[], context: FileContext): ShellHost {
  return {
    holes: context.holes,
    budget: context.budget,
    start: (invocation) => start(invocation, { stage, mappings, context }),
    goEnv: (name, { variables }) => {
      const value = variables.get(name)?.value ?? "";
      if (value !== "") return value;
      if (name === "GOOS") return "linux";
      if (name === "GOARCH") return stage.hostArch;
      return name === "GOPATH" ? "/go" : null;
    },
    glob: (pattern, cwd) => foldersFor(pattern, { cwd, mappings, context }),
  };
}

type Glob = { readonly cwd: string; readonly mappings: readonly Mapping[]; readonly context: FileContext };

/** The folders with Go files that a pattern like `./cmd/*` names. */
function foldersFor(pattern: string, { cwd, mappings, context }: Glob): readonly string[] | null {
  const folder = repositoryFolder(cwd, mappings);
  if (folder === null || !/^(?:\.\/)?[\w./-]+\*[\w.-]*\/?$/.test(pattern)) return null;
  const bare = pattern.replace(/^\.\//, "").replace(/\/$/, "");
  const prefix = folder === "." ? "" : `${folder}/`;
  const found = context.view.goFolders.filter((each) => each.startsWith(prefix) && matchesPath(prefix + bare, each));
  const names = found.map((each) => each.slice(prefix.length)).toSorted();
  if (names.length === 0) return null;
  return names.map((name) => (pattern.startsWith("./") ? `./${name}` : name));
}

type Place = { readonly stage: Stage; readonly mappings: readonly Mapping[]; readonly context: FileContext };

/** Commands that answer a question, so that nobody knows how they end. */
const questions = new Set(
  "grep egrep command which type stat cmp diff xx-info getconf uname ls expr git-diff timeout".split(" "),
);

/** Programs that build what their own files say. */
const builders = new Set(
  "make gmake mage task go-task just goreleaser bazel bazelisk ko gox garble tinygo promu earthly nix nix-build".split(
    " ",
  ),
);

function start(invocation: Invocation, place: Place): Status {
  const { stage } = place;
  const [path = "", first = ""] = invocation.argv;
  const name = path.split("/").at(-1) ?? "";
  const installs = installedPackages(invocation.argv);
  if (installs !== null) stage.installs.push(...installs);
  else if (isXxGo(path) && first === "--wrap") stage.hasWrappedGo = true;
  else if (isGo(path) || isXxGo(path)) startGo(invocation, place);
  else if (["mv", "cp", "install", "ln"].includes(name)) move(invocation, stage);
  else if (isOpaque(invocation, place)) opaque(invocation, stage, `runs ${name}, which is not read`);
  else if (hasHole(path)) startUnknown(invocation, stage);
  else startByOther(invocation, stage);
  return questions.has(name) ? "unknown" : "presumed";
}

function startGo(invocation: Invocation, { stage, mappings, context }: Place): void {
  const [path = "", verb = "", ...args] = invocation.argv;
  if (verb === "run" || verb === "generate") {
    const [file = ""] = args.filter((each) => !each.startsWith("-"));
    const isForeign = file.includes("@") || verb === "generate" || !mayBuild(args);
    if (!isForeign) opaque(invocation, stage, "runs a Go program, which is not read");
    return;
  }
  if (verb === "env") {
    writeGoEnv(invocation, stage, context);
    return;
  }
  const { platform, view, holes } = context;
  const usesXx = isXxGo(path) || stage.hasWrappedGo;
  const { hostArch } = stage;
  const env = new Map([...stage.written, ...[...invocation.env].filter(([, { value }]) => value !== "")]);
  const build = evaluateBuild({ ...invocation, env }, { platform, view, holes, mappings, hostArch, usesXx });
  if (build === null) return;
  const same = stage.builds.filter((each) => each.build.key.replace(/#\d+$/, "") === build.key).length;
  const key = same === 0 ? build.key : `${build.key}#${same}`;
  stage.builds.push({ build: { ...build, key }, builder: builderOfStage(stage, context.path) });
}

/** `go env -w NAME=VALUE`: for all go commands after it that do not have it in their environment. */
function writeGoEnv({ argv, lines, doubt }: Invocation, { written }: Stage, { holes }: FileContext): void {
  const words = argv.slice(2);
  if (words.includes("-u")) for (const name of words) written.delete(name);
  if (!words.includes("-w")) return;
  for (const [at, word] of words.entries()) {
    const [, name = "", value = ""] = /^([A-Z]\w*)=(.*)$/s.exec(word) ?? [];
    if (name === "") continue;
    const known = doubt === null ? value : holes.add(doubt);
    written.set(name, { value: known, line: lines[at + 2] ?? 1, isExported: true, isOptional: false });
  }
}

/** `go run build.go build app`: a program of the repository that builds. */
function mayBuild(args: readonly string[]): boolean {
  return args.some((each) => /build|install|release|mage|make|compile/i.test(each));
}

function isOpaque({ argv, cwd }: Invocation, { mappings, context }: Place): boolean {
  const [path = "", ...args] = argv;
  const name = path.split("/").at(-1) ?? "";
  if (builders.has(name)) return true;
  const isShell = /^(?:sh|bash|ash|dash|source|\.)$/.test(path === "." ? path : name);
  const file = isShell ? args.find((each) => !each.startsWith("-")) : path;
  if (file === undefined || hasHole(file) || (!isShell && !file.includes("/"))) return false;
  const slash = resolvePath(cwd, file).lastIndexOf("/");
  const folder = repositoryFolder(resolvePath(cwd, file).slice(0, slash) || "/", mappings);
  if (folder === null) return false;
  const inner = resolvePath(cwd, file).slice(slash + 1);
  return context.view.exists(folder === "." ? inner : `${folder}/${inner}`) || /\.(?:sh|bash)$/.test(inner);
}

function opaque({ line, text }: Invocation, stage: Stage, why: string): void {
  stage.opaque.push({ line, text: cut(fillHoles(text, "…")), why });
}

/** `$GO build`: the program has no name that is known. */
function startUnknown(invocation: Invocation, stage: Stage): void {
  const [, verb = ""] = invocation.argv;
  if (/build|install|all|release/.test(verb)) opaque(invocation, stage, "starts a program whose name is not known");
}

/** `xargs go build`, `timeout 60 go build`: another program starts it, and may change what it is. */
function startByOther(invocation: Invocation, stage: Stage): void {
  const { argv } = invocation;
  const at = argv.findIndex(
    (each, index) => index > 0 && isGo(each) && /^(?:build|install)$/.test(argv[index + 1] ?? ""),
  );
  const [name = ""] = argv;
  const isEcho = name === "echo" || name === "printf";
  if (at > 0 && !isEcho) opaque(invocation, stage, `starts go by ${name}, which is not read`);
  else if (!isEcho && argv.some((each) => /\s/.test(each) && /\bgo\s+(?:build|install)\b/.test(each))) {
    opaque(invocation, stage, `hands a script to ${name}, which is not read`);
  }
}

function move({ argv, cwd, line }: Invocation, stage: Stage): void {
  const words = argv.slice(1).filter((each, at, all) => !each.startsWith("-") && !/^-[mog]$/.test(all[at - 1] ?? ""));
  const last = words.at(-1);
  if (last === undefined || words.length < 2) return;
  const sources = words.slice(0, -1).map((each) => resolvePath(cwd, each));
  const target = resolvePath(cwd, last);
  stage.edges.push({ from: stage.index, sources: sources.filter((each) => each !== target), target, line });
}
