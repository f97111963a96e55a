import type { Rules } from "../model/policy.ts";

/** Inputs that say where something is on one machine, and nothing of what is asked for. */
const ofMachine = ["mode", "plan", "leg", "reports", "output-dir", "comment-key"];

/** Rules without the paths of the machine that read them. */
export function plainRules(rules: Rules): Rules {
  const { policy } = rules;
  const { source } = policy;
  if (source === null) return rules;
  const [given, inputs] = [plainInputs(source.given), plainInputs(source.inputs)];
  return { ...rules, policy: { ...policy, source: { ...source, given, inputs, candidates: [], root: null } } };
}

function plainInputs<T extends Readonly<Record<string, unknown>>>(inputs: T): T {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => !ofMachine.includes(name))) as T;
}
