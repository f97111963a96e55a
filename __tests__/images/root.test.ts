import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Node, resolve } from "../../src/images/root.ts";
import { type EntrySpec, rootOf } from "../support/image-builder.ts";

/** All paths of a root, with what stands there. */
function listing(node: Node, path = ""): string[] {
  return [...node.children].flatMap(([name, child]) => [
    `${path}/${name}${child.kind === "folder" ? "/" : child.kind === "link" ? ` → ${child.target ?? ""}` : ""}`,
    ...listing(child, `${path}/${name}`),
  ]);
}

type Row = {
  readonly name: string;
  readonly layers: readonly (readonly EntrySpec[])[];
  readonly paths: readonly string[];
};

const file = (path: string): EntrySpec => ({ path, content: path });
const rows: readonly Row[] = [
  {
    name: "a whiteout",
    layers: [[file("a/b"), file("a/c")], [{ path: "a/b", kind: "whiteout" }]],
    paths: ["/a/", "/a/c"],
  },
  { name: "a whiteout of a folder", layers: [[file("a/b/c")], [{ path: "a/b", kind: "whiteout" }]], paths: ["/a/"] },
  {
    name: "a whiteout is for lower layers alone",
    layers: [[file("a/b")], [file("a/b"), { path: "a/b", kind: "whiteout" }]],
    paths: ["/a/", "/a/b"],
  },
  {
    name: "a whiteout below a link",
    layers: [[file("b/c"), { path: "a", kind: "link", target: "b" }], [{ path: "a/c", kind: "whiteout" }]],
    paths: ["/b/", "/a → b"],
  },
  {
    name: "an opaque folder",
    layers: [
      [file("a/b"), file("c")],
      [{ path: "a", kind: "opaque" }, file("a/d")],
    ],
    paths: ["/a/", "/a/d", "/c"],
  },
  {
    name: "an opaque folder behind its files",
    layers: [[file("a/b")], [file("a/d"), { path: "a", kind: "opaque" }]],
    paths: ["/a/", "/a/d"],
  },
  {
    name: "a folder over a folder",
    layers: [[file("a/b")], [{ path: "a" }, file("a/c")]],
    paths: ["/a/", "/a/b", "/a/c"],
  },
  { name: "a file over a folder", layers: [[file("a/b")], [file("a")]], paths: ["/a"] },
  {
    name: "a folder over a link",
    layers: [
      [file("b/c"), { path: "a", kind: "link", target: "b" }],
      [{ path: "a" }, file("a/d")],
    ],
    paths: ["/b/", "/b/c", "/a/", "/a/d"],
  },
  {
    name: "a file below a link",
    layers: [[file("b/c"), { path: "a", kind: "link", target: "b" }], [file("a/d")]],
    paths: ["/b/", "/b/c", "/b/d", "/a → b"],
  },
  {
    name: "a hard link that outlives its file",
    layers: [[file("a"), { path: "b", kind: "hard-link", target: "a" }], [{ path: "a", kind: "whiteout" }]],
    paths: ["/b"],
  },
];

describe("layers", () => {
  it.each(rows)("$name", ({ layers, paths }) => {
    expect(listing(rootOf(...layers).top)).toEqual(paths);
  });
});

describe("paths", () => {
  const root = rootOf([
    file("usr/bin/app"),
    { path: "bin", kind: "link", target: "usr/bin" },
    { path: "up", kind: "link", target: "../../../usr/bin/app" },
    { path: "abs", kind: "link", target: "/bin/app" },
    { path: "loop", kind: "link", target: "loop2" },
    { path: "loop2", kind: "link", target: "/loop" },
    ...Array.from({ length: 41 }, (_, at): EntrySpec => ({
      path: `l${at}`,
      kind: "link",
      target: at === 0 ? "usr" : `l${at - 1}`,
    })),
  ]);
  it.each<readonly [string, string]>([
    ["/bin/app", "/usr/bin/app"],
    ["bin/../app", "missing /usr/app"],
    ["/up", "/usr/bin/app"],
    ["/abs", "/usr/bin/app"],
    ["/../../bin/./app", "/usr/bin/app"],
    ["/bin/app/", "not-a-folder /usr/bin/app"],
    ["/bin/", "/usr/bin"],
    ["/loop", "loop /loop"],
    ["/l39", "/usr"],
    ["/l40", "loop /l0"],
    ["/", "/"],
    ["/nowhere/x", "missing /nowhere"],
  ])("%s", (path, want) => {
    const found = resolve(root, path);
    expect(found.kind === "found" ? found.path : `${found.kind} ${found.at}`).toBe(want);
  });

  it("end, whatever the layers are, and never outside of the root", () => {
    const name = fc.constantFrom("a", "b", "c", "..", ".", "");
    const path = fc.array(name, { maxLength: 4 }).map((parts) => parts.join("/"));
    const plain = fc
      .array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join("/"));
    const anEntry = fc.record({
      path: plain,
      kind: fc.constantFrom("file", "folder", "link", "hard-link", "other", "whiteout", "opaque"),
      target: fc.oneof(
        path,
        plain,
        path.map((each) => `/${each}`),
      ),
      content: fc.constant("x"),
    });
    const layers = fc.array(fc.array(anEntry, { maxLength: 12 }), { maxLength: 4 });
    fc.assert(
      fc.property(layers, path, plain, (all, asked, cwd) => {
        const found = resolve(
          rootOf(
            ...all.map((each) =>
              each.map((spec) => ({ ...spec, target: spec.kind === "hard-link" ? "a/b" : spec.target })),
            ),
          ),
          asked,
          `/${cwd}`,
        );
        if (found.kind === "found") expect(found.path.split("/")).not.toContain("..");
      }),
    );
  });
});
