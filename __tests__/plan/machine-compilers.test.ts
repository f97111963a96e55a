import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { machineCompilers } from "../../src/plan/machine-compilers.ts";
import { makeFiles } from "../../src/ports/files.ts";

describe("compilers of the machine", () => {
  let folder = "";
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "compilers-")));
    for (const path of ["repo/gcc", "bin/gcc", "other/clang", "job/temp/tcc"]) {
      mkdirSync(join(folder, path, ".."), { recursive: true });
      writeFileSync(join(folder, path), "");
      chmodSync(join(folder, path), 0o755);
    }
    symlinkSync(join(folder, "repo/gcc"), join(folder, "bin/cc"));
    symlinkSync(join(folder, "bin/gcc"), join(folder, "repo/cc"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const accepted = async (value: string, variable = "CC"): Promise<boolean> => {
    const path = value.replace("~", folder);
    const env = [{ file: ".goreleaser.yaml", line: 7, name: variable, value: path }];
    const machine = {
      files: makeFiles(folder).files,
      env: {
        PATH: ["bin", "repo", "job/temp"].map((each) => join(folder, each)).join(":"),
        RUNNER_TEMP: join(folder, "job/temp"),
      },
      root: join(folder, "repo"),
    };
    const found = await machineCompilers({ kind: "settings", env, flags: [] }, machine);
    return found.size > 0;
  };

  it.each([
    ["what PATH finds by its name", "~/bin/gcc", true],
    ["the same behind another word", "ccache ~/bin/gcc -O2", true],
    ["a folder of the system", "/usr/bin/env", true],
    ["what PATH does not find", "~/other/clang", false],
    ["a link into the repository", "~/bin/cc", false],
    ["the repository", "~/repo/gcc", false],
    ["a link out of it", "~/repo/cc", false],
    ["a folder of the job", "~/job/temp/tcc", false],
    ["a way through another folder", "~/other/../bin/gcc", false],
    ["a way out of the system's folders", "/usr/../usr/bin/env", false],
    ["a process of its own", "/proc/self/exe", false],
    ["a folder", "/usr/bin", false],
    ["nothing", "/opt/nothing/bin/gcc", false],
    ["a name", "gcc", false],
  ] as const)("%s", async (_, value, isKnown) => {
    expect(await accepted(value)).toBe(isKnown);
  });

  it("are looked for only where a program is named", async () => {
    expect(await accepted("~/bin/gcc", "VERSION")).toBe(false);
  });
});
