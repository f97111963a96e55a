import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseGoReleases } from "../../src/install/go-releases.ts";

const host = { os: "linux", arch: "amd64" };
const hash = "ab".repeat(32);
const good = { filename: "go1.26.8.linux-amd64.tar.gz", os: "linux", arch: "amd64", kind: "archive", sha256: hash };

describe("the list of releases", () => {
  it.each([
    { name: "the archive for this machine", file: good, host, count: 1 },
    { name: "a hash in capitals", file: { ...good, sha256: hash.toUpperCase() }, host, count: 1 },
    { name: "arm by its floor", file: { ...good, arch: "armv6l" }, host: { os: "linux", arch: "arm" }, count: 1 },
    { name: "a zip", file: { ...good, filename: "go1.26.8.windows-amd64.zip" }, host, count: 1 },
    { name: "another machine's archive", file: { ...good, arch: "arm64" }, host, count: 0 },
    { name: "an installer", file: { ...good, kind: "installer" }, host, count: 0 },
    { name: "no hash", file: { ...good, sha256: "" }, host, count: 0 },
    { name: "a short hash", file: { ...good, sha256: "abc" }, host, count: 0 },
    { name: "a hash that is no text", file: { ...good, sha256: [hash] }, host, count: 0 },
    { name: "a file name with a path", file: { ...good, filename: "../../etc/go.tar.gz" }, host, count: 0 },
    { name: "a file name with a query", file: { ...good, filename: "go.tar.gz?x=.zip" }, host, count: 0 },
    { name: "a file name that is an option", file: { ...good, filename: "-C.tar.gz" }, host, count: 0 },
    { name: "a file that is no object", file: null, host, count: 0 },
  ])("$name: $count usable", ({ file, host, count }) => {
    const releases = parseGoReleases([{ version: "go1.26.8", stable: true, files: [null, "x", file] }], host);
    expect(releases).toHaveLength(count);
    for (const release of releases) expect(release).toMatchObject({ version: "1.26.8", sha256: hash });
  });

  it("passes over names that are no version", () => {
    expect(parseGoReleases([{ version: "gotip", files: [good] }], host)).toEqual([]);
  });

  it.each([
    { name: "null", document: null, message: "is not a JSON array" },
    { name: "an object", document: { message: "Not Found" }, message: "is not a JSON array" },
    {
      name: "an element that is no object",
      document: [1],
      message: "element 0 of the list of Go releases has no version",
    },
    { name: "a release without files", document: [{ version: "go1.26.8" }], message: "has no version or no files" },
    {
      name: "a version that is no text",
      document: [{ version: {}, files: [] }],
      message: "has no version or no files",
    },
  ])("refuses $name", ({ document, message }) => {
    expect(() => parseGoReleases(document, host)).toThrow(message);
  });

  it("answers any JSON with releases or an Error of its own", () => {
    const outcome = (document: unknown): string => {
      try {
        return `${parseGoReleases(document, host).length} usable`;
      } catch (thrown) {
        return String(thrown);
      }
    };
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        expect(outcome(document)).toMatch(/^0 usable$|the list of Go releases/);
      }),
    );
  });
});
