import { renderJson } from "./make-report.ts";
import type { Report } from "../model/report.ts";

type Format = {
  /** The file in the folder of an action's run. */
  readonly file: string;
  /** For the help of the command line. */
  readonly help: string;
  /** The renderer. Most runs write few formats, and each takes time to load. */
  readonly load: () => Promise<(report: Report) => string | Promise<string>>;
};

/** What a report can be written as: each has an option and an output `report-NAME`. */
export const formats = {
  json: { file: "report.json", help: "JSON (docs/report.schema.json)", load: () => Promise.resolve(renderJson) },
  markdown: {
    file: "report.md",
    help: "Markdown, as in the job summary",
    load: async () => (await import("./markdown.ts")).renderMarkdown,
  },
  html: {
    file: "report.html",
    help: "a page for a browser, in one file",
    load: async () => (await import("./html.ts")).renderHtml,
  },
  sarif: {
    file: "report.sarif",
    help: "SARIF 2.1.0, for code scanning",
    load: async () => (await import("./sarif.ts")).renderSarif,
  },
  junit: {
    file: "report-junit.xml",
    help: "JUnit XML, for test reporters",
    load: async () => (await import("./junit.ts")).renderJunit,
  },
  badge: {
    file: "badge.json",
    help: "a badge, for shields.io (endpoint badge)",
    load: async () => (await import("./badge.ts")).renderBadge,
  },
  snippet: {
    file: "requirements.md",
    help: "Markdown for release notes",
    load: async () => (await import("./snippet.ts")).renderSnippet,
  },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];
