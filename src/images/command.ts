import { may } from "./user.ts";
import { look, type View } from "./view.ts";

/** What runtimes set where an image sets no PATH. */
const usualPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/**
 * Where the program of a command is: a name without a slash is looked for in the folders of PATH, and what the user may not run is passed
 * over there (runc, exec.LookPath). In words why it is nowhere.
 */
export function findCommand(name: string, view: View, path?: string | null): { readonly path: string } | string {
  if (name.includes("/")) return { path: name };
  const folders = (path ?? view.env.PATH ?? usualPath).split(":").map((folder) => (folder === "" ? "." : folder));
  const closed: string[] = [];
  for (const folder of name === "" ? [] : folders) {
    const file = `${folder.replace(/\/+$/, "")}/${name}`;
    const found = look(view, file);
    if (found.kind === "file" && may(view.user, "execute", found.node)) return { path: file };
    if (found.kind === "file" || found.kind === "forbidden") closed.push(file);
  }
  const also = closed[0] === undefined ? "" : `, and ${closed[0]} is not executable for the user`;
  return `"${name}" is in no folder of PATH (${folders.join(":")})${also}`;
}

const shells = /^(?:\/usr)?\/bin\/(?:sh|ash|bash|dash)$/;

/**
 * Of a shell form (`/bin/sh -c "exec /app --port 80"`) the program that the shell starts, where the line is nothing but one command in plain
 * words; `opaque` for any other line; null for a command that is no shell form.
 */
export function commandOfShell(words: readonly string[]): readonly string[] | "opaque" | null {
  const [shell = "", option, line = ""] = words;
  if (!shells.test(shell) || option === undefined || !/^-[eux]*c$/.test(option)) return null;
  const plain = line.trim().split(/[ \t]+/);
  // Quotes, variables, globs, redirections, several commands: the shell decides what is started.
  if (!/^[\w@%+=:,./\- \t]+$/.test(line)) return "opaque";
  const command = plain[0] === "exec" ? plain.slice(1) : plain;
  const [name = ""] = command;
  const isSet = /^\w+=/.test(name);
  return name === "" || name.startsWith("-") || isSet || builtins.has(name) ? "opaque" : command;
}

/** What a shell does itself, or what begins something that is more than one command. */
const builtins = new Set(
  ". : [ alias bg break cd case command continue echo eval exec exit export false fg for getopts hash if jobs kill printf pwd read readonly return set shift source test time times trap true type ulimit umask unalias unset until wait while".split(
    " ",
  ),
);
