import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../../src/archives/limits.ts";
import { list, tarOf, zipOf } from "../support/archives.ts";

// Archives that somebody made to do harm. Nothing is written by a name, so a name is only text here.

describe("names and links", () => {
  const paths = ["../../etc/passwd", "/etc/passwd", "a/../../b", "C:\\x", "\u001b[31mred", "a\nb"];

  it.each([
    ["tar", tarOf(paths.map((path) => ({ path, text: "x" })))],
    ["zip", zipOf(paths.map((path) => ({ path, text: "x" })))],
  ])("a %s has them as they are", async (_, archive) => {
    const { members, error } = await list(archive);
    expect([members.map(({ path }) => path), error]).toEqual([paths, null]);
  });

  it("links in a circle are members like others", async () => {
    const { members, error } = await list(
      tarOf([
        { path: "a", type: "2", target: "b" },
        { path: "b", type: "2", target: "a" },
        { path: "c", type: "1", target: "c" },
        { path: "d", type: "1", target: "/etc/passwd" },
      ]),
    );
    expect([members.map(({ target }) => target), error]).toEqual([["b", "a", "c", "/etc/passwd"], null]);
  });
});

describe("a zip", () => {
  const two = [
    { path: "a", text: "first" },
    { path: "b", text: "second" },
  ];

  it("with members that overlap is refused", async () => {
    expect((await list(zipOf(two, -20))).error).toBe("has members that overlap");
  });

  it("with a list that points to no member is refused", async () => {
    expect((await list(zipOf(two, 3))).error).toBe("is damaged: a member is not where its list says");
  });

  it("that is encrypted says so", async () => {
    expect((await list(zipOf([{ path: "a", text: "x", isEncrypted: true }]))).error).toBe("is encrypted");
  });

  it("with an endless target of a link is refused", async () => {
    const archive = zipOf([{ path: "a", text: "x".repeat(100_000), isLink: true }]);
    expect((await list(archive)).error).toBe("has a link with an impossible target");
  });

  it("that unpacks to too much ends there", async () => {
    const bomb = zipOf([{ path: "zeros", text: "\0".repeat(1_000_000) }]);
    const limits = { ...defaultLimits, ratio: 100, unmeasured: 10_000 };
    expect((await list(bomb, limits)).error).toMatch(/^unpacks to more than \d+ bytes$/);
  });
});

describe("more than anybody ships", () => {
  it("a tar of a million members ends at the limit", async () => {
    const member = tarOf([{ path: "a" }], 0);
    const thousand = Buffer.concat(Array.from({ length: 1000 }, () => member));
    const limits = { ...defaultLimits, members: 20_000 };
    const archive = Buffer.concat(Array.from({ length: 30 }, () => thousand));
    const { error, members } = await list(gzipSync(archive), limits);
    expect([error, members.length]).toEqual(["has more than 20000 members", 20_000]);
  });

  it("a bomb in a bomb ends at the ratio", async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(2_000_000)));
    expect((await list(bomb, { ...defaultLimits, ratio: 1, unmeasured: 10 })).error).toBe(
      "unpacks to more than 1 times its size",
    );
  });
});
