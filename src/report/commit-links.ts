import { posix } from "node:path";
import { sanitize } from "../text/text.ts";
import type { Environment } from "../model/environment.ts";
import type { Report, Source } from "../model/report.ts";

/** What the variables of a workflow run say (GitHub's list of default environment variables). `folder`: see Report. */
export function sourceOf(env: Environment, folder: string | null): Source | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha } = env;
  if (env.GITHUB_ACTIONS !== "true" || !server || !repository || !sha || folder === null) return null;
  if (!/^https?:\/\/[\w.:-]+$/.test(server) || !/^[\w.-]+\/[\w.-]+$/.test(repository) || !/^[0-9a-f]{40,64}$/.test(sha))
    return null;
  return { url: `${server}/${repository}`, sha, folder };
}

/** A file as the repository names it, from its name relative to the working directory; null for one outside of the repository. */
export function pathInRepository(file: string, { source, folder }: Pick<Report, "source" | "folder">): string | null {
  return pathBelow(source?.folder ?? folder ?? "", file);
}

function pathBelow(folder: string, file: string): string | null {
  const path = file.replaceAll("\\", "/");
  const isAbsolute = path.startsWith("/") || /^[A-Za-z]:/.test(path);
  const found = posix.normalize(posix.join(folder, path));
  return isAbsolute || /^\.{1,2}(?:\/|$)/.test(found) ? null : found;
}

/** A path as a relative reference (RFC 3986, section 4.2): whatever it holds, it stays a path. */
export function encodePath(path: string): string {
  return path
    .split("/")
    .map((segment) => encode(sanitize(segment)))
    .join("/");
}

/** Where GitHub shows a line of the commit; null where it cannot. */
export function linkToLine(file: string, line: number | null, source: Source | null): string | null {
  const path = source === null ? null : pathBelow(source.folder, file);
  if (source === null || path === null) return null;
  return `${source.url}/blob/${source.sha}/${encodePath(path)}${line === null ? "" : `#L${line}`}`;
}

/** Where GitHub shows a commit. */
export function linkToCommit(sha: string, { url }: Source): string {
  return `${url}/commit/${sha}`;
}

/** Without the characters that end a link in Markdown. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
