import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execName } from "../../src/go/exec-name.ts";
import { describeWith } from "../support/tools.ts";

const names = [
  { name: "the last element", path: "example.com/app/cmd/tool", want: "tool" },
  { name: "a module of one element", path: "hello", want: "hello" },
  { name: "a host name", path: "example.com", want: "example.com" },
  { name: "a major version", path: "example.com/tool/v2", want: "tool" },
  { name: "a large major version", path: "example.com/tool/v10", want: "tool" },
  { name: "v11, which only begins like v1", path: "example.com/tool/v11", want: "tool" },
  { name: "a major version right below the host", path: "example.com/v3", want: "example.com" },
  { name: "a folder below a major version", path: "example.com/tool/v2/cmd/x", want: "x" },
  { name: "v1 is no major version", path: "example.com/tool/x/v1", want: "v1" },
  { name: "v0 neither", path: "example.com/tool/x/v0", want: "v0" },
  { name: "v01 neither", path: "example.com/tool/x/v01", want: "v01" },
  { name: "v2x neither", path: "example.com/tool/x/v2x", want: "v2x" },
  { name: "v neither", path: "example.com/tool/x/v", want: "v" },
  { name: "a version without anything before it", path: "v2", want: "v2" },
  { name: "gopkg.in's spelling", path: "gopkg.in/tool.v2", want: "tool.v2" },
  { name: "a dot", path: "example.com/tool/a.b", want: "a.b" },
];

describe("execName", () => {
  it.each(names)("$name", ({ path, want }) => {
    expect(execName({ package: path, platform: { goos: "linux" } })).toBe(want);
  });

  it.each([
    { goos: "windows", want: "tool.exe" },
    { goos: "darwin", want: "tool" },
    { goos: "js", want: "tool" },
    { goos: "wasip1", want: "tool" },
    { goos: "plan9", want: "tool" },
  ])("on $goos", ({ goos, want }) => {
    expect(execName({ package: "example.com/tool/v2", platform: { goos } })).toBe(want);
  });
});

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

  it.each([
    { modulePath: "hello", folder: "." },
    { modulePath: "example.com", folder: "." },
    { modulePath: "example.com/tool/v2", folder: "." },
    { modulePath: "example.com/tool/v11", folder: "." },
    { modulePath: "example.com/v3", folder: "." },
    { modulePath: "example.com/tool/v2", folder: "cmd/x" },
    { modulePath: "example.com/tool", folder: "v1" },
    { modulePath: "example.com/tool", folder: "v0" },
    { modulePath: "example.com/tool", folder: "v01" },
    { modulePath: "example.com/tool", folder: "v2" },
    { modulePath: "example.com/tool", folder: "v2x" },
    { modulePath: "example.com/tool", folder: "v" },
    { modulePath: "v2", folder: "." },
    { modulePath: "gopkg.in/tool.v2", folder: "." },
    { modulePath: "example.com/tool", folder: "a.b" },
  ])("$modulePath $folder", async ({ modulePath, folder }) => {
    const path = folder === "." ? modulePath : `${modulePath}/${folder}`;
    expect(await build(modulePath, folder, {})).toEqual([execName({ package: path, platform: { goos: "linux" } })]);
  });

  it.each([
    { goos: "windows", goarch: "amd64" },
    { goos: "js", goarch: "wasm" },
  ])("for $goos", async ({ goos, goarch }) => {
    const path = "example.com/tool/v2";
    expect(await build(path, ".", { GOOS: goos, GOARCH: goarch })).toEqual([
      execName({ package: path, platform: { goos } }),
    ]);
  });

  it.each(["exe", "pie", "c-archive", "c-shared", "plugin"])("with -buildmode=%s", async (buildmode) => {
    const path = "example.com/tool/v2";
    const found = await build(path, ".", { CGO_ENABLED: "1", GOFLAGS: `-buildvcs=false -buildmode=${buildmode}` });
    // The C modes leave a header beside it.
    expect(found.filter((name) => !name.endsWith(".h"))).toEqual([
      execName({ package: path, platform: { goos: "linux" } }, buildmode),
    ]);
  });
});
