import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { renderHtml } from "../../src/report/html.ts";
import { launchChromium, visit } from "../support/browser.ts";
import { plainEnvironment, runReport } from "../support/engine.ts";
import { root } from "../support/root.ts";
import { describeWith } from "../support/tools.ts";

describeWith(["go", "gcc", "chromium"], "the page of a real run", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
  });

  it.each([
    { mode: "check", given: { packages: "./examples/resolver" }, says: "is dynamic", builds: 4, opened: "go build" },
    {
      mode: "explain",
      given: { packages: "./examples/resolver" },
      says: "will be dynamic",
      builds: 8,
      opened: "Predicted",
    },
    { mode: "inspect", given: { binaries: process.execPath }, says: "dynamic", builds: 1, opened: "Interpreter" },
  ])("$mode", async ({ mode, given, says, builds, opened }) => {
    const report = await runReport({ mode, "working-directory": root, ...given }, plainEnvironment());
    await visit({ browser, text: await renderHtml(report) }, async ({ page, requests, complaints }) => {
      expect(await page.locator("h1").innerText()).toContain(says);
      expect(await page.locator(".build").count()).toBe(builds);
      const rest = page.locator(".rest > summary");
      if ((await rest.count()) > 0) await rest.click();
      await page.locator(".build > summary").first().click();
      expect(await page.locator(".build").first().innerText()).toContain(opened);
      expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
    });
  });
});
