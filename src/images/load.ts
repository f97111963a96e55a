import { posix } from "node:path";
import { listed } from "../text/english.ts";
import type { Candidate, Loaded, LoaderRule } from "./loader.ts";
import { isElf, isObject } from "./object.ts";
import type { Node } from "./root.ts";
import { may } from "./user.ts";
import { fromLayer, headOf, look, objectAt, type View } from "./view.ts";

/** What keeps the loader from starting the program, or what is not known of that. */
export type Trouble = { readonly outcome: "does-not-start" | "unknown"; readonly reason: string };

export type LoadedAll = { readonly files: readonly Loaded[]; readonly trouble: Trouble | null };

/** More than any program has; a file that asks for more is not meant to start. */
const maxLibraries = 2000;

/**
 * The program and all libraries that it needs, and those need, in the order in which the loader finds them: as far as the first that is
 * missing.
 */
export function loadAll(program: Loaded, rule: LoaderRule, view: View): LoadedAll {
  const files: Loaded[] = [program, rule.self];
  for (const name of preloaded(view)) {
    const found = find(name, program, { rule, view });
    if (found.kind === "found" && isNew(found.file, files)) files.push(found.file);
  }
  // It grows while it is gone through.
  for (const requester of files) {
    if (requester === rule.self) continue;
    for (const name of requester.dynamic.needed) {
      if (rule.isSelf(name) || isLoaded(name, files)) continue;
      if (files.length > maxLibraries)
        return { files, trouble: { outcome: "unknown", reason: `it needs more than ${maxLibraries} libraries` } };
      const found = find(name, requester, { rule, view });
      if (found.kind === "trouble") return { files, trouble: found.trouble };
      if (isNew(found.file, files)) files.push(found.file);
    }
  }
  return { files, trouble: null };
}

/** What is loaded before all libraries. What is missing of it is passed over by both loaders. */
function preloaded({ env }: View): readonly string[] {
  return (env.LD_PRELOAD ?? "").split(/[ :\n]+/).filter((name) => name !== "");
}

/** By the name that asked for it, or by the name that it has itself. */
function isLoaded(name: string, files: readonly Loaded[]): boolean {
  return files.some((file) => isNamed(file, name));
}

export function isNamed(file: Loaded, name: string): boolean {
  return file.name === name || file.path === name || file.dynamic.soname === name;
}

function isNew({ node, path }: Loaded, files: readonly Loaded[]): boolean {
  return !files.some((each) => each.node === node || each.path === path);
}

type Finding =
  { readonly kind: "found"; readonly file: Loaded } | { readonly kind: "trouble"; readonly trouble: Trouble };

type Context = { readonly rule: LoaderRule; readonly view: View };

function find(name: string, requester: Loaded, { rule, view }: Context): Finding {
  const passed: string[] = [];
  const who = describeRequester(name, requester);
  for (const candidate of rule.candidates(name, requester)) {
    const found = look(view, candidate.path);
    if (found.kind === "forbidden" || !("node" in found)) continue;
    const { node } = found;
    if (node.kind === "file" && !may(view.user, "read", node)) {
      passed.push(`the user may not read ${candidate.path}`);
      continue;
    }
    const opened = open(node, { requester, candidate, rule, view });
    if (opened.kind === "passed") {
      passed.push(opened.why);
      continue;
    }
    if (opened.kind === "broken") {
      const reason = `${who}, and ${candidate.path} (${fromLayer(node)}) cannot be loaded: ${opened.why}`;
      return { kind: "trouble", trouble: { outcome: opened.outcome, reason } };
    }
    if (candidate.isForSome) {
      const reason = `${who}, and the image has it for some processors only (${candidate.path}, ${fromLayer(node)})`;
      return { kind: "trouble", trouble: { outcome: "unknown", reason } };
    }
    if (found.ambiguous !== null) {
      const reason = `${who}, and finds it through ${found.ambiguous}: a later layer writes below this link, and runtimes differ in whether they keep it`;
      return { kind: "trouble", trouble: { outcome: "unknown", reason } };
    }
    return {
      kind: "found",
      file: { name, path: candidate.path, origin: posix.dirname(candidate.path), requester, ...opened },
    };
  }
  const also = passed.length > 0 ? ` (${listed(passed)})` : hintOf(name, view);
  return {
    kind: "trouble",
    trouble: { outcome: "does-not-start", reason: `${who}, which the image does not have${also}` },
  };
}

function describeRequester(name: string, { path, requester, node }: Loaded): string {
  return requester === null ? `needs ${name}` : `needs ${name} for ${path} (${fromLayer(node)})`;
}

type Opened =
  | (Pick<Loaded, "node" | "object" | "dynamic"> & { readonly kind: "opened" })
  | { readonly kind: "passed"; readonly why: string }
  | { readonly kind: "broken"; readonly outcome: Trouble["outcome"]; readonly why: string };

/** glibc passes over what is for another processor, and takes nothing else for a reason to look on; musl takes what it can open. */
function open(
  node: Node,
  { requester, candidate, rule, view }: Context & { readonly requester: Loaded; readonly candidate: Candidate },
): Opened {
  if (node.kind !== "file") return { kind: "broken", outcome: "does-not-start", why: "it is not a file" };
  const object = objectAt(view, node);
  const isOther = object.machine !== null && object.machine !== requester.object.machine;
  if (isOther && rule.libc === "glibc") return { kind: "passed", why: `${candidate.path} is for ${object.machine}` };
  if (isOther) return { kind: "broken", outcome: "does-not-start", why: `it is for ${object.machine}` };
  if (isObject(object)) return { kind: "opened", node, object, dynamic: object.dynamic };
  const outcome = isElf(headOf(node)) ? "unknown" : "does-not-start";
  return { kind: "broken", outcome, why: "reason" in object ? object.reason : "it has no dynamic section" };
}

/** Where else in the image a library of that name lies: most often a folder is missing from a path. */
function hintOf(name: string, { root }: View): string {
  if (name.includes("/")) return "";
  const found: string[] = [];
  const folders: { readonly path: string; readonly node: Node }[] = [{ path: "", node: root.top }];
  for (let each = folders.pop(); each !== undefined && found.length < 2; each = folders.pop()) {
    for (const [child, node] of each.node.children) {
      const path = `${each.path}/${child}`;
      if (node.kind === "folder") folders.push({ path, node });
      else if (child === name) found.push(path);
    }
  }
  return found.length === 0 ? "" : ` in the folders that the loader searches (it has ${listed(found.toSorted())})`;
}
