/** Go through the module proxy: a go command that is there already fetches another one and verifies it (go.dev/doc/toolchain, Go 1.21 and newer). */
import path from "node:path";
import semver from "semver";
import { noGoflags } from "../go/goflags.ts";
import type { CommandResult, Ports } from "../ports/types.ts";
import type { GoProgram, ProbePorts } from "./go-program.ts";
import { goToSemver, quote, semverToGo } from "./go-version.ts";

/** The first go command that can run another one. */
const oldestFetcher = "1.21.0";

/** A list that takes longer than this is not worth the wait: the archives are asked for instead. In ms. */
const listTimeoutMs = 60_000;

/** Whether this go command can fetch another one. */
export function canFetch({ version }: GoProgram): boolean {
  return semver.gte(version, oldestFetcher);
}

/** `GOTOOLCHAIN=path` and `…+path` look for other Gos on PATH and nowhere else. `local` concerns version lines: setup-go sets it in every job. */
export function allowsFetching({ GOTOOLCHAIN = "" }: Ports["env"]): boolean {
  return !/(?:^|\+)path$/.test(GOTOOLCHAIN.trim());
}

/** The versions (semver) that earlier fetches have left in the module cache, for this machine. */
export async function listModuleCache(fetcher: GoProgram, ports: ProbePorts): Promise<readonly string[]> {
  const { os, arch } = ports.host;
  const result = await run(fetcher, { args: ["env", "GOMODCACHE"] }, ports);
  const folder = result.exitCode === 0 ? result.stdout.trim() : "";
  if (!path.isAbsolute(folder)) return [];
  const program = os === "windows" ? "go.exe" : "go";
  const found = await ports.files.glob(`golang.org/toolchain@v0.0.1-go*.${os}-${arch}/bin/${program}`, folder);
  return found.flatMap((file) => versionIn(/@v0\.0\.1-go([^/\\]+)\.[^./\\]+[/\\]bin/.exec(file)?.[1]));
}

/** The versions (semver) that the module proxy has; a text that says why where it does not answer. */
export async function listProxy(fetcher: GoProgram, ports: ProbePorts): Promise<readonly string[] | string> {
  const result = await run(fetcher, { args: ["list", "-m", "-versions", "go"], timeoutMs: listTimeoutMs }, ports);
  if (result.exitCode !== 0) return lastLine(result.stderr);
  return result.stdout.trim().split(/\s+/).slice(1).flatMap(versionIn);
}

/** Has the go command fetch a version (semver); its root, or a text that says why there is none. */
export async function fetchToolchain(
  version: string,
  fetcher: GoProgram,
  ports: ProbePorts,
): Promise<{ readonly root: string } | string> {
  const env = { GOTOOLCHAIN: toolchainName(version) };
  const result = await run(fetcher, { args: ["env", "GOROOT"], env }, ports);
  const root = result.stdout.trim();
  return result.exitCode === 0 && path.isAbsolute(root) ? { root } : lastLine(result.stderr);
}

/** `1.26.8` → `go1.26.8` */
export function toolchainName(version: string): string {
  return `go${semverToGo(version)}`;
}

function versionIn(text: string | undefined): readonly string[] {
  const version = text === undefined ? undefined : goToSemver(text);
  return version === undefined ? [] : [version];
}

/** What the go command gives as the reason stands last, after lines about what it downloads. */
function lastLine(text: string): string {
  return quote(
    text
      .trim()
      .split("\n")
      .findLast((line) => !line.startsWith("\t")) ?? "no message",
  );
}

type Question = {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
};

// In GOROOT: a go.mod that cannot be read, or a vendor folder, is nobody's business here.
async function run(fetcher: GoProgram, { args, env, ...limit }: Question, ports: ProbePorts): Promise<CommandResult> {
  const { GOROOT: _, ...inherited } = ports.env;
  return ports.work(fetcher.go, args, {
    cwd: fetcher.root,
    env: { ...inherited, GOTOOLCHAIN: "local", GOWORK: "off", GOFLAGS: noGoflags, ...env },
    ...limit,
  });
}
