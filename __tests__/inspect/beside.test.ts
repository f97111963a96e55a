import { expect, it } from "vitest";
import { isBeside } from "../../src/inspect/beside.ts";

const text = { format: null, what: "text file" };
const empty = { format: null, what: "empty file" };
const unknown = { format: null, what: "file of an unknown format" };
const gzip = { format: null, what: "gzip archive" };

it.each([
  { path: "dist/app-arm64", found: text, beside: false },
  { path: "dist/app.exe", found: text, beside: false },
  { path: "dist/app-1.2.3", found: text, beside: false },
  { path: "dist/app-1.2", found: empty, beside: false },
  { path: "dist/app.linux-amd64", found: text, beside: false },
  { path: "dist/app", found: gzip, beside: false },
  { path: "dist/app", found: unknown, beside: false },
  { path: "dist/licensed", found: text, beside: false },
  { path: "dist/app.txt", found: { format: "elf" as const, what: "ELF file" }, beside: false },
  { path: "dist/run", found: { format: null, what: "script" }, beside: true },
  { path: "dist/app.SHA256", found: text, beside: true },
  { path: "dist/app.sig", found: unknown, beside: true },
  { path: "dist/app.tar.gz", found: gzip, beside: true },
  { path: "dist/SHA256SUMS", found: text, beside: true },
  { path: "dist/README.en", found: text, beside: true },
  { path: "dist/app.1", found: text, beside: true },
  { path: "dist/app.1", found: unknown, beside: false },
  { path: "root/usr/share/doc/app/copyright", found: text, beside: true },
  { path: "root/usr/share/info/app.info", found: text, beside: true },
  { path: "root/usr/share/doc/app/example", found: { format: "elf" as const, what: "ELF file" }, beside: false },
  { path: "root/usr/share/app/helper", found: text, beside: false },
  { path: "dist/.gitkeep", found: empty, beside: true },
])("$path, $found.what: $beside", ({ path, found, beside }) => {
  expect(isBeside(path, found)).toBe(beside);
});
