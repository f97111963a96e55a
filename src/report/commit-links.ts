import { relative, resolve } from "node:path";
import { sanitize } from "../text/text.ts";
import type { Environment } from "../model/environment.ts";
import type { Source } from "../model/report.ts";

/** What the variables of a workflow run say (GitHub's list of default environment variables). */
export function sourceOf(env: Environment, workingDirectory: string): Source | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha, GITHUB_WORKSPACE: root } = env;
  if (env.GITHUB_ACTIONS !== "true" || !server || !repository || !sha || !root) return null;
  if (!/^https?:\/\/[\w.:-]+$/.test(server) || !/^[\w.-]+\/[\w.-]+$/.test(repository) || !/^[0-9a-f]{40,64}$/.test(sha))
    return null;
  const folder = relative(root, resolve(workingDirectory)).replaceAll("\\", "/");
  // A folder outside of the workspace is in no commit.
  return /^\.\.(?:\/|$)|^(?:\/|[A-Za-z]:)/.test(folder) ? null : { url: `${server}/${repository}`, sha, folder };
}

/** A file of the working directory, as the repository names it. */
export function pathInRepository(file: string, source: Source | null): string {
  return source === null || source.folder === "" ? file : `${source.folder}/${file}`;
}

/** A path as a relative reference (RFC 3986, section 4.2): whatever it holds, it stays a path. */
export function encodePath(path: string): string {
  return path
    .split("/")
    .map((segment) => encode(sanitize(segment)))
    .join("/");
}

/** Where GitHub shows a line of the commit. */
export function linkToLine(file: string, line: number | null, source: Source): string {
  const path = encodePath(pathInRepository(file, source));
  return `${source.url}/blob/${source.sha}/${path}${line === null ? "" : `#L${line}`}`;
}

/** Where GitHub shows a commit. */
export function linkToCommit(sha: string, { url }: Source): string {
  return `${url}/commit/${sha}`;
}

/** Without the characters that end a link in Markdown. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
