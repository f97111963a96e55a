import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeFiles } from "../../src/ports/files.ts";
import type { ReleaseDescription } from "../../src/model/release.ts";
import { describeRelease } from "../../src/release/describe-release.ts";
import { findRelease } from "../../src/release/find-release-files.ts";

const scratch = mkdtempSync(join(tmpdir(), "find-release-"));
const { files } = makeFiles(scratch);
const build = "builds:\n  - goos: [linux]\n    id: ";

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** `-> TARGET` is a link. */
function repositoryOf(texts: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(scratch, "r-"));
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (text.startsWith("-> ")) symlinkSync(text.slice(3), join(folder, path));
    else writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function find(
  texts: Readonly<Record<string, string>>,
  below = ".",
  env: Readonly<Record<string, string>> = {},
): Promise<ReleaseDescription> {
  const repository = repositoryOf(texts);
  return findRelease({ repository, workingDirectory: join(repository, below) }, { files, env });
}

function places({ entries }: ReleaseDescription): readonly string[] {
  return entries.map(({ source, file, line, id, dir }) => `${source} ${file}:${line} ${id ?? "-"} in ${dir}`);
}

describe("the release that a repository describes", () => {
  it("is in the first file of goreleaser that is there", async () => {
    const found = await find({
      "goreleaser.yaml": `${build}third`,
      ".goreleaser.yml": `${build}second`,
      ".config/goreleaser.yaml": `${build}first`,
    });
    expect(places(found)).toEqual(["goreleaser .config/goreleaser.yaml:2 first in ."]);
  });

  it("is named after the module where the file does not say it", async () => {
    const found = await find({
      ".goreleaser.yml": "builds:\n  - goos: [linux]\n",
      "go.mod": "// x\nmodule example.com/x/app\n",
    });
    expect(places(found)).toEqual(["goreleaser .goreleaser.yml:2 app in ."]);
  });

  it("is in the files of the root and of the working directory, goreleaser's first", async () => {
    const found = await find(
      {
        ".ko.yaml": "builds: [{id: k, main: ./cmd}]",
        ".goreleaser.yml": `${build}root`,
        "sub/.goreleaser.yaml": `${build}sub\n    dir: ./x`,
        "sub/x/go.mod": "",
        "other/.goreleaser.yml": build,
      },
      "sub",
    );
    expect(places(found)).toEqual([
      "goreleaser .goreleaser.yml:2 root in .",
      "ko .ko.yaml:1 k in .",
      "goreleaser sub/.goreleaser.yaml:2 sub in sub/x",
    ]);
  });

  it("is not understood where its folder is made later", async () => {
    const { entries, notUnderstood } = await find({ ".goreleaser.yml": `${build}app\n    dir: made/later` });
    expect(entries).toEqual([]);
    expect(notUnderstood).toMatchObject([{ file: ".goreleaser.yml", line: 2, text: "made/later" }]);
  });

  it.each(["ci/app.yaml", "ci"])("is where KO_CONFIG_PATH says: %s", async (path) => {
    const ko = "builds:\n  - id: named\n    main: .\n";
    const found = await find({ "ci/app.yaml": ko, "ci/.ko.yaml": ko, ".ko.yaml": ko.replace("named", "other") }, ".", {
      KO_CONFIG_PATH: path,
    });
    expect(found.entries.map(({ id }) => id)).toEqual(["named"]);
  });

  it.each([
    ["pull_request", 1, null],
    ["pull_request_target", 0, "release configurations are not read in a run of pull_request_target"],
    ["workflow_run", 0, "release configurations are not read in a run of workflow_run"],
  ])("is read in a run of %s: %s builds", async (event, count, why) => {
    const workingDirectory = repositoryOf({ ".goreleaser.yaml": `${build}app` });
    const env = { GITHUB_EVENT_NAME: event };
    const found = await describeRelease({ ship: "auto", workingDirectory }, { files, env });
    expect([found?.description.entries.length, found?.why]).toEqual([count, why]);
  });

  it("is not looked for where a strategy is named", async () => {
    const workingDirectory = repositoryOf({ ".goreleaser.yaml": `${build}app` });
    expect(await describeRelease({ ship: "netgo", workingDirectory }, { files, env: {} })).toBeNull();
  });

  it("is not read through a link out of the repository", async () => {
    const outside = repositoryOf({ "release.yml": `${build}outside`, Dockerfile: "FROM scratch" });
    const { entries, notUnderstood } = await find({
      ".goreleaser.yml": `-> ${outside}/release.yml`,
      Dockerfile: `-> ${outside}/Dockerfile`,
      ".ko.yml": "-> nowhere",
    });
    expect(entries).toEqual([]);
    expect(notUnderstood.map(({ file, why }) => `${file} ${why}`)).toEqual([
      ".goreleaser.yml is a link out of the repository",
      "Dockerfile is a link out of the repository",
    ]);
  });

  it("is read through a link within the repository", async () => {
    expect(places(await find({ ".goreleaser.yml": "-> ci/release.yml", "ci/release.yml": `${build}linked` }))).toEqual([
      "goreleaser .goreleaser.yml:2 linked in .",
    ]);
  });

  it("is not understood where the file is too long or no file", async () => {
    const { notUnderstood } = await find({ ".goreleaser.yml": "#".repeat(600_000), ".ko.yaml/x": "" });
    expect(notUnderstood.map(({ file, why }) => `${file} ${why}`)).toEqual([
      ".goreleaser.yml is longer than 512 KiB",
      ".ko.yaml is not a file",
    ]);
  });

  it("has its Dockerfiles anywhere but among test data and code of others", async () => {
    const names = ["Dockerfile", "a/Containerfile", "a/b/app.Dockerfile", "a/Dockerfile.alpine", "w.dockerfile"];
    const others = [
      "vendor/x/Dockerfile",
      "a/testdata/Dockerfile",
      "node_modules/x/Dockerfile",
      ".github/x/Dockerfile",
      "a/Dockerfile.dockerignore",
      "Dockerfiles",
    ];
    const text = "FROM golang:1.27\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /app ./cmd/app\n";
    const { entries } = await find({
      "go.mod": "module example.com/app\n",
      "cmd/app/main.go": "package main\n",
      ...Object.fromEntries([...names, ...others].map((name) => [name, text])),
    });
    expect(entries.map(({ source, file, dir, packages }) => [source, file, dir, packages])).toEqual(
      names.toSorted().map((file) => ["dockerfile", file, ".", ["./cmd/app"]]),
    );
  });

  it("is nothing where nothing describes it, but for lines that matter", async () => {
    const found = await find({
      Makefile: "# CGO_ENABLED=1 go build\nexport CGO_ENABLED := 0\nbuild:\n\t$(GO) build ./...\n",
      "scripts/release.sh": 'set -e\nLD="-linkmode external -extldflags -static"\ngo build -ldflags "$LD" ./cmd/app\n',
      "scripts/test.sh": "CGO_ENABLED=1 go test -race ./...\n",
      ".github/workflows/ci.yml":
        "jobs:\n  a:\n    steps:\n      - run: go install ./...\n        env:\n          CGO_ENABLED: 0\n",
      "deep/Makefile": "x:\n\tCGO_ENABLED=0 go build\n",
    });
    expect({ ...found, hints: [] }).toEqual({ entries: [], notUnderstood: [], hints: [] });
    expect(found.hints).toEqual([
      { file: "Makefile", line: 2, text: "export CGO_ENABLED := 0" },
      { file: "scripts/release.sh", line: 2, text: 'LD="-linkmode external -extldflags -static"' },
      { file: ".github/workflows/ci.yml", line: 6, text: "CGO_ENABLED: 0" },
    ]);
  });
});
