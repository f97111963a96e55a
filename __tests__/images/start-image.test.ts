import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/images/config.ts";
import { startImage } from "../../src/images/start-image.ts";
import { buildElf, type ElfSpec } from "../support/elf-builder.ts";
import { type EntrySpec, rootOf } from "../support/image-builder.ts";
import type { ImageStart } from "../../src/model/image.ts";

// One row for each way in which a step ends, on roots of a few files. images.oracle.test.ts has real ones.

const elf = (spec: ElfSpec = {}): Uint8Array => buildElf(spec).bytes;
const program = elf();
const arm64 = elf({ machine: 183 });
const loaderPath = "/lib64/ld-linux-x86-64.so.2";
const glibcFolders = "/lib/x86_64-linux-gnu/\0/usr/lib/x86_64-linux-gnu/\0/lib/\0/usr/lib/\0";
const loader = elf({
  type: "DYN",
  content: `${glibcFolders}stable release version 2.36.`,
  dynamic: { soname: "ld-linux-x86-64.so.2", definitions: ["ld-linux-x86-64.so.2", "GLIBC_2.2.5", "GLIBC_PRIVATE"] },
});
const libc = (release: string, versions: readonly string[]): Uint8Array =>
  elf({
    type: "DYN",
    content: `stable release version ${release}.`,
    dynamic: { soname: "libc.so.6", definitions: versions },
  });
const musl = elf({
  type: "DYN",
  dynamic: { soname: "libc.musl-x86_64.so.1", symbols: [{ name: "fopen", isDefined: true }] },
});
const library = (spec: ElfSpec["dynamic"] = {}, more: ElfSpec = {}): Uint8Array =>
  elf({ type: "DYN", dynamic: { soname: "libfoo.so.1", ...spec }, ...more });
const dynamic = (spec: ElfSpec["dynamic"] = {}, interpreter = loaderPath): Uint8Array =>
  elf({ interpreter, dynamic: { debug: true, ...spec } });

const glibc: readonly EntrySpec[] = [
  { path: "lib64/ld-linux-x86-64.so.2", content: loader },
  {
    path: "lib/x86_64-linux-gnu/libc.so.6",
    content: libc("2.36", ["GLIBC_2.2.5", "GLIBC_2.34", "GLIBC_2.36"]),
    mode: 0o644,
  },
];
const withMusl: readonly EntrySpec[] = [{ path: "lib/ld-musl-x86_64.so.1", content: musl }];
const muslLoader = "/lib/ld-musl-x86_64.so.1";
const app = (content: string | Uint8Array, more: Partial<EntrySpec> = {}): EntrySpec => ({
  path: "app",
  content,
  ...more,
});
const shell: EntrySpec = { path: "bin/sh", content: program };

type Row = {
  readonly name: string;
  readonly layers: readonly (readonly EntrySpec[])[];
  readonly config?: Readonly<Record<string, unknown>>;
  readonly platform?: { readonly architecture?: string; readonly os?: string };
  readonly listedAs?: string;
  readonly step?: ImageStart["step"];
  readonly outcome?: ImageStart["outcome"];
  readonly says: string;
};

function start({
  layers,
  config = { Entrypoint: ["/app"] },
  platform = {},
  listedAs,
}: Row): ReturnType<typeof startImage> {
  const read = readConfig({ os: "linux", architecture: "amd64", ...platform, config });
  if (read === null) throw new Error("no configuration");
  const listed = listedAs === undefined ? null : { os: "linux", architecture: listedAs, variant: null };
  return startImage({ listedAs: listed, config: read, root: rootOf(...layers) });
}

const rows: Readonly<Record<string, readonly Row[]>> = {
  platform: [
    {
      name: "another processor in the index",
      layers: [[app(program)]],
      listedAs: "arm64",
      says: "the index lists the image as linux/arm64, and its configuration is for linux/amd64",
    },
    { name: "Windows", layers: [], platform: { os: "windows" }, outcome: "unknown", says: "the image is for windows" },
    { name: "no platform", layers: [], platform: { os: "" }, outcome: "unknown", says: "names a platform" },
  ],
  command: [
    { name: "none", layers: [[app(program)]], config: {}, says: "neither ENTRYPOINT nor CMD" },
    {
      name: "a name that is in no folder of PATH",
      layers: [[app(program)]],
      config: { Cmd: ["app"], Env: ["PATH=/usr/bin:/bin"] },
      says: '"app" is in no folder of PATH (/usr/bin:/bin)',
    },
    {
      name: "a name of a file that is not executable",
      layers: [[{ path: "bin/app", content: program, mode: 0o644 }]],
      config: { Cmd: ["app"] },
      says: "/bin/app is not executable",
    },
    { name: "an empty name", layers: [[app(program)]], config: { Cmd: [""] }, says: '"" is in no folder' },
  ],
  file: [
    { name: "missing", layers: [[]], says: "/app is not in the image" },
    {
      name: "deleted by a later layer",
      layers: [[app(program)], [{ path: "app", kind: "whiteout" }]],
      says: "/app is not in the image",
    },
    {
      name: "a link to nothing",
      layers: [[{ path: "app", kind: "link", target: "/opt/app" }]],
      says: "/app is not in the image: the link /app leads to /opt, which does not exist",
    },
    {
      name: "a circle of links",
      layers: [[{ path: "app", kind: "link", target: "/app" }]],
      says: "leads round in a circle of links",
    },
    { name: "below a file", layers: [[app(program)]], config: { Cmd: ["/app/x"] }, says: "/app is not a folder" },
    { name: "a folder", layers: [[{ path: "app" }]], says: "/app is a folder (from layer 1)" },
    { name: "a device", layers: [[{ path: "app", kind: "other" }]], says: "/app is not a regular file" },
    {
      name: "not executable",
      layers: [[app(program)], [app(program, { mode: 0o644 })]],
      says: "/app is not executable (mode 0644, from layer 2)",
    },
    {
      name: "not executable for the user",
      layers: [[app(program, { mode: 0o700 })]],
      config: { Cmd: ["/app"], User: "1000" },
      says: "/app is not executable for user 1000 (mode 0700, owner 0:0, from layer 1)",
    },
    {
      name: "in a folder that is closed to the user",
      layers: [
        [
          { path: "root", mode: 0o700 },
          { path: "root/app", content: program },
        ],
      ],
      config: { Cmd: ["/root/app"], User: "1000" },
      says: "/root/app lies in a folder that user 1000 may not enter",
    },
    {
      name: "a user without an account",
      layers: [[app(program)]],
      config: { Cmd: ["/app"], User: "web" },
      says: 'the user "web" is unknown: the image has no /etc/passwd',
    },
    {
      name: "a working directory that is a file",
      layers: [[app(program)]],
      config: { Cmd: ["/app"], WorkingDir: "/app" },
      says: "the working directory /app is not a folder",
    },
    {
      name: "where the runtime mounts",
      layers: [[]],
      config: { Cmd: ["/proc/self/exe"] },
      outcome: "unknown",
      says: "the runtime mounts",
    },
  ],
  format: [
    { name: "text", layers: [[app("hello")]], says: "exec format error" },
    { name: "empty", layers: [[app("")]], says: "/app is empty (from layer 1): exec format error" },
    {
      name: "a script without its interpreter",
      layers: [[app("#!/bin/bash\n")]],
      says: "/bin/bash (which runs /app) is not in the image",
    },
    {
      name: "a script with CR LF",
      layers: [[app("#!/bin/sh\r\n"), shell]],
      says: 'ends with CR LF, so that it asks for "/bin/sh\\r"',
    },
    {
      name: "env that does not find it",
      layers: [[app("#!/usr/bin/env bash\n"), { path: "usr/bin/env", content: program }]],
      says: '/app is run by env, and "bash" is in no folder of PATH',
    },
    {
      name: "env with options that are not followed",
      layers: [[app("#!/usr/bin/env -S -u X sh\n"), { path: "usr/bin/env", content: program }]],
      outcome: "unknown",
      says: "cannot be told",
    },
    { name: "scripts in a circle", layers: [[app("#!/app\n")]], outcome: "unknown", says: "more than 4 scripts" },
    {
      name: "a library",
      layers: [[app(library())]],
      outcome: "unknown",
      says: "/app (from layer 1) is a library without an interpreter",
    },
    {
      name: "a damaged ELF file",
      layers: [[app(program.slice(0, 100))]],
      outcome: "unknown",
      says: "cannot be judged: ",
    },
  ],
  machine: [
    {
      name: "another processor",
      layers: [[app(arm64)]],
      says: "/app (from layer 1) is for arm64, and the image is for amd64",
    },
    {
      name: "of the shell of a script",
      layers: [[app("#!/bin/sh\n")], [{ ...shell, content: arm64 }]],
      says: "/bin/sh (which runs /app) (from layer 2) is for arm64",
    },
    {
      name: "arm on arm64",
      layers: [[app(elf({ machine: 40, wide: false }))]],
      platform: { architecture: "arm64" },
      outcome: "unknown",
      says: "not every arm64 machine",
    },
  ],
  interpreter: [
    {
      name: "missing",
      layers: [[app(dynamic())]],
      says: `/app needs the loader ${loaderPath}, which the image does not have`,
    },
    {
      name: "a link to nothing",
      layers: [[app(dynamic()), { path: "lib64", kind: "link", target: "usr/lib64" }]],
      says: "(the link /lib64 leads to /usr, which does not exist)",
    },
    {
      name: "not executable",
      layers: [[app(dynamic()), { path: "lib64/ld-linux-x86-64.so.2", content: loader, mode: 0o644 }]],
      says: "is not executable (mode 0644, from layer 1)",
    },
    {
      name: "for another processor",
      layers: [[app(dynamic()), { path: "lib64/ld-linux-x86-64.so.2", content: arm64 }]],
      says: "that of the image, from layer 1, is for arm64",
    },
    {
      name: "of neither C library",
      layers: [
        [app(dynamic()), { path: "lib64/ld-linux-x86-64.so.2", content: library({ soname: "libgcompat.so.0" }) }],
      ],
      outcome: "unknown",
      says: "neither glibc's nor musl's loader",
    },
  ],
  libraries: [
    {
      name: "missing",
      layers: [glibc, [app(dynamic({ needed: ["libfoo.so.1", "libc.so.6"] }))]],
      says: "/app needs libfoo.so.1, which the image does not have",
    },
    {
      name: "of a library",
      layers: [
        glibc,
        [
          app(dynamic({ needed: ["libfoo.so.1"] })),
          { path: "usr/lib/libfoo.so.1", content: library({ needed: ["libbar.so.2"] }) },
        ],
      ],
      says: "/app needs libbar.so.2 for /usr/lib/libfoo.so.1 (from layer 2)",
    },
    {
      name: "where the loader does not look",
      layers: [glibc, [app(dynamic({ needed: ["libfoo.so.1"] })), { path: "opt/lib/libfoo.so.1", content: library() }]],
      says: "in the folders that the loader searches (it has /opt/lib/libfoo.so.1)",
    },
    {
      name: "for another processor",
      layers: [
        glibc,
        [
          app(dynamic({ needed: ["libfoo.so.1"] })),
          { path: "usr/lib/libfoo.so.1", content: library({}, { machine: 183 }) },
        ],
      ],
      says: "/usr/lib/libfoo.so.1 is for arm64",
    },
    {
      name: "a text",
      layers: [
        glibc,
        [app(dynamic({ needed: ["libfoo.so.1"] })), { path: "usr/lib/libfoo.so.1", content: "INPUT(libfoo.so)" }],
      ],
      says: "/usr/lib/libfoo.so.1 (from layer 2) cannot be loaded: it is not an ELF file",
    },
    {
      name: "closed to the user",
      layers: [
        glibc,
        [app(dynamic({ needed: ["libfoo.so.1"] })), { path: "usr/lib/libfoo.so.1", content: library(), mode: 0o600 }],
      ],
      config: { Cmd: ["/app"], User: "1" },
      says: "the user may not read /usr/lib/libfoo.so.1",
    },
    {
      name: "of the RPATH that a RUNPATH hides",
      layers: [
        glibc,
        [
          app(dynamic({ needed: ["libfoo.so.1"], rpath: "/opt", runpath: "/srv" })),
          { path: "opt/libfoo.so.1", content: library() },
        ],
      ],
      says: "needs libfoo.so.1",
    },
    {
      name: "of a RUNPATH, which is not inherited",
      layers: [
        glibc,
        [
          app(dynamic({ needed: ["libfoo.so.1"], runpath: "/opt" })),
          { path: "opt/libfoo.so.1", content: library({ needed: ["libbar.so.2"] }) },
          { path: "opt/libbar.so.2", content: library({ soname: "libbar.so.2" }) },
        ],
      ],
      says: "needs libbar.so.2 for /opt/libfoo.so.1",
    },
    {
      name: "musl",
      layers: [withMusl, [app(dynamic({ needed: ["libfoo.so.1", "libc.musl-x86_64.so.1"] }, muslLoader))]],
      says: "needs libfoo.so.1",
    },
    {
      name: "for newer processors alone",
      layers: [
        glibc,
        [
          app(dynamic({ needed: ["libfoo.so.1"] })),
          { path: "usr/lib/glibc-hwcaps/x86-64-v3/libfoo.so.1", content: library() },
        ],
      ],
      outcome: "unknown",
      says: "for some processors only",
    },
  ],
  versions: [
    {
      name: "newer than the image's",
      layers: [
        glibc,
        [
          app(
            dynamic({
              needed: ["libc.so.6"],
              versions: [{ library: "libc.so.6", names: ["GLIBC_2.34", "GLIBC_2.38"] }],
            }),
          ),
        ],
      ],
      says: "/app needs GLIBC_2.38; libc.so.6 of this image, from layer 1, has up to GLIBC_2.36",
    },
    {
      name: "of a library",
      layers: [
        glibc,
        [
          app(dynamic({ needed: ["libfoo.so.1", "libc.so.6"] })),
          {
            path: "usr/lib/libfoo.so.1",
            content: library({ versions: [{ library: "libc.so.6", names: ["GLIBC_2.38"] }] }),
          },
        ],
      ],
      says: "/app needs GLIBC_2.38 for /usr/lib/libfoo.so.1",
    },
    {
      name: "a name without a number",
      layers: [
        glibc,
        [app(dynamic({ needed: ["libc.so.6"], versions: [{ library: "libc.so.6", names: ["GLIBC_ABI_DT_RELR"] }] }))],
      ],
      says: "/app needs GLIBC_ABI_DT_RELR; libc.so.6 of this image, from layer 1, does not have it",
    },
    {
      name: "a C library of another release than its loader",
      layers: [
        glibc,
        [
          { path: "lib/x86_64-linux-gnu/libc.so.6", content: libc("2.31", ["GLIBC_2.2.5"]) },
          app(dynamic({ needed: ["libc.so.6"] })),
        ],
      ],
      outcome: "unknown",
      says: "/app: its loader is that of glibc 2.36 (from layer 1), and libc.so.6",
    },
    {
      name: "a symbol that musl does not have",
      layers: [
        withMusl,
        [
          app(
            dynamic(
              {
                needed: ["libc.musl-x86_64.so.1"],
                symbols: [
                  { name: "fcntl64", isDefined: false },
                  { name: "fopen64", isDefined: false },
                ],
              },
              muslLoader,
            ),
          ),
        ],
      ],
      says: "/app needs the symbol fcntl64, which none of its libraries has",
    },
    {
      name: "a symbol that is looked up at its first call",
      layers: [glibc, [app(dynamic({ needed: ["libc.so.6"], symbols: [{ name: "gone", isDefined: false }] }))]],
      outcome: "unknown",
      says: "it fails at the first call",
    },
    {
      name: "a symbol that is looked up at once",
      layers: [
        glibc,
        [app(dynamic({ needed: ["libc.so.6"], flags1: 1n, symbols: [{ name: "gone", isDefined: false }] }))],
      ],
      says: "/app needs the symbol gone",
    },
  ],
  hazards: [
    { name: "static", layers: [[app(program)]], says: "/app is static" },
    { name: "386 on amd64", layers: [[app(elf({ machine: 3, wide: false }))]], says: "/app is static" },
    {
      name: "by PATH of the image",
      layers: [[{ path: "opt/app", content: program }]],
      config: { Cmd: ["app"], Env: ["PATH=/bin:/opt"] },
      says: "/opt/app is static",
    },
    {
      name: "by WORKDIR",
      layers: [[{ path: "srv/app", content: program }]],
      config: { Cmd: ["./app"], WorkingDir: "/srv" },
      says: "./app is static",
    },
    {
      name: "by a group of the user",
      layers: [
        [
          app(program, { mode: 0o750, gid: 20 }),
          { path: "etc/passwd", content: "web:x:1000:1000::/:" },
          { path: "etc/group", content: "www:x:20:web" },
        ],
      ],
      config: { Cmd: ["/app"], User: "web" },
      says: "/app is static",
    },
    {
      name: "a hard link and a link",
      layers: [
        [
          { path: "bin/real", content: program },
          { path: "bin/hard", kind: "hard-link", target: "bin/real" },
        ],
        [{ path: "app", kind: "link", target: "../../bin/hard" }],
      ],
      says: "/app is static",
    },
    {
      name: "a script",
      layers: [[app("#! /bin/sh -e\n"), shell]],
      says: "/app is a script; /bin/sh (which runs /app) is static",
    },
    {
      name: "a script by env -S",
      layers: [[app("#!/usr/bin/env -S A=1 sh -e\n"), shell, { path: "usr/bin/env", content: program }]],
      says: "/app is a script; /bin/sh (which runs /app) is static",
    },
    {
      name: "shell form",
      layers: [[app(program), shell]],
      config: { Cmd: ["/bin/sh", "-c", "exec /app --port 80"] },
      says: "/app is static",
    },
    {
      name: "shell form of more than a command",
      layers: [[shell]],
      config: { Cmd: ["/bin/sh", "-c", "/app && /app"] },
      says: 'the shell /bin/sh starts; what it does with "/app && /app" is not judged',
    },
    {
      name: "glibc",
      layers: [
        glibc,
        [app(dynamic({ needed: ["libc.so.6"], versions: [{ library: "libc.so.6", names: ["GLIBC_2.34"] }] }))],
      ],
      says: "/app is dynamic, and finds /lib64/ld-linux-x86-64.so.2 and its library",
    },
    {
      name: "a version that is needed weakly",
      layers: [
        glibc,
        [
          app(
            dynamic({
              needed: ["libc.so.6"],
              versions: [{ library: "libc.so.6", names: [{ name: "GLIBC_2.99", flags: 2 }] }],
            }),
          ),
        ],
      ],
      says: "/app is dynamic",
    },
    {
      name: "a library without versions",
      layers: [
        glibc,
        [
          app(dynamic({ needed: ["libfoo.so.1"], versions: [{ library: "libfoo.so.1", names: ["FOO_2"] }] })),
          { path: "usr/lib/libfoo.so.1", content: library() },
        ],
      ],
      says: "/app is dynamic",
    },
    {
      name: "LD_LIBRARY_PATH, passing over another processor's",
      layers: [
        glibc,
        [
          app(dynamic({ needed: ["libfoo.so.1"] })),
          { path: "a/libfoo.so.1", content: library({}, { machine: 183 }) },
          { path: "b/libfoo.so.1", content: library() },
        ],
      ],
      config: { Cmd: ["/app"], Env: ["LD_LIBRARY_PATH=/a:/b"] },
      says: "/app is dynamic",
    },
    {
      name: "$ORIGIN",
      layers: [
        glibc,
        [
          { path: "opt/app/bin/app", content: dynamic({ needed: ["libfoo.so.1"], runpath: "${ORIGIN}/../lib" }) },
          { path: "opt/app/lib/libfoo.so.1", content: library() },
        ],
      ],
      config: { Cmd: ["/opt/app/bin/app"] },
      says: "is dynamic",
    },
    {
      name: "an RPATH, which is inherited",
      layers: [
        glibc,
        [
          app(dynamic({ needed: ["libfoo.so.1"], rpath: "/opt" })),
          { path: "opt/libfoo.so.1", content: library({ needed: ["libbar.so.2"] }) },
          { path: "opt/libbar.so.2", content: library({ soname: "libbar.so.2" }) },
        ],
      ],
      says: "/app is dynamic",
    },
    {
      name: "musl, with names that it stands for",
      layers: [
        withMusl,
        [
          app(
            dynamic(
              { needed: ["libc.so.6", "libpthread.so.0"], symbols: [{ name: "fopen64", isDefined: false }] },
              muslLoader,
            ),
          ),
        ],
      ],
      says: "/app is dynamic, and finds /lib/ld-musl-x86_64.so.1",
    },
    {
      name: "musl's file of folders",
      layers: [
        withMusl,
        [
          { path: "etc/ld-musl-x86_64.path", content: "/a\n/b\n" },
          { path: "b/libfoo.so.1", content: library() },
          app(dynamic({ needed: ["libfoo.so.1"] }, muslLoader)),
        ],
      ],
      says: "/app is dynamic",
    },
    {
      name: "musl, a RUNPATH is inherited",
      layers: [
        withMusl,
        [
          app(dynamic({ needed: ["libfoo.so.1"], runpath: "/opt" }, muslLoader)),
          { path: "opt/libfoo.so.1", content: library({ needed: ["libbar.so.2"] }) },
          { path: "opt/libbar.so.2", content: library({ soname: "libbar.so.2" }) },
        ],
      ],
      says: "/app is dynamic",
    },
  ],
  root: [
    {
      name: "a layer that writes below a link",
      layers: [
        [
          { path: "usr/bin/x", content: program },
          { path: "bin", kind: "link", target: "usr/bin" },
        ],
        [{ path: "bin/app", content: program }],
      ],
      config: { Cmd: ["/bin/app"] },
      outcome: "unknown",
      says: "a later layer writes below this link",
    },
  ],
};

describe.each(Object.entries(rows))("%s", (step, own) => {
  it.each(own)("$name", (row) => {
    const { start: found } = start(row);
    const outcome = row.outcome ?? (step === "hazards" ? "starts" : "does-not-start");
    expect([found.step, found.outcome, found.reason]).toEqual([step, outcome, expect.stringContaining(row.says)]);
  });
});
