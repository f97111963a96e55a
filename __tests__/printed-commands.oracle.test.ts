import { execFile, execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isStandalone } from "../src/model/cell.ts";
import type { Recommendation } from "../src/model/cell.ts";
import { catalog } from "../src/model/catalog.ts";
import type { Cell, Report } from "../src/model/report.ts";
import { buildLine } from "../src/report/build-line.ts";
import { plainEnvironment, runReport } from "./support/engine.ts";
import { serveEmptyImage } from "./support/empty-image.ts";
import { type PrintedRow, printedRows } from "./support/printed-rows.ts";
import { ownKind, samplesOf } from "./support/sample.ts";
import { describeWith } from "./support/tools.ts";

// Every recommendation and every printed command, run where it is printed for, with nothing set but PATH and HOME (and nothing of what
// `go env -w` wrote on this machine); what comes out is
// inspected by the product and has to be the file that the run made.

const full = process.env.FULL === "true";
const scratch = mkdtempSync(join(tmpdir(), "printed-"));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const clean = { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? homedir(), GOENV: "off" };
const tools = {
  goreleaser: "github.com/goreleaser/goreleaser/v2@v2.15.1",
  ko: "github.com/google/ko@v0.18.1",
} as const;
const toolsFolder = join(tmpdir(), "go-linkage-test-tools");

/** The real ones, which take minutes to compile the first time. */
function installTool(name: keyof typeof tools): string {
  const path = join(toolsFolder, basename(tools[name]), name);
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    const env = { ...process.env, GOBIN: dirname(path), GOFLAGS: "", GOPROXY: process.env.GOPROXY ?? "" };
    execFileSync("go", ["install", tools[name]], { cwd: scratch, env, stdio: "pipe" });
  }
  return path;
}

/** Runs it with nothing of this process' environment; throws with what it printed. */
async function runClean(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: object },
): Promise<void> {
  const env = { ...clean, ...options.env };
  try {
    await promisify(execFile)(program, args, { cwd: options.cwd, env, encoding: "utf8" });
  } catch (thrown) {
    const { stderr = "", stdout = "" } = thrown as { stderr?: string; stdout?: string };
    throw new Error(`${[program, ...args].join(" ")}\n${stdout}${stderr}`, { cause: thrown });
  }
}

class Repository {
  readonly root: string;
  readonly row: PrintedRow;

  constructor(row: PrintedRow) {
    this.row = row;
    this.root = join(mkdtempSync(join(scratch, "row-")), "repository");
    for (const [name, text] of Object.entries(row.files)) {
      const path = join(this.root, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    if (row.downloads === true) {
      const env = { ...clean, GOFLAGS: "-mod=mod" };
      execFileSync("go", ["mod", "tidy"], { cwd: this.workingDirectory, env, stdio: "pipe" });
    }
    if (row.isLoose === true) return;
    const git = (...args: readonly string[]): void => {
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...args], { cwd: this.root, stdio: "pipe" });
    };
    git("init", "-q");
    git("add", "-A");
    git("commit", "-qm", "all");
  }

  get workingDirectory(): string {
    return join(this.root, this.row.workingDirectory ?? ".");
  }

  #checked: Promise<Report> | null = null;

  check(): Promise<Report> {
    this.#checked ??= this.run("check");
    return this.#checked;
  }

  run(mode: "check" | "explain"): Promise<Report> {
    const { inputs = {}, env = {} } = this.row;
    const { GOENV, ...others } = env;
    const own = GOENV === undefined ? {} : { GOENV: join(this.root, GOENV) };
    return runReport(
      { mode, strategies: "all", "working-directory": this.workingDirectory, ...inputs },
      { ...plainEnvironment(), GOWORK: "", ...others, ...own },
    );
  }

  /** Where a Dockerfile and the files of goreleaser and ko are for. */
  copy(): string {
    const to = join(mkdtempSync(join(scratch, "copy-")), "context");
    cpSync(this.root, to, { recursive: true });
    return to;
  }
}

/** What the product says of a file that a printed command left. */
async function inspect(path: string): Promise<Cell> {
  const inputs = { mode: "inspect", "working-directory": dirname(path), binaries: basename(path) } as const;
  const { cells } = await runReport(inputs, plainEnvironment());
  const [cell] = cells;
  if (cell === undefined) throw new Error(`${path} is not there`);
  return cell;
}

/** The settings that Go has recorded in the file, but for those of version control and -trimpath. */
function settingsOf(path: string): readonly string[] {
  const text = execFileSync("go", ["version", "-m", path], { encoding: "utf8" });
  return text
    .split("\n")
    .filter((line) => line.startsWith("\tbuild\t") && !/\t(?:vcs|-trimpath)/.test(line))
    .map((line) => line.replace("\tbuild\t", ""));
}

type Expected = { readonly cell: Cell; readonly kind: string; readonly settings: readonly string[] };

async function expectSame(path: string, { cell, kind, settings }: Expected, what: string): Promise<void> {
  const made = await inspect(path);
  expect(made.linkage?.kind, what).toBe(kind);
  expect(isStandalone({ ...made, status: "built" }), what).toBe(true);
  expect(made.linkage?.libc, what).toBe(cell.linkage?.libc ?? made.linkage?.libc);
  const hazards = made.findings.filter((each) => catalog[each.kind].isHazard === true);
  expect(hazards, what).toEqual([]);
  const found = settingsOf(path);
  // ko sets -trimpath, with which Go records neither linker words nor C flags, and turns cgo off where none is used.
  if (
    !found.some((line) => line.startsWith("CGO_CFLAGS=")) ||
    !settings.some((line) => line.startsWith("CGO_CFLAGS="))
  ) {
    expect(found.filter(isLasting), what).toEqual(settings.filter(isLasting));
    return;
  }
  // goreleaser has linker words of its own where none are given.
  const isOwn = (line: string): boolean =>
    line.startsWith("-ldflags=") && !settings.some((each) => each.startsWith("-ldflags="));
  expect(
    found.filter((line) => !isOwn(line)),
    what,
  ).toEqual(settings);
}

/** The settings that Go records whatever else is set. */
function isLasting(line: string): boolean {
  return /^(?:-tags|-buildmode|GO\w+)=/.test(line);
}

function nameIn({ command }: Recommendation): string {
  const name = / -o (\S+) /.exec(command ?? "")?.[1];
  if (name === undefined) throw new Error(`no -o in ${command ?? ""}`);
  return name;
}

/** A word as Docker reads it: in double quotes a dollar sign is one only behind a backslash. */
function dockerWord(text: string): string {
  expect(text).not.toMatch(/(?<!\\)\$/);
  return text.startsWith('"') ? (JSON.parse(text.replaceAll("\\$", "$")) as string) : text;
}

/** Runs the build stage of a Dockerfile in a shell, with what its image would have as C compiler. */
async function runDockerfile(dockerfile: string, context: string): Promise<string> {
  const [stage = ""] = dockerfile.split("\n\n");
  const lines = stage.split("\n").filter((line) => !line.startsWith("#"));
  const lineOf = (word: string): string[] =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  const [folder = ""] = lineOf("WORKDIR");
  const cwd = dockerWord(folder).replace(/^\/src(?=\/|$)/, () => context);
  expect(lineOf("COPY")).toEqual([". /src"]);
  const build = lineOf("RUN").at(-1) ?? "";
  const words: unknown = build.startsWith("[") ? JSON.parse(build) : null;
  const out = mkdtempSync(join(scratch, "out-"));
  const command = (Array.isArray(words) ? String(words.at(-1)) : build)
    .replaceAll("/out/", `${out}/`)
    .replaceAll("/src/", `${context}/`);
  const isAlpine = (lineOf("FROM")[0] ?? "").includes("-alpine");
  const PATH = isAlpine ? `${muslFolder(lineOf("RUN").join("\n").includes("g++"))}:${clean.PATH}` : clean.PATH;
  await runClean("sh", ["-c", command], { cwd, env: { PATH } });
  const [entry = ""] = /^ENTRYPOINT \["\/(.*)"\]$/m.exec(dockerfile)?.slice(1) ?? [];
  return join(out, entry);
}

/** Alpine's compilers are for musl, and are called gcc and g++. */
function muslFolder(withCxx: boolean): string {
  const folder = join(scratch, withCxx ? "musl-cxx" : "musl");
  if (existsSync(folder)) return folder;
  mkdirSync(folder);
  writeFileSync(join(folder, "gcc"), '#!/bin/sh\nexec musl-gcc "$@"\n');
  const specs = "/usr/lib/x86_64-linux-musl/musl-gcc.specs";
  if (withCxx) writeFileSync(join(folder, "g++"), `#!/bin/sh\nexec /usr/bin/g++ "$@" -specs ${specs}\n`);
  for (const name of globSync(join(folder, "*"))) chmodSync(name, 0o755);
  return folder;
}

/** Which files it makes are named by id and target below dist/. */
async function runGoreleaser(goreleaser: string, form: string, context: string): Promise<string> {
  writeFileSync(join(context, ".goreleaser.yaml"), `version: 2\nproject_name: project\n${form}\n`);
  await runClean(goreleaser, ["build", "--snapshot", "--clean", "--config", ".goreleaser.yaml"], { cwd: context });
  const name = /^ {4}binary: (.*)$/m.exec(form)?.[1] ?? "";
  const [found] = [...globSync(join(context, `dist/*/${name}`)), ...globSync(join(context, `dist/*/${name}.exe`))];
  if (found === undefined) throw new Error(`goreleaser made no ${name}`);
  return found;
}

/** Where a form says that its file belongs, from the working directory. */
function savedIn(form: string): string {
  const [, quoted] = /^# Save this file in (".*")\.$/m.exec(form) ?? [];
  return quoted === undefined ? "." : (JSON.parse(quoted) as string);
}

/** ko keeps what it has built in KOCACHE; its image is made upon an empty one. */
async function runKo(ko: string, form: string, [from, platform]: readonly [string, string]): Promise<string> {
  const image = await serveEmptyImage(platform);
  try {
    const cwd = join(from, savedIn(form));
    const path = join(cwd, ".ko.yaml");
    writeFileSync(path, `defaultBaseImage: ${image.name}\n${form}\n`);
    const KOCACHE = mkdtempSync(join(scratch, "ko-"));
    const read = (key: string): string => {
      const text = new RegExp(`^ {4}${key}: (.*)$`, "m").exec(form)?.[1] ?? "";
      return text.startsWith('"') ? (JSON.parse(text) as string) : text;
    };
    const env = { KO_CONFIG_PATH: path, KO_DOCKER_REPO: image.name.replace("/base:latest", "/made"), KOCACHE };
    const [, own = ""] = /^# Run ko with (.*)\.$/m.exec(form) ?? [];
    const args = `build --push=false --sbom=none --platform=${platform} './${read("main")}'`;
    await runClean("sh", ["-c", `${own} '${ko}' ${args}`], { cwd, env });
    const [found] = globSync(join(KOCACHE, "bin/**/out"));
    if (found === undefined) throw new Error("ko built nothing");
    return found;
  } finally {
    image.close();
  }
}

const rows = full ? printedRows : samplesOf(printedRows, ownKind).filter(({ downloads }) => downloads !== true);

describeWith(["go", "gcc", "g++", "musl-gcc", "git"], "printed commands", () => {
  let goreleaser: string | null = null;
  let ko: string | null = null;
  beforeAll(() => {
    if (!full) return;
    goreleaser = installTool("goreleaser");
    ko = installTool("ko");
  }, 3_000_000);

  describe.each(rows)("$kind: $name", (row) => {
    const repository = new Repository(row);

    it("make what was built", async () => {
      const { cells, recommendation } = await repository.check();
      expect(recommendation.length).toBeGreaterThan(0);
      if (row.want !== undefined) expect(recommendation[0]?.strategy).toBe(row.want);
      for (const each of recommendation) {
        const cell = cells.find(
          ({ package: path, platform, strategy }) =>
            path === each.package && platform === each.platform && strategy === each.strategy,
        );
        if (cell === undefined || each.forms === null) {
          expect(row.want, each.why).toBe(null);
          continue;
        }
        await expectForms(each, cell);
      }
    }, 1_200_000);

    it("make what was predicted", async () => {
      const { recommendation } = await repository.run("explain");
      for (const { command, why, ...each } of recommendation) {
        if (command === null || why.includes("should be static")) continue;
        const path = join(repository.workingDirectory, folderIn(command), nameIn({ ...each, command, why }));
        await runClean("sh", ["-c", command], { cwd: repository.workingDirectory });
        expect(isStandalone({ ...(await inspect(path)), status: "built" }), command).toBe(true);
        rmSync(path);
      }
    });

    it.runIf(full)("make every build of the run again", async () => {
      const report = await repository.check();
      for (const cell of report.cells.filter(({ status }) => status === "built")) {
        const out = mkdtempSync(join(scratch, "again-"));
        const line = buildLine(cell, report);
        await runClean("sh", ["-c", line.replace("go build", () => `go build -o '${out}/'`)], {
          cwd: repository.workingDirectory,
        });
        const [path = ""] = globSync(join(out, "*"));
        expect((await inspect(path)).artifact?.sha256, line).toBe(cell.artifact?.sha256);
        rmSync(out, { recursive: true });
      }
    });

    async function expectForms(each: Recommendation, cell: Cell): Promise<void> {
      const command = each.command ?? "";
      const path = join(repository.workingDirectory, folderIn(command), nameIn(each));
      await runClean("sh", ["-c", command], { cwd: repository.workingDirectory });
      const settings = settingsOf(path);
      const expected = { cell, kind: cell.linkage?.kind ?? "", settings };
      await expectSame(path, expected, command);
      expect((await inspect(path)).artifact?.sha256, command).toBe(cell.artifact?.sha256);
      rmSync(path);
      for (const [form, made] of await runForms(each)) await expectSame(made, expected, form);
    }

    /** Each form with the file that it makes. */
    async function runForms({ forms, platform }: Recommendation): Promise<readonly (readonly [string, string])[]> {
      const { dockerfile = null, goreleaser: config = "", ko: image = null } = forms ?? {};
      for (const form of [dockerfile ?? config, config]) {
        expect(join(repository.workingDirectory, savedIn(form)).replace(/\/$/, "")).toBe(repository.root);
      }
      const made: (readonly [string, string])[] = [];
      if (dockerfile !== null && platform.startsWith("linux/amd64")) {
        made.push([dockerfile, await runDockerfile(dockerfile, repository.copy())]);
      }
      if (goreleaser !== null) made.push([config, await runGoreleaser(goreleaser, config, repository.copy())]);
      if (ko !== null && image !== null) {
        const from = join(repository.copy(), row.workingDirectory ?? ".");
        made.push([image, await runKo(ko, image, [from, platform])]);
      }
      return made;
    }
  });
});

/** `(cd 'sub dir' && …)` */
function folderIn(command: string): string {
  const quoted = /^\(cd (\S+|'[^']*') && /.exec(command)?.[1] ?? ".";
  return quoted.replace(/^'(.*)'$/, "$1");
}
