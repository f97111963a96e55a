import type { ImageAdditions } from "../model/release.ts";
import type { System } from "../model/system.ts";
import { mayBringLibraries } from "./copied-libraries.ts";
import type { RepositoryView } from "./dockerfile-folders.ts";
import type { Stage, StageCopy } from "./dockerfile-stage.ts";

/** Commands that leave the C library and the loader of an image as they are, whatever their arguments are but `changes`. */
const harmless =
  /^(?:apk|apt|apt-get|microdnf|dnf|yum|go|git|addgroup|adduser|groupadd|useradd|chown|chgrp|chmod|mkdir|rm|rmdir|touch|true|echo|printf|cat|test|\[|set|cd|sleep|date|id|whoami|ls|which|update-ca-certificates|setcap|passwd)$/;

/** Arguments that may: packages of a C library, paths of libraries, other sources of packages. */
const changes =
  /libc6(?!-dev)|glibc|gcompat|\bmusl\b(?!-)|\/lib(?:32|64)?\b|\/usr\/(?:local\/)?lib|\bld-|ld\.so|sources\.list|trusted\.gpg|-(?:repository|allow-untrusted|root|installroot)\b|\bapt(?:-get)?\b.*\s-t\b|\s-X\b|(?:dist|full|release)-upgrade|>\s*\/etc\/apk|\.(?:deb|rpm|apk)\b|https?:|\$\(|`/;

/** Commands that add packages. */
const installs = /\b(?:apk\b.*\badd|(?:apt|apt-get|microdnf|dnf|yum)\b.*\binstall)\b/;

/** Files that may be libraries of the program's own. */
const mayBeLibrary = /\.so(?:\.|$|\*)|\blib(?:32|64|s|exec)?\b|\*/;

/**
 * What a stage adds to its image that decides what starts in it: nothing, packages of the distribution, or something of which nobody
 * can tell. An image without a C library has no shell either: what runs there was brought along.
 */
export function additionsOf(
  { copies, runs }: Pick<Stage, "copies" | "runs">,
  { libc }: Pick<System, "libc">,
  view: RepositoryView,
): ImageAdditions {
  if (copies.some((copy) => mayBringLibraries(copy, view))) return "unknown";
  const commands = runs.flatMap(commandsIn);
  if (libc === "none" ? runs.length > 0 : !commands.every(isHarmless)) return "unknown";
  const hasMore = copies.some(mayBringOwnLibraries);
  return hasMore || commands.some((command) => installs.test(command)) ? "packages" : "nothing";
}

/** Of a stage only the files that its builds make are known; all else may be a folder. */
function mayBringOwnLibraries({ from, sources, target, files }: StageCopy): boolean {
  if ([...sources, target].some((path) => mayBeLibrary.test(path))) return true;
  return from !== "context" && sources.some((source) => !files.includes(source) && !source.startsWith("/etc/"));
}

/** The simple commands of a script, as far as its text tells them apart. */
function commandsIn(script: string): readonly string[] {
  const lines = script.replaceAll(/\\\r?\n/g, " ").replaceAll(/^\s*#.*$/gm, "");
  return lines
    .split(/&&|\|\||[;|\n]/)
    .map((command) => command.trim())
    .filter((command) => command !== "");
}

function isHarmless(command: string): boolean {
  const [name = ""] = command.replace(/^(?:\w+=\S*\s+)+/, "").split(/\s+/);
  return harmless.test(name.split("/").at(-1) ?? "") && !changes.test(command);
}
