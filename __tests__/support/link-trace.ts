import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Cell } from "../../src/model/report.ts";

/**
 * Asks the toolchain itself which linker it uses: the cell's own command with a wrapper around the linker that adds -v to it
 * and to nothing else. cmd/link prints "host link:" just when it calls the host linker (go1.19 to go1.27).
 */
export class LinkTrace {
  readonly #dir = mkdtempSync(join(tmpdir(), "link-trace-"));
  readonly #wrapper = join(this.#dir, "toolexec");

  constructor() {
    const script = `#!/bin/sh
tool=$1
shift
case "$tool:$1" in
*/link:-V=full) ;;
*/link:*) set -- -v "$@" ;;
esac
exec "$tool" "$@"
`;
    writeFileSync(this.#wrapper, script, { mode: 0o755 });
  }

  /** `root`: what the cell's folder is relative to. Throws when the build fails. */
  modeOf(cell: Cell, root: string, env: NodeJS.ProcessEnv): "internal" | "external" {
    const [go = "", build = "", ...rest] = cell.build.argv;
    const args = [build, `-toolexec=${this.#wrapper}`, "-o", join(this.#dir, "program"), ...rest];
    const trace = execFileSync("sh", ["-c", 'exec "$0" "$@" 2>&1', go, ...args], {
      cwd: resolve(root, cell.build.dir),
      env: { ...env, ...cell.build.env },
      encoding: "utf8",
      maxBuffer: 1e8,
    });
    if (!trace.includes("HEADER = ")) throw new Error(`the linker said nothing: ${trace}`);
    return /^host link: /m.test(trace) ? "external" : "internal";
  }

  remove(): void {
    rmSync(this.#dir, { recursive: true });
  }
}
