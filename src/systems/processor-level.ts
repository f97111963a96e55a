/** What a program's processor has to be able to do beyond the least of its GOARCH. */
export type ProcessorNeed = {
  /** `v3`; null: nobody can tell, or a processor without such levels. */
  readonly level: string | null;
  /** `GOAMD64=v3`, `-march=haswell` */
  readonly because: string;
};

/**
 * The variable of a GOARCH that chooses its processors, and the value that all of them can do (`go help environment`, go1.27). Others
 * make no difference in the table: its systems for 386 and arm are for processors that do Go's default (GO386=sse2, GOARM=7), and none
 * is for mips.
 */
const variables: Readonly<Record<string, { readonly variable: string; readonly least: string }>> = {
  amd64: { variable: "GOAMD64", least: "v1" },
  arm64: { variable: "GOARM64", least: "v8.0" },
  ppc64le: { variable: "GOPPC64", least: "power8" },
  riscv64: { variable: "GORISCV64", least: "rva20u64" },
};

/** What Go takes where a variable that chooses processors is not set: all processors of the GOARCH; null for other variables. */
export function defaultOf(variable: string): string | null {
  return Object.values(variables).find((each) => each.variable === variable)?.least ?? null;
}

/**
 * -march of GCC and Clang → the level of the x86-64 psABI that holds all of it. What is not listed here can be anything, and
 * `native` is the machine that built it.
 */
const marches: Readonly<Record<string, string>> = {
  "x86-64": "v1",
  "x86-64-v2": "v2",
  "x86-64-v3": "v3",
  "x86-64-v4": "v4",
  k8: "v1",
  core2: "v2",
  nehalem: "v2",
  westmere: "v2",
  sandybridge: "v3",
  ivybridge: "v3",
  haswell: "v3",
  broadwell: "v3",
  skylake: "v3",
  znver1: "v3",
  znver2: "v3",
  znver3: "v3",
  "skylake-avx512": "v4",
  "icelake-server": "v4",
  znver4: "v4",
};

/** Values of -march that ask for no more than every system of a GOARCH has. */
const least: Readonly<Record<string, RegExp>> = {
  "386": /^(?:i[3-6]86|pentium(?:pro|[234])?)$/,
  arm: /^armv(?:[456]\w*|7|7-a)$/,
  arm64: /^armv8-a$/,
  riscv64: /^rv64(?:gc|imafdc)$/,
};

/** Single extensions, by the level that they belong to. */
const extensions: readonly (readonly [RegExp, string])[] = [
  [/^-mavx512/, "v4"],
  [/^-m(?:avx2?|fma|bmi2?|f16c|lzcnt|movbe|xsave)$/, "v3"],
  [/^-m(?:sse3|ssse3|sse4|sse4\.[12]|popcnt|cx16|sahf)$/, "v2"],
];

/** What Go's own setting and C flags ask of the processor: only what is more than the least. `flags` are words such as -march=native. */
export function processorNeeds(
  goarch: string,
  settings: Readonly<Record<string, string>>,
  flags: readonly string[],
): readonly ProcessorNeed[] {
  const known = variables[goarch];
  // GOARM64=v8.0,lse asks for more than v8.0.
  const value = (known === undefined ? undefined : settings[known.variable]) ?? "";
  const isMore = known !== undefined && value !== "" && value !== known.least;
  const ofGo = isMore ? [{ level: goarch === "amd64" ? value : null, because: `${known.variable}=${value}` }] : [];
  return [...ofGo, ...flags.flatMap((flag) => ofFlag(goarch, flag))];
}

function ofFlag(goarch: string, flag: string): ProcessorNeed[] {
  const march = /^-march=(.*)$/.exec(flag)?.[1];
  if (goarch !== "amd64") {
    return march === undefined || least[goarch]?.test(march) === true ? [] : [{ level: null, because: flag }];
  }
  const level = march === undefined ? extensions.find(([form]) => form.test(flag))?.[1] : (marches[march] ?? null);
  return level === undefined || level === "v1" ? [] : [{ level, because: flag }];
}

/** Whether processors of a level can do what is asked; false also where that is not known. */
export function isWithinLevel({ level }: ProcessorNeed, available: string | null): boolean {
  return level !== null && available !== null && level <= available;
}
