import { expect, it } from "vitest";
import { inspectEach } from "../../src/inspect/inspect.ts";
import type { BuiltCell } from "../../src/model/cell.ts";
import type { Files } from "../../src/ports/types.ts";

const codes = ["ENOSPC", "EROFS", "EACCES", "EIO", "EMFILE", "ENAMETOOLONG", "ELOOP", "EBUSY", "EDQUOT"];
const places = ["withSource", "sha256", "move"] as const;
const source = { size: 0, read: () => new Uint8Array() };
const cell = {
  planned: { platform: { name: "linux/amd64" }, strategy: { name: "default" }, package: "example.com/app" },
  build: { status: "built", argv: [], output: "", durationMs: 1, file: "/t/app", fileName: "app" },
} as unknown as BuiltCell;

function portsThatThrow(place: (typeof places)[number], error: Error): Parameters<typeof inspectEach>[2] {
  const files = {
    withSource: (_path: string, use: (from: typeof source) => unknown): unknown => {
      if (place === "withSource") throw error;
      return use(source);
    },
    sha256: () => (place === "sha256" ? Promise.reject(error) : Promise.resolve("00")),
    move: () => (place === "move" ? Promise.reject(error) : Promise.resolve()),
  };
  return { files: files as unknown as Files, now: () => 0 };
}

it.each(codes.flatMap((code) => places.map((place) => ({ code, place }))))(
  "$code in $place fails that build, and only that",
  async ({ code, place }) => {
    const error = Object.assign(new Error("x"), { code, syscall: "open", path: "/out/app" });
    const inspected = await inspectEach([cell], "/out", portsThatThrow(place, error));
    expect(inspected).toMatchObject([{ artifact: null, build: { status: "failed" } }]);
    const text = JSON.stringify(inspected[0]?.build);
    expect(text).toContain(`the artifact cannot be read or kept: /out/app: `);
    expect(text).toContain(`(${code})`);
  },
);

it.each(places)("a bug in %s stays one", async (place) => {
  await expect(inspectEach([cell], "/out", portsThatThrow(place, new TypeError("x")))).rejects.toThrow(TypeError);
});
