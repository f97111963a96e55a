import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import manifest from "../package.json" with { type: "json" };
import { findProblems, movingTag, readChangelog, type Release } from "../scripts/release.ts";
import { keepComponents } from "../scripts/sbom.ts";
import { renderLicenses } from "../scripts/licenses.ts";
import { repository, version } from "../src/version.ts";
import { root } from "./support/root.ts";

const read = (...path: string[]): string => readFileSync(join(root, ...path), "utf8");

const changelog = `# Changelog

## [1.2.0] - Unreleased

### Added

- A new thing.

## [1.1.1] - 2026-11-02

- A fix.

## [1.1.0] - 2026-10-01
`;

describe("a release", () => {
  const good: Release = {
    tag: "v1.1.1",
    version: "1.1.1",
    locked: ["1.1.1", "1.1.1"],
    repository: "someone/go-linkage",
    here: "someone/go-linkage",
    changelog,
  };

  it.each<[string, Partial<Release>, string[]]>([
    ["is published if all agree", {}, []],
    ["needs the tag of its version", { tag: "v1.1.2" }, ["the tag is v1.1.2, and package.json has version 1.1.1"]],
    ["needs a tag with a v", { tag: "1.1.1" }, ["the tag is 1.1.1, and package.json has version 1.1.1"]],
    ["needs one version", { locked: ["1.1.1", "1.1.0"] }, ["package-lock.json has another version: run npm install"]],
    ["needs a lock file", { locked: [undefined] }, ["package-lock.json has another version: run npm install"]],
    [
      "needs the name of its repository",
      { repository: "OWNER/go-linkage" },
      ["package.json names OWNER/go-linkage, and this repository is someone/go-linkage"],
    ],
    [
      "needs a section",
      { tag: "v1.1.2", version: "1.1.2", locked: ["1.1.2"] },
      ["CHANGELOG.md has no section [1.1.2]"],
    ],
    [
      "needs a date",
      { tag: "v1.2.0", version: "1.2.0", locked: ["1.2.0"] },
      ['CHANGELOG.md has no date for 1.2.0, but "Unreleased"'],
    ],
    [
      "needs notes",
      { tag: "v1.1.0", version: "1.1.0", locked: ["1.1.0"] },
      ["the section of 1.1.0 in CHANGELOG.md is empty"],
    ],
  ])("%s", (_, change, problems) => {
    expect(findProblems({ ...good, ...change })).toEqual(problems);
  });

  it("has the section of its version as notes, to the next heading", () => {
    expect(readChangelog(changelog)).toEqual([
      { version: "1.2.0", date: "Unreleased", text: "### Added\n\n- A new thing." },
      { version: "1.1.1", date: "2026-11-02", text: "- A fix." },
      { version: "1.1.0", date: "2026-10-01", text: "" },
    ]);
  });

  it.each([
    { of: "the first", tag: "v1.0.0", tags: ["v1.0.0"], moving: "v1" },
    { of: "a newer one", tag: "v1.10.0", tags: ["v1.9.0", "v1.10.0", "v1"], moving: "v1" },
    { of: "a fix of an older one", tag: "v1.9.1", tags: ["v1.9.0", "v1.9.1", "v1.10.0"], moving: null },
    { of: "a fix of an older major version", tag: "v1.9.1", tags: ["v1.9.1", "v2.0.0"], moving: "v1" },
    { of: "the next major version", tag: "v2.0.0", tags: ["v1.9.1", "v2.0.0"], moving: "v2" },
    { of: "beside a newer prerelease", tag: "v1.9.1", tags: ["v1.9.1", "v1.10.0-rc.1"], moving: "v1" },
    { of: "a prerelease", tag: "v1.10.0-rc.1", tags: ["v1.9.1"], moving: null },
    { of: "not a version", tag: "nightly", tags: [], moving: null },
  ])("moves the tag of its major version: $of", ({ tag, tags, moving }) => {
    expect(movingTag(tag, tags)).toBe(moving);
  });
});

describe("this repository", () => {
  it("has a section for its version in the changelog, newest first, each once", () => {
    const versions = readChangelog(read("CHANGELOG.md")).map((each) => each.version);
    expect(versions[0]).toBe(version);
    expect(new Set(versions).size).toBe(versions.length);
  });

  it("has one version", () => {
    const lock = JSON.parse(read("package-lock.json")) as { version: string; packages: { "": { version: string } } };
    expect([lock.version, lock.packages[""].version]).toEqual([version, version]);
  });

  it("is a package that installs nothing else: everything is bundled", () => {
    expect(manifest).not.toHaveProperty("private");
    expect(manifest).not.toHaveProperty("dependencies");
    expect(manifest).not.toHaveProperty("scripts.postinstall");
    expect(manifest.publishConfig).toEqual({ access: "public", provenance: true });
  });

  it("has one name, which package.json gives", () => {
    const folders = ["src", "docs", ".github", "scripts"];
    const files = folders.flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(?:ts|md|json|ya?ml)$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name)),
    );
    const pages = ["README.md", "RELEASING.md", "SECURITY.md"].map((name) => join(root, name));
    const names = /(?:uses: |--repo |github(?:usercontent)?\.com\/)([\w-]+\/go-linkage)\b/g;
    const owners = new Set(
      [...files, ...pages].flatMap((file) => [...readFileSync(file, "utf8").matchAll(names)].map(([, name]) => name)),
    );
    expect([...owners]).toEqual([repository]);
  });
});

type Job = {
  readonly uses?: string;
  readonly steps?: readonly { readonly uses?: string }[];
  readonly permissions?: object;
};
type Workflow = { readonly permissions: object; readonly jobs: Readonly<Record<string, Job>> };

describe("the workflows", () => {
  const folder = join(root, ".github/workflows");
  const texts = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));

  it("pin every action by commit, name its version, and use one version of each", () => {
    const uses = texts.flatMap(({ text }) =>
      [...text.matchAll(/uses: (.+)$/gm)].map(([, reference = ""]) => reference),
    );
    // The reusable workflow runs the action of its own release.
    const foreign = uses.filter((reference) => !/^(?:\.\/|OWNER\/go-linkage@v1$)/.test(reference));
    expect(foreign.length).toBeGreaterThan(15);
    expect(foreign.filter((reference) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(reference))).toEqual([]);
    const pins = new Set(foreign.map((reference) => reference.replace(/^([\w-]+\/[\w-]+)[^@]*/, "$1")));
    expect(pins.size).toBe(new Set([...pins].map((pin) => pin.replace(/@.*/, ""))).size);
  });

  it("give no job that runs code of this repository a permission to write, where a release is made", () => {
    const { jobs, permissions } = parse(read(".github/workflows/release.yml")) as Workflow;
    expect(permissions).toEqual({});
    const writing = Object.entries(jobs).filter(([, job]) => Object.values(job.permissions ?? {}).includes("write"));
    expect(writing.map(([name]) => name)).toEqual(["attest", "draft", "npm", "publish"]);
    const used = writing.flatMap(([, { steps = [] }]) => steps.map(({ uses = "" }) => uses.replace(/@.*/, "")));
    expect(used).not.toContain("actions/checkout");
  });
});

it("a bill of materials has what is bundled and the edges between", () => {
  const component = (name: string): { "bom-ref": string; name: string; version: string } => ({
    "bom-ref": `${name}@1.0.0`,
    name,
    version: "1.0.0",
  });
  const bill = {
    metadata: { component: component("folder") },
    components: ["a", "b", "c"].map(component),
    dependencies: [
      { ref: "folder@1.0.0", dependsOn: ["a@1.0.0", "c@1.0.0"] },
      { ref: "a@1.0.0", dependsOn: ["b@1.0.0", "c@1.0.0"] },
      { ref: "c@1.0.0", dependsOn: [] },
    ],
  };
  const kept = keepComponents(bill, ["a@1.0.0", "b@1.0.0"]);
  expect(kept.metadata.component.name).toBe("go-linkage");
  expect(kept.components.map(({ name }) => name)).toEqual(["a", "b"]);
  expect(kept.dependencies).toEqual([
    { ref: "folder@1.0.0", dependsOn: ["a@1.0.0"] },
    { ref: "a@1.0.0", dependsOn: ["b@1.0.0"] },
  ]);
  expect(() => keepComponents(bill, ["a@2.0.0"])).toThrow("not installed: a@2.0.0");
});

it("the licences name each package with its version", () => {
  const text = renderLicenses([{ name: "a", version: "1.0.0", license: "MIT", text: "the text" }]);
  expect(text).toContain(`${"=".repeat(80)}\na@1.0.0 (MIT)\n\nthe text\n`);
});

describe("the issue forms", () => {
  const folder = join(root, ".github/ISSUE_TEMPLATE");
  type Field = { readonly type: string; readonly id: string; readonly validations?: { readonly required: boolean } };
  type Form = { readonly name: string; readonly description: string; readonly body: readonly Field[] };
  const forms = readdirSync(folder).filter((name) => name !== "config.yml");

  it.each(forms)("%s has what GitHub needs, and is named in docs/support.md", (file) => {
    const { name, description, body } = parse(readFileSync(join(folder, file), "utf8")) as Form;
    expect(description.length).toBeLessThan(200);
    expect(new Set(body.map(({ id }) => id)).size).toBe(body.length);
    for (const { type } of body) expect(["input", "textarea", "dropdown"]).toContain(type);
    expect(body.map(({ id }) => id)).toEqual(expect.arrayContaining(["version", "report"]));
    expect(read("docs/support.md")).toContain(`“${name}”`);
  });

  it("ask for the JSON report where a verdict or advice is wrong", () => {
    const required = forms.filter((file) => {
      const { body } = parse(readFileSync(join(folder, file), "utf8")) as Form;
      return body.find(({ id }) => id === "report")?.validations?.required === true;
    });
    expect(required.toSorted()).toEqual(["wrong-advice.yml", "wrong-verdict.yml"]);
  });
});
