import { dirname, relative, resolve } from "node:path";
import type { Ports } from "../ports/types.ts";
import { findRepository, gitIn, isJob, output } from "./repository.ts";

type FolderPorts = Pick<Ports, "ask" | "work" | "env" | "files">;

/**
 * In a job: from the root of the repository to a folder, with slashes; of the workspace where there is no repository. A checkout with
 * `path:` is below the workspace, and GitHub knows its files without that path. null outside of a job, and for a folder that
 * is in neither.
 */
export async function folderInRepository(dir: string, ports: FolderPorts): Promise<string | null> {
  if (!isJob(ports.env)) return null;
  const start = resolve(dir);
  const repository = await findRepository(start, ports);
  if (!("why" in repository)) return join(await folderOfRoot(repository.root, ports), repository.prefix);
  const { GITHUB_WORKSPACE: workspace = "" } = ports.env;
  const folder = relative(workspace, start).replaceAll("\\", "/");
  return workspace === "" || /^\.\.(?:\/|$)|^(?:\/|[A-Za-z]:)/.test(folder) ? null : folder;
}

/** From the repository that GitHub shows to one inside of it; empty when it is the same. */
async function folderOfRoot(root: string, ports: FolderPorts): Promise<string> {
  const outer = (await superprojectOf(root, ports)) ?? (await hostOf(root, ports));
  if (outer === null) return "";
  return join(await folderOfRoot(outer, ports), relative(outer, root).replaceAll("\\", "/"));
}

/** Of a submodule: its files are no files of the repository around it, but of no other that the job is about either. */
async function superprojectOf(root: string, ports: FolderPorts): Promise<string | null> {
  const found = await output(gitIn(root, ports)("rev-parse", "--show-superproject-working-tree"));
  return found === null ? null : resolve(found);
}

/** The repository of the job, when another one was cloned into its work tree: a file may have the same name in both. */
async function hostOf(root: string, ports: FolderPorts): Promise<string | null> {
  const outer = await findRepository(dirname(root), ports);
  if ("why" in outer || outer.root === root) return null;
  const isHost = (await isOfJob(outer.root, ports)) && !(await isOfJob(root, ports));
  return isHost ? outer.root : null;
}

async function isOfJob(root: string, ports: FolderPorts): Promise<boolean> {
  const { GITHUB_REPOSITORY: name = "" } = ports.env;
  const url = await output(gitIn(root, ports)("config", "--get", "remote.origin.url"));
  const path = (url ?? "").toLowerCase().replace(/\/$|(?:\.git)?\/?$/, "");
  return name !== "" && (path.endsWith(`/${name.toLowerCase()}`) || path.endsWith(`:${name.toLowerCase()}`));
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("/");
}
