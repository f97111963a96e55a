import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeFiles } from "../../src/ports/files.ts";
import { describeWith } from "../support/tools.ts";

let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "files-"));
});
afterAll(() => {
  rmSync(dir, { recursive: true });
});

const { files } = makeFiles(tmpdir());

function write(name: string, content: string | Uint8Array): string {
  const path = join(dir, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

describe("reading", () => {
  it("gives text, size and digest", async () => {
    const path = write("text", "hällo\n");
    expect(await files.readText(path)).toBe("hällo\n");
    expect(await files.size(path)).toBe(7);
    // printf 'hällo\n' | sha256sum
    expect(await files.sha256(path)).toBe("89ec06c62af1ced33003656b2e3402c8360e76a995101f8a87194447a2c00b34");
  });

  it("digests a file of several chunks", async () => {
    // head -c 3000000 /dev/zero | sha256sum
    expect(await files.sha256(write("zeros", new Uint8Array(3_000_000)))).toBe(
      "35bce4eae54ec8e6cc2868baa8d157914d6ae2858811b4cc0c078c94460fa26f",
    );
  });

  it.each([
    { name: "a missing file", path: "nowhere" },
    { name: "a missing folder", path: "nowhere/file" },
    { name: "a file below a file", path: "plain/file" },
    { name: "a link to nowhere", path: "dangling" },
  ])("$name is undefined, not an error", async ({ path }) => {
    write("plain", "");
    rmSync(join(dir, "dangling"), { force: true });
    symlinkSync(join(dir, "nowhere"), join(dir, "dangling"));
    expect(await files.readText(join(dir, path))).toBeUndefined();
    expect(await files.size(join(dir, path))).toBeUndefined();
  });

  it("an empty file is not a missing one", async () => {
    const path = write("empty", "");
    expect(await files.readText(path)).toBe("");
    expect(await files.size(path)).toBe(0);
  });

  it("a folder is no text, and that is an error", async () => {
    await expect(files.readText(dir)).rejects.toThrow("EISDIR");
    await expect(files.sha256(dir)).rejects.toThrow("EISDIR");
    await expect(files.sha256(join(dir, "nowhere"))).rejects.toThrow("ENOENT");
  });
});

describe("withSource", () => {
  it.each([
    { name: "the start", offset: 0, length: 2, want: "01" },
    { name: "the middle", offset: 3, length: 4, want: "3456" },
    { name: "the end", offset: 8, length: 2, want: "89" },
    { name: "over the end", offset: 8, length: 9, want: "89" },
    { name: "at the end", offset: 10, length: 1, want: "" },
    { name: "behind the end", offset: 11, length: 1, want: "" },
    { name: "far behind the end", offset: 2 ** 52, length: 2 ** 52, want: "" },
    { name: "nothing", offset: 1, length: 0, want: "" },
    { name: "more than memory", offset: 0, length: Number.MAX_SAFE_INTEGER, want: "0123456789" },
  ])("reads $name", ({ offset, length, want }) => {
    const path = write("digits", "0123456789");
    expect(files.withSource(path, (source) => Buffer.from(source.read(offset, length)).toString())).toBe(want);
    expect(files.withSource(path, ({ size }) => size)).toBe(10);
  });

  it("reads the same bytes in any order and length, into a buffer or not", () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7919) >> 5);
    const path = join(dir, "large");
    writeFileSync(path, bytes);
    files.withSource(path, (source) => {
      const offsets = [
        0, 1, 4095, 4096, 12_288, 16_383, 100_000, 299_990, 5, 200_000, 250_001, 40_000, 60_000, 80_000, 0,
      ];
      for (const length of [1, 16, 4096, 12_288, 12_289, 16_384, 100_000]) {
        const into = new Uint8Array(length);
        for (const offset of offsets) {
          const want = bytes.subarray(offset, offset + length);
          expect(Buffer.compare(source.read(offset, length), want)).toBe(0);
          expect(Buffer.compare(source.read(offset, length, into), want)).toBe(0);
        }
      }
    });
  });

  it("gives what is left of a file that was cut off since it was opened", () => {
    const path = write("shrinks", "0123456789");
    const read = files.withSource(path, (source) => {
      writeFileSync(path, "0123");
      return Buffer.from(source.read(0, 10)).toString();
    });
    expect(read).toBe("0123");
  });

  it("closes the file, also when `use` throws", () => {
    if (process.platform !== "linux") return;
    const path = write("closed", "x");
    const open = (): number => readdirSync("/proc/self/fd").length;
    const before = open();
    for (let times = 0; times < 20; times++) {
      expect(() =>
        files.withSource(path, () => {
          throw new Error("of the test");
        }),
      ).toThrow("of the test");
      files.withSource(path, () => 1);
      expect(() => files.withSource(dir, () => 1)).toThrow("is not a regular file");
    }
    expect(open()).toBe(before);
  });

  it.each(["nowhere", "nowhere/file"])("%s is an error", (name) => {
    expect(() => files.withSource(join(dir, name), () => 1)).toThrow("ENOENT");
  });

  it("a folder and a device are refused", () => {
    expect(() => files.withSource(dir, () => 1)).toThrow(`${dir} is not a regular file`);
    expect(() => files.withSource("/dev/null", () => 1)).toThrow("/dev/null is not a regular file");
  });
});

describeWith(["mkfifo"], "a FIFO", () => {
  it("is refused by withSource at once, with nobody writing to it", () => {
    const path = join(dir, "fifo");
    expect(spawnSync("mkfifo", [path]).status).toBe(0);
    const started = performance.now();
    expect(() => files.withSource(path, () => 1)).toThrow(`${path} is not a regular file`);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe("move and remove", () => {
  it("moves into folders that do not exist yet, over what was there", async () => {
    const from = write("from", "new");
    const to = write("to/x/y", "old");
    await files.move(from, to);
    expect(readFileSync(to, "utf8")).toBe("new");
    expect(existsSync(from)).toBe(false);
    await files.move(to, join(dir, "a/b/c"));
    expect(readFileSync(join(dir, "a/b/c"), "utf8")).toBe("new");
  });

  it("says when there is nothing to move", async () => {
    await expect(files.move(join(dir, "nowhere"), join(dir, "somewhere"))).rejects.toThrow("ENOENT");
  });

  it("removes files, folders and nothing", async () => {
    const path = write("gone/with/all", "x");
    await files.remove(path);
    expect(existsSync(path)).toBe(false);
    await files.remove(join(dir, "gone"));
    expect(existsSync(join(dir, "gone"))).toBe(false);
    await files.remove(join(dir, "gone"));
  });

  it("removes a link, not what it points to", async () => {
    const path = write("pointed/at", "x");
    symlinkSync(dirname(path), join(dir, "link"));
    await files.remove(join(dir, "link"));
    expect(existsSync(path)).toBe(true);
  });
});

const volume = (path: string): number | undefined => (existsSync(path) ? statSync(path).dev : undefined);
const shm = "/dev/shm";
const twoVolumes = volume(shm) !== undefined && volume(shm) !== volume(tmpdir()) && statfsSync(shm).bavail > 0;

describe.skipIf(!twoVolumes)("move to another volume (skipped where /dev/shm is none)", () => {
  it("leaves the file there, executable as before, and nothing else", async () => {
    const other = mkdtempSync(join(shm, "files-"));
    try {
      const from = write("program", "#!/bin/sh\n");
      chmodSync(from, 0o755);
      const to = join(other, "out", "program");
      await files.move(from, to);
      expect(readFileSync(to, "utf8")).toBe("#!/bin/sh\n");
      expect(statSync(to).mode & 0o111).toBe(0o111);
      expect(existsSync(from)).toBe(false);
      expect(readdirSync(dirname(to))).toEqual(["program"]);
    } finally {
      rmSync(other, { recursive: true });
    }
  });
});

describe("temporary folders", () => {
  it("are fresh, private, announced, below the root, and gone with all that is in them", async () => {
    const announced: string[] = [];
    const temp = makeFiles(dir, (path) => announced.push(path));
    const made = [await temp.files.makeTempDir(), await temp.files.makeTempDir()];
    expect(announced).toEqual(made);
    expect(new Set(made).size).toBe(2);
    for (const path of made) {
      expect(dirname(path)).toBe(dir);
      expect(basename(path)).toMatch(/^go-linkage-/);
      expect(statSync(path).mode & 0o077).toBe(0);
      mkdirSync(join(path, "a/b"), { recursive: true });
      writeFileSync(join(path, "a/b/c"), "x");
    }
    const other = await makeFiles(dir).files.makeTempDir();
    temp.removeTempDirs();
    expect(made.filter((path) => existsSync(path))).toEqual([]);
    expect(existsSync(other)).toBe(true);
    temp.removeTempDirs();
  });

  it("one that is gone already is no trouble", async () => {
    const temp = makeFiles(dir);
    rmSync(await temp.files.makeTempDir(), { recursive: true });
    expect(temp.removeTempDirs).not.toThrow();
  });
});

describe("which", () => {
  const path = (...folders: string[]): { PATH: string } => ({
    PATH: folders.map((each) => join(dir, each)).join(delimiter),
  });
  beforeAll(() => {
    for (const name of ["bin1/tool", "bin2/tool", "bin2/other", "bin2/my tool"])
      chmodSync(write(name, "#!/bin/sh\n"), 0o755);
    chmodSync(write("bin1/other", "no program"), 0o644);
    mkdirSync(join(dir, "bin1/folder"), { recursive: true });
    symlinkSync(join(dir, "bin2/other"), join(dir, "bin1/linked"));
  });

  it.each([
    { name: "the first on PATH", program: "tool", folders: ["bin1", "bin2"], want: "bin1/tool" },
    { name: "in the order of PATH", program: "tool", folders: ["bin2", "bin1"], want: "bin2/tool" },
    { name: "what is not executable is passed over", program: "other", folders: ["bin1", "bin2"], want: "bin2/other" },
    {
      name: "a folder that does not exist is passed over",
      program: "tool",
      folders: ["nowhere", "bin2"],
      want: "bin2/tool",
    },
    { name: "a name with a blank", program: "my tool", folders: ["bin2"], want: "bin2/my tool" },
    { name: "a link", program: "linked", folders: ["bin1"], want: "bin1/linked" },
  ])("$name", async ({ program, folders, want }) => {
    expect(await files.which(program, path(...folders))).toBe(join(dir, want));
  });

  it.each([
    { name: "nowhere", program: "nosuch", folders: ["bin1", "bin2"] },
    { name: "only not executable", program: "other", folders: ["bin1"] },
    { name: "a folder of that name", program: "folder", folders: ["bin1"] },
    { name: "no PATH", program: "tool", folders: [] },
  ])("undefined: $name", async ({ program, folders }) => {
    expect(await files.which(program, path(...folders))).toBeUndefined();
    expect(await files.which(program, {})).toBeUndefined();
  });

  it("takes a path as it is, whatever PATH holds", async () => {
    expect(await files.which(join(dir, "bin2/tool"), {})).toBe(join(dir, "bin2/tool"));
    expect(await files.which(join(dir, "bin1/other"), path("bin2"))).toBeUndefined();
  });
});
