import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ConfigError } from "../../src/errors.ts";
import { plainEnvironment, runReport, writeModule } from "../support/engine.ts";
import { describeWith } from "../support/tools.ts";
import type { Inputs } from "../../src/config/inputs.ts";

// The caller's mistakes. Both doors answer a ConfigError with exit code 2 (cli.bundle.test.ts, action.bundle.test.ts).

describeWith(["go"], "a mistake of the caller", () => {
  const scratch = mkdtempSync(join(tmpdir(), "mistakes-"));

  beforeAll(() => {
    writeModule(scratch, {
      "main.go": "package main\n\nfunc main() {}\n",
      "lib/lib.go": "package lib\n",
      "wrong.yml": "rules:\n  - require: statc\n",
    });
  });
  afterAll(() => {
    rmSync(scratch, { recursive: true });
  });

  it.each<{ name: string; inputs: Partial<Inputs>; says: string }>([
    {
      name: "an unknown strategy",
      inputs: { strategies: "musll" },
      says: 'strategies: "musll" is not one of: default, ',
    },
    {
      name: "an unknown strategy to ship",
      inputs: { ship: "none" },
      says: 'ship: "none" is not one of: auto, default, ',
    },
    {
      name: "a platform Go does not know",
      inputs: { platforms: "linux/z80" },
      says: 'platforms: "linux/z80" is not a platform',
    },
    { name: "a variant Go does not know", inputs: { platforms: "linux/amd64/v9" }, says: "allowed: v1, v2, v3, v4" },
    { name: "a flag of ours", inputs: { flags: "-o x" }, says: "flags: -o is not allowed here: use output-dir" },
    {
      name: "a package among the flags",
      inputs: { flags: "./cmd" },
      says: 'flags: "./cmd" is not a flag of go build',
    },
    { name: "an open quote", inputs: { flags: `-ldflags="-s` }, says: "cannot be split into words" },
    {
      name: "an open quote of Go's",
      inputs: { flags: `-ldflags="-X 'a"`, strategies: "external" },
      says: "unterminated ' string",
    },
    {
      name: "linker flags nobody can read",
      inputs: { flags: `-ldflags="-X 'a"`, strategies: "default" },
      says: "unterminated ' string",
    },
    { name: "a file for a package", inputs: { packages: "main.go" }, says: 'packages: "main.go" is a file' },
    {
      name: "no main package",
      inputs: { packages: "./lib" },
      says: "it matches only example.com/app/lib (package lib)",
    },
    { name: "no package", inputs: { packages: "./none" }, says: "matches no main package" },
    {
      name: "a folder that is not there",
      inputs: { "working-directory": join(scratch, "nope") },
      says: `working-directory: "${join(scratch, "nope")}": there is no`,
    },
    {
      name: "a build mode without a program",
      inputs: { flags: "-buildmode=archive" },
      says: "does not build a program",
    },
    {
      name: "a wrong require",
      inputs: { require: "dynamic" },
      says: 'require: "dynamic" is not one of: static, none',
    },
    {
      name: "a config file that is not there",
      inputs: { config: "no.yml" },
      says: 'config: there is no file "no.yml"',
    },
    {
      name: "a mistake in the config file",
      inputs: { config: "wrong.yml" },
      says: 'wrong.yml:2:14: rules[0].require: "statc" is not one of: static, static-pie, system, dynamic, any, none; did you mean static?',
    },
    {
      name: "a flag that go does not know",
      inputs: { flags: "-nosuch" },
      says: "flags: -nosuch is not a flag of go build",
    },
  ])("$name", async ({ inputs, says }) => {
    const run = runReport({ "working-directory": scratch, ...inputs }, plainEnvironment());
    await expect(run).rejects.toThrow(ConfigError);
    await expect(run).rejects.toThrow(says);
  });
});
