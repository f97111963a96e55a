import { posix } from "node:path";
import type { Inspection } from "../model/artifact.ts";
import type { ImageStart } from "../model/image.ts";
import { inspect } from "../inspect/inspect-bytes.ts";
import { checkVersions } from "./check-versions.ts";
import { findCommand } from "./command.ts";
import { glibcRule } from "./glibc.ts";
import { describeHazards } from "./hazards.ts";
import { loadAll } from "./load.ts";
import type { Loaded, LoaderRule } from "./loader.ts";
import { muslRule } from "./musl.ts";
import { type ElfObject, isElf, isObject } from "./object.ts";
import type { Node } from "./root.ts";
import { commandOfEnv, readShebang } from "./script.ts";
import { may } from "./user.ts";
import { fromLayer, headOf, look, type Look, objectAt, type View } from "./view.ts";

/** Where it ended, and why. */
export type Answer = Pick<ImageStart, "step" | "outcome" | "reason">;

export type Context = {
  readonly view: View;
  /** GOARCH of the image's platform. */
  readonly architecture: string;
};

/** A file that the kernel would start. */
type Program = { readonly path: string; readonly node: Node };

/** The kernel follows so many interpreter lines, one behind the other (fs/exec.c). */
const maxScripts = 4;

/** Whether the kernel starts the file at a path, and its loader the program. The sentence begins with the path. */
export function runProgram(path: string, context: Context, scripts: readonly string[] = []): Answer {
  const { view } = context;
  const found = look(view, path);
  const who = scripts.length === 0 ? path : `${path} (which runs ${scripts.at(-1) ?? ""})`;
  const stop = describeNoFile(found, who, view);
  if (stop !== null || !("node" in found)) return stop ?? fail("file", `${who} is not in the image`);
  const program = { path: found.path, node: found.node };
  if (found.ambiguous !== null) {
    return open(
      "root",
      `${who} is reached through ${found.ambiguous}: a later layer writes below this link, and runtimes differ in whether they keep it`,
    );
  }
  const head = headOf(found.node);
  if (isElf(head)) return runElf(program, who, context);
  return runScript({ ...program, path, head }, { context, scripts, who });
}

function fail(step: Answer["step"], reason: string): Answer {
  return { step, outcome: "does-not-start", reason };
}

function open(step: Answer["step"], reason: string): Answer {
  return { step, outcome: "unknown", reason };
}

/** What a container runtime mounts over the image. */
const mounted = /^\/(?:proc|sys|dev)(?:\/|$)/;

function describeNoFile(found: Look, who: string, { user }: View): Answer | null {
  switch (found.kind) {
    case "file":
      if (may(user, "execute", found.node)) return null;
      return fail("file", describeClosed(found.node, who, user.uid));
    case "folder":
      return fail("file", `${who} is a folder (${fromLayer(found.node)})`);
    case "other":
      return fail("file", `${who} is not a regular file (${fromLayer(found.node)})`);
    case "forbidden":
      return fail("file", `${who} lies in a folder that user ${user.uid} may not enter`);
    case "missing": {
      if (mounted.test(found.at)) return open("file", `${who} lies where the runtime mounts its own files`);
      const through = found.link === null ? "" : `: the link ${found.link} leads to ${found.at}, which does not exist`;
      return fail("file", `${who} is not in the image${through}`);
    }
    case "not-a-folder":
      return fail("file", `${who} is not in the image: ${found.at} is not a folder`);
    case "loop":
      return fail("file", `${who} leads round in a circle of links (${found.at})`);
  }
}

function describeClosed(node: Node, who: string, uid: number): string {
  const mode = (node.mode & 0o7777).toString(8).padStart(4, "0");
  const isNobodys = (node.mode & 0o111) === 0;
  return isNobodys
    ? `${who} is not executable (mode ${mode}, ${fromLayer(node)})`
    : `${who} is not executable for user ${uid} (mode ${mode}, owner ${node.uid}:${node.gid}, ${fromLayer(node)})`;
}

type ScriptContext = { readonly context: Context; readonly scripts: readonly string[]; readonly who: string };

function runScript(
  { path, node, head }: Program & { readonly head: Uint8Array },
  { context, scripts, who }: ScriptContext,
): Answer {
  const { view } = context;
  const shebang = readShebang(head);
  if (shebang === null) {
    const what = head.length === 0 ? "is empty" : "is neither an ELF file nor a script that begins with #!";
    return fail("format", `${who} ${what} (${fromLayer(node)}): exec format error`);
  }
  if (scripts.length >= maxScripts)
    return open("format", `${who} is a script that more than ${maxScripts} scripts lead to`);
  const { interpreter, argument } = shebang;
  if (interpreter.endsWith("\r") || argument?.endsWith("\r") === true) {
    return fail(
      "format",
      `the first line of ${who} ends with CR LF, so that it asks for "${interpreter.replace(/\r$/, "\\r")}": save it with LF (${fromLayer(node)})`,
    );
  }
  const answer = runProgram(interpreter, context, [...scripts, path]);
  if (answer.outcome !== "starts") return answer.step === "file" ? { ...answer, step: "format" } : answer;
  // The interpreter opens the script itself.
  if (!may(view.user, "read", node))
    return fail("file", `${who} is a script that user ${view.user.uid} may not read (${fromLayer(node)})`);
  return interpreter.endsWith("/env")
    ? runEnv(argument ?? "", { path, context, scripts })
    : { ...answer, reason: `${who} is a script; ${answer.reason}` };
}

/** `#!/usr/bin/env bash`: env is there, and looks for the program in PATH. Without -S all of it is one name. */
function runEnv(
  argument: string,
  { path, context, scripts }: Omit<ScriptContext, "who"> & { readonly path: string },
): Answer {
  const command = commandOfEnv(
    argument.startsWith("-S") || argument.startsWith("--split-string")
      ? [argument.slice(0, 2), argument.slice(2)]
      : [argument],
  );
  if (command === null)
    return open("format", `${path} is a script for env, and what "${argument}" starts cannot be told`);
  const [name = ""] = command.words;
  const found = findCommand(name, context.view, command.path);
  if (typeof found === "string") return fail("format", `${path} is run by env, and ${found}`);
  const answer = runProgram(found.path, context, [...scripts, path]);
  return answer.outcome === "starts" ? { ...answer, reason: `${path} is a script; ${answer.reason}` } : answer;
}

function runElf({ path, node }: Program, who: string, context: Context): Answer {
  const { view, architecture } = context;
  const object = objectAt(view, node);
  const bytes = node.kept?.bytes();
  if (object.machine !== null && object.machine !== architecture) {
    const answer = judgeMachine(object.machine, `${who} (${fromLayer(node)})`, architecture);
    if (answer !== null) return answer;
  }
  if ("reason" in object) return open("format", `${who} (${fromLayer(node)}) cannot be judged: ${object.reason}`);
  if (bytes === undefined) return open("format", `${who} (${fromLayer(node)}) cannot be judged: it was not read`);
  const inspection = inspect(bytes, { hostFiles: true });
  const { kind, reason } = inspection.linkage;
  if (kind === "packed" || kind === "unreadable")
    return open("format", `${who} (${fromLayer(node)}) cannot be judged: ${reason ?? kind}`);
  if (object.interpreter !== null)
    return runDynamic({ path, node, object, interpreter: object.interpreter }, who, context);
  if (kind === "library") return open("format", `${who} (${fromLayer(node)}) is a library without an interpreter`);
  if (inspection.linkage.needed.length > 0)
    return open("interpreter", `${who} names libraries, and no loader that would load them`);
  return describeStatic(inspection, who, view);
}

/** Kernels for amd64 run programs for 386, those for arm64 not always those for arm. */
function judgeMachine(machine: string, who: string, architecture: string): Answer | null {
  if (machine === "386" && architecture === "amd64") return null;
  if (machine === "arm" && architecture === "arm64")
    return open("machine", `${who} is for arm, and not every arm64 machine runs that`);
  return fail("machine", `${who} is for ${machine}, and the image is for ${architecture}`);
}

function describeStatic({ linkage, hostFiles }: Inspection, who: string, view: View): Answer {
  if (linkage.hazards.includes("relocation"))
    return open("hazards", `${who} is a static PIE, and no code was found that relocates it`);
  return {
    step: "hazards",
    outcome: "starts",
    reason: `${who} is ${linkage.kind}${describeHazards(linkage.hazards, hostFiles, view)}`,
  };
}

type Dynamic = Program & { readonly object: ElfObject; readonly interpreter: string };

function runDynamic(program: Dynamic, who: string, { view }: Context): Answer {
  const { path, node, object, interpreter } = program;
  const loader = findLoader(program, who, view);
  if ("step" in loader) return loader;
  const own = { requester: null, name: path, path, origin: posix.dirname(path), node, object };
  // A program without a dynamic section needs its loader alone.
  if (!isObject(object)) return describeLoaded(who, loader, 0);
  const rule = ruleOf(loader, view, isSecure(node, view));
  if (rule === null)
    return open(
      "interpreter",
      `${who} is started by ${interpreter} (${fromLayer(loader.node)}), which is neither glibc's nor musl's loader`,
    );
  const { files, trouble } = loadAll({ ...own, dynamic: object.dynamic }, rule, view);
  if (trouble !== null) return { step: "libraries", ...trouble, reason: `${who} ${trouble.reason}` };
  const versions = checkVersions(files, rule, view);
  if (versions !== null) {
    const subject = /^(?:needs|its|the) /.test(versions.reason) ? `${who} ` : `${who}: `;
    return {
      step: "versions",
      ...versions,
      reason: `${subject}${versions.reason}`.replace(`${who} its `, `${who}: its `),
    };
  }
  return describeLoaded(who, loader, files.length - 2);
}

function describeLoaded(who: string, loader: Loaded, libraries: number): Answer {
  const more = libraries === 0 ? "" : ` and its ${libraries === 1 ? "library" : `${libraries} libraries`}`;
  return {
    step: "hazards",
    outcome: "starts",
    reason: `${who} is dynamic, and finds ${loader.name}${more} in the image`,
  };
}

/** The kernel opens the interpreter as it does the program. */
function findLoader({ interpreter, object }: Dynamic, who: string, view: View): Loaded | Answer {
  const found = look(view, interpreter);
  const needs = `${who} needs the loader ${interpreter}`;
  if (found.kind === "missing" && !mounted.test(found.at)) {
    const through = found.link === null ? "" : ` (the link ${found.link} leads to ${found.at}, which does not exist)`;
    return fail("interpreter", `${needs}, which the image does not have${through}`);
  }
  const stop = describeNoFile(found, interpreter, view);
  if (stop !== null || !("node" in found))
    return { step: "interpreter", outcome: stop?.outcome ?? "unknown", reason: `${needs}: ${stop?.reason ?? ""}` };
  const file = objectAt(view, found.node);
  const from = fromLayer(found.node);
  if (found.ambiguous !== null)
    return open(
      "interpreter",
      `${needs}, and finds it through ${found.ambiguous}: a later layer writes below this link, and runtimes differ in whether they keep it`,
    );
  if (file.machine !== null && file.machine !== object.machine)
    return fail("interpreter", `${needs}, and that of the image, ${from}, is for ${file.machine}`);
  if (!isObject(file)) {
    const why = "reason" in file ? file.reason : "it has no dynamic section";
    return isElf(headOf(found.node))
      ? open("interpreter", `${needs}, and that of the image, ${from}, cannot be judged: ${why}`)
      : fail("interpreter", `${needs}, and that of the image, ${from}, is not an ELF file`);
  }
  return {
    name: interpreter,
    path: found.path,
    origin: posix.dirname(interpreter),
    node: found.node,
    object: file,
    dynamic: file.dynamic,
    requester: null,
  };
}

/** By what the file is, and not by its name: images put links to another loader where programs look for theirs. */
function ruleOf(loader: Loaded, view: View, secure: boolean): LoaderRule | null {
  const { soname } = loader.dynamic;
  const versions = loader.object.definitions().versions ?? [];
  if (versions.includes("GLIBC_PRIVATE")) return glibcRule(view, loader, secure);
  const isMusl =
    soname === undefined
      ? loader.path.includes("/ld-musl-")
      : /^libc\.(?:so$|musl-)/.test(soname) || soname.startsWith("ld-musl-");
  return isMusl ? muslRule(view, loader, secure) : null;
}

/** Loaders believe no variable when the file gives rights that the user does not have. */
function isSecure({ mode, uid, gid }: Node, { user }: View): boolean {
  return ((mode & 0o4000) !== 0 && uid !== user.uid) || ((mode & 0o2000) !== 0 && gid !== user.gid);
}
