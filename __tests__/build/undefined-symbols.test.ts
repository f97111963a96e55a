import { describe, expect, it } from "vitest";
import { explainBuildError } from "../../src/build/build-errors.ts";
import { noContext } from "../../src/build/error-context.ts";
import { undefinedSymbols } from "../../src/build/undefined-symbols.ts";

// As the linkers print them: GNU ld 2.40, gold 1.16, lld 14, mold 1.10, Apple's ld, MinGW's, and zig's.
const rows = [
  {
    linker: "GNU ld",
    output:
      "/usr/bin/ld: /usr/lib/libpcap.a(pcap-dbus.o): in function `dbus_write':\n(.text+0x5c): undefined reference to `dbus_message_demarshal'\n",
    want: { symbol: "dbus_message_demarshal", archive: { file: "libpcap.a", member: "pcap-dbus.o" } },
  },
  {
    linker: "GNU ld, data",
    output: "/usr/bin/ld: libx.a(y.o):(.data+0x0): undefined reference to `inflate'\n",
    want: { symbol: "inflate", archive: { file: "libx.a", member: "y.o" } },
  },
  {
    linker: "GNU ld, an object of the program behind one of a library",
    output:
      "/usr/bin/ld: /lib/libx.a(y.o): in function `f':\n(.text+0x1): warning: odd\n/usr/bin/ld: /tmp/go-link-1/000001.o: in function `g':\n/src/main.go:5: undefined reference to `nowhere'\n",
    want: { symbol: "nowhere", archive: null },
  },
  {
    linker: "MinGW's ld",
    output: "C:/mingw64/bin/ld.exe: C:/lib/libx.a(y.o):y.c:(.text+0x5): undefined reference to `deflate'\r\n",
    want: { symbol: "deflate", archive: { file: "libx.a", member: "y.o" } },
  },
  {
    linker: "gold",
    output: "/usr/lib/libx.a(y.o):y.c:function f: error: undefined reference to 'SSL_new'\n",
    want: { symbol: "SSL_new", archive: { file: "libx.a", member: "y.o" } },
  },
  {
    linker: "lld",
    output:
      "ld.lld: error: undefined symbol: ZSTD_decompress\n>>> referenced by y.c\n>>>               y.o:(f) in archive /usr/lib/libx.a\n",
    want: { symbol: "ZSTD_decompress", archive: { file: "libx.a", member: "y.o" } },
  },
  {
    linker: "mold",
    output: "mold: error: undefined symbol: sqrt\n>>> referenced by y.c\n>>>               /usr/lib/libx.a(y.o):(f)\n",
    want: { symbol: "sqrt", archive: { file: "libx.a", member: "y.o" } },
  },
  {
    linker: "zig's",
    output: "error: undefined symbol: lzma_code\n    note: referenced by /usr/lib/libx.a(y.o):(.text+0x5)\n",
    want: { symbol: "lzma_code", archive: { file: "libx.a", member: "y.o" } },
  },
  {
    linker: "Apple's",
    output:
      'Undefined symbols for architecture arm64:\n  "_BZ2_bzRead", referenced from:\n      _f in libx.a[3](y.o)\nld: symbol(s) not found for architecture arm64\n',
    want: { symbol: "BZ2_bzRead", archive: { file: "libx.a", member: "y.o" } },
  },
];

describe("undefinedSymbols", () => {
  it.each(rows)("$linker", ({ output, want }) => {
    expect(undefinedSymbols(output)[0]).toEqual(want);
  });
});

describe("an archive that needs another library", () => {
  it.each(rows.filter(({ want }) => want.archive !== null))("$linker: the archive is named", ({ output, want }) => {
    const { kind, cause, fix } = explainBuildError(`# a\n${output}`);
    expect(kind).toBe("undefined-reference");
    expect(cause).toMatch(/^lib(?:x|pcap)\.a \(\S+\.o\) needs lib[\w-]+: /);
    expect(cause).toContain(want.symbol);
    expect(fix).toMatch(/: -l|pkg-config: --static libpcap/);
  });

  it("is not glibc's fault where the symbol is one that musl has", () => {
    const output = "/usr/bin/ld: libx.a(y.o):(.text+0x0): undefined reference to `inflate'\n";
    expect(explainBuildError(output, { ...noContext, isMusl: true }).kind).toBe("undefined-reference");
  });

  it.each([
    "__fprintf_chk",
    "__longjmp_chk",
    "gnu_get_libc_version",
    "backtrace",
    "mallinfo",
    "__isoc23_strtol",
    "fopen64",
  ])("was compiled for glibc, where it needs %s and musl is linked", (symbol) => {
    const output = `/usr/bin/ld: /lib/libx.a(y.o):(.text+0x0): undefined reference to \`${symbol}'\n`;
    expect(explainBuildError(output, { ...noContext, isMusl: true })).toEqual({
      kind: "glibc-library",
      cause: `libx.a was compiled for glibc: it needs ${symbol}, which musl does not have`,
      fix: "use a library that was compiled for musl, or link against glibc",
    });
    expect(explainBuildError(output).kind).toBe("undefined-reference");
  });
});
