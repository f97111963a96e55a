import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { list } from "../support/archives.ts";
import { describeWith } from "../support/tools.ts";

// The readers on what real tools make, whole and damaged.

const isFull = process.env.FULL === "true";
const scratch = mkdtempSync(join(tmpdir(), "real-archives-"));
const sh = (script: string): void => {
  execFileSync("bash", ["-euc", script], { cwd: scratch, stdio: "pipe" });
};
const read = (path: string): Buffer => readFileSync(join(scratch, path));
/** Text that does not repeat itself, so that streams have several chunks and blocks. */
const text = Array.from({ length: 40_000 }, (_, at) => (at * at * 2_654_435_761).toString(36)).join("\n");

beforeAll(() => {
  execFileSync("bash", ["-c", "mkdir s; cat > s/app"], { cwd: scratch, input: text });
  sh("head -c 2000 s/app > s/short; ln -s app s/link");
});

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

async function appOf(path: string): Promise<string | undefined> {
  const { members, error } = await list(read(path));
  expect(error).toBeNull();
  return members.find((member) => member.path.endsWith("/app"))?.text;
}

describeWith(["xz", "tar"], "xz", () => {
  const checks = ["none", "crc32", "crc64", "sha256"];
  const shapes = [
    { shape: "one block", options: "" },
    { shape: "many blocks", options: "--block-size=30000" },
    { shape: "blocks with their sizes", options: "-T2 --block-size=100000" },
  ];

  it.each(checks.flatMap((check) => shapes.map((each) => ({ check, ...each }))))(
    "is read with the check $check and $shape",
    async ({ check, options }) => {
      sh(`tar -c s | xz --check=${check} ${options} > a.xz`);
      expect(await appOf("a.xz")).toBe(text);
    },
  );

  it("is read with several streams of several checks, and with padding between them", async () => {
    const parts = checks.map((check) => `xz --check=${check}`);
    sh(
      `tar -cf a.tar s; split -n 4 a.tar part.; set -- part.*; { ${parts.map((each, at) => `${each} -c part.a${"abcd"[at] ?? ""}; head -c 8 /dev/zero;`).join(" ")} } > b.xz`,
    );
    expect(await appOf("b.xz")).toBe(text);
  });

  it("is refused where the SHA-256 is not that of the data", async () => {
    sh("tar -c s | xz --check=sha256 > sum.xz");
    const bytes = read("sum.xz");
    // The check is the last part of the only block; the index and the footer behind it have 28 bytes at most.
    const [{ index }] = [{ index: bytes.length - 12 - (bytes.readUInt32LE(bytes.length - 8) + 1) * 4 }];
    bytes[index - 1] = (bytes[index - 1] ?? 0) ^ 1;
    expect((await list(bytes)).error).toBe("is damaged: its xz data cannot be unpacked");
  });

  it("says what it does not read", async () => {
    sh("tar -c s | xz --x86 --lzma2 > bcj.xz; { tar -c s | xz; echo garbage; } > garbage.xz");
    expect((await list(read("bcj.xz"))).error).toBe("is packed by xz with a filter that is not read (BCJ, delta)");
    expect((await list(read("garbage.xz"))).error).not.toBeNull();
  });
});

const rpmOf = (payload: string): string => {
  const spec = "Name: app\nVersion: 1\nRelease: 1\nSummary: app\nLicense: MIT\n%description\napp\n";
  const install = `%install\nmkdir -p %{buildroot}/opt\ncp ${scratch}/s/FILE %{buildroot}/opt/app\n%files\n/opt/app\n`;
  const options = payload === "default" ? "" : `--define '_binary_payload ${payload}'`;
  const file = payload === "small" ? "short" : "app";
  sh(`printf '%s' '${spec}${install.replace("FILE", file)}' > a.spec; rm -rf rpm`);
  sh(`rpmbuild -bb --define "_topdir $PWD/rpm" ${payload === "small" ? "" : options} a.spec`);
  const [folder = ""] = readdirSync(join(scratch, "rpm/RPMS"));
  const [name = ""] = readdirSync(join(scratch, "rpm/RPMS", folder));
  return join("rpm/RPMS", folder, name);
};

describeWith(["rpmbuild"], "rpm", () => {
  it.each(["default", "w6.xzdio", "w6.gzdio", "w6.bzdio", "w6.zstdio"])(
    "is read with the payload %s",
    async (payload) => {
      const path = rpmOf(payload);
      expect(await appOf(path)).toBe(text);
      expect((await list(read(path))).format).toBe("rpm");
    },
  );

  it("says that lzma is not read", async () => {
    expect((await list(read(rpmOf("w6.lzdio")))).error).toBe("is packed by lzma, which is not read");
  });
});

describeWith(["tar", "zip", "dpkg-deb", "rpmbuild", "xz", "zstd", "bzip2"], "damaged", () => {
  const apk = "tar -C pkg -cf - .PKGINFO | gzip > a.apk; tar -C pkg -cf - opt | gzip >> a.apk";
  const kinds: Readonly<Record<string, string>> = {
    "a.zip": "zip -qry a.zip small",
    "a.deb": "dpkg-deb -Zxz -b pkg a.deb",
    "a.apk": `printf 'pkgname = app\\narch = x86_64\\ndepend = so:libc.musl-x86_64.so.1\\n' > pkg/.PKGINFO; ${apk}`,
    "a.tar.bz2": "tar -cjf a.tar.bz2 small",
    "a.tar.zst": "tar --zstd -cf a.tar.zst small",
    "crc.tar.xz": "tar -c small | xz > crc.tar.xz",
    "sha.tar.xz": "tar -c small | xz --check=sha256 > sha.tar.xz",
    "a.rpm": "",
  };
  beforeAll(() => {
    sh("mkdir -p small pkg/DEBIAN pkg/opt; cp s/short small/app; ln -s app small/link; cp s/short pkg/opt/app");
    const control = "Package: app\\nVersion: 1\\nArchitecture: all\\nMaintainer: a <a@b.c>\\nDescription: app\\n";
    sh(`printf '${control}' > pkg/DEBIAN/control`);
  });
  const make = (name: string): Buffer => {
    if (name === "a.rpm") return read(rpmOf("small"));
    sh(kinds[name] ?? "");
    return read(name);
  };

  it.each(Object.keys(kinds))("%s ends in a sentence at every length", async (name) => {
    const whole = make(name);
    const all = (await list(whole)).members.length;
    expect(all).toBeGreaterThan(0);
    for (let length = 0; length < whole.length; length += isFull ? 1 : 37) {
      const { error, format, members } = await list(whole.subarray(0, length));
      // Before its magic number it is nothing at all.
      expect(error !== null || format === null || members.length === all, String(length)).toBe(true);
    }
  });

  it.each(Object.keys(kinds))("%s with other bytes ends in a sentence or in members", async (name) => {
    const whole = make(name);
    const place = fc.oneof(fc.nat(whole.length - 1), fc.nat(Math.min(whole.length, 300) - 1));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        const { error, members } = await list(bytes);
        expect(error).not.toBe("");
        expect(members.length).toBeLessThan(10);
      }),
      { numRuns: isFull ? 5000 : 100 },
    );
  });
});
