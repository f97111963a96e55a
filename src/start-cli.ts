#!/usr/bin/env node
import { start } from "./start.ts";

await start("go-linkage: ", async () => (await import("./cli.ts")).main());
