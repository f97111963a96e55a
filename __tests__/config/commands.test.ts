import { describe, expect, it } from "vitest";
import {
  type CommandName,
  commandNames,
  helpText,
  readCommand,
  readHelpTopic,
  refuseUnused,
  unknownOption,
} from "../../src/config/commands.ts";
import { ConfigError } from "../../src/errors.ts";
import { inputNames, inputs } from "../../src/config/inputs.ts";

const listed = inputNames.filter((name) => {
  const { option } = inputs[name];
  return option !== null && option !== "hidden";
});

describe("the words of the command line", () => {
  it.each([
    [[], "check", false, []],
    [["./a", "./b"], "check", false, ["./a", "./b"]],
    [["check", "./a"], "check", true, ["./a"]],
    [["check", "chekc"], "check", true, ["chekc"]],
    [["explain"], "explain", true, []],
    [["inspect", "check"], "inspect", true, ["check"]],
    [["policy", "init", "./a"], "policy init", true, ["./a"]],
    [["init", "./a"], "init", true, ["./a"]],
    // What has a slash or a dot is a place, and other words may be packages.
    [["./chekc"], "check", false, ["./chekc"]],
    [["example.com/check"], "check", false, ["example.com/check"]],
    [["server"], "check", false, ["server"]],
  ] as const)("%j is %s", (words, ...[name, isNamed, rest]) => {
    expect(readCommand(words)).toEqual({ name, isNamed, rest });
  });

  it.each([
    [["chekc"], "unknown command chekc; did you mean check?"],
    [["Explain"], "did you mean explain?"],
    [["inspekt", "x"], "did you mean inspect?"],
    [["hepl"], "did you mean help?"],
    [["polcy", "init"], "did you mean policy?"],
    [["policy"], "policy needs a command; did you mean policy init?"],
    [["policy", "inti"], "unknown command policy inti; did you mean policy init?"],
  ])("%j is refused", (words, says) => {
    expect(() => readCommand(words)).toThrow(ConfigError);
    expect(() => readCommand(words)).toThrow(says);
  });

  it.each([
    [[], null],
    [["explain"], "explain"],
    [["policy"], "policy init"],
    [["policy", "init"], "policy init"],
  ])("help %j is about %s", (words, topic) => {
    expect(readHelpTopic(words)).toBe(topic);
  });

  it("help knows only commands", () => {
    expect(() => readHelpTopic(["inspct"])).toThrow("unknown command inspct; did you mean inspect?");
  });
});

const ofLegs = ["legs", "plan", "leg", "reports"];

describe("options", () => {
  it.each<readonly [CommandName, readonly string[]]>([
    ["check", ["images", "legs", "reports"]],
    ["explain", ["images", "build", "output-dir", "prove", "baseline", "on-missing-baseline", ...ofLegs]],
    [
      "inspect",
      [
        ...[
          "strategies",
          "build",
          "platforms",
          "ship",
          "flags",
          "output-dir",
          "baseline-ref",
          "baseline",
          "on-missing-baseline",
        ],
        ...["go-version", "go-version-file", "go-download-base-url", "go-sha256", ...ofLegs],
      ],
    ],
    ["plan", ["images", "leg", "output-dir"]],
    ["init", ["images", "output-dir", "prove", ...ofLegs]],
    [
      "policy init",
      [
        ...["images", "strategies", "build", "require", "output-dir", "prove", "baseline-ref", "baseline", "fail-on"],
        ...["on-missing-baseline", "policy-relaxation", ...ofLegs],
      ],
    ],
  ])("%s refuses those that change nothing for it, and does not list them", (name, unused) => {
    const text = helpText(name, []);
    for (const option of listed) {
      const isUnused = unused.includes(option);
      expect(text.includes(`--${option} `), option).toBe(!isUnused);
      if (isUnused)
        expect(() => {
          refuseUnused(name, ["config", option]);
        }).toThrow(`${name} does not use --${option}`);
      else
        expect(() => {
          refuseUnused(name, [option]);
        }).not.toThrow();
    }
  });

  it("a policy is no report", () => {
    for (const option of ["json", "report-json"])
      expect(() => {
        refuseUnused("policy init", [option]);
      }).toThrow(option);
  });

  it("the whole help lists all of them, and every command", () => {
    const text = helpText(null, ["  --report-x FILE"]);
    for (const word of [...listed.map((name) => `--${name}`), ...commandNames, "--report-x", "-h, --help"])
      expect(text).toContain(word);
  });

  it("says what was meant", () => {
    expect(unknownOption("--shp=x", ["ship", "json"])).toBe("unknown option --shp; did you mean --ship?");
    expect(unknownOption("--quiet", ["ship", "json"])).toBe("unknown option --quiet");
  });
});
