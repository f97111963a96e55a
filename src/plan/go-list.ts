import pLimit from "p-limit";
import { adviseNewerGo } from "../go/requires-go.ts";
import type { Go } from "../go/command.ts";
import { renderFlags } from "../go/go-flags.ts";
import { findMachineFault } from "../go/machine-faults.ts";
import { findModuleError } from "../go/module-errors.ts";
import { joinMessage } from "../go/source-faults.ts";
import { goListFields, parseGoList } from "../go/package-graph.ts";
import type { Environment } from "../model/environment.ts";
import type { PackageGraph } from "../model/packages.ts";
import type { GoFlag, GoModule } from "../model/plan.ts";
import type { Files } from "../ports/types.ts";
import { programsOfUnread } from "./unread-module.ts";

type ListOptions = { readonly env: Environment; readonly flags: readonly GoFlag[] };

type Listing = { readonly graph: PackageGraph } | { readonly error: string };

// -ldflags and the like choose no files, and "go list" with the same flags as "go build" would only be slower.
const noListFlags = new Set(["-ldflags", "-gcflags", "-asmflags", "-gccgoflags", "-a", "-v", "-x"]);

/** A PIE is made of the same files as any program; only libraries have others of their own. */
function isForList({ name, value }: GoFlag): boolean {
  return !noListFlags.has(name) && !(name === "-buildmode" && value === "pie");
}

/** It prints why it fails, unless something is wrong with the machine. */
export const silentFailure = "go list failed without a message";

/** `go list -deps`, asked once for strategies that choose the same files. */
export class GoLister {
  readonly #go: Go;
  readonly #limit: ReturnType<typeof pLimit>;
  readonly #asked = new Map<string, Promise<Listing>>();

  readonly #files: Pick<Files, "readText" | "size">;

  /** `limit`: how many run at once. */
  constructor(go: Go, { limit, files }: { readonly limit: number; readonly files: Pick<Files, "readText" | "size"> }) {
    this.#go = go;
    this.#limit = pLimit(limit);
    this.#files = files;
  }

  list(module: GoModule, { env, flags }: ListOptions): Promise<Listing> {
    const args = ["list", "-e", "-deps", `-json=${goListFields}`];
    args.push(...renderFlags(flags.filter(isForList)), "--", ...module.patterns);
    // Which C compiler it will be chooses no files.
    const { CC: _cc, ...chooses } = env;
    const key = JSON.stringify([module.dir, chooses, args]);
    const running = this.#asked.get(key) ?? this.#limit(() => this.#run(module, args, { env, flags }));
    this.#asked.set(key, running);
    return running;
  }

  async #run(module: GoModule, args: readonly string[], { env, flags }: ListOptions): Promise<Listing> {
    const result = await this.#go.work(args, { cwd: module.dir, env });
    if (result.exitCode === 0) return { graph: parseGoList(result.stdout) };
    const { signal } = result;
    if (signal !== null) return { error: `go list was ended by ${signal}` };
    const advice = adviseNewerGo(result.stderr, this.#go);
    if (advice !== undefined) return { error: advice };
    const broken = findMachineFault(result.stderr) === null ? findModuleError(result.stderr) : undefined;
    const message = joinMessage(result.stderr) || silentFailure;
    if (broken === undefined) return { error: message };
    const error = `${broken.text}; ${broken.fix}`;
    const graph = await programsOfUnread(module, { env, flags, error }, { go: this.#go, files: this.#files });
    // Go's own advice stands behind its message; the fix is ours.
    const [what = message] = message.split(/[;.]? (?:to update it:|You can add the module)/, 1);
    return graph.size === 0 ? { error: `${what}; ${broken.fix}` } : { graph };
  }
}
