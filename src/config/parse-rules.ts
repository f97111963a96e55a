import {
  choiceOf,
  fieldsOf,
  isGiven,
  itemsOf,
  lineOf,
  oneOrMore,
  type Piece,
  refuse,
  shapedOf,
  textOf,
} from "./checks.ts";
import { quoted } from "./yaml-tree.ts";
import { demands, type Rule } from "../model/policy.ts";

export const ruleFields = ["packages", "platforms", "require", "max-glibc", "needed", "reason", "expires"] as const;

export function parseRule(piece: Piece): Rule {
  const fields = fieldsOf(piece, ruleFields);
  const given = (name: (typeof ruleFields)[number]): Piece | undefined => {
    const found = fields.get(name);
    return isGiven(found) ? found : undefined;
  };
  const require = given("require");
  if (require === undefined) refuse(piece, `a rule has to say what it requires: ${demands.join(", ")}`);
  const demand = choiceOf(require, demands);
  const [packages, platforms, maxGlibc, needed] = [
    given("packages"),
    given("platforms"),
    given("max-glibc"),
    given("needed"),
  ];
  const idle = maxGlibc ?? needed;
  if (demand === "none" && idle !== undefined) {
    refuse(
      idle,
      "require: none asks for nothing at all; to let a program be linked in any way, but with limits, use any",
    );
  }
  const [reason, expires] = [given("reason"), given("expires")];
  return {
    packages: packages === undefined ? ["**"] : globsOf(packages, checkPackage),
    platforms: platforms === undefined ? ["**"] : globsOf(platforms, checkPlatform),
    require: demand,
    maxGlibc:
      maxGlibc === undefined
        ? null
        : shapedOf(maxGlibc, /^\d{1,4}\.\d{1,4}(?:\.\d{1,4})?$/, 'a version of glibc, such as "2.31"'),
    needed: needed === undefined ? null : itemsOf(needed).map(checkGlob),
    reason: reason === undefined ? null : textOf(reason).trim().replace(/\s+/g, " ") || null,
    expires: expires === undefined ? null : dateOf(expires),
    line: piece.tree.spot.line,
  };
}

function globsOf(piece: Piece, check: (piece: Piece) => string): string[] {
  const pieces = oneOrMore(piece);
  if (pieces.length === 0) refuse(piece, "the list is empty, so the rule is for nothing");
  return pieces.map(check);
}

function checkGlob(piece: Piece): string {
  const glob = lineOf(piece);
  if (glob.length > 300) refuse(piece, "a glob has at most 300 characters");
  if (/[[\]{}\\!]/.test(glob)) {
    refuse(piece, `${quoted(glob)}: only ?, *, ** and ... stand for other text in a glob`);
  }
  return glob;
}

function checkPackage(piece: Piece): string {
  const glob = checkGlob(piece);
  if (/\s/.test(glob)) refuse(piece, `${quoted(glob)} holds a blank; several globs are a list`);
  if (glob === "." || glob === "./") {
    refuse(piece, "name the program by its import path, or by the end of it: the last part of the module's path");
  }
  if (glob.startsWith("../") || glob.startsWith("/")) {
    refuse(piece, `${quoted(glob)} is a path; programs are named by their import path, or by the end of it`);
  }
  return glob;
}

function checkPlatform(piece: Piece): string {
  const glob = checkGlob(piece);
  return /^[a-z0-9*?.]+(?:\/[a-z0-9*?.]+){0,2}$/.test(glob)
    ? glob
    : refuse(piece, `${quoted(glob)} is no platform: GOOS, GOOS/GOARCH or GOOS/GOARCH/VARIANT, with * for any`);
}

function dateOf(piece: Piece): string {
  const text = shapedOf(piece, /^\d{4}-\d{2}-\d{2}$/, "a day as YYYY-MM-DD");
  const parsed = new Date(`${text}T00:00:00Z`);
  const isReal = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
  return isReal ? text : refuse(piece, `there is no ${text}`);
}
