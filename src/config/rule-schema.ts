import * as v from "valibot";
import { acceptableFindings } from "../model/catalog.ts";
import { type Demand, demands } from "../model/policy.ts";
import { glibcForm } from "../text/versions.ts";
import { parseSystems } from "./input-values.ts";
import { fields, line, list, oneOfWords, oneOrMore, pathItem, shaped, text, transformWith } from "./schema-parts.ts";
import { quoted } from "./yaml-document.ts";

const glob = v.pipe(
  line,
  v.maxLength(300, "a glob has at most 300 characters"),
  v.check(
    (each) => !/[[\]{}\\!]/.test(each),
    ({ input }) => `${quoted(input)}: only ?, *, ** and ... stand for other text in a glob`,
  ),
  v.description("A glob: ?, *, ** and Go's ... stand for other text."),
);

const packageGlob = v.pipe(
  glob,
  v.check(
    (each) => !/\s/.test(each),
    ({ input }) => `${quoted(input)} contains a space; write several globs as a list`,
  ),
  v.check(
    (each) => each !== "." && each !== "./",
    "name the program by its import path, or by the end of it: the last part of the module's path",
  ),
  v.check(
    (each) => !each.startsWith("../") && !each.startsWith("/"),
    ({ input }) => `${quoted(input)} is a path; programs are named by their import path, or by the end of it`,
  ),
  v.metadata({ pattern: "^(?!\\.$|\\./$|\\.\\./|/)[^\\[\\]{}\\\\!\\s]+$" }),
);

const platformGlob = v.pipe(
  glob,
  v.regex(
    /^[a-z0-9*?.]+(?:\/[a-z0-9*?.]+){0,2}$/,
    ({ input }) => `${quoted(input)} is not a platform: GOOS, GOOS/GOARCH or GOOS/GOARCH/VARIANT, with * for any`,
  ),
);

const libraryGlob = v.pipe(glob, v.metadata({ pattern: "^[^\\[\\]{}\\\\!\\n]+$" }));

function globs(item: v.GenericSchema<unknown, string>): v.GenericSchema<unknown, string[]> {
  return oneOrMore(item, "the list is empty, so the rule matches nothing");
}

function isDay(day: string): boolean {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}

const expires = v.pipe(
  shaped(/^\d{4}-\d{2}-\d{2}$/, "a day as YYYY-MM-DD"),
  v.check(isDay, ({ input }) => `there is no ${input}`),
);

const glibc = v.pipe(
  shaped(glibcForm, 'a version of glibc, such as "2.31"'),
  v.metadata({ type: ["string", "number"] }),
);

const acceptable = v.pipe(
  oneOfWords(acceptableFindings),
  v.description("A kind of finding: docs/findings has a page of each."),
);

const system = v.pipe(
  line,
  transformWith((name: string) => {
    parseSystems(name);
    return name;
  }),
  v.description("A system: an id, another name of it, or supported."),
);

const limits = ["max-glibc", "needed", "runs-on"] as const;

const noLimits = "require: none has no limits; use require: any to allow any linkage within limits";

/** A rule as the file writes it → as the judge reads it, but for its line. */
export const ruleSchema = v.pipe(
  fields(
    {
      packages: v.pipe(
        v.nullish(globs(packageGlob), ["**"]),
        v.description("The programs: import paths, or the end of them. Without it: all."),
      ),
      platforms: v.pipe(
        v.nullish(globs(platformGlob), ["**"]),
        v.description("GOOS, GOOS/GOARCH or GOOS/GOARCH/VARIANT. Without it: all."),
      ),
      require: v.pipe(
        v.nullish(oneOfWords(demands), null),
        v.description(
          "Without it: any, where the rule has a limit. static: static or static-pie (on systems without static programs: only system libraries). static-pie: only static-pie. system: same as static. dynamic: needs a loader or libraries. any: anything that can be judged. none: no requirement.",
        ),
      ),
      "runs-on": v.pipe(
        v.nullish(oneOrMore(system), null),
        v.description(
          "Systems on which these programs have to start, such as debian12, rhel8, alpine3.22 or scratch. Without it: those of the input runs-on.",
        ),
      ),
      "max-glibc": v.pipe(
        v.nullish(glibc, null),
        v.description("The newest glibc that a program may require. Write it in quotes."),
      ),
      needed: v.pipe(
        v.nullish(list(libraryGlob), null),
        v.description("Globs for the shared libraries that a program may need."),
      ),
      allow: v.pipe(
        v.nullish(list(acceptable), []),
        v.description("Accepted findings, for example stub: they cause neither a warning nor a regression."),
      ),
      reason: v.pipe(v.nullish(text, null), v.description("Shown with each violation.")),
      expires: v.pipe(v.nullish(expires, null), v.description("The last day on which the rule applies, YYYY-MM-DD.")),
    },
    {},
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const idle = limits.find((name) => dataset.value[name] !== null);
    if (dataset.value.require === null && idle === undefined) {
      addIssue({ message: `a rule needs require (${demands.join(", ")}) or a limit (${limits.join(", ")})` });
    }
    if (dataset.value.require !== "none") return;
    if (idle !== undefined) addIssue({ message: noLimits, path: [pathItem(dataset.value, idle)] });
  }),
  v.metadata({
    description: "A requirement for some programs on some platforms.",
    if: { properties: { require: { const: "none" } }, required: ["require"] },
    then: { properties: { "max-glibc": { type: "null" }, needed: { type: "null" }, "runs-on": { type: "null" } } },
    anyOf: ["require", ...limits].map((name) => ({
      properties: { [name]: { description: "See above." } },
      required: [name],
    })),
  }),
  v.transform(({ "max-glibc": maxGlibc, "runs-on": systems, require, reason, ...rule }) => {
    const runsOn = systems === null ? null : parseSystems(systems.join("\n"));
    const demand: Demand = require ?? "any";
    const isImplied = require === null ? ({ isImplied: true } as const) : {};
    return {
      ...rule,
      ...isImplied,
      require: demand,
      maxGlibc,
      runsOn,
      reason: (reason ?? "").trim().replace(/\s+/g, " ") || null,
    };
  }),
);
