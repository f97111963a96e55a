import { gateScenarios, type Scenario } from "./gate-scenarios.ts";
import { brokenBefore, brokenOtherwise, honestChanges, honestCheckouts } from "./honest-scenarios.ts";
import { releaseChanges } from "./release-scenarios.ts";
import { systemChanges } from "./system-scenarios.ts";
import { moves, sameFiles, unlisted } from "./target-scenarios.ts";

const { regressions, targets, nothingNew, noBase, notShown, events, rules } = gateScenarios;

/** All scenarios, by the headings of docs/gate.md. */
export const scenarios: Readonly<Record<string, readonly Scenario[]>> = {
  Regressions: regressions,
  "Targets that come and go": targets,
  "Programs that cannot be loaded, or are no longer listed": unlisted,
  "Programs that move": moves,
  "The same files": sameFiles,
  "Nothing new": nothingNew,
  "Honest changes": honestChanges,
  "Honest checkouts": honestCheckouts,
  "Broken on the base, too": brokenBefore,
  "Broken on the base, and otherwise": brokenOtherwise,
  "No base": noBase,
  "What was not shown": notShown,
  Events: events,
  Rules: rules,
  "Release configurations": releaseChanges,
  Systems: systemChanges,
};
