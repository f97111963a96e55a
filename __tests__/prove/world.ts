/** Real programs and real ports for the tests of this stage. */
import { execFileSync } from "node:child_process";
import { chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeWork } from "../../src/ports/work.ts";
import { type Go, makeGo } from "../../src/go/command.ts";
import { makeFiles } from "../../src/ports/files.ts";
import type { ProvePorts } from "../../src/prove/prove-ports.ts";
import type { Exec } from "../../src/ports/types.ts";
import type { Environment } from "../../src/model/environment.ts";
import type { Toolchain } from "../../src/model/toolchain.ts";

export const programs: Readonly<Record<string, string>> = {
  hello: `func main() { os.Stdout.WriteString("hello " + strings.Join(os.Args, " ")) }`,
  sleep: `func main() { os.Stdout.WriteString("up"); time.Sleep(time.Hour) }`,
  exit3: `func main() { os.Exit(3) }`,
  loud: `func main() { for i := 0; i < 10; i++ { os.Stdout.WriteString(strings.Repeat("x", 1<<20)) } }`,
  environ: `func main() { os.Stdout.WriteString(strings.Join(os.Environ(), ",") + ".") }`,
  odd: `func main() { os.Stdout.WriteString("a\\"\\\\\\x1b\\n\\xff\\u00e9") }`,
  look: `func main() {
	for _, name := range []string{"/etc/passwd", "/proc/self/status", os.Args[1]} {
		_, err := os.ReadFile(name)
		os.Stdout.WriteString(fmt.Sprint(err == nil, " "))
	}
	os.Stdout.WriteString(fmt.Sprint(os.Mkdir(os.Args[2]+"/made", 0o777) == nil, " ", os.Getuid()))
}`,
  // Leaves a child behind that holds the output open, in a session of its own.
  daemon: `func main() {
	if len(os.Args) > 2 { time.Sleep(time.Hour) }
	attr := &os.ProcAttr{Files: []*os.File{nil, os.Stdout, os.Stdout}, Sys: &syscall.SysProcAttr{Setsid: true}}
	child, err := os.StartProcess(os.Args[1], []string{"left-behind", os.Args[1], "stay"}, attr)
	if err != nil { panic(err) }
	os.Stdout.WriteString(fmt.Sprint(child.Pid))
}`,
};

const imports = ["fmt", "os", "strings", "syscall", "time"];

export function writePrograms(dir: string): void {
  const files: Record<string, string> = { "go.mod": "module example.com/app\n\ngo 1.19\n" };
  for (const [name, body] of Object.entries(programs)) {
    const used = imports.filter((path) => body.includes(`${path}.`)).map((path) => `import "${path}"\n`);
    files[`${name}/main.go`] = `package main\n\n${used.join("")}\n${body}\n`;
  }
  const c = "int answer(void) { return 42; }";
  files["cgo/main.go"] = `package main\n\n// ${c}\nimport "C"\n\nfunc main() { println(C.answer()) }\n`;
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(dir, path, ".."), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
}

export type GoBuild = {
  readonly program: string;
  readonly env?: Environment;
  readonly flags?: readonly string[];
};

/** Builds a program below `dir` and returns its path. */
export function goBuild(dir: string, { program, env = { CGO_ENABLED: "0" }, flags = [] }: GoBuild): string {
  const file = join(mkdtempSync(join(dir, "out-")), program);
  execFileSync("go", ["build", "-buildvcs=false", ...flags, "-o", file, `./${program}`], {
    cwd: dir,
    env: { ...process.env, GOFLAGS: "", GOWORK: "off", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  return file;
}

export const nobody = 65534;
export const isRoot = process.getuid?.() === 0;

/** The exec of a user who is nobody. */
export function asNobody(exec: Exec): Exec {
  const ids = [`--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups"];
  return (program, args, options) => exec("setpriv", [...ids, program, ...args], options);
}

export type World = {
  readonly dir: string;
  readonly toolchain: Toolchain;
  readonly ports: ProvePorts;
  readonly lines: string[];
  readonly abort: AbortController;
  readonly remove: () => void;
};

/** `owner` gets the temporary folders. */
export function makeWorld(owner: "me" | "nobody" = "me"): World {
  const dir = mkdtempSync(join(tmpdir(), "prove-"));
  execFileSync("chmod", ["755", dir]);
  const abort = new AbortController();
  const { files } = makeFiles(dir, (path) => {
    if (owner === "nobody") chownSync(path, nobody, nobody);
  });
  const lines: string[] = [];
  const env = Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? ""]));
  return {
    dir,
    lines,
    abort,
    toolchain: { version: "1.26.0", root: "", go: "go", source: "path", why: "", sha256: null, env },
    ports: {
      host: { os: "linux", arch: goArch(), cpus: 2 },
      work: makeWork(abort.signal),
      files,
      log: {
        group: (_title, body) => body(),
        info: (line) => void lines.push(line),
        warning: (line) => void lines.push(line),
        raw: (line) => void lines.push(line),
        activity: () => (line) => void lines.push(line),
      },
    },
    remove: () => {
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function goArch(): string {
  return execFileSync("go", ["env", "GOHOSTARCH"], { encoding: "utf8" }).trim();
}

/** The go command of a world. Nothing is asked of it. */
export function goOf({ toolchain, ports: { work } }: Pick<World, "toolchain" | "ports">): Go {
  return makeGo(toolchain, { ask: work, work });
}

/** Ids of the processes with this in their command line. */
export function processesWith(text: string): string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && execFileSync("cat", [`/proc/${pid}/cmdline`], { stdio: "pipe" }).includes(text);
    } catch {
      return false;
    }
  });
}
