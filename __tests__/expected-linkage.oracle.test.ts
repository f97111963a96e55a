import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { groupBy } from "../src/text/group-by.ts";
import { goLinkage, root } from "./support/cli.ts";
import { confusion, outcomeOf } from "./support/confusion.ts";
import { LinkTrace } from "./support/link-trace.ts";
import { linkageByReadelf, readelf } from "./support/readelf.ts";
import { describeWith } from "./support/tools.ts";
import type { Report, Cell } from "../src/model/report.ts";

// Every row of what the Go toolchain was measured to produce, built here through the command line with the real toolchain.

type Row = {
  readonly program: string;
  readonly environment: string;
  readonly linkage: string;
  readonly interp: string;
  readonly needed: string;
  readonly warning: string;
};

const rows = readFileSync(join(import.meta.dirname, "fixtures/expected-linkage.tsv"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith("program\t"))
  .map((line): Row => {
    const [program = "", , environment = "", linkage = "", interp = "", needed = "", warning = ""] = line.split("\t");
    return { program, environment, linkage, interp, needed, warning };
  });

const examples: Readonly<Record<string, string>> = {
  pure: "pure",
  net: "resolver",
  osuser: "users",
  cgo: "bindings",
  cgonet: "bindings-resolver",
  plugin: "plugins",
};

// The column "environment and flags" as a strategy and the caller's own flags.
const expressed: Readonly<Record<string, Expressed>> = {
  "(none)": { strategy: "default", flags: "" },
  "-ldflags=-extldflags=-static": { strategy: "extldflags", flags: "" },
  "CGO_ENABLED=0": { strategy: "cgo-disabled", flags: "" },
  "-tags=netgo": { strategy: "default", flags: "-tags=netgo" },
  "-tags=netgo,osusergo": { strategy: "netgo", flags: "" },
  "-tags=netgo,osusergo -ldflags=-extldflags=-static": { strategy: "netgo-extldflags", flags: "" },
  "-ldflags='-linkmode=external -extldflags=-static'": { strategy: "external", flags: "" },
  "-ldflags=-linkmode=internal": { strategy: "default", flags: "-ldflags=-linkmode=internal" },
  "CGO_ENABLED=0 -buildmode=pie": { strategy: "cgo-disabled", flags: "-buildmode=pie" },
  "-buildmode=pie": { strategy: "default", flags: "-buildmode=pie" },
  "-buildmode=pie -ldflags='-linkmode=external -extldflags=-static-pie'": {
    strategy: "default",
    flags: "-buildmode=pie -ldflags='-linkmode=external -extldflags=-static-pie'",
  },
  "CC=musl-gcc -ldflags='-linkmode=external -extldflags=-static'": { strategy: "musl", flags: "" },
};

type Expressed = { readonly strategy: string; readonly flags: string };

/** A strategy can also be named: `--strategy NAME`. */
function express(environment: string): Expressed | undefined {
  const name = /^--strategy (\S+)$/.exec(environment)?.[1];
  return name === undefined ? expressed[environment] : { strategy: name, flags: "" };
}

const full = process.env.FULL === "true";

/** The Go on PATH, and in the full sweep every other one that Debian's packages have installed. */
const toolchains = [
  { title: "the Go on PATH", path: process.env.PATH },
  ...(full ? readdirSync("/usr/lib").filter((name) => /^go-1\.\d+$/.test(name)) : []).map((name) => ({
    title: name,
    path: `/usr/lib/${name}/bin:${process.env.PATH ?? ""}`,
  })),
];

/** The linker's warnings as findings; musl's linker warns of nothing, but no static program can open plugins. */
function expectedHazards({ program, linkage, environment, warning }: Row): string[] {
  const opensPlugins = program === "plugin" && linkage.startsWith("static") && !environment.startsWith("CGO_ENABLED=0");
  if (opensPlugins) return ["dlopen"];
  return warning === "-" ? [] : ["nss"];
}

describeWith(["go", "gcc", "musl-gcc", "readelf"], "the expected-linkage matrix", () => {
  describe.each(toolchains)("with $title", ({ title, path: PATH }) => {
    const output = mkdtempSync(join(tmpdir(), "expected-linkage-"));
    const reports = new Map<string, Report>();

    beforeAll(async () => {
      const runs = groupBy(
        rows.flatMap(({ environment }) => express(environment) ?? []),
        ({ flags }) => flags,
      );
      for (const [index, wanted] of runs.entries()) {
        const [{ flags }] = wanted;
        const strategies = [...new Set(["default", ...wanted.map(({ strategy }) => strategy)])].join(",");
        const args = ["check", ...Object.values(examples).map((name) => `./examples/${name}`)];
        args.push(
          "--json",
          `--strategies=${strategies}`,
          `--flags=${flags}`,
          `--output-dir=${join(output, String(index))}`,
        );
        const { stdout, stderr, exitCode } = await goLinkage(args, { env: { PATH } });
        expect(exitCode, stderr).not.toBe(2);
        reports.set(flags, JSON.parse(stdout) as Report);
      }
    }, 600_000);

    afterAll(() => {
      rmSync(output, { recursive: true });
    });

    const cellOf = (row: Row): Cell | undefined => {
      const { strategy, flags } = express(row.environment) ?? { strategy: "", flags: "" };
      const path = `example.com/${examples[row.program] ?? ""}`;
      return reports.get(flags)?.cells.find((cell) => cell.package === path && cell.strategy === strategy);
    };

    it("holds the 72 rows that were measured first, each of which the command line can express", () => {
      expect(rows.length).toBeGreaterThanOrEqual(72);
      expect(rows.filter(({ environment }) => express(environment) === undefined)).toEqual([]);
    });

    it.each(rows)("$program $environment is $linkage", (row) => {
      const cell = cellOf(row);
      if (cell === undefined) throw new Error("no such cell");
      if (row.linkage === "fails") {
        expect(cell).toMatchObject({ status: "skipped", linkage: null });
        expect(cell.reason).toContain("only cgo files");
        return;
      }
      expect(cell.status, cell.build.output).toBe("built");
      const wanted = row.needed === "-" ? [] : row.needed.split(",");
      expect(cell.linkage).toMatchObject({ kind: row.linkage, needed: wanted });
      expect(cell.linkage?.interpreter === null ? "no" : "yes").toBe(row.interp);
      const named = cell.findings.filter(({ kind }) => kind === "nss" || kind === "dlopen").map(({ kind }) => kind);
      expect(named).toEqual(expectedHazards(row));
      for (const name of row.warning === "-" ? [] : row.warning.split(",")) {
        expect(cell.build.output).toContain(`Using '${name}' in statically linked applications`);
      }
    });

    it("agrees with readelf on every artifact", () => {
      const artifacts = [...reports.values()].flatMap(({ cells }) => cells.filter(({ artifact }) => artifact !== null));
      expect(artifacts).toHaveLength(68);
      for (const { package: path, strategy, artifact, linkage, link } of artifacts) {
        const facts = readelf(artifact?.path ?? "");
        expect({
          cell: `${path} ${strategy}`,
          kind: linkage?.kind,
          interpreter: linkage?.interpreter,
          needed: linkage?.needed,
          minGlibc: linkage?.minGlibc,
          link: link.mode,
        }).toEqual({
          cell: `${path} ${strategy}`,
          kind: linkageByReadelf(facts),
          interpreter: facts.interpreter,
          needed: facts.needed,
          minGlibc: facts.minGlibc,
          link: facts.sections.some((name) => name === ".init_array" || name === ".init") ? "external" : "internal",
        });
      }
    });

    it("is what was predicted", () => {
      const built = [...reports.values()].flatMap(({ cells }) => cells.filter(({ status }) => status !== "skipped"));
      const { table, misses } = confusion(built.map(outcomeOf));
      if (full) console.log(`${title}\n${table}`);
      expect(misses).toEqual([]);
      expect(built.flatMap(({ findings }) => findings.filter(({ kind }) => kind === "prediction"))).toEqual([]);
    });

    it("was linked by the linker that the toolchain itself names", () => {
      const trace = new LinkTrace();
      const cells = [...reports.values()].flatMap((report) => report.cells.filter(({ artifact }) => artifact !== null));
      // Linking everything once more takes half a minute; the programs with both kinds of cgo say most.
      const chosen = full ? cells : cells.filter(({ package: path }) => path === "example.com/bindings-resolver");
      for (const cell of chosen) {
        const { package: path, strategy, link, prediction } = cell;
        const said = trace.modeOf(cell, root, { ...process.env, PATH });
        expect({ path, strategy, observed: link.mode, predicted: prediction?.mode }).toEqual({
          path,
          strategy,
          observed: said,
          predicted: said,
        });
      }
      trace.remove();
    }, 600_000);

    it("keeps the artifacts apart and where the report says", () => {
      const paths = [...reports.values()].flatMap(({ cells }) => cells.flatMap(({ artifact }) => artifact?.path ?? []));
      expect(new Set(paths).size).toBe(paths.length);
      expect(paths.every((path) => path.startsWith(output))).toBe(true);
    });
  });
});
