/** What the go command says of go.mod, go.sum, go.work and vendor when they do not fit together, and what mends it. */

/** `text`: one line. `fix`: what to do about it. */
type ModuleError = { readonly text: string; readonly fix: string };

type ModuleRow = {
  readonly pattern: RegExp;
  readonly text: (match: RegExpExecArray) => string;
  readonly fix: string;
};

const tidy = "run go mod tidy and commit go.mod and go.sum";

/** At most so many lines of a message are taken; a vendor folder can differ in hundreds. */
const lineLimit = 5;

/** The indented lines, or the next lines of a list, as one line. */
function joined(lines: string): string {
  const all = lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const more = all.length > lineLimit ? `; and ${all.length - lineLimit} more` : "";
  return all.slice(0, lineLimit).join("; ") + more;
}

/**
 * Messages as cmd/go/internal/modload and modfetch print them (go1.19 to go1.27). Only the go command prints them, before anything
 * is compiled, and the same on every machine.
 */
export const moduleErrors: readonly ModuleRow[] = [
  {
    pattern: /^go: inconsistent vendoring in [^\n]*:\n((?:\t[^\n]+\n?)+)/m,
    text: ([, lines = ""]) => `vendor/modules.txt does not fit go.mod: ${joined(lines)}`,
    fix: "run go mod vendor (go work vendor in a workspace) and commit the vendor folder",
  },
  {
    pattern:
      /^(?:go: )?errors parsing (?:[^\n]*[\\/])?(go\.mod|go\.work):\n((?:(?:[^\n]*[\\/])?go\.(?:mod|work):\d+:[^\n]*\n?)+)/m,
    text: ([, file = "", lines = ""]) => `${file} cannot be read: ${joined(lines)}`,
    fix: "correct the line that is named",
  },
  {
    pattern: /^(?:go: )?malformed go\.sum:\n(?:[^\n]*[\\/])?(go\.sum:\d+: [^\n]*)/m,
    text: ([, line = ""]) => `go.sum cannot be read: ${line}`,
    fix: "remove the line that is named, and run go mod tidy",
  },
  {
    pattern: /verifying ([^\s:]+): checksum mismatch\n((?:\t[^\n]*\n?)*)/,
    text: ([, module = "", lines = ""]) => `${module} is not what go.sum says: ${joined(lines).replace(/\s+/g, " ")}`,
    fix: "find out why before you change go.sum: a tag was moved, or somebody changes what you download",
  },
  {
    pattern:
      /missing go\.sum entry (?:for (?:module providing package ([^\s;:]+)|go\.mod file)|needed to verify contents)?[^\n]*/,
    text: ([all, path]) =>
      path === undefined ? `go.sum is not complete: ${all.trim()}` : `go.sum has no entry of the module of ${path}`,
    fix: tidy,
  },
  {
    pattern: /updates to go\.(mod|work|sum) needed(?:, disabled by [^\n;]*)?[^\n]*/,
    text: ([, file = ""]) => `go.${file} is not as the go command would write it, and go build does not change it`,
    fix: "run go mod tidy (go work sync in a workspace) and commit what it changes",
  },
  {
    pattern: /^go: (cannot load module (\S+) listed in go\.work file: [^\n]*)/m,
    text: ([, line = ""]) => line,
    fix: "take the folder out of go.work (go work edit -dropuse), or check it out",
  },
  {
    pattern: /^go: (module [^\n]* listed in go\.work file requires go >= [^\n]*)/m,
    text: ([, line = ""]) => line.replace(/; to update it:$/, ""),
    fix: "run go work use",
  },
  {
    pattern:
      /(?:module (\.{1,2}\/\S{0,300}|\/\S{1,300})|\(replaced by (\.{1,2}\/[^\s)]{0,300})\)): reading \S{0,300}go\.mod: [^\n]{0,600}no such file/,
    text: ([, a, b = ""]) => `the folder ${a ?? b}, which a replace line of go.mod names, has no go.mod`,
    fix: "run go mod init there, or drop the replace line",
  },
  {
    pattern: /(?:replacement directory (\S+) does not exist)/,
    text: ([, folder = ""]) => `the folder ${folder}, which a replace line of go.mod names, does not exist`,
    fix: "check it out beside the module, or drop the replace line",
  },
  {
    pattern: /cannot find module providing package ([^\s:]+): import lookup disabled by -mod=vendor/,
    text: ([, path = ""]) => `the vendor folder lacks the package ${path}`,
    fix: "run go mod vendor and commit the vendor folder",
  },
  {
    pattern:
      /current directory is contained in a module that is not one of the workspace modules|directory prefix (\S+) does not contain modules listed in go\.work[^\n]*/,
    text: ([, folder]) =>
      folder === undefined
        ? "this module is not one of those that go.work lists"
        : `go.work lists no module in ${folder}`,
    fix: "run go work use on its folder, or set GOWORK=off",
  },
  {
    pattern: /(?<!\S)(\S+): (?:invalid version: )?unknown revision (\S+)/,
    text: ([, module = "", revision = ""]) => `${module} has no version ${revision}`,
    fix: "correct the version in go.mod",
  },
  {
    pattern: /(?<!\S)(\S+): reading [^\n]*: (404 Not Found|410 Gone)/,
    text: ([, module = "", status = ""]) => `the module proxy does not have ${module} (${status})`,
    fix: "correct its path or version in go.mod; a private module needs GOPRIVATE and access to its repository",
  },
  {
    pattern: /(?<!\S)(\S+): module lookup disabled by ([^\n]*)/,
    text: ([, module = "", by = ""]) => `${module} is not here, and ${by} forbids to fetch it`,
    fix: "allow the module proxy (GOPROXY), or vendor the modules",
  },
  {
    pattern: /^go: (?:[^\n]*: )?(invalid toolchain[^\n]*|download \S+ for [^\n]*: toolchain not available)/m,
    text: ([, line = ""]) => line,
    fix: "correct the toolchain line of go.mod",
  },
];

/** The first of them that an output holds; undefined for one that holds none. Hostile text in, one line out. */
export function findModuleError(output: string): ModuleError | undefined {
  for (const { pattern, text, fix } of moduleErrors) {
    const match = pattern.exec(output);
    if (match !== null) return { text: text(match), fix };
  }
  return undefined;
}
