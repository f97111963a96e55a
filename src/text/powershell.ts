import { split } from "shlex";

/**
 * A command for a POSIX shell, as this program prints it (variables, words, perhaps in a folder), for PowerShell. Variables stay set in
 * that session. A word goes to the program as it is: PowerShell 7.3 and newer passes double quotes on.
 */
export function toPowerShell(command: string): string {
  const [, dir, inner] = /^\(cd (.+?) && (.+)\)$/s.exec(command) ?? [];
  const words = split(inner ?? command);
  const first = words.findIndex((word) => !/^\w+=/.test(word));
  const variables = words.slice(0, Math.max(0, first)).map((word) => {
    const at = word.indexOf("=");
    return `$env:${word.slice(0, at)} = ${quoted(word.slice(at + 1))}`;
  });
  const line = words
    .slice(Math.max(0, first))
    .map((word) => (/^[\w./:-]+$/.test(word) && !word.startsWith("-") ? word : quoted(word)))
    .join(" ");
  const folder = dir === undefined ? [] : [`Push-Location ${quoted(split(dir).join(" "))}`];
  return [...folder, ...variables, line, ...(dir === undefined ? [] : ["Pop-Location"])].join("; ");
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "''")}'`;
}
