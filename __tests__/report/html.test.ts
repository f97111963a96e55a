import { describe, expect, it } from "vitest";
import { code, html, link } from "../../src/text/html.ts";
import { renderHtml } from "../../src/report/html.ts";
import { makeCell, makeReport } from "../support/cells.ts";
import { situations } from "../support/situations.ts";
import { explainedProgram, inspectedFiles } from "../support/unbuilt.ts";
import type { Report } from "../../src/model/report.ts";

const reports: Readonly<Record<string, () => Report>> = {
  ...situations,
  inspect: inspectedFiles,
  explain: explainedProgram,
};

describe("html`…`", () => {
  it.each([
    { name: "text", made: html`<p>${"<b> & \"'"}</p>`, want: "<p>&lt;b&gt; &amp; &quot;&#39;</p>" },
    {
      name: "an attribute",
      made: html`<a title="${'"><script>'}"></a>`,
      want: '<a title="&quot;&gt;&lt;script&gt;"></a>',
    },
    { name: "markup of its own", made: html`<p>${html`<b>${1}</b>`}</p>`, want: "<p><b>1</b></p>" },
    { name: "lists of both", made: html`${["<", [html`<i></i>`, null]]}`, want: "&lt;<i></i>" },
    { name: "nothing", made: html`<p>${null}</p>`, want: "<p></p>" },
    // prettier-ignore
    { name: "an indented template", made: html`<p>
        a
    </p>`, want: "<p>\na\n</p>" },
    { name: "text with indented lines", made: html`<pre>${"a\n    b"}</pre>`, want: "<pre>a\n    b</pre>" },
    {
      name: "what turns or hides text",
      made: code("a\u202eb\u200bc\u0000d"),
      want: "<code>a\uFFFDb\uFFFDc\uFFFDd</code>",
    },
    { name: "half a character", made: code("a\ud800b\ufffec"), want: "<code>a\uFFFDb\uFFFDc</code>" },
    { name: "characters beyond the first 65,536", made: code("🔗"), want: "<code>🔗</code>" },
    {
      name: "a link",
      made: link("https://github.com/a?b&c", "x"),
      want: '<a href="https://github.com/a?b&amp;c">x</a>',
    },
    { name: "no link to a script", made: link("javascript:alert(1)", "x"), want: "x" },
    { name: "no link to nowhere", made: link(null, "x"), want: "x" },
  ])("holds $name", ({ made, want }) => {
    expect(made.toString()).toBe(want);
  });
});

describe.each(Object.entries(reports))("the page of %s", (name, make) => {
  const report = make();

  it("has no style and no script but the two that its policy knows", async () => {
    const text = await renderHtml(report);
    expect(text.match(/<script|<style/g)).toEqual(["<style", "<script"]);
    expect(text.replace(/<script>[^]*<\/script>/, "")).not.toMatch(/<[^>]*\s(?:style|on\w+|src|srcset|action)=/);
  });

  it("links to nothing but lines and commits of the repository, and to places in itself", async () => {
    const text = await renderHtml(report);
    const ids = new Set([...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? ""));
    const addresses = [...new Set([...text.matchAll(/\shref="([^"]*)"/g)].map(([, address]) => address ?? ""))];
    const outside = addresses.filter((address) => !(address.startsWith("#") && ids.has(address.slice(1))));
    const allowed =
      report.source === null ? /^$/ : /^https:\/\/github\.com\/acme\/app(?:$|\/(?:blob|commit)\/[0-9a-f]{40}(?:$|\/))/;
    expect(outside.filter((address) => !allowed.test(address))).toEqual([]);
  });

  it("is the same each time, but for the times", async () => {
    const slower = {
      ...report,
      cells: report.cells.map((cell) => ({ ...cell, timing: { buildMs: cell.timing.buildMs && 9000, inspectMs: 7 } })),
    };
    const plain = (text: string): string =>
      text
        .replace(/\d+(?:\.\d)? s\b/g, "TIME")
        .replace(/TIME \(TIME to TIME\)/g, "TIME")
        .replace(/ width="[\d.]+"/g, "")
        .replace(/(TIME)\s+/g, "$1");
    expect(await renderHtml(make())).toBe(await renderHtml(report));
    if (name !== "huge") expect(plain(await renderHtml(slower))).toBe(plain(await renderHtml(report)));
  });
});

it("is what a reviewer sees in the golden file", async () => {
  await expect(await renderHtml(situations.single())).toMatchFileSnapshot("../golden/page-single.html");
});

it("stays small with 3,200 builds, and has what they share once", async () => {
  const text = await renderHtml(situations.huge());
  expect(text.length).toBeLessThan(4_500_000);
  expect(text.match(/<details\s+class="build/g)).toHaveLength(3200);
  expect(text.match(/<template/g)?.length).toBeLessThan(3200 * 2 + 400);
});

it("stays small when every build fails and says much about it", async () => {
  const output = "x.go:1:1: undefined: y\n".repeat(2000);
  const cells = Array.from({ length: 3000 }, (_, at) =>
    makeCell({
      package: `example.com/app/cmd/p${at}`,
      status: "failed",
      reason: "undefined: y",
      build: { ...makeCell().build, output: `${output}${at}` },
    }),
  );
  expect((await renderHtml(makeReport({ cells }))).length).toBeLessThan(8_000_000);
});
