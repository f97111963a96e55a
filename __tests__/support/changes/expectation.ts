import { isHigher } from "../../../src/text/versions.ts";
import { type PlainProgram, settingsOf, type Shipped, shippedBy } from "./plain-builds.ts";
import type { State } from "./state.ts";

// What the gate has to say of a change, by what both sides ship when they are built plainly.

/**
 * `bad`: something that shipped is gone, worse or does not build, or a rule is broken. `fine`: nothing of the kind. `open`: this oracle
 * does not know.
 */
export type Expectation = {
  readonly kind: "bad" | "fine" | "open";
  readonly why: readonly string[];
  /** The change asks for less, so a warning that says so is right as well. */
  readonly relaxes: boolean;
  /** fail-on leaves something out, on both sides: a warning is enough. */
  readonly isLenient: boolean;
};

export async function expectationOf(before: State, after: State): Promise<Expectation> {
  const [base, head] = await Promise.all([shippedBy({ ...before, ignored: {} }), shippedBy(after)]);
  const sides = { before, after, base, head };
  const [old, now] = [settingsOf(before), settingsOf(after)];
  const common = {
    relaxes: policyOf(before) !== policyOf(after) && old.policyRelaxation !== "fail",
    isLenient: now.failOn !== undefined && policyOf(before) === policyOf(after),
  };
  const unknown = whyUnknown(sides);
  if (unknown !== null) return { kind: "open", why: [unknown], ...common };
  const why = [...gone(sides), ...worse(sides), ...brokenRules(sides)];
  return { kind: why.length > 0 ? "bad" : "fine", why, ...common };
}

type Sides = { readonly before: State; readonly after: State; readonly base: Shipped; readonly head: Shipped };

function policyOf(state: State): string {
  const { require, failOn, policyRelaxation } = settingsOf(state);
  return JSON.stringify([require, failOn, policyRelaxation, state.config?.rules ?? [], state.config?.broken]);
}

function whyUnknown({ before, after, base, head }: Sides): string | null {
  if (after.config?.broken !== undefined) return "nobody can read the config file of the head";
  if (head.trouble !== null && base.trouble === null && base.programs.size === 0) return "the base has no program";
  if (before.config?.broken !== undefined && after.config !== null && after.config.rules.length > 0)
    return "which rules are new is not known";
  return null;
}

type Found = readonly [folder: string, before: PlainProgram, after: PlainProgram];

/** Programs of both sides, by folder or, of those that are left, by their sources. */
function pairs({ base, head }: Sides): readonly Found[] {
  const found: Found[] = [];
  const added = new Map([...head.programs].filter(([folder]) => !base.programs.has(folder)));
  for (const [folder, before] of base.programs) {
    const same = head.programs.get(folder);
    const moved = [...added].find(([, { sources }]) => sources === before.sources);
    if (same !== undefined) found.push([folder, before, same]);
    else if (moved !== undefined) {
      added.delete(moved[0]);
      found.push([moved[0], before, moved[1]]);
    }
  }
  return found;
}

function gone(sides: Sides): string[] {
  const { base, head } = sides;
  const built = [...base.programs].filter(([, { state }]) => state === "built");
  if (head.trouble !== null) {
    return base.trouble === head.trouble ? [] : [`nothing can be listed any more: ${head.trouble}`];
  }
  const kept = new Set(pairs(sides).map(([, before]) => before));
  return built.filter(([, program]) => !kept.has(program)).map(([folder]) => `${folder} is gone`);
}

function worse(sides: Sides): string[] {
  const { base, head } = sides;
  if (head.trouble !== null) return [];
  const found = pairs(sides).flatMap(([folder, before, after]) => {
    const what = worseThan(before, after);
    return what === null || isAllowed(folder, what, sides) ? [] : [`${folder} ${what}`];
  });
  const paired = new Set(pairs(sides).map(([, , after]) => after));
  const fresh = [...head.programs].filter(([, program]) => !paired.has(program) && program.state === "failed");
  return [...found, ...(base.trouble === null ? fresh.map(([folder]) => `${folder} is new and does not build`) : [])];
}

function worseThan(before: PlainProgram, after: PlainProgram): string | null {
  if (after.state === "failed") {
    const isOld = before.state === "failed" && before.output === after.output;
    return isOld ? null : "does not build";
  }
  if (before.state === "failed") return null;
  if (before.isStatic && !after.isStatic) return "is dynamic";
  if (before.isStatic && after.loadsLibraries && !before.loadsLibraries) return "loads libraries";
  return before.isStatic || after.isStatic ? null : needsMore(before, after);
}

type Built = Extract<PlainProgram, { state: "built" }>;

function needsMore(before: Built, after: Built): string | null {
  const more = after.needed.filter((name) => !before.needed.includes(name));
  if (more.length > 0) return `needs ${more.join(", ")}`;
  if (after.interpreter !== null && after.interpreter !== before.interpreter) return "has another loader";
  return isHigher(after.minGlibc, before.minGlibc) ? `needs glibc ${after.minGlibc ?? ""}` : null;
}

function ruleOf(state: State, folder: string): string | null {
  const rules = state.config === null || state.config.broken !== undefined ? [] : state.config.rules;
  return rules.findLast((rule) => rule.folder === folder)?.require ?? null;
}

/** A rule of both sides lets the program be dynamic. */
function isAllowed(folder: string, what: string, { before, after }: Sides): boolean {
  if (what !== "is dynamic") return false;
  const isLax = (state: State): boolean => ["any", "dynamic"].includes(ruleOf(state, folder) ?? "");
  return isLax(before) && isLax(after);
}

function brokenRules({ before, after, head }: Sides): string[] {
  const { require } = settingsOf(after);
  return [...head.programs].flatMap(([folder, program]) => {
    const rule = ruleOf(after, folder);
    if (program.state === "built" && program.isStatic) return rule === "dynamic" ? [`${folder} has to be dynamic`] : [];
    const isNew = rule !== ruleOf(before, folder);
    if (rule === "static" || (require === "static" && (rule === null || isNew))) return [`${folder} breaks a rule`];
    return [];
  });
}
