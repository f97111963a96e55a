import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const main = '#include <stdio.h>\nint main(void){puts("STARTED");return 0;}\n';
const sources: Readonly<Record<string, string>> = {
  "main.c": main,
  "new.c":
    '#include <stdio.h>\n#include <stdlib.h>\nint main(void){printf("STARTED %u\\n",arc4random()&1);return 0;}\n',
  // strlcpy came with glibc 2.38.
  "newer.c":
    '#include <stdio.h>\n#include <stddef.h>\nsize_t strlcpy(char*,const char*,size_t);\nint main(void){char b[9];strlcpy(b,"x",9);printf("STARTED %s\\n",b);return 0;}\n',
  // In the place of a libc.so.6 that this machine does not have.
  "stub.c": "void strlcpy(void){}\nvoid printf(void){}\nvoid __libc_start_main(void){}\nvoid __cxa_finalize(void){}\n",
  "stub.map":
    "GLIBC_2.2.5 { printf; __cxa_finalize; };\nGLIBC_2.34 { __libc_start_main; };\nGLIBC_2.38 { strlcpy; };\n",
  "foo.c": "int bar(void);int foo(void){return bar();}\n",
  "foo-alone.c": "int foo(void){return 1;}\n",
  "foo-empty.c": "int other(void){return 1;}\n",
  "bar.c": "int bar(void){return 2;}\n",
  "use.c": '#include <stdio.h>\nint foo(void);int main(void){printf("STARTED\\n");fflush(stdout);return foo()==0;}\n',
  "math.c":
    '#include <stdio.h>\n#include <math.h>\nint main(int c,char**v){printf("STARTED %f\\n",pow(c,c));return 0;}\n',
  "dl.cc": '#include <iostream>\nint main(){std::cout<<"STARTED"<<std::endl;}\n',
  "app.go":
    'package main\nimport ("fmt";"net";"os/user")\nvar _ = net.LookupHost\nvar _ = user.Current\nfunc main(){fmt.Println("STARTED")}\n',
};

const gcc = (out: string, ...args: readonly string[]) => [out, "gcc", ["-O1", "-o", out, ...args]] as const;
const musl = (out: string, ...args: readonly string[]) => [out, "musl-gcc", ["-O1", "-o", out, ...args]] as const;
const go = (out: string, env: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  [out, "go", ["build", "-o", out, ...args, "app.go"], env] as const;

const library = (out: string, soname: string, ...args: readonly string[]) =>
  gcc(out, "-shared", "-fPIC", `-Wl,-soname,${soname}`, ...args);
const rpath = (path: string): readonly string[] => ["-Wl,--disable-new-dtags", `-Wl,-rpath,${path}`];
const runpath = (path: string): readonly string[] => ["-Wl,--enable-new-dtags", `-Wl,-rpath,${path}`];
const useFoo = ["use.c", "libfoo-alone.so.1"] as const;

/** Programs that print STARTED, and libraries; what is built first may be used by what is built later. */
const builds = [
  go("go-static", { CGO_ENABLED: "0" }),
  go("go-dynamic", { CGO_ENABLED: "1" }),
  go("go-pie", { CGO_ENABLED: "1" }, "-buildmode=pie"),
  go("go-arm64", { CGO_ENABLED: "0", GOARCH: "arm64" }),
  go("go-386", { CGO_ENABLED: "0", GOARCH: "386" }),
  gcc("c-dynamic", "main.c"),
  gcc("c-static", "-static", "main.c"),
  gcc("c-static-pie", "-static-pie", "main.c"),
  gcc("c-math", "math.c", "-lm"),
  gcc("c-new", "new.c"),
  library("libstub.so", "libc.so.6", "-nostdlib", "-fno-builtin", "-Wl,--version-script=stub.map", "stub.c"),
  gcc("c-newer", "newer.c", "libstub.so", "-nodefaultlibs"),
  ["cc", "g++", ["-o", "cc", "dl.cc"]] as const,
  musl("musl-dynamic", "main.c"),
  musl("musl-static", "-static", "main.c"),
  musl(
    "musl-new",
    "-fno-builtin",
    "-Wno-implicit-function-declaration",
    "-Wl,--unresolved-symbols=ignore-all",
    "newer.c",
  ),
  library("libbar.so.1", "libbar.so.1", "bar.c"),
  library("libfoo.so.1", "libfoo.so.1", "foo.c", "libbar.so.1"),
  library("libfoo-alone.so.1", "libfoo.so.1", "foo-alone.c"),
  library("libfoo-empty.so.1", "libfoo.so.1", "foo-empty.c"),
  gcc("use", ...useFoo),
  gcc("use-now", "-Wl,-z,now", ...useFoo),
  gcc("use-lazy", "-Wl,-z,lazy", ...useFoo),
  gcc("use-rpath", ...useFoo, ...rpath("/opt/lib")),
  gcc("use-runpath", ...useFoo, ...runpath("/opt/lib")),
  gcc("use-origin", ...useFoo, ...runpath("$ORIGIN/../lib")),
  gcc("use-lib", ...useFoo, ...runpath("/opt/$LIB")),
  gcc("use-nodeflib", "-Wl,-z,nodefaultlib", ...useFoo),
  musl("musl-use", "-Wl,--allow-shlib-undefined", "use.c", "libfoo-alone.so.1"),
  musl("musl-use-rpath", "-Wl,--allow-shlib-undefined", "use.c", "libfoo-alone.so.1", ...runpath("/opt/lib")),
] as const;

export type Programs = (name: string) => Uint8Array;

/** Builds all of them in `scratch`; the function has their bytes. */
export function buildImagePrograms(scratch: string): Programs {
  mkdirSync(scratch, { recursive: true });
  for (const [name, text] of Object.entries(sources)) writeFileSync(join(scratch, name), text);
  for (const [out, command, args, env = {}] of builds) {
    const { status, stderr } = spawnSync(command, args, {
      cwd: scratch,
      encoding: "utf8",
      env: { ...process.env, GO111MODULE: "off", ...env },
    });
    if (status !== 0) throw new Error(`${out}: ${stderr}`);
  }
  const known = new Map<string, Uint8Array>();
  return (name) => {
    const bytes = known.get(name) ?? readFileSync(join(scratch, name));
    known.set(name, bytes);
    return bytes;
  };
}
