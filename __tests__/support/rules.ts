import type { Rule } from "../../src/model/policy.ts";

/** What a rule of the config file is where it says nothing but `require`. */
export const anyProgram: Omit<Rule, "require" | "line"> = {
  packages: ["**"],
  platforms: ["**"],
  maxGlibc: null,
  needed: null,
  runsOn: null,
  allow: [],
  reason: null,
  expires: null,
};
