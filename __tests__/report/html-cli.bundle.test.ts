import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium, visit } from "../support/browser.ts";
import { goLinkage } from "../support/cli.ts";
import { describeWith } from "../support/tools.ts";

describeWith(["go", "gcc", "chromium"], "the page that the command line writes", () => {
  const folder = mkdtempSync(join(tmpdir(), "html-"));
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    { name: "check", args: ["check", "./examples/resolver"], says: "is dynamic", builds: 4, opened: "go build" },
    {
      name: "explain",
      args: ["explain", "./examples/resolver"],
      says: "will be dynamic",
      builds: 8,
      opened: "Predicted",
    },
    { name: "inspect", args: ["inspect", process.execPath], says: "dynamic", builds: 1, opened: "Interpreter" },
  ])("$name", async ({ name, args, says, builds, opened }) => {
    const file = join(folder, "deep", `${name}.html`);
    const { exitCode } = await goLinkage([...args, "--report-html", file]);
    expect(exitCode).toBe(0);
    await visit({ browser, text: readFileSync(file, "utf8") }, async ({ page, requests, complaints }) => {
      expect(await page.locator("h1").innerText()).toContain(says);
      expect(await page.locator(".build").count()).toBe(builds);
      await page.locator(".build > summary").first().click();
      expect(await page.locator(".build").first().innerText()).toContain(opened);
      expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
    });
  });
});
