import { expect, it } from "vitest";
import { placedErrors } from "../../src/build/placed-errors.ts";

it.each([
  { name: "the compiler of Go", text: "# example.com/app\n./main.go:3:5: undefined: x\n", want: ["main.go:3"] },
  { name: "a file of another folder", text: "# a/lib\nlib/lib.go:7:2: missing return\n", want: ["lib/lib.go:7"] },
  { name: "the loader", text: "main.go:1:1: expected 'package', found '<<'\n", want: ["main.go:1"] },
  { name: "go.mod", text: "go: errors parsing go.mod:\n/w/go.mod:5: unknown directive: foo\n", want: ["/w/go.mod:5"] },
  { name: "a path with blanks", text: "# a\n./my dir/x y.go:3:5: undefined: x\n", want: ["my dir/x y.go:3"] },
  { name: "a drive of Windows", text: "# a\nC:\\w\\x.go:3:5: undefined: x\n", want: ["C:\\w\\x.go:3"] },
  {
    name: "gcc, whose errors come before who includes them and before warnings",
    text: "# a\nIn file included from main.go:5:\ninclude/x.h:1:2: error: #error no\nlib.c:9:1: warning: unused\n",
    want: ["include/x.h:1", "main.go:5"],
  },
  {
    name: "the linker, behind its own name",
    text: "# a\n/usr/bin/ld: lib.c:12: undefined reference to `nothere'\ncollect2: error: ld returned 1 exit status\n",
    want: ["lib.c:12"],
  },
  {
    name: "what is generated has no line that anybody wrote",
    text: "# a\n/usr/bin/ld: /tmp/go-build/cgo-gcc-prolog:49: undefined reference to `f'\n",
    want: [],
  },
  { name: "a heading is no error", text: "# example.com/main.go:3:5: x\n", want: [] },
  { name: "no number", text: "main.go:x:1: y\nmain.go:0: y\n", want: [] },
])("$name", ({ text, want }) => {
  const found = placedErrors(text).map(({ file, line }) => `${file.replace(/^\.\//, "")}:${line}`);
  expect(found).toEqual(want);
});

it("has the column, the message and the package of an error", () => {
  const output = "# example.com/app\n./main.go:3:5: undefined: x\nvet: lib.go:4:1: y\n/usr/bin/ld: lib.c:12: no `f'\n";
  expect(placedErrors(`${output}./main.go:9:9: too many errors\n`)).toEqual(
    [
      { file: "./main.go", line: 3, column: 5, message: "undefined: x", text: "./main.go:3:5: undefined: x" },
      { file: "lib.go", line: 4, column: 1, message: "y", text: "vet: lib.go:4:1: y" },
      { file: "lib.c", line: 12, column: null, message: "no `f'", text: "/usr/bin/ld: lib.c:12: no `f'" },
      { file: "./main.go", line: 9, column: 9, message: "too many errors", text: "./main.go:9:9: too many errors" },
    ].map((each) => ({ ...each, package: "example.com/app" })),
  );
});
