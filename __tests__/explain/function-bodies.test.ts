import { describe, expect, it } from "vitest";
import { classifyFunctions } from "../../src/explain/function-bodies.ts";

describe("classifyFunctions", () => {
  const kindOf = (body: string): string => {
    const found = classifyFunctions(`package p\n\nfunc F(a, b int) (int, error) {${body}}\n`);
    return (["refusing", "idle", "working"] as const).find((kind) => found[kind].length > 0) ?? "none";
  };

  it.each([
    'panic("cgo is needed")',
    "return 0, errNoCgo",
    "return 0, errorMsg",
    "return nil, driver.ErrBadConn",
    'return 0, errors.New("binary was compiled with CGO_ENABLED=0")',
    'return 0, fmt.Errorf("%d for (x)", a) // for { }',
    'err = errors.New("no"); return',
    'log.Fatalf("no %s", "cgo")',
    "_ = a\n\treturn -1, ErrUnsupported",
    "return Result{}, unsupported()",
    "panic(`for { go f() }`)",
    'fmt.Fprintln(os.Stderr, "this program needs cgo")\n\tos.Exit(1)',
    'log.Print("no cgo")\n\treturn 0, errNoCgo',
  ])("refusing: %s", (body) => {
    expect(kindOf(body)).toBe("refusing");
  });

  it.each([
    "",
    "return",
    "return 0, nil",
    'return "", nil',
    "return false",
    "return &Conn{}, nil",
    "/* return a + b */",
    'fmt.Println("not supported in this build")\n\treturn 0, nil',
  ])("idle: %s", (body) => {
    expect(kindOf(body)).toBe("idle");
  });

  it.each([
    "return a + b, nil",
    "return a, nil",
    "fmt.Println(a)",
    'fmt.Fprintln(w, "text")',
    "return 42, nil",
    "return make([]byte, a), nil",
    "return crc32.ChecksumIEEE(data), nil",
    'if a == b { return 0, errors.New("same") }\n\treturn a, nil',
    "for range a { b++ }\n\treturn b, nil",
    "return Interrupt(a)",
    "return &Conn{a: a}, nil",
    'defer lock()()\n\treturn 0, errors.New("x")',
  ])("working: %s", (body) => {
    expect(kindOf(body)).toBe("working");
  });

  it.each([
    { body: 'panic("built without cgo")', refusing: ["init"] },
    { body: 'register("x", 1)', refusing: [] },
    { body: "", refusing: [] },
  ])("counts an init only where it ends the program: $body", ({ body, refusing }) => {
    expect(classifyFunctions(`package p\n\nfunc init() {${body}}\n`)).toEqual({ refusing, idle: [], working: [] });
  });

  it("reads methods, type parameters and results of any form, and leaves init out", () => {
    const source = `//go:build !cgo

package p

import "errors"

var errNo = errors.New("func F() { return 1 }")

type T struct{ f func(int) int }

func init() { register("x", &T{}) }

func (t *T) Method(f func(a int) (b int)) interface{ M() } { return nil }

func Generic[K comparable, V any](m map[K]V) (struct{ a int }, error) { return Result{}, errNo }

func Assembly(a, b []byte) int

type Handler func(a int) error

var table = map[string]func(){"a": func() { panic(1) }}

func Last() error { return errNo }
`;
    expect(classifyFunctions(source)).toEqual({
      refusing: ["Generic", "Last"],
      idle: ["Method"],
      working: ["Assembly"],
    });
  });

  it.each(["", "func", "func F(", "func F() {", "func (", "}}}", "package p\nfunc F() { return `"])(
    "comes to an end with %j",
    (source) => {
      expect(Object.keys(classifyFunctions(source))).toEqual(["refusing", "idle", "working"]);
    },
  );
});
