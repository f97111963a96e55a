import { FormatError } from "./format-error.ts";
import type { ModInfo } from "../model/artifact.ts";

/** The keys whose values are words of the go command's own, build tags, or of the version control system. */
const shownKeys = new Set([
  ...[
    "-asan",
    "-buildmode",
    "-compiler",
    "-cover",
    "-covermode",
    "-linkshared",
    "-msan",
    "-race",
    "-tags",
    "-trimpath",
  ],
  ...["CGO_ENABLED", "DefaultGODEBUG", "GOARCH", "GOEXPERIMENT", "GOFIPS140", "GOOS"],
  ...["GO386", "GOAMD64", "GOARM", "GOARM64", "GOMIPS", "GOMIPS64", "GOPPC64", "GORISCV64", "GOWASM"],
  ...["vcs", "vcs.modified", "vcs.revision", "vcs.time"],
]);

/**
 * The lines between the marks -> their facts. Throws FormatError for the lines that debug.ParseBuildInfo of package
 * runtime/debug refuses as well, and leaves out what is between a last "\n" and the end, as it does.
 */
export function parseModInfo(text: string): ModInfo {
  let path: string | null = null;
  let main: ModInfo["main"] = null;
  const settings = new Map<string, string>();
  for (const line of text.split("\n").slice(0, -1)) {
    const [word] = line.split("\t", 1);
    const rest = line.slice((word?.length ?? 0) + 1);
    switch (word) {
      case "path":
        path = rest;
        break;
      case "mod":
        main = parseModule(rest);
        break;
      case "build": {
        const { key, value } = parseSetting(rest);
        settings.set(key, value);
        break;
      }
    }
  }
  const isShown = ([key, value]: readonly [string, string]) => shownKeys.has(key) || value === "";
  const all = Array.from(settings);
  const machineFlags = cFlagKeys.flatMap((key) => machineFlagsOf(settings.get(key) ?? ""));
  return {
    path: path === "" ? null : path,
    main,
    settings: Object.fromEntries(all.filter(isShown)),
    withheld: all.filter((setting) => !isShown(setting)).map(([key]) => key),
    ...(machineFlags.length === 0 ? {} : { machineFlags }),
  };
}

const cFlagKeys = ["CGO_CPPFLAGS", "CGO_CFLAGS", "CGO_CXXFLAGS", "CGO_FFLAGS"];

/** The words of C flags that choose what the processor has to be able to do. No other word is kept: it may be a secret. */
export function machineFlagsOf(flags: string): string[] {
  return flags.split(/[\s'"]+/).filter((word) => /^-m(?:arch=[\w.+-]{1,40}|[a-z0-9.-]{2,24})$/.test(word));
}

/** "path version [sum]"; the sum is missing, not empty, when a "=>" line follows. */
function parseModule(columns: string): ModInfo["main"] {
  const [path = "", version, _sum, ...more] = columns.split("\t");
  if (version === undefined || more.length > 0) {
    throw broken("a module that is not two or three columns");
  }
  return { path, version };
}

const quoted = /^(?:"(?:[^"\\]|\\.)*"|`[^`]*`)/su;

function parseSetting(setting: string): { readonly key: string; readonly value: string } {
  const key = quoted.exec(setting)?.[0] ?? /^[^= \t\r"`]+/.exec(setting)?.[0];
  if (key === undefined || setting[key.length] !== "=") {
    throw broken("a setting without a key");
  }
  return { key: unquote(key), value: unquote(setting.slice(key.length + 1)) };
}

/** What strconv.Quote of Go made of a text, and a text that needed no quotes as it is. */
function unquote(text: string): string {
  if (!/[ \t\r"`]/.test(text)) {
    return text;
  }
  if (quoted.exec(text)?.[0] !== text) {
    throw broken("a setting with quotes that do not match");
  }
  const content = text.slice(1, -1);
  return text.startsWith("`") ? content : content.replaceAll(escape, unescape);
}

const escape = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|(.))/gsu;

const letters: Partial<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  '"': '"',
};

function unescape(_: string, ...groups: readonly (string | undefined)[]): string {
  const [byte, short, long, octal, letter] = groups;
  if (byte !== undefined || octal !== undefined) {
    const value = byte === undefined ? parseInt(octal ?? "", 8) : parseInt(byte, 16);
    // Quote writes a byte this way when it is no text: then it is none here either.
    return value < 0x80 ? String.fromCharCode(value) : "\ufffd";
  }
  const code = short ?? long;
  const text = code === undefined ? letters[letter ?? ""] : toCharacter(parseInt(code, 16));
  if (text === undefined) {
    throw broken("a setting with an escape that Go does not have");
  }
  return text;
}

function toCharacter(code: number): string | undefined {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return isSurrogate || code > 0x10ffff ? undefined : String.fromCodePoint(code);
}

function broken(what: string): FormatError {
  return new FormatError(`Go build info has ${what}`, 0);
}
