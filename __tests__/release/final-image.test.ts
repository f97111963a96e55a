import { describe, expect, it } from "vitest";
import { finalImage, splitImage, systemIn } from "../../src/release/final-image.ts";
import { makeHoles } from "../../src/release/shell-holes.ts";

describe("systemIn", () => {
  it.each([
    ["scratch", "scratch"],
    ["gcr.io/distroless/static:nonroot", "distroless-static"],
    ["gcr.io/distroless/static-debian12:debug-nonroot", "distroless-static"],
    ["gcr.io/distroless/static@sha256:0123", "distroless-static"],
    ["cgr.dev/chainguard/static:latest-glibc", "chainguard-static"],
    ["alpine:3.20@sha256:0123", "alpine3.20"],
    ["gcr.io/distroless/static-else/x", null],
    ["example.com/distroless/static", null],
    ["cgr.dev/chainguard/glibc-dynamic", "wolfi"],
    ["scratch-like", null],
    ["", null],
  ])("%s", (image, id) => {
    expect(systemIn(image)?.id ?? null).toBe(id);
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
    [`alpine:${hole}`, "alpine"],
    [`busybox:${hole}`, null],
    [`debian:${hole}`, null],
    [hole, null],
  ])("%j has the base %j", (value, base) => {
    expect(finalImage("text", value, place)).toEqual({ ...place, text: "text", base });
  });
});
