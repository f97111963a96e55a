import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A program that is built for the roots of the systems: its files, and the command that makes `out` of them. */
export type SystemProgram = {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What else makes it: before the command, and of the file that came out. */
  readonly before?: readonly (readonly string[])[];
  readonly after?: (file: string) => void;
  /** It is found out only when it calls something, so the table does not know. */
  readonly isOpen?: true;
};

const goMod = "module example.com/app\n\ngo 1.21\n";
const cgoEnv = { CGO_ENABLED: "1" };

function go(
  name: string,
  source: string,
  more: Partial<SystemProgram> & { readonly flags?: readonly string[] } = {},
): SystemProgram {
  const { flags = [], ...rest } = more;
  return {
    name,
    files: { "go.mod": goMod, "main.go": source, ...more.files },
    argv: ["go", "build", "-o", "out", ...flags, "."],
    env: cgoEnv,
    ...rest,
    ...(more.files === undefined ? {} : { files: { "go.mod": goMod, "main.go": source, ...more.files } }),
  };
}

type CBuild = { readonly flags?: readonly string[]; readonly compiler?: readonly string[] };

function c(name: string, source: string, { flags = [], compiler = ["gcc"] }: CBuild = {}): SystemProgram {
  return { name, files: { "main.c": source }, argv: [...compiler, "-o", "out", "main.c", ...flags] };
}

const pure = 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("ok") }\n';
const net =
  'package main\n\nimport (\n\t"fmt"\n\t"net"\n)\n\nvar lookup = net.LookupHost\n\nfunc main() { fmt.Println("ok") }\n';
const user =
  'package main\n\nimport (\n\t"fmt"\n\t"os/user"\n)\n\nvar current = user.Current\n\nfunc main() { fmt.Println("ok") }\n';

function cgo(preamble: string, call: string): string {
  return `package main\n\n/*\n${preamble}\n*/\nimport "C"\n\nimport "fmt"\n\nfunc main() { ${call}; fmt.Println("ok") }\n`;
}

const hello = '#include <stdio.h>\nint main(void) { puts("ok"); return 0; }\n';
const cxx =
  '#include <iostream>\n#include <string>\nextern "C" int shout(int n) { std::string s(n, 0x6f); std::cout << s.size() << std::endl; return n; }\n';
const cxxGo = cgo("int shout(int n);", "C.shout(2)");
const external = ["-ldflags=-linkmode=external"];
const zig = (target: string, tool = "cc"): string => `python3 -m ziglang ${tool} -target ${target}`;

function zigC(target: string, source = hello): SystemProgram {
  return c(`zig ${target}`, source, { compiler: zig(target).split(" ") });
}

function zigGo(target: string): SystemProgram {
  const env = { ...cgoEnv, CC: zig(target), CXX: zig(target, "c++") };
  return go(
    `go, zig ${target}`,
    cgo("#include <math.h>\n#include <pthread.h>\nstatic double f(double x) { return pow(x, 1.5); }", "C.f(2)"),
    { env, flags: external },
  );
}

/** Of the length of a real one, which it becomes: ld takes two libraries with one name for one. */
const standIn = (library: string): string => library.replace(/^lib./, "libQ");

type VersionRequest = {
  readonly library?: string;
  readonly flags?: readonly string[];
  readonly after?: (file: string) => void;
};

/** A program that asks a library for a version name: by a weak symbol of one that stands in for it. */
function versionName(name: string, { library = "libc.so.6", flags = [], after }: VersionRequest = {}): SystemProgram {
  return {
    name: `${name} of ${library}`,
    files: {
      "stub.c": "int marker_of_version(void) { return 0; }\n",
      "stub.map": `${name} { global: marker_of_version; local: *; };\n`,
      "main.c":
        '#include <stdio.h>\nextern int marker_of_version(void) __attribute__((weak));\nint main(void) { void *volatile p = (void *)marker_of_version; puts(p == (void *)1 ? "no" : "ok"); return 0; }\n',
    },
    before: [stub(library, ["-Wl,--version-script=stub.map"])],
    argv: ["gcc", "-o", "out", "main.c", "-Wl,--no-as-needed", "stub.so", ...flags],
    after: (file) => {
      rename(library)(file);
      after?.(file);
    },
  };
}

function stub(library: string, flags: readonly string[]): readonly string[] {
  return [
    "gcc",
    "-shared",
    "-fPIC",
    "-nostdlib",
    `-Wl,-soname,${standIn(library)}`,
    ...flags,
    "-o",
    "stub.so",
    "stub.c",
  ];
}

/** A program that needs pthread_create in no version: the library that it was linked with has none. */
function unversioned(name: string, flags: readonly string[]): SystemProgram {
  return {
    name,
    files: {
      "stub.c": "int pthread_create(void) { return 0; }\n",
      "main.c":
        '#include <stdio.h>\nextern int pthread_create(void);\nint main(int n, char **v) { if (n > 5) pthread_create(); puts("ok"); return 0; }\n',
    },
    before: [stub("libc.so.6", [])],
    // Of an older glibc, so that nothing but this symbol decides.
    argv: [...zig("x86_64-linux-gnu.2.28").split(" "), "-o", "out", "main.c", "stub.so", ...flags],
    after: rename("libc.so.6"),
  };
}

function rename(library: string): (file: string) => void {
  return (file) => {
    const bytes = readFileSync(file);
    const name = Buffer.from(`${standIn(library)}\0`);
    for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + 1)) bytes.write(library, at);
    // The hash of a library's name in vn_hash is not looked at, but vna_hash of the versions stays as it is.
    writeFileSync(file, bytes);
  };
}

/** Sets VER_FLG_WEAK on the need for a version, as ld does where all its symbols are weak and the flag is known to it (binutils 2.44). */
function makeWeak(name: string): (file: string) => void {
  return (file) => {
    const bytes = readFileSync(file);
    const hash = Buffer.alloc(4);
    hash.writeUInt32LE(elfHash(name));
    const at = bytes.indexOf(hash);
    if (at === -1) throw new Error(`${file} does not ask for ${name}`);
    bytes.writeUInt16LE(2, at + 4);
    writeFileSync(file, bytes);
  };
}

/** vna_hash: the hash of gABI ch. 5. */
function elfHash(name: string): number {
  let hash = 0;
  for (const byte of Buffer.from(name)) {
    hash = (hash << 4) + byte;
    const high = hash & 0xf0000000;
    hash = (hash ^ (high >>> 24)) & ~high;
  }
  return hash >>> 0;
}

const bindNow = ["-Wl,-z,now"];
const lazy = ["-Wl,-z,lazy"];

/** Programs for the roots of amd64 systems, of every kind that decides where one starts. */
export const systemPrograms: readonly SystemProgram[] = [
  go("go, pure", pure),
  go("go, pure, PIE", pure, { flags: ["-buildmode=pie"] }),
  go("go, net", net),
  go("go, net, cgo off", net, { env: { CGO_ENABLED: "0" } }),
  go("go, net, netgo", net, { flags: ["-tags=netgo,osusergo"] }),
  go("go, net, external", net, { flags: external }),
  go("go, net, PIE", net, { flags: ["-buildmode=pie"] }),
  go("go, net, static glibc", net, { flags: ["-ldflags=-linkmode=external -extldflags=-static"] }),
  go("go, net, static PIE", net, { flags: ["-buildmode=pie", "-ldflags=-linkmode=external -extldflags=-static-pie"] }),
  go("go, os/user", user),
  go("go, os/user, osusergo", user, { flags: ["-tags=osusergo"] }),
  go("go, C", cgo("static int one(void) { return 1; }", "C.one()")),
  go("go, C, PIE", cgo("static int one(void) { return 1; }", "C.one()"), { flags: ["-buildmode=pie"] }),
  go("go, C, static", cgo("static int one(void) { return 1; }", "C.one()"), {
    flags: ["-ldflags=-linkmode=external -extldflags=-static"],
  }),
  go(
    "go, libm",
    cgo("#cgo LDFLAGS: -lm\n#include <math.h>\nstatic double f(double x) { return pow(x, 1.5) + exp(x); }", "C.f(2)"),
  ),
  go(
    "go, dlopen",
    cgo("#cgo LDFLAGS: -ldl\n#include <dlfcn.h>\nstatic void *f(void) { return dlopen(0, 1); }", "C.f()"),
  ),
  go("go, C++", cxxGo, { files: { "shout.cc": cxx } }),
  go("go, C++, libstdc++ inside", cxxGo, {
    files: { "shout.cc": cxx },
    flags: ["-ldflags=-linkmode=external '-extldflags=-static-libstdc++ -static-libgcc'"],
  }),
  go("go, C++, static", cxxGo, {
    files: { "shout.cc": cxx },
    flags: ["-ldflags=-linkmode=external -extldflags=-static"],
  }),
  go(
    "go, zlib",
    cgo(
      "#cgo LDFLAGS: -lz\n#include <zlib.h>\nstatic int f(void) { return zlibVersion() != 0 && crc32(0, Z_NULL, 0) == 0; }",
      "C.f()",
    ),
  ),
  go(
    "go, zlib 1.2.12",
    cgo("#cgo LDFLAGS: -lz\n#include <zlib.h>\nstatic unsigned long f(void) { return crc32_combine_gen(1); }", "C.f()"),
  ),
  go(
    "go, ncurses",
    cgo(
      "#cgo LDFLAGS: -lncursesw\n#include <ncurses.h>\nstatic const char *f(void) { return curses_version(); }",
      "C.f()",
    ),
  ),
  go(
    "go, tinfo",
    cgo('#cgo LDFLAGS: -ltinfo\n#include <term.h>\nstatic int f(void) { return tgetnum("co"); }', "C.f()"),
  ),
  go("go, musl, static", cgo("static int one(void) { return 1; }", "C.one()"), {
    env: { ...cgoEnv, CC: "musl-gcc" },
    flags: ["-ldflags=-linkmode=external -extldflags=-static"],
  }),
  go("go, musl", cgo("static int one(void) { return 1; }", "C.one()"), {
    env: { ...cgoEnv, CC: "musl-gcc" },
    flags: external,
  }),
  zigGo("x86_64-linux-gnu.2.17"),
  zigGo("x86_64-linux-gnu.2.28"),
  zigGo("x86_64-linux-gnu.2.34"),
  zigGo("x86_64-linux-musl"),
  ...["2.17", "2.28", "2.31", "2.32", "2.34", "2.36", "2.38", "2.41", "2.42"].map((version) =>
    zigC(`x86_64-linux-gnu.${version}`),
  ),
  zigC("x86_64-linux-musl"),
  c("C", hello),
  c("C, static", hello, { flags: ["-static"] }),
  c("C, static PIE", hello, { flags: ["-static-pie"] }),
  c("C, no PIE", hello, { flags: ["-no-pie"] }),
  c("C, bound at the start", hello, { flags: bindNow }),
  c("C, relative relocations", hello, { flags: ["-Wl,-z,pack-relative-relocs"] }),
  c(
    "C, threads",
    '#include <pthread.h>\n#include <stdio.h>\nstatic void *f(void *p) { return p; }\nint main(void) { pthread_t t; pthread_create(&t, 0, f, 0); pthread_join(t, 0); puts("ok"); return 0; }\n',
    { flags: ["-pthread"] },
  ),
  c(
    "C, arc4random",
    '#include <stdio.h>\n#include <stdlib.h>\nint main(void) { arc4random(); puts("ok"); return 0; }\n',
  ),
  c(
    "C, weak arc4random",
    '#include <stdio.h>\n#include <stdlib.h>\nextern unsigned arc4random(void) __attribute__((weak));\nint main(void) { if (arc4random) arc4random(); puts("ok"); return 0; }\n',
  ),
  c("C, loader elsewhere", hello, { flags: ["-Wl,--dynamic-linker=/opt/none/ld-linux-x86-64.so.2"] }),
  c("C, another loader", hello, { flags: ["-Wl,--dynamic-linker=/lib64/ld-lsb-x86-64.so.3"] }),
  c("C, a library that nobody has", hello, { flags: ["-Wl,--no-as-needed", "-lform"] }),
  c("C, musl", hello, { compiler: ["musl-gcc"] }),
  c("C, musl, static", hello, { flags: ["-static"], compiler: ["musl-gcc"] }),
  unversioned("C, unversioned pthread_create, bound at the start", bindNow),
  { ...unversioned("C, unversioned pthread_create, lazily", lazy), isOpen: true },
  {
    name: "C++",
    files: { "main.cc": '#include <iostream>\nint main() { std::cout << "ok" << std::endl; }\n' },
    argv: ["g++", "-o", "out", "main.cc"],
  },
  {
    name: "C++, libgcc inside",
    files: { "main.cc": '#include <iostream>\nint main() { std::cout << "ok" << std::endl; }\n' },
    argv: ["g++", "-o", "out", "main.cc", "-static-libgcc"],
  },
  {
    name: "C++, libstdc++ inside",
    files: { "main.cc": '#include <iostream>\nint main() { std::cout << "ok" << std::endl; }\n' },
    argv: ["g++", "-o", "out", "main.cc", "-static-libstdc++", "-static-libgcc"],
  },
  {
    name: "C++, exceptions, libgcc_s",
    files: { "main.cc": '#include <stdio.h>\nint main() { try { throw 1; } catch (int) { puts("ok"); } }\n' },
    argv: ["g++", "-o", "out", "main.cc", "-Wl,--no-as-needed", "-lgcc_s"],
  },
  ...[
    "GLIBC_ABI_DT_RELR",
    "GLIBC_ABI_GNU2_TLS",
    "GLIBC_ABI_DT_X86_64_PLT",
    "GLIBC_ABI_GNU_TLS",
    "GLIBC_2.99",
    "GLIBC_2.0",
    "GLIBC_2.32",
  ].map((name) => versionName(name)),
  { ...versionName("GLIBC_2.99", { after: makeWeak("GLIBC_2.99") }), name: "GLIBC_2.99, weak" },
  versionName("GLIBCXX_3.4.31", { library: "libstdc++.so.6" }),
  versionName("CXXABI_1.3.15", { library: "libstdc++.so.6" }),
  versionName("GCC_14.0.0", { library: "libgcc_s.so.1" }),
];

/** Builds one into a folder of its own; the path of what came out. Throws what the compiler wrote. */
export function buildSystemProgram(program: SystemProgram, folder: string, path: string): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(program.files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  for (const [command = "", ...args] of [...(program.before ?? []), program.argv]) {
    const { status, stderr, error } = spawnSync(command, args, {
      cwd: folder,
      env: { ...process.env, PATH: path, ...program.env },
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`${program.name}: ${error?.message ?? stderr}`);
  }
  const out = join(folder, "out");
  program.after?.(out);
  return out;
}
