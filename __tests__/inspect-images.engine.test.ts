import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ConfigError } from "../src/errors.ts";
import { renderHtml } from "../src/report/html.ts";
import { renderJunit } from "../src/report/junit.ts";
import { renderMarkdown } from "../src/report/markdown.ts";
import { renderSarif } from "../src/report/sarif.ts";
import { renderTerminal } from "../src/report/terminal.ts";
import type { Inputs } from "../src/config/inputs.ts";
import type { Report } from "../src/model/report.ts";
import { buildElf } from "./support/elf-builder.ts";
import { plainEnvironment, runReport } from "./support/engine.ts";
import { archiveOf, dockerArchiveOf, type ImageSpec, layoutOf, tarOf } from "./support/image-builder.ts";

const scratch = mkdtempSync(join(tmpdir(), "inspect-images-"));
const program = buildElf().bytes;
const dynamic = buildElf({
  interpreter: "/lib64/ld-linux-x86-64.so.2",
  dynamic: { needed: ["libc.so.6"], debug: true },
});
const imageOf = (content: Uint8Array | null): ImageSpec => ({
  config: { Entrypoint: ["/app"] },
  layers: [{ tar: tarOf(content === null ? [] : [{ path: "app", content }]) }],
});

beforeAll(() => {
  for (const [name, bytes] of layoutOf([imageOf(program), { ...imageOf(program), architecture: "arm64" }])) {
    mkdirSync(dirname(join(scratch, "layout", name)), { recursive: true });
    writeFileSync(join(scratch, "layout", name), bytes);
  }
  writeFileSync(join(scratch, "dynamic.tar"), archiveOf(layoutOf([imageOf(dynamic.bytes)])));
  writeFileSync(join(scratch, "missing.tar"), archiveOf(dockerArchiveOf(imageOf(null))));
  writeFileSync(join(scratch, "static.tar"), archiveOf(dockerArchiveOf(imageOf(program))));
  writeFileSync(join(scratch, "files.tar"), tarOf([{ path: "app", content: program }]));
});

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const inspect = (inputs: Partial<Inputs>): Promise<Report> =>
  runReport({ mode: "inspect", "working-directory": scratch, ...inputs }, plainEnvironment());

it("has a row for every platform, and fails for the one that does not start", async () => {
  const { cells, verdict } = await inspect({ images: "layout" });
  expect(cells.map(({ artifact, platform, image }) => [artifact?.path, platform, image?.step, image?.outcome])).toEqual(
    [
      ["layout!/app", "linux/amd64", "hazards", "starts"],
      ["layout!/app", "linux/arm64", "machine", "does-not-start"],
    ],
  );
  expect(verdict.outcome).toBe("fail");
});

it("says in every format what does not start, and why", async () => {
  const report = await inspect({ images: "dynamic.tar" });
  const says = "/app needs the loader /lib64/ld-linux-x86-64.so.2, which the image does not have";
  const texts = [
    renderTerminal(report, { color: false, width: 200 }),
    renderMarkdown(report).replaceAll(/[`\\]/g, ""),
    renderSarif(report),
    renderJunit(report),
    (await renderHtml(report)).replaceAll(/<[^>]*>/g, ""),
  ];
  for (const text of texts) expect(text.replaceAll(/\s+/g, " ")).toContain(says);
});

it("has a row without a program where the entrypoint is missing", async () => {
  const report = await inspect({ images: "missing.tar", require: "static" });
  expect(report.cells).toMatchObject([
    { package: "missing.tar!/app", status: "skipped", artifact: null, linkage: null, image: { step: "file" } },
  ]);
  expect(report.verdict.reason).toContain("missing.tar!/app does not start: /app is not in the image");
});

it("takes a path that is an image for one, and asks of its program what is required", async () => {
  expect((await inspect({ binaries: "static.tar", require: "static" })).verdict.outcome).toBe("pass");
});

it.each([
  ["nope.tar", '"nope.tar" does not exist'],
  ["files.tar", '"files.tar" is neither an OCI layout nor an archive of one'],
])("refuses %s", async (images, says) => {
  const run = inspect({ images });
  await expect(run).rejects.toThrow(ConfigError);
  await expect(run).rejects.toThrow(says);
});
