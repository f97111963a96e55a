import { situations } from "./situations.ts";
import type { Report, Cell } from "../../src/model/report.ts";

/** Texts that a package path, a file name, a library, a symbol or a compiler can put into a report to make it say something else. */
export const hostileTexts: Readonly<Record<string, string>> = {
  script: "<script>window.hacked=1</script>",
  image: '<img src=x onerror="window.hacked=1">',
  "end of a tag and an attribute": "\"'><svg onload=window.hacked=1>",
  "end of a details block": "</details></td></table><h1>owned</h1>",
  "end of a script and a style": "</script></style><script>window.hacked=1</script>",
  "html comment": "<!-- --!> --><b>owned</b><!--",
  "workflow command": "\n::error file=main.go::owned\n::set-output name=verdict::pass",
  "workflow command at the start": "::add-mask::static",
  "old workflow command": "##[error]owned",
  "end of stopped commands": "\n::stop-commands::x\n::x::\n::warning::owned",
  "table cell": "a | b |\n| owned | owned |",
  "end of a code span": "`owned` ``owned`` ```owned```",
  "end of a fence": "\n```\n# owned\n~~~\n",
  link: "[click](https://evil.example/x) https://evil.example/ www.evil.example evil@evil.example",
  "link with a script": "[click](javascript:window.hacked=1)",
  "image in Markdown": "![x](https://evil.example/pixel.png)",
  mention: "@octocat @acme/team #123 GH-1 acme/app#5 4f1c2e9a7b3d5c6e8f0a1b2c3d4e5f6a7b8c9d0e",
  emphasis: "**owned** __owned__ ~~owned~~ # owned\n# owned\n- owned\n1. owned",
  alert: "\n> [!CAUTION]\n> owned",
  math: "$\\text{owned}$ $`x`$ $$x$$",
  footnote: "[^1]: owned\n[^1]",
  "reference link": "[x]: https://evil.example\n[x]",
  entity: "&lt;b&gt; &#60;script&#62; &amp;",
  colour: "\u001b[31mred\u001b[0m \u001b[2J\u001b[H",
  "window title": "\u001b]0;owned\u0007 \u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\",
  "carriage return": "dynamic\rstatic",
  backspace: "dynamic\b\b\b\b\b\b\bstatic",
  "text direction": "static\u202ecimanyd\u202c \u2066x\u2069",
  "zero width": "sta\u200btic \ufeff",
  "control characters": "a\u0000b\u0001c\u007fd\u009be",
  "lone surrogate": "a\ud800b\udc00c",
  "xml end of text":
    "]]> <![CDATA[x]]> <?xml version='1.0'?> <!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]> &e;",
  "not a character in XML": "a\ufffeb\uffffc",
  "long word": "x".repeat(5000),
  "many lines": "line\n".repeat(300),
  "wide characters": "静态链接 🔗 ＡＢＣ",
  template: "${window.hacked=1} {{constructor.constructor('window.hacked=1')()}} %s %n $HOME $(id) `id`",
  path: "../../../../etc/passwd C:\\Windows\\x",
};

/** A report with the text in every place that something from outside can fill. */
export function hostileReport(text: string): Report {
  const report = situations.regression();
  const poison = (cell: Cell): Cell => ({
    ...cell,
    package: `${cell.package}/${text}`,
    strategy: cell.strategy === "default" ? cell.strategy : `${cell.strategy ?? ""}${text}`,
    reason: cell.status === "built" ? null : text,
    artifact: cell.artifact && { ...cell.artifact, path: text },
    linkage: cell.linkage && {
      ...cell.linkage,
      ...(cell.linkage.kind === "dynamic" ? { interpreter: text, needed: [text, "libc.so.6"], runpath: [text] } : {}),
    },
    link: { ...cell.link, reasons: [text] },
    cgo: [{ package: text, chain: [cell.package, text], file: text, line: 3 }],
    build: { ...cell.build, argv: ["go", "build", text], env: { CGO_CFLAGS: text }, output: text },
    findings: cell.findings.map((finding) => ({ ...finding, message: text, fix: text, file: text })),
  });
  const [first] = report.cells;
  if (first === undefined) throw new Error("a situation without cells");
  const failed: Cell = {
    ...poison(first),
    status: "failed",
    reason: text,
    linkage: null,
    artifact: null,
  };
  return {
    ...report,
    environment: report.environment && { ...report.environment, cc: { path: text, version: text }, image: text },
    baseline: { ...report.baseline, steps: [text], gone: [{ package: text, platform: text, reason: text }] },
    policy: { file: text, rules: 1, notes: [text] },
    cells: [...report.cells.map(poison), failed],
    recommendation: report.recommendation.map((each) => ({
      ...each,
      package: `${each.package}/${text}`,
      why: text,
      command: text,
      forms: { dockerfile: text, goreleaser: text, ko: text },
    })),
    verdict: {
      outcome: "fail",
      reason: text,
      judgements: [
        ...report.verdict.judgements.map((each) => ({
          ...each,
          message: text,
          target: each.target && { ...each.target, package: `${each.target.package}/${text}` },
        })),
        {
          kind: "missing",
          outcome: "fail",
          target: { package: text, platform: text, strategy: null, file: null },
          message: text,
        },
        { kind: "baseline", outcome: "fail", target: null, message: text },
      ],
    },
  };
}
