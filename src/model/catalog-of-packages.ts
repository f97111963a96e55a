import type { KindOfFinding } from "./finding-kind.ts";

/** The kinds that are about what a program is packed in, or listed as. */
export const ofPackages = {
  "artifact-mismatch": {
    title: "Not what it is listed as",
    why: "It is installed on machines that cannot start it, or do not get the program at all.",
    level: "error",
    failKind: "build",
    hasUnrelatedFix: true,
  },
  "not-executable": {
    title: "Packed without the execute bit",
    why: "It is unpacked or installed as it is packed, and does not start: “permission denied”.",
    level: "warning",
    hasUnrelatedFix: true,
  },
  "other-source": {
    title: "Not built from the released commit as it is",
    why: "Nobody can build the same program from the tag.",
    level: "info",
    hasUnrelatedFix: true,
  },
  "superfluous-dependency": {
    title: "The package declares a dependency that it does not need",
    why: "It cannot be installed on systems where the program would start.",
    level: "info",
    hasUnrelatedFix: true,
  },
  "undeclared-dependency": {
    title: "The package does not declare what its program needs",
    why: "It can be installed on systems where the program does not start.",
    level: "warning",
    hasUnrelatedFix: true,
  },
} as const satisfies Readonly<Record<string, KindOfFinding>>;
