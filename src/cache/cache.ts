import { dirname, join } from "node:path";
import { ConfigError, Interrupted, toError } from "../errors.ts";
import type { Go } from "../go/command.ts";
import type { FetchedFolder, FolderCache, Ports, StoredFile } from "../ports/types.ts";
import {
  bytesOf,
  enoughFiles,
  isBuildCacheInUse,
  isModuleFile,
  judgeChange,
  unpackedFolder,
  usedBuildEntries,
} from "./contents.ts";
import { type CacheDecision, decideCache } from "./decide.ts";
import { describeCache } from "./describe-cache.ts";
import { type CacheFacts, readCacheFacts } from "./cache-inputs.ts";
import { buildKeys, isSameKey, moduleKeys } from "./keys.ts";
import type { Outcome } from "../model/cell.ts";
import type { GoModule } from "../model/plan.ts";
import type { CacheReport, CacheEntry, CacheKeys, CacheInput } from "../model/report.ts";
import type { CheckRequest } from "../model/request.ts";

/** A cache between its opening and its closing. */
export type OpenCache = {
  readonly port: FolderCache;
  readonly input: CacheInput;
  readonly decision: CacheDecision;
  readonly entries: readonly OpenEntry[];
  readonly restoreMs: number;
};

type OpenEntry = CacheKeys & {
  readonly name: CacheEntry["name"];
  /** GOCACHE or GOMODCACHE. */
  readonly root: string;
  /** What is saved: `root` or a folder in it. */
  readonly folder: string;
  /** Set when the folder was not ours to fill. */
  readonly refused: string | null;
  readonly fetched: FetchedFolder | null;
};

/** What decides which cache is wanted. */
type CacheRequest = Pick<CheckRequest, "mode" | "cache" | "where" | "build">;

/** Restores what an earlier run left for this one. A cache that does not work costs its deadline at most, and no failure. */
export async function openCache(
  request: CacheRequest,
  modules: readonly GoModule[],
  { go, ports }: { readonly go: Go; readonly ports: Ports },
): Promise<OpenCache | null> {
  const { folderCache: port, log } = ports;
  if (port === undefined) return null;
  const decision = decideCache(request.cache, ports.env);
  const open = { port, input: request.cache, decision, restoreMs: 0 };
  if (!decision.restore && !decision.save) {
    const text = `no build cache: ${decision.why}`;
    if (request.cache === "true") log.warning(text);
    else log.info(text);
    return { ...open, entries: [] };
  }
  return log.group("Restore the build cache", async () => {
    const started = ports.now();
    const entries = await fetchEntries(request, { go, modules, ports, port, decision });
    for (const entry of entries) log.info(describeFetched(entry));
    return { ...open, entries, restoreMs: ports.now() - started };
  });
}

type CacheContext = {
  readonly go: Go;
  readonly modules: readonly GoModule[];
  readonly ports: Ports;
  readonly port: FolderCache;
  readonly decision: CacheDecision;
};

/** What goes wrong on the way is said and not thrown, but for what would stop the plan as well. */
async function fetchEntries(request: CacheRequest, context: CacheContext): Promise<readonly OpenEntry[]> {
  const { modules, ports, port, decision } = context;
  try {
    const facts = await readCacheFacts(request, modules, context);
    const wanted = await wantedEntries(facts, request, context);
    return await Promise.all(wanted.map((entry) => fetchEntry(entry, decision, port)));
  } catch (thrown) {
    if (thrown instanceof ConfigError || thrown instanceof Interrupted) throw thrown;
    ports.log.info(`no build cache: ${toError(thrown).message}`);
    return [];
  }
}

type WantedEntry = Omit<OpenEntry, "refused" | "fetched">;

async function wantedEntries(
  { buildFolder, moduleFolder, hasSums, ...facts }: CacheFacts,
  request: CacheRequest,
  context: CacheContext,
): Promise<WantedEntry[]> {
  const entries: WantedEntry[] = [];
  if (buildFolder !== null && request.mode === "check") {
    const { os, arch } = context.ports.host;
    const today = new Date(context.port.time());
    const keys = await buildKeys({ ...facts, os, arch, goVersion: context.go.version, today });
    entries.push({ name: "build", root: buildFolder, folder: buildFolder, ...keys });
  }
  if (moduleFolder !== null && hasSums) {
    const patterns = context.modules.map((module) => module.patterns);
    const keys = await moduleKeys(patterns, facts.dependencies);
    entries.push({ name: "modules", root: moduleFolder, folder: join(moduleFolder, "cache", "download"), ...keys });
  }
  return entries;
}

const notFromChange = "left alone: the change that is judged may have saved it, and Go would believe its objects";

/** Nothing is put beside what somebody else has put there: it may be better, and a module cache is not to be written over. */
async function fetchEntry(entry: WantedEntry, decision: CacheDecision, port: FolderCache): Promise<OpenEntry> {
  const isBuild = entry.name === "build";
  const files = await port.list(entry.root, enoughFiles);
  if (isBuild ? isBuildCacheInUse(files) : files.some(({ isFolder }) => !isFolder)) {
    const variable = isBuild ? "GOCACHE" : "GOMODCACHE";
    return { ...entry, refused: `left alone: ${variable} was not empty when this step began`, fetched: null };
  }
  if (isBuild && !decision.packages) return { ...entry, refused: notFromChange, fetched: null };
  if (!decision.restore) return { ...entry, refused: null, fetched: null };
  return { ...entry, refused: null, fetched: await port.fetch({ ...entry, beside: dirname(entry.root) }) };
}

function describeFetched({ name, key, refused, fetched }: OpenEntry): string {
  if (refused !== null) return `${name}: ${refused}`;
  if (fetched?.matchedKey == null) return `${name}: nothing restored (${fetched?.trouble ?? "no entry"}) for ${key}`;
  return `${name}: restored ${fetched.matchedKey}`;
}

/**
 * Sets aside what this run used, to be saved when the job ends; the caches themselves are left as they are. Without a single
 * build that came to an end there is nothing: keys are for ever, and half an entry would stand in the way of a whole one.
 */
export async function closeCache(
  open: OpenCache | null,
  cells: readonly Pick<Outcome, "status">[] | null,
  ports: Pick<Ports, "files" | "log" | "now">,
): Promise<CacheReport | null> {
  if (open === null) return null;
  const { decision, input, restoreMs } = open;
  const isDone = cells === null || cells.some(({ status }) => status === "built");
  const report: CacheReport = {
    input,
    restores: decision.restore,
    saves: decision.save,
    why: decision.why,
    entries: await Promise.all(open.entries.map((entry) => closeEntry(entry, { open, isDone }, ports))),
    timing: { restoreMs: Math.round(restoreMs) },
  };
  if (report.entries.length > 0) ports.log.info(describeCache(report));
  return report;
}

type Closing = {
  readonly open: OpenCache;
  readonly isDone: boolean;
};

async function closeEntry(entry: OpenEntry, closing: Closing, ports: Pick<Ports, "files">): Promise<CacheEntry> {
  const { name, key, restoreKeys, fetched } = entry;
  const matchedKey = fetched?.matchedKey ?? null;
  const hit = matchedKey === null ? "none" : isSameKey(matchedKey, key) ? "exact" : "older";
  const restored =
    fetched === null || matchedKey === null
      ? null
      : { archiveBytes: fetched.archiveBytes, bytes: bytesOf(fetched.files) };
  const common = { name, key, restoreKeys, hit, matchedKey, restored } as const;
  const whyNot = whyNotSaved(entry, closing, hit);
  if (whyNot !== null) return { ...common, saved: null, why: whyNot };

  try {
    const used = await usedFiles(entry, closing.open.port, ports);
    const { save, why } = judgeChange(used, fetched?.files ?? []);
    if (!save) return { ...common, saved: null, why: `not saved: ${why}` };
    const trouble = await closing.open.port.keep({ ...entry, beside: dirname(entry.root) }, used);
    if (trouble !== null) return { ...common, saved: null, why: `not saved: ${trouble}` };
    return { ...common, saved: { bytes: bytesOf(used) }, why: `saved when the job ends: ${why}` };
  } catch (thrown) {
    if (thrown instanceof Interrupted) throw thrown;
    return { ...common, saved: null, why: `not saved: ${toError(thrown).message}` };
  }
}

function whyNotSaved(
  { refused, fetched }: OpenEntry,
  { open, isDone }: Closing,
  hit: CacheEntry["hit"],
): string | null {
  if (refused !== null) return refused;
  if (hit === "exact") return "not saved: it is there already";
  if (!open.decision.save) return `not saved: ${open.decision.why}`;
  if (!isDone) return "not saved: no build came to an end";
  return fetched?.answers === false ? `not saved: ${fetched.trouble ?? "the service does not answer"}` : null;
}

async function usedFiles(
  entry: OpenEntry,
  port: FolderCache,
  { files }: Pick<Ports, "files">,
): Promise<readonly StoredFile[]> {
  const found = await port.list(entry.folder);
  if (entry.name === "build") return usedBuildEntries(found, port.staleTime);
  const wanted = await Promise.all(
    found.filter(isModuleFile).map(async (file) => {
      const unpacked = unpackedFolder(file.path);
      return unpacked === undefined || (await files.kindOf(join(entry.root, unpacked))) === "folder" ? [file] : [];
    }),
  );
  return wanted.flat();
}
