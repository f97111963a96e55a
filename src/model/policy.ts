/** What can fail the verdict; the rest warns. */
export const failKinds = ["regression", "policy", "build", "missing"] as const;

export type FailKind = (typeof failKinds)[number];

export type Rules = {
  /**
   * What the workflow or the call itself requires of every program: a rule of the config file asks for less only as far as the base's
   * copy does. null: the rules alone decide.
   */
  readonly demanded: "static" | null;
  readonly require: "static" | "none";
  /** Where programs have to start for which no rule says it. */
  readonly runsOn: readonly SystemDemand[];
  /** `2.31`: the newest glibc of programs for which no rule says it; null: any. */
  readonly maxGlibc: string | null;
  readonly failOn: readonly FailKind[];
  readonly onMissingBaseline: "warn" | "fail" | "pass";
  readonly baseline: "auto" | "policy" | "build" | "none";
  readonly policyRelaxation: "warn" | "fail";
  readonly policy: Policy;
};

/** Rules that ask for no system and for no age of the C library. */
export const noLimits = { runsOn: [], maxGlibc: null } as const;

/** What a rule may ask of a program. */
export const demands = ["static", "static-pie", "system", "dynamic", "any", "none"] as const;

export type Demand = (typeof demands)[number];

/** A name as it is written, and the ids of the systems that it means (`supported` means many). */
export type SystemDemand = { readonly name: string; readonly ids: readonly string[] };

/** What some programs have to be on some platforms. */
export type Rule = {
  /** Globs for import paths, or for the end of them. */
  readonly packages: readonly string[];
  /** Globs for platforms, or for the beginning of them. */
  readonly platforms: readonly string[];
  readonly require: Demand;
  /** `require` is left out, and stands for `any`: the rule asks for its limits alone. */
  readonly isImplied?: true;
  /** `2.31`: the newest glibc that may be needed; null: any. */
  readonly maxGlibc: string | null;
  /** Globs for the libraries that may be needed; null: all. */
  readonly needed: readonly string[] | null;
  /** The systems on which the program has to start; null: those of the input `runs-on`. */
  readonly runsOn: readonly SystemDemand[] | null;
  /** Kinds of findings that are accepted: they are information then, no warning and no regression. */
  readonly allow: readonly string[];
  readonly reason: string | null;
  /** YYYY-MM-DD, the last day on which it counts. */
  readonly expires: string | null;
  /** Of the config file, counted from 1. */
  readonly line: number;
};

/** The rules of the config file, and where they come from. */
export type Policy = {
  /** null without a file. */
  readonly file: {
    /** For people: the path as `config` names it. */
    readonly name: string;
    /** Relative to the working directory. */
    readonly path: string;
  } | null;
  readonly rules: readonly Rule[];
  /** The day of this run, YYYY-MM-DD. */
  readonly today: string;
  /** What was looked for, and what it came to. */
  readonly notes: readonly string[];
  /** How the base's own copy is found and read; null when nobody looked for a file. */
  readonly source: Source | null;
};

export type Source = {
  /** What the call or the workflow step gives, which counts more than the file. */
  readonly given: Readonly<Partial<Record<string, string>>>;
  /** The same, laid over what the file gives. */
  readonly inputs: Readonly<Partial<Record<string, string>>>;
  /** As `config` names it. */
  readonly name: string;
  /** Where the file is looked for, nearest first; absolute. */
  readonly candidates: readonly string[];
  /** Of the git repository that it is looked for in; null without one. */
  readonly root: string | null;
  /** The line of each input that the file gives, and of each key of its strategies (`strategies.NAME.KEY`). */
  readonly lines: Readonly<Partial<Record<string, number>>>;
};

export const noPolicy: Policy = { file: null, rules: [], today: "", notes: [], source: null };

export type Named = { readonly package: string; readonly platform: string };
