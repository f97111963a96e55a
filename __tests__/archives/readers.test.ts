import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../../src/archives/limits.ts";
import { list, paxOf, tarOf } from "../support/archives.ts";

// The readers on bytes that are made here; what real tools make is in real-archives.engine.test.ts.

const small = tarOf([
  { path: "bin/app", text: "program", mode: 0o755 },
  { path: "README.md", text: "words" },
]);

describe("tar", () => {
  it("has members with their modes, links and contents", async () => {
    const archive = tarOf([
      { path: "./", type: "5", mode: 0o755 },
      { path: "./bin/app", text: "x".repeat(1000), mode: 0o4755 },
      { path: "link", type: "2", target: "bin/app" },
      { path: "again", type: "1", target: "bin/app" },
      { path: "pipe", type: "6" },
    ]);
    expect(await list(archive)).toMatchObject({
      format: "tar",
      error: null,
      members: [
        { path: "./", kind: "folder" },
        { path: "./bin/app", kind: "file", mode: 0o4755, size: 1000, text: "x".repeat(1000) },
        { path: "link", kind: "link", target: "bin/app" },
        { path: "again", kind: "hard-link", target: "bin/app", text: "" },
        { path: "pipe", kind: "other" },
      ],
    });
  });

  it("goes on behind an end, as cat makes them, and not into what is no header", async () => {
    const { members, error } = await list(Buffer.concat([small, tarOf([{ path: "second" }]), Buffer.from("garbage")]));
    expect([members.map(({ path }) => path), error]).toEqual([["bin/app", "README.md", "second"], null]);
  });

  it.each([
    {
      what: "a size that is too large",
      archive: tarOf([{ path: "a", text: "x", size: 8 ** 11 - 1 }]),
      says: "cut off",
    },
    { what: "no end", archive: tarOf([{ path: "a" }], 0), says: "its end was never written" },
    {
      what: "a broken header",
      archive: Buffer.concat([tarOf([{ path: "a" }], 0), Buffer.alloc(512, 1)]),
      says: "no header",
    },
    {
      what: "an endless extended header",
      archive: tarOf([{ path: "a", type: "x", size: 8 ** 10 }]),
      says: "more than 1 MiB",
    },
    {
      what: "an extended header that is none",
      archive: tarOf([{ path: "a", type: "x", text: "9 path" }]),
      says: "extended",
    },
    { what: "a part of several", archive: tarOf([{ path: "a", type: "M" }]), says: "several volumes" },
    {
      what: "a sparse member of lies",
      archive: tarOf([
        {
          path: "x",
          type: "x",
          text: paxOf({ "GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.realsize": "99999" }),
        },
        { path: "a", text: "1\n0\n100000\n" },
      ]),
      says: "sparse member",
    },
  ])("says what is wrong: $what", async ({ archive, says }) => {
    expect((await list(archive)).error).toContain(says);
  });

  it("reads so many members, and so many bytes", async () => {
    const limits = { ...defaultLimits, members: 3, bytes: 2000 };
    const many = tarOf(Array.from({ length: 4 }, (_, at) => ({ path: String(at) })));
    expect((await list(many, limits)).error).toBe("has more than 3 members");
    const bomb = tarOf([
      { path: "x", type: "x", text: paxOf({ "GNU.sparse.size": "99999", "GNU.sparse.map": "" }) },
      { path: "a" },
    ]);
    expect((await list(bomb, limits)).error).toBe("has a member of more than 2000 bytes");
    const packed = gzipSync(tarOf([{ path: "zeros", text: "\0".repeat(100_000) }]));
    expect((await list(packed, { ...defaultLimits, ratio: 10, unmeasured: 1000 })).error).toBe(
      "unpacks to more than 10 times its size",
    );
  });
});

describe("whatever the bytes are", () => {
  const archives = { tar: small, "tar.gz": gzipSync(small) };

  it.each(Object.entries(archives))("a %s that is cut off says so at every length", async (_, whole) => {
    for (let length = 0; length < whole.length; length += 1) {
      const { error, format, members } = await list(whole.subarray(0, length));
      // Behind its end a tar has only padding, and two bytes are no gzip.
      const isWhole = members.length === 2 && error === null;
      expect(error !== null || format === null || isWhole, String(length)).toBe(true);
    }
  });

  it.each(Object.entries(archives))("a %s with other bytes ends in a sentence or in members", async (_, whole) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = Uint8Array.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          const { error, members } = await list(bytes);
          expect(error === null || error.length > 0).toBe(true);
          expect(members.length).toBeLessThan(10);
        },
      ),
    );
  });
});
