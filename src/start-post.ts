import { start } from "./start.ts";

await start("::error::", async () => (await import("./post.ts")).post());
