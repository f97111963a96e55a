/** Reads the files that can ask for a Go version. The decision among them is wanted-go.ts. */
import path from "node:path";
import { ConfigError, toError } from "../errors.ts";
import type { Files, Log } from "../ports/types.ts";
import { quote } from "./go-version.ts";
import { resolveWantedGo, type VersionFile, type WantedGo } from "./wanted-go.ts";
import type { Environment } from "../model/environment.ts";

export type WantedRequest = {
  /** Absolute; where `go` runs, and where the search for version files starts. */
  readonly workingDirectory: string;
  readonly goVersion: string | null;
  readonly goVersionFile: string | null;
};

type FilePorts = { readonly env: Environment; readonly files: Files; readonly log: Log };

/** The Go that the inputs ask for, or else the files from the working directory upwards. Throws ConfigError. */
export async function findWantedGo(request: WantedRequest, ports: FilePorts): Promise<WantedGo> {
  const goVersion = blankToNull(request.goVersion);
  const named = blankToNull(request.goVersionFile);
  const noVersion = { goVersion: null, goVersionFile: null, found: [], goToolchain: "" };
  if (goVersion !== null) {
    if (named !== null) ports.log.warning(`go-version-file ${quote(named)} is not read: go-version takes precedence`);
    return resolveWantedGo({ ...noVersion, goVersion });
  }
  if (named !== null) {
    const goVersionFile = await readNamedFile(named, request.workingDirectory, ports);
    return resolveWantedGo({ ...noVersion, goVersionFile });
  }
  const goToolchain = ports.env.GOTOOLCHAIN ?? "";
  const found: VersionFile[] = [];
  for (const file of await candidates(request.workingDirectory, ports)) {
    const text = await readOrRefuse(file, file, ports.files);
    if (text === undefined) continue;
    found.push({ name: path.relative(request.workingDirectory, file), text });
    // The files above one that decides are nobody's business, and may be broken.
    const wanted = resolveWantedGo({ ...noVersion, found, goToolchain });
    if (wanted.from !== null && wanted.from !== "GOTOOLCHAIN") return wanted;
  }
  return resolveWantedGo({ ...noVersion, found, goToolchain });
}

/** setup-go reads the path from the workspace's root; people who paste it mean that, others the working directory. */
async function readNamedFile(name: string, workingDirectory: string, ports: FilePorts): Promise<VersionFile> {
  const workspace = ports.env.GITHUB_WORKSPACE ?? "";
  const bases = workspace === "" ? [workingDirectory] : [workspace, workingDirectory];
  for (const base of bases) {
    const text = await readOrRefuse(path.resolve(base, name), `go-version-file: ${quote(name)}`, ports.files);
    if (text !== undefined) return { name, text };
  }
  const places = [...new Set(bases)].join(" and ");
  throw new ConfigError(
    `go-version-file: ${quote(name)} does not exist below ${places}; allowed: the path of a go.mod, go.work, .go-version or .tool-versions`,
  );
}

/** In order of precedence: the go.work that governs, then folder by folder upwards go.mod, .go-version, .tool-versions. */
async function candidates(workingDirectory: string, ports: FilePorts): Promise<string[]> {
  const folders = foldersUpwards(workingDirectory);
  const goWork = await governingGoWork(folders, ports);
  const names = ["go.mod", ".go-version", ".tool-versions"];
  const others = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return goWork === undefined ? others : [goWork, ...others];
}

/** As the go command finds it (go.dev/ref/mod#workspaces): what GOWORK says, else the nearest upwards. */
async function governingGoWork(folders: readonly string[], ports: FilePorts): Promise<string | undefined> {
  const goWork = ports.env.GOWORK ?? "";
  if (goWork === "off") return undefined;
  if (goWork !== "" && goWork !== "auto") {
    if (path.isAbsolute(goWork) && (await ports.files.size(goWork)) !== undefined) return goWork;
    throw new ConfigError(
      `GOWORK: ${quote(goWork)} is not a file; allowed: "off", "auto" or the absolute path of a go.work`,
    );
  }
  for (const folder of folders) {
    const file = path.join(folder, "go.work");
    if ((await ports.files.size(file)) !== undefined) return file;
  }
  return undefined;
}

function foldersUpwards(start: string): string[] {
  const folders = [path.resolve(start)];
  for (;;) {
    const last = folders[folders.length - 1] ?? start;
    const parent = path.dirname(last);
    if (parent === last) return folders;
    folders.push(parent);
  }
}

async function readOrRefuse(file: string, label: string, files: Files): Promise<string | undefined> {
  try {
    return await files.readText(file);
  } catch (thrown: unknown) {
    throw new ConfigError(`${label} cannot be read: ${toError(thrown).message}`, { cause: thrown });
  }
}

function blankToNull(text: string | null): string | null {
  return text === null || text.trim() === "" ? null : text.trim();
}
