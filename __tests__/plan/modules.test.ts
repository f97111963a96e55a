import { describe, expect, it } from "vitest";
import { ConfigError } from "../../src/errors.ts";
import { locateModules } from "../../src/plan/modules.ts";
import { fakeFiles } from "../install/world.ts";
import type { Environment } from "../../src/model/environment.ts";

type Row = {
  readonly name: string;
  readonly files: readonly string[];
  readonly packages: readonly string[];
  readonly env?: Environment;
  /** What go.work says. */
  readonly workText?: string;
  readonly workingDirectory?: string;
  readonly want: readonly { dir: string; patterns: readonly string[] }[];
};

const nested = ["/repo/go.mod", "/repo/tools/gen/go.mod", "/repo/cmd/x/main.go"];
const workspace = [...nested, "/repo/go.work"];
const inHome = (...patterns: string[]): Row["want"] => [{ dir: "/repo", patterns }];

const rows: readonly Row[] = [
  { name: "./... is the working directory's", files: nested, packages: ["./..."], want: inHome("./...") },
  {
    name: "a folder of the same module",
    files: nested,
    packages: ["./cmd/x", "cmd/x"],
    want: inHome("./cmd/x", "cmd/x"),
  },
  {
    name: "a folder of another module",
    files: nested,
    packages: ["./tools/gen"],
    want: [{ dir: "/repo/tools/gen", patterns: ["."] }],
  },
  {
    name: "a folder in another module",
    files: nested,
    packages: ["./tools/gen/cmd/g/"],
    want: [{ dir: "/repo/tools/gen", patterns: ["./cmd/g"] }],
  },
  {
    name: "all of another module",
    files: nested,
    packages: ["./tools/gen/..."],
    want: [{ dir: "/repo/tools/gen", patterns: ["./..."] }],
  },
  {
    name: "a pattern that begins inside a name",
    files: nested,
    packages: ["./tools/gen/cmd..."],
    want: [{ dir: "/repo/tools/gen", patterns: ["./cmd..."] }],
  },
  {
    name: "a pattern above another module is the working directory's",
    files: nested,
    packages: ["./tools/..."],
    want: inHome("./tools/..."),
  },
  {
    name: "patterns of two modules, in the order of their first",
    files: nested,
    packages: ["./tools/gen", "./cmd/x", "./tools/gen/a"],
    want: [
      { dir: "/repo/tools/gen", patterns: [".", "./a"] },
      { dir: "/repo", patterns: ["./cmd/x"] },
    ],
  },
  {
    name: "an import path is never looked for",
    files: nested,
    packages: ["example.com/x/cmd", "tools/gen"],
    want: inHome("example.com/x/cmd", "tools/gen"),
  },
  { name: "... is an import path pattern", files: nested, packages: ["..."], want: inHome("...") },
  { name: "all is an import path pattern", files: nested, packages: ["all"], want: inHome("all") },
  {
    name: "an absolute path in the same module",
    files: nested,
    packages: ["/repo/cmd/x"],
    want: inHome("/repo/cmd/x"),
  },
  {
    name: "an absolute path in another module",
    files: nested,
    packages: ["/repo/tools/gen/cmd"],
    want: [{ dir: "/repo/tools/gen", patterns: ["./cmd"] }],
  },
  {
    name: "the module above, from a nested one",
    files: nested,
    workingDirectory: "/repo/tools/gen",
    packages: ["../../cmd/x", "../..", ".."],
    want: [{ dir: "/repo", patterns: ["./cmd/x", ".", "./tools"] }],
  },
  {
    name: "a working directory below its module's root stays",
    files: nested,
    workingDirectory: "/repo/cmd",
    packages: ["./x"],
    want: [{ dir: "/repo/cmd", patterns: ["./x"] }],
  },
  {
    name: "no module at the working directory",
    files: ["/repo/examples/a/go.mod"],
    packages: ["./examples/a", "./nothing"],
    want: [
      { dir: "/repo/examples/a", patterns: ["."] },
      { dir: "/repo", patterns: ["./nothing"] },
    ],
  },
  { name: "a workspace joins modules", files: workspace, packages: ["./tools/gen"], want: inHome("./tools/gen") },
  {
    name: "a workspace further up joins them too",
    files: [...nested, "/go.work"],
    packages: ["./tools/gen"],
    want: inHome("./tools/gen"),
  },
  {
    name: "a folder of a workspace without a module stands for those below it",
    files: [...nested, "/go.work"],
    workText: "go 1.22\nuse (\n\t./repo/tools/gen\n\t./other\n)\n",
    workingDirectory: "/repo/tools",
    packages: ["./..."],
    want: [{ dir: "/repo/tools", patterns: ["./gen/..."] }],
  },
  {
    name: "so does a pattern",
    files: [...nested, "/repo/go.work"],
    workText: "use .\nuse ./tools/gen\nuse ./tools/lint\n",
    packages: ["./tools/...", "./cmd/..."],
    want: inHome("./tools/...", "./tools/gen/...", "./tools/lint/...", "./cmd/..."),
  },
  {
    name: "GOWORK names a workspace",
    files: nested,
    env: { GOWORK: "/elsewhere/go.work" },
    packages: ["./tools/gen"],
    want: inHome("./tools/gen"),
  },
  {
    name: "GOWORK=off takes a workspace away",
    files: workspace,
    env: { GOWORK: "off" },
    packages: ["./tools/gen"],
    want: [{ dir: "/repo/tools/gen", patterns: ["."] }],
  },
  {
    name: "an empty GOWORK is none",
    files: nested,
    env: { GOWORK: "" },
    packages: ["./tools/gen"],
    want: [{ dir: "/repo/tools/gen", patterns: ["."] }],
  },
  {
    name: "with an empty GOWORK the workspace is found",
    files: workspace,
    env: { GOWORK: "" },
    packages: ["./tools/gen"],
    want: inHome("./tools/gen"),
  },
  {
    name: "GOWORK=auto is none",
    files: nested,
    env: { GOWORK: "auto" },
    packages: ["./tools/gen"],
    want: [{ dir: "/repo/tools/gen", patterns: ["."] }],
  },
];

describe("locateModules", () => {
  it("wants the working directory to be there", async () => {
    const located = locateModules(
      { workingDirectory: "/nope", packages: ["."] },
      fakeFiles({ "/repo/go.mod": "" }),
      {},
    );
    await expect(located).rejects.toThrow(ConfigError);
    await expect(located).rejects.toThrow('working-directory: "/nope": there is no folder /nope');
  });

  it.each(rows)("$name", async ({ files, packages, env = {}, workText = "text", workingDirectory = "/repo", want }) => {
    const texts = Object.fromEntries(files.map((path) => [path, path.endsWith(".work") ? workText : "text"]));
    expect(await locateModules({ workingDirectory, packages }, fakeFiles(texts), env)).toEqual(want);
  });

  it.each<{
    name: string;
    files: readonly string[];
    packages?: readonly string[];
    env?: Environment;
    says: string | null;
  }>([
    { name: "an empty folder", files: ["/repo/x/deep/er/README.md"], says: "the folder /repo is empty" },
    { name: "no module", files: ["/repo/README.md"], says: "there is no Go module in /repo, above it or below it" },
    { name: "Go files without a module", files: ["/repo/main.go"], says: "run go mod init" },
    { name: "packages of folders", files: ["/repo/main.go"], packages: [".", "./cmd/x"], says: "no go.mod there" },
    { name: "a package of the standard library", files: ["/repo/main.go"], packages: ["cmd/go"], says: null },
    { name: "GOPATH", files: ["/repo/main.go"], env: { GO111MODULE: "off" }, says: null },
    { name: "a module above", files: ["/go.mod", "/repo/README.md"], says: null },
    { name: "a workspace above", files: ["/go.work", "/repo/README.md"], says: null },
    { name: "a module below", files: ["/repo/a/go.mod"], says: null },
  ])("$name", async ({ files, packages = ["./..."], env = {}, says }) => {
    const texts = fakeFiles(Object.fromEntries(files.map((path) => [path, "text"])));
    const located = locateModules({ workingDirectory: "/repo", packages }, texts, env);
    if (says === null) await expect(located).resolves.not.toEqual([]);
    else {
      await expect(located).rejects.toThrow(ConfigError);
      await expect(located).rejects.toThrow(says);
    }
  });
});
