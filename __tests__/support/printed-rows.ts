import type { Inputs } from "../../src/config/inputs.ts";

// Programs and settings for which a command is printed. Each row is a repository; what the run was given stands beside it.

export type PrintedRow = {
  readonly kind: string;
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Below the repository's root. */
  readonly workingDirectory?: string;
  readonly inputs?: Partial<Inputs>;
  /** What is set for the run, and in no shell that a command is pasted into. */
  readonly env?: Readonly<Record<string, string>>;
  /** The strategy that is recommended, where that is the point of the row; null: none is. */
  readonly want?: string | null;
  /** Beside go, gcc and musl-gcc. */
  readonly needs?: readonly string[];
  /** The folder is no git repository. */
  readonly isLoose?: true;
  /** Of the module proxy. */
  readonly downloads?: true;
};

const main = (...lines: readonly string[]): string => `package main\n\n${lines.join("\n")}\n`;
const goMod = (path: string, more = ""): string => `module ${path}\n\ngo 1.21\n${more}`;

const pure = main("var v string", "", "func main() { println(v) }");
const net = main('import "net"', "", 'func main() { _, err := net.LookupHost("localhost"); println(err == nil) }');
const inC = main(
  "// static int answer(void) { return 42; }",
  'import "C"',
  "",
  "var v string",
  "",
  "func main() { println(C.answer(), v) }",
);
const inCxx = {
  "main.go": main("// int size(int);", 'import "C"', "", "func main() { println(C.size(5)) }"),
  "size.cpp": '#include <string>\nextern "C" int size(int n) { std::string text(n, 0); return (int)text.size(); }\n',
};
const named = main(
  "/*\n#ifndef WORD\n#error WORD is not set\n#endif\nstatic const char *word(void) { return WORD; }\n*/",
  'import "C"',
  "",
  "func main() { println(C.GoString(C.word())) }",
);
const app = (mainGo: string): PrintedRow["files"] => ({ "go.mod": goMod("example.com/app"), "main.go": mainGo });

export const printedRows: readonly PrintedRow[] = [
  { kind: "plain", name: "without cgo", files: app(pure) },
  { kind: "plain", name: "a resolver", files: app(net) },
  { kind: "plain", name: "own C", files: app(inC) },
  {
    kind: "words",
    name: "tags, and linker words with blanks and quotes",
    files: app(inC),
    inputs: { flags: `-tags='one two' -ldflags='-s -X "main.v=a b"'` },
  },
  {
    kind: "words",
    name: "without cgo, the same",
    files: app(pure),
    inputs: { flags: `-tags=one,two -ldflags='-X "main.v=$HOME {{.Version}}"'` },
  },
  {
    kind: "words",
    name: "linker words for packages",
    files: app(inC),
    inputs: { flags: `-ldflags='all=-s' -ldflags=./other=-w` },
  },
  {
    kind: "words",
    name: "a new line in the linker words",
    files: app(pure),
    inputs: { flags: `-ldflags='-s\n-X "main.v=a\nb"'` },
  },
  {
    kind: "workspace",
    name: "go.work",
    files: {
      "go.work": "go 1.21\n\nuse (\n\t./lib\n\t./svc/a\n)\n",
      "lib/go.mod": goMod("example.com/lib"),
      "lib/lib.go": "package lib\n\nfunc V() int { return 1 }\n",
      "svc/a/go.mod": goMod("example.com/a"),
      "svc/a/main.go": main('import (\n\t_ "net"\n\n\t"example.com/lib"\n)', "", "func main() { println(lib.V()) }"),
    },
  },
  {
    kind: "workspace",
    name: "go.work, from one of its modules",
    files: {
      "go.work": "go 1.21\n\nuse (\n\t./lib\n\t./svc/a\n)\n",
      "lib/go.mod": goMod("example.com/lib"),
      "lib/lib.go": "package lib\n\nfunc V() int { return 1 }\n",
      "svc/a/go.mod": goMod("example.com/a"),
      "svc/a/cmd/x/main.go": main('import "example.com/lib"', "", "func main() { println(lib.V()) }"),
    },
    workingDirectory: "svc/a",
  },
  {
    kind: "workspace",
    name: "a module that GOWORK=off takes out of it",
    files: {
      "go.work": "go 1.21\n\nuse ./lib\n",
      "lib/go.mod": goMod("example.com/lib"),
      "lib/lib.go": "package lib\n",
      "v2/go.mod": goMod("example.com/v2"),
      "v2/main.go": net,
    },
    workingDirectory: "v2",
    env: { GOWORK: "off" },
  },
  {
    kind: "replace",
    name: "below the repository's root",
    files: {
      "lib/go.mod": goMod("example.com/lib"),
      "lib/lib.go": "package lib\n\nfunc V() int { return 1 }\n",
      "svc/go.mod": goMod("example.com/svc", "\nrequire example.com/lib v0.0.0\n\nreplace example.com/lib => ../lib\n"),
      "svc/cmd/svc/main.go": main(
        'import (\n\t_ "net"\n\n\t"example.com/lib"\n)',
        "",
        "func main() { println(lib.V()) }",
      ),
    },
    workingDirectory: "svc",
  },
  {
    kind: "replace",
    name: "below a folder that is no repository",
    files: {
      "lib/go.mod": goMod("example.com/lib"),
      "lib/lib.go": "package lib\n\nfunc V() int { return 1 }\n",
      "svc/go.mod": goMod("example.com/svc", "\nrequire example.com/lib v0.0.0\n\nreplace example.com/lib => ../lib\n"),
      "svc/main.go": main('import "example.com/lib"', "", "func main() { println(lib.V()) }"),
    },
    workingDirectory: "svc",
    isLoose: true,
  },
  {
    kind: "folder",
    name: "of another program of the module",
    files: { "go.mod": goMod("example.com/app"), "cmd/x/main.go": net, "deploy/x.yaml": "a: b\n" },
    workingDirectory: "deploy",
    inputs: { packages: "../cmd/x" },
  },
  {
    kind: "folder",
    name: "with blanks and a dollar sign",
    files: { "my $HOME dir/go.mod": goMod("example.com/app"), "my $HOME dir/cmd/x/main.go": net },
    workingDirectory: "my $HOME dir",
  },
  {
    kind: "name",
    name: "of a major version",
    files: { "go.mod": goMod("example.com/croc/v10"), "main.go": net },
    want: "cgo-disabled",
  },
  {
    kind: "name",
    name: "of a folder beside it",
    files: { "go.mod": goMod("example.com/tool"), "tool/main.go": net, "tool/tool_test.go": "package main\n" },
  },
  { kind: "C++", name: "glibc", files: { "go.mod": goMod("example.com/app"), ...inCxx }, needs: ["g++"] },
  {
    kind: "C++",
    name: "with a compiler and flags of its own",
    files: { "go.mod": goMod("example.com/app"), ...inCxx },
    env: { CXX: "g++ -std=c++17", CGO_CXXFLAGS: '-O1 "-DWORD=a b"' },
    needs: ["g++"],
  },
  {
    kind: "variables",
    name: "of C, with blanks and quotes",
    files: app(named),
    env: { CGO_CPPFLAGS: `'-DWORD="a b"'` },
  },
  {
    kind: "variables",
    name: "a compiler for musl",
    files: app(inC),
    env: { CC: "musl-gcc" },
    want: "netgo-extldflags",
  },
  { kind: "variables", name: "a compiler with a flag", files: app(inC), env: { CC: "gcc -O1" } },
  {
    kind: "variables",
    name: "GOFLAGS with linker words",
    files: app(inC),
    env: { GOFLAGS: `'-ldflags=-s -X "main.v=a b"' -tags=one` },
  },
  {
    kind: "variables",
    name: "GOFLAGS alone make it static",
    files: app(net),
    env: { GOFLAGS: `'-ldflags=-linkmode=external -extldflags=-static' -tags=netgo,osusergo` },
    inputs: { strategies: "netgo" },
  },
  {
    kind: "variables",
    name: "cgo is off",
    files: app(net),
    env: { CGO_ENABLED: "0" },
    inputs: { strategies: "netgo" },
  },
  {
    kind: "variables",
    name: "what go env -w wrote",
    files: { ...app(named), "go.env": `CGO_CPPFLAGS='-DWORD="a b"'\nGOFLAGS=-tags=one\n` },
    env: { GOENV: "go.env" },
  },
  { kind: "platform", name: "Windows", files: app(net), inputs: { platforms: "windows/amd64" } },
  { kind: "platform", name: "arm, with its variant", files: app(net), inputs: { platforms: "linux/arm/v5" } },
  { kind: "platform", name: "amd64/v3", files: app(inC), inputs: { platforms: "linux/amd64/v3" } },
  { kind: "platform", name: "freebsd", files: app(net), inputs: { platforms: "freebsd/arm64" } },
  {
    kind: "strategy",
    name: "of the config file",
    files: {
      ...app(inC),
      ".github/go-linkage.yml":
        "strategies:\n  shipit:\n    summary: as we ship\n    env:\n      CGO_ENABLED: '1'\n      CGO_CFLAGS: -O1 '-DA=b c'\n    tags: netgo\n    ldflags: -s -X 'main.v=a b'\n    linkmode: external\n    extldflags: -static -Wl,--build-id=none\n",
    },
    inputs: { strategies: "shipit" },
  },
  { kind: "strategy", name: "musl alone", files: app(inC), inputs: { strategies: "musl" }, want: "musl" },
  { kind: "strategy", name: "a static PIE", files: app(inC), inputs: { strategies: "static-pie" } },
  { kind: "strategy", name: "cgo where it can", files: app(net), inputs: { strategies: "netgo-extldflags" } },
  {
    kind: "module",
    name: "go-sqlite3",
    files: {
      "go.mod": goMod("example.com/app", "\nrequire github.com/mattn/go-sqlite3 v1.14.28\n"),
      "main.go": main(
        'import (\n\t"database/sql"\n\n\t_ "github.com/mattn/go-sqlite3"\n)',
        "",
        'func main() { db, err := sql.Open("sqlite3", ":memory:"); println(db != nil, err == nil) }',
      ),
    },
    inputs: { flags: "-tags=sqlite_omit_load_extension" },
    downloads: true,
  },
];
