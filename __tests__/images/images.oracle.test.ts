import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inspectImages } from "../../src/images/inspect-images.ts";
import { makeBlobs } from "../../src/ports/blobs.ts";
import { decompression } from "../../src/ports/decompression.ts";
import { makeFiles } from "../../src/ports/files.ts";
import type { ImageStart } from "../../src/model/image.ts";
import type { EntrySpec } from "../support/image-builder.ts";
import { buildImagePrograms, type Programs } from "../support/image-programs.ts";
import {
  type Base,
  baseLayer,
  type Blob,
  buildLauncher,
  type LayerSpec,
  startReally,
  suites,
  whyNoTruth,
  writeLayout,
} from "../support/image-truth.ts";

type Row = {
  readonly name: string;
  readonly base: Base;
  /** The layers above the base; `program:NAME` is the content of a program. */
  readonly layers: readonly LayerSpec[];
  readonly config: Readonly<Record<string, unknown>>;
  /** The step that has to say no; absent: it starts. */
  readonly step?: ImageStart["step"];
  /** Nobody can tell, and that is said. */
  readonly isOpen?: true;
};

const file = (path: string, program: string, more: Partial<EntrySpec> = {}): EntrySpec => ({
  path,
  content: `program:${program}`,
  ...more,
});
const text = (path: string, content: string, mode = 0o755): EntrySpec => ({ path, content, mode });
const link = (path: string, target: string): EntrySpec => ({ path, kind: "link", target });
const app = (program: string, more: Partial<EntrySpec> = {}): EntrySpec => file("app", program, more);
const one = (...entries: readonly EntrySpec[]): readonly LayerSpec[] => [{ entries, pack: "gzip" }];
const run = { Entrypoint: ["/app"] };
const usual = ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"];
const whiteout = (path: string): EntrySpec => text(path.replace(/([^/]+)$/, ".wh.$1"), "", 0o644);

type Short = readonly [
  name: string,
  base: Base,
  layers: readonly LayerSpec[],
  config: Row["config"],
  step?: ImageStart["step"] | undefined,
];

const on = (
  program: string,
  wanted: Readonly<Partial<Record<Base, ImageStart["step"] | "starts">>>,
): readonly Short[] =>
  Object.entries(wanted).map(([base, step]) => [
    `${program} on ${base}`,
    base as Base,
    one(app(program)),
    run,
    step === "starts" ? undefined : step,
  ]);

const everywhere = {
  bullseye: "starts",
  bookworm: "starts",
  trixie: "starts",
  musl: "starts",
  empty: "starts",
} as const;
const none = { musl: "interpreter", empty: "interpreter" } as const;

const short: readonly Short[] = [
  ...on("go-static", everywhere),
  ...on("c-static", { bookworm: "starts", empty: "starts" }),
  ...on("c-static-pie", { empty: "starts" }),
  ...on("musl-static", { bullseye: "starts", empty: "starts" }),
  ...on("go-386", { bookworm: "starts", empty: "starts" }),
  ...on("go-arm64", { bookworm: "machine", empty: "machine" }),
  ...on("go-dynamic", { bullseye: "versions", bookworm: "starts", trixie: "starts", ...none }),
  ...on("go-pie", { bookworm: "starts", empty: "interpreter" }),
  ...on("c-dynamic", { bullseye: "versions", bookworm: "starts", trixie: "starts", ...none }),
  ...on("c-math", { bookworm: "starts", trixie: "starts" }),
  ...on("c-new", { bullseye: "versions", bookworm: "starts", trixie: "starts" }),
  ...on("c-newer", { bullseye: "versions", bookworm: "versions", trixie: "starts" }),
  ...on("cc", { bookworm: "libraries" }),
  ...on("musl-dynamic", { musl: "starts", bookworm: "interpreter", empty: "interpreter" }),
  ...on("musl-new", { musl: "starts" }),
  ["missing", "bookworm", one(), run, "file"],
  ["not executable", "bookworm", one(app("go-static", { mode: 0o644 })), run, "file"],
  ["a folder", "bookworm", one({ path: "app" }), run, "file"],
  ["a link to nothing", "bookworm", one(link("app", "/opt/app")), run, "file"],
  ["a circle of links", "bookworm", one(link("app", "b"), link("b", "/app")), run, "file"],
  ["links that lead up", "bookworm", one(file("opt/x/app", "go-static"), link("app", "../../../opt/./x/app")), run],
  [
    "a hard link",
    "bookworm",
    one(file("opt/app", "go-static"), { path: "app", kind: "hard-link", target: "opt/app" }),
    run,
  ],
  ["text", "bookworm", one(text("app", "echo STARTED\n")), run, "format"],
  ["empty", "bookworm", one(text("app", "")), run, "format"],
  ["no command", "bookworm", one(app("go-static")), {}, "command"],
  ["a name", "bookworm", one(file("usr/local/bin/app", "go-static")), { Cmd: ["app"], Env: usual }],
  ["a name, PATH of the image", "bookworm", one(file("srv/app", "go-static")), { Cmd: ["app"], Env: ["PATH=/srv"] }],
  ["a name that is nowhere", "bookworm", one(file("srv/app", "go-static")), { Cmd: ["app"], Env: usual }, "command"],
  [
    "a name, the first is not executable",
    "bookworm",
    one(file("usr/bin/app", "go-static", { mode: 0o644 }), file("opt/x/app", "go-static")),
    { Cmd: ["app"], Env: ["PATH=/usr/bin:/opt/x"] },
  ],
  ["a relative path", "bookworm", one(file("srv/app", "go-static")), { Entrypoint: ["./app"], WorkingDir: "/srv" }],
  [
    "a relative path, another folder",
    "bookworm",
    one(file("srv/app", "go-static")),
    { Entrypoint: ["./app"], WorkingDir: "/opt/made" },
    "file",
  ],
  ["a user by name", "bookworm", one(app("go-static")), { ...run, User: "nobody" }],
  ["a user that is missing", "bookworm", one(app("go-static")), { ...run, User: "web" }, "file"],
  ["a user in an image without accounts", "empty", one(app("go-static")), { ...run, User: "nobody" }, "file"],
  ["a number in an image without accounts", "empty", one(app("go-static")), { ...run, User: "65532:65532" }],
  ["closed to the user", "bookworm", one(app("go-static", { mode: 0o700 })), { ...run, User: "nobody" }, "file"],
  ["open to root alone, run by root", "bookworm", one(app("go-static", { mode: 0o700, uid: 5 })), run],
  ["by its group", "bookworm", one(app("go-static", { mode: 0o750, gid: 65534 })), { ...run, User: "nobody" }],
  [
    "by another group",
    "bookworm",
    one(app("go-static", { mode: 0o750, gid: 65533 })),
    { ...run, User: "nobody" },
    "file",
  ],
  ["a group by name", "bookworm", one(app("go-static", { mode: 0o750, gid: 50 })), { ...run, User: "nobody:staff" }],
  [
    "in a closed folder",
    "bookworm",
    one(file("root/app", "go-static")),
    { Entrypoint: ["/root/app"], User: "nobody" },
    "file",
  ],
  ["a script", "bookworm", one(text("app", "#!/bin/sh\necho STARTED\n")), run],
  ["a script with an option", "bookworm", one(text("app", "#! /bin/sh -e\necho STARTED\n")), run],
  ["a script without its shell", "empty", one(text("app", "#!/bin/sh\necho STARTED\n")), run, "format"],
  [
    "a script for bash that env finds",
    "bookworm",
    one(text("app", "#!/usr/bin/env bash\necho STARTED\n")),
    { ...run, Env: usual },
  ],
  [
    "a script for what env does not find",
    "bookworm",
    one(text("app", "#!/usr/bin/env python3\nprint('STARTED')\n")),
    { ...run, Env: usual },
    "format",
  ],
  [
    "a script by env -S",
    "bookworm",
    one(text("app", "#!/usr/bin/env -S A=1 bash -e\necho STARTED\n")),
    { ...run, Env: usual },
  ],
  ["a script with CR LF", "bookworm", one(text("app", "#!/bin/sh\r\necho STARTED\r\n")), run, "format"],
  [
    "a script of a script",
    "bookworm",
    one(text("app", "#!/b\n"), text("b", "#!/c\n"), text("c", "#!/app-x\n"), file("app-x", "go-static")),
    run,
  ],
  [
    "a script that the user may not read",
    "bookworm",
    one(text("app", "#!/bin/sh\necho STARTED\n", 0o711)),
    { ...run, User: "nobody" },
    "file",
  ],
  ["a script on another machine's shell", "empty", one(text("app", "#!/sh\n"), file("sh", "go-arm64")), run, "machine"],
  ["shell form", "bookworm", one(app("go-static")), { Cmd: ["/bin/sh", "-c", "exec /app --port 80"] }],
  ["shell form of a program that is missing", "bookworm", one(), { Cmd: ["/bin/sh", "-c", "/app"] }, "file"],
  ["shell form without a shell", "empty", one(app("go-static")), { Cmd: ["/bin/sh", "-c", "/app"] }, "file"],
  [
    "shell form of a name",
    "bookworm",
    one(file("usr/bin/app", "go-dynamic")),
    { Cmd: ["/bin/sh", "-c", "app"], Env: usual },
  ],
  ["a longer shell form", "bookworm", one(app("go-static")), { Cmd: ["/bin/sh", "-c", "test -x /app && /app"] }],
  ["deleted by a later layer", "bookworm", [...one(app("go-static")), ...one(whiteout("app"))], run, "file"],
  [
    "the C library deleted",
    "bookworm",
    [...one(app("c-dynamic")), ...one(whiteout("usr/lib/x86_64-linux-gnu/libc.so.6"))],
    run,
    "libraries",
  ],
  [
    "the folder made opaque",
    "bookworm",
    [...one(file("opt/app", "go-static")), ...one(text("opt/.wh..wh..opq", ""), text("opt/other", ""))],
    { Cmd: ["/opt/app"] },
    "file",
  ],
  [
    "put into an opaque folder",
    "bookworm",
    [...one(file("opt/x", "go-static")), ...one(text("opt/.wh..wh..opq", ""), file("opt/app", "go-static"))],
    { Cmd: ["/opt/app"] },
  ],
  ["replaced by a later layer", "bookworm", [...one(app("go-arm64")), ...one(app("go-static"))], run],
  [
    "mode changed by a later layer",
    "bookworm",
    [...one(app("go-static")), ...one(app("go-static", { mode: 0o600 }))],
    run,
    "file",
  ],
  ["a library that is missing", "bookworm", one(app("use")), run, "libraries"],
  ["a library in a default folder", "bookworm", one(app("use"), file("usr/lib/libfoo.so.1", "libfoo-alone.so.1")), run],
  [
    "a library in another folder",
    "bookworm",
    one(app("use"), file("opt/lib/libfoo.so.1", "libfoo-alone.so.1")),
    run,
    "libraries",
  ],
  [
    "LD_LIBRARY_PATH",
    "bookworm",
    one(app("use"), file("opt/lib/libfoo.so.1", "libfoo-alone.so.1")),
    { ...run, Env: ["LD_LIBRARY_PATH=/x:/opt/lib"] },
  ],
  [
    "LD_LIBRARY_PATH of a setuid program",
    "bookworm",
    one(app("use", { mode: 0o4755 }), file("opt/lib/libfoo.so.1", "libfoo-alone.so.1")),
    { ...run, User: "nobody", Env: ["LD_LIBRARY_PATH=/opt/lib"] },
    "libraries",
  ],
  [
    "an empty part of LD_LIBRARY_PATH",
    "bookworm",
    one(app("use"), file("opt/lib/libfoo.so.1", "libfoo-alone.so.1")),
    { ...run, WorkingDir: "/opt/lib", Env: ["LD_LIBRARY_PATH=/x:"] },
  ],
  ["RPATH", "bookworm", one(app("use-rpath"), file("opt/lib/libfoo.so.1", "libfoo-alone.so.1")), run],
  [
    "RPATH is inherited",
    "bookworm",
    one(app("use-rpath"), file("opt/lib/libfoo.so.1", "libfoo.so.1"), file("opt/lib/libbar.so.1", "libbar.so.1")),
    run,
  ],
  [
    "RUNPATH is not inherited",
    "bookworm",
    one(app("use-runpath"), file("opt/lib/libfoo.so.1", "libfoo.so.1"), file("opt/lib/libbar.so.1", "libbar.so.1")),
    run,
    "libraries",
  ],
  [
    "$ORIGIN",
    "bookworm",
    one(file("srv/bin/app", "use-origin"), file("srv/lib/libfoo.so.1", "libfoo-alone.so.1")),
    { Cmd: ["/srv/bin/app"] },
  ],
  [
    "$ORIGIN through a link",
    "bookworm",
    one(
      link("app", "srv/bin/app"),
      file("srv/bin/app", "use-origin"),
      file("srv/lib/libfoo.so.1", "libfoo-alone.so.1"),
    ),
    run,
  ],
  ["$LIB", "bookworm", one(app("use-lib"), file("opt/lib/x86_64-linux-gnu/libfoo.so.1", "libfoo-alone.so.1")), run],
  [
    "-z nodefaultlib",
    "bookworm",
    one(app("use-nodeflib"), file("usr/lib/libfoo.so.1", "libfoo-alone.so.1")),
    run,
    "libraries",
  ],
  [
    "another processor's library first",
    "bookworm",
    one(app("use"), file("a/libfoo.so.1", "go-386"), file("b/libfoo.so.1", "libfoo-alone.so.1")),
    { ...run, Env: ["LD_LIBRARY_PATH=/a:/b"] },
  ],
  [
    "a text as a library",
    "bookworm",
    one(app("use"), text("a/libfoo.so.1", "INPUT(x)"), file("b/libfoo.so.1", "libfoo-alone.so.1")),
    { ...run, Env: ["LD_LIBRARY_PATH=/a:/b"] },
    "libraries",
  ],
  [
    "a library that the user may not read",
    "bookworm",
    one(app("use"), file("usr/lib/libfoo.so.1", "libfoo-alone.so.1", { mode: 0o600 })),
    { ...run, User: "nobody" },
    "libraries",
  ],
  [
    "a library by a dangling link",
    "bookworm",
    one(app("use"), link("usr/lib/libfoo.so.1", "libfoo.so.1.0")),
    run,
    "libraries",
  ],
  [
    "a symbol that its library lost, at once",
    "bookworm",
    one(app("use-now"), file("usr/lib/libfoo.so.1", "libfoo-empty.so.1")),
    run,
    "versions",
  ],
  ["musl and a library", "musl", one(app("musl-use"), file("usr/local/lib/libfoo.so.1", "libfoo-alone.so.1")), run],
  ["musl and a library that is missing", "musl", one(app("musl-use")), run, "libraries"],
  [
    "musl, LD_LIBRARY_PATH",
    "musl",
    one(app("musl-use"), file("a/libfoo.so.1", "libfoo-alone.so.1")),
    { ...run, Env: ["LD_LIBRARY_PATH=/a"] },
  ],
  [
    "musl, RUNPATH is inherited",
    "musl",
    one(app("musl-use-rpath"), file("opt/lib/libfoo.so.1", "libfoo.so.1"), file("opt/lib/libbar.so.1", "libbar.so.1")),
    run,
  ],
  [
    "musl, its file of folders",
    "musl",
    one(app("musl-use"), text("etc/ld-musl-x86_64.path", "/a\n/b\n"), file("b/libfoo.so.1", "libfoo-alone.so.1")),
    run,
  ],
  [
    "musl, its file hides the usual folders",
    "musl",
    one(app("musl-use"), text("etc/ld-musl-x86_64.path", "/a\n"), file("usr/lib/libfoo.so.1", "libfoo-alone.so.1")),
    run,
    "libraries",
  ],
  [
    "musl, another processor's library first",
    "musl",
    one(app("musl-use"), file("a/libfoo.so.1", "go-386"), file("b/libfoo.so.1", "libfoo-alone.so.1")),
    { ...run, Env: ["LD_LIBRARY_PATH=/a:/b"] },
    "libraries",
  ],
  [
    "musl, a symbol that its library lost",
    "musl",
    one(app("musl-use"), file("usr/lib/libfoo.so.1", "libfoo-empty.so.1")),
    run,
    "versions",
  ],
  [
    "glibc's program on musl, by a link",
    "musl",
    one(app("c-new"), link("lib64/ld-linux-x86-64.so.2", "/lib/ld-musl-x86_64.so.1")),
    run,
    "versions",
  ],
];

const rows: readonly Row[] = [
  {
    name: "another C library by LD_LIBRARY_PATH",
    base: "bookworm",
    layers: one(app("c-dynamic"), file("a/libc.so.6", "libstub.so")),
    config: { ...run, Env: ["LD_LIBRARY_PATH=/a"] },
    step: "versions",
    isOpen: true,
  },
  ...short.map(([name, base, layers, config, step]): Row => ({
    name,
    base,
    layers,
    config,
    ...(step === undefined ? {} : { step }),
  })),
  {
    name: "a symbol that its library lost, when it is called",
    base: "bookworm",
    layers: one(app("use-lazy"), file("usr/lib/libfoo.so.1", "libfoo-empty.so.1")),
    config: run,
    step: "versions",
    isOpen: true,
  },
  {
    name: "the C library deleted below a link",
    base: "bookworm",
    layers: [...one(app("c-dynamic")), ...one(whiteout("lib/x86_64-linux-gnu/libc.so.6"))],
    config: run,
    step: "interpreter",
    isOpen: true,
  },
  {
    name: "a file below a link of the base",
    base: "bookworm",
    layers: one(file("bin/app", "go-static")),
    config: { Cmd: ["/bin/app"] },
    step: "root",
    isOpen: true,
  },
];

const why = whyNoTruth();
const known: { scratch: string; launch: string; programs: Programs } = {
  scratch: "",
  launch: "",
  programs: () => new Uint8Array(),
};
const bases = new Map<Base, Blob | null>();

async function judge(path: string): Promise<ImageStart> {
  const { files, removeTempDirs } = makeFiles(known.scratch);
  try {
    const ports = { files, blobs: makeBlobs(files), decompression, now: () => 0 };
    const request = { workingDirectory: known.scratch, images: [{ path, byName: true }], digests: false };
    const { images } = await inspectImages(request, ports);
    const [image] = images;
    if (image === undefined || images.length > 1) throw new Error(`${images.length} images`);
    return image.start;
  } finally {
    removeTempDirs();
  }
}

describe.skipIf(why !== null)(`images and the kernel${why === null ? "" : ` (skipped: ${why})`}`, () => {
  beforeAll(() => {
    known.scratch = mkdtempSync(join(tmpdir(), "images-"));
    known.launch = buildLauncher(known.scratch);
    known.programs = buildImagePrograms(join(known.scratch, "programs"));
    for (const base of [...suites, "musl", "empty"] as const) bases.set(base, baseLayer(base, known.scratch));
  }, 900_000);
  afterAll(() => {
    rmSync(known.scratch, { recursive: true, force: true });
  });

  const write = ({ base, layers, config }: Row, path: string): void => {
    const filled = layers.map((layer) => ({
      ...layer,
      entries: layer.entries.map((each) =>
        typeof each.content === "string" && each.content.startsWith("program:")
          ? { ...each, content: known.programs(each.content.slice("program:".length)) }
          : each,
      ),
    }));
    writeLayout(path, { base: bases.get(base) ?? null, layers: filled, config });
  };

  it.each(rows.map((row, at) => ({ ...row, at })))("$name", async (row) => {
    const path = join(known.scratch, `image-${row.at}`);
    write(row, path);
    const found = await judge(path);
    const truth = startReally(path, known.launch);
    rmSync(path, { recursive: true });
    const outcome = row.isOpen === true ? "unknown" : row.step === undefined ? "starts" : "does-not-start";
    expect({ ...found, truth }).toMatchObject({ outcome, step: row.step ?? "hazards" });
    // What is not known may be either.
    if (row.isOpen !== true) expect({ ...found, truth }).toMatchObject({ truth: { started: row.step === undefined } });
  });

  // What other tools make of an image is the same image.
  it.each([
    { name: "an OCI archive", args: ["oci-archive:copy.tar:image"], path: "copy.tar" },
    { name: "an archive of docker save", args: ["docker-archive:copy.tar:app:v1"], path: "copy.tar" },
    { name: "layers of zstd", args: ["--dest-compress-format=zstd", "oci:copy:image"], path: "copy" },
    {
      name: "an archive with layers of zstd",
      args: ["--dest-compress-format=zstd", "oci-archive:copy.tar:image"],
      path: "copy.tar",
    },
  ])("$name by skopeo", async ({ args, path }) => {
    const wanted = rows.filter(({ name }) =>
      ["c-newer on bookworm", "c-newer on trixie", "put into an opaque folder"].includes(name),
    );
    for (const [at, row] of wanted.entries()) {
      const image = join(known.scratch, `original-${at}`);
      write(row, image);
      const copied = spawnSync("skopeo", ["copy", "-q", `oci:${image}:image`, ...args], {
        cwd: known.scratch,
        encoding: "utf8",
      });
      expect(copied.status, copied.stderr).toBe(0);
      expect(await judge(join(known.scratch, path))).toEqual(await judge(image));
      rmSync(join(known.scratch, path), { recursive: true });
      rmSync(image, { recursive: true });
    }
  });
});
