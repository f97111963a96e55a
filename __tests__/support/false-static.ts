import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import type { Inspection } from "../../src/model/artifact.ts";
import type { ByteSource } from "../../src/ports/types.ts";

// Real files that look static and are not, and their neighbours that are: the cases 16 to 21 of the gate and more of their kinds.

type Kind = Inspection["linkage"]["kind"];

type Row = {
  readonly name: string;
  readonly want: Kind;
  readonly says?: RegExp;
  readonly make: (build: Builder) => string;
  /** Once in `npm test`. */
  readonly sample?: true;
  /** Started in an empty root: whether it runs there. Absent: not tried. */
  readonly runs?: boolean;
};

const sources: Readonly<Record<string, string>> = {
  "go.mod": "module example.com/app\n\ngo 1.21\n",
  "pure/main.go": 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("word") }\n',
  "starter/main.go": 'package main\n\nimport "os/exec"\n\nfunc main() { println(exec.Command("/x").Run() != nil) }\n',
  "net/main.go": 'package main\n\nimport "net"\n\nfunc main() { _, _ = net.LookupHost("localhost") }\n',
  "cgo/main.go": 'package main\n\nimport "C"\n\nfunc main() { println("word") }\n',
  "pointers.c":
    '#include <stdio.h>\nint (*print)(const char *) = puts;\nconst char *words[] = {"word", "other"};\nint main(int count, char **arguments) { return print(words[count % 1]) < 0; }\n',
  "bare.c":
    'static const char *volatile words[] = {"word"};\nvoid _start(void) { __asm__ volatile("syscall" : : "a"(60), "D"(words[0][0] != 119) : "rcx", "r11", "memory"); }\n',
  "bare-position-free.c":
    'void _start(void) { __asm__ volatile("syscall" : : "a"(60), "D"(0) : "rcx", "r11", "memory"); }\n',
  "inside/readme.html": "<p>word</p>\n",
};

class Builder {
  readonly folder = mkdtempSync(join(tmpdir(), "false-static-"));
  #count = 0;

  constructor() {
    for (const [path, text] of Object.entries(sources)) {
      mkdirSync(join(this.folder, path, ".."), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
  }

  fresh(): string {
    this.#count += 1;
    return join(this.folder, `app-${this.#count}`);
  }

  run(tool: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
    const clean = { GOFLAGS: "", GOENV: "off", GOTOOLCHAIN: "local", CGO_CFLAGS: "", CGO_LDFLAGS: "" };
    execFileSync(tool, args, { cwd: this.folder, env: { ...process.env, ...clean, ...env }, stdio: "pipe" });
  }

  go(what: string, flags: readonly string[] = [], env: Readonly<Record<string, string>> = {}): string {
    const path = this.fresh();
    this.run("go", ["build", "-buildvcs=false", "-o", path, ...flags, `./${what}`], { CGO_ENABLED: "0", ...env });
    return path;
  }

  c(compiler: string, source: string, flags: readonly string[]): string {
    const path = this.fresh();
    this.run(compiler, ["-O1", ...flags, source, "-o", path]);
    return path;
  }

  link(compiler: string, flags: readonly string[]): string {
    const path = this.fresh();
    this.run(compiler, [...flags, "-o", path]);
    return path;
  }

  edit(path: string, change: (bytes: Buffer) => Buffer): string {
    const changed = this.fresh();
    writeFileSync(changed, change(readFileSync(path)), { mode: 0o755 });
    return changed;
  }

  /** Packed, with every mark of the packer written over. */
  upx(path: string, ...options: readonly string[]): string {
    const packed = this.fresh();
    this.run("upx", ["-q", "-q", ...options, "-o", packed, path]);
    return this.edit(packed, (bytes) => {
      const text = bytes
        .toString("latin1")
        .replaceAll("UPX!", "XYZ!")
        .replaceAll("UPX", "QQQ")
        .replaceAll("upx", "qqq");
      return Buffer.from(text, "latin1");
    });
  }

  append(path: string, ...more: readonly (Buffer | string)[]): string {
    return this.edit(path, (bytes) =>
      Buffer.concat([bytes, ...more.map((each) => (typeof each === "string" ? Buffer.from(each, "latin1") : each))]),
    );
  }

  zip(...members: readonly string[]): Buffer {
    const path = `${this.fresh()}.zip`;
    this.run("zip", ["-q", path, ...members]);
    return readFileSync(path);
  }

  gzip(path: string): Buffer {
    return execFileSync("gzip", ["-c", path], { cwd: this.folder, maxBuffer: 1 << 28 });
  }
}

/** PT_INTERP of a little-endian file of 64 bits becomes PT_NULL. */
function withoutInterpreter(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const start = Number(copy.readBigUInt64LE(32));
  for (let at = start; at < start + copy.readUInt16LE(56) * 56; at += 56) {
    if (copy.readUInt32LE(at) === 3) copy.writeUInt32LE(0, at);
  }
  return copy;
}

function withoutSections(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeBigUInt64LE(0n, 40);
  copy.fill(0, 58, 64);
  return copy;
}

function asAppImage(type: number) {
  return (bytes: Buffer): Buffer => {
    const copy = Buffer.from(bytes);
    copy.write("AI", 8, "latin1");
    copy[10] = type;
    return copy;
  };
}

const stripped = ["-ldflags=-s -w"];
const crt = "/usr/lib/x86_64-linux-gnu";
const musl = "/usr/lib/x86_64-linux-musl";
const gccFile = (name: string): string =>
  execFileSync("gcc", [`-print-file-name=${name}`], { encoding: "utf8" }).trim();
const withCgo = { CGO_ENABLED: "1" };
const external = (flags: string): string[] => [`-ldflags=-linkmode=external '-extldflags=${flags}'`];
const muslPie = [
  ...["-fPIE", "-fno-stack-protector", "-nostdlib", "-nostartfiles", "-static-pie"],
  ...["-isystem", "/usr/include/x86_64-linux-musl", `${musl}/rcrt1.o`, `${musl}/crti.o`],
  ...[
    "-Wl,--start-group",
    "-x",
    "c",
    "pointers.c",
    "-x",
    "none",
    `${musl}/libc.a`,
    "-lgcc",
    "-Wl,--end-group",
    `${musl}/crtn.o`,
  ],
];
const nobodyRelocates = /nothing relocates it/;
const squashfs = `hsqs${"\x01\0\0\0".repeat(64)}`;

export const rows: readonly Row[] = [
  // 16
  {
    name: "UPX over a dynamic Go program, its marks written over",
    want: "packed",
    says: /its code is compressed/,
    make: (build) => build.upx(build.go("net", stripped, withCgo), "-1"),
    sample: true,
    runs: false,
  },
  ...["--best", "--lzma", "--overlay=strip"].map((option): Row => ({
    name: `UPX ${option} over a static Go program, its marks written over`,
    want: "packed",
    make: (build) => build.upx(build.go("pure"), option),
  })),
  {
    name: "UPX over a static C program, its marks written over",
    want: "packed",
    make: (build) => build.upx(build.c("gcc", "pointers.c", ["-static"])),
    runs: true,
  },
  ...["linux/386", "linux/arm", "linux/arm64", "linux/mipsle", "linux/ppc64le", "windows/amd64", "darwin/arm64"].map(
    (platform): Row => ({
      name: `UPX over a Go program for ${platform}, its marks written over`,
      want: "packed",
      make: (build) => {
        const [GOOS = "", GOARCH = ""] = platform.split("/");
        return build.upx(build.go("pure", stripped, { GOOS, GOARCH }), "-1", "--force-macos");
      },
    }),
  ),
  {
    name: "a Go program without sections",
    want: "static",
    make: (build) => build.edit(build.go("pure", stripped), withoutSections),
    runs: true,
  },
  {
    name: "a C program without sections",
    want: "static",
    make: (build) => build.edit(build.c("gcc", "pointers.c", ["-static", "-s"]), withoutSections),
    runs: true,
  },
  {
    name: "a C program of musl without sections",
    want: "static",
    make: (build) => build.edit(build.c("musl-gcc", "pointers.c", ["-static", "-s"]), withoutSections),
    sample: true,
    runs: true,
  },
  {
    name: "a program without any library, without sections",
    want: "static",
    make: (build) => build.edit(build.c("gcc", "bare.c", ["-static", "-nostdlib", "-s"]), withoutSections),
    runs: true,
  },
  {
    name: "a Go program that embeds a megabyte that is compressed, in one segment with its code",
    want: "static",
    make: (build) => {
      mkdirSync(join(build.folder, "embeds"), { recursive: true });
      writeFileSync(join(build.folder, "embeds/data.gz"), build.gzip(build.go("pure")));
      const main =
        'package main\n\nimport "C"\nimport _ "embed"\n\n//go:embed data.gz\nvar data string\n\nfunc main() { println(len(data)) }\n';
      writeFileSync(join(build.folder, "embeds/main.go"), main);
      return build.go("embeds", external("-static -Wl,-z,noseparate-code"), withCgo);
    },
  },
  { name: "busybox", want: "static", make: () => "/bin/busybox" },
  // 17
  {
    name: "Go with musl, -static -pie without a loader: crt1.o instead of rcrt1.o",
    want: "unreadable",
    says: nobodyRelocates,
    make: (build) => build.go("cgo", external("-static -Wl,-pie,--no-dynamic-linker"), { ...withCgo, CC: "musl-gcc" }),
    sample: true,
    runs: false,
  },
  {
    name: "the same, stripped",
    want: "unreadable",
    says: nobodyRelocates,
    make: (build) =>
      build.go("cgo", [`-ldflags=-s -w -linkmode=external '-extldflags=-static -Wl,-pie,--no-dynamic-linker'`], {
        ...withCgo,
        CC: "musl-gcc",
      }),
    runs: false,
  },
  {
    name: "C with musl, the same",
    want: "unreadable",
    says: nobodyRelocates,
    make: (build) => build.c("musl-gcc", "pointers.c", ["-fPIE", "-static", "-Wl,-pie,--no-dynamic-linker"]),
    runs: false,
  },
  {
    name: "C with glibc's crt1.o",
    want: "unreadable",
    says: nobodyRelocates,
    make: (build) =>
      build.c("gcc", "pointers.c", [
        ...["-fPIE", "-nostartfiles", "-static", "-Wl,-pie,--no-dynamic-linker"],
        ...[`${crt}/crt1.o`, `${crt}/crti.o`, gccFile("crtbeginS.o"), gccFile("crtendS.o"), `${crt}/crtn.o`],
      ]),
    runs: false,
  },
  {
    name: "no library at all, with pointers that nobody relocates",
    want: "unreadable",
    says: nobodyRelocates,
    make: (build) => build.c("gcc", "bare.c", ["-fPIE", "-nostdlib", "-static-pie"]),
    runs: false,
  },
  {
    name: "no library at all, and nothing to relocate",
    want: "static-pie",
    make: (build) => build.c("gcc", "bare-position-free.c", ["-fPIE", "-nostdlib", "-static-pie"]),
    runs: true,
  },
  {
    name: "C, -static-pie",
    want: "static-pie",
    make: (build) => build.c("gcc", "pointers.c", ["-fPIE", "-static-pie"]),
    sample: true,
    runs: true,
  },
  {
    name: "C, -static-pie, stripped and without sections",
    want: "static-pie",
    make: (build) => build.edit(build.c("gcc", "pointers.c", ["-fPIE", "-static-pie", "-s"]), withoutSections),
    runs: true,
  },
  {
    name: "C with musl's rcrt1.o",
    want: "static-pie",
    make: (build) => build.link("gcc", muslPie),
    runs: true,
  },
  {
    name: "Go, -static-pie",
    want: "static-pie",
    make: (build) => build.go("cgo", ["-buildmode=pie", ...external("-static-pie")], withCgo),
    runs: true,
  },
  // 18
  {
    name: "a Go PIE whose PT_INTERP was removed",
    want: "unreadable",
    says: nobodyRelocates,
    make: (build) => build.edit(build.go("pure", ["-buildmode=pie"]), withoutInterpreter),
    sample: true,
    runs: false,
  },
  ...["arm64", "ppc64le", "loong64"].map((GOARCH): Row => ({
    name: `the same for ${GOARCH}`,
    want: "unreadable",
    make: (build) => build.edit(build.go("pure", ["-buildmode=pie", ...stripped], { GOARCH }), withoutInterpreter),
  })),
  // 21
  ...[1, 2].map((type): Row => ({
    name: `an AppImage of type ${type}`,
    want: "packed",
    says: /carries another program \(AppImage\)/,
    make: (build) =>
      build.append(build.edit(build.c("musl-gcc", "pointers.c", ["-static"]), asAppImage(type)), squashfs),
    ...(type === 2 ? { sample: true as const } : {}),
  })),
  {
    name: "an AppImage with a dynamic runtime",
    want: "packed",
    make: (build) => build.edit(build.c("gcc", "pointers.c", []), asAppImage(2)),
  },
  {
    name: "its mark written over, with a file system image behind it",
    want: "packed",
    says: /squashfs/,
    make: (build) => build.append(build.c("musl-gcc", "pointers.c", ["-static"]), squashfs),
  },
  {
    name: "a Go program in front of a file system image",
    want: "packed",
    make: (build) => build.append(build.go("pure"), squashfs),
  },
  {
    name: "a stub in front of a packed program",
    want: "packed",
    make: (build) => build.append(build.c("musl-gcc", "pointers.c", ["-static"]), build.gzip("/bin/ls")),
  },
  {
    name: "a Go stub in front of a packed program",
    want: "packed",
    make: (build) => build.append(build.go("starter"), build.gzip("/bin/ls")),
  },
  {
    name: "a stub in front of a program as it is",
    want: "packed",
    make: (build) => build.append(build.go("pure"), readFileSync("/bin/ls")),
  },
  {
    name: "an archive in a section that is not loaded",
    want: "packed",
    make: (build) => {
      const path = build.fresh();
      const archive = build.fresh();
      writeFileSync(archive, build.gzip("/bin/ls"));
      build.run("objcopy", [
        "--add-section",
        `.staticx.archive=${archive}`,
        build.c("musl-gcc", "pointers.c", ["-static"]),
        path,
      ]);
      return path;
    },
  },
  {
    name: "a zip archive with a program in it",
    want: "packed",
    make: (build) => build.append(build.go("pure"), build.zip("/bin/ls")),
  },
  {
    name: "a Go program with a zip archive of pages, as rice appends it",
    want: "static",
    make: (build) => build.append(build.go("starter"), build.zip("inside/readme.html")),
    sample: true,
  },
  {
    name: "a Go program that starts nothing, with an archive",
    want: "static",
    make: (build) => build.append(build.go("pure"), build.gzip("inside/readme.html")),
  },
  {
    name: "a Go program with text behind its end",
    want: "static",
    make: (build) => build.append(build.go("pure"), "signed by nobody\n"),
  },
];

/** Whether it runs with nothing else there. */
function runsAlone(path: string, folder: string): boolean {
  const root = mkdtempSync(join(folder, "root-"));
  writeFileSync(join(root, "app"), readFileSync(path), { mode: 0o755 });
  return spawnSync("chroot", [root, "/app"], { timeout: 20_000 }).status === 0;
}

/** As the real one does it: what is read takes the place of what was read before. */
function sourceOf(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length, into = new Uint8Array(length)) => {
      into.set(bytes.subarray(offset, offset + length));
      return into.subarray(0, length);
    },
  };
}

const timeout = 300_000;

export function testRows(chosen: readonly Row[]): void {
  let build: Builder | undefined;
  beforeAll(() => {
    build = new Builder();
  });
  afterAll(() => {
    if (build !== undefined) rmSync(build.folder, { recursive: true, force: true });
  });
  it.each(chosen)(
    "$name: $want",
    ({ make, want, says, runs }) => {
      if (build === undefined) throw new Error("no builder");
      const path = make(build);
      const bytes = new Uint8Array(readFileSync(path));
      const { linkage } = inspect(sourceOf(bytes));
      expect(linkage).toMatchObject({ kind: want });
      if (says !== undefined) expect(linkage.reason).toMatch(says);
      if (runs !== undefined && process.getuid?.() === 0) expect(runsAlone(path, build.folder)).toBe(runs);
    },
    timeout,
  );
}
