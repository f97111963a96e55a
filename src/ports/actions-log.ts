import { randomUUID } from "node:crypto";
import * as core from "@actions/core";
import { sanitize } from "../text/text.ts";
import { plainProgress } from "./progress.ts";
import type { Log } from "./types.ts";

/** Progress in the log of a workflow run: stages are groups, and other programs' output cannot speak to the runner. */
export function makeActionsLog(): Log {
  const progress = plainProgress(core.info);
  return {
    ...progress,
    group: (title, body, pieces) => core.group(title, () => progress.group(title, body, pieces)),
    info: (message) => {
      core.info(sanitize(message));
    },
    warning: (message) => {
      core.warning(sanitize(message));
    },
    raw: (text) => {
      const token = randomUUID();
      core.info(`::stop-commands::${token}\n${sanitize(text).trimEnd()}\n::${token}::`);
    },
  };
}
