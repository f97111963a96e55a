import pLimit from "p-limit";
import { joinMessage } from "../go/source-faults.ts";
import { adviseNewerGo } from "../go/requires-go.ts";
import type { Go } from "../go/command.ts";
import { renderFlags } from "../go/go-flags.ts";
import { goListFields, parseGoList } from "../go/package-graph.ts";
import type { Environment } from "../model/environment.ts";
import type { PackageGraph } from "../model/packages.ts";
import type { GoFlag, GoModule } from "../model/plan.ts";

type Listing = { readonly graph: PackageGraph } | { readonly error: string };

// -ldflags and the like choose no files, and "go list" with the same flags as "go build" would only be slower.
const noListFlags = new Set(["-ldflags", "-gcflags", "-asmflags", "-gccgoflags", "-a", "-v", "-x"]);

/** A PIE is made of the same files as any program; only libraries have others of their own. */
function isForList({ name, value }: GoFlag): boolean {
  return !noListFlags.has(name) && !(name === "-buildmode" && value === "pie");
}

/** `go list -deps`, asked once for strategies that choose the same files. */
export class GoLister {
  readonly #go: Go;
  readonly #limit: ReturnType<typeof pLimit>;
  readonly #asked = new Map<string, Promise<Listing>>();

  /** `limit`: how many run at once. */
  constructor(go: Go, limit: number) {
    this.#go = go;
    this.#limit = pLimit(limit);
  }

  list(
    module: GoModule,
    { env, flags }: { readonly env: Environment; readonly flags: readonly GoFlag[] },
  ): Promise<Listing> {
    const args = ["list", "-e", "-deps", `-json=${goListFields}`];
    args.push(...renderFlags(flags.filter(isForList)), "--", ...module.patterns);
    // Which C compiler it will be chooses no files.
    const { CC: _cc, ...chooses } = env;
    const key = JSON.stringify([module.dir, chooses, args]);
    const running = this.#asked.get(key) ?? this.#limit(() => this.#run(module, args, env));
    this.#asked.set(key, running);
    return running;
  }

  async #run(module: GoModule, args: readonly string[], env: Environment): Promise<Listing> {
    const result = await this.#go.work(args, { cwd: module.dir, env });
    if (result.exitCode === 0) return { graph: parseGoList(result.stdout) };
    const advice = adviseNewerGo(result.stderr, this.#go);
    return { error: advice ?? (joinMessage(result.stderr) || "go list failed") };
  }
}
