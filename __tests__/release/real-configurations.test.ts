import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parsePlatform } from "../../src/go/platform.ts";
import type { NotUnderstood, ReleaseDockerfile, ReleaseEntry } from "../../src/model/release.ts";
import { readGoreleaser } from "../../src/release/goreleaser.ts";
import { readKo } from "../../src/release/ko.ts";
import { root } from "../support/cli.ts";

// The shapes of configurations of public repositories, in other words; __tests__/golden/release/ has what they are read as.
const fixtures = join(root, "__tests__/release/fixtures");

/** The platform as a person reads it, and the settings for it. */
function describePlatform(entry: ReleaseEntry, name: string): string {
  const [goos = "", goarch = ""] = name.split("/");
  const settings = entry.settingsFor(parsePlatform(name, [`${goos}/${goarch}`]));
  if (settings === null) return "not built";
  if (settings.kind === "not-understood") return describeTrouble(settings);
  const env = settings.env.map(({ name: variable, value, line }) => `${variable}=${value} (:${line})`);
  const flags = settings.flags.map(({ value, line }) => `${value.replaceAll("\n", "\\n")} (:${line})`);
  return ["", ...env, ...flags].join("\n      ");
}

function describeTrouble({ file, line, text, why }: NotUnderstood): string {
  return `NOT UNDERSTOOD ${file}:${line}: ${JSON.stringify(text)}: ${why}`;
}

function describeBuild({ target, args }: ReleaseDockerfile): string {
  const given = [...args].map(([name, value]) => ` ${name}=${value ?? "?"}`);
  return [...(target === null ? [] : [` as ${target}`]), ...(given.length === 0 ? [] : [" with", ...given])].join("");
}

function describeEntry(entry: ReleaseEntry): string {
  const { source, file, line, id, dir, packages, platforms, image, dockerfiles = [] } = entry;
  const settings = new Map<string, string[]>();
  for (const name of platforms ?? ["linux/amd64", "linux/arm/v7"]) {
    const text = describePlatform(entry, name);
    settings.set(text, [...(settings.get(text) ?? []), name]);
  }
  return [
    `${source} ${file}:${line} ${id ?? "-"}: ${packages?.join(" ") ?? "every program"} in ${dir}`,
    ...(image === null ? [] : [`  image ${image.base ?? `not known: ${image.text}`} (:${image.line})`]),
    ...dockerfiles.map(
      (each) =>
        `  ${each.binary ?? "?"} into ${each.path} (:${each.line}) on ${each.platforms.join(" ")}${describeBuild(each)}`,
    ),
    ...(platforms === null ? ["  any platform"] : []),
    ...[...settings].map(([text, names]) => `  ${names.join(" ")}: ${text}`),
  ].join("\n");
}

const rows = ["goreleaser", "ko"].flatMap((kind) =>
  readdirSync(join(fixtures, kind)).map((name) => ({
    kind,
    name,
    text: readFileSync(join(fixtures, kind, name), "utf8"),
  })),
);

describe("configurations of public repositories", () => {
  it.each(rows)("$kind: $name", async ({ kind, name, text }) => {
    const env = { PATH: "/usr/bin", WITH_MAYBE: "yes" };
    const read = kind === "ko" ? readKo : readGoreleaser;
    const { entries, notUnderstood } = await read({ file: name, text }, { env, projectName: "module" });
    const lines = [...entries.map(describeEntry), ...notUnderstood.map(describeTrouble)];
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(
      join(root, "__tests__/golden/release", `${kind}-${name}.txt`),
    );
  });
});
