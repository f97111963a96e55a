import { scenarios } from "./all-scenarios.ts";
import type { HonestKind } from "./honest-kinds.ts";
import { configRows, workflowRows } from "./workflow-rows.ts";

/** A change or a checkout that has to pass, or only warn, and what the row of it expects. */
export type Honest = {
  readonly title: string;
  readonly honest: HonestKind;
  readonly outcome: "pass" | "warn" | "fail";
};

/** All of them, wherever their rows are: gate-run.ts and workflow-rows.ts play them. */
export const honestRows: readonly Honest[] = [
  ...Object.values(scenarios)
    .flat()
    .flatMap(({ title, honest, verdict }) => (honest === undefined ? [] : [{ title, honest, outcome: verdict }])),
  ...[...workflowRows, ...configRows].flatMap(({ name, honest, outcome }) =>
    honest === undefined ? [] : [{ title: name, honest, outcome }],
  ),
];
