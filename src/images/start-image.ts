import { posix } from "node:path";
import type { HostFile } from "../model/artifact.ts";
import type { ImageStart } from "../model/image.ts";
import { commandOfShell, findCommand } from "./command.ts";
import { type ImageConfig, type Platform, platformName } from "./config.ts";
import { hostFilesOf, missingHostFiles } from "./hazards.ts";
import { type Node, resolve, type Root } from "./root.ts";
import { type Answer, runProgram } from "./run-program.ts";
import { findUser } from "./user.ts";
import { look, readText, type View } from "./view.ts";

/** What an image is, for one platform. */
export type ImageContent = {
  /** As the index names it; null where it names none. */
  readonly listedAs: Platform | null;
  readonly config: ImageConfig;
  /** In words why its layers could not be read. */
  readonly root: Root | string;
};

export type StartedImage = {
  readonly start: ImageStart;
  /** The file that the entrypoint leads to, however it starts; null where there is none. */
  readonly file: { readonly path: string; readonly node: Node } | null;
  /** What a static program reads from its machine, and the image does not have. */
  readonly hostFiles: readonly HostFile[];
};

/** Whether the entrypoint starts: the first of the steps that fails is the answer. */
export function startImage({ listedAs, config, root }: ImageContent): StartedImage {
  const platform = config.platform ?? listedAs;
  const entrypoint = [...config.entrypoint, ...config.cmd];
  const shown = { platform: platform === null ? "unknown/unknown" : platformName(platform), entrypoint };
  const without = (answer: Answer): StartedImage => ({ start: { ...shown, ...answer }, file: null, hostFiles: [] });
  // Nothing of it could be read.
  if (platform === null && typeof root === "string") return without({ step: "root", outcome: "unknown", reason: root });
  const mismatch = checkPlatform(listedAs, config.platform);
  if (mismatch !== null || platform === null) {
    return without(
      mismatch ?? {
        step: "platform",
        outcome: "unknown",
        reason: "neither the index nor the configuration names a platform",
      },
    );
  }
  if (entrypoint.length === 0) {
    return without({ step: "command", outcome: "does-not-start", reason: "the image has neither ENTRYPOINT nor CMD" });
  }
  if (typeof root === "string") return without({ step: "root", outcome: "unknown", reason: root });
  const view = viewOf(config, root);
  if (typeof view === "string") return without({ step: "file", outcome: "does-not-start", reason: view });
  const { answer, path } = runCommand(entrypoint, { view, architecture: platform.architecture });
  const found = path === null ? null : look(view, path);
  const file = found?.kind === "file" ? { path: found.path, node: found.node } : null;
  return {
    start: { ...shown, ...answer },
    file,
    hostFiles: file === null ? [] : missingHostFiles(hostFilesOf(file.node), view),
  };
}

/** The runtime chooses by the index, and the kernel by the file. */
function checkPlatform(listedAs: Platform | null, own: Platform | null): Answer | null {
  const os = (own ?? listedAs)?.os ?? "linux";
  if (os !== "linux")
    return {
      step: "platform",
      outcome: "unknown",
      reason: `the image is for ${os}, and only images for linux are judged`,
    };
  if (listedAs === null || own === null) return null;
  const isSame = listedAs.os === own.os && listedAs.architecture === own.architecture;
  // A variant that only one of them names says nothing against the other.
  const isSameVariant = listedAs.variant === null || own.variant === null || listedAs.variant === own.variant;
  if (isSame && isSameVariant) return null;
  const reason = `the index lists the image as ${platformName(listedAs)}, and its configuration is for ${platformName(own)}`;
  return { step: "platform", outcome: isSame ? "unknown" : "does-not-start", reason };
}

/** What the process of the entrypoint sees; in words why there can be no such process. */
function viewOf({ user, workingDir, env }: ImageConfig, root: Root): View | string {
  const found = findUser(user, { passwd: readText({ root }, "/etc/passwd"), group: readText({ root }, "/etc/group") });
  if (typeof found === "string") return found;
  const cwd = posix.resolve("/", workingDir);
  // Runtimes make the folder where it is missing.
  const folder = resolve(root, cwd);
  if (folder.kind === "not-a-folder" || (folder.kind === "found" && folder.node.kind !== "folder"))
    return `the working directory ${cwd} is not a folder`;
  return { root, user: found, cwd, env, objects: new Map() };
}

type Started = { readonly answer: Answer; /** null: no folder of PATH has it. */ readonly path: string | null };

function runCommand(words: readonly string[], context: Parameters<typeof runProgram>[1]): Started {
  const [name = ""] = words;
  const found = findCommand(name, context.view);
  if (typeof found === "string")
    return { answer: { step: "command", outcome: "does-not-start", reason: found }, path: null };
  const answer = runProgram(found.path, context);
  const command = commandOfShell(words);
  if (command === null || answer.outcome !== "starts") return { answer, path: found.path };
  const line = words[2] ?? "";
  if (command === "opaque") {
    return {
      answer: { ...answer, reason: `the shell ${found.path} starts; what it does with "${line}" is not judged` },
      path: found.path,
    };
  }
  const inner = runCommand(command, context);
  return inner.path === null ? inner : { ...inner, answer: { ...inner.answer, reason: inner.answer.reason } };
}
