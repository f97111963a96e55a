import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { rehypeGithubAlerts } from "rehype-github-alerts";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

/**
 * What GitHub makes of Markdown, as far as that is public: GFM, then its list of allowed elements (that of rehype-sanitize is
 * GitHub's), then alerts.
 */
const renderer = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize)
  .use(rehypeGithubAlerts, {})
  .use(rehypeStringify);

export function renderLikeGitHub(markdown: string): string {
  return String(renderer.processSync(markdown));
}

/** A page that looks like a job summary. */
export function pageLikeGitHub(markdown: string, theme: "light" | "dark" = "light"): string {
  const css = readFileSync(
    createRequire(import.meta.url).resolve(`github-markdown-css/github-markdown-${theme}.css`),
    "utf8",
  );
  const style = `body{margin:0;background:${theme === "light" ? "#fff" : "#0d1117"}}main{max-width:1012px;padding:24px 32px}`;
  return `<!doctype html><meta charset="utf-8"><style>${css}${style}</style><main class="markdown-body">${renderLikeGitHub(markdown)}</main>`;
}

/** Every element of the page with where it goes to, in order: `h2`, `code`, `a https://…`. */
export function elementsOf(html: string): string[] {
  return [...html.matchAll(/<([a-z]\w*)([^>]*)>/g)].map(([, name = "", attributes = ""]) => {
    const href = /href="([^"]*)"/.exec(attributes)?.[1];
    return href === undefined ? name : `${name} ${new URL(href, "https://github.com").hostname}`;
  });
}
