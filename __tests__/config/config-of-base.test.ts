import { describe, expect, it } from "vitest";
import { type BaseConfig, configOfBase } from "../../src/config/config-of-base.ts";
import { parseConfigFile } from "../../src/config/config-file.ts";
import { parseRequest } from "../../src/config/parse-request.ts";
import type { Inputs } from "../../src/config/inputs.ts";
import { noPolicy } from "../../src/model/policy.ts";

const name = "go-linkage.yml";

/** The head with `given` from the workflow and its own file, against a base with another file; undefined: without one. */
async function read(given: Partial<Inputs>, headFile: string, baseFile: string | undefined): Promise<BaseConfig> {
  const { inputs, strategies, rules, lines } = await parseConfigFile(headFile, name);
  const source = { given, name, candidates: [`/repo/${name}`], lines };
  const policy = { ...noPolicy, file: { name, path: name }, rules, source };
  const request = parseRequest({ ...inputs, ...given }, { policy, strategies });
  if (request.mode === "inspect") throw new Error("there is no base of files");
  return configOfBase(request, {
    sha: "HEAD~1",
    git: (...args) => {
      const isFile = args.join(" ") === `cat-file blob HEAD~1:${name}`;
      const found = isFile ? baseFile : undefined;
      return Promise.resolve({
        exitCode: found === undefined ? 1 : 0,
        stdout: found ?? "",
        stderr: "",
        signal: null,
        durationMs: 0,
      });
    },
    pathIn: (path) => path.replace("/repo/", ""),
  });
}

const mine = "strategies: { mine: { tags: [a] } }\n";

describe("the request of the base", () => {
  it("builds only what ships", async () => {
    const { request, differs } = await read({ ship: "netgo", strategies: "default,external" }, "", "");
    expect(request.build.strategies.map((each) => each.name)).toEqual(["netgo"]);
    expect(differs).toBe(false);
  });

  it("is that of the base's own file, with the workflow's inputs", async () => {
    const base = "inputs: { ship: musl, flags: -race, require: static }\nrules: [{ require: any }]\n";
    const { request, steps, differs } = await read({ flags: "-v" }, "inputs: { ship: netgo }", base);
    expect(request).toMatchObject({ build: { flags: ["-v"] }, gate: { ship: "musl", require: "static" } });
    expect(request.gate.policy.rules).toHaveLength(1);
    expect([steps, differs]).toEqual([["the base is built as its own go-linkage.yml says; ship differs"], true]);
  });

  it("has the strategy as the base's file has it", async () => {
    const { request, steps } = await read({ ship: "mine" }, mine, mine.replace("[a]", "[b]"));
    expect(request.build.strategies).toMatchObject([{ name: "mine", tags: ["b"] }]);
    expect(steps).toEqual(["the base is built as its own go-linkage.yml says; the shipped strategy differs"]);
    expect(await read({ ship: "mine" }, mine, mine)).toMatchObject({ differs: false, unknownShip: null });
  });

  it("keeps the base's rules when its file does not know what ships now", async () => {
    const { request, unknownShip, differs } = await read({ ship: "mine" }, mine, "rules: [{ require: static }]\n");
    expect(unknownShip).toMatch(/^ship: "mine" is not one of: default, /);
    expect(request.gate.policy.rules).toMatchObject([{ require: "static" }]);
    expect(differs).toBe(true);
    expect(await read({ ship: "mine" }, mine, undefined)).toMatchObject({ unknownShip, differs: true });
  });

  it("is the head's where the base's file cannot be read", async () => {
    const { request, steps } = await read({}, "inputs: { ship: netgo }", "inputs: [");
    expect(request.gate.ship).toBe("netgo");
    expect(steps[0]).toContain(
      "the base's config cannot be read, so this one counts for it too (go-linkage.yml of the base:1:",
    );
  });
});
