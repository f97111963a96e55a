import { expect, it } from "vitest";
import { about } from "../../src/text/english.ts";

it.each([
  { subject: "app", message: "is now dynamic (was static)", want: "app is now dynamic (was static)" },
  { subject: "app [default]", message: "no longer builds", want: "app [default] no longer builds" },
  { subject: "app", message: "isolated words", want: "app: isolated words" },
  { subject: "app", message: "the linker finds no libfoo", want: "app: the linker finds no libfoo" },
  { subject: "", message: "is a run as a whole", want: "is a run as a whole" },
])("$want", ({ subject, message, want }) => {
  expect(about(subject, message)).toBe(want);
});
