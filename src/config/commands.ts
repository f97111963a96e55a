import { ConfigError } from "../errors.ts";
import { didYouMean, nearest } from "../text/nearest.ts";
import { type InputName, inputNames, inputs } from "./inputs.ts";

type Command = {
  readonly usage: string;
  /** What it does, in a line. */
  readonly summary: string;
  /** Inputs that change nothing for it. */
  readonly unused: readonly InputName[];
  /** Whether it makes a report, with the options that print or write it. */
  readonly reports: boolean;
};

const ofBuilds = ["strategies", "platforms", "ship", "flags", "output-dir"] as const;
const ofGo = ["go-version", "go-version-file", "go-download-base-url", "go-sha256"] as const;
const ofCheck = ["build"] as const;
const ofComparison = ["baseline", "on-missing-baseline"] as const;
const ofLegs = ["legs", "plan", "leg", "reports"] as const;

/** What the command line can do, by its words, in the order of the help. */
const commands = {
  check: {
    usage: "[check] [packages…] [options]",
    summary: "build under every strategy and judge the binaries",
    unused: ["binaries", "images", "legs", "reports"],
    reports: true,
  },
  explain: {
    usage: "explain [packages…] [options]",
    summary: "predict linkage without building",
    unused: ["binaries", "images", "output-dir", "prove", ...ofCheck, ...ofComparison, ...ofLegs],
    reports: true,
  },
  inspect: {
    usage: "inspect PATH… [options]",
    summary: "analyse existing binaries, archives and packages",
    unused: ["packages", ...ofBuilds, ...ofCheck, ...ofGo, ...ofComparison, ...ofLegs, "baseline-ref"],
    reports: true,
  },
  plan: {
    usage: "plan [packages…] [options]",
    summary: "split the builds of check into legs for several machines",
    unused: ["binaries", "images", "leg", "output-dir"],
    reports: false,
  },
  merge: {
    usage: "merge --plan FILE REPORT…",
    summary: "make one report and one verdict of those of all legs",
    unused: inputNames.filter((name) => !["plan", "reports", "working-directory"].includes(name)),
    reports: true,
  },
  init: {
    usage: "init [packages…] [options]",
    summary: "write a workflow, and with --policy a policy, from what is found",
    unused: ["binaries", "images", "output-dir", "prove", ...ofLegs],
    reports: false,
  },
  "policy init": {
    usage: "policy init [packages…]",
    summary: "write a first policy that the current build passes",
    unused: [
      ...["binaries", "images", "strategies", "output-dir", "prove", "require", "fail-on", "policy-relaxation"],
      ...[...ofCheck, ...ofComparison, ...ofLegs, "baseline-ref"],
    ] as readonly InputName[],
    reports: false,
  },
  systems: {
    usage: "systems",
    summary: "list the systems that runs-on knows",
    unused: inputNames,
    reports: false,
  },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as readonly CommandName[];

/** The first words of a command line. `isNamed`: a command is among them; else it is check, and all of them are packages. */
export type ReadCommand = { readonly name: CommandName; readonly isNamed: boolean; readonly rest: readonly string[] };

/** Throws ConfigError for what is meant as a command and is none: a package of that name goes by `check NAME`. */
export function readCommand(words: readonly string[]): ReadCommand {
  const [first, second] = words;
  if (first === "policy") {
    if (second === "init") return { name: "policy init", isNamed: true, rest: words.slice(2) };
    const what = second === undefined ? "policy needs a command" : `unknown command policy ${second}`;
    throw new ConfigError(`${what}; did you mean policy init?`);
  }
  const name = commandNames.find((each) => each === first);
  if (name !== undefined) return { name, isNamed: true, rest: words.slice(1) };
  const near = first === undefined || !/^[a-z]+$/i.test(first) ? undefined : nearest(first, firstWords);
  if (first !== undefined && near !== undefined) {
    throw new ConfigError(
      `unknown command ${first}; did you mean ${near}? (a package of this name: go-linkage check ${first})`,
    );
  }
  return { name: "check", isNamed: false, rest: words };
}

const firstWords = [...commandNames.map((name) => name.split(" ")[0] ?? name), "help"];

/** Throws ConfigError for an option that the command ignores: its caller relies on it. */
export function refuseUnused(name: CommandName, options: readonly string[]): void {
  const { unused, reports } = describe(name);
  const found = options.find((option) => {
    return (
      unused.some((each) => each === option) ||
      (!reports && /^(?:json|report-.*)$/.test(option) && !(name === "plan" && option === "json"))
    );
  });
  if (found === undefined) return;
  throw new ConfigError(`${name} does not use --${found}; go-linkage help ${name} lists what it uses`);
}

/** What to say of an option that nobody knows. */
export function unknownOption(option: string, known: readonly string[]): string {
  const dashed = known.map((name) => `--${name}`);
  const word = option.replace(/=.*$/s, "");
  return `unknown option ${word}${didYouMean(word, dashed)}`;
}

function describe(name: CommandName): Command {
  return commands[name];
}

/** The command that `help` is asked about; null: all. Throws ConfigError for what is none. */
export function readHelpTopic(words: readonly string[]): CommandName | null {
  const topic = words.join(" ");
  if (topic === "") return null;
  if (topic === "policy") return "policy init";
  const name = commandNames.find((each) => each === topic);
  if (name !== undefined) return name;
  throw new ConfigError(
    `help: unknown command ${topic}${didYouMean(topic, commandNames)} (commands: ${commandNames.join(", ")})`,
  );
}

const packagesHelp = "  packages                      main packages: folders, import paths or patterns (default ./...)";
const fileHelp = "  FILE                          a binary, or a glob in quotes";

/** `formats`: the lines of the options that write a report. */
export function helpText(topic: CommandName | null, formats: readonly string[]): string {
  const shown = topic === null ? commandNames : [topic];
  const usages = shown.map((name) => describe(name));
  const width = Math.max(...usages.map(({ usage }) => usage.length));
  const lines = usages.map(({ usage, summary }, at) => {
    return `${at === 0 ? "Usage:" : "      "} go-linkage ${usage.padEnd(width)}   ${summary}`;
  });
  const isUsed = (name: InputName): boolean => usages.some(({ unused }) => !unused.includes(name));
  const names = [...(isUsed("packages") ? [packagesHelp] : []), ...(isUsed("binaries") ? [fileHelp] : [])];
  const reports = usages.some((each) => each.reports)
    ? ["  --json                        print only the report, as JSON, to stdout", ...formats]
    : [];
  const init = [
    ...(shown.includes("init")
      ? ["  --policy, --no-policy         init: write a policy too, or do not ask for one at a terminal"]
      : []),
    ...(shown.includes("init") || shown.includes("policy init")
      ? [`  -o FILE, --force              ${writers(shown)}: write to FILE (- is stdout); overwrite an existing file`]
      : []),
  ];
  const more = topic === null ? ["       go-linkage help COMMAND"] : [];
  return `go-linkage: how a Go program is linked under every static-linking strategy, why, and what to do

${[...lines, ...more].join("\n")}

${names.join("\n")}

Options:
${inputNames.filter(isUsed).flatMap(describeOption).join("\n")}
${[...reports, ...init, "  -h, --help, --version"].join("\n")}

Exit codes: 0 passed or warned, 1 the gate failed, 2 usage error, 3 any other error
`;
}

function writers(shown: readonly CommandName[]): string {
  return shown.filter((name) => !describe(name).reports).join(", ");
}

/** The lines of help of an input. */
function describeOption(name: InputName): string[] {
  const { option, default: preset } = inputs[name];
  if (option === null || option === "hidden") return [];
  const heads = [`--${name} ${option.value}`, ...option.help.slice(1).map(() => "")];
  return heads.map((head, at) =>
    `  ${head.padEnd(30)}${option.help[at] ?? ""}`.replace("DEFAULT", preset.replaceAll(" ", ",")),
  );
}
