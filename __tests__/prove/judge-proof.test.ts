import { describe, expect, it } from "vitest";
import { downgrade, judge } from "../../src/prove/judge-proof.ts";
import { type Outcome, parseOutcome, notStarted } from "../../src/prove/outcome.ts";

const ran: Outcome = { ...notStarted(""), exitCode: 0 };
const refused: Outcome = { ...notStarted(""), refusal: "ENOENT" };
const of = (parts: Partial<Outcome>): Outcome => ({ ...notStarted(""), ...parts });

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
      outcome: notStarted("chroot: EPERM"),
      want: {
        result: "not-proven",
        detail: "it could not be tried with no other file in reach (chroot): chroot: EPERM",
      },
    },
  ])("$name", ({ outcome, want }) => {
    expect(judge(outcome, "chroot", 5000)).toMatchObject({ means: "chroot", ...want });
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
    {
      name: "no way in",
      dynamic: notStarted("chroot: EPERM"),
      fixed: notStarted("chroot: EPERM"),
      want: "chroot: EPERM",
    },
    { name: "no way in for one", dynamic: notStarted("EAGAIN"), fixed: ran, want: "EAGAIN" },
  ])("$name", ({ dynamic, fixed, want }) => {
    expect(downgrade({ dynamic, static: fixed })).toBe(want);
  });
});

describe("parseOutcome", () => {
  it("reads what the helper writes", () => {
    expect(parseOutcome(JSON.stringify({ ...ran, file: "/x" }))).toMatchObject(ran);
  });

  it.each(["", "null", "{}", "[1]", "chroot: not permitted", JSON.stringify({ ...ran, exitCode: "0" })])(
    "refuses %j",
    (line) => {
      expect(parseOutcome(line)).toBeUndefined();
    },
  );
});
