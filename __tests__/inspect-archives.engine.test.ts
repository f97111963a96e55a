import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { renderHtml } from "../src/report/html.ts";
import { renderJunit } from "../src/report/junit.ts";
import { renderMarkdown } from "../src/report/markdown.ts";
import { renderSarif } from "../src/report/sarif.ts";
import { renderTerminal } from "../src/report/terminal.ts";
import type { Inputs } from "../src/config/inputs.ts";
import type { Report } from "../src/model/report.ts";
import { plainEnvironment, runReport } from "./support/engine.ts";
import { root } from "./support/root.ts";
import { describeWith } from "./support/tools.ts";

// Programs in what is shipped: each has to be judged as the file itself is. The readers alone are in archives/.

describeWith(["go", "gcc", "tar", "zip", "dpkg-deb", "xz", "zstd", "bzip2"], "inspect looks into", () => {
  const scratch = mkdtempSync(join(tmpdir(), "archives-"));
  const at = (path: string): string => join(scratch, path);
  const sh = (script: string): void => {
    execFileSync("bash", ["-euc", script], { cwd: scratch, stdio: "pipe" });
  };
  const inspect = (inputs: Partial<Inputs>): Promise<Report> =>
    runReport(
      {
        mode: "inspect",
        "working-directory": scratch,
        ...inputs,
        binaries: (inputs.binaries ?? "").replaceAll(" ", "\n"),
      },
      plainEnvironment(),
    );
  const kindsOf = ({ cells }: Report): Record<string, string | undefined> =>
    Object.fromEntries(cells.map(({ artifact, linkage }) => [artifact?.path ?? "", linkage?.kind]));
  const control = [
    "Package: app",
    "Version: 1",
    "Architecture: amd64",
    "Maintainer: a <a@b.c>",
    "Description: app",
    "",
  ];

  beforeAll(() => {
    mkdirSync(at("bin"));
    const build = (name: string, cgo: string): void => {
      const env = { ...process.env, CGO_ENABLED: cgo };
      execFileSync("go", ["build", "-o", at(`bin/${name}`), "."], { cwd: join(root, "examples/resolver"), env });
    };
    build("static", "0");
    build("dynamic", "1");
    writeFileSync(at("bin/README"), "words\n");
    writeFileSync(at("bin/_complete"), "#compdef app\n");
    mkdirSync(at("pkg/DEBIAN"), { recursive: true });
    mkdirSync(at("pkg/usr/bin"), { recursive: true });
    writeFileSync(at("pkg/DEBIAN/control"), control.join("\n"));
    for (const name of ["static", "dynamic"]) copyFileSync(at(`bin/${name}`), at(`pkg/usr/bin/${name}`));
  });

  afterAll(() => {
    rmSync(scratch, { recursive: true });
  });

  it.each([
    { what: "tar", file: "a.tar", make: "tar -cf a.tar bin" },
    { what: "tar.gz of pax", file: "a.tar.gz", make: "tar --format=pax -czf a.tar.gz bin" },
    { what: "tar.xz", file: "a.tar.xz", make: "tar -cJf a.tar.xz bin" },
    { what: "tar.zst of two frames", file: "a.tar.zst", make: "tar -c bin | split -b 1M --filter=zstd - > a.tar.zst" },
    { what: "tar.bz2", file: "a.tar.bz2", make: "tar -cjf a.tar.bz2 bin" },
    { what: "zip", file: "a.zip", make: "zip -qr a.zip bin" },
    { what: "deb by gzip", file: "gzip.deb", make: "dpkg-deb -Zgzip -b pkg gzip.deb" },
    { what: "deb by xz", file: "xz.deb", make: "dpkg-deb -Zxz -b pkg xz.deb" },
    { what: "deb by zstd", file: "zstd.deb", make: "dpkg-deb -Zzstd -b pkg zstd.deb" },
    {
      what: "tar.gz in a zip",
      file: "n.zip",
      make: "tar -czf n.tar.gz bin; zip -q n.zip n.tar.gz",
      inner: "n.tar.gz!/",
    },
  ])("a $what", async ({ file, make, inner = "" }) => {
    sh(make);
    const report = await inspect({ binaries: `${file} bin/static bin/dynamic` });
    const folder = file.endsWith(".deb") ? "usr/bin" : "bin";
    const path = (name: string): string => `${file}!/${inner}${folder}/${name}`;
    expect(kindsOf(report)).toEqual({
      "bin/dynamic": "dynamic",
      "bin/static": "static",
      [path("dynamic")]: "dynamic",
      [path("static")]: "static",
    });
    for (const name of ["static", "dynamic"]) {
      const [own, packed] = [`bin/${name}`, path(name)].map((each) =>
        report.cells.find(({ artifact }) => artifact?.path === each),
      );
      const format = file.replace(/.*\.(tar|zip|deb)\b.*/, "$1");
      expect(packed).toEqual({
        ...own,
        artifact: { ...own?.artifact, path: path(name) },
        container: { path: file, member: path(name).slice(file.length + 2), format },
        timing: packed?.timing,
        // A package is for the systems that install it, and declares less than this program needs.
        ...(format === "deb" ? { runsOn: packed?.runsOn, findings: packed?.findings } : {}),
      });
    }
  });

  it("folders, without what their links lead to outside, and one file that is packed", async () => {
    mkdirSync(at("dist/sub"), { recursive: true });
    sh("tar -czf dist/sub/a.tgz bin; gzip -c bin/static > dist/static.gz; zip -q dist/text.zip bin/README");
    symlinkSync("/bin/sh", at("dist/out"));
    const report = await inspect({ binaries: "dist" });
    expect(kindsOf(report)).toEqual({
      "dist/static.gz": "static",
      "dist/sub/a.tgz!/bin/dynamic": "dynamic",
      "dist/sub/a.tgz!/bin/static": "static",
    });
    expect(report.skippedFiles).toEqual([
      { path: "dist/out", reason: "symbolic link, which is not followed" },
      { path: "dist/sub/a.tgz!/bin/README", reason: "text" },
      { path: "dist/sub/a.tgz!/bin/_complete", reason: "text" },
      { path: "dist/text.zip!/bin/README", reason: "text" },
    ]);
  });

  it("the modes of programs", async () => {
    chmodSync(at("bin/static"), 0o644);
    sh("tar -cf modes.tar bin; zip -q modes.zip bin/static; zip -qX fat.zip bin/static; zip -q -k dos.zip bin/static");
    chmodSync(at("bin/static"), 0o755);
    const report = await inspect({ binaries: "modes.tar modes.zip dos.zip" });
    const found = report.cells.map(({ artifact, findings }) => [
      artifact?.path,
      findings.find(({ kind }) => kind === "not-executable")?.message,
    ]);
    const message = "it is packed with the mode 0644, so nobody can start it once it is unpacked";
    expect(found).toEqual([
      ["dos.zip!/BIN/STATIC", undefined],
      ["modes.tar!/bin/dynamic", undefined],
      ["modes.tar!/bin/static", message],
      ["modes.zip!/bin/static", message],
    ]);
  });

  it("what it cannot read: that fails what is asked for, in every format", async () => {
    sh(
      "zip -q -P secret secret.zip bin/static bin/README; tar -cf whole.tar bin; head -c 3000000 whole.tar > short.tar",
    );
    sh("zip -q one.zip whole.tar; zip -q two.zip one.zip");
    const files = "secret.zip short.tar two.zip";
    for (const asked of [{ require: "static" }, { "runs-on": "debian12" }, { "max-glibc": "2.31" }]) {
      for (const binaries of files.split(" ")) {
        const { verdict } = await inspect({ binaries: `${binaries} bin/static`, ...asked });
        expect([binaries, verdict.outcome]).toEqual([binaries, "fail"]);
      }
    }
    const report = await inspect({ binaries: `${files} bin/static`, require: "static" });
    const reasons = Object.fromEntries(
      report.cells.flatMap(({ artifact, linkage }) =>
        linkage?.kind === "unreadable" ? [[artifact?.path ?? "", linkage.reason]] : [],
      ),
    );
    expect(reasons).toEqual({
      "secret.zip!/bin/static": "the member is encrypted",
      "short.tar": "the tar archive is cut off in the middle of a member",
      "two.zip!/one.zip!/whole.tar": "an archive in an archive in an archive, which is not read",
    });
    const texts = [renderMarkdown, renderSarif, renderJunit].map((render) => render(report));
    texts.push(await renderHtml(report), renderTerminal(report, { color: false, width: 120 }));
    for (const text of texts) for (const path of Object.keys(reasons)) expect(text).toContain(path);
  });

  it("what a package declares, and where it is for", async () => {
    const pack = (file: string, depends: string): void => {
      const fields = depends === "" ? control : [`Depends: ${depends}`, ...control];
      writeFileSync(at("pkg/DEBIAN/control"), fields.join("\n"));
      sh(`dpkg-deb -Znone -b pkg ${file}`);
    };
    pack("none.deb", "");
    pack("old.deb", "libc6 (>= 2.2.5)");
    pack("new.deb", "libc6 (>= 9.0)");
    const of = async (binaries: string): Promise<Report["cells"][number] | undefined> =>
      (await inspect({ binaries })).cells.find(({ artifact }) => artifact?.path?.endsWith("/dynamic"));
    const saidOf = async (binaries: string): Promise<string | undefined> =>
      (await of(binaries))?.findings.find(({ kind }) => kind === "undeclared-dependency")?.message;
    expect(await saidOf("none.deb")).toContain("needs libc.so.6, and no dependency of the package (Depends) brings it");
    expect(await saidOf("old.deb")).toContain("the package declares libc6 (>= 2.2.5): it can be installed where");
    expect(await saidOf("new.deb")).toBeUndefined();
    const cell = await of("new.deb");
    expect(new Set(cell?.runsOn.map(({ system }) => system.replace(/[-\d].*/, "")))).toEqual(
      new Set(["debian", "ubuntu", "manylinux", "manylinux_"]),
    );
    expect(cell?.runsOn.find(({ system }) => system === "debian13")?.reason).toBe(
      "cannot be installed: the package declares libc6 (>= 9.0), has glibc 2.41",
    );
    await expect(inspect({ binaries: "new.deb", "runs-on": "rhel9" })).rejects.toThrow("is for no target of this run");
  });

  it("what goreleaser lists, against what the files are", async () => {
    mkdirSync(at("out/app_linux_amd64_v1"), { recursive: true });
    copyFileSync(at("bin/static"), at("out/app_linux_amd64_v1/app"));
    sh("tar -czf out/app_arm64.tar.gz bin/static; tar -czf out/good.tar.gz bin/static");
    const { arch } = process;
    const own = arch === "arm64" ? "arm64" : "amd64";
    const entry = (path: string, goarch: string, more: object): object => ({ path, goos: "linux", goarch, ...more });
    writeFileSync(
      at("out/artifacts.json"),
      JSON.stringify([
        entry("dist/app_linux_amd64_v1/app", own, { goamd64: "v3", type: "Binary" }),
        entry("dist/app_arm64.tar.gz", own === "amd64" ? "arm64" : "amd64", { type: "Archive" }),
        entry("dist/good.tar.gz", own, { type: "Archive", extra: { Binaries: ["static", "other"] } }),
      ]),
    );
    writeFileSync(at("out/metadata.json"), JSON.stringify({ commit: "0".repeat(40), tag: "v1.0.0" }));
    const report = await inspect({ binaries: "out" });
    expect(report.verdict.outcome).toBe("fail");
    const found = report.cells.map(({ artifact, findings }) => [
      artifact?.path,
      findings.find(({ kind }) => kind === "artifact-mismatch")?.message,
    ]);
    const other = own === "amd64" ? "arm64" : "amd64";
    expect(Object.fromEntries(found)).toEqual({
      "out/app_arm64.tar.gz!/bin/static": `out/artifacts.json lists it as linux/${other}, and it is linux/${own}`,
      "out/app_linux_amd64_v1/app":
        own === "amd64" ? "out/artifacts.json lists it with GOAMD64=v3, and it is built with GOAMD64=v1" : undefined,
      "out/good.tar.gz!/bin/static": "out/artifacts.json lists other in the archive, which does not have it",
    });
    // The program itself says where it comes from, if it was built in a checkout.
    expect(report.cells.every(({ findings }) => findings.every(({ kind }) => kind !== "unreadable"))).toBe(true);
  });
});
