import { judged } from "../support/requests.ts";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
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
  return ((await read(given, env)).request as CheckRequest).build.ship;
}

const file = ".github/go-linkage.yml";

describe("an input", () => {
  it("is what is given, then what the file says, then its default", async () => {
    expect(await shipped({})).toBe("auto");
    write({ [file]: "inputs: { ship: netgo, require: static, packages: [./a, ./b], summary: false }\n" });
    expect(await shipped({})).toBe("netgo");
    expect(await shipped({ ship: " \n" })).toBe("netgo");
    expect(await shipped({ ship: "musl" })).toBe("musl");
    expect(await shipped({ ship: "default" })).toBe("default");
    const { request, inputs } = await read({ require: "none" });
    expect(request).toMatchObject({
      where: { packages: ["./a", "./b"] },
      build: { ship: "netgo" },
      gate: { require: "none" },
    });
    expect(inputs).toMatchObject({ summary: "false", require: "none" });
    expect((await read({ summary: "true" })).inputs).toMatchObject({ summary: "true" });
  });

  const workflowOnly = [
    ...["mode", "working-directory", "baseline", "baseline-ref", "output-dir", "prove", "add-to-path", "cache"],
    ...["go-download-base-url", "go-sha256", "config", "token", "comment-key"],
  ];

  it.each(workflowOnly)("%s is not for the file to set", async (name) => {
    write({ [file]: `inputs:\n  ship: musl\n  ${name}: x\n` });
    await expect(read({})).rejects.toThrow(ConfigError);
    await expect(read({})).rejects.toThrow(`${file}:3:3: inputs: ${name} is not for a config file to set`);
    await expect(read({})).rejects.toThrow("set it in the workflow");
  });
});

describe("the file", () => {
  it("is the nearest one, no further away than the root of the repository", async () => {
    write({ [file]: "inputs: { ship: musl }\n", "repo/.git/HEAD": "", "repo/a/b/main.go": "" });
    const deep = { "working-directory": join(scratch, "repo/a/b") };
    expect(await shipped(deep)).toBe("auto");
    write({ [`repo/${file}`]: "inputs: { ship: netgo }\n" });
    expect(await shipped(deep)).toBe("netgo");
    expect(judged((await read(deep)).request).gate.policy.file).toEqual({
      name: file,
      path: "../../.github/go-linkage.yml",
    });
    write({ [`repo/a/${file}`]: "inputs: { ship: external }\n" });
    expect(await shipped(deep)).toBe("external");
  });

  it("is, without a repository, only in the working directory", async () => {
    write({ [file]: "inputs: { ship: musl }\n", "a/main.go": "" });
    expect(await shipped({ "working-directory": join(scratch, "a") })).toBe("auto");
    expect(await shipped({})).toBe("musl");
  });

  it("may have another name, and then has to be there", async () => {
    write({ [file]: "inputs: { ship: musl }\n", "ci/gate.yml": "inputs: { ship: netgo }\n" });
    expect(await shipped({ config: "ci/gate.yml" })).toBe("netgo");
    expect(await shipped({ config: join(scratch, "ci/gate.yml") })).toBe("netgo");
    await expect(read({ config: "ci/gat.yml" })).rejects.toThrow(
      /^config: there is no file "ci\/gat\.yml"; looked for /,
    );
    await expect(read({ config: "ci" })).rejects.toThrow(/^config: ".*ci" is not a file$/);
    await expect(read({ config: file, "working-directory": join(scratch, "nowhere") })).rejects.toThrow(ConfigError);
  });

  it("is named in what is wrong with it", async () => {
    write({ [file]: "inputs:\n  shp: musl\n" });
    await expect(read({})).rejects.toThrow(
      /^\.github\/go-linkage\.yml:2:3: inputs: unknown key "shp"; did you mean ship/,
    );
  });

  it.each(["pull_request_target", "workflow_run", "issue_comment"])(
    "is a stranger's in %s, also when it is named",
    async (event) => {
      write({ [file]: "inputs: { ship: musl }\nrules: [{ require: none }]\n" });
      const env = { GITHUB_EVENT_NAME: event, GITHUB_WORKSPACE: scratch };
      for (const given of [{}, { config: file }, { config: join(scratch, file) }]) {
        const { request } = await read(given, env);
        expect(request).toMatchObject({
          build: { ship: "auto" },
          gate: { policy: { file: null, rules: [], source: null } },
        });
        expect(judged(request).gate.policy.notes[0]).toContain(`is not read in a run of ${event}`);
      }
      expect(await shipped({}, { GITHUB_EVENT_NAME: "pull_request" })).toBe("musl");
      // What the repository did not bring along is the workflow's own.
      const elsewhere = { GITHUB_EVENT_NAME: event, GITHUB_WORKSPACE: join(scratch, "job") };
      mkdirSync(join(scratch, "job"));
      expect(await shipped({ config: join(scratch, file), "working-directory": join(scratch, "job") }, elsewhere)).toBe(
        "musl",
      );
    },
  );

  it("is read through symbolic links within the repository", async () => {
    write({
      "repo/.git/HEAD": "",
      "repo/ci/gate.yml": "inputs: { ship: netgo }\n",
      "outside.yml": "inputs: { ship: musl }\n",
    });
    const repo = { "working-directory": join(scratch, "repo") };
    mkdirSync(join(scratch, "repo/.github"));
    const link = (target: string): void => {
      rmSync(join(scratch, "repo", file), { force: true });
      symlinkSync(target, join(scratch, "repo", file));
    };
    link("../ci/gate.yml");
    expect(await shipped(repo)).toBe("netgo");
    link(join(scratch, "repo/ci/gate.yml"));
    expect(await shipped(repo)).toBe("netgo");
    for (const target of ["../../outside.yml", join(scratch, "outside.yml"), "/dev/null"]) {
      link(target);
      await expect(read(repo)).rejects.toThrow(/is a symbolic link that leads outside the repository$/);
    }
    link("../ci/gone.yml");
    await expect(read(repo)).rejects.toThrow(/is a symbolic link to nothing$/);
    link("../ci");
    await expect(read(repo)).rejects.toThrow(/is not a file$/);
  });

  it("is read through a folder that is a link, and not one that leads out", async () => {
    write({ "repo/.git/HEAD": "", "repo/ci/go-linkage.yml": "inputs: { ship: netgo }\n", "out/go-linkage.yml": "" });
    const repo = { "working-directory": join(scratch, "repo") };
    symlinkSync("ci", join(scratch, "repo/.github"));
    expect(await shipped(repo)).toBe("netgo");
    rmSync(join(scratch, "repo/.github"));
    symlinkSync("../out", join(scratch, "repo/.github"));
    await expect(read(repo)).rejects.toThrow(/leads outside the repository$/);
  });

  it("is UTF-8", async () => {
    write({ [file]: "" });
    for (const bytes of [Buffer.from("rules: [] # \xff", "latin1"), Buffer.from("rules: []", "utf16le").swap16()]) {
      writeFileSync(join(scratch, file), Buffer.concat([Buffer.from([0xfe, 0xff]), bytes]));
      await expect(read({})).rejects.toThrow(/is not UTF-8$/);
    }
  });

  it("brings strategies and rules, and the day", async () => {
    write({ [file]: "strategies: { mine: { tags: [x] } }\nrules:\n  - require: any\n" });
    const { request, strategies } = await read({ ship: "mine", strategies: "netgo" });
    expect(strategies).toMatchObject([{ name: "mine", tags: ["x"] }]);
    expect(request).toMatchObject({
      build: { strategies: [{ name: "netgo" }, { name: "mine", tags: ["x"] }], ship: "mine" },
      gate: { policy: { today: "2026-11-23", rules: [{ require: "any", line: 3 }] } },
    });
    expect((await read({ strategies: "netgo" })).strategies).toEqual(strategies);
  });
});
