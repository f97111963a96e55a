import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { checked } from "./report-schema.ts";
import { root } from "./root.ts";

export { root };

export type CliResult = { readonly exitCode: number | null; readonly stdout: string; readonly stderr: string };

/**
 * Starts the committed bundle as a user does. Environment variables set to undefined are taken away. Every report that it prints or
 * writes is held against the schema.
 */
export async function goLinkage(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string | undefined>> } = {},
): Promise<CliResult> {
  const result = await start(args, options);
  if (args.includes("--json") && result.stdout !== "") checked(JSON.parse(result.stdout));
  const [, path] = /^--report-json[=\n](.+)$/m.exec(args.join("\n")) ?? [];
  const file = path === undefined ? undefined : resolve(options.cwd ?? root, path);
  if (file !== undefined && existsSync(file)) checked(JSON.parse(readFileSync(file, "utf8")));
  return result;
}

function start(
  args: readonly string[],
  { cwd = root, env = {} }: { cwd?: string; env?: Readonly<Record<string, string | undefined>> } = {},
): Promise<CliResult> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, [resolve(root, "dist/cli.js"), ...args], {
      cwd,
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.on("error", reject);
    child.on("close", (exitCode) => {
      done({ exitCode, stdout, stderr });
    });
  });
}
