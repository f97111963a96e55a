// npm run pictures: the pictures of the README, from a real run of the bundle over a change of the examples. Needs Go, gcc, git and Chromium.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchChromium, visit } from "../__tests__/support/browser.ts";
import { pageLikeGitHub } from "../__tests__/support/github-markdown.ts";

const root = join(import.meta.dirname, "..");

/** A module whose program is examples/pure on the first commit, and examples/resolver in the change that is judged. */
function runOverChange(folder: string): { readonly markdown: string; readonly html: string } {
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
      cwd: folder,
      encoding: "utf8",
    });
  git("init", "--quiet", "--initial-branch=main");
  const commits = ["pure", "resolver"].map((name) => {
    const goMod = readFileSync(join(root, "examples/pure/go.mod"), "utf8");
    writeFileSync(join(folder, "go.mod"), goMod.replace("example.com/pure", "example.com/server"));
    cpSync(join(root, `examples/${name}/main.go`), join(folder, "main.go"));
    git("add", "--all");
    git("commit", "--quiet", "--message", name);
    return git("rev-parse", "HEAD").trim();
  });
  const [markdown, html] = [join(folder, "report.md"), join(folder, "report.html")];
  const args = ["check", "--baseline-ref", commits[0] ?? "", "--report-markdown", markdown, "--report-html", html];
  const { status, stderr } = spawnSync(process.execPath, [join(root, "dist/cli.js"), ...args], {
    // What `go env -w` wrote on this machine is no part of the picture.
    env: { ...process.env, GOENV: "off", GOFLAGS: "" },
    cwd: folder,
    encoding: "utf8",
  });
  // The change is a regression: the gate has to fail.
  if (status !== 1) throw new Error(`go-linkage ended with exit code ${String(status)}:\n${stderr}`);
  return { markdown: readFileSync(markdown, "utf8"), html: readFileSync(html, "utf8") };
}

const folder = mkdtempSync(join(tmpdir(), "pictures-"));
const browser = await launchChromium();
try {
  const { markdown, html } = runOverChange(folder);
  for (const theme of ["light", "dark"] as const) {
    const take = (name: string, text: string, size: { readonly width: number; readonly height: number }) =>
      visit({ browser, text, options: { viewport: size, colorScheme: theme } }, ({ page }) =>
        page.screenshot({ path: join(root, `docs/images/${name}-${theme}.png`), fullPage: name === "summary" }),
      );
    // Not every machine has a font for this emoji.
    const summary = pageLikeGitHub(markdown, theme).replaceAll("❌", '<span style="color:#d1242f">✖</span>');
    await take("summary", summary, { width: 1012, height: 600 });
    await take("page", html, { width: 1180, height: 900 });
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
