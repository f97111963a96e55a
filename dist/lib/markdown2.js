import { a as writeMarkdown, i as writeBlock, n as renderMarkdown, r as renderNoReport, t as commentBudget } from "./markdown3.js";

export { renderMarkdown };