import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** The Chromium of this machine, with nothing that asks somebody for anything by itself. */
export function launchChromium(): Promise<Browser> {
  const programs = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "chromium"));
  const executablePath = programs.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error("chromium is not on PATH");
  return chromium.launch({
    executablePath,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
    ],
  });
}

export type Visit = {
  readonly page: Page;
  /** What the page asked for, its own file aside. */
  readonly requests: readonly string[];
  /** What the browser and the page complained of. */
  readonly complaints: readonly string[];
};

/** Opens text as a file on disk, lets the test look at it, and closes it again. */
export async function visit<T>(
  { browser, text, options = {} }: { browser: Browser; text: string; options?: BrowserContextOptions },
  look: (visit: Visit) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  const file = join(folder, "report.html");
  writeFileSync(file, text);
  const address = pathToFileURL(file).href;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => {
    if (request.url().replace(/#.*/, "") !== address) requests.push(request.url());
  });
  try {
    const page = await context.newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("dialog", (dialog) => {
      complaints.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(address);
    return await look({ page, requests, complaints });
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
