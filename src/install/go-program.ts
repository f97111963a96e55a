/** Asks a go program what it is, and sets up the environment in which our children find it. */
import path from "node:path";
import { ConfigError, Interrupted, toError } from "../errors.ts";
import { noGoflags } from "../go/goflags.ts";
import { isShortage } from "../ports/trouble.ts";
import type { CommandResult, Ports } from "../ports/types.ts";
import { parseGoVersionOutput, quote } from "./go-version.ts";
import type { Environment } from "../model/environment.ts";

/** What it takes to ask a go program. */
export type ProbePorts = Pick<Ports, "env" | "files" | "host" | "work">;

/** A go program that answered. */
export type GoProgram = {
  /** semver */
  readonly version: string;
  readonly root: string;
  /** Path of the program. */
  readonly go: string;
};

export type Probe =
  | { readonly kind: "go"; readonly program: GoProgram }
  | { readonly kind: "absent" }
  | { readonly kind: "broken"; readonly go: string; readonly why: string };

/** The Go that PATH finds. Never throws for a Go that does not work: that is `broken`. Throws where no program could be started. */
export async function probePath(workingDirectory: string, ports: ProbePorts): Promise<Probe> {
  const go = await ports.files.which("go", ports.env);
  return go === undefined ? { kind: "absent" } : probeGo(go, workingDirectory, ports);
}

/** The Go below a root, such as one in the tool cache. */
export async function probeRoot(root: string, workingDirectory: string, ports: ProbePorts): Promise<Probe> {
  return probeGo(goBelow(root, ports.host.os), workingDirectory, ports);
}

/**
 * The environment for everything that runs this Go: no GOROOT (an inherited one belongs to another Go), GOTOOLCHAIN=local
 * (no toolchain is fetched behind our back) and `<root>/bin` first on PATH.
 */
export function goEnvironment(root: string, ports: Pick<Ports, "env" | "host">): Environment {
  // Windows has one variable whichever way it is spelled; everywhere else only PATH is PATH.
  const isPath = (name: string): boolean => name === "PATH" || (ports.host.os === "windows" && /^path$/i.test(name));
  const inherited = Object.entries(ports.env).find(([name]) => isPath(name))?.[1] ?? "";
  const rest = Object.entries(cleanEnvironment(ports.env)).filter(([name]) => !isPath(name));
  const bin = path.join(root, "bin");
  return {
    ...Object.fromEntries(rest),
    PATH: inherited === "" ? bin : `${bin}${path.delimiter}${inherited}`,
  };
}

function cleanEnvironment(env: Environment): Environment {
  const rest = Object.entries(env).filter(([name]) => name !== "GOROOT");
  return { ...Object.fromEntries(rest), GOTOOLCHAIN: "local" };
}

async function probeGo(go: string, workingDirectory: string, ports: ProbePorts): Promise<Probe> {
  const broken = (why: string): Probe => ({ kind: "broken", go, why });
  const env = cleanEnvironment(ports.env);
  const ask = (variables: Environment): Promise<CommandResult> =>
    // Work: it may be a shim that starts others, or a go for another machine, which @actions/exec can meet with a crash.
    ports.work(go, ["env", "-json", "GOVERSION", "GOROOT"], { cwd: workingDirectory, env: variables });
  try {
    // -w and -u in GOFLAGS are flags of `go env`, too.
    const result = await ask({ ...env, GOFLAGS: noGoflags });
    if (result.exitCode !== 0) {
      const plain = result.signal === null ? await ask(withoutGoVariables(env)) : result;
      if (plain.exitCode === 0) throw new ConfigError(describeVariables(env, result.stderr.trim()));
      const ended = result.signal === null ? `exit code ${String(result.exitCode)}` : `signal ${result.signal}`;
      return broken(`go env ended with ${ended}: ${quote(result.stderr.trim())}`);
    }
    const { GOVERSION: output, GOROOT: root } = JSON.parse(result.stdout) as Record<string, unknown>;
    const version = typeof output === "string" ? parseGoVersionOutput(output) : undefined;
    if (version === undefined || typeof root !== "string" || root === "") {
      return broken(`go env reports no version and root: ${quote(result.stdout.trim())}`);
    }
    // Past a shim or link: the program in the root is the one that builds with that root.
    const own = goBelow(root, ports.host.os);
    return { kind: "go", program: { version, root, go: (await ports.files.size(own)) === undefined ? go : own } };
  } catch (thrown: unknown) {
    const error = toError(thrown);
    if (error instanceof Interrupted || error instanceof ConfigError || isShortage(error)) throw error;
    return broken(error.message);
  }
}

/** Nothing that the go command reads, what `go env -w` wrote included. */
function withoutGoVariables(env: Environment): Environment {
  const rest = Object.entries(env).filter(([name]) => !name.startsWith("GO"));
  return { ...Object.fromEntries(rest), GOENV: "off", GOTOOLCHAIN: "local" };
}

/** A go that works is refused by its variables: those that it names, as they are set, and its own words. */
function describeVariables(env: Environment, message: string): string {
  const named = Object.keys(env).filter((name) => name.startsWith("GO") && message.includes(name));
  const set = named.map((name) => `${name}=${env[name] ?? ""}`).join(" ");
  return `the go command refuses its environment${set === "" ? "" : ` (${set})`}: ${message}; correct the variable, or what go env -w wrote`;
}

function goBelow(root: string, os: string): string {
  return path.join(root, "bin", os === "windows" ? "go.exe" : "go");
}
