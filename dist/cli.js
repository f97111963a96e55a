#!/usr/bin/env node
import { t as start } from "./lib/start.js";

// src/start-cli.ts
await start("go-linkage: ", async () => (await import("./lib/cli.js")).main());

export {  };