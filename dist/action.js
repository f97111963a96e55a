import { t as start } from "./lib/start.js";

// src/start-action.ts
await start("::error::", async () => (await import("./lib/action.js")).main());

export {  };