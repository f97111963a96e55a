import { spawnSync } from "node:child_process";
import { existsSync, linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { root } from "../support/root.ts";
import { describeWith } from "../support/tools.ts";

// Real archives by the real tar, unpacked as @actions/cache does it: through spawn, with -P.

describeWith(["tar"], "unpacking an archive of the cache", () => {
  let scratch: string;
  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), "guard-"));
    mkdirSync(join(scratch, "from/go-build/00"), { recursive: true });
    mkdirSync(join(scratch, "to"));
    writeFileSync(join(scratch, "from/go-build/00/a-d"), "ours");
    writeFileSync(join(scratch, "outside"), "planted");
  });
  afterEach(() => {
    rmSync(scratch, { recursive: true });
  });

  const pack = (...members: readonly string[]): void => {
    const args = ["-P", "-cf", join(scratch, "cache.tar"), "-C", join(scratch, "from"), ...members];
    expect(spawnSync("tar", args, { encoding: "utf8" })).toMatchObject({ status: 0 });
  };
  /** In a process of its own, for the guard changes what `spawn` is. Returns what went wrong. */
  const unpack = (): string => {
    const args = ["-xf", join(scratch, "cache.tar"), "-P", "-C", join(scratch, "to")];
    const script = `
      import { guardUnpacking } from ${JSON.stringify(join(root, "src/ports/guard-unpacking.ts"))};
      import { spawn } from "node:child_process";
      guardUnpacking("go-build");
      spawn("tar", ${JSON.stringify(args)}, { stdio: "inherit" });
    `;
    return spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }).stderr;
  };

  it("works for what we save", () => {
    pack("go-build");
    expect(unpack()).toBe("");
    expect(existsSync(join(scratch, "to/go-build/00/a-d"))).toBe(true);
  });

  it.each<{ name: string; plant: () => string; says: string }>([
    { name: "an absolute path", plant: () => join(scratch, "outside"), says: "is outside of go-build" },
    { name: "a path that leads upwards", plant: () => "go-build/../../outside", says: "is outside of go-build" },
    {
      name: "a symbolic link",
      plant: () => {
        symlinkSync(scratch, join(scratch, "from/go-build/link"));
        return "go-build/link";
      },
      says: "is neither a file nor a folder",
    },
    {
      name: "a second name of a file",
      plant: () => {
        linkSync(join(scratch, "from/go-build/00/a-d"), join(scratch, "from/go-build/00/b-d"));
        return "go-build/00";
      },
      says: "is neither a file nor a folder",
    },
    {
      name: "a line break in a name",
      plant: () => {
        writeFileSync(join(scratch, "from/go-build\n"), "");
        return "go-build\n";
      },
      says: "is outside of go-build",
    },
  ])("is refused for $name, and nothing is written", ({ plant, says }) => {
    pack("go-build/00/a-d", plant());
    rmSync(join(scratch, "outside"));
    const complaint = unpack();
    expect(complaint).toContain("the archive of the cache is refused");
    expect(complaint).toContain(says);
    expect(existsSync(join(scratch, "to/go-build"))).toBe(false);
    expect(existsSync(join(scratch, "outside"))).toBe(false);
  });
});
