import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigError } from "../../src/errors.ts";
import { type Configured, configure } from "../../src/config/configure.ts";
import { makeFiles } from "../../src/ports/files.ts";
import type { CheckRequest } from "../../src/model/request.ts";

let scratch: string;

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "configure-"));
});

afterEach(() => {
  rmSync(scratch, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(scratch, name)), { recursive: true });
    writeFileSync(join(scratch, name), text);
  }
}

function read(
  given: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<Configured> {
  const { files } = makeFiles(scratch);
  const dir = { "working-directory": scratch, ...given };
  return configure(dir, { files, env, today: () => "2026-11-23" });
}

async function shipped(
  given: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  return ((await read(given, env)).request as CheckRequest).gate.ship;
}

const file = ".github/go-linkage.yml";

describe("an input", () => {
  it("is what is given, then what the file says, then its default", async () => {
    expect(await shipped({})).toBe("default");
    write({ [file]: "inputs: { ship: netgo, require: static, packages: [./a, ./b], summary: false }\n" });
    expect(await shipped({})).toBe("netgo");
    expect(await shipped({ ship: " \n" })).toBe("netgo");
    expect(await shipped({ ship: "musl" })).toBe("musl");
    expect(await shipped({ ship: "default" })).toBe("default");
    const { request, inputs } = await read({ require: "none" });
    expect(request).toMatchObject({ where: { packages: ["./a", "./b"] }, gate: { require: "none", ship: "netgo" } });
    expect(inputs).toMatchObject({ summary: "false", require: "none" });
    expect((await read({ summary: "true" })).inputs).toMatchObject({ summary: "true" });
  });

  it("may be the mode, and the working directory", async () => {
    write({ [file]: "inputs: { mode: inspect, binaries: [a b, c] }\n" });
    expect((await read({})).request).toMatchObject({ mode: "inspect", where: { binaries: ["a b", "c"] } });
    expect((await read({ mode: "check" })).request.mode).toBe("check");
  });
});

describe("the file", () => {
  it("is the nearest one, no further away than the root of the repository", async () => {
    write({ [file]: "inputs: { ship: musl }\n", "repo/.git/HEAD": "", "repo/a/b/main.go": "" });
    const deep = { "working-directory": join(scratch, "repo/a/b") };
    expect(await shipped(deep)).toBe("default");
    write({ [`repo/${file}`]: "inputs: { ship: netgo }\n" });
    expect(await shipped(deep)).toBe("netgo");
    expect((await read(deep)).request.gate.policy.file).toEqual({ name: file, path: "../../.github/go-linkage.yml" });
    write({ [`repo/a/${file}`]: "inputs: { ship: external }\n" });
    expect(await shipped(deep)).toBe("external");
  });

  it("is, without a repository, only in the working directory", async () => {
    write({ [file]: "inputs: { ship: musl }\n", "a/main.go": "" });
    expect(await shipped({ "working-directory": join(scratch, "a") })).toBe("default");
    expect(await shipped({})).toBe("musl");
  });

  it("may have another name, and then has to be there", async () => {
    write({ [file]: "inputs: { ship: musl }\n", "ci/gate.yml": "inputs: { ship: netgo }\n" });
    expect(await shipped({ config: "ci/gate.yml" })).toBe("netgo");
    expect(await shipped({ config: join(scratch, "ci/gate.yml") })).toBe("netgo");
    await expect(read({ config: "ci/gat.yml" })).rejects.toThrow(
      /^config: there is no file "ci\/gat\.yml"; looked for /,
    );
    await expect(read({ config: "ci" })).rejects.toThrow(/^config: ".*ci" is no file$/);
    await expect(read({ config: file, "working-directory": join(scratch, "nowhere") })).rejects.toThrow(ConfigError);
  });

  it("is named in what is wrong with it", async () => {
    write({ [file]: "inputs:\n  shp: musl\n" });
    await expect(read({})).rejects.toThrow(
      /^\.github\/go-linkage\.yml:2:3: inputs: "shp" is not known here; did you mean ship/,
    );
  });

  it.each(["pull_request_target", "workflow_run"])("is a stranger's in %s, unless it is named", async (event) => {
    write({ [file]: "inputs: { ship: musl }\nrules: [{ require: none }]\n" });
    const env = { GITHUB_EVENT_NAME: event };
    const { request } = await read({}, env);
    expect(request).toMatchObject({ gate: { ship: "default", policy: { file: null, rules: [] } } });
    expect(request.gate.policy.notes[0]).toContain(`is not read in a run of ${event}`);
    expect(await shipped({ config: file }, env)).toBe("musl");
    expect(await shipped({}, { GITHUB_EVENT_NAME: "pull_request" })).toBe("musl");
  });

  it("brings strategies and rules, and the day", async () => {
    write({ [file]: "strategies: { mine: { tags: [x] } }\nrules:\n  - require: any\n" });
    const { request, strategies } = await read({ ship: "mine", strategies: "netgo" });
    expect(strategies).toMatchObject([{ name: "mine", tags: ["x"] }]);
    expect(request).toMatchObject({
      build: { strategies: [{ name: "netgo" }, { name: "mine", tags: ["x"] }] },
      gate: { ship: "mine", policy: { today: "2026-11-23", rules: [{ require: "any", line: 3 }] } },
    });
    expect((await read({ strategies: "netgo" })).strategies).toEqual(strategies);
  });
});
