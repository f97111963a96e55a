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
    ["CR, VT, NEL and U+2028", "a\r::x\u2028::y", "a ::x ::y"],
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
  it.each([
    ["ours", "go-build/\ngo-build/00/a-d\n", plain, null],
    ["an absolute path", "go-build/\n/etc/passwd\n", plain, "/etc/passwd"],
    ["upwards", "go-build/../../x\n", plain, "go-build/../../x"],
    ["upwards, as Windows has it", "go-build\\..\\..\\x\n", plain, "x"],
    ["another folder", "other/x\n", plain, "other/x"],
    ["a symbolic link", "go-build/l\n", details("lrwxrwxrwx root/root 0"), "neither a file nor a folder"],
    ["a hard link", "go-build/h\n", details("hrw-r--r-- root/root 0"), "neither a file nor a folder"],
    ["a device", "go-build/d\n", details("crw-r--r-- root/root 1,3"), "neither a file nor a folder"],
  ])("%s", (_, names, listing, says) => {
    const why = findEscape("go-build", { names, details: listing });
    if (says === null) expect(why).toBeNull();
    else expect(why).toContain(says);
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
