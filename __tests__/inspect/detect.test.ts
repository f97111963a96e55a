import { expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { sourceOf, text } from "./byte-source.ts";

const be = (...bytes: number[]) => Uint8Array.from([...bytes, ...new Array<number>(64).fill(0)]);

function mz(lfanew: number, signature: string): Uint8Array {
  const bytes = new Uint8Array(256);
  bytes.set(text("MZ"));
  new DataView(bytes.buffer).setUint32(0x3c, lfanew, true);
  bytes.set(text(signature), 128);
  return bytes;
}

function tar(): Uint8Array {
  const bytes = new Uint8Array(512);
  bytes.set(text("hello.txt"));
  bytes.set(text("ustar"), 257);
  return bytes;
}

it.each([
  { name: "00 an empty file", bytes: new Uint8Array(), format: null, reason: "empty file" },
  { name: "63 a script", bytes: text("#!/bin/sh\necho hi\n"), format: null, reason: "script" },
  { name: "64 a c-archive", bytes: text("!<arch>\nx/"), format: null, reason: "ar archive" },
  { name: "65 a thin archive", bytes: text("!<thin>\nx/"), format: null, reason: "thin ar archive" },
  { name: "an archive of AIX", bytes: text("<bigaf>\nx"), format: null, reason: "AIX archive" },
  {
    name: "66 fat, 4G slices",
    bytes: be(0xca, 0xfe, 0xba, 0xbe, 0xff, 0xff, 0xff, 0xff),
    format: null,
    reason: "Java",
  },
  { name: "67 a Java class", bytes: be(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 52), format: null, reason: "Java class file" },
  {
    name: "68 fat, no slices",
    bytes: be(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 0),
    format: "macho",
    reason: "nfat_arch is 0",
  },
  {
    name: "fat, two slices",
    bytes: be(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 2),
    format: "macho",
    reason: "cputype 0 slice begins inside the fat header",
  },
  {
    name: "fat, cut",
    bytes: Uint8Array.from([0xca, 0xfe, 0xba, 0xbe, 0]),
    format: "macho",
    reason: "fat header is cut off",
  },
  {
    name: "fat, 64 bits",
    bytes: be(0xca, 0xfe, 0xba, 0xbf, 0, 0, 0, 2),
    format: "macho",
    reason: "cputype 0 slice begins inside",
  },
  {
    name: "Mach-O, 64 bits",
    bytes: be(0xcf, 0xfa, 0xed, 0xfe),
    format: "macho",
    reason: "cputype is 0, which Go does not build for",
  },
  {
    name: "Mach-O, big-endian",
    bytes: be(0xfe, 0xed, 0xfa, 0xce),
    format: "macho",
    reason: "cputype is 0, which Go does not build for",
  },
  { name: "PE", bytes: mz(128, "PE\0\0"), format: "pe", reason: "Machine is 0x0, which Go does not build for" },
  { name: "74 PE, e_lfanew 4G", bytes: mz(0xffffffff, "PE\0\0"), format: null, reason: "MZ file without a PE header" },
  { name: "75 PE, e_lfanew 0", bytes: mz(0, ""), format: null, reason: "MZ file without a PE header" },
  { name: "PE, e_lfanew at the end", bytes: mz(253, ""), format: null, reason: "MZ file without a PE header" },
  { name: "79 bare MZ", bytes: text("MZ"), format: null, reason: "MZ file without a PE header" },
  { name: "XCOFF, 64 bits", bytes: be(0x01, 0xf7), format: "xcoff", reason: "neither F_EXEC nor F_SHROBJ is set" },
  { name: "XCOFF, 32 bits", bytes: be(0x01, 0xdf), format: "xcoff", reason: "neither F_EXEC nor F_SHROBJ is set" },
  {
    name: "WebAssembly",
    bytes: text("\0asm\x01\0\0\0"),
    format: "wasm",
    reason: "WebAssembly module: a host runs it and",
  },
  { name: "a WebAssembly component", bytes: text("\0asm\x0d\0\x01\0"), format: "wasm", reason: "no linkage to judge" },
  { name: "Plan 9, amd64", bytes: be(0, 0, 0x8a, 0x97), format: "plan9", reason: "Plan 9 a.out for amd64" },
  { name: "Plan 9, 386", bytes: be(0, 0, 0x01, 0xeb), format: "plan9", reason: "Plan 9 a.out for 386" },
  { name: "Plan 9, arm", bytes: be(0, 0, 0x06, 0x47), format: "plan9", reason: "Plan 9 a.out for arm" },
  { name: "a COFF object", bytes: be(0x64, 0x86, 3, 0), format: null, reason: "COFF object file" },
  { name: "a COFF object, cut", bytes: Uint8Array.from([0x64, 0x86, 3]), format: null, reason: "unknown format" },
  {
    name: "80 a git-lfs pointer",
    bytes: text("version https://git-lfs.github.com/spec/v1\n"),
    format: null,
    reason: "git-lfs",
  },
  { name: "81 gzip", bytes: be(0x1f, 0x8b, 8), format: null, reason: "gzip archive" },
  { name: "zip", bytes: text("PK\x03\x04"), format: null, reason: "zip archive" },
  { name: "xz", bytes: be(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0), format: null, reason: "xz archive" },
  { name: "zstd", bytes: be(0x28, 0xb5, 0x2f, 0xfd), format: null, reason: "zstd archive" },
  { name: "tar", bytes: tar(), format: null, reason: "tar archive" },
  { name: "text", bytes: text("root:x:0:0\n"), format: null, reason: "text file" },
  { name: "text in UTF-8", bytes: new TextEncoder().encode("gruß\n"), format: null, reason: "text file" },
  { name: "zeros", bytes: new Uint8Array(100), format: null, reason: "unknown format" },
  { name: "an ELF magic that is cut", bytes: text("\x7fEL"), format: null, reason: "unknown format" },
])("$name is $reason", ({ bytes, format, reason }) => {
  expect(inspect(sourceOf(bytes))).toEqual({
    format,
    what: expect.any(String) as string,
    machine: format === "wasm" ? "wasm" : null,
    slices: [],
    linkMode: "unknown",
    usesRuntimeCgo: null,
    go: null,
    cgoCalls: null,
    hostFiles: [],
    hardening: null,
    needs: null,
    linkage: {
      kind: "unreadable",
      reason: expect.stringContaining(reason) as string,
      loaderOnly: false,
      interpreter: null,
      needed: [],
      libc: null,
      minGlibc: null,
      minOs: null,
      hazards: [],
      runpath: [],
    },
  });
});
