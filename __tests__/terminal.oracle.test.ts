import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { building, command, ended, expectNarrow, inTerminal, path, testSignal, testWindow } from "./support/terminal.ts";
import { describeWith } from "./support/tools.ts";

// What terminal.bundle.test.ts leaves out.

describeWith(["tmux", "go", "gcc"], "in a terminal", () => {
  describe.concurrent("at the same time", () => {
    it("200 x 50, without colours: live lines while it builds, and the report after", () =>
      testWindow({ columns: 200, rows: 50, env: { NO_COLOR: "1" }, isColored: false }));

    it("made narrower and wider while it builds", () =>
      inTerminal(async ({ open, type, until, tmux, scratch }) => {
        // Else the builds could be over before the window has changed.
        const slow = join(scratch, "slow-link");
        const script = '#!/bin/sh\ncase "$1 $2" in */link\\ -V=*) ;; */link\\ *) sleep 4 ;; esac\nexec "$@"\n';
        writeFileSync(slow, script, { mode: 0o755 });
        open(160, 30, { NO_COLOR: "1" });
        type(command.replace(";", ` --flags -toolexec=${slow};`));
        await until(building);
        tmux("resize-window", "-t", "main", "-x", "50", "-y", "12");
        await sleep(500);
        const narrow = await until(building);
        expect(narrow.match(/Build:/g)).toHaveLength(1);
        expectNarrow(narrow, 50);
        tmux("resize-window", "-t", "main", "-x", "120", "-y", "40");
        const text = await until(ended, ["-S", "-1000"]);
        expect(text).not.toMatch(/Build:| left,/);
        expect(text.match(/Go \S+, from PATH/g)).toHaveLength(1);
      }));

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
