import { join } from "node:path";
import * as v from "valibot";
import { decideCache } from "../cache/decide.ts";
import { readCacheFacts } from "../cache/cache-inputs.ts";
import { baseKey, isSameKey } from "../cache/keys.ts";
import { regressionOf } from "../judge/regression.ts";
import { ConfigError } from "../errors.ts";
import { makeGo } from "../go/command.ts";
import { catalog, type FindingKind } from "../model/catalog.ts";
import { locateModules } from "../plan/modules.ts";
import { ruleFor } from "../judge/rule-matching.ts";
import { allowsMore } from "../judge/violations.ts";
import type { FolderCache, Ports } from "../ports/types.ts";
import { version } from "../version.ts";
import { findChanges } from "./changes.ts";
import { readPayload, tipOfDefaultBranch } from "./event.ts";
import { findRepository, gitIn, output, type Repository, short } from "./repository.ts";
import type { Pair } from "./build-base.ts";
import { chooseStrategies } from "../config/choose-strategies.ts";
import { nothing } from "../model/artifact.ts";
import type { BaseCell } from "../model/baseline.ts";
import type { Cell } from "../model/cell.ts";
import type { CheckRequest } from "../model/request.ts";
import type { Toolchain } from "../model/toolchain.ts";

/*
 * What a push to the default branch leaves in the cache of the commit it built: the shipped programs that were static. A pull
 * request can plant an entry of its own, so an entry is believed only where it makes the verdict stricter: it can say that a program
 * was static, and so that a dynamic one is worse. Nothing else is in it. All that it does not settle is built.
 */

const text = v.string();
const place = { file: v.nullable(text), line: v.nullable(v.number()) };
const layout = 1;

const Memory = v.object({
  layout: v.literal(layout),
  sha: text,
  cells: v.array(
    v.object({
      package: text,
      platform: text,
      kind: v.picklist(["static", "static-pie"]),
      link: v.object({ mode: v.picklist(["internal", "external", "unknown"]), reasons: v.array(text) }),
      cgo: v.array(v.object({ package: text, chain: v.array(text), ...place })),
      /** What the go command recorded; null when it recorded nothing. */
      settings: v.nullable(v.record(text, text)),
      findings: v.array(v.object({ kind: text, message: text })),
    }),
  ),
});

type Memory = v.InferOutput<typeof Memory>;

const entryName = "base";
const fileName = "shipped.json";

type World = { readonly toolchain: Toolchain; readonly ports: Ports };

/** What is asked of the cache. */
export type Question = {
  readonly sha: string;
  readonly repository: Repository;
  /** The shipped targets of the head that may have become worse. */
  readonly open: readonly Pair[];
  /** What the head is asked for, and what the base would have been. */
  readonly request: CheckRequest;
  readonly was: CheckRequest;
};

/** The targets that the cache knows to have been static, and that are to fail for it; and what was looked for. */
export async function recall(
  question: Question,
  world: World,
): Promise<{ readonly cells: readonly BaseCell[]; readonly steps: readonly string[] }> {
  const { open, request, sha, was, repository } = question;
  const { folderCache: port, env } = world.ports;
  const isWanted = open.some((pair) =>
    isWorse(pair, { ...pair.cell, linkage: { ...nothing, kind: "static" }, findings: [] }),
  );
  if (
    port === undefined ||
    !isWanted ||
    !request.failOn.includes("regression") ||
    !decideCache(request.cache, env).restore
  )
    return { cells: [], steps: [] };
  const key = await keyOf({ request: was, sha, repository }, world);
  if (key === null) return { cells: [], steps: [] };
  const found = await fetchMemory(key, sha, { port, ports: world.ports });
  if (typeof found === "string") return { cells: [], steps: [`the cache does not know it (${found})`] };
  const cells = open.flatMap((pair): BaseCell[] => {
    const { cell } = pair;
    const before = found.cells.find((each) => each.package === cell.package && each.platform === cell.platform);
    if (before === undefined) return [];
    const base = cellOf(before, cell);
    const isExcused = allowsMore(ruleFor(cell, request.policy), cell, base);
    return !isWorse(pair, base) || isExcused ? [] : [{ head: cell, cell: base, from: "cache" }];
  });
  const noun = cells.length === 1 ? "program was" : "programs were";
  return { cells, steps: [`the cache knows that ${cells.length} ${noun} static there`] };
}

/** A program that failed to build is left out: what the machine lacks is not to be blamed on the change. */
function isWorse({ cell }: Pair, base: Cell): boolean {
  return cell.status === "built" && regressionOf(cell, base) !== undefined;
}

/** Why there is nothing, or what there is. */
async function fetchMemory(
  key: string,
  sha: string,
  { port, ports }: { readonly port: FolderCache; readonly ports: Ports },
): Promise<Memory | string> {
  const beside = await ports.files.makeTempDir();
  const folder = join(beside, entryName);
  const fetched = await port.fetch({ name: entryName, key, restoreKeys: [], folder, beside });
  // The service takes the key for the beginning of one as well.
  if (fetched.matchedKey === null || !isSameKey(fetched.matchedKey, key)) return fetched.trouble ?? "no entry";
  return parseMemory((await ports.files.readText(join(folder, fileName))) ?? "", sha) ?? "its entry cannot be read";
}

/** undefined for what is none, or of another commit. */
export function parseMemory(written: string, sha: string): Memory | undefined {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return undefined;
  }
  const parsed = v.safeParse(Memory, value);
  return parsed.success && parsed.output.sha === sha ? parsed.output : undefined;
}

/** The cell as far as it is remembered; what is not, as the head has it. */
function cellOf({ kind, link, cgo, settings, findings }: Memory["cells"][number], head: Cell): Cell {
  return {
    ...head,
    artifact: null,
    linkage: { ...nothing, kind },
    link,
    cgo,
    buildInfo: settings === null ? null : { path: null, main: null, settings, withheld: [], goVersion: "" },
    proof: null,
    base: null,
    findings: findings.flatMap(({ kind: name, message }) =>
      isFindingKind(name)
        ? [{ kind: name, level: "info" as const, message, cause: null, fix: null, file: null, line: null }]
        : [],
    ),
  };
}

function isFindingKind(name: string): name is FindingKind {
  return Object.hasOwn(catalog, name);
}

/**
 * Sets aside what is known of the shipped programs of this commit, when it is the tip of the default branch and nothing but it was
 * built. Trouble is said, and no failure.
 */
export async function remember(cells: readonly Cell[], request: CheckRequest, world: World): Promise<void> {
  const { ports } = world;
  const { folderCache: port, env, log } = ports;
  if (port === undefined || !decideCache(request.cache, env).save) return;
  const tip = tipOfDefaultBranch(env, await readPayload(ports));
  if (tip === null) return;
  const shipped = cells.flatMap((cell) => (cell.strategy === request.ship ? describe(cell) : []));
  const repository = await findRepository(request.workingDirectory, ports);
  if (shipped.length === 0 || "why" in repository) return;
  const head = await output(gitIn(repository.root, ports)("rev-parse", "HEAD"));
  const changes = await findChanges("HEAD", repository, ports);
  if (head !== tip || changes?.files.length !== 0) {
    log.info(`nothing is kept for later pull requests: what was built is not just ${short(tip)}`);
    return;
  }
  const key = await keyOf({ request, sha: tip, repository }, world);
  if (key === null) return;
  // Not in a folder of this run: the entry is packed when the job ends.
  const beside = env.RUNNER_TEMP ?? request.workingDirectory;
  const memory: Memory = { layout, sha: tip, cells: shipped };
  const entry = { name: entryName, key, restoreKeys: [], folder: beside, beside };
  const trouble = await port.keep(entry, [], { [fileName]: JSON.stringify(memory) });
  log.info(trouble ?? `kept for later pull requests, that ${shipped.length} of the shipped are static: ${key}`);
}

function describe(cell: Cell): Memory["cells"] {
  const kind = cell.linkage?.kind;
  if (kind !== "static" && kind !== "static-pie") return [];
  return [
    {
      package: cell.package,
      platform: cell.platform,
      kind,
      link: { mode: cell.link.mode, reasons: [...cell.link.reasons] },
      cgo: cell.cgo.map((user) => ({ ...user, chain: [...user.chain] })),
      settings: cell.buildInfo === null ? null : { ...cell.buildInfo.settings },
      findings: cell.findings.map(({ kind: name, message }) => ({ kind: name, message })),
    },
  ];
}

/**
 * All that may make one run ship another thing than the next one of the same commit. null when the facts cannot be had: then there
 * is nothing to be remembered, and the plan says why.
 */
async function keyOf(
  {
    request,
    sha,
    repository,
  }: { readonly request: CheckRequest; readonly sha: string; readonly repository: Repository },
  { toolchain, ports }: World,
): Promise<string | null> {
  const shipped: CheckRequest = { ...request, strategies: [request.ship] };
  try {
    const modules = await locateModules(shipped, ports.files, toolchain.env);
    const { image, configuration } = await readCacheFacts(shipped, modules, { go: makeGo(toolchain, ports), ports });
    const { packages, platforms, flags } = shipped;
    const strategy = chooseStrategies(shipped);
    const asked = [
      version,
      repository.prefix,
      packages,
      platforms,
      strategy,
      flags,
      toolchain.env.GOFLAGS,
      configuration,
    ];
    const { os, arch } = ports.host;
    return await baseKey({ os, arch, image, goVersion: toolchain.version, configuration: asked }, sha);
  } catch (thrown) {
    if (thrown instanceof ConfigError) return null;
    throw thrown;
  }
}
