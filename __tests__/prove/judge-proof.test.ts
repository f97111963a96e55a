import { describe, expect, it } from "vitest";
import { distrust, judge } from "../../src/prove/judge-proof.ts";
import { type Enclosure, type Outcome, parseOutcome, untried } from "../../src/prove/outcome.ts";

const ran: Outcome = { ...untried(""), exitCode: 0 };
const refused: Outcome = { ...untried(""), refusal: "ENOENT" };
const chroot: Enclosure = { inside: "chroot", emulator: null };
const qemu: Enclosure = { inside: "landlock", emulator: "/usr/bin/qemu-s390x-static" };
const of = (parts: Partial<Outcome>): Outcome => ({ ...untried(""), ...parts });

describe("judge", () => {
  it.each([
    { name: "exit code 0", outcome: ran, want: { result: "proven", exitCode: 0 } },
    { name: "any exit code", outcome: of({ exitCode: 127 }), want: { result: "proven", exitCode: 127 } },
    {
      name: "a time-out",
      outcome: of({ timedOut: true }),
      want: {
        result: "proven",
        exitCode: null,
        detail: "it starts with no other file in reach (chroot); after 5000 ms it was still running and was ended",
      },
    },
    {
      name: "execve refuses",
      outcome: refused,
      want: { result: "refused", detail: "it does not start with no other file in reach (chroot): ENOENT" },
    },
    { name: "an errno without a name", outcome: of({ refusal: "errno 99" }), want: { result: "refused" } },
    { name: "execve finds the file busy", outcome: of({ refusal: "ETXTBSY" }), want: { result: "not-proven" } },
    { name: "execve has no memory", outcome: of({ refusal: "ENOMEM" }), want: { result: "not-proven" } },
    { name: "SIGSEGV", outcome: of({ signal: "SIGSEGV" }), want: { result: "refused", signal: "SIGSEGV" } },
    { name: "SIGTRAP", outcome: of({ signal: "SIGTRAP" }), want: { result: "refused", signal: "SIGTRAP" } },
    {
      name: "killed from outside",
      outcome: of({ signal: "SIGKILL" }),
      want: { result: "not-proven", signal: "SIGKILL" },
    },
    {
      name: "not tried",
      outcome: untried("no sudo on PATH"),
      want: {
        result: "not-proven",
        detail: "it could not be tried with no other file in reach (chroot): no sudo on PATH",
      },
    },
    {
      name: "words of an emulator without one",
      outcome: of({ exitCode: 255, output: "go-linkage-emulator: Could not open" }),
      want: { result: "proven", exitCode: 255 },
    },
  ])("$name", ({ outcome, want }) => {
    expect(judge(outcome, chroot, 5000)).toMatchObject({ means: "chroot", ...want });
  });

  it.each([
    { name: "a program that runs", outcome: ran, want: { result: "proven", exitCode: 0 } },
    {
      name: "a loader that is missing",
      outcome: of({ exitCode: 255, output: "go-linkage-emulator: Could not open '/lib/ld64.so.1': \u001b[1mNo\n" }),
      want: {
        result: "refused",
        exitCode: null,
        detail: expect.stringMatching(/: Could not open '\/lib\/ld64.so.1': \[1mNo$/) as string,
      },
    },
    {
      name: "a file that it does not understand",
      outcome: of({ exitCode: 1, output: "Error while loading /program: Exec format error\n" }),
      want: { result: "refused" },
    },
    {
      name: "a warning",
      outcome: of({ exitCode: 2, output: "go-linkage-emulator: warning: TCG doesn't support requested feature\n" }),
      want: { result: "proven", exitCode: 2 },
    },
    {
      name: "a program that fails",
      outcome: of({ exitCode: 255, output: "unknown flag" }),
      want: { result: "proven" },
    },
    { name: "a crash", outcome: of({ signal: "SIGSEGV" }), want: { result: "refused" } },
  ])("under qemu, $name", ({ outcome, want }) => {
    expect(judge(outcome, qemu, 5000)).toMatchObject({ means: "qemu", ...want });
  });
});

describe("distrust", () => {
  it.each([
    { name: "nothing", dynamic: refused, fixed: ran, want: null },
    {
      name: "a dynamic program that runs",
      dynamic: ran,
      fixed: ran,
      want: "it starts a dynamic program, so it proves nothing",
    },
    {
      name: "a dynamic program that starts and dies",
      dynamic: of({ signal: "SIGSEGV" }),
      fixed: ran,
      want: "it starts a dynamic program, so it proves nothing",
    },
    {
      name: "a static program that is refused",
      dynamic: refused,
      fixed: refused,
      want: "it does not run a static program (ENOENT)",
    },
    {
      name: "a static program that hangs",
      dynamic: refused,
      fixed: of({ timedOut: true }),
      want: "it does not run a static program (it did not end)",
    },
    {
      name: "a static program that dies",
      dynamic: refused,
      fixed: of({ signal: "SIGSYS" }),
      want: "it does not run a static program (SIGSYS)",
    },
    {
      name: "a static program that fails",
      dynamic: refused,
      fixed: of({ exitCode: 1 }),
      want: "it does not run a static program (exit code 1)",
    },
    { name: "no way in", dynamic: untried("chroot: EPERM"), fixed: untried("chroot: EPERM"), want: "chroot: EPERM" },
    { name: "no way in for one", dynamic: untried("EAGAIN"), fixed: ran, want: "EAGAIN" },
  ])("$name", ({ dynamic, fixed, want }) => {
    expect(distrust({ dynamic, static: fixed }, chroot)).toBe(want);
  });
});

describe("parseOutcome", () => {
  it("reads what the helper writes", () => {
    expect(parseOutcome(JSON.stringify({ ...ran, file: "/x" }))).toMatchObject(ran);
  });

  it.each(["", "null", "{}", "[1]", "sudo: a password is required", JSON.stringify({ ...ran, exitCode: "0" })])(
    "refuses %j",
    (line) => {
      expect(parseOutcome(line)).toBeUndefined();
    },
  );
});
