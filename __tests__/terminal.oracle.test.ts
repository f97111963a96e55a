import { describe, expect, it } from "vitest";
import { command, ended, inTerminal, path, testSignal, testWindow } from "./support/terminal.ts";
import { describeWith } from "./support/tools.ts";

// What terminal.bundle.test.ts leaves out.

describeWith(["tmux", "go", "gcc"], "in a terminal", () => {
  describe.concurrent("at the same time", () => {
    it("200 x 50, without colours: live lines while it builds, and the report after", () =>
      testWindow({ columns: 200, rows: 50, env: { NO_COLOR: "1" }, isColored: false }));

    it("ended by SIGHUP it leaves nothing", () => testSignal("HUP"));

    it("in CI a terminal gets plain lines", () =>
      inTerminal(async ({ open, type, until }) => {
        open(120, 24, { CI: "true", PATH: path });
        type(command);
        const text = await until(ended, ["-S", "-1000", "-e"]);
        expect(text).toMatch(/^building example\.com\/pure, \S+, default$/m);
        expect(text).toMatch(/^4\/4 built example\.com\/\w+, \S+, \S+ in /m);
        expect(text).not.toContain("\u001b[");
      }));
  });
});
