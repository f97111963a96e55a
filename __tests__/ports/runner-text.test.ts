import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { childEnvironment } from "../../src/ports/child-env.ts";
import { findEscape } from "../../src/ports/guard-unpacking.ts";
import { describeMachineTrouble } from "../../src/ports/trouble.ts";
import { MachineFault } from "../../src/errors.ts";
import { logLine } from "../../src/text/text.ts";

describe("a line of the log", () => {
  it.each([
    ["plain", "built app in 1.0 s", "built app in 1.0 s"],
    ["a command behind a line break", "lib\n::set-output name=x::y", "lib ::set-output name=x::y"],
    ["a command at the beginning", "::error::x", ": :error::x"],
    ["a command behind blanks", "  ::error::x", "  : :error::x"],
    ["the old spelling, anywhere", "x ##[error]y", "x ## [error]y"],
    ["CR, VT, NEL and U+2028", "a\r::x\u2028::y", "a ::x\uFFFD::y"],
    ["colours", "\u001b[31mred\u001b[0m", "red"],
  ])("%s", (_, text, line) => {
    expect(logLine(text)).toBe(line);
  });

  it("is one line that the runner takes for no command, whatever the text", () => {
    const pieces = fc.constantFrom(
      "::",
      "##[",
      "\n",
      "\r",
      "\u2028",
      "\u0085",
      "\v",
      "\f",
      " ",
      "\u001b[1m",
      "\u202e",
      "a",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const line = logLine(parts.join(""));
        expect(line).not.toMatch(/[\n\r\u2028\u2029\u0085\v\f\u001b\u202e]/);
        expect(line.trimStart().startsWith("::")).toBe(false);
        expect(line).not.toContain("##[");
      }),
      { numRuns: 2000 },
    );
  });
});

it("a program that is started has nothing that is for the runner, and all else", () => {
  const runners = {
    ACTIONS_RUNTIME_TOKEN: "x",
    actions_id_token_request_url: "x",
    INPUT_TOKEN: "x",
    "INPUT_GO-VERSION": "x",
    STATE_post: "x",
    GITHUB_TOKEN: "x",
    GITHUB_ENV: "x",
    GITHUB_PATH: "x",
    GITHUB_OUTPUT: "x",
    GITHUB_STATE: "x",
    GITHUB_STEP_SUMMARY: "x",
  };
  const others = { PATH: "/bin", GOPRIVATE: "example.com", GITHUB_SHA: "a", MY_GITHUB_TOKEN: "y", GH_TOKEN: "z" };
  expect(childEnvironment({ ...runners, ...others })).toEqual(others);
});

describe("an archive of the cache", () => {
  const details = (...lines: readonly string[]): string => lines.map((line) => `${line} 2026-11-01 10:00 x\n`).join("");
  const plain = details("drwxr-xr-x root/root 0", "-rw-r--r-- root/root 12");
  const special = "neither a file nor a folder";
  it.each([
    { name: "an absolute path", names: "go-build/\n/etc/passwd\n", listing: plain, says: "/etc/passwd" },
    { name: "upwards", names: "go-build/../../x\n", listing: plain, says: "go-build/../../x" },
    { name: "upwards, as Windows has it", names: "go-build\\..\\..\\x\n", listing: plain, says: "outside of go-build" },
    { name: "another folder", names: "other/x\n", listing: plain, says: "other/x" },
    { name: "a symbolic link", names: "go-build/l\n", listing: details("lrwxrwxrwx root/root 0"), says: special },
    { name: "a hard link", names: "go-build/h\n", listing: details("hrw-r--r-- root/root 0"), says: special },
    { name: "a device", names: "go-build/d\n", listing: details("crw-r--r-- root/root 1,3"), says: special },
  ])("is refused: $name", ({ names, listing, says }) => {
    expect(findEscape("go-build", { names, details: listing })).toContain(says);
  });

  it("is unpacked when it is ours", () => {
    expect(findEscape("go-build", { names: "go-build/\ngo-build/00/a-d\n", details: plain })).toBeNull();
  });
});

describe("trouble with the machine", () => {
  const failure = (code: string, more: object = {}): Error => Object.assign(new Error("x"), { code, ...more });
  it.each([
    [failure("ENOSPC", { path: "/tmp/a" }), "/tmp/a: no space is left on the disk"],
    [failure("EMFILE", { syscall: "open" }), "open: too many files are open"],
    [failure("EROFS", { path: "/a", dest: "/b" }), "/b: the file system is read-only"],
    [new Error("outer", { cause: failure("EACCES", { path: "/x" }) }), "/x: permission denied"],
    [new MachineFault("no compiler"), "no compiler"],
  ])("%s", (error, says) => {
    expect(describeMachineTrouble(error)).toContain(says);
  });

  it("is not what a bug is", () => {
    expect(describeMachineTrouble(new TypeError("x is not a function"))).toBeNull();
    expect(describeMachineTrouble(failure("ERR_INVALID_ARG_TYPE"))).toBeNull();
  });
});
