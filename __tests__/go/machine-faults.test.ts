import { expect, it } from "vitest";
import { explainBuildError } from "../../src/build/build-errors.ts";
import { findMachineFault } from "../../src/go/machine-faults.ts";
import { mustSucceed } from "../../src/go/command.ts";
import { ConfigError, MachineFault } from "../../src/errors.ts";

const failed = { exitCode: 1, signal: null, stdout: "", durationMs: 1 };

// As Go 1.26 prints them.
it.each([
  ["failed to initialize build cache at /proc/nope: mkdir /proc/nope: no such file or directory", "caches"],
  ["failed to initialize build cache at /x: mkdir /x: permission denied", "caches"],
  [
    "build cache is required, but could not be located: GOCACHE is not defined and neither $XDG_CACHE_HOME nor $HOME are defined",
    "caches",
  ],
  ["go: could not create module cache: mkdir /x: read-only file system", "caches"],
  ["go: writing go.mod cache: mkdir /root/go/pkg/mod: no space left on device", "disk space"],
  ["write /tmp/go-build1/x: disk quota exceeded", "disk space"],
  ["open /tmp/go-build1/x: too many open files", "file descriptors"],
  ["fork/exec /usr/local/go/pkg/tool/linux_amd64/compile: resource temporarily unavailable", "file descriptors"],
  ["fork/exec /usr/local/go/pkg/tool/linux_amd64/compile: cannot allocate memory", "memory"],
  ['go: github.com/x/y@v1.0.0: Get "https://proxy.invalid/": dial tcp: lookup proxy.invalid: no such host', "fetch"],
])("the machine is to blame for: %s", (stderr, what) => {
  const run = (): string => mustSucceed("go list", { ...failed, stderr: `go: downloading x\n${stderr}\n` });
  expect(run).toThrow(MachineFault);
  expect(run).toThrow(what);
  expect(findMachineFault(stderr)).toMatch(/^this machine [^\n]*; [^\n]+$/);
});

it.each([
  "go: cannot find main module, but found .git/config in /x",
  "go: errors parsing go.mod:\n/x/go.mod:3: unknown directive: nonsense",
  "malformed import path \"a b\": invalid char ' '",
  "",
])("the caller is to blame for: %s", (stderr) => {
  const run = (): string => mustSucceed("go list", { ...failed, stderr });
  expect(run).toThrow(ConfigError);
  expect(findMachineFault(stderr)).toBeNull();
});

it.each(["SIGKILL", "SIGTERM"])("a go command that %s has ended is no mistake of the caller", (signal) => {
  const run = (): string => mustSucceed("go env", { ...failed, exitCode: null, signal, stderr: "" });
  expect(run).toThrow(MachineFault);
});

it("our own sentence about the machine is one of a build, too", () => {
  const output = "the artifact cannot be read or kept: /x: no space is left on the disk (ENOSPC)\n";
  expect(explainBuildError(output)).toMatchObject({ kind: "machine-fault" });
});
