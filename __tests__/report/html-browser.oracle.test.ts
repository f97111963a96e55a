import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderHtml } from "../../src/report/html.ts";
import { launchChromium, visit, type Visit } from "../support/browser.ts";
import { hostileReport, hostileTexts } from "../support/hostile.ts";
import { situations } from "../support/situations.ts";
import { describeWith } from "../support/tools.ts";
import { explainedProgram, inspectedFiles } from "../support/unbuilt.ts";
import type { Report } from "../../src/model/report.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const { huge, ...small } = situations;
const reports: Readonly<Record<string, () => Report>> = {
  ...small,
  inspect: inspectedFiles,
  explain: explainedProgram,
};

describeWith(["chromium"], "the page in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
  });

  async function open<T>(
    report: Report,
    look: (visit: Visit) => Promise<T>,
    options: BrowserContextOptions = {},
  ): Promise<T> {
    return visit({ browser, text: await renderHtml(report), options }, look);
  }

  /** What axe has to say, as the elements that it is about. */
  async function axeFinds(page: Page, rules = ""): Promise<string[]> {
    await page.addScriptTag({ content: axe });
    const options = `{ resultTypes: ['violations'] ${rules === "" ? "" : `, runOnly: ['${rules}']`} }`;
    const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
  }

  const shown = (page: Page): Promise<string | null> => page.locator("#shown").textContent();
  const visibleBuilds = (page: Page): Promise<number> => page.locator(".build:visible").count();

  describe.each(Object.entries(reports))("%s", (_, make) => {
    it("has nothing that axe finds, also with details open, and contrast in the dark as well", async () => {
      await open(
        make(),
        async ({ page }) => {
          expect(await axeFinds(page)).toEqual([]);
          await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
          expect(await axeFinds(page)).toEqual([]);
          await page.emulateMedia({ colorScheme: "dark" });
          expect(await axeFinds(page, "color-contrast")).toEqual([]);
        },
        { colorScheme: "light", bypassCSP: true },
      );
    });

    it("asks for nothing and complains of nothing under its own policy", async () => {
      await open(make(), async ({ page, requests, complaints }) => {
        expect(await page.evaluate("document.documentElement.className")).toBe("js");
        expect(await page.evaluate("getComputedStyle(document.body).margin")).toBe("0px");
        await page.locator("#text").fill("a");
        expect(await page.evaluate("performance.getEntriesByType('resource').length")).toBe(0);
        expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
      });
    });

    it("fits narrow screens", async () => {
      await open(make(), async ({ page }) => {
        await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
        for (const width of [768, 390, 320]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
        }
      });
    });

    it("shows verdict and builds without JavaScript", async () => {
      const report = make();
      await open(
        report,
        async ({ page }) => {
          expect(await page.locator("h1").isVisible()).toBe(true);
          const rest = page.locator(".rest > summary");
          if ((await rest.count()) > 0) await rest.click();
          expect(await visibleBuilds(page)).toBe(report.cells.length);
          expect(await page.locator("button:visible, form:visible").count()).toBe(0);
          const first = page.locator(".build").first();
          await first.locator("> summary").click();
          expect(await first.locator(".part").first().isVisible()).toBe(true);
        },
        { javaScriptEnabled: false },
      );
    });
  });

  describe("the filter", () => {
    it.each([
      { name: "a word of the program", text: "cmd/gui", want: 24 },
      { name: "words together, in any order", text: "ARM64 gui", want: 6 },
      { name: "a library", text: "libc.so.6", want: 6 },
      { name: "a finding", text: "missing-library", want: 4 },
      { name: "what is not there", text: "nothing of the kind", want: 0 },
      { name: "no pattern", text: ".*", want: 0 },
    ])("finds $name", async ({ text, want }) => {
      await open(situations["many-targets"](), async ({ page }) => {
        await page.locator("#text").fill(text);
        expect(await shown(page)).toBe(`${want} of 120 builds shown`);
        expect(await visibleBuilds(page)).toBe(want);
      });
    });

    it("takes platform, strategy, linkage and attention together, and is cleared at once", async () => {
      await open(situations["many-targets"](), async ({ page }) => {
        await page.locator("#platform").selectOption({ label: "linux/arm64" });
        expect(await shown(page)).toBe("30 of 120 builds shown");
        await page.locator("#strategy").selectOption({ label: "default" });
        expect(await visibleBuilds(page)).toBe(5);
        await page.locator("#attention").check();
        expect(await visibleBuilds(page)).toBe(1);
        await page.locator("#kind").selectOption({ label: "static" });
        expect(await visibleBuilds(page)).toBe(0);
        await page.locator("button[type=reset]").click();
        await expect.poll(() => shown(page)).toBe("120 builds");
        expect(await visibleBuilds(page)).toBe(120);
      });
    });

    it("opens what is folded as long as something is looked for", async () => {
      await open(huge(), async ({ page }) => {
        expect(await visibleBuilds(page)).toBe(80);
        await page.locator("#attention").check();
        expect(await shown(page)).toBe("80 of 3,200 builds shown");
        await page.locator("#attention").uncheck();
        await page.locator("#text").fill("program-042");
        expect(await visibleBuilds(page)).toBe(32);
      });
    });
  });

  describe("details", () => {
    it("are put in when they are opened, where there are many", async () => {
      await open(huge(), async ({ page }) => {
        const build = page.locator("#build-1");
        expect(await build.locator(".part").count()).toBe(0);
        await page.locator(".rest > summary").click();
        await build.locator("summary").click();
        await expect.poll(() => build.locator(".part").count()).toBe(4);
        expect(await build.innerText()).toContain("./cmd/program-000");
      });
    });

    it("open where an address leads, in the fold too, and take the focus", async () => {
      await open(situations.regression(), async ({ page }) => {
        for (const [id, words] of [
          ["build-5", "Regression from the base commit"],
          ["build-1", "What it needs to start"],
        ] as const) {
          await page.evaluate(`location.hash = ${JSON.stringify(id)}`);
          const build = page.locator(`#${id}[open]`);
          await build.locator("summary:focus").waitFor();
          expect(await build.innerText()).toContain(words);
        }
      });
    });

    it("are open on paper where they matter, and closed again", async () => {
      await open(situations.regression(), async ({ page }) => {
        const opened = (): Promise<number> => page.locator(".build[open]").count();
        await page.evaluate(
          "addEventListener('beforeprint', () => { document.title = String(document.querySelectorAll('.build[open]').length) })",
        );
        expect((await page.pdf()).subarray(0, 5).toString()).toBe("%PDF-");
        expect(await page.title()).toBe("4");
        expect(await opened()).toBe(0);
        await page.emulateMedia({ media: "print", colorScheme: "dark" });
        expect(await page.locator("button:visible, form:visible, nav:visible").count()).toBe(0);
        expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
      });
    });
  });

  it("is used by keyboard alone: filter, open, copy, and the focus is always seen", async () => {
    await open(situations.single(), async ({ page }) => {
      const focused = (): Promise<string> =>
        page.evaluate(
          "(document.activeElement.id || document.activeElement.className || document.activeElement.localName)",
        );
      const outline = (): Promise<string> => page.evaluate("getComputedStyle(document.activeElement).outlineStyle");
      await page.keyboard.press("Tab");
      expect(await focused()).toBe("skip");
      expect(await page.locator(".skip").boundingBox()).toMatchObject({ x: 16 });
      for (let at = 0; at < 40 && (await focused()) !== "text"; at++) {
        await page.keyboard.press("Tab");
        expect(await outline()).toBe("solid");
      }
      await page.keyboard.type("external");
      expect(await shown(page)).toBe("1 of 5 builds shown");
      for (let at = 0; at < 10 && (await focused()) !== "summary"; at++) await page.keyboard.press("Tab");
      expect(await outline()).toBe("solid");
      await page.keyboard.press("Enter");
      expect(await page.locator(".build[open]").count()).toBe(1);
      for (let at = 0; at < 10 && (await focused()) !== "copy"; at++) await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      await expect.poll(() => page.locator(".copy:focus").innerText()).toMatch(/^Copied|^Selected/);
    });
  });

  it("keeps the chosen theme, and says which one it is", async () => {
    await open(situations.single(), async ({ page }) => {
      const ground = (): Promise<string> => page.evaluate("getComputedStyle(document.body).backgroundColor");
      const light = await ground();
      await page.locator("#theme").click();
      expect(await page.locator("#theme").getAttribute("aria-pressed")).toBe("true");
      const dark = await ground();
      expect(dark).not.toBe(light);
      // Chromium writes storage down some time after the click: on a busy machine a reload at once can be too early.
      const reloaded = async (): Promise<string> => {
        await page.reload();
        return ground();
      };
      await expect.poll(reloaded, { timeout: 10_000, interval: 200 }).toBe(dark);
      await page.locator("#theme").click();
      expect(await ground()).toBe(light);
    });
  });

  describe("hostile text", () => {
    const count =
      "JSON.stringify([...document.querySelectorAll('*')].reduce((all, { localName }) => ({ ...all, [localName]: (all[localName] ?? 0) + 1 }), {}))";

    // Each takes a page of its own; all of them with FULL=true. In the other formats all are always tried.
    const texts = Object.entries(hostileTexts).filter((_, at) => process.env.FULL === "true" || at % 3 === 0);

    it.each(texts)("does nothing and stays text: %s", async (_, text) => {
      await open(hostileReport(text), async ({ page, requests, complaints }) => {
        await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
        await page.locator("#text").fill("owned");
        expect(await page.evaluate("typeof window.hacked")).toBe("undefined");
        const elements = new Set(Object.keys(JSON.parse(await page.evaluate(count)) as object));
        for (const strange of ["img", "iframe", "object", "embed", "link", "base", "foreignobject"])
          expect(elements).not.toContain(strange);
        expect(await page.locator("script, style").count()).toBe(2);
        expect(await page.locator("h1").count()).toBe(1);
        const links = await page
          .locator("a[href]")
          .evaluateAll((all) => all.map((each) => (each as unknown as { href: string }).href));
        expect(
          links.filter((href) => !/^(?:file:|https:\/\/github\.com\/acme\/app(?:$|\/(?:blob|commit)\/))/.test(href)),
        ).toEqual([]);
        expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
      });
    });

    it("makes no other element than harmless text does", async () => {
      const elementsOf = (text: string): Promise<string> =>
        open(hostileReport(text), ({ page }) => page.evaluate<string>(count));
      const harmless = await elementsOf("harmless");
      for (const name of ["script", "image", "end of a details block", "html comment", "end of a script and a style"]) {
        expect(await elementsOf(hostileTexts[name] ?? "")).toBe(harmless);
      }
    });
  });
});
