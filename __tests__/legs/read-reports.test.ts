import { describe, expect, it } from "vitest";
import { sealReport } from "../../src/legs/leg-report.ts";
import { readReports, readTimes } from "../../src/legs/read-reports.ts";
import type { Report } from "../../src/model/report.ts";
import { makeCell } from "../support/cells.ts";
import { filesOf, makeLeg, makeLegPlan, makeLegReport } from "../support/legs.ts";

const [a, b] = [makeLeg("linux-amd64-1", ["a"]), makeLeg("linux-amd64-2", ["b", "c"])];
const plan = await makeLegPlan({ legs: [a, b] });
const inWorkflow = { ...plan, run: { id: "7", attempt: 2 } };
const attempt = (id: string, number: number): object => ({ GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: String(number) });
const good = { "a.json": await makeLegReport(plan, a), "b.json": await makeLegReport(plan, b) };
const [ofA, ofB] = [good["a.json"], good["b.json"]];

/** Whatever is undefined is not there. */
type Row = {
  readonly name: string;
  readonly files: Readonly<Record<string, Report | string | undefined>>;
  readonly plan?: typeof plan;
  /** Legs of which the report counts. */
  readonly legs: readonly string[];
  /** `leg: message`, a part of it. */
  readonly troubles: readonly string[];
};

const lost = (id: string): string => `${id}: leg ${id} has no report that can be used`;

const rows: readonly Row[] = [
  { name: "all is well", files: {}, legs: [a.id, b.id], troubles: [] },
  { name: "one is missing", files: { "b.json": undefined }, legs: [a.id], troubles: [lost(b.id)] },
  {
    name: "all are missing",
    files: { "a.json": undefined, "b.json": undefined },
    legs: [],
    troubles: ["-: no report matches", lost(a.id), lost(b.id)],
  },
  {
    name: "one is doubled, and nobody knows which counts",
    files: { "again.json": ofA },
    legs: [b.id],
    troubles: [`${a.id}: leg ${a.id} has several reports: a.json and again.json`],
  },
  {
    name: "one is cut off",
    files: { "b.json": JSON.stringify(ofB).slice(0, -9) },
    legs: [a.id],
    troubles: ["-: b.json is not a report of a leg: it is not whole JSON", lost(b.id)],
  },
  {
    name: "one is empty",
    files: { "b.json": "" },
    legs: [a.id],
    troubles: ["-: b.json is not a report of a leg: it is not whole JSON", lost(b.id)],
  },
  ...[
    "null",
    "3",
    "[]",
    "{}",
    '{"schemaVersion":1,"plan":null,"cells":[]}',
    '{"schemaVersion":1,"plan":{},"cells":3}',
  ].map((text): Row => ({
    name: `one is ${text}`,
    files: { "b.json": text },
    legs: [a.id],
    troubles: ["-: b.json is not a report of a leg: go-linkage check --plan did not write it", lost(b.id)],
  })),
  ...[
    '{"schemaVersion":1,"plan":{},"cells":[]}',
    '{"schemaVersion":1,"plan":{"digest":3,"leg":{}},"cells":[null]}',
  ].map((text): Row => ({
    name: `one is ${text}`,
    files: { "b.json": text },
    legs: [a.id],
    troubles: ["-: b.json is of another plan", lost(b.id)],
  })),
  {
    name: "one is of another plan",
    files: { "b.json": await makeLegReport(await makeLegPlan({ legs: [a, b], commit: "d".repeat(40) }), b) },
    legs: [a.id],
    troubles: [`${b.id}: b.json is of another plan`, lost(b.id)],
  },
  {
    name: "one was changed",
    files: { "b.json": { ...ofB, cells: ofB.cells.map((cell) => ({ ...cell, findings: [], reason: "x" })) } },
    legs: [a.id],
    troubles: [`${b.id}: b.json was changed after the leg wrote it`, lost(b.id)],
  },
  {
    name: "the verdict of one was changed",
    files: { "b.json": { ...ofB, verdict: { ...ofB.verdict, outcome: "warn" } } },
    legs: [a.id],
    troubles: [`${b.id}: b.json was changed after the leg wrote it`, lost(b.id)],
  },
  {
    name: "one has no digest",
    files: { "b.json": { ...ofB, plan: ofB.plan && { ...ofB.plan, sha256: null } } },
    legs: [a.id],
    troubles: [`${b.id}: b.json was changed after the leg wrote it`, lost(b.id)],
  },
  {
    name: "one says that it is another leg",
    files: { "b.json": { ...ofB, plan: ofB.plan && { ...ofB.plan, leg: a.id } } },
    legs: [a.id],
    troubles: [`${a.id}: b.json was changed`, lost(b.id)],
  },
  {
    name: "one lacks a build",
    files: { "b.json": await sealReport({ ...ofB, cells: ofB.cells.slice(1) }) },
    legs: [a.id],
    troubles: [`${b.id}: b.json lacks example.com/app/cmd/b on linux/amd64 (default)`, lost(b.id)],
  },
  {
    name: "one has a build too many",
    files: { "b.json": await sealReport({ ...ofB, cells: [...ofB.cells, makeCell()] }) },
    legs: [a.id],
    troubles: [`${b.id}: b.json has builds that the plan does not have`, lost(b.id)],
  },
  {
    name: "one has a build twice",
    files: { "b.json": await sealReport({ ...ofB, cells: [...ofB.cells, ...ofB.cells.slice(1)] }) },
    legs: [a.id],
    troubles: [`${b.id}: b.json has builds that the plan does not have`, lost(b.id)],
  },
  {
    name: "one is of the attempt before the plan's, one of a later one",
    plan: inWorkflow,
    files: {
      "a.json": await makeLegReport(plan, a, { env: attempt("7", 3) }),
      "b.json": await makeLegReport(plan, b, { env: attempt("7", 1) }),
    },
    legs: [a.id],
    troubles: [`${b.id}: b.json is of attempt 1 of the workflow run, and the plan is of attempt 2`, lost(b.id)],
  },
  {
    name: "one is of another workflow run, one of none",
    plan: inWorkflow,
    files: { "a.json": await makeLegReport(plan, a, { env: attempt("8", 2) }) },
    legs: [],
    troubles: [
      `${a.id}: a.json is of another workflow run`,
      `${b.id}: b.json is of another workflow run`,
      lost(a.id),
      lost(b.id),
    ],
  },
];

describe("readReports", () => {
  it.each(rows)("$name", async ({ files, plan: of = plan, legs, troubles }) => {
    const texts = Object.entries<Row["files"][string]>({ ...good, ...files }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === "string" ? value : JSON.stringify(value, null, 2)] as const],
    );
    const read = await readReports(of, ["**"], { workingDirectory: "/w", files: filesOf(Object.fromEntries(texts)) });
    expect(read.legs.map(({ leg }) => leg.id)).toEqual(legs);
    expect(read.troubles.map(({ leg, message }) => `${leg ?? "-"}: ${message}`)).toEqual(
      troubles.map((each) => expect.stringContaining(each) as unknown),
    );
  });
});

describe("readTimes", () => {
  const read = (files: Readonly<Record<string, string>>, patterns = ["**"]): ReturnType<typeof readTimes> =>
    readTimes(patterns, { workingDirectory: "/w", files: filesOf(files) });

  it("reads the times of builds", async () => {
    expect([...(await read({ "a.json": JSON.stringify(ofB) })).values()]).toEqual([800, 800]);
  });

  it.each([
    ["no report", {}, ["x"], 'reports: no report matches "x"'],
    ["no JSON", { "a.json": "{" }, ["a.json"], '"a.json" is not a JSON report of go-linkage'],
    ["no cells", { "a.json": '{"cells":1}' }, ["a.json"], '"a.json" is not a JSON report of go-linkage'],
    [
      "cells that are none",
      { "a.json": '{"cells":[3,null]}' },
      ["a.json"],
      '"a.json" is not a JSON report of go-linkage',
    ],
  ] as const)("refuses: %s", async (...[, files, patterns, says]) => {
    await expect(read(files, [...patterns])).rejects.toThrow(says);
  });
});
