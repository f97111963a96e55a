import { isAbsolute, dirname, join } from "node:path";
import { parseGoFlags, parseGOFLAGS, renderFlags } from "../go/go-flags.ts";
import type { Ports } from "../ports/types.ts";
import { type Go, mustSucceed } from "../go/command.ts";
import { readGoflags } from "../go/goflags.ts";
import { splitCC } from "../go/quoting.ts";
import type { GoFlag, GoModule } from "../model/plan.ts";
import type { CheckRequest } from "../model/request.ts";
import type { Strategy } from "../model/strategy.ts";

// What a compiled package depends on beside its files (buildActionID in cmd/go/internal/work/exec.go, go1.26).
const compileVariables = (
  "GOOS GOARCH GO386 GOAMD64 GOARM GOARM64 GOMIPS GOMIPS64 GOPPC64 GORISCV64 GOWASM GOEXPERIMENT " +
  "CC CXX CGO_ENABLED CGO_CFLAGS CGO_CPPFLAGS CGO_CXXFLAGS CGO_FFLAGS CGO_LDFLAGS"
).split(" ");
const otherVariables = ["GOCACHE", "GOCACHEPROG", "GOMODCACHE", "GOMOD", "GOWORK", "GOENV", "GOROOT"];

export type CacheFacts = {
  /** GOCACHE; null when there is no such folder to fill. */
  readonly buildFolder: string | null;
  readonly moduleFolder: string | null;
  /** The texts of all go.mod and go.sum. */
  readonly dependencies: string;
  /** Whether any module is needed that has to be downloaded. */
  readonly hasSums: boolean;
  readonly image: string;
  readonly configuration: unknown;
};

type InputContext = { readonly go: Go; readonly ports: Pick<Ports, "ask" | "env" | "files" | "host"> };

/** Asks the go command and the C compiler what keys are made of. Throws ConfigError as the plan does. */
export async function readCacheFacts(
  { where, build }: Pick<CheckRequest, "where" | "build">,
  modules: readonly GoModule[],
  context: InputContext,
): Promise<CacheFacts> {
  const environments = await Promise.all(modules.map(({ dir }) => readEnvironment(dir, context)));
  const [env = {}] = environments;
  const goflags = await readGoflags(context.go.env, env, context.ports.files);
  const folders = await moduleFolders(modules, environments, context);
  const texts = await Promise.all(folders.map((folder) => readModuleFiles(folder, context.ports)));
  const compiles = ({ name }: GoFlag): boolean => name !== "-ldflags";
  return {
    buildFolder: (env.GOCACHEPROG ?? "") === "" ? absolute(env.GOCACHE) : null,
    moduleFolder: absolute(env.GOMODCACHE),
    dependencies: texts.flat().join("\n"),
    hasSums: texts.some(([, sum]) => sum !== ""),
    image: await readImage(context.ports),
    configuration: [
      compileVariables.map((name) => env[name]),
      await readCompilerVersion(env.CC ?? "", context),
      // Without -trimpath the paths of the sources are in what is compiled.
      [context.go.root, env.GOMODCACHE],
      modules.map(({ patterns }) => patterns),
      where.platforms,
      compileKinds(build.strategies),
      renderFlags(parseGoFlags(build.flags, "flags").filter(compiles)),
      renderFlags(parseGOFLAGS(goflags).filter(compiles)),
    ],
  };
}

/** What strategies change about compiling; several may come to the same. */
function compileKinds(strategies: readonly Strategy[]): readonly string[] {
  const kinds = strategies.map(({ env, tags, buildmode, needs }) =>
    JSON.stringify([env, tags, buildmode, needs === "musl"]),
  );
  return [...new Set(kinds)].toSorted();
}

type Variables = Readonly<Record<string, string>>;

async function readEnvironment(dir: string, { go }: InputContext): Promise<Variables> {
  const args = ["env", "-json", ...otherVariables, ...compileVariables];
  const result = await go.ask(args, { cwd: dir });
  return JSON.parse(mustSucceed("go env", result)) as Variables;
}

/** Where the go.mod files are: of each place where go runs, and of what a workspace joins. */
async function moduleFolders(
  modules: readonly GoModule[],
  environments: readonly Variables[],
  { go }: InputContext,
): Promise<string[]> {
  const found = environments.map(async ({ GOMOD = "", GOWORK = "" }, index) => {
    const own = isAbsolute(GOMOD) ? [dirname(GOMOD)] : [];
    if (!isAbsolute(GOWORK)) return own;
    const workspace = dirname(GOWORK);
    const cwd = modules[index]?.dir ?? workspace;
    const { exitCode, stdout } = await go.ask(["work", "edit", "-json"], { cwd });
    const { Use = [] } =
      exitCode === 0 ? (JSON.parse(stdout) as { Use?: readonly { readonly DiskPath: string }[] | null }) : {};
    return [...own, workspace, ...(Use ?? []).map(({ DiskPath }) => absolute(DiskPath) ?? join(workspace, DiskPath))];
  });
  return [...new Set((await Promise.all(found)).flat())].toSorted();
}

/** go.mod and go.sum, or what a workspace has of them; an empty text for what is not there. */
async function readModuleFiles(folder: string, { files }: Pick<Ports, "files">): Promise<readonly [string, string]> {
  const read = async (name: string): Promise<string> => (await files.readText(join(folder, name))) ?? "";
  return [(await read("go.mod")) + (await read("go.work")), (await read("go.sum")) + (await read("go.work.sum"))];
}

/** A container has another C library than the image of its runner, so the system's own word goes first. */
async function readImage({ files, env, host }: InputContext["ports"]): Promise<string> {
  const release = host.os === "linux" ? ((await files.readText("/etc/os-release")) ?? "") : "";
  const field = (name: string): string => new RegExp(`^${name}="?([^"\\n]*)`, "m").exec(release)?.[1] ?? "";
  return [field("ID"), field("VERSION_ID")].filter((text) => text !== "").join("_") || (env.ImageOS ?? "");
}

async function readCompilerVersion(cc: string, { go, ports }: InputContext): Promise<string | null> {
  const [program = "", ...args] = splitCC(cc);
  const path = await ports.files.which(program, go.env);
  if (path === undefined) return null;
  const { stdout } = await ports.ask(path, [...args, "--version"], { cwd: ".", env: go.env });
  return stdout.split("\n")[0] ?? "";
}

/** GOCACHE may be `off`. */
function absolute(path: string | undefined): string | null {
  return path !== undefined && isAbsolute(path) ? path : null;
}
