import { t as start } from "./lib/start.js";

// src/start-post.ts
await start("::error::", async () => (await import("./lib/post.js")).post());

export {  };