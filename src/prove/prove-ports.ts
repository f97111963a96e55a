import type { Ports } from "../ports/types.ts";

/** What proof by running needs of the world. */
export type ProvePorts = Pick<Ports, "host" | "work" | "files" | "log">;
