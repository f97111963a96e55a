import { resolve } from "node:path";

/** The folder of this repository. */
export const root = resolve(import.meta.dirname, "../..");
