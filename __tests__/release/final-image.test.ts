import { describe, expect, it } from "vitest";
import { finalImage, meansStatic, splitImage } from "../../src/release/final-image.ts";
import { makeHoles } from "../../src/release/shell-holes.ts";

describe("meansStatic", () => {
  it.each([
    "scratch",
    "gcr.io/distroless/static",
    "gcr.io/distroless/static:nonroot",
    "gcr.io/distroless/static-debian12:debug-nonroot",
    "gcr.io/distroless/static@sha256:0123",
    "gcr.io/distroless/static-debian13:latest@sha256:0123",
    "cgr.dev/chainguard/static",
    "cgr.dev/chainguard/static:latest-glibc",
  ])("%s", (base) => {
    expect(meansStatic(base)).toBe(true);
  });

  it.each([
    "alpine",
    "gcr.io/distroless/base-debian12",
    "gcr.io/distroless/cc",
    "gcr.io/distroless/static-else/x",
    "example.com/distroless/static",
    "cgr.dev/chainguard/glibc-dynamic",
    "scratch-like",
    "busybox:musl",
    "",
  ])("not %s", (base) => {
    expect(meansStatic(base)).toBe(false);
  });
});

describe("splitImage", () => {
  it.each([
    ["golang:1.22-alpine@sha256:ab", "golang", "1.22-alpine"],
    ["docker.io/library/golang", "golang", null],
    ["library/debian:12", "debian", "12"],
    ["localhost:5000/app", "localhost:5000/app", null],
    ["localhost:5000/app:v1", "localhost:5000/app", "v1"],
  ])("%s", (image, name, tag) => {
    expect(splitImage(image)).toEqual({ name, tag });
  });
});

describe("finalImage", () => {
  const holes = makeHoles();
  const hole = holes.add({ text: "$T", why: "is a build argument without a default", line: 1 });
  const place = { file: "Dockerfile", line: 3 };

  it.each([
    ["alpine:3", "alpine:3"],
    [`gcr.io/distroless/static:latest-${hole}`, "gcr.io/distroless/static"],
    [`debian:${hole}`, null],
    [hole, null],
  ])("%j has the base %j", (value, base) => {
    expect(finalImage("text", value, place)).toEqual({ ...place, text: "text", base });
  });
});
