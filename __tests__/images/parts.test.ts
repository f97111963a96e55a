import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandOfShell } from "../../src/images/command.ts";
import { readConfig } from "../../src/images/config.ts";
import { readLdCache } from "../../src/images/ld-cache.ts";
import { readObject } from "../../src/images/object.ts";
import { commandOfEnv, readShebang } from "../../src/images/script.ts";
import { findUser, may } from "../../src/images/user.ts";
import { sourceOf } from "../inspect/byte-source.ts";
import { bytesOf } from "../support/image-builder.ts";

const passwd = "root:x:0:0:root:/root:/bin/sh\nweb:x:1000:1000::/:\n12:x:77:78::/:\n";
const group = "root:x:0:\nwww:x:20:other,web\nweb:x:1000:\n";

describe("users", () => {
  it.each([
    ["", { uid: 0, gid: 0, groups: [] }],
    ["web", { uid: 1000, gid: 1000, groups: [20] }],
    ["1000", { uid: 1000, gid: 1000, groups: [20] }],
    ["web:www", { uid: 1000, gid: 20, groups: [] }],
    ["5:6", { uid: 5, gid: 6, groups: [] }],
    ["5", { uid: 5, gid: 0, groups: [] }],
    ["12", { uid: 12, gid: 0, groups: [] }],
    ["gone", 'the user "gone" is unknown: /etc/passwd of the image does not have it'],
    ["web:gone", 'the group "gone" is unknown: /etc/group of the image does not have it'],
    ["99999999999", 'the user "99999999999" is unknown: /etc/passwd of the image does not have it'],
  ])("%j", (user, want) => {
    expect(findUser(user, { passwd, group })).toEqual(want);
  });

  it.each([
    [0, 0o100, true],
    [0, 0o644, false],
    [1, 0o001, true],
    [1, 0o770, false],
    [7, 0o077, false],
    [8, 0o010, true],
    [8, 0o701, false],
  ] as const)("user %i may run mode %o: %s", (uid, mode, want) => {
    expect(may({ uid, gid: uid === 8 ? 9 : 1, groups: [] }, "execute", { mode, uid: 7, gid: 9 })).toBe(want);
  });
});

describe("scripts", () => {
  it.each([
    ["#!/bin/sh\necho", { interpreter: "/bin/sh", argument: null }],
    ["#! \t/bin/sh -e -x \n", { interpreter: "/bin/sh", argument: "-e -x" }],
    ["#!/bin/sh", { interpreter: "/bin/sh", argument: null }],
    ["#!\n", null],
    ["#!/bin/sh\0x\n", { interpreter: "/bin/sh", argument: null }],
    [`#!/${"x".repeat(300)}\n`, null],
    [`#!/bin/sh ${"x".repeat(300)}\n`, { interpreter: "/bin/sh", argument: "x".repeat(246) }],
    [" #!/bin/sh\n", null],
  ])("%j", (text, want) => {
    expect(readShebang(bytesOf(text))).toEqual(want);
  });

  it.each([
    [["bash"], { words: ["bash"], path: null }],
    [["-S", "A=1 bash -e"], { words: ["bash", "-e"], path: null }],
    [["-S", "PATH=/opt bash"], { words: ["bash"], path: "/opt" }],
    [["-i", "bash"], { words: ["bash"], path: "" }],
    [["-u", "X", "bash"], null],
    [["-S", 'bash "x y"'], null],
    [[], null],
  ] as const)("env %j", (words, want) => {
    expect(commandOfEnv(words)).toEqual(want);
  });

  it.each([
    [
      ["/bin/sh", "-c", "exec /app --port 80"],
      ["/app", "--port", "80"],
    ],
    [["/bin/sh", "-c", "app"], ["app"]],
    [["/bin/bash", "-ec", "/app"], ["/app"]],
    [["/bin/sh", "-c", "/app $PORT"], "opaque"],
    [["/bin/sh", "-c", "cd /srv"], "opaque"],
    [["/bin/sh", "-c", "A=1 /app"], "opaque"],
    [["/bin/sh", "-c", "/app; /app"], "opaque"],
    [["/bin/sh", "-c", "exec"], "opaque"],
    [["/bin/sh", "/run.sh"], null],
    [["/app", "-c", "x"], null],
  ] as const)("shell form %j", (words, want) => {
    expect(commandOfShell(words)).toEqual(want);
  });
});

/** A cache of the new format, alone or behind one of the old. */
function cacheOf(entries: readonly (readonly [string, string, bigint])[], behind: number): Uint8Array {
  const strings = entries.map(([name, path]) => [`${name}\0`, `${path}\0`] as const);
  const body = Buffer.alloc(48 + entries.length * 24);
  body.write("glibc-ld.so.cache1.1", "latin1");
  body.writeUInt32LE(entries.length, 20);
  let at = body.length;
  entries.forEach(([, , hwcap], index) => {
    const [name, path] = strings[index] ?? ["", ""];
    body.writeUInt32LE(at, 48 + index * 24 + 4);
    body.writeUInt32LE(at + name.length, 48 + index * 24 + 8);
    body.writeBigUInt64LE(hwcap, 48 + index * 24 + 16);
    at += name.length + path.length;
  });
  const old = Buffer.alloc(behind === 0 ? 0 : Math.ceil((16 + behind * 12) / 8) * 8);
  if (behind > 0) {
    old.write("ld.so-1.7.0", "latin1");
    old.writeUInt32LE(behind, 12);
  }
  return Buffer.concat([old, body, Buffer.from(strings.flat().join(""), "latin1")]);
}

describe("ld.so.cache", () => {
  const entries = [
    ["libfoo.so.1", "/usr/lib/libfoo.so.1", 0n],
    ["libfoo.so.1", "/usr/lib/glibc-hwcaps/x86-64-v3/libfoo.so.1", 1n << 62n],
  ] as const;
  it.each([0, 3])("with %i entries of the old format before it", (behind) => {
    expect(readLdCache(sourceOf(cacheOf(entries, behind)))).toEqual([
      { name: "libfoo.so.1", path: "/usr/lib/libfoo.so.1", isForSome: false },
      { name: "libfoo.so.1", path: "/usr/lib/glibc-hwcaps/x86-64-v3/libfoo.so.1", isForSome: true },
    ]);
  });

  it("is read whatever its bytes are", () => {
    const whole = cacheOf(entries, 3);
    fc.assert(
      fc.property(
        fc.nat({ max: whole.length }),
        fc.nat({ max: whole.length - 1 }),
        fc.nat({ max: 255 }),
        (length, at, value) => {
          const bytes = Uint8Array.from(whole);
          bytes[at] = value;
          expect(readLdCache(sourceOf(bytes.subarray(0, length))).length).toBeLessThan(4);
        },
      ),
    );
  });
});

it("any JSON is a configuration or none, and any bytes are an object or none", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.uint8Array({ maxLength: 300 }), (json, bytes) => {
      readConfig(json);
      readObject(sourceOf(Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, ...bytes])));
    }),
  );
});
