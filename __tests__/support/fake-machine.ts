import { basename, join, matchesGlob, relative } from "node:path";
import { configure } from "../../src/config/configure.ts";
import type { Inputs } from "../../src/config/inputs.ts";
import type { Environment } from "../../src/model/environment.ts";
import type { Report } from "../../src/model/report.ts";
import type { CommandResult, Exec, Files, Ports } from "../../src/ports/types.ts";
import { run } from "../../src/run.ts";
import { buildElf } from "./elf-builder.ts";
import { checked } from "./report-schema.ts";

// A machine that is a table: files, a Go, a C compiler, and no repository. The whole program runs on it in some ms, so every branch
// of its middle layer can have a row. What a real Go answers is what the engine tests are for.

/** A package main of the module example.com/app, in the folder cmd/NAME. */
export type FakeProgram = {
  /** Packages of the standard library; one with cgo makes it dynamic unless cgo is off or it is linked with -static. */
  readonly imports?: readonly string[];
  /** Its own files are for cgo only. */
  readonly cgoOnly?: boolean;
  /** `go list` finds it broken. */
  readonly error?: string;
  /** What go build prints when it fails. */
  readonly fails?: string;
  /** A file of another kind than what the linker makes. */
  readonly bytes?: Uint8Array;
};

export type FakeMachine = {
  readonly programs?: Readonly<Record<string, FakeProgram>>;
  /** Beside go.mod and the programs; absolute, or below /app. */
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Environment;
  /** Programs on PATH beside go: gcc alone unless something is said. */
  readonly tools?: readonly string[];
  /** Answers in place of the fake ones, by program and first argument, such as "go env". */
  readonly answers?: Readonly<Record<string, Partial<CommandResult> | Error>>;
  readonly ports?: Partial<Ports>;
};

export type Played = {
  readonly report: Report;
  /** What was started: the program's name and its arguments. */
  readonly commands: readonly string[];
  readonly log: readonly string[];
};

const ok: CommandResult = { exitCode: 0, signal: null, stdout: "", stderr: "", durationMs: 5 };
const withCgo = new Set(["net", "os/user"]);
const goEnv: Environment = {
  GOVERSION: "go1.26.8",
  GOROOT: "/go",
  GOOS: "linux",
  GOARCH: "amd64",
  GOHOSTOS: "linux",
  GOHOSTARCH: "amd64",
  GOMOD: "/app/go.mod",
  GOFLAGS: "",
  CC: "gcc",
  CGO_ENABLED: "1",
};

/** Plays the program with inputs, in /app. The report keeps its schema. Throws what the program throws. */
export async function play(inputs: Partial<Inputs>, machine: FakeMachine = {}): Promise<Played> {
  const commands: string[] = [];
  const log: string[] = [];
  const ports = makePorts(machine, { commands, log });
  const { request } = await configure({ "working-directory": "/app", ...inputs }, ports);
  return { report: checked(await run(request, ports)), commands, log };
}

type Recording = { readonly commands: string[]; readonly log: string[] };

function makePorts(machine: FakeMachine, { commands, log }: Recording): Ports {
  const { programs = {}, tools = ["gcc"] } = machine;
  const stored = new Map<string, Uint8Array | string>([
    ["/app/go.mod", "module example.com/app\n\ngo 1.22\n"],
    ["/go/bin/go", ""],
    ...tools.map((tool) => [`/bin/${tool}`, ""] as const),
    ...Object.entries(programs).map(([name, program]) => [`/app/cmd/${name}/main.go`, sourceOf(program)] as const),
    ...Object.entries(machine.files ?? {}).map(([path, text]) => [join("/app", path), text] as const),
  ]);
  const exec: Exec = (path, args, { env }) => {
    const command = [basename(path), ...args];
    commands.push(command.join(" "));
    const answer = machine.answers?.[command.slice(0, 2).join(" ")];
    if (answer instanceof Error) return Promise.reject(answer);
    return Promise.resolve({
      ...(answer === undefined ? answerOf(command, env, { programs, stored }) : ok),
      ...answer,
    });
  };
  return {
    env: { PATH: "/go/bin:/bin", HOME: "/root", ...machine.env },
    host: { os: "linux", arch: "amd64", cpus: 2 },
    ask: exec,
    work: exec,
    files: memoryFiles(stored),
    decompression: unused("decompression"),
    toolCache: unused("toolCache"),
    network: unused("network"),
    log: {
      group: (title, body) => {
        log.push(`group: ${title}`);
        return body();
      },
      info: (text) => void log.push(text),
      warning: (text) => void log.push(`warning: ${text}`),
      raw: (text) => void log.push(text),
      activity: (title) => (outcome, ended) => void log.push(`${title}: ${outcome} ${ended?.trouble ?? ""}`.trim()),
    },
    now: () => 0,
    today: () => "2026-11-27",
    ...machine.ports,
  };
}

/** A port that a row must not need. */
function unused(name: string): never {
  return new Proxy({} as never, {
    get: (_, method) => () => Promise.reject(new Error(`${name}.${String(method)} is not part of this machine`)),
  });
}

function sourceOf({ imports = [] }: FakeProgram): string {
  return ["package main", "", ...imports.map((path) => `import _ "${path}"`), "", "func main() {}", ""].join("\n");
}

type Disk = {
  readonly programs: Readonly<Record<string, FakeProgram>>;
  readonly stored: Map<string, Uint8Array | string>;
};

function answerOf([program = "", ...args]: readonly string[], env: Environment, disk: Disk): CommandResult {
  if (program === "git") return { ...ok, exitCode: 128, stderr: "fatal: not a git repository\n" };
  if (program !== "go") return { ...ok, stdout: `${program} (Debian 12.2.0-14) 12.2.0\n` };
  switch (args[0]) {
    case "env": {
      const all = { ...goEnv, ...env };
      return {
        ...ok,
        stdout: JSON.stringify(Object.fromEntries(args.slice(2).map((name) => [name, all[name] ?? ""]))),
      };
    }
    case "list":
      return args.includes("-export") ? { ...ok, exitCode: 1 } : listed(env, disk);
    case "tool":
      return { ...ok, stdout: "js/wasm\nlinux/amd64\nlinux/arm64\nwindows/amd64\n" };
    case "build":
      return build(args.slice(1), env, disk);
    default:
      throw new Error(`go ${args.join(" ")} is not part of this machine`);
  }
}

/** `go list -json`: what is imported stands before its importers. */
function listed(env: Environment, { programs }: Disk): CommandResult {
  const usesCgo = env.CGO_ENABLED !== "0";
  const paths = [...new Set(Object.values(programs).flatMap(({ imports = [] }) => imports))];
  const standard = paths.map((path) => ({
    ImportPath: path,
    Name: basename(path),
    Dir: `/go/src/${path}`,
    Standard: true,
    DepOnly: true,
    GoFiles: ["a.go"],
    ...(withCgo.has(path) && usesCgo ? { CgoFiles: ["cgo_linux.go"] } : {}),
  }));
  const mains = Object.entries(programs).map(([name, { imports = [], cgoOnly, error }]) => {
    const isLeftOut = cgoOnly === true && !usesCgo;
    return {
      ImportPath: `example.com/app/cmd/${name}`,
      Name: isLeftOut ? "" : "main",
      Dir: `/app/cmd/${name}`,
      Module: { Main: true, Path: "example.com/app", GoMod: "/app/go.mod" },
      ...(cgoOnly === true ? (isLeftOut ? { IgnoredGoFiles: ["main.go"] } : { CgoFiles: ["main.go"] }) : {}),
      ...(cgoOnly === true ? {} : { GoFiles: ["main.go"] }),
      ...(error === undefined ? {} : { Error: { Err: error } }),
      ...(isLeftOut ? { Error: { Err: "build constraints exclude all Go files" } } : {}),
      Imports: imports,
    };
  });
  return { ...ok, stdout: [...standard, ...mains].map((each) => `${JSON.stringify(each, null, "\t")}\n`).join("") };
}

/** `go build -o FOLDER/ FLAGS PACKAGES`: what fails leaves nothing, and the others are there all the same. */
function build(args: readonly string[], env: Environment, { programs, stored }: Disk): CommandResult {
  const folder = args[1] ?? "";
  const names = args.filter((word) => word.startsWith("example.com/app/cmd/")).map((path) => basename(path));
  const errors = names.flatMap((name) => {
    const program = programs[name] ?? {};
    const fails = program.fails ?? program.error;
    if (fails !== undefined) return [`# example.com/app/cmd/${name}\n${fails}\n`];
    stored.set(join(folder, name), program.bytes ?? linked(program, { args, env }));
    return [];
  });
  return { ...ok, exitCode: errors.length === 0 ? 0 : 1, stderr: errors.join("") };
}

function linked(
  { imports = [], cgoOnly = false }: FakeProgram,
  { args, env }: { readonly args: readonly string[]; readonly env: Environment },
): Uint8Array {
  const tags = args.find((word) => word.startsWith("-tags=")) ?? "";
  const usesCgo =
    env.CGO_ENABLED !== "0" && (cgoOnly || imports.some((path) => withCgo.has(path) && !tags.includes("netgo")));
  const isStatic = !usesCgo || args.some((word) => word.includes("-static"));
  return isStatic
    ? buildElf({ code: [0xc3] }).bytes
    : buildElf({
        code: [0xc3],
        interpreter: "/lib64/ld-linux-x86-64.so.2",
        dynamic: { needed: ["libc.so.6"], versions: [{ library: "libc.so.6", names: ["GLIBC_2.34"] }] },
      }).bytes;
}

async function* streamOf(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield await Promise.resolve(bytes);
}

function memoryFiles(stored: Map<string, Uint8Array | string>): Files {
  const bytesOf = (path: string): Uint8Array => {
    const content = stored.get(path);
    if (content === undefined) throw new Error(`there is no ${path}`);
    return typeof content === "string" ? new TextEncoder().encode(content) : content;
  };
  const isFolder = (path: string): boolean => [...stored.keys()].some((each) => each.startsWith(`${path}/`));
  let folders = 0;
  return {
    readText: (path) => Promise.resolve(stored.has(path) ? new TextDecoder().decode(bytesOf(path)) : undefined),
    sha256: () => Promise.resolve("0".repeat(64)),
    withSource: (path, use) => {
      const bytes = bytesOf(path);
      return use({ size: bytes.length, read: (offset, length) => bytes.slice(offset, offset + length) });
    },
    size: (path) => Promise.resolve(stored.has(path) ? bytesOf(path).length : isFolder(path) ? 0 : undefined),
    kindOf: (path) => Promise.resolve(stored.has(path) ? "file" : isFolder(path) ? "folder" : undefined),
    realPath: (path) => Promise.resolve(stored.has(path) || isFolder(path) ? path : undefined),
    glob: (pattern, cwd) =>
      Promise.resolve(
        [...stored.keys()]
          .map((path) => relative(cwd, path))
          .filter((path) => matchesGlob(path, pattern))
          .toSorted(),
      ),
    stream: (path) => Object.assign(streamOf(bytesOf(path)), { skip: () => 0 }),
    walk: (folder) =>
      Promise.resolve(
        [...stored.keys()]
          .filter((path) => path.startsWith(`${folder}/`))
          .map((path) => ({ path: relative(folder, path), kind: "file" as const })),
      ),
    writeBytes: async (path, bytes) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of bytes) pieces.push(piece);
      stored.set(path, Buffer.concat(pieces));
    },
    makeTempDir: () => Promise.resolve(`/tmp/${++folders}`),
    writeText: (path, text) => Promise.resolve(void stored.set(path, text)),
    move: (from, to) => {
      stored.set(to, bytesOf(from));
      stored.delete(from);
      return Promise.resolve();
    },
    remove: (path) => Promise.resolve(void stored.delete(path)),
    which: (program, env) =>
      Promise.resolve(
        (env.PATH ?? "")
          .split(":")
          .map((folder) => join(folder, program))
          .find((path) => stored.has(path)),
      ),
  };
}
