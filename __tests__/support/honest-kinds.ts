/** Changes and checkouts that a gate has to let through: one that cries wolf is switched off. */
export const honestKinds = [
  "documentation",
  "tests",
  "files of other systems",
  "a new program",
  "an unused library",
  "no new need",
  "becoming static",
  "a stricter policy",
  "a workflow",
  "broken before",
  "repair",
  "a checkout",
  "a move",
] as const;

export type HonestKind = (typeof honestKinds)[number];
