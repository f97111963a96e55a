import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { goLinkage } from "./support/cli.ts";
import { confusion, type Outcome, outcomeOf } from "./support/confusion.ts";
import { describeWith } from "./support/tools.ts";
import type { Report } from "../src/model/report.ts";

// Programs that people run, from the module proxy: what was predicted of each build against what came out. Minutes of compiling,
// so only one of them runs every time.

type Program = { readonly module: string; readonly packages: readonly string[]; readonly needs: string };

const programs: readonly Program[] = [
  { module: "github.com/rakyll/hey@v0.1.4", packages: ["."], needs: "net/http" },
  { module: "filippo.io/age@v1.2.1", packages: ["./cmd/..."], needs: "several mains, some without net" },
  { module: "github.com/benbjohnson/litestream@v0.3.13", packages: ["./cmd/litestream"], needs: "go-sqlite3" },
  { module: "github.com/mattn/go-sqlite3@v1.14.22", packages: ["./_example/simple"], needs: "a database in C" },
  { module: "modernc.org/sqlite@v1.33.1", packages: ["./examples/example1"], needs: "the same database in Go" },
  {
    module: "github.com/marcboeker/go-duckdb@v1.8.0",
    packages: ["./examples/simple"],
    needs: "a static C++ library that comes along",
  },
  {
    module: "github.com/cockroachdb/pebble@v1.1.2",
    packages: ["./cmd/pebble"],
    needs: "a database with C for compression",
  },
  { module: "go.etcd.io/bbolt@v1.3.11", packages: ["./cmd/bbolt"], needs: "a database in Go" },
  { module: "github.com/ebitengine/purego@v0.8.1", packages: ["./examples/libc"], needs: "C libraries without cgo" },
  { module: "github.com/opencontainers/runc@v1.1.14", packages: ["."], needs: "C that runs before Go" },
  {
    module: "github.com/containernetworking/plugins@v1.5.1",
    packages: ["./plugins/main/...", "./plugins/ipam/..."],
    needs: "many mains",
  },
  { module: "go.etcd.io/etcd/etcdctl/v3@v3.5.16", packages: ["."], needs: "gRPC" },
  { module: "sigs.k8s.io/kustomize/kustomize/v5@v5.4.3", packages: ["."], needs: "Kubernetes" },
  { module: "github.com/prometheus/node_exporter@v1.8.2", packages: ["."], needs: "collectors" },
  { module: "github.com/nsqio/nsq@v1.3.0", packages: ["./apps/..."], needs: "nine mains" },
  { module: "github.com/caddyserver/caddy/v2@v2.7.6", packages: ["./cmd/caddy"], needs: "700 packages" },
  { module: "github.com/mikefarah/yq/v4@v4.44.3", packages: ["."], needs: "no server" },
  { module: "github.com/junegunn/fzf@v0.55.0", packages: ["."], needs: "a terminal" },
  { module: "github.com/go-task/task/v3@v3.38.0", packages: ["./cmd/task"], needs: "os/user" },
  { module: "github.com/google/gops@v0.3.28", packages: ["."], needs: "processes" },
  { module: "github.com/google/pprof@v0.0.0-20240910150728-a0b0bb1d4134", packages: ["."], needs: "profiles" },
  { module: "github.com/go-delve/delve@v1.23.0", packages: ["./cmd/dlv"], needs: "a debugger" },
];

const chosen = process.env.FULL === "true" ? programs : programs.slice(0, 1);

describeWith(["go", "gcc", "musl-gcc"], "real programs", () => {
  const outcomes: Outcome[] = [];

  afterAll(() => {
    const { table, misses } = confusion(outcomes);
    if (chosen.length > 1) console.log([`${outcomes.length} builds`, table, ...misses].join("\n"));
  });

  describe.each(chosen)("$module: $needs", ({ module, packages }) => {
    it("are what was predicted", async () => {
      const dir = mkdtempSync(join(tmpdir(), "real-program-"));
      try {
        const downloaded = execFileSync("go", ["mod", "download", "-json", module], { cwd: dir, encoding: "utf8" });
        const program = join(dir, basename(module));
        cpSync((JSON.parse(downloaded) as { Dir: string }).Dir, program, { recursive: true });
        execFileSync("chmod", ["-R", "u+w", program]);
        const args = ["check", ...packages, "--strategies=all", "--json"];
        const { stdout, stderr } = await goLinkage(args, { cwd: program, env: { GOFLAGS: "-mod=mod" } });
        expect(stdout, stderr).not.toBe("");
        const { cells } = JSON.parse(stdout) as Report;
        const tried = cells.filter(({ status }) => status !== "skipped");
        expect(tried.length).toBeGreaterThan(0);
        // Code that does not compile fails for reasons of its own; what is not certain may turn out otherwise.
        const judged = tried.filter(({ status, prediction }) => status === "built" || prediction?.linkage === "fails");
        outcomes.push(...judged.map(outcomeOf));
        const certain = judged.filter(({ prediction }) => prediction?.certainty === "certain");
        expect(confusion(certain.map(outcomeOf)).misses).toEqual([]);
      } finally {
        rmSync(dir, { recursive: true, force: true });
      }
    }, 1_800_000);
  });
});
