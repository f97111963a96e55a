import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { execName } from "../../src/go/exec-name.ts";
import { type Choice, ownKind } from "../support/sample.ts";
import { describeWith } from "../support/tools.ts";

/** Builds programs without a name, and compares the names that the go command gives them. */
export function testNames(choose: Choice): void {
  describeWith(["go", "gcc"], "the file that the real go build leaves", () => {
    const run = promisify(execFile);
    let dir = "";
    beforeAll(() => {
      dir = mkdtempSync(join(tmpdir(), "exec-name-"));
    });
    afterAll(() => {
      rmSync(dir, { recursive: true });
    });

    async function build(modulePath: string, folder: string, env: Readonly<Record<string, string>>): Promise<string[]> {
      const name = `${modulePath} ${folder} ${JSON.stringify(env)}`.replaceAll(/[^\w.]/g, "_");
      const source = join(dir, name, "src");
      const out = join(dir, name, "out");
      mkdirSync(join(source, folder), { recursive: true });
      writeFileSync(join(source, "go.mod"), `module ${modulePath}\n\ngo 1.21\n`);
      writeFileSync(join(source, folder, "main.go"), "package main\n\nfunc main() {}\n");
      await run("go", ["build", "-o", `${out}/`, `./${folder}`], {
        cwd: source,
        env: { ...process.env, GOFLAGS: "-buildvcs=false", GOWORK: "off", CGO_ENABLED: "0", ...env },
      });
      return readdirSync(out);
    }

    const paths = [
      { kind: "plain", modulePath: "hello", folder: "." },
      { kind: "plain", modulePath: "example.com", folder: "." },
      { kind: "major", modulePath: "example.com/tool/v2", folder: "." },
      { kind: "major", modulePath: "example.com/tool/v11", folder: "." },
      { kind: "major", modulePath: "example.com/v3", folder: "." },
      { kind: "folder", modulePath: "example.com/tool/v2", folder: "cmd/x" },
      { kind: "no major", modulePath: "example.com/tool", folder: "v1" },
      { kind: "no major", modulePath: "example.com/tool", folder: "v0" },
      { kind: "no major", modulePath: "example.com/tool", folder: "v01" },
      { kind: "major", modulePath: "example.com/tool", folder: "v2" },
      { kind: "no major", modulePath: "example.com/tool", folder: "v2x" },
      { kind: "no major", modulePath: "example.com/tool", folder: "v" },
      { kind: "major", modulePath: "v2", folder: "." },
      { kind: "plain", modulePath: "gopkg.in/tool.v2", folder: "." },
      { kind: "folder", modulePath: "example.com/tool", folder: "a.b" },
    ];

    it.each(choose(paths, ownKind))("$modulePath $folder", async ({ modulePath, folder }) => {
      const path = folder === "." ? modulePath : `${modulePath}/${folder}`;
      expect(await build(modulePath, folder, {})).toEqual([execName({ package: path, platform: { goos: "linux" } })]);
    });

    const systems = [
      { kind: "suffix", goos: "windows", goarch: "amd64" },
      { kind: "suffix", goos: "js", goarch: "wasm" },
    ];

    it.each(choose(systems, ownKind))("for $goos", async ({ goos, goarch }) => {
      const path = "example.com/tool/v2";
      expect(await build(path, ".", { GOOS: goos, GOARCH: goarch })).toEqual([
        execName({ package: path, platform: { goos } }),
      ]);
    });

    const buildmodes = [
      { kind: "archive", buildmode: "c-archive" },
      { kind: "program", buildmode: "exe" },
      { kind: "program", buildmode: "pie" },
      { kind: "library", buildmode: "c-shared" },
      { kind: "library", buildmode: "plugin" },
    ];

    it.each(choose(buildmodes, ownKind))("with -buildmode=$buildmode", async ({ buildmode }) => {
      const path = "example.com/tool/v2";
      const found = await build(path, ".", { CGO_ENABLED: "1", GOFLAGS: `-buildvcs=false -buildmode=${buildmode}` });
      // The C modes leave a header beside it.
      expect(found.filter((name) => !name.endsWith(".h"))).toEqual([
        execName({ package: path, platform: { goos: "linux" } }, buildmode),
      ]);
    });
  });
}
