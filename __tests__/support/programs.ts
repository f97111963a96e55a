// The sources of the programs that the tests of inspect/ read, by the name of their main package in the module example.com/real.

const program = (imports: string, body: string): string => `package main\n\n${imports}\n\nfunc main() { ${body} }\n`;

export const programs = {
  pure: { "pure/main.go": program("var token string", 'println("hi", token)') },
  net: { "net/main.go": program('import "net"', '_, err := net.LookupHost("localhost"); println(err == nil)') },
  unused: { "unused/main.go": program('import _ "net"', "") },
  users: { "users/main.go": program('import "os/user"', '_, err := user.Lookup("root"); println(err == nil)') },
  plugins: { "plugins/main.go": program('import "plugin"', '_, err := plugin.Open("x.so"); println(err == nil)') },
  cgo: { "cgo/main.go": program('// int answer(void) { return 42; }\nimport "C"', "println(C.answer())") },
  bindings: {
    "bindings/main.go": program(
      '// static int answer(void) { return 42; }\nimport "C"\n\nimport gl "example.com/real/gl.v1"',
      "println(C.answer(), gl.Seven())",
    ),
    "gl.v1/gl.go":
      'package gl\n\n// static int seven(void) { return 7; }\nimport "C"\n\nfunc Seven() int { return int(C.seven()) }\n',
  },
  all: {
    "all/main.go": program(
      '// static int answer(void) { return 42; }\nimport "C"\n\nimport (\n\t"net"\n\t"os/user"\n)',
      '_, err := net.LookupHost("localhost"); _, err2 := user.Lookup("root"); println(C.answer(), err, err2)',
    ),
  },
  helpers: {
    "helpers/main.go": program(
      "// #include <stdlib.h>\n// int answer(void) { return 42; }\n// double root(double x) { return x; }\n" +
        'import "C"\n\nimport (\n\t"unsafe"\n\n\t"example.com/real/more.v1"\n)',
      'text := C.CString("x"); C.free(unsafe.Pointer(text)); value, err := C.root(2); println(C.answer(), value, err, more.Twice(2))',
    ),
    "more.v1/more.go":
      'package more\n\n// int twice(int x) { return 2 * x; }\nimport "C"\n\nfunc Twice(x int) int { return int(C.twice(C.int(x))) }\n',
  },
  lib: {
    "lib/main.go": 'package main\n\nimport "C"\n\n//export Answer\nfunc Answer() int { return 42 }\n\nfunc main() {}\n',
  },
  reader: {
    "reader/main.go": program('import "debug/buildinfo"', '_, err := buildinfo.ReadFile("x"); println(err)'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;
