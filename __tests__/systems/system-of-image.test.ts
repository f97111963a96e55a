import { expect, it } from "vitest";
import { splitImage } from "../../src/release/final-image.ts";
import { systemOfImage } from "../../src/systems/system-of-image.ts";

it.each([
  ["scratch", "scratch"],
  ["gcr.io/distroless/static", "distroless-static"],
  ["gcr.io/distroless/static-debian12:nonroot", "distroless-static"],
  ["gcr.io/distroless/base-debian12@sha256:aaaa", "distroless-base-debian12"],
  ["gcr.io/distroless/base", "distroless-base-debian13"],
  ["gcr.io/distroless/cc-debian13:debug", "distroless-cc-debian13"],
  ["gcr.io/distroless/java17-debian12", null],
  ["cgr.dev/chainguard/static:latest", "chainguard-static"],
  ["cgr.dev/chainguard/wolfi-base", "wolfi"],
  ["busybox", "busybox-uclibc"],
  ["busybox:1.37-glibc", "busybox-glibc"],
  ["busybox:musl", "busybox-musl"],
  ["alpine", "alpine3.24"],
  ["alpine:3.22.1", "alpine3.22"],
  ["docker.io/library/alpine:3.20", "alpine3.20"],
  ["alpine:edge", "alpine3.24"],
  ["alpine:3.11.6", "alpine3.24"],
  ["debian:12-slim", "debian12"],
  ["debian:bookworm-slim", "debian12"],
  ["debian:bullseye", "debian11"],
  ["debian", "debian13"],
  ["debian:stable-slim", "debian13"],
  ["ubuntu:22.04", "ubuntu22.04"],
  ["ubuntu:jammy", "ubuntu22.04"],
  ["ubuntu:latest", null],
  ["registry.access.redhat.com/ubi9/ubi-minimal:9.6", "rhel9"],
  ["registry.access.redhat.com/ubi8", "rhel8"],
  ["amazonlinux:2", "amazonlinux2"],
  ["amazonlinux:2023", "amazonlinux2023"],
  ["public.ecr.aws/lambda/provided:al2023", "lambda-al2023"],
  ["rockylinux:9", "rockylinux9"],
  ["almalinux:8-minimal", "almalinux8"],
  ["fedora:43", "fedora43"],
  ["quay.io/pypa/manylinux_2_28_x86_64", "manylinux_2_28"],
  ["golang:1.27", null],
  ["example.com/alpine:3.22", null],
])("%s is %s", (image, id) => {
  const { name, tag } = splitImage(image);
  expect(systemOfImage(name, tag)?.id ?? null).toBe(id);
});
