import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { goLinkage, root } from "../support/cli.ts";
import { expectFirstRunPasses } from "../support/init-run.ts";
import { inTerminal } from "../support/terminal.ts";
import { describeWith } from "../support/tools.ts";

describeWith(["go", "git", "gcc"], "init", () => {
  it("writes a workflow and a policy under which the first run passes", () =>
    expectFirstRunPasses("resolver", ["--policy"]));

  it("asks nothing in a pipe, and refuses what does not go together", async () => {
    const options = ["--policy", "--no-policy"];
    expect(await goLinkage(["init", ...options])).toMatchObject({ exitCode: 2, stdout: "" });
    const other = await goLinkage(["check", "--policy"]);
    expect(other).toMatchObject({ exitCode: 2, stderr: "go-linkage: --policy is only for go-linkage init\n" });
  });
});

describeWith(["tmux", "go", "git"], "init at a terminal", () => {
  it("asks whether a policy is wanted", () =>
    inTerminal(async ({ open, type, until, scratch }) => {
      const dir = join(scratch, "app");
      mkdirSync(dir);
      writeFileSync(join(dir, "go.mod"), "module example.com/app\n\ngo 1.19\n");
      writeFileSync(join(dir, "main.go"), "package main\n\nfunc main() {}\n");
      execFileSync("git", ["init", "-q"], { cwd: dir });
      open(100, 60, { NO_COLOR: "1" });
      type(`cd ${dir}; ${process.execPath} ${join(root, "dist/cli.js")} init; echo exit code $?`);
      await until((text) => text.includes("[y/N]"));
      // The live lines of the search are not drawn over it.
      await sleep(500);
      await until((text) => text.endsWith("[y/N]"));
      expect(existsSync(join(dir, ".github"))).toBe(false);
      type("y");
      const text = await until((shown) => /^exit code \d/m.test(shown), ["-S", "-1000"]);
      expect(text).toContain("wrote .github/go-linkage.yml");
      expect(text).toContain("exit code 0");
      expect(existsSync(join(dir, ".github/workflows/go-linkage.yml"))).toBe(true);
    }));
});
