import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { formatNames, formats } from "../src/report/formats.ts";
import { goLinkage } from "./support/cli.ts";
import { describeWith } from "./support/tools.ts";
import type { Report } from "../src/model/report.ts";

let scratch: string;

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "cli-"));
});

afterEach(() => {
  rmSync(scratch, { recursive: true, force: true });
});

function writeModule(dir: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries({ "go.mod": "module example.com/app\n\ngo 1.21\n", ...files })) {
    const path = join(dir, name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, text);
  }
}

/** A report without what differs from run to run; the linker's warnings name temporary files, with numbers of their own. */
function withoutTimes(text: string): string {
  return text
    .replaceAll(/"(buildMs|inspectMs)": \d+/g, '"$1": 0')
    .replaceAll(/ time="[\d.]+"/g, ' time="0"')
    .replaceAll(/\b\d+(?:\.\d+)?[\u00a0 ]s\b/g, "0 s")
    .replaceAll(/(class="part-of" width=)"[\d.]+"/g, '$1"0"')
    .replaceAll(/go-link-\d+|go-linkage-\w+|_cgo_[0-9a-f]+/g, "N");
}

const main = (imports = ""): string => `package main\n${imports}\nfunc main() {}\n`;

// Long rows of cli.bundle.test.ts.

describeWith(["go", "gcc"], "the command line on real programs", () => {
  it("--json prints the report and nothing else, and every format is the same for the same tree but for the times", async () => {
    const files = formatNames.map((name) => [name, formats[name].file] as const);
    const runs = await Promise.all(
      ["first", "second"].map(async (folder) => {
        const options = files.map(([name, file]) => `--report-${name}=${join(scratch, folder, file)}`);
        const { stdout } = await goLinkage(["./examples/resolver", "--json", "--strategies=all", ...options]);
        const texts = files.map(([name, file]) => [name, readFileSync(join(scratch, folder, file), "utf8")] as const);
        expect(texts.find(([name]) => name === "json")?.[1]).toBe(stdout);
        return { stdout, texts: texts.map(([name, text]) => [name, withoutTimes(text)]) };
      }),
    );
    expect(runs[0]?.texts).toEqual(runs[1]?.texts);
    expect((JSON.parse(runs[0]?.stdout ?? "") as Report).verdict.outcome).toBe("pass");
  });

  it("sorts what several modules and platforms come to, whatever the order they are given in", async () => {
    const check = async (modules: readonly string[], platforms: string): Promise<Report> => {
      const strategies = "--strategies=netgo,default,cgo-disabled";
      const { stdout } = await goLinkage([...modules, strategies, `--platforms=${platforms}`, "--json"]);
      return JSON.parse(withoutTimes(stdout)) as Report;
    };
    const modules = ["./examples/resolver", "./examples/pure"];
    const one = await check(modules, "linux/arm64,linux/amd64");
    const other = await check(modules.toReversed(), "linux/amd64,linux/arm64");
    // The C compiler of the report is that of the first module.
    expect({ ...one, environment: null }).toEqual({ ...other, environment: null });
    const names = one.cells.map((cell) => `${cell.package} ${cell.platform}`);
    expect(names).toEqual(names.toSorted());
    expect(one.cells.slice(0, 3).map(({ strategy }) => strategy)).toEqual(["default", "cgo-disabled", "netgo"]);
  });

  it("takes GOFLAGS into account, which -tags and -ldflags would otherwise discard", async () => {
    writeModule(scratch, {
      "main.go": 'package main\n\nimport "fmt"\n\nvar word = "none"\n\nfunc main() { fmt.Println(word, tagged) }\n',
      "tagged.go": "//go:build special\n\npackage main\n\nconst tagged = true\n",
      "plain.go": "//go:build !special\n\npackage main\n\nconst tagged = false\n",
    });
    const out = join(scratch, "out");
    const env = { GOFLAGS: "-tags=special '-ldflags=-X main.word=kept'" };
    const { stdout } = await goLinkage(["--json", `--output-dir=${out}`], { cwd: scratch, env });
    for (const { artifact, strategy } of (JSON.parse(stdout) as Report).cells) {
      const { stdout: printed } = await runProgram(artifact?.path ?? "");
      expect({ strategy, printed }).toEqual({ strategy, printed: "kept true\n" });
    }
  });

  it("judges cross builds for other systems by what those systems promise", async () => {
    const platforms = "linux/amd64,linux/arm64,linux/s390x,windows/amd64,darwin/arm64";
    const { stdout } = await goLinkage(["./examples/resolver", "--json", `--platforms=${platforms}`]);
    const cells = (JSON.parse(stdout) as Report).cells.filter(({ strategy }) => strategy === "cgo-disabled");
    expect(cells.map(({ platform, linkage }) => [platform, linkage?.kind])).toEqual([
      ["darwin/arm64", "system"],
      ["linux/amd64", "static"],
      ["linux/arm64", "static"],
      ["linux/s390x", "static"],
      ["windows/amd64", "system"],
    ]);
    expect(cells[0]?.linkage?.interpreter).toBe("/usr/lib/dyld");
    expect(cells[0]?.linkage?.minOs).toMatch(/^\d+\.\d+/);
    expect(cells[4]?.linkage?.needed).toContain("kernel32.dll");
  });

  it("skips the C compilers' strategies by name on a machine that has none", async () => {
    const bin = join(scratch, "bin");
    mkdirSync(bin);
    const go = (await runProgram("go", ["env", "GOROOT"])).stdout.trim();
    const { stdout } = await goLinkage(["./examples/resolver", "--json", "--strategies=all"], {
      env: { PATH: `${bin}:${join(go, "bin")}`, CC: undefined },
    });
    const cells = (JSON.parse(stdout) as Report).cells;
    expect(cells.filter(({ status }) => status === "skipped").map(({ strategy }) => strategy)).toEqual([
      "external",
      "static-pie",
      "musl",
    ]);
    for (const { reason } of cells.filter(({ status }) => status === "skipped"))
      expect(reason).toMatch(/no (C|musl) compiler for /);
  });

  it("reports a program that is static and dies at start", async () => {
    // An external link without runtime/cgo: the go command sees only the single dash spelling.
    const flags = `--flags=-ldflags="--linkmode=external -extldflags=-static"`;
    const { stdout, exitCode } = await goLinkage(["./examples/pure", "--json", "--strategies=default", flags]);
    const report = JSON.parse(stdout) as Report;
    expect(report.cells[0]?.linkage?.kind).toBe("static");
    expect(report.cells[0]?.findings.map(({ kind, level }) => [kind, level])).toContainEqual([
      "crash-at-start",
      "error",
    ]);
    expect([exitCode, report.verdict.outcome, report.recommendation[0]?.strategy]).toEqual([1, "fail", null]);
  });

  it("recommends nothing that failed, and nothing with a known hazard", async () => {
    const { stdout } = await goLinkage(["./examples/plugins", "--json"]);
    const [recommendation] = (JSON.parse(stdout) as Report).recommendation;
    expect(recommendation).toMatchObject({ strategy: null, command: null });
    expect(recommendation?.why).toContain("dlopen");
    const cgo = await goLinkage(["./examples/bindings", "--json"]);
    expect((JSON.parse(cgo.stdout) as Report).recommendation[0]).toMatchObject({ strategy: "external" });
  });

  it("what it recommends can be pasted into a shell, and builds a static binary", async () => {
    writeModule(scratch, { "cmd/app/main.go": main('import _ "os/user"') });
    const { stdout } = await goLinkage(["--json", "--strategies=default,netgo", `--flags=-ldflags='-X "main.v=a b"'`], {
      cwd: scratch,
    });
    const [recommendation] = (JSON.parse(stdout) as Report).recommendation;
    expect(recommendation?.strategy).toBe("netgo");
    const shell = await runProgram("sh", [
      "-c",
      `cd '${scratch}' && ${recommendation?.command ?? "false"} && file app`,
    ]);
    expect(shell.stdout).toContain("statically linked");
  });
});

function runProgram(program: string, args: readonly string[] = []): Promise<{ stdout: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
    let stdout = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.on("error", reject);
    child.on("close", () => {
      resolve({ stdout });
    });
  });
}
