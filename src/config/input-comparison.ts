import { failKinds } from "../model/policy.ts";
import { resolveSystem } from "../systems/system-names.ts";
import { isHigher } from "../text/versions.ts";
import { splitList, splitPatterns } from "./input-kinds.ts";
import { type InputName, inputNames, type Inputs, inputText } from "./inputs.ts";

/** What the second of two texts of an input asks for less than the first, in words; null: nothing. */
type AsksLess = (base: string, head: string) => string | null;

/** One run, or one that is split: all of it is built. */
function judges(mode: string): boolean {
  return mode === "check" || mode === "plan";
}

/**
 * Of every input, how to see that a change asks for less. null: it cannot make the gate look at less, because the base is built with
 * its own value, or because it is for reports and speed alone.
 */
const comparisons: Readonly<Record<InputName, AsksLess | null>> = {
  mode: (base, head) =>
    base === "explain" && judges(head) ? null : judges(base) && judges(head) ? null : differs(base, head),
  packages: (base, head) =>
    lacks(splitPatterns(base).filter((pattern) => !splitPatterns(head).some((each) => covers(each, pattern)))),
  binaries: (base, head) => lacks(linesOf(base).filter((pattern) => !linesOf(head).includes(pattern))),
  images: (base, head) => lacks(linesOf(base).filter((pattern) => !linesOf(head).includes(pattern))),
  strategies: null,
  // What is judged is built in either way, but for programs that the change leaves as they are and nothing is asked of.
  build: null,
  platforms: (base, head) =>
    head === "" && base !== ""
      ? `${base} → the machine's own`
      : lacks(splitList(base).filter((each) => !splitList(head).includes(each))),
  // The base is built with its own; but what the project ships is for its owners to say.
  ship: differs,
  require: byOrder("none", "static"),
  "runs-on": (base, head) => lacks(systemsOf(base).filter((id) => !systemsOf(head).includes(id))),
  "max-glibc": (base, head) =>
    base !== "" && (head === "" || isHigher(head, base)) ? `${base} → ${head || "any"}` : null,
  flags: null,
  // A plan loses no build, whatever the number of its legs; a leg and a merge are held to their plan.
  legs: null,
  plan: null,
  leg: null,
  reports: null,
  "working-directory": (base, head) => differs(plainFolder(base), plainFolder(head)),
  "output-dir": null,
  prove: (base, head) => (base !== "" && head === "" ? `is without ${base}` : null),
  "baseline-ref": (base, head) => differs(base || "the event's", head || "the event's"),
  baseline: byOrder("none", "policy", "auto", "build"),
  "fail-on": (base, head) => lacks(failsOn(base).filter((kind) => !failsOn(head).includes(kind))),
  "on-missing-baseline": byOrder("pass", "warn", "fail"),
  // What the files say is compared, wherever they are.
  config: null,
  "policy-relaxation": byOrder("warn", "fail"),
  "go-version": null,
  "go-version-file": null,
  "go-download-base-url": differs,
  "go-sha256": (base, head) => (base === "" ? null : differs(base, head || "none")),
  cache: null,
  "add-to-path": null,
  summary: null,
  comment: null,
  "comment-key": null,
  token: null,
};

/** All that the inputs of a change ask for less than those of the base: `fail-on is without regression`, `baseline build → none`. */
export function relaxedInputs(base: Partial<Inputs>, head: Partial<Inputs>): string[] {
  return inputNames.flatMap((name) => {
    const change = comparisons[name]?.(inputText(name, base), inputText(name, head)) ?? null;
    return change === null ? [] : [`${name} ${change}`];
  });
}

function differs(base: string, head: string): string | null {
  return base === head ? null : `${base} → ${head}`;
}

/** From what asks for least to what asks for most. */
function byOrder(...order: readonly string[]): AsksLess {
  return (base, head) => (order.indexOf(head) < order.indexOf(base) ? `${base} → ${head}` : null);
}

function lacks(lost: readonly string[]): string | null {
  return lost.length === 0 ? null : `is without ${lost.join(", ")}`;
}

/** A file of the base may name what this table does not have any longer. */
function systemsOf(text: string): readonly string[] {
  return splitList(text).flatMap((name) => {
    try {
      return resolveSystem(name);
    } catch {
      return [name];
    }
  });
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function plainFolder(path: string): string {
  return path.replace(/^\.\/(?=.)/, "").replace(/(?<=.)\/+$/, "");
}

function failsOn(text: string): readonly string[] {
  return splitList(text).filter((word) => failKinds.some((kind) => kind === word));
}

/** Whether a package pattern stands for all that another does: `./...` for `./cmd/app`, `./cmd/...` for `./cmd`. */
function covers(pattern: string, other: string): boolean {
  const [above, rest] = pattern.split(/\/?\.\.\.(.*)$/s);
  if (pattern === other || rest === undefined) return pattern === other;
  if (rest !== "" || above === undefined) return false;
  const isLocal = /^\.\.?(?:\/|$)/.test(other);
  if (above === ".") return isLocal && !other.startsWith("..");
  const plain = other.replace(/\/?\.\.\.$/, "");
  return plain === above || plain.startsWith(`${above}/`);
}
