import { joinMessage } from "../go/source-faults.ts";
import type { Known } from "./known-errors.ts";

/** The go command's whole message from the line that matched on. */
const whole = (match: RegExpExecArray): string =>
  joinMessage(match.input.slice(match.input.lastIndexOf("\n", match.index) + 1));

const rows: readonly (readonly [pattern: RegExp, fix: string])[] = [
  [/^go: inconsistent vendoring in [^\n]*/m, "run go mod vendor (in a workspace: go work vendor) and commit vendor/"],
  [
    /^(?:go: )?(?:[^\n]*: )?errors parsing \S*go\.(?:mod|work):/m,
    "correct the line of go.mod or go.work that the message names",
  ],
  [/^go: updates to go\.(?:mod|work) needed/m, "run go mod tidy and commit go.mod and go.sum (go.work: go work sync)"],
  [/missing go\.sum entry for (?:module providing package |go\.mod file)?/, "run go mod tidy and commit go.sum"],
  [
    /replacement directory \S+ does not exist/,
    "check out the folder that the replace line of go.mod names, or drop that line",
  ],
  [
    / \(replaced by [^)\n]*\): reading \S*go\.mod: /,
    "check out the folder that the replace line of go.mod names, or drop that line",
  ],
  [
    /cannot load module \S+ listed in go\.work file/,
    "check out the folder that go.work names, or run go work edit -dropuse=DIR",
  ],
  [/module \S+ listed in go\.work file requires go/, "run go work use, which raises the go line of go.work"],
  [
    /checksum mismatch/,
    "do not ship it: the module is not what go.sum says; compare it with its source, and run go clean -modcache and go mod tidy only when it is right",
  ],
  [/: (?:invalid version: )?unknown revision \S+/, "correct the version in go.mod: the module has no such version"],
  [
    /: reading [^\n]*: (?:404 Not Found|410 Gone)/,
    "correct the module's path or version in go.mod; a private module needs GOPRIVATE and access to its repository",
  ],
  [/: module lookup disabled by /, "allow the module proxy (GOPROXY), or vendor the modules"],
  [
    /(?:current directory is contained in a module that is not one of the workspace modules|directory prefix [^\n]* does not contain modules listed in go\.work)/,
    "run go work use DIR to add the module to the workspace, or set GOWORK=off",
  ],
  [
    /^go: (?:[^\n]*: )?invalid toolchain|^go: (?:download \S+ for|downloading) go[^\n]*: toolchain not available/m,
    "correct the toolchain line of go.mod",
  ],
];

/** What the go command says of go.mod, go.sum, go.work and vendor/: its whole message, and the next step. */
export const moduleErrors: readonly Known[] = rows.map(([pattern, fix]) => ({
  kind: "module-files",
  pattern,
  cause: whole,
  fix,
}));
