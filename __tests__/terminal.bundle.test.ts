import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { building, command, ended, inTerminal, testSignal, testWindow } from "./support/terminal.ts";
import { describeWith } from "./support/tools.ts";

// The bundle in a real terminal. More windows and signals are among the oracles.

describeWith(["tmux", "go", "gcc"], "in a terminal", () => {
  // They wait more than they work.
  describe.concurrent("at the same time", () => {
    it("80 x 24: live lines while it builds, and the report after", () =>
      testWindow({ columns: 80, rows: 24, env: {}, isColored: true }));

    it("cut off by Ctrl-C it leaves nothing, and the prompt on a line of its own", () =>
      inTerminal(async ({ open, type, until, tmux, expectNothingLeft }) => {
        open(80, 24, { NO_COLOR: "1" });
        type(command.replace("; echo exit code $?", ""));
        await until(building);
        tmux("send-keys", "-t", "main", "C-c");
        await until((text) => text.endsWith("prompt>"));
        type("echo exit code $?");
        const text = await until((shown) => ended(`${shown}\n`));
        expect(text).toContain("\nexit code 130");
        expect(text).toMatch(/^prompt> echo/m);
        expect(text).not.toMatch(/Build:|left,/);
        expect(tmux("display-message", "-p", "-t", "main", "#{cursor_flag}").trim()).toBe("1");
        expectNothingLeft();
      }));

    it("ended by SIGTERM it leaves nothing", () => testSignal("TERM"));

    it("a build that fails is told at once", () =>
      inTerminal(async ({ open, type, until, scratch }) => {
        const files = {
          "go.mod": "module example.com/app\n\ngo 1.21\n",
          "cmd/broken/main.go": "package main\n\nfunc main() { undefinedName() }\n",
          "cmd/resolver/main.go": 'package main\n\nimport _ "net"\n\nfunc main() {}\n',
        };
        for (const [name, text] of Object.entries(files)) {
          mkdirSync(dirname(join(scratch, "app", name)), { recursive: true });
          writeFileSync(join(scratch, "app", name), text);
        }
        open(120, 24, { NO_COLOR: "1" });
        type(`node dist/cli.js --working-directory ${join(scratch, "app")}; echo exit code $?`);
        const live = await until((text) => building(text) && text.includes("✗ failed"));
        expect(live).toMatch(
          /^✗ failed example\.com\/app\/cmd\/broken, \S+, \S+ in .* s: cmd\/broken\/main\.go:3:15: undefined/m,
        );
        expect(live).toMatch(/Build: \d+\/\d+ done, [1-9]\d* failed/);
        expect(live.indexOf("✗ failed")).toBeLessThan(live.indexOf("Build:"));
        expect(await until(ended, ["-S", "-1000"])).toContain("exit code 1");
      }));
  });
});
